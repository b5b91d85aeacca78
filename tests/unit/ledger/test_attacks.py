"""Attacks on a ledger by somebody who can write its file and knows how it is made: none on a pinned one goes unseen."""

import hashlib
import json
import os
import shutil
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import attrs
import pytest

import claimtrack as ct
from claimtrack.dates import Moment, moment_of
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import DamagedLedger, FileInTheWay, UnreadableFile, WrongUse
from claimtrack.ledger import connections
from claimtrack.ledger.chain import Head, Row, chain_hash, genesis_hash
from claimtrack.ledger.connections import connect
from claimtrack.ledger.ledger import Ledger
from claimtrack.ledger.store import Store
from claimtrack.ledger.verification import Verification, read_seal, verify, write_seal
from profiles import by_profile
from scaling import calls

COUNT = 12
FIRST, LAST, SEALED, NOW = (moment_of(f"2021-03-{day}T10:00Z") for day in ("01", "12", "20", "25"))
ATTACKS = by_profile(dev=1_000, ci=1_000, deep=20_000)
MARK = b"A letter was found"

Attack = Callable[[sqlite3.Connection, list[Row], Random], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with an event for each of twelve days, and its seal of the twentieth."""
    path = tmp_path_factory.mktemp("made") / "case.ledger"
    days = iter([moment_of(f"2021-03-{day:02}T10:00Z") for day in range(1, COUNT + 1)] * 2)
    with Ledger.create(path, clock=lambda: next(days), salt=b"a salt") as ledger:
        ledger.append(ct.events.event(ct.Source(id="kim", name="Kim", reliability="D")))
        for number in range(2, COUNT + 1):
            ledger.append(ct.events.event(ct.Claim(id=f"c{number}", text=f"A letter was found on day {number}.")))
    write_seal(path.with_suffix(".seal"), verify(path, clock=lambda: SEALED).head)
    return path


def rows_of(path: Path) -> list[Row]:
    """The rows of a ledger."""
    with Ledger(path, read_only=True) as ledger:
        return list(ledger.rows())


def opened(path: Path) -> sqlite3.Connection:
    """A connection to a file without its guards, as anybody can make one."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = off")
    connection.execute("PRAGMA journal_mode = memory")
    for name in ("events_are_not_changed", "events_are_not_removed", "the_salt_stays"):
        connection.execute(f"DROP TRIGGER {name}")
    return connection


def closed(connection: sqlite3.Connection, guards: list[str]) -> None:
    """Put the guards back, so that nothing of the schema tells."""
    for sql in guards:
        connection.execute(sql)
    connection.close()


def told(path: Path, **more: object) -> str:
    """All that `verify` finds."""
    return "\n".join(map(str, verify(path, **more).damages))  # type: ignore[arg-type]


# --- what is done ----------------------------------------------------------------------------------------------------


def chained(rows: list[Row], connection: sqlite3.Connection) -> None:
    """Write these rows in place of those that are there, with a chain that fits."""
    kept = genesis_hash(b"a salt")
    connection.execute("DELETE FROM events")
    for number, row in enumerate(rows, start=1):
        kept = chain_hash(kept, row.body)
        connection.execute("INSERT INTO events VALUES (?, ?, ?, ?)", (number, row.subject, row.body, kept))


def graded(recorded: Moment, grade: str = "F") -> Row:
    """An event that gives the source another grade, at whatever time."""
    raw = {"kind": "graded", "shelf": "sources", "id": "kim", "grade": grade}
    body = json.dumps(raw | {"learned": recorded.text, "recorded": recorded.text})
    return Row(0, "sources/kim", body, b"")


def between(chance: Random, first: Moment, last: Moment) -> Moment:
    """Some moment between two days of one month."""
    day = chance.randint(int(first.day[-2:]), int(last.day[-2:]) - 1)
    return moment_of(f"2021-03-{day:02}T{chance.randint(10, 23)}:{chance.randint(0, 59):02}Z")


def change_a_body(connection: sqlite3.Connection, _: list[Row], chance: Random) -> None:
    """Another text."""
    number = chance.randint(2, COUNT)
    connection.execute("UPDATE events SET body = replace(body, 'found', 'lost') WHERE number = ?", (number,))


def change_and_chain_anew(connection: sqlite3.Connection, rows: list[Row], chance: Random) -> None:
    """Another text, and all hashes as they would then be."""
    at = chance.randrange(1, COUNT)
    changed = attrs.evolve(rows[at], body=rows[at].body.replace("found", "lost"))
    chained([*rows[:at], changed, *rows[at + 1 :]], connection)


