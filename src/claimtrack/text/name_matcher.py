"""Hidden names in free text: all of them at once, in the forms in which people write them.

A person is recognised by the whole name, by each part of it that is no common word, and by parts that stand together:
in either order, with initials, middle names or titles between, run together in an address or handle, and in the case
forms of inflected languages. Everything that belongs together is one find, so that half a name is never left behind.
Names of other things are recognised whole.

`name_index` takes the names apart, `name_guesses` says what a word may be, `name_evidence` what is enough, `name_span`
how far a name goes.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Container, Generator, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from claimtrack.text.automaton import Automaton
from claimtrack.text.folding import Run, letters_of, runs_that, script_of, spellings
from claimtrack.text.name_cluster import Cluster, Hit
from claimtrack.text.name_contacts import PhoneNumbers
from claimtrack.text.name_context import (
    ends_sentence,
    is_capital,
    is_date,
    is_in_address,
    is_in_mail_or_handle,
    word_before,
    word_pattern,
)
from claimtrack.text.name_evidence import is_run_together, named_by
from claimtrack.text.name_guesses import LONGEST_WORD, MOST_KNOWN, NameGuesser
from claimtrack.text.name_index import PARTS_WORDS, HiddenName, NameIndex
from claimtrack.text.name_reading import is_of_body, shown_forms
from claimtrack.text.name_relatives import Relatives
from claimtrack.text.name_span import gone_on, is_royal, widened
from claimtrack.text.name_words import ABBREVIATED, PREFIXES
from claimtrack.text.names import unescape

_TOGETHER = re.compile(r"(?:[ \u00a0.'’\-‐‑_+]|%20|&nbsp;)*")
"""What may stand between two finds that are one."""
_MASK = "xx"
_DATED = frozenset(map(letters_of, ABBREVIATED))


_Span = tuple[int, int, int, bool]
"""Where a name stands, whose it is, and whether it may be another's."""


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
        self._index = index = NameIndex(hidden, words)
        self._guesser = NameGuesser(index)
        self._numbers = PhoneNumbers((name, who) for who, one in enumerate(index.hidden) for name in one.names)
        self._whole = Automaton(index.whole)
        shown = tuple(shown)
        self._shown = Automaton(
            dict.fromkeys(way for name in shown for form in shown_forms(name) for way in spellings(form))
        )
        self._relatives = Relatives(index, shown)
        symbols = sorted(index.symbols, key=len, reverse=True)
        self._symbol = re.compile("|".join(map(re.escape, symbols))) if symbols else None
        self.tells = lru_cache(MOST_KNOWN)(self._may_tell)
        self._known = lru_cache(MOST_KNOWN)(self._found)  # projection and checks search the same texts

    def alike(self, hidden: Iterable[HiddenName], shown: Iterable[str] = ()) -> "NameMatcher":
        """A matcher of other names that takes the same words for words."""
        return NameMatcher(hidden, shown, self._index.words)

    def find(self, text: str, runs: tuple[tuple[int, int], ...] | None = None) -> tuple[Find, ...]:
        """Where hidden names stand, from left to right; none overlaps another.

        Args:
            text: the text.
            runs: the runs of letters in it that may tell; they are looked for where there are none.
        """
        if not self._index.hidden:
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
        shown = self._shown_in(text)
        again = frozenset(_named_again(text, shown))
        starts, ends = [first for first, _ in shown], list(accumulate((last for _, last in shown), max))
        merged: list[tuple[int, int, int]] = []
        others = self._relatives.named_in(text, shown)
        doubtful: set[int] = set()
        for first, last, who, is_doubtful in sorted(found):
            place = bisect_right(starts, first)
            if place > 0 and last <= ends[place - 1] and not self._is_whole(text[first:last]):
                continue  # a part of the longer name of another
            if is_doubtful and (first, last) in again and letters_of(text[first:last]) not in self._index.parts:
                continue  # "Martinez", behind "Lena Martinez"
            means = self._relatives.mean(text, first, last, others) if self._relatives else "hidden"
            if means == "another":
                continue
            if is_doubtful or means == "either":
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

    def replace(self, text: str) -> str:
        """The text with labels in the place of names, also behind the escapes of addresses and of HTML."""
        found = self._replaced(text)
        plain = unescape(found)
        opened = self._replaced(plain) if plain != found else plain
        return found if opened == plain else opened  # escapes stay, unless they hide a name

    def find_doubtful(self, text: str) -> tuple[int, ...]:
        """Of whom a word that is not replaced may be a form of a name, which only a reader can tell.

        The names of others are passed over, and their words once the text named them.
        """
        found, shown = self.find(text), self._shown_in(text)
        passed = sorted((*((one.first, one.last) for one in found), *shown, *_named_again(text, shown)))
        return self._guesser.find_doubtful(text, passed)

    def mentioned(self, text: str) -> frozenset[int]:
        """Who is named in a text, also behind escapes."""
        found = {one.who for one in self.find(text)}
        plain = unescape(text)
        return frozenset(found if plain == text else found | {one.who for one in self.find(plain)})

    def _replaced(self, text: str) -> str:
        found = self.find(text)
        if not found:
            return text
        made, done = [], 0
        ends = [*(one.first for one in found[1:]), len(text)]
        for one, (before, behind), end in zip(found, self._beside(text, found), ends, strict=False):
            first = one.first - before
            made += [text[done : first if first >= done else one.first], self._index.hidden[one.who].label]
            done = max(min(one.last + behind, end), one.last)
        return "".join((*made, text[done:]))

    def _beside(self, text: str, found: tuple[Find, ...]) -> Iterator[tuple[int, int]]:
        """How far what is one part of a name goes on on both sides: half a name beside a label would tell the other.

        It follows from what stands around names alone, so that no letter of them decides on what is left.
        """
        pieces, done = [], 0
        for one in found:
            pieces += [text[done : one.first], _MASK]
            done = one.last
        masked, place = "".join((*pieces, text[done:])), 0
        for one, between in zip(found, pieces[::2], strict=True):
            place += len(between)
            begin, end = place, place + len(_MASK)
            if self._is_one_part(text[one.begins : one.ends]):
                begin, end = gone_on(self._index, masked, begin, end)
            yield place - begin, end - place - len(_MASK)
            place += len(_MASK)

    def _is_one_part(self, text: str) -> bool:
        return not any(map(str.isspace, text)) and not self._is_whole(text)

    def names_of_others(self, text: str) -> Iterator[str]:
        """The names in a text that go on beside one part of a hidden name, as they are if they are another's.

        So is a form of a part that may be another's by itself, and a king: "Martinez" for Martin, "King Charles".
        """
        for one in self.find(text):
            first, last = gone_on(self._index, text, one.first, one.last)
            word = text[one.begins : one.ends]
            is_form = one.touches and letters_of(word) not in self._index.parts
            is_long = (first, last) != (one.first, one.last) or is_royal(text, one.begins)
            if self._is_one_part(word) and (is_form or is_long):
                yield text[first:last].rstrip(".")

    def _shown_in(self, text: str) -> list[tuple[int, int]]:
        """Where the names of others stand, by where they begin."""
        return sorted((first, last) for first, last, _ in self._shown.spans(text))

    def _is_whole(self, text: str) -> bool:
        """Whether a find is a whole hidden name, which no longer name around it makes another's."""
        letters = letters_of(text)
        return letters in self._index.whole and not (letters in self._index.apart and text.isalpha())

    def _may_tell(self, run: str) -> bool:
        """Whether a name may begin in a run of letters, or a part of one stand in it."""
        is_long = len(run) > LONGEST_WORD
        return is_long or self._whole.may_begin(run) or any(map(self._guesser.may_be_part, word_pattern().findall(run)))

    def _find_whole(self, text: str, runs: Iterable[Run]) -> Iterator[_Span]:
        for first, last, way in self._whole.spans(text, runs):
            if way in self._index.alone and not is_capital(text, first) and text[max(first - 1, 0)] != "@":
                continue
            if way in self._index.apart and text[first:last].isalpha():
                continue
            is_parted = PARTS_WORDS.search(text, first, last) or ends_sentence(text, first, last)
            if is_parted and way not in self._index.parted:
                continue
            if way in self._index.alone and way in _DATED and is_date(text, first, last):
                continue
            if not self._is_written(text, first, last, way) or _is_inside_word(text, first):
                continue
            leading, trailing = self._index.edges[way]
            begin = first - len(leading) if leading and text.endswith(leading, 0, first) else first
            end = last + len(trailing) if trailing and text.startswith(trailing, last) else last
            if way in self._index.beside:  # the surname goes, its title stays
                end = text.rindex(self._index.beside[way][0], first, last)
            yield begin, end, self._index.whole[way], False

    def _is_written(self, text: str, first: int, last: int, way: str) -> bool:
        """Whether what is spelled as a whole name is one: no words of the prose, and none at its edges."""
        words = [letters_of(word) for word in text[first:last].split()]
        if text[first:last].islower():
            if is_in_mail_or_handle(text, first, last):
                return True
            is_joined = len(words) == 1 and way in self._index.short_joined
            if (is_joined or all(map(self._index.is_word, words))) and not is_in_address(text, first, last):
                return False
            return not all(map(self._index.may_begin_sentence, words))
        if len(words) > 1:
            edges = ((words[0], text[first]), (words[-1], text[last - len(words[-1])]))
            return not any(
                sign.islower() and word in self._index.parts and self._index.is_word(word) for word, sign in edges
            )
        return way not in self._index.short_joined or is_run_together(text, first, last)

    def _find_symbols(self, text: str) -> Iterator[_Span]:
        if self._symbol is not None:
            yield from (
                (one.start(), one.end(), self._index.symbols[one[0]], False) for one in self._symbol.finditer(text)
            )
        yield from ((*one, False) for one in self._numbers.find(text))

    def _belong(self, text: str, before: tuple[int, int, int], first: int, who: int) -> bool:
        if before[2] != who or _TOGETHER.fullmatch(text, before[1], first) is None:
            return False
        last = word_before(text, first)
        return last is None or last[2] != "." or not ends_sentence(text, last[1], first + 1)

    def _find_parts(self, text: str, runs: Iterable[Run]) -> Iterator[_Span]:
        """Parts of persons' names in runs of letters, those that belong together as one."""
        done = 0
        for begin, end in runs:
            if end > done and end - begin > 1:  # no part has one letter
                done = yield from self._find_parts_from(text, max(begin, done), end)

    def _find_parts_from(self, text: str, begin: int, end: int) -> Generator[_Span, None, int]:
        """The parts that stand in a run and in what belongs to them, and where the reading ends."""
        cluster: Cluster | None = None
        for match in word_pattern().finditer(text, begin):
            if cluster is None and match.start() >= end:
                return match.start()
            hit = Hit(match.start(), match.end(), self._guesser.guess(match[0], text, match.start(), match.end()))
            if cluster is not None:
                if cluster.takes(text, hit):
                    continue
                yield from named_by(self._index, text, cluster)
            cluster = Cluster(hit) if hit.guesses.each else None
        if cluster is not None:
            yield from named_by(self._index, text, cluster)
        return len(text)

    def _widened(self, text: str, first: int, last: int, who: int, *, is_doubtful: bool) -> Find:
        """A find with the titles, initials and particles that belong to it, and whether a name may go on beside it."""
        begin, end, touches = widened(self._index, text, first, last, who)
        return Find(begin, end, who, first, last, touches or is_doubtful)


def _named_again(text: str, shown: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The words of the names of other people that stand in a text again, behind such a name of several words."""
    named: dict[str, int] = {}
    for first, last in shown:
        words = word_pattern().findall(text[first:last])
        for word in words if len(words) > 1 and not is_of_body(text[first:last]) else ():
            named.setdefault(word, last)
    for match in word_pattern().finditer(text) if named else ():
        if named.get(match[0], match.start()) < match.start():
            yield match.span()


def _is_inside_word(text: str, first: int) -> bool:
    """Whether an Arabic or Hebrew word goes on before a place with letters that are no particles."""
    before = text[first - 1] if first else ""
    return (
        script_of(before) in ("ARABIC", "HEBREW") and before.isalpha() and before not in PREFIXES if before else False
    )
