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
from claimtrack.history.state import Fold, Known
from claimtrack.model.casebook import SHELVES, Casebook, Record
from claimtrack.model.records import Established, Standing, Statement

_WITHOUT_IDS = ("established", "notes")
_MADE_BY = ("origin", "via")
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
        >>> from claimtrack.model import Claim
        >>> book = Casebook(title="A bridge", claims=(Claim(id="fell", text="It fell."),))
        >>> [one.kind for one in events_between(Fold(), book, because="first entry")]
        ['corrected', 'added']
    """
    if not because.strip():
        raise MissingField(place="because", expected="why; every change of what was said before has its reason")
    before = fold.casebook()
    new = aligned(before, after)
    here = {source.id for source in new.sources}
    made = _between(fold, new, [name for name in fold.same if name in here], because, by)
    if (fold.same or fold.moved) and _result(fold, made) != new:
        made = _between(fold, new, list(fold.same), because, by)
    return tuple(evolve(one, place=place) for place, one in enumerate(made))


def _between(fold: Fold, new: Casebook, apart: Iterable[str], because: str, by: str | None) -> list[Event]:
    """The events that make a casebook, after some sources that were merged are their own again."""
    trial = fold.copy()
    made = [event(Split(id=fold.same[name], to=name), because=because, by=by) for name in apart]
    for one in made:
        trial.take(one)
    made += [event(one, because=because, by=by) for one in _head(fold, new)]
    before = trial.rows()
    for shelf in SHELVES:
        keys = [name for name, _ in trial.records(shelf)]
        found: Iterable[Happening | Event]
        if shelf in _WITHOUT_IDS:
            found, keys = _by_content(keys, before[shelf], getattr(new, shelf))
        else:
            found, keys = _by_id(trial, before[shelf], getattr(new, shelf), shelf), [r.id for r in getattr(new, shelf)]
        events = [one if isinstance(one, Event) else _event(one, because, by) for one in found]
        made += events
        if _order(trial, shelf, events, keys) != keys:
            made.append(event(Arranged(shelf=shelf, ids=tuple(keys)), by=by))
    return made


def _result(fold: Fold, events: Iterable[Event]) -> Casebook | None:
    """What events would make; None where that contradicts itself."""
    trial = fold.copy()
    for one in events:
        trial.take(one)
    try:
        return trial.casebook()
    except InvalidCasebook:
        return None


def _event(what: Happening, because: str, by: str | None) -> Event:
    """An event; what is only new needs no reason."""
    return event(what, because=None if isinstance(what, Added) else because, by=by)


def _head(fold: Fold, new: Casebook) -> Iterator[Corrected]:
    empty = Casebook()
    changes = {
        name: getattr(new, name)
        for name in ("title", "cutoff", "policy")
        if fold.head.get(name, getattr(empty, name)) != getattr(new, name)
    }
    if changes:
        yield Corrected(shelf=HEAD, id=HEAD, changes=changes)


def _by_id(fold: Fold, before: Sequence[Any], rows: Sequence[Any], shelf: str) -> Iterator[Happening | Event]:
    old = {row.id: row for row in before}
    here = {row.id for row in rows}
    yield from (Removed(shelf=shelf, id=name) for name in old if name not in here)
    for row in rows:
        known = fold.shelves[shelf].get(row.id)
        if known is None or known.gone:
            yield Added(record=row, id=row.id)
        else:
            shown = old.get(row.id)  # a dependence among those who are one is known, and not to be seen
            again = _MADE_BY if row.id in fold.moved else ()
            yield from _changed(known, known.now(shelf) if shown is None else shown, row, shelf, again)


def _changed(
    known: Known,
    old: Any,  # noqa: ANN401
    new: Any,  # noqa: ANN401
    shelf: str,
    again: Collection[str],
) -> Iterator[Happening | Event]:
    """What makes one record of another: a retraction or a grade as what it is, the rest as a correction.

    Some fields are said again with any of them that differs: who made a statement that a split has moved.
    """
    differs = {f.name: getattr(new, f.name) for f in fields_of(type(new)) if f.eq and _differs(old, new, f.name)}
    if not differs.keys().isdisjoint(again):
        differs |= {name: getattr(new, name) for name in again}
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
    itself = known.changes.get("standing", getattr(known.record, "standing", _STANDS))
    if standing == itself == _STANDS and len(known.fallen) == 1:
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
