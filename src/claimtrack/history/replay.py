"""Replay of events: the casebook as it was believed at a time, or as it was true on a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import Any

from claimtrack._records import evolve, fields_of, plain_of
from claimtrack.dates import Moment, PartialDate
from claimtrack.history.events import Added, Event
from claimtrack.history.state import Resolution, State
from claimtrack.model.casebook import Casebook, Record
from claimtrack.model.statements import Relay

_LAST = "~"
"""Sorts after every moment, since an event that nobody has dated yet has the last word."""


def replay(
    events: Iterable[Event],
    *,
    as_of: Moment | None = None,
    so_on: PartialDate | date | None = None,
    as_learned: bool = False,
) -> Casebook:
    """The casebook that events make.

    Both questions are one call. *What did we believe then?* is `as_of`: it takes the events that we had learned, and
    a ledger had taken, by that moment. *What do we now think was so on that day?* is `so_on`: it takes what certainly
    was so by that day, and the last that we learned of it. Both together: what we then thought of that day.

    Events are taken in the order in which they were learned, whatever order they come in. An event without a time of
    its own is the last word, in the order in which such events come.

    Args:
        events: what happened.
        as_of: only what was learned by this moment; None means all of it.
        so_on: only what was so by this day; None means whenever it was so. What speaks of a record that was not yet
            there is left out.
        as_learned: whether `as_of` believes events that say that they were learned by then and were recorded later,
            such as those of a history that was entered afterwards.

    Raises:
        InvalidCasebook: the records that the events make contradict each other.

    Cost: linear in the events, but for sorting them where they are not in order.

    Example:
        >>> from claimtrack.history.events import Graded, event
        >>> from claimtrack.model import Source
        >>> from claimtrack.dates import moment_of
        >>> first, second = moment_of("2021-03-03"), moment_of("2021-03-05")
        >>> said = [
        ...     event(Source(id="kim", name="Kim", reliability="B"), learned=first),
        ...     event(Graded(id="kim", grade="D"), learned=second, so=PartialDate("2021-03-02")),
        ... ]
        >>> replay(said, as_of=first).source("kim").reliability
        'B'
        >>> replay(said, so_on=PartialDate("2021-03-02")).source("kim").reliability
        'D'

    References:
        [snodgrass-1999], chapters on bitemporal tables: valid time (*so*) and transaction time (*learned*).
    """
    return state_of(known_by(events, as_of=as_of, so_on=so_on, as_learned=as_learned)).casebook(
        pruned=so_on is not None
    )


def state_of(events: Iterable[Event]) -> State:
    """The state of a case after events, applied in the order in which they were learned. Cost: as `replay`."""
    state = State()
    for event in in_order(events):
        event.apply(state)
    return state


def resolutions(events: Iterable[Event], *, as_of: Moment | None = None) -> Mapping[str, Resolution]:
    """How claims turned out, by id, as it was known at a moment. Cost: linear in the events."""
    return state_of(known_by(events, as_of=as_of)).resolutions


def record_of(events: Iterable[Event], collection: str, name: str) -> Record | None:
    """One record as its own events make it; None if it was never added or is removed. Mergers do not rewrite it."""
    known = state_of(events).collections[collection].get(name)
    return None if known is None or known.gone else known.now(f"{collection}.{name}")


def known_by(
    events: Iterable[Event],
    *,
    as_of: Moment | None = None,
    so_on: PartialDate | date | None = None,
    as_learned: bool = False,
) -> Iterator[Event]:
    """The events that were learned, and recorded, by a moment, of what was certainly so by a day.

    Arguments: as `replay`.
    """
    day = so_on.latest if isinstance(so_on, PartialDate) else so_on
    limit = None if as_of is None else as_of.text
    for event in events:
        if limit is not None:
            if event.learned is None or event.learned.text > limit:
                continue
            if not as_learned and event.recorded is not None and event.recorded.text > limit:
                continue
        if day is not None and event.so is not None and event.so.latest > day:
            continue
        yield event


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events in the order in which they were learned; of two at the same moment and place, what they say decides.

    Cost: linear where they are in order already.
    """
    # Times decide, and mostly they all differ; only events at the same moment and place are compared by content.
    rows = sorted(events, key=_when)
    if all(_when(one) < _when(other) or one.learned is None for one, other in pairwise(rows)):
        return rows
    return [event for _, tied in groupby(rows, key=_when) for event in _settled(list(tied))]


def time_of(event: Event) -> str:
    """When an event was learned, as text that sorts; one that nobody has dated yet comes last."""
    return _LAST if event.learned is None else event.learned.text


def _when(event: Event) -> tuple[str, int]:
    return time_of(event), 0 if event.learned is None else event.place


def _settled(tied: list[Event]) -> list[Event]:
    if len(tied) == 1 or tied[0].learned is None:
        return tied
    return sorted(tied, key=_content)


def _content(event: Event) -> tuple[bool, bool, str]:
    """What an event says, wherever it was recorded; additions first, so that what came with them finds them."""
    what = event.what
    is_of_any_collection = any(field.name == "collection" for field in fields_of(type(what)))
    return not isinstance(what, Added), is_of_any_collection, repr(plain_of(evolve(event, recorded=None), _spelt))


def _spelt(value: Any) -> Any:  # noqa: ANN401
    """A value with relays as files have them, ids alone where they are neutral: so ledgers have always been ordered."""
    if isinstance(value, Relay):
        return value.source if value.propensity == "neutral" else (value.source, value.propensity)
    if isinstance(value, MappingProxyType):
        return {name: _spelt(item) for name, item in value.items()}
    return tuple(map(_spelt, value)) if isinstance(value, tuple) else value
