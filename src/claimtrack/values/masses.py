"""Rows of opinions as fusion works on them: beliefs, what is unknown, base rates."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

__all__ = ["Masses", "mean_base_rates"]


class Masses(NamedTuple):
    """An opinion over k values, two or more."""

    beliefs: tuple[float, ...]
    unknown: float
    base_rates: tuple[float, ...]


def mean_base_rates(rows: Sequence[Masses], weights: Sequence[float]) -> tuple[float, ...]:
    """The base rates of all rows by weight; by equal weight where all weigh nothing.

    Example:
        >>> mean_base_rates([Masses((0.0, 0.0), 1.0, (0.25, 0.75)), Masses((0.5, 0.0), 0.5, (0.5, 0.5))], [0.0, 0.5])
        (0.5, 0.5)
    """
    total = fsum(weights)
    if total == 0.0:
        return mean_base_rates(rows, [1.0] * len(rows))
    heard = {row.base_rates for row, w in zip(rows, weights, strict=True) if w > 0.0}
    first = next(iter(heard))
    if len(heard) == 1:
        return first
    sums = [fsum(row.base_rates[v] * w for row, w in zip(rows, weights, strict=True)) for v in range(len(first))]
    return tuple(min(1.0, part / total) for part in sums)
