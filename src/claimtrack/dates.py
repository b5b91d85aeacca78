"""Dates that may be in doubt: the commonest forms of the Extended Date/Time Format (EDTF).

Moments: points in time to the microsecond, in one spelling, so that their order is that of their text.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

import attrs

from claimtrack._records import small_record
from claimtrack.errors.problems import BadDate, BadMoment

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<doubt>[?~%])?", re.ASCII)

_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?", re.ASCII)

_LAST_MONTH = 12


@small_record
class PartialDate:
    """A year, month or day, an interval of them, or a day with its time; each with the doubt it carries.

    The suffix `~` means approximate, `?` uncertain, `%` both. A doubt is recorded and shown; it does not
    widen `earliest` and `latest`, which are what the text says.

    Raises:
        BadDate: the text is not such a date, or the date does not exist.

    Example:
        >>> PartialDate("2021-03~").latest
        datetime.date(2021, 3, 31)
        >>> PartialDate("2021-01/2021-03").earliest
        datetime.date(2021, 1, 1)

    References:
        Library of Congress, *Extended Date/Time Format (EDTF) Specification* (2019): level 0, and of
        level 1 the qualification of a whole date.
    """

    text: str
    """The date as it was written."""
    earliest: date = attrs.field(init=False, repr=False, eq=False)
    """The first day that the text allows."""
    latest: date = attrs.field(init=False, repr=False, eq=False)
    """The last day that the text allows."""
    doubtful: bool = attrs.field(init=False, repr=False, eq=False)
    """Whether the text says that the date is approximate or uncertain."""

    def __attrs_post_init__(self) -> None:
        """Work out the first and last day."""
        if not isinstance(self.text, str):
            raise BadDate(place="", seen=str(self.text))
        first, slash, last = self.text.partition("/")
        earliest, ending, doubtful = _span(first, self.text)
        if slash:
            beginning, ending, also = _span(last, self.text)
            doubtful = doubtful or also
            if earliest > beginning:
                raise BadDate(place="", seen=self.text)
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", ending)
        object.__setattr__(self, "doubtful", doubtful)

    def __str__(self) -> str:
        """The date as it was written."""
        return self.text

    def surely_before(self, other: "PartialDate") -> bool:
        """Whether every day that this date allows comes before every day that the other allows.

        A date in doubt is surely before or after nothing.
        """
        return not (self.doubtful or other.doubtful) and self.latest < other.earliest


def _span(part: str, whole: str) -> tuple[date, date, bool]:
    timed = _TIME.fullmatch(part)
    match = _DAY.fullmatch(timed[1] if timed else part)
    if match is None:
        raise BadDate(place="", seen=whole)
    year, month, day = int(match["year"]), match["month"], match["day"]
    try:
        if day is not None:
            first = last = date(year, int(month), int(day))
        elif month is not None:
            first = date(year, int(month), 1)
            last = date(year, int(month), monthrange(year, int(month))[1])
        else:
            first, last = date(year, 1, 1), date(year, _LAST_MONTH, 31)
    except ValueError:
        raise BadDate(place="", seen=whole) from None
    return first, last, match["doubt"] is not None


_WHOLE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)

_GIVEN = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)(?P<zone>Z|[+-]\d\d:\d\d)?)?", re.ASCII
)

_ONE_DAY = timedelta(days=1)

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
        span = timedelta(0) if not end else _length_of(found["time"])
        return Moment.of(time + max(span - _TICK, timedelta(0)))
    except (ValueError, OverflowError):
        raise BadMoment(place="", seen=text) from None


def _length_of(time: str | None) -> timedelta:
    """How long what was written lasts: a day, a minute, a second, or no time at all."""
    if time is None:
        return _ONE_DAY
    if time.count(":") == 1:
        return timedelta(minutes=1)
    return timedelta(0) if "." in time else timedelta(seconds=1)
