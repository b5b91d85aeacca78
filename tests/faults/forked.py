"""A command in a process of its own, which is killed at a step, finds no space, or may write nothing."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from claimtrack.cli.main import main

_CAPABILITIES = 0x2008_0522
"""The version of the sets of rights that Linux is asked to take away."""
_CHANGES = ("os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.chmod")
"""What changes a folder, as Python tells of it before it is done; beside it, what is opened to be written."""


class Forked:
    """A command in a process of its own.

    Args:
        folder: where it runs.
        words: the command.
        limit: the most bytes that it may write to a file; None for no limit.
        kill_at: the number of the step, from 0, before which it is killed; None for none. A step changes a folder, or
            brings the bytes of a file to the disk.
        without_rights: whether no rights of an administrator help it, so that a locked folder is locked.
    """

    def __init__(
        self,
        folder: Path,
        words: Sequence[str],
        *,
        limit: int | None = None,
        kill_at: int | None = None,
        without_rights: bool = False,
    ) -> None:
        self._said, out = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            status = 70
            try:
                os.chdir(folder)
                if without_rights and os.getuid() == 0:
                    _give_up_rights()
                if limit is not None:
                    _limit(limit)
                if kill_at is not None:
                    _count_steps(lambda step: os.kill(os.getpid(), signal.SIGKILL) if step == kill_at else None)
                with os.fdopen(out, "w", encoding="utf-8", buffering=1) as said:
                    sys.stdout = sys.stderr = said
                    status = main([*words])
            finally:
                os._exit(status)
        os.close(out)

    def kill(self) -> None:
        """Kill it at once."""
        os.kill(self._process, signal.SIGKILL)

    def ended(self) -> tuple[int, str]:
        """Its status, below 0 if it was killed, and what it said."""
        with os.fdopen(self._said, encoding="utf-8") as said:
            told = said.read()
        _, status = os.waitpid(self._process, 0)
        return os.waitstatus_to_exitcode(status), told


def _give_up_rights() -> None:
    """Take away what lets an administrator write where the mode of a file says no; it goes on owning its files."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0)
    nothing = (ctypes.c_uint32 * 6)()
    if ctypes.CDLL(None, use_errno=True).capset(header, nothing):
        raise OSError(ctypes.get_errno(), "capset")


def _limit(most: int) -> None:
    import resource  # noqa: PLC0415 - only where processes can be forked

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def _count_steps(before: Callable[[int], object]) -> None:
    """Call with the number of each step before it is done."""
    steps = iter(range(10**9))
    synced = os.fsync

    def hear(name: str, given: tuple[object, ...]) -> None:
        if name in _CHANGES or (name == "open" and isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR)):
            before(next(steps))

    def sync(handle: int) -> None:
        before(next(steps))
        synced(handle)

    sys.addaudithook(hear)
    os.fsync = sync
