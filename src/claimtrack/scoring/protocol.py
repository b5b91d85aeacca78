"""What a scoring method is: a callable from a network to an estimate for each claim."""

from collections.abc import Callable, Mapping
from typing import Protocol

from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Estimate


class Method(Protocol):
    """A scoring method; its `repr` is its reproducible configuration.

    A method may have `breaks`: the names of the laws in `claimtrack.testing.laws` that it breaks, each with the reason.
    """

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        """An estimate for each claim in `network.families`."""
        ...


def probabilities(method: Callable[[Network], Mapping[str, Estimate]], network: Network) -> Mapping[str, float]:
    """P of each claim in `network.families`, without bounds and working where the method can do without.

    A method that has a `probabilities` of its own, from a network to P by claim, is asked for that; it gives the very
    numbers of its estimates.

    Cost: that of the method.
    """
    quick = getattr(method, "probabilities", None)
    if quick is not None:
        found: Mapping[str, float] = quick(network)
        return found
    return {claim: estimate.opinion.probability for claim, estimate in method(network).items()}
