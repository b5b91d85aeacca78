"""When things happened, were said and were published: a lane for each, and a bar where a date is in doubt."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from claimtrack._records import record
from claimtrack.analysis.sentences import SAID, name_of
from claimtrack.dates import PartialDate
from claimtrack.network.build import Network
from claimtrack.report.blocks import Figure, Table
from claimtrack.report.charts.drawing import WIDE, cut, draw_line, draw_rectangle, frame, measure, write
from claimtrack.report.markup import Markup
from claimtrack.text.words import counted, listed

_MOST = 10
"""How many marks a lane can hold; where there are more, those that are close in time become one."""
_CAPTION = (
    "When it happened, when it was said, when it was published. A bar is a span of days that the date allows; a pale "
    "one is approximate or uncertain."
)
_LEFT, _ROW, _TOP, _GAP = 92.0, 22.0, 26.0, 8.0
_YEARS, _MONTHS, _MOST_TICKS = 3 * 366, 62, 7
_DECEMBER = 12


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
    """Dates on lanes under one axis, one mark to a row so that none can lie over another."""

    lanes: tuple[Lane, ...]
    """The lanes, from the top."""

    def draw(self, number: int, *, wide: float = WIDE) -> Markup:
        """The lanes as SVG."""
        marks = [mark for lane in self.lanes for mark in lane.marks]
        first = min(_day(mark.first) for mark in marks)
        last = max(_day(mark.last) for mark in marks) + 1
        scale = (wide - _LEFT - 10.0) / max(last - first, 1)
        height = _TOP + _GAP + sum(_ROW * len(lane.marks) + _GAP for lane in self.lanes)
        drawn: list[Markup] = []
        for text, day in _ticks(first, last):
            x = _LEFT + (day - first) * scale
            if x + measure(text) <= wide:
                drawn.append(draw_line("tick", x, _TOP - 6.0, x, height))
                drawn.append(write(text, x=x + 3.0, y=13.0, kind="soft", anchor="start"))
        top = _TOP
        for lane in self.lanes:
            drawn.append(draw_line("axis", 0, top, wide, top))
            drawn.append(write(lane.name, x=0.0, y=top + 16.0, kind="strong", anchor="start"))
            for place, mark in enumerate(lane.marks):
                begins = _LEFT + (_day(mark.first) - first) * scale
                ends = _LEFT + (_day(mark.last) + 1 - first) * scale
                drawn += _draw_mark(mark, begins, max(ends - begins, 5.0), top + 4.0 + _ROW * place, wide)
            top += _ROW * len(lane.marks) + _GAP
        title = "; ".join(f"{lane.name}: {', '.join(mark.written for mark in lane.marks)}" for lane in self.lanes)
        return frame("timeline", title, number, *drawn, width=wide, height=height)


def _draw_mark(mark: DateMark, begins: float, width: float, y: float, wide: float) -> Iterator[Markup]:
    """A bar with its text on it, after it or before it: wherever most of the text fits."""
    kind = "doubtful" if mark.doubtful else "dated"
    yield draw_rectangle(kind, begins, y + 3.0, width, 12)
    text = f"{mark.written}  {mark.label}"
    after, before = wide - begins - width - 8.0, begins - _LEFT - 8.0
    if max(after, before) < width and measure(text) > after:
        yield write(cut(text, width - 12.0), x=begins + 6.0, y=y + 13.0, kind=f"on-{kind}", anchor="start")
    elif after >= before or measure(text) <= after:
        yield write(cut(text, after), x=begins + width + 6.0, y=y + 13.0, anchor="start")
    else:
        yield write(cut(text, before), x=begins - 6.0, y=y + 13.0, anchor="end")


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _ticks(first: int, last: int) -> Iterator[tuple[str, int]]:
    """The labels of the axis and their days: years, months or days, as the span has room for."""
    start, end, span = date.fromordinal(first), date.fromordinal(last - 1), last - first
    if span > _YEARS:
        years = range(start.year, end.year + 1)
        for year in years[:: 1 + len(years) // _MOST_TICKS]:
            yield str(year), max(date(year, 1, 1).toordinal(), first)
    elif span > _MONTHS:
        # Months are counted from the year 0, so that a step of several months runs over the turn of a year.
        months = range(start.year * _DECEMBER + start.month - 1, end.year * _DECEMBER + end.month)
        for month in months[:: 1 + len(months) // _MOST_TICKS]:
            day = date(month // _DECEMBER, month % _DECEMBER + 1, 1)
            yield day.isoformat()[:7], max(day.toordinal(), first)
    else:
        for number in range(first, last, 1 + span // _MOST_TICKS):
            yield date.fromordinal(number).isoformat(), number


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

    def by(origin: str, what: str) -> str:
        return f"{what} by {name_of(network, origin)}"

    return {
        "Event": [
            *(_Dated(claim.when, claim.text) for claim in book.claims if claim.when),
            *(_Dated(one.occurred, network.claims[one.claim].text) for one in said if one.occurred),
        ],
        "Observed": [_Dated(one.observed, by(one.origin, "observed")) for one in said if one.observed],
        "Statement": [_Dated(one.stated, by(one.origin, SAID[one.stance])) for one in said if one.stated],
        "Publication": [
            *(_Dated(document.published, document.title) for document in book.documents if document.published),
            *(_Dated(one.published, by(one.origin, "published")) for one in said if one.published),
        ],
        "Correction": [
            _Dated(one.standing.on, f"statement {one.id} {one.standing.is_}") for one in said if one.standing.on
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
        label=f"{counted(len(rows), 'time')}: {listed(labels, most=2)}" if together else labels[0],
        first=first,
        last=last,
        doubtful=any(row.when.doubtful for row in rows),
        written=written[0] if len(written) == 1 else f"{first} to {last}",
    )
