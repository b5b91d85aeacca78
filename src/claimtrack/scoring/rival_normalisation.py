"""Rivals: how the claims of one question share one probability.

Sharing: how opinions that were made alone share one question with those on their rivals.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from math import exp, log1p
from typing import NamedTuple

from claimtrack.network.rivals import Family
from claimtrack.scoring.witness_model import MOST
from claimtrack.subjective_logic.opinions import Opinion, opinion

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


_MOST = log1p(MOST)


class Weights(NamedTuple):
    """The weights of evidence that an opinion stands for."""

    supporting: float
    """E⁺ >= 0."""
    opposing: float
    """E⁻ >= 0."""

    @property
    def theta(self) -> float:
        """θ = (1 + E⁺)/(1 + E⁻)."""
        return (1.0 + self.supporting) / (1.0 + self.opposing)


def weights_of(view: Opinion) -> Weights:
    """E⁺ = b/(a·u) and E⁻ = d/((1 - a)·u), the reverse of `opinion`; where hardly anything is unknown, at most MOST/a.

    Example:
        >>> weights_of(opinion(0.5, 3.0, 1.0))
        Weights(supporting=3.0, opposing=1.0)
    """
    a, unknown = view.base_rate, max(view.unknown, 1.0 / MOST)
    return Weights(view.belief / (a * unknown), view.disbelief / ((1.0 - a) * unknown))


def by_logarithms(prior: float, supporting: float, opposing: float) -> Opinion:
    """The opinion that products of likelihood ratios make, given as natural logarithms; what is too much cancels.

    Example:
        >>> from math import log
        >>> by_logarithms(0.5, log(4.0), 0.0).probability
        0.8
        >>> by_logarithms(0.5, 5000.0, 5000.0).probability
        0.5
    """
    over = max(0.0, max(supporting, opposing) - _MOST)
    return opinion(prior, exp(max(0.0, supporting - over)) - 1.0, exp(max(0.0, opposing - over)) - 1.0)


def shared(family: Family, own: Mapping[str, Opinion], rivals: Mapping[str, Opinion]) -> dict[str, Opinion]:
    """The opinions on the claims of a family, which share one probability as in the default method.

    P = a·θ/(a₀ + Σa·θ). A claim alone keeps its opinion, and so do a claim and its negation, whose opinions mirror
    each other.

    Args:
        family: the rivals and their priors.
        own: the opinion on each, as if it were alone.
        rivals: the opinions on the others that each is put beside; for bounds these are others.

    Cost: linear in the rivals.
    """
    if family.is_negation or len(family.claims) == 1:
        return dict(own)
    thetas = {claim: weights_of(view).theta for claim, view in rivals.items()}
    odds = odds_of_rivals(family, thetas.__getitem__)
    return {
        claim: opinion(family.priors[claim], *beside(*weights_of(view), odds[claim])) for claim, view in own.items()
    }
