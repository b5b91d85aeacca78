"""Every way in which what is confidential could leak is caught by the two-run law, with the guard off."""

import pytest

from claimtrack.testing.generate.source import RandomChooser
from laws.pairs import make_pair
from meta.leaks import LEAKS, Leak, View
from profiles import by_profile

_PAIRS = 400
"""So many pairs find each leak; most are found by the first few."""
_FEWEST = 20


def _first_caught(view: View, pairs: int) -> int | None:
    """The seed of the first pair that a view shows with another byte."""
    for seed in range(pairs):
        book, other = make_pair(RandomChooser(seed))
        if view(book) != view(other):
            return seed
    return None


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_each_planted_leak_is_caught(leak: Leak) -> None:
    """Two casebooks are found soon that differ in what is confidential alone, and whose outputs differ."""
    with leak.patch():
        assert _first_caught(leak.view, _PAIRS) is not None, leak.says


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_what_is_not_planted_is_not_caught(leak: Leak) -> None:
    """Where nothing was planted, the same outputs are the same over some pairs."""
    assert _first_caught(leak.view, by_profile(dev=5, ci=20, deep=400)) is None


def test_there_are_twenty_leaks() -> None:
    """At least twenty leaks are planted, and each says what it leaks."""
    assert len(LEAKS) >= _FEWEST
    assert all(leak.says for leak in LEAKS.values())
