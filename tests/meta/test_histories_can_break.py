"""Every law of histories can break: for each there is a deliberately wrong replay that it catches."""

from collections.abc import Sequence
from typing import Any

import attrs
import pytest

import claimtrack as ct
from claimtrack.history.replay import known_by
from claimtrack.history.state import State
from claimtrack.testing import HISTORY_LAWS, check_history, verdict_of
from claimtrack.testing.laws.histories import Replayer
from profiles import by_profile

SEEDS = 150
"""Cases in which a wrong replay must break its laws."""
FEW = by_profile(dev=15, ci=SEEDS, deep=SEEDS)
"""Cases in which it must break no other."""


def takes_them_as_they_come(events: Sequence[ct.events.Event], *, as_of: Any = None, so_on: Any = None) -> ct.Casebook:
    """It takes events in the order in which they come."""
    state = State()
    for event in known_by(events, as_of=as_of, so_on=so_on):
        event.apply(state)
    return state.casebook(pruned=so_on is not None)


def counts_twice(events: Sequence[ct.events.Event], *, as_of: Any = None, so_on: Any = None) -> ct.Casebook:
    """It notes what was added in the title, each time that it comes."""
    added = sum(event.kind == "added" for event in known_by(events, as_of=as_of, so_on=so_on))
    return attrs.evolve(ct.replay(events, as_of=as_of, so_on=so_on), title=f"{added} added")


def never_forgives(events: Sequence[ct.events.Event], *, as_of: Any = None, so_on: Any = None) -> ct.Casebook:
    """It takes no retraction back."""
    kept = [event for event in events if not isinstance(event.what, ct.events.Restored)]
    return ct.replay(kept, as_of=as_of, so_on=so_on)


def knows_it_all(events: Sequence[ct.events.Event], *, as_of: Any = None, so_on: Any = None) -> ct.Casebook:  # noqa: ARG001
    """It knew everything at all times."""
    return ct.replay(events, so_on=so_on)


def believes_what_is_said_of_times(
    events: Sequence[ct.events.Event], *, as_of: Any = None, so_on: Any = None
) -> ct.Casebook:
    """It believes an event that says when it was learned, whenever it was entered."""
    free = [attrs.evolve(event, recorded=None) for event in events]
    return ct.replay(free, as_of=as_of, so_on=so_on)


def lives_in_the_present(events: Sequence[ct.events.Event], *, as_of: Any = None, so_on: Any = None) -> ct.Casebook:  # noqa: ARG001
    """It takes what is so now for what was always so."""
    return ct.replay(events, as_of=as_of)


def keeps_no_notes(events: Sequence[ct.events.Event], *, as_of: Any = None, so_on: Any = None) -> ct.Casebook:
    """It forgets notes."""
    return attrs.evolve(ct.replay(events, as_of=as_of, so_on=so_on), notes=())


def leaves_the_order(events: Sequence[ct.events.Event], *, as_of: Any = None, so_on: Any = None) -> ct.Casebook:
    """It leaves records in the order in which they came first."""
    kept = [event for event in events if event.kind != "arranged"]
    return ct.replay(kept, as_of=as_of, so_on=so_on)


WRONG: dict[str, tuple[Replayer, set[str]]] = {
    "any order": (takes_them_as_they_come, set()),
    "once": (counts_twice, {"whole", "difference"}),
    "restored": (never_forgives, {"difference"}),
    "the past stays": (knows_it_all, {"late entries"}),
    "late entries": (believes_what_is_said_of_times, set()),
    "not yet so": (lives_in_the_present, set()),
    "whole": (keeps_no_notes, {"difference"}),
    "difference": (leaves_the_order, set()),
}


def test_every_law_has_its_wrong_replay() -> None:
    """No law is without one, and none is kept for a law that there is not."""
    assert set(WRONG) == {law.name for law in HISTORY_LAWS}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_replay_breaks_these_laws(name: str) -> None:
    """What does one thing wrong breaks the law that forbids it, and only the others that follow."""
    replay, others = WRONG[name]
    expected = {name, *others}
    verdicts = {
        law.name: verdict_of(law, replay, examples=SEEDS if law.name in expected else FEW) for law in HISTORY_LAWS
    }
    assert expected == {law for law, verdict in verdicts.items() if verdict.word == "broken"}


def test_no_premise_of_these_laws_is_trivial() -> None:
    """At least one made-up case in five says something about each law."""
    for law in HISTORY_LAWS:
        assert verdict_of(law, ct.replay, examples=50).met >= 10, law.name


def test_our_replay_keeps_the_laws() -> None:
    """The replay that the ledger uses keeps every law of histories."""
    check_history(ct.replay)


def test_a_broken_law_shows_what_was_seen() -> None:
    """The message names the law, and what came of the events."""
    (law,) = [law for law in HISTORY_LAWS if law.name == "restored"]
    told = str(verdict_of(law, never_forgives).broken)
    assert "the law “restored” is broken" in told
    assert '"is": "retracted"' in told
