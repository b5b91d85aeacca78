"""What is not finished lies in a hidden folder beside its target, and no killed process leaves that there for ever."""

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

_RANDOM = 8
"""Bytes that tell the folders of several writers apart."""
_OURS = re.compile(rf"\.claimtrack\.[0-9a-f]{{{2 * _RANDOM}}}\.part")


@contextmanager
def part_beside(target: Path) -> Iterator[Path]:
    """A path to write to first, on the file system of the target, so that it can be given the target's name at once.

    It lies in a hidden folder that only its owner can open, and which is gone at the end. The folder of a process that
    was killed is removed by the next one that writes beside it: each is locked while it is in use, and the system
    unlocks it when the process ends. Where there are no such locks (on Windows, and on some network drives), it stays.

    Raises:
        OSError: there can be no folder there.
    """
    _remove_abandoned(target.parent)
    folder, lock = _make_folder(target.parent)
    try:
        yield folder / "new"
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def _make_folder(parent: Path) -> tuple[Path, int | None]:
    while True:
        folder = parent / f".claimtrack.{secrets.token_hex(_RANDOM)}.part"
        folder.mkdir(mode=0o700)
        lock = _lock(folder)
        if folder.exists():  # else another process took it for abandoned before it was locked
            return folder, lock
        if lock is not None:
            os.close(lock)


def _remove_abandoned(parent: Path) -> None:
    """Remove the folders that no process has locked; what cannot be removed is left."""
    with suppress(OSError), os.scandir(parent) as entries:
        for path in [Path(entry.path) for entry in entries if _OURS.fullmatch(entry.name)]:
            lock = _lock(path)
            if lock is not None:
                shutil.rmtree(path, ignore_errors=True)
                os.close(lock)


def _lock(folder: Path) -> int | None:
    """Lock a folder if it is free; None if it is not, or if there are no locks."""
    handle = None
    try:
        locks = import_module("fcntl")
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        locks.flock(handle, locks.LOCK_EX | locks.LOCK_NB)
    except (ImportError, OSError):
        if handle is not None:
            os.close(handle)
        return None
    return handle
