"""How much reading, building, scoring and scoring after a change cost as casebooks grow, and how much memory they take.

Each figure is a ratio to `json.loads` of the same file in the same run. `score` is build and assess; `told` is score,
and then the status and the working of every claim, which are found when they are asked for. Growth is the factor by
which scoring costs more when there are twice as many statements (geometric mean from the first size to the last);
memory is the peak over the size of the file.

    python benchmarks/growth.py [STATEMENTS ...]
"""

import gc
import json
import sys
import time
import tracemalloc
from collections.abc import Callable
from math import log2

import attrs
from made import made

import claimtrack as ct

_RUNS = 3


def best(work: Callable[[], object]) -> float:
    """The shortest of three processor times, in seconds."""
    times = []
    for _ in range(_RUNS):
        gc.collect()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def peak(work: Callable[[], object]) -> int:
    """The most memory that some work holds at once, in bytes."""
    gc.collect()
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def measure(statements: int, *, links: bool) -> float:
    """Print one row of ratios; the time of scoring in seconds."""
    book = made(statements, links=links)
    text = ct.dumps(book, format="json")
    unit = best(lambda: json.loads(text))
    network = ct.build(book)
    assessment = ct.assess(network)
    said = book.statements[statements // 2]
    changed = book.with_records(attrs.evolve(said, stance="asserts" if said.stance == "denies" else "denies"))
    figures = {
        "draft": best(lambda: made(statements, links=links)),
        "read": best(lambda: ct.loads(text, format="json")),
        "public": best(lambda: ct.for_audience(book, "public")),
        "build": best(lambda: ct.build(book)),
        "assess": best(lambda: ct.assess(network)),
        "score": best(lambda: ct.score(book)),
        "told": best(lambda: [(one.status, one.steps) for one in ct.score(book).scores.values()]),
        "rescore": best(lambda: ct.rescore(assessment, changed)),
    }
    row = "  ".join(f"{name} {seconds / unit:5.1f}" for name, seconds in figures.items())
    memory = peak(lambda: ct.score(book)) / len(text.encode())
    more = f"assess/read {figures['assess'] / figures['read']:.2f}  "
    more += f"rescore/score {figures['rescore'] / figures['score']:.3f}  peak/file {memory:.1f}"
    print(f"{statements:>7} statements: json.loads 1  {row}  {more}", flush=True)
    return figures["assess"]


def main(sizes: list[int]) -> None:
    """Measure every size, without links and with them."""
    for links in (False, True):
        print("with links" if links else "without links")
        costs = {size: measure(size, links=links) for size in sizes}
        large = [size for size in sizes if size >= min(1000, max(sizes))]
        if len(large) > 1:
            growth = (costs[large[-1]] / costs[large[0]]) ** (1.0 / log2(large[-1] / large[0]))
            print(f"growth of scoring per doubling, from {large[0]} to {large[-1]} statements: {growth:.2f}")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [100, 1000, 10_000, 100_000])
