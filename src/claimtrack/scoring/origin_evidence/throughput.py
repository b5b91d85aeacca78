"""What exhibits, relays and links let through of what is established: a maximum flow, and quicker ways to it.

    start → exhibit or origin itself → group → origin → (link) → relay, the most interested first → … → end

A relay is one ladder of nodes, however many routes pass it: what passes with propensity n or above is at most
T(f, n, infinity), for each n.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from itertools import combinations, groupby, pairwise
from math import fsum
from operator import itemgetter
from typing import NamedTuple

from claimtrack.network.groups import DependenceGroup
from claimtrack.scoring.max_flow import MaximumFlow, maximum_flow
from claimtrack.scoring.origin_evidence.routes import Hop, Hops, LinkEvidence, SideRoutes, roots_of, strongest_routes

Ceiling = Callable[[float, float], float]
"""K: the most that a relay carries, by its fidelity and its propensity."""
_Arrow = tuple[Hashable, Hashable, float]
_MOST_CUTS = 5
"""From how many full links on a maximum flow is cheaper than trying every set of links to cut."""


class Ways(NamedTuple):
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
    ceiling: Ceiling


class Pooled(NamedTuple):
    """What origins weigh together where relays and links carry everything."""

    weight: float
    roots: Mapping[str, Mapping[str, float]]
    """What each origin weighs by each of its roots, for the groups that share a root with others; else none."""

    @property
    def shared(self) -> dict[str, Mapping[str, float]]:
        """The exhibits that several origins rest on, each with what these weigh by it."""
        return {root: mine for root, mine in self.roots.items() if len(mine) > 1}


class Throughput(NamedTuple):
    """What relays and links let through, and those that are full."""

    weight: float
    relays: Mapping[str, float]
    """The most that each full relay carries."""
    links: tuple[str, ...]


def share_of(origin: str, groups: Mapping[str, DependenceGroup]) -> str:
    """The key of an origin's share: its own id, or its group's name, which no id can be since it has spaces."""
    return f"group of {groups[origin].sources[0]}" if origin in groups else origin


def pool(ways: Ways, uncapped: float) -> Pooled:
    """What exhibits let through: each of them, the strongest weight of those who examined it, once.

    Args:
        ways: all ways to the side.
        uncapped: the plain sum, which it is where no two origins share an exhibit.
    """
    roots = _shared_roots(ways)
    if not roots:
        return Pooled(uncapped, {})
    touched = {share_of(origin, ways.groups) for mine in roots.values() for origin in mine}
    arrows = [*_from_roots(ways, roots), *((("pool", key), "end", ways.shares[key]) for key in touched)]
    value = _flow_of(arrows)[1]
    return Pooled(fsum([value, *(share for key, share in ways.shares.items() if key not in touched)]), roots)


def _shared_roots(ways: Ways) -> dict[str, dict[str, float]]:
    """The roots of all groups that share one with others, or that have two members who share one."""
    established = ways.routes.established
    for _, _, exhibits in established:
        if exhibits:
            break
    else:
        return {}
    roots = roots_of(established)
    touched = {share_of(origin, ways.groups) for mine in roots.values() if len(mine) > 1 for origin in mine}
    return {
        root: mine
        for root, mine in roots.items()
        if not touched.isdisjoint(share_of(origin, ways.groups) for origin in mine)
    }


def _from_roots(ways: Ways, roots: Mapping[str, Mapping[str, float]]) -> Iterator[_Arrow]:
    """The arrows from the start through roots to the groups whose members rest on them."""
    for root, mine in roots.items():
        most = max(mine.values())
        yield "start", ("root", root), most
        for key in {share_of(origin, ways.groups) for origin in mine}:
            yield ("root", root), ("pool", key), most


def carry(ways: Ways, pooled: Pooled) -> Throughput:
    """What relays and links let through: all that was pooled where none is full."""
    # A maximum flow settles every case, but it is slow and most sides need none. So look first: can each relay take
    # all that is asked of it, and each link? If only a few links cannot, try the cuts; a full relay needs the flow,
    # since it may stand on routes of many origins and links at once, and so does an exhibit.
    if ways.routes.relays and _is_a_relay_over_full(ways):
        return _flow(ways, pooled)
    over = [strongest_routes(link.routes.established) for link in ways.links]
    full = [number for number, mine in enumerate(over) if fsum(mine.values()) > ways.links[number].capacity]
    if not full:
        return Throughput(pooled.weight, {}, ())
    if len(full) > _MOST_CUTS or pooled.roots:
        return _flow(ways, pooled)
    return _cut(ways, pooled, over, full)


def _is_a_relay_over_full(ways: Ways) -> bool:
    """Whether a relay is asked for more than it carries, at some level of its interest."""
    asked: dict[str, list[tuple[float, str, float]]] = {}
    for side in (ways.direct, *(link.routes for link in ways.links)):
        for (origin, hops, _), weight in side.established.items():
            for relay, n in hops:
                asked.setdefault(relay, []).append((n, origin, weight))
    # One route alone never weighs more than its relays carry.
    return any(_is_over_full(ways, relay, rows) for relay, rows in asked.items() if len(rows) > 1)


def _is_over_full(ways: Ways, relay: str, rows: list[tuple[float, str, float]]) -> bool:
    """Whether a relay is asked for too much by some routes, each with its propensity, origin and weight."""
    fidelity = ways.routes.relays[relay]
    passing: dict[str, list[float]] = {}
    for n, level in groupby(sorted(rows, reverse=True), key=itemgetter(0)):
        for _, origin, weight in level:
            passing.setdefault(origin, []).append(weight)
        # No origin sends more than its strongest route, however many ways lead from it.
        most = fsum(min(ways.strongest[origin], fsum(weights)) for origin, weights in passing.items())
        if most > ways.ceiling(fidelity, n):
            return True
    return False


def _cut(ways: Ways, pooled: Pooled, over: Sequence[Mapping[str, float]], full: Sequence[int]) -> Throughput:
    """The maximum flow as its minimum cut where links alone are full: the least over all sets of links to cut.

    Each cut link counts with its capacity; each group with its share, or with what its members can still send by the
    ways that are left, whichever is less.

    Args:
        ways: all ways to the side, on which no exhibit is shared.
        pooled: the plain sum: what there is if no link is cut.
        over: for each link, what each origin sends over it.
        full: the places of the links that cannot take all that is sent.
    """
    # Only origins behind a full link, and members of their groups, can be held back; all others count in full in
    # every cut, so they are summed once.
    held = _held_back(ways, over, full)
    shares = {share_of(origin, ways.groups) for origin in held} if ways.groups else held
    free = fsum([share for name, share in ways.shares.items() if name not in shares])
    direct = [(origin, weight) for (origin, _, _), weight in ways.direct.established.items() if origin in held]
    least, cut = pooled.weight, frozenset[int]()
    for chosen in (frozenset(some) for size in range(len(full)) for some in combinations(full, size + 1)):
        left: dict[str, list[float]] = {}
        for origin, weight in direct:
            left.setdefault(origin, []).append(weight)
        for number, mine in enumerate(over):
            if number not in chosen:
                for origin in mine.keys() & held:
                    left.setdefault(origin, []).append(mine[origin])
        sent: dict[str, list[float]] = {}
        for origin, weights in left.items():
            # No origin sends more than its strongest route, however many ways lead from it.
            everything = min(ways.strongest[origin], fsum(weights))
            sent.setdefault(share_of(origin, ways.groups), []).append(everything)
        value = fsum(
            [
                free,
                *(min(ways.shares[name], fsum(weights)) for name, weights in sent.items()),
                *(ways.links[number].capacity for number in chosen),
            ]
        )
        if value < least:
            least, cut = value, chosen
    return Throughput(least, {}, tuple(sorted(ways.links[number].link for number in cut)))


def _held_back(ways: Ways, over: Sequence[Mapping[str, float]], full: Sequence[int]) -> AbstractSet[str]:
    """The origins behind full links, and those that depend on them."""
    if len(full) == 1 and not ways.groups:
        return over[full[0]].keys()
    held = {origin for number in full for origin in over[number]}
    if held.isdisjoint(ways.groups):
        return held
    members = held.union(*(ways.groups[origin].sources for origin in held if origin in ways.groups))
    return members.intersection(ways.strongest)


def _flow(ways: Ways, pooled: Pooled) -> Throughput:
    """The maximum flow from roots through groups, origins, links and relays to us.

    A route carries at most what its statement weighs by it, a link what the claim behind it is worth, a relay what
    its own word would weigh. A link and a relay are one set of nodes each, however many routes pass them.
    """
    # The arrow inside a link, and each step of a relay's ladder, is a capacity that all routes through it share; that
    # is what makes ten witnesses in one newspaper no stronger than the newspaper.
    arrows: list[_Arrow] = list(_from_roots(ways, pooled.roots))
    rooted = {key[1] for _, key, _ in arrows if key[0] == "pool"}  # type: ignore[index]
    for key, share in ways.shares.items():
        arrows.append((("pool", key) if key in rooted else "start", ("group", key), share))
    for origin, weight in ways.strongest.items():
        arrows.append((("group", share_of(origin, ways.groups)), ("origin", origin), weight))
    for (origin, hops, _), weight in ways.direct.established.items():
        arrows.append((("origin", origin), _entry(hops), weight))
    for link in ways.links:
        arrows += _over_link(link)
    ladders = _ladders(ways)
    arrows += [(tail, head, most) for tail, (head, most) in ladders.items()]
    # Between relays nothing is lost: these arrows are wider than anything that could come.
    everything = 2.0 * fsum(ways.strongest.values())
    steps = {step for _, hops, _ in ways.routes.established for step in pairwise((*hops, None))}
    arrows += [(("out", hop[0]), _entry(after), everything) for hop, after in steps if hop is not None]
    flow, value = _flow_of(arrows)
    # What is full lies on the minimum cut: its near end can still be reached from the start, its far end cannot. Of a
    # ladder no two steps do.
    relays = {
        tail[1]: most for tail, (head, most) in sorted(ladders.items()) if tail in flow.near and head not in flow.near
    }
    links = sorted(f.link for f in ways.links if ("link", f.link) in flow.near and ("over", f.link) not in flow.near)
    return Throughput(value, relays, tuple(links))


def _ladders(ways: Ways) -> dict[tuple[str, str, float], tuple[Hashable, float]]:
    """The steps of each relay's ladder, the most interested first: where each leads, and the most that it carries."""
    levels: dict[str, set[float]] = {}
    for _, hops, _ in ways.routes.established:
        for relay, n in hops:
            levels.setdefault(relay, set()).add(n)
    found: dict[tuple[str, str, float], tuple[Hashable, float]] = {}
    for relay, interests in levels.items():
        fidelity, falling = ways.routes.relays[relay], sorted(interests, reverse=True)
        below = [*(("in", relay, less) for less in falling[1:]), ("out", relay)]
        for n, after in zip(falling, below, strict=True):
            found["in", relay, n] = (after, ways.ceiling(fidelity, n))
    return found


