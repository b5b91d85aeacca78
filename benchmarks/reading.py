"""How much reading, building and scoring cost, as ratios to `json.loads` of the same file in the same run.

python benchmarks/reading.py [STATEMENTS ...]
"""

import json
import sys
import time
from collections.abc import Callable

from made import made

import claimtrack as ct

_RUNS = 3


def best(work: Callable[[], object]) -> float:
    """The shortest of three times, in seconds."""
    times = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def measure(statements: int) -> None:
    """Print one row of ratios."""
    building = best(lambda: made(statements))
    book = made(statements)
    text = ct.dumps(book, format="json")
    unit = best(lambda: json.loads(text))
    network = ct.build(book)
    figures = {
        "draft": building,
        "read": best(lambda: ct.loads(text, format="json")),
        "public": best(lambda: ct.for_audience(book, "public")),
        "build": best(lambda: ct.build(book)),
        "assess": best(lambda: ct.assess(network)),
    }
    row = "  ".join(f"{name} {seconds / unit:6.1f}" for name, seconds in figures.items())
    print(f"{statements:>7} statements: json.loads = 1  {row}  (assess/read {figures['assess'] / figures['read']:.2f})")


if __name__ == "__main__":
    for size in map(int, sys.argv[1:] or ["1000", "10000", "100000"]):
        measure(size)
