"""The ways on which statements and links reach a claim, folded into so few that a picture can show them.

Sources that are alike are put into one group, which shares a box; `provenance` draws the boxes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from claimtrack._records import evolve, record
from claimtrack.network.build import Network
from claimtrack.network.chains import Chain

_UNFOLDED = 8
"""How many boxes stand in a column before any are folded."""
_MOST = 12
"""How many boxes a column can hold."""

Group = tuple[str, ...]
"""Sources, or claims, that share a box."""


@record
class Way:
    """How some statements came: their origin and relays, by group; or the claim that a link leads from."""

    groups: tuple[Group, ...]
    denies: bool
    established: bool
    count: int = 1
    link: bool = False


def fold_ways(network: Network, claim: str) -> list[Way]:
    """All ways to a claim, each once with its count, folded where a column would hold too many boxes.

    Cost: linear in what bears on the claim, times the length of its chains.
    """
    return _merge(_fold([*map(_way_of, network.chains[claim]), *_ways_over_links(network, claim)]))


def columns_of(ways: Sequence[Way]) -> dict[Group, int]:
    """The column of each group: to the right of all that come before it in any way."""
    columns = {group: place for way in ways for place, group in enumerate(way.groups)}
    most = len(columns)
    for _ in range(most):
        moved = False
        for way in ways:
            for before, after in pairwise(way.groups):
                if columns[after] <= columns[before] < most:
                    columns[after] = columns[before] + 1
                    moved = True
        if not moved:
            return columns
    # Two groups that each come before the other have no such columns: each stands where its last way has it.
    return {group: place for way in ways for place, group in enumerate(way.groups)}


def _way_of(chain: Chain) -> Way:
    statement = chain.statement
    return Way(
        groups=((statement.origin,), *((relay,) for relay in statement.via)),
        denies=statement.stance == "denies",
        established=chain.established is not None,
    )


def _ways_over_links(network: Network, claim: str) -> Iterator[Way]:
    for link in network.inflow.get(claim, ()):
        yield Way(groups=((link.from_claim,),), denies=link.sign == "undermines", established=True, link=True)


_Kind = Callable[[Way, int], bool]
"""Whether the group at a place of a way is of one kind: an origin, a relay, or a claim at the start of a link."""
_KINDS: tuple[_Kind, ...] = (
    lambda way, place: place == 0 and not way.link,
    lambda way, place: place > 0 and not way.link,
    lambda way, _: way.link,
)


def _fold(ways: list[Way]) -> list[Way]:
    """Put origins, relays and links that are alike into one group each, and what is still too much into one more.

    Origins are folded before relays: relays look alike only once the origins before them share a group.
    """
    for is_kind in _KINDS:
        ways = _regroup(ways, is_kind, _alike(ways, is_kind))
        ways = _regroup(ways, is_kind, _overflow(ways, is_kind))
    return ways


def _members(ways: Iterable[Way], is_kind: _Kind) -> list[Group]:
    return list(dict.fromkeys(group for way in ways for place, group in enumerate(way.groups) if is_kind(way, place)))


def _alike(ways: Sequence[Way], is_kind: _Kind) -> Mapping[Group, Group]:
    """The larger group for each group: all that stand in the very same ways. Empty where there are few."""
    members = _members(ways, is_kind)
    if len(members) <= _UNFOLDED:
        return {}
    # A group is known by its surroundings: each way it stands in, with a hole in its own place.
    surroundings: dict[Group, set[tuple[object, ...]]] = {group: set() for group in members}
    for way in ways:
        for place, group in enumerate(way.groups):
            if is_kind(way, place):
                rest = (*way.groups[:place], (), *way.groups[place + 1 :])
                surroundings[group].add((place, rest, way.denies, way.established))
    together: dict[frozenset[tuple[object, ...]], list[str]] = {}
    for group in members:
        together.setdefault(frozenset(surroundings[group]), []).extend(group)
    return {group: tuple(together[frozenset(surroundings[group])]) for group in members}


def _overflow(ways: Sequence[Way], is_kind: _Kind) -> Mapping[Group, Group]:
    """One group for all that a column cannot hold: the boxes that stand for the fewest."""
    members = _members(ways, is_kind)
    if len(members) <= _MOST:
        return {}
    kept = set(sorted(members, key=lambda group: -len(group))[: _MOST - 1])
    rest = tuple(name for group in members if group not in kept for name in group)
    return {group: rest for group in members if group not in kept}


def _regroup(ways: list[Way], is_kind: _Kind, larger: Mapping[Group, Group]) -> list[Way]:
    if not larger:
        return ways
    return _merge(
        evolve(
            way,
            # Two relays of one way may end up in one group, which then stands in the way once.
            groups=tuple(
                dict.fromkeys(
                    larger.get(group, group) if is_kind(way, place) else group for place, group in enumerate(way.groups)
                )
            ),
        )
        for way in ways
    )


def _merge(ways: Iterable[Way]) -> list[Way]:
    """Each way once, with its count."""
    counts: dict[Way, int] = {}
    for way in ways:
        one = evolve(way, count=1)
        counts[one] = counts.get(one, 0) + way.count
    return [evolve(way, count=count) for way, count in counts.items()]
