"""The wide form of a panel: origins at the left, findings in the middle, and a column for each answer at the right.

No two lines of findings can cross, because each finding has a row and each answer a column; only the lines from origins
to rows can, and origins stand in the order of their rows to keep that rare.
"""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import NamedTuple

from claimtrack.report.charts.answers import Answer, draw_beside, draw_letter
from claimtrack.report.charts.case.panel import Line, Origin, Panel, Row
from claimtrack.report.charts.case.parts import (
    draw_end,
    draw_key,
    draw_marks,
    draw_title,
    draw_triangle,
    draw_way,
    marks_by_answer,
)
from claimtrack.report.charts.drawing import LINE, SMALL, draw_line, draw_path, draw_rectangle, measure, wrap, write
from claimtrack.report.markup import Markup
from claimtrack.scales.words import per_cent

_BOXES, _GUTTER, _FINDINGS, _MARGIN = 204.0, 46.0, 180.0, 12.0
"""The widths of the origins, of the lines from them, of the findings, and of the room before the answers."""
_FRAME, _PAD, _GAP, _INNER, _INDENT = 7.0, 8.0, 10.0, 5.0, 16.0
_OUTRIGHT = 28.0
_MOST_HEADS = 3
"""How many answers fit above their columns; more are listed, and have letters."""
_APART, _WIDE_COLUMN = 9.0, 44.0
_FULL_WIDTH = 24
"""How many lines are drawn as wide as they weigh; where there are more, each is thinner."""


