"""The ledger: the append-only history of a case in one file, from which its casebook at any date is replayed."""

import json
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from datetime import date
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
    WrongUse,
)
from claimtrack.history.events import Added, Event
from claimtrack.history.replay import known_by, record_of, replay, state_of
from claimtrack.history.state import State
from claimtrack.io.atomic import path_exists, translate_os_errors
from claimtrack.io.parts import part_beside
from claimtrack.io.private_file import refuse_private
from claimtrack.ledger.chain import Damage, Head, Row, chain_hash, find_damages, genesis_hash, hash_text
from claimtrack.ledger.connections import ENDINGS, connect, connect_to_read
from claimtrack.ledger.event_json import event_of, event_text
from claimtrack.ledger.lock import Patience, queue_writers
from claimtrack.ledger.recording_times import find_misdated, recorded_in, system_clock
from claimtrack.ledger.referential_checks import check_references
from claimtrack.ledger.store import Store
from claimtrack.model.casebook import Casebook, Record

_SALT = 16


@record
class Entry:
    """An event as it stands in a ledger."""

    number: int
    """Its number, from 1."""
    event: Event
    """The event."""
    hash: str
    """The hash that covers it and everything before it."""


class Ledger:
    """The append-only history of a case, in one SQLite file.

    Several processes may append to one ledger, and when `append` returns, its events are on the disk. Confidential
    fields never enter a ledger; protected names and texts do, so only the owner can read the file.

    Args:
        path: the file of a ledger.
        clock: tells the time; None takes the system's clock.
        store: the rows, if they are not in a file of this machine; the path is then only a name.
        read_only: whether it is only to be read, so that no byte of the file changes; it may then be anywhere.
        patience: how long to wait for other processes that use the file; None as long as the limit `wait` says.

    Raises:
        UnreadableFile: there is no such file, it is not a ledger, or it cannot be read.
        DamagedLedger: it is too damaged for SQLite to read, or its tables are not those of a ledger.
        LedgerBusy: another process used it all the while.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from claimtrack.history.events import event
        >>> from claimtrack.model import Claim
        >>> with TemporaryDirectory() as folder:
        ...     with Ledger.create(f"{folder}/case.ledger") as ledger:
        ...         head = ledger.append(event(Claim(id="fell", text="The bridge fell.")))
        ...         ledger.casebook()
        <internal Casebook, 1 claims>
        >>> head.count
        1
    """

    def __init__(
        self,
        path: str | Path,
        *,
        clock: Callable[[], Moment] | None = None,
        store: Store | None = None,
        read_only: bool = False,
        patience: Patience | None = None,
    ) -> None:
        self._path, self._clock = str(path), clock or system_clock
        refuse_private(Path(path))
        self._store = store or (reading_store if read_only else _writing_store)(Path(path), patience or Patience())
        try:
            self._store.check()
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(
        cls,
        path: str | Path,
        *,
        clock: Callable[[], Moment] | None = None,
        salt: bytes | None = None,
        begin: "Callable[[Ledger], object] | None" = None,
        patience: Patience | None = None,
    ) -> "Ledger":
        """Create a ledger; only the owner can read its file.

        Args:
            path: the file to create. It appears once it is whole: of several processes, one creates it.
            clock: tells the time; None takes the system's clock.
            salt: what the chain of hashes begins with; None takes a random one.
            begin: appends the first events, before the file appears; if it fails, there is no file.
            patience: how long to wait for other processes that use the file; None as long as the limit `wait` says.

        Raises:
            FileInTheWay: the file exists and is not empty, or a journal lies beside it.
            UnreadableFile: the file cannot be created.
        """
        made = Path(path)
        refuse_private(made)
        patience = patience or Patience()
        with ExitStack() as parts:
            with translate_os_errors(made):
                for ending in ("", *ENDINGS):  # what an older ledger left there would be taken for this one's
                    _refuse_in_the_way(made.with_name(made.name + ending))
                part = parts.enter_context(part_beside(made))
                os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            with closing(_writing_store(part, patience, name=str(path))) as store:
                store.create(secrets.token_bytes(_SALT) if salt is None else salt)
                if begin is not None:
                    begin(cls(path, clock=clock, store=store))
            with queue_writers(made, patience), translate_os_errors(made):
                _place(part, made)
        return cls(path, clock=clock, patience=patience)

    def __enter__(self) -> Self:
        """The ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def __repr__(self) -> str:
        """The name of its file."""
        return f"<Ledger {self._path!r}>"

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    @property
    def path(self) -> str:
        """The path of its file."""
        return self._path

    def now(self) -> Moment:
        """The time by its clock."""
        return self._clock()

    @property
    def head(self) -> Head:
        """Its end: what to keep elsewhere, as a seal."""
        return self._store.head()

    @property
    def salt(self) -> bytes:
        """What its chain of hashes begins with."""
        return self._store.salt

    def append(self, *events: Event, strict: bool = True, after: int | None = None) -> Head:
        """Append events, all or none. When it returns, they are on the disk.

        An event without a time counts as learned now. One that has a time keeps it, even if it is earlier than that of
        events that are there already: what was believed then does not change, since each event is also stamped with
        the time at which it was recorded.

        Args:
            events: what happened.
            strict: whether to refuse events that do not fit the ledger. Without it, events that have times may come in
                any order, as when another ledger's events arrive one by one.
            after: the number of events that the new ones were made from; None appends whatever was added since.

        Returns:
            The new head of the ledger, to be kept elsewhere.

        Raises:
            UnknownId: an event is about a record that does not exist, or a record refers to one that does not.
            DuplicateId: an added record exists already.
            InvalidCasebook: a correction contradicts the rest of its record.
            WrongUse: an event was learned in the future.
            Overtaken: there are more events than `after` by now.
            DamagedLedger: its last event does not say when it was recorded, or the file holds what no ledger has.
            LedgerBusy: another process used it all the while.
            UnreadableFile: the file cannot be written. If the disk fails at the very end, all of the events may be
                there nevertheless; the head tells.

        Cost: constant for each event and each record that it refers to; one wait for the disk for all of them.
        """
        if not events:
            return self.head

        def made(last: Row | None) -> list[tuple[str, str]]:
            if after is not None and after != (0 if last is None else last.number):
                raise Overtaken(path=self._path)
            recorded = self._recorded(last)
            stamped = [_stamped(event, recorded, place) for place, event in enumerate(events)]
            if strict:
                check_references(stamped, self)
            return [(_subject(event), event_text(event)) for event in stamped]

        return self._store.append(made)

    def append_rows(self, rows: Sequence[Row], *, salt: bytes) -> Head:
        """Append the rows of another ledger to this one, which is empty, and becomes the same ledger.

        Args:
            rows: all events of the other ledger, verified by the caller.
            salt: the other ledger's salt.

        Raises:
            UnknownId, DuplicateId, InvalidCasebook: the events do not fit each other, as for `append`.
            DamagedLedger: a row cannot be read, or was recorded before the one before it or in the future.
            OtherLedger: this ledger has events, or the rows do not begin one.
            LedgerBusy: another process used the ledger all the while.
            UnreadableFile: the file cannot be written; nothing of it was.
        """

        def made(last: Row | None) -> list[tuple[str, str]]:
            if last is not None:
                raise OtherLedger(path=self._path, count=last.number)
            if rows and (rows[0].number != 1 or chain_hash(genesis_hash(salt), rows[0].body) != rows[0].hash):
                raise OtherLedger(path=self._path, count=0)
            if misdated := tuple(map(str, find_misdated(rows, now=self.now()))):
                raise DamagedLedger(path=self._path, damages=misdated)
            events = [_event_in(row, self._path) for row in rows]
            check_references(_additions_first(events), self)
            return [(_subject(event), row.body) for event, row in zip(events, rows, strict=True)]

        return self._store.append(made, salt=salt)

    def rows(self) -> Iterator[Row]:
        """The events as stored, with their hashes."""
        return self._store.rows()

    def find_damages(self) -> tuple[Damage, ...]:
        """What is not as a ledger writes it: in the chain of its events, their times, or the file's own guards.

        It is quicker than `verify`, which also reads each event and has SQLite check the file.

        Cost: linear in the events.
        """
        rows = list(self._store.rows())
        damages = [*self._store.flaws(), *find_damages(self.salt, rows), *find_misdated(rows, now=self.now())]
        return tuple(damages)

    def _recorded_in(self, row: Row) -> Moment:
        recorded = recorded_in(row)
        if recorded is None:
            damages = (f"event {row.number}: it does not say when it was recorded",)
            raise DamagedLedger(path=self._path, damages=damages)
        return recorded

    def _recorded(self, last: Row | None) -> Moment:
        """The time at which new events are recorded: now, or just after the last event if the clock went back."""
        now = self.now()
        if last is None:
            return now
        before = self._recorded_in(last)
        return now if before < now else before.next()

    def entries(self, *, after: int = 0) -> Iterator[Entry]:
        """The events after a number, each with its number and hash, in the order of recording.

        Raises:
            DamagedLedger: an event cannot be read.
        """
        for row in self._store.rows(after):
            yield Entry(number=row.number, event=_event_in(row, self._path), hash=hash_text(row.hash))

    def events(self) -> Iterator[Event]:
        """The events in the order of recording.

        Raises:
            DamagedLedger: an event cannot be read.
        """
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
        """What is known of each record now.

        Cost: linear in the events.
        """
        return state_of(self.events())

    def record(
        self,
        collection: str,
        name: str,
        *,
        as_of: Moment | None = None,
        so_on: PartialDate | date | None = None,
    ) -> Record | None:
        """One record as it was; None if it was not there. Mergers of sources do not rewrite it.

        Cost: linear in the events about this record, logarithmic in all events.
        """
        return record_of(known_by(self.about(collection, name), as_of=as_of, so_on=so_on), collection, name)

    def about(self, collection: str, name: str) -> list[Event]:
        """The events about one record, in the order of recording.

        Cost: as for `record`.
        """
        return [event_of(json.loads(body)) for body in self._store.about(f"{collection}/{name}")]

    def ids(self, collection: str) -> list[str]:
        """The ids of a collection that events are about.

        Cost: linear in the events about that collection.
        """
        return self._store.subjects(collection)


def reading_store(path: Path, patience: Patience | None) -> Store:
    """The rows of a file that is only read."""
    return Store(connect_to_read(path), str(path), patience=patience)


def _writing_store(path: Path, patience: Patience, name: str | None = None) -> Store:
    name = name or str(path)
    return Store(connect(path), name, queue=partial(queue_writers, Path(name), patience), patience=patience)


def _refuse_in_the_way(path: Path) -> None:
    if path_exists(path) and (not path.is_file() or path.stat().st_size):
        raise FileInTheWay(path=str(path))


def _place(part: Path, path: Path) -> None:
    """Give a new file its name, unless there is something of that name."""
    try:
        os.link(part, path)  # of several processes, only one can
    except OSError:  # an empty file is there, or the file system has no links
        _refuse_in_the_way(path)
        part.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _subject(event: Event) -> str:
    return f"{event.what.collection}/{event.what.id}"


def _additions_first(events: Sequence[Event]) -> list[Event]:
    """Events that may have been appended in any order, so that each record is there before what speaks of it."""
    first: dict[str, Event] = {}
    for event in events:
        if isinstance(event.what, Added):
            first.setdefault(_subject(event), event)
    return sorted(events, key=lambda event: first.get(_subject(event)) is not event)


def _stamped(event: Event, recorded: Moment, place: int) -> Event:
    """An event with its times: learned now unless it says when, which must not be after it is recorded."""
    if event.learned is None:
        return evolve(event, learned=recorded, recorded=recorded, place=place)
    if recorded < event.learned:
        raise WrongUse(reason=f"an event says that it was learned at {event.learned}, and now it is {recorded}")
    return evolve(event, recorded=recorded)


def _event_in(row: Row, path: str) -> Event:
    try:
        return event_of(json.loads(row.body))
    except (ValueError, RecursionError, InvalidCasebook):
        raise DamagedLedger(path=path, damages=(f"event {row.number}: it cannot be read",)) from None
