"""Moments: points in time to the microsecond, in one spelling, so that their order is that of their text."""

import re
from datetime import UTC, datetime, timedelta

import attrs

from claimtrack._record import small_record
from claimtrack.errors import BadMoment

__all__ = ["Moment", "moment_of"]

_WHOLE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_GIVEN = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)(?P<zone>Z|[+-]\d\d:\d\d)?)?", re.ASCII
)
_DAY = timedelta(days=1)
_TICK = timedelta(microseconds=1)


def _is_whole(_: object, __: object, text: str) -> None:
    if type(text) is not str or _WHOLE.fullmatch(text) is None:
        raise BadMoment(place="", seen=str(text))
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise BadMoment(place="", seen=text) from None


@small_record
class Moment:
    """A point in time: year to microsecond in Coordinated Universal Time, always spelled out.

    Raises:
        BadMoment: the text is not spelled like that, or there is no such time.

    Example:
        >>> Moment("2021-03-30T09:15:00.000000Z") < Moment("2021-03-30T09:15:00.000001Z")
        True
    """

    text: str = attrs.field(validator=_is_whole)
    """The time as `YYYY-MM-DDThh:mm:ss.ffffffZ`."""

    def __str__(self) -> str:
        """The time as it is spelled."""
        return self.text

    def __lt__(self, other: "Moment") -> bool:
        """Whether it comes before another."""
        return self.text < other.text

    def __le__(self, other: "Moment") -> bool:
        """Whether it comes before another, or is the same."""
        return self.text <= other.text

    @property
    def day(self) -> str:
        """Its day, as YYYY-MM-DD."""
        return self.text[:10]

    @classmethod
    def of(cls, time: datetime) -> "Moment":
        """The moment of a time that knows its zone."""
        return cls(time.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z"))

    def next(self) -> "Moment":
        """The moment a microsecond later."""
        return Moment.of(datetime.fromisoformat(self.text) + _TICK)


def moment_of(text: str, *, end: bool = False) -> Moment:
    """The moment that a day, or a day with its time, names; without a zone it is Coordinated Universal Time.

    Args:
        text: such as `2021-03-30`, `2021-03-30T09:15Z` or `2021-03-30 09:15:30+01:00`.
        end: whether what is said roughly is meant up to its end: a day up to its last microsecond, a minute likewise.

    Raises:
        BadMoment: it is none of these, or there is no such time.

    Example:
        >>> moment_of("2021-03-30", end=True).text
        '2021-03-30T23:59:59.999999Z'
    """
    found = _GIVEN.fullmatch(text)
    if found is None:
        raise BadMoment(place="", seen=text)
    try:
        time = datetime.fromisoformat(f"{found['day']}T{found['time'] or '00:00'}{found['zone'] or 'Z'}")
        span = timedelta(0) if not end else _span(found["time"])
        return Moment.of(time + max(span - _TICK, timedelta(0)))
    except (ValueError, OverflowError):
        raise BadMoment(place="", seen=text) from None


def _span(time: str | None) -> timedelta:
    """How long what was written lasts: a day, a minute, a second, or no time at all."""
    if time is None:
        return _DAY
    if time.count(":") == 1:
        return timedelta(minutes=1)
    return timedelta(0) if "." in time else timedelta(seconds=1)
