"""Rings: claims that feed each other over links, or sources that relay each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from claimtrack._record import record
from claimtrack.model.casebook import Casebook

__all__ = ["Ring", "components", "rings_of"]


@record
class Ring:
    """Sources or claims each of which leads to each other; what goes round a ring counts for nothing extra."""

    kind: Literal["relays", "links"]
    """Whether sources relay each other, or claims feed each other."""
    members: tuple[str, ...]
    """Ids of the sources or claims, in the order of the casebook."""


def rings_of(casebook: Casebook) -> tuple[Ring, ...]:
    """The rings of a casebook: of relays first, then of links. Cost: linear in statements, relays and links."""
    sources = {source.id: place for place, source in enumerate(casebook.sources)}
    claims = {claim.id: place for place, claim in enumerate(casebook.claims)}
    heard: dict[str, list[str]] = {source: [] for source in sources}
    for statement in casebook.statements:
        way = (statement.origin, *statement.via)
        for speaker, hearer in pairwise(way):
            heard[speaker].append(hearer)
    fed: dict[str, list[str]] = {claim: [] for claim in claims}
    for link in casebook.links:
        fed[link.from_claim].append(link.to_claim)
    return (*_rings("relays", heard, sources), *_rings("links", fed, claims))


def _rings(
    kind: Literal["relays", "links"], arrows: Mapping[str, Sequence[str]], order: Mapping[str, int]
) -> Iterator[Ring]:
    found = [sorted(part, key=order.__getitem__) for part in components(arrows) if len(part) > 1]
    for members in sorted(found, key=lambda part: order[part[0]]):
        yield Ring(kind=kind, members=tuple(members))


def components(arrows: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """The strongly connected components of a graph, each before those that lead to it.

    Cost: linear in nodes and arrows; no recursion.

    Example:
        >>> components({"a": ["b"], "b": ["a", "c"], "c": []})
        [['c'], ['b', 'a']]

    References:
        [tarjan-1972].
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    found: list[list[str]] = []
    for start in arrows:
        if start in index:
            continue
        work = [(start, iter(arrows[start]))]
        index[start] = low[start] = len(index)
        stack.append(start)
        waiting.add(start)
        while work:
            node, rest = work[-1]
            for other in rest:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    waiting.add(other)
                    work.append((other, iter(arrows[other])))
                    break
                if other in waiting:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    part: list[str] = []
                    while not part or part[-1] != node:
                        part.append(stack.pop())
                        waiting.discard(part[-1])
                    found.append(part)
    return found
