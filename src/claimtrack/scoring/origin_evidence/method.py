"""The default method: it counts origins, not outlets, and fails closed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

import attrs

from claimtrack._records import constant_record
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Estimate, Run
from claimtrack.scoring.fidelity import Band, Fidelity, Propensity, Strength
from claimtrack.scoring.origin_evidence.estimates import estimates_of, run_of
from claimtrack.scoring.origin_evidence.inputs import Inputs
from claimtrack.scoring.origin_evidence.weights import Weigher


@constant_record
class OriginEvidence:
    """Origin evidence: each origin counts once, by relays and over links, and only what is established adds up.

    A statement weighs e = LR - 1 as its witness model says. An origin's statements count with the strongest.
    Established origins add up, less their known dependences and at most what their relays and links can carry
    (a maximum flow); the result competes with the strongest origin that is not established. What supports a claim
    passes on over links, less what opposes it. Rivals of a question share one probability. A claim that is part of
    a ring of links is scored without what it feeds itself.

    The bounds take every grade at the low end of its band for what supports a claim and at the high end for what
    opposes it, and the reverse; they are not a credible interval.

    Cost: linear in statements, relays and links, where no relay or link is full and no claims form a ring.

    Example:
        >>> OriginEvidence().fidelity.C.point
        0.35

    References:
        [bovens-hartmann-2003] for the witness, [josang-2016] for the opinion, [stanag-2511] for origins.
    """

    fidelity: Fidelity = Fidelity()
    """f by grade, with its band. Grade F has none: it is set aside. Ungraded sources take
    the fidelity in the casebook's policy."""
    propensity: Propensity = Propensity()
    """n by word."""
    strength: Strength = Strength()
    """λ of a link by word."""
    largest_ring: int = 200
    """Claims in the largest ring that is worked out. In a larger one, and in one with so many links that it would take
    too long, such as 16 claims that all bear on each other, links inside it move the bounds alone."""

    sources: Mapping[str, Band] = attrs.field(
        factory=dict, hash=False, repr=lambda known: f"<{len(known)} sources>" if known else "{}"
    )
    """f of single sources by id, in place of their grades'; withheld from the repr, since a source may be protected."""

    breaks: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The laws that it breaks, by name, each with the reason: none."""

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        """An estimate for each claim that is no opinion."""
        return estimates_of(self._inputs(network), largest_ring=self.largest_ring)

    def probabilities(self, network: Network, /) -> Mapping[str, float]:
        """P of each claim that is no opinion, without bounds and working: the numbers of the estimates, sooner."""
        return self.run(network).probabilities

    def run(self, network: Network, /) -> Run:
        """P of each claim that is no opinion, and how much work the rings were."""
        return run_of(self._inputs(network), largest_ring=self.largest_ring)

    def _inputs(self, network: Network) -> Inputs:
        weigher = Weigher.of(self.fidelity, self.propensity, network.casebook.policy.ungraded, self.sources)
        return Inputs(network, weigher, self.strength)
