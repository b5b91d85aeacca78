"""A disk that fails, is full, refuses to be written or gives back other bytes: no event is lost or altered unseen."""

import sqlite3
from contextlib import closing, suppress
from itertools import count
from pathlib import Path
from random import Random

import pytest

from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import DamagedLedger, UnreadableFile
from claimtrack.errors.problems import DuplicateId
from claimtrack.history.events import event
from claimtrack.ledger.chain import Head, Row
from claimtrack.ledger.event_json import event_text
from claimtrack.ledger.import_export import salvage
from claimtrack.ledger.ledger import Ledger
from claimtrack.ledger.store import Settings, Store
from claimtrack.ledger.verification import verify
from claimtrack.model.claims import Claim
from faults.disk import Disk, Fault
from faults.workload import NOW, Done, batches, created, found_wrong, opened, worked
from profiles import by_profile
from scaling import calls

DAMAGED, SALVAGED = by_profile(dev=(150, 30), ci=(400, 80), deep=(5_000, 5_000))
EVENTS = 60
_GIVEN = batches(1, events=6)
FEW_CALLS = 100_000
_LATER = event(Claim(id="later", text="The disk works again."))

SAFE = (Settings("wal", "full"), Settings("delete", "extra"))
KINDS = ("an error", "errors from then on", "once full", "full from then on")


def _named(settings: Settings) -> str:
    return f"{settings.journal}-{settings.synchronous}"


def _on_another_day(files: dict[str, bytes], settings: Settings, done: Done) -> list[str]:
    """What is wrong with the ledger on a disk that works; it must also take an event."""
    with closing(opened(Disk(files), settings)) as ledger:
        wrong = found_wrong(ledger, done)
        before = ledger.head.count
        return wrong if ledger.append(_LATER).count == before + 1 else [*wrong, "it takes no event"]


def _failing(settings: Settings, fault: Fault) -> tuple[list[str], str | None]:
    """What is wrong after a failure; and what failed, where an event that was refused is there nevertheless."""
    disk, done = Disk(before=fault), Done()
    try:
        ledger = created(disk, settings)
    except (UnreadableFile, DamagedLedger):
        with suppress(UnreadableFile, DamagedLedger):
            return _on_another_day(disk.files(), settings, done), None
        return [], None
    wrong, there = [], None
    with closing(ledger):
        for events in _GIVEN:
            done.under_way = [f"claims/{one.what.id}" for one in events]
            try:
                done.head = ledger.append(*events)
            except (UnreadableFile, DamagedLedger):
                wrong += _on_another_day(disk.files(), settings, done)  # whoever wrote has died of it
                fault.mend()
                try:
                    done.head = ledger.append(*events)
                except DuplicateId:
                    done.head, there = ledger.head, fault.failed[0][0]
            done.subjects += done.under_way
            done.under_way = []
        fault.mend()
        wrong += found_wrong(ledger, done)
    return wrong + _on_another_day(disk.files(), settings, done), there


@pytest.mark.parametrize("settings", SAFE, ids=_named)
@pytest.mark.parametrize("kind", KINDS)
def test_a_disk_that_fails_costs_nothing_that_was_acknowledged(settings: Settings, kind: str) -> None:
    """At every operation: what fails is a clear refusal, all before it stays, and it works once the disk does.

    What was refused is not there. Only where the journal was deleted, and that the deletion is on the disk could not
    be found out, it is: to refuse it is on the safe side then.
    """
    wrong, there = [], set()
    for at in count():
        fault = Fault(at, full="full" in kind, lasting="then on" in kind)
        found, nevertheless = _failing(settings, fault)
        wrong += [(at, fault.failed[:1], found)] if found else []
        there |= {nevertheless}
        if not fault.failed:
            break
    assert at > 40
    assert wrong == []
    assert there <= {None, "sync the directory"}


@pytest.mark.parametrize("settings", SAFE, ids=_named)
def test_a_disk_that_cannot_be_read_is_a_clear_refusal(settings: Settings) -> None:
    """At every operation of opening and reading: the events as they are, or an error of the library."""
    disk, done = Disk(), Done()
    worked(disk, settings, _GIVEN, done)
    refused = 0
    for at in count():
        fault = Fault(at)
        try:
            with closing(opened(Disk(disk.files(), before=fault), settings)) as ledger:
                assert done.subjects == [row.subject for row in ledger.rows()]
                assert len(ledger.casebook().claims) == len(done.subjects)
        except (UnreadableFile, DamagedLedger):
            refused += 1
        if not fault.failed:
            break
    assert refused > 3


