"""Where a claim comes from: origins at the left, relays between, the claim at the right, and the lines that join them.

Three steps, from top to bottom of this file: the statements and links on a claim are folded into a few boxes and
routes (`chart_provenance`); the boxes and the lines are given their places (`_Layout`); and all that is drawn.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import fsum
from typing import Literal, NamedTuple

from claimtrack._records import evolve, record
from claimtrack.analysis.sentences import name_of
from claimtrack.network.build import Network
from claimtrack.network.chains import Chain
from claimtrack.report.blocks import Bullets, Figure
from claimtrack.report.charts.drawing import LINE, draw_path, draw_rectangle, frame, wrap, write
from claimtrack.report.markup import Markup, join
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


@record
class Box:
    """One origin or relay, several that are alike, or a claim that a link leads from."""

    kind: Literal["origin", "relay", "claim"]
    """What it stands for."""
    names: str
    """Its names, unescaped."""
    notes: str
    """What is known of it, unescaped."""
    established: bool
    """Whether independence is established for all that it says; a relay needs none."""
    column: int
    """Its column, from 0 at the left."""


@record
class Route:
    """The way of some statements to us, from box to box, or that of a link."""

    nodes: tuple[int, ...]
    """The places of its boxes among all boxes, from left to right."""
    denies: bool
    """Whether it speaks against the claim."""
    established: bool
    """Whether it is established that the origin speaks from itself."""
    count: int
    """How many statements, or links, came this way."""


@record
class ProvenanceChart:
    """Where a claim comes from: boxes in columns, and routes that end at the claim."""

    claim: str
    """The claim, unescaped."""
    nodes: tuple[Box, ...]
    """The boxes."""
    paths: tuple[Route, ...]
    """The routes from boxes to the claim."""

    def draw(self, number: int) -> Markup:
        """The boxes and lines as SVG; whatever is not established has a broken outline or line."""
        layout = _Layout(self)
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


def chart_provenance(network: Network, claim: str) -> Figure | None:
    """Show where a claim comes from; None where nothing that stands bears on it.

    Origins that reach the claim in the same way, and relays that pass on the same, share a box where there are many;
    those that still do not fit become one box. Cost: linear in what bears on the claim, times the length of its
    chains.
    """
    ways = _merge(_fold([*map(_way_of, network.chains[claim]), *_ways_over_links(network, claim)]))
    if not ways:
        return None
    columns = _columns(ways)
    linked = {group for way in ways if way.link for group in way.groups}
    last = max(columns.values())
    groups = list(dict.fromkeys(group for way in ways for group in way.groups))
    # A claim at the start of a link stands beside the claim, whatever its distance from the left.
    boxes = tuple(_box(network, group, ways, last if group in linked else columns[group]) for group in groups)
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


def _way_of(chain: Chain) -> _Way:
    statement = chain.statement
    return _Way(
        groups=((statement.origin,), *((relay,) for relay in statement.via)),
        denies=statement.stance == "denies",
        established=chain.established is not None,
    )


def _ways_over_links(network: Network, claim: str) -> Iterator[_Way]:
    for link in network.inflow.get(claim, ()):
        yield _Way(groups=((link.from_claim,),), denies=link.sign == "undermines", established=True, link=True)


def _count(network: Network, claim: str) -> str:
    chains, links = network.chains[claim], network.inflow.get(claim, ())
    said = f"{counted(len(chains), 'statement')} from {counted(len({c.statement.origin for c in chains}), 'origin')}"
    return f"{said} and {counted(len(links), 'link')}" if links else said


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


def _columns(ways: Sequence[_Way]) -> dict[_Group, int]:
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


def _box(network: Network, group: _Group, ways: Sequence[_Way], column: int) -> Box:
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
        notes=_notes(network, group, first, mine),
        established=not first or all(way.established for way in first),
        column=column,
    )


def _notes(network: Network, group: _Group, first: Sequence[_Way], mine: Sequence[_Way]) -> str:
    """What is known of the sources in a box: of one its grade, of several their number."""
    statements = sum(way.count for way in first or mine)
    if len(group) > 1:
        return f"{counted(len(group), 'origin' if first else 'relay')}, {counted(statements, 'statement')}"
    grade = network.sources[group[0]].reliability
    known = f"grade {grade}" if grade else "not graded"
    if not first:
        return f"{known}; relay"
    return f"{known}; one origin" + (f", {counted(statements, 'statement')}" if statements > 1 else "")


def _describe(way: _Way, boxes: Sequence[Box]) -> str:
    """A way in words."""
    if way.link:
        return f"{'Undermined' if way.denies else 'Supported'} by {boxes[0].names}, {boxes[0].notes}."
    through = f", through {', then '.join(box.names for box in boxes[1:])}" if boxes[1:] else ""
    often = f", {way.count} statements" if way.count > 1 else ""
    sure = f"independence is {'' if way.established else 'not '}established"
    return f"{'Denied' if way.denies else 'Asserted'} by {boxes[0].names}{through}{often}; {sure}."


_BOX, _GAP, _BETWEEN, _PASSAGE = 160.0, 14.0, 36.0, 10.0
"""The width of a box, the gaps between boxes and between columns, and the height that a line needs to pass."""
_CHARACTERS, _BOLD, _LINES = 23, 20, 3
_APART = 10.0
"""How far apart lines end at a box, at most."""
_CLAIM = -1
"""The place of the claim, which is none of the boxes."""


class _Stop(NamedTuple):
    """A box, by its place; or, between two boxes, the passage of a line through a column where it has none."""

    box: int
    to: int | None = None
    column: int | None = None


class _Slot(NamedTuple):
    """The room that a stop takes in its column; a passage has no text."""

    column: int
    height: float
    names: Sequence[str] = ()
    notes: Sequence[str] = ()


class _Line(NamedTuple):
    """A line from one stop to the next."""

    start: _Stop
    end: _Stop
    denies: bool
    established: bool


class _Layout:
    """Where everything stands.

    A line that skips a column reserves a passage there, as if it were a low box: so no line runs behind a box that it
    does not belong to.
    """

    def __init__(self, chart: ProvenanceChart) -> None:
        """Lay a chart out. Cost: linear in its routes times their length, and sorting the stops of each column."""
        self._boxes = chart.nodes
        columns = max((box.column for box in chart.nodes), default=0) + 1
        self._slots = {_Stop(place): _slot(box) for place, box in enumerate(chart.nodes)}
        text = wrap(chart.claim, _BOLD, most=_LINES + 2)
        self._slots[_Stop(_CLAIM)] = _Slot(columns, 12.0 + LINE * (len(text) + 1), text, ["the claim"])
        ways = [list(_stops(route, chart.nodes, columns)) for route in chart.paths]
        for way in ways:
            for stop in way:
                if stop.column is not None:
                    self._slots[stop] = _Slot(stop.column, _PASSAGE)
        self._centres = _centres(self._slots, ways)
        self._lines = list(dict.fromkeys(_lines(chart.paths, ways)))
        self.width = (columns + 1) * _BOX + columns * _BETWEEN + 4.0
        self.height = max(y + self._slots[stop].height / 2.0 for stop, y in self._centres.items()) + 4.0

    def draw_lines(self) -> Iterator[Markup]:
        """The lines; no two leave or reach a box at the same point."""
        leaving = self._ports(lambda line: (line.start, self._centres[line.end]))
        reaching = self._ports(lambda line: (line.end, self._centres[line.start]))
        for line in self._lines:
            yield self._draw_line(
                line, self._centres[line.start] + leaving[line], self._centres[line.end] + reaching[line]
            )

    def _ports(self, end_of: Callable[[_Line], tuple[_Stop, float]]) -> dict[_Line, float]:
        """How far from the middle of its stop each line ends, in the order of where lines come from or go to."""
        ending: dict[_Stop, list[_Line]] = {}
        for line in sorted(self._lines, key=lambda line: end_of(line)[1]):
            ending.setdefault(end_of(line)[0], []).append(line)
        ports: dict[_Line, float] = {}
        for stop, lines in ending.items():
            slot = self._slots[stop]
            step = min(_APART, (slot.height - 8.0) / len(lines)) if slot.names else 0.0
            ports |= {line: (place - (len(lines) - 1) / 2.0) * step for place, line in enumerate(lines)}
        return ports

    def _draw_line(self, line: _Line, y1: float, y2: float) -> Markup:
        target = self._slots[line.end]
        x1, x2 = _left(self._slots[line.start].column) + _BOX, _left(target.column)
        middle = (x1 + x2) / 2.0
        curve = f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
        kind = "edge" if line.established else "edge unsure"
        if not target.names:
            return draw_path(kind, f"{curve}L{x2 + _BOX:.1f} {y2:.1f}")
        if line.denies and line.end.box == _CLAIM:
            return join(draw_path(kind, curve), draw_path("edge bar", f"M{x2 - 3:.1f} {y2 - 5:.1f}V{y2 + 5:.1f}"))
        return join(draw_path(kind, curve), draw_path("head", f"M{x2:.1f} {y2:.1f}l-8 -4v8z"))

    def draw_boxes(self) -> Iterator[Markup]:
        """The boxes and the claim, with their text."""
        for stop, slot in self._slots.items():
            if slot.names:
                x, y = _left(slot.column), self._centres[stop] - slot.height / 2.0
                box = None if stop.box == _CLAIM else self._boxes[stop.box]
                kind = "claim" if box is None else box.kind if box.established else f"{box.kind} unsure"
                corner = 10 if box is None or box.kind == "claim" else 2
                yield draw_rectangle(f"box {kind}", x, y, _BOX, slot.height, corner=corner)
                middle, below = x + _BOX / 2.0, y + 17.0 + LINE * len(slot.names)
                yield write(*slot.names, x=middle, y=y + 17.0, kind="strong" if box is None else None)
                yield write(*slot.notes, x=middle, y=below, kind="soft")


def _slot(box: Box) -> _Slot:
    names, notes = wrap(box.names, _CHARACTERS, most=_LINES), wrap(box.notes, _CHARACTERS, most=2)
    return _Slot(box.column, 12.0 + LINE * (len(names) + len(notes)), names, notes)


def _stops(route: Route, boxes: Sequence[Box], columns: int) -> Iterator[_Stop]:
    """The boxes of a route up to the claim, and a passage in each column that it crosses without one."""
    ends = [*((place, boxes[place].column) for place in route.nodes), (_CLAIM, columns)]
    for (here, column), (there, then) in pairwise(ends):
        yield _Stop(here)
        yield from (_Stop(here, there, between) for between in range(column + 1, then))
    yield _Stop(_CLAIM)


def _centres(slots: Mapping[_Stop, _Slot], ways: Iterable[Sequence[_Stop]]) -> dict[_Stop, float]:
    """The middle of each slot.

    Columns are filled from the left, each in the order of the mean height of what leads into a slot (the barycentre
    rule of layered drawing), which keeps crossings few; a slot that nothing leads into stands below the others.
    """
    before: dict[_Stop, list[_Stop]] = {}
    for way in ways:
        for start, end in pairwise(way):
            before.setdefault(end, []).append(start)
    by_column: dict[int, list[_Stop]] = {}
    for stop, slot in slots.items():
        by_column.setdefault(slot.column, []).append(stop)
    heights = {
        column: sum(slots[stop].height for stop in stops) + _GAP * (len(stops) - 1)
        for column, stops in by_column.items()
    }
    centres: dict[_Stop, float] = {}
    for column in sorted(by_column):
        wanted = {
            stop: _mean([centres[one] for one in before.get(stop, ()) if one in centres]) for stop in by_column[column]
        }
        top = 2.0 + (max(heights.values()) - heights[column]) / 2.0
        for stop in sorted(wanted, key=lambda stop: wanted[stop]):
            centres[stop] = top + slots[stop].height / 2.0
            top += slots[stop].height + _GAP
    return centres


def _mean(numbers: Sequence[float]) -> float:
    return fsum(numbers) / len(numbers) if numbers else float("inf")


def _lines(routes: Sequence[Route], ways: Sequence[Sequence[_Stop]]) -> Iterator[_Line]:
    """A line for each step of the routes; only the last one, into the claim, shows that a route denies it."""
    for route, way in zip(routes, ways, strict=True):
        for start, end in pairwise(way):
            last = _CLAIM in (end.box, end.to)
            yield _Line(start, end, route.denies and last, route.established)


def _left(column: int) -> float:
    return 2.0 + column * (_BOX + _BETWEEN)
