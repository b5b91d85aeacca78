"""Convert records to and from the plain values of TOML and JSON.

Only the shape changes here; whether a value is allowed is for the validators of the records to say.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from claimtrack._records import fields_of
from claimtrack.dates import PartialDate
from claimtrack.io.table_reader import table_reader
from claimtrack.model.casebook import Casebook
from claimtrack.model.claims import Claim, Link
from claimtrack.model.documents import Document, TextFile
from claimtrack.model.notes import Note
from claimtrack.model.sources import Source
from claimtrack.model.statements import Relay, Standing, Statement
from claimtrack.text.canonical_json import Raw

_FILE_NAMES = {(Link, "from_claim"): "from", (Link, "to_claim"): "to", (Standing, "is_"): "is"}
_NOT_IN_FILES = {
    (Source, "_confidential"),
    (Statement, "unshown"),
    (Casebook, "unshown"),
    (Casebook, "audience"),
}


def name_in_file(kind: type, field: str) -> str:
    """The name that a field of a record has in files."""
    return _FILE_NAMES.get((kind, field), field)


def fields_in_file(kind: type) -> "list[attrs.Attribute[Any]]":
    """The fields of a record that its file holds."""
    return [field for field in fields_of(kind) if (kind, field.name) not in _NOT_IN_FILES]


DATES = frozenset(
    name_in_file(kind, field.name)
    for kind in (Casebook, Claim, Document, Note, Standing, Statement)
    for field in fields_of(kind)
    if PartialDate in get_args(field.type)
)
"""The names in files of the fields that hold dates; no other field has one of these names."""


@cache
def converter() -> Converter:
    """The converter, made at its first use."""
    # Wrong values pass through unchanged, so that the validators report them in the same words wherever they come from.
    made = Converter(forbid_extra_keys=True, detailed_validation=False)
    made.register_structure_hook_func(_is_plain, _unchanged)
    for kind in (str, int, bool):
        made.register_structure_hook(kind, _unchanged)
    made.register_structure_hook(float, _number)
    made.register_structure_hook_func(_is_word_or_number, _number)
    made.register_structure_hook_func(lambda kind: kind == tuple[str, ...], _tuple)
    made.register_structure_hook_func(lambda kind: _origin(kind) is Mapping, _unchanged)
    made.register_structure_hook(PartialDate, _date)
    made.register_structure_hook(PartialDate | None, _date)
    made.register_structure_hook(str | TextFile | None, _text_or_file)
    made.register_structure_hook_factory(_is_rows, lambda kind: _rows_hook(kind, made))
    made.register_structure_hook_func(lambda kind: kind == tuple[Relay, ...], _relays)
    made.register_structure_hook_factory(attrs.has, lambda kind: _structure_hook(kind, made))
    made.register_unstructure_hook(PartialDate, str)
    made.register_unstructure_hook_func(lambda kind: _origin(kind) is Mapping, dict)
    made.register_unstructure_hook(str | TextFile | None, made.unstructure)
    made.register_unstructure_hook_factory(attrs.has, lambda kind: _unstructure_hook(kind, made))
    table = _unstructure_hook(Relay, made)
    made.register_unstructure_hook(Relay, lambda one: one.source if one.propensity == "neutral" else table(one))
    return made


def _origin(kind: object) -> object:
    """`get_origin`, of which type checkers expect other answers than it gives."""
    return get_origin(kind)


def _overrides(kind: type) -> dict[str, Any]:
    return {
        field.name: override(
            rename=_FILE_NAMES.get((kind, field.name)),
            omit=True if (kind, field.name) in _NOT_IN_FILES else None,
        )
        for field in fields_of(kind)
    }


def _structure_hook(kind: type, made: Converter) -> Callable[[Any, Any], Any]:
    if kind is Casebook:
        return make_dict_structure_fn(
            kind, made, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=False, **_overrides(kind)
        )
    fields = fields_in_file(kind)
    changes = {each.name: change for each in fields if (change := _change(each, made)) is not None}
    return table_reader(kind, {each.name: name_in_file(kind, each.name) for each in fields}, changes)


def _change(each: "attrs.Attribute[Any]", made: Converter) -> Callable[[Any], Any] | None:
    """What makes the value of a field in a file that of the record; None where they are the same."""
    hook, kind = made.get_structure_hook(each.type), each.type
    convert: Callable[[Any], Any] | None = each.converter  # type: ignore[assignment]
    if hook is _unchanged:
        return convert
    return (lambda value: hook(value, kind)) if convert is None else lambda value: convert(hook(value, kind))


def _rows_hook(kind: Any, made: Converter) -> Callable[[Any, Any], Any]:  # noqa: ANN401
    read = made.get_structure_hook(get_args(kind)[0])

    def rows(tables: Any, _: Any) -> Any:  # noqa: ANN401
        return tuple([read(table, None) for table in tables]) if type(tables) is list else tables

    return rows


def _is_rows(kind: Any) -> bool:  # noqa: ANN401
    return _origin(kind) is tuple and attrs.has(get_args(kind)[0])


def _unstructure_hook(kind: type, made: Converter) -> Callable[[Any], Any]:
    """The fields in the order of the record, without those that have their default."""
    unordered: Callable[[Any], Raw] = make_dict_unstructure_fn(
        kind, made, _cattrs_omit_if_default=True, **_overrides(kind)
    )
    names = [name_in_file(kind, field.name) for field in fields_in_file(kind)]

    def ordered(value: Any) -> Raw:  # noqa: ANN401
        found = unordered(value)
        return {name: found[name] for name in names if name in found}

    return ordered


def _is_plain(kind: object) -> bool:
    """Whether files hold the values of a type as they are; each part of a union must."""
    if _origin(kind) in (Union, UnionType):
        return all(map(_is_plain, get_args(kind)))
    return kind in (str, int, bool, NoneType) or _origin(kind) is Literal


def _is_word_or_number(kind: Any) -> bool:  # noqa: ANN401
    return float in get_args(kind)


def _unchanged(value: Any, _: Any) -> Any:  # noqa: ANN401
    return value


def _number(value: Any, _: Any) -> Any:  # noqa: ANN401
    if type(value) is not int:
        return value
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def _tuple(value: Any, _: Any) -> Any:  # noqa: ANN401
    return tuple(value) if type(value) is list else value


def _relays(value: Any, _: Any) -> Any:  # noqa: ANN401
    """Relays as a file has them: ids, and tables."""
    if type(value) is not list:
        return value
    return tuple([converter().structure(one, Relay) if isinstance(one, dict) else one for one in value])


@lru_cache(maxsize=4096)
def _parsed(text: str) -> PartialDate:
    return PartialDate(text)


def _date(value: Any, _: Any) -> Any:  # noqa: ANN401
    if isinstance(value, datetime):
        return _parsed(value.isoformat(timespec="seconds").replace("+00:00", "Z"))
    if isinstance(value, date):
        return _parsed(value.isoformat())
    return _parsed(value) if type(value) is str else value


def _text_or_file(value: Any, _: Any) -> Any:  # noqa: ANN401
    return converter().structure(value, TextFile) if isinstance(value, dict) else value
