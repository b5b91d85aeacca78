"""The cases of a law as Hypothesis strategies."""

from typing import Any

# Where Hypothesis is missing, this import says how to get it, so it comes first.
from claimtrack.testing.generate.strategies import strategy_from

# isort: split
from hypothesis import assume, strategies as st

from claimtrack.testing.generate.source import Choices, Chooser, ReplayChooser
from claimtrack.testing.law import Law, NotApplicable


def cases(law: Law) -> st.SearchStrategy[Any]:
    """The cases that a law is tried on."""
    return strategy_from(lambda choose: _make_case(law, choose))


def choices_for(law: Law) -> st.SearchStrategy[Choices]:
    """The choices by which the cases of a law are made, each as its distance from the simplest."""

    def make(choose: Chooser) -> Choices:
        replay = ReplayChooser(recording=choose)
        _make_case(law, replay)
        return tuple(replay.made)

    return strategy_from(make)


def _make_case(law: Law, choose: Chooser) -> Any:  # noqa: ANN401
    try:
        return law.make(choose)
    except NotApplicable:
        assume(False)  # noqa: FBT003
