"""The report as plain text, for a terminal or an e-mail."""

import textwrap
from collections.abc import Iterator, Sequence

from tabulate import tabulate

from claimtrack.report.plain import one_line
from claimtrack.report.report import Block, Bullets, Paragraph, Report, Table

__all__ = ["render_text", "table_text"]

_WIDTH = 88
_NARROWEST = 6


def render_text(report: Report) -> str:
    """A report as text, at most 88 columns wide except where a word is longer."""
    lines = [one_line(report.title), "=" * min(len(one_line(report.title)), _WIDTH)]
    lines += [f"For readers: {report.audience}. Casebook {report.digest[:19]}."]
    for section in report.sections:
        lines += ["", *_wrapped(one_line(section.title), "")]
        if section.level == 1:
            lines.append("-" * min(len(section.title), _WIDTH))
        for block in section.blocks:
            lines += _block(block)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from _wrapped(one_line(block.text), "")
        case Bullets():
            for place, item in enumerate(block.items, start=1):
                yield from _wrapped(one_line(item), f"{place}. " if block.numbered else "- ")
        case Table():
            yield table_text(block.headings, block.rows)


def _wrapped(text: str, mark: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [mark]


def table_text(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as text: the widest column is wrapped until the table fits."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(headings, *cells, strict=True)]
    longest = [
        max((len(w) for cell in column for w in cell.split(" ")), default=1)
        for column in zip(headings, *cells, strict=True)
    ]
    room = _WIDTH - 2 * (len(widths) - 1)
    while sum(widths) > room:
        wide = max(range(len(widths)), key=lambda place: (widths[place] > longest[place], widths[place]))
        if widths[wide] <= max(longest[wide], _NARROWEST):
            break
        widths[wide] -= 1
    wrapped = [
        [
            "\n".join(textwrap.wrap(cell, width, break_long_words=False, break_on_hyphens=False))
            for cell, width in zip(row, widths, strict=True)
        ]
        for row in [headings, *cells]
    ]
    return tabulate(wrapped[1:], wrapped[0], tablefmt="simple", disable_numparse=True)
