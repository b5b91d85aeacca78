"""The JSON Schema of a casebook's file, generated from the records, for editors that complete and check it."""

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from claimtrack.dates import PartialDate
from claimtrack.io.converter import fields_in_file, name_in_file
from claimtrack.model.casebook import Casebook
from claimtrack.model.statements import Relay
from claimtrack.text.canonical_json import JsonValue

_ID = r"^[^\W_][\w.:\-]{0,99}$"
_RANGES: Mapping[str, Mapping[str, float]] = {
    "prior": {"exclusiveMinimum": 0, "exclusiveMaximum": 1},
    "certainty": {"exclusiveMinimum": 0, "maximum": 1},
    "propensity": {"exclusiveMinimum": 0, "maximum": 1},
    "Link.strength": {"minimum": 0, "exclusiveMaximum": 1},
    "Dependence.strength": {"minimum": 0, "maximum": 1},
    "ungraded": {"minimum": 0, "maximum": 0.6},
    "credibility": {"minimum": 1, "maximum": 6},
}


def json_schema() -> dict[str, JsonValue]:
    """The JSON Schema (draft 2020-12) of a casebook's file.

    Each record and field has its description. Those of the records are the first lines of their docstrings; whoever
    runs `python -OO` asks for no docstrings, and gets the schema without them.

    Example:
        >>> sorted(json_schema()["$defs"])[:3]
        ['Claim', 'Dependence', 'Document']
    """
    definitions: dict[str, JsonValue] = {}
    schema = _record(Casebook, definitions)
    properties = schema["properties"]
    if isinstance(properties, dict):
        properties["$schema"] = {"type": "string"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "claimtrack casebook",
        **schema,
        "$defs": dict(sorted(definitions.items())),
    }


def _record(kind: type, definitions: dict[str, JsonValue]) -> dict[str, JsonValue]:
    properties: dict[str, JsonValue] = {}
    required: list[JsonValue] = []
    for field in fields_in_file(kind):
        name = name_in_file(kind, field.name)
        properties[name] = {
            "description": field.metadata["says"],
            **_type(field.type, definitions, (f"{kind.__name__}.{field.name}", field.name)),
        }
        if field.default is attrs.NOTHING:
            required.append(name)
    schema: dict[str, JsonValue] = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": required} if required else schema


def _type(kind: Any, definitions: dict[str, JsonValue], names: tuple[str, str]) -> dict[str, JsonValue]:  # noqa: ANN401
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        kinds = [part for part in parts if part is not NoneType]
        if len(kinds) == 1:
            return _type(kinds[0], definitions, names)
        return {"anyOf": [_type(part, definitions, names) for part in kinds]}
    if origin is Literal:
        return {"enum": list(parts)}
    if origin is tuple:
        items = _type(parts[0], definitions, ("", ""))
        return {"type": "array", "items": {"anyOf": [{"type": "string"}, items]} if parts[0] is Relay else items}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _type(parts[1], definitions, ("", ""))}
    if attrs.has(kind) and kind is not PartialDate:
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}
            definitions[kind.__name__] = {**_description(kind), **_record(kind, definitions)}
        return {"$ref": f"#/$defs/{kind.__name__}"}
    limits = next((_RANGES[name] for name in names if name in _RANGES), {})
    if kind is PartialDate:
        return {
            "type": "string",
            "examples": ["2021", "2021-03", "2021-03-30", "2021-03~", "2021-01/2021-03"],
        }
    if kind is str:
        return {"type": "string", "pattern": _ID} if names[1] == "id" else {"type": "string"}
    return {"type": {bool: "boolean", int: "integer", float: "number"}[kind], **limits}


def _description(kind: type) -> dict[str, JsonValue]:
    """What a record is; nothing where docstrings were dropped (`python -OO`)."""
    return {"description": kind.__doc__.partition("\n")[0]} if kind.__doc__ else {}
