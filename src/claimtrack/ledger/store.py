"""The store: rows in an SQLite file, appended in transactions and never changed."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import DamagedLedger, UnreadableFile
from claimtrack.ledger.chain import Head, Row, chained, genesis
from claimtrack.ledger.schema import APPLICATION, STEPS
from claimtrack.ledger.sqlite_settings import Settings, settings_for

NO_LEDGER = "this is no ledger; `claimtrack ledger init` makes one"
"""What is said of a file that is something else."""
_BEGINNING = b"SQLite format 3\x00"
_CHUNK = 5_000
_PATIENCE = 120_000
"""Milliseconds that a process waits for its turn to write before it gives up."""
_DAMAGED = ("malformed", "not a database", "corrupt", "file is encrypted")
_INSERT = "INSERT INTO events (number, subject, body, hash) VALUES (?, ?, ?, ?)"
_ALL = "SELECT number, CAST(subject AS BLOB), CAST(body AS BLOB), CAST(hash AS BLOB) FROM events "
"""Rows as bytes, which a damaged file gives as well."""
_LAST = _ALL + "ORDER BY number DESC LIMIT 1"
_NEXT = _ALL + "WHERE number > ? ORDER BY number LIMIT ?"
_THIS = _ALL + "WHERE number = ?"
_ABOUT = "SELECT CAST(body AS BLOB) FROM events WHERE subject = ? ORDER BY number"
_SUBJECTS = "SELECT DISTINCT CAST(subject AS BLOB) FROM events WHERE subject >= ? AND subject < ?"


class Connection(Protocol):
    """What a store needs of a connection to SQLite: the standard library's has it."""

    @property
    def Error(self) -> type[Exception]:  # noqa: N802 (the name that PEP 249 gives it)
        """What its errors are."""
        ...

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Iterable[Any]:
        """Run one statement; its rows."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


def connected(path: Path) -> Connection:
    """A connection to a file that is there.

    Raises:
        UnreadableFile: it is not, it is no SQLite file, or it cannot be opened.
    """
    if not path.is_file():
        reason = (
            "this is no file" if path.exists() else "there is no such file; `claimtrack ledger init` makes a ledger"
        )
        raise UnreadableFile(path=str(path), reason=reason)
    try:
        with path.open("rb") as file:
            begins = file.read(len(_BEGINNING))
    except OSError as error:
        raise UnreadableFile(path=str(path), reason=(error.strerror or "cannot be read").lower()) from None
    if begins not in (b"", _BEGINNING):
        raise UnreadableFile(path=str(path), reason=NO_LEDGER)
    address = f"file:{quote(str(path.absolute()))}?mode=rw"
    try:
        return sqlite3.connect(address, uri=True, isolation_level=None, timeout=_PATIENCE / 1000)
    except sqlite3.Error as error:
        raise UnreadableFile(path=str(path), reason=str(error)) from None


class Store:
    """The rows of a ledger's file.

    Args:
        connection: to the file.
        path: its name, for messages.
        settings: how to write; None takes what loses nothing with the SQLite that is linked.
        turn: a turnstile to go through before asking for the lock.

    Raises:
        UnreadableFile: the file is no ledger, is a newer version's, or cannot be read.
        DamagedLedger: what SQLite reads makes no sense to it.
    """

    def __init__(
        self,
        connection: Connection,
        path: str,
        *,
        settings: Settings | None = None,
        turn: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._connection, self._path, self._turn = connection, path, turn
        self._errors = (connection.Error, UnicodeDecodeError)  # of a damaged file even the message may be no text
        self._settings = settings
        with self._told():
            self._run(f"PRAGMA busy_timeout = {_PATIENCE}")

    def create(self, salt: bytes) -> None:
        """Make an empty file a ledger.

        Raises:
            UnreadableFile: it cannot be written.
        """
        with self._told():
            if self._one("SELECT count(*) FROM sqlite_master"):
                raise UnreadableFile(path=self._path, reason="something is in this file already")
            self._settle()
            with self._writing():
                self._upgrade(0)
                self._run("INSERT INTO ledger (salt) VALUES (?)", (salt,))
                self._run(f"PRAGMA application_id = {APPLICATION}")

    def check(self) -> None:
        """See that the file is a ledger of a version that is known, and bring it up to date.

        Raises:
            UnreadableFile: it is not.
        """
        with self._told():
            if self._one("PRAGMA application_id") != APPLICATION:
                raise UnreadableFile(path=self._path, reason=NO_LEDGER)
            version = self._one("PRAGMA user_version")
            if version > len(STEPS):
                reason = f"made by a newer version of claimtrack (step {version}; this one knows {len(STEPS)})"
                raise UnreadableFile(path=self._path, reason=reason)
            self._settle()
            if version < len(STEPS):
                with self._writing():
                    self._upgrade(self._one("PRAGMA user_version"))

    @property
    def salt(self) -> bytes:
        """The ledger's salt."""
        with self._told():
            return bytes(self._one("SELECT salt FROM ledger"))

    def head(self) -> Head:
        """Where it ends."""
        last = self.last()
        return Head(last.number, f"sha256:{last.hash.hex()}") if last else Head(0, f"sha256:{genesis(self.salt).hex()}")

    def last(self) -> Row | None:
        """The last row; None where there is none."""
        with self._told():
            return next(self._rows(_LAST), None)

    def rows(self, after: int = 0) -> Iterator[Row]:
        """All rows after a number, read in parts so that nobody who writes has to wait long."""
        while True:
            with self._told():
                found = list(self._rows(_NEXT, (after, _CHUNK)))
            yield from found
            if len(found) < _CHUNK:
                return
            if found[-1].number <= after:
                raise DamagedLedger(path=self._path, damages=("the events are not in the order of their numbers",))
            after = found[-1].number

    def intact(self) -> Iterator[Row]:
        """The rows that can be read, one by one, whatever is wrong with the others.

        Where the next row cannot be read, those after it are looked for by their numbers, for so many as a part has.
        """
        number, missed = 0, 0
        while missed < _CHUNK:
            sql, parameters = (_NEXT, (number, 1)) if not missed else (_THIS, (number + 1,))
            try:
                found = list(self._rows(sql, parameters))
            except (*self._errors, DamagedLedger):
                number, missed = number + 1, missed + 1
                continue
            if found and found[0].number > number:
                yield from found
                number, missed = found[0].number, 0
            elif missed or found:
                number, missed = number + 1, missed + 1
            else:
                return

    def about(self, subject: str) -> list[str]:
        """The events about one record, in their order."""
        with self._told():
            return [_text(body) for (body,) in self._connection.execute(_ABOUT, (subject,))]

    def subjects(self, collection: str) -> list[str]:
        """The ids of a collection that any event is about."""
        with self._told():
            found = self._connection.execute(_SUBJECTS, (f"{collection}/", f"{collection}0"))
            return [_text(name).partition("/")[2] for (name,) in found]

    def append(self, made: Callable[[Row | None], Sequence[tuple[str, str]]], *, salt: bytes | None = None) -> Head:
        """Add rows in one transaction: all of them or none; whoever reads the head afterwards finds them on the disk.

        Args:
            made: makes them, given the last row that is there; a subject and a body each.
            salt: what the hashes of an empty file are to begin with.

        Raises:
            UnreadableFile: the file cannot be written. Where a disk fails at the very end, the rows may be there
                nevertheless, all of them: the head says.
        """
        with self._told(), self._writing():
            last = self.last()
            if salt is not None:
                self._run("UPDATE ledger SET salt = ?", (salt,))
            number, kept = (0, genesis(self.salt)) if last is None else (last.number, last.hash)
            for subject, body in made(last):
                number, kept = number + 1, chained(kept, body)
                self._run(_INSERT, (number, subject, body, kept))
        return Head(number, f"sha256:{kept.hex()}")

    def flaws(self) -> list[str]:
        """What SQLite itself finds wrong with the file."""
        try:
            found = [str(line) for (line,) in self._connection.execute("PRAGMA integrity_check")]
        except self._errors as error:
            return [str(error)]
        return [] if found == ["ok"] else found

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # --- inside ------------------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Have the file written as the settings say. A mode that cannot be changed now is safe with EXTRA as well."""
        settings = self._settings or settings_for(str(self._one("SELECT sqlite_version()")))
        self._run(f"PRAGMA synchronous = {settings.synchronous}")
        if self._one("PRAGMA journal_mode") == settings.journal:
            return
        try:
            mode = self._one(f"PRAGMA journal_mode = {settings.journal}")
        except self._errors:
            mode = None
        if mode != settings.journal and settings.synchronous == "full":
            self._run("PRAGMA synchronous = extra")

    def _upgrade(self, version: int) -> None:
        for step in STEPS[version:]:
            for sql in step:
                self._run(sql)
        self._run(f"PRAGMA user_version = {len(STEPS)}")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._turn():
            self._run("BEGIN IMMEDIATE")
        try:
            yield
            self._run("COMMIT")
        except BaseException:
            with suppress(*self._errors):  # it may be rolled back already
                self._run("ROLLBACK")
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say what SQLite could not do as an error of the library."""
        try:
            yield
        except ClaimtrackError:
            raise
        except self._errors as error:
            said = str(error)
            if any(word in said for word in _DAMAGED):
                raise DamagedLedger(path=self._path, damages=(said,)) from None
            raise UnreadableFile(path=self._path, reason=said) from None

    def _run(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        for _ in self._connection.execute(sql, parameters):
            pass

    def _one(self, sql: str) -> Any:  # noqa: ANN401
        rows = list(self._connection.execute(sql))
        return rows[0][0] if rows else None

    def _rows(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Row]:
        for number, subject, body, digest in self._connection.execute(sql, parameters):
            if type(number) is not int:
                raise DamagedLedger(path=self._path, damages=("an event has no number",))
            yield Row(number, _text(subject), _text(body), digest or b"")


def _text(found: bytes | None) -> str:
    return (found or b"").decode("utf-8", "surrogateescape")
