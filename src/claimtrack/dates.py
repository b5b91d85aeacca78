"""When: dates as sources give them, rough or in doubt, and moments as a ledger records them, exact and in order."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

import attrs

from claimtrack._records import small_record
from claimtrack.errors.problems import BadDate, BadMoment, OutOfRange

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<doubt>[?~%])?", re.ASCII)
_DAY_WITH_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?", re.ASCII
)
_LAST_MONTH = 12
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_ROUGH_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)(?P<zone>Z|[+-]\d\d:\d\d)?)?", re.ASCII
)
_TICK = timedelta(microseconds=1)


@small_record
class PartialDate:
    """A year, month or day, an interval of them, or a day with its time; possibly in doubt.

    The forms are the commonest of the Extended Date/Time Format (EDTF). The suffix `~` means approximate, `?`
    uncertain, `%` both. A doubt is recorded and shown; it does not widen `earliest` and `latest`.

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
    """Whether the date is marked as approximate or uncertain."""

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
        """Whether every day that this date allows is before every day of the other; a doubtful date never surely is."""
        return not (self.doubtful or other.doubtful) and self.latest < other.earliest


def _span(part: str, whole: str) -> tuple[date, date, bool]:
    timed = _DAY_WITH_TIME.fullmatch(part)
    match = _DATE.fullmatch(timed[1] if timed else part)
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


def _is_moment(_: object, __: object, text: str) -> None:
    if type(text) is not str or _MOMENT.fullmatch(text) is None:
        raise BadMoment(place="", seen=str(text))
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise BadMoment(place="", seen=text) from None


@small_record
class Moment:
    """A point in time to the microsecond, in Coordinated Universal Time.

    It has one spelling, so that moments sort as their texts do.

    Raises:
        BadMoment: the text is not spelled like that, or there is no such time.

    Example:
        >>> Moment("2021-03-30T09:15:00.000000Z") < Moment("2021-03-30T09:15:00.000001Z")
        True
    """

    text: str = attrs.field(validator=_is_moment)
    """The time as `YYYY-MM-DDThh:mm:ss.ffffffZ`."""

    def __str__(self) -> str:
        """The time as it is spelled."""
        return self.text

    def __lt__(self, other: "Moment") -> bool:
        """Whether it comes before another."""
        return self.text < other.text

    def __le__(self, other: "Moment") -> bool:
        """Whether it comes before another, or is equal."""
        return self.text <= other.text

    @property
    def day(self) -> str:
        """Its day, as YYYY-MM-DD."""
        return self.text[:10]

    @classmethod
    def of(cls, time: datetime) -> "Moment":
        """The moment of a time with a zone."""
        return cls(time.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z"))

    def next(self) -> "Moment":
        """The moment one microsecond later.

        Raises:
            OutOfRange: this is the last moment that there is.
        """
        try:
            return Moment.of(datetime.fromisoformat(self.text) + _TICK)
        except OverflowError:
            raise OutOfRange(place="", seen=self.text, expected="a moment that another can follow") from None


def moment_of(text: str, *, end: bool = False) -> Moment:
    """The moment that a day, or a day with a time, begins or ends; without a zone, in Coordinated Universal Time.

    Args:
        text: such as `2021-03-30`, `2021-03-30T09:15Z` or `2021-03-30 09:15:30+01:00`.
        end: whether the last microsecond of the day, minute or second is meant instead of the first.

    Raises:
        BadMoment: the text has another form, or there is no such time.

    Example:
        >>> moment_of("2021-03-30", end=True).text
        '2021-03-30T23:59:59.999999Z'
    """
    found = _ROUGH_MOMENT.fullmatch(text)
    if found is None:
        raise BadMoment(place="", seen=text)
    try:
        time = datetime.fromisoformat(f"{found['day']}T{found['time'] or '00:00'}{found['zone'] or 'Z'}")
        span = timedelta(0) if not end else _length_of(found["time"])
        return Moment.of(time + max(span - _TICK, timedelta(0)))
    except (ValueError, OverflowError):
        raise BadMoment(place="", seen=text) from None


def _length_of(time: str | None) -> timedelta:
    """How long the day, minute or second lasts that was written; nothing where it is written to the microsecond."""
    if time is None:
        return timedelta(days=1)
    if time.count(":") == 1:
        return timedelta(minutes=1)
    return timedelta(0) if "." in time else timedelta(seconds=1)
