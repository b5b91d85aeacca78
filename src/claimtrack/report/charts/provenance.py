"""Where a claim comes from: origins at the left, relays between, the claim at the right, and the lines that join them.

The statements and links on a claim are folded into so few ways that a picture can show them: sources that are alike are
put into one group, which shares a box. These become boxes and routes with their words, and `provenance_layout` gives
them their places and draws them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from claimtrack._records import evolve, record
from claimtrack.analysis.sentences import name_of
from claimtrack.model.statements import describe_interest
from claimtrack.network.build import Network
from claimtrack.network.chains import Chain
from claimtrack.report.blocks import Bullets, Figure
from claimtrack.report.charts.drawing import WIDE, frame
from claimtrack.report.charts.provenance_layout import Box, Layout, Route
from claimtrack.report.markup import Markup
from claimtrack.text.words import capital, counted, listed, quoted

READING = (
    "From the left: who knows, through whom it reached us, and the claim. A broken line: independence is not "
    "established. A line that ends in a bar denies the claim."
)
"""How to read the picture of where a claim comes from."""
_UNFOLDED = 8
"""How many boxes stand in a column before any are folded."""
_MOST = 12
"""How many boxes a column can hold."""

_Group = tuple[str, ...]
"""Sources, or claims, that share a box."""


@record
class _Way:
    """How some statements came: their origin and relays, by group; or the claim that a link leads from."""

    groups: tuple[_Group, ...]
    denies: bool
    established: bool
    count: int = 1
    link: bool = False


@record
class ProvenanceChart:
    """Where a claim comes from: boxes in columns, and routes that end at the claim."""

    claim: str
    """The claim, unescaped."""
    nodes: tuple[Box, ...]
    """The boxes."""
    paths: tuple[Route, ...]
    """The routes from boxes to the claim."""

    def draw(self, number: int, *, wide: float = WIDE) -> Markup:  # noqa: ARG002 - its form is its own
        """The boxes and lines as SVG; whatever is not established has a broken outline or line."""
        layout = Layout(self.claim, self.nodes, self.paths)
        origins = sum(box.kind == "origin" for box in self.nodes)
        return frame(
            "flow",
            f"Where the claim comes from: {origins} boxes of origins, {len(self.paths)} ways",
            number,
            # Lines first, so that boxes lie over their ends.
            *layout.draw_lines(),
            *layout.draw_boxes(),
            width=layout.width,
            height=layout.height,
        )


def chart_provenance(network: Network, claim: str) -> Figure | None:
    """Show where a claim comes from; None where nothing that stands bears on it.

    Origins that reach the claim in the same way, and relays that pass on the same, share a box where there are many;
    those that still do not fit become one box. Cost: linear in what bears on the claim, times the length of its
    chains.
    """
    ways = _fold_ways(network, claim)
    if not ways:
        return None
    columns = _columns_of(ways)
    linked = {group for way in ways if way.link for group in way.groups}
    last = max(columns.values())
    groups = list(dict.fromkeys(group for way in ways for group in way.groups))
    # A claim at the start of a link stands beside the claim, whatever its distance from the left.
    gains = _gains(network, claim)
    boxes = tuple(_box(network, group, ways, last if group in linked else columns[group], gains) for group in groups)
    places = {group: place for place, group in enumerate(groups)}
    routes = tuple(
        Route(
            nodes=tuple(places[group] for group in way.groups),
            denies=way.denies,
            established=way.established,
            count=way.count,
        )
        for way in ways
    )
    return Figure(
        caption=f"{_count(network, claim)}.",
        picture=ProvenanceChart(claim=network.claims[claim].text, nodes=boxes, paths=routes),
        words=Bullets(items=tuple(_describe(way, [boxes[places[group]] for group in way.groups]) for way in ways)),
    )


def _gains(network: Network, claim: str) -> Mapping[str, dict[str, None]]:
    """What each relay of a claim has to gain from what it passes on, in words."""
    found: dict[str, dict[str, None]] = {}
    for chain in network.chains[claim]:
        for relay in chain.statement.via:
            if interest := describe_interest(relay.propensity):
                found.setdefault(relay.source, {})[interest] = None
    return found


def _box(network: Network, group: _Group, ways: Sequence[_Way], column: int, gains: Mapping[str, Iterable[str]]) -> Box:
    mine = [way for way in ways if group in way.groups]
    if mine[0].link:
        several = len(group) > 1
        return Box(
            kind="claim",
            names=counted(len(group), "other claim") if several else quoted(network.claims[group[0]].text),
            notes="over links" if several else "over a link",
            established=True,
            column=column,
        )
    first = [way for way in mine if way.groups[0] == group]
    return Box(
        kind="origin" if first else "relay",
        names=capital(listed((name_of(network, name) for name in group), most=2)),
        notes=_notes(network, group, first, mine, gains),
        established=not first or all(way.established for way in first),
        column=column,
    )


def _notes(
    network: Network, group: _Group, first: Sequence[_Way], mine: Sequence[_Way], gains: Mapping[str, Iterable[str]]
) -> str:
    """What is known of the sources in a box: of one its grade and what it gains as a relay, of several their number."""
    statements = sum(way.count for way in first or mine)
    if len(group) > 1:
        return f"{counted(len(group), 'origin' if first else 'relay')}, {counted(statements, 'statement')}"
    grade = network.sources[group[0]].reliability
    known = f"grade {grade}" if grade else "not graded"
    if not first:
        return "; ".join((known, "relay", *gains.get(group[0], ())))
    return f"{known}; one origin" + (f", {counted(statements, 'statement')}" if statements > 1 else "")


def _count(network: Network, claim: str) -> str:
    chains, links = network.chains[claim], network.inflow.get(claim, ())
    said = f"{counted(len(chains), 'statement')} from {counted(len({c.statement.origin for c in chains}), 'origin')}"
    examined = {name for c in chains if c.statement.lineage == "examined" for name in c.statement.exhibits}
    said += f", {counted(len(examined), 'exhibit')} examined" if examined else ""
    return f"{said} and {counted(len(links), 'link')}" if links else said


def _describe(way: _Way, boxes: Sequence[Box]) -> str:
    """A way in words."""
    if way.link:
        return f"{'Undermined' if way.denies else 'Supported'} by {boxes[0].names}, {boxes[0].notes}."
    through = f", through {', then '.join(box.names for box in boxes[1:])}" if boxes[1:] else ""
    often = f", {way.count} statements" if way.count > 1 else ""
    sure = f"independence is {'' if way.established else 'not '}established"
    return f"{'Denied' if way.denies else 'Asserted'} by {boxes[0].names}{through}{often}; {sure}."


def _fold_ways(network: Network, claim: str) -> list[_Way]:
    """All ways to a claim, each once with its count, folded where a column would hold too many boxes.

    Cost: linear in what bears on the claim, times the length of its chains.
    """
    return _merge(_fold([*map(_way_of, network.chains[claim]), *_ways_over_links(network, claim)]))


def _columns_of(ways: Sequence[_Way]) -> dict[_Group, int]:
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


def _way_of(chain: Chain) -> _Way:
    statement = chain.statement
    return _Way(
        groups=((statement.origin,), *((relay,) for relay in statement.relays)),
        denies=statement.stance == "denies",
        established=chain.established is not None,
    )


def _ways_over_links(network: Network, claim: str) -> Iterator[_Way]:
    for link in network.inflow.get(claim, ()):
        yield _Way(groups=((link.from_claim,),), denies=link.sign == "undermines", established=True, link=True)


_Kind = Callable[[_Way, int], bool]
"""Whether the group at a place of a way is of one kind: an origin, a relay, or a claim at the start of a link."""
_KINDS: tuple[_Kind, ...] = (
    lambda way, place: place == 0 and not way.link,
    lambda way, place: place > 0 and not way.link,
    lambda way, _: way.link,
)


def _fold(ways: list[_Way]) -> list[_Way]:
    """Put origins, relays and links that are alike into one group each, and what is still too much into one more.

    Origins are folded before relays: relays look alike only once the origins before them share a group.
    """
    for is_kind in _KINDS:
        ways = _regroup(ways, is_kind, _alike(ways, is_kind))
        ways = _regroup(ways, is_kind, _overflow(ways, is_kind))
    return ways


def _members(ways: Iterable[_Way], is_kind: _Kind) -> list[_Group]:
    return list(dict.fromkeys(group for way in ways for place, group in enumerate(way.groups) if is_kind(way, place)))


def _alike(ways: Sequence[_Way], is_kind: _Kind) -> Mapping[_Group, _Group]:
    """The larger group for each group: all that stand in the very same ways. Empty where there are few."""
    members = _members(ways, is_kind)
    if len(members) <= _UNFOLDED:
        return {}
    # A group is known by its surroundings: each way it stands in, with a hole in its own place.
    surroundings: dict[_Group, set[tuple[object, ...]]] = {group: set() for group in members}
    for way in ways:
        for place, group in enumerate(way.groups):
            if is_kind(way, place):
                rest = (*way.groups[:place], (), *way.groups[place + 1 :])
                surroundings[group].add((place, rest, way.denies, way.established))
    together: dict[frozenset[tuple[object, ...]], list[str]] = {}
    for group in members:
        together.setdefault(frozenset(surroundings[group]), []).extend(group)
    return {group: tuple(together[frozenset(surroundings[group])]) for group in members}


def _overflow(ways: Sequence[_Way], is_kind: _Kind) -> Mapping[_Group, _Group]:
    """One group for all that a column cannot hold: the boxes that stand for the fewest."""
    members = _members(ways, is_kind)
    if len(members) <= _MOST:
        return {}
    kept = set(sorted(members, key=lambda group: -len(group))[: _MOST - 1])
    rest = tuple(name for group in members if group not in kept for name in group)
    return {group: rest for group in members if group not in kept}


def _regroup(ways: list[_Way], is_kind: _Kind, larger: Mapping[_Group, _Group]) -> list[_Way]:
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


def _merge(ways: Iterable[_Way]) -> list[_Way]:
    """Each way once, with its count."""
    counts: dict[_Way, int] = {}
    for way in ways:
        one = evolve(way, count=1)
        counts[one] = counts.get(one, 0) + way.count
    return [evolve(way, count=count) for way, count in counts.items()]
