"""What leads to each other: the links that count, the components that they join, and rings of claims or of relays."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, TypeVar

from claimtrack._records import record
from claimtrack.model.casebook import Casebook
from claimtrack.model.claims import Claim, Link
from claimtrack.model.sources import Source
from claimtrack.network.rivals import Family

_N = TypeVar("_N", bound=Hashable)

Node = tuple[str, ...]
"""The rivals of one question, or one lone claim: what is scored together."""
RingKind = Literal["relays", "links"]
"""Whether sources relay each other, or claims feed each other."""


@record
class Component:
    """A strongly connected component: nodes that feed each other over links; most hold one node only."""

    nodes: tuple[Node, ...]
    """The nodes, in the order of the casebook."""
    is_ring: bool
    """Whether they feed each other, that is, whether there is more than one."""

    @property
    def size(self) -> int:
        """How many claims it holds."""
        return sum(map(len, self.nodes))

    @property
    def claims(self) -> list[str]:
        """The claims of all its nodes."""
        return [claim for node in self.nodes for claim in node]


@record
class Ring:
    """Sources or claims that all lead to each other; what goes round a ring adds nothing."""

    kind: RingKind
    """Whether sources relay each other, or claims feed each other."""
    members: tuple[str, ...]
    """Ids of the sources or claims, in the order of the casebook."""


def components_of(nodes: Sequence[Node], inflow: Mapping[str, Sequence[Link]]) -> tuple[Component, ...]:
    """The components of some nodes, each after all that lead to it.

    Args:
        nodes: what to put in order; links from other nodes are ignored.
        inflow: the links that count, by the claim that they lead to.

    Cost: linear in the nodes and the links into them.
    """
    if not inflow:
        return tuple([Component(nodes=(node,), is_ring=False) for node in nodes])
    place = {claim: number for number, node in enumerate(nodes) for claim in node}
    feeders = {
        number: dict.fromkeys(
            place[link.from_claim] for claim in node for link in inflow.get(claim, ()) if link.from_claim in place
        )
        for number, node in enumerate(nodes)
    }
    return tuple(
        Component(nodes=tuple(nodes[number] for number in sorted(part)), is_ring=len(part) > 1)
        for part in strongly_connected(feeders)
    )


def rings_of(casebook: Casebook, components: Iterable[Component]) -> tuple[Ring, ...]:
    """The rings of a casebook: of relays first, then of links. Cost: linear in statements, relays and claims."""
    ways = [(statement.origin, *statement.relays) for statement in casebook.statements if statement.via]
    # Most origins relay nobody, and so are in no ring.
    hearers: dict[str, list[str]] = {relay: [] for way in ways for relay in way[1:]}
    for speaker, hearer in dict.fromkeys(step for way in ways for step in pairwise(way)):
        if speaker in hearers:
            hearers[speaker].append(hearer)
    relays = [part for part in strongly_connected(hearers) if len(part) > 1]
    links = [component.claims for component in components if component.is_ring]
    return (*_rings("relays", relays, casebook.sources), *_rings("links", links, casebook.claims))


def _rings(kind: RingKind, found: Sequence[Sequence[str]], records: Iterable[Source | Claim]) -> Iterator[Ring]:
    """The rings in the order of the records that are their members."""
    if not found:
        return
    order = {record.id: place for place, record in enumerate(records)}
    parts = [sorted(part, key=order.__getitem__) for part in found]
    for members in sorted(parts, key=lambda part: order[part[0]]):
        yield Ring(kind=kind, members=tuple(members))


def strongly_connected(arrows: Mapping[_N, Iterable[_N]]) -> list[list[_N]]:
    """The strongly connected components of a graph, each before those that lead to it.

    Cost: linear in nodes and arrows; no recursion.

    Example:
        >>> strongly_connected({"a": ["b"], "b": ["a", "c"], "c": []})
        [['c'], ['b', 'a']]

    References:
        [tarjan-1972].
    """
    # Tarjan's depth-first search with a stack of its own: `work` holds each open node with the arrows that are left.
    # `low` is the earliest node on the stack that a node can lead back to; a node that leads back to none before itself
    # closes a component, which is everything above it on the stack.
    index: dict[_N, int] = {}
    low: dict[_N, int] = {}
    stack: list[_N] = []
    waiting: set[_N] = set()
    found: list[list[_N]] = []
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
                    part: list[_N] = []
                    while not part or part[-1] != node:
                        part.append(stack.pop())
                        waiting.discard(part[-1])
                    found.append(part)
    return found


def idle_links(links: Iterable[Link], families: Mapping[str, Family]) -> tuple[Link, ...]:
    """The links that count nowhere: from a claim to itself, between rivals, from or to an opinion."""
    return tuple(link for link in links if not _counts(link, families))


def inflow_of(links: Iterable[Link], families: Mapping[str, Family]) -> dict[str, tuple[Link, ...]]:
    """The links that count, by the claim that they lead to. Cost: linear in the links."""
    found: dict[str, list[Link]] = {}
    for link in links:
        if _counts(link, families):
            found.setdefault(link.to_claim, []).append(link)
    return {claim: tuple(rows) for claim, rows in found.items()}


def _counts(link: Link, families: Mapping[str, Family]) -> bool:
    ends = families.get(link.from_claim), families.get(link.to_claim)
    return ends[0] is not None and ends[1] is not None and ends[0] is not ends[1]
