"""What the origins on one side of a claim weigh together.

An origin counts once; dependent origins form groups; what is established adds up, but to no more than relays and links
can carry; and that sum competes with the strongest origin that is not established.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from math import fsum
from typing import NamedTuple, TypeVar

from claimtrack.network.groups import DependenceGroup
from claimtrack.scoring.max_flow import maximum_flow
from claimtrack.scoring.witness_model import MOST

_K = TypeVar("_K", bound=Hashable)

Relays = tuple[str, ...]
"""The relays of a route, the origin's side first."""
Routes = Mapping[tuple[str, Relays], float]
"""What each origin weighs by each chain of relays: e > 0 by origin and relays."""


class SideRoutes(NamedTuple):
    """What reaches one side of a claim, by statements or over links."""

    established: Routes
    """The routes of established statements."""
    ceilings: Mapping[str, float]
    """The most that each relay on these routes can carry."""
    others: Routes
    """The routes of statements that are not established."""


class LinkEvidence(NamedTuple):
    """What comes over one link."""

    link: str
    """Id of the link."""
    net: float
    """N: what the claim that it leads from is worth as evidence."""
    capacity: float
    """The most established weight that the link carries: T(λ, ½, N) of the claim it leads from."""
    routes: SideRoutes
    """What comes over it, each origin and route attenuated."""


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
    """What S would be if relays and links carried everything."""
    full_relays: tuple[str, ...]
    """The relays that carry no more."""
    full_links: tuple[str, ...]
    """The links that carry no more."""


NO_ROUTES = SideRoutes({}, {}, {})
NO_EVIDENCE = SideEvidence(NO_ROUTES, {}, (), 0.0, 0.0, (), 0.0, (), ())
_MOST_CUTS = 5
"""From how many full links on a maximum flow is cheaper than trying every set of links to cut."""


def aggregate(direct: SideRoutes, links: Sequence[LinkEvidence], groups: Mapping[str, DependenceGroup]) -> SideEvidence:
    """What one side of a claim weighs.

    Args:
        direct: what reaches it by statements on the claim itself.
        links: what comes over each link.
        groups: the dependence group of each source that has one.

    Cost: linear in routes where no relay is full and few links are; else that of a maximum flow.
    """
    if direct is NO_ROUTES and not links:
        return NO_EVIDENCE
    sides = [*(() if direct is NO_ROUTES else (direct,)), *(link.routes for link in links)]
    routes = merge(sides) if len(sides) > 1 else sides[0]
    strongest = strongest_routes(routes.established)
    shares, several = _by_group(strongest, groups)
    uncapped = fsum(shares.values())
    carried = _Throughput(uncapped, (), ())
    if routes.ceilings or links:
        carried = _carry(_Ways(direct, links, routes, strongest, shares, groups))
    established = min(carried.weight, MOST)
    weight = max(established, min(max(routes.others.values(), default=0.0), MOST))
    return SideEvidence(
        routes, strongest, tuple(links), established, weight, tuple(several), uncapped, carried.relays, carried.links
    )


def merge(sides: Iterable[SideRoutes]) -> SideRoutes:
    """The routes of several: of those with the same origin and relays, the strongest."""
    established: dict[tuple[str, Relays], float] = {}
    ceilings: dict[str, float] = {}
    others: dict[tuple[str, Relays], float] = {}
    for side in sides:
        _raise(established, side.established)
        if side.ceilings:
            _raise(ceilings, side.ceilings)
        if side.others:
            _raise(others, side.others)
    return SideRoutes(established, ceilings, others)


def _raise(table: dict[_K, float], other: Mapping[_K, float]) -> None:
    """Raise each number of a table to that of another where it is greater; all of them are greater than 0."""
    if not table:
        table.update(other)
        return
    for key, number in other.items():
        if number > table.get(key, 0.0):
            table[key] = number


def strongest_routes(routes: Routes) -> dict[str, float]:
    """The weight of each origin's strongest route."""
    strongest = {origin: weight for (origin, _), weight in routes.items()}
    if len(strongest) == len(routes):
        return strongest
    strongest = {}
    for (origin, _), weight in routes.items():
        if weight > strongest.get(origin, 0.0):
            strongest[origin] = weight
    return strongest


