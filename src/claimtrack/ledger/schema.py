"""The tables of a ledger's file, as migrations: a file of any released version is brought up to date."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache

APPLICATION = 0x636C7472
"""The `PRAGMA application_id` that marks an SQLite file as a ledger: the letters `cltr`."""

_LEDGER = "CREATE TABLE ledger (salt BLOB NOT NULL)"
_EVENTS = """
CREATE TABLE events (number INTEGER PRIMARY KEY, subject TEXT NOT NULL, body TEXT NOT NULL, hash BLOB NOT NULL)
"""
_BY_SUBJECT = "CREATE INDEX events_by_subject ON events (subject, number)"
_NO_CHANGE = """
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END
"""
_NO_REMOVAL = """
CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END
"""
_SAME_SALT = """
CREATE TRIGGER the_salt_stays BEFORE UPDATE ON ledger WHEN EXISTS (SELECT 1 FROM events)
BEGIN SELECT RAISE(ABORT, 'the salt is never changed'); END
"""

WHOLE = "SELECT type, name, sql FROM sqlite_master"
"""The statement that reads what is in a file."""
STEPS: tuple[tuple[str, ...], ...] = ((_LEDGER, _EVENTS, _BY_SUBJECT, _NO_CHANGE, _NO_REMOVAL, _SAME_SALT),)
"""The statements of each migration; `PRAGMA user_version` counts those that a file has had. A step is never edited."""


@cache
def made_by(steps: tuple[tuple[str, ...], ...]) -> Mapping[str, tuple[str, str]]:
    """The tables, indexes and triggers that migrations make: the kind of each and its SQL, by name."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for step in steps:
            for sql in step:
                connection.execute(sql)
        return {name: (kind, plain(sql)) for kind, name, sql in connection.execute(WHOLE)}


def plain(sql: str) -> str:
    """A statement without the accidents of its spacing."""
    return " ".join(sql.split())
