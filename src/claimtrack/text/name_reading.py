"""Names taken apart: which parts of a name are names by themselves, and in which forms people write them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from typing import NamedTuple
from unicodedata import normalize

from claimtrack.text.folding import letters_of, script_of, spellings
from claimtrack.text.name_words import (
    AFTER_SIGN,
    BEFORE_SIGN,
    CALENDAR,
    COMMON,
    HOUSES,
    INSTITUTIONS,
    KIN,
    LEGAL_FORMS,
    PARTICLES,
    SAID,
    SUFFIXES,
    TITLES,
)

SHORTEST_STEM = 3
_SHORTEST_PART = 2
_MOST_PARTS = 4
_MOST_GIVEN_NAMES = 2
_SHORTEST_ABBREVIATION = 3
_LONGEST_ABBREVIATION = 4
_PAIR = 2
_LONGEST_WORD_OF_AN_ABJAD = 3
_ABJADS = ("ARABIC", "HEBREW")
_NICKNAME = re.compile(r"[(\[\"“„«‘]([^()\[\]\"“”„«»‘’]+)[)\]\"”“»’]")
_ALSO = re.compile(
    r"\b(?i:née|nee|né|born|geb\.|geborene|formerly|previously|aka|a\.k\.a\.|alias|called|named|married|now|known as"
    r"|goes by|also|i\.e\.|(?:real |true |full |legal |code )?name|codename|pseudonym)(?:\s+(?:of|is)\b|\s*[:–—-])?"
    r"((?:\s+[^\W\d_a-z][^\s,;:()]*){1,3})"
)
"""The names that stand behind such a word in another."""
_PLAIN = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
_CONTACT = re.compile(r"@|://|\bwww\.")
"""What makes a word an address or a handle, which stands beside a name and is none."""
_IN_BRACKETS = re.compile(r"<[^<>]*>")
_NUMBER = re.compile(r"\d")
_ACCOUNT = re.compile(r"\A\s*([^\W\d_]+)\d+\s*")
_ACCOUNT_OF_A_NAME = re.compile(r"(?<!\S)([^\W\d_]+)[._\-]([^\W\d_]+)@\w")
"""A mail address that is made of a name."""
_NUMBERED = re.compile(r"\A\s*[#+*№(]*\d")
_NEXT_PERSON = re.compile(r"[/&+|]|\s(?:and|or|et|und|oder|sowie)\s|;\s*(?=[^\W\d_]+\s+[^\W\d_a-z])")
_AFTER_THE_NAME = re.compile(r"[,;:]|\s[-–—]+\s|\s[-–—]+\Z")
_PREPOSITION = re.compile(r"\s(?:as|at|aus|bei|beim|by|for|from|im|in|mit|near|of|on|through|to|via|vom|who|with)\s")
_SERVING = re.compile(r"\s(?:of|for|to|with)\s")
"""Behind these stands the name of another where none stands before: "assistant to Ada Quill"."""
_KIN = re.compile(
    rf"\b(?:{'|'.join(sorted(KIN | HOUSES))})\s+(?:of|to|for|de|von)\s+"
    r"|\b(?:letter|message|mail|note|tip|call)\s+from\s+",
    re.IGNORECASE,
)
"""What makes a name of the name of another: "sister of Ada Quill"."""
_BETWEEN_WORDS = re.compile(r"[\s_]+|(?<=[^\W\d_])\.(?=[^\W\d_])")
_SYLLABLE = (
    r"(?:zh|ch|sh|kk|tt|pp|ss|jj|[bcdfghjklmnpqrstwxyz])?"
    r"(?:iao|uai|yeo|yae|ai|ei|ao|ou|ia|ie|iu|ua|ui|uo|ue|eo|eu|oo|ee|ae|a|e|i|o|u)(?:ng|[nmlkptb])?"
)
"""One of the syllables of which Chinese and Korean names are made in Latin letters."""
_ONE_SYLLABLE = re.compile(_SYLLABLE, re.IGNORECASE)
_TWO_SYLLABLES = re.compile(f"({_SYLLABLE})({_SYLLABLE})", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|der|die|das|le|la|les|el|los|il|lo)\s+", re.IGNORECASE)
_SOFTENED = {"k": "g", "p": "b", "t": "d"}
_POSSESSIVE = re.compile(r"['’]s\Z")
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_TITLES, _SUFFIXES, _PARTICLES, _INSTITUTIONS, _COMMON, _SAID, _HOUSES, _CALENDAR = (
    frozenset(map(letters_of, words))
    for words in (TITLES, SUFFIXES, PARTICLES, INSTITUTIONS, COMMON, SAID, HOUSES, CALENDAR)
)
_LEGAL_FORMS = frozenset(map(letters_of, LEGAL_FORMS))
_NO_NAMES = _TITLES | _SUFFIXES | _SAID
"""Folded words that stand beside a name."""
_SIGNS_OF_A_NAME = 2
_LONGEST_SURNAME_IN_SIGNS = 3
_SHORTEST_UNSPACED = 5
_UNSPACED = ("KHMER", "LAO", "MYANMAR", "THAI")
_ARTICLE_OF_ABJAD = "ال"
_MAC = re.compile(r"\Ama?c(?=\w{4})")
_DASH = re.compile(r"[\-‐‑]")
_HYPHEN = re.compile(r"[\-‐‑'’]")


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
    small: frozenset[str]
    """Parts of a name that is typed without capitals, which may be words of the prose."""
    apart: frozenset[str]
    """Given names of two syllables, as they are written apart."""
    beside: Mapping[str, str]
    """Surnames of one sign with the title or verb that tells them from a word, and that title or verb."""


def read_names(names: Iterable[str], *, is_person: bool = True) -> NameForms:
    """Take names apart; numbers and contacts, which are no names, are left out. Cost: linear in the names."""
    whole: list[str] = []
    parts: dict[str, str] = {}
    given: set[str] = set()
    joined: set[str] = set()
    initials: set[str] = set()
    small: set[str] = set()
    apart: set[str] = set()
    beside: dict[str, str] = {}
    for words in (core for name in names for core in (_cores(name) if is_person else _body(name))):
        if script_of(words[0][0]) in AFTER_SIGN:
            if is_person:
                whole += _read_signs(words)
                titles = sorted(AFTER_SIGN[script_of(words[0][0])])
                beside |= {f"{part}{title}": title for part in _surnames_and_given(words) for title in titles}
            continue
        if is_person and len(words) > 1 and letters_of(words[0]) == "the":
            words = words[1:]  # noqa: PLW2901 - the article is no part of a name
        letters = [letters_of(word) for word in words]
        main = [
            one
            for place, one in enumerate(letters)
            if len(one) >= _SHORTEST_PART and _is_part(words[place], one, place)
        ]
        if not is_person:
            own = [letters_of(half) for word in words for half in _HYPHEN.split(word)]
            own = [one for one in own if len(one) >= _SHORTEST_PART and one not in _LEGAL_FORMS | _PARTICLES]
            parts |= {one: one for one in (*main, *own) if one not in _INSTITUTIONS | _LEGAL_FORMS} if words[1:] else {}
            parts |= {one: one for one in own if "-" in words[0] and one not in _INSTITUTIONS}
            joined |= {"".join(own)} if own[1:] else set()
            continue
        initials |= {one for one in letters if one in _PARTICLES} | {one[0] for one in letters}
        halves = [half for word in words for half in _halves(word)]
        parts |= {one: one for one in main}
        small |= {one for word, one in zip(words, letters, strict=True) if _is_small(word)}
        parts |= {letters_of(word.replace("ą", "ę")): letters_of(word) for word in words if "ą" in word}
        own = [
            one for one in (*letters, *map(letters_of, halves)) if len(one) >= _SHORTEST_PART and one not in _PARTICLES
        ]
        parts |= {one: one for one in own}
        typed = [piece for piece in (*words, *halves) if not piece.isascii() and letters_of(piece) in parts]
        parts |= {way: letters_of(piece) for piece in typed for way in spellings(piece)}
        parts |= {f"{before}{one}": one for before, one in _with_particles(letters)}
        parts |= {_MAC.sub("mc" if one.startswith("mac") else "mac", one): one for one in own if _MAC.match(one)}
        whole += [w for w in words if script_of(w[0]) in _ABJADS and len(letters_of(w)) > _LONGEST_WORD_OF_AN_ABJAD]
        whole += [w for w in words if script_of(w[0]) in _UNSPACED and len(w) >= _SHORTEST_UNSPACED]
        if len(main) > 1:
            given |= set(main[:-1])
            whole.append(" ".join(words))
            apart |= set(_syllables_apart(words))
            for count in range(2, min(len(main), _MOST_PARTS) + 1):
                joined |= {"".join(order) for order in permutations(main[:_MOST_PARTS], count)}
    return NameForms(
        whole=tuple(dict.fromkeys(whole)),
        parts=parts,
        given=frozenset(given),
        joined=frozenset(joined),
        initials=frozenset(initials),
        small=frozenset(small),
        apart=frozenset(apart),
        beside=beside,
    )


def _with_particles(letters: list[str]) -> Iterator[tuple[str, str]]:
    """The parts of a name that particles stand before, with these as they are run together: "delacruz"."""
    before = ""
    for one in letters:
        if one in _PARTICLES:
            before += one
            continue
        if len(before) >= _SHORTEST_PART:
            yield before, one
        if one.startswith("al") and len(one) > SHORTEST_STEM + 2:  # al-Khatib, Elkhatib
            yield "e", one[1:]
        if one.startswith(_ARTICLE_OF_ABJAD) and len(one) > SHORTEST_STEM + 2:
            yield "", one[len(_ARTICLE_OF_ABJAD) :]
        before = ""


def _syllables_apart(words: list[str]) -> Iterator[str]:
    """A given name of two syllables beside a surname of one, as it is written apart: "Xiao Ming"."""
    for word, other in permutations(words) if len(words) == _PAIR else ():
        if _ONE_SYLLABLE.fullmatch(other) and (syllables := _TWO_SYLLABLES.fullmatch(word)):
            yield f"{syllables[1]} {syllables[2]}"


def stems(part: str) -> Iterator[str]:
    """What the case forms of a part begin with: itself, less its last letter or two, or less a fleeting vowel."""
    yield part
    for lost in (1, 2):
        if len(part) - lost >= SHORTEST_STEM:
            yield part[:-lost]
    if len(part) == SHORTEST_STEM and part.endswith("a"):  # Ewa, Ewie
        yield part[:-1]
    if part.endswith("nen"):  # Finnish: Virtanen, Virtasen, Virtaselta
        yield from (part[:-3] + "s", part[:-3] + "se")
    if part[-1:] in _SOFTENED and len(part) > SHORTEST_STEM:  # Turkish: Çelik, Çeliğin
        yield part[:-1] + _SOFTENED[part[-1]]
    if part.endswith(("ей", "аи", "еи", "ии")):  # Воробей, Воробьём
        yield part[:-2] + "ь"
    if part.endswith("яц"):  # Заяц, Зайца
        yield part[:-2] + "иц"
    if len(part) > SHORTEST_STEM + 1 and part[-3:-1] in ("io", "ie"):  # Kozioł, Kozła
        yield part[:-3] + part[-1]
    if len(part) > SHORTEST_STEM + 1 and part[-2] in "eoеоє" and part[-1] not in "aeiouyаеиоуыэюяіє":
        yield part[:-2] + part[-1]  # Slavic: Marek, Marka


def shown_forms(name: str) -> tuple[str, ...]:
    """How the name of somebody who is named may be written: without its article, and with "and" for "&"."""
    plain = _ARTICLE.sub("", name)
    return tuple(dict.fromkeys((name, plain, plain.replace("&", " and "), plain.replace(" and ", " "))))


def is_of_body(name: str) -> bool:
    """Whether a name looks like that of a body."""
    return "&" in name or " and " in name or _ARTICLE.match(name) is not None or _has_body(name.split())


def _is_part(word: str, letters: str, place: int) -> bool:
    """Whether a word of a name, here with its letters, is a part of its own; as a first word, "Ben" is no particle."""
    return letters not in _PARTICLES or (place == 0 and not _is_small(word) and len(letters) >= SHORTEST_STEM)


def _halves(word: str) -> Iterator[str]:
    """What a word of a name is made of: "Quill-Marsh", "O'Neil", "AdaQuill"."""
    if not word.isalpha():
        yield from (*_DASH.split(word), *_HYPHEN.split(word))
    camel = () if word.istitle() else _CAMEL.split(word)
    if camel and all(len(half) >= SHORTEST_STEM for half in camel):
        yield from camel


def _cores(name: str) -> Iterator[list[str]]:
    """The words of the names proper, without titles and what is said of their bearer; a nickname is one of its own.

    A text may hold the names of several persons, each of whom is hidden then.
    """
    if _PLAIN.fullmatch(name) and _ALSO.match(name) is None:  # as most names are: two words, and nothing to part them
        words = name.split(" ")
        if _NO_NAMES.isdisjoint(map(letters_of, words)):
            yield words
        else:
            yield from filter(None, (_proper(name),))
        return
    if (account := _ACCOUNT_OF_A_NAME.search(name)) and not any(map(_is_prose, account.groups())):
        yield list(account.groups())
    name = _without_contacts(name)
    for other in (*_NICKNAME.findall(name), *_ALSO.findall(name)):
        words = _words(other)
        if words and not (_is_small(words[0]) or _is_abbreviation(words) or _has_body(words) or _are_said(words)):
            yield words
    plain = _ALSO.sub(" ", _NICKNAME.sub(" ", name))
    for people in _KIN.split(plain):
        persons = _NEXT_PERSON.split(people)
        for person in persons:
            pieces = _AFTER_THE_NAME.split(person)
            if len(persons) > 1 and all(len(_words(piece)) > 1 for piece in pieces):
                yield from (words for piece in pieces for words in _all_proper(piece))  # a list of persons
            else:
                yield from _named_in(pieces)


def _named_in(pieces: list[str]) -> Iterator[list[str]]:
    """The name among pieces between commas and the like: the first that is no role, body or address."""
    head, *rest = pieces
    if rest and len(_words(rest[0])) > 1 and _is_label(head):  # "Our man: Ada Quill"
        head, *rest = rest
    if (
        rest
        and len(_without_particles(_words(head))) == 1
        and _are_given_names(rest[0].split(), is_shouted=head.isupper())
    ):  # "Quill, Ada"
        head, *rest = f"{rest[0]} {head}", *rest[1:]
    first = _proper(head)
    is_address = bool(_NUMBERED.match(head)) and (bool(rest) or _has_body(first))
    if first and not _has_body(first):
        if not is_address:
            yield from _all_proper(head)
        return
    others = [] if is_address else [words for piece in rest if (words := _proper(piece)) and not _has_body(words)]
    if others:
        yield others[0]
    if first and not is_address and all(len(words) == 1 for words in others):
        yield first  # "Grace Church, Anse": perhaps a person all the same


def _is_label(head: str) -> bool:
    """Whether what stands before a name only says that it is one."""
    words = _words(head)
    return bool(words) and all(_is_small(word) or letters_of(word) in _SAID for word in words)


def _proper(piece: str) -> list[str]:
    """The words of the first name in a piece of a text; none where it holds no name."""
    return next(_all_proper(piece), [])


def _all_proper(piece: str) -> Iterator[list[str]]:
    """The words of the names in a piece of a text, without roles, titles and suffixes."""
    head, *rest = _SERVING.split(piece)
    found = [name for name in _proper_names(head) if not (rest and len(name) == 1 and _is_small(name[0]))]
    yield from found or (name for other in rest for name in _proper_names(other) if len(name) > 1)


def _proper_names(piece: str) -> Iterator[list[str]]:
    for place, name in enumerate(_without_roles(_words(_PREPOSITION.split(piece)[0]))):
        first, last = 0, len(name)
        while first < last and letters_of(name[first]) in _TITLES:
            first += 1
        while last - first > 1 and letters_of(name[last - 1]) in _SUFFIXES:
            last -= 1
        words = name[first:last]
        if not (_are_said(words) or (place and _is_no_name(words))):
            yield words


def _is_no_name(words: list[str]) -> bool:
    """Whether words that stand behind a name are none: a body, a day, a word of the prose."""
    is_word = len(words) == 1 and (letters_of(words[0]) in _COMMON or letters_of(words[0]) in _CALENDAR)
    return is_word or _has_body(words) or _is_abbreviation(words)


def _body(name: str) -> Iterator[list[str]]:
    """The words of the name of a body, without numbers and contacts."""
    words = _without_numbers(_without_contacts(name).split())
    if words := [word for piece in words if letters_of(word := _POSSESSIVE.sub("", piece.strip("'’-.:·,;()")))]:
        yield words


def _without_contacts(name: str) -> str:
    return " ".join(word for word in _IN_BRACKETS.sub(" ", name).split() if _CONTACT.search(word) is None)


def _words(text: str) -> list[str]:
    """The words of a text that have letters and no digits, without what stands around them; of an account its name."""
    account = _ACCOUNT.fullmatch(text)
    pieces = (account[1],) if account else _without_numbers(_BETWEEN_WORDS.split(text))
    stripped = (_POSSESSIVE.sub("", piece.strip("'’‘\"-.:·<>()[]{}*!?#№")) for piece in pieces)
    return [word for word in stripped if letters_of(word)]


def _without_numbers(words: Iterable[str]) -> list[str]:
    return [word for word in words if _NUMBER.search(word) is None]


def _without_particles(words: list[str]) -> list[str]:
    return [word for word in words if letters_of(word) not in _PARTICLES]


def _has_body(words: list[str]) -> bool:
    """Whether words look like the name of a body or place: "Anse Hospital"."""
    return any(letters_of(word) in _INSTITUTIONS for word in words)


def _is_abbreviation(words: list[str]) -> bool:
    return len(words) == 1 and words[0].isupper() and len(words[0]) <= _LONGEST_ABBREVIATION


def _are_said(words: list[str]) -> bool:
    """Whether words only say something of a bearer, or of a number beside them: "age", "phone"."""
    return all(letters_of(word) in _SAID or letters_of(word) in _TITLES for word in words)


def _without_roles(words: list[str]) -> list[list[str]]:
    """The names among words, without those in small letters, which say what their bearer is: "the pilot Quill"."""
    words = [word for word in words if letters_of(word) not in _SAID]
    small = [word for word in words if _is_small(word)]
    if len(small) == len(words):  # "ada quill": a name that is typed so, unless its words are of prose
        return [words] if words and not any(map(_is_prose, words)) else []
    if len(words) == _PAIR and _is_small(words[-1]) and not _is_prose(words[-1]):  # "Ada quill"
        return [words]
    names: list[list[str]] = [[]]
    for word in words:
        if _is_small(word) and letters_of(word) not in _PARTICLES:
            names.append([])
        else:
            names[-1].append(word)
    if _is_said_of_one(names, words):
        return []
    return [name for name in map(_without_articles, names) if name]


def _is_said_of_one(names: list[list[str]], words: list[str]) -> bool:
    """Whether words end in a role and begin with a place: "Anse nurse", unlike "Ada Quill whistleblower"."""
    if names[-1]:
        return False
    is_house = any(letters_of(word) in _HOUSES for word in words if _is_small(word))
    capital = [word for word in words if not _is_small(word)]
    is_named = is_house or len(capital) > 1 or any(_is_small(name[-1]) for name in names if name)  # "Ada the nurse"
    return not is_named or _has_body(capital)


def _without_articles(name: list[str]) -> list[str]:
    """A name without the small words at its edges that belong to its role: "the Quills", "Ada the" nurse."""
    while name and _is_small(name[-1]):
        name = name[:-1]
    if name and name[0] == "the":
        name = [word.removesuffix("s") for word in name[1:]]
    return name


def _is_prose(word: str) -> bool:
    """Whether a word in small letters is one of the prose rather than a name."""
    letters = letters_of(word)
    return len(letters) < SHORTEST_STEM or any(letters in words for words in (_TITLES, _COMMON, _SAID, _HOUSES))


def _are_given_names(words: list[str], *, is_shouted: bool) -> bool:
    return 0 < len(words) <= _MOST_GIVEN_NAMES and all(
        word[:1].isupper()
        and (letters := letters_of(word)) not in _SUFFIXES
        and (letters not in _TITLES or len(letters) == 1)
        and not (not is_shouted and word.isupper() and len(word) >= _SHORTEST_ABBREVIATION)
        for word in words
    )


def _is_small(word: str) -> bool:
    """Whether a word is in small letters, in a script whose names have capitals."""
    return word.islower() and script_of(word[0]) != "GEORGIAN"


def _surnames_and_given(words: list[str]) -> Iterator[str]:
    """What may be the surname and the given name of a name in signs, before which or behind which a title stands."""
    signs = normalize("NFC", "".join(words))
    sizes = [len(words[0])] if len(words) > 1 else range(1, min(len(signs), _LONGEST_SURNAME_IN_SIGNS + 1))
    yield signs[0]
    for size in sizes:
        yield from (signs[:size], signs[size:])


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
