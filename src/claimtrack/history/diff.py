"""What changed from one casebook to another: record by record, and as the events that would make the change."""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

import attrs

from claimtrack._records import evolve, fields_of, record
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.errors.problems import MissingField
from claimtrack.history.events import (
    HEAD,
    Added,
    Arranged,
    Corrected,
    Event,
    Graded,
    Happening,
    Removed,
    Restored,
    Retracted,
    Split,
    event,
)
from claimtrack.history.state import KnownRecord, State
from claimtrack.model.casebook import COLLECTIONS, HEAD_FIELDS, Casebook, Record, id_or_place, key_of
from claimtrack.model.sources import Established
from claimtrack.model.statements import Standing, Statement

_POSITIONAL = re.compile(r"(?:statements|links|dependences)-\d+")
_SUBJECTS: Mapping[str, Callable[[Any], Hashable]] = {
    "statements": lambda said: (said.origin, said.claim, said.stance, said.relays),
    "links": lambda link: (link.from_claim, link.to_claim, link.sign),
    "dependences": lambda one: frozenset(one.sources),
}
"""What a record is about: two with the same subject are taken for one that was corrected."""
_WITHOUT_IDS = ("established", "notes")
_MADE_BY = ("origin", "via")
_STANDS = Standing()


@record
class RecordChange:
    """One difference between two casebooks."""

    kind: Literal["added", "removed", "changed"]
    """What happened to the record."""
    collection: str
    """The collection, such as `statements`."""
    id: str
    """The record's id, or its place where it has none."""
    fields: tuple[str, ...] = ()
    """For a changed record: the names of the fields that differ."""
    before: Record | None = attrs.field(default=None, eq=False, repr=False)
    """The record as it was; None for a new one, and for a field of the casebook itself."""
    after: Record | None = attrs.field(default=None, eq=False, repr=False)
    """The record as it is; None for one that is gone, and for a field of the casebook itself."""


def diff(before: Casebook, after: Casebook) -> tuple[RecordChange, ...]:
    """The changes from one casebook to another, by collection, in the order of the casebooks.

    Confidential fields are not compared. Cost: linear in the records.

    Example:
        >>> from claimtrack.model import Claim
        >>> bridge = Casebook(claims=(Claim(id="fell", text="It fell."),))
        >>> diff(Casebook(), bridge)[0].kind
        'added'
    """
    changes = [
        RecordChange(kind="changed", collection="casebook", id=name, fields=(name,))
        for name in HEAD_FIELDS
        if getattr(before, name) != getattr(after, name)
    ]
    for collection in COLLECTIONS:
        old, new = _keyed(before.collection(collection)), _keyed(after.collection(collection))
        gone = [key for key in old if key not in new]
        changes += [RecordChange(kind="removed", collection=collection, id=key, before=old[key]) for key in gone]
        for key, item in new.items():
            was = old.get(key)
            if was is None:
                changes.append(RecordChange(kind="added", collection=collection, id=key, after=item))
            elif was != item:
                fields = _differing(was, item)
                changes.append(
                    RecordChange(kind="changed", collection=collection, id=key, fields=fields, before=was, after=item)
                )
    return tuple(changes)


def _keyed(items: tuple[Record, ...]) -> dict[str, Record]:
    return {id_or_place(item, place): item for place, item in enumerate(items)}


def _differing(old: Record, new: Record) -> tuple[str, ...]:
    fields = fields_of(type(new))
    return tuple(f.name for f in fields if f.eq and getattr(old, f.name) != getattr(new, f.name))


def align(old: Casebook, new: Casebook) -> Casebook:
    """Give records that are known by their place alone the ids that they had in an older casebook.

    A record keeps its id if it is the same, or else if it is about the same thing. Any other gets an id that is free.

    Cost: linear in the records.
    """
    collections = {}
    for collection, subject in _SUBJECTS.items():
        before, after = getattr(old, collection), getattr(new, collection)
        names = _names(before, after, collection, subject)
        if any(names.get(place, item.id) != item.id for place, item in enumerate(after)):
            collections[collection] = tuple(
                evolve(item, id=names.get(place, item.id)) for place, item in enumerate(after)
            )
    try:
        return evolve(new, **collections) if collections else new
    except InvalidCasebook:  # something refers to a place
        return new


