"""Names in free text: found however they are written, and replaced.

A name is found in any case, with or without accents, in any spacing, whole, and also behind the escapes of addresses
and of HTML. Where a script has no spaces between words, or two scripts meet, it may stand right beside other letters.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

_KEY = 3
"""Names are looked up by so many first letters."""
_SHORTEST_SPACED = 2
_UNSPACED = frozenset(
    [
        "CJK",
        "HANGUL",
        "HIRAGANA",
        "IDEOGRAPHIC",
        "KATAKANA",
        "KHMER",
        "LAO",
        "MYANMAR",
        "THAI",
        "TIBETAN",
        "ARABIC",
        "HEBREW",
    ]
)
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
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}|&#?\w+;", re.ASCII)


class _Text(NamedTuple):
    """A text's letters without what may differ between two ways to write a name."""

    letters: str
    """The letters and digits, folded, one after the other."""
    places: Sequence[int]
    """Where each stands in the text."""
    free: Sequence[bool]
    """For each, and for the end: whether a name may begin here, or end before it."""


def letters_of(name: str) -> str:
    """The letters and digits of a name without what may differ between two ways to write it."""
    return _fold(name).letters


class _Name(NamedTuple):
    """How to recognise a name, and what to put in its place."""

    label: str
    leading: str
    """Signs that stand before its first letter; they go with it."""
    trailing: str
    """Signs that stand after its last letter."""
    alone: bool
    """Whether it is one word that begins with a capital, and so is no name where it does not."""
    inside: bool = False
    """Whether it is no name at the beginning of a sentence either, where any word has a capital."""
    apart: bool = False
    """Whether it is no name where other letters stand right beside it, whatever its script."""


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
    known = _known(words, ids or {})
    symbols = {name.strip(): label for name, label in words.items() if name.strip() and not _fold(name).letters}
    if not known and not symbols:
        return lambda text: text
    lengths = _lengths(known)

    def replaced(text: str) -> str:
        made, done = [], 0
        for first, last, label in _spans(text, known, lengths):
            made += [text[done:first], label]
            done = last
        found = "".join((*made, text[done:]))
        for symbol, label in symbols.items():
            found = found.replace(symbol, label)
        return found

    def clean(text: str) -> str:
        found = replaced(text)
        if _ENCODED.search(found) is None:
            return found
        plain = html.unescape(unquote(found))
        opened = replaced(plain)
        return opened if opened != plain else found

    return clean


def mentioning(
    names: Mapping[str, str], ids: Mapping[str, str] | None = None, apart: Collection[str] = ()
) -> Callable[[str], set[str]]:
    """A function that tells what of some names stands in a text, also behind the escapes of addresses and of HTML.

    Args:
        names: for each name, what to tell of it.
        ids: the same for ids, which are taken for names as in `replacing`.
        apart: the names that are none where other letters stand right beside them, whatever their script.

    Cost: linear in the text, times the lengths that names which begin alike may have.

    Example:
        >>> sorted(mentioning({"Ada Quill": "ada", "Vane Lines": "owner"})("Vane Lines knew."))
        ['owner']
    """
    known = _known(names, ids or {})
    for way in {way for name in apart for way in _ways(name)} & known.keys():
        known[way] = known[way]._replace(apart=True)
    lengths = _lengths(known)

    def mentioned(text: str) -> set[str]:
        found = {label for _, _, label in _spans(text, known, lengths)}
        plain = html.unescape(unquote(text)) if _ENCODED.search(text) else text
        return found if plain == text else found | {label for _, _, label in _spans(plain, known, lengths)}

    return mentioned


class _Lengths(NamedTuple):
    """How long the names are that begin in some way."""

    by_start: Mapping[str, Sequence[int]]
    """The lengths of names by their first letters, the longest first."""
    firsts: frozenset[str]
    """The letters that a name begins with."""


def _lengths(ways: Iterable[str]) -> _Lengths:
    found: dict[str, set[int]] = {}
    for way in ways:
        found.setdefault(way[:_KEY], set()).add(len(way))
    by_start = {start: sorted(sizes, reverse=True) for start, sizes in found.items()}
    return _Lengths(by_start, frozenset(start[:1] for start in by_start))


def _known(words: Mapping[str, str], ids: Mapping[str, str]) -> dict[str, _Name]:
    """Names and ids by how their letters may be spelled; of several the first counts."""
    known: dict[str, _Name] = {}
    for name, label in words.items():
        for way in _ways(name):
            known.setdefault(way, _name(name.strip(), label))
    for name, label in ids.items():
        for way in _ways(name):
            plain = name.isalpha() and name.islower()
            known.setdefault(way, _Name(label, "", "", alone=plain, inside=plain))
    return known


def _name(name: str, label: str) -> _Name:
    letters = [place for place, character in enumerate(name) if _letters_of(character)]
    if not letters:
        return _Name(label, "", "", alone=False)
    first, last = letters[0], letters[-1]
    one_word = all(map(_letters_of, name[first : last + 1]))
    return _Name(label, name[:first], name[last + 1 :], alone=one_word and name[first].isupper())


