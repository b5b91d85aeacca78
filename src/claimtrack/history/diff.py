"""Changes: the events that make one casebook of another."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from claimtrack._records import evolve, fields_of
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
    key_of,
)
from claimtrack.history.matching import aligned
from claimtrack.history.state import KnownRecord, State
from claimtrack.model.casebook import COLLECTIONS, Casebook, Record
from claimtrack.model.records import Established, Standing, Statement

_WITHOUT_IDS = ("established", "notes")
_MADE_BY = ("origin", "via")
_STANDS = Standing()


def events_between(state: State, after: Casebook, *, because: str, by: str | None = None) -> tuple[Event, ...]:
    """The events after which what is known makes a casebook; none where it does already.

    What is new is added, what differs corrected, what is not there any more removed. A statement that does not stand
    any more is retracted, a source with another grade graded. What is counted by its place alone keeps the id that it
    had. Confidential fields are no part of it.

    Args:
        state: what is known so far.
        after: the casebook to come to.
        because: why, for what is corrected or removed; a retraction has the reason that the casebook gives for it.
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
    new = aligned(before, after)
    here = {source.id for source in new.sources}
    made = _between(state, new, [name for name in state.same if name in here], because, by)
    if (state.same or state.moved) and _result(state, made) != new:
        made = _between(state, new, list(state.same), because, by)
    return tuple(evolve(one, place=place) for place, one in enumerate(made))


def _between(state: State, new: Casebook, apart: Iterable[str], because: str, by: str | None) -> list[Event]:
    """The events that make a casebook, after some sources that were merged are their own again."""
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
    """What events would make; None where that contradicts itself."""
    trial = state.copy()
    for one in events:
        one.apply(trial)
    try:
        return trial.casebook()
    except InvalidCasebook:
        return None


def _event(what: Happening, because: str, by: str | None) -> Event:
    """An event; what is only new needs no reason."""
    return event(what, because=None if isinstance(what, Added) else because, by=by)


def _head(state: State, new: Casebook) -> Iterator[Corrected]:
    empty = Casebook()
    changes = {
        name: getattr(new, name)
        for name in ("title", "cutoff", "policy")
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
    """What makes one record of another: a retraction or a grade as what it is, the rest as a correction.

    Some fields are said again with any of them that differs: who made a statement that a split has moved.
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
    """A change of standing as what it is; None where it can only be told as a correction."""
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
    """What was removed and added of records without an id, which are known by what they say; and the new keys."""
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
    """The order that a collection would have after some events, without an arrangement of its own."""
    rows = state.collections[collection]
    added = (one.what.id for one in events if isinstance(one.what, Added))
    arranged = (name for name in state.orders.get(collection, ()) if name in rows)
    kept = set(names)
    return [name for name in dict.fromkeys((*arranged, *rows, *added)) if name in kept]
