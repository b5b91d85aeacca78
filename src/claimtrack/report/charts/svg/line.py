"""How a probability went: a step at each stop, with its bounds, over the words of the scale."""

from math import ceil

from claimtrack.report.charts.pictures import Course, Stop
from claimtrack.report.charts.svg.drawing import CHARACTER, fitting, framed, lettered, size
from claimtrack.scales.words import per_cent

_WIDE, _LEFT, _TOP, _HIGH = 760.0, 132.0, 16.0, 260.0
_ROOM = 20
_MARGIN = 12.0


def course_svg(picture: Course, number: int) -> str:
    """The stops from the left to the right, each holding until the next."""
    step = (_WIDE - _LEFT - 8.0) / max(len(picture.stops), 1)
    edges = sorted({edge for zone in picture.zones for edge in (zone.low, zone.high)})
    drawn = "".join(
        f'<line class="tick" x1="{_LEFT}" y1="{_y(edge):.1f}" x2="{_WIDE}" y2="{_y(edge):.1f}"/>' for edge in edges
    )
    drawn += "".join(
        lettered([fitting(zone.word, _ROOM)], _LEFT - 8.0, _y((zone.low + zone.high) / 2.0) + 4.0, anchor="end")
        for zone in picture.zones
        if (zone.high - zone.low) * _HIGH >= 11.0  # noqa: PLR2004 (the height of a line of text)
    )
    rows = [(_LEFT + step * place, stop) for place, stop in enumerate(picture.stops)]
    drawn += "".join(_bounds(stop, x, step) for x, stop in rows)
    drawn += _steps(rows, step) + "".join(_mark(stop, x) for x, stop in rows if stop.marked)
    room = CHARACTER * max((size(stop.label) for stop in picture.stops), default=1) + 10.0
    drawn += "".join(
        f'<line class="axis" x1="{x:.1f}" y1="{_TOP + _HIGH:.1f}" x2="{x:.1f}" y2="{_TOP + _HIGH + 5.0:.1f}"/>'
        + lettered([stop.label], x, _TOP + _HIGH + 18.0, kind="soft", anchor="start")
        for x, stop in rows[:: ceil(room / step)]
        if x + room <= _WIDE + _MARGIN
    )
    axis = f'<line class="axis" x1="{_LEFT}" y1="{_y(0.0):.1f}" x2="{_WIDE}" y2="{_y(0.0):.1f}"/>'
    title = "; ".join(
        f"{stop.label}: {per_cent(stop.probability)}, from {per_cent(stop.low)} to {per_cent(stop.high)}"
        for stop in picture.stops
    )
    return framed(_WIDE, _TOP + _HIGH + 28.0, title, number, axis + drawn, kind="course")


def _y(share: float) -> float:
    return _TOP + _HIGH * (1.0 - share)


def _bounds(stop: Stop, x: float, step: float) -> str:
    height = max(_y(stop.low) - _y(stop.high), 1.0)
    return f'<rect class="band" x="{x:.1f}" y="{_y(stop.high):.1f}" width="{step:.1f}" height="{height:.1f}"/>'


def _steps(rows: list[tuple[float, Stop]], step: float) -> str:
    points = " ".join(
        f"{x:.1f},{_y(stop.probability):.1f} {x + step:.1f},{_y(stop.probability):.1f}" for x, stop in rows
    )
    return f'<polyline class="edge bar" points="{points}"/>'


def _mark(stop: Stop, x: float) -> str:
    return f'<circle class="asserts sure" cx="{x:.1f}" cy="{_y(stop.probability):.1f}" r="4"/>'