def test_a_disk_that_refuses_to_be_written_can_be_read() -> None:
    """A ledger on such a disk says that it cannot be written, changes nothing and gives its events."""
    settings = Settings("delete", "extra")
    disk, done = Disk(), Done()
    worked(disk, settings, _GIVEN, done)
    locked = Disk(disk.files(), read_only=True)
    with closing(opened(locked, settings)) as ledger:
        with pytest.raises(UnreadableFile, match=r"readonly|read-only"):
            ledger.append(_LATER)
        assert found_wrong(ledger, done) == []
        assert done.head == ledger.head
    assert disk.files() == locked.files()


def test_a_connection_that_only_reads_can_be_read(tmp_path: Path) -> None:
    """The same with a connection of the standard library."""
    path = tmp_path / "case.ledger"
    with Ledger.create(path) as ledger:
        head = ledger.append(event(Claim(id="fell", text="The bridge fell.")))
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    with Ledger(path, store=Store(connection, str(path))) as ledger:
        with pytest.raises(UnreadableFile, match="readonly"):
            ledger.append(_LATER)
        assert head == ledger.head
        assert [one.what.id for one in ledger.events()] == ["fell"]


# --- bytes that are not those that were written ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Head, list[Row]]:
    """The bytes of a ledger of some 60 events, where it ends, and its rows."""
    path = tmp_path_factory.mktemp("written") / "case.ledger"
    chance = Random(60)
    with Ledger.create(path, clock=lambda: NOW, salt=b"a salt") as ledger:
        for number in range(EVENTS):
            text = "".join(chance.choices("abc de", k=chance.choice((20, 90, 400, 400, 6000))))
            ledger.append(event(Claim(id=f"c-{number}", text=text)))
        head, rows = ledger.head, list(ledger.rows())
    return path.read_bytes(), head, rows


def _damaged(data: bytes, seed: int) -> bytes:
    """Bytes that were cut off, or of which some bits are otherwise, by a seed."""
    chance = Random(seed)
    if seed % 4 == 0:
        size = chance.choice((chance.randrange(len(data)), chance.randrange(len(data) // 512) * 512))
        return data[:size]
    first = chance.choice((100, 4096, len(data), len(data), len(data)))  # the heads of the file more often
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 40))):
        changed[chance.randrange(first)] ^= 1 << chance.randrange(8)
    return bytes(changed)


def test_no_damage_passes_for_what_was_written(written: tuple[bytes, Head, list[Row]], tmp_path: Path) -> None:
    """A file that was cut off or altered is refused, or found damaged, or gives the events as they were."""
    data, head, rows = written
    path = tmp_path / "case.ledger"
    passed, wrong = 0, []
    for seed in range(DAMAGED):
        path.write_bytes(_damaged(data, seed))
        try:
            intact = verify(path, pinned=[head]).intact
        except (UnreadableFile, DamagedLedger):
            continue
        if intact:
            passed += 1
            with Ledger(path) as ledger:
                wrong += [seed] if list(ledger.rows()) != rows else []
    assert wrong == []
    assert passed < DAMAGED / 2


def test_salvage_gives_only_what_was_written(written: tuple[bytes, Head, list[Row]], tmp_path: Path) -> None:
    """From a file that was cut off or altered come events that were written, or an error of the library."""
    data, _, rows = written
    known = {row.body for row in rows}
    path = tmp_path / "case.ledger"
    saved, wrong = 0, []
    for seed in range(SALVAGED):
        path.write_bytes(_damaged(data, seed))
        with suppress(ClaimtrackError):
            texts = [event_text(one) for one in salvage(path).events]
            saved += len(texts)
            wrong += [seed] if not known.issuperset(texts) else []
    assert saved > EVENTS * SALVAGED / 4
    assert wrong == []


def test_an_event_with_a_number_far_away_costs_no_salvage_its_end(tmp_path: Path) -> None:
    """A file that says that it has an event of number 2**62 is salvaged as soon as any."""
    path = tmp_path / "case.ledger"
    with Ledger.create(path) as ledger:
        ledger.append(event(Claim(id="fell", text="The bridge fell.")))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO events SELECT ?, subject, body, hash FROM events", (2**62,))
    assert calls(lambda: salvage(path), most=FEW_CALLS) > 0
