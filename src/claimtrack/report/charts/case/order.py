"""The order of boxes beside rows in which few lines cross, and those that do are thin."""

from collections.abc import Sequence
from math import fsum

Ends = Sequence[tuple[int, float]]
"""Where the lines of a box end: the place of the row, and how wide the line is."""


def uncross(order: Sequence[int], boxes: Sequence[Ends]) -> list[int]:
    """Swap neighbours for as long as that leaves fewer, or thinner, lines to cross.

    Args:
        order: the places of the boxes, from the top, to begin with.
        boxes: the lines of each box.

    Cost: at most as many rounds as there are boxes, each of which looks at all pairs of lines of neighbours.
    """
    found = list(order)
    for _ in found:
        moved = False
        for at in range(len(found) - 1):
            upper, lower = boxes[found[at]], boxes[found[at + 1]]
            if _crossing(lower, upper) < _crossing(upper, lower):
                found[at : at + 2] = found[at + 1], found[at]
                moved = True
        if not moved:
            break
    return found


def _crossing(upper: Ends, lower: Ends) -> float:
    """How much crosses if one box stands over another: for each pair of lines that do, their widths multiplied."""
    return fsum(mine * other for above, mine in upper for below, other in lower if above > below)
