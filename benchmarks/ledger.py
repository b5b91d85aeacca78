"""How much a ledger costs: appends, batches, one record as of a date, replay, and histories, each beside its peer.

    python benchmarks/ledger.py [EVENTS_FOR_ONE_RECORD [EVENTS_FOR_REPLAY]]

Appends are held against a raw write and fsync of the same bytes in the same folder, batches against making the same
rows without storing them, replay against reading and decoding the same events, the history of
one claim against scoring the whole casebook once. A write-ahead log is measured as well
where apsw is installed, which brings an SQLite that is new enough for it.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from claimtrack._records import evolve
from claimtrack._shortcut import score
from claimtrack.dates import moment_of
from claimtrack.history.events import Event, Graded, event
from claimtrack.history.replay import replay
from claimtrack.ledger.chain import chain_hash, genesis_hash
from claimtrack.ledger.event_json import event_text
from claimtrack.ledger.ledger import Ledger
from claimtrack.ledger.store import Settings, Store
from claimtrack.model.claims import Claim
from claimtrack.model.sources import Source
from claimtrack.model.statements import Statement
from claimtrack.tracking.score_history import track_score

_ROUNDS = 5
_APPENDS = 400
_BATCH = 10_000
_TARGETS = 1_000
_MICRO = 1e6


def main() -> None:
    """Print the figures."""
    sizes = [int(word) for word in sys.argv[1:]]
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        here = Path(folder)
        _appends(here)
        _batches(here)
        _one_record(here, sizes[0] if sizes else 1_000_000)
        _replay(here, sizes[1] if len(sizes) > 1 else 100_000)
    _history(20_000)


def statements(count: int) -> list[Event]:
    """Sources, claims and so many events in all, most of them statements and some of them grades."""
    made = [event(Source(id=f"source-{number}", name=f"Source {number}", reliability="C")) for number in range(100)]
    made += [event(Claim(id=f"claim-{number}", text=f"The thing number {number} is so.")) for number in range(1000)]
    for number in range(len(made), count):
        if number % 10:
            said = Statement(
                id=f"said-{number}",
                origin=f"source-{number % 100}",
                claim=f"claim-{number % 1000}",
                stance="asserts",
                lineage="witnessed",
                quote="It was so, and I saw it with my own eyes.",
            )
            made.append(event(said))
        else:
            made.append(event(Graded(id=f"source-{number % 100}", grade="B" if number % 20 else "C")))
    return made


def stores(folder: Path) -> dict[str, Callable[[], Ledger]]:
    """Ways to open a new ledger: as this Python's SQLite is told to write, and with a write-ahead log."""
    found = {"as chosen": lambda: Ledger.create(folder / f"chosen-{time.monotonic_ns()}.ledger")}
    try:
        import apsw  # noqa: PLC0415
    except ModuleNotFoundError:
        return found

    class _Connection(apsw.Connection):
        Error = apsw.Error

    def logged() -> Ledger:
        name = str(folder / f"logged-{time.monotonic_ns()}.ledger")
        store = Store(_Connection(name), name, settings=Settings("wal", "full"))
        store.create(b"")
        return Ledger(name, store=store)

    return {**found, "write-ahead log, FULL": logged}


def _appends(folder: Path) -> None:
    body = event_text(_dated(event(Claim(id="claim-0", text="The thing number 0 is so."))))
    for name, opened in stores(folder).items():
        ratios = []
        with opened() as ledger:
            for number in range(_ROUNDS + 1):
                start = time.perf_counter()
                for place in range(_APPENDS):
                    ledger.append(event(Claim(id=f"claim-{number}-{place}", text="The thing is so.")))
                appended = time.perf_counter() - start
                ratios.append(appended / _raw(folder / "raw", body.encode()))
        first, *rest = ratios
        told = f"{median(rest):.2f} times a raw write and fsync"
        print(f"durable appends, {name}: {told} (the first {_APPENDS} of a new file: {first:.2f})")


def _raw(path: Path, line: bytes) -> float:
    handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    start = time.perf_counter()
    for _ in range(_APPENDS):
        os.write(handle, line)
        os.fsync(handle)
    took = time.perf_counter() - start
    os.close(handle)
    return took


def _dated(one: Event) -> Event:
    moment = moment_of("2021-03-30")
    return evolve(one, learned=moment, recorded=moment)


def _batches(folder: Path) -> None:
    events = statements(_BATCH)
    for name, opened in stores(folder).items():
        shares = []
        for _ in range(_ROUNDS):
            start = time.perf_counter()
            before = genesis_hash(b"")
            for one in events:
                before = chain_hash(before, event_text(_dated(one)))
            bare = time.perf_counter() - start
            with opened() as ledger:
                start = time.perf_counter()
                ledger.append(*events)
                shares.append(bare / (time.perf_counter() - start))
        print(f"batches of {_BATCH:,}, {name}: {median(shares):.2f} of the rate without storage")


def _one_record(folder: Path, count: int) -> None:
    path = folder / "many.ledger"
    with Ledger.create(path) as ledger:
        events = statements(count)
        for start in range(0, count, 50_000):
            ledger.append(*events[start : start + 50_000])
        then = moment_of("2100-01-01")
        names = [events[place].what.id for place in range(2001, count, max(11, count // _TARGETS)) if place % 10]
        rounds = []
        for _ in range(_ROUNDS):
            start = time.perf_counter()
            for name in names:
                ledger.record("statements", name, as_of=then)
            rounds.append((time.perf_counter() - start) / len(names))
    print(f"one record as of a date among {count:,} events: {median(rounds) * _MICRO:.0f} microseconds")


def _replay(folder: Path, count: int) -> None:
    path = folder / "replay.ledger"
    with Ledger.create(path) as ledger:
        ledger.append(*statements(count))
        ratios, bare = [], []
        for _ in range(_ROUNDS):
            start = time.perf_counter()
            for row in ledger.rows():
                json.loads(row.body)
            read = time.perf_counter() - start
            start = time.perf_counter()
            events = list(ledger.events())
            decoded = time.perf_counter() - start
            start = time.perf_counter()
            replay(events)
            whole = decoded + time.perf_counter() - start
            ratios.append(whole / decoded)
            bare.append(whole / read)
    print(f"replay of {count:,} events: {median(ratios):.2f} times reading and decoding them into events")
    print(f"                          {median(bare):.2f} times reading them as plain JSON")


def _history(count: int) -> None:
    """Each event learned at a moment of its own, so that every one of them could have moved the claim."""
    first = moment_of("2021-01-01")
    events = []
    for one in statements(count):
        first = first.next()
        events.append(evolve(one, learned=first))
    book = replay(events)
    ratios, changes = [], 0
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        score(book)
        scored = time.perf_counter() - start
        start = time.perf_counter()
        changes = len(track_score(events, "claim-7").points)
        ratios.append((time.perf_counter() - start) / scored)
    told = f"{median(ratios):.2f} times scoring the whole casebook once"
    print(f"history of a claim with {changes} changes among {count:,} events: {told}")


if __name__ == "__main__":
    main()
