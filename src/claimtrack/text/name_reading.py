"""Names taken apart: which parts of a name are names by themselves, and in which forms people write them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from typing import NamedTuple
from unicodedata import normalize

from claimtrack.text.folding import letters_of, script_of, spellings
from claimtrack.text.name_words import AFTER_SIGN, BEFORE_SIGN, INSTITUTIONS, PARTICLES, SUFFIXES, TITLES

SHORTEST_STEM = 3
_SHORTEST_PART = 2
_MOST_PARTS = 4
_MOST_GIVEN_NAMES = 2
_SHORTEST_ABBREVIATION = 3
_LONGEST_WORD_OF_AN_ABJAD = 3
_ABJADS = ("ARABIC", "HEBREW")
_NICKNAME = re.compile(r"[(\[\"“„«]\s*([^()\[\]\"“”„«»]+?)\s*[)\]\"”“»]")
_ALSO = re.compile(r"\b(?i:née|nee|né|born|aka|alias|called)\s+([^\W\d_][^\s,;()]+)")
"""The names that stand behind such a word in another."""
_AFTER_THE_NAME = re.compile(r"[,;]|\s[-–—]\s")
_PREPOSITION = re.compile(r"\s(?:at|for|from|in|near|of|on|to|who|with)\s")
_TITLES, _SUFFIXES, _PARTICLES, _INSTITUTIONS = (
    frozenset(map(letters_of, words)) for words in (TITLES, SUFFIXES, PARTICLES, INSTITUTIONS)
)
_SIGNS_OF_A_NAME = 2
_HYPHEN = re.compile(r"[\-‐‑'’]")
_NO_NAME = re.compile(r"[@\d²³¹]")


class NameForms(NamedTuple):
    """The names of one person or body, taken apart and folded."""

    whole: tuple[str, ...]
    """What is a name wherever it stands, as it is written."""
    parts: Mapping[str, str]
    """Each part as it may be spelled, with the part itself."""
    given: frozenset[str]
    """The parts that stand first; another person's given name may differ from them in its ending alone."""
    joined: frozenset[str]
    """Parts run together, as in addresses."""
    initials: frozenset[str]
    """First letters of the parts, and the particles of the name."""
    beside: Mapping[str, str]
    """Surnames of one sign with the title or verb that tells them from a word, and that title or verb."""


def read_names(names: Iterable[str], *, is_person: bool = True) -> NameForms:
    """Take names apart; contacts, which are no names, are left out. Cost: linear in the names."""
    whole: list[str] = []
    parts: dict[str, str] = {}
    given: set[str] = set()
    joined: set[str] = set()
    initials: set[str] = set()
    beside: dict[str, str] = {}
    for words in (core for name in names if _is_name(name) for core in _cores(name)):
        if script_of(words[0][0]) in AFTER_SIGN:
            if is_person:
                whole += _read_signs(words)
                beside |= {f"{words[0][0]}{title}": title for title in sorted(AFTER_SIGN[script_of(words[0][0])])}
            continue
        letters = [letters_of(word) for word in words]
        main = [
            one for place, one in enumerate(letters) if len(one) >= _SHORTEST_PART and _is_part(words[place], place)
        ]
        if not is_person:
            parts |= {one: one for one in main if one not in _INSTITUTIONS} if len(main) > 1 else {}
            continue
        initials |= {one for one in letters if one in _PARTICLES} | {one[0] for one in letters}
        halves = [letters_of(half) for word in words if not word.isalpha() for half in _HYPHEN.split(word)]
        parts |= {one: one for one in main}
        parts |= {one: one for one in (*letters, *halves) if len(one) >= _SHORTEST_PART and one not in _PARTICLES}
        parts |= {way: letters_of(word) for word in words for way in spellings(word) if letters_of(word) in main}
        whole += [w for w in words if script_of(w[0]) in _ABJADS and len(letters_of(w)) > _LONGEST_WORD_OF_AN_ABJAD]
        if len(main) > 1:
            given |= set(main[:-1])
            whole.append(" ".join(words))
            for count in range(2, min(len(main), _MOST_PARTS) + 1):
                joined |= {"".join(order) for order in permutations(main[:_MOST_PARTS], count)}
    return NameForms(
        whole=tuple(dict.fromkeys(whole)),
        parts=parts,
        given=frozenset(given),
        joined=frozenset(joined),
        initials=frozenset(initials),
        beside=beside,
    )


