"""How laws compare the numbers of scores."""

from collections.abc import Iterable
from math import inf
from typing import Any

from claimtrack._records import evolve
from claimtrack.scoring.assessment import Assessment, Score
from claimtrack.testing.law import require

SLACK = 1e-9
"""What rounding may do to a probability."""


def near(one: float, other: float) -> bool:
    """Whether two numbers are the same but for rounding."""
    return one == other or abs(one - other) <= SLACK * (1.0 + abs(one))


def equal(one: float, other: float, what: str) -> None:
    """Require that two numbers are the same but for rounding."""
    require(near(one, other), f"{what}: {one!r} and {other!r}")


def at_most(one: float, other: float, what: str) -> None:
    """Require that one number is at most another, but for rounding."""
    require(one <= other or one <= other + SLACK * (1.0 + abs(other)), f"{what}: {one!r} is more than {other!r}")


def bits(score: Score) -> tuple[Any, ...]:
    """All that is shown of a score, to the last bit, but for “at most”, which depends on who reads the counts."""
    shown = (score.probability, score.low, score.high, score.belief, score.disbelief, score.unknown)
    return (*shown, score.word, score.status, score.confidence, evolve(score.counts, at_most=False))


def same_bits(before: Assessment, after: Assessment, claims: Iterable[str]) -> None:
    """Require that some claims have the same scores, to the last bit."""
    for claim in claims:
        one, other = bits(before[claim]), bits(after[claim])
        require(one == other, f"{claim}: {one} and {other}")


def same_opinions(before: Assessment, after: Assessment, claims: Iterable[str]) -> None:
    """Require that some claims have the same opinions, but for rounding."""
    for claim in claims:
        for name in ("probability", "belief", "disbelief", "unknown"):
            equal(getattr(before[claim], name), getattr(after[claim], name), f"{name} of {claim}")


def for_it(score: Score) -> float:
    """E⁺ of a claim alone: b/(a·u), without bounds where nothing is left unknown."""
    return _over(score.belief, score.prior * score.unknown)


def against(score: Score) -> float:
    """E⁻ of a claim alone: d/((1 - a)·u), without bounds where nothing is left unknown."""
    return _over(score.disbelief, (1.0 - score.prior) * score.unknown)


def _over(share: float, rest: float) -> float:
    if rest > 0.0:
        return share / rest
    return inf if share > 0.0 else 0.0