def take_one_out(connection: sqlite3.Connection, rows: list[Row], chance: Random) -> None:
    """An event less, and all hashes as they would then be."""
    at = chance.randrange(COUNT)
    chained(rows[:at] + rows[at + 1 :], connection)


def put_one_in(connection: sqlite3.Connection, rows: list[Row], chance: Random) -> None:
    """An event more before the end, and all hashes as they would then be."""
    at = chance.randrange(1, COUNT)
    chained([*rows[:at], graded(between(chance, FIRST, LAST)), *rows[at:]], connection)


def swap_two(connection: sqlite3.Connection, rows: list[Row], chance: Random) -> None:
    """Two events in each other's place, and all hashes as they would then be."""
    one, other = chance.sample(range(COUNT), 2)
    rows = [*rows]
    rows[one], rows[other] = rows[other], rows[one]
    chained(rows, connection)


def cut_the_end(connection: sqlite3.Connection, _: list[Row], chance: Random) -> None:
    """Some of the last events are gone."""
    connection.execute("DELETE FROM events WHERE number > ?", (chance.randrange(COUNT),))


def cut_the_end_and_go_on(connection: sqlite3.Connection, rows: list[Row], chance: Random) -> None:
    """Some of the last events are others, as many as before or more."""
    at = chance.randrange(1, COUNT)
    chained([*rows[:at], *(graded(SEALED) for _ in range(COUNT - at + chance.randrange(3)))], connection)


def append_backdated(connection: sqlite3.Connection, rows: list[Row], chance: Random) -> None:
    """An event more at the end, as if it had been recorded before the ledger was sealed."""
    chained([*rows, graded(between(chance, FIRST, SEALED))], connection)


def append_in_the_future(connection: sqlite3.Connection, rows: list[Row], chance: Random) -> None:
    """An event more at the end, which will be recorded some day."""
    year = chance.randint(2022, 9999)
    chained([*rows, graded(Moment(f"{year}-12-31T23:59:59.999999Z"))], connection)


def number_out_of_range(connection: sqlite3.Connection, _: list[Row], chance: Random) -> None:
    """An event more, where nobody looks."""
    number = chance.choice((0, -1, -(2**63), COUNT + 2, 2**63 - 1))
    row = graded(SEALED)
    digest = hashlib.sha256(row.body.encode()).digest()
    connection.execute("INSERT INTO events VALUES (?, ?, ?, ?)", (number, row.subject, row.body, digest))


def file_elsewhere(connection: sqlite3.Connection, _: list[Row], chance: Random) -> None:
    """An event under another subject, where it is not found, or one that only looks the same."""
    number = chance.randint(1, COUNT)
    other = chance.choice(("'claims/other'", "CAST(subject AS BLOB)", "subject || x'00'", "upper(subject)", "''"))
    connection.execute(f"UPDATE events SET subject = {other} WHERE number = ?", (number,))  # noqa: S608


def change_the_salt(connection: sqlite3.Connection, _: list[Row], chance: Random) -> None:
    """Another salt, none, two, or something else."""
    sql = chance.choice(
        (
            "UPDATE ledger SET salt = x'00'",
            "UPDATE ledger SET salt = -1",
            "UPDATE ledger SET salt = 3000000000",
            "UPDATE ledger SET salt = 'a salt'",
            "UPDATE ledger SET salt = CAST(salt AS TEXT)",
            "DELETE FROM ledger",
            "INSERT INTO ledger VALUES (x'00')",
            "INSERT INTO ledger SELECT salt FROM ledger",
        )
    )
    connection.execute(sql)


def add_to_the_schema(connection: sqlite3.Connection, _: list[Row], chance: Random) -> None:
    """Something that no ledger has, or without something that each has."""
    sql = chance.choice(
        (
            "CREATE TRIGGER t AFTER INSERT ON events BEGIN UPDATE events SET body = '{}' WHERE number = 1; END",
            "CREATE TABLE more (x)",
            "CREATE INDEX more ON events (body)",
            "CREATE VIEW more AS SELECT * FROM events",
            "DROP INDEX events_by_subject",
            "DROP INDEX events_by_subject; CREATE INDEX events_by_subject ON events (subject) WHERE number > 5",
        )
    )
    connection.executescript(sql)


