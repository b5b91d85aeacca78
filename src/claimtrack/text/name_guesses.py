"""Guesses: what parts of hidden names a word may be, by its letters alone or in an address.

A guess is no find: `name_evidence` says whether what stands together is enough to name somebody.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import Literal, NamedTuple

from claimtrack.text.folding import letters_of, spellings
from claimtrack.text.name_context import CAMEL, is_camel, is_capital, is_in_address, is_in_mail_or_handle, word_pattern
from claimtrack.text.name_index import NameIndex
from claimtrack.text.name_reading import SHORTEST_STEM
from claimtrack.text.name_words import AFFIXES, ENDINGS, PARTICLES, PREFIXES, SAID, SUFFIXES, TITLES

Form = Literal["exact", "case", "stem", "joined"]
"""How a word has a part of a name: as it is, in a case form, perhaps in one, or run together with other parts."""

MOST_KNOWN = 50_000
"""So many words are kept with what they may be."""
SHORTEST_PART = 3
SURE_STEM = 4
_LONG_STEM = 5
_LONGEST_ENDING = 5
_LONGEST_OTHER_ENDING = 3
_LONGEST_IN_ADDRESS = 60
_MOST_INITIALS = 3
LONGEST_WORD = 200
"""Longer words, and runs of a script without spaces, are no part of a name by themselves."""
_PARTICLES, _ENDINGS = (frozenset(map(letters_of, words)) for words in (PARTICLES, ENDINGS))
_AFFIXES = frozenset(map(letters_of, (*TITLES, *SUFFIXES, *SAID, *AFFIXES)))


class Guess(NamedTuple):
    """A part of a name that a word may be, and whose."""

    part: str
    persons: frozenset[int]
    form: Form
    ending: str = ""


class Guesses(NamedTuple):
    """All that a word may be, and everybody whose."""

    each: tuple[Guess, ...]
    persons: frozenset[int]


_NOTHING = Guesses((), frozenset())


class NameGuesser:
    """Guesses what parts of some names words may be. Cost: linear in the letters of each different word."""

    def __init__(self, index: NameIndex) -> None:
        """Keep the names; words are kept as they come."""
        self._index = index
        self._joined_starts = frozenset(joined[:_LONG_STEM] for joined in index.joined)
        self._alone = lru_cache(MOST_KNOWN)(self._guess_alone)
        self._in_url = lru_cache(MOST_KNOWN)(partial(self._guess_in_address, is_handle=False))
        self._in_handle = lru_cache(MOST_KNOWN)(partial(self._guess_in_address, is_handle=True))

    def may_be_part(self, word: str) -> bool:
        """Whether a word may be a part of a name, wherever it stands."""
        return bool(self._alone(word).each) or self._in_handle(word) is not _NOTHING

    def find_doubtful(self, text: str, spans: Iterable[tuple[int, int]]) -> tuple[int, ...]:
        """Whose names capital words of a text may have in a form that is not sure to be one.

        Args:
            text: the text.
            spans: where names are found, from left to right; words there are passed over.

        Cost: linear in the words and the spans.
        """
        found: dict[int, None] = {}
        waiting = iter(spans)
        begin, end = next(waiting, (len(text), len(text)))
        for match in word_pattern().finditer(text):
            first, last = match.span()
            while end <= first < len(text):
                begin, end = next(waiting, (len(text), len(text)))
            if begin <= first or not is_capital(text, first) or self._index.is_word(letters_of(match[0])):
                continue
            for guess in self.guess(match[0], text, first, last).each:
                stem = last - first - len(guess.ending)
                is_near = stem > SURE_STEM or (stem == SURE_STEM and stem >= len(guess.part) - 1)
                if guess.form in ("case", "stem") and is_near and not self._index.is_word(guess.part):
                    found |= dict.fromkeys(sorted(guess.persons - self._index.bodies)[:1])
        return tuple(found)

    def guess(self, word: str, text: str, first: int, last: int) -> Guesses:
        """What parts of names a word may be."""
        found = self._alone(word)
        for one in found.each:
            if one.form in ("exact", "joined"):
                return found
        if not self._in_handle(word).each:
            return found
        if is_camel(word) or is_in_address(text, first, last):
            is_handle = is_in_mail_or_handle(text, first, last)
            in_address = self._in_handle(word) if is_handle else self._in_url(word)
            return in_address if in_address.each else found
        return found

    def _guess_alone(self, word: str) -> Guesses:
        """What parts of names a word may be, wherever it stands."""
        if len(word) > LONGEST_WORD:
            return _NOTHING
        found = _gathered(self._guesses_at(letters_of(word)))
        if found.each or word.isascii():
            return found
        return _gathered(guess for way in spellings(word) for guess in self._guesses_at(way))  # Müller for Mueller

    def _without_prefix(self, letters: str) -> str | None:
        """The part that stands behind an Arabic or Hebrew particle in one word with it."""
        if letters[:2] == "لل" and f"ا{letters[1:]}" in self._index.parts:
            return f"ا{letters[1:]}"
        found = (letters[size:] for size in (1, 2) if PREFIXES.issuperset(letters[:size]))
        return next((part for part in found if len(part) >= SHORTEST_PART and part in self._index.parts), None)

    def _guesses_at(self, letters: str) -> Iterator[Guess]:
        if letters in self._index.joined:
            yield Guess(letters, frozenset(self._index.joined[letters]), "joined")
        exact = letters if letters in self._index.parts else self._without_prefix(letters)
        if exact is not None:
            yield Guess(self._index.same[exact], frozenset(self._index.parts[exact]), "exact")
            return
        forms: dict[str, Guess] = {}
        for length in range(min(_LONGEST_ENDING, len(letters) - SHORTEST_PART + 1) + 1):
            stem, ending = letters[: len(letters) - length], letters[len(letters) - length :]
            is_usual = ending in _ENDINGS
            for part in self._index.stems.get(stem, ()) if is_usual or length <= _LONGEST_OTHER_ENDING else ():
                long = len(stem) >= (_LONG_STEM if stem == part else _LONG_STEM + 1)
                sure = (is_usual and len(stem) >= SURE_STEM) or (long and length <= _LONGEST_OTHER_ENDING)
                form: Form = "case" if ending and (sure or (stem == part and ending == "s")) else "stem"
                if form == "stem" and len(stem) < SURE_STEM and not is_usual:
                    continue  # too little in common: "Quill" is no form of "Quite"
                if part not in forms or (form == "case" and forms[part].form == "stem"):
                    forms[part] = Guess(self._index.same[part], frozenset(self._index.parts[part]), form, ending)
        yield from (forms[part] for part in sorted(forms))

    def _guess_in_address(self, word: str, *, is_handle: bool) -> Guesses:
        """What a word may be in an address, where parts of names run together with initials, titles and other words.

        In a mail address or handle a long part needs no known word beside it.
        """
        if not SHORTEST_STEM < len(word) <= _LONGEST_IN_ADDRESS:
            return _NOTHING
        found: dict[str, frozenset[int]] = {}
        pieces = {letters_of(piece) for piece in CAMEL.split(word)} if not word.isupper() else set()
        for letters in dict.fromkeys((letters_of(word), letters_of(word).removesuffix("s"))):
            for cut in range(1, len(letters)):
                for part, rest in ((letters[cut:], letters[:cut]), (letters[:cut], letters[cut:])):
                    if part in self._index.parts and len(part) >= SHORTEST_PART and not self._index.is_plain(part):
                        persons = frozenset(self._index.parts[part]) - self._index.bodies
                        known = frozenset(who for who in persons if self._goes_before(rest, who))
                        is_sure = part in pieces or (is_handle and len(part) >= _LONG_STEM)
                        found[part] = known or (persons if is_sure else known)
            found |= self._joined_in(letters)
        guesses = tuple(Guess(part, persons, "joined") for part, persons in found.items() if persons)
        return _gathered(guesses) if guesses else _NOTHING

    def _joined_in(self, letters: str) -> dict[str, frozenset[int]]:
        """Parts run together that stand anywhere in a word."""
        return {
            joined: frozenset(self._index.joined[joined])
            for first in range(len(letters))
            if letters[first : first + _LONG_STEM] in self._joined_starts
            for last in range(first + _LONG_STEM, len(letters) + 1)
            if (joined := letters[first:last]) in self._index.joined
        }

    def _goes_before(self, rest: str, who: int) -> bool:
        """Whether what stands with a part of a name in one word of an address belongs to it or is known."""
        initials = self._index.initials[who]
        if (len(rest) > 1 and rest in _AFFIXES) or any(
            who in self._index.parts.get(part, ()) for part in (rest, rest[:-1], rest[1:])
        ):
            return True
        for particle in initials & _PARTICLES:
            rest = rest.removesuffix(particle)
        return len(rest) <= _MOST_INITIALS and initials.issuperset(rest)


def _gathered(guesses: Iterable[Guess]) -> Guesses:
    """What a word may be, together with everybody whose. Cost: linear in the guesses."""
    each = tuple(guesses)
    return Guesses(each, each[0].persons if len(each) == 1 else frozenset().union(*(one.persons for one in each)))
