"""Queue the processes that write to one ledger."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path


@contextmanager
def queue_writers(folder: Path) -> Iterator[None]:
    """Wait in a queue of writers, by an advisory lock on the ledger's folder.

    This is for fairness alone: SQLite's own lock, which works everywhere, keeps writers apart. But SQLite polls, so its
    lock mostly goes to the process that has just released it, and others starve. The kernel serves a blocking `flock`
    in turn, and one writer alone then polls for the lock of the file.

    Windows, and file systems without locks, have no such queue. Their locks can only be polled for (`filelock` does the
    same), which SQLite does already. The folder is locked, not the file: closing a second handle to the file would
    drop the locks that SQLite holds on it.
    """
    try:
        locks = import_module("fcntl")
        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        with suppress(OSError):  # a file system without locks
            locks.flock(handle, locks.LOCK_EX)
        yield
    finally:
        os.close(handle)
