"""How values are declared: frozen, and built by keyword."""

from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform

import attrs

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def record(cls: type[_T]) -> type[_T]:
    """Make a class a record: immutable, slotted, built by keyword, compared by value."""
    return attrs.frozen(cls, kw_only=True)


@dataclass_transform(frozen_default=True, field_specifiers=(attrs.field,))
def small_record(cls: type[_T]) -> type[_T]:
    """Make a class a record that also takes its fields by position."""
    return attrs.frozen(cls)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def error(cls: type[_T]) -> type[_T]:
    """Make an exception class a record, compared by identity as exceptions are."""
    make: Callable[[type[_T]], type[_T]] = attrs.frozen(kw_only=True, str=False, slots=False, eq=False)
    return make(cls)


def evolve(value: _T, **changes: Any) -> _T:  # noqa: ANN401
    """A copy of a record with some fields changed; its validators run again."""
    copy: _T = attrs.evolve(value, **changes)  # type: ignore[misc]
    return copy


def fields_of(kind: type) -> "tuple[attrs.Attribute[Any], ...]":
    """The fields of a record's class, in order."""
    fields: tuple[attrs.Attribute[Any], ...] = tuple(attrs.fields(kind))
    return fields


def plain_of(value: object) -> dict[str, Any]:
    """The fields of a record, and of the records in it, as a dictionary."""
    return attrs.asdict(value)  # type: ignore[arg-type]


def is_record(value: object) -> bool:
    """Whether a value is a record."""
    return attrs.has(type(value))
