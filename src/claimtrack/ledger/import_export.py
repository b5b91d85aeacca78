"""Importing and exporting: what a ledger takes from a casebook or from another ledger, and gives to it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimtrack._records import evolve, record
from claimtrack.dates import Moment
from claimtrack.errors.failures import DamagedLedger, InvalidCasebook, WrongUse
from claimtrack.history.diff import events_between
from claimtrack.history.events import Event
from claimtrack.history.replay import state_of
from claimtrack.io.atomic import write_atomic
from claimtrack.ledger.chain import Head, Row, chained, damages_of, genesis
from claimtrack.ledger.event_json import event_text, load_event
from claimtrack.ledger.ledger import Ledger
from claimtrack.ledger.lines import dump_lines, read_events, read_rows
from claimtrack.ledger.store import Store, connected
from claimtrack.model.casebook import Casebook


@record
class Imported:
    """What was taken."""

    events: tuple[Event, ...]
    """The events that are new."""
    head: Head
    """Where the ledger ends now."""


@record
class Salvaged:
    """What is left of a damaged ledger."""

    events: tuple[Event, ...]
    """The events that are as they were written."""
    seen: int
    """How many rows could be read at all."""


def import_casebook(
    ledger: Ledger,
    casebook: Casebook,
    *,
    because: str = "imported",
    by: str | None = None,
    learned: Moment | None = None,
) -> Imported:
    """Append the events of the difference between what a ledger holds and a casebook; none where there is none.

    Confidential fields are no part of it.

    Args:
        ledger: where to append.
        casebook: what the ledger is to hold afterwards.
        because: why, for what is corrected or removed.
        by: who enters it.
        learned: when it was learned, if not now; nothing in the ledger may have been learned later, since a casebook
            says all that is known at its time.

    Raises:
        WrongUse: something was learned later.
        Overtaken: somebody else has appended meanwhile.
        UnreadableFile: the ledger cannot be written; nothing of it was.

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
    """Append the events of a file of lines that the ledger does not have yet.

    The lines of a ledger that begin as this one, or that come into an empty one, are taken whole, with their times and
    hashes. Otherwise events that carry times keep them; when they are recorded is now.

    Raises:
        InvalidCasebook: lines hold no event, or the events do not fit the casebook.
        DamagedLedger: the lines are of a ledger, and not as they were written.
        UnreadableFile: a file cannot be read or written.

    Cost: linear in both.
    """
    found = Path(path)
    whole = _exported(found)
    rows = None if whole is None else _after(ledger, *whole)
    if whole is not None and rows is not None:
        head = ledger.go_on_with(rows, salt=whole[0])
        return Imported(events=tuple(load_event(row.body) for row in rows), head=head)
    known = list(ledger.events())
    said = set(map(_said, known))
    events = [evolve(event, recorded=None) for event in read_events(found) if _said(event) not in said]
    state_of([*known, *events]).casebook()
    return Imported(events=tuple(events), head=ledger.append(*events, after=len(known)))


def _exported(path: Path) -> tuple[bytes, list[Row]] | None:
    """The salt and the rows of lines that a ledger was exported to, verified; None where they are no ledger's."""
    try:
        salt, rows = read_rows(path)
    except InvalidCasebook:
        return None
    damages = tuple(map(str, damages_of(salt, rows)))
    if damages:
        raise DamagedLedger(path=str(path), damages=damages)
    return salt, rows


def _after(ledger: Ledger, salt: bytes, rows: Sequence[Row]) -> Sequence[Row] | None:
    """The rows that go on where a ledger ends; None where they do not begin as it does."""
    head = ledger.head
    if head.count == 0:
        return rows
    begins = salt == ledger.salt and len(rows) >= head.count
    return rows[head.count :] if begins and f"sha256:{rows[head.count - 1].hash.hex()}" == head.hash else None


def _said(event: Event) -> str:
    return event_text(evolve(event, recorded=None))


def export_lines(ledger: Ledger, path: str | Path | None = None) -> str:
    """A ledger as lines of JSON; written to a file that only the owner can read, where one is named.

    Raises:
        UnreadableFile: the file cannot be written.
    """
    text = "".join(dump_lines(ledger.salt, ledger.rows()))
    if path is not None:
        write_atomic(Path(path), text.encode(), private=True)
    return text


def salvage(path: str | Path) -> Salvaged:
    """What is as it was written in a damaged ledger, in its order.

    An event counts where its hash shows that it is what was written after the one before it. The first event after one
    that is lost cannot be shown to be anything, and is left out with it.

    Raises:
        UnreadableFile: it cannot be read at all, or is no ledger.
        DamagedLedger: its salt cannot be read.
    """
    found = Path(path)
    store = Store(connected(found), str(path))
    try:
        salt = store.salt
        rows = list(store.intact())
    finally:
        store.close()
    return Salvaged(events=tuple(load_event(row.body) for row in _proven(salt, rows)), seen=len(rows))


def _proven(salt: bytes, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows whose hash, or the hash of the next, shows that they are what was written after the one before."""
    kept = before = genesis(salt)
    number = 0
    doubted: Row | None = None
    for row in rows:
        follows = row.number == number + 1
        if follows and chained(kept, row.body) == row.hash:
            yield row
            doubted = None
        elif follows and doubted is not None and chained(chained(before, doubted.body), row.body) == row.hash:
            yield from (doubted, row)  # it was the hash of the one before that was changed
            doubted = None
        else:
            doubted, before = (row if follows else None), kept
        kept, number = row.hash, row.number
