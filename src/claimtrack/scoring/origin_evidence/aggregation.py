"""Pools: what the origins on one side of a claim weigh together.

Section by section of the method: an origin counts once; dependent origins form groups; what is established adds
up, at most what relays and links can carry; and the sum competes with the strongest that is not established.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from math import fsum
from typing import NamedTuple, TypeVar

from claimtrack.network.groups import Group
from claimtrack.scoring.max_flow import maximum_flow
from claimtrack.scoring.witness_model import MOST

_K = TypeVar("_K", bound=Hashable)

Via = tuple[str, ...]
Routes = Mapping[tuple[str, Via], float]
"""What each origin weighs by each chain of relays: e > 0 by origin and relays."""


class Side(NamedTuple):
    """What reaches one side of a claim, directly or over links."""

    routes: Routes
    """What is established."""
    limits: Mapping[str, float]
    """The most that each relay on these routes can carry."""
    unsure: Routes
    """What is not established."""


class Feed(NamedTuple):
    """What comes over one link."""

    link: str
    """Id of the link."""
    net: float
    """N: what the claim that it leads from is worth as evidence."""
    carries: float
    """The most that the link carries of what is established: T(λ, ½, N) of the claim it leads from."""
    side: Side
    """What comes over it, each origin and route attenuated."""


class Pool(NamedTuple):
    """What one side weighs, and what limited it."""

    side: Side
    """What reaches it, links included."""
    best: Mapping[str, float]
    """The strongest established route of each origin."""
    feeds: tuple[Feed, ...]
    """What came over links."""
    sure: float
    """S: what is established, together."""
    weight: float
    """E = max(S, U), at most `MOST`."""
    groups: tuple[tuple[Group, tuple[str, ...], float], ...]
    """The dependence groups of which several members speak: the group, these members, what they weigh together."""
    together: float
    """What the groups would weigh if relays and links carried everything."""
    full: tuple[str, ...]
    """The relays that are full."""
    full_links: tuple[str, ...]
    """The links that are full."""


NOTHING = Side({}, {}, {})
_MOST_CUTS = 5
EMPTY = Pool(NOTHING, {}, (), 0.0, 0.0, (), 0.0, (), ())


def pooled(direct: Side, feeds: Sequence[Feed], groups: Mapping[str, Group]) -> Pool:
    """What one side of a claim weighs.

    Cost: linear in routes where no relay is full and few links are; else that of a maximum flow.
    """
    if direct is NOTHING and not feeds:
        return EMPTY
    ways_in = [direct, *(feed.side for feed in feeds)] if direct is not NOTHING else [feed.side for feed in feeds]
    side = merged(ways_in) if len(ways_in) > 1 else ways_in[0]
    best = best_of(side.routes)
    shares, several = _by_group(best, groups)
    together = fsum(shares.values())
    flow = _Flow(together, (), ())
    if side.limits or feeds:
        flow = _carried(_Ways(direct, feeds, side, best, shares, groups))
    sure = min(flow.sure, MOST)
    weight = max(sure, min(max(side.unsure.values(), default=0.0), MOST))
    return Pool(side, best, tuple(feeds), sure, weight, tuple(several), together, flow.relays, flow.links)


class _Ways(NamedTuple):
    """All ways to one side of a claim."""

    direct: Side
    feeds: Sequence[Feed]
    side: Side
    """What comes by any of them."""
    best: Mapping[str, float]
    """The strongest route of each origin."""
    shares: Mapping[str, float]
    """What each group or lone origin weighs at most."""
    groups: Mapping[str, Group]


class _Flow(NamedTuple):
    """What gets through, and the relays and links that are full."""

    sure: float
    relays: tuple[str, ...]
    links: tuple[str, ...]


def merged(sides: Iterable[Side]) -> Side:
    """What comes by any of several ways: of the same origin and relays, the strongest counts."""
    routes: dict[tuple[str, Via], float] = {}
    limits: dict[str, float] = {}
    unsure: dict[tuple[str, Via], float] = {}
    for side in sides:
        _raise(routes, side.routes)
        _raise(limits, side.limits)
        _raise(unsure, side.unsure)
    return Side(routes, limits, unsure)


def _raise(table: dict[_K, float], other: Mapping[_K, float]) -> None:
    """Lift each number of a table to that of another where it is greater."""
    for key, number in other.items():
        if number > table.get(key, 0.0):
            table[key] = number


def best_of(routes: Routes) -> dict[str, float]:
    """The strongest route of each origin."""
    best: dict[str, float] = {}
    for (origin, _), weight in routes.items():
        if weight > best.get(origin, 0.0):
            best[origin] = weight
    return best


def _by_group(
    best: Mapping[str, float], groups: Mapping[str, Group]
) -> tuple[Mapping[str, float], list[tuple[Group, tuple[str, ...], float]]]:
    """What each group or lone origin weighs at most: ρ·max + (1 - ρ)·sum; and the groups of which several speak."""
    if not groups or not any(origin in groups for origin in best):
        return best, []
    members: dict[str, list[str]] = {}
    for origin in best:
        members.setdefault(_share_of(origin, groups), []).append(origin)
    shares: dict[str, float] = {}
    several = []
    for key, names in members.items():
        weights = [best[name] for name in names]
        if len(names) == 1:
            shares[key] = weights[0]
            continue
        group = groups[names[0]]
        shares[key] = group.strength * max(weights) + (1.0 - group.strength) * fsum(weights)
        several.append((group, tuple(names), shares[key]))
    return shares, several


def _share_of(origin: str, groups: Mapping[str, Group]) -> str:
    """The name of an origin's share: its own, or its group's, which no id can be."""
    return f"group of {groups[origin].sources[0]}" if origin in groups else origin


def _carried(ways: _Ways) -> _Flow:
    """What relays and links let through: the plain sum where none is full."""
    asked: dict[str, dict[str, float]] = {}
    for origin, via in ways.side.routes:
        for relay in via:
            asked.setdefault(relay, {})[origin] = ways.best[origin]
    if any(fsum(mine.values()) > ways.side.limits[relay] for relay, mine in asked.items()):
        return _flow(ways)
    over = [best_of(feed.side.routes) for feed in ways.feeds]
    full = [number for number, mine in enumerate(over) if fsum(mine.values()) > ways.feeds[number].carries]
    if not full:
        return _Flow(fsum(ways.shares.values()), (), ())
    if len(full) > _MOST_CUTS:
        return _flow(ways)
    return _cut(ways, over, full)


def _cut(ways: _Ways, over: Sequence[Mapping[str, float]], full: Sequence[int]) -> _Flow:
    """The maximum flow as its minimum cut, where links alone are full: the least over all sets of links to cut.

    Each cut link counts with what it carries; each group with its share, or with what its members can still send
    by the ways that are left, whichever is less.
    """
    behind = _behind(ways, {origin for number in full for origin in over[number]})
    shares = {_share_of(origin, ways.groups) for origin in behind}
    free = fsum(share for name, share in ways.shares.items() if name not in shares)
    least, cut = fsum(ways.shares.values()), frozenset[int]()
    for chosen in (frozenset(some) for size in range(len(full)) for some in combinations(full, size + 1)):
        left = [mine for number, mine in enumerate(over) if number not in chosen]
        sent: dict[str, list[float]] = {name: [] for name in shares}
        for origin, direct in behind.items():
            weights = [*direct, *(mine[origin] for mine in left if origin in mine)]
            sent[_share_of(origin, ways.groups)].append(min(ways.best[origin], fsum(weights)))
        value = fsum(
            [
                free,
                *(min(ways.shares[name], fsum(weights)) for name, weights in sent.items()),
                *(ways.feeds[number].carries for number in chosen),
            ]
        )
        if value < least:
            least, cut = value, chosen
    return _Flow(least, (), tuple(sorted(ways.feeds[number].link for number in cut)))


def _behind(ways: _Ways, origins: set[str]) -> dict[str, list[float]]:
    """What some origins, and those that depend on them, can send directly."""
    if not origins.isdisjoint(ways.groups):
        origins = origins.union(*(ways.groups[origin].sources for origin in origins if origin in ways.groups))
        origins.intersection_update(ways.best)
    found: dict[str, list[float]] = {origin: [] for origin in origins}
    for (origin, _), weight in ways.direct.routes.items():
        if origin in found:
            found[origin].append(weight)
    return found


def _flow(ways: _Ways) -> _Flow:
    """The maximum flow from groups through origins, links and relays to us, in whole numbers of one common unit.

    A route carries at most what its statement weighs by it, a link what the claim behind it is worth, a relay what
    its own word would weigh. A link and a relay are one node each, however many routes pass it.
    """
    arrows: list[tuple[Hashable, Hashable, float]] = [
        ("start", ("group", key), share) for key, share in ways.shares.items()
    ]
    for origin, weight in ways.best.items():
        arrows.append((("group", _share_of(origin, ways.groups)), ("origin", origin), weight))
    for (origin, via), weight in ways.direct.routes.items():
        arrows.append((("origin", origin), _entry(via), weight))
    for feed in ways.feeds:
        arrows += _over_link(feed)
    arrows += [(("in", relay), ("out", relay), limit) for relay, limit in ways.side.limits.items()]
    everything = 2.0 * fsum(ways.best.values())
    hops = {hop for _, via in ways.side.routes for hop in pairwise((*via, None))}
    arrows += [(("out", relay), _entry(after), everything) for relay, after in hops]
    ratios = [capacity.as_integer_ratio() for _, _, capacity in arrows]
    unit = max(bottom for _, bottom in ratios)
    whole = [
        (tail, head, top * (unit // bottom)) for (tail, head, _), (top, bottom) in zip(arrows, ratios, strict=True)
    ]
    flow = maximum_flow(whole, "start", "end")
    relays = sorted(r for r in ways.side.limits if ("in", r) in flow.near and ("out", r) not in flow.near)
    links = sorted(f.link for f in ways.feeds if ("link", f.link) in flow.near and ("over", f.link) not in flow.near)
    return _Flow(flow.value / unit, tuple(relays), tuple(links))


def _over_link(feed: Feed) -> Iterable[tuple[Hashable, Hashable, float]]:
    for origin, weight in best_of(feed.side.routes).items():
        yield ("origin", origin), ("link", feed.link), weight
    yield ("link", feed.link), ("over", feed.link), feed.carries
    by_relays: dict[Via, list[float]] = {}
    for (_, via), weight in feed.side.routes.items():
        by_relays.setdefault(via, []).append(weight)
    for via, weights in by_relays.items():
        yield ("over", feed.link), _entry(via), fsum(weights)


def _entry(way: Via | str | None) -> Hashable:
    """Where a chain of relays, or one of them, begins; the end where there is none."""
    relay = way[0] if isinstance(way, tuple) and way else way
    return ("in", relay) if relay else "end"
