"""How values are declared: frozen, and built by keyword; and what they show when they are only looked at."""

import copyreg
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, dataclass_transform, get_args, get_origin, get_type_hints

import attrs

_T = TypeVar("_T")


def _read_only(held: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(held)


# Python pickles no read-only mapping, which records hold, until it is told how.
copyreg.pickle(MappingProxyType, lambda held: (_read_only, (dict(held),)))


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def record(cls: type[_T]) -> type[_T]:
    """Make a class a record: immutable, slotted, built by keyword, compared by value; its `repr` is `without_texts`."""
    _look_without_texts(cls)
    return attrs.frozen(cls, kw_only=True, repr=False)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def constant_record(cls: type[_T]) -> type[_T]:
    """Make a class a record of what the library or its user sets, such as a scale; its `repr` shows all of it.

    Nothing that comes from a casebook may stand in one.
    """
    return attrs.frozen(cls, kw_only=True)


@dataclass_transform(frozen_default=True, field_specifiers=(attrs.field,))
def small_record(cls: type[_T]) -> type[_T]:
    """Make a class a record that also takes its fields by position; it holds no text of a casebook."""
    return attrs.frozen(cls)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def error(cls: type[_T]) -> type[_T]:
    """Make an exception class a record, compared by identity as exceptions are; its `repr` is `without_texts`."""
    _look_without_texts(cls)
    make: Callable[[type[_T]], type[_T]] = attrs.frozen(kw_only=True, str=False, slots=False, eq=False, repr=False)
    return make(cls)


class Postponed:
    """A base for records of which some fields may be worked out when the first of them is asked for, and then kept.

    Comparing, copying, pickling and looking ask for all fields: such a record is like one that was built whole.
    """

    __slots__ = ("_work",)

    if not TYPE_CHECKING:  # else no misspelt field would be found

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401
            """Work out the fields that are not there yet: Python asks here only for what it does not find."""
            if name.startswith("_") or not hasattr(self, "_work"):
                raise AttributeError(f"{type(self).__name__} has no {name}", name=name, obj=self)
            for field, found in self._work().items():
                object.__setattr__(self, field, found)
            # What is kept is that nothing is left to do, not that there was something: what it needed may be large.
            object.__setattr__(self, "_work", dict)
            return object.__getattribute__(self, name)


def postpone(kind: type[_T], work: Callable[[], Mapping[str, Any]], /, **known: Any) -> _T:  # noqa: ANN401
    """A record of which some fields are known and the others will come from some work; no validator runs.

    Args:
        kind: a class of records that is `Postponed`.
        work: gives the other fields by name; it must give the same whenever it is done.
        known: the fields that are known, by name.
    """
    value = object.__new__(kind)
    for name, found in known.items():
        object.__setattr__(value, name, found)
    object.__setattr__(value, "_work", work)
    return value


def evolve(value: _T, **changes: Any) -> _T:  # noqa: ANN401
    """A copy of a record with some fields changed; its validators run again."""
    copy: _T = attrs.evolve(value, **changes)  # type: ignore[misc]
    return copy


def unfrozen(kind: type) -> type[Any]:
    """A class with the fields of a record, which can be set: for code that makes very many records of valid values.

    What has all its fields becomes a record when its `__class__` is set to `kind`. That takes a fifth of the time that
    the record's own constructor takes, which must go around its frozen fields one by one.
    """
    free = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(kind.__name__, (kind,), free)


def fields_of(kind: type) -> "tuple[attrs.Attribute[Any], ...]":
    """The fields of a record's class, in order."""
    fields: tuple[attrs.Attribute[Any], ...] = tuple(attrs.fields(kind))
    return fields


def converted(each: "attrs.Attribute[Any]", value: object) -> Any:  # noqa: ANN401
    """A value as a record keeps it in a field."""
    convert: Any = each.converter
    return value if convert is None else convert(value)


def plain_of(value: object, change: Callable[[Any], Any] | None = None) -> dict[str, Any]:
    """The fields of a record, and of the records in it, as a dictionary; each value changed first, if that is asked."""
    serializer = None if change is None else lambda _, __, found: change(found)
    return attrs.asdict(value, value_serializer=serializer)  # type: ignore[arg-type]


def is_record(value: object) -> bool:
    """Whether a value is a record."""
    return attrs.has(type(value))


_LONGEST_LOOK = 240
"""A `repr` is cut off there, so that it takes three lines at most."""


def without_texts(value: Any) -> str:  # noqa: ANN401
    """What a value shows when it is only looked at, in a notebook, a log or a traceback: no text of a casebook.

    Any text may name a hidden source, and so may an id; they are to be asked for by their fields. What is left are
    numbers, dates, sizes, and the words of closed lists, such as `asserts`.

    Example:
        >>> from claimtrack.model import Source
        >>> Source(id="nurse", name="Ada Quill", reliability="B")
        Source(kind='person', reliability='B', protected=False)
    """
    kind: Any = type(value)
    parts = (f"{name}={seen}" for name in _looked_at(kind) if (seen := _look_of(getattr(value, name), kind, name)))
    text = f"{kind.__name__}({', '.join(parts)})"
    return text if len(text) <= _LONGEST_LOOK else f"{text[:_LONGEST_LOOK]}…"


def _look_without_texts(cls: type) -> None:
    if "__repr__" not in vars(cls):
        cls.__repr__ = without_texts  # type: ignore[assignment, method-assign]


@cache
def _looked_at(kind: type) -> tuple[str, ...]:
    """The fields of a record or named tuple of which something may be shown."""
    if attrs.has(kind):
        return tuple(each.name for each in fields_of(kind) if each.repr)
    names: tuple[str, ...] = kind._fields  # type: ignore[attr-defined]
    return names


def _look_of(value: Any, kind: type, name: str) -> str:  # noqa: ANN401
    """What is shown of the value of a field; empty for what is not."""
    if isinstance(value, str):
        return repr(str(value)) if value in _words_of(kind).get(name, ()) else ""
    if isinstance(value, bool | int | float | date | Enum) or is_record(value):
        return repr(value)
    if isinstance(value, Collection) and not isinstance(value, bytes):
        return f"<{len(value)}>" if value else ""
    return ""


@cache
def _words_of(kind: type) -> Mapping[str, frozenset[str]]:
    """For each field of a class: the words that its type lists."""
    try:
        hints = get_type_hints(kind)
    except NameError:  # a type that is imported for type checkers only
        return {}
    return {name: frozenset(_listed(hint)) for name, hint in hints.items()}


def _listed(hint: object) -> Iterator[str]:
    if get_origin(hint) is Literal:
        yield from (word for word in get_args(hint) if isinstance(word, str))
    else:
        for part in get_args(hint):
            yield from _listed(part)
