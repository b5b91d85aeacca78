"""The default method keeps every law of scoring methods."""

import pytest
from hypothesis import assume, given, strategies as st

from claimtrack.testing.generate.strategies import cases
from claimtrack.testing.law import Law, scorer_of, tried
from claimtrack.testing.laws import METHOD_LAWS

SCORE = scorer_of()


@pytest.mark.parametrize("law", METHOD_LAWS, ids=lambda law: law.name)
def test_the_default_method_keeps(law: Law) -> None:
    """What the law says holds of every case that Hypothesis finds."""

    @given(st.data())
    def run(data: st.DataObject) -> None:
        assume(tried(law, SCORE, data.draw(cases(law))))

    run()


def test_laws_are_named_apart() -> None:
    """Each law has a name of its own, a sentence and an origin."""
    assert len({law.name for law in METHOD_LAWS}) == len(METHOD_LAWS)
    assert all(law.says and law.origin for law in METHOD_LAWS)
