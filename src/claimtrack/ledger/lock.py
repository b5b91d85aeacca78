"""Turns: several processes that write one file, each of which gets its turn."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Stand in the turnstile of those who write in a folder: only one at a time asks for the lock of a file.

    SQLite's own lock goes to whoever happens to ask when it is free, which is mostly the process that has just given
    it up. Whoever stands in the turnstile asks alone, while the one who writes is busy. Where the system has no such
    locks, there is no turnstile.
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