def _names(
    before: Sequence[Any], after: Sequence[Any], collection: str, subject: Callable[[Any], Hashable]
) -> dict[int, str]:
    """The id of each new record that has none of its own, by its place."""
    free = {item.id: item for item in before if _POSITIONAL.fullmatch(item.id)}
    open_ = [place for place, item in enumerate(after) if _POSITIONAL.fullmatch(item.id)]
    names: dict[int, str] = {}
    # Equal records are paired before records on the same subject, so that a correction never takes the id of its twin.
    for alike in (_content, subject):
        waiting: dict[Hashable, list[str]] = {}
        for name, item in free.items():
            waiting.setdefault(alike(item), []).append(name)
        for place in open_:
            found = waiting.get(alike(after[place])) if place not in names else None
            if found:
                names[place] = found.pop(0)
                del free[names[place]]
    known = {item.id for item in before}
    taken = known | {item.id for item in after}
    fresh = _fresh(collection, taken)
    return names | {
        place: next(fresh) if after[place].id in known else after[place].id for place in open_ if place not in names
    }


def _content(item: Any) -> Hashable:  # noqa: ANN401
    return evolve(item, id=None)  # type: ignore[no-any-return]


def _fresh(collection: str, taken: set[str]) -> Iterator[str]:
    """Positional ids that are free."""
    number = len(taken)
    while True:
        if f"{collection}-{number}" not in taken:
            yield f"{collection}-{number}"
        number += 1


def events_between(state: State, after: Casebook, *, because: str, by: str | None = None) -> tuple[Event, ...]:
    """The events that turn what is known into a casebook; none if it is that casebook already.

    New records are added, records that differ corrected, and missing ones removed. A statement that no longer stands is
    retracted, and a source with another grade graded. A record that is known by its place alone keeps the id that it
    had. Confidential fields are left out.

    Args:
        state: what is known so far.
        after: the casebook to arrive at.
        because: the reason for corrections and removals; a retraction has the reason that the casebook gives.
        by: who enters it.

    Raises:
        InvalidCasebook: what is known so far contradicts itself.
        MissingField: there is no reason.

    Cost: linear in the records.

    Example:
        >>> from claimtrack.model import Claim
        >>> book = Casebook(title="A bridge", claims=(Claim(id="fell", text="It fell."),))
        >>> [one.kind for one in events_between(State(), book, because="first entry")]
        ['corrected', 'added']
    """
    if not because.strip():
        raise MissingField(place="because", expected="why; every change of what was said before has its reason")
    before = state.casebook()
    new = align(before, after)
    here = {source.id for source in new.sources}
    # A merged source that the casebook names again is split off. Where that alone does not give the casebook, all
    # mergers are undone first, and the difference is written out.
    made = _between(state, new, [name for name in state.same if name in here], because, by)
    if (state.same or state.moved) and _result(state, made) != new:
        made = _between(state, new, list(state.same), because, by)
    return tuple(evolve(one, place=place) for place, one in enumerate(made))


def _between(state: State, new: Casebook, apart: Iterable[str], because: str, by: str | None) -> list[Event]:
    """The events that lead to a casebook, beginning with the mergers that have to be undone."""
    trial = state.copy()
    made = [event(Split(id=state.same[name], to=name), because=because, by=by) for name in apart]
    for one in made:
        one.apply(trial)
    made += [event(one, because=because, by=by) for one in _head(state, new)]
    before = trial.rows()
    for collection in COLLECTIONS:
        keys = [name for name, _ in trial.records(collection)]
        found: Iterable[Happening | Event]
        if collection in _WITHOUT_IDS:
            found, keys = _by_content(keys, before[collection], getattr(new, collection))
        else:
            found, keys = (
                _by_id(trial, before[collection], getattr(new, collection), collection),
                [r.id for r in getattr(new, collection)],
            )
        events = [one if isinstance(one, Event) else _event(one, because, by) for one in found]
        made += events
        if _order(trial, collection, events, keys) != keys:
            made.append(event(Arranged(collection=collection, ids=tuple(keys)), by=by))
    return made


def _result(state: State, events: Iterable[Event]) -> Casebook | None:
    """The casebook after some events; None if its records contradict each other."""
    trial = state.copy()
    for one in events:
        one.apply(trial)
    try:
        return trial.casebook()
    except InvalidCasebook:
        return None


