"""The working: the steps that made a claim's score, in order, each with its numbers and its source."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from math import fsum
from typing import NamedTuple

from claimtrack._records import without_texts
from claimtrack.scoring.assessment import Side, Step
from claimtrack.scoring.origin_evidence.aggregation import GroupWeight, SideEvidence
from claimtrack.scoring.origin_evidence.inputs import Heard, IncomingLink, WeighedStatement
from claimtrack.scoring.origin_evidence.routes import strongest_routes
from claimtrack.scoring.origin_evidence.weights import POINT, Weigher


class Ground(NamedTuple):
    """What the working of a claim is written from, besides its evidence."""

    heard: Heard
    """The chains on the claim, and on its negation."""
    weigher: Weigher
    """What weighs their statements."""
    links: Mapping[Side, Sequence[IncomingLink]]
    """The links to each side."""
    unshown: AbstractSet[str]
    """Exhibits of which no output may say that somebody rests on them."""

    def __repr__(self) -> str:
        return without_texts(self)


def steps_of(
    ground: Ground, side: Side, statements: Sequence[WeighedStatement], evidence: SideEvidence
) -> Iterator[Step]:
    """The steps from the statements and links on one side of a claim to what they weigh together."""
    yield from _statements(statements, side)
    yield from _repetitions(statements, side)
    yield from _links(ground.links[side], side, evidence)
    yield from _sums(evidence, side, ground.unshown)
    yield from _not_established(evidence, side)


def _statements(statements: Iterable[WeighedStatement], side: Side) -> Iterator[Step]:
    """Section 1: what each statement weighs, or that it is set aside."""
    for chain, hops, weighed in statements:
        said = chain.statement
        if chain.without_basis and weighed.at[POINT] == 0.0:
            inputs = (said.id or "", *chain.without_basis)
            yield Step(rule="set aside", inputs=inputs, before=0.0, after=0.0, side=side, cites="fm-2-22.3")
            continue
        yield Step(
            rule="statement",
            inputs=(said.id or "", said.origin, *(relay for relay, _ in hops)),
            before=0.0,
            after=weighed.at[POINT],
            side=side,
            numbers=weighed.numbers,
            cites="bovens-hartmann-2003",
        )


def _repetitions(statements: Iterable[WeighedStatement], side: Side) -> Iterator[Step]:
    """Section 2: where an origin has several statements that count, the strongest does."""
    mine: dict[tuple[bool, str], list[WeighedStatement]] = {}
    for row in statements:
        if row.weight.at[POINT] > 0.0:
            mine.setdefault((row.is_established, row.origin), []).append(row)
    for (_, origin), rows in sorted(mine.items(), key=lambda item: not item[0][0]):
        if len(rows) > 1:
            weights = [row.weight.at[POINT] for row in rows]
            inputs = (origin, *(row.chain.statement.id or "" for row in rows))
            yield Step(rule="repetition", inputs=inputs, before=fsum(weights), after=max(weights), side=side)


def _links(links: Iterable[IncomingLink], side: Side, evidence: SideEvidence) -> Iterator[Step]:
    """Section 5: what comes over each link."""
    incoming = {link.link: link for link in links}
    for found in evidence.links:
        link = incoming[found.link]
        strongest = strongest_routes(found.routes.established)
        established = min(found.capacity, fsum(strongest.values()))
        other = max(found.routes.others.values(), default=0.0)
        origins = dict.fromkeys(origin for origin, _, _ in (*found.routes.established, *found.routes.others))
        yield Step(
            rule="link",
            inputs=(link.link, link.source, *origins),
            before=found.net,
            after=max(established, other),
            side=side,
            numbers={
                "strength": link.strength,
                "carries": found.capacity,
                "established": established,
                "not established": other,
                **{f"from {origin}": weight for origin, weight in strongest.items()},
            },
            cites="schum-1994",
        )


def _sums(evidence: SideEvidence, side: Side, unshown: AbstractSet[str]) -> Iterator[Step]:
    """Section 3: what is established, together."""
    strongest = evidence.strongest
    groups = [one for one in evidence.groups if one.group.is_shown]
    for group, members, after in groups:
        yield Step(
            rule="dependence",
            inputs=(*group.dependences, *members),
            before=fsum(strongest[name] for name in members),
            after=after,
            side=side,
            numbers={"strength": group.strength},
            cites="denoeux-2008",
        )
    # Where an exhibit must not be shown, nor that it is shared, the sum is what it lets through.
    is_told = evidence.pooled.weight < evidence.uncapped and unshown.isdisjoint(evidence.pooled.shared)
    if len(strongest) > 1:
        yield Step(
            rule="sum",
            inputs=tuple(strongest),
            before=max(strongest.values()),
            after=evidence.uncapped if is_told else evidence.pooled.weight,
            side=side,
            numbers=_shares(strongest, groups) if groups else strongest,
        )
    if is_told:
        yield _exhibits(evidence, side)
    carried = evidence.carried
    if carried.weight < evidence.pooled.weight and (carried.relays or carried.links):
        limits = {
            **carried.relays,
            **{link.link: link.capacity for link in evidence.links if link.link in carried.links},
        }
        yield Step(
            rule="link cap" if carried.links else "one mouth",
            inputs=(*carried.links, *carried.relays),
            before=evidence.pooled.weight,
            after=evidence.established,
            side=side,
            numbers=limits,
            cites="dietrich-list-2004",
        )


def _exhibits(evidence: SideEvidence, side: Side) -> Step:
    """Section 3: an exhibit that several examined carries the strongest weight of them, once."""
    shared = evidence.pooled.shared
    return Step(
        rule="one exhibit",
        inputs=(*shared, *dict.fromkeys(origin for mine in shared.values() for origin in mine)),
        before=evidence.uncapped,
        after=evidence.pooled.weight,
        side=side,
        numbers={exhibit: max(mine.values()) for exhibit, mine in shared.items()},
        cites="dietrich-list-2004",
    )


def _shares(strongest: Mapping[str, float], groups: Iterable[GroupWeight]) -> dict[str, float]:
    """What each lone origin weighs, and each group, under the first of its members that speaks."""
    grouped = {name for _, members, _ in groups for name in members}
    shares = {name: weight for name, weight in strongest.items() if name not in grouped}
    return shares | {members[0]: after for _, members, after in groups}


def _not_established(evidence: SideEvidence, side: Side) -> Iterator[Step]:
    """Section 3: what is not established holds a claim up at most alone."""
    strongest = strongest_routes(evidence.routes.others)
    if strongest:
        yield Step(
            rule="not established",
            inputs=tuple(sorted(strongest, key=lambda name: -strongest[name])),
            before=evidence.established,
            after=evidence.weight,
            side=side,
            numbers={"strongest": max(strongest.values())},
            cites="stanag-2511",
        )
