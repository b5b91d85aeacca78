"""The report as Markdown in which nothing from the casebook acts as markup."""

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
    Table,
    Text,
)
from claimtrack.text.escape import one_line

_MARKS = re.compile(r"([\\`*_{}\[\]<>|~&#$^@!])")
_FIRST = re.compile(r"^(\d+(?=[.)])|(?=[-+=:.)]))([-+=:.)])")
_ADDRESS = re.compile(r"@|(?<![a-z0-9.+-])[0-9.+-]*+[a-z][a-z0-9.+-]*+:\S|www\.", re.IGNORECASE)
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")
_DIGEST = re.compile(r"(sha256:\w+)")
_TICKS = re.compile("`+")


def render_markdown(report: Report) -> str:
    """Render a report as Markdown (CommonMark with tables)."""
    warning = [report.warning] if report.warning else []
    blocks = [
        *warning,
        f"# {_escape(report.title)}",
        _DIGEST.sub(r"`\1`", report.made_from),
        *map(_escape, report.made_by),
    ]
    for section in report.sections:
        blocks.append(f"{'#' * (section.level + 1)} {_escape(section.title)}")
        blocks += ["\n".join(_block(block)) for block in section.blocks]
    return "\n\n".join([*blocks, *warning]) + "\n"


def _escape(text: Text) -> str:
    """Escape every character that Markdown, HTML or an automatic link could act on.

    Marks that act only at the start of a line are escaped there. Whatever looks like an address is set as code, where
    nothing makes a link of it.
    """
    words = one_line(str(text)).split(" ")
    escaped = " ".join(_code(word) if _ADDRESS.search(word) else _MARKS.sub(r"\\\1", word) for word in words)
    return _FIRST.sub(r"\1\\\2", escaped)


def _code(word: str) -> str:
    """A word as code, between more backticks than it has in a row."""
    fence = "`" * (1 + max(map(len, _TICKS.findall(word)), default=0))
    return f"{fence} {word} {fence}" if len(fence) > 1 else f"`{word}`"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _escape(block.text)
        case Bullets():
            for place, item in enumerate(block.items, start=1):
                yield f"{f'{place}.' if block.numbered else '-'} {_escape(item)}"
        case Outline():
            yield from (f"{'  ' * depth}- {_escape(item)}" for depth, item in block.items)
        case Judgment():
            yield f"### {_escape(block.claim)}"
            yield ""
            yield from (f"- {_escape(line)}" for line in (block.lead, *block.lines))
        case Figure():
            yield from [_escape(block.caption), ""] if block.caption else []
            yield from _block(block.words)
        case References():
            yield from (f"- {_escape(f'[{number}]')} {_escape(entry)}" for number, entry in block.entries)
        case Table():
            yield _row(block.headings)
            yield "|" + " --- |" * len(block.headings)
            yield from map(_row, block.rows)


def _row(cells: tuple[Text, ...]) -> str:
    return "| " + " | ".join(_UNESCAPED_BAR.sub(r"\\|", _escape(cell)) for cell in cells) + " |"
