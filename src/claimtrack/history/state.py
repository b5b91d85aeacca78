"""State: events taken one after the other into what is known of each record, and that made a casebook."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from claimtrack._records import evolve
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.errors.problems import Problem
from claimtrack.history.events import (
    Added,
    Arranged,
    Corrected,
    Event,
    Graded,
    Merged,
    Removed,
    Resolved,
    Restored,
    Retracted,
    Split,
)
from claimtrack.history.merge_sources import Collections, same_sources, without_strays
from claimtrack.model.casebook import COLLECTIONS, Casebook, Record
from claimtrack.model.records import Confidential, Source, Standing, Statement

_STANDS = Standing()


@attrs.define
class Known:
    """What is known of one record."""

    record: Record
    """As it was added."""
    changes: dict[str, Any] = attrs.field(factory=dict)
    """What was corrected since, by field."""
    gone: bool = False
    """Whether it was removed."""
    fallen: list[Standing] = attrs.field(factory=list)
    """How a statement stands since each of its retractions that was not taken back."""

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


@attrs.frozen
class Resolution:
    """How a claim turned out, and the event that says so."""

    claim: str
    """Id of the claim."""
    outcome: str
    """`true` or `false`."""
    event: Event
    """The event."""


@attrs.define
class State:
    """What events have made of a case so far.

    An event about a record that is not known says nothing. Cost: constant for each event.
    """

    collections: dict[str, dict[str, Known]] = attrs.field(
        factory=lambda: {collection: {} for collection in COLLECTIONS}
    )
    """What is known of each record, by collection and id, in the order in which the records were added."""
    head: dict[str, Any] = attrs.field(factory=dict)
    """Title, cutoff and policy."""
    orders: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    """The order of each collection that was arranged."""
    same: dict[str, str] = attrs.field(factory=dict)
    """For each source that was merged, the one that it is."""
    moved: dict[str, dict[str, str]] = attrs.field(factory=dict)
    """For each statement that a split moved: whom to put in place of whom."""
    resolutions: dict[str, Resolution] = attrs.field(factory=dict)
    """How claims turned out."""
    names: dict[str, dict[str, None]] = attrs.field(factory=dict, repr=False)
    """Every name and alias that a source ever had, by its id."""
    veiled: set[str] = attrs.field(factory=set, repr=False)
    """The sources that were protected at any time."""

    def take(self, event: Event) -> None:
        """Take one more event."""
        what = event.what
        match what:
            case Added():
                self._add(what)
            case Corrected(collection="casebook"):
                self.head.update(what.changes)
            case Arranged():
                self.orders[what.collection] = what.ids
            case Merged() | Split():
                self._identity(what)
            case Resolved():
                self.resolutions.pop(what.id, None)
                if what.outcome != "open":
                    self.resolutions[what.id] = Resolution(what.id, what.outcome, event)
            case _:
                known = self.collections[what.collection].get(what.id)
                if isinstance(what, Corrected) and known is not None:
                    self._correct(what, known)
                elif known is not None:
                    _change(known, what, event)

    def _add(self, what: Added) -> None:
        """Take a new record; what was said of another one of that id before it was removed is not said of this one."""
        self.collections[what.collection][what.id] = Known(what.record)
        if isinstance(what.record, Source):
            self.same.pop(what.id, None)
            self._note(what.id, (what.record.name, *what.record.aliases), protected=what.record.protected)
        elif isinstance(what.record, Statement):
            self.moved.pop(what.id, None)

    def _correct(self, what: Corrected, known: Known) -> None:
        """Take a correction. Whoever corrects who made a statement has the last word over earlier splits."""
        if what.collection == "sources":
            name: Any = what.changes.get("name")
            aliases: Any = what.changes.get("aliases", ())
            self._note(what.id, (name, *aliases), protected=bool(what.changes.get("protected")))
        if what.collection == "statements" and not what.changes.keys().isdisjoint(("origin", "via")):
            moved = self.moved.pop(what.id, {})
            said: Any = known.record
            for field in ("origin", "via") if moved else ():
                now = known.changes.get(field, getattr(said, field))
                known.changes[field] = moved.get(now, now) if field == "origin" else tuple(moved.get(n, n) for n in now)
        known.changes.update(what.changes)
        if "standing" in what.changes:
            known.fallen.clear()

    def _note(self, source: str, names: Iterable[str | None], *, protected: bool) -> None:
        """Remember what a source was called, and that it was protected."""
        self.names.setdefault(source, {}).update(dict.fromkeys(name for name in names if name))
        if protected:
            self.veiled.add(source)

    def _identity(self, what: Merged | Split) -> None:
        if isinstance(what, Merged):
            into = self.root(what.into)
            if into != what.id:
                self.same[what.id] = into
            return
        if what.to in self.same and self.root(what.to) == self.root(what.id):
            del self.same[what.to]
        for statement in what.statements:
            self.moved.setdefault(statement, {})[what.id] = what.to

    def root(self, source: str) -> str:
        """The source that a source is, after all mergers."""
        while source in self.same:
            source = self.same[source]
        return source

    def with_private(self, private: Mapping[str, Confidential]) -> "State":
        """The same with confidential fields of sources, which no event holds; the events do not change."""
        collection = self.collections["sources"]
        sources = {
            name: attrs.evolve(known, record=evolve(known.record, confidential=private[name]))
            if name in private
            else known
            for name, known in collection.items()
        }
        return attrs.evolve(self, collections={**self.collections, "sources": sources})

    def records(self, collection: str) -> Iterator[tuple[str, Record]]:
        """The records of a collection that are there, in order, each with its id."""
        rows = self.collections[collection]
        first = [name for name in self.orders.get(collection, ()) if name in rows]
        placed = set(first)
        for name in (*first, *(name for name in rows if name not in placed)):
            if not rows[name].gone:
                yield name, rows[name].now(f"{collection}.{name}")

    def copy(self) -> "State":
        """The same, to try events on. Cost: linear in what is known."""
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
            veiled=set(self.veiled),
        )

    def rows(self) -> Collections:
        """The records of all collections that are there, with what mergers and splits make of them.

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
        """The casebook that all this makes.

        Args:
            pruned: whether to leave out what speaks of a record that is not there.

        Raises:
            InvalidCasebook: the records contradict each other.

        Cost: linear in what is known.
        """
        collections = without_strays(self.rows()) if pruned else self.rows()
        parts: dict[str, Any] = {**self.head, **collections}
        return Casebook(**parts)


def _change(known: Known, what: object, event: Event) -> None:
    """Take an event about one record that is known."""
    match what:
        case Removed():
            known.gone = True
        case Retracted():
            known.fallen.append(Standing(is_=what.standing, because=event.because, on=event.so, by=what.replaced_by))
        case Restored():
            _restore(known)
        case Graded(topic=None):
            known.changes["reliability"] = what.grade
        case Graded():
            topics: Mapping[str, Any] = known.changes.get("topics", known.record.topics)  # type: ignore[union-attr]
            rest = {topic: grade for topic, grade in topics.items() if topic != what.topic}
            known.changes["topics"] = rest if what.grade is None else {**rest, what.topic: what.grade}


def _restore(known: Known) -> None:
    """Take back a removal; else the last retraction; else what the record itself says of its standing."""
    if known.gone:
        known.gone = False
    elif known.fallen:
        known.fallen.pop()
    elif isinstance(known.record, Statement):
        known.changes["standing"] = _STANDS
