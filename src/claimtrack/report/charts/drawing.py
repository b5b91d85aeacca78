"""The pen of all charts: a titled frame, shapes, and lines of text cut or wrapped to a width."""

import unicodedata
from collections.abc import Callable, Iterable
from math import fsum

from claimtrack.report.markup import Markup, element, join
from claimtrack.text.escape import one_line

WIDE, NARROW = 720.0, 344.0
"""The widths that a picture is drawn in: for a page or a printed sheet, and for a telephone."""
SIZE, SMALL, BIG = 12.0, 11.0, 20.0
"""The sizes of text, as the style sheet has them."""
LINE = 15.0
"""The distance between lines of text."""
_EMS = {
    **dict.fromkeys("ijlI'|.,:; ", 0.34),
    **dict.fromkeys('frt()[]-/"!“”‘’·', 0.46),
    **dict.fromkeys("mwMWQO@%—…", 1.0),
    **dict.fromkeys("ABCDEFGHJKLNPRSTUVXYZ&+=<>~", 0.8),
}
"""The widths of characters in ems; those of a wide typeface, so that a text fits in any other too."""
_USUAL, _ELSEWHERE, _IDEOGRAPH, _BOLD = 0.64, 0.86, 1.05, 1.12
_FULL = frozenset("WF")


def frame(kind: str, title: str, number: int, *inner: Markup, width: float, height: float) -> Markup:
    """Put a drawing in its frame, with the title that a screen reader says.

    Args:
        kind: the class by which the style sheet knows the chart.
        title: what it shows, unescaped.
        number: a number of its own on the page, for the id of the title.
        inner: what is drawn.
        width: its width, in its own units.
        height: its height.
    """
    return element(
        "svg",
        element("title", title, id=f"picture-{number}"),
        *inner,
        class_=kind,
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=f"{width:.0f}",
        height=f"{height:.0f}",
        role="img",
        aria_labelledby=f"picture-{number}",
    )


def draw_line(kind: str, x1: float, y1: float, x2: float, y2: float) -> Markup:
    """Draw a straight line."""
    return element("line", class_=kind, x1=x1, y1=y1, x2=x2, y2=y2)


def draw_rectangle(kind: str, x: float, y: float, width: float, height: float, *, corner: int | None = None) -> Markup:
    """Draw a rectangle."""
    return element("rect", class_=kind, x=x, y=y, width=width, height=height, rx=corner)


def draw_circle(kind: str, x: float, y: float, radius: int) -> Markup:
    """Draw a circle."""
    return element("circle", class_=kind, cx=x, cy=y, r=radius)


def draw_path(kind: str, way: str) -> Markup:
    """Draw a path."""
    return element("path", class_=kind, d=way)


def write(*lines: str, x: float, y: float, kind: str | None = None, anchor: str = "middle") -> Markup:
    """Write lines of text one under the other, the first at `y`."""
    return join(
        element("text", text, x=x, y=y + place * LINE, text_anchor=anchor, class_=kind)
        for place, text in enumerate(lines)
    )


def measure(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """How wide a text is at most, in the units of a picture."""
    ems = fsum(_EMS.get(character) or _width(character) for character in text)
    return ems * size * (_BOLD if bold else 1.0)


def _width(character: str) -> float:
    if character.isascii():
        return _USUAL
    if unicodedata.combining(character):
        return 0.0
    return _IDEOGRAPH if unicodedata.east_asian_width(character) in _FULL else _ELSEWHERE


def wrap(text: str, room: float, *, most: int, size: float = SIZE, bold: bool = False) -> list[str]:
    """Wrap a text to lines of a width; text beyond the last line gives way to an ellipsis."""

    def fits(line: str) -> bool:
        return measure(line, size, bold=bold) <= room

    lines: list[str] = []
    for piece in (piece for word in one_line(text).split(" ") for piece in _pieces(word, fits)):
        if lines and fits(f"{lines[-1]} {piece}"):
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), room, size=size, bold=bold)]
    return lines or [""]


def _pieces(word: str, fits: Callable[[str], bool]) -> Iterable[str]:
    """A word in pieces no wider than a line."""
    if fits(word):
        yield word
        return
    piece = ""
    for character in word:
        if piece and not fits(piece + character):
            yield piece
            piece = ""
        piece += character
    yield piece


def cut(text: str, room: float, *, size: float = SIZE, bold: bool = False) -> str:
    """Cut a text to a width, with an ellipsis where something was cut."""
    text = one_line(text)
    if measure(text, size, bold=bold) <= room:
        return text
    kept, left = "", room - measure("…", size, bold=bold)
    for character in text:
        left -= measure(character, size, bold=bold)
        if left < 0.0:
            break
        kept += character
    return f"{kept.rstrip()}…"
