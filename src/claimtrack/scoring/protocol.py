"""What a scoring method is: a callable from a network to an estimate for each claim."""

from collections.abc import Mapping
from typing import Protocol

from claimtrack.network import Network
from claimtrack.scoring.assessment import Estimate

__all__ = ["Method"]


class Method(Protocol):
    """A scoring method; its `repr` is its reproducible configuration."""

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        """An estimate for each claim in `network.families`."""
        ...
