"""Typography: a text without the differences between two ways to print the same words."""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimtrack._records import without_texts

_MOST_MARKS = 30
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ʼ": "’", "…": "..."}
)
_UNSEEN = frozenset(
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
_MARK_PIECES = re.compile(
    r"(?P<same>[\w.,;:!?()]++(?: [\w.,;:!?()]++)*+)"
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
"""Marks of one stroke. After a digit they stand for feet or minutes, which are no inches and no seconds."""


class PlainText(NamedTuple):
    """A text without differences of typography."""

    letters: str
    """Its characters, in which dashes and hyphens are still two."""
    folded: str
    """The same, character by character, in small letters and with hyphens for dashes."""
    starts: Sequence[int]
    """Where each begins in the text."""
    ends: Sequence[int]
    """Where each ends in the text."""

    def __repr__(self) -> str:
        return without_texts(self)


def plain_text(text: str) -> str:
    """A text without differences of typography."""
    return without_typography(text).letters


def without_typography(text: str, but: str = "") -> PlainText:
    """A text without differences of typography, and where each of its characters came from.

    Args:
        text: the text as printed.
        but: the one kind of difference to keep: unicode, quotation marks, dashes or white space.
    """
    composed, begins, ends_of = (text, None, None) if but == "unicode" else _composed(text)
    # Compact, since a text may be long: a list of numbers takes ten times as much.
    letters: list[str] = []
    starts, ends = array("I"), array("I")
    # White space is held back until the next piece is known: none is left at either end of the text, nor beside a dash
    # or a quotation mark, where printers disagree about it. So it is taken up only between two pieces of words.
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
            written = "'"
        glued = written in ("–", '"')
        if space and not glued:
            letters.append(space)
            starts.extend([match.start() - len(space)] * len(space))
            ends.extend([match.start()] * len(space))
        space = ""
        letters.append(written or match[0])
        starts.extend(range(match.start(), match.end()) if written is None else [match.start()])
        ends.extend(range(match.start() + 1, match.end() + 1) if written is None else [match.end()])
    # The pieces were found in the composed text; their places are wanted in the text as it was.
    if begins is not None and ends_of is not None:
        starts = array("I", (begins[place] for place in starts))
        ends = array("I", (ends_of[place - 1] for place in ends))
    made = "".join(letters)
    return PlainText(made, _lower(made), starts, ends)


def _composed(text: str) -> tuple[str, Sequence[int] | None, Sequence[int] | None]:
    """A text in composed letters, without invisible characters, and where each begins and ends.

    The places are None for a text that is composed as it stands, which is nearly every text.
    """
    if text.isascii() or (
        unicodedata.is_normalized("NFC", text) and text.translate(_LIGATURES) == text and _UNSEEN.isdisjoint(text)
    ):
        return text, None, None
    made: list[str] = []
    starts, ends = array("I"), array("I")
    for start, end, cluster in _clusters(text):
        composed = unicodedata.normalize("NFC", cluster)
        made.append(composed)
        starts.extend([start] * len(composed))
        ends.extend([end] * len(composed))
    return "".join(made), starts, ends


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Each letter of a text with its combining marks, and where they begin and end."""
    cluster, start, end = "", 0, 0
    for place, character in enumerate(text):
        if character in _UNSEEN:
            end = place + 1
        elif cluster and len(cluster) < _MOST_MARKS and is_combining(character):
            cluster, end = cluster + character, place + 1
        else:
            if cluster:
                yield start, end, cluster
            cluster, start, end = character.translate(_LIGATURES), place, place + 1
    if cluster:
        yield start, end, cluster


def is_combining(character: str) -> bool:
    """Whether a character is part of the one before: a mark, or a later letter of a Korean syllable."""
    return not character.isascii() and (unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff")


def _lower(text: str) -> str:
    """A text in small letters and with hyphens for dashes, of the same length."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(small if len(small := character.lower()) == 1 else character for character in text)
    return lower.replace("–", "-")
