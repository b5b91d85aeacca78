"""Names in free text: found however they are written, and replaced.

A name is found in any case, with or without accents, in any spacing, whole, and also behind the escapes of addresses
and of HTML. Where a script has no spaces between words, or two scripts meet, it may stand right beside other letters.

Names and texts are folded for that: to their letters and digits, without case, accents and what stands between them, so
that "Bár-Quill" and "BAR QUILL" are both `barquill`. Of each folded letter it is kept where it stands in the text, and
whether a word may begin there. At each such place the names with the same first letters are tried, the longest first.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

_KEY = 3
"""Names are looked up by so many first letters."""
_SHORTEST_SPACED = 2
"""A single letter is no name, but in a script without spaces, where it may be a whole word."""
_SIGNS = ("CJK", "HANGUL", "HIRAGANA", "IDEOGRAPHIC", "KATAKANA", "KHMER", "LAO", "MYANMAR", "THAI", "TIBETAN")
_UNSPACED = frozenset((*_SIGNS, "ARABIC", "HEBREW"))
"""Scripts in which a word may have another right beside it: no spaces, particles, or prefixes."""
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
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})
_ENDINGS = frozenset('.!?:"“”')
"""Signs after which a sentence begins."""
_RUN = re.compile(r"[0-9A-Za-z]+")
_RUNS = re.compile(r"[0-9A-Za-z]+|[\x00-\x7f]+?(?=[0-9A-Za-z]|[^\x00-\x7f]|$)|[^\x00-\x7f]", re.DOTALL)
"""Runs of ASCII letters and digits, runs of other ASCII, and every other character by itself."""
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}|&#?\w+;", re.ASCII)


def letters_of(name: str) -> str:
    """The letters and digits of a name without what may differ between two ways to write it."""
    return _fold(name).letters


def replacing(words: Mapping[str, str], ids: Mapping[str, str] | None = None) -> Callable[[str], str]:
    """A function that puts other words in the place of names.

    A name of one word is found only where it begins with a capital, as names do.

    Args:
        words: for each name, what to put in its place. Of names that are written alike the first counts.
        ids: the same for ids. An id that is a plain word is taken for a name only where it has a capital inside a
            sentence, since it may be a word of the prose as well.

    Cost: linear in the text, times the lengths that names which begin alike may have.

    Example:
        >>> replacing({"Ada Quill": "Source 1"})("It was ADA-QUILL.")
        'It was Source 1.'
    """
    index = _index(words, ids or {})
    symbols = {name.strip(): label for name, label in words.items() if name.strip() and not letters_of(name)}
    if not index.names and not symbols:
        return lambda text: text

    def replaced(text: str) -> str:
        parts, done = [], 0
        for first, last, label in _spans(text, index):
            parts += [text[done:first], label]
            done = last
        found = "".join((*parts, text[done:]))
        for symbol, label in symbols.items():
            found = found.replace(symbol, label)
        return found

    def clean(text: str) -> str:
        found = replaced(text)
        plain = _decoded(found)
        if plain is None:
            return found
        opened = replaced(plain)
        return found if opened == plain else opened  # escapes stay, unless they hide a name

    return clean


def mentioning(
    names: Mapping[str, str], ids: Mapping[str, str] | None = None, apart: Collection[str] = ()
) -> Callable[[str], set[str]]:
    """A function that says which of some names stand in a text, also behind the escapes of addresses and of HTML.

    Args:
        names: for each name, what to say of it.
        ids: the same for ids, which are taken for names as in `replacing`.
        apart: the names that are none where other letters stand right beside them, whatever their script.

    Cost: linear in the text, times the lengths that names which begin alike may have.

    Example:
        >>> sorted(mentioning({"Ada Quill": "ada", "Vane Lines": "owner"})("Vane Lines knew."))
        ['owner']
    """
    index = _index(names, ids or {}, apart)

    def mentioned(text: str) -> set[str]:
        found = {label for _, _, label in _spans(text, index)}
        plain = _decoded(text)
        return found if plain is None else found | {label for _, _, label in _spans(plain, index)}

    return mentioned


def _decoded(text: str) -> str | None:
    """The text without the escapes of addresses and of HTML; None where it has none."""
    plain = html.unescape(unquote(text)) if _ENCODED.search(text) else text
    return None if plain == text else plain


class _Name(NamedTuple):
    """How to recognise a name, and what to put in its place."""

    label: str
    leading: str = ""
    """Signs before its first letter; they go with it."""
    trailing: str = ""
    """Signs after its last letter."""
    has_capital: bool = False
    """Whether it is one word that is a name with a capital only."""
    is_inside: bool = False
    """Whether even a capital says nothing at the beginning of a sentence, where any word has one."""
    is_apart: bool = False
    """Whether it is no name where other letters stand right beside it, whatever its script."""


class _Index(NamedTuple):
    """Names by the letters that they are recognised by."""

    names: Mapping[str, _Name]
    """Each name by its folded letters."""
    lengths: Mapping[str, Sequence[int]]
    """The lengths of names by their first letters, the longest first."""
    firsts: frozenset[str]
    """The letters that a name begins with."""


def _index(words: Mapping[str, str], ids: Mapping[str, str], apart: Collection[str] = ()) -> _Index:
    """Names and ids by their spellings; of several with the same one the first counts."""
    names: dict[str, _Name] = {}
    for name, label in words.items():
        for spelling in _spellings(name):
            names.setdefault(spelling, _name(name.strip(), label))
    for name, label in ids.items():
        is_word = name.isalpha() and name.islower()
        for spelling in _spellings(name):
            names.setdefault(spelling, _Name(label, has_capital=is_word, is_inside=is_word))
    for spelling in {spelling for name in apart for spelling in _spellings(name)} & names.keys():
        names[spelling] = names[spelling]._replace(is_apart=True)
    lengths: dict[str, set[int]] = {}
    for spelling in names:
        lengths.setdefault(spelling[:_KEY], set()).add(len(spelling))
    longest_first = {start: sorted(sizes, reverse=True) for start, sizes in lengths.items()}
    return _Index(names, longest_first, frozenset(start[:1] for start in longest_first))


def _name(name: str, label: str) -> _Name:
    letters = [place for place, character in enumerate(name) if _letters_of(character)]
    if not letters:
        return _Name(label)
    first, last = letters[0], letters[-1]
    is_one_word = all(map(_letters_of, name[first : last + 1]))
    return _Name(label, name[:first], name[last + 1 :], has_capital=is_one_word and name[first].isupper())


def _spellings(name: str) -> Iterable[str]:
    """The folded letters of a name, with and without `ae` for `ä`; none where too few are left to tell it by."""
    folded = letters_of(name)
    if len(folded) >= _SHORTEST_SPACED or (folded and _script(folded[0]) in _UNSPACED):
        yield folded
        umlauts = letters_of(unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS))
        if umlauts != folded:
            yield umlauts


def _spans(text: str, index: _Index) -> list[tuple[int, int, str]]:
    """Where names stand in a text and what to put there, from left to right; names that overlap go together."""
    folded = _fold(text)
    found: list[tuple[int, int, str]] = []
    for at, (letter, is_edge) in enumerate(zip(folded.letters, folded.is_edge, strict=False)):
        if not is_edge or letter not in index.firsts:
            continue
        span = next(_names_at(text, folded, at, index), None)
        if span is not None and found and span[0] < found[-1][1]:
            # Of "Kim Lee" and "Lee Park" in "Kim Lee Park" the first label covers all: no part may be left over.
            before = found.pop()
            span = (before[0], max(span[1], before[1]), before[2])
        if span is not None:
            found.append(span)
    return found


def _names_at(text: str, folded: "_Folded", at: int, index: _Index) -> Iterator[tuple[int, int, str]]:
    """The names that stand at a folded letter, the longest first: from where to where, and the label."""
    for spelling in _candidates(folded.letters, at, index):
        name, end = index.names[spelling], at + len(spelling)
        first, last = folded.places[at], folded.places[end - 1] + 1
        if not folded.is_edge[end] or not _is_meant(text, first, name) or not _is_apart(text, first, last, name):
            continue
        if name.leading and text.endswith(name.leading, 0, first):
            first -= len(name.leading)
        if name.trailing and text.startswith(name.trailing, last):
            last += len(name.trailing)
        while last < len(text) and _letters_of(text[last]) is None:  # accents of the last letter, and joiners
            last += 1
        yield first, last, name.label


def _candidates(letters: str, at: int, index: _Index) -> Iterator[str]:
    """The spellings that stand at a place, the longest first."""
    for size in range(_KEY, 0, -1):
        start = letters[at : at + size]
        for length in index.lengths.get(start, ()) if len(start) == size else ():
            spelling = letters[at : at + length]
            # Names of fewer letters than the key are filed under all that they have.
            if size in (_KEY, length) and spelling in index.names:
                yield spelling


def _is_meant(text: str, place: int, name: _Name) -> bool:
    """Whether the letters of a name are meant as one, by their capital and by where it stands."""
    if not name.has_capital:
        return True
    if not text[place].isupper():
        return text[max(place - 1, 0)] == "@"  # the name of an account
    if not name.is_inside:
        return True
    place -= 1
    while place >= 0 and text[place].isspace():
        place -= 1
    return place >= 0 and text[place] not in _ENDINGS


def _is_apart(text: str, first: int, last: int, name: _Name) -> bool:
    """Whether no letter stands right beside a name that is one only then."""
    return not name.is_apart or not any(map(_letters_of, text[max(first - 1, 0) : first] + text[last : last + 1]))


class _Folded(NamedTuple):
    """A text without what may differ between two ways to write a name."""

    letters: str
    """Its letters and digits, one after the other."""
    places: Sequence[int]
    """Where each stands in the text."""
    is_edge: Sequence[bool]
    """For each, and one more for the end: whether a name may begin here, or end before it."""


def _fold(text: str) -> _Folded:
    return _fold_ascii(text) if text.isascii() else _fold_any(text)


def _fold_ascii(text: str) -> _Folded:
    """Fold a text in ASCII, of which most texts are: run by run, and not letter by letter."""
    letters: list[str] = []
    places: list[int] = []
    is_edge: list[bool] = []
    for run in _RUN.finditer(text):
        letters.append(run[0].lower())
        places += range(run.start(), run.end())
        is_edge += [True] + [False] * (run.end() - run.start() - 1)
    return _Folded("".join(letters), places, [*is_edge, True])


def _fold_any(text: str) -> _Folded:
    """Fold any text: runs of ASCII letters and digits at once, and every other character by itself."""
    letters: list[str] = []
    places: list[int] = []
    is_edge: list[bool] = []
    script_before, is_parted = "", True
    for run in _RUNS.finditer(text):
        piece = run[0]
        is_ascii = piece.isascii()
        folded = (piece.lower() if piece.isalnum() else "") if is_ascii else _letters_of(piece)
        if folded is None:  # a mark on the letter before, or a joiner: as if it were not there
            continue
        if not folded:
            is_parted = True
            continue
        script = _script(piece[0])
        # A word begins behind a space or sign, where the script changes, and anywhere in a script without spaces.
        letters.append(folded)
        places += range(run.start(), run.end()) if is_ascii else [run.start()] * len(folded)
        is_edge.append(is_parted or script != script_before or script in _UNSPACED)
        is_edge += [False] * (len(folded) - 1)
        script_before, is_parted = script, False
    return _Folded("".join(letters), places, [*is_edge, True])


def _letters_of(character: str) -> str | None:
    """A character's letters without case and accents; empty for what parts words; None for what cannot be heard."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    kept, is_heard = [], False
    # NFKD takes a letter and its accents apart, and gives ligatures and wide forms their plain letters.
    for part in unicodedata.normalize("NFKD", character).casefold():
        category = unicodedata.category(part)
        is_mark = category[0] == "M" and (category == "Me" or _script(part) in _MARKS_DROPPED)
        if is_mark or category == "Cf":  # accents, and signs that only direct or join others
            continue
        is_heard = True
        if category[0] in "LNM":
            kept.append(part)
    if not is_heard:
        return None
    found = "".join(kept).translate(_ALIKE)
    return found if found or not kept else None


def _script(character: str) -> str:
    """The first word of a character's Unicode name: of a letter, its script."""
    return "LATIN" if character.isascii() else unicodedata.name(character, "?").partition(" ")[0]
