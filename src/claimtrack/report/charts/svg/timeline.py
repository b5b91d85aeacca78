"""Dates on lanes: a mark a row, so that none can lie over another."""

from collections.abc import Iterator
from datetime import date

from claimtrack.report.charts.pictures import Lane, Mark, Timeline
from claimtrack.report.charts.svg.drawing import CHARACTER, fitting, framed, lettered

_WIDE, _LEFT, _ROW, _TOP = 760.0, 92.0, 22.0, 26.0
_AXIS = _WIDE - _LEFT - 10.0
_YEARS, _MONTHS, _MOST_TICKS = 3 * 366, 62, 7
_DECEMBER = 12


def timeline_svg(picture: Timeline, number: int) -> str:
    """The lanes under one axis of days."""
    marks = [mark for lane in picture.lanes for mark in lane.marks]
    first = min(date.fromisoformat(mark.first).toordinal() for mark in marks)
    last = max(date.fromisoformat(mark.last).toordinal() for mark in marks) + 1
    scale = _AXIS / max(last - first, 1)
    height = _TOP + 8.0 + sum(_ROW * len(lane.marks) + 8.0 for lane in picture.lanes)
    drawn = "".join(
        f'<line class="tick" x1="{x:.1f}" y1="{_TOP - 6.0}" x2="{x:.1f}" y2="{height:.1f}"/>'
        + lettered([text], x + 3.0, 13.0, kind="soft", anchor="start")
        for text, day in _ticks(first, last)
        for x in (_LEFT + (day - first) * scale,)
        if x + CHARACTER * len(text) <= _WIDE
    )
    top = _TOP
    for lane in picture.lanes:
        drawn += _lane(lane, top, first, scale)
        top += _ROW * len(lane.marks) + 8.0
    title = "; ".join(f"{lane.name}: {', '.join(mark.written for mark in lane.marks)}" for lane in picture.lanes)
    return framed(_WIDE, height, title, number, drawn, kind="timeline")


def _lane(lane: Lane, top: float, first: int, scale: float) -> str:
    line = f'<line class="axis" x1="0" y1="{top:.1f}" x2="{_WIDE}" y2="{top:.1f}"/>'
    drawn = line + lettered([lane.name], 0.0, top + 16.0, kind="strong", anchor="start")
    return drawn + "".join(_mark(mark, top + 4.0 + _ROW * place, first, scale) for place, mark in enumerate(lane.marks))


def _mark(mark: Mark, y: float, first: int, scale: float) -> str:
    begins = _LEFT + (date.fromisoformat(mark.first).toordinal() - first) * scale
    ends = _LEFT + (date.fromisoformat(mark.last).toordinal() + 1 - first) * scale
    width = max(ends - begins, 5.0)
    kind = "doubtful" if mark.doubtful else "dated"
    bar = f'<rect class="{kind}" x="{begins:.1f}" y="{y + 3.0:.1f}" width="{width:.1f}" height="12"/>'
    text = f"{mark.written}  {mark.label}"
    after, before = _WIDE - begins - width - 8.0, begins - _LEFT - 8.0
    if max(after, before) < width and CHARACTER * len(text) > after:
        return bar + lettered([_cut(text, width - 12.0)], begins + 6.0, y + 13.0, kind=f"on-{kind}", anchor="start")
    if after >= before or CHARACTER * len(text) <= after:
        return bar + lettered([_cut(text, after)], begins + width + 6.0, y + 13.0, anchor="start")
    return bar + lettered([_cut(text, before)], begins - 6.0, y + 13.0, anchor="end")


def _cut(text: str, room: float) -> str:
    return fitting(text, int(room / CHARACTER))


def _ticks(first: int, last: int) -> Iterator[tuple[str, int]]:
    """Where the axis is labelled: years, months or days, as the span has room for."""
    start, span = date.fromordinal(first), last - first
    if span > _YEARS:
        years = range(start.year, date.fromordinal(last - 1).year + 1)
        for year in years[:: 1 + len(years) // _MOST_TICKS]:
            yield str(year), max(date(year, 1, 1).toordinal(), first)
    elif span > _MONTHS:
        end = date.fromordinal(last - 1)
        months = range(start.year * _DECEMBER + start.month - 1, end.year * _DECEMBER + end.month)
        for month in months[:: 1 + len(months) // _MOST_TICKS]:
            day = date(month // _DECEMBER, month % _DECEMBER + 1, 1)
            yield day.isoformat()[:7], max(day.toordinal(), first)
    else:
        for day_number in range(first, last, 1 + span // _MOST_TICKS):
            yield date.fromordinal(day_number).isoformat(), day_number
