"""The randomising witness: what one statement is worth, heard directly or through relays.

A source passes on what it knows with probability f (fidelity). Otherwise it says what it would say anyway, and then
says this with probability n (propensity). A statement is worth its excess likelihood ratio, e = LR - 1.
"""

from collections.abc import Iterable
from typing import NamedTuple

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


def transmit(
    fidelity: float, propensity: float, relays: Iterable[float] = (), *, certainty: float = 1.0
) -> Transmission:
    """Pass a statement from its origin through relays, the origin's side first.

    g = f_o·c·f_1·…·f_k, and p starts at (1 - f_o·c)·n and becomes f_r·p + (1 - f_r)/2 at each relay r.

    Args:
        fidelity: f_o in [0, 1), of the origin.
        propensity: n in (0, 1]: how readily the origin would say this whether or not it is true.
        relays: f in [0, 1) of each relay.
        certainty: c in (0, 1]: the origin's own hedge.

    Returns:
        g and p; their ratio is e = LR - 1, in [0, infinity). Cost: one step a relay.

    Example:
        >>> round(transmit(0.6, 0.5).weight, 3)
        3.0
        >>> round(transmit(0.6, 1.0).weight, 3)        # it serves the speaker
        1.5
        >>> round(transmit(0.6, 0.5, [0.35]).weight, 3)  # through a relay of grade C
        0.532

    References:
        [bovens-hartmann-2003], section 3.2: the randomising witness; f is their r, n their a.
    """
    knowing = fidelity * certainty
    anyway = (1.0 - knowing) * propensity
    for relay in relays:
        knowing *= relay
        anyway = relay * anyway + (1.0 - relay) / 2.0
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


def ceiling(fidelity: float, propensity: float = 0.5) -> float:
    """T(f, n, infinity) = f / ((1 - f)·n): the most that a witness of fidelity f in [0, 1) can carry.

    Cost: constant.

    Example:
        >>> round(ceiling(0.6), 3)
        3.0

    References:
        [bovens-hartmann-2003], section 3.2: the limit of `attenuate` for a claim that is certain.
    """
    return fidelity / ((1.0 - fidelity) * propensity)
