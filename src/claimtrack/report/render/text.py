"""The report as plain text, for a terminal or an e-mail."""

import textwrap
from collections.abc import Iterator, Sequence

from tabulate import tabulate

from claimtrack.report.blocks import (
    Block,
    Bullets,
    Figure,
    Judgment,
    Outline,
    Paragraph,
    References,
    Report,
    Table,
    Text,
)
from claimtrack.report.charts.strip import type_strip
from claimtrack.text.escape import one_line

_WIDTH = 88
_NARROWEST = 6
_PADDING = "\u00a0\u00a0"
"""The width that tabulate adds to each heading, in spaces at which no line is broken."""


def render_text(report: Report) -> str:
    """Render a report as text, at most 88 columns wide except where a word is longer."""
    warning = [report.warning] if report.warning else []
    lines = [*warning, one_line(report.title), "=" * min(len(one_line(report.title)), _WIDTH)]
    for line in (report.made_from, *report.made_by):
        lines += _wrap(one_line(line), "")
    for section in report.sections:
        lines += ["", *_wrap(_plain(section.title), "")]
        if section.level == 1:
            lines.append("-" * min(len(section.title), _WIDTH))
        for block, before in zip(section.blocks, (None, *section.blocks), strict=False):
            lines += [""] if isinstance(block, Table) and isinstance(before, Table) else []
            lines += _block(block)
    lines += ["", *warning] if warning else []
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from _wrap(_plain(block.text), "")
        case Bullets() | Outline() | References():
            for item, mark, indent in _items(block):
                yield from _wrap(_plain(item), mark, indent=indent)
        case Judgment():
            yield from _judgment(block)
        case Table():
            yield lay_out_table(block.headings, block.rows)
        case Figure():
            yield from _wrap(_plain(block.caption), "")
            yield from _block(block.words)


def _items(block: Bullets | Outline | References) -> Iterator[tuple[Text, str, str]]:
    """The items of a list, each with its mark and its indent."""
    match block:
        case Bullets():
            for place, item in enumerate(block.items, start=1):
                yield item, f"{place}. " if block.numbered else "- ", ""
        case Outline():
            yield from ((item, "- ", "  " * depth) for depth, item in block.items)
        case References():
            yield from ((entry, f"[{number}] ", "") for number, entry in block.entries)


def _judgment(block: Judgment) -> Iterator[str]:
    yield from ["", *_wrap(_plain(block.claim), "")]
    yield from _wrap(_plain(block.lead), "", indent="  ")
    yield f"  {type_strip(block.strip)}"
    for line in block.lines:
        yield from _wrap(_plain(line), "- ", indent="  ")


def _plain(text: Text) -> str:
    return one_line(str(text))


def _wrap(text: str, mark: str, *, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent + mark,
        subsequent_indent=indent + " " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [mark]


def lay_out_table(headings: Sequence[str], rows: Sequence[Sequence[Text]]) -> str:
    """Render a table as text: the widest column is wrapped until the table fits."""
    headings = [_plain(heading) for heading in headings]
    cells = [[_plain(cell) for cell in row] for row in rows]
    columns = list(zip([f"{heading}{_PADDING}" for heading in headings], *cells, strict=True))
    widths = [max(map(len, column)) for column in columns]
    longest = [max((len(word) for cell in column for word in cell.split(" ")), default=1) for column in columns]
    room = _WIDTH - 2 * (len(widths) - 1)
    while sum(widths) > room:
        wide = max(range(len(widths)), key=lambda place: (widths[place] > longest[place], widths[place]))
        if widths[wide] <= max(longest[wide], _NARROWEST):
            break
        widths[wide] -= 1
    wrapped = [
        ["\n".join(_lines(cell, width - extra)) for cell, width in zip(row, widths, strict=True)]
        for row, extra in ((headings, len(_PADDING)), *((row, 0) for row in cells))
    ]
    return tabulate(wrapped[1:], wrapped[0], tablefmt="simple", disable_numparse=True)


def _lines(cell: str, width: int) -> list[str]:
    return textwrap.wrap(cell, width, break_long_words=False, break_on_hyphens=False)
