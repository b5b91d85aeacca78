"""A process that appends and is killed at any moment has lost nothing that it said was appended."""

import time
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from random import Random

from claimtrack.ledger.chain import chain_hash
from claimtrack.ledger.ledger import Ledger
from claimtrack.ledger.verification import verify
from faults.processes import appending, heard, last_words, let_go, until_ready
from profiles import by_profile

KILLS = by_profile(dev=8, ci=25, deep=2_000)
_MOST = 12
"""Events that one appends, at most, before it is killed."""
_MANY = 100_000


def test_a_killed_writer_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    """After each kill: all that it said is there, at most one event more, and each goes on from the one before."""
    path, chance = tmp_path / "case.ledger", Random(9)
    Ledger.create(path).close()
    wrong, said = [], 0
    with ExitStack() as stack:
        waiting = stack.enter_context(appending(path, "k0", first=0, many=_MANY))
        for kill in range(KILLS):
            process = waiting
            until_ready(process)
            let_go(process)
            waiting = stack.enter_context(appending(path, f"k{kill + 1}", first=0, many=_MANY))
            told = heard(process, chance.randint(1, _MOST))
            _moment(chance.random())
            process.kill()
            told += last_words(process)
            said += len(told)
            wrong += [(kill, found) for found in _wrong(path, f"k{kill}", told)]
        waiting.kill()
        waiting.communicate()
    assert wrong == []
    assert said >= KILLS
    with Ledger(path) as ledger:
        assert verify(path, pinned=[ledger.head]).intact
        assert said <= ledger.head.count <= said + KILLS


def _moment(part: float) -> None:
    """A part of the time that an append takes, so that the kill comes anywhere within one."""
    time.sleep(part * 0.005)


def _wrong(path: Path, name: str, told: list[str]) -> list[str]:
    """What is wrong with the last events of a ledger, those of the process that was killed."""
    with Ledger(path) as ledger:
        most = ledger.head.count
        rows = list(ledger._store.rows(max(0, most - len(told) - 2)))
        mine = [row for row in rows if row.subject.startswith(f"claims/{name}-")]
        numbers = [row.subject.removeprefix(f"claims/{name}-") for row in mine]
        wrong = [] if numbers[: len(told)] == told and len(numbers) <= len(told) + 1 else [f"{told}, {numbers}"]
        wrong += [] if rows[len(rows) - len(mine) :] == mine else ["others stand among them"]
        wrong += [
            f"{b.number}" for a, b in pairwise(rows) if b.number != a.number + 1 or chain_hash(a.hash, b.body) != b.hash
        ]
        return wrong
