"""Folding: a text without what may differ between two ways to write a name.

Texts are folded to their letters and digits, without case, accents and what stands between them, so that "Bár-Quill"
and "BAR QUILL" are both `bar`, `quill`. Each word keeps where it stands in the text. Where a script has no spaces between
words each sign is a word, and where two scripts meet a word ends.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_SHORTEST_SPACED = 2
"""A single letter is no name, but in a script without spaces, where it may be a whole word."""
_SIGNS = ("CJK", "HANGUL", "HIRAGANA", "IDEOGRAPHIC", "KATAKANA", "KHMER", "LAO", "MYANMAR", "THAI", "TIBETAN")
_UNSPACED = frozenset((*_SIGNS, "ARABIC", "HEBREW"))
"""Scripts in which a word may have another right beside it: no spaces, particles, or prefixes."""
_EAST_ASIAN = frozenset({"HIRAGANA", "KATAKANA", "IDEOGRAPHIC"})
_MARKS_DROPPED = frozenset({"LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "COMBINING"})
"""Scripts whose marks are accents or vowel points, not letters."""
_ALIKE = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "þ": "th",
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
        "ة": "ه",
        "\u0640": "",
        "\u115f": "",
        "\u1160": "",
        "\u3164": "",
        "\uffa0": "",
    }
)
"""Letters that are written for one another, and fillers."""
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_NO_LETTERS = re.compile(r"[^0-9A-Za-z]+")
_RUN = re.compile(r"[0-9A-Za-z]+")
_RUNS = re.compile(r"[0-9A-Za-z]+|[\x00-\x7f]+?(?=[0-9A-Za-z]|[^\x00-\x7f]|$)|[^\x00-\x7f]", re.DOTALL)
"""Runs of ASCII letters and digits, runs of other ASCII, and every other character by itself."""


def letters_of(text: str) -> str:
    """The letters and digits of a text, folded."""
    if text.isascii():
        return _NO_LETTERS.sub("", text).lower()
    return "".join(word.letters for word in fold(text))


def spellings(name: str) -> Iterator[str]:
    """The folded letters of a name, with and without `ae` for `ä`; none where too few are left to tell it by."""
    folded = letters_of(name)
    if len(folded) >= _SHORTEST_SPACED or (folded and script_of(folded[0]) in _UNSPACED):
        yield folded
        umlauts = letters_of(unicodedata.normalize("NFC", name).casefold().translate(_SPELLED_OUT))
        if umlauts != folded:
            yield umlauts


class Word(NamedTuple):
    """A word of a text, folded; a sign of a script without spaces is one."""

    letters: str
    """Its letters and digits, folded."""
    first: int
    """Where it begins in the text."""
    last: int
    """Where its last letter ends."""


def fold(text: str) -> Iterator[Word]:
    """The words of a text, folded. Cost: linear in it."""
    return _fold_ascii(text) if text.isascii() else _fold_any(text)


def _fold_ascii(text: str) -> Iterator[Word]:
    """Fold a text in ASCII, of which most texts are: run by run."""
    return (Word(run[0].lower(), run.start(), run.end()) for run in _RUN.finditer(text))


def _fold_any(text: str) -> Iterator[Word]:
    """Fold any text: runs of ASCII letters and digits at once, and every other character by itself."""
    word: Word | None = None
    script_before, is_parted = "", True
    for run in _RUNS.finditer(text):
        piece = run[0]
        folded = (piece.lower() if piece.isalnum() else "") if piece.isascii() else _letters_of(piece)
        if folded is None:  # a mark on the letter before, or a joiner: as if it were not there
            continue
        if not folded:
            is_parted = True
            continue
        script = script_of(piece[0])
        # A word begins behind a space or sign, where the script changes, and anywhere in a script without spaces.
        if word is None or is_parted or script != script_before or script in _UNSPACED:
            if word is not None:
                yield word
            word = Word(folded, run.start(), run.end())
        else:
            word = Word(word.letters + folded, word.first, run.end())
        script_before, is_parted = script, False
    if word is not None:
        yield word


def _letters_of(character: str) -> str | None:
    """A character's letters without case and accents; empty for what parts words; None for what cannot be heard."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    kept, is_heard = [], False
    # NFKD takes a letter and its accents apart, and gives ligatures and wide forms their plain letters.
    for part in unicodedata.normalize("NFKD", character).casefold():
        category = unicodedata.category(part)
        is_mark = category[0] == "M" and (category == "Me" or script_of(part) in _MARKS_DROPPED)
        if is_mark or category == "Cf":  # accents, and signs that only direct or join others
            continue
        is_heard = True
        if category[0] in "LNM":
            kept.append(part)
    if not is_heard:
        return None
    found = "".join(kept).translate(_ALIKE)
    return found if found or not kept else None


def script_of(character: str) -> str:
    """The first word of a character's Unicode name: of a letter, its script."""
    return "LATIN" if character.isascii() else unicodedata.name(character, "?").partition(" ")[0]


def scripts_of(text: str) -> frozenset[str]:
    """The scripts of the letters of a text, Chinese and Japanese signs as one."""
    found = {script_of(character) for character in set(text) if character.isalpha()}
    return frozenset("CJK" if script in _EAST_ASIAN else script for script in found)