class _Ways(NamedTuple):
    """All ways to one side of a claim."""

    direct: SideRoutes
    links: Sequence[LinkEvidence]
    routes: SideRoutes
    """What comes by any of them."""
    strongest: Mapping[str, float]
    """The strongest route of each origin."""
    shares: Mapping[str, float]
    """What each group or lone origin weighs at most."""
    groups: Mapping[str, DependenceGroup]


class _Throughput(NamedTuple):
    """What relays and links let through, and those that are full."""

    weight: float
    relays: tuple[str, ...]
    links: tuple[str, ...]


def _by_group(
    strongest: Mapping[str, float], groups: Mapping[str, DependenceGroup]
) -> tuple[Mapping[str, float], list[GroupWeight]]:
    """What each group or lone origin weighs at most, ρ·max + (1 - ρ)·sum; and the groups of which several speak."""
    if not groups or not any(origin in groups for origin in strongest):
        return strongest, []
    members: dict[str, list[str]] = {}
    for origin in strongest:
        members.setdefault(_share_of(origin, groups), []).append(origin)
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


def _share_of(origin: str, groups: Mapping[str, DependenceGroup]) -> str:
    """The key of an origin's share: its own id, or its group's name, which no id can be since it has spaces."""
    return f"group of {groups[origin].sources[0]}" if origin in groups else origin


def _carry(ways: _Ways) -> _Throughput:
    """What relays and links let through: the plain sum where none is full."""
    # A maximum flow settles every case, but it is slow and most sides need none. So look first: can each relay take
    # all that is asked of it, and each link? If only a few links cannot, try the cuts; a full relay needs the flow,
    # since it may stand on routes of many origins and links at once.
    asked: dict[str, dict[str, float]] = {}
    for origin, via in ways.routes.established:
        for relay in via:
            asked.setdefault(relay, {})[origin] = ways.strongest[origin]
    if any(fsum(mine.values()) > ways.routes.ceilings[relay] for relay, mine in asked.items()):
        return _flow(ways)
    over = [strongest_routes(link.routes.established) for link in ways.links]
    full = [number for number, mine in enumerate(over) if fsum(mine.values()) > ways.links[number].capacity]
    if not full:
        return _Throughput(fsum(ways.shares.values()), (), ())
    if len(full) > _MOST_CUTS:
        return _flow(ways)
    return _cut(ways, over, full)


def _cut(ways: _Ways, over: Sequence[Mapping[str, float]], full: Sequence[int]) -> _Throughput:
    """The maximum flow as its minimum cut where links alone are full: the least over all sets of links to cut.

    Each cut link counts with its capacity; each group with its share, or with what its members can still send by the
    ways that are left, whichever is less.

    Args:
        ways: all ways to the side.
        over: for each link, what each origin sends over it.
        full: the places of the links that cannot take all that is sent.
    """
    # Only origins behind a full link, and members of their groups, can be held back; all others count in full in
    # every cut, so they are summed once.
    direct = _direct_routes(ways, {origin for number in full for origin in over[number]})
    shares = {_share_of(origin, ways.groups) for origin in direct}
    free = fsum(share for name, share in ways.shares.items() if name not in shares)
    least, cut = fsum(ways.shares.values()), frozenset[int]()
    for chosen in (frozenset(some) for size in range(len(full)) for some in combinations(full, size + 1)):
        left = {origin: list(weights) for origin, weights in direct.items() if weights}
        for mine in (mine for number, mine in enumerate(over) if number not in chosen):
            for origin in mine.keys() & direct.keys():
                left.setdefault(origin, []).append(mine[origin])
        sent: dict[str, list[float]] = {}
        for origin, weights in left.items():
            # No origin sends more than its strongest route, however many ways lead from it.
            everything = min(ways.strongest[origin], fsum(weights))
            sent.setdefault(_share_of(origin, ways.groups), []).append(everything)
        value = fsum(
            [
                free,
                *(min(ways.shares[name], fsum(weights)) for name, weights in sent.items()),
                *(ways.links[number].capacity for number in chosen),
            ]
        )
        if value < least:
            least, cut = value, chosen
    return _Throughput(least, (), tuple(sorted(ways.links[number].link for number in cut)))


