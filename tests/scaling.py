"""How work grows with its input. A ratio says the same on a slow machine, on a fast one and on a busy one."""

import gc
import sys
from collections.abc import Callable
from math import inf
from time import process_time
from types import FrameType

LINEAR = 10.0
"""More is no linear growth: four times the input takes a linear program 4 times as long, a quadratic one 16 times."""
_ROUNDS = 8


def growth(work: Callable[[int], Callable[[], object]], size: int) -> float:
    """How many times the processor time of a size it takes to do four times as much.

    Both sizes take turns, and the least of each counts, since whatever else the machine does only ever adds. It ends
    as soon as the growth is plainly linear.

    Args:
        work: prepares the work for a size, and returns what does it.
        size: the smaller of the two sizes.
    """
    small, large = work(size), work(4 * size)
    least = [inf, inf]
    for _ in range(_ROUNDS):
        least = [min(known, _took(call)) for known, call in zip(least, (small, large), strict=True)]
        if least[1] < LINEAR / 1.5 * least[0]:
            break
    return least[1] / least[0]


def calls(work: Callable[[], object], *, most: float = inf) -> int:
    """How many calls of functions the work takes; it is ended by an AssertionError when they are more than `most`."""
    made = 0

    def count(_: FrameType, __: str, ___: object) -> None:
        nonlocal made
        made += 1
        if made > most:
            raise AssertionError(f"more than {most:,.0f} calls")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return made


def _took(call: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        start = process_time()
        call()
        return process_time() - start
    finally:
        gc.enable()
