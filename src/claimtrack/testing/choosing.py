"""Choosing: where made-up casebooks get their choices from.

Whatever makes up a case asks a chooser for each choice. Hypothesis is one (`claimtrack.testing.strategies`), which
shrinks; `Chance` is another, which is fast and gives the same case for the same seed.
"""

from collections.abc import Sequence
from random import Random
from typing import Any, Protocol, TypeVar

__all__ = ["Chance", "Chooser", "an_order", "several"]

_T = TypeVar("_T")


class Chooser(Protocol):
    """Makes choices; the first option, the lowest number and `False` are the dullest."""

    def of(self, options: Sequence[_T]) -> _T:
        """One of some options, the dullest first."""
        ...

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        ...

    def real(self, low: float, high: float) -> float:
        """A number from `low` to `high`, both included."""
        ...


class Chance:
    """A chooser that throws dice: the same seed gives the same choices.

    Example:
        >>> Chance(7).whole(1, 6) == Chance(7).whole(1, 6)
        True
    """

    def __init__(self, seed: int) -> None:
        self._dice = Random(seed)  # noqa: S311 (dice, no secret)

    def of(self, options: Sequence[_T]) -> _T:
        """One of some options."""
        return options[self._dice.randrange(len(options))]

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return self._dice.randint(low, high)

    def real(self, low: float, high: float) -> float:
        """A number from `low` to `high`; now and then one of the ends."""
        if self._dice.random() < 0.1:  # noqa: PLR2004
            return self.of((low, high))
        return self._dice.uniform(low, high)


def several(choose: Chooser, options: Sequence[Any], most: int) -> list[Any]:
    """At most so many of some options, each once."""
    left = list(options)
    return [left.pop(choose.whole(0, len(left) - 1)) for _ in range(choose.whole(0, min(most, len(left))))]


def an_order(choose: Chooser, items: Sequence[Any]) -> tuple[Any, ...]:
    """Some items in any order."""
    left = list(items)
    return tuple(left.pop(choose.whole(0, len(left) - 1)) for _ in range(len(left)))
