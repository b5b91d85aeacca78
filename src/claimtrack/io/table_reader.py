"""Make a function that reads the tables of one class: most of the time of reading is spent in it.

It sets every field of a record once, converts and checks only what the table gives, and looks for what it does not know
by counting.
"""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import attrs

from claimtrack._public_fields import check_of, rule_of
from claimtrack._records import converted, fields_of, unfrozen
from claimtrack.errors.problems import UnknownKey, WrongType
from claimtrack.model.validators import kind_of

Read = Callable[[Any, Any], Any]
"""Takes a table, and a type that it does not look at, as the converter calls it."""


def table_reader(kind: type, names: Mapping[str, str], convert: Mapping[str, Callable[[Any], Any]]) -> Read:
    """A function that makes a record of a table, as its constructor would of the same values.

    Args:
        kind: the record's class.
        names: for each field that files hold, its name there.
        convert: for the fields whose values in files have another shape, what makes them those of the record.

    Raises (what is returned):
        KeyError: the table lacks a required field.
        Problem: the table has a key that is none of the names, a value is wrong, or it is no table.
    """
    known: dict[str, Any] = {"kind": kind, "unfrozen": unfrozen(kind), "new": object.__new__, "refuse": _refuse}
    known |= {"names": frozenset(names.values()), "rule": rule_of(kind)}
    lines = ["def read(table, _):", " if not isinstance(table, dict): refuse(table, names)"]
    lines += [" made, given = new(unfrozen), 0"]
    for each in fields_of(kind):
        name = each.name
        known |= {f"field_{name}": each, f"check_{name}": check_of(each), f"convert_{name}": convert.get(name)}
        found = f"table[{names.get(name)!r}]"
        value = f"convert_{name}({found})" if name in convert else found
        check = f"check_{name}(made, field_{name}, value)" if check_of(each) else "pass"
        words = getattr(check_of(each), "words", None)
        if words is not None:
            known[f"words_{name}"] = words
            check = f"value in words_{name} or {check}"
        given = f"made.{name} = value = {value}; {check}; given += 1"
        if each.default is attrs.NOTHING:
            lines += [f" {given}"]
            continue
        known[f"default_{name}"] = _default_of(each)
        absent = f"made.{name} = default_{name}"
        lines += [f" if {names[name]!r} in table: {given}", f" else: {absent}"] if name in names else [f" {absent}"]
    lines += [" if given != len(table): refuse(table, names)", " made.__class__ = kind"]
    lines += [" rule(made)"] if rule_of(kind) else []
    exec("\n".join([*lines, " return made"]), known)  # noqa: S102 - as attrs makes its own methods
    read: Read = known["read"]
    return read


@contextmanager
def collector_paused() -> Iterator[None]:
    """Python's search for rings of garbage, paused: many new records set it off again and again, and leave none behind.

    It took a quarter of the time of reading a large casebook.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _default_of(each: "attrs.Attribute[Any]") -> Any:  # noqa: ANN401
    """The default of a field as the record keeps it; nothing in a record can change, so that many can share it."""
    default: Any = each.default
    return converted(each, default.factory() if isinstance(default, attrs.Factory) else default)  # type: ignore[arg-type]


def _refuse(table: object, names: frozenset[str]) -> None:
    if not isinstance(table, dict):
        raise WrongType(place="", seen=kind_of(table), expected="a table")
    raise UnknownKey(place=next(key for key in table if key not in names))
