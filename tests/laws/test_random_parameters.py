"""The default method keeps every law with any valid parameters, not with the default ones alone."""

from contextlib import suppress
from functools import partial

import pytest
from hypothesis import assume, given, settings, strategies as st

from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.testing.case_strategies import cases
from claimtrack.testing.generate.methods import make_method, score_by
from claimtrack.testing.generate.source import RandomChooser
from claimtrack.testing.generate.strategies import strategy_from
from claimtrack.testing.law import Law, LawBroken, NotApplicable, try_law
from claimtrack.testing.laws import METHOD_LAWS
from profiles import by_profile

EXAMPLES, SEEDS = by_profile(dev=5, ci=50, deep=2000), by_profile(dev=20, ci=100, deep=20_000)
FIRST = 2_000_000


def keeps(method: OriginEvidence, law: Law, case: object) -> bool:
    """Whether a case met the premise of a law; a law that is broken is told with the method."""
    try:
        return try_law(law, partial(score_by, method), case)
    except LawBroken as broken:
        broken.add_note(f"by {method}, {dict(method.sources)}, {dict(method.relays)}")
        raise


@pytest.mark.parametrize("law", METHOD_LAWS, ids=lambda law: law.name)
def test_the_method_keeps_it_with_any_parameters(law: Law) -> None:
    """The law holds of methods and cases that are found, and of those from seeds, some of which meet its premise."""

    @settings(max_examples=EXAMPLES)
    @given(strategy_from(make_method), st.data())
    def search(method: OriginEvidence, data: st.DataObject) -> None:
        assume(keeps(method, law, data.draw(cases(law))))

    search()
    met = 0
    for seed in range(FIRST, FIRST + SEEDS):
        with suppress(NotApplicable):
            met += keeps(make_method(RandomChooser(seed)), law, law.make(RandomChooser(seed)))
    assert met
