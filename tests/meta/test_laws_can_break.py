"""Every law can break: for each there is a deliberately wrong method that it catches, and few other laws do."""

import pytest

from claimtrack.testing import METHOD_LAWS, Law, law_of, scorer_of, verdict_of
from meta.breaking import BREAKING, SEEDS
from meta.every import WRONG, ByTwin, Quick
from profiles import by_profile

MOST = 1000
"""Seeds in which a wrong method must break its own law."""
TRIED, EACH = by_profile(dev=(1, 3), ci=(2, 1), deep=(SEEDS, 1))
"""Seeds in which it must break no law but those of its set, and of how many laws each first one is tried."""
METHODS = {method.kind.__name__: method for method in WRONG.values()}


@pytest.mark.parametrize("law", METHOD_LAWS, ids=lambda law: law.name)
def test_a_wrong_method_is_caught(law: Law) -> None:
    """The method that does one thing wrong breaks the law that forbids it, and the message says so."""
    verdict = verdict_of(law, scorer_of(WRONG[law.name]), examples=MOST)
    assert verdict.broken is not None
    assert law.says in str(verdict.broken)


@pytest.mark.parametrize("name", METHODS)
def test_a_wrong_method_breaks_the_laws_of_its_set_and_no_other(name: str) -> None:
    """Tried on few cases it breaks none but the laws of its set; tried on many, all of these and no other."""
    score, own = scorer_of(METHODS[name]), {law for law, method in WRONG.items() if method == METHODS[name]}
    known = own if TRIED == SEEDS else BREAKING[name]
    others = [law for law in METHOD_LAWS[::EACH] if law.name not in known]
    broken = {law.name for law in others if verdict_of(law, score, examples=TRIED).word == "broken"}
    assert own <= BREAKING[name]
    assert broken == BREAKING[name] - known


@pytest.mark.parametrize("law", METHOD_LAWS[:6], ids=lambda law: law.name)
def test_the_twin_itself_is_not(law: Law) -> None:
    """The twin that the wrong methods are made from breaks none of these laws."""
    assert verdict_of(law, scorer_of(ByTwin(Quick)), examples=40).word == "kept"


def test_every_wrong_method_belongs_to_a_law() -> None:
    """No wrong method is kept for a law that there is not, and each has its set of laws that it breaks."""
    assert set(WRONG) == {law.name for law in METHOD_LAWS}
    assert set(BREAKING) == set(METHODS)
    assert all(law_of(name) for broken in BREAKING.values() for name in broken)


def test_most_wrong_methods_break_few_laws() -> None:
    """A law says something of its own if what breaks it breaks little else: half of the sets have three at most."""
    sizes = sorted(map(len, BREAKING.values()))
    assert sizes[len(sizes) // 2] <= 3
    assert sizes.count(1) >= 12
