"""Validators for the fields of records; each raises a problem placed at its field."""

import re
from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any, get_args

import attrs

from claimtrack.dates import Moment, PartialDate
from claimtrack.errors.base import inside, nearest, shown
from claimtrack.errors.problems import (
    BadId,
    DatesOutOfOrder,
    EmptyText,
    NotFinite,
    NotOneOf,
    OutOfRange,
    TooFew,
    WrongType,
)

Check = Callable[[Any, "attrs.Attribute[Any]", Any], None]
"""A validator: record, attribute, value; it raises a `Problem` placed at the attribute."""

_YEARS = 1000, 9999
_LEAST_PER_CENT = 2.0
"""The least number out of range that looks like per cents; a smaller one is likelier a slip in a share."""
LIST_OF_IDS = 'a list of short words in brackets, such as ["one", "two"]'
_LONGEST_ID = 100
_match_id = re.compile(rf"[^\W_][\w.:\-]{{0,{_LONGEST_ID - 1}}}").fullmatch
_TYPES = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "text",
    tuple: "a list",
    list: "a list",
    dict: "a table",
    type(None): "nothing",
}


def kind_of(value: object) -> str:
    """The type of a value, in words that do not reveal the value."""
    return _TYPES.get(type(value), type(value).__name__)


def a_text(*, empty: bool = True) -> Check:
    """Text, which may be empty by default."""

    def check(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if type(value) is not str:
            raise _wrong_type(attribute.name, value, "text")
        _check_encodable(attribute.name, value)
        if not empty and not value.strip():
            raise EmptyText(place=attribute.name)

    return check


def an_id(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """A short word that names a record."""
    if type(value) is not str:
        raise _wrong_type(attribute.name, value, "an id (a short word)")
    # Most ids are letters and digits, some with hyphens, which can be told faster than by matching all of them.
    is_plain = value.replace("-", "").isalnum() and value[0] != "-" and len(value) <= _LONGEST_ID
    if not is_plain and _match_id(value) is None:
        raise BadId(place=attribute.name, seen=value)


def a_short_word(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """What should be the id of another record."""
    _check_short_word(attribute.name, value)


def ids(least: int = 0) -> Check:
    """A tuple of at least `least` ids."""

    def check(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if type(value) is not tuple:
            raise _wrong_type(attribute.name, value, LIST_OF_IDS)
        for position, item in enumerate(value):
            _check_short_word(f"{attribute.name}[{position}]", item)
        if len(value) < least:
            raise TooFew(place=attribute.name, seen=len(value), expected=f"at least {least}")

    return check


def one_of(*words: str) -> Check:
    """One of some words; the check has them as its `words`, for those who look before they call it."""
    allowed = frozenset(words)

    def check(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if type(value) is not str:
            raise _wrong_type(attribute.name, value, f"one of {', '.join(words)}")
        if value not in allowed:
            raise NotOneOf(place=attribute.name, seen=value, allowed=words, near=nearest(value, words))

    check.words = allowed  # type: ignore[attr-defined]
    return check


def word_of(kind: object) -> Check:
    """One of the words of a `Literal`."""
    return one_of(*get_args(kind))


def a_number(
    low: float,
    high: float,
    expected: str,
    *,
    words: tuple[str, ...] = (),
    open_low: bool = False,
    open_high: bool = False,
) -> Check:
    """A finite number in a range, whose ends can be excluded; or one of some words instead."""
    allowed = frozenset(words)
    wanted = f"{', '.join(words)} or {expected}" if words else expected

    def is_in_range(value: float) -> bool:
        return (value > low if open_low else value >= low) and (value < high if open_high else value <= high)

    def check(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if type(value) is str and words:
            if value not in allowed:
                raise NotOneOf(place=attribute.name, seen=value, allowed=(*words, expected), near=nearest(value, words))
            return
        if type(value) is not float:
            raise _wrong_type(attribute.name, value, wanted + _as_share(value, is_in_range))
        if not isfinite(value):
            raise NotFinite(place=attribute.name, seen=shown(value), expected=wanted)
        if not is_in_range(value):
            told = _as_share(f"{value:g} %", is_in_range) if value >= _LEAST_PER_CENT else ""
            raise OutOfRange(place=attribute.name, seen=f"{value:g}", expected=wanted + told)

    return check


def _as_share(value: object, is_in_range: Callable[[float], bool]) -> str:
    """How to write a text such as `30 %` as a share; empty for any other value, and where the share is out of range."""
    found = re.fullmatch(r"\s*(\d{1,3}(?:\.\d+)?)\s*%\s*", value) if isinstance(value, str) else None
    if found is None or not is_in_range(float(found[1]) / 100):
        return ""
    return f"; for {float(found[1]):g} per cent write {float(found[1]) / 100:g}"


def a_whole_number(low: int, high: int) -> Check:
    """A whole number in a range, both ends included."""

    def check(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        expected = f"a whole number from {low} to {high}"
        if type(value) is not int:
            raise _wrong_type(attribute.name, value, expected)
        if not low <= value <= high:
            raise OutOfRange(place=attribute.name, seen=shown(value), expected=expected)

    return check


def yes_or_no(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """True or false."""
    if type(value) is not bool:
        raise _wrong_type(attribute.name, value, "true or false")


def a_date(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """A `PartialDate`."""
    if type(value) is not PartialDate:
        example = str(value) if type(value) is int and _YEARS[0] <= value <= _YEARS[1] else "2021-03~"
        raise _wrong_type(attribute.name, value, f'a date, such as 2021-03-30 or "{example}"')


def a_moment(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """A `Moment`."""
    if type(value) is not Moment:
        raise _wrong_type(attribute.name, value, "a moment, such as 2021-03-30T09:15:00.000000Z")


def a_record(kind: type, expected: str | None = None) -> Check:
    """A record of one class; `expected` replaces its name in the message."""

    def check(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if type(value) is not kind:
            raise _wrong_type(attribute.name.removeprefix("_"), value, expected or f"a {kind.__name__}")

    return check


def text_or(kind: type) -> Check:
    """Text, or a record of one class."""
    text = a_text()

    def check(record: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if type(value) is str:
            text(record, attribute, value)
        elif type(value) is not kind:
            raise _wrong_type(attribute.name, value, f"text or a {kind.__name__}")

    return check


def rows(kind: type, expected: str | None = None, *, each: str | None = None) -> Check:
    """A tuple of records of one class; `expected` and `each` replace its name in the messages."""

    def check(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if type(value) is not tuple:
            raise _wrong_type(attribute.name, value, expected or f"a tuple of {kind.__name__} records")
        for position, item in enumerate(value):
            if type(item) is not kind:
                raise _wrong_type(f"{attribute.name}[{position}]", item, each or f"a {kind.__name__}")

    return check


def table_of(words: tuple[str, ...]) -> Check:
    """A mapping from text to one of some words."""

    def check(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if not isinstance(value, Mapping):
            raise _wrong_type(attribute.name, value, "a table")
        for key, item in value.items():
            if type(key) is not str or not key.strip():
                raise EmptyText(place=attribute.name)
            place = inside(attribute.name, key)
            _check_encodable(place, key)
            if type(item) is not str:
                raise _wrong_type(place, item, f"one of {', '.join(words)}")
            if item not in words:
                raise NotOneOf(place=place, seen=item, allowed=words, near=nearest(item, words))

    return check


def maybe(check: Check) -> Check:
    """None, or what the other validator allows."""

    def checked(record: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if value is not None:
            check(record, attribute, value)

    return checked


def in_order(*pairs: tuple[str, PartialDate | None, str, PartialDate | None]) -> None:
    """Refuse a later date that certainly comes before an earlier one."""
    for before, first, after, second in pairs:
        if first is not None and second is not None and second.surely_before(first):
            raise DatesOutOfOrder(place=after, seen=str(second), before=before, earlier=str(first))


def _wrong_type(place: str, value: object, expected: str) -> WrongType:
    """The problem of a value with the wrong type."""
    return WrongType(place=place, seen=kind_of(value), expected=expected)


def _check_short_word(place: str, value: object) -> None:
    if type(value) is not str:
        raise _wrong_type(place, value, "a short word")
    _check_encodable(place, value)


def _check_encodable(place: str, value: str) -> None:
    """Refuse text that cannot be written to a file.

    Raises:
        WrongType: it has a lone surrogate.
    """
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise WrongType(place=place, seen="half a character (a lone surrogate)", expected="text") from None
