"""Connect to the file of a ledger: to write to it, or so that reading changes no byte of it."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol
from urllib.parse import quote

from claimtrack.errors.failures import NoLedger, UnreadableFile

TURN = 1_000
"""Milliseconds that SQLite waits for a lock before it is asked anew."""
_BESIDE = ("-wal", "-journal")
"""The endings of the files beside a ledger's in which SQLite keeps what it has not finished writing."""


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
        UnreadableFile: it cannot be opened.
    """
    _refuse_unreadable(path)
    return _open(path, "mode=rw")


def connect_to_read(path: Path) -> Connection:
    """Connect to an existing file so that no byte of it changes, wherever it is.

    A copy is read where another process was killed while it wrote: what it left beside the file belongs to it, and
    SQLite can only read both together once it has written. The copy is removed when the connection is closed.

    Raises:
        NoLedger: it does not exist, or is not a file.
        UnreadableFile: it cannot be opened.
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


def _is_unfinished(path: Path) -> bool:
    """Whether something that was not finished lies beside a file."""
    beside = (path.with_name(path.name + ending) for ending in _BESIDE)
    return any(file.is_file() and file.stat().st_size for file in beside)


def _open_copy(path: Path) -> sqlite3.Connection:
    folder = TemporaryDirectory()  # for its owner alone
    copy = Path(folder.name, path.name)
    try:
        shutil.copyfile(path, copy)
        for ending in _BESIDE:
            with suppress(FileNotFoundError):
                shutil.copyfile(path.with_name(path.name + ending), copy.with_name(copy.name + ending))
        connection = _open(copy, "mode=rw", _OfCopy)
        assert isinstance(connection, _OfCopy)  # noqa: S101 - for type checkers
    except OSError as error:
        folder.cleanup()
        raise UnreadableFile(path=str(path), reason=(error.strerror or str(error)).lower()) from None
    connection.folder = folder
    connection.execute("PRAGMA query_only = on")
    return connection


def _refuse_unreadable(path: Path) -> None:
    """Refuse what is no file, or cannot be read."""
    if not path.is_file():
        raise NoLedger(path=str(path), reason="not a file" if path.exists() else "there is no such file")
    if not os.access(path, os.R_OK):
        raise UnreadableFile(path=str(path), reason="permission denied")


def _open(path: Path, how: str, kind: type[sqlite3.Connection] = sqlite3.Connection) -> sqlite3.Connection:
    """Open a file with SQLite, in the way that the parameters of its address say."""
    address = f"file:{quote(str(path.absolute()))}?{how}"
    try:
        return sqlite3.connect(address, uri=True, isolation_level=None, timeout=TURN / 1000, factory=kind)
    except sqlite3.Error as error:
        raise UnreadableFile(path=str(path), reason=str(error)) from None
