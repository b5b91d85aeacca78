"""The report for a spreadsheet: all of it as one sheet, or each of its tables as a sheet of its own."""

import re
from collections.abc import Iterator

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
from claimtrack.report.sheet import write_sheet

_HEADINGS = ("Section", "Part", "Kind", "Text")
_Row = tuple[Text, ...]


def render_csv(report: Report) -> str:
    """Render a report as CSV: one row per item, with the section and part that it stands in and what it is.

    Every row has the same columns: as many cells as the widest table of the report. No cell acts as a formula: one that
    could begins with an apostrophe.
    """
    rows: list[_Row] = [("", "", "title", report.title), ("", "", "readers", report.audience)]
    rows += [("", "", "masthead", text) for text in report.made_by]
    section = ""
    for found in report.sections:
        section = found.title if found.level == 1 else section
        part = "" if found.level == 1 else found.title
        rows += [(section, part, *cells) for block in found.blocks for cells in _cells(block)]
    width = max(map(len, rows))
    more = (f"Cell {place}" for place in range(2, width - len(_HEADINGS) + 2))
    return write_sheet([(*_HEADINGS, *more), *((*row, *("",) * (width - len(row))) for row in rows)])


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
            found[name] = write_sheet([table.headings, *table.rows])
    return found


def _tables(section: Section) -> Iterator[Table]:
    for block in section.blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Figure) and isinstance(block.words, Table):
            yield block.words


def _cells(block: Block) -> Iterator[_Row]:
    """What a block says, one row per item: what the row is, and its cells."""
    match block:
        case Paragraph():
            yield ("paragraph", block.text)
        case Bullets():
            yield from (("item", item) for item in block.items)
        case Outline():
            yield from (("item", *("",) * depth, item) for depth, item in block.items)
        case Judgment():
            yield from (("judgment", block.claim, line) for line in (block.lead, *block.lines))
        case References():
            yield from (("evidence", f"[{number}]", entry) for number, entry in block.entries)
        case Table():
            yield ("headings", *block.headings)
            yield from (("row", *row) for row in block.rows)
        case Figure():
            if block.caption:
                yield ("caption", block.caption)
            yield from _cells(block.words)
