"""Every law can break: for each there is a deliberately wrong method that it catches."""

import pytest

from claimtrack.testing.choosing import Chance
from claimtrack.testing.law import Broken, Law, Unmet, scorer_of, tried
from claimtrack.testing.laws import METHOD_LAWS
from meta.wrong import WRONG, ByTwin

SEEDS = 600


def first_broken(law: Law, method: ByTwin) -> Broken | None:
    """The first made-up case in which a method breaks a law."""
    score = scorer_of(method)
    for seed in range(SEEDS):
        try:
            tried(law, score, law.make(Chance(seed)))
        except Broken as broken:
            return broken
        except Unmet:
            continue
    return None


@pytest.mark.parametrize("law", METHOD_LAWS, ids=lambda law: law.name)
def test_a_wrong_method_is_caught(law: Law) -> None:
    """The method that does one thing wrong breaks the law that forbids it, and the message says so."""
    broken = first_broken(law, ByTwin(WRONG[law.name]))
    assert broken is not None
    assert law.says in str(broken)


@pytest.mark.parametrize("law", METHOD_LAWS[:6], ids=lambda law: law.name)
def test_the_twin_itself_is_not(law: Law) -> None:
    """The twin that the wrong methods are made from breaks none of these laws."""
    score = scorer_of(ByTwin())
    for seed in range(40):
        try:
            tried(law, score, law.make(Chance(seed)))
        except Unmet:
            continue


def test_every_wrong_method_belongs_to_a_law() -> None:
    """No wrong method is kept for a law that there is not."""
    assert set(WRONG) == {law.name for law in METHOD_LAWS}
