"""The ground: what is said directly on each side of each claim, and the links that lead to it, ready to be weighed."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import attrs

from claimtrack.network.build import Network
from claimtrack.network.chains import Chain
from claimtrack.network.rivals import Family
from claimtrack.scoring.assessment import Side as SideName
from claimtrack.scoring.fidelity import Fidelity, Propensity, Strength
from claimtrack.scoring.origin_evidence.aggregation import NOTHING, Side
from claimtrack.scoring.origin_evidence.weights import KIND, Reading, Weighed, Weights


class Told(NamedTuple):
    """A statement that stands, and what it weighs."""

    chain: Chain
    weighed: Weighed


class Bearing(NamedTuple):
    """A link that leads to one side of a claim."""

    link: str
    """Id of the link."""
    source: str
    """Id of the claim that it leads from."""
    strength: float
    """λ in [0, 1)."""


@attrs.define
class Ground:
    """What is said on each side of each claim, and the links to it.

    Of a claim and its negation, what is said of the one, and what leads to it, counts for the other's other side.
    """

    network: Network
    weights: Weights
    strength: Strength
    _told: dict[str, Mapping[SideName, Sequence[Told]]] = attrs.field(factory=dict, init=False, repr=False)
    _bearings: dict[tuple[str, SideName], tuple[Bearing, ...]] = attrs.field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, network: Network, fidelity: Fidelity, propensity: Propensity, strength: Strength) -> "Ground":
        """The ground of a network under the parameters of a method."""
        return cls(network, Weights.of(fidelity, propensity, network.casebook.policy.ungraded), strength)

    def told(self, claim: str, side: SideName) -> Sequence[Told]:
        """The statements on one side of a claim, in the order of the casebook; kept until another claim's are asked."""
        if claim not in self._told:
            self._told = {claim: self._sorted_statements(claim)}
        return self._told[claim][side]

    def _sorted_statements(self, claim: str) -> Mapping[SideName, Sequence[Told]]:
        rows: dict[SideName, list[Told]] = {"for": [], "against": []}
        for name, straight in _mirrors(self.network.families[claim], claim):
            for chain in self.network.chains[name]:
                speaks_for = (chain.statement.stance == "asserts") is straight
                rows["for" if speaks_for else "against"].append(Told(chain, self.weights.weigh(chain)))
        return rows

    def bearings(self, claim: str, side: SideName) -> Sequence[Bearing]:
        """The links to one side of a claim; of several from the same claim the strongest."""
        if not self.network.inflow:
            return ()
        if (claim, side) not in self._bearings:
            self._sort_links(claim)
        return self._bearings[claim, side]

    def _sort_links(self, claim: str) -> None:
        rows: dict[SideName, dict[str, Bearing]] = {"for": {}, "against": {}}
        for name, straight in _mirrors(self.network.families[claim], claim):
            for link in self.network.inflow.get(name, ()):
                value = self.strength.of(link.strength)
                mine = rows["for" if (link.sign == "supports") is straight else "against"]
                if value > 0.0 and (link.from_claim not in mine or mine[link.from_claim].strength < value):
                    mine[link.from_claim] = Bearing(link.id or "", link.from_claim, value)
        for side, found in rows.items():
            self._bearings[claim, side] = tuple(found.values())

    def direct(self, claim: str, side: SideName, reading: Reading) -> Side:
        """What reaches one side of a claim by statements alone. A kind reading takes all of it as established."""
        told = self.told(claim, side)
        if not told:
            return NOTHING
        routes: dict[tuple[str, tuple[str, ...]], float] = {}
        limits: dict[str, float] = {}
        unsure: dict[tuple[str, tuple[str, ...]], float] = {}
        for chain, weighed in told:
            weight = weighed.weights[reading]
            if weight <= 0.0:
                continue
            said = chain.statement
            route = (said.origin, said.via)
            if chain.established is None and reading != KIND:
                if weight > unsure.get(route, 0.0):
                    unsure[route] = weight
                continue
            if weight > routes.get(route, 0.0):
                routes[route] = weight
            for relay, grade in zip(said.via, chain.relay_grades, strict=True):
                limits[relay] = max(limits.get(relay, 0.0), self.weights.ceiling(relay, grade, reading))
        return Side(routes, limits, unsure)


def _mirrors(family: Family, claim: str) -> list[tuple[str, bool]]:
    """The claim itself and, where it has one, its negation: each with whether its sides are the claim's own."""
    if not family.is_negation:
        return [(claim, True)]
    return [(claim, True), *((other, False) for other in family.claims if other != claim)]
