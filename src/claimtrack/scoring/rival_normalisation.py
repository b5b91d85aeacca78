"""How the claims of one question share one probability, and what that makes of opinions that were formed alone."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import exp, log1p
from typing import NamedTuple

from claimtrack.network.rivals import Family
from claimtrack.scoring.witness_model import MOST
from claimtrack.subjective_logic.opinions import Opinion, opinion

_LEAST = 1e-200
"""The least odds: far beyond what a double can tell from certainty, and safe to divide by."""
_LOG_MOST = log1p(MOST)


class Weights(NamedTuple):
    """The weights of evidence for and against a claim."""

    supporting: float
    """E⁺ >= 0."""
    opposing: float
    """E⁻ >= 0."""

    @property
    def theta(self) -> float:
        """θ = (1 + E⁺)/(1 + E⁻)."""
        return (1.0 + self.supporting) / (1.0 + self.opposing)


def rival_odds(family: Family, theta_of: Callable[[str], float]) -> Mapping[str, float]:
    """R of each claim of a question: the odds of everything else that the question allows, over 1 - a.

    R_i = (a_0 + Σ_{j≠i} a_j·θ_j)/(1 - a_i). A claim alone, and one of a claim and its negation, has R = 1.

    Args:
        family: the rivals and their priors.
        theta_of: θ = (1 + E⁺)/(1 + E⁻) of each.

    Cost: linear in the rivals; sums are exact, so that their order changes nothing.
    """
    if len(family.claims) == 1 or family.is_negation:
        return dict.fromkeys(family.claims, 1.0)
    # Fractions hold doubles exactly, so that taking a claim's own share off the whole leaves no rounding behind.
    shares = {claim: Fraction(family.priors[claim] * theta_of(claim)) for claim in family.claims}
    everything = sum(shares.values(), Fraction(family.none_of_these))
    return {claim: float(everything - share) / (1.0 - family.priors[claim]) for claim, share in shares.items()}


def weigh_rivals(weights: Weights, odds: float) -> Weights:
    """The weights on a claim beside its rivals, whose odds are R; R = 1 leaves them as they are alone.

    Only one of the two grows: 1 + E⁺ by max(1, 1/R), 1 + E⁻ by max(1, R).
    """
    if odds == 1.0:
        return weights
    if odds < 1.0:
        return Weights((1.0 + weights.supporting) / max(odds, _LEAST) - 1.0, weights.opposing)
    return Weights(weights.supporting, (1.0 + weights.opposing) * min(odds, 1.0 / _LEAST) - 1.0)


def weights_of(view: Opinion) -> Weights:
    """E⁺ = b/(a·u) and E⁻ = d/((1 - a)·u), the reverse of `opinion`; where hardly anything is unknown, at most MOST/a.

    Example:
        >>> weights_of(opinion(0.5, 3.0, 1.0))
        Weights(supporting=3.0, opposing=1.0)
    """
    a, unknown = view.base_rate, max(view.unknown, 1.0 / MOST)
    return Weights(view.belief / (a * unknown), view.disbelief / ((1.0 - a) * unknown))


def opinion_from_logs(prior: float, supporting: float, opposing: float) -> Opinion:
    """The opinion that products of likelihood ratios make, given as natural logarithms; excess on both sides cancels.

    Example:
        >>> from math import log
        >>> opinion_from_logs(0.5, log(4.0), 0.0).probability
        0.8
        >>> opinion_from_logs(0.5, 5000.0, 5000.0).probability
        0.5
    """
    over = max(0.0, max(supporting, opposing) - _LOG_MOST)
    return opinion(prior, exp(max(0.0, supporting - over)) - 1.0, exp(max(0.0, opposing - over)) - 1.0)


def normalise(family: Family, own: Mapping[str, Opinion], rivals: Mapping[str, Opinion]) -> dict[str, Opinion]:
    """The opinions on the claims of a family, made to share one probability as in the default method.

    P = a·θ/(a₀ + Σa·θ). A claim alone keeps its opinion, and so do a claim and its negation, whose opinions mirror
    each other.

    Args:
        family: the rivals and their priors.
        own: the opinion on each, as if it were alone.
        rivals: the opinions on the others that each is put beside; for bounds these differ from `own`.

    Cost: linear in the rivals.
    """
    if family.is_negation or len(family.claims) == 1:
        return dict(own)
    thetas = {claim: weights_of(view).theta for claim, view in rivals.items()}
    odds = rival_odds(family, thetas.__getitem__)
    return {
        claim: opinion(family.priors[claim], *weigh_rivals(weights_of(view), odds[claim]))
        for claim, view in own.items()
    }
