"""Links that count, and the order in which claims can be scored along them."""

from collections.abc import Iterable, Mapping, Sequence

from claimtrack._records import record
from claimtrack.model.records import Link
from claimtrack.network.components import components
from claimtrack.network.rivals import Family

Node = tuple[str, ...]
"""The rivals of one question, or one lone claim: what is scored together."""


@record
class Knot:
    """Nodes that feed each other over links, directly or through others; most knots are one node alone."""

    nodes: tuple[Node, ...]
    """The nodes, in the order of the casebook."""
    is_ring: bool
    """Whether they feed each other: there is more than one."""

    @property
    def size(self) -> int:
        """How many claims it holds."""
        return sum(map(len, self.nodes))


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


def knots_of(nodes: Sequence[Node], inflow: Mapping[str, Sequence[Link]]) -> tuple[Knot, ...]:
    """The knots of some nodes, each after all that lead to it.

    Args:
        nodes: what to put in order; links from elsewhere do not matter here.
        inflow: the links that count, by the claim that they lead to.

    Cost: linear in the nodes and the links into them.
    """
    place = {claim: number for number, node in enumerate(nodes) for claim in node}
    feeders = {
        number: dict.fromkeys(
            place[link.from_claim] for claim in node for link in inflow.get(claim, ()) if link.from_claim in place
        )
        for number, node in enumerate(nodes)
    }
    return tuple(
        Knot(nodes=tuple(nodes[number] for number in sorted(part)), is_ring=len(part) > 1)
        for part in components(feeders)
    )
