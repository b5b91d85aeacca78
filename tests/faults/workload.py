"""What is done to a ledger while its disk fails, and what of it must be found afterwards."""

from collections.abc import Sequence
from random import Random

from claimtrack.dates import Moment
from claimtrack.errors.failures import UnreadableFile
from claimtrack.history.events import Event, event
from claimtrack.ledger.chain import Head, find_damages
from claimtrack.ledger.ledger import Ledger
from claimtrack.ledger.store import Settings, Store
from claimtrack.model.claims import Claim
from faults.disk import Connected, Disk

__all__ = ["NAME", "NOW", "Done", "batches", "created", "found_wrong", "opened", "worked"]

NAME = "case.ledger"
_SALT = b"a salt"
NOW = Moment("2021-03-30T09:15:00.000000Z")
_BATCH = 6


class Done:
    """How far the work has come: what the ledger has acknowledged, and what it was given and has not answered for."""

    def __init__(self) -> None:
        self.head: Head | None = None
        self.subjects: list[str] = []
        self.under_way: list[str] = []


def batches(seed: int, *, events: int = 12) -> list[tuple[Event, ...]]:
    """Single events of many lengths, and one batch among them."""
    chance = Random(seed)
    sizes = [1] * events
    sizes[chance.randrange(events)] = _BATCH
    return [
        tuple(
            event(Claim(id=f"c-{place}-{one}", text="".join(chance.choices("abc de", k=chance.choice((9, 300, 2500))))))
            for one in range(size)
        )
        for place, size in enumerate(sizes)
    ]


def created(disk: Disk, settings: Settings) -> Ledger:
    """A new ledger on a disk; its file is made first, as `Ledger.create` makes it."""
    disk.touch(NAME)
    store = _store(disk, settings)
    try:
        store.create(_SALT)
    except BaseException:
        store.close()
        raise
    return Ledger(NAME, clock=lambda: NOW, store=store)


def opened(disk: Disk, settings: Settings) -> Ledger:
    """The ledger that is on a disk."""
    return Ledger(NAME, clock=lambda: NOW, store=_store(disk, settings))


def _store(disk: Disk, settings: Settings) -> Store:
    try:
        connection = Connected(disk, NAME, journal=settings.journal)
    except Connected.Error as error:  # as for any file that cannot be opened
        raise UnreadableFile(path=NAME, reason=str(error)) from None
    return Store(connection, NAME, settings=settings)


def worked(disk: Disk, settings: Settings, given: Sequence[Sequence[Event]], done: Done) -> None:
    """Create a ledger and append batches; half way it is closed and opened again."""
    ledger = created(disk, settings)
    try:
        done.head = ledger.head
        for place, events in enumerate(given):
            if place == len(given) // 2:
                ledger.close()
                ledger = opened(disk, settings)
            done.under_way = [f"claims/{one.what.id}" for one in events]
            done.head = ledger.append(*events)
            done.subjects += done.under_way
            done.under_way = []
    finally:
        ledger.close()


def found_wrong(ledger: Ledger, done: Done) -> list[str]:
    """What in a ledger differs from what was acknowledged: lost, damaged, half there, or never given."""
    store = ledger._store
    rows = list(store.rows())
    pinned = () if done.head is None else (done.head,)
    wrong = [*map(str, find_damages(store.salt, rows, pinned=pinned)), *store.integrity_errors()]
    subjects = [row.subject for row in rows]
    if subjects not in (done.subjects, done.subjects + done.under_way):
        wrong.append(f"{len(subjects)} events, and {len(done.subjects)} and {len(done.under_way)} were given")
    return wrong
