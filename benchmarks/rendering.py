"""How much a report costs beside scoring, given the explanation: 1,000 claims and 10,000 statements.

Each figure is a ratio to scoring the same casebook (building its network and assessing it) in the same run; the last
column is the size of the output. Composing makes the blocks, and each format is rendered from the same blocks.

    python benchmarks/rendering.py [STATEMENTS ...]
"""

import sys

from growth import best
from made import made

import claimtrack as ct
from claimtrack._records import evolve
from claimtrack.report.render.formats import REPORT_FORMATS

_PER_CLAIM = 10


def crowded(statements: int) -> ct.Casebook:
    """A casebook of so many statements, ten on each claim."""
    book = made(statements)
    claims = book.claims[: max(statements // _PER_CLAIM, 1)]
    said = tuple(
        evolve(statement, claim=f"claim-{number // _PER_CLAIM}") for number, statement in enumerate(book.statements)
    )
    return evolve(book, claims=claims, statements=said)


def main() -> None:
    """Print the ratios for each size."""
    sizes = [int(word) for word in sys.argv[1:]] or [10_000]
    for statements in sizes:
        book = crowded(statements)
        scoring = best(lambda book=book: ct.score(book))
        explanation = ct.explain(ct.score(book), closely=[])
        composing = best(lambda explanation=explanation: ct.compose(explanation))
        report = ct.compose(explanation)
        print(f"{len(book.claims):,} claims, {statements:,} statements")
        print(f"  {'compose':10} {composing / scoring:6.2f} times scoring")
        for name in REPORT_FORMATS:
            rendering = best(lambda report=report, name=name: ct.render(report, name))
            whole = (composing + rendering) / scoring
            size = len(ct.render(report, name).encode()) / 1e6
            print(f"  {name:10} {rendering / scoring:6.2f} times scoring, {whole:5.2f} with composing, {size:5.1f} MB")


if __name__ == "__main__":
    main()
