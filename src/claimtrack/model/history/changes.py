"""Changes: the events that make one casebook of another."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from claimtrack._record import evolve, fields_of
from claimtrack.errors import MissingField
from claimtrack.model.aligning import aligned
from claimtrack.model.casebook import SHELVES, Casebook, Record
from claimtrack.model.history.events import (
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
from claimtrack.model.history.folding import Fold, Known
from claimtrack.model.records import Established, Standing, Statement

__all__ = ["events_between"]

_WITHOUT_IDS = ("established", "notes")
_STANDS = Standing()


def events_between(fold: Fold, after: Casebook, *, because: str, by: str | None = None) -> tuple[Event, ...]:
    """The events after which what is known makes a casebook; none where it does already.

    What is new is added, what differs corrected, what is not there any more removed. A statement that does not stand
    any more is retracted, a source with another grade graded. What is counted by its place alone keeps the id that it
    had. Confidential fields are no part of it.

    Args:
        fold: what is known so far.
        after: the casebook to come to.
        because: why, for what is corrected or removed; a retraction has the reason that the casebook gives for it.
        by: who enters it.

    Raises:
        InvalidCasebook: what is known so far contradicts itself.
        MissingField: there is no reason.

    Cost: linear in the records.

    Example:
        >>> from claimtrack.model.records import Claim
        >>> book = Casebook(title="A bridge", claims=(Claim(id="fell", text="It fell."),))
        >>> [one.kind for one in events_between(Fold(), book, because="first entry")]
        ['corrected', 'added']
    """
    if not because.strip():
        raise MissingField(place="because", expected="why; every change of what was said before has its reason")
    before = fold.casebook()
    new = aligned(before, after)
    made: list[Event] = [event(one, because=because, by=by) for one in _head(before, new)]
    for shelf in SHELVES:
        keys = [name for name, _ in fold.records(shelf)]
        found: Iterable[Happening | Event]
        if shelf in _WITHOUT_IDS:
            found, keys = _by_content(keys, getattr(before, shelf), getattr(new, shelf))
        else:
            found, keys = _by_id(fold, before, new, shelf), [row.id for row in getattr(new, shelf)]
        events = [one if isinstance(one, Event) else _event(one, because, by) for one in found]
        made += events
        if _order(fold, shelf, events, keys) != keys:
            made.append(event(Arranged(shelf=shelf, ids=tuple(keys)), by=by))
    return tuple(evolve(one, place=place) for place, one in enumerate(made))


def _event(what: Happening, because: str, by: str | None) -> Event:
    """An event; what is only new needs no reason."""
    return event(what, because=None if isinstance(what, Added) else because, by=by)


def _head(before: Casebook, new: Casebook) -> Iterator[Corrected]:
    changes = {
        name: getattr(new, name)
        for name in ("title", "cutoff", "policy")
        if getattr(before, name) != getattr(new, name)
    }
    if changes:
        yield Corrected(shelf=HEAD, id=HEAD, changes=changes)


def _by_id(fold: Fold, before: Casebook, new: Casebook, shelf: str) -> Iterator[Happening | Event]:
    old = {row.id: row for row in getattr(before, shelf)}
    rows = getattr(new, shelf)
    here = {row.id for row in rows}
    yield from (Removed(shelf=shelf, id=name) for name in old if name not in here)
    for row in rows:
        known = fold.shelves[shelf].get(row.id)
        if known is not None and row.id in old:
            yield from _changed(known, old[row.id], row, shelf)
        elif known is not None and row.id in fold.same:
            yield Split(id=fold.same[row.id], to=row.id)
            yield from _changed(known, known.now(shelf), row, shelf)
        else:
            yield Added(record=row, id=row.id)


def _changed(known: Known, old: Any, new: Any, shelf: str) -> Iterator[Happening | Event]:  # noqa: ANN401
    """What makes one record of another: a retraction or a grade as what it is, the rest as a correction."""
    differs = {f.name: getattr(new, f.name) for f in fields_of(type(new)) if f.eq and _differs(old, new, f.name)}
    if shelf == "sources" and "reliability" in differs:
        yield Graded(id=new.id, grade=differs.pop("reliability"))
    if shelf == "statements" and "standing" in differs:
        moved = _standing(known, old, new)
        if moved is not None:
            del differs["standing"]
            yield moved
    if differs:
        yield Corrected(shelf=shelf, id=new.id, changes=differs)


def _standing(known: Known, old: Statement, new: Statement) -> Happening | Event | None:
    """A change of standing as what it is; None where it can only be told as a correction."""
    name, standing = new.id or "", new.standing
    if standing.is_ != "stands" and old.stands and (standing.because or "").strip():
        what = Retracted(id=name, standing=standing.is_, replaced_by=standing.by)
        return Event(what=what, so=standing.on, because=standing.because)
    if standing == _STANDS and len(known.fallen) == 1 and known.changes.get("standing", _STANDS) == _STANDS:
        return Restored(shelf="statements", id=name)
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
    shelf = "established" if before and isinstance(before[0], Established) else "notes"
    return [*(Removed(shelf=shelf, id=name) for name in keys if name in gone), *found], order


def _order(fold: Fold, shelf: str, events: Sequence[Event], names: Sequence[str]) -> list[str]:
    """The order that a collection would have after some events, without an arrangement of its own."""
    rows = fold.shelves[shelf]
    added = (one.what.id for one in events if isinstance(one.what, Added))
    arranged = (name for name in fold.orders.get(shelf, ()) if name in rows)
    kept = set(names)
    return [name for name in dict.fromkeys((*arranged, *rows, *added)) if name in kept]
