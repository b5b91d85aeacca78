"""Where a word stands: inside a sentence, behind a title, in an address, beside which words."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from claimtrack.text.folding import letters_of
from claimtrack.text.name_words import BESIDE_SIGNS, CALENDAR, COMMON, OF_NAMES, PARTICLES, TIMES, TITLES

_TITLES, _PARTICLES, _CALENDAR, _COMMON, _TIMES = (
    frozenset(map(letters_of, words)) for words in (TITLES, PARTICLES, CALENDAR, COMMON, TIMES)
)
_LONGEST_TITLE = 40
_LONGEST_ADDRESS = 200
_ADDRESS = re.compile(r"[@_=~\\]|://|\bwww\.|[\w-]/|/[\w-]|#\w|\w\.[a-z][a-z0-9]{1,6}(?![\w'’])")
"""What makes an address, a handle or a file's name of what stands together."""
_BESIDE = re.compile(r"[ \u00a0\-‐‑]{1,2}")
_SENTENCE_ENDS = frozenset('.!?:;"“”„«»¿¡•\n(')
"""Signs behind which a sentence begins, whose first word has a capital anyway."""
_NEAR = 6
CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
"""Where words are run together: "AdaQuill"."""
_INITIALED = re.compile(r"[A-Z]{1,3}(?=[A-Z][a-z])")
_FULL_STOP = re.compile(r"([^\W\d_]{1,40})\.[\s\u00a0]+(?=\w)")
_NUMBER_AFTER = re.compile(r"\.?[ \u00a0\-–/]?\d")
_NUMBER_BEFORE = re.compile(r"\d(?:st|nd|rd|th|\.)?[ \u00a0\-–/]?\Z")
_NAME_PARTICLE = rf"(?:(?:{'|'.join(sorted(OF_NAMES))})[ \u00a0])"
_GOES_ON = re.compile(rf"(?:[ \u00a0]{{1,2}}|[\-‐‑/]){_NAME_PARTICLE}{{0,3}}([^\W\d_]+)")
_NICKNAMED = re.compile(r"[ \u00a0]['‘“\"„][^\W\d_]{1,20}['’”\"“][ \u00a0]([^\W\d_]+)")
_IN_BRACKETS = re.compile(r"[ \u00a0]?[(\[]([^\W\d_]+)[)\]]")
_NEXT_LINE = re.compile(r"[ \t]?\r?\n[ \t]?([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"(?:[ \u00a0]?([.'’\-_])|[ \u00a0])([^\W\d_]+)")
"""It is matched backwards, lest each character before a place is tried."""
_UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff"
    "\u3005-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff"
)
"""Thai, Lao, Tibetan, Burmese, Korean, Khmer, Japanese and Chinese."""


def word_before(text: str, place: int) -> tuple[str, int, str] | None:
    """The word right before a place, where it begins, and the sign between: a space where there is none."""
    found = _WORD_BEFORE.match(text[max(place - _LONGEST_TITLE, 0) : place][::-1])
    return None if found is None else (found[2][::-1], place - found.end(), found[1] or " ")


def word_after(text: str, place: int) -> str | None:
    """The word right behind a place."""
    beside = _BESIDE.match(text, place)
    found = word_pattern().match(text, beside.end()) if beside else None
    return None if found is None else found[0]


def is_common_word(letters: str) -> bool:
    """Whether a folded word stands in any prose: a common word, a title, a particle, a day or a month."""
    return letters in _COMMON or letters in _CALENDAR or letters in _TITLES or letters in _PARTICLES


def is_camel(word: str) -> bool:
    """Whether words are run together in one, or initials with a word: "AdaQuill", "AQuill"."""
    return CAMEL.search(word) is not None or _INITIALED.match(word) is not None


def is_capital(text: str, place: int) -> bool:
    """Whether the letter at a place is no small letter; scripts without capitals have none."""
    return not text[place].islower() or "\u10d0" <= text[place] <= "\u10ff"  # Georgian has no capitals in names


def is_inside_sentence(text: str, place: int) -> bool:
    """Whether a place is not the beginning of a sentence, where any word has a capital."""
    place -= 1
    while place >= 0 and text[place].isspace() and text[place] != "\n":
        place -= 1
    return place >= 0 and text[place] not in _SENTENCE_ENDS


def is_titled(text: str, place: int) -> bool:
    """Whether a title stands right before a place."""
    before = word_before(text, place)
    return before is not None and letters_of(before[0]) in _TITLES and before[0][:1].isupper()


def is_in_address(text: str, first: int, last: int) -> bool:
    """Whether a word stands in an address, a handle or a file's name."""
    before, after = text[max(first - 1, 0) : first], text[last : last + 1]
    if (before.isspace() or not before) and (after.isspace() or not after):
        return False
    if before.isdigit() or after.isdigit():
        return True
    return _ADDRESS.search(_beside(text, first, last)) is not None


def is_in_mail_or_handle(text: str, first: int, last: int) -> bool:
    """Whether a word stands in a mail address or behind the sign of a handle."""
    return "@" in _beside(text, first, last)


def _beside(text: str, first: int, last: int) -> str:
    """A word with what stands around it without a space, as far as an address may go."""
    before, after = text[max(first - _LONGEST_ADDRESS, 0) : first], text[last : last + _LONGEST_ADDRESS]
    left = "" if not before or before[-1].isspace() else before.split()[-1]
    right = "" if not after or after[0].isspace() else after.split(maxsplit=1)[0]
    return f"{left}{text[first:last]}{right}"


def ends_sentence(text: str, first: int, last: int) -> bool:
    """Whether a sentence ends between two places: a full stop that is of no title or initial, and a space."""
    return any(
        len(stop[1]) > 1 and letters_of(stop[1]) not in _TITLES and letters_of(stop[1]) not in _PARTICLES
        for stop in _FULL_STOP.finditer(text, first, last)
    )


def is_date(text: str, first: int, last: int) -> bool:
    """Whether a word that may be a month or season is one: a number, or a word of time, stands beside it."""
    before = word_before(text, first)
    return (
        _NUMBER_AFTER.match(text, last) is not None
        or _NUMBER_BEFORE.search(text, max(first - _NEAR, 0), first) is not None
        or (before is not None and letters_of(before[0]) in _TIMES)
    )


def goes_on(text: str, last: int, *, is_one_word: bool) -> str | None:
    """The word behind a place with which a name may go on: behind a space, hyphen or slash, a particle or nickname.

    Behind the end of a line it may do so where the name so far is one word; in brackets it stands alone.
    """
    found = _GOES_ON.match(text, last) or _NICKNAMED.match(text, last) or _IN_BRACKETS.match(text, last)
    if found is None and is_one_word:
        found = _NEXT_LINE.match(text, last)
    return None if found is None or letters_of(found[1]) in ("i", "a") else found[1]


def is_inside_signs(text: str, first: int, last: int) -> bool:
    """Whether a find in Chinese signs may be a part of a longer word: a sign that begins or ends no word beside it."""
    if not _is_sign(text, first):
        return False
    before_it = first > 0 and _is_sign(text, first - 1) and text[first - 1] not in BESIDE_SIGNS
    return before_it or (_is_sign(text, last) and text[last] not in BESIDE_SIGNS)


def _is_sign(text: str, place: int) -> bool:
    return place < len(text) and "\u3400" <= text[place] <= "\u9fff"


def is_adjective(text: str, first: int) -> bool:
    """Whether an Arabic surname with an article may be the adjective of the noun before it, which has one too."""
    before = word_before(text, first) if text.startswith("ال", first) else None
    return before is not None and before[0].startswith("ال") and letters_of(before[0]) not in _TITLES


def may_stand_between(word: str) -> bool:
    """Whether a word may be an initial, a particle, a title or a middle name inside a name."""
    return word[:1].isupper() or letters_of(word) in _PARTICLES


@cache
def word_pattern() -> re.Pattern[str]:
    """A word with its marks; where a script has no spaces between words, a run of its letters."""
    kinds = map(unicodedata.category, map(chr, range(0x300, 0x10000)))
    marks = _ranges((0xAD, *(code for code, kind in enumerate(kinds, 0x300) if kind in ("Mn", "Mc", "Cf"))))
    marks += "\U000e0100-\U000e01ef"  # variation selectors
    spaced = rf"(?![{_UNSPACED}])[^\W\d_]"
    in_ascii = r"[A-Za-z]++(?![^\x00-\x7f])"  # as most are
    return re.compile(rf"{in_ascii}|[{_UNSPACED}]+|(?:{spaced})(?:{spaced}|[{marks}])*")


def _ranges(codes: Iterable[int]) -> str:
    found: list[list[int]] = []
    for code in codes:
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in found)
