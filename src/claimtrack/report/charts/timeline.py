"""When things happened, were said and were published: a lane for each, and a bar where a date is in doubt."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from claimtrack.analysis.sentences import SAID, name_of
from claimtrack.dates import PartialDate
from claimtrack.network.build import Network
from claimtrack.report.blocks import Figure, Table
from claimtrack.report.charts.pictures import Lane, Mark, Timeline
from claimtrack.text.words import counted, listed

_MOST = 10
"""So many marks a lane can hold; more are put together by the time in which they fall."""
_CAPTION = (
    "When it happened, when it was said, when it was published. A bar is a span of days that the date allows; a pale "
    "one is approximate or uncertain."
)


class _Dated(NamedTuple):
    """Something with a date."""

    when: PartialDate
    what: str


def timeline_figure(network: Network) -> Figure | None:
    """The dates of a casebook on lanes; None where it has fewer than two.

    Cost: linear in the records, and in sorting their dates.
    """
    book = network.casebook
    said = [statement for statement in book.statements if statement.claim in network.claims]
    found = {
        "Event": [
            *(_Dated(claim.when, claim.text) for claim in book.claims if claim.when),
            *(_Dated(one.occurred, network.claims[one.claim].text) for one in said if one.occurred),
        ],
        "Observed": [_Dated(one.observed, _by(network, one.origin, "observed")) for one in said if one.observed],
        "Statement": [_Dated(one.stated, _by(network, one.origin, SAID[one.stance])) for one in said if one.stated],
        "Publication": [
            *(_Dated(document.published, document.title) for document in book.documents if document.published),
            *(_Dated(one.published, _by(network, one.origin, "published")) for one in said if one.published),
        ],
        "Correction": [
            _Dated(one.standing.on, f"statement {one.id} {one.standing.is_}") for one in said if one.standing.on
        ],
    }
    lanes = tuple(Lane(name=name, marks=_marks(rows)) for name, rows in found.items() if rows)
    if sum(len(lane.marks) for lane in lanes) < 2:  # noqa: PLR2004
        return None
    table = tuple((lane.name, mark.written, mark.label) for lane in lanes for mark in lane.marks)
    return Figure(
        caption=_CAPTION,
        picture=Timeline(lanes=lanes),
        words=Table(headings=("Lane", "Date", "What"), rows=table),
    )


def _by(network: Network, origin: str, what: str) -> str:
    return f"{what} by {name_of(network, origin)}"


def _marks(rows: Iterable[_Dated]) -> tuple[Mark, ...]:
    """One mark for each date; where there are too many, one for each part of the time that they take."""
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


def _mark(rows: Sequence[_Dated]) -> Mark:
    begins = min(row.when.earliest for row in rows)
    ends = max(row.when.latest for row in rows)
    written = list(dict.fromkeys(str(row.when) for row in rows))
    labels = list(dict.fromkeys(row.what.removesuffix(".") for row in rows))
    together = len(labels) > 1 or len(written) > 1
    return Mark(
        label=f"{counted(len(rows), 'time')}: {listed(labels, most=2)}" if together else labels[0],
        first=_day(begins),
        last=_day(ends),
        doubtful=any(row.when.doubtful for row in rows),
        written=written[0] if len(written) == 1 else f"{_day(begins)} to {_day(ends)}",
    )


def _day(day: date) -> str:
    return day.isoformat()
