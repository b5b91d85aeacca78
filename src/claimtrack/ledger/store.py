"""The SQLite file of a ledger: rows appended in transactions and never changed."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, Literal

from claimtrack._records import small_record
from claimtrack.errors.base import ClaimtrackError, shown
from claimtrack.errors.failures import DamagedLedger, LedgerBusy, NoLedger, UnreadableFile
from claimtrack.ledger.chain import Damage, Head, Row, chain_hash, genesis_hash, head_at
from claimtrack.ledger.connections import TURN, Connection
from claimtrack.ledger.lock import Patience
from claimtrack.ledger.schema import APPLICATION, STEPS, WHOLE, made_by, plain

NO_LEDGER = "this is not a ledger"
"""The message for any other file."""
_BEGINNING = b"SQLite format 3\x00"
_CHUNK = 5_000
_BUSY = "locked"
"""What SQLite says of a lock that another process holds."""
_SAFE_WAL = (3, 51, 3)
"""The first version without the bug by which concurrent writers could reset a write-ahead log too early."""
_TABLES = ("events", "ledger")
_WORKED_OUT = re.compile(r"^create virtual|\bas ?\(")
"""A table of which something is worked out when it is read."""
_DAMAGED = ("malformed", "not a database", "corrupt", "file is encrypted")
_INSERT = "INSERT INTO events (number, subject, body, hash) VALUES (?, ?, ?, ?)"
# Columns are read as bytes: in a damaged file, they may not be valid text.
_ALL = "SELECT number, CAST(subject AS BLOB), CAST(body AS BLOB), CAST(hash AS BLOB) FROM events "
_LAST = _ALL + "WHERE number > 0 ORDER BY number DESC LIMIT 1"
_NEXT = _ALL + "WHERE number > ? ORDER BY number LIMIT ?"
_THIS = _ALL + "WHERE number = ?"
_ABOUT = "SELECT CAST(body AS BLOB) FROM events WHERE subject = ? AND number > 0 ORDER BY number"
_SUBJECTS = "SELECT DISTINCT CAST(subject AS BLOB) FROM events WHERE subject >= ? AND subject < ? AND number > 0"
_BELOW = "SELECT count(*) FROM events WHERE number < 1"
_OF_OTHER_TYPES = (
    "SELECT number FROM events WHERE number > 0 AND (typeof(subject), typeof(body), typeof(hash)) "
    "<> ('text', 'text', 'blob') ORDER BY number"
)


@small_record
class Settings:
    """SQLite's journal mode, and when it waits for the disk."""

    journal: Literal["wal", "delete"]
    """`PRAGMA journal_mode`."""
    synchronous: Literal["extra", "full", "normal", "off"]
    """`PRAGMA synchronous`."""


def settings_for(version: str) -> Settings:
    """The settings that lose nothing, for a version of SQLite.

    With a write-ahead log, FULL waits for the disk at every commit. With a rollback journal, only EXTRA also waits
    until the deletion of the journal is on the disk: with less, a crash can roll a committed event back.

    Example:
        >>> settings_for("3.40.1")
        Settings(journal='delete', synchronous='extra')
        >>> settings_for("3.51.3")
        Settings(journal='wal', synchronous='full')

    References:
        [sqlite-synchronous].
    """
    numbers = tuple(int(part) for part in version.split("."))
    return Settings("wal", "full") if numbers >= _SAFE_WAL else Settings("delete", "extra")


