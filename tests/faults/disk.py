"""A disk in memory, under a real SQLite, that can lose its power at any moment and fail at any operation.

What SQLite writes is pending until it asks for it to be on the disk. When the power goes, each sector of a pending
write is there or not, for itself; of the creations and deletions of files, some first ones are.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import count
from random import Random
from typing import Any

import apsw

__all__ = ["SECTOR", "Connected", "Disk", "Fault", "PowerCut"]

SECTOR = 512
_KEPT = (0.0, 0.1, 0.5, 0.9, 1.0)
"""How many of the sectors of a file may have reached the disk."""
_PAGES = 12
"""How many pages a write-ahead log has before they are taken over: few, so that this happens often."""
_CODES = {
    "read": apsw.SQLITE_IOERR_READ,
    "write": apsw.SQLITE_IOERR_WRITE,
    "truncate": apsw.SQLITE_IOERR_TRUNCATE,
    "sync": apsw.SQLITE_IOERR_FSYNC,
    "create": apsw.SQLITE_CANTOPEN,
    "delete": apsw.SQLITE_IOERR_DELETE,
    "sync the directory": apsw.SQLITE_IOERR_DIR_FSYNC,
}
"""The operations, and what SQLite calls it when they fail."""
_WORDS = {
    apsw.SQLITE_IOERR: "disk I/O error",
    apsw.SQLITE_FULL: "database or disk is full",
    apsw.SQLITE_CANTOPEN: "unable to open database file",
}
"""What SQLite says of it."""
_NUMBERS = count(1)
_JOURNALS = apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_WAL


class _Inode:
    """The bytes of a file: those that are on the disk, those that are read, and what was done between."""

    def __init__(self, durable: bytes = b"") -> None:
        self.durable = durable
        self.now = bytearray(durable)
        self.pending: list[tuple[int, bytes | None]] = []

    def write(self, data: bytes, offset: int) -> None:
        _put(self.now, data, offset)
        self.pending.append((offset, data))

    def truncate(self, size: int) -> None:
        _cut(self.now, size)
        self.pending.append((size, None))

    def sync(self) -> None:
        self.durable = bytes(self.now)
        self.pending.clear()

    def survived(self, chance: Random) -> bytes:
        """What a loss of power leaves of it."""
        kept, data = chance.choice(_KEPT), bytearray(self.durable)
        for offset, written in self.pending:
            if written is None:
                if chance.random() < kept:
                    _cut(data, offset)
                continue
            at, end = offset, offset + len(written)
            while at < end:
                stop = min(end, (at // SECTOR + 1) * SECTOR)
                if chance.random() < kept:
                    _put(data, written[at - offset : stop - offset], at)
                at = stop
        return bytes(data)


def _put(data: bytearray, written: bytes, offset: int) -> None:
    if len(data) < offset:
        data.extend(bytes(offset - len(data)))
    data[offset : offset + len(written)] = written


def _cut(data: bytearray, size: int) -> None:
    del data[size:]
    data.extend(bytes(size - len(data)))


class _File(apsw.VFSFile):
    """An open file."""

    def __init__(self, disk: "Disk", inode: _Inode, name: str | None, *, passing: bool) -> None:
        self._disk, self._inode, self._name, self._passing = disk, inode, name, passing

    def excepthook(self, *_: object) -> bool:
        """What cannot be told to the caller was made here."""
        return True

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        self._disk.step("read", self._name)
        return bytes(self._inode.now[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.step("write", self._name)
        self._inode.write(bytes(data), offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._disk.step("truncate", self._name)
        self._inode.truncate(size)

    def xSync(self, _flags: int) -> None:  # noqa: N802
        self._disk.step("sync", self._name)
        self._inode.sync()
        self._disk.entered(self._inode)

    def xFileSize(self) -> int:  # noqa: N802
        return len(self._inode.now)

    def xClose(self) -> None:  # noqa: N802
        if self._passing and self._name is not None:
            self._disk.remove(self._name)

    def xLock(self, _level: int) -> None:  # noqa: N802
        """Nobody else is here."""

    def xUnlock(self, _level: int) -> None:  # noqa: N802
        """Nobody else is here."""

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xFileControl(self, _op: int, _pointer: int) -> bool:  # noqa: N802
        return False

    def xSectorSize(self) -> int:  # noqa: N802
        return SECTOR

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        """What SQLite takes for granted of any disk: bytes beside those that are written stay."""
        return apsw.SQLITE_IOCAP_POWERSAFE_OVERWRITE


class Disk(apsw.VFS):
    """A disk.

    Args:
        files: what is on it.
        before: is told of each operation and of the file that it is about, before it is done; it may raise.
        read_only: whether it refuses to be written.
    """

    def __init__(
        self,
        files: Mapping[str, bytes] | None = None,
        *,
        before: Callable[[str, str], None] | None = None,
        read_only: bool = False,
    ) -> None:
        self.name = f"disk-{next(_NUMBERS)}"
        self.before, self.read_only = before, read_only
        self._now = {name: _Inode(data) for name, data in (files or {}).items()}
        self._durable = dict(self._now)
        self._pending: list[tuple[str, _Inode | None]] = []
        super().__init__(self.name, base="")

    # --- what a test asks of it --------------------------------------------------------------------------------------

    def step(self, operation: str, name: str | None) -> None:
        """An operation is about to be done."""
        if self.before is not None:
            self.before(operation, name or "")

    def touch(self, name: str) -> None:
        """An empty file is made, as by any program; it is not on the disk yet."""
        self._now[name] = _Inode()
        self._pending.append((name, self._now[name]))

    def entered(self, inode: _Inode) -> None:
        """A file is on the disk now: so is its entry in the directory, and what was done there before."""
        for place, (_, made) in enumerate(self._pending):
            if made is inode:
                _enter(self._durable, self._pending[: place + 1])
                del self._pending[: place + 1]
                return

    def remove(self, name: str) -> None:
        """A file is deleted."""
        del self._now[name]
        self._pending.append((name, None))

    def files(self) -> dict[str, bytes]:
        """What is read from it now."""
        return {name: bytes(inode.now) for name, inode in self._now.items()}

    def after_crash(self, seed: int) -> dict[str, bytes]:
        """What is on it when the power is lost now; the seed says what of the pending is kept."""
        chance = Random(seed)
        entries = dict(self._durable)
        _enter(entries, self._pending[: chance.randint(0, len(self._pending))])
        return {name: inode.survived(chance) for name, inode in entries.items()}

    # --- what SQLite asks of it --------------------------------------------------------------------------------------

    def excepthook(self, *_: object) -> bool:
        """What cannot be told to the caller was made here."""
        return True

    def xFullPathname(self, name: str) -> str:  # noqa: N802
        return name

    def xAccess(self, name: str, flags: int) -> bool:  # noqa: N802
        there = name in self._now and len(self._now[name].now) > 0  # an empty file counts as none, as everywhere
        return there and not (flags == apsw.SQLITE_ACCESS_READWRITE and self.read_only)

    def xDelete(self, name: str, syncdir: bool) -> None:  # noqa: FBT001, N802
        if name not in self._now:
            raise apsw.exception_for(apsw.SQLITE_IOERR_DELETE_NOENT)
        self.step("delete", name)
        self.remove(name)
        if syncdir:
            self.step("sync the directory", name)
            _enter(self._durable, self._pending)
            self._pending.clear()

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> _File:  # noqa: N802
        called = name.filename() if isinstance(name, apsw.URIFilename) else name
        passing = bool(flags[0] & apsw.SQLITE_OPEN_DELETEONCLOSE)
        flags[1] = flags[0]
        if called is None:
            return _File(self, _Inode(), None, passing=passing)
        if self.read_only and flags[0] & apsw.SQLITE_OPEN_READWRITE:
            if called not in self._now or flags[0] & _JOURNALS:
                raise _error(apsw.SQLITE_CANTOPEN)
            flags[1] = flags[0] & ~(apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE) | apsw.SQLITE_OPEN_READONLY
        if called not in self._now:
            if not flags[0] & apsw.SQLITE_OPEN_CREATE:
                raise _error(apsw.SQLITE_CANTOPEN)
            self.step("create", called)
            self.touch(called)
        return _File(self, self._now[called], called, passing=passing)


def _enter(entries: dict[str, _Inode], done: Iterable[tuple[str, _Inode | None]]) -> None:
    for name, inode in done:
        if inode is None:
            entries.pop(name, None)
        else:
            entries[name] = inode


def _error(code: int) -> Exception:
    """An error as SQLite would tell it; apsw hands on the one that is raised here."""
    error = apsw.exception_for(code)
    error.args = (_WORDS[code & 0xFF],)
    return error


class PowerCut:
    """Loses the power at one operation: that one and all after it fail.

    Args:
        at: the number of the operation, from 0; reading is none.
    """

    def __init__(self, at: int) -> None:
        self.at, self.seen, self.dark = at, 0, False

    def __call__(self, operation: str, _name: str) -> None:
        """Count an operation; without power there is none."""
        if operation != "read":
            self.dark = self.dark or self.seen >= self.at
            self.seen += 1
        if self.dark:
            raise _error(apsw.SQLITE_IOERR)


class Fault:
    """Makes one operation fail, or all from one on; counts them.

    Args:
        at: the number of the operation, from 0.
        full: whether the disk is full: only writing fails, and only writing counts.
        lasting: whether it fails from then on.
    """

    def __init__(self, at: int, *, full: bool = False, lasting: bool = False) -> None:
        self.at, self.full, self.lasting = at, full, lasting
        self.seen = 0
        self.failed: list[tuple[str, str]] = []
        self._mended = False

    def mend(self) -> None:
        """Nothing fails any more."""
        self._mended = True

    def __call__(self, operation: str, name: str) -> None:
        """Count an operation, and fail at its turn."""
        if self._mended or (self.full and operation != "write"):
            return
        number, self.seen = self.seen, self.seen + 1
        if number == self.at or (self.lasting and number > self.at):
            self.failed.append((operation, name))
            raise _error(apsw.SQLITE_FULL if self.full else _CODES[operation])


def _taken_over(connection: apsw.Connection, name: str, pages: int) -> int:
    """Take the pages of a long log over, as SQLite itself does after a commit: a failure is no failure of the commit.

    Without this, apsw would raise what the disk raised, though SQLite has passed over it.
    """
    if pages >= _PAGES:
        with suppress(apsw.Error):
            connection.wal_checkpoint(name)
    return apsw.SQLITE_OK


class Connected:
    """A connection to a file on such a disk, as a store needs it.

    Files have no shared memory here: a write-ahead log is for one connection alone.
    """

    Error = apsw.Error

    def __init__(self, disk: Disk, name: str, *, journal: str = "delete") -> None:
        self.disk = disk
        self._connection = apsw.Connection(name, vfs=disk.name)
        if journal == "wal":
            self._connection.set_wal_hook(_taken_over)
            self.execute("PRAGMA locking_mode = EXCLUSIVE")  # a setting of the connection: no disk is asked

    def execute(self, sql: str, parameters: Any = ()) -> list[Any]:
        """Run one statement; its rows."""
        return list(self._connection.execute(sql, parameters))

    def close(self) -> None:
        """Let go of the file; what fails in tidying up is told to nobody, as with the standard library."""
        with suppress(apsw.Error):
            self._connection.close(force=True)
