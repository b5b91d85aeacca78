"""What reaches every claim, in an order in which what leads to a claim comes before it.

Everything is worked out twice, as a lower and an upper bound. Outside rings the two are alike where they take the same
positions of the bands. Claims that feed each other in a ring are each worked out without themselves, and the two bounds
enclose what the ring could settle on.
"""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import NamedTuple

import attrs

from claimtrack.network.build import Network
from claimtrack.network.components import Component, Node, components_of
from claimtrack.scoring.assessment import SIDES, Side
from claimtrack.scoring.origin_evidence.aggregation import SideEvidence, aggregate
from claimtrack.scoring.origin_evidence.inputs import IncomingLink, Inputs
from claimtrack.scoring.origin_evidence.link_transfer import (
    ANY_NET_EVIDENCE,
    NO_NET_EVIDENCE,
    NetEvidence,
    net_evidence,
    transfer,
    unopposed,
)
from claimtrack.scoring.origin_evidence.routes import NO_ROUTES, LinkEvidence, SideRoutes, merge
from claimtrack.scoring.origin_evidence.weights import Position, Scenario, Scenarios
from claimtrack.scoring.rival_normalisation import Weights, rival_odds

_CLOSE = 1e-12
_FEWEST_ROUNDS, _MOST_ROUNDS, _MOST_WORK = 5, 1000, 200_000


class ClaimEvidence(NamedTuple):
    """What one scenario finds for and against a claim."""

    supporting: SideEvidence
    opposing: SideEvidence

    @property
    def weights(self) -> Weights:
        """E⁺ and E⁻."""
        return Weights(self.supporting.weight, self.opposing.weight)


class EvidenceBounds(NamedTuple):
    """What the two scenarios find on a claim; the same value twice where they agree."""

    lower: ClaimEvidence
    upper: ClaimEvidence

    @property
    def agree(self) -> bool:
        """Whether the scenarios agree."""
        return self.lower is self.upper


class _NetBounds(NamedTuple):
    """The net evidence of claims in the lower and in the upper scenario."""

    lower: MutableMapping[str, NetEvidence]
    upper: MutableMapping[str, NetEvidence]

    def over(self, others: "_NetBounds") -> "_NetBounds":
        """These, and the others for the claims that are not among them; what is added to either later shows up."""
        return _NetBounds(ChainMap(self.lower, others.lower), ChainMap(self.upper, others.upper))

    def update(self, found: "_NetBounds") -> None:
        """Add what was found."""
        self.lower.update(found.lower)
        self.upper.update(found.upper)


def propagate(inputs: Inputs, scenarios: Scenarios, *, largest_ring: int) -> Iterator[Mapping[str, EvidenceBounds]]:
    """What reaches each claim in two scenarios: the claims of one node at a time, in the order of the components.

    Args:
        inputs: what is said and linked.
        scenarios: the lower and the upper scenario.
        largest_ring: in a ring of more claims than these, links inside it carry nothing where the scenarios are the
            same; where they differ, nothing in the lower and all that they can carry in the upper one.

    Cost: linear where no claims form a ring. A ring of n claims costs n times its enclosure without one of them.

    References:
        The rule that a claim's score uses the graph without it is the cavity method's.
    """
    return _Propagation(inputs, scenarios, largest_ring).every_node()


