"""All of many phrases in one pass over a text: the automaton of Aho and Corasick, over folded letters."""

from collections import deque
from collections.abc import Iterable, Iterator
from unicodedata import category

from claimtrack.text.folding import fold

_START = 3
"""By so many first letters a word is passed over with which no phrase begins."""
_WITH_A_LETTER = ("Mn", "Mc", "Me", "Cf")
"""Categories of accents and joiners, which go with the letter before them."""


class Automaton:
    """Finds folded phrases in texts.

    Each phrase is a path of letters from the first state. Where the next letter of a text does not go on from a state,
    the search falls back to the longest end of what it has read that begins another phrase: no letter is read twice.

    Cost: building it is linear in the letters of the phrases; a search is linear in the text.

    References:
        Aho, Corasick. *Efficient string matching: an aid to bibliographic search*. CACM 18 (1975), algorithms 2 and 3.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        """Build the states: where to go on, where to fall back to, and the longest shorter phrase that ends there."""
        phrases = tuple(phrases)
        self._starts = frozenset(phrase[:_START] for phrase in phrases)
        self._next: list[dict[str, int]] = [{}]
        self._ends: list[str | None] = [None]
        for phrase in phrases:
            state = 0
            for letter in phrase:
                state = self._next[state].setdefault(letter, len(self._next))
                if state == len(self._next):
                    self._next.append({})
                    self._ends.append(None)
            self._ends[state] = phrase
        self._fail = [0] * len(self._next)
        self._shorter = [0] * len(self._next)
        waiting = deque(self._next[0].values())
        while waiting:
            state = waiting.popleft()
            for letter, after in self._next[state].items():
                waiting.append(after)
                back = self._fail[state]
                while back and letter not in self._next[back]:
                    back = self._fail[back]
                found = self._next[back].get(letter, 0)
                self._fail[after] = 0 if found == after else found
                back = self._fail[after]
                self._shorter[after] = back if self._ends[back] is not None else self._shorter[back]

    def spans(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where phrases stand as whole words, and the phrase as folded: for each end the longest one."""
        if len(self._next) == 1:
            return
        state, step, ends, shorter, fail = 0, self._next, self._ends, self._shorter, self._fail
        offset, starts = 0, dict[int, int]()
        for letters, first, last in fold(text):
            if not state:
                if letters[:_START] not in self._starts and len(letters) >= _START:
                    continue  # no phrase begins like this word, as is true of most
                offset, starts = 0, {}
            starts[offset] = first
            for letter in letters:
                while state and letter not in step[state]:
                    state = fail[state]
                state = step[state].get(letter, 0)
            offset += len(letters)
            end = state if ends[state] is not None else shorter[state]
            while end:
                phrase = ends[end] or ""
                begins = starts.get(offset - len(phrase))
                if begins is not None:
                    yield begins, _with_marks(text, last), phrase
                    break
                end = shorter[end]


def _with_marks(text: str, last: int) -> int:
    while last < len(text) and category(text[last]) in _WITH_A_LETTER:
        last += 1
    return last
