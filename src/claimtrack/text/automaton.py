"""All of many phrases in one pass over a text: the automaton of Aho and Corasick, over folded letters."""

from collections import deque
from collections.abc import Iterable, Iterator
from unicodedata import category

from claimtrack.text.folding import Folded, fold

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

    def spans(self, text: str, folded: Folded | None = None) -> Iterator[tuple[int, int, str]]:
        """Where phrases stand as whole words, and the phrase as folded: for each end the longest one."""
        if len(self._next) == 1:
            return
        letters, places, is_edge = fold(text) if folded is None else folded
        state, step, ends, shorter, fail = 0, self._next, self._ends, self._shorter, self._fail
        for at, letter in enumerate(letters):
            while state and letter not in step[state]:
                state = fail[state]
            state = step[state].get(letter, 0)
            if not is_edge[at + 1]:
                continue
            end = state if ends[state] is not None else shorter[state]
            while end:
                phrase = ends[end]
                if phrase is not None and is_edge[at + 1 - len(phrase)]:
                    last = places[at] + 1
                    while last < len(text) and category(text[last]) in _WITH_A_LETTER:
                        last += 1
                    yield places[at + 1 - len(phrase)], last, phrase
                    break
                end = shorter[end]
