"""How much protecting costs beside rendering: a report of 1,000 claims whose 2,000 sources are all protected.

Each row is one public report as a user pays for it, in a process of its own: the public casebook, for which the names
are read once; the checks that publishing asks; and the guard over the page. Each figure is a ratio to rendering that
page in the same process, which all three together may cost 3 times at most; each is the shortest of a few fresh
processes. Most claims and quotes name a source in one of the ways in which people do. Growth is the factor by which all
three cost more when there are twice as many claims and names.

    python benchmarks/protection.py [CLAIMS ...]
"""

import subprocess
import sys
import time
from collections.abc import Callable
from math import log2
from typing import TypeVar

import claimtrack as ct
from claimtrack.checks import ensure_publishable
from claimtrack.privacy.redact import redact

_Made = TypeVar("_Made")
_PROCESSES = 3

_NAMES_PER_CLAIM = 2
_FIRST = ("Ada", "Boran", "Cedric", "Dunja", "Emeric", "Fenna", "Goran", "Hedda", "Ivo", "Jorun")
_SYLLABLES = ("qui", "vash", "ox", "per", "stro", "ig", "wick", "mar", "len", "tov", "bru", "dak", "zel", "fin", "gar")
_WAYS = ("{0} {1}", "{1}, {0}", "Dr. {1}", "{0} {1}'s sister", "{0}.{1}77@mail.example", "nobody", "the ward", "it")


def name(number: int) -> tuple[str, str]:
    """A first name and a surname; no two numbers have the same surname."""
    size = len(_SYLLABLES)
    places = (number % size, number // size % size, number // size**2 % size)
    return _FIRST[number % len(_FIRST)], "".join(_SYLLABLES[place] for place in places).capitalize()


def secretive(claims: int) -> ct.Casebook:
    """A casebook of so many claims and twice as many protected sources, each of which says something."""
    names = [name(number) for number in range(claims * _NAMES_PER_CLAIM)]

    def telling(number: int) -> str:
        return _WAYS[number % len(_WAYS)].format(*names[number * 7 % len(names)])

    draft = ct.Draft(title="A casebook to measure with")
    for number, (first, last) in enumerate(names):
        draft.add(ct.Source(id=f"s-{number}", name=f"{first} {last}", protected=True, descriptor="a nurse"))
    for number in range(claims):
        draft.add(ct.Claim(id=f"c-{number}", text=f"Thing {number} happened, and {telling(number)} was there."))
    for number in range(len(names)):
        draft.add(
            ct.Statement(
                id=f"t-{number}",
                origin=f"s-{number}",
                claim=f"c-{number // _NAMES_PER_CLAIM}",
                stance="denies" if number % 9 == 0 else "asserts",
                lineage="witnessed",
                terms="background",
                quote=f"It was {telling(number + 3)} who saw it, and nobody else did at that time.",
            )
        )
    return draft.casebook()


def publish(claims: int) -> None:
    """Print how many seconds of the processor each step of one public report takes, and the size of its page."""
    book = secretive(claims)
    times: list[float] = []

    def timed(work: Callable[[], _Made]) -> _Made:
        start = time.process_time()
        made = work()
        times.append(time.process_time() - start)
        return made

    redaction = redact(book)
    public = timed(lambda: redaction.casebook)
    report = ct.compose(ct.explain(ct.score(public), closely=[]))
    timed(lambda: ensure_publishable(redaction))
    page = timed(lambda: ct.render(report, "html"))
    timed(lambda: ct.guard(page, redaction))
    print(*times, len(page) / 1e6)


def measure(claims: int) -> float:
    """Print one row of ratios; the time that projection, checks and guard take together, in seconds."""
    command = (sys.executable, __file__, "--once", str(claims))
    runs = [subprocess.run(command, capture_output=True, check=True, text=True) for _ in range(_PROCESSES)]
    figures = zip(*(map(float, run.stdout.split()) for run in runs), strict=True)
    projecting, checking, rendering, guarding, size = map(min, figures)
    protecting = projecting + checking + guarding
    print(
        f"{claims:>6} claims, {claims * _NAMES_PER_CLAIM:>6} protected names, page of {size:.1f} MB: rendering 1, "
        f"projection {projecting / rendering:.2f}, checks {checking / rendering:.2f}, "
        f"guard {guarding / rendering:.2f}, together {protecting / rendering:.2f}",
        flush=True,
    )
    return protecting


def main(sizes: list[int]) -> None:
    """Measure every size."""
    costs = {size: measure(size) for size in sizes}
    first, last = sizes[0], sizes[-1]
    if last > first:
        growth = (costs[last] / costs[first]) ** (1.0 / log2(last / first))
        print(f"growth of protecting per doubling, from {first} to {last} claims: {growth:.2f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        publish(int(sys.argv[2]))
    else:
        main([int(word) for word in sys.argv[1:]] or [1_000, 2_000, 4_000])
