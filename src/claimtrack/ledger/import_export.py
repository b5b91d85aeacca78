"""Import casebooks and other ledgers' events into a ledger, export a ledger, and salvage a damaged one."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from claimtrack._records import evolve, record
from claimtrack.dates import Moment
from claimtrack.errors.failures import DamagedLedger, InvalidCasebook, WrongUse
from claimtrack.errors.problems import Problem
from claimtrack.history.diff import events_between
from claimtrack.history.events import Event
from claimtrack.history.replay import state_of
from claimtrack.io.atomic import write_atomic
from claimtrack.ledger.chain import Head, Row, chain_hash, find_damages, genesis_hash
from claimtrack.ledger.event_json import event_text, load_event
from claimtrack.ledger.jsonl import dump_lines, read_events, read_rows
from claimtrack.ledger.ledger import Ledger, reading_store
from claimtrack.ledger.lock import Patience
from claimtrack.ledger.recording_times import find_misdated
from claimtrack.model.casebook import Casebook


@record
class Imported:
    """The result of an import."""

    events: tuple[Event, ...]
    """The events that were appended."""
    head: Head
    """The new head of the ledger."""


@record
class Salvaged:
    """What is left of a damaged ledger."""

    events: tuple[Event, ...]
    """The events that are as they were written, in order."""
    seen: int
    """The number of rows that could be read at all."""


def import_casebook(
    ledger: Ledger,
    casebook: Casebook,
    *,
    because: str = "imported",
    by: str | None = None,
    learned: Moment | None = None,
) -> Imported:
    """Append the events that turn what a ledger holds into a casebook; confidential fields are left out.

    Args:
        ledger: where to append.
        casebook: what the ledger is to hold afterwards.
        because: the reason of corrections and removals.
        by: who enters them.
        learned: when the casebook was known, if not now. Nothing in the ledger may have been learned later, since a
            casebook is everything that was known at its time.

    Raises:
        WrongUse: something in the ledger was learned later.
        Overtaken: another process has appended meanwhile.
        UnreadableFile: the ledger cannot be written; nothing was appended.

    Cost: linear in the events and records.
    """
    known = list(ledger.events())
    late = max((one.learned for one in known if one.learned is not None), key=str, default=None)
    if learned is not None and late is not None and learned < late:
        reason = f"a casebook of {learned.day} cannot come after what was learned on {late.day}; begin with the oldest"
        raise WrongUse(reason=reason)
    made = events_between(state_of(known), casebook, because=because, by=by)
    events = made if learned is None else tuple(evolve(one, learned=learned) for one in made)
    return Imported(events=events, head=ledger.append(*events, after=len(known)))


def import_lines(ledger: Ledger, path: str | Path) -> Imported:
    """Append the events of a `.jsonl` file that the ledger does not have yet.

    An empty ledger takes an exported one with its times and hashes, and is the same ledger then. A ledger that has
    events records what it lacks now, whatever the lines say, since anybody could have written them: what it believed
    before stays as it was. When each event was learned is kept.

    Raises:
        InvalidCasebook: lines hold no event, or the events do not fit the casebook.
        DamagedLedger: the lines were exported from a ledger and changed since, or one of them says that it was recorded
            before the one before it, or in the future.
        WrongUse: an event was learned in the future.
        LedgerBusy: another process used the ledger all the while.
        UnreadableFile: a file cannot be read or written.

    Cost: linear in both.
    """
    found = Path(path)
    whole = _exported(found, ledger.now())
    known = list(ledger.events())
    try:
        if whole is not None and not known:
            salt, rows = whole
            head = ledger.append_rows(rows, salt=salt)
            return Imported(events=tuple(load_event(row.body) for row in rows), head=head)
        said = set(map(_said, known))
        lacking = {line: event for line, event in read_events(found).items() if _said(event) not in said}
        _refuse_learned_later(lacking, ledger.now(), str(path))
        events = tuple(evolve(event, recorded=None) for event in lacking.values())
        state_of([*known, *events]).casebook()
        return Imported(events=events, head=ledger.append(*events, after=len(known)))
    except Problem as problem:
        raise InvalidCasebook(problems=(problem,), path=str(path)) from None


def _exported(path: Path, now: Moment) -> tuple[bytes, list[Row]] | None:
    """The salt and the verified rows of an exported ledger; None for any other lines."""
    try:
        salt, rows = read_rows(path)
    except InvalidCasebook:
        return None
    damages = [*find_damages(salt, rows)] or [*find_misdated(rows, now=now)]
    if damages:
        told = (f"line {1 + (one.number or 0)}, event {one.number}: {one.says}" for one in damages)
        raise DamagedLedger(path=str(path), damages=tuple(told))
    return salt, rows


def _refuse_learned_later(events: Mapping[int, Event], now: Moment, path: str) -> None:
    for line, event in events.items():
        if event.learned is not None and now < event.learned:
            reason = f"{path}: line {line}: it says that it was learned at {event.learned}, and now it is {now}"
            raise WrongUse(reason=reason)


def _said(event: Event) -> str:
    return event_text(evolve(event, recorded=None))


def export_lines(ledger: Ledger, path: str | Path | None = None) -> str:
    """A ledger as lines of JSON, which are also written to a file that only the owner can read, if one is named.

    Raises:
        UnreadableFile: the file cannot be written.
    """
    text = "".join(dump_lines(ledger.salt, ledger.rows()))
    if path is not None:
        write_atomic(Path(path), text.encode(), private=True)
    return text


def salvage(path: str | Path, *, patience: Patience | None = None) -> Salvaged:
    """The events of a damaged ledger that are provably as they were written; no byte of the file changes.

    An event is proven by its hash and that of the event before it. So the first event after a lost one cannot be
    proven, and is left out too.

    Args:
        path: the file of the ledger.
        patience: how long to wait for other processes that use the file; None as long as the limit `wait` says.

    Raises:
        LedgerBusy: another process used it all the while.
        UnreadableFile: the file cannot be read at all, or is not a ledger.
        DamagedLedger: its salt cannot be read, or its tables are not those of a ledger.
    """
    store = reading_store(Path(path), patience)
    try:
        store.check()
        salt = store.salt
        rows = list(store.intact_rows())
    finally:
        store.close()
    return Salvaged(events=tuple(load_event(row.body) for row in _proven(salt, rows)), seen=len(rows))


def _proven(salt: bytes, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows that their own hash, or that of the next row, proves to follow the row before."""
    # A row whose hash does not match has either a changed body or a changed hash. If the next row matches a hash
    # recomputed from this body, it was only the hash that was changed, and both rows are as they were written.
    kept = before = genesis_hash(salt)
    number = 0
    doubted: Row | None = None
    for row in rows:
        follows = row.number == number + 1
        if follows and chain_hash(kept, row.body) == row.hash:
            yield row
            doubted = None
        elif follows and doubted is not None and chain_hash(chain_hash(before, doubted.body), row.body) == row.hash:
            yield from (doubted, row)
            doubted = None
        else:
            doubted, before = (row if follows else None), kept
        kept, number = row.hash, row.number
