"""What reaches every claim, in an order in which what leads to a claim comes before it.

Everything is worked out twice, as a lower and an upper bound. Outside rings the two are alike where they take the same
positions of the bands. Claims that feed each other in a ring are each worked out without themselves, and the two bounds
enclose what the ring could settle on.
"""

from collections import ChainMap
from collections.abc import Container, Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import NamedTuple

import attrs

from claimtrack.network.build import Network
from claimtrack.network.components import Component, Node
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
from claimtrack.scoring.origin_evidence.ring_work import RingPlan, cost_of_look, plan_ring
from claimtrack.scoring.origin_evidence.routes import NO_ROUTES, LinkEvidence, SideRoutes, merge
from claimtrack.scoring.origin_evidence.weights import Position, Scenario, Scenarios
from claimtrack.scoring.rival_normalisation import Weights, rival_odds

_CLOSE = 1e-12


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
    unresolved: int = 0
    """How many claims the ring holds that it is part of, where that is not worked out."""

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


def propagate(
    inputs: Inputs,
    scenarios: Scenarios,
    *,
    largest_ring: int,
    known: Container[str] = (),
    looks: dict[str, int] | None = None,
) -> Iterator[Mapping[str, EvidenceBounds]]:
    """What reaches each claim in two scenarios: the claims of one node at a time, in the order of the components.

    Args:
        inputs: what is said and linked.
        scenarios: the lower and the upper scenario.
        largest_ring: in a ring of more claims than these, or of so many links that it would take too long, links inside
            it carry nothing where the scenarios are the same; where they differ, nothing in the lower and all that they
            can carry in the upper one.
        known: claims without links and rivals that need not be worked out.
        looks: takes how many links were looked at in each ring, by its first claim; with many routes, a look counts as
            several.

    Cost: linear where no claims form a ring. A ring of n claims costs n times its enclosure without one of them, within
    some 100,000 looks at a link.

    References:
        The rule that a claim's score uses the graph without it is the cavity method's.
    """
    return _Propagation(inputs, scenarios, largest_ring).every_node(known, {} if looks is None else looks)


