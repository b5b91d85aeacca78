"""Hidden names in free text: all of them at once, in the forms in which people write them.

A person is recognised by the whole name, by each part of it that is no common word, and by parts that stand together:
in either order, with initials, middle names or titles between, run together in an address or handle, and in the case
forms of inflected languages. Everything that belongs together is one find, so that half a name is never left behind.
Names of other things are recognised whole.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Container, Generator, Iterable, Iterator
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from claimtrack._records import record
from claimtrack.text.automaton import Automaton
from claimtrack.text.folding import Run, letters_of, runs_that, script_of, spellings
from claimtrack.text.name_cluster import MOST_KNOWN, Cluster, Form, Guess, Guesses, Hit, gathered, some_of
from claimtrack.text.name_contacts import PhoneNumbers, contact_forms, without_service
from claimtrack.text.name_context import (
    ends_sentence,
    is_capital,
    is_common_word,
    is_date,
    is_in_address,
    is_in_mail_or_handle,
    is_inside_sentence,
    is_titled,
    word_after,
    word_before,
    word_pattern,
)
from claimtrack.text.name_reading import CAMEL, SHORTEST_STEM, NameForms, is_of_body, read_names, shown_forms, stems
from claimtrack.text.name_span import is_foreign, widened
from claimtrack.text.name_words import (
    ABBREVIATED,
    AFFIXES,
    CALENDAR,
    ENDINGS,
    FEMININE,
    INSTITUTIONS,
    PARTICLES,
    PREFIXES,
    SAID,
    SMALL_WORDS,
    STARTERS,
    SUFFIXES,
    TITLES,
)
from claimtrack.text.names import unescape

_SHORTEST_PART = 3
_SURE_STEM = 4
_LONG_STEM = 5
_LONGEST_ENDING = 5
_LONGEST_OTHER_ENDING = 3
_LONGEST_IN_ADDRESS = 60
_MOST_INITIALS = 3
_LONGEST_WORD = 200
"""Longer words, and runs of a script without spaces, are no part of a name by themselves."""
_PARTS_WORDS = re.compile(r"[;!?:]|\n\s*\n")
"""What does not stand inside a name."""
_TOGETHER = re.compile(r"(?:[ \u00a0.'’\-‐‑_+]|%20|&nbsp;)*")
"""What may stand between two finds that are one."""
_TITLES, _PARTICLES, _CALENDAR, _ENDINGS, _FEMININE, _DATED, _INSTITUTIONS = (
    frozenset(map(letters_of, words))
    for words in (TITLES, PARTICLES, CALENDAR, ENDINGS, FEMININE, ABBREVIATED, INSTITUTIONS)
)
_AFFIXES = frozenset(map(letters_of, (*TITLES, *SUFFIXES, *SAID, *AFFIXES)))
_SMALL_WORDS = frozenset(map(letters_of, (*SMALL_WORDS, *STARTERS)))
_COMPOUND = re.compile(r"[-‐‑](?!(?:led|run|owned|based|backed|linked|related)\b)(?=[a-z0-9])")
"""What makes a word of two letters a part of another: "Li-ion"."""
_NOTHING = Guesses((), frozenset())


@record
class HiddenName:
    """Someone or something whose names must not stand in a text."""

    names: tuple[str, ...]
    """Every name: the real one, aliases, contacts."""
    label: str
    """What to put in the place of each."""
    source: str = ""
    """The id of the source, to tell of it."""
    is_person: bool = True
    """Whether the names are a person's, which people shorten, turn round and inflect."""


class Find(NamedTuple):
    """Where a hidden name stands in a text."""

    first: int
    last: int
    who: int
    """The place of the hidden name among those that are looked for."""
    begins: int
    """Where the name itself begins, without titles and initials that belong to it."""
    ends: int
    """Where it ends."""
    touches: bool
    """Whether a capitalised word stands right beside it, which may be a part of the name that is not known."""