def stems(part: str) -> Iterator[str]:
    """What the case forms of a part begin with: itself, less its last letter or two, or less a fleeting vowel."""
    yield part
    for lost in (1, 2):
        if len(part) - lost >= SHORTEST_STEM:
            yield part[:-lost]
    if part.endswith("nen"):  # Finnish: Virtanen, Virtasen
        yield part[:-3] + "s"
    if len(part) > SHORTEST_STEM + 1 and part[-2] in "eoеоє" and part[-1] not in "aeiouyаеиоуыэюяіє":
        yield part[:-2] + part[-1]  # Slavic: Marek, Marka


def _is_part(word: str, place: int) -> bool:
    """Whether a word of a name is a part of its own; as a first word, "Ben" is no particle."""
    letters = letters_of(word)
    return letters not in _PARTICLES or (place == 0 and not _is_small(word) and len(letters) >= SHORTEST_STEM)


def _is_name(name: str) -> bool:
    return _NO_NAME.search(name) is None and bool(letters_of(name))


def _cores(name: str) -> Iterator[list[str]]:
    """The words of the name proper, without titles and what is said of its bearer; a nickname is a name of its own."""
    for other in (*_NICKNAME.findall(name), *_ALSO.findall(name)):
        if not _is_small(other.split()[0]):
            yield [word for word in other.split() if letters_of(word)]
    head, *rest = _AFTER_THE_NAME.split(_NICKNAME.sub(" ", name))
    if rest and len(head.split()) == 1 and _are_given_names(rest[0].split()):  # "Quill, Ada"
        head = f"{rest[0]} {head}"
    proper = _PREPOSITION.split(head)[0]
    words = _without_roles([word for piece in proper.split() if letters_of(word := piece.strip("'’-.:·"))])
    while words and (letters_of(words[0]) in _TITLES):
        words = words[1:]
    while len(words) > 1 and letters_of(words[-1]) in _SUFFIXES:
        words = words[:-1]
    if words:
        yield words


def _without_roles(words: list[str]) -> list[str]:
    """The words of a name without those in small letters, which say what its bearer is: "the pilot Quill"."""
    said = [place for place, word in enumerate(words) if _is_small(word) and letters_of(word) not in _PARTICLES]
    if not said or said[-1] < len(words) - 1:
        return words[said[-1] + 1 :] if said else words
    # "Ada Quill whistleblower": what comes before is the name, unless it is a place, as in "Anse Hospital nurse".
    kept = [word for word in words if not _is_small(word)]
    is_place = len(kept) <= 1 or any(letters_of(word) in _INSTITUTIONS for word in kept)
    return [] if is_place else kept


def _are_given_names(words: list[str]) -> bool:
    return 0 < len(words) <= _MOST_GIVEN_NAMES and all(
        word[:1].isupper()
        and letters_of(word) not in _SUFFIXES | _TITLES
        and not (word.isupper() and len(word) >= _SHORTEST_ABBREVIATION)
        for word in words
    )


def _is_small(word: str) -> bool:
    """Whether a word is in small letters, in a script whose names have capitals."""
    return word.islower() and script_of(word[0]) != "GEORGIAN"


def _read_signs(words: list[str]) -> Iterator[str]:
    """The parts of a name in Chinese, Japanese or Korean signs.

    They are the given name of two signs, and the surname of one sign with what stands beside it; alone, one sign is a
    part of too many words.
    """
    signs = normalize("NFC", "".join(words))
    if len(words) > 1:
        surname, given = normalize("NFC", words[0]), normalize("NFC", words[1])
        yield "".join(reversed(words))
        yield from (name for name in (surname, given) if len(name) >= _SIGNS_OF_A_NAME)
    else:
        surname = signs[: len(signs) // _SIGNS_OF_A_NAME]  # of four signs two, of three and two one
        yield from (name for name in (surname, signs[len(surname) :]) if len(name) >= _SIGNS_OF_A_NAME)
    if len(surname) == 1:
        yield from (f"{before}{surname}" for before in sorted(BEFORE_SIGN[script_of(surname)]))
