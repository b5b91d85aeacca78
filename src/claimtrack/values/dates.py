"""Dates that may be in doubt: the commonest forms of the Extended Date/Time Format (EDTF)."""

import re
from calendar import monthrange
from datetime import date

import attrs

from claimtrack._record import small_record
from claimtrack.errors import BadDate

__all__ = ["PartialDate"]

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
