"""The narrow form of a panel, for a telephone: answers, then findings, each over the origins that speak of it."""

from claimtrack.report.charts.answers import draw_answers, draw_letter
from claimtrack.report.charts.case.panel import Line, Panel, Row
from claimtrack.report.charts.case.parts import (
    draw_end,
    draw_key,
    draw_marks,
    draw_title,
    draw_triangle,
    draw_way,
    marks_by_answer,
)
from claimtrack.report.charts.drawing import LINE, SMALL, draw_line, draw_rectangle, wrap, write
from claimtrack.report.markup import Markup

_COLUMN, _PAD, _GAP, _INDENT, _STUB = 30.0, 8.0, 12.0, 12.0, 30.0


def draw_narrow(panel: Panel, top: float, wide: float, *, key: bool) -> tuple[list[Markup], float]:
    """Draw a panel from a height downwards, with the key to its signs or without, and say where it ends.

    Cost: linear in its rows and lines.
    """
    title = wrap(panel.title, wide, most=4, size=15.0, bold=True) if panel.title is not None else []
    drawn = draw_title(title, top)
    y = top + 19.0 * len(title) + 10.0
    left = wide - _COLUMN * len(panel.answers)
    columns = [left + _COLUMN * (place + 0.5) for place in range(len(panel.answers))]
    if columns:
        listed, y = draw_answers(panel.answers, panel.none_of_these, y, wide, letters=True)
        signs, y = draw_key(0.0, y + 4.0, wide) if key else ([], y)
        drawn += [*listed, *signs]
        y += 10.0
        drawn += [draw_letter(place, x, y + 10.0) for place, x in enumerate(columns)]
        y += 30.0
    start = y
    parts: list[Markup] = []
    for row in panel.rows:
        made, y = _draw_row(row, panel, y, left, columns)
        parts += made
        y += _GAP
    drawn += [draw_line("tick", x, start - 8.0, x, y - _GAP) for x in columns]
    return [*drawn, *parts], y


def _draw_row(row: Row, panel: Panel, y: float, right: float, columns: list[float]) -> tuple[list[Markup], float]:
    """A row: the finding in a box, and under it a line for each origin; or an origin that speaks outright."""
    x = 1.0 + _INDENT * min(row.depth, 3)
    drawn: list[Markup] = []
    middle = y + 12.0
    if not row.is_outright:
        width = right - x - _PAD
        text = wrap(row.text or "", width - 2.0 * _PAD, most=8)
        notes = wrap(row.notes, width - 2.0 * _PAD, most=5, size=SMALL)
        height = LINE * (len(text) + len(notes)) + 10.0
        middle = y + height / 2.0
        drawn.append(draw_rectangle("finding", x, y, width, height, corner=8))
        drawn.append(write(*text, x=x + _PAD, y=y + 16.0, anchor="start"))
        drawn.append(write(*notes, x=x + _PAD, y=y + 16.0 + LINE * len(text), anchor="start", kind="soft"))
        if row.under is not None:
            drawn.append(draw_triangle(x - 6.0, y + 6.0, 5.0, against=row.undermines))
        if row.marks:
            last = max(columns[mark.answer] for mark in row.marks)
            drawn.append(draw_line("link", x + width, middle, last, middle))
        y += height + 4.0
    for line in row.lines:
        made, y = _draw_origin(line, panel, x, y, right - _PAD)
        drawn += made
    for answer, marks in marks_by_answer(row.marks).items():
        drawn.append(draw_marks(marks, columns[answer], middle, _COLUMN))
    return drawn, y


def _draw_origin(line: Line, panel: Panel, x: float, y: float, right: float) -> tuple[list[Markup], float]:
    """An origin beside a piece of its line, as wide as it weighs."""
    origin = panel.origins[line.origin]
    left = x + _STUB + 12.0
    names = wrap(origin.names, right - left, most=3, bold=True)
    notes = wrap("; ".join(filter(None, (origin.notes, origin.through))), right - left, most=4, size=SMALL)
    drawn = [
        draw_way(line, f"M{x + 2.0:.1f} {y + 9.0:.1f}H{x + _STUB:.1f}"),
        draw_end(line, x + _STUB + 6.0, y + 9.0),
        write(*names, x=left, y=y + 13.0, anchor="start", kind="strong"),
        write(*notes, x=left, y=y + 13.0 + LINE * len(names), anchor="start", kind="soft"),
    ]
    return drawn, y + LINE * (len(names) + len(notes)) + 4.0
