"""The default method: it counts origins, not outlets, and fails closed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

import attrs
from attrs.validators import instance_of

from claimtrack._records import constant_record
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Estimate, Run
from claimtrack.scoring.fidelity import (
    Band,
    Fidelity,
    Propensity,
    RelayFidelity,
    Strength,
    a_candour,
    bands,
    told_bands,
)
from claimtrack.scoring.origin_evidence.estimates import estimates_of, run_of
from claimtrack.scoring.origin_evidence.inputs import Inputs
from claimtrack.scoring.origin_evidence.weights import Witnesses
from claimtrack.scoring.witness_model import CANDOUR


@constant_record
class OriginEvidence:
    """Origin evidence: each origin counts once, by relays and over links, and only what is established adds up.

    A statement weighs e = LR - 1 as its witness model says. An origin's statements count with the strongest, and
    those who examined one exhibit weigh no more than the strongest of them. Established origins add up, less their
    known dependences and at most what their relays and links can carry (a maximum flow); the result competes with
    the strongest origin that is not established. What supports a claim
    passes on over links, less what opposes it. Rivals of a question share one probability. A claim that is part of
    a ring of links is scored without what it feeds itself.

    The bounds take every grade at the low end of its band for what supports a claim and at the high end for what
    opposes it, and the reverse; they are not a credible interval.

    Cost: linear in statements, relays and links, where no relay or link is full, no exhibit is shared and no claims
    form a ring.

    Example:
        >>> OriginEvidence().fidelity.C.point
        0.35

    References:
        [bovens-hartmann-2003] for the witness, [josang-2016] for the opinion, [stanag-2511] for origins.
    """

    fidelity: Fidelity = attrs.field(factory=Fidelity, validator=instance_of(Fidelity))
    """f of an origin by grade, with its band. Grade F has none: it is set aside. Ungraded sources take
    the fidelity in the casebook's policy."""
    relay_fidelity: RelayFidelity = attrs.field(factory=RelayFidelity, validator=instance_of(RelayFidelity))
    """f of a relay by grade, with its band: passing on is easier than knowing."""
    propensity: Propensity = attrs.field(factory=Propensity, validator=instance_of(Propensity))
    """n by word, of origins and relays."""
    candour: float = attrs.field(default=CANDOUR, validator=a_candour)
    """κ₁ in [0, 1]: the share of f that is left where a statement serves its speaker (n = 1)."""
    strength: Strength = attrs.field(factory=Strength, validator=instance_of(Strength))
    """λ of a link by word."""
    largest_ring: int = 200
    """Claims in the largest ring that is worked out. In a larger one, and in one with so many links that it would take
    too long, such as 16 claims that all bear on each other, links inside it move the bounds alone."""

    sources: Mapping[str, Band] = attrs.field(factory=dict, hash=False, validator=bands, repr=told_bands)
    """f of single origins by id, in place of their grades'."""
    relays: Mapping[str, Band] = attrs.field(factory=dict, hash=False, validator=bands, repr=told_bands)
    """f of single relays by id, in place of their grades'."""

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
        witnesses = Witnesses(
            fidelity=self.fidelity,
            relay_fidelity=self.relay_fidelity,
            propensity=self.propensity,
            candour=self.candour,
            sources=self.sources,
            relays=self.relays,
        )
        return Inputs.of(network, witnesses, self.strength)
