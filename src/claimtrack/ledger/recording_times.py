"""When events were recorded: in the order of their numbers, and never in the future."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from claimtrack.dates import Moment
from claimtrack.errors.problems import Problem
from claimtrack.ledger.chain import Damage, Head, Row


def system_clock() -> Moment:
    """The time by the system's clock, which is read nowhere else."""
    return Moment.of(datetime.now(UTC))


def recorded_in(row: Row) -> Moment | None:
    """The time at which an event was recorded; None where it does not say so."""
    times = _times_in(row)
    return None if times is None else times[0]


def find_misdated(rows: Iterable[Row], *, now: Moment, pinned: Iterable[Head] = ()) -> Iterator[Damage]:
    """Find the events that a ledger would not have recorded at the time that they state.

    The chain of hashes needs no secret, so that anybody who holds a ledger can add a link to it. But nothing that is
    added may change what was believed before, and nothing may stand in the way of what is recorded from now on.

    Args:
        rows: events, in the order of their numbers.
        now: the time.
        pinned: heads that were seen before: what comes after one was recorded after it was seen.

    Cost: linear in the rows.
    """
    seen = sorted((head.count, head.at) for head in pinned if head.at is not None)
    place, last = 0, None
    sealed: Moment | None = None
    for row in rows:
        while place < len(seen) and seen[place][0] < row.number:
            at = seen[place][1]
            sealed = at if sealed is None or sealed < at else sealed
            place += 1
        times = _times_in(row)
        if times is None:
            yield Damage(number=row.number, says="it does not say when it was learned and recorded")
            continue
        recorded, learned = times
        if last is not None and recorded < last:
            says = f"it says that it was recorded at {recorded}, which is before the event before it, of {last}"
            yield Damage(number=row.number, says=says)
        elif now < recorded and (last is None or last <= now):  # what follows it can only be in the future too
            says = f"it says that it was recorded at {recorded}, which is in the future: now it is {now}"
            yield Damage(number=row.number, says=says)
        if sealed is not None and recorded < sealed:
            says = f"it says that it was recorded at {recorded}, but was not there when a head was sealed at {sealed}"
            yield Damage(number=row.number, says=says)
        if recorded < learned:
            says = f"it says that it was learned at {learned}, which is after it was recorded, at {recorded}"
            yield Damage(number=row.number, says=says)
        last = recorded if last is None or last < recorded else last


def _times_in(row: Row) -> tuple[Moment, Moment] | None:
    """When an event was recorded and learned, without reading the rest of it."""
    try:
        raw = json.loads(row.body)
        return Moment(raw["recorded"]), Moment(raw["learned"])
    except (ValueError, RecursionError, KeyError, TypeError, Problem):
        return None
