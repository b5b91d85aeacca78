"""The drawing of where a claim comes from: boxes in columns, the claim at the right, and the lines that join them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import fsum
from typing import Literal, NamedTuple

from claimtrack._records import record
from claimtrack.report.charts.drawing import LINE, draw_path, draw_rectangle, wrap, write
from claimtrack.report.markup import Markup, join

_BOX, _GAP, _BETWEEN, _PASSAGE = 160.0, 14.0, 36.0, 10.0
"""The width of a box, the gaps between boxes and between columns, and the height that a line needs to pass."""
_ROOM, _LINES = 152.0, 3
_APART = 10.0
"""How far apart lines end at a box, at most."""
_CLAIM = -1
"""The place of the claim, which is none of the boxes."""


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
    """Whether it is established that the origin knows first-hand."""
    count: int
    """How many statements, or links, came this way."""


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


class Layout:
    """Where everything stands.

    A line that skips a column reserves a passage there, as if it were a low box: so no line runs behind a box that it
    does not belong to.
    """

    def __init__(self, claim: str, boxes: Sequence[Box], routes: Sequence[Route]) -> None:
        """Lay a chart out. Cost: linear in its routes times their length, and sorting the stops of each column."""
        self._boxes = boxes
        columns = max((box.column for box in boxes), default=0) + 1
        self._slots = {_Stop(place): _slot(box) for place, box in enumerate(boxes)}
        text = wrap(claim, _ROOM, most=_LINES + 2, bold=True)
        self._slots[_Stop(_CLAIM)] = _Slot(columns, 12.0 + LINE * (len(text) + 1), text, ["the claim"])
        ways = [list(_stops(route, boxes, columns)) for route in routes]
        for way in ways:
            for stop in way:
                if stop.column is not None:
                    self._slots[stop] = _Slot(stop.column, _PASSAGE)
        self._centres = _centres(self._slots, ways)
        self._lines = list(dict.fromkeys(_lines(routes, ways)))
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
    names, notes = wrap(box.names, _ROOM, most=_LINES), wrap(box.notes, _ROOM, most=2)
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