class _Slot(NamedTuple):
    """Where a row or a box stands."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return self.y + self.height / 2.0


def draw_wide(panel: Panel, top: float, wide: float, *, key: bool) -> tuple[list[Markup], float]:
    """Draw a panel from a height downwards, with the key to its signs or without, and say where it ends.

    Cost: linear in its rows and lines, but for sorting.
    """
    left = _BOXES + _GUTTER
    right = left + _FINDINGS + _MARGIN if panel.answers else wide
    columns = _columns(panel, right, wide)
    drawn, y = _draw_head(panel, top, right, wide, columns, key=key)
    units = _units(panel)
    least = fsum(unit.height for unit in units) + _GAP * (len(units) - 1)
    rows = _place_rows(panel, left, right - _MARGIN if panel.answers else wide - 1.0, y, least)
    end = max([y + least, *(slot.y + slot.height for slot in rows)])
    boxes, frames = _place_origins(panel, units, rows, y, end)
    drawn += [draw_line("tick", x, y - 6.0, x, end) for x in columns]
    drawn += [part for unit, slot in frames for part in _draw_frame(unit, slot)]
    drawn += _draw_lines(panel, rows, boxes, columns)
    for row, slot in zip(panel.rows, rows, strict=True):
        drawn += _draw_row(row, slot, rows, columns)
    for origin, slot in zip(panel.origins, boxes, strict=True):
        drawn += _draw_origin(origin, slot)
    return drawn, end + 6.0


def _columns(panel: Panel, left: float, wide: float) -> list[float]:
    """The middle of the column of each answer."""
    each = (wide - left) / max(len(panel.answers), 1)
    return [left + each * (place + 0.5) for place in range(len(panel.answers))]


def _draw_head(
    panel: Panel, top: float, right: float, wide: float, columns: Sequence[float], *, key: bool
) -> tuple[list[Markup], float]:
    """The question and its answers: in cards above their columns, or listed where they are many."""
    title = (
        wrap(panel.title, right - 20.0 if 0 < len(columns) <= _MOST_HEADS else wide, most=4, size=15.0, bold=True)
        if panel.title is not None
        else []
    )
    drawn = draw_title(title, top)
    y = top + 19.0 * len(title) + 6.0
    if not columns:
        signs, y = draw_key(0.0, y + 4.0, wide) if key else ([], y)
        return [*drawn, *signs], y + 8.0
    if len(columns) > _MOST_HEADS:
        listed, y = draw_beside(panel.answers, panel.none_of_these, y + 6.0, wide, letters=True)
        signs, y = draw_key(0.0, y, wide) if key else ([], y)
        drawn += [*listed, *signs]
        drawn += [draw_letter(place, x, y + 10.0) for place, x in enumerate(columns)]
        return [*drawn, *_draw_captions(y + 14.0)], y + 30.0
    each = (wide - right) / len(columns)
    cards = [_card_lines(answer, each - 6.0) for answer in panel.answers]
    height = max(LINE * (len(text) + len(notes)) for text, notes in cards) + 34.0
    for x, answer, (text, notes) in zip(columns, panel.answers, cards, strict=True):
        drawn.append(draw_rectangle("card", x - each / 2.0 + 3.0, top, each - 6.0, height, corner=4))
        drawn.append(write(per_cent(answer.probability), x=x, y=top + 23.0, kind="big"))
        drawn.append(write(*notes, x=x, y=top + 38.0, kind="soft"))
        drawn.append(write(*text, x=x, y=top + 40.0 + LINE * len(notes)))
    if panel.none_of_these is not None:
        drawn.append(
            write(f"None of these answers: {per_cent(panel.none_of_these)}", x=0.0, y=y + 12.0, anchor="start")
        )
        y += 22.0
    signs, y = draw_key(0.0, y + 8.0, right - 20.0) if key else ([], y)
    drawn += signs
    y = max(y + 20.0, top + height)
    return [*drawn, *_draw_captions(y - 4.0)], y + 12.0


def _card_lines(answer: Answer, width: float) -> tuple[list[str], list[str]]:
    text = wrap(answer.text, width - 6.0, most=8)
    return text, wrap(answer.word, width - 6.0, most=2, size=SMALL)


def _draw_captions(y: float) -> list[Markup]:
    return [
        write("Who says so", x=0.0, y=y, anchor="start", kind="soft"),
        write("What they say", x=_BOXES + _GUTTER, y=y, anchor="start", kind="soft"),
    ]


def _row_lines(row: Row, width: float) -> tuple[list[str], list[str]]:
    room = width - 2.0 * _PAD
    return wrap(row.text or "", room, most=8), wrap(row.notes, room, most=5, size=SMALL)


def _place_rows(panel: Panel, left: float, right: float, y: float, least: float) -> list[_Slot]:
    """The rows one under the other, further apart where the origins beside them need more room."""
    heights = [
        max(
            _OUTRIGHT
            if row.is_outright
            else LINE * sum(map(len, _row_lines(row, right - _indented(row, left)))) + 12.0,
            _APART * len(row.lines) + 6.0,
        )
        for row in panel.rows
    ]
    gaps = max(len(heights) - 1, 1)
    gap = max(_GAP, (least - fsum(heights)) / gaps)
    slots = []
    for row, height in zip(panel.rows, heights, strict=True):
        x = _indented(row, left)
        slots.append(_Slot(x, y, right - x, height))
        y += height + gap
    return slots


def _indented(row: Row, left: float) -> float:
    return left + _INDENT * min(row.depth, 4)


def _origin_lines(origin: Origin) -> tuple[list[str], list[str]]:
    width = _BOXES - 2.0 * _FRAME - 2.0 * _PAD
    names = f"{origin.names} itself" if origin.is_relay else origin.names
    return wrap(names, width, most=4, bold=True), wrap(origin.notes, width, most=4, size=SMALL)


class _Unit(NamedTuple):
    """A box, or the boxes in the frame of a relay."""

    places: Sequence[int]
    heights: Sequence[float]
    relay: str | None
    title: Sequence[str]
    height: float


def _units(panel: Panel) -> list[_Unit]:
    together: list[list[int]] = []
    for place, origin in enumerate(panel.origins):
        if together and origin.relay is not None and panel.origins[together[-1][0]].relay == origin.relay:
            together[-1].append(place)
        else:
            together.append([place])
    units = []
    for places in together:
        relay = panel.origins[places[0]].relay
        title = (
            wrap(f"Through {relay}", _BOXES - 2.0 * _FRAME, most=2, size=SMALL, bold=True) if relay is not None else []
        )
        heights = [LINE * sum(map(len, _origin_lines(panel.origins[place]))) + 10.0 for place in places]
        height = fsum(heights) + _INNER * (len(places) - 1) + (LINE * len(title) + 14.0 if relay is not None else 0.0)
        units.append(_Unit(places, heights, relay, title, height))
    return units


def _place_origins(
    panel: Panel, units: Sequence[_Unit], rows: Sequence[_Slot], top: float, bottom: float
) -> tuple[list[_Slot], list[tuple[_Unit, _Slot]]]:
    """The boxes of the origins and the frames of their relays, each as near to its rows as the others allow."""
    wanted: dict[int, list[float]] = {}
    for row, slot in zip(panel.rows, rows, strict=True):
        for line in row.lines:
            wanted.setdefault(line.origin, []).append(slot.middle)
    starts: list[float] = []
    free = top
    for unit in units:
        middles = [middle for place in unit.places for middle in wanted.get(place, [])]
        wish = fsum(middles) / max(len(middles), 1) - unit.height / 2.0
        starts.append(max(wish, free))
        free = starts[-1] + unit.height + _GAP
    limit = bottom
    for place in range(len(units) - 1, -1, -1):
        starts[place] = min(starts[place], limit - units[place].height)
        limit = starts[place] - _GAP
    boxes: list[_Slot] = []
    frames: list[tuple[_Unit, _Slot]] = []
    for unit, start in zip(units, starts, strict=True):
        y = start
        if unit.relay is not None:
            frames.append((unit, _Slot(1.0, start, _BOXES - 1.0, unit.height)))
            y += LINE * len(unit.title) + 7.0
        for height in unit.heights:
            boxes.append(_Slot(_FRAME, y, _BOXES - 2.0 * _FRAME, height))
            y += height + _INNER
    return boxes, frames


def _draw_frame(unit: _Unit, slot: _Slot) -> Iterator[Markup]:
    yield draw_rectangle("frame", slot.x, slot.y, slot.width, slot.height, corner=6)
    yield write(*unit.title, x=slot.x + _FRAME, y=slot.y + 14.0, anchor="start", kind="soft strong")


def _draw_origin(origin: Origin, slot: _Slot) -> Iterator[Markup]:
    names, notes = _origin_lines(origin)
    yield draw_rectangle("origin", slot.x, slot.y, slot.width, slot.height, corner=3)
    yield write(*names, x=slot.x + _PAD, y=slot.y + 16.0, anchor="start", kind="strong")
    yield write(*notes, x=slot.x + _PAD, y=slot.y + 16.0 + LINE * len(names), anchor="start", kind="soft")


def _draw_lines(
    panel: Panel, rows: Sequence[_Slot], boxes: Sequence[_Slot], columns: Sequence[float]
) -> Iterator[Markup]:
    """The lines from origins to rows; no two leave a box or reach a row at the same point."""
    ends = [(line, at) for at, row in enumerate(panel.rows) for line in row.lines]
    leaving: dict[int, list[int]] = {}
    reaching: dict[int, list[int]] = {}
    for place, (line, at) in enumerate(ends):
        leaving.setdefault(line.origin, []).append(place)
        reaching.setdefault(at, []).append(place)
    starts: dict[int, float] = {}
    stops: dict[int, float] = {}
    for origin, places in leaving.items():
        places.sort(key=lambda place: rows[ends[place][1]].middle)
        starts |= _spread(places, boxes[origin])
    for at, places in reaching.items():
        places.sort(key=lambda place: boxes[ends[place][0].origin].middle)
        stops |= _spread(places, rows[at])
    thin = min(_FULL_WIDTH / max(len(ends), 1), 1.0)
    for place, (line, at) in enumerate(ends):
        yield from _draw_line(line, panel.rows[at], rows[at], (starts[place], stops[place]), columns, thin=thin)


def _spread(places: Sequence[int], slot: _Slot) -> dict[int, float]:
    step = min(_APART, (slot.height - 8.0) / len(places))
    return {place: slot.middle + (order - (len(places) - 1) / 2.0) * step for order, place in enumerate(places)}


def _draw_line(
    line: Line, row: Row, slot: _Slot, ends: tuple[float, float], columns: Sequence[float], *, thin: float
) -> Iterator[Markup]:
    (x1, x2), (y1, y2) = (_BOXES - _FRAME, slot.x), ends
    middle = x1 + (_GUTTER + _FRAME) / 2.0
    back = 0.0 if row.is_outright else 5.0
    curve = f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {_BOXES + _GUTTER - back:.1f} {y2:.1f}"
    if not row.is_outright:
        yield draw_way(line, f"{curve}H{x2 - back:.1f}", thin=thin)
        yield draw_end(line, x2, y2)
        return
    last = max(columns[mark.answer] for mark in row.marks)
    yield draw_way(line, f"{curve}H{last:.1f}", thin=thin)


def _draw_row(row: Row, slot: _Slot, rows: Sequence[_Slot], columns: Sequence[float]) -> Iterator[Markup]:
    marks = marks_by_answer(row.marks)
    if row.is_outright:
        yield draw_rectangle("gap", slot.x + 18.0, slot.middle - 8.0, measure(row.manner, SMALL) + 8.0, 16.0)
        yield write(row.manner, x=slot.x + 22.0, y=slot.middle + 4.0, kind="soft", anchor="start")
    else:
        if marks:
            last = max(columns[answer] for answer in marks)
            yield draw_line("link", slot.x + slot.width, slot.middle, last, slot.middle)
        if row.under is not None:
            above = rows[row.under]
            x = above.x + _INDENT / 2.0
            yield draw_path("elbow", f"M{x:.1f} {above.y + above.height:.1f}V{slot.middle:.1f}H{slot.x:.1f}")
            yield draw_triangle(x, above.y + above.height + 6.0, 5.0, against=row.undermines)
        yield draw_rectangle("finding", slot.x, slot.y, slot.width, slot.height, corner=8)
        text, notes = _row_lines(row, slot.width)
        y = slot.middle - LINE * (len(text) + len(notes)) / 2.0 + 12.0
        yield write(*text, x=slot.x + _PAD, y=y, anchor="start")
        yield write(*notes, x=slot.x + _PAD, y=y + LINE * len(text), anchor="start", kind="soft")
    for answer, mine in marks.items():
        yield draw_marks(mine, columns[answer], slot.middle, _WIDE_COLUMN)
