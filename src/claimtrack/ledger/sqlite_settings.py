"""The SQLite settings under which no acknowledged event is lost."""

from typing import Literal

from claimtrack._records import small_record

_SAFE_WAL = (3, 51, 3)
"""The first version without the bug by which concurrent writers could reset a write-ahead log too early."""


@small_record
class Settings:
    """SQLite's journal mode, and when it waits for the disk."""

    journal: Literal["wal", "delete"]
    """`PRAGMA journal_mode`."""
    synchronous: Literal["extra", "full", "normal", "off"]
    """`PRAGMA synchronous`."""


def settings_for(version: str) -> Settings:
    """The settings that lose nothing, for a version of SQLite.

    With a write-ahead log, FULL waits for the disk at every commit. With a rollback journal, only EXTRA also waits
    until the deletion of the journal is on the disk: with less, a crash can roll a committed event back.

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