def change_bytes(path: Path, chance: Random) -> None:
    """A bit of an event, in the bytes of the file."""
    data = bytearray(path.read_bytes())
    places = [at for at in range(len(data) - len(MARK)) if data[at : at + len(MARK)] == MARK]
    data[chance.choice(places) + chance.randrange(len(MARK))] ^= 1 << chance.randrange(7)
    path.write_bytes(bytes(data))


UNSEEN_WITHOUT_A_PIN = (
    change_and_chain_anew,
    take_one_out,
    swap_two,
    put_one_in,
    cut_the_end,
    cut_the_end_and_go_on,
    append_backdated,
)
"""Of these, what keeps the order of times cannot be seen without a pin: the chain needs no secret to be made anew."""
SEEN: tuple[Attack, ...] = (
    change_a_body,
    append_in_the_future,
    number_out_of_range,
    file_elsewhere,
    change_the_salt,
    add_to_the_schema,
)


def attacked(made: Path, rows: list[Row], folder: Path, seed: int) -> tuple[Path, str]:
    """A copy of the ledger after a random attack, and the attack's name."""
    chance, path = Random(seed), folder / f"{seed}.ledger"
    attack: Attack | Callable[[Path, Random], None] = chance.choice((*UNSEEN_WITHOUT_A_PIN, *SEEN, change_bytes))
    shutil.copy(made, path)
    if attack is change_bytes:
        change_bytes(path, chance)
        return path, "change_bytes"
    guards = [sql for (sql,) in closing_rows(made, "SELECT sql FROM sqlite_master WHERE type = 'trigger'")]
    connection = opened(path)
    attack(connection, rows, chance)  # type: ignore[call-arg, arg-type]
    closed(connection, guards)
    return path, attack.__name__


