"""The ledger: the append-only history of a case in one file, from which the casebook of any date is replayed."""

import json
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from claimtrack._records import evolve, record
from claimtrack.dates import Moment, PartialDate
from claimtrack.errors.failures import (
    DamagedLedger,
    FileInTheWay,
    InvalidCasebook,
    OtherLedger,
    Overtaken,
    UnreadableFile,
    WrongUse,
)
from claimtrack.history.events import Event
from claimtrack.history.replay import known_by, record_of, replay, state_of
from claimtrack.history.state import State
from claimtrack.io.atomic import path_exists
from claimtrack.io.private_file import refuse_private
from claimtrack.ledger.chain import Head, Row, chained, genesis
from claimtrack.ledger.event_json import event_of, event_text
from claimtrack.ledger.lock import turn
from claimtrack.ledger.referential_checks import fit
from claimtrack.ledger.store import Store, connected
from claimtrack.model.casebook import Casebook, Record

_SALT = 16


def _now() -> Moment:
    return Moment.of(datetime.now(UTC))


@record
class Entry:
    """An event as a ledger has it."""

    number: int
    """Its number, from 1."""
    event: Event
    """The event."""
    hash: str
    """The hash that covers it and all before it."""


class Ledger:
    """The append-only history of a case, in one SQLite file.

    Several processes may append to one ledger. What `append` has returned from is on the disk. Confidential fields
    never enter; what else is protected does, so only the owner can read the file.

    Args:
        path: the file of a ledger.
        clock: what time it is; None takes the system's clock.
        store: where its rows are, if that is no file of this machine; the path is then a name alone.

    Raises:
        UnreadableFile: there is no such file, it is no ledger, or it cannot be read.
        DamagedLedger: it is damaged so that SQLite cannot read it.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from claimtrack.history import event
        >>> from claimtrack.model import Claim
        >>> with TemporaryDirectory() as folder:
        ...     with Ledger.create(f"{folder}/case.ledger") as ledger:
        ...         head = ledger.append(event(Claim(id="fell", text="The bridge fell.")))
        ...         ledger.casebook()
        <Casebook '', 1 claims>
        >>> head.count
        1
    """

    def __init__(
        self, path: str | Path, *, clock: Callable[[], Moment] | None = None, store: Store | None = None
    ) -> None:
        self._path, self._clock = str(path), clock or _now
        refuse_private(Path(path))
        self._store = _store(Path(path)) if store is None else store
        try:
            self._store.check()
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(
        cls, path: str | Path, *, clock: Callable[[], Moment] | None = None, salt: bytes | None = None
    ) -> "Ledger":
        """A new ledger with nothing in it; only the owner can read its file.

        Args:
            path: the file to make.
            clock: what time it is; None takes the system's clock.
            salt: what the hashes begin with; None takes one at random.

        Raises:
            FileInTheWay: there is such a file, with something in it.
            UnreadableFile: it cannot be made.
        """
        made = Path(path)
        refuse_private(made)
        if path_exists(made) and (not made.is_file() or made.stat().st_size):
            raise FileInTheWay(path=str(path))
        try:
            os.close(os.open(made, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            raise UnreadableFile(path=str(path), reason=(error.strerror or "cannot be made").lower()) from None
        store = _store(made)
        try:
            store.create(secrets.token_bytes(_SALT) if salt is None else salt)
        except BaseException:
            store.close()
            raise
        return cls(path, clock=clock, store=store)

    def __enter__(self) -> Self:
        """The ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the file."""
        self.close()

    def __repr__(self) -> str:
        """The name of its file."""
        return f"<Ledger {self._path!r}>"

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    @property
    def path(self) -> str:
        """Its file."""
        return self._path

    @property
    def head(self) -> Head:
        """Where it ends: what to pin elsewhere."""
        return self._store.head()

    @property
    def salt(self) -> bytes:
        """What its hashes begin with."""
        return self._store.salt

    def append(self, *events: Event, strict: bool = True, after: int | None = None) -> Head:
        """Add events: all of them or none. When it returns they are on the disk.

        An event without a time of its own is learned now. One that carries its time keeps it, also where that lies
        before other events: what was believed then does not change, since the ledger knows when it took the event.

        Args:
            events: what happened.
            strict: whether events that do not fit what is there are refused. Without it, events that carry their times
                may come in any order, such as those of somebody else that arrive one by one.
            after: how many events there must be, where the new ones were made from what these say; None appends anyway.

        Returns:
            Where the ledger ends now, to be pinned elsewhere.

        Raises:
            UnknownId: an event is about a record that is not there, or a record speaks of one that is not.
            DuplicateId: a record is added that is there.
            InvalidCasebook: a correction contradicts the rest of its record.
            WrongUse: an event says that it was learned in the future.
            Overtaken: there are more events than `after` by now.
            UnreadableFile: the file cannot be written. Where a disk fails at the very end, the events may be there
                nevertheless, all of them: the head says.

        Cost: constant for each event and what it speaks of; one wait for the disk for all of them.
        """
        if not events:
            return self.head

        def made(last: Row | None) -> list[tuple[str, str]]:
            if after is not None and after != (0 if last is None else last.number):
                raise Overtaken(path=self._path)
            recorded = self._recorded(last)
            stamped = [_stamped(event, recorded, place) for place, event in enumerate(events)]
            if strict:
                fit(stamped, self)
            return [(_subject(event), event_text(event)) for event in stamped]

        return self._store.append(made)

    def go_on_with(self, rows: Sequence[Row], *, salt: bytes) -> Head:
        """Add the rows of another ledger that begins as this one does, as they are; an empty ledger takes any.

        Args:
            rows: what comes after the last event of this ledger; whoever calls has verified them.
            salt: what the other's hashes begin with.

        Raises:
            DamagedLedger: a row cannot be read.
            OtherLedger: the rows do not continue this ledger.
            UnreadableFile: the file cannot be written; nothing of it was.
        """

        def made(last: Row | None) -> list[tuple[str, str]]:
            number, kept = (0, genesis(salt)) if last is None else (last.number, last.hash)
            if rows and (rows[0].number != number + 1 or chained(kept, rows[0].body) != rows[0].hash):
                raise OtherLedger(path=self._path, count=number)
            return [(_subject(_event_in(row, self._path)), row.body) for row in rows]

        return self._store.append(made, salt=salt if self.head.count == 0 else None)

    def rows(self) -> Iterator[Row]:
        """The events as they are kept, with their hashes."""
        return self._store.rows()

    def _recorded(self, last: Row | None) -> Moment:
        """When an event is taken: now, but never before the last one, whatever the clock says."""
        now = self._clock()
        if last is None:
            return now
        before = _recorded_in(last, self._path)
        return now if before < now else before.next()

    def entries(self, *, after: int = 0) -> Iterator[Entry]:
        """The events after a number, each with its number and hash, in the order in which they were taken.

        Raises:
            DamagedLedger: one cannot be read.
        """
        for row in self._store.rows(after):
            yield Entry(number=row.number, event=_event_in(row, self._path), hash=f"sha256:{row.hash.hex()}")

    def events(self) -> Iterator[Event]:
        """The events in the order in which they were taken. Raises: as `entries`."""
        return (_event_in(row, self._path) for row in self._store.rows())

    def casebook(
        self,
        *,
        as_of: Moment | None = None,
        so_on: PartialDate | date | None = None,
        as_learned: bool = False,
    ) -> Casebook:
        """The casebook that the events make; arguments as in `replay`.

        Cost: linear in the events.
        """
        return replay(self.events(), as_of=as_of, so_on=so_on, as_learned=as_learned)

    def state(self) -> State:
        """What is known of each record now. Cost: linear in the events."""
        return state_of(self.events())

    def record(
        self,
        collection: str,
        name: str,
        *,
        as_of: Moment | None = None,
        so_on: PartialDate | date | None = None,
    ) -> Record | None:
        """One record as it was; None where it was not there. Mergers of sources do not rewrite it.

        Cost: linear in the events about this record, and the logarithm of all.
        """
        return record_of(known_by(self.about(collection, name), as_of=as_of, so_on=so_on), collection, name)

    def about(self, collection: str, name: str) -> list[Event]:
        """The events about one record, in the order in which they were taken. Cost: as `record`."""
        return [event_of(json.loads(body)) for body in self._store.about(f"{collection}/{name}")]

    def ids(self, collection: str) -> list[str]:
        """The ids of a collection that any event is about. Cost: linear in the events of that collection."""
        return self._store.subjects(collection)


def _store(path: Path) -> Store:
    return Store(connected(path), str(path), turn=partial(turn, path.absolute().parent))


def _subject(event: Event) -> str:
    return f"{event.what.collection}/{event.what.id}"


def _stamped(event: Event, recorded: Moment, place: int) -> Event:
    """An event with its times: learned now unless it says when, and never after it was recorded."""
    if event.learned is None:
        return evolve(event, learned=recorded, recorded=recorded, place=place)
    if recorded < event.learned:
        raise WrongUse(reason=f"an event says that it was learned at {event.learned}, and now it is {recorded}")
    return evolve(event, recorded=recorded)


def _recorded_in(row: Row, path: str) -> Moment:
    """When an event was taken, without reading the rest of it."""
    try:
        return Moment(json.loads(row.body)["recorded"])
    except (ValueError, RecursionError, KeyError, TypeError):
        raise DamagedLedger(path=path, damages=(f"event {row.number}: it cannot be read",)) from None


def _event_in(row: Row, path: str) -> Event:
    try:
        return event_of(json.loads(row.body))
    except (ValueError, RecursionError, InvalidCasebook):
        raise DamagedLedger(path=path, damages=(f"event {row.number}: it cannot be read",)) from None
