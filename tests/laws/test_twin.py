"""The default method and its slow twin give the same numbers."""

from hypothesis import given

import claimtrack as ct
from claimtrack.testing.generate.strategies import casebooks
from laws.twin import Twin

_CLOSE = 1e-9


@given(casebooks(links=9, claims=5, statements=9))
def test_the_method_is_its_twin(book: ct.Casebook) -> None:
    """Probability, low and high are those of the plain twin, with links, rings, rivals and full relays."""
    scores, twin = ct.score(book), Twin(book).scores()
    assert set(twin) == set(scores)
    for claim, expected in twin.items():
        found = (scores[claim].probability, scores[claim].low, scores[claim].high)
        close = all(abs(one - other) < _CLOSE for one, other in zip(expected, found, strict=True))
        assert close, f"{claim}: {expected} and {found}"