def closing_rows(path: Path, sql: str) -> list[tuple[str]]:
    """The rows of a question to a file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def found(path: Path, pinned: tuple[Head, ...]) -> Verification | None:
    """What `verify` finds; None where it says that the file cannot be read as a ledger."""
    try:
        return verify(path, pinned=pinned, clock=lambda: NOW)
    except UnreadableFile:
        return None


@pytest.mark.slow
def test_no_attack_on_a_sealed_ledger_goes_unnoticed(made: Path, tmp_path: Path) -> None:
    """Of a thousand random ones, each is found against the seal, and none changes what is told to be intact."""
    seal, rows = read_seal(made.with_suffix(".seal")), rows_of(made)
    unnoticed: dict[str, list[int]] = {}
    for seed in range(ATTACKS):
        path, name = attacked(made, rows, tmp_path, seed)
        seen = found(path, seal)
        if seen is not None and seen.intact:
            unnoticed.setdefault(name, []).append(seed)
        path.unlink()
    assert unnoticed == {}


@pytest.mark.slow
def test_without_a_seal_only_what_needs_no_secret_goes_unnoticed(made: Path, tmp_path: Path) -> None:
    """A cut end, and a chain that was made anew in an order of times that could be: nothing else, as the page says."""
    unnoticed, rows = set(), rows_of(made)
    for seed in range(ATTACKS // 4):
        path, name = attacked(made, rows, tmp_path, seed)
        seen = found(path, ())
        if seen is not None and seen.intact:
            unnoticed.add(name)
        path.unlink()
    assert unnoticed <= {attack.__name__ for attack in UNSEEN_WITHOUT_A_PIN}
    assert "cut_the_end" in unnoticed


def test_what_is_added_after_a_seal_is_no_damage(made: Path, tmp_path: Path) -> None:
    """An event that is recorded after it was sealed fits the seal; how many there are is for the reader to see."""
    path = tmp_path / "case.ledger"
    shutil.copy(made, path)
    with Ledger(path, clock=lambda: NOW) as ledger:
        ledger.append(ct.events.event(ct.events.Graded(id="kim", grade="A")))
    seen = verify(path, pinned=read_seal(made.with_suffix(".seal")), clock=lambda: NOW)
    assert seen.intact
    assert seen.head.count == COUNT + 1


# --- what the file holds beside its events ---------------------------------------------------------------------------


def test_rows_below_one_are_found_and_never_read(made: Path, tmp_path: Path) -> None:
    """No reader takes them for events, one record or all of them, and nothing can be appended about what they add."""
    path = tmp_path / "case.ledger"
    shutil.copy(made, path)
    raw = {"kind": "added", "shelf": "sources", "record": {"id": "ghost", "name": "Ghost"}}
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for number in (0, -1):
            values = (number, "sources/ghost", json.dumps(raw))
            connection.execute("INSERT INTO events VALUES (?, ?, ?, x'00')", values)
    assert "2 rows have numbers below 1" in told(path)
    with Ledger(path, clock=lambda: NOW) as ledger:
        assert ledger.record("sources", "ghost") is None
        assert ledger.ids("sources") == ["kim"]
        assert ledger.head.count == COUNT
        with pytest.raises(ct.ClaimtrackError, match='unknown source "ghost"'):
            ledger.append(ct.events.event(ct.events.Graded(id="ghost", grade="A")))


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("PRAGMA user_version = 0", "it says that no ledger was made in it"),
        ("PRAGMA user_version = -1", "it says that no ledger was made in it"),
        ("ALTER TABLE events ADD COLUMN more AS (hex(zeroblob(1000000000)))", 'its table "events" is missing, or'),
        ("ALTER TABLE events ADD COLUMN more TEXT", 'it holds a table "events" that no ledger has'),
        ("CREATE INDEX more ON events (body)", 'it holds an index "more" that no ledger has'),
    ],
)
def test_a_file_that_was_made_otherwise_is_damaged(made: Path, sql: str, told: str, tmp_path: Path) -> None:
    """A version that there is not, and columns that no ledger has, are found, and nothing is worked out for them."""
    path = tmp_path / "case.ledger"
    shutil.copy(made, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(sql)
    seen = verify(path, clock=lambda: NOW)
    assert not seen.intact
    assert told in "\n".join(map(str, seen.damages))


@pytest.mark.parametrize("table", ["events", "ledger"])
def test_what_stands_for_a_table_is_not_read(made: Path, table: str, tmp_path: Path) -> None:
    """An endless view is refused at once, by `verify`, by readers and when it is salvaged."""
    path = tmp_path / "case.ledger"
    shutil.copy(made, path)
    columns = "number, subject, body, hash" if table == "events" else "salt"
    values = ", ".join("1" for _ in columns.split(","))
    endless = f"WITH RECURSIVE r({columns}) AS (SELECT {values} UNION ALL SELECT {columns} FROM r) SELECT * FROM r"  # noqa: S608
    with closing(opened(path)) as connection:
        connection.execute(f"DROP TABLE {table}")
        connection.execute(f"CREATE VIEW {table} AS {endless}")
    assert f'its table "{table}" is missing, or is something else' in told(path)
    for read in (Ledger, ct.ledger.salvage):
        with pytest.raises(DamagedLedger, match="something else"):
            read(path)


def test_nothing_is_written_past_foreign_triggers(made: Path, tmp_path: Path) -> None:
    """A file that holds what no ledger has, or lacks its own guards, is read and takes no event."""
    for number, sql in enumerate(
        (
            "CREATE TRIGGER t AFTER INSERT ON events BEGIN INSERT INTO ledger VALUES (x'00'); END",
            "DROP TRIGGER events_are_not_changed",
        )
    ):
        path = tmp_path / f"{number}.ledger"
        shutil.copy(made, path)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute(sql)
        before = path.read_bytes()
        with Ledger(path, clock=lambda: NOW) as ledger:
            assert len(ledger.find_damages()) == 1
            with pytest.raises(DamagedLedger):
                ledger.append(ct.events.event(ct.events.Graded(id="kim", grade="A")))
            assert ledger.casebook().source("kim").reliability == "D"
        assert before == path.read_bytes()


def test_the_end_of_time_is_an_error_of_the_library(made: Path, tmp_path: Path) -> None:
    """After an event of the last moment that there is, none can be recorded, and that is said."""
    path = tmp_path / "case.ledger"
    shutil.copy(made, path)
    guards = [sql for (sql,) in closing_rows(path, "SELECT sql FROM sqlite_master WHERE type = 'trigger'")]
    connection = opened(path)
    chained([*rows_of(path), graded(Moment("9999-12-31T23:59:59.999999Z"))], connection)
    closed(connection, guards)
    assert "event 13: it says that it was recorded at 9999-12-31" in told(path)
    with (
        Ledger(path, clock=lambda: NOW) as ledger,
        pytest.raises(ClaimtrackError, match="expected a moment that another can follow"),
    ):
        ledger.append(ct.events.event(ct.events.Graded(id="kim", grade="A")))


# --- pins and seals --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "text", "says"),
    [
        (-1, f"sha256:{'0' * 64}", "no ledger has -1 events"),
        (1, f"SHA256:{'A' * 64}", "is not a head"),
        (1, "0" * 64, "is not a head"),
        (1, f"sha256:{'0' * 12}", "is not a head"),
        (1, "", "is not a head"),
    ],
)
def test_what_is_no_head_pins_nothing(made: Path, tmp_path: Path, count: int, text: str, says: str) -> None:
    """A typing mistake is told as one, and neither as an alarm nor as reassurance, from wherever it comes."""
    with pytest.raises(WrongUse, match=says):
        verify(made, pinned=[Head(count, text)])
    seal = tmp_path / "case.seal"
    seal.write_text(json.dumps({"events": count, "head": text}))
    with pytest.raises(UnreadableFile, match=f"line 1: .*{says}"):
        read_seal(seal)


def test_an_emptied_seal_is_told(made: Path, tmp_path: Path) -> None:
    """It is no seal, and nothing is sealed over it."""
    seal = tmp_path / "case.seal"
    seal.touch()
    for use in (lambda: read_seal(seal), lambda: write_seal(seal, verify(made).head)):
        with pytest.raises(UnreadableFile, match="this seal is empty"):
            use()
    assert seal.read_bytes() == b""


def test_each_of_two_heads_is_compared(made: Path) -> None:
    """Of two heads for as many events, one is wrong, whichever comes last."""
    right = verify(made).head
    wrong = attrs.evolve(right, hash=f"sha256:{'0' * 64}")
    for pinned in ([right, wrong], [wrong, right]):
        assert "event 12: the pinned head is another" in told(made, pinned=pinned)


# --- verify changes nothing ------------------------------------------------------------------------------------------


def state(folder: Path) -> dict[str, bytes]:
    """What is in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def written(folder: Path, *, journal: str) -> Path:
    """A ledger with some events in a folder, in a journal mode."""
    path = folder / "case.ledger"
    with Ledger.create(path) as ledger:
        ledger.append(ct.events.event(ct.Claim(id="fell", text="It fell.")))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
    return path


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_who_only_reads_changes_no_byte(tmp_path: Path, journal: str) -> None:
    """Neither `verify` nor a reader touches the file, whatever its journal is; and a reader cannot append."""
    path = written(tmp_path, journal=journal)
    before = path.read_bytes()
    assert verify(path).intact
    with Ledger(path, read_only=True) as ledger:
        assert ledger.find_damages() == ()
        assert ledger.casebook().claim("fell").text == "It fell."
        with pytest.raises(UnreadableFile):
            ledger.append(ct.events.event(ct.Claim(id="sank", text="It sank.")))
    assert before == path.read_bytes()


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_what_a_killed_writer_left_is_read_beside_the_file(tmp_path: Path, journal: str) -> None:
    """What was committed is there and what was not is not, and no byte of what was left changes."""
    there, left = tmp_path / "there", tmp_path / "left"
    there.mkdir(), left.mkdir()
    path = written(there, journal=journal)
    store = Store(connect(path), str(path))
    store._run("PRAGMA cache_size = 1")  # what does not fit goes to the file before it is committed
    store._run("BEGIN IMMEDIATE")
    if journal == "wal":
        store._run("INSERT INTO events SELECT 2, subject, body, hash FROM events")
        store._run("COMMIT")
    else:
        for number in range(2, 100):
            store._run("INSERT INTO events VALUES (?, 'claims/x', ?, x'00')", (number, "x" * 3000))
    for file in there.iterdir():
        if not file.name.endswith("-shm"):
            shutil.copy(file, left / file.name)
    store.close()
    before = state(left)
    assert len(before) == 2
    seen = verify(left / path.name)
    assert (seen.head.count, seen.intact) == (2, False) if journal == "wal" else (1, True)
    after = state(left)
    assert before == {name: after[name] for name in before}


