"""The laws of histories: what must hold of anything that replays events into a casebook."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from claimtrack._records import evolve
from claimtrack.dates import Moment, PartialDate
from claimtrack.history.diff import align, events_between
from claimtrack.history.events import Event, Restored, Retracted, event
from claimtrack.history.replay import state_of
from claimtrack.history.state import State
from claimtrack.io.casebooks import dumps
from claimtrack.model.casebook import Casebook
from claimtrack.model.claims import Claim
from claimtrack.model.sources import Source
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.changes import without_confidential
from claimtrack.testing.generate.histories import dated, day, make_history
from claimtrack.testing.generate.source import Chooser, shuffle
from claimtrack.testing.law import Law, assume, require

_LATE = 27


class Replayer(Protocol):
    """Whatever makes a casebook of events, as `claimtrack.replay` does."""

    def __call__(
        self, events: Sequence[Event], *, as_of: Moment | None = None, so_on: PartialDate | None = None
    ) -> Casebook:
        """The casebook that events make."""
        ...


def _bytes(book: Casebook) -> str:
    return dumps(book, format="json")


def _same(one: Casebook, other: Casebook, what: str) -> None:
    before, after = _bytes(one), _bytes(other)
    require(before == after, f"{what}:\n{before}\n{after}")


def _any_order(replay: Replayer, case: tuple[tuple[Event, ...], tuple[Event, ...]]) -> None:
    events, shuffled = case
    assume(events != shuffled)
    _same(replay(events), replay(shuffled), "in another order the same events give another casebook")


def _shuffled(choose: Chooser) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    events = make_history(choose)
    return events, shuffle(choose, events)


def _once(replay: Replayer, events: tuple[Event, ...]) -> None:
    assume(events)
    _same(replay(events), replay((*events, *events)), "events that come twice count twice")


def _restored(replay: Replayer, case: tuple[tuple[Event, ...], int]) -> None:
    events, place = case
    before = replay(events)
    assume(before.statements)
    name = before.statements[place % len(before.statements)].id or ""
    fall = event(Retracted(id=name), because="it was taken back")
    rise = event(Restored(collection="statements", id=name), because="it was not")
    after = [*events, *dated([fall], day(_LATE)), *dated([rise], day(_LATE + 1))]
    _same(before, replay(after), f"{name} was retracted and restored, and is not as it was")


def _with_place(choose: Chooser) -> tuple[tuple[Event, ...], int]:
    return make_history(choose), choose.whole(0, 9)


def _past(replay: Replayer, case: tuple[tuple[Event, ...], int]) -> None:
    events, place = case
    moments = sorted({one.learned.text for one in events if one.learned is not None})
    assume(len(moments) > 1)
    then = Moment(moments[place % (len(moments) - 1)])
    known = [one for one in events if one.learned is not None and one.learned <= then]
    _same(
        replay(known, as_of=then), replay(events, as_of=then), f"what was learned later changes what was known {then}"
    )


def _late_entry(replay: Replayer, events: tuple[Event, ...]) -> None:
    """An event that says that it was learned early, but was recorded late."""
    assume(events)
    then = max((one.learned for one in events if one.learned is not None), key=str)
    late = event(Claim(id="clm-late", text="It was known all along."), learned=day(1))
    entered = evolve(late, recorded=then.next())
    _same(replay(events, as_of=then), replay((*events, entered), as_of=then), f"an entry made after {then} changes it")
    require(
        any(one.id == "clm-late" for one in replay((*events, entered)).claims), "an entry that was made late is lost"
    )


def _not_yet(replay: Replayer, events: tuple[Event, ...]) -> None:
    """A source that exists only from a later day on."""
    assume(events)
    later = Source(id="src-later", name="Somebody who came later")
    then, after = PartialDate("2021-02-10"), PartialDate("2021-02-11")
    more = [*events, *dated([event(later, so=after)], day(_LATE))]
    _same(replay(events, so_on=then), replay(more, so_on=then), f"what was so from {after} on was so on {then}")
    require(
        any(one.id == "src-later" for one in replay(more, so_on=after).sources), "what was so on its day is left out"
    )


def _whole(replay: Replayer, book: Casebook) -> None:
    expected = without_confidential(book)
    _same(
        expected,
        replay(events_between(State(), expected, because="first entry")),
        "the events of a casebook give another",
    )


def _difference(replay: Replayer, case: tuple[tuple[Event, ...], Casebook]) -> None:
    events, book = case
    before, after = replay(events), without_confidential(book)
    made = dated(events_between(state_of(events), after, because="corrected"), day(_LATE))
    _same(align(before, after), replay([*events, *made]), "the events of a difference give another casebook")


def _book(choose: Chooser) -> Casebook:
    return make_casebook(choose, Limits(wordy=True, opinions=True))


def _another(choose: Chooser) -> tuple[tuple[Event, ...], Casebook]:
    return make_history(choose), _book(choose)


def _law(
    name: str, says: str, origin: str, check: Callable[..., None], make: Callable[[Chooser], Any] = make_history
) -> Law:
    return Law(name=name, says=says, origin=origin, make=make, check=check, about="history")


HISTORY_LAWS = (
    _law(
        "any order",
        "events with their times give one casebook, in whatever order they come",
        "practice",
        _any_order,
        _shuffled,
    ),
    _law("once", "an event that comes twice counts once", "engineering", _once),
    _law(
        "restored",
        "a statement that was retracted and then restored is as it was, to the byte",
        "practice",
        _restored,
        _with_place,
    ),
    _law(
        "the past stays",
        "what is learned later changes nothing of what was known before",
        "snodgrass-1999",
        _past,
        _with_place,
    ),
    _law("late entries", "what is entered late changes no past, and is not lost", "snodgrass-1999", _late_entry),
    _law("not yet so", "what was not yet so on a day is no part of that day", "snodgrass-1999", _not_yet),
    _law("whole", "the events of a casebook give that casebook", "engineering", _whole, _book),
    _law("difference", "the events of a difference give the other casebook", "engineering", _difference, _another),
)
"""Every law of histories."""
