"""Wait for other processes that use a ledger: in a queue, not without saying so, and not for ever."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from threading import TIMEOUT_MAX, Event, Thread
from typing import Any

import attrs

from claimtrack._records import small_record
from claimtrack.errors.failures import LedgerBusy
from claimtrack.io.limits import limits


def _tell_nobody() -> None:
    pass


@small_record
class Patience:
    """How long to wait for other processes that use a ledger."""

    seconds: int = attrs.field(factory=lambda: limits().wait)
    """How long to wait before it is an error; 0 does not wait. By default, the limit `wait`."""
    tell: Callable[[], None] = attrs.field(default=_tell_nobody, repr=False, eq=False)
    """What is called after the first second of waiting."""


@contextmanager
def queue_writers(path: Path, patience: Patience) -> Iterator[None]:
    """Wait in a queue of writers, by an advisory lock on the ledger's folder.

    This is for fairness alone: SQLite's own lock, which works everywhere, keeps writers apart. But SQLite polls, so its
    lock mostly goes to the process that has just released it, and others starve. The kernel serves a blocking `flock`
    in turn, and one writer alone then polls for the lock of the file.

    Windows, and file systems without locks, have no such queue. Their locks can only be polled for (`filelock` does the
    same), which SQLite does already. The folder is locked, not the file: closing a second handle to the file would
    drop the locks that SQLite holds on it.

    Raises:
        LedgerBusy: another process held the lock all the while.
    """
    try:
        locks = import_module("fcntl")
        handle = os.open(path.absolute().parent, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        try:
            locks.flock(handle, locks.LOCK_EX | locks.LOCK_NB)
        except BlockingIOError:
            if not _wait_for_turn(locks, handle, patience):
                raise LedgerBusy(path=str(path), seconds=patience.seconds) from None
        except OSError:  # a file system without locks
            pass
        yield
    finally:
        os.close(handle)


def _wait_for_turn(locks: Any, handle: int, patience: Patience) -> bool:  # noqa: ANN401
    """Whether the lock came in time."""
    # The kernel's queue can only be left by who waits in it; so a thread waits there, which is left behind if need be:
    # once the handle is closed, the lock that it gets in the end goes with its call.
    if patience.seconds < 1:
        return False
    has_lock = Event()

    def take() -> None:
        with suppress(OSError):
            locks.flock(handle, locks.LOCK_EX)
        has_lock.set()

    Thread(target=take, daemon=True).start()
    if has_lock.wait(1):
        return True
    patience.tell()
    return has_lock.wait(min(patience.seconds - 1, TIMEOUT_MAX))