class Store:
    """The rows of a ledger's file.

    Args:
        connection: to the file.
        path: its name, for messages.
        settings: how to write; None takes those that lose nothing with the SQLite in use.
        queue: what to wait in before asking for the lock.
        patience: how long to wait for the lock; None as long as the limit `wait` says.

    Raises:
        UnreadableFile: the file is not a ledger, was made by a newer version, or cannot be read.
        DamagedLedger: SQLite finds the file malformed, or its tables are not those of a ledger.
        LedgerBusy: another process held the lock all the while.
    """

    def __init__(
        self,
        connection: Connection,
        path: str,
        *,
        settings: Settings | None = None,
        queue: Callable[[], AbstractContextManager[None]] = nullcontext,
        patience: Patience | None = None,
    ) -> None:
        self._connection, self._path, self._queue = connection, path, queue
        self._patience = patience or Patience()
        self._errors = (connection.Error, UnicodeDecodeError)  # even the message about a damaged file may not be text
        self._settings, self._is_settled = settings, False
        with self._translate_sqlite_errors():
            self._run(f"PRAGMA busy_timeout = {TURN if self._patience.seconds else 0}")

    def create(self, salt: bytes) -> None:
        """Turn an empty file into a ledger.

        Raises:
            UnreadableFile: it cannot be written.
        """
        with self._translate_sqlite_errors():
            if self._one("SELECT count(*) FROM sqlite_master"):
                raise UnreadableFile(path=self._path, reason="this file is not empty")
            with self._writing():
                self._upgrade(0)
                self._run("INSERT INTO ledger (salt) VALUES (?)", (salt,))
                self._run(f"PRAGMA application_id = {APPLICATION}")

    def check(self) -> None:
        """Check that the file is a ledger of a known version, and migrate it to the newest.

        Raises:
            NoLedger: it is not a ledger.
            UnreadableFile: a newer version made it.
        """
        with self._translate_sqlite_errors():
            if self._one("PRAGMA application_id") != APPLICATION:
                raise NoLedger(path=self._path, reason=NO_LEDGER)
            version = self._one("PRAGMA user_version")
            if version > len(STEPS):
                reason = f"made by a newer version of claimtrack (step {version}; this one knows {len(STEPS)})"
                raise UnreadableFile(path=self._path, reason=reason)
            if version < 1:
                raise DamagedLedger(path=self._path, damages=("it says that no ledger was made in it",))
            self._refuse_other_tables()
            if version < len(STEPS):
                with self._writing():
                    self._upgrade(self._one("PRAGMA user_version"))

    @property
    def salt(self) -> bytes:
        """The ledger's salt."""
        with self._translate_sqlite_errors():
            salt = self._one("SELECT salt FROM ledger")
        if type(salt) is not bytes:
            raise DamagedLedger(path=self._path, damages=("its salt cannot be read",))
        return salt

    def flaws(self) -> Iterator[Damage]:
        """What is not as a ledger writes it, whatever its events say: rows that are none, and the file's own guards."""
        with self._translate_sqlite_errors():
            found = [Damage(number=None, says=flaw) for flaw in self._schema_flaws()]
            salts, below = self._one("SELECT count(*) FROM ledger"), self._one(_BELOW)
            if salts != 1:
                found.append(Damage(number=None, says=f"it has {salts} salts, and a ledger has one"))
            if below:
                has = f"{below} row{' has a number' if below == 1 else 's have numbers'}"
                found.append(Damage(number=None, says=f"{has} below 1, which no event has"))
            says = "it is stored as another type of value than a ledger writes"
            found += [Damage(number=number, says=says) for (number,) in self._execute(_OF_OTHER_TYPES)]
        yield from found

    def _refuse_other_tables(self) -> None:
        """Refuse a file in which something else stands for a table: to read a view could go on without end."""
        found = [(str(name).lower(), kind, plain(str(sql)).lower()) for kind, name, sql in self._execute(WHOLE)]
        for table in _TABLES:
            stands = [kind for name, kind, sql in found if name == table and _WORKED_OUT.search(sql) is None]
            if stands != ["table"]:
                damage = f"its table {shown(table)} is missing, or is something else"
                raise DamagedLedger(path=self._path, damages=(damage,))

    def _schema_flaws(self) -> tuple[str, ...]:
        """What is in the file and should not be, and what should be and is not."""
        made = made_by(STEPS[: max(self._one("PRAGMA user_version"), 0)])
        flaws, missing = [], dict(made)
        for kind, name, sql in self._execute(WHOLE):
            if missing.get(name) == (kind, plain(str(sql))):
                del missing[name]
            else:
                flaws.append(f"it holds {'an' if kind == 'index' else 'a'} {kind} {shown(name)} that no ledger has")
        return (*flaws, *(f"its own {kind} {shown(name)} is missing" for name, (kind, _) in missing.items()))

    def head(self) -> Head:
        """The head of the ledger."""
        last = self.last()
        return head_at(0, genesis_hash(self.salt)) if last is None else head_at(last.number, last.hash)

    def last(self) -> Row | None:
        """The last row; None in an empty ledger."""
        with self._translate_sqlite_errors():
            return next(self._rows(_LAST), None)

    def rows(self, after: int = 0) -> Iterator[Row]:
        """The rows after a number, read in batches so that writers do not wait long."""
        while True:
            with self._translate_sqlite_errors():
                found = list(self._rows(_NEXT, (after, _CHUNK)))
            yield from found
            if len(found) < _CHUNK:
                return
            if found[-1].number <= after:
                raise DamagedLedger(path=self._path, damages=("the events are not in the order of their numbers",))
            after = found[-1].number

    def intact_rows(self) -> Iterator[Row]:
        """The rows of a damaged file that can be read.

        After a row that cannot be read, the next ones are tried number by number, up to as many as a batch has.
        """
        number, missed = 0, 0
        while missed < _CHUNK:
            sql, parameters = (_NEXT, (number, 1)) if not missed else (_THIS, (number + 1,))
            try:
                found = list(self._rows(sql, parameters))
            except (*self._errors, DamagedLedger) as error:
                self._refuse_busy(error)
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
        """The events about one record, in order."""
        with self._translate_sqlite_errors():
            return [_text(body) for (body,) in self._execute(_ABOUT, (subject,))]

    def subjects(self, collection: str) -> list[str]:
        """The ids of a collection that events are about."""
        with self._translate_sqlite_errors():
            found = self._execute(_SUBJECTS, (f"{collection}/", f"{collection}0"))
            return [_text(name).partition("/")[2] for (name,) in found]

    def append(self, made: Callable[[Row | None], Sequence[tuple[str, str]]], *, salt: bytes | None = None) -> Head:
        """Append rows in one transaction, all or none; when it returns they are on the disk.

        Args:
            made: makes the rows, a subject and a body each, given the last row in the file.
            salt: a new salt, for an empty file.

        Raises:
            UnreadableFile: the file cannot be written. If the disk fails at the very end, all of the rows may be there
                nevertheless; the head tells.
            DamagedLedger: the file holds what no ledger has, such as a trigger that could change the rows.
        """
        with self._translate_sqlite_errors(), self._writing():
            if flaws := self._schema_flaws():
                raise DamagedLedger(path=self._path, damages=flaws)
            last = self.last()
            if salt is not None:
                self._run("UPDATE ledger SET salt = ?", (salt,))
            number, kept = (0, genesis_hash(self.salt)) if last is None else (last.number, last.hash)
            for subject, body in made(last):
                number, kept = number + 1, chain_hash(kept, body)
                self._run(_INSERT, (number, subject, body, kept))
        return head_at(number, kept)

    def integrity_errors(self) -> list[str]:
        """What SQLite's own check finds wrong with the file."""
        try:
            found = [str(line) for (line,) in self._execute("PRAGMA integrity_check")]
        except self._errors as error:
            self._refuse_busy(error)
            return [str(error)]
        return [] if found == ["ok"] else found

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _settle(self) -> None:
        """Apply the settings, once there is something to write: to read a file changes nothing of it."""
        if self._is_settled:
            return
        self._is_settled = True
        settings = self._settings or settings_for(str(self._one("SELECT sqlite_version()")))
        self._run(f"PRAGMA synchronous = {settings.synchronous}")
        if self._one("PRAGMA journal_mode") == settings.journal:
            return
        try:
            mode = next(iter(self._connection.execute(f"PRAGMA journal_mode = {settings.journal}")))[0]
        except self._errors:
            mode = None
        # Another connection can keep the journal mode from changing; the old mode is then safe with EXTRA only.
        if mode != settings.journal and settings.synchronous == "full":
            self._run("PRAGMA synchronous = extra")

    def _upgrade(self, version: int) -> None:
        for step in STEPS[version:]:
            for sql in step:
                self._run(sql)
        self._run(f"PRAGMA user_version = {len(STEPS)}")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._settle()
        with self._queue():
            self._run("BEGIN IMMEDIATE")
        try:
            yield
            self._run("COMMIT")
        except BaseException:
            with suppress(*self._errors):  # SQLite may have rolled it back already
                self._run("ROLLBACK")
            raise

    @contextmanager
    def _translate_sqlite_errors(self) -> Iterator[None]:
        """Raise what SQLite refuses as an error of the library."""
        try:
            yield
        except ClaimtrackError:
            raise
        except self._errors as error:
            self._refuse_busy(error)
            said = str(error)
            if "not a database" in said and not _begins_as_sqlite(self._path):
                raise NoLedger(path=self._path, reason=NO_LEDGER) from None
            if any(word in said for word in _DAMAGED):
                raise DamagedLedger(path=self._path, damages=(said,)) from None
            raise UnreadableFile(path=self._path, reason=said) from None

    def _refuse_busy(self, error: Exception) -> None:
        if _BUSY in str(error):
            raise LedgerBusy(path=self._path, seconds=self._patience.seconds) from None

    def _execute(self, sql: str, parameters: Sequence[Any] = ()) -> Iterable[Any]:
        """Run one statement, and wait for a lock that another process holds."""
        for turn in range(self._patience.seconds - 1):
            try:
                return self._connection.execute(sql, parameters)
            except self._errors as error:
                if _BUSY not in str(error):
                    raise
                if turn == 0:
                    self._patience.tell()
        return self._connection.execute(sql, parameters)

    def _run(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        for _ in self._execute(sql, parameters):
            pass

    def _one(self, sql: str) -> Any:  # noqa: ANN401
        rows = list(self._execute(sql))
        return rows[0][0] if rows else None

    def _rows(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Row]:
        for number, subject, body, digest in self._execute(sql, parameters):
            if type(number) is not int:
                raise DamagedLedger(path=self._path, damages=("an event has no number",))
            yield Row(number, _text(subject), _text(body), digest or b"")


def _begins_as_sqlite(path: str) -> bool:
    """Whether a file that SQLite cannot read was one of SQLite's all the same; true if it cannot be told.

    Only such a file may be opened here: when any handle to a file is closed, POSIX drops all locks of the process on
    it, those of SQLite's connections in other threads included.
    """
    try:
        with Path(path).open("rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return True


def _text(found: bytes | None) -> str:
    return (found or b"").decode("utf-8", "surrogateescape")