class NameMatcher:
    """Finds all of some hidden names in any text.

    Args:
        hidden: who is hidden; where two are written alike, the first counts.
        words: folded words of the prose besides those that are known to be common.
        shown: names of others, which stay whole even where a part of a hidden name stands in them.

    Cost: building it is linear in the names, each search in the text.

    Example:
        >>> matcher = NameMatcher([HiddenName(names=("Dr. Ada Quill",), label="Source 1")])
        >>> matcher.replace("Quill, Ada M., was there; so was adaquill77@mail.example.")
        'Source 1, was there; so was Source 1@mail.example.'
    """

    def __init__(
        self, hidden: Iterable[HiddenName], shown: Iterable[str] = (), words: Collection[str] = frozenset()
    ) -> None:
        """Read the names."""
        self._words = words
        self._hidden = tuple(hidden)
        self._parts: dict[str, set[int]] = {}
        self._same: dict[str, str] = {}
        self._given: set[tuple[str, int]] = set()
        self._stems: dict[str, list[str]] = {}
        self._joined: dict[str, set[int]] = {}
        self._short_joined: set[str] = set()
        self._initials: dict[int, frozenset[str]] = {}
        self._small: set[str] = set()
        self._bodies: set[int] = set()
        self._own_initials: dict[str, frozenset[str]] = {}
        self._beside: dict[str, str] = {}
        self._symbols: dict[str, int] = {}
        self._edges: dict[str, tuple[str, str]] = {}
        self._alone: set[str] = set()
        self._articled: set[str] = set()
        whole: dict[str, int] = {}
        for who, one in enumerate(self._hidden):
            forms = read_names(one.names, is_person=one.is_person)
            more = (form for name in one.names for form in contact_forms(name))
            for name in dict.fromkeys((*map(without_service, one.names), *forms.whole, *forms.beside, *more)):
                self._add_whole(name, who, whole)
            self._beside |= {letters_of(name): title for name, title in forms.beside.items()}
            self._add_parts(forms, who)
            if all(name.casefold().startswith("the ") for name in one.names):
                self._articled |= {part for part in forms.parts if self._is_plain(part)}
            if not one.is_person:
                self._bodies.add(who)
        self._numbers = PhoneNumbers((name, who) for who, one in enumerate(self._hidden) for name in one.names)
        self._whole, self._whose = Automaton(whole), whole
        shown = tuple(shown)
        self._shown = Automaton(
            dict.fromkeys(way for name in shown for form in shown_forms(name) for way in spellings(form))
        )
        self._relatives = self._relatives_of(shown)
        symbols = sorted(self._symbols, key=len, reverse=True)
        self._symbol = re.compile("|".join(map(re.escape, symbols))) if symbols else None
        self._guesses_of = lru_cache(MOST_KNOWN)(self._guess_alone)
        self._joined_starts = frozenset(joined[:_LONG_STEM] for joined in self._joined)
        self._guesses_in_url = lru_cache(MOST_KNOWN)(partial(self._guess_in_address, is_handle=False))
        self._guesses_in_handle = lru_cache(MOST_KNOWN)(partial(self._guess_in_address, is_handle=True))
        self.tells = lru_cache(MOST_KNOWN)(self._may_tell)
        self._known = lru_cache(MOST_KNOWN)(self._found)  # projection and checks search the same texts

    def _add_whole(self, name: str, who: int, whole: dict[str, int]) -> None:
        if not letters_of(name):
            if name:
                self._symbols.setdefault(name, who)
            return
        for way in spellings(name):
            if whole.setdefault(way, who) == who:
                self._edges.setdefault(way, _signs_around(name))
                if name.isalpha() and name[0].isupper():
                    self._alone.add(way)

    def _add_parts(self, forms: NameForms, who: int) -> None:
        self._initials[who] = forms.initials
        for part, same in forms.parts.items():
            if part not in self._parts:
                self._same[part] = same
                for stem in stems(part):
                    self._stems.setdefault(stem, []).append(part)
            self._parts.setdefault(part, set()).add(who)
        self._small |= forms.small
        self._given |= {(part, who) for part in forms.given}
        for joined in forms.joined:
            self._joined.setdefault(joined, set()).add(who)
        long = [part for part in forms.parts if len(part) >= _LONG_STEM and not self._is_plain(part)]
        self._short_joined |= {  # in scripts without capitals nothing would tell such a name from a word
            joined for joined in forms.joined if joined.upper() != joined and not any(part in joined for part in long)
        }

    def _relatives_of(self, shown: Iterable[str]) -> dict[str, frozenset[str]]:
        """The parts that hidden persons share with named ones, each with what tells these: given names and initials."""
        found: dict[str, set[str]] = {}
        for name in shown:
            words = [letters_of(word) for word in name.split()]
            if any(word in self._parts for word in words) and not is_of_body(name):
                forms = read_names((name,))
                for part in forms.parts.keys() & self._parts.keys():
                    initials = {one for who in self._parts[part] for one in self._initials[who]}
                    found.setdefault(part, set()).update((*forms.parts, *(forms.initials - initials)))
                    own = frozenset(initials - forms.initials - _PARTICLES)
                    self._own_initials[part] = self._own_initials.get(part, own) & own
        return {part: frozenset(others - {part}) for part, others in found.items()}

    def alike(self, hidden: Iterable[HiddenName], shown: Iterable[str] = ()) -> "NameMatcher":
        """A matcher of other names that takes the same words for words."""
        return NameMatcher(hidden, shown, self._words)

    def find(self, text: str, runs: tuple[tuple[int, int], ...] | None = None) -> tuple[Find, ...]:
        """Where hidden names stand, from left to right; none overlaps another.

        Args:
            text: the text.
            runs: the runs of letters in it that may tell; they are looked for where there are none.
        """
        if not self._hidden:
            return ()
        return self._known(text) if runs is None else self._found(text, runs)

    def _found(self, text: str, runs: tuple[Run, ...] | None = None) -> tuple[Find, ...]:
        if runs is None:
            runs = tuple(runs_that(self.tells, text))
        if not runs and self._symbol is None and not self._numbers:
            return ()
        found = [*self._find_whole(text, runs), *self._find_parts(text, runs), *self._find_symbols(text)]
        if not found:
            return ()
        shown = sorted((first, last) for first, last, _ in self._shown.spans(text))
        starts, ends = [first for first, _ in shown], list(accumulate((last for _, last in shown), max))
        merged: list[tuple[int, int, int]] = []
        others = self._relatives_in(text, shown)
        doubtful: set[int] = set()
        for first, last, who in sorted(found):
            place = bisect_right(starts, first)
            if place > 0 and last <= ends[place - 1] and not self._is_whole(text[first:last]):
                continue  # a part of the longer name of another
            surname = letters_of(text[first:last]).removesuffix("s") if self._relatives else ""
            relatives = self._relatives.get(surname)
            if relatives is not None and not self._is_initialled(text, first, surname):
                if others.get(surname, last) < first or self._is_other(text, first, relatives):
                    continue
                doubtful.add(first)
            if merged and (first < merged[-1][1] or self._belong(text, merged[-1], first, who)):
                before = merged.pop()
                longer = who if last - first > before[1] - before[0] else before[2]
                merged.append((before[0], max(last, before[1]), longer))
            else:
                merged.append((first, last, who))
        return self._apart(text, merged, doubtful)

    def _apart(self, text: str, spans: Iterable[tuple[int, int, int]], doubtful: Container[int]) -> tuple[Find, ...]:
        """Finds as wide as they go, none of which overlaps another."""
        finds: list[Find] = []
        for span in spans:
            one = self._widened(text, *span, is_doubtful=span[0] in doubtful)
            if finds and one.first < finds[-1].last:  # an initial between two names goes with either
                before = finds.pop()
                if one.who != before.who and before.ends <= one.first:
                    finds.append(before._replace(last=before.ends))
                else:
                    last, ends, touches = max(before.last, one.last), max(before.ends, one.ends), one.touches
                    one = before._replace(last=last, ends=ends, touches=before.touches or touches)
            finds.append(one)
        return tuple(finds)

    def _relatives_in(self, text: str, shown: Iterable[tuple[int, int]]) -> dict[str, int]:
        """The surnames that hidden persons share with named ones, by where a text first has them in a whole name."""
        found: dict[str, int] = {}
        for first, last in shown if self._relatives else ():
            for word in word_pattern().findall(text[first:last]):
                if letters_of(word) in self._relatives:
                    found.setdefault(letters_of(word), first)
        return found

    def _is_initialled(self, text: str, first: int, part: str) -> bool:
        """Whether an initial before a shared surname is the hidden person's and no named one's: "A. Quill"."""
        before = word_before(text, first)
        return before is not None and before[2] != " " and letters_of(before[0]) in self._own_initials.get(part, ())

    def _is_other(self, text: str, first: int, relatives: frozenset[str]) -> bool:
        """Whether the given name or initial of a named person stands before a surname that a hidden one shares."""
        for _ in range(_MOST_INITIALS):
            before = word_before(text, first)
            if before is None or not before[0][:1].isupper():
                return False
            if letters_of(before[0]) in relatives:
                return True
            first = before[1]
        return False

    def replace(self, text: str) -> str:
        """The text with labels in the place of names, also behind the escapes of addresses and of HTML."""
        found = self._replaced(text)
        plain = unescape(found)
        opened = self._replaced(plain) if plain != found else plain
        return found if opened == plain else opened  # escapes stay, unless they hide a name

    def find_doubtful(self, text: str) -> tuple[int, ...]:
        """Of whom a word that is not replaced may be a form of a name, which only a reader can tell."""
        found: dict[int, None] = {}
        spans = self.find(text)
        for match in word_pattern().finditer(text):
            if not is_capital(text, match.start()) or any(one.first <= match.start() < one.last for one in spans):
                continue
            for guess in self._guess(match[0], text, match.start(), match.end()).each:
                if guess.form in ("case", "stem") and len(match[0]) - len(guess.ending) >= _SURE_STEM:
                    found |= dict.fromkeys(sorted(guess.persons - self._bodies)[:1])
        return tuple(found)

    def mentioned(self, text: str) -> frozenset[int]:
        """Who is named in a text, also behind escapes."""
        found = {one.who for one in self.find(text)}
        plain = unescape(text)
        return frozenset(found if plain == text else found | {one.who for one in self.find(plain)})

    def _replaced(self, text: str) -> str:
        made, done = [], 0
        for one in self.find(text):
            made += [text[done : one.first], self._hidden[one.who].label]
            done = one.last
        return "".join((*made, text[done:]))

    def _is_whole(self, text: str) -> bool:
        """Whether a find is a whole hidden name, which no longer name around it makes another's."""
        return letters_of(text) in self._whose

    def _may_tell(self, run: str) -> bool:
        """Whether a name may begin in a run of letters, or a part of one stand in it."""
        is_long = len(run) > _LONGEST_WORD
        return is_long or self._whole.may_begin(run) or any(map(self._may_be_part, word_pattern().findall(run)))

    def _may_be_part(self, word: str) -> bool:
        return bool(self._guesses_of(word).each) or self._guesses_in_handle(word) is not _NOTHING

    def _find_whole(self, text: str, runs: Iterable[Run]) -> Iterator[tuple[int, int, int]]:
        for first, last, way in self._whole.spans(text, runs):
            if way in self._alone and not is_capital(text, first) and text[max(first - 1, 0)] != "@":
                continue
            if _PARTS_WORDS.search(text, first, last) or ends_sentence(text, first, last):
                continue
            if way in self._alone and way in _DATED and is_date(text, first, last):
                continue
            if not self._is_written(text, first, last, way) or _is_inside_word(text, first):
                continue
            leading, trailing = self._edges[way]
            begin = first - len(leading) if leading and text.endswith(leading, 0, first) else first
            end = last + len(trailing) if trailing and text.startswith(trailing, last) else last
            if way in self._beside:  # the surname goes, its title stays
                end = text.rindex(self._beside[way][0], first, last)
            yield begin, end, self._whose[way]

    def _is_written(self, text: str, first: int, last: int, way: str) -> bool:
        """Whether what is spelled as a whole name is one: no words of the prose, and none at its edges."""
        words = [letters_of(word) for word in text[first:last].split()]
        if text[first:last].islower():
            return not all(map(self._is_word, words)) and not (
                len(words) == 1 and way in self._short_joined and not is_in_address(text, first, last)
            )
        if len(words) > 1:
            edges = ((words[0], text[first]), (words[-1], text[last - len(words[-1])]))
            return not any(sign.islower() and word in self._parts and self._is_word(word) for word, sign in edges)
        return way not in self._short_joined or self._is_run_together(text, first, last)

    def _is_word(self, letters: str) -> bool:
        """Whether a word in small letters is one of the prose."""
        return letters in _SMALL_WORDS or self._is_plain(letters)

    def _is_run_together(self, text: str, first: int, last: int) -> bool:
        """Whether parts of a name that are a word together are meant as a name: in an address, or with a capital."""
        return CAMEL.search(text, first, last) is not None or is_in_address(text, first, last)

    def _find_symbols(self, text: str) -> Iterator[tuple[int, int, int]]:
        if self._symbol is not None:
            yield from ((one.start(), one.end(), self._symbols[one[0]]) for one in self._symbol.finditer(text))
        yield from self._numbers.find(text)

    def _belong(self, text: str, before: tuple[int, int, int], first: int, who: int) -> bool:
        if before[2] != who or _TOGETHER.fullmatch(text, before[1], first) is None:
            return False
        last = word_before(text, first)
        return last is None or last[2] != "." or not ends_sentence(text, last[1], first + 1)

    def _find_parts(self, text: str, runs: Iterable[Run]) -> Iterator[tuple[int, int, int]]:
        """Parts of persons' names in runs of letters, those that belong together as one."""
        done = 0
        for begin, end in runs:
            if end > done and end - begin > 1:  # no part has one letter
                done = yield from self._find_parts_from(text, max(begin, done), end)

    def _find_parts_from(self, text: str, begin: int, end: int) -> Generator[tuple[int, int, int], None, int]:
        """The parts that stand in a run and in what belongs to them, and where the reading ends."""
        cluster: Cluster | None = None
        for match in word_pattern().finditer(text, begin):
            if cluster is None and match.start() >= end:
                return match.start()
            hit = Hit(match.start(), match.end(), self._guess(match[0], text, match.start(), match.end()))
            if cluster is not None:
                if cluster.takes(text, hit):
                    continue
                yield from self._accepted(text, cluster)
            cluster = Cluster(hit) if hit.guesses.each else None
        if cluster is not None:
            yield from self._accepted(text, cluster)
        return len(text)

    def _guess(self, word: str, text: str, first: int, last: int) -> Guesses:
        """What parts of names a word may be."""
        found = self._guesses_of(word)
        is_sure = any(one.form in ("exact", "joined") for one in found.each)
        if is_sure or not self._guesses_in_handle(word).each:
            return found
        if CAMEL.search(word) or is_in_address(text, first, last):
            is_handle = is_in_mail_or_handle(text, first, last)
            in_address = self._guesses_in_handle(word) if is_handle else self._guesses_in_url(word)
            return in_address if in_address.each else found
        return found

    def _guess_alone(self, word: str) -> Guesses:
        """What parts of names a word may be, wherever it stands."""
        return gathered(self._guesses_at(letters_of(word)) if len(word) <= _LONGEST_WORD else ())

    def _without_prefix(self, letters: str) -> str | None:
        """The part that stands behind an Arabic or Hebrew particle in one word with it."""
        if letters[:2] == "لل" and f"ا{letters[1:]}" in self._parts:
            return f"ا{letters[1:]}"
        found = (letters[size:] for size in (1, 2) if PREFIXES.issuperset(letters[:size]))
        return next((part for part in found if len(part) >= _SHORTEST_PART and part in self._parts), None)

    def _guesses_at(self, letters: str) -> Iterator[Guess]:
        if letters in self._joined:
            yield Guess(letters, frozenset(self._joined[letters]), "joined")
        exact = letters if letters in self._parts else self._without_prefix(letters)
        if exact is not None:
            yield Guess(self._same[exact], frozenset(self._parts[exact]), "exact")
            return
        forms: dict[str, Guess] = {}
        for length in range(min(_LONGEST_ENDING, len(letters) - _SHORTEST_PART + 1) + 1):
            stem, ending = letters[: len(letters) - length], letters[len(letters) - length :]
            is_usual = ending in _ENDINGS
            for part in self._stems.get(stem, ()) if is_usual or length <= _LONGEST_OTHER_ENDING else ():
                long = len(stem) >= (_LONG_STEM if stem == part else _LONG_STEM + 1)
                sure = (is_usual and len(stem) >= _SURE_STEM) or (long and length <= _LONGEST_OTHER_ENDING)
                form: Form = "case" if ending and (sure or (stem == part and ending == "s")) else "stem"
                if form == "stem" and len(stem) < _SURE_STEM and not is_usual:
                    continue  # too little in common: "Quill" is no form of "Quite"
                if part not in forms or (form == "case" and forms[part].form == "stem"):
                    forms[part] = Guess(self._same[part], frozenset(self._parts[part]), form, ending)
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
                    if part in self._parts and len(part) >= _SHORTEST_PART and not self._is_plain(part):
                        is_sure = part in pieces or (is_handle and len(part) >= _LONG_STEM)
                        known = (who for who in self._parts[part] if is_sure or self._goes_before(rest, who))
                        found[part] = frozenset(known) - self._bodies
            found |= self._joined_in(letters)
        guesses = tuple(Guess(part, persons, "joined") for part, persons in found.items() if persons)
        return gathered(guesses) if guesses else _NOTHING

    def _joined_in(self, letters: str) -> dict[str, frozenset[int]]:
        """Parts run together that stand anywhere in a word."""
        return {
            joined: frozenset(self._joined[joined])
            for first in range(len(letters))
            if letters[first : first + _LONG_STEM] in self._joined_starts
            for last in range(first + _LONG_STEM, len(letters) + 1)
            if (joined := letters[first:last]) in self._joined
        }

    def _goes_before(self, rest: str, who: int) -> bool:
        """Whether what stands with a part of a name in one word of an address belongs to it or is known."""
        initials = self._initials[who]
        if rest in _AFFIXES or any(who in self._parts.get(part, ()) for part in (rest, rest[:-1], rest[1:])):
            return True
        for particle in initials & _PARTICLES:
            rest = rest.removesuffix(particle)
        return len(rest) <= _MOST_INITIALS and initials.issuperset(rest)

    def _accepted(self, text: str, cluster: Cluster) -> Iterator[tuple[int, int, int]]:
        """The cluster as a find, if it is enough to name one of the persons it may be."""
        hits = self._without_edges(text, cluster.hits)
        if len(hits) < len(cluster.hits) and not self._is_name_still(text, hits):
            return
        titled = is_titled(text, hits[0].first)
        for who in some_of(cluster.persons):
            parts = {one.part for hit in hits for one in hit.guesses.each if who in one.persons}
            if (len(hits) > 1 and len(parts) > 1 and self._are_several(text, hits, who)) or any(
                self._is_enough(text, hit, one, who, titled=titled)
                for hit in hits
                for one in hit.guesses.each
                if who in one.persons
            ):
                yield hits[0].first, hits[-1].last, who
                return

    def _without_edges(self, text: str, hits: list[Hit]) -> list[Hit]:
        """Words that stand together without those at the edges that are of the prose: "Theresa may" resign."""
        words = [text[hit.first : hit.last] for hit in hits]
        if len(words) == 1 or not any(word[0].isupper() for word in words):
            return hits
        first, last = 0, len(words)
        while words[first].islower() and self._is_word(letters_of(words[first])):
            first += 1
        while words[last - 1].islower() and self._is_word(letters_of(words[last - 1])):
            last -= 1
        return hits[first:last]

    def _is_name_still(self, text: str, hits: list[Hit]) -> bool:
        """Whether what is left without such words may be a name, or a sentence begins with it: "Rock fall"."""
        words = (letters_of(text[hit.first : hit.last]) for hit in hits)
        return is_inside_sentence(text, hits[0].first) or not all(map(self._is_word, words))

    def _is_plain(self, letters: str) -> bool:
        return is_common_word(letters) or letters in self._words

    def _are_several(self, text: str, hits: list[Hit], who: int) -> bool:
        """Whether two parts stand together that are no two words of the prose."""
        sure = 0
        for hit in hits:
            word = text[hit.first : hit.last]
            forms = {one.form for one in hit.guesses.each if who in one.persons}
            if word.islower() and (forms == {"stem"} or self._is_word(letters_of(word))):
                return False
            sure += forms != {"stem"}
        return sure > 0

    def _is_enough(self, text: str, hit: Hit, guess: Guess, who: int, *, titled: bool) -> bool:
        """Whether a part of a name is one by itself."""
        if guess.form == "joined":
            return guess.part not in self._short_joined or self._is_run_together(text, hit.first, hit.last)
        if len(guess.part) < _SHORTEST_PART and _is_compound(text, hit.first, hit.last):
            return False
        if not is_capital(text, hit.first):
            return self._is_enough_in_small(text, hit, guess, who)
        if who in self._bodies:
            is_same = guess.form == "exact" or guess.ending == "s"
            return is_same and text[hit.first].isupper() and not self._is_plain(guess.part)
        if guess.part in _DATED and is_date(text, hit.first, hit.last):
            return False
        if titled:
            return guess.form in ("exact", "case")
        if guess.form in ("case", "stem"):
            return self._is_case_form(text, hit, guess, who)
        if guess.part in _CALENDAR or guess.part in _TITLES:
            return False
        if not self._is_plain(guess.part):
            return True
        is_shouted = text[hit.first : hit.last].isupper() and hit.last - hit.first > 1
        return is_inside_sentence(text, hit.first) and not is_shouted and not self._names_another(text, hit, guess)

    def _is_enough_in_small(self, text: str, hit: Hit, guess: Guess, who: int) -> bool:
        """Whether a part of a name in small letters is one by itself."""
        if self._is_word(guess.part) or guess.form not in ("exact", "case"):
            return False
        is_long = guess.form == "exact" and len(guess.part) >= _SURE_STEM
        is_typed_small = is_long and guess.part not in self._small and who not in self._bodies
        return is_typed_small or is_in_address(text, hit.first, hit.last)

    def _is_case_form(self, text: str, hit: Hit, guess: Guess, who: int) -> bool:
        """Whether a form of a part is a name: a sure one, or any in a sentence of a language that inflects names."""
        word = letters_of(text[hit.first : hit.last])
        if self._is_plain(word) or self._is_plain(guess.part):
            return False
        is_inflected = is_foreign(text) and is_inside_sentence(text, hit.first)
        is_other = (guess.part, who) in self._given and guess.ending in _FEMININE
        if is_other and not (is_inflected and guess.part.endswith("a")):
            return False
        return guess.form == "case" or is_inflected

    def _names_another(self, text: str, hit: Hit, guess: Guess) -> bool:
        """Whether a part that is a word too stands in the name of something else: "White House", "Hyde Park"."""
        before, after = word_before(text, hit.first), word_after(text, hit.last)
        if after is not None and after[:1].isupper() and letters_of(after) not in self._parts:
            return letters_of(after) in _INSTITUTIONS or guess.part in _PARTICLES
        is_named = before is not None and before[0][:1].isupper() and letters_of(before[0]) not in _TITLES
        if is_named and guess.part in self._articled:  # of "The Baker", "Rose Baker" is another
            return before is not None and letters_of(before[0]) != "the"
        return guess.part in _INSTITUTIONS and is_named and before is not None and is_inside_sentence(text, before[1])

    def _widened(self, text: str, first: int, last: int, who: int, *, is_doubtful: bool) -> Find:
        """A find with the titles, initials and particles that belong to it, and whether a name may go on beside it."""
        begin, end, touches = widened(text, first, last, self._initials.get(who, frozenset()), self._is_plain)
        return Find(begin, end, who, first, last, touches or is_doubtful)


def _is_inside_word(text: str, first: int) -> bool:
    """Whether an Arabic or Hebrew word goes on before a place with letters that are no particles."""
    before = text[first - 1] if first else ""
    return (
        script_of(before) in ("ARABIC", "HEBREW") and before.isalpha() and before not in PREFIXES if before else False
    )


def _is_compound(text: str, first: int, last: int) -> bool:
    """Whether a word is the first half of another: "Li-ion", but not in an address."""
    return _COMPOUND.match(text, last) is not None and not is_in_address(text, first, last)


def _signs_around(name: str) -> tuple[str, str]:
    """The signs before the first and after the last letter of a name."""
    if name[0].isalnum() and name[-1].isalnum():
        return "", ""
    letters = [place for place, character in enumerate(name) if character.isalnum() or not character.isascii()]
    return (name[: letters[0]], name[letters[-1] + 1 :]) if letters else ("", "")
