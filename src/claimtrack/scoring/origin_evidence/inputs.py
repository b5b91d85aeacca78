"""What scoring starts from: the weighed statements on each side of each claim, and the links that lead to it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import attrs

from claimtrack._records import without_texts
from claimtrack.model.sources import Source
from claimtrack.network.build import Network
from claimtrack.network.chains import Chain, exhibits_of
from claimtrack.network.rivals import Family
from claimtrack.scoring.assessment import Side
from claimtrack.scoring.fidelity import Strength
from claimtrack.scoring.origin_evidence.routes import NO_ROUTES, Hops, Route, SideRoutes
from claimtrack.scoring.origin_evidence.weights import HIGH, Position, StatementWeight, Weigher, Witnesses


class WeighedStatement(NamedTuple):
    """A statement that stands, and what it weighs."""

    chain: Chain
    hops: Hops
    """Its relays, each with its propensity."""
    weight: StatementWeight

    def __repr__(self) -> str:
        return without_texts(self)

    @property
    def origin(self) -> str:
        """Id of its origin."""
        return self.chain.statement.origin

    @property
    def is_established(self) -> bool:
        """Whether it is established."""
        return self.chain.established is not None


Said = Mapping[Side, Sequence[WeighedStatement]]
"""The statements on each side of a claim."""


Heard = tuple[tuple[Sequence[Chain], bool], ...]
"""The chains on a claim and on its negation, each with whether its sides are the claim's own."""


class IncomingLink(NamedTuple):
    """A link that leads to one side of a claim."""

    link: str
    """Id of the link."""
    source: str
    """Id of the claim that it leads from."""
    strength: float
    """λ in [0, 1)."""

    def __repr__(self) -> str:
        return without_texts(self)


@attrs.define
class Inputs:
    """The weighed statements on each side of each claim, and the links to it.

    A claim and its negation share what is said: support for the one opposes the other. The same goes for links.
    """

    network: Network
    weigher: Weigher
    strength: Strength
    _last: tuple[str | None, Said] = attrs.field(default=(None, {}), init=False, repr=False)
    """The last claim that was asked for, and what is said of it."""
    _links: dict[tuple[str, Side], tuple[IncomingLink, ...]] = attrs.field(factory=dict, init=False, repr=False)

    def __repr__(self) -> str:
        return without_texts(self)

    @classmethod
    def of(cls, network: Network, witnesses: Witnesses, strength: Strength) -> "Inputs":
        """The inputs of a network under the parameters of a method."""
        return cls(network, Weigher.of(witnesses, network.casebook.policy.ungraded), strength)

    def statements(self, claim: str, side: Side) -> Sequence[WeighedStatement]:
        """The statements on one side of a claim, in the order of the casebook."""
        return self.said(claim)[side]

    def said(self, claim: str) -> Said:
        """The statements on a claim by their sides, each in the order of the casebook."""
        # Methods ask for both sides of one claim, several times, before the next: only the last claim is kept.
        name, said = self._last
        if name != claim:
            said = weigh_statements(self.heard(claim), self.weigher)
            self._last = (claim, said)
        return said

    def heard(self, claim: str) -> Heard:
        """The chains on a claim, and on its negation."""
        names = _itself_and_negation(self.network.families[claim], claim)
        return tuple([(self.network.chains[name], straight) for name, straight in names])

    def links(self, claim: str, side: Side) -> Sequence[IncomingLink]:
        """The links to one side of a claim; of several from the same claim the strongest."""
        if not self.network.inflow:
            return ()
        if (claim, side) not in self._links:
            self._sort_links(claim)
        return self._links[claim, side]

    def _sort_links(self, claim: str) -> None:
        rows: dict[Side, dict[str, IncomingLink]] = {"for": {}, "against": {}}
        for name, straight in _itself_and_negation(self.network.families[claim], claim):
            for link in self.network.inflow.get(name, ()):
                value = self.strength.of(link.strength)
                mine = rows["for" if (link.sign == "supports") is straight else "against"]
                if value > 0.0 and (link.from_claim not in mine or mine[link.from_claim].strength < value):
                    mine[link.from_claim] = IncomingLink(link.id or "", link.from_claim, value)
        for side, found in rows.items():
            self._links[claim, side] = tuple(found.values())

    def routes(self, claim: str, side: Side, position: Position) -> SideRoutes:
        """What reaches one side of a claim by statements alone; at the high end all of it counts as established."""
        return routes_of(self.statements(claim, side), position, self.weigher, self.network.sources)


def weigh_statements(heard: Heard, weigher: Weigher) -> Said:
    """Weigh what is said on a claim, side by side. Cost: linear in the statements."""
    rows: dict[Side, list[WeighedStatement]] = {"for": [], "against": []}
    for chains, straight in heard:
        for chain in chains:
            speaks_for = (chain.statement.stance == "asserts") is straight
            rows["for" if speaks_for else "against"].append(WeighedStatement(chain, *weigher.weigh(chain)))
    return rows


def routes_of(
    statements: Sequence[WeighedStatement], position: Position, weigher: Weigher, sources: Mapping[str, Source]
) -> SideRoutes:
    """The routes of some statements on one side of a claim; at the high end all of them count as established.

    Args:
        statements: the statements.
        position: where in its band each fidelity is taken.
        weigher: what weighed them.
        sources: each source by its id; asked for at the high end only.
    """
    if not statements:
        return NO_ROUTES
    established: dict[Route, float] = {}
    relays: dict[str, float] = {}
    others: dict[Route, float] = {}
    for chain, hops, weighed in statements:
        weight = weighed.at[position]
        if weight <= 0.0:
            continue
        origin = chain.statement.origin
        if chain.established is None and position != HIGH:
            route: Route = (origin, hops, ())
            if weight > others.get(route, 0.0):
                others[route] = weight
            continue
        exhibits = chain.exhibits
        if chain.established is None:
            exhibits = exhibits_of(chain.statement, sources[origin])
        route = (origin, hops, exhibits)
        if weight > established.get(route, 0.0):
            established[route] = weight
        # Where a claim and its negation have different topics, a relay may have two grades: the better one counts.
        if hops:
            for (relay, _), grade in zip(hops, chain.relay_grades, strict=True):
                relays[relay] = max(relays.get(relay, 0.0), weigher.relay(relay, grade)[position])
    return SideRoutes(established, relays, others)


def _itself_and_negation(family: Family, claim: str) -> list[tuple[str, bool]]:
    """The claim and, where it has one, its negation: each with whether its sides are the claim's own."""
    if not family.is_negation:
        return [(claim, True)]
    return [(claim, True), *((other, False) for other in family.claims if other != claim)]
