"""Folding: a text without what may differ between two ways to write a name.

Texts are folded to their letters and digits, without case, accents and what stands between them, so that "Bár-Quill"
and "BAR QUILL" are both `bar`, `quill`. Each word keeps where it stands in the text. Where a script has no spaces
between words each sign is a word, and where two scripts meet a word ends.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import compress, product

_SHORTEST_SPACED = 2
"""A single letter is no name, but in a script without spaces, where it may be a whole word."""
_SIGNS = ("CJK", "HANGUL", "HIRAGANA", "IDEOGRAPHIC", "KATAKANA", "KHMER", "LAO", "MYANMAR", "THAI", "TIBETAN")
_UNSPACED = frozenset((*_SIGNS, "ARABIC", "HEBREW"))
"""Scripts in which a word may have another right beside it: no spaces, particles, or prefixes."""
_EAST_ASIAN = frozenset({"HIRAGANA", "KATAKANA", "IDEOGRAPHIC"})
_MARKS_DROPPED = frozenset({"LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "COMBINING", "VARIATION"})
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
_SPELLED_OUT: dict[str, str | int | None] = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj"}
"""Letters that are typed as two where a keyboard has none for them; each of them may be."""
_NO_LETTERS = re.compile(r"[^0-9A-Za-z]+")
_SIGNS_BETWEEN = r"\x00-/:-@\[-`{-\x7f"
_RUN_SIGN = f"[^{_SIGNS_BETWEEN}]"
_RUN = re.compile(f"{_RUN_SIGN}+")
"""Letters and digits, and whatever is not ASCII, without ASCII signs and spaces between."""
_GAP = re.compile(f"[{_SIGNS_BETWEEN}]")
_PIECE_OF_A_TEXT = 1 << 18
"""So many characters of a text are looked through at once, lest all its words are held in memory."""
_SHORT = 1_000
_FEW = 30
_PIECES = re.compile(r"[0-9A-Za-z]+|[^\x00-\x7f]")

Word = tuple[str, int, int]
"""A folded word, and where in the text it begins and ends; a sign of a script without spaces is a word."""
Run = tuple[int, int]
"""Where in a text a run of letters, digits and other than ASCII signs begins and ends."""


def letters_of(text: str) -> str:
    """The letters and digits of a text, folded."""
    if text.isascii():
        return text.lower() if text.isalnum() else _NO_LETTERS.sub("", text).lower()
    return "".join(letters for letters, _, _ in fold(text))


def spellings(name: str) -> Iterator[str]:
    """The folded letters of a name, with and without `ae` for `ä`; none where too few are left to tell it by.

    Of each letter that may be typed as two, all in a name are typed alike.
    """
    folded = letters_of(name)
    if len(folded) >= _SHORTEST_SPACED or (folded and script_of(folded[0]) in _UNSPACED):
        yield folded
        if name.isascii():
            return
        whole = unicodedata.normalize("NFC", name).casefold()
        letters = [letter for letter in _SPELLED_OUT if letter in whole]
        ways = product((False, True), repeat=len(letters))
        for chosen in (compress(letters, way) for way in ways):
            typed = letters_of(whole.translate(str.maketrans({letter: _SPELLED_OUT[letter] for letter in chosen})))
            if typed != folded:
                yield typed


def runs_that(tell: Callable[[str], bool], text: str) -> Iterator[Run]:
    """Where the runs of letters stand that tell something; in a long text each is asked of once or twice."""
    if len(text) < _SHORT:
        for run in _RUN.finditer(text):
            if tell(run[0]):
                yield run.span()
        return
    start = 0
    while start < len(text):
        gap = _GAP.search(text, start + _PIECE_OF_A_TEXT)
        end = gap.end() if gap else len(text)
        different = " ".join(set(text[start:end].split(" ")))  # most of what stands in a page stands there often
        telling = sorted(filter(tell, set(_RUN.findall(different))))
        if len(telling) > _FEW:
            known = frozenset(telling)
            yield from (run.span() for run in _RUN.finditer(text, start, end) if run[0] in known)
        elif telling:
            few = re.compile("|".join(f"{run}(?<!{_RUN_SIGN}{run})(?!{_RUN_SIGN})" for run in telling))
            yield from (run.span() for run in few.finditer(text, start, end))
        start = end


def fold(text: str, start: int = 0) -> Iterator[Word]:
    """The words of a text from a place on, folded. Cost: linear in it."""
    for run in _RUN.finditer(text, start):
        if run[0].isascii():  # as most are
            yield run[0].lower(), run.start(), run.end()
        else:
            yield from _fold_any(run[0], run.start())


def _fold_any(run: str, start: int) -> Iterator[Word]:
    """Fold a run of letters of any scripts: ASCII letters and digits at once, every other character by itself."""
    letters, first, last = "", start, start
    script_before, is_parted = "", True
    for piece in _PIECES.finditer(run):
        folded = piece[0].lower() if piece[0].isascii() else _letters_of(piece[0])
        if folded is None:  # a mark on the letter before, or a joiner: as if it were not there
            continue
        if not folded:
            is_parted = True
            continue
        script = script_of(piece[0][0])
        # A word begins behind a sign, where the script changes, and anywhere in a script without spaces.
        if letters and (is_parted or script != script_before or script in _UNSPACED):
            yield letters, first, last
            letters = ""
        if not letters:
            first = start + piece.start()
        letters, last = letters + folded, start + piece.end()
        script_before, is_parted = script, False
    if letters:
        yield letters, first, last


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
