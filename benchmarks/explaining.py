"""How much explanations cost beside scoring.

The first figure is the time of everything that is known about one claim (why, who carries it, what would change our
mind, how far each number moves it, the rivals, what to find out next), in seconds and as a ratio to scoring the same
casebook: on a casebook of 50 statements, and on one of 50 statements that all bear on the claim.
The second is the why of every claim (the tree of reasons, and the contributions of origins, relays and links), of a
casebook with five statements on each claim, as a ratio to scoring it.

    python benchmarks/explaining.py [STATEMENTS]
"""

import sys

from growth import best
from made import made

import claimtrack as ct
from claimtrack.analysis.contributions import find_contributions
from claimtrack.analysis.rerun import reruns_of

_ONE = 50


def crowded() -> ct.Casebook:
    """Two rivals, on which 30 statements are made, with ten claims of two statements each that lead to them."""
    draft = ct.Draft(title="A crowded claim")
    for number in range(8):
        draft.add(ct.Source(id=f"relay-{number}", name=f"Relay {number}", kind="media", reliability="B"))
    for number in range(25):
        draft.add(ct.Source(id=f"source-{number}", name=f"Source {number}", reliability="ABCDE"[number % 5]))
    for name in ("one", "other", *(f"event-{number}" for number in range(10))):
        draft.add(ct.Claim(id=name, text=f"It was {name}."))
    draft.add(ct.Question(id="why", text="Why?", claims=("one", "other")))
    for number in range(_ONE):
        claim = ("one", "other", f"event-{number % 10}")[min(number % 5, 2)] if number < 30 else f"event-{number % 10}"  # noqa: PLR2004
        draft.add(
            ct.Statement(
                id=f"s-{number}",
                origin=f"source-{number * 7 % 25}",
                claim=claim,
                stance="denies" if number % 7 == 0 else "asserts",
                lineage=("witnessed", "told", "unknown", "recorded")[number % 4],
                via=(f"relay-{number % 8}",) if number % 3 == 0 else (),
            )
        )
    for number in range(10):
        sign = "undermines" if number % 4 == 0 else "supports"
        draft.add(ct.Link(from_claim=f"event-{number}", to_claim=("one", "other")[number % 2], sign=sign))
    return draft.casebook()


def one_claim(name: str, book: ct.Casebook, claim: str) -> None:
    """Print what everything about one claim costs."""
    assessment = ct.score(book)
    scoring = best(lambda: ct.assess(ct.build(book)))
    explaining = best(lambda: ct.explain(assessment, closely=[claim]))
    print(
        f"{name}: everything about one claim {explaining:.2f} s, {explaining / scoring:.0f} times scoring", flush=True
    )


def every_claim(statements: int) -> None:
    """Print what the why of every claim costs."""
    book = made(statements)
    assessment = ct.score(book)
    scoring = best(lambda: ct.assess(ct.build(book)))
    reasons = best(lambda: ct.explain(assessment, closely=[]))
    shares = best(lambda: [find_contributions(reruns_of(assessment, claim)) for claim in assessment])
    print(
        f"{statements} statements: the why of every claim {(reasons + shares) / scoring:.1f} times scoring "
        f"({reasons / scoring:.1f} the reasons, {shares / scoring:.1f} the contributions)",
        flush=True,
    )


def main(statements: int) -> None:
    """Measure both."""
    one_claim("50 statements, five on each claim", made(_ONE), "claim-3")
    one_claim("50 statements, all of which bear on it", crowded(), "one")
    every_claim(statements)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
