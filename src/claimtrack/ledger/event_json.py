"""Events as tables of plain values and as lines of JSON; each event has one spelling, so that it can be hashed."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from claimtrack._records import evolve, fields_of
from claimtrack.dates import Moment, PartialDate, moment_of
from claimtrack.errors.base import inside, nearest
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.errors.problems import MissingField, NotOneOf, Problem, UnknownKey, WrongType
from claimtrack.history.events import HEAD, KINDS, Added, Corrected, Event
from claimtrack.io.converter import converter, fields_in_file, name_in_file
from claimtrack.io.json import load_json
from claimtrack.io.problems import find_field_problems, find_record_problems
from claimtrack.model.casebook import COLLECTIONS, Casebook, key_of
from claimtrack.model.validators import kind_of
from claimtrack.text.canonical_json import Raw

_ADDED = {"added": None, "linked": "links", "noted": "notes"}
_TIMES = ("so", "learned", "recorded", "place", "by", "because", "told")
_COLLECTION = "shelf"
"""The key of the collection. It keeps its first name, since the lines of existing ledgers are hashed."""
_ALWAYS = ("kind", _COLLECTION, "id")
_OWN_COLLECTION = {
    kind: collection for kind, made in KINDS.items() if isinstance(collection := getattr(made, "collection", None), str)
}
"""The collection of the kinds of events that are always about one kind of record."""


def refuse_shared_names(kinds: Mapping[str, type]) -> None:
    """Refuse kinds of events with a field that has the name of one of `Event`: both are keys of one table.

    Raises:
        TypeError: there is such a field; one of the two values would be written over the other.
    """
    for kind in kinds.values():
        for field in fields_of(kind):
            if field.name in ("kind", _COLLECTION, *_TIMES):
                raise TypeError(
                    f"{kind.__name__}.{field.name} has the name of a key that every event has in its line of JSON: "
                    "give the field another name"
                )


refuse_shared_names(KINDS)


def plain_event(event: Event) -> Raw:
    """An event as a table of plain values, without the fields that have their default."""
    what = event.what
    raw: Raw = {"kind": event.kind, _COLLECTION: what.collection, "id": what.id}
    if isinstance(what, Added):
        record = converter().unstructure(what.record)
        raw["record"] = record
        if record.get("id") == what.id:
            del raw["id"]
    elif isinstance(what, Corrected):
        raw["changes"] = _plain_changes(what)
    else:
        done = {*raw, "collection"}
        raw |= {
            field.name: list(value) if isinstance(value, tuple) else value
            for field in fields_of(type(what))
            if field.name not in done and (value := getattr(what, field.name)) not in (field.default, ())
        }
    for name, text in (("so", event.so), ("learned", event.learned), ("recorded", event.recorded)):
        if text is not None:
            raw[name] = text.text
    if event.place:
        raw["place"] = event.place
    for name, word in (("by", event.by), ("because", event.because)):
        if word is not None:
            raw[name] = word
    if event.told:
        raw["told"] = list(event.told)
    return raw


def _kind(collection: str) -> type:
    return Casebook if collection == HEAD else COLLECTIONS[collection]


def _plain_changes(what: Corrected) -> Raw:
    kind = _kind(what.collection)
    types: dict[str, Any] = {field.name: field.type for field in fields_of(kind)}
    return {
        name_in_file(kind, name): converter().unstructure(value, unstructure_as=types[name])
        for name, value in what.changes.items()
    }


def event_text(event: Event) -> str:
    """An event as one line of JSON: keys in order, no spaces.

    Example:
        >>> from claimtrack.history.events import Graded, event
        >>> event_text(event(Graded(id="kim", grade="B")))
        '{"grade":"B","id":"kim","kind":"graded","shelf":"sources"}'
    """
    return _LINE.encode(plain_event(event))


def load_event(text: str) -> Event:
    """The event in a line of JSON.

    Raises:
        InvalidCasebook: it is not an event; all problems are listed.
    """
    try:
        return event_of(load_json(text))
    except Problem as problem:
        raise InvalidCasebook(problems=(problem,)) from None


def event_of(raw: object) -> Event:
    """The event in a table of plain values.

    Raises:
        InvalidCasebook: it is not an event; all problems are listed.
    """
    problems: list[Problem] = []
    try:
        if not isinstance(raw, dict):
            raise WrongType(place="", seen=kind_of(raw), expected="a table")
        made = _event(raw, problems)
    except Problem as problem:
        problems.append(problem)
        made = None
    if problems or made is None:
        raise InvalidCasebook(problems=tuple(problems))
    return made


def _event(raw: Raw, problems: list[Problem]) -> Event | None:
    kind = raw.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        if kind is None:
            raise MissingField(place="kind", expected=f"what happened: {', '.join(KINDS)}")
        raise NotOneOf(place="kind", seen=str(kind), allowed=tuple(KINDS), near=nearest(str(kind), KINDS))
    what: Any = _added(raw, kind, problems) if kind in _ADDED else _happening(raw, kind, problems)
    values: dict[str, Any] = {}
    for name in _TIMES:
        if name in raw:
            values[name] = _at(name, _READ.get(name, _as_it_is), raw[name], problems)
    if problems:
        return None
    return Event(what=what, **values)


def _at(name: str, read: Callable[[Any], Any], value: object, problems: list[Problem]) -> Any:  # noqa: ANN401
    try:
        return read(value)
    except Problem as problem:
        problems.append(evolve(problem, place=inside(name, problem.place) if problem.place else name))
        return None


def _moment(value: object) -> Moment:
    if not isinstance(value, str):
        raise WrongType(place="", seen=kind_of(value), expected="a moment, such as 2021-03-30T09:15:00.000000Z")
    return Moment(value) if len(value) == _WHOLE else moment_of(value)


_LINE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
_WHOLE = len("2021-03-30T09:15:00.000000Z")


def _day(value: object) -> PartialDate | None:
    date: PartialDate | None = converter().structure(value, PartialDate | None)  # type: ignore[arg-type]
    return date


def _as_it_is(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


_READ: Mapping[str, Callable[[Any], Any]] = {"so": _day, "learned": _moment, "recorded": _moment}


def _unknown_keys(raw: Raw, known: tuple[str, ...], problems: list[Problem]) -> None:
    names = (*_ALWAYS, *known, *_TIMES)
    problems += [UnknownKey(place=inside("", key), near=nearest(key, names)) for key in raw if key not in names]


def _collection_of(raw: Raw, kind: str, *, head: bool) -> str:
    own = _OWN_COLLECTION.get(kind) or _ADDED.get(kind)
    collection = raw.get(_COLLECTION, own)
    allowed = (own,) if own else (*COLLECTIONS, HEAD) if head else tuple(COLLECTIONS)
    if not isinstance(collection, str) or collection not in allowed:
        if collection is None:
            raise MissingField(place=_COLLECTION, expected=f"the collection: {', '.join(allowed)}")
        raise NotOneOf(place=_COLLECTION, seen=str(collection), allowed=allowed, near=nearest(str(collection), allowed))
    return str(collection)


def _added(raw: Raw, kind: str, problems: list[Problem]) -> Added | None:
    _unknown_keys(raw, ("record",), problems)
    collection = _collection_of(raw, kind, head=False)
    if "record" not in raw:
        raise MissingField(place="record", expected="the record, as a casebook's file has it")
    table = raw["record"]
    try:
        record = converter().structure(table, COLLECTIONS[collection])
    except Exception:
        found = find_record_problems(COLLECTIONS[collection], table, "record")
        if not found:
            raise
        problems += found
        return None
    return Added(record=record, id=raw["id"] if "id" in raw else key_of(record))


def _happening(raw: Raw, kind: str, problems: list[Problem]) -> Any:  # noqa: ANN401
    made = KINDS[kind]
    names = tuple(field.name for field in fields_of(made))
    _unknown_keys(raw, tuple(name for name in names if name != "collection"), problems)
    values: dict[str, Any] = {name: _as_it_is(raw[name]) for name in names if name in raw}
    if "collection" in names:
        values["collection"] = _collection_of(raw, kind, head=made is Corrected)
    elif kind in _OWN_COLLECTION:
        _collection_of(raw, kind, head=False)  # only to report a wrong one
    if made is Corrected and isinstance(raw.get("changes"), dict):
        values["changes"] = _changes(raw["changes"], str(values["collection"]), problems)
    problems += [
        MissingField(place=field.name, expected=field.metadata.get("says", "the id of the record"))
        for field in fields_of(made)
        if field.default is attrs.NOTHING and field.name not in values
    ]
    return None if problems else made(**values)


def _changes(raw: Raw, collection: str, problems: list[Problem]) -> dict[str, object]:
    kind = _kind(collection)
    fields = {name_in_file(kind, field.name): field for field in fields_in_file(kind)}
    found: dict[str, object] = {}
    for key, value in raw.items():
        field = fields.get(key)
        if field is None:
            problems.append(UnknownKey(place=inside("changes", key), near=nearest(key, fields)))
            continue
        try:
            found[field.name] = converter().structure(value, field.type)  # type: ignore[arg-type]
        except Exception:
            wrong = find_field_problems(kind, field, value, inside("changes", key))
            if not wrong:
                raise
            problems += wrong
    return found