@attrs.define
class _Propagation:
    inputs: Inputs
    scenarios: Scenarios
    largest_ring: int
    _routes: dict[tuple[str, Side, Position], SideRoutes] = attrs.field(factory=dict, init=False)
    _supported: dict[str, list[str]] = attrs.field(factory=dict, init=False)
    _carried: dict[tuple[str, int], tuple[NetEvidence, LinkEvidence]] | None = attrs.field(default=None, init=False)
    """In a ring, what came over each link from each state of its claim: most links are asked several times a round."""

    @property
    def network(self) -> Network:
        return self.inputs.network

    def every_node(self) -> Iterator[Mapping[str, EvidenceBounds]]:
        """The evidence on every claim, node by node."""
        known = _NetBounds({}, {})
        speakers = self._heard_outside()
        for component in self.network.components:
            here = self._component(component, known)
            yield from here
            evidence = {claim: bounds for node in here for claim, bounds in node.items()}
            if speakers.isdisjoint(evidence):
                continue
            # To claims further on, a ring speaks as a whole: only its own claims are worked out without themselves.
            if self._is_worked_out(component):
                known.update(self._net_of_nodes(component.nodes, known))
            else:
                known.update(self._net_of_evidence(component.nodes, evidence))

    def _heard_outside(self) -> set[str]:
        """The claims from which a link leads to another component: what the others of a ring are worth nobody asks."""
        place = {claim: rank for rank, one in enumerate(self.network.components) for claim in one.claims}
        return {
            link.from_claim
            for to, rows in self.network.inflow.items()
            for link in rows
            if place[link.from_claim] != place[to]
        }

    def _is_worked_out(self, component: Component) -> bool:
        return component.is_ring and component.size <= self.largest_ring

    def _component(self, component: Component, known: _NetBounds) -> list[dict[str, EvidenceBounds]]:
        """The evidence on the claims of a component, by its nodes."""
        if not component.is_ring:
            return [self._node(component.nodes[0], known)]
        if not self._is_worked_out(component):
            around = self._unresolved(component.claims).over(known)
            return [self._node(node, around) for node in component.nodes]
        # Each node hears the others as they would be if it did not exist, so that nothing it says comes back to it.
        return [
            self._node(
                node, self._net_of_nodes([other for other in component.nodes if other != node], known).over(known)
            )
            for node in component.nodes
        ]

    def _unresolved(self, claims: Sequence[str]) -> _NetBounds:
        """Bounds for claims that are not worked out: none to none, or none to anything where the scenarios differ."""
        most = NO_NET_EVIDENCE if self.scenarios.agree else ANY_NET_EVIDENCE
        return _NetBounds(dict.fromkeys(claims, NO_NET_EVIDENCE), dict.fromkeys(claims, most))

    def _net_of_nodes(self, nodes: Sequence[Node], known: _NetBounds) -> _NetBounds:
        """The net evidence of some nodes, given that of what leads to them from elsewhere; all other links are cut."""
        found = _NetBounds({}, {})
        around = found.over(known)
        # Without the node that is left out, a ring may fall apart into smaller ones and single nodes.
        for component in components_of(nodes, self.network.inflow):
            if component.is_ring:
                found.update(self._enclose(component, around))
            else:
                found.update(self._net_of_evidence(component.nodes, self._node(component.nodes[0], around)))
        return found

    def _enclose(self, ring: Component, around: _NetBounds) -> _NetBounds:
        """The net evidence of a ring between two bounds that close in on each other.

        The lower bound starts where nothing is carried (κ = 0), the upper where everything is (κ = 1). In each round
        every origin is followed along its best path, as much as each claim keeps; then each claim is weighed again.
        """
        # More support raises a claim and more attack lowers it. So support is taken from the same bound and attack
        # from the other one: then the lower bound can only rise and the upper only fall, and whatever the ring could
        # settle on stays between them. They need not meet, as when two claims undermine each other equally.
        claims = ring.claims
        bounds = _NetBounds(dict.fromkeys(claims, NO_NET_EVIDENCE), dict.fromkeys(claims, unopposed(NO_ROUTES)))
        for _ in range(self._most_rounds(claims)):
            self._carried = {}
            inside = _NetBounds(
                self._follow_paths(claims, self.scenarios.lower, bounds.lower, around.lower),
                self._follow_paths(claims, self.scenarios.upper, bounds.upper, around.upper),
            ).over(around)
            evidence = {claim: found for node in ring.nodes for claim, found in self._node(node, inside).items()}
            before, bounds = bounds, self._net_of_evidence(ring.nodes, evidence)
            if _are_close(before.lower, bounds.lower) and _are_close(before.upper, bounds.upper):
                break
        self._carried = None
        if _are_close(bounds.lower, bounds.upper):
            return _NetBounds(bounds.lower, bounds.lower)
        return bounds

    def _follow_paths(
        self,
        claims: Sequence[str],
        scenario: Scenario,
        net: Mapping[str, NetEvidence],
        around: Mapping[str, NetEvidence],
    ) -> MutableMapping[str, NetEvidence]:
        """The net evidence of a ring with the routes by which every origin reaches each claim on its best path."""
        # Shortest paths, with weights in place of lengths: each step takes every origin one claim further, by as much
        # as the claims before it keep, and looks again only at what is fed by a claim that changed. It ends, since a
        # link always weakens: a way once round the ring never beats the way that it began with.
        start = {
            claim: [
                self._direct_routes(claim, "for", scenario.supporting),
                *(link.routes for link in self._over_links(claim, "for", around)),
            ]
            for claim in claims
        }
        reached = {claim: net[claim]._replace(routes=merge(sides)) for claim, sides in start.items()}
        stale = dict.fromkeys(claims)
        while stale:
            found = {
                claim: merge([*start[claim], *(link.routes for link in self._over_links(claim, "for", reached))])
                for claim in stale
            }
            changed = {claim: routes for claim, routes in found.items() if routes != reached[claim].routes}
            reached |= {claim: reached[claim]._replace(routes=routes) for claim, routes in changed.items()}
            stale = dict.fromkeys(other for claim in changed for other in self._supported_by(claim) if other in reached)
        return reached

    def _supported_by(self, claim: str) -> Sequence[str]:
        """The claims that a claim supports."""
        if not self._supported:
            for other in self.network.families:
                for link in self.inputs.links(other, "for"):
                    self._supported.setdefault(link.source, []).append(other)
        return self._supported.get(claim, ())

    def _most_rounds(self, claims: Sequence[str]) -> int:
        """How many rounds to go at most: fewer in a ring with many links, where each round takes long."""
        members = set(claims)
        links = (link for claim in members for side in SIDES for link in self.inputs.links(claim, side))
        inside = sum(link.source in members for link in links)
        return max(_FEWEST_ROUNDS, min(_MOST_ROUNDS, _MOST_WORK // max(inside, 1) ** 2))

    def _node(self, node: Node, known: _NetBounds) -> dict[str, EvidenceBounds]:
        """The evidence on the claims of a node."""
        found = {}
        for claim in node:
            lower = self._claim(claim, self.scenarios.lower, known.lower, known.upper)
            # Most casebooks have no rings: do not work out the same thing twice where nothing can differ.
            agree = self.scenarios.agree and self._hears_the_same(claim, known)
            upper = lower if agree else self._claim(claim, self.scenarios.upper, known.upper, known.lower)
            found[claim] = EvidenceBounds(lower, upper)
        return found

    def _hears_the_same(self, claim: str, known: _NetBounds) -> bool:
        links = (link for side in SIDES for link in self.inputs.links(claim, side))
        return all(known.lower.get(link.source) is known.upper.get(link.source) for link in links)

    def _claim(
        self,
        claim: str,
        scenario: Scenario,
        supporters: Mapping[str, NetEvidence],
        opponents: Mapping[str, NetEvidence],
    ) -> ClaimEvidence:
        sides: tuple[tuple[Side, Position, Mapping[str, NetEvidence]], ...] = (
            ("for", scenario.supporting, supporters),
            ("against", scenario.opposing, opponents),
        )
        return ClaimEvidence(
            *(
                aggregate(
                    self._direct_routes(claim, side, position),
                    self._over_links(claim, side, sources),
                    self.network.groups,
                    self.inputs.weigher.witnesses.ceiling,
                )
                for side, position, sources in sides
            )
        )

    def _direct_routes(self, claim: str, side: Side, position: Position) -> SideRoutes:
        """What reaches a claim by statements alone; kept where there are links, since rings ask again and again."""
        if not self.network.inflow:
            return self.inputs.routes(claim, side, position)
        key = (claim, side, position)
        if key not in self._routes:
            self._routes[key] = self.inputs.routes(claim, side, position)
        return self._routes[key]

    def _over_links(self, claim: str, side: Side, sources: Mapping[str, NetEvidence]) -> list[LinkEvidence]:
        """What comes over the links to one side of a claim; nothing from a claim whose net evidence is not known."""
        return [
            self._transfer(link, source)
            for link in self.inputs.links(claim, side)
            if (source := sources.get(link.source, NO_NET_EVIDENCE)) is not NO_NET_EVIDENCE
        ]

    def _transfer(self, link: IncomingLink, source: NetEvidence) -> LinkEvidence:
        if self._carried is None:
            return transfer(link.link, link.strength, source)
        # The source is kept beside what came from it, so that its identity is not given to another.
        key = (link.link, id(source))
        if key not in self._carried:
            self._carried[key] = (source, transfer(link.link, link.strength, source))
        return self._carried[key][1]

    def _net_of_evidence(self, nodes: Iterable[Node], evidence: Mapping[str, EvidenceBounds]) -> _NetBounds:
        """The net evidence of the claims of some nodes, whose rivals attack from the other bound."""
        found = _NetBounds({}, {})
        for node in nodes:
            family = self.network.families[node[0]]
            above = rival_odds(family, lambda claim: evidence[claim].lower.weights.theta)
            agree = all(evidence[claim].agree for claim in node)
            below = above if agree else rival_odds(family, lambda claim: evidence[claim].upper.weights.theta)
            for claim in node:
                lower, upper = evidence[claim]
                found.lower[claim] = net_evidence(lower.supporting, lower.opposing, below[claim])
                found.upper[claim] = (
                    found.lower[claim] if agree else net_evidence(upper.supporting, upper.opposing, above[claim])
                )
        return found


def _are_close(some: Mapping[str, NetEvidence], others: Mapping[str, NetEvidence]) -> bool:
    """Whether claims keep the same but for rounding."""
    return all(
        one == other or abs(one - other) <= _CLOSE * (1.0 + min(one, other))  # the first N is without bound
        for claim, net in some.items()
        for one, other in zip(net[1:], others[claim][1:], strict=True)
    )
