"""Each second opinion keeps every law of scoring methods but those that it says it breaks, and breaks these."""

import pytest
from hypothesis import settings

from claimtrack.scoring.methods import METHODS as ALL
from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.scoring.protocol import Method
from claimtrack.testing.generate.source import Chance
from claimtrack.testing.law import Broken, Law, Unmet, scorer_of, tried
from claimtrack.testing.laws import METHOD_LAWS

METHODS = {name: method for name, method in ALL.items() if not isinstance(method, OriginEvidence)}
LAWS = {law.name: law for law in METHOD_LAWS}
SEEDS = 10_000
KEPT = [(name, law) for name, method in METHODS.items() for law in LAWS if law not in method.breaks]  # type: ignore[attr-defined]
EXCUSED = [(name, law) for name, method in METHODS.items() for law in method.breaks]  # type: ignore[attr-defined]


def broken(law: Law, method: Method, seed: int) -> Broken | None:
    """How a method breaks a law in the case made up from a seed; None where it does not."""
    try:
        tried(law, scorer_of(method), law.make(Chance(seed)))
    except Broken as found:
        return found
    except Unmet:
        pass
    return None


@pytest.mark.parametrize(("name", "law"), KEPT, ids=lambda word: word.replace(" ", "-"))
def test_a_law_is_kept(name: str, law: str) -> None:
    """What the law says holds of made-up cases, unless the method says that it breaks it."""
    for seed in range(settings.default.max_examples // 2):  # type: ignore[union-attr]
        found = broken(LAWS[law], METHODS[name], seed)
        assert found is None, str(found)


@pytest.mark.parametrize(("name", "law"), EXCUSED, ids=lambda word: word.replace(" ", "-"))
def test_an_excuse_holds(name: str, law: str) -> None:
    """A law that a method says it breaks is broken in some made-up case."""
    assert any(broken(LAWS[law], METHODS[name], seed) for seed in range(SEEDS))


@pytest.mark.parametrize("name", METHODS)
def test_excuses_are_of_laws_and_have_reasons(name: str) -> None:
    """Each excuse names a law that there is, and gives a reason in a sentence."""
    excuses = METHODS[name].breaks  # type: ignore[attr-defined]
    assert set(excuses) <= set(LAWS)
    assert all(reason[:1].islower() or reason[:1].isupper() for reason in excuses.values())


def test_the_default_method_has_no_excuse() -> None:
    """The default method breaks no law."""
    assert dict(OriginEvidence().breaks) == {}
