"""Dates with doubt: what a text allows, and which texts are no dates."""
# ruff: noqa: SIM300 (the expected value stands on the left)

import warnings
from datetime import date

import pytest
from hypothesis import example, given, strategies as st

from claimtrack.dates import PartialDate
from claimtrack.errors.problems import BadDate

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf import parse_edtf

_DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31))
_DOUBT = st.sampled_from(["", "~", "?", "%"])


@st.composite
def _single(draw: st.DrawFn) -> str:
    day = draw(_DAYS)
    return day.isoformat()[: draw(st.sampled_from([4, 7, 10]))] + draw(_DOUBT)


@st.composite
def _interval(draw: st.DrawFn) -> str:
    first, last = draw(_single()), draw(_single())
    if PartialDate(first).earliest > PartialDate(last).earliest:
        first, last = last, first
    return f"{first}/{last}"


def _oracle(text: str) -> tuple[date, date]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = parse_edtf(text)
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])


@given(_single())
@example("2020-02")
@example("2021-02")
@example("1900-02?")
@example("2000-02%")
@example("9998-12-31~")
def test_single_dates_span_what_edtf_says(text: str) -> None:
    """A year, month or day, doubted or not, allows exactly the days that the edtf package gives it."""
    assert _oracle(text) == (PartialDate(text).earliest, PartialDate(text).latest)


@given(_interval())
@example("2021-01/2021-03")
@example("2021/2021-06-30")
@example("2020-02~/2021?")
def test_intervals_span_what_edtf_says(text: str) -> None:
    """An interval runs from the first day of its beginning to the last day of its end, as edtf has it."""
    assert _oracle(text) == (PartialDate(text).earliest, PartialDate(text).latest)


def test_each_mark_makes_a_date_doubtful(subtests: pytest.Subtests) -> None:
    """Any of the three marks, at any precision and at either end, makes the whole date doubtful."""
    for form in ["2021{}", "2021-03{}", "2021-03-30{}", "2021{}/2022", "2021/2022{}"]:
        for mark in ["~", "?", "%"]:
            with subtests.test(form=form, mark=mark):
                assert (True, False) == (PartialDate(form.format(mark)).doubtful, PartialDate(form.format("")).doubtful)


def test_what_is_no_date_is_refused(subtests: pytest.Subtests) -> None:
    """A text of another form, or a day that never was, is refused with the text that was seen."""
    cases = [
        "", " ", "2021 ", " 2021", "21", "202", "20211", "2021-1", "2021-13", "2021-00", "2021-02-29", "2021-02-30",
        "2021-04-31", "2021-03-00", "2021-03-3", "2021-03-32", "0000", "2021/", "/2021", "/", "2021//2022",
        "2021/2022/2023", "2021-03/2021-01", "2021-06/2021", "2021~~", "~2021", "2021~?", "2021-~03", "-2021", "+2021",
        "2021-03-30T", "2021-03-30T25:00:00", "2021-03-30T10:60:00", "2021-03T10:00:00", "2021\n", "2021-03-30\n",
        "٢٠٢١", "2021–03", "2021-03-30\x00", "yesterday", "2021XX", "201X", "../2021", "2021/..", "2021-21",
    ]  # fmt: skip
    for text in cases:
        with subtests.test(text=text):
            with pytest.raises(BadDate) as caught:
                PartialDate(text)
            assert text == caught.value.seen


def test_leap_days_exist_in_leap_years_only() -> None:
    """29 February is a day of 2000 and 2020, not of 1900 or 2021."""
    assert date(2000, 2, 29) == PartialDate("2000-02-29").earliest
    assert date(2020, 2, 29) == PartialDate("2020-02").latest
    for text in ("1900-02-29", "2021-02-29"):
        with pytest.raises(BadDate):
            PartialDate(text)


@pytest.mark.parametrize("zone", ["", "Z", "+09:00", "-03:30"])
def test_a_time_of_day_keeps_its_day(zone: str) -> None:
    """A day with its time spans that day, as it was written."""
    when = PartialDate(f"2021-03-30T23:59:59{zone}")
    assert (date(2021, 3, 30), date(2021, 3, 30), False) == (when.earliest, when.latest, when.doubtful)


def test_a_date_is_its_text() -> None:
    """A date prints as it was written, and two are equal when their texts are."""
    assert "2021-03~" == str(PartialDate("2021-03~"))
    assert PartialDate("2021-03") == PartialDate("2021-03")
    assert PartialDate("2021-03") != PartialDate("2021-03~")
    assert 1 == len({PartialDate("2021"), PartialDate("2021")})


def test_a_date_cannot_be_changed() -> None:
    """A date is frozen."""
    with pytest.raises(AttributeError):
        PartialDate("2021").text = "2022"


@pytest.mark.parametrize(
    ("first", "second", "surely"),
    [
        ("2020", "2021", True),
        ("2021", "2021", False),
        ("2021-03-30", "2021-03-31", True),
        ("2021-03", "2021-03-31", False),
        ("2021-03", "2021-04-01", True),
        ("2021", "2021-12", False),
        ("2019~", "2021", False),
        ("2019", "2021?", False),
        ("2021-01/2021-03", "2021-04", True),
        ("2021-01/2021-04", "2021-04", False),
        ("2022", "2021", False),
    ],
)
def test_surely_before(first: str, second: str, *, surely: bool) -> None:
    """One date is surely before another when its last day is before the other's first and neither is in doubt."""
    assert surely is PartialDate(first).surely_before(PartialDate(second))


@given(_single(), _single())
def test_no_two_dates_are_each_surely_before_the_other(one: str, other: str) -> None:
    """`surely_before` never holds both ways, and never of a date and itself."""
    first, second = PartialDate(one), PartialDate(other)
    assert not (first.surely_before(second) and second.surely_before(first))
    assert not first.surely_before(first)