def _event(what: Happening, because: str, by: str | None) -> Event:
    """Make an event; additions need no reason."""
    return event(what, because=None if isinstance(what, Added) else because, by=by)


def _head(state: State, new: Casebook) -> Iterator[Corrected]:
    empty = Casebook()
    changes = {
        name: getattr(new, name)
        for name in HEAD_FIELDS
        if state.head.get(name, getattr(empty, name)) != getattr(new, name)
    }
    if changes:
        yield Corrected(collection=HEAD, id=HEAD, changes=changes)


def _by_id(state: State, before: Sequence[Any], rows: Sequence[Any], collection: str) -> Iterator[Happening | Event]:
    old = {row.id: row for row in before}
    here = {row.id for row in rows}
    yield from (Removed(collection=collection, id=name) for name in old if name not in here)
    for row in rows:
        known = state.collections[collection].get(row.id)
        if known is None or known.gone:
            yield Added(record=row, id=row.id)
        else:
            shown = old.get(row.id)  # a dependence among those who are one is known, and not to be seen
            again = _MADE_BY if row.id in state.moved else ()
            yield from _changed(known, known.now(collection) if shown is None else shown, row, collection, again)


def _changed(
    known: KnownRecord,
    old: Any,  # noqa: ANN401
    new: Any,  # noqa: ANN401
    collection: str,
    again: Collection[str],
) -> Iterator[Happening | Event]:
    """The events that turn one record into another: a retraction or a grade as such, the rest as a correction.

    The fields in `again` are corrected together: after a split, the origin and relays of a statement hold only as a
    whole.
    """
    differs = {f.name: getattr(new, f.name) for f in fields_of(type(new)) if f.eq and _differs(old, new, f.name)}
    if not differs.keys().isdisjoint(again):
        differs |= {name: getattr(new, name) for name in again}
    if collection == "sources" and "reliability" in differs:
        yield Graded(id=new.id, grade=differs.pop("reliability"))
    if collection == "statements" and "standing" in differs:
        moved = _standing(known, old, new)
        if moved is not None:
            del differs["standing"]
            yield moved
    if differs:
        yield Corrected(collection=collection, id=new.id, changes=differs)


def _standing(known: KnownRecord, old: Statement, new: Statement) -> Happening | Event | None:
    """A change of standing as a retraction or its end; None if it can only be a correction."""
    name, standing = new.id or "", new.standing
    if standing.is_ != "stands" and old.stands and (standing.because or "").strip():
        what = Retracted(id=name, standing=standing.is_, replaced_by=standing.by)
        return Event(what=what, so=standing.on, because=standing.because)
    itself = known.changes.get("standing", getattr(known.record, "standing", _STANDS))
    if standing == itself == _STANDS and len(known.fallen) == 1:
        return Restored(collection="statements", id=name)
    return None


def _differs(old: object, new: object, field: str) -> bool:
    return bool(getattr(old, field) != getattr(new, field))


def _by_content(keys: Sequence[str], before: Sequence[Any], new: Sequence[Any]) -> tuple[list[Happening], list[str]]:
    """The removals and additions of records without an id, which are recognised by content; and the new keys."""
    waiting: dict[Record, list[str]] = {}
    for name, row in zip(keys, before, strict=True):
        waiting.setdefault(row, []).append(name)
    taken = dict.fromkeys(keys)
    found: list[Happening] = []
    order: list[str] = []
    for row in new:
        same = waiting.get(row)
        if same:
            order.append(same.pop(0))
            continue
        name = key_of(row, taken)
        taken[name] = None
        order.append(name)
        found.append(Added(record=row, id=name))
    gone = {name for names in waiting.values() for name in names}
    collection = "established" if before and isinstance(before[0], Established) else "notes"
    return [*(Removed(collection=collection, id=name) for name in keys if name in gone), *found], order


def _order(state: State, collection: str, events: Sequence[Event], names: Sequence[str]) -> list[str]:
    """The order that a collection would have after some events if it were not arranged."""
    rows = state.collections[collection]
    added = (one.what.id for one in events if isinstance(one.what, Added))
    arranged = (name for name in state.orders.get(collection, ()) if name in rows)
    kept = set(names)
    return [name for name in dict.fromkeys((*arranged, *rows, *added)) if name in kept]
