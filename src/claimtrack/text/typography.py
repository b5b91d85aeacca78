"""Typography: a text without what two ways to print the same words may differ in."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_MOST_MARKS = 30
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ʼ": "’", "…": "..."}
)
_UNSEEN = frozenset(
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
_MARK_PIECES = re.compile(
    r"(?P<same>[\w.,;:!?()]+(?: [\w.,;:!?()]+)*)"
    r"|(?P<space>\s+)"
    r"|(?P<hyphen>(?<![^\s(\[])[\u2012\u2013\u2212](?=\d)|(?<=\d)[\u2012\u2013\u2212](?=\d)|[\u2010\u2011])"
    r"|(?P<dash>[\u2012-\u2015\u2212]|-{2,}|(?<!\S)-(?!\S))"
    r"|(?P<apostrophe>(?<=[^\W_])[’'‘‛′´`](?=[^\W_]))"
    r"|(?P<mark>[“”„‟«»‹›″\"’'‘‚‛′´`])"
    r"|(?P<other>(?s:.))"
)
_WRITTEN = {"hyphen": "-", "dash": "–", "apostrophe": "'", "mark": '"'}
_NAMED = {"hyphen": "dashes", "dash": "dashes", "apostrophe": "quotation marks", "mark": "quotation marks"}
_SINGLES = frozenset("’'‘‛′´`‚‹›")
"""Marks that are one stroke: after a digit they are no mark of two, as feet are no inches."""


class Plain(NamedTuple):
    """A text without differences of typography."""

    letters: str
    """Its characters; a dash is a dash and a hyphen a hyphen."""
    folded: str
    """The same, character by character, without capitals, and with hyphens for dashes."""
    starts: Sequence[int]
    """Where each begins in the text."""
    ends: Sequence[int]
    """Where each ends in the text."""


def plain_text(text: str) -> str:
    """A text without differences of typography."""
    return plain_of(text).letters


def plain_of(text: str, but: str = "") -> Plain:
    """A text without differences of typography, but for those of one name."""
    composed, begins, ends_of = (text, None, None) if but == "unicode" else _composed(text)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    space, glued = "", True
    for match in _MARK_PIECES.finditer(composed):
        kind = match.lastgroup or ""
        if kind == "space":
            space = "" if glued else match[0] if but == "white space" else " "
            continue
        written = _WRITTEN.get(kind) if _NAMED.get(kind) != but else None
        if (
            kind == "mark"
            and written
            and match[0] in _SINGLES
            and composed[match.start() - 1 : match.start()].isdigit()
        ):
            written = "'"  # feet, minutes: not what stands for inches and seconds
        glued = written in ("–", '"')
        if space and not glued:
            letters += space
            starts += [match.start() - len(space)] * len(space)
            ends += [match.start()] * len(space)
        space = ""
        letters += written or match[0]
        starts += range(match.start(), match.end()) if written is None else [match.start()]
        ends += range(match.start() + 1, match.end() + 1) if written is None else [match.end()]
    if begins is not None and ends_of is not None:
        starts, ends = [begins[place] for place in starts], [ends_of[place - 1] for place in ends]
    made = "".join(letters)
    return Plain(made, _lower(made), starts, ends)


def _composed(text: str) -> tuple[str, Sequence[int] | None, Sequence[int] | None]:
    """A text with its letters composed and nothing unseen, and where each begins and ends; None where as it was."""
    if text.isascii() or (
        unicodedata.is_normalized("NFC", text) and text.translate(_LIGATURES) == text and _UNSEEN.isdisjoint(text)
    ):
        return text, None, None
    made: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, cluster in _clusters(text):
        composed = unicodedata.normalize("NFC", cluster)
        made.append(composed)
        starts += [start] * len(composed)
        ends += [end] * len(composed)
    return "".join(made), starts, ends


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Each letter of a text with the marks that belong to it, and where they begin and end."""
    cluster, start, end = "", 0, 0
    for place, character in enumerate(text):
        if character in _UNSEEN:
            end = place + 1
        elif cluster and len(cluster) < _MOST_MARKS and belongs(character):
            cluster, end = cluster + character, place + 1
        else:
            if cluster:
                yield start, end, cluster
            cluster, start, end = character.translate(_LIGATURES), place, place + 1
    if cluster:
        yield start, end, cluster


def belongs(character: str) -> bool:
    """Whether a character is written as a part of the one before: a mark, or a later letter of a Korean syllable."""
    return not character.isascii() and (unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff")


def _lower(text: str) -> str:
    """A text in small letters and with hyphens for dashes, each in the place it had."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(small if len(small := character.lower()) == 1 else character for character in text)
    return lower.replace("–", "-")
