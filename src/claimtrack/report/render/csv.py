"""The report for a spreadsheet: all of it as one sheet, or each of its tables as a sheet of its own."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from claimtrack.report.blocks import (
    Block,
    Bullets,
    Figure,
    Judgment,
    Outline,
    Paragraph,
    References,
    Report,
    Section,
    Table,
    Text,
)
from claimtrack.text.escape import one_line

_ACTING = "=+-@|%\t\r"
"""What a spreadsheet may take for the beginning of a formula."""
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?(?:\u00a0?%)?(?: ± [0-9.]+)?", re.ASCII)

_Row = tuple[Text, ...]


def render_csv(report: Report) -> str:
    """Render a report as CSV: one row per item, which begins with the section and part that it stands in.

    No cell acts as a formula: one that could begins with an apostrophe.
    """
    rows: list[_Row] = [("Section", "Part", "Text")]
    section = ""
    for found in report.sections:
        section = found.title if found.level == 1 else section
        part = "" if found.level == 1 else found.title
        rows += [(section, part, *cells) for block in found.blocks for cells in _cells(block)]
    return _csv([("Report", "", report.title), ("Readers", "", report.audience), *rows])


def render_tables(report: Report) -> dict[str, str]:
    """Render each table of a report as CSV, by a name made from the titles over it.

    Example:
        >>> table = Table(headings=("Source", "Grade"), rows=(("Kim", "B"),))
        >>> section = Section(title="Sources", blocks=(table,))
        >>> list(render_tables(Report(title="t", audience="public", digest="", sections=(section,))))
        ['sources']
    """
    found: dict[str, str] = {}
    above = ""
    for section in report.sections:
        above = section.title if section.level == 1 else above
        for table in _tables(section):
            words = above if section.level == 1 else f"{above} {section.title}"
            name = base = re.sub(r"[^a-z0-9]+", "-", words.lower())[:60].strip("-") or "table"
            number = 1
            while name in found:
                number += 1
                name = f"{base}-{number}"
            found[name] = _csv([table.headings, *table.rows])
    return found


def _tables(section: Section) -> Iterator[Table]:
    for block in section.blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Figure) and isinstance(block.words, Table):
            yield block.words


def _cells(block: Block) -> Iterator[_Row]:
    """What a block says, one row per item."""
    match block:
        case Paragraph():
            yield (block.text,)
        case Bullets():
            yield from ((item,) for item in block.items)
        case Outline():
            yield from (("",) * depth + (item,) for depth, item in block.items)
        case Judgment():
            yield from ((block.claim, line) for line in (block.lead, *block.lines))
        case References():
            yield from ((f"[{number}]", entry) for number, entry in block.entries)
        case Table():
            yield from (block.headings, *block.rows)
        case Figure():
            yield (block.caption,)
            yield from _cells(block.words)


def _csv(rows: Iterable[Sequence[Text]]) -> str:
    text = StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows([map(_disarmed, row) for row in rows])
    return text.getvalue()


def _disarmed(cell: Text) -> str:
    """A cell that no spreadsheet takes for a formula; a number stays a number."""
    text = one_line(str(cell))
    # Spreadsheets also take the full-width signs of East Asian keyboards for the beginning of a formula.
    begins = unicodedata.normalize("NFKC", text.lstrip()[:1])
    if begins[:1] in tuple(_ACTING) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
