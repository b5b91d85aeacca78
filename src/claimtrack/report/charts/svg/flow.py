"""Where a claim comes from: boxes in columns, and lines that never run behind a box they do not belong to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from claimtrack.report.charts.pictures import Flow, Node, Path
from claimtrack.report.charts.svg.drawing import LINE, framed, lettered, wrapped

_BOX, _GAP, _BETWEEN, _PASSAGE = 160.0, 14.0, 36.0, 10.0
_CHARACTERS, _LINES = 23, 3
_BOLD = 20
_APART = 10.0
_END = -1
"""The claim, which no node stands for."""

_Key = tuple[int, int, int]
"""A node by its place and twice -2; or a passage through a column, by the nodes that it joins and the column."""


class _Box(NamedTuple):
    """Something that takes room in a column: a box, or the passage of a line."""

    column: int
    height: float
    lines: Sequence[str]
    notes: Sequence[str]


class _Line(NamedTuple):
    """A line from one box or passage to the next."""

    one: _Key
    other: _Key
    denies: bool
    established: bool


def flow_svg(picture: Flow, number: int) -> str:
    """The flow; an origin that is not established has a broken outline, and so have its lines."""
    columns = max((node.column for node in picture.nodes), default=0) + 1
    boxes = {(place, -2, -2): _box(node.names, node.notes, node.column) for place, node in enumerate(picture.nodes)}
    claim: _Key = (_END, -2, -2)
    text = wrapped(picture.claim, _BOLD, most=_LINES + 2)
    boxes[claim] = _Box(columns, 12.0 + LINE * (len(text) + 1), text, ["the claim"])
    ways = [_stops(path, picture.nodes, columns) for path in picture.paths]
    for way in ways:
        for stop in way:
            if stop not in boxes:
                boxes[stop] = _Box(stop[2], _PASSAGE, (), ())
    centres = _placed(boxes, ways)
    height = max(y + boxes[key].height / 2.0 for key, y in centres.items()) + 4.0
    width = (columns + 1) * _BOX + columns * _BETWEEN + 4.0
    lines = "".join(_lines(picture.paths, ways, boxes, centres))
    drawn = "".join(_drawn(key, box, centres[key], picture.nodes) for key, box in boxes.items() if box.lines)
    origins = sum(node.kind == "origin" for node in picture.nodes)
    title = f"Where the claim comes from: {origins} boxes of origins, {len(picture.paths)} ways"
    return framed(width, height, title, number, lines + drawn, kind="flow")


def _box(names: str, notes: str, column: int) -> _Box:
    lines, small = wrapped(names, _CHARACTERS, most=_LINES), wrapped(notes, _CHARACTERS, most=2)
    return _Box(column, 12.0 + LINE * (len(lines) + len(small)), lines, small)


def _stops(path: Path, nodes: Sequence[Node], columns: int) -> list[_Key]:
    """The boxes of a way up to the claim, and a passage in each column that it runs through without one."""
    stops: list[_Key] = []
    ends = [(place, nodes[place].column) for place in path.nodes] + [(_END, columns)]
    for (here, column), (there, then) in pairwise(ends):
        stops.append((here, -2, -2))
        stops += [(here, there, between) for between in range(column + 1, then)]
    return [*stops, (_END, -2, -2)]


def _placed(boxes: Mapping[_Key, _Box], ways: Iterable[Sequence[_Key]]) -> dict[_Key, float]:
    """The middle of each box: columns from the left, each in the order of what leads into it."""
    before: dict[_Key, list[_Key]] = {}
    for way in ways:
        for one, other in pairwise(way):
            before.setdefault(other, []).append(one)
    by_column: dict[int, list[_Key]] = {}
    for key, box in boxes.items():
        by_column.setdefault(box.column, []).append(key)
    heights = {
        column: sum(boxes[key].height for key in keys) + _GAP * (len(keys) - 1) for column, keys in by_column.items()
    }
    tallest = max(heights.values())
    centres: dict[_Key, float] = {}
    for column in sorted(by_column):
        keys = by_column[column]
        wanted = {key: _mean([centres[one] for one in before.get(key, ()) if one in centres]) for key in keys}
        top = 2.0 + (tallest - heights[column]) / 2.0
        for key in sorted(keys, key=lambda key: wanted[key]):
            centres[key] = top + boxes[key].height / 2.0
            top += boxes[key].height + _GAP
    return centres


def _mean(numbers: Sequence[float]) -> float:
    return fsum(numbers) / len(numbers) if numbers else float("inf")


def _lines(
    paths: Sequence[Path], ways: Sequence[Sequence[_Key]], boxes: Mapping[_Key, _Box], centres: Mapping[_Key, float]
) -> Iterable[str]:
    """A line for each step of the ways, once for each manner of it; no two leave or reach a box at one point."""
    found: dict[_Line, None] = {}
    for path, way in zip(paths, ways, strict=True):
        for one, other in pairwise(way):
            last = other[0] == _END or other[1] == _END
            found[_Line(one, other, path.denies and last, path.established)] = None
    leaving = _ports(found, lambda line: (line.one, centres[line.other]), boxes)
    reaching = _ports(found, lambda line: (line.other, centres[line.one]), boxes)
    return (
        _line(line, boxes, centres[line.one] + leaving[line], centres[line.other] + reaching[line]) for line in found
    )


def _ports(
    lines: Iterable[_Line], end_of: Callable[[_Line], tuple[_Key, float]], boxes: Mapping[_Key, _Box]
) -> dict[_Line, float]:
    """How far from the middle of its box each line ends, in the order of where the lines come from or go to."""
    ending: dict[_Key, list[_Line]] = {}
    for line in sorted(lines, key=lambda line: end_of(line)[1]):
        ending.setdefault(end_of(line)[0], []).append(line)
    ports: dict[_Line, float] = {}
    for key, mine in ending.items():
        step = min(_APART, (boxes[key].height - 8.0) / len(mine)) if boxes[key].lines else 0.0
        ports |= {line: (place - (len(mine) - 1) / 2.0) * step for place, line in enumerate(mine)}
    return ports


def _line(line: _Line, boxes: Mapping[_Key, _Box], y1: float, y2: float) -> str:
    target = boxes[line.other]
    x1, x2 = _left(boxes[line.one].column) + _BOX, _left(target.column)
    middle = (x1 + x2) / 2.0
    passage = "" if target.lines else f"L{x2 + _BOX:.1f} {y2:.1f}"
    curve = f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}{passage}"
    drawn = f'<path class="{"edge" if line.established else "edge unsure"}" d="{curve}"/>'
    if not target.lines:
        return drawn
    if line.denies and line.other[0] == _END:
        return drawn + f'<path class="edge bar" d="M{x2 - 3:.1f} {y2 - 5:.1f}V{y2 + 5:.1f}"/>'
    return drawn + f'<path class="head" d="M{x2:.1f} {y2:.1f}l-8 -4v8z"/>'


def _left(column: int) -> float:
    return 2.0 + column * (_BOX + _BETWEEN)


def _drawn(key: _Key, box: _Box, centre: float, nodes: Sequence[Node]) -> str:
    node = None if key[0] == _END else nodes[key[0]]
    kind = "box claim" if node is None else f"box {node.kind}" if node.established else f"box {node.kind} unsure"
    x, y = _left(box.column), centre - box.height / 2.0
    corner = 10 if node is None or node.kind == "claim" else 2
    return (
        f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{_BOX}" height="{box.height:.1f}" rx="{corner}"/>'
        + lettered(box.lines, x + _BOX / 2.0, y + 17.0, kind="strong" if node is None else "")
        + lettered(box.notes, x + _BOX / 2.0, y + 17.0 + LINE * len(box.lines), kind="soft")
    )
