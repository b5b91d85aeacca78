"""The default method keeps every law of scoring methods, in cases that Hypothesis looks for and in cases from seeds."""

import sys
from contextlib import suppress

import pytest
from hypothesis import assume, given, strategies as st

from claimtrack.testing.case_strategies import cases
from claimtrack.testing.generate.source import RandomChooser
from claimtrack.testing.law import Law, NotApplicable, scorer_of, try_law
from claimtrack.testing.laws import METHOD_LAWS
from profiles import by_profile

SCORE = scorer_of()
SEEDS = by_profile(dev=60, ci=300, deep=20_000)
FIRST = 1_000_000
FLOOR = 0.2
"""The share of cases that must meet the premise of a law."""
_STEP = 500


@pytest.mark.parametrize("law", METHOD_LAWS, ids=lambda law: law.name)
def test_the_default_method_keeps_it_and_its_premise_is_not_trivial(law: Law) -> None:
    """The law holds of every case that is found, and of the cases from seeds one in five or more meets its premise."""

    @given(st.data())
    def search(data: st.DataObject) -> None:
        assume(try_law(law, SCORE, data.draw(cases(law))))

    search()
    met = 0
    for done in range(SEEDS):
        with suppress(NotApplicable):
            met += try_law(law, SCORE, law.make(RandomChooser(FIRST + done)))
        if done % _STEP == _STEP - 1:
            _show_progress(law, done + 1)
    assert met >= FLOOR * SEEDS - 3.0 * (SEEDS * FLOOR * (1.0 - FLOOR)) ** 0.5


def test_laws_are_named_apart() -> None:
    """Each law has a name of its own, a sentence and an origin."""
    assert len({law.name for law in METHOD_LAWS}) == len(METHOD_LAWS)
    assert all(law.says and law.origin for law in METHOD_LAWS)


def _show_progress(law: Law, done: int) -> None:
    """Say on a terminal how far a long run is, past what pytest captures."""
    terminal = sys.__stderr__
    if terminal is not None and terminal.isatty():
        end = "\n" if done == SEEDS else ""
        print(f"\r{law.name}: {done:,} of {SEEDS:,} \x1b[K", end=end, file=terminal, flush=True)