def _over_link(evidence: LinkEvidence) -> Iterator[_Arrow]:
    """The arrows into, through and out of a link."""
    for origin, weight in strongest_routes(evidence.routes.established).items():
        yield ("origin", origin), ("link", evidence.link), weight
    yield ("link", evidence.link), ("over", evidence.link), evidence.capacity
    by_relays: dict[Hops, list[float]] = {}
    for (_, hops, _), weight in evidence.routes.established.items():
        by_relays.setdefault(hops, []).append(weight)
    for hops, weights in by_relays.items():
        yield ("over", evidence.link), _entry(hops), fsum(weights)


def _entry(way: Hops | Hop | None) -> Hashable:
    """Where a chain of relays, or one of them, begins; the end where there is none."""
    hop = way[0] if way and isinstance(way[0], tuple) else way
    return ("in", *hop) if hop else "end"


def _flow_of(arrows: Iterable[_Arrow]) -> tuple[MaximumFlow, float]:
    """The maximum flow from start to end, and its value as a number."""
    # Doubles are binary fractions, so all capacities are whole numbers of one small unit. In whole numbers the flow is
    # exact, and no order of statements can change its last bit.
    rows = [(tail, head, capacity.as_integer_ratio()) for tail, head, capacity in arrows]
    unit = max(bottom for _, _, (_, bottom) in rows)
    flow = maximum_flow(((tail, head, top * (unit // bottom)) for tail, head, (top, bottom) in rows), "start", "end")
    return flow, flow.value / unit
