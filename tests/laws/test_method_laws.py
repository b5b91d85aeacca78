"""The default method keeps every law of scoring methods."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimtrack.testing.choosing import Chance
from claimtrack.testing.law import Law, Unmet, scorer_of, tried
from claimtrack.testing.laws import METHOD_LAWS
from claimtrack.testing.strategies import cases

SCORE = scorer_of()
SEEDS = 200


@pytest.mark.parametrize("law", METHOD_LAWS, ids=lambda law: law.name)
def test_the_default_method_keeps(law: Law) -> None:
    """What the law says holds of every case that Hypothesis finds."""

    @given(st.data())
    def run(data: st.DataObject) -> None:
        assume(tried(law, SCORE, data.draw(cases(law))))

    run()


def met(law: Law, seed: int) -> bool:
    """Whether a case made up from a seed meets the premise of a law; the law is tried on it."""
    try:
        return tried(law, SCORE, law.make(Chance(seed)))
    except Unmet:
        return False


@pytest.mark.parametrize("law", METHOD_LAWS, ids=lambda law: law.name)
def test_no_premise_is_trivial(law: Law) -> None:
    """At least one made-up case in ten says something about the law, and the law holds of it."""
    assert sum(met(law, seed) for seed in range(SEEDS)) >= SEEDS // 10


def test_laws_are_named_apart() -> None:
    """Each law has a name of its own, a sentence and an origin."""
    assert len({law.name for law in METHOD_LAWS}) == len(METHOD_LAWS)
    assert all(law.says and law.origin for law in METHOD_LAWS)
