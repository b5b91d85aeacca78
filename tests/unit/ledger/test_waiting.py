"""Waiting for a ledger that another process uses: it is said after a second, and it ends."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import claimtrack as ct
from claimtrack.errors.failures import LedgerBusy
from claimtrack.ledger.connections import connect
from claimtrack.ledger.ledger import Ledger
from claimtrack.ledger.lock import Patience, queue_writers
from claimtrack.ledger.store import Store
from claimtrack.ledger.verification import verify

FELL = ct.events.event(ct.Claim(id="fell", text="It fell."))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty ledger."""
    Ledger.create(tmp_path / "case.ledger").close()
    return tmp_path / "case.ledger"


@pytest.fixture
def locked(path: Path) -> Iterator[None]:
    """The file of the ledger is locked for all others."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


class Slow:
    """A connection whose lock another process holds for a number of turns; it does not wait itself."""

    Error = sqlite3.Error

    def __init__(self, path: Path, turns: int) -> None:
        self.connection, self.turns, self.asked = connect(path), turns, 0

    def execute(self, sql: str, parameters: Any = ()) -> Any:
        """Refuse to begin until the turns are over."""
        if sql.startswith("BEGIN"):
            self.asked += 1
            if self.asked <= self.turns:
                raise sqlite3.OperationalError("database is locked")
        return self.connection.execute(sql, parameters)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()


@pytest.mark.parametrize(("turns", "seconds", "told"), [(0, 5, 0), (1, 5, 1), (3, 5, 1), (4, 5, 1)])
def test_who_waits_says_so_once_and_goes_on(path: Path, turns: int, seconds: int, told: int) -> None:
    """After the first turn of a second it is told, once; when the lock comes, all is as if nothing had been."""
    said: list[int] = []
    slow = Slow(path, turns)
    patience = Patience(seconds=seconds, tell=lambda: said.append(slow.asked))
    with Ledger(path, store=Store(slow, str(path), patience=patience)) as ledger:
        assert ledger.append(FELL).count == 1
    assert [1] * told == said
    assert turns + 1 == slow.asked


def test_waiting_ends(path: Path) -> None:
    """After as many turns as it has patience for, it is an error that says how long it waited; nothing is written."""
    slow = Slow(path, 1_000)
    with Ledger(path, store=Store(slow, str(path), patience=Patience(seconds=5))) as ledger:
        with pytest.raises(LedgerBusy, match="another process is using this ledger; gave up after 5 seconds"):
            ledger.append(FELL)
        assert slow.asked == 5
        assert ledger.head.count == 0


@pytest.mark.usefixtures("locked")
@pytest.mark.parametrize(
    "use",
    [
        lambda path, patience: Ledger(path, patience=patience),
        lambda path, patience: Ledger(path, read_only=True, patience=patience),
        lambda path, patience: verify(path, patience=patience),
        lambda path, patience: ct.ledger.salvage(path, patience=patience),
    ],
    ids=["open", "read", "verify", "salvage"],
)
def test_nobody_takes_a_busy_ledger_for_a_damaged_one(path: Path, use: Callable[[Path, Patience], object]) -> None:
    """Whoever comes to a ledger that is locked is told so, without waiting where there is no patience."""
    with pytest.raises(LedgerBusy):
        use(path, Patience(seconds=0))


def test_the_limit_is_set_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """`wait` is one of the limits, and a minute if nobody sets it."""
    assert Patience().seconds == 60
    monkeypatch.setenv("CLAIMTRACK_LIMITS", "wait=7")
    assert Patience().seconds == 7


_HOLDS = """
import fcntl, os, sys
fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def held(path: Path) -> "Iterator[subprocess.Popen[str]]":
    """Another process that has locked the folder, until it is let go."""
    pytest.importorskip("fcntl")
    words = [sys.executable, "-c", _HOLDS, str(path.parent)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def let_go(process: "subprocess.Popen[str]") -> None:
    """Let it end, and its lock with it."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_a_limit_may_be_longer_than_a_computer_can_wait(path: Path, held: "subprocess.Popen[str]") -> None:
    """Whoever says so waits until it is their turn."""
    patience = Patience(seconds=10**18, tell=lambda: let_go(held))
    with Ledger(path, patience=patience) as ledger:
        ledger.append(FELL)
        assert ledger.head.count == 1


@pytest.mark.usefixtures("held")
def test_a_lock_on_the_folder_blocks_for_a_time_only(path: Path) -> None:
    """Any process may hold it; whoever waits says so after a second and gives up, and readers do not wait at all."""
    said: list[str] = []
    with Ledger(path, patience=Patience(seconds=2, tell=lambda: said.append("waiting"))) as ledger:
        with pytest.raises(LedgerBusy, match="gave up after 2 seconds"):
            ledger.append(FELL)
        assert said == ["waiting"]
        assert ledger.head.count == 0
    with Ledger(path, patience=Patience(seconds=0)) as ledger, pytest.raises(LedgerBusy):
        ledger.append(FELL)
    assert verify(path, patience=Patience(seconds=0)).intact


def test_the_queue_goes_on_when_its_first_has_gone(path: Path, held: "subprocess.Popen[str]") -> None:
    """Who waits is next as soon as the lock is free, whenever that is."""
    with queue_writers(path, Patience(seconds=600, tell=lambda: let_go(held))):
        assert held.wait() == 0
    with queue_writers(path, Patience(seconds=0)):
        pass
