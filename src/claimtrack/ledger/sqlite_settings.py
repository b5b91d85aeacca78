"""Settings: how SQLite must be told to write so that nothing acknowledged is lost."""

from typing import Literal

from claimtrack._records import small_record

_SAFE_WAL = (3, 51, 3)
"""The first version without the fault by which several writers could reset a write-ahead log too early."""


@small_record
class Settings:
    """How SQLite keeps its journal, and how much it waits for the disk."""

    journal: Literal["wal", "delete"]
    """`PRAGMA journal_mode`."""
    synchronous: Literal["extra", "full", "normal", "off"]
    """`PRAGMA synchronous`."""


def settings_for(version: str) -> Settings:
    """The settings that lose nothing, for a version of SQLite.

    With a write-ahead log, FULL waits for the disk at every commit. With a journal that is deleted, only EXTRA also
    waits until the deletion itself is on the disk: with less, a committed event can be rolled back after a crash.

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
