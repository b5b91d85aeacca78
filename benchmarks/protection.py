"""How much protecting costs beside rendering: a report of 1,000 claims whose 2,000 sources are all protected.

Each figure is a ratio to rendering the same report as a page in the same run: of making the public casebook, of the
guard over the page, and of both, which may be 3 at most. Most claims and quotes name a source in one of the ways in
which people do. Growth is the factor by which both cost more when there are twice as many claims and names.

    python benchmarks/protection.py [CLAIMS ...]
"""

import sys
from math import log2

from growth import best

import claimtrack as ct

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


def measure(claims: int) -> float:
    """Print one row of ratios; the time that projection and guard take together, in seconds."""
    book = secretive(claims)
    report = ct.compose(ct.explain(ct.score(book, audience="public"), closely=[]))
    page = ct.render(report, "html")
    rendering = best(lambda: ct.render(report, "html"))
    projecting = best(lambda: ct.for_audience(book, "public"))
    guarding = best(lambda: ct.guard(page, book))
    both = projecting + guarding
    print(
        f"{claims:>6} claims, {len(book.sources):>6} protected names, page of {len(page) / 1e6:.1f} MB: "
        f"rendering 1, projection {projecting / rendering:.2f}, guard {guarding / rendering:.2f}, "
        f"both {both / rendering:.2f}",
        flush=True,
    )
    return both


def main(sizes: list[int]) -> None:
    """Measure every size."""
    costs = {size: measure(size) for size in sizes}
    first, last = sizes[0], sizes[-1]
    if last > first:
        growth = (costs[last] / costs[first]) ** (1.0 / log2(last / first))
        print(f"growth of projection and guard per doubling, from {first} to {last} claims: {growth:.2f}")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1_000, 2_000, 4_000])
