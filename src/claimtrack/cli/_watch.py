"""Do something again whenever a file that it read changes."""

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from claimtrack.cli._failures import is_for_public, print_failure
from claimtrack.cli._terminal import print_note
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import InvalidCasebook, NotPublishable, ProtectedStringFound, UnreadableFile
from claimtrack.io.atomic import Stamp, note_reads, stamp_of
from claimtrack.io.private_file import private_path
from claimtrack.text.words import counted

_PAUSE = 0.25
"""Seconds between two looks at the files."""
MAY_PASS = (InvalidCasebook, NotPublishable, ProtectedStringFound, UnreadableFile)
"""What a change of a file may put right."""


class Watched:
    """The files that were read for an output, as they were when they were read."""

    def __init__(self, file: str) -> None:
        """Watch a casebook or ledger, what belongs to it, and what else is read for the output."""
        self._always = (Path(file), private_path(Path(file)), Path(f"{file}-wal"))
        self.stamps: dict[Path, Stamp] = {}

    @contextmanager
    def reading(self, *, but: str | None = None) -> Iterator[None]:
        """Watch what is read inside the block, but for an output that is looked at before it is replaced."""
        always = {file: stamp_of(file) for file in self._always}
        with note_reads() as noted:
            try:
                yield
            finally:
                self.stamps = {
                    file: stamp for file, stamp in (always | noted).items() if but is None or file != Path(but)
                }

    def has_changed(self) -> bool:
        """Whether one of the files is another than when it was read."""
        return any(stamp_of(file) != stamp for file, stamp in self.stamps.items())

    def __len__(self) -> int:
        """How many of the files are there."""
        return sum(stamp is not None for stamp in self.stamps.values())


def watch(options: argparse.Namespace, write: Callable[[argparse.Namespace], int]) -> int:
    """Write an output, and again whenever a file that was read for it changes, until Ctrl-C.

    What a change of a file may put right is printed, and does not end it.
    """
    watched, is_told = Watched(options.file), False
    while True:
        with watched.reading(but=options.output):
            try:
                write(options)
            except MAY_PASS as error:
                _print(error, options)
        if not is_told:
            print_note(f"claimtrack: watching {counted(len(watched), 'file')}; Ctrl-C stops")
            is_told = True
        while not watched.has_changed():
            time.sleep(_PAUSE)


def _print(error: ClaimtrackError, options: argparse.Namespace) -> None:
    print_failure(error, options, is_public=is_for_public(options))
