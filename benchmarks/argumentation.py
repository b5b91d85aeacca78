"""How much gradual argumentation costs beside a plain loop over dictionaries that does the same arithmetic.

The loop is told the order in which to take the arguments; the library finds it. Each figure is the library's time
over the loop's, both best of several runs in turn: with the arguments listed in order, and in any order.

    python benchmarks/argumentation.py [ARGUMENTS ...]
"""

import gc
import sys
import time
from collections.abc import Callable
from math import exp
from random import Random

from claimtrack.scoring.gradual_semantics import SEMANTICS, Edge, Framework, Semantics, strengths

_RUNS = 5
_ROUNDING = 1e-9


def made(arguments: int) -> Framework:
    """A graph without rings in which three of four arguments bear on two others each."""
    dice = Random(7)  # noqa: S311
    names = [f"arg-{place}" for place in range(arguments)]
    base = {name: dice.random() for name in names}
    edges: tuple[list[Edge], list[Edge]] = ([], [])
    for place in range(arguments * 3 // 4):
        for _ in range(2):
            target = names[dice.randrange(place + 1, min(place + 2000, arguments))]
            edges[dice.randrange(2)].append(Edge(names[place], target, dice.random()))
    return Framework(base=base, attacks=edges[0], supports=edges[1])


def shuffled(framework: Framework) -> Framework:
    """The same graph, with arguments and edges in any order."""
    dice = Random(8)  # noqa: S311
    rows = [list(framework.base.items()), list(framework.attacks), list(framework.supports)]
    for row in rows:
        dice.shuffle(row)
    return Framework(base=dict(rows[0]), attacks=rows[1], supports=rows[2])  # type: ignore[arg-type]


def plain(framework: Framework, order: list[str], semantics: Semantics) -> dict[str, float]:
    """The same arithmetic in one loop, in a given order."""
    bearing: dict[str, tuple[list[tuple[str, float]], list[tuple[str, float]]]] = {}
    for side, edges in enumerate((framework.attacks, framework.supports)):
        for source, target, weight in edges:
            bearing.setdefault(target, ([], []))[side].append((source, weight))
    found: dict[str, float] = {}
    for name in order:
        base = framework.base[name]
        attackers, supporters = bearing.get(name, ((), ()))
        if semantics == "df-quad":
            attack = support = 1.0
            for source, weight in attackers:
                attack *= 1.0 - found[source] * weight
            for source, weight in supporters:
                support *= 1.0 - found[source] * weight
            moved = attack - support
            found[name] = base + (1.0 - base) * moved if moved > 0.0 else base + base * moved
            continue
        energy = 0.0
        for source, weight in supporters:
            energy += found[source] * weight
        for source, weight in attackers:
            energy -= found[source] * weight
        if semantics == "euler-based":
            found[name] = 1.0 - (1.0 - base * base) / (1.0 + base * exp(energy))
        else:
            part = energy * energy / (1.0 + energy * energy)
            found[name] = base + (1.0 - base) * part if energy > 0.0 else base - base * part
    return found


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(size: int, semantics: Semantics) -> None:
    """Print one row of ratios."""
    listed = made(size)
    mixed = shuffled(listed)
    order = list(listed.base)
    reference = plain(listed, order, semantics)
    found = strengths(mixed, semantics=semantics)
    if any(abs(found[name] - score) > _ROUNDING for name, score in reference.items()):
        raise SystemExit(f"{semantics}: the loop and the library differ")
    times: tuple[list[float], list[float], list[float]] = ([], [], [])
    for _ in range(_RUNS):
        times[0].append(seconds(lambda: plain(listed, order, semantics)))
        times[1].append(seconds(lambda: strengths(listed, semantics=semantics)))
        times[2].append(seconds(lambda: strengths(mixed, semantics=semantics)))
    unit, in_order, in_any = map(min, times)
    ratios = f"in order {in_order / unit:.2f}  in any order {in_any / unit:.2f}"
    print(f"{size:>7} arguments, {semantics:>16}: loop 1  {ratios}", flush=True)


def main(sizes: list[int]) -> None:
    """Measure every size under every semantics."""
    for size in sizes:
        for semantics in SEMANTICS:
            measure(size, semantics)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10_000, 100_000])
