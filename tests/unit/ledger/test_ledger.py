"""The ledger: what is appended stays, in its order and with its times, or nothing of it is written."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.dates import Moment, moment_of
from claimtrack.errors.failures import DamagedLedger, Overtaken, UnreadableFile
from claimtrack.errors.problems import DuplicateId, UnknownId
from claimtrack.ledger.connections import connect
from claimtrack.ledger.import_export import import_casebook
from claimtrack.ledger.ledger import Entry
from claimtrack.ledger.schema import STEPS
from claimtrack.ledger.store import Settings, Store, settings_for

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "border_lockdowns" / "casebook.toml"
KIM = ct.Source(id="kim", name="Kim", reliability="B")
FELL = ct.Claim(id="fell", text="The bridge fell.")
SAID = ct.Statement(id="s1", origin="kim", claim="fell", stance="asserts", lineage="witnessed")


class Clock:
    """A clock that goes on a second at each look."""

    def __init__(self) -> None:
        self.now = datetime(2021, 3, 1, tzinfo=UTC)

    def __call__(self) -> Moment:
        self.now += timedelta(seconds=1)
        return Moment.of(self.now)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[ct.Ledger]:
    """A ledger with a source, a claim and a statement."""
    with ct.Ledger.create(tmp_path / "case.ledger", clock=Clock(), salt=b"salt") as made:
        made.append(ct.events.event(KIM), ct.events.event(FELL), ct.events.event(SAID))
        yield made


def test_what_is_appended_is_there_when_it_is_opened_again(ledger: ct.Ledger) -> None:
    """The events come back in their order, numbered, with their times and the head that was returned."""
    head = ledger.append(
        ct.events.event(ct.events.Retracted(id="s1"), because="he took it back", by="Ada", told=("the desk",))
    )
    with ct.Ledger(ledger.path) as again:
        entries = list(again.entries())
        assert head == again.head
        assert [entry.number for entry in entries] == [1, 2, 3, 4]
        assert entries[-1] == Entry(number=4, event=entries[-1].event, hash=head.hash)
        assert (entries[-1].event.by, entries[-1].event.told) == ("Ada", ("the desk",))
        assert not again.casebook().statements[0].stands
        assert [entry.number for entry in again.entries(after=3)] == [4]


def test_events_of_one_call_are_learned_at_one_moment(ledger: ct.Ledger) -> None:
    """They have their places there, so that no as-of falls between them."""
    first = list(ledger.events())
    assert len({one.learned for one in first}) == 1
    assert [one.place for one in first] == [0, 1, 2]
    assert all(one.learned == one.recorded for one in first)


def test_time_never_goes_back(tmp_path: Path) -> None:
    """Where the clock does, an event is taken a microsecond after the last one."""
    times = iter(["2021-03-02", "2021-03-01", "2021-03-03"])
    with ct.Ledger.create(tmp_path / "case.ledger", clock=lambda: moment_of(next(times))) as made:
        for place in range(3):
            made.append(ct.events.event(ct.Claim(id=f"c{place}", text="?")))
        taken = [one.recorded.text for one in made.events() if one.recorded is not None]
    assert taken == ["2021-03-02T00:00:00.000000Z", "2021-03-02T00:00:00.000001Z", "2021-03-03T00:00:00.000000Z"]


def test_what_is_entered_late_changes_no_past(ledger: ct.Ledger) -> None:
    """An event may say that it was learned before; what was believed then stays as it was, and now it counts."""
    then = ledger.casebook(as_of=moment_of("2021-03-01", end=True))
    ledger.append(ct.events.event(ct.events.Graded(id="kim", grade="A"), learned=moment_of("2021-02-01")))
    assert then == ledger.casebook(as_of=moment_of("2021-03-01T00:00:01Z"))
    assert [one.place for one in ledger.events()] == [0, 1, 2, 0]
    assert ledger.casebook(as_of=moment_of("2021-03-01T00:00:01Z")).source("kim").reliability == "B"
    with pytest.raises(ct.ClaimtrackError, match="learned at 2031"):
        ledger.append(ct.events.event(ct.events.Graded(id="kim", grade="A"), learned=moment_of("2031-01-01")))


@pytest.mark.parametrize(
    ("events", "kind", "told"),
    [
        (
            [ct.events.event(ct.events.Graded(id="kin", grade="A"))],
            UnknownId,
            'unknown source "kin"; did you mean "kim"',
        ),
        ([ct.events.event(KIM)], DuplicateId, 'duplicate id "kim"'),
        (
            [ct.events.event(ct.Claim(id="n", text="?")), ct.events.event(ct.Claim(id="n", text="!"))],
            DuplicateId,
            '"n"',
        ),
        ([ct.events.event(ct.events.Retracted(id="s9"), because="?")], UnknownId, "statements.id"),
        ([ct.events.event(ct.events.Retracted(id="s1", replaced_by="s9"), because="?")], UnknownId, '"s9"'),
        ([ct.events.event(ct.events.Merged(id="kim", into="lee"), because="?")], UnknownId, '"lee"'),
        ([ct.events.event(ct.events.Split(id="kim", to="lee"), because="?")], UnknownId, '"lee"'),
        (
            [ct.events.event(ct.Statement(id="s2", origin="kin", claim="fell", stance="asserts"))],
            UnknownId,
            "statements.origin",
        ),
        (
            [ct.events.event(ct.Statement(id="s2", origin="kim", claim="sank", stance="asserts"))],
            UnknownId,
            "statements.claim",
        ),
        ([ct.events.event(ct.Note(kind="gap", about="nothing", text="?"))], UnknownId, "notes.about"),
        (
            [
                ct.events.event(
                    ct.events.Corrected(collection="statements", id="s1", changes={"claim": "sank"}), because="?"
                )
            ],
            UnknownId,
            '"sank"',
        ),
        (
            [
                ct.events.event(ct.events.Removed(collection="claims", id="fell"), because="?"),
                ct.events.event(ct.events.Removed(collection="claims", id="fell"), because="?"),
            ],
            UnknownId,
            '"fell"',
        ),
        (
            [
                ct.events.event(
                    ct.events.Corrected(
                        collection="statements", id="s1", changes={"published": ct.PartialDate("2020")}
                    ),
                    because="?",
                ),
                ct.events.event(
                    ct.events.Corrected(collection="statements", id="s1", changes={"observed": ct.PartialDate("2021")}),
                    because="?",
                ),
            ],
            ct.InvalidCasebook,
            "statements.s1.published",
        ),
    ],
)
def test_what_does_not_fit_is_refused_whole(
    ledger: ct.Ledger, events: list[ct.events.Event], kind: type[Exception], told: str
) -> None:
    """The error says what does not fit and the nearest right name, and nothing of the call is written."""
    head = ledger.head
    with pytest.raises(kind) as caught:
        ledger.append(ct.events.event(ct.Claim(id="new", text="?")), *events)
    assert told in str(caught.value)
    assert head == ledger.head


def test_what_was_removed_can_be_added_anew(ledger: ct.Ledger) -> None:
    """An id is free again once its record is gone; a restoration needs none of that."""
    ledger.append(ct.events.event(ct.events.Removed(collection="statements", id="s1"), because="another case's"))
    ledger.append(ct.events.event(SAID))
    ledger.append(ct.events.event(ct.events.Removed(collection="statements", id="s1"), because="another case's"))
    ledger.append(ct.events.event(ct.events.Restored(collection="statements", id="s1"), because="it is ours"))
    assert ledger.casebook().statements == (SAID,)


def test_records_may_speak_of_each_other_in_any_order(ledger: ct.Ledger) -> None:
    """In one call, what is spoken of may come later."""
    question = ct.Question(id="why", text="Why?", claims=("fell", "sank"))
    ledger.append(ct.events.event(question), ct.events.event(ct.Claim(id="sank", text="It sank.")))
    assert ledger.casebook().questions[0].claims == ("fell", "sank")


def test_nothing_to_append_is_no_event(ledger: ct.Ledger) -> None:
    """The head stays."""
    assert ledger.head == ledger.append()


def test_one_record_as_of_a_date(ledger: ct.Ledger) -> None:
    """A record alone is read by its own events, whatever else there is."""
    ledger.append(ct.events.event(ct.events.Graded(id="kim", grade="E")))
    assert ledger.record("sources", "kim", as_of=moment_of("2021-03-01T00:00:01Z")) == KIM
    assert ledger.record("sources", "kim").reliability == "E"  # type: ignore[union-attr]
    assert ledger.record("sources", "kim", as_of=moment_of("2021-02-01")) is None
    assert ledger.record("sources", "nobody") is None
    assert [one.kind for one in ledger.about("sources", "kim")] == ["added", "graded"]
    assert ledger.ids("sources") == ["kim"]


def test_it_is_for_its_owner_alone(ledger: ct.Ledger) -> None:
    """Only the owner can read the file, and its repr shows no more than its name."""
    if os.name == "posix":
        assert stat.S_IMODE(Path(ledger.path).stat().st_mode) == 0o600
    assert f"<Ledger {ledger.path!r}>" == repr(ledger)


def test_confidential_fields_never_enter(tmp_path: Path) -> None:
    """Neither appending a source nor importing a casebook takes them along, in any form."""
    book = ct.Casebook(
        sources=(ct.Source(id="kim", name="Kim", confidential=ct.Confidential(name="Real Name", contact="+49 555")),)
    )
    with ct.Ledger.create(tmp_path / "case.ledger") as made:
        import_casebook(made, book)
        made.append(ct.events.event(ct.Source(id="lee", name="Lee", confidential=ct.Confidential(note="Hidden note"))))
    content = (tmp_path / "case.ledger").read_bytes()
    assert b"Kim" in content
    assert [word for word in (b"Real Name", b"555", b"Hidden note") if word in content] == []


def test_events_are_never_changed_or_removed(ledger: ct.Ledger) -> None:
    """SQLite itself refuses."""
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        for sql in (
            "UPDATE events SET body = '{}'",
            "DELETE FROM events WHERE number = 1",
            "UPDATE ledger SET salt = x'00'",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="never"):
                connection.execute(sql)


@pytest.mark.parametrize(
    ("version", "settings"),
    [
        ("3.40.1", Settings("delete", "extra")),
        ("3.51.2", Settings("delete", "extra")),
        ("3.51.3", Settings("wal", "full")),
        ("4.0.0", Settings("wal", "full")),
    ],
)
def test_the_settings_go_by_the_version_of_sqlite(version: str, settings: Settings) -> None:
    """A write-ahead log only where several writers cannot reset it too early."""
    assert settings == settings_for(version)


def test_the_file_is_written_as_the_settings_say(ledger: ct.Ledger) -> None:
    """The journal is the one that is safe with the SQLite that is linked."""
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        journal = connection.execute("PRAGMA journal_mode").fetchone()[0]
    assert settings_for(sqlite3.sqlite_version).journal == journal


def test_only_ledgers_are_opened(tmp_path: Path) -> None:
    """Anything else is refused with a reason, and left as it is."""
    other = tmp_path / "other.ledger"
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("CREATE TABLE t (x)")
    text, empty = tmp_path / "text.ledger", tmp_path / "empty.ledger"
    text.write_text("title = 'A'")
    empty.touch()
    before = other.read_bytes()
    for path, told in (
        (tmp_path / "none.ledger", "there is no such file"),
        (tmp_path, "not a file"),
        (other, "this is not a ledger"),
        (text, "this is not a ledger"),
        (empty, "this is not a ledger"),
    ):
        with pytest.raises(UnreadableFile, match=told):
            ct.Ledger(path)
    assert before == other.read_bytes()
    with pytest.raises(UnreadableFile, match="private file"):
        ct.Ledger(tmp_path / "case.private.toml")


def test_nothing_is_made_over_a_file_that_is_there(ledger: ct.Ledger, tmp_path: Path) -> None:
    """Neither over a ledger nor over anything else, but an empty file may become one."""
    with pytest.raises(ct.ClaimtrackError, match="this file exists already"):
        ct.Ledger.create(ledger.path)
    (tmp_path / "empty.ledger").touch()
    ct.Ledger.create(tmp_path / "empty.ledger").close()
    with pytest.raises(UnreadableFile):
        ct.Ledger.create(tmp_path / "no folder" / "case.ledger")


def test_a_ledger_of_a_newer_version_is_left_alone(ledger: ct.Ledger) -> None:
    """It may hold what this version does not know."""
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    with pytest.raises(UnreadableFile, match="newer version"):
        ct.Ledger(ledger.path)


def test_a_step_that_is_lacking_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of an older version is brought up to date when it is opened, once."""
    path = tmp_path / "case.ledger"
    ct.Ledger.create(path).close()
    more = (*STEPS, ("CREATE TABLE later (x)",))
    monkeypatch.setattr("claimtrack.ledger.store.STEPS", more)
    for _ in range(2):
        ct.Ledger(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        assert len(more) == connection.execute("PRAGMA user_version").fetchone()[0]
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'later'").fetchall() == [("later",)]


def test_an_event_that_cannot_be_read_is_damage(ledger: ct.Ledger) -> None:
    """It is named by its number."""
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute("DROP TRIGGER events_are_not_changed")
        connection.execute("UPDATE events SET body = '{\"kind\":' WHERE number = 2")
    with pytest.raises(DamagedLedger, match="event 2"):
        ledger.casebook()


def test_a_store_can_be_anywhere(tmp_path: Path) -> None:
    """Whatever gives a connection can hold a ledger; the path is then a name alone."""
    path = tmp_path / "somewhere"
    path.touch()
    store = Store(connect(path), "here")
    store.create(b"salt")
    with ct.Ledger("here", store=store) as made:
        made.append(ct.events.event(FELL))
        assert made.head.count == 1


def test_the_whole_example_comes_back(tmp_path: Path) -> None:
    """The casebook of the border lockdowns goes through a ledger unchanged."""
    book = ct.read(EXAMPLE)
    with ct.Ledger.create(tmp_path / "border.ledger") as made:
        import_casebook(made, book)
        assert book == made.casebook()
        assert import_casebook(made, book).events == ()


def test_casebooks_are_imported_in_the_order_of_their_times(tmp_path: Path) -> None:
    """One that says what was known before what is in the ledger is refused: its difference would be another."""
    first = ct.Casebook(claims=(FELL,))
    with ct.Ledger.create(tmp_path / "case.ledger") as made:
        import_casebook(made, first, learned=moment_of("2021-03-05"))
        with pytest.raises(ct.ClaimtrackError, match="begin with the oldest"):
            import_casebook(made, ct.Casebook(), learned=moment_of("2021-03-01"))
        import_casebook(made, ct.Casebook(), learned=moment_of("2021-03-05"))
        assert ct.Casebook() == made.casebook()


def test_an_overtaken_writer_adds_nothing(ledger: ct.Ledger) -> None:
    """Events that were made from what is there are not appended to something else."""
    count = ledger.head.count
    ledger.append(ct.events.event(ct.events.Graded(id="kim", grade="A")), after=count)
    with pytest.raises(Overtaken, match="nothing was written"):
        ledger.append(ct.events.event(ct.events.Graded(id="kim", grade="E")), after=count)
    assert count + 1 == ledger.head.count


def test_opening_a_ledger_drops_no_lock_of_its_process(tmp_path: Path) -> None:
    """While one connection writes, another of the same process can come and go, and other processes still wait."""
    path = tmp_path / "case.ledger"
    with ct.Ledger.create(path) as writing:
        writing._store._run("BEGIN IMMEDIATE")
        ct.Ledger(path).close()
        other = f"import sqlite3; sqlite3.connect({str(path)!r}, timeout=0).execute('BEGIN IMMEDIATE')"
        ended = subprocess.run([sys.executable, "-c", other], capture_output=True, text=True, check=False)
        writing._store._run("ROLLBACK")
    assert "database is locked" in ended.stderr
