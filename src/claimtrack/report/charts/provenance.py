"""Where a claim comes from: origins, relays and links on their way to it, those that are alike folded into one box."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from claimtrack._records import record
from claimtrack.analysis.sentences import name_of
from claimtrack.network.build import Network
from claimtrack.network.chains import Chain
from claimtrack.report.blocks import Bullets, Figure
from claimtrack.report.charts.pictures import Flow, Node, Path
from claimtrack.text.words import capital, counted, listed, quoted

_FEW = 8
"""Up to so many boxes stand in a column without any being folded."""
_MOST = 12
"""So many boxes a column can hold."""

READING = (
    "From the left: who knows, through whom it reached us, and the claim. A broken line: independence is not "
    "established. A line that ends in a bar denies the claim."
)
"""How to read the picture of where a claim comes from."""

Group = tuple[str, ...]
"""Sources, or claims, that share a box."""


@record
class _Way:
    """How some statements came: their origin and relays, by group; or the claim that a link leads from."""

    groups: tuple[Group, ...]
    denies: bool
    established: bool
    count: int = 1
    link: bool = False


def provenance_figure(network: Network, claim: str) -> Figure | None:
    """Where a claim comes from; None where nothing that stands bears on it.

    Origins that reach the claim in one way, and relays that pass on the same, share a box where there are many; what
    is over even then is told as one box. Cost: linear in what bears on the claim, times the length of its chains.
    """
    ways = [_way(chain) for chain in network.chains[claim]]
    ways += [
        _Way(groups=((link.from_claim,),), denies=link.sign == "undermines", established=True, link=True)
        for link in network.inflow.get(claim, ())
    ]
    if not ways:
        return None
    folded = _merged(_folded(ways))
    groups = list(dict.fromkeys(group for way in folded for group in way.groups))
    columns = _columns(folded)
    width = max(columns.values())
    places = {group: place for place, group in enumerate(groups)}
    nodes = tuple(
        _node(network, group, folded, width if _is_link(group, folded) else columns[group]) for group in groups
    )
    paths = tuple(
        Path(
            nodes=tuple(places[group] for group in way.groups),
            denies=way.denies,
            established=way.established,
            count=way.count,
        )
        for way in folded
    )
    text = network.claims[claim].text
    words = Bullets(items=tuple(_told(nodes, places, way) for way in folded))
    return Figure(
        caption=f"{_counts(network, claim)}.",
        picture=Flow(claim=text, nodes=nodes, paths=paths),
        words=words,
    )


def _way(chain: Chain) -> _Way:
    statement = chain.statement
    return _Way(
        groups=((statement.origin,), *((relay,) for relay in statement.via)),
        denies=statement.stance == "denies",
        established=chain.established is not None,
    )


def _counts(network: Network, claim: str) -> str:
    chains, links = network.chains[claim], network.inflow.get(claim, ())
    said = f"{counted(len(chains), 'statement')} from {counted(len({c.statement.origin for c in chains}), 'origin')}"
    return f"{said} and {counted(len(links), 'link')}" if links else said


def _folded(ways: list[_Way]) -> list[_Way]:
    """The ways with origins, relays and links that are alike in one group each, and with what is over in another."""
    for is_of in (_is_origin, _is_relay, _is_from_link):
        ways = _renamed(ways, is_of, _alike(ways, is_of))
        ways = _renamed(ways, is_of, _over(ways, is_of))
    return ways


def _is_origin(way: _Way, place: int) -> bool:
    return place == 0 and not way.link


def _is_relay(way: _Way, place: int) -> bool:
    return place > 0 and not way.link


def _is_from_link(way: _Way, _: int) -> bool:
    return way.link


Kind = Callable[[_Way, int], bool]


def _members(ways: Iterable[_Way], is_of: Kind) -> list[Group]:
    return list(dict.fromkeys(group for way in ways for place, group in enumerate(way.groups) if is_of(way, place)))


def _alike(ways: Sequence[_Way], is_of: Kind) -> Mapping[Group, Group]:
    """Which groups stand in the very same ways, where there are many."""
    members = _members(ways, is_of)
    if len(members) <= _FEW:
        return {}
    seen: dict[Group, set[tuple[object, ...]]] = {group: set() for group in members}
    for way in ways:
        for place, group in enumerate(way.groups):
            if is_of(way, place):
                rest = (*way.groups[:place], (), *way.groups[place + 1 :])
                seen[group].add((place, rest, way.denies, way.established))
    together: dict[frozenset[tuple[object, ...]], list[str]] = {}
    for group in members:
        together.setdefault(frozenset(seen[group]), []).extend(group)
    return {group: tuple(together[frozenset(seen[group])]) for group in members}


def _over(ways: Sequence[_Way], is_of: Kind) -> Mapping[Group, Group]:
    """What is more than a column holds, as one group: the boxes that stand for the fewest."""
    members = _members(ways, is_of)
    if len(members) <= _MOST:
        return {}
    kept = set(sorted(members, key=lambda group: -len(group))[: _MOST - 1])
    rest = tuple(name for group in members if group not in kept for name in group)
    return {group: rest for group in members if group not in kept}


def _renamed(ways: Iterable[_Way], is_of: Kind, groups: Mapping[Group, Group]) -> list[_Way]:
    if not groups:
        return list(ways)
    return _merged(
        _Way(
            groups=tuple(
                dict.fromkeys(
                    groups.get(group, group) if is_of(way, place) else group for place, group in enumerate(way.groups)
                )
            ),
            denies=way.denies,
            established=way.established,
            count=way.count,
            link=way.link,
        )
        for way in ways
    )


def _merged(ways: Iterable[_Way]) -> list[_Way]:
    """Each way once, with its count."""
    counts: dict[tuple[object, ...], int] = {}
    first: dict[tuple[object, ...], _Way] = {}
    for way in ways:
        key = (way.groups, way.denies, way.established, way.link)
        counts[key] = counts.get(key, 0) + way.count
        first.setdefault(key, way)
    return [
        _Way(groups=way.groups, denies=way.denies, established=way.established, count=counts[key], link=way.link)
        for key, way in first.items()
    ]


def _columns(ways: Sequence[_Way]) -> dict[Group, int]:
    """How far each group stands from the left: after all that comes before it, unless it comes before itself."""
    columns = {group: place for way in ways for place, group in enumerate(way.groups)}
    most = len(columns)
    for _ in range(most):
        moved = False
        for way in ways:
            for before, after in zip(way.groups, way.groups[1:], strict=False):
                if columns[after] <= columns[before] < most:
                    columns[after] = columns[before] + 1
                    moved = True
        if not moved:
            return columns
    return {group: place for way in ways for place, group in enumerate(way.groups)}


def _is_link(group: Group, ways: Iterable[_Way]) -> bool:
    return any(way.link and group in way.groups for way in ways)


def _node(network: Network, group: Group, ways: Sequence[_Way], column: int) -> Node:
    mine = [way for way in ways if group in way.groups]
    if mine[0].link:
        texts = [quoted(network.claims[name].text) for name in group]
        return Node(
            kind="claim",
            names=texts[0] if len(texts) == 1 else counted(len(texts), "other claim"),
            notes="over a link" if len(texts) == 1 else "over links",
            established=True,
            column=column,
        )
    first = [way for way in mine if way.groups[0] == group]
    names = capital(listed((name_of(network, name) for name in group), most=2))
    return Node(
        kind="origin" if first else "relay",
        names=names,
        notes=_notes(network, group, first, [way for way in mine if group in way.groups[1:]]),
        established=not first or all(way.established for way in first),
        column=column,
    )


def _notes(network: Network, group: Group, first: Sequence[_Way], passed: Sequence[_Way]) -> str:
    """What is known of who stands in a box."""
    if len(group) > 1:
        counts = sum(way.count for way in first or passed)
        kind = "origin" if first else "relay"
        return f"{counted(len(group), kind)}, {counted(counts, 'statement')}"
    grade = network.sources[group[0]].reliability
    known = [f"grade {grade}" if grade else "not graded"]
    if first:
        count = sum(way.count for way in first)
        known.append("one origin" + (f", {counted(count, 'statement')}" if count > 1 else ""))
    elif passed:
        known.append("relay")
    return "; ".join(known)


def _told(nodes: Sequence[Node], places: Mapping[Group, int], way: _Way) -> str:
    """One way in words."""
    boxes = [nodes[places[group]] for group in way.groups]
    if way.link:
        return f"{'Undermined' if way.denies else 'Supported'} by {boxes[0].names}, {boxes[0].notes}."
    through = f", through {', then '.join(box.names for box in boxes[1:])}" if boxes[1:] else ""
    often = f", {way.count} statements" if way.count > 1 else ""
    sure = f"independence is {'' if way.established else 'not '}established"
    return f"{'Denied' if way.denies else 'Asserted'} by {boxes[0].names}{through}{often}; {sure}."
