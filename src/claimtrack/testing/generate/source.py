"""Where made-up casebooks get their choices from.

Whatever makes up a case asks a chooser for each choice. `RandomChooser` is fast, and gives the same case for the same
seed; the strategies let Hypothesis choose, and shrink; `ReplayChooser` makes a case again.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, Protocol, TypeVar

from claimtrack._records import record

_T = TypeVar("_T")


class Chooser(Protocol):
    """Makes choices; the first option, the lowest number and `False` are the simplest."""

    def of(self, options: Sequence[_T]) -> _T:
        """One of some options, the simplest first."""
        ...

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        ...

    def real(self, low: float, high: float) -> float:
        """A number from `low` to `high`, both included."""
        ...

    def some(self, low: int, high: int, make: Callable[[int], _T]) -> tuple[_T, ...]:
        """From `low` to `high` things, each made from its place."""
        ...


class BaseChooser(ABC):
    """What all choosers share: everything but numbers."""

    def of(self, options: Sequence[_T]) -> _T:
        """One of some options, by its place."""
        return options[self.whole(0, len(options) - 1)]

    @abstractmethod
    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""

    def some(self, low: int, high: int, make: Callable[[int], _T]) -> tuple[_T, ...]:
        """From `low` to `high` things, each made from its place."""
        return tuple(make(place) for place in range(self.whole(low, high) if low < high else low))


class RandomChooser(BaseChooser):
    """A chooser that throws dice; the same seed gives the same choices.

    Example:
        >>> RandomChooser(7).whole(1, 6) == RandomChooser(7).whole(1, 6)
        True
    """

    def __init__(self, seed: int) -> None:
        self._dice = Random(seed)  # noqa: S311 (dice, no secret)

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return self._dice.randint(low, high)

    def real(self, low: float, high: float) -> float:
        """A number from `low` to `high`; now and then one of the ends."""
        if self._dice.random() < 0.1:  # noqa: PLR2004
            return self.of((low, high))
        return self._dice.uniform(low, high)


Choices = tuple[float, ...]
"""How far each choice is above its simplest value."""


@record
class _Batch:
    """Things that were made in a row by one call of `some`."""

    count: int | None
    """The place of the choice of how many; None where their number was fixed."""
    spans: tuple[tuple[int, int], ...]
    """For each thing, the places of the choices that made it: from, and up to."""

    @property
    def longest(self) -> int:
        """How many choices made the largest of them."""
        return max((end - start for start, end in self.spans), default=0)


class ReplayChooser(BaseChooser):
    """A chooser that repeats given choices, and then takes the simplest; it records what was chosen.

    Example:
        >>> ReplayChooser((2.0,)).whole(1, 6), ReplayChooser(()).whole(1, 6)
        (3, 1)
    """

    def __init__(self, choices: Choices = (), *, recording: Chooser | None = None) -> None:
        """Repeat the choices, or record those that another chooser makes."""
        self._choices, self._recording = choices, recording
        self.made: list[float] = []
        """How far each choice was above its simplest value."""
        self.batches: list[_Batch] = []
        """What was made, batch by batch."""

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        kept = low + min(int(self._next()), high - low)
        chosen = kept if self._recording is None else self._recording.whole(low, high)
        self.made.append(chosen - low)
        return chosen

    def real(self, low: float, high: float) -> float:
        """A number from `low` to `high`, both included."""
        chosen = min(low + self._next(), high) if self._recording is None else self._recording.real(low, high)
        self.made.append(chosen - low)
        return chosen

    def some(self, low: int, high: int, make: Callable[[int], _T]) -> tuple[_T, ...]:
        """From `low` to `high` things, each made from its place."""
        count = len(self.made) if low < high else None
        number = self.whole(low, high) if low < high else low
        made, spans = [], []
        for place in range(number):
            start = len(self.made)
            made.append(make(place))
            spans.append((start, len(self.made)))
        self.batches.append(_Batch(count=count, spans=tuple(spans)))
        return tuple(made)

    def _next(self) -> float:
        place = len(self.made)
        return self._choices[place] if place < len(self._choices) else 0.0


def choose_some(choose: Chooser, options: Sequence[Any], most: int) -> list[Any]:
    """Up to `most` of some options, each at most once."""
    left = list(options)
    return list(choose.some(0, min(most, len(left)), lambda _: left.pop(choose.whole(0, len(left) - 1))))


def shuffle(choose: Chooser, items: Sequence[Any]) -> tuple[Any, ...]:
    """Some items in any order."""
    left = list(items)
    return tuple(left.pop(choose.whole(0, len(left) - 1)) for _ in range(len(left)))
