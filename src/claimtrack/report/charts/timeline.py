"""When things happened, were said and were published: a lane for each, and a bar where a date is in doubt."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from claimtrack._records import record
from claimtrack.analysis.sentences import name_of
from claimtrack.dates import PartialDate
from claimtrack.model.statements import Statement
from claimtrack.network.build import Network
from claimtrack.report.blocks import Figure, Table
from claimtrack.report.charts.drawing import (
    LINE,
    WIDE,
    draw_line,
    draw_path,
    draw_rectangle,
    frame,
    wrap,
    write,
)
from claimtrack.report.charts.time_axis import TimeAxis, make_axis
from claimtrack.report.markup import Markup
from claimtrack.text.words import listed, quoted

_MOST, _FEW = 10, 3
"""How many marks a lane can hold; where there are more, those that are close in time become one. So many events are
shown behind all lanes."""
_CAPTION = (
    "When it happened, was seen, said and published. A bar is a span of days that the date allows; a pale one is "
    "approximate or uncertain. The axis breaks where nothing happened for long."
)
_EVENT = "Event, as claimed"
_TEXT, _NARROWEST, _TOP, _BAR, _GAP, _DAY = 330.0, 600.0, 30.0, 11.0, 7.0, 10.0


@record
class DateMark:
    """A date, or several that stand together."""

    label: str
    """What happened then, unescaped."""
    first: str
    """The first day it allows, as YYYY-MM-DD."""
    last: str
    """The last day it allows."""
    doubtful: bool
    """Whether the date is approximate or uncertain."""
    written: str
    """The date as it was written, or the dates."""


@record
class Lane:
    """Dates of one sort."""

    name: str
    """The sort."""
    marks: tuple[DateMark, ...]
    """The dates, the earliest first."""


@record
class Timeline:
    """Dates on lanes under one axis, one mark to a row, so that its text has all the room it needs."""

    lanes: tuple[Lane, ...]
    """The lanes, from the top."""

    def draw(self, number: int, *, wide: float = WIDE) -> Markup:
        """The lanes as SVG: what happened at the left, or above where there is little room, and when at the right."""
        beside = wide >= _NARROWEST
        left, room = (_TEXT + 12.0, _TEXT) if beside else (0.0, wide)
        marks = [mark for lane in self.lanes for mark in lane.marks]
        axis = make_axis([(_day(mark.first), _day(mark.last)) for mark in marks], left, wide - 1.0)
        drawn: list[Markup] = []
        y = _TOP
        for lane in self.lanes:
            drawn += [
                draw_line("axis", 0, y, wide, y),
                write(lane.name, x=0.0, y=y + 17.0, anchor="start", kind="strong"),
            ]
            y += 25.0
            for mark in lane.marks:
                text = wrap(f"{mark.written}: {mark.label}", room, most=6)
                drawn.append(write(*text, x=0.0, y=y + 11.0, anchor="start"))
                height = LINE * len(text)
                bar = y + height / 2.0 - _BAR / 2.0 if beside else y + height + 2.0
                drawn += [] if beside else [draw_rectangle("track", left, bar, wide - 1.0, _BAR)]
                drawn.append(_draw_mark(mark, axis, bar, event=lane.name == _EVENT))
                y = max(y + height, bar + _BAR) + _GAP
        behind = [*self._draw_events(axis, y), *_draw_axis(axis, y)] if beside else [*_draw_axis(axis, _TOP)]
        title = "; ".join(f"{lane.name}: {', '.join(mark.written for mark in lane.marks)}" for lane in self.lanes)
        return frame("timeline", title, number, *behind, *drawn, width=wide, height=y)

    def _draw_events(self, axis: TimeAxis, bottom: float) -> Iterator[Markup]:
        """What happened, as a stripe behind all lanes, if that is not much."""
        marks = [mark for lane in self.lanes if lane.name == _EVENT for mark in lane.marks]
        for mark in marks if len(marks) <= _FEW else ():
            begins, width = _span(mark, axis)
            yield draw_rectangle("event", begins, _TOP - 6.0, width, bottom - _TOP + 6.0)


def _span(mark: DateMark, axis: TimeAxis) -> tuple[float, float]:
    begins, ends = axis.place(_day(mark.first)), axis.place(_day(mark.last) + 1)
    # A day is a mark and no span, however much room it has.
    return begins, _DAY if mark.first == mark.last else max(ends - begins, _DAY)


def _draw_mark(mark: DateMark, axis: TimeAxis, y: float, *, event: bool) -> Markup:
    begins, width = _span(mark, axis)
    kind = "doubtful" if mark.doubtful else "happened" if event else "dated"
    return draw_rectangle(kind, begins, y, width, _BAR)


def _draw_axis(axis: TimeAxis, bottom: float) -> Iterator[Markup]:
    """The dates over their ticks, and two strokes where the axis breaks."""
    for text, x in axis.ticks:
        yield draw_line("tick", x, _TOP - 8.0, x, bottom)
        yield write(text, x=x + 3.0, y=13.0, kind="soft", anchor="start")
    for x in axis.breaks:
        yield draw_rectangle("on-axis", x - 5.0, _TOP - 9.0, 10.0, bottom - _TOP + 9.0)
        for at in (x - 3.0, x + 3.0):
            yield draw_path("break", f"M{at - 3.0:.1f} 18l6 -14")


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


class _Dated(NamedTuple):
    """Something with a date."""

    when: PartialDate
    what: str


def chart_timeline(network: Network) -> Figure | None:
    """Show the dates of a casebook on lanes; None where it has fewer than two.

    Cost: linear in the records, and in sorting their dates.
    """
    lanes = tuple(Lane(name=name, marks=_marks(rows)) for name, rows in _dates(network).items() if rows)
    if sum(len(lane.marks) for lane in lanes) < 2:  # noqa: PLR2004
        return None
    rows = tuple((lane.name, mark.written, mark.label) for lane in lanes for mark in lane.marks)
    return Figure(
        caption=_CAPTION,
        picture=Timeline(lanes=lanes),
        words=Table(headings=("Lane", "Date", "What"), rows=rows),
    )


def _dates(network: Network) -> dict[str, list[_Dated]]:
    """What has a date, by lane."""
    book = network.casebook
    said = [statement for statement in book.statements if statement.claim in network.claims]

    def name(one: Statement) -> str:
        return name_of(network, one.origin)

    return {
        _EVENT: [
            *(_Dated(claim.when, quoted(claim.text.removesuffix("."))) for claim in book.claims if claim.when),
            *(
                _Dated(one.occurred, quoted(network.claims[one.claim].text.removesuffix(".")))
                for one in said
                if one.occurred
            ),
        ],
        "Seen": [_Dated(one.observed, f"by {name(one)}") for one in said if one.observed],
        "Said": [_Dated(one.stated, f"by {name(one)}") for one in said if one.stated],
        "Published": [
            *(_Dated(document.published, document.title) for document in book.documents if document.published),
            *(_Dated(one.published, f"what {name(one)} says") for one in said if one.published),
        ],
        "Corrected": [
            _Dated(one.standing.on, f"what {name(one)} said was {one.standing.is_}") for one in said if one.standing.on
        ],
    }


def _marks(rows: Iterable[_Dated]) -> tuple[DateMark, ...]:
    """One mark for each date; where there are too many, one for each tenth of the time they span."""
    dated: dict[str, list[_Dated]] = {}
    for row in sorted(rows, key=lambda row: (row.when.earliest, row.when.latest, str(row.when))):
        dated.setdefault(str(row.when), []).append(row)
    groups = list(dated.values())
    if len(groups) <= _MOST:
        return tuple(map(_mark, groups))
    first, last = groups[0][0].when.earliest, max(group[0].when.earliest for group in groups)
    size = ((last - first).days + 1) / _MOST
    bins: dict[int, list[_Dated]] = {}
    for group in groups:
        bins.setdefault(int((group[0].when.earliest - first).days / size), []).extend(group)
    return tuple(_mark(bins[place]) for place in sorted(bins))


def _mark(rows: Sequence[_Dated]) -> DateMark:
    first = min(row.when.earliest for row in rows).isoformat()
    last = max(row.when.latest for row in rows).isoformat()
    written = list(dict.fromkeys(str(row.when) for row in rows))
    labels = list(dict.fromkeys(row.what.removesuffix(".") for row in rows))
    together = len(labels) > 1 or len(written) > 1
    return DateMark(
        label=listed(labels, most=3) if together else labels[0],
        first=first,
        last=last,
        doubtful=any(row.when.doubtful for row in rows),
        written=written[0] if len(written) == 1 else f"{first} to {last}",
    )
