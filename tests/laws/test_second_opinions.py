"""Each second opinion keeps every law of scoring methods but those that it says it breaks, and breaks these."""

import pytest
from hypothesis import settings

from claimtrack.scoring.methods import METHODS as ALL
from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.scoring.protocol import Method, broken_laws
from claimtrack.testing.generate.source import RandomChooser
from claimtrack.testing.law import Law, LawBroken, NotApplicable, scorer_of, try_law
from claimtrack.testing.laws import METHOD_LAWS

METHODS = {name: method for name, method in ALL.items() if not isinstance(method, OriginEvidence)}
LAWS = {law.name: law for law in METHOD_LAWS}
SEEDS = 10_000


def broken(law: Law, method: Method, seed: int) -> LawBroken | None:
    """How a method breaks a law in the case made up from a seed; None where it does not."""
    try:
        try_law(law, scorer_of(method), law.make(RandomChooser(seed)))
    except LawBroken as found:
        return found
    except NotApplicable:
        pass
    return None


@pytest.mark.parametrize("name", METHODS)
def test_its_laws_are_kept(name: str) -> None:
    """What a law says holds of made-up cases, unless the method says that it breaks it."""
    method, seeds = METHODS[name], range(settings.default.max_examples // 2)  # type: ignore[union-attr]
    kept = [law for law in METHOD_LAWS if law.name not in broken_laws(method)]
    wrong = {law.name: str(found) for law in kept for seed in seeds if (found := broken(law, method, seed))}
    assert wrong == {}


@pytest.mark.parametrize("name", METHODS)
def test_its_excuses_hold(name: str) -> None:
    """Each excuse names a law that there is, gives a reason, and the law is broken in some made-up case."""
    method = METHODS[name]
    excuses = broken_laws(method)
    assert set(LAWS) >= set(excuses)
    assert all(map(str.strip, excuses.values()))
    stale = [law for law in excuses if not any(broken(LAWS[law], method, seed) for seed in range(SEEDS))]
    assert stale == []


def test_the_default_method_has_no_excuse() -> None:
    """The default method breaks no law."""
    assert dict(OriginEvidence().breaks) == {}