def _direct_routes(ways: _Ways, origins: set[str]) -> dict[str, list[float]]:
    """What some origins, and those that depend on them, can send without a link."""
    if not origins.isdisjoint(ways.groups):
        origins = origins.union(*(ways.groups[origin].sources for origin in origins if origin in ways.groups))
        origins.intersection_update(ways.strongest)
    found: dict[str, list[float]] = {origin: [] for origin in origins}
    for (origin, _), weight in ways.direct.established.items():
        if origin in found:
            found[origin].append(weight)
    return found


def _flow(ways: _Ways) -> _Throughput:
    """The maximum flow from groups through origins, links and relays to us.

    A route carries at most what its statement weighs by it, a link what the claim behind it is worth, a relay what
    its own word would weigh. A link and a relay are one pair of nodes each, however many routes pass them.
    """
    # start → group → origin → (link: "link" → "over") → relay: "in" → "out" → … → end. The arrow inside a link or a
    # relay is its capacity, which all routes through it share; that is what makes ten witnesses in one newspaper no
    # stronger than the newspaper.
    arrows: list[tuple[Hashable, Hashable, float]] = [
        ("start", ("group", key), share) for key, share in ways.shares.items()
    ]
    for origin, weight in ways.strongest.items():
        arrows.append((("group", _share_of(origin, ways.groups)), ("origin", origin), weight))
    for (origin, via), weight in ways.direct.established.items():
        arrows.append((("origin", origin), _entry(via), weight))
    for link in ways.links:
        arrows += _over_link(link)
    arrows += [(("in", relay), ("out", relay), limit) for relay, limit in ways.routes.ceilings.items()]
    # Between relays nothing is lost: these arrows are wider than anything that could come.
    everything = 2.0 * fsum(ways.strongest.values())
    hops = {hop for _, via in ways.routes.established for hop in pairwise((*via, None))}
    arrows += [(("out", relay), _entry(after), everything) for relay, after in hops]
    # Doubles are binary fractions, so all capacities are whole numbers of one small unit. In whole numbers the flow is
    # exact, and no order of statements can change its last bit.
    ratios = [capacity.as_integer_ratio() for _, _, capacity in arrows]
    unit = max(bottom for _, bottom in ratios)
    whole = [
        (tail, head, top * (unit // bottom)) for (tail, head, _), (top, bottom) in zip(arrows, ratios, strict=True)
    ]
    flow = maximum_flow(whole, "start", "end")
    # What is full lies on the minimum cut: its near end can still be reached from the start, its far end cannot.
    relays = sorted(r for r in ways.routes.ceilings if ("in", r) in flow.near and ("out", r) not in flow.near)
    links = sorted(f.link for f in ways.links if ("link", f.link) in flow.near and ("over", f.link) not in flow.near)
    return _Throughput(flow.value / unit, tuple(relays), tuple(links))


def _over_link(evidence: LinkEvidence) -> Iterator[tuple[Hashable, Hashable, float]]:
    """The arrows into, through and out of a link."""
    for origin, weight in strongest_routes(evidence.routes.established).items():
        yield ("origin", origin), ("link", evidence.link), weight
    yield ("link", evidence.link), ("over", evidence.link), evidence.capacity
    by_relays: dict[Relays, list[float]] = {}
    for (_, via), weight in evidence.routes.established.items():
        by_relays.setdefault(via, []).append(weight)
    for via, weights in by_relays.items():
        yield ("over", evidence.link), _entry(via), fsum(weights)


def _entry(way: Relays | str | None) -> Hashable:
    """Where a chain of relays, or one of them, begins; the end where there is none."""
    relay = way[0] if isinstance(way, tuple) and way else way
    return ("in", relay) if relay else "end"
