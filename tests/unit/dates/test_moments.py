"""Moments: points in time whose order is that of their text."""

from datetime import datetime

import pytest
from hypothesis import given, strategies as st

import claimtrack as ct
from claimtrack.dates import Moment, moment_of
from claimtrack.errors.problems import BadMoment


@pytest.mark.parametrize(
    ("written", "end", "spelled"),
    [
        ("2021-03-30", False, "2021-03-30T00:00:00.000000Z"),
        ("2021-03-30", True, "2021-03-30T23:59:59.999999Z"),
        ("2021-03-30T09:15Z", False, "2021-03-30T09:15:00.000000Z"),
        ("2021-03-30 09:15", True, "2021-03-30T09:15:59.999999Z"),
        ("2021-03-30T09:15:30+01:00", True, "2021-03-30T08:15:30.999999Z"),
        ("2021-03-30T09:15:30.25Z", True, "2021-03-30T09:15:30.250000Z"),
    ],
)
def test_what_is_written_names_a_moment(written: str, end: bool, spelled: str) -> None:  # noqa: FBT001
    """A day, a minute or a second names its beginning, or its end where that is meant; no zone is UTC."""
    assert spelled == moment_of(written, end=end).text


@pytest.mark.parametrize(
    "written", ["", "yesterday", "2021", "2021-03", "2021-13-01", "2021-02-30", "2021-03-30T25:00"]
)
def test_what_names_no_moment_is_refused(written: str) -> None:
    """The error shows what was written and the forms that are expected."""
    with pytest.raises(BadMoment, match="expected a form such as 2021-03-30"):
        moment_of(written)


def test_only_the_whole_spelling_is_a_moment() -> None:
    """A record of events has one spelling for each time, so that its bytes can be held to."""
    for text in ("2021-03-30", "2021-03-30T09:15:00Z", "2021-02-30T00:00:00.000000Z"):
        with pytest.raises(BadMoment):
            Moment(text)


TIMES = st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2200, 1, 1), timezones=st.timezones())  # noqa: DTZ001


@given(TIMES, TIMES)
def test_the_order_of_moments_is_that_of_times(one: object, other: object) -> None:
    """Whatever their zones, the earlier time is the lesser moment."""
    before, after = Moment.of(one), Moment.of(other)  # type: ignore[arg-type]
    assert (before < after) == (one < other)  # type: ignore[operator]
    assert before < before.next()
    assert ct.dates.Moment is Moment
