"""Shrinking: from a case that breaks a law to a smaller one, by making duller choices.

A case is made again from a list of choices. Parts are left out and choices made duller for as long as the law stays
broken, so that what is left is needed to break it.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from claimtrack._records import record
from claimtrack.testing.generate.source import Chooser, Choosing
from claimtrack.testing.law import Broken, Law, Unmet, tried

_T = TypeVar("_T")
_MOST_TRIALS = 1000
_SHORT = 16

Choices = tuple[float, ...]
"""By how much each choice is above the dullest."""


@record
class _Parts:
    """Things that were made one after the other."""

    count: int | None
    """The place of the choice of how many; None where they had to be so many."""
    spans: tuple[tuple[int, int], ...]
    """For each thing the places of its choices: from, and up to."""


class Replay(Choosing):
    """A chooser that makes given choices, and the dullest where none is left; it keeps what was chosen.

    Example:
        >>> Replay((2.0,)).whole(1, 6), Replay(()).whole(1, 6)
        (3, 1)
    """

    def __init__(self, choices: Choices = (), *, beyond: Chooser | None = None) -> None:
        self._choices, self._beyond = choices, beyond
        self.made: list[float] = []
        """What was chosen: by how much each choice is above the dullest."""
        self.parts: list[_Parts] = []
        """What was made of it, one after the other."""

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        kept = low + min(int(self._next()), high - low)
        chosen = kept if self._beyond is None else self._beyond.whole(low, high)
        self.made.append(chosen - low)
        return chosen

    def real(self, low: float, high: float) -> float:
        """A number from `low` to `high`, both included."""
        chosen = min(low + self._next(), high) if self._beyond is None else self._beyond.real(low, high)
        self.made.append(chosen - low)
        return chosen

    def some(self, low: int, high: int, make: Callable[[int], _T]) -> tuple[_T, ...]:
        """At least `low` and at most `high` things, each made from its place."""
        count = len(self.made) if low < high else None
        number = self.whole(low, high) if low < high else low
        made, spans = [], []
        for place in range(number):
            start = len(self.made)
            made.append(make(place))
            spans.append((start, len(self.made)))
        self.parts.append(_Parts(count=count, spans=tuple(spans)))
        return tuple(made)

    def _next(self) -> float:
        place = len(self.made)
        return self._choices[place] if place < len(self._choices) else 0.0


def shrunk(law: Law, subject: Any, choose: Chooser) -> Broken | None:  # noqa: ANN401
    """The smallest case found that breaks a law, from the case that a chooser makes; None where that breaks nothing.

    Cost: at most 1,000 trials of the law.
    """
    best = Replay(beyond=choose)
    broken = _broken(law, subject, best)
    if broken is None:
        return None
    trials, moved = 0, True
    while moved:
        moved = False
        for duller in (_with_parts_left_out, _with_parts_dull, _with_choices_lower):
            place = 0
            while trials < _MOST_TRIALS:
                candidate = next(duller(best, place), None)
                if candidate is None:
                    break
                place, choices = candidate
                trials, replay = trials + 1, Replay(choices)
                found = _broken(law, subject, replay)
                if found is not None and _size(replay) < _size(best):
                    best, broken, moved = replay, found, True
                else:
                    place += 1
        moved = moved and trials < _MOST_TRIALS
    return broken


def _broken(law: Law, subject: Any, choose: Chooser) -> Broken | None:  # noqa: ANN401
    try:
        tried(law, subject, law.make(choose))
    except Broken as broken:
        return broken
    except Unmet:
        pass
    return None


def _size(replay: Replay) -> tuple[int, int, Choices]:
    """How large a case is: the fewer choices the smaller, then the fewer that are not the dullest."""
    return len(replay.made), sum(1 for one in replay.made if one), tuple(replay.made)


def _from(candidates: Iterator[Choices], first: int) -> Iterator[tuple[int, Choices]]:
    return ((place, one) for place, one in enumerate(candidates) if place >= first)


def _with_parts_left_out(replay: Replay, first: int) -> Iterator[tuple[int, Choices]]:
    return _from(_left_out(tuple(replay.made), replay.parts), first)


def _left_out(choices: Choices, parts: list[_Parts]) -> Iterator[Choices]:
    counts = [one.count for one in parts if one.count is not None]
    for one in sorted(parts, key=lambda part: -max((end - start for start, end in part.spans), default=0)):
        own = counts if one.count is None else [one.count]
        for start, end in reversed(one.spans):
            for count in own:
                if count < start and choices[count] >= 1.0:
                    fewer = (*choices[:count], choices[count] - 1.0, *choices[count + 1 :])
                    yield fewer[:start] + fewer[end:]
        if one.count is not None and not any(end - start for start, end in one.spans) and choices[one.count]:
            yield (*choices[: one.count], choices[one.count] - 1.0, *choices[one.count + 1 :])


def _with_parts_dull(replay: Replay, first: int) -> Iterator[tuple[int, Choices]]:
    choices = tuple(replay.made)
    spans = sorted({span for part in replay.parts for span in part.spans}, key=lambda span: span[0] - span[1])
    dull = ((*choices[:start], *([0.0] * (end - start)), *choices[end:]) for start, end in spans)
    return _from((one for one in dull if one != choices), first)


def _with_choices_lower(replay: Replay, first: int) -> Iterator[tuple[int, Choices]]:
    return _from(_lower(tuple(replay.made)), first)


def _lower(choices: Choices) -> Iterator[Choices]:
    for place, one in enumerate(choices):
        for lower in dict.fromkeys((0.0, one // 2, one - 1.0, round(one, 1), round(one, 2))):
            if 0.0 <= lower < one:
                yield (*choices[:place], lower, *choices[place + 1 :])
        if one >= 1.0:
            yield (*choices[:place], one - 1.0, *choices[place + 2 :])
