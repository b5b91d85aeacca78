"""The randomising witness: what one statement is worth, heard directly or through relays.

A source passes on what it knows with probability f (fidelity). Otherwise it says what it would say anyway, and then
says this with probability n (propensity). A statement is worth its excess likelihood ratio, e = LR - 1. Who would say
this anyway is not trusted to pass on what it knows either: of its fidelity only a share κ counts (candour).
"""

from collections.abc import Iterable
from typing import NamedTuple

CANDOUR = 0.25
"""κ₁: the share of its fidelity that a speaker keeps whose word serves it; a design choice."""
_NEUTRAL = 0.5

MOST = 1e12
"""The greatest weight: beyond it a double could hardly tell a probability from certainty."""


class Transmission(NamedTuple):
    """How a statement reached us: two probabilities, and the weight that they make."""

    knowing: float
    """g in [0, 1): knowledge came all the way."""
    anyway: float
    """p in (0, 1]: we would have heard this anyway."""

    @property
    def weight(self) -> float:
        """E = g/p in [0, MOST]: the excess likelihood ratio, LR - 1."""
        return self.knowing / self.anyway if self.knowing < self.anyway * MOST else MOST


def candour(propensity: float, least: float = CANDOUR) -> float:
    """κ(n): the share of its fidelity that a speaker keeps, 1 up to n = ½ and then falling to κ₁ at n = 1.

    κ(n) = 1 - 2(1 - κ₁)(n - ½) above n = ½. Cost: constant.

    Args:
        propensity: n in (0, 1].
        least: κ₁ in [0, 1].

    Example:
        >>> candour(0.5), candour(0.75), candour(1.0)
        (1.0, 0.625, 0.25)

    References:
        [bovens-hartmann-2003], section 3.2, extended: interest bends not only what is said anyway.
    """
    return 1.0 if propensity <= _NEUTRAL else 1.0 - 2.0 * (1.0 - least) * (propensity - _NEUTRAL)


def transmit(
    fidelity: float,
    propensity: float,
    relays: Iterable[tuple[float, float]] = (),
    *,
    certainty: float = 1.0,
    least_candour: float = CANDOUR,
) -> Transmission:
    """Pass a statement from its origin through relays, the origin's side first.

    With f = κ(n)·(fidelity) for each speaker: g = f_o·c·f_1·…·f_k, and p starts at (1 - f_o·c)·n and becomes
    f_r·p + (1 - f_r)·n_r at each relay r.

    Args:
        fidelity: that of the origin, in [0, 1).
        propensity: n in (0, 1]: how readily the origin would say this whether or not it is true.
        relays: fidelity in [0, 1) and propensity n_r in (0, 1] of each relay.
        certainty: c in (0, 1]: the origin's own hedge.
        least_candour: κ₁ in [0, 1]: what is left of a fidelity at n = 1.

    Returns:
        g and p; their ratio is e = LR - 1, in [0, infinity). Cost: one step a relay.

    Example:
        >>> round(transmit(0.6, 0.5).weight, 3)
        3.0
        >>> round(transmit(0.6, 1.0).weight, 3)                # it serves the speaker
        0.176
        >>> round(transmit(0.6, 0.5, [(0.8, 0.5)]).weight, 3)  # through a relay of grade C
        1.846
        >>> round(transmit(0.6, 0.5, [(0.8, 1.0)]).weight, 3)  # that gains from it
        0.143

    References:
        [bovens-hartmann-2003], section 3.2: the randomising witness; f is their r, n their a.
    """
    knowing = candour(propensity, least_candour) * certainty * fidelity
    anyway = (1.0 - knowing) * propensity
    for skill, interest in relays:
        passed = candour(interest, least_candour) * skill
        knowing *= passed
        anyway = passed * anyway + (1.0 - passed) * interest
    return Transmission(knowing, anyway)


def attenuate(fidelity: float, propensity: float, weight: float) -> float:
    """T(f, n, e): what is left of weight e after a witness of fidelity f passes it on.

    T(f, n, e) = f·e / (1 + (1 - f)·n·e), in [0, e]; it never exceeds `ceiling(f, n)`. Cost: constant.

    Example:
        >>> round(attenuate(0.6, 0.5, 3.0), 3)
        1.125

    References:
        [bovens-hartmann-2003], section 3.2, applied to the word of another witness.
    """
    return fidelity * weight / (1.0 + (1.0 - fidelity) * propensity * weight)


def ceiling(fidelity: float, propensity: float = _NEUTRAL) -> float:
    """T(f, n, infinity) = f / ((1 - f)·n), at most `MOST`: the most that a witness of fidelity f in [0, 1) can carry.

    f is what candour leaves of a fidelity, κ(n) times it. Cost: constant.

    Example:
        >>> round(ceiling(0.6), 3)
        3.0

    References:
        [bovens-hartmann-2003], section 3.2: the limit of `attenuate` for a claim that is certain.
    """
    return Transmission(fidelity, (1.0 - fidelity) * propensity).weight
