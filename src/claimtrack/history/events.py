"""Events: what happened to a case, when it was so, when we learned it, and when the ledger took it.

There is one record for each kind of change; links and notes are added by the same record as all else, under kinds of
their own. It applies itself to the state of a case, describes itself in a sentence (`describe`, given the state before
it), and says where it belongs: `collection` and `id` are what it is about, and the metadata of its fields say which
other records it names: `names` is their collection, and `ties` is who can move whom (see `tracking.as_of`).
`says` is what to write in a field that was left out. `needs_reason` is whether it changes what was said before.

A new kind is a record here and a name in `Happening`; all else is derived from it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Literal, get_args

import attrs

from claimtrack._public_fields import check_of
from claimtrack._records import converted, evolve, fields_of, record
from claimtrack.dates import Moment, PartialDate
from claimtrack.errors.base import nearest
from claimtrack.errors.failures import WrongUse
from claimtrack.errors.problems import MissingField, Problem, UnknownKey, WrongType
from claimtrack.history.state import Resolution, State
from claimtrack.history.wording import describe_changes, name_record, summarise_record
from claimtrack.model.casebook import COLLECTIONS, HEAD_FIELDS, Casebook, Record, collection_of, key_of
from claimtrack.model.sources import Grade, Source
from claimtrack.model.statements import Relay, Standing, Statement
from claimtrack.model.validators import a_date, a_moment, a_text, a_whole_number, an_id, ids, kind_of, maybe, one_of
from claimtrack.text.words import listed, quoted

Outcome = Literal["true", "false", "open"]
"""How a claim turned out; `open` takes back what was said of it."""

HEAD = "casebook"
"""Both the collection and the id of an event about the casebook itself: such as its title."""

_NEVER_CORRECTED = ("id", "_confidential", "unshown")
_MOST_PLACES = 2**53
"""The whole numbers up to here are exact in every reader of JSON."""


@record
class Added:
    """A new record: a source, a claim, a statement, a link, a note."""

    needs_reason: ClassVar[bool] = False
    record: Record
    """The record, without confidential fields."""
    id: str = attrs.field(validator=an_id)
    """Its id; a record without one of its own gets one that is made from its content."""

    def __attrs_post_init__(self) -> None:
        """Drop the confidential fields, which no event may hold."""
        collection_of(self.record)  # refuses what is no record of a casebook
        # A ledger overwrites nothing: what once stood in it could never be taken out again.
        if isinstance(self.record, Source) and self.record.confidential is not None:
            object.__setattr__(self, "record", evolve(self.record, confidential=None))

    @property
    def collection(self) -> str:
        """The collection of the record."""
        return collection_of(self.record)

    def apply(self, state: State, **_: object) -> None:
        """Add the record."""
        state.add(self.collection, self.id, self.record)

    def describe(self, _: State) -> str:
        """What is new."""
        return f"{name_record(self.collection, self.id)} is new: {summarise_record(self.record)}."


@record
class Corrected:
    """New values for some fields of a record, or of the casebook itself, that were wrong or have changed."""

    needs_reason: ClassVar[bool] = True
    collection: str = attrs.field(validator=one_of(*COLLECTIONS, HEAD))
    """The collection, such as `statements`, or `casebook`."""
    id: str = attrs.field(validator=an_id)
    """Id of the record."""
    changes: Mapping[str, Any] = attrs.field(
        hash=False, repr=lambda changes: str(list(changes)), metadata={"says": "the new values by field"}
    )
    """The new values by field; a repr names the fields alone."""

    def __attrs_post_init__(self) -> None:
        """Refuse fields that such a record does not have, and values that a field cannot hold."""
        kind: type = Casebook if self.collection == HEAD else COLLECTIONS[self.collection]
        known = {f.name: f for f in fields_of(kind) if f.init and f.name not in _NEVER_CORRECTED}
        if self.collection == HEAD:
            known = {name: known[name] for name in HEAD_FIELDS}
        if not isinstance(self.changes, Mapping):
            raise WrongType(place="changes", seen=kind_of(self.changes), expected="a table of fields and new values")
        if not self.changes:
            raise MissingField(place="changes", expected="at least one field with its new value")
        changes: dict[str, Any] = {}
        for name, value in self.changes.items():
            if name not in known:
                raise UnknownKey(place=f"changes.{name}", near=nearest(name, known))
            check = check_of(known[name])
            try:
                changes[name] = converted(known[name], value)
                if check is not None:
                    check(None, known[name], changes[name])
            except Problem as problem:
                raise evolve(problem, place=f"changes.{problem.place}") from None
        object.__setattr__(self, "changes", MappingProxyType(changes))

    def apply(self, state: State, **_: object) -> None:
        """Write the new values over the old ones."""
        if self.collection == HEAD:
            state.head.update(self.changes)
        else:
            state.correct(self.collection, self.id, self.changes)

    def describe(self, state: State) -> str:
        """The new values, each with the old one that the state has."""
        if self.collection == HEAD:
            return f"The casebook is corrected: {describe_changes(state.head, self.changes)}."
        known = state.known(self.collection, self.id)
        now = known and known.now(self.collection)
        before = {name: getattr(now, name, None) for name in self.changes}
        return f"{name_record(self.collection, self.id)} is corrected: {describe_changes(before, self.changes)}."


@record
class Removed:
    """A record that should never have been there, or is no longer part of the case; the ledger still keeps it."""

    needs_reason: ClassVar[bool] = True
    collection: str = attrs.field(validator=one_of(*COLLECTIONS))
    """The collection."""
    id: str = attrs.field(validator=an_id)
    """Id of the record."""

    def apply(self, state: State, **_: object) -> None:
        """Leave the record out from now on."""
        known = state.known(self.collection, self.id)
        if known is not None:
            known.gone = True

    def describe(self, _: State) -> str:
        """What is removed."""
        return f"{name_record(self.collection, self.id)} is removed."


@record
class Retracted:
    """A statement that no longer stands: it was taken back, or another one replaces it.

    Its standing is changed in `State`; `network.chains` then leaves the statement out of every score.
    """

    needs_reason: ClassVar[bool] = True
    collection: ClassVar[str] = "statements"
    """The collection."""
    id: str = attrs.field(validator=an_id)
    """Id of the statement."""
    standing: Literal["retracted", "corrected"] = attrs.field(
        default="retracted", validator=one_of("retracted", "corrected")
    )
    """How it stands now."""
    replaced_by: str | None = attrs.field(default=None, validator=maybe(an_id), metadata={"names": "statements"})
    """Id of the statement that replaces it."""

    def apply(self, state: State, *, because: str | None = None, so: PartialDate | None = None) -> None:
        """Let the statement fall, for the reason of the event."""
        known = state.known(self.collection, self.id)
        if known is not None:
            known.fallen.append(Standing(is_=self.standing, because=because, on=so, by=self.replaced_by))

    def describe(self, _: State) -> str:
        """How the statement stands now, and what replaces it."""
        by = f", and replaced by {self.replaced_by}" if self.replaced_by else ""
        return f"Statement {self.id} is {self.standing}{by}."


@record
class Restored:
    """A retraction or removal that was wrong: the record stands again as it did before."""

    needs_reason: ClassVar[bool] = True
    collection: str = attrs.field(validator=one_of(*COLLECTIONS))
    """The collection."""
    id: str = attrs.field(validator=an_id)
    """Id of the record."""

    def apply(self, state: State, **_: object) -> None:
        """Take back the removal, or the last retraction."""
        known = state.known(self.collection, self.id)
        if known is not None:
            known.restore()

    def describe(self, _: State) -> str:
        """What is restored."""
        return f"{name_record(self.collection, self.id)} is restored."


@record
class Graded:
    """A new grade for a source."""

    needs_reason: ClassVar[bool] = False
    collection: ClassVar[str] = "sources"
    """The collection."""
    id: str = attrs.field(validator=an_id)
    """Id of the source."""
    grade: Grade | None = attrs.field(
        validator=maybe(one_of(*get_args(Grade))), metadata={"says": "a grade from A to F, or null"}
    )
    """The grade; None takes it away."""
    topic: str | None = attrs.field(default=None, validator=maybe(a_text(empty=False)))
    """The topic that the grade is for; None means the general grade."""

    def apply(self, state: State, **_: object) -> None:
        """Change the general grade, or that of one topic."""
        known = state.known(self.collection, self.id)
        if known is None:
            return
        if self.topic is None:
            known.changes["reliability"] = self.grade
            return
        topics: dict[str, Any] = {**known.field("topics"), self.topic: self.grade}
        known.changes["topics"] = {topic: grade for topic, grade in topics.items() if grade is not None}

    def describe(self, _: State) -> str:
        """The new grade."""
        grade = f"graded {self.grade}" if self.grade else "without a grade"
        topic = f" on {quoted(self.topic)}" if self.topic else ""
        return f"Source {self.id} is now {grade}{topic}."


@record
class Resolved:
    """Whether a claim is true has become known. Scores ignore it; track records and calibration are made from it."""

    needs_reason: ClassVar[bool] = True
    collection: ClassVar[str] = "claims"
    """The collection."""
    id: str = attrs.field(validator=an_id)
    """Id of the claim."""
    outcome: Outcome = attrs.field(
        validator=one_of(*get_args(Outcome)), metadata={"says": "how it turned out: true, false or open"}
    )
    """How it turned out."""

    def apply(self, state: State, *, because: str | None = None, so: PartialDate | None = None) -> None:
        """Note how the claim turned out."""
        # Popped first, so that the last resolution stands last: the order says which came when.
        state.resolutions.pop(self.id, None)
        if self.outcome != "open":
            state.resolutions[self.id] = Resolution(claim=self.id, outcome=self.outcome, because=because, so=so)

    def describe(self, _: State) -> str:
        """How the claim turned out."""
        return f"Claim {self.id} is {'open again' if self.outcome == 'open' else self.outcome}."


@record
class Merged:
    """Two sources turn out to be one and the same."""

    needs_reason: ClassVar[bool] = True
    collection: ClassVar[str] = "sources"
    """The collection."""
    id: str = attrs.field(validator=an_id)
    """Id of the source that becomes part of the other."""
    into: str = attrs.field(
        validator=an_id, metadata={"names": "sources", "ties": "both", "says": "the id of the source that it is"}
    )
    """Id of the source that stays."""

    def __attrs_post_init__(self) -> None:
        """Refuse one source twice."""
        if self.id == self.into:
            raise WrongUse(reason=f"source {self.id} cannot be merged into itself")

    def apply(self, state: State, **_: object) -> None:
        """Take the two sources for one."""
        state.merge(self.id, self.into)

    def describe(self, _: State) -> str:
        """Which sources are one."""
        return f"Source {self.id} is one and the same as {self.into}."


@record
class Split:
    """One source turns out to be two: some of its statements belong to another, or two were wrongly merged."""

    needs_reason: ClassVar[bool] = True
    collection: ClassVar[str] = "sources"
    """The collection."""
    id: str = attrs.field(validator=an_id)
    """Id of the source that was taken for both."""
    to: str = attrs.field(
        validator=an_id, metadata={"names": "sources", "ties": "both", "says": "the id of the other source"}
    )
    """Id of the other source; if it was merged into the first, the merger is undone."""
    statements: tuple[str, ...] = attrs.field(
        default=(), validator=ids(), metadata={"names": "statements", "ties": "to it"}
    )
    """Ids of the statements in which the other source takes the place of the first, as origin or as relay."""

    def __attrs_post_init__(self) -> None:
        """Refuse one source twice."""
        if self.id == self.to:
            raise WrongUse(reason=f"source {self.id} cannot be split from itself")

    def apply(self, state: State, **_: object) -> None:
        """Take the two sources for two."""
        state.split(self.id, self.to, self.statements)

    def describe(self, _: State) -> str:
        """Which sources are two, and what the other one said."""
        said = f"; it made {listed(self.statements)}" if self.statements else ""
        return f"Source {self.to} is not {self.id}{said}."


@record
class Arranged:
    """A new order of the records of a collection."""

    needs_reason: ClassVar[bool] = False
    collection: str = attrs.field(validator=one_of(*COLLECTIONS))
    """The collection."""
    ids: tuple[str, ...] = attrs.field(
        validator=ids(), metadata={"ties": "to it", "says": "the ids in their new order"}
    )
    """The ids in their new order; records that are not listed follow."""

    @property
    def id(self) -> str:
        """The collection itself."""
        return self.collection

    def apply(self, state: State, **_: object) -> None:
        """Put the collection in the new order."""
        state.orders[self.collection] = self.ids

    def describe(self, _: State) -> str:
        """What stands in another order."""
        return f"The {self.collection} stand in another order."


Happening = Added | Corrected | Removed | Retracted | Restored | Graded | Resolved | Merged | Split | Arranged

KINDS: Mapping[str, type[Happening]] = MappingProxyType(
    {"added": Added, "linked": Added, "noted": Added, **{kind.__name__.lower(): kind for kind in get_args(Happening)}}
)
"""The kinds of events by name. An added link is linked, an added note is noted."""
_ADDED = {"links": "linked", "notes": "noted"}


@record
class Event:
    """What happened to a case, with three times: when it was so, when we learned it, and when the ledger took it.

    Raises:
        MissingField: a correction, retraction, resolution, merger or split without a reason.
    """

    what: Happening
    """What happened."""
    so: PartialDate | None = attrs.field(default=None, validator=maybe(a_date))
    """From when on it was so; None means as long as the case goes back."""
    learned: Moment | None = attrs.field(default=None, validator=maybe(a_moment))
    """When we learned it; None means when the ledger took it."""
    recorded: Moment | None = attrs.field(default=None, validator=maybe(a_moment))
    """When the ledger took it; None before that."""
    place: int = attrs.field(default=0, validator=a_whole_number(0, _MOST_PLACES))
    """Its place among what was learned at the same moment."""
    by: str | None = attrs.field(default=None, validator=maybe(a_text(empty=False)))
    """Who entered it."""
    because: str | None = attrs.field(default=None, validator=maybe(a_text(empty=False)))
    """Why; required for all that changes what was said before."""
    told: tuple[str, ...] = attrs.field(default=(), validator=ids())
    """Who was told of it."""

    def __attrs_post_init__(self) -> None:
        """Refuse a change without its reason."""
        if self.because is None and self.what.needs_reason:
            raise MissingField(place="because", expected="why; every change of what was said before has its reason")

    @property
    def kind(self) -> str:
        """The name of its kind, such as added, linked or corrected."""
        return kind_name(self.what)

    def apply(self, state: State) -> None:
        """Change a state as the event says. Cost: constant."""
        self.what.apply(state, because=self.because, so=self.so)


def kind_name(what: Happening) -> str:
    """The name of the kind of an event, such as added, linked or corrected."""
    return _ADDED.get(what.collection, "added") if isinstance(what, Added) else type(what).__name__.lower()


def others_named(what: Happening) -> tuple[tuple[str, str], ...]:
    """The records that an event names besides the one that it is about, each by its collection and id."""
    return tuple(
        (field.metadata["names"], name)
        for field in fields_of(type(what))
        if "names" in field.metadata
        for name in ids_in(getattr(what, field.name))
    )


def ids_in(value: object) -> tuple[str, ...]:
    """The ids that a field holds: one, several or none."""
    if isinstance(value, str):
        return (value,)
    return tuple(one.source if isinstance(one, Relay) else one for one in value) if isinstance(value, tuple) else ()


def event(
    what: Happening | Record,
    *,
    so: PartialDate | None = None,
    learned: Moment | None = None,
    by: str | None = None,
    because: str | None = None,
    told: tuple[str, ...] = (),
) -> Event:
    """Make an event. A record alone means that it was added; a statement is so from when it was made.

    Args:
        what: what happened, or a record that is new.
        so: from when on it was so; None takes the day on which a statement was said, where that is known.
        learned: when we learned it; None leaves it to the ledger.
        by: who enters it.
        because: why.
        told: who was told of it.

    Raises:
        MissingField: a change without its reason.

    Example:
        >>> from claimtrack.model import Statement
        >>> said = Statement(id="s1", origin="kim", claim="fell", stance="asserts", stated=PartialDate("2021-03-30"))
        >>> event(said).so
        PartialDate(text='2021-03-30')
    """
    if isinstance(what, tuple(COLLECTIONS.values())):
        what = Added(record=what, id=key_of(what))  # type: ignore[arg-type]
    if so is None and isinstance(what, Added) and isinstance(what.record, Statement):
        said = what.record
        so = said.stated or said.published or said.observed
    return Event(what=what, so=so, learned=learned, by=by, because=because, told=told)  # type: ignore[arg-type]