def _ways(name: str) -> Iterable[str]:
    """How a name's letters may be spelled; none where there are too few to tell it from a word."""
    folded = _fold(name).letters
    if len(folded) >= _SHORTEST_SPACED or (folded and _script(folded[0]) in _UNSPACED):
        yield folded
        umlauts = _fold(unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS)).letters
        if umlauts != folded:
            yield umlauts


def _spans(text: str, known: Mapping[str, _Name], lengths: _Lengths) -> list[tuple[int, int, str]]:
    """Where names stand in a text and what to put there, from left to right; names that overlap go together."""
    letters, places, free = _fold(text)
    found: list[tuple[int, int, str]] = []
    for at in (place for place, letter in enumerate(letters) if free[place] and letter in lengths.firsts):
        for way in _candidates(letters, at, known, lengths):
            first, last = places[at], places[at + len(way) - 1] + 1
            if free[at + len(way)] and _is_name(text, first, known[way]) and _is_apart(text, first, last, known[way]):
                name = known[way]
                if name.leading and text.endswith(name.leading, 0, first):
                    first -= len(name.leading)
                if name.trailing and text.startswith(name.trailing, last):
                    last += len(name.trailing)
                while last < len(text) and _letters_of(text[last]) is None:
                    last += 1
                if found and first < found[-1][1]:
                    before = found.pop()
                    found.append((before[0], max(last, before[1]), before[2]))
                else:
                    found.append((first, last, name.label))
                break
    return found


def _is_name(text: str, place: int, name: _Name) -> bool:
    """Whether letters that are a name's are meant as one, by their capital."""
    if not name.alone:
        return True
    if not text[place].isupper():
        return text[max(place - 1, 0)] == "@"
    if not name.inside:
        return True
    place -= 1
    while place >= 0 and text[place].isspace():
        place -= 1
    return place >= 0 and text[place] not in _ENDINGS


def _is_apart(text: str, first: int, last: int, name: _Name) -> bool:
    """Whether no letter stands right beside a name that is one only then."""
    return not name.apart or not any(map(_letters_of, text[max(first - 1, 0) : first] + text[last : last + 1]))


def _candidates(letters: str, at: int, known: Mapping[str, _Name], lengths: _Lengths) -> Iterable[str]:
    """The names whose letters stand at a place, the longest first."""
    for size in range(_KEY, 0, -1):
        start = letters[at : at + size]
        for length in lengths.by_start.get(start, ()) if len(start) == size else ():
            way = letters[at : at + length]
            if size in (_KEY, length) and way in known:
                yield way


def _fold(text: str) -> _Text:
    return _fold_ascii(text) if text.isascii() else _fold_any(text)


def _fold_ascii(text: str) -> _Text:
    """The same for a text in which only letters and digits matter."""
    letters: list[str] = []
    places: list[int] = []
    free: list[bool] = []
    for run in _RUN.finditer(text):
        letters.append(run[0].lower())
        places += range(run.start(), run.end())
        free += [True] + [False] * (run.end() - run.start() - 1)
    return _Text("".join(letters), places, [*free, True])


def _fold_any(text: str) -> _Text:
    """The same for any text: runs of ASCII letters and digits at once, and every other character by itself."""
    letters: list[str] = []
    places: list[int] = []
    free: list[bool] = []
    before, apart = "", True
    for run in _RUNS.finditer(text):
        place, piece = run.start(), run[0]
        if piece.isascii():
            if not piece.isalnum():
                apart = True
                continue
            letters.append(piece.lower())
            places += range(place, run.end())
            free.append(apart or before != "LATIN")
            free += [False] * (len(piece) - 1)
            before, apart = "LATIN", False
            continue
        folded = _letters_of(piece)
        if folded is None:
            continue
        if not folded:
            apart = True
            continue
        script = _script(piece)
        letters.append(folded)
        places += [place] * len(folded)
        free.append(apart or script != before or script in _UNSPACED)
        free += [False] * (len(folded) - 1)
        before, apart = script, False
    return _Text("".join(letters), places, [*free, True])


def _letters_of(character: str) -> str | None:
    """A character's letters without case and accents; empty for what parts words; None for what cannot be heard."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    kept = []
    heard = False
    for part in unicodedata.normalize("NFKD", character).casefold():
        category = unicodedata.category(part)
        if category == "Cf":
            continue
        if category[0] == "M" and (category == "Me" or _script(part) in _MARKS_DROPPED):
            continue
        heard = True
        if category[0] in "LNM":
            kept.append(part)
    if not heard:
        return None
    found = "".join(kept).translate(_ALIKE)
    return found if found or not kept else None


def _script(character: str) -> str:
    """The first word of a character's Unicode name: of a letter, its script."""
    return "LATIN" if character.isascii() else unicodedata.name(character, "?").partition(" ")[0]
