"""All of many phrases in one pass over a text: the automaton of Aho and Corasick, over folded letters."""

import re
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple
from unicodedata import category

from claimtrack.text.folding import Run, fold, letters_of, runs_that

_START = 6
"""By so many first letters a word is passed over with which no phrase begins."""
_PEEK = 24
"""So many characters from the beginning of a short word on are looked at first."""
_LETTER = re.compile(r"[0-9A-Za-z]")
_WITH_A_LETTER = ("Mn", "Mc", "Me", "Cf")
"""Categories of accents and joiners, which go with the letter before them."""


class _States(NamedTuple):
    """For each state: where to go on, the phrase that ends there, where to fall back to, and the next to end there."""

    step: list[dict[str, int]]
    ends: list[str | None]
    fail: list[int]
    shorter: list[int]


class Automaton:
    """Finds folded phrases in texts.

    Each phrase is a path of letters from the first state. Where the next letter of a text does not go on from a state,
    the search falls back to the longest end of what it has read that begins another phrase: no letter is read twice.

    Cost: building it is linear in the letters of the phrases; a search is linear in the text.

    References:
        Aho, Corasick. *Efficient string matching: an aid to bibliographic search*. CACM 18 (1975), algorithms 2 and 3.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        """Keep the phrases; the states are built when a text has a word that may begin one."""
        self._phrases = tuple(phrases)
        self._short = {phrase for phrase in self._phrases if len(phrase) < _START}
        self._beginnings = {phrase[:size] for phrase in self._phrases for size in range(1, _START + 1)}

    @cached_property
    def _states(self) -> _States:
        step: list[dict[str, int]] = [{}]
        ends: list[str | None] = [None]
        for phrase in self._phrases:
            state = 0
            for letter in phrase:
                after = step[state].get(letter)
                if after is None:
                    after = step[state][letter] = len(step)
                    step.append({})
                    ends.append(None)
                state = after
            ends[state] = phrase
        fail, shorter = [0] * len(step), [0] * len(step)
        waiting = deque(step[0].values())
        while waiting:
            state = waiting.popleft()
            for letter, after in step[state].items():
                waiting.append(after)
                back = fail[state]
                while back and letter not in step[back]:
                    back = fail[back]
                found = step[back].get(letter, 0)
                back = fail[after] = 0 if found == after else found
                shorter[after] = back if ends[back] is not None else shorter[back]
        return _States(step, ends, fail, shorter)

    def may_begin(self, run: str) -> bool:
        """Whether a phrase may begin in a run of letters."""
        beginnings = self._beginnings
        if run.isascii():
            return run[:_START].lower() in beginnings
        return any(letters[:_START] in beginnings for letters, _, _ in fold(run))

    def spans(self, text: str, runs: Iterable[Run] | None = None) -> Iterator[tuple[int, int, str]]:
        """Where phrases stand as whole words, and the phrase as folded: for each end the longest one.

        Args:
            text: the text.
            runs: the runs of letters in it in which phrases may begin; they are looked for where there are none.
        """
        if not self._phrases:
            return
        done = 0
        for begin, end in runs_that(self.may_begin, text) if runs is None else runs:
            if end > done and self._may_go_on(text, begin, end):
                done = yield from self._spans_from(text, max(begin, done), end)

    def _may_go_on(self, text: str, begin: int, end: int) -> bool:
        """Whether what begins in a short run may be a phrase, by the letters behind it."""
        if end - begin >= _START:
            return True
        ahead = text[begin : begin + _PEEK]
        if not ahead.isascii():
            return True
        run, behind = text[begin:end].lower(), _LETTER.search(ahead, end - begin)
        if behind is not None and run not in self._short and run + behind[0].lower() not in self._beginnings:
            return False  # most runs, by one letter
        letters = letters_of(ahead)[:_START]
        return letters in self._beginnings or not self._short.isdisjoint(accumulate(letters))

    def _spans_from(self, text: str, begin: int, end: int) -> Generator[tuple[int, int, str], None, int]:
        """The phrases that begin in a run, or in what is read on from there, and where the reading ends."""
        step, ends, fail, shorter = self._states
        state, offset, starts = 0, 0, dict[int, int]()
        for letters, first, last in fold(text, begin):
            if not state:
                if first >= end:
                    return first
                if letters[:_START] not in self._beginnings:
                    continue
                offset, starts = 0, {}
            starts[offset] = first
            for letter in letters:
                while state and letter not in step[state]:
                    state = fail[state]
                state = step[state].get(letter, 0)
            offset += len(letters)
            found = state if ends[state] is not None else shorter[state]
            while found:
                phrase = ends[found] or ""
                start = starts.get(offset - len(phrase))
                if start is not None:
                    yield start, _with_marks(text, last), phrase
                    break
                found = shorter[found]
        return len(text)


def _with_marks(text: str, last: int) -> int:
    while last < len(text) and category(text[last]) in _WITH_A_LETTER:
        last += 1
    return last
