"""The text of an HTML page as a reader sees it: no hidden elements, no footnote marks.

The page is parsed by selectolax, whose Lexbor engine follows the HTML standard, error recovery included, and is quick
even on hostile pages (html5lib, in pure Python, is ten times as slow and has had no release for years).
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.documents.tags import tags_only
from claimtrack.errors.failures import MissingExtra, UnreadableFile

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_HIDDEN = frozenset("-comment head iframe noembed noframes noscript script style template title".split())  # noqa: SIM905
_INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label link mark meta nobr picture q rp rt
    ruby s samp small source span strike strong sub sup time tt u var wbr
    """.split()  # noqa: SIM905
)
"""Elements within a line; every other element begins a line of its own."""

_NOTE_MARK = re.compile(r"(?:[\s\d,;*†‡§¶‖#()]|\[[^\[\]]{0,30}\])*+")
_LAST_WORD = re.compile(r"(?<![^\W_])[^\W_]++\Z")
_LONGEST_UNIT = 2
_ENOUGH = _LONGEST_UNIT + 1
"""How many pieces before raised text, and characters of each, are looked at, so that the cost is linear."""


def html_text(page: str, path: str = "") -> str:
    """The text that a reader of a page sees; the path is for messages.

    Blocks are parted by line breaks. Footnote marks in `<sup>` go; raised digits after a number or a unit stay as a
    power, so that 10⁶ does not become 106.

    Raises:
        MissingExtra: `claimtrack[documents]` is not installed.
        UnreadableFile: its elements nest deeper than the limit `depth`, or the parser gives it up.

    Cost: linear in the page, times the depth of its elements at worst.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser, SelectolaxError  # noqa: PLC0415
    except ImportError:
        raise MissingExtra(extra="documents", what="reading HTML documents") from None
    tags = tags_only(page, path)
    try:
        root = LexborHTMLParser(tags).root
    except SelectolaxError:
        raise UnreadableFile(path=path, reason="not HTML that can be read") from None
    pieces: list[str] = []
    raised_from = -1
    for node, is_end in _walk(root) if root is not None else ():
        name = node.tag
        if name == "-text":
            pieces.append(node.text_content or "")
        elif name == "sup":
            if is_end and raised_from >= 0:
                before = "".join(piece[-_ENOUGH:] for piece in pieces[max(raised_from - _ENOUGH, 0) : raised_from])
                pieces[raised_from:] = _without_note_mark(before, "".join(pieces[raised_from:]))
            # Within nested <sup> only the innermost can be a mark.
            raised_from = -1 if is_end else len(pieces)
        elif name not in _INLINE:
            pieces.append("\n")
    return "".join(pieces)


def _walk(root: "LexborNode") -> Iterator[tuple["LexborNode", bool]]:
    """The visible nodes in the order of the page, each element at its start and at its end.

    It does not recurse: a hostile page can nest deeper than Python's stack.
    """
    open_: list[LexborNode] = []
    node: LexborNode | None = root
    while node is not None or open_:
        if node is None:
            ended = open_.pop()
            yield ended, True
            node = ended.next
        elif node.tag in _HIDDEN:
            node = node.next
        else:
            yield node, False
            if node.tag == "-text":
                node = node.next
            else:
                open_.append(node)
                node = node.child


def _without_note_mark(before: str, raised: str) -> list[str]:
    """What stays of raised text: all of it, a power (`^6`), or nothing of a footnote's mark."""
    if not _NOTE_MARK.fullmatch(raised):
        return [raised]
    return [f"^{raised.strip()}"] if _is_power(before, raised) else []


def _is_power(before: str, raised: str) -> bool:
    """Whether raised digits belong to a number or a short unit, as in 10⁶ and km²; after a word they mark a note."""
    if not raised.strip().isdigit():
        return False
    word = _LAST_WORD.search(before)
    return word is not None and (word[0][-1].isdigit() or len(word[0]) <= _LONGEST_UNIT)
