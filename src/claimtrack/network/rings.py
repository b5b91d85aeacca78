"""Rings: claims that feed each other over links, or sources that relay each other."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal

from claimtrack._records import record
from claimtrack.model.casebook import Casebook
from claimtrack.network.components import components
from claimtrack.network.links import Knot


@record
class Ring:
    """Sources or claims each of which leads to each other; what goes round a ring counts for nothing extra."""

    kind: Literal["relays", "links"]
    """Whether sources relay each other, or claims feed each other."""
    members: tuple[str, ...]
    """Ids of the sources or claims, in the order of the casebook."""


def rings_of(casebook: Casebook, knots: Iterable[Knot]) -> tuple[Ring, ...]:
    """The rings of a casebook: of relays first, then of links. Cost: linear in statements, relays and claims."""
    sources = {source.id: place for place, source in enumerate(casebook.sources)}
    claims = {claim.id: place for place, claim in enumerate(casebook.claims)}
    heard: dict[str, list[str]] = {source: [] for source in sources}
    for statement in casebook.statements:
        for speaker, hearer in pairwise((statement.origin, *statement.via)):
            heard[speaker].append(hearer)
    relays = [part for part in components(heard) if len(part) > 1]
    links = [[claim for node in knot.nodes for claim in node] for knot in knots if knot.is_ring]
    return (*_rings("relays", relays, sources), *_rings("links", links, claims))


def _rings(
    kind: Literal["relays", "links"], found: Iterable[Iterable[str]], order: Mapping[str, int]
) -> Iterator[Ring]:
    parts = [sorted(part, key=order.__getitem__) for part in found]
    for members in sorted(parts, key=lambda part: order[part[0]]):
        yield Ring(kind=kind, members=tuple(members))
