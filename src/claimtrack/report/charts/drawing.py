"""The pen of all charts: a titled frame, shapes, and lines of text cut or wrapped to a width."""

import unicodedata
from collections.abc import Iterable

from claimtrack.report.markup import Markup, element, join
from claimtrack.text.escape import one_line

LINE = 15.0
"""The distance between lines of text."""
CHARACTER = 6.4
"""The width of a character, on the safe side for most text; East Asian wide ones are two."""
_WIDE = frozenset("WF")


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


def measure(text: str) -> int:
    """How many characters wide a text is."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in _WIDE else 1 for character in text)


def wrap(text: str, width: int, *, most: int) -> list[str]:
    """Wrap a text to lines of a width in characters; text beyond the last line gives way to an ellipsis."""
    lines: list[str] = []
    for piece in (piece for word in one_line(text).split(" ") for piece in _pieces(word, width)):
        if lines and measure(lines[-1]) + 1 + measure(piece) <= width:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), width)]
    return lines or [""]


def _pieces(word: str, width: int) -> Iterable[str]:
    """A word in pieces no wider than a line."""
    if measure(word) <= width:
        yield word
        return
    piece = ""
    for character in word:
        if measure(piece) + measure(character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece


def cut(text: str, width: int) -> str:
    """Cut a text to a width in characters, with an ellipsis where something was cut."""
    text = one_line(text)
    if measure(text) <= width:
        return text
    kept, left = "", width - 1
    for character in text:
        left -= measure(character)
        if left < 0:
            break
        kept += character
    return f"{kept.rstrip()}…"
