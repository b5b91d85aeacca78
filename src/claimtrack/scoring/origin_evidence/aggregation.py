"""What the origins on one side of a claim weigh together.

An origin counts once; dependent origins form groups; those that rest on one exhibit weigh no more than the strongest of
them; what is established adds up, but to no more than relays and links can carry; and that sum competes with the
strongest origin that is not established.
"""

from collections.abc import Mapping, Sequence
from math import fsum
from typing import NamedTuple

from claimtrack.network.groups import DependenceGroup
from claimtrack.scoring.origin_evidence.routes import NO_ROUTES, LinkEvidence, SideRoutes, merge, strongest_routes
from claimtrack.scoring.origin_evidence.throughput import Ceiling, Pooled, Throughput, Ways, carry, pool, share_of
from claimtrack.scoring.witness_model import MOST


class GroupWeight(NamedTuple):
    """What the members of a dependence group weigh together."""

    group: DependenceGroup
    members: tuple[str, ...]
    """The members that speak here, two or more."""
    weight: float


class SideEvidence(NamedTuple):
    """What one side of a claim weighs, and what limited it."""

    routes: SideRoutes
    """What reaches it, links included."""
    strongest: Mapping[str, float]
    """The strongest established route of each origin."""
    links: tuple[LinkEvidence, ...]
    """What came over links."""
    established: float
    """S: what is established, together."""
    weight: float
    """E = max(S, U), at most `MOST`."""
    groups: tuple[GroupWeight, ...]
    """The dependence groups of which several members speak."""
    uncapped: float
    """What S would be if exhibits, relays and links carried everything."""
    pooled: Pooled
    """What S would be if relays and links carried everything, and the exhibits that several origins examined."""
    carried: Throughput
    """What relays and links let through, and those that carry no more."""


_NOTHING_POOLED, _NOTHING_CARRIED = Pooled(0.0, {}), Throughput(0.0, {}, ())
NO_EVIDENCE = SideEvidence(NO_ROUTES, {}, (), 0.0, 0.0, (), 0.0, _NOTHING_POOLED, _NOTHING_CARRIED)


def aggregate(
    direct: SideRoutes, links: Sequence[LinkEvidence], groups: Mapping[str, DependenceGroup], ceiling: Ceiling
) -> SideEvidence:
    """What one side of a claim weighs.

    Args:
        direct: what reaches it by statements on the claim itself.
        links: what comes over each link.
        groups: the dependence group of each source that has one.
        ceiling: K, the most that a relay carries, by its fidelity and its propensity.

    Cost: linear in routes where no relay is full, no exhibit shared and few links full; else that of a maximum flow.
    """
    if direct is NO_ROUTES and not links:
        return NO_EVIDENCE
    sides = [*(() if direct is NO_ROUTES else (direct,)), *(link.routes for link in links)]
    routes = merge(sides) if len(sides) > 1 else sides[0]
    strongest = strongest_routes(routes.established)
    shares, several = _by_group(strongest, groups)
    uncapped = fsum(shares.values())
    ways = Ways(direct, links, routes, strongest, shares, groups, ceiling)
    pooled = pool(ways, uncapped)
    carried = carry(ways, pooled) if routes.relays or links else Throughput(pooled.weight, {}, ())
    established = min(carried.weight, MOST)
    weight = max(established, min(max(routes.others.values(), default=0.0), MOST))
    return SideEvidence(routes, strongest, tuple(links), established, weight, tuple(several), uncapped, pooled, carried)


def _by_group(
    strongest: Mapping[str, float], groups: Mapping[str, DependenceGroup]
) -> tuple[Mapping[str, float], list[GroupWeight]]:
    """What each group or lone origin weighs at most, ρ·max + (1 - ρ)·sum; and the groups of which several speak."""
    if not groups or not any(origin in groups for origin in strongest):
        return strongest, []
    members: dict[str, list[str]] = {}
    for origin in strongest:
        members.setdefault(share_of(origin, groups), []).append(origin)
    shares: dict[str, float] = {}
    several = []
    for key, names in members.items():
        weights = [strongest[name] for name in names]
        if len(names) == 1:
            shares[key] = weights[0]
            continue
        group = groups[names[0]]
        shares[key] = group.strength * max(weights) + (1.0 - group.strength) * fsum(weights)
        several.append(GroupWeight(group, tuple(names), shares[key]))
    return shares, several
