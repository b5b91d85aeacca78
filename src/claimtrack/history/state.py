"""The state of a case: what is known of each record after the events so far, and the casebook that this makes."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, cast

import attrs

from claimtrack._records import evolve, record, without_texts
from claimtrack.dates import PartialDate
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.errors.problems import Problem
from claimtrack.history.merge_sources import Collections, same_sources, without_strays
from claimtrack.model.casebook import COLLECTIONS, HEAD_FIELDS, Casebook, Record
from claimtrack.model.sources import Confidential, Source
from claimtrack.model.statements import Standing, Statement

_STANDS = Standing()
_HEARD = frozenset(("origin", "via", "terms", "anonymous", "document"))
"""The fields of a statement that say from whom it was heard, and whether that may be told."""


@attrs.define
class KnownRecord:
    """What is known of one record, as its events have left it."""

    record: Record
    """As it was added."""
    changes: dict[str, Any] = attrs.field(factory=dict)
    """Its corrections since, by field."""
    gone: bool = False
    """Whether it was removed."""
    fallen: list[Standing] = attrs.field(factory=list)
    """For a statement: its retractions that have not been taken back, oldest first."""

    def __repr__(self) -> str:
        return without_texts(self)

    def now(self, place: str) -> Record:
        """The record as it is known now.

        Raises:
            InvalidCasebook: its corrections contradict each other.
        """
        changes = {**self.changes, "standing": self.fallen[-1]} if self.fallen else self.changes
        if not changes:
            return self.record
        try:
            return evolve(self.record, **changes)
        except Problem as problem:
            raise InvalidCasebook(problems=(evolve(problem, place=f"{place}.{problem.place}"),)) from None

    def field(self, name: str) -> Any:  # noqa: ANN401
        """The value of one field, as it was last corrected; retractions aside."""
        return self.changes[name] if name in self.changes else getattr(self.record, name)

    def restore(self) -> None:
        """Take back a removal; else the last retraction; else what the record itself says of its standing."""
        if self.gone:
            self.gone = False
        elif self.fallen:
            self.fallen.pop()
        elif isinstance(self.record, Statement):
            self.changes["standing"] = _STANDS


@record
class Resolution:
    """How a claim turned out, and how we know."""

    claim: str
    """Id of the claim."""
    outcome: str
    """`true` or `false`."""
    because: str | None = None
    """The reason that was given."""
    so: PartialDate | None = None
    """Since when it is so; None means always."""


@attrs.define
class State:
    """What events have made of a case so far.

    Every event applies itself; an event about a record that is not known changes nothing. Cost: constant for each
    event.
    """

    collections: dict[str, dict[str, KnownRecord]] = attrs.field(factory=lambda: {name: {} for name in COLLECTIONS})
    """What is known of each record, by collection and id, in the order in which the records were added."""
    head: dict[str, Any] = attrs.field(factory=dict)
    """The fields of the casebook itself, such as its title."""
    orders: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    """The order of each collection that was arranged."""
    same: dict[str, str] = attrs.field(factory=dict)
    """For each source that was merged, the one that it is."""
    moved: dict[str, dict[str, str]] = attrs.field(factory=dict)
    """For each statement that a split moved: the new source by the old one."""
    resolutions: dict[str, Resolution] = attrs.field(factory=dict)
    """How claims turned out."""
    names: dict[str, dict[str, None]] = attrs.field(factory=dict, repr=False)
    """Every name and alias that a source ever had, by its id."""
    hidden: set[str] = attrs.field(factory=set, repr=False)
    """The sources that were protected at any time."""
    said: list[Statement] = attrs.field(factory=list, repr=False)
    """Every statement as it stood at any time: on which terms a source was ever heard stays known for good."""

    def __repr__(self) -> str:
        return without_texts(self)

    @classmethod
    def of(cls, book: Casebook) -> "State":
        """The state of a case without a history; records without an id are known by their place."""
        state = cls(head={name: getattr(book, name) for name in (*HEAD_FIELDS, "unshown")})
        for collection, rows in state.collections.items():
            for place, item in enumerate(book.collection(collection)):
                rows[getattr(item, "id", None) or f"{collection}-{place}"] = KnownRecord(item)
        return state

    def known(self, collection: str, name: str) -> KnownRecord | None:
        """What is known of a record; None for one that nobody added."""
        return self.collections[collection].get(name)

    def add(self, collection: str, name: str, item: Record) -> None:
        """Add a record; mergers and splits of an earlier one with that id, since removed, do not concern it."""
        self.collections[collection][name] = KnownRecord(item)
        if isinstance(item, Source):
            self.same.pop(name, None)
            self._note(name, (item.name, *item.aliases), protected=item.protected)
        elif isinstance(item, Statement):
            self.moved.pop(name, None)
            self.said.append(item)

    def correct(self, collection: str, name: str, changes: Mapping[str, Any]) -> None:
        """Write new values over fields. A correction of who made a statement overrides earlier splits."""
        known = self.known(collection, name)
        if known is None:
            return
        if collection == "sources":
            names = (changes.get("name"), *changes.get("aliases", ()))
            self._note(name, names, protected=bool(changes.get("protected")))
        if collection == "statements" and not changes.keys().isdisjoint(("origin", "via")):
            moved = self.moved.pop(name, {})
            if moved:  # the split becomes part of the record, so that the field that is not corrected keeps it
                known.changes["origin"] = moved.get(known.field("origin"), known.field("origin"))
                known.changes["via"] = tuple(
                    evolve(relay, source=moved.get(relay.source, relay.source)) for relay in known.field("via")
                )
        known.changes.update(changes)
        if "standing" in changes:
            known.fallen.clear()
        if collection == "statements" and not _HEARD.isdisjoint(changes):
            with suppress(InvalidCasebook):  # so far only: what it contradicts will be corrected too
                self.said.append(cast("Statement", known.now(collection)))

    def merge(self, source: str, into: str) -> None:
        """Treat two sources as one."""
        root = self.root(into)
        if root != source:
            self.same[source] = root

    def split(self, source: str, to: str, statements: Iterable[str]) -> None:
        """Treat one source as two: undo a merger, and give some statements to the other."""
        if to in self.same and self.root(to) == self.root(source):
            del self.same[to]
        for statement in statements:
            self.moved.setdefault(statement, {})[source] = to

    def _note(self, source: str, names: Iterable[str | None], *, protected: bool) -> None:
        """Remember every name of a source, and whether it was ever protected: both stay hidden for good."""
        self.names.setdefault(source, {}).update(dict.fromkeys(name for name in names if name))
        if protected:
            self.hidden.add(source)

    def root(self, source: str) -> str:
        """The source that a source has become after all mergers."""
        while source in self.same:
            source = self.same[source]
        return source

    def with_private(self, private: Mapping[str, Confidential]) -> "State":
        """A state with the confidential fields of sources, which no event holds."""
        collection = self.collections["sources"]
        sources = {
            name: attrs.evolve(known, record=evolve(known.record, confidential=private[name]))
            if name in private
            else known
            for name, known in collection.items()
        }
        return attrs.evolve(self, collections={**self.collections, "sources": sources})

    def records(self, collection: str) -> Iterator[tuple[str, Record]]:
        """The records of a collection that have not been removed, in order, each with its id."""
        rows = self.collections[collection]
        first = [name for name in self.orders.get(collection, ()) if name in rows]
        placed = set(first)
        for name in (*first, *(name for name in rows if name not in placed)):
            if not rows[name].gone:
                yield name, rows[name].now(f"{collection}.{name}")

    def copy(self) -> "State":
        """A copy to try events on. Cost: linear in what is known."""
        collections = {
            collection: {
                name: attrs.evolve(known, changes=dict(known.changes), fallen=list(known.fallen))
                for name, known in rows.items()
            }
            for collection, rows in self.collections.items()
        }
        return attrs.evolve(
            self,
            collections=collections,
            head=dict(self.head),
            orders=dict(self.orders),
            same=dict(self.same),
            moved={name: dict(moved) for name, moved in self.moved.items()},
            resolutions=dict(self.resolutions),
            names={name: dict(names) for name, names in self.names.items()},
            hidden=set(self.hidden),
            said=list(self.said),
        )

    def rows(self) -> Collections:
        """The records by collection that have not been removed, after all mergers and splits.

        Raises:
            InvalidCasebook: the corrections of a record contradict each other.
        """
        collections: Collections = {
            collection: tuple(record for _, record in self.records(collection)) for collection in COLLECTIONS
        }
        if self.same or self.moved:
            collections = same_sources(collections, {source: self.root(source) for source in self.same}, self.moved)
        return collections

    def casebook(self, *, pruned: bool = False) -> Casebook:
        """The casebook as it is known now.

        Args:
            pruned: whether to leave out records that refer to one that is missing.

        Raises:
            InvalidCasebook: the records contradict each other.

        Cost: linear in what is known.
        """
        collections = without_strays(self.rows()) if pruned else self.rows()
        parts: dict[str, Any] = {**self.head, **collections}
        return Casebook(**parts)
