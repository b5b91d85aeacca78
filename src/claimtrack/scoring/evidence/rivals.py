"""Rivals: how the claims of one question share one probability."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from claimtrack.network import Family

__all__ = ["beside", "odds_of_rivals"]

_LEAST = 1e-200
"""The least odds: far beyond what a double can tell from certainty, and safe to divide by."""


def odds_of_rivals(family: Family, theta_of: Callable[[str], float]) -> Mapping[str, float]:
    """R of each claim of a question: what the odds of all else that it allows add up to, over 1 - a.

    R_i = (a_0 + Σ_{j≠i} a_j·θ_j)/(1 - a_i). A claim alone, and one of a claim and its negation, has R = 1.

    Args:
        family: the rivals and their priors.
        theta_of: θ = (1 + E⁺)/(1 + E⁻) of each.

    Cost: linear in the rivals; sums are exact, so that their order changes nothing.
    """
    if len(family.claims) == 1:
        return {family.claims[0]: 1.0}
    if family.is_negation:
        return dict.fromkeys(family.claims, 1.0)
    shares = {claim: Fraction(family.priors[claim] * theta_of(claim)) for claim in family.claims}
    everything = _exact(family.none_of_these, shares.values())
    return {claim: float(everything - share) / (1.0 - family.priors[claim]) for claim, share in shares.items()}


def _exact(none_of_these: float, shares: Iterable[Fraction]) -> Fraction:
    return sum(shares, Fraction(none_of_these))


def beside(supporting: float, opposing: float, rivals: float) -> tuple[float, float]:
    """The weights on a claim beside its rivals, whose odds are R; R = 1 leaves them as they are alone.

    Only one of the two grows: 1 + E⁺ by max(1, 1/R), 1 + E⁻ by max(1, R).
    """
    if rivals == 1.0:
        return supporting, opposing
    if rivals < 1.0:
        return (1.0 + supporting) / max(rivals, _LEAST) - 1.0, opposing
    return supporting, (1.0 + opposing) * min(rivals, 1.0 / _LEAST) - 1.0
