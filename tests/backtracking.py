"""A matcher of regular expressions that counts its steps, as a backtracking one takes them.

It tries what `re` tries, in the same order, but without the shortcuts that `re` has: what is linear here is linear
there.
"""

import math
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from re import _constants as codes, _parser as parser  # type: ignore[attr-defined]
from typing import Any

_SAMPLES = "aA0 _-.:;,'\"/@%+&#<>()[]{}=*|\\\n\t\u00e9\u4e2d\u2019\u00ad\u200d\x00$~!?^`"
_REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}


class TooManySteps(Exception):
    """A pattern takes more steps than it may."""


class Steps:
    """Counts the steps of one pattern over one text, up to a most."""

    def __init__(self, pattern: re.Pattern[str], text: str, most: float = math.inf) -> None:
        """Prepare to match."""
        self.most = most
        self.tree = parser.parse(pattern.pattern, pattern.flags)
        self.flags = self.tree.state.flags
        self.text = text
        self.taken = 0
        self.groups: dict[int, tuple[int, int]] = {}
        self.single: dict[int, re.Pattern[str]] = {}

    def find_all(self, *, at_start: bool = False) -> int:
        """How many steps it takes to find every match, or to match at the start alone."""
        with suppress(TooManySteps):
            self._find_all(at_start=at_start)
        return self.taken

    def _find_all(self, *, at_start: bool) -> None:
        place = 0
        while place <= len(self.text):
            end = next(self._sequence(tuple(self.tree), 0, place), None)
            if at_start:
                break
            place = place + 1 if end is None or end == place else end

    def _sequence(self, nodes: Sequence[Any], rank: int, place: int) -> Iterator[int]:
        if rank == len(nodes):
            yield place
            return
        for end in self._node(nodes[rank], place):
            yield from self._sequence(nodes, rank + 1, end)

    def _node(self, node: Any, place: int) -> Iterator[int]:  # noqa: C901, PLR0912 - a case for each kind of node
        self.taken += 1
        if self.taken > self.most:
            raise TooManySteps
        code, what = node
        if code in _REPEATS:
            least, most, body = what
            if code is codes.POSSESSIVE_REPEAT:
                yield from self._first(self._repeat(tuple(body), least, most, place, greedy=True))
            else:
                yield from self._repeat(tuple(body), least, most, place, greedy=code is codes.MAX_REPEAT)
        elif code is codes.SUBPATTERN:
            group, _, _, body = what
            for end in self._sequence(tuple(body), 0, place):
                if group is not None:
                    self.groups[group] = (place, end)
                yield end
        elif code is codes.BRANCH:
            for branch in what[1]:
                yield from self._sequence(tuple(branch), 0, place)
        elif code is codes.ATOMIC_GROUP:
            yield from self._first(self._sequence(tuple(what), 0, place))
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            direction, body = what
            start = place if direction > 0 else place - body.getwidth()[0]
            met = start >= 0 and next(self._sequence(tuple(body), 0, start), None) is not None
            if met is (code is codes.ASSERT):
                yield place
        elif code is codes.AT:
            if self._at(what, place):
                yield place
        elif code is codes.GROUPREF:
            start, end = self.groups.get(what, (0, 0))
            if self.text.startswith(self.text[start:end], place):
                yield place + end - start
        elif self._is_one(node, place):
            yield place + 1

    def _first(self, ends: Iterator[int]) -> Iterator[int]:
        end = next(ends, None)
        if end is not None:
            yield end

    def _repeat(self, body: Sequence[Any], least: int, most: Any, place: int, *, greedy: bool) -> Iterator[int]:  # noqa: C901
        if len(body) == 1 and body[0][0] in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
            end = place
            while end - place < most and self._is_one(body[0], end):
                self.taken += 1
                end += 1
            ends = range(place + least, end + 1)
            for one in reversed(ends) if greedy else ends:
                self.taken += 1
                yield one
            return
        # Depth first with a stack of its own: each open round with the ends that are left to try.
        if not greedy and least <= 0:
            yield place
        work = [(place, self._sequence(body, 0, place))] if most else []
        if not work:
            yield place
        while work:
            self.taken += 1
            start, ends = work[-1]
            end = next((one for one in ends if one > start), None)
            if end is None:
                work.pop()
                if greedy and len(work) >= least:
                    yield start
                continue
            if not greedy and len(work) >= least:
                yield end
            if len(work) < most:
                work.append((end, self._sequence(body, 0, end)))
            elif greedy:
                yield end

    def _is_one(self, node: Any, place: int) -> bool:
        if place >= len(self.text):
            return False
        found = self.single.get(id(node))
        if found is None:
            found = self.single[id(node)] = _one_character(node, self.flags)
        return found.match(self.text, place, place + 1) is not None

    def _at(self, what: Any, place: int) -> bool:
        names = {
            codes.AT_BEGINNING: "(?m:^)" if self.flags & re.MULTILINE else r"\A",
            codes.AT_BEGINNING_STRING: r"\A",
            codes.AT_END: "(?m:$)" if self.flags & re.MULTILINE else "$",
            codes.AT_END_STRING: r"\Z",
            codes.AT_BOUNDARY: r"\b",
            codes.AT_NON_BOUNDARY: r"\B",
        }
        return re.compile(names[what], self.flags & re.ASCII).match(self.text, place) is not None


_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}


def _one_character(node: Any, flags: int) -> re.Pattern[str]:
    """The pattern of a single character."""
    code, what = node
    kept = flags & (re.IGNORECASE | re.ASCII | re.DOTALL)
    if code is codes.ANY:
        return re.compile(".", kept)
    if code in (codes.LITERAL, codes.NOT_LITERAL):
        return re.compile(f"[{'^' if code is codes.NOT_LITERAL else ''}{re.escape(chr(what))}]", kept)
    inside = ""
    for kind, value in what:
        if kind is codes.NEGATE:
            inside += "^"
        elif kind is codes.LITERAL:
            inside += re.escape(chr(value))
        elif kind is codes.RANGE:
            inside += f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        else:
            inside += _CATEGORIES[value]
    return re.compile(f"[{inside}]", kept)


def characters_of(pattern: re.Pattern[str]) -> list[str]:  # noqa: C901 - a case for each kind of node
    """Characters that the pattern takes somewhere: for each place in it that takes one, the first that fits."""
    found: dict[str, None] = {}

    def walk(nodes: Any) -> None:
        for node in nodes:
            code, what = node
            if code in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
                one = _one_character(node, pattern.flags)
                fitting = chr(what) if code is codes.LITERAL else next((c for c in _SAMPLES if one.match(c)), None)
                if fitting is not None:
                    found[fitting] = None
            elif code in _REPEATS:
                walk(what[2])
            elif code is codes.SUBPATTERN:
                walk(what[3])
            elif code is codes.BRANCH:
                for branch in what[1]:
                    walk(branch)
            elif code is codes.ATOMIC_GROUP:
                walk(what)
            elif code in (codes.ASSERT, codes.ASSERT_NOT):
                walk(what[1])

    walk(parser.parse(pattern.pattern, pattern.flags))
    return list(found)


sys.setrecursionlimit(max(sys.getrecursionlimit(), 10_000))
