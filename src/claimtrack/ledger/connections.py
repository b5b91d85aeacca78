"""Connect to the file of a ledger: to write to it, or so that reading changes no byte of it."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from tempfile import TemporaryDirectory
from typing import Any, Protocol
from urllib.parse import quote

from claimtrack.errors.failures import NoLedger, UnreadableFile
from claimtrack.io.atomic import translate_os_errors
from claimtrack.io.limits import limits, over

TURN = 1_000
"""Milliseconds that SQLite waits for a lock before it is asked anew."""
ENDINGS = ("-journal", "-wal", "-shm")
"""The endings of the files that SQLite keeps beside a ledger's while it writes."""
_UNFINISHED = ENDINGS[:2]
"""Those in which something may be that was not finished."""
_MAGIC = bytes.fromhex("d9d505f920a163d7")
"""The last bytes of a journal that names another file; before them stand the length of the name and a checksum."""


class Connection(Protocol):
    """What a store needs of a connection to SQLite; the standard library's has it."""

    @property
    def Error(self) -> type[Exception]:  # noqa: N802 (the name that PEP 249 gives it)
        """The class of its errors."""
        ...

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Iterable[Any]:
        """Run one statement, and return its rows."""
        ...

    def close(self) -> None:
        """Close the file."""
        ...


def connect(path: Path) -> Connection:
    """Connect to an existing file.

    Raises:
        NoLedger: it does not exist, or is not a file.
        UnreadableFile: it cannot be opened, or what lies beside it is not what SQLite leaves beside a ledger.
    """
    _refuse_unreadable(path)
    return _open(path, "mode=rw")


def connect_to_read(path: Path) -> Connection:
    """Connect to an existing file so that no byte of it changes, wherever it is.

    A copy is read where another process was killed while it wrote: what it left beside the file belongs to it, and
    SQLite can only read both together once it has written. The copy is removed when the connection is closed.

    Raises:
        NoLedger: it does not exist, or is not a file.
        UnreadableFile: as for `connect`, or a copy would be larger than the limit `ledger`.
    """
    _refuse_unreadable(path)
    connection = _open(path, "mode=ro")
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            return connection
        connection.close()
        return _open_copy(path) if _is_unfinished(path) else _open(path, "mode=ro&immutable=1")
    except (sqlite3.Error, UnicodeDecodeError):  # whatever this is, it is found when it is read
        pass
    return connection


class _OfCopy(sqlite3.Connection):
    """A connection to a copy, which goes with it."""

    folder: "TemporaryDirectory[str]"

    def close(self) -> None:
        super().close()
        self.folder.cleanup()


def _beside(path: Path, ending: str) -> Path:
    """A file that SQLite keeps beside another; of a link, it lies beside the file behind it."""
    there = Path(os.path.realpath(path)) if path.is_symlink() else path
    return there.with_name(there.name + ending)


def _is_unfinished(path: Path) -> bool:
    """Whether something that was not finished lies beside a file."""
    beside = (_beside(path, ending) for ending in _UNFINISHED)
    return any(file.is_file() and file.stat().st_size for file in beside)


def _open_copy(path: Path) -> sqlite3.Connection:
    there = {ending: file for ending in ("", *_UNFINISHED) if (file := _beside(path, ending)).is_file()}
    for file in there.values():
        with translate_os_errors(file):
            if file.stat().st_size > limits().ledger:
                raise UnreadableFile(path=str(file), reason=over("ledger", "bytes"))
    folder = TemporaryDirectory()  # for its owner alone
    copy = Path(folder.name, path.name)
    try:
        for ending, file in there.items():
            with suppress(FileNotFoundError):
                shutil.copyfile(file, f"{copy}{ending}")
        connection = _open(copy, "mode=rw", _OfCopy)
        assert isinstance(connection, _OfCopy)  # noqa: S101 - for type checkers
    except OSError as error:
        folder.cleanup()
        raise UnreadableFile(path=str(path), reason=(error.strerror or str(error)).lower()) from None
    connection.folder = folder
    connection.execute("PRAGMA query_only = on")
    return connection


def _refuse_unreadable(path: Path) -> None:
    """Refuse what is no file, or cannot be read, and what SQLite does not leave beside a ledger."""
    if not path.is_file():
        raise NoLedger(path=str(path), reason="not a file" if path.exists() else "there is no such file")
    if not os.access(path, os.R_OK):
        raise UnreadableFile(path=str(path), reason="permission denied")
    for ending in ENDINGS:
        file = _beside(path, ending)
        with translate_os_errors(file), suppress(FileNotFoundError):
            if not S_ISREG(file.lstat().st_mode):  # SQLite would wait for a pipe's writer
                raise UnreadableFile(path=str(file), reason="not a regular file")
            if ending == "-journal":
                _refuse_foreign(file)


def _refuse_foreign(journal: Path) -> None:
    """Refuse a journal that names another file: SQLite deletes that file once it has undone what the journal tells.

    Only the journals of databases that are changed together do so, and a ledger is always changed alone.
    """
    with journal.open("rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - 16))
        end = file.read()
    if end.endswith(_MAGIC) and any(end[-16:-12]):
        reason = "this journal is not a ledger's: it names another file, which SQLite would delete"
        raise UnreadableFile(path=str(journal), reason=f"{reason}. Move it away, and verify the ledger")


def _open(path: Path, how: str, kind: type[sqlite3.Connection] = sqlite3.Connection) -> sqlite3.Connection:
    """Open a file with SQLite, in the way that the parameters of its address say."""
    address = f"file:{quote(str(path.absolute()))}?{how}"
    try:
        return sqlite3.connect(address, uri=True, isolation_level=None, timeout=TURN / 1000, factory=kind)
    except sqlite3.Error as error:
        raise UnreadableFile(path=str(path), reason=str(error)) from None
