"""Links that count, and those that do not."""

from collections.abc import Iterable, Mapping

from claimtrack.model.claims import Link
from claimtrack.network.rivals import Family


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
