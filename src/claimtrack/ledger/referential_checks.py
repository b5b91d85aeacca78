"""Check that new events fit a ledger, looking up only the records that they are about or refer to."""

from collections.abc import Sequence
from typing import Protocol

from claimtrack.errors.base import nearest
from claimtrack.errors.problems import DuplicateId, UnknownId
from claimtrack.history.events import HEAD, Added, Arranged, Event, others_named
from claimtrack.history.replay import state_of
from claimtrack.history.state import State
from claimtrack.model.casebook import Record
from claimtrack.model.draft import references
from claimtrack.model.integrity import kinds_of


class Lookup(Protocol):
    """A store of events in which they can be looked up, such as a ledger."""

    def about(self, collection: str, name: str) -> list[Event]:
        """The events about one record."""
        ...

    def ids(self, collection: str) -> list[str]:
        """The ids of a collection that events are about."""
        ...


def check_references(events: Sequence[Event], known: Lookup) -> None:
    """Refuse events that do not fit what is known, or each other.

    Rules over many records, such as the sum of rivals' priors, or what still refers to a removed record, are left to
    the casebook: checking them here would cost a replay for each event.

    Raises:
        UnknownId: an event is about a record that does not exist, or a record refers to one that does not.
        DuplicateId: an added record exists already.
        InvalidCasebook: a correction contradicts the rest of its record.

    Cost: one look-up for each record that is named.
    """
    records = _LookedUp(known)
    for event in events:
        records.take(event)
    records.check()


class _LookedUp:
    """The records that were looked up, as the new events so far have left them."""

    def __init__(self, known: Lookup) -> None:
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

    def check(self) -> None:
        """Check that every record that was touched exists, unless it was removed, and so does what it refers to."""
        for collection, name in self._touched:
            row = self._state.collections[collection].get(name) if self._is_here(collection, name) else None
            if row is not None:
                self._check_references_of(row.now(f"{collection}.{name}"), collection)
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

    def _check_references_of(self, record: Record, collection: str) -> None:
        for place, kind, name in references(record):
            collections = [f"{one}s" for one in kinds_of(kind)]
            if not any(self._is_here(one, name) for one in collections):
                raise self._unknown(
                    collections[0] if len(collections) == 1 else "", name, place=f"{collection}.{place}", kind=kind
                )

    def _unknown(self, collection: str, name: str, *, place: str | None = None, kind: str | None = None) -> UnknownId:
        collections = [collection] if collection else [f"{one}s" for one in kinds_of(kind or "id")]
        known = [
            one
            for each in collections
            for one in (*self._known.ids(each), *self._state.collections[each])
            if one != name
        ]
        word = kind or (collection if collection == "established" else collection.removesuffix("s"))
        return UnknownId(place=place or f"{collection}.id", kind=word, seen=name, near=nearest(name, known))