# --- what lies beside a ledger ---------------------------------------------------------------------------------------


def journal_of(path: Path, named: bytes = b"") -> bytes:
    """A journal that has nothing to undo, and names another file if there is one to name."""
    magic, size = bytes.fromhex("d9d505f920a163d7"), int.from_bytes(path.read_bytes()[16:18], "big")
    pages = path.stat().st_size // size
    head = (magic + struct.pack(">5I", 0, 0, pages, 512, size)).ljust(512, b"\0")
    end = struct.pack(">I", 2**30 // size + 1) + named + struct.pack(">2I", len(named), sum(named)) + magic
    return head + end if named else head


def readers_of(path: Path) -> tuple[Callable[[], object], ...]:
    """All that opens a ledger."""
    return (
        lambda: verify(path),
        lambda: Ledger(path, read_only=True).close(),
        lambda: Ledger(path).close(),
        lambda: ct.ledger.salvage(path),
    )


@pytest.mark.parametrize("name", ["case.ledger", "link.ledger"])
def test_a_journal_deletes_no_file(made: Path, tmp_path: Path, name: str) -> None:
    """One that names another file is refused, beside a ledger and beside the one that a link leads to."""
    path, other = tmp_path / "case.ledger", tmp_path / "evidence.txt"
    shutil.copy(made, path)
    (tmp_path / "link.ledger").symlink_to(path.name)
    other.write_text("It was found.", encoding="utf-8")
    (tmp_path / "case.ledger-journal").write_bytes(journal_of(path, bytes(other)))
    before = state(tmp_path)
    for use in readers_of(tmp_path / name):
        with pytest.raises(UnreadableFile, match=r"case.ledger-journal: .*names another file"):
            use()
    assert before == state(tmp_path)


def test_a_journal_that_names_no_file_is_played_back(made: Path, tmp_path: Path) -> None:
    """What SQLite leaves beside a ledger itself is no reason to refuse it."""
    path = tmp_path / "case.ledger"
    shutil.copy(made, path)
    (tmp_path / "case.ledger-journal").write_bytes(journal_of(path))
    for use in readers_of(path):
        use()


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_no_pipe_beside_a_ledger_is_waited_for(made: Path, tmp_path: Path, ending: str) -> None:
    """A pipe, a folder or a link under the name of one of SQLite's files is refused before SQLite opens it."""
    path = tmp_path / "case.ledger"
    shutil.copy(made, path)
    beside = tmp_path / f"case.ledger{ending}"
    for make in (lambda: os.mkfifo(beside), beside.mkdir, lambda: beside.symlink_to(path.name)):
        make()
        for use in readers_of(path):
            with pytest.raises(UnreadableFile, match=f"case.ledger{ending}: not a regular file"):
                use()
        beside.rmdir() if beside.is_dir() else beside.unlink()


def test_what_is_copied_to_be_read_has_a_limit(made: Path, tmp_path: Path) -> None:
    """A journal that is mostly a hole would fill the disk with its copy."""
    path, journal = tmp_path / "case.ledger", tmp_path / "case.ledger-journal"
    shutil.copy(made, path)
    journal.write_bytes(journal_of(path))
    os.truncate(journal, 2**31)
    with pytest.raises(UnreadableFile, match=r"case.ledger-journal: it has more than 1,000,000,000 bytes.*=ledger=N"):
        verify(path)


def test_no_ledger_is_made_beside_the_journal_of_another(made: Path, tmp_path: Path) -> None:
    """SQLite would take it for that of the new one."""
    path, journal = tmp_path / "new.ledger", tmp_path / "new.ledger-journal"
    journal.write_bytes(journal_of(made))
    with pytest.raises(FileInTheWay, match=r"new\.ledger-journal"):
        Ledger.create(path)
    assert [journal] == list(tmp_path.iterdir())


def test_a_ledger_is_read_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SQLite cannot make the files that it wants beside a ledger, it is read without them."""
    path = written(tmp_path, journal="wal")
    asked = []

    class Refusing(sqlite3.Connection):
        def execute(self, *_: object) -> sqlite3.Cursor:
            raise sqlite3.OperationalError("unable to open database file")

    def opening(file: Path, how: str) -> sqlite3.Connection:
        asked.append(how)
        return really(file, how, Refusing if len(asked) == 1 else sqlite3.Connection)

    really = connections._open
    monkeypatch.setattr(connections, "_open", opening)
    before = state(tmp_path)
    assert verify(path).intact
    assert asked == ["mode=ro", "mode=ro&immutable=1"]
    assert before == state(tmp_path)


def test_looking_for_damage_is_linear(tmp_path: Path) -> None:
    """For four times the events, it makes about four times as many calls, so that each reader can do it."""

    def looked(count: int) -> int:
        with Ledger.create(tmp_path / f"{count}.ledger") as ledger:
            ledger.append(*(ct.events.event(ct.Claim(id=f"c{number}", text="It is so.")) for number in range(count)))
            return calls(ledger.find_damages)

    assert looked(400) <= 4.2 * looked(100)