@attrs.define
class _Propagation:
    inputs: Inputs
    scenarios: Scenarios
    largest_ring: int
    _routes: dict[tuple[str, Side, Position], SideRoutes] = attrs.field(factory=dict, init=False)
    _supported: dict[str, list[str]] = attrs.field(factory=dict, init=False)
    _carried: dict[tuple[str, int], tuple[NetEvidence, LinkEvidence]] | None = attrs.field(default=None, init=False)
    """In a ring, what came over each link from each state of its claim: most links are asked several times a round."""
    _reaching: dict[str, int] = attrs.field(factory=dict, init=False)
    """How many statements reach each claim, or more: those that come by two ways are counted twice."""
    _has_rings: bool = attrs.field(init=False)
    _plan: RingPlan | None = attrs.field(default=None, init=False)
    """How the present component is worked out, if it is a ring that is."""
    _looks: int = attrs.field(default=0, init=False)
    _settled: dict[tuple[Node, ...], tuple[_NetBounds, _NetBounds]] = attrs.field(factory=dict, init=False)
    """For each part of the last cavity, what led to it and what it is worth."""

    def __attrs_post_init__(self) -> None:
        """Look whether any claims form a ring."""
        self._has_rings = any(component.is_ring for component in self.network.components)

    @property
    def network(self) -> Network:
        return self.inputs.network

    def every_node(self, left_out: Container[str], looks: dict[str, int]) -> Iterator[Mapping[str, EvidenceBounds]]:
        """The evidence on every claim, node by node."""
        known = _NetBounds({}, {})
        speakers = self._heard_outside()
        for component in self.network.components:
            if component.nodes[0][0] in left_out:
                continue
            self._plan, self._settled, self._looks = self._plan_of(component), {}, 0
            here = self._component(component, known)
            yield from here
            evidence = {claim: bounds for node in here for claim, bounds in node.items()}
            if not speakers.isdisjoint(evidence):
                # To claims further on, a ring speaks as a whole: only its own claims are worked out without themselves.
                if self._plan is not None:
                    known.update(self._net_of_parts((component,), known))
                else:
                    known.update(self._net_of_evidence(component.nodes, evidence))
            if component.is_ring:
                looks[component.nodes[0][0]] = self._looks

    def _heard_outside(self) -> set[str]:
        """The claims from which a link leads to another component: what the others of a ring are worth nobody asks."""
        place = {claim: rank for rank, one in enumerate(self.network.components) for claim in one.claims}
        return {
            link.from_claim
            for to, rows in self.network.inflow.items()
            for link in rows
            if place[link.from_claim] != place[to]
        }

    def _plan_of(self, component: Component) -> RingPlan | None:
        """How a component is worked out; None if it is no ring, or one that is not worked out."""
        if not self._has_rings:
            return None
        claims = component.claims
        before = {link.source for claim in claims for side in SIDES for link in self.inputs.links(claim, side)}
        reaching = sum(len(self.network.chains[claim]) for claim in claims)
        reaching += sum(self._reaching.get(claim, 0) for claim in before)
        reaching = min(reaching, len(self.network.casebook.statements))
        self._reaching.update(dict.fromkeys(claims, reaching))
        if not component.is_ring or component.size > self.largest_ring:
            return None
        return plan_ring(component, self.inputs, statements=reaching)

    def _component(self, component: Component, known: _NetBounds) -> list[dict[str, EvidenceBounds]]:
        """The evidence on the claims of a component, by its nodes."""
        if not component.is_ring:
            return [self._node(component.nodes[0], known)]
        if self._plan is None:
            around = self._unresolved(component.claims).over(known)
            nodes = [self._node(node, around) for node in component.nodes]
            size = component.size
            return [{claim: found._replace(unresolved=size) for claim, found in node.items()} for node in nodes]
        # Each node hears the others as they would be if it did not exist, so that nothing it says comes back to it.
        return [
            self._node(node, self._net_of_parts(parts, known).over(known))
            for node, parts in zip(component.nodes, self._plan.cavities, strict=True)
        ]

    def _unresolved(self, claims: Sequence[str]) -> _NetBounds:
        """Bounds for claims that are not worked out: none to none, or none to anything where the scenarios differ."""
        most = NO_NET_EVIDENCE if self.scenarios.agree else ANY_NET_EVIDENCE
        return _NetBounds(dict.fromkeys(claims, NO_NET_EVIDENCE), dict.fromkeys(claims, most))

    def _net_of_parts(self, parts: Iterable[Component], known: _NetBounds) -> _NetBounds:
        """The net evidence of some components, given that of what leads to them from elsewhere; other links are cut.

        What is reached by the same as in the last cavity is taken over from there, for a ring without one claim is much
        like the ring without the next: this is what makes long circles cheap.
        """
        found = _NetBounds({}, {})
        around = found.over(known)
        last, self._settled = self._settled, {}
        for part in parts:
            self._looks += 1
            outside = self._from_outside(part.claims, around)
            before = last.get(part.nodes)
            if before is None or not _are_same(outside, before[0]):
                net = self._enclose(part, outside) if part.is_ring else self._net_of_node(part.nodes[0], outside)
                before = (outside, net if before is None else _with_kept(net, before[1]))
            self._settled[part.nodes] = before
            found.update(before[1])
        return found

    def _net_of_node(self, node: Node, outside: _NetBounds) -> _NetBounds:
        return self._net_of_evidence([node], self._node(node, outside))

    def _enclose(self, ring: Component, outside: _NetBounds) -> _NetBounds:
        """The net evidence of a ring between two bounds that close in on each other.

        The lower bound starts where nothing is carried (κ = 0), the upper where everything is (κ = 1). In each round
        every origin is followed along its best path, as much as each claim keeps; then each claim is weighed again.
        """
        # More support raises a claim and more attack lowers it. So support is taken from the same bound and attack
        # from the other one: then the lower bound can only rise and the upper only fall, and whatever the ring could
        # settle on stays between them. They need not meet, as when two claims undermine each other equally. Rounds end
        # when neither moves by more than rounding. They never start from what another ring settled on: the last bits
        # would depend on where it came from, and the same casebook would not give the same bytes.
        claims = ring.claims
        starts = [
            self._starts(claims, scenario, table) for scenario, table in zip(self.scenarios, outside, strict=True)
        ]
        bounds = _NetBounds(dict.fromkeys(claims, NO_NET_EVIDENCE), dict.fromkeys(claims, unopposed(NO_ROUTES)))
        for _ in range(0 if self._plan is None else self._plan.rounds):
            self._carried = {}
            inside = _NetBounds(
                *(
                    {**table, **self._follow_paths(start, net)}
                    for table, start, net in zip(outside, starts, bounds, strict=True)
                )
            )
            evidence = {claim: found for node in ring.nodes for claim, found in self._node(node, inside).items()}
            before, bounds = bounds, self._net_of_evidence(ring.nodes, evidence)
            if _are_close(before.lower, bounds.lower) and _are_close(before.upper, bounds.upper):
                break
        self._carried = None
        if _are_close(bounds.lower, bounds.upper):
            return _NetBounds(bounds.lower, bounds.lower)
        return bounds

    def _from_outside(self, claims: Sequence[str], around: _NetBounds) -> _NetBounds:
        """The net evidence of the claims outside a component that lead into it."""
        sources = dict.fromkeys(
            link.source for claim in claims for side in SIDES for link in self.inputs.links(claim, side)
        )
        return _NetBounds(*({name: table[name] for name in sources if name in table} for table in around))

    def _starts(
        self, claims: Sequence[str], scenario: Scenario, outside: Mapping[str, NetEvidence]
    ) -> dict[str, SideRoutes]:
        """What reaches each claim of a ring for it, but over the links inside."""
        return {
            claim: merge(
                [
                    self._direct_routes(claim, "for", scenario.supporting),
                    *(link.routes for link in self._over_links(claim, "for", outside)),
                ]
            )
            for claim in claims
        }

    def _follow_paths(
        self, starts: Mapping[str, SideRoutes], net: Mapping[str, NetEvidence]
    ) -> MutableMapping[str, NetEvidence]:
        """The net evidence of a ring with the routes by which every origin reaches each claim on its best path."""
        # Shortest paths, with weights in place of lengths: each step takes every origin one claim further, by as much
        # as the claims before it keep, and looks again only at what is fed by a claim that changed. It ends, since a
        # link always weakens: a way once round the ring never beats the way that it began with.
        reached = {claim: net[claim]._replace(routes=routes) for claim, routes in starts.items()}
        stale = dict.fromkeys(starts)
        while stale:
            found = {
                claim: merge([starts[claim], *(link.routes for link in self._over_links(claim, "for", reached))])
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
        if not self._has_rings:
            return True
        links = (link for side in SIDES for link in self.inputs.links(claim, side))
        return all(known.lower.get(link.source) is known.upper.get(link.source) for link in links)

    def _claim(
        self,
        claim: str,
        scenario: Scenario,
        supporters: Mapping[str, NetEvidence],
        opponents: Mapping[str, NetEvidence],
    ) -> ClaimEvidence:
        return ClaimEvidence(
            self._side(claim, "for", scenario.supporting, supporters),
            self._side(claim, "against", scenario.opposing, opponents),
        )

    def _side(self, claim: str, side: Side, position: Position, sources: Mapping[str, NetEvidence]) -> SideEvidence:
        return aggregate(
            self._direct_routes(claim, side, position),
            self._over_links(claim, side, sources),
            self.network.groups,
            self.inputs.weigher.witnesses.ceiling,
        )

    def _direct_routes(self, claim: str, side: Side, position: Position) -> SideRoutes:
        """What reaches a claim by statements alone; kept where there are rings, since these ask again and again."""
        if not self._has_rings:
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
        self._looks += cost_of_look(len(source.routes.established))
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
                lower, upper, _ = evidence[claim]
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


def _are_same(some: _NetBounds, others: _NetBounds) -> bool:
    """Whether bounds hold the very same values for the same claims."""
    return all(
        one.keys() == other.keys() and all(net is other[claim] for claim, net in one.items())
        for one, other in zip(some, others, strict=True)
    )


def _with_kept(found: _NetBounds, kept: _NetBounds) -> _NetBounds:
    """What was found, with the values that are kept in place of those that are equal to the last bit."""
    # Claims further on see that nothing changed for them. Equal routes in another order are no equal value, nor are two
    # bounds apart equal to one: what is written of them could differ.
    same = {
        claim
        for claim in found.lower
        if (found.lower[claim] is found.upper[claim]) == (kept.lower[claim] is kept.upper[claim])
        and all(_is_equal(one[claim], other[claim]) for one, other in zip(found, kept, strict=True))
    }
    return _NetBounds(
        *(
            {claim: other[claim] if claim in same else net for claim, net in one.items()}
            for one, other in zip(found, kept, strict=True)
        )
    )


def _is_equal(one: NetEvidence, other: NetEvidence) -> bool:
    if one is other:
        return True
    return one == other and [tuple(table) for table in one.routes] == [tuple(table) for table in other.routes]
