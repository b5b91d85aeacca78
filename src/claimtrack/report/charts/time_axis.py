"""An axis of time that breaks where nothing happened for long."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from claimtrack.report.charts.drawing import SMALL, measure

_LARGE = 0.3
"""A gap breaks the axis if it takes up more of it than this, larger gaps left out."""
_BREAK, _ASIDE, _LABEL = 22.0, 3.0, measure("2000-00-00", SMALL) + 8.0
"""How wide a break is, how far a date stands from its tick, and the least room for a date."""
_YEARS, _MONTHS, _DECEMBER = 3 * 366, 62, 12


class _Piece(NamedTuple):
    """Days without a break, and where they are drawn."""

    first: int
    end: int
    left: float
    right: float

    def place(self, day: int) -> float:
        return self.left + (self.right - self.left) * (day - self.first) / (self.end - self.first)


class TimeAxis(NamedTuple):
    """An axis of time, in pieces."""

    pieces: tuple[_Piece, ...]

    def place(self, day: int) -> float:
        """Where a day begins; a day is given as its ordinal."""
        piece = next((piece for piece in self.pieces if day <= piece.end), self.pieces[-1])
        return piece.place(max(day, piece.first))

    @property
    def breaks(self) -> tuple[float, ...]:
        """The middle of each break."""
        return tuple((one.right + other.left) / 2.0 for one, other in zip(self.pieces, self.pieces[1:], strict=False))

    @property
    def ticks(self) -> Iterator[tuple[str, float]]:
        """The dates to write and where, each with room for itself."""
        for piece in self.pieces:
            free = piece.left
            end = piece.right + (1.0 if piece is self.pieces[-1] else _BREAK / 2.0 - 6.0)
            for text, day in _ticks(piece.first, piece.end, max(int((piece.right - piece.left) / _LABEL), 1)):
                x = piece.place(day)
                if x >= free and x + _ASIDE + measure(text, SMALL) <= end:
                    free = x + _LABEL
                    yield text, x


def make_axis(spans: Sequence[tuple[int, int]], left: float, right: float) -> TimeAxis:
    """Make an axis for spans of days, given as the ordinals of the first and the last one.

    Cost: linear in the spans, and sorting them.

    Example:
        >>> axis = make_axis([(1, 1), (1000, 1004)], 0.0, 200.0)
        >>> [(piece.first, piece.end) for piece in axis.pieces]
        [(1, 2), (1000, 1005)]
    """
    joined: list[list[int]] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], last + 1)
        else:
            joined.append([first, last + 1])
    cuts = _cuts(joined, most=int((right - left) / (_LABEL + _BREAK)) - 1)
    pieces: list[tuple[int, int]] = []
    for place, (first, end) in enumerate(joined):
        if pieces and place not in cuts:
            pieces[-1] = pieces[-1][0], end
        else:
            pieces.append((first, end))
    return TimeAxis(tuple(_spread(pieces, left, right)))


def _cuts(joined: Sequence[Sequence[int]], *, most: int) -> set[int]:
    """Before which spans the axis breaks."""
    gaps = sorted(((joined[at][0] - joined[at - 1][1], at) for at in range(1, len(joined))), key=lambda gap: -gap[0])
    length = joined[-1][1] - joined[0][0]
    cuts: set[int] = set()
    for gap, at in gaps[: max(most, 0)]:
        if gap <= _LARGE * length:
            break
        cuts.add(at)
        length -= gap
    return cuts


def _spread(pieces: Sequence[tuple[int, int]], left: float, right: float) -> Iterator[_Piece]:
    """The pieces from left to right: room for a date each, and what is left by their days."""
    room = right - left - _BREAK * (len(pieces) - 1)
    least = min(_LABEL, room / len(pieces))
    days = sum(end - first for first, end in pieces)
    x = left
    for first, end in pieces:
        width = least + (room - least * len(pieces)) * (end - first) / days
        yield _Piece(first, end, x, x + width)
        x += width + _BREAK


def _ticks(first: int, last: int, most: int) -> Iterator[tuple[str, int]]:
    """The labels of a piece and their days: years, months or days, as the span has room for."""
    start, end, span = date.fromordinal(first), date.fromordinal(last - 1), last - first
    if span > _YEARS:
        years = range(start.year, end.year + 1)
        for year in years[:: -(-len(years) // most)]:
            yield str(year), max(date(year, 1, 1).toordinal(), first)
    elif span > _MONTHS:
        # Months are counted from the year 0, so that a step of several months runs over the turn of a year.
        months = range(start.year * _DECEMBER + start.month - 1, end.year * _DECEMBER + end.month)
        for month in months[:: -(-len(months) // most)]:
            day = date(month // _DECEMBER, month % _DECEMBER + 1, 1)
            yield day.isoformat()[:7], max(day.toordinal(), first)
    else:
        for number in range(first, last, -(-span // most)):
            yield date.fromordinal(number).isoformat(), number
