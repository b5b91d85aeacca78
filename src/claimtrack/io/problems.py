"""Find everything that is wrong with the tables of a file, so that it can be reported together.

The converter stops at the first error; this walks the same tables field by field once reading has failed.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, Literal, get_args, get_origin

import attrs

from claimtrack._public_fields import check_of
from claimtrack._records import converted, evolve, fields_of
from claimtrack.errors.base import inside, nearest
from claimtrack.errors.problems import MissingField, MoreProblems, Problem, UnknownKey, WrongType
from claimtrack.io.converter import converter, fields_in_file, name_in_file
from claimtrack.model.casebook import COLLECTIONS, Casebook, Policy
from claimtrack.model.documents import Document, TextFile
from claimtrack.model.integrity import Parts, find_problems
from claimtrack.model.statements import Relay, Standing, Statement
from claimtrack.model.validators import kind_of
from claimtrack.text.canonical_json import Raw

_ROW = re.compile(r"(?<!\w)(?P<collection>\w++)\[(?P<position>\d+)\]", re.ASCII)

_MOST_PROBLEMS = 10_000
_MOST_HINTS = 50
_AT_THE_TOP = {"title", "cutoff", "private"}
NESTED: Mapping[tuple[type, str], type] = {
    (Statement, "standing"): Standing,
    (Document, "text"): TextFile,
    (Casebook, "policy"): Policy,
}
"""The fields that hold a record."""
_LISTED: Mapping[tuple[type, str], type] = {(Statement, "via"): Relay}
"""The fields that hold several, of which some may stand there by their id alone."""


def find_table_problems(raw: Raw) -> list[Problem]:
    """Every problem of a casebook's tables: in its fields, in its records, and between records.

    After ten thousand problems the search ends, so that a file full of mistakes does not take all memory.

    Cost: linear in the file.
    """
    scalars = {key: value for key, value in raw.items() if key not in COLLECTIONS}
    head, found = _fields(Casebook, scalars, "")
    raw = _as_meant(raw)
    collections: dict[str, tuple[Any, ...]] = {}
    lost: dict[str, list[str]] = {}
    for name, kind in COLLECTIONS.items():
        rows = raw.get(name, [])
        if not isinstance(rows, list):
            found.append(WrongType(place=name, seen=kind_of(rows), expected=f"a list of tables ([[{name}]])"))
            rows = []
        made = []
        for position, row in enumerate(rows):
            if len(found) >= _MOST_PROBLEMS:
                return [*_in_file_order(found), MoreProblems(place=f"{name}[{position}]")]
            item, problems = _record(kind, row, f"{name}[{position}]")
            found.extend(problems)
            made.append(item)
            if item is None and isinstance(row, dict) and isinstance(row.get("id"), str):
                lost.setdefault(name.removesuffix("s"), []).append(row["id"])
        collections[name] = tuple(made)
    parts = Parts(cutoff=head.get("cutoff"), **collections)
    return _in_file_order(found + find_problems(parts, lost))


def find_record_problems(kind: type, raw: object, place: str) -> list[Problem]:
    """Every problem of one record's table.

    Cost: linear in the table.
    """
    return _record(kind, raw, place)[1]


def find_field_problems(kind: type, field: "attrs.Attribute[Any]", raw: object, place: str) -> list[Problem]:
    """Every problem of the value of one field.

    Cost: linear in the value.
    """
    return _value(kind, field, raw, place)[1]


def _as_meant(raw: Raw) -> Raw:
    """The tables with misspelt collections renamed, so that one slip is not reported as a hundred unknown ids."""
    meant = {}
    left = len(COLLECTIONS)
    for key, value in raw.items():
        is_slip = left > 0 and key not in COLLECTIONS and isinstance(value, list)
        left -= is_slip
        near = nearest(key, COLLECTIONS) if is_slip else None
        meant[near if near is not None and near not in raw else key] = value
    return meant


def _in_file_order(problems: Iterable[Problem]) -> list[Problem]:
    order = ["", *COLLECTIONS]
    kept = list(dict.fromkeys(problems))

    def key(problem: Problem) -> tuple[int, int]:
        row = _ROW.match(problem.place)
        collection = row["collection"] if row else problem.place
        return (order.index(collection) if collection in order else 0, int(row["position"]) if row else 0)

    return sorted(kept, key=key)


def _record(kind: type, raw: object, place: str) -> tuple[Any, list[Problem]]:
    """The record that can be made of the valid fields of a table, if any, and every problem of the table."""
    if not isinstance(raw, dict):
        return None, [WrongType(place=place, seen=kind_of(raw), expected="a table")]
    values, problems = _fields(kind, raw, place)
    for field in fields_of(kind):
        if field.default is attrs.NOTHING and field.name not in values and name_in_file(kind, field.name) in raw:
            values |= _stand_in(field)
    if any(field.default is attrs.NOTHING and field.name not in values for field in fields_of(kind)):
        return None, problems
    # A rule between two fields may still fail: drop the field that it blames, and try again without it.
    while True:
        try:
            return kind(**values), problems
        except Problem as problem:
            problems.append(evolve(problem, place=inside(place, problem.place)))
            if values.pop(problem.place, None) is None:
                return None, problems


def _stand_in(field: "attrs.Attribute[Any]") -> Raw:
    """A valid value in place of a wrong one, so that the rest of the record can still be checked.

    An id, or a list of ids, has none: inventing one would cause problems of its own.
    """
    words = get_args(field.type) if get_origin(field.type) is Literal else ()
    value = words[0] if words else "?"
    try:
        check_of(field)(None, field, value)  # type: ignore[misc]
    except Problem:
        return {}
    return {field.name: value}


def _fields(kind: type, raw: Raw, place: str) -> tuple[dict[str, Any], list[Problem]]:
    """The valid values of a table by field, and every problem of the table."""
    fields = {name_in_file(kind, field.name): field for field in fields_in_file(kind)}
    if kind is Casebook:
        fields = {name: field for name, field in fields.items() if name not in COLLECTIONS}
    names = [*fields, *(COLLECTIONS if kind is Casebook else ())]
    unknown = (key for key in raw if key not in fields)
    problems: list[Problem] = [
        UnknownKey(
            place=inside(place, key),
            near=nearest(key, names) if rank < _MOST_HINTS else None,
            at_the_top=kind is not Casebook and key in _AT_THE_TOP,
        )
        for rank, key in enumerate(islice(unknown, _MOST_PROBLEMS))
    ]
    problems += [MoreProblems(place=inside(place, key)) for key in islice(unknown, 1)]
    values: dict[str, Any] = {}
    for name, field in fields.items():
        if name in raw:
            value, wrong = _value(kind, field, raw[name], inside(place, name))
            problems.extend(wrong)
            if not wrong:
                values[field.name] = value
        elif field.default is attrs.NOTHING:
            problems.append(MissingField(place=inside(place, name), expected=_in_a_sentence(field.metadata["says"])))
    return values, problems


def _value(kind: type, field: "attrs.Attribute[Any]", raw: object, place: str) -> tuple[Any, list[Problem]]:
    nested = NESTED.get((kind, field.name))
    if nested is not None and isinstance(raw, dict):
        return _record(nested, raw, place)
    listed = _LISTED.get((kind, field.name))
    if listed is not None and isinstance(raw, list):
        raw, problems = _each(listed, raw, place)
        if problems:
            return None, problems
    try:
        value = raw if nested is not None else converter().structure(raw, field.type)  # type: ignore[arg-type]
        value = converted(field, value)
        check = check_of(field)
        if check is not None:
            check(None, field, value)
    except Problem as problem:
        return None, [evolve(problem, place=place + problem.place.removeprefix(field.name))]
    return value, []


def _each(kind: type, raw: list[Any], place: str) -> tuple[list[Any], list[Problem]]:
    """The values of a list, with the records that its tables stand for, and every problem of the tables."""
    values: list[Any] = []
    found: list[Problem] = []
    for rank, one in enumerate(raw):
        if len(found) >= _MOST_PROBLEMS:
            return [], [*found, MoreProblems(place=f"{place}[{rank}]")]
        value, problems = _record(kind, one, f"{place}[{rank}]") if isinstance(one, dict) else (one, [])
        values.append(value)
        found += problems
    return values, found


def _in_a_sentence(says: str) -> str:
    first, _, rest = says.partition(" ")
    return f"{first.lower()} {rest}".removesuffix(".")
