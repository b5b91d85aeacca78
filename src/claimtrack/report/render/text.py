"""The report as plain text, for a terminal or an e-mail."""

import textwrap
from collections.abc import Iterator, Sequence

from tabulate import tabulate

from claimtrack.report.blocks import Block, Bullets, Figure, Judgment, Outline, Paragraph, Report, Table
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
    lines += _wrap(report.made_from, "")
    for section in report.sections:
        lines += ["", *_wrap(one_line(section.title), "")]
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
            yield from _wrap(one_line(block.text), "")
        case Bullets():
            for place, item in enumerate(block.items, start=1):
                yield from _wrap(one_line(item), f"{place}. " if block.numbered else "- ")
        case Outline():
            for depth, item in block.items:
                yield from _wrap(one_line(item), "- ", indent="  " * depth)
        case Judgment():
            yield from ["", *_wrap(one_line(block.claim), "")]
            yield from _wrap(one_line(block.lead), "", indent="  ")
            yield f"  {type_strip(block.strip)}"
            for line in block.lines:
                yield from _wrap(one_line(line), "- ", indent="  ")
        case Table():
            yield lay_out_table(block.headings, block.rows)
        case Figure():
            yield from _wrap(one_line(block.caption), "")
            yield from _block(block.words)


def _wrap(text: str, mark: str, *, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent + mark,
        subsequent_indent=indent + " " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [mark]


def lay_out_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Render a table as text: the widest column is wrapped until the table fits."""
    cells = [[one_line(cell) for cell in row] for row in rows]
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
