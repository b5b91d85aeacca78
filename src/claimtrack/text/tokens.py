"""Tokens: the words and numbers of a plain text, and whether a place lies inside one.

A quote may not begin or end inside a word or a number: `500` is no quote of `1,500`, nor `can` of `can't`.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable

from claimtrack.text.typography import PlainText, is_combining

Token = tuple[str, int, int]
"""A word in small letters, and where it begins and ends in the plain text."""

_UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00016fe0-\U00018dff\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
"""Letters of the scripts that put no spaces between words: Thai, Lao, Tibetan, Burmese, Khmer, Chinese, Japanese."""
_WITHOUT_SPACES = re.compile(f"[{_UNSPACED}]")
_NUMERALS = "〇零一二三四五六七八九十百千万萬亿億兆"
_TOKEN = re.compile(
    rf"[{_NUMERALS}]{{2,}}|[{_UNSPACED}]|(?:(?<!\w)-(?=\d))?[^\W_{_UNSPACED}]+"
    rf"(?:(?:['-]|(?<=\d)[.,:/](?=\d))[^\W_{_UNSPACED}]+)*"
)
"""A word or number with all that is joined to it; a letter of a script without spaces; a number in such a script."""
_ELIDED = frozenset({"l", "d", "j", "m", "t", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"})
"""French words that lose their vowel before another word, which may be quoted without them."""
_STEM = re.compile(r"(?<![^\W_])[^\W_]*+\Z")
_THOUSANDS = re.compile(r" \d{3}(?!\d)")
_FEW_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}\Z")


class Tokens:
    """The words of a plain text, in order: kept compactly, since a text may have millions, of few kinds."""

    def __init__(self, found: Iterable[Token]) -> None:
        self._words: list[str] = []
        self._starts, self._ends = array("I"), array("I")
        kinds: dict[str, str] = {}
        for word, start, end in found:
            self._words.append(kinds.setdefault(word, word))
            self._starts.append(start)
            self._ends.append(end)

    def __len__(self) -> int:
        return len(self._words)

    def __getitem__(self, place: int) -> Token:
        return self._words[place], self._starts[place], self._ends[place]

    def first(self, most: int) -> "Tokens":
        """The first of them, so many at most."""
        return Tokens(self[place] for place in range(min(most, len(self))))

    def words(self, start: int = 0, end: int | None = None) -> list[str]:
        """The words alone, from one to before another."""
        return self._words[start:end]


def tokens_of(plain: PlainText) -> Tokens:
    """The words and numbers of a plain text, in order."""
    return Tokens((match[0].casefold(), match.start(), match.end()) for match in _TOKEN.finditer(plain.letters))


def is_inside_token(letters: str, place: int) -> bool:
    """Whether a place of a plain text lies inside a word, a number or three dots."""
    if not 0 < place < len(letters):
        return False
    before, after = letters[place - 1], letters[place]
    if is_combining(after) and (before.isalnum() or is_combining(before)):
        return True
    if before == after == "." or _is_inside_number(letters, place):
        return True
    # A minus belongs to its number, a hyphen between two words does not.
    signed = before == "-" and after.isdigit() and not letters[place - 2 : place - 1].isalnum()
    # The sign that joins two halves of a token may stand on either side of the place.
    return signed or _is_one_word(before, after) or _joins(letters, place - 1) or _joins(letters, place)


def _is_inside_number(letters: str, place: int) -> bool:
    """Whether a place lies before the digits of `.5`, between the parts of `-€5`, or in the space of `1 500`."""
    before, after = letters[place - 1], letters[place]
    if before in ".,·" and after.isdigit():
        return not letters[place - 2 : place - 1].isalnum() and letters[place - 2 : place - 1] != before
    if unicodedata.category(after) == "Sc" and before == "-":
        return not letters[place - 2 : place - 1].isalnum()
    if unicodedata.category(before) == "Sc" and letters[place - 2 : place - 1] == "-" and after.isdigit():
        return not letters[max(0, place - 3) : place - 2].isalnum()
    space = place - 1 if before == " " else place if after == " " else -1
    return (
        space >= 0 and _THOUSANDS.match(letters, space) is not None and bool(_FEW_DIGITS.search(letters[:space][-5:]))
    )


def _is_one_word(before: str, after: str) -> bool:
    """Whether two neighbouring characters belong to one word or number."""
    if not ((before.isalnum() or is_combining(before)) and after.isalnum()):
        return False
    if all(character.isdigit() or character in _NUMERALS for character in (before, after)):
        return True
    return not (_WITHOUT_SPACES.match(before) or _WITHOUT_SPACES.match(after))


def _joins(letters: str, place: int) -> bool:
    """Whether a sign joins what stands before and after it to one word or number."""
    sign, before, after = letters[place], letters[max(0, place - 1) : place], letters[place + 1 : place + 2]
    if sign not in ".,:/'-·٫٬⁄" or not (before.isalnum() and after.isalnum()):
        return False
    if before.isdigit() and after.isdigit():
        return True
    if sign == "'":
        stem = _STEM.search(letters, max(0, place - 8), place)
        word = stem[0] if stem else ""
        # “d'accord” may be quoted as “accord”; a name such as D'Angelo, with two capitals, may not.
        return not (word.lower() in _ELIDED and (word.islower() or after.islower()))
    return sign == "-" and _is_one_word(before, after)
