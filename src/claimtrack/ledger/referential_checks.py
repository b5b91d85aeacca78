"""Fitting: whether events fit what a ledger holds, looked up record by record."""

from collections.abc import Sequence
from typing import Protocol

from claimtrack.errors.base import nearest
from claimtrack.errors.problems import DuplicateId, UnknownId
from claimtrack.history.events import HEAD, Added, Arranged, Event, others_named
from claimtrack.history.replay import state_of
from claimtrack.history.state import State
from claimtrack.model.casebook import Record
from claimtrack.model.draft import references
from claimtrack.model.integrity import KINDS


class Known(Protocol):
    """What holds events."""

    def about(self, collection: str, name: str) -> list[Event]:
        """The events about one record."""
        ...

    def ids(self, collection: str) -> list[str]:
        """The ids of a collection that any event is about."""
        ...


def fit(events: Sequence[Event], known: Known) -> None:
    """Refuse events that do not fit what is known, or each other.

    Looked at are the records that the events are about and those that they speak of. Rules over many records, such as
    what the priors of rivals add up to, or who speaks of a record that is removed, are for whoever makes the casebook.

    Raises:
        UnknownId: an event is about a record that is not there, or a record speaks of one that is not.
        DuplicateId: a record is added that is there.
        InvalidCasebook: a correction contradicts the rest of its record.

    Cost: a look at each record that is named.
    """
    looked = _Looked(known)
    for event in events:
        looked.take(event)
    looked.see_that_all_is_there()


class _Looked:
    """The records that were looked at, with what the events so far have made of them."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._state = State()
        self._seen: dict[tuple[str, str], None] = {}
        self._touched: dict[tuple[str, str], None] = {}

    def take(self, event: Event) -> None:
        what = event.what
        if what.collection == HEAD or isinstance(what, Arranged):
            return
        here = self._is_here(what.collection, what.id)
        if isinstance(what, Added):
            if here:
                raise DuplicateId(place=f"{what.collection}.id", seen=what.id, first="the ledger")
            event.apply(self._state)
            self._touched[what.collection, what.id] = None
            return
        is_known = what.id in self._state.collections[what.collection]
        if not is_known or (not here and event.kind != "restored"):
            raise self._unknown(what.collection, what.id)
        self._touched |= dict.fromkeys(((what.collection, what.id), *others_named(what)))
        event.apply(self._state)

    def see_that_all_is_there(self) -> None:
        """See that every record that was touched is there, unless it was removed, and whatever it speaks of."""
        for collection, name in self._touched:
            row = self._state.collections[collection].get(name) if self._is_here(collection, name) else None
            if row is not None:
                self._speaks(row.now(f"{collection}.{name}"), collection)
            elif name not in self._state.collections[collection]:
                raise self._unknown(collection, name)

    def _is_here(self, collection: str, name: str) -> bool:
        if (collection, name) not in self._seen:
            self._seen[collection, name] = None
            rows = state_of(self._known.about(collection, name)).collections[collection]
            if name in rows:
                self._state.collections[collection][name] = rows[name]
        row = self._state.collections[collection].get(name)
        return row is not None and not row.gone

    def _speaks(self, record: Record, collection: str) -> None:
        """See that what a record speaks of is there."""
        for place, kind, name in references(record):
            collections = [f"{one}s" for one in (KINDS if kind == "id" else (kind,))]
            if not any(self._is_here(one, name) for one in collections):
                raise self._unknown(
                    collections[0] if len(collections) == 1 else "", name, place=f"{collection}.{place}", kind=kind
                )

    def _unknown(self, collection: str, name: str, *, place: str | None = None, kind: str | None = None) -> UnknownId:
        collections = [collection] if collection else [f"{one}s" for one in KINDS]
        known = [
            one
            for each in collections
            for one in (*self._known.ids(each), *self._state.collections[each])
            if one != name
        ]
        word = kind or (collection if collection == "established" else collection.removesuffix("s"))
        return UnknownId(place=place or f"{collection}.id", kind=word, seen=name, near=nearest(name, known))
