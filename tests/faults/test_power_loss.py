"""A ledger loses nothing that it acknowledged when the power is lost, wherever that happens."""

from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from itertools import count, islice
from random import Random

import pytest

from claimtrack.errors.base import ClaimtrackError
from claimtrack.history.events import Event, event
from claimtrack.ledger.store import Settings, settings_for
from claimtrack.model.claims import Claim
from faults.disk import Disk, PowerCut
from faults.workload import Done, batches, found_wrong, opened, worked
from profiles import by_profile

POINTS = by_profile(dev=150, ci=400, deep=20_000)
WEAK = 250
SURVIVALS = 3
"""How many ways each loss of power is survived in."""
_NEVER = 10**9

SAFE = (Settings("wal", "full"), Settings("delete", "extra"))
UNSAFE = (Settings("wal", "normal"), Settings("delete", "full"), Settings("delete", "off"))


def _named(settings: Settings) -> str:
    return f"{settings.journal}-{settings.synchronous}"


def _points(settings: Settings) -> Iterator[tuple[int, int, Sequence[Sequence[Event]]]]:
    """Every operation of a workload, then every operation of another, without an end: its seed, the operation, it."""
    for seed in count():
        given = batches(seed)
        cut = PowerCut(_NEVER)
        worked(Disk(before=cut), settings, given, Done())
        yield from ((seed, at, given) for at in range(cut.seen))


def _cut(settings: Settings, at: int, given: Sequence[Sequence[Event]]) -> tuple[Disk, Done]:
    """A disk that has lost its power at an operation, and how far the work had come."""
    done, cut = Done(), PowerCut(at)
    disk = Disk(before=cut)
    with suppress(ClaimtrackError):
        worked(disk, settings, given, done)
    assert cut.dark
    return disk, done


def _cut_again(files: dict[str, bytes], settings: Settings, chance: Random) -> dict[str, bytes]:
    """What is there when the power is lost once more while the ledger recovers."""
    disk = Disk(files, before=PowerCut(chance.randint(0, 12)))
    with suppress(ClaimtrackError), closing(opened(disk, settings)) as ledger:
        list(ledger.rows())
    return disk.after_crash(chance.getrandbits(32))


def _wrong_after(files: dict[str, bytes], settings: Settings, done: Done) -> list[str]:
    """What is wrong with the ledger that is found; it must also take an event."""
    try:
        ledger = opened(Disk(files), settings)
    except ClaimtrackError as error:
        return [] if done.head is None else [str(error)]
    try:
        wrong = found_wrong(ledger, done)
        before = ledger.head.count
        after = ledger.append(event(Claim(id="afterwards", text="The power is back."))).count
        return wrong if after == before + 1 else [*wrong, "it takes no event"]
    except ClaimtrackError as error:
        return [str(error)]
    finally:
        ledger.close()


@pytest.mark.parametrize("settings", SAFE, ids=_named)
def test_nothing_that_was_acknowledged_is_lost(settings: Settings) -> None:
    """At every operation: all that was acknowledged is there, a batch wholly or not at all, and the chain is intact."""
    wrong: list[tuple[int, int, list[str]]] = []
    for seed, at, given in islice(_points(settings), POINTS):
        disk, done = _cut(settings, at, given)
        chance = Random(seed * 1_000_003 + at)
        for survival in range(SURVIVALS):
            files = disk.after_crash(chance.getrandbits(32))
            if survival == 0:
                files = _cut_again(files, settings, chance)
            found = _wrong_after(files, settings, done)
            wrong += [(seed, at, found)] if found else []
    assert wrong == []


@pytest.mark.parametrize("settings", UNSAFE, ids=_named)
def test_the_same_search_finds_what_weaker_settings_lose(settings: Settings) -> None:
    """With less waiting for the disk, acknowledged events are lost, and the search sees it."""
    lost = 0
    for seed, at, given in islice(_points(settings), WEAK):
        disk, done = _cut(settings, at, given)
        files = disk.after_crash(seed * 1_000_003 + at)
        try:
            ledger = opened(Disk(files), settings)
        except ClaimtrackError:
            lost += len(done.subjects)
            continue
        try:
            lost += max(0, len(done.subjects) - sum(1 for _ in ledger.rows()))
        except ClaimtrackError:
            lost += len(done.subjects)
        finally:
            ledger.close()
    assert lost > 0


def test_the_settings_that_are_taken_are_among_the_safe_ones() -> None:
    """Whatever the version of SQLite, a ledger is written with settings that were searched for losses."""
    assert {settings_for(version) for version in ("3.7.0", "3.40.1", "3.51.2", "3.51.3", "4.0.0")} == set(SAFE)
