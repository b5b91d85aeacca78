"""What all pictures are drawn with: a frame with a title, lines of text that fit a width, and numbers."""

import unicodedata
from collections.abc import Iterable

from claimtrack.report.render.escaping import safe
from claimtrack.text.escape import one_line

LINE = 15.0
"""How far lines of text stand apart."""
CHARACTER = 6.4
"""How wide a character is, at most, as a rule; one of the East Asian wide ones is two."""
_WIDE = frozenset("WF")


def framed(width: float, height: float, title: str, number: int, inner: str, *, kind: str) -> str:
    """A picture with its title.

    Args:
        width: how wide it is, in its own units.
        height: how high it is.
        title: what it shows, unescaped.
        number: a number of its own on the page, for the id that names its title.
        inner: what is drawn.
        kind: the word by which the style knows the kind of picture.
    """
    return (
        f'<svg class="{kind}" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" '
        f'role="img" aria-labelledby="picture-{number}"><title id="picture-{number}">{safe(title)}</title>{inner}</svg>'
    )


def size(text: str) -> int:
    """How many characters wide a text is."""
    return sum(2 if unicodedata.east_asian_width(character) in _WIDE else 1 for character in text)


def wrapped(text: str, width: int, *, most: int) -> list[str]:
    """A text in at most so many lines of a width in characters; what is over gives way to an ellipsis."""
    lines: list[str] = []
    words = [piece for word in one_line(text).split(" ") for piece in _pieces(word, width)]
    for word in words:
        if lines and size(lines[-1]) + 1 + size(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], fitting(" ".join(lines[most - 1 :]), width)]
    return lines or [""]


def _pieces(word: str, width: int) -> Iterable[str]:
    """A word in pieces that are no wider than a line."""
    piece = ""
    for character in word:
        if size(piece) + size(character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece


def fitting(text: str, width: int) -> str:
    """A text cut to a width in characters, with an ellipsis where something was cut."""
    text = one_line(text)
    if size(text) <= width:
        return text
    kept = ""
    for character in text:
        if size(kept) + size(character) > width - 1:
            break
        kept += character
    return f"{kept.rstrip()}…"


def lettered(lines: Iterable[str], x: float, y: float, *, kind: str = "", anchor: str = "middle") -> str:
    """Lines of text one under the other; `y` is where the first one stands."""
    named = f' class="{kind}"' if kind else ""
    return "".join(
        f'<text x="{x:.1f}" y="{y + place * LINE:.1f}" text-anchor="{anchor}"{named}>{safe(line)}</text>'
        for place, line in enumerate(lines)
    )
