"""Made-up histories: events that build a casebook, change it, and take things back."""

from collections.abc import Sequence
from typing import Any

from claimtrack._records import evolve
from claimtrack.dates import Moment, PartialDate, moment_of
from claimtrack.history.diff import events_between
from claimtrack.history.events import (
    Event,
    Graded,
    Happening,
    Merged,
    Removed,
    Resolved,
    Restored,
    Retracted,
    Split,
    event,
)
from claimtrack.history.replay import state_of
from claimtrack.history.state import State
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.changes import without_confidential
from claimtrack.testing.generate.source import Chooser

_LIMITS = Limits(sources=3, claims=3, statements=4, links=2, dependences=1, wordy=True)
_MOST_DAYS = 28


def make_history(choose: Chooser) -> tuple[Event, ...]:
    """The events of one casebook in the order in which they were learned, each with its times.

    Example:
        >>> from claimtrack.testing import RandomChooser
        >>> from claimtrack.history.replay import replay
        >>> replay(make_history(RandomChooser(3))).audience
        'internal'
    """
    events: list[Event] = []
    number = 1
    for _ in range(choose.whole(1, 2)):
        book = without_confidential(make_casebook(choose, _LIMITS))
        made = events_between(state_of(events), book, because="as we now have it")
        events += dated(made, day(number))
        for _ in range(choose.whole(0, 3)):
            number += choose.whole(0, 2)
            what = _make_happening(choose, state_of(events))
            if what is not None:
                so = choose.of((None, PartialDate(f"2021-02-{choose.whole(1, _MOST_DAYS):02}")))
                events += dated([event(what, so=so, because="it was found out")], day(number), first=len(events))
        number += 1
    return tuple(events)


def day(number: int) -> Moment:
    """The moment with which a day of a made-up history begins."""
    return moment_of(f"2021-03-{min(number, _MOST_DAYS):02}")


def dated(events: Sequence[Event], learned: Moment, *, first: int = 0) -> list[Event]:
    """Events as they were learned at a moment, in their order."""
    return [evolve(one, learned=learned, recorded=learned, place=first + place) for place, one in enumerate(events)]


def _make_happening(choose: Chooser, state: State) -> Happening | None:
    """A change of a record; None where the records that it needs are missing."""
    sources, claims, statements = (
        [name for name, _ in state.records(collection)] for collection in ("sources", "claims", "statements")
    )
    if not sources or not claims:
        return None
    kind: Any = choose.of((Graded, Resolved, Retracted, Removed, Restored, Merged, Split))
    if kind is Graded:
        return Graded(id=choose.of(sources), grade=choose.of((None, "A", "E")), topic=choose.of((None, "border")))
    if kind is Resolved:
        return Resolved(id=choose.of(claims), outcome=choose.of(("true", "false", "open")))
    if kind is Merged:
        return Merged(id=sources[-1], into=sources[0]) if len(sources) > 1 else None
    if not statements:
        return None
    name = choose.of(statements)
    if kind is Split:
        said = choose.of(((), (name,)))
        return Split(id=sources[0], to=sources[-1], statements=said) if len(sources) > 1 else None
    if kind is Retracted:
        return Retracted(id=name, standing=choose.of(("retracted", "corrected")))
    return Restored(collection="statements", id=name) if kind is Restored else _removal(state, name)


def _removal(state: State, name: str) -> Removed | None:
    """The removal of a statement, unless something refers to it."""
    referred_to = {getattr(record, "about", None) for _, record in state.records("notes")}
    referred_to |= {record.standing.by for _, record in state.records("statements")}  # type: ignore[union-attr]
    return None if name in referred_to else Removed(collection="statements", id=name)
