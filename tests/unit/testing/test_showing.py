"""How the casebooks of a case are shown: the first whole, of the others what differs, and nothing at length."""

import pytest

import claimtrack as ct
from claimtrack.testing import (
    RandomChooser,
    find_smallest,
    law_of,
    make_casebook,
    scorer_of,
    shrink,
    try_law,
    verdict_of,
)
from claimtrack.testing.law import show_casebooks

KIM, LOU = (ct.Source(id=name, name=name.capitalize()) for name in ("kim", "lou"))
FELL, BURNT = (ct.Claim(id=name, text=f"It {name}.") for name in ("fell", "burnt"))
BOOK = ct.Casebook(sources=(KIM, LOU), claims=(FELL, BURNT))


def test_the_first_is_shown_whole_and_the_others_as_what_differs() -> None:
    """A casebook that is much like the first is told by what it has more and less, and in which order."""
    said = ct.Statement(id="said", origin="kim", claim="fell", stance="asserts")
    turned = BOOK.with_records(LOU, said)
    backwards = ct.Casebook(sources=(LOU, KIM), claims=(FELL, BURNT))
    less = ct.Casebook(sources=(KIM,), claims=(FELL, BURNT))
    text = show_casebooks([(one, {"fell": 0.25}) for one in (BOOK, turned, backwards, less, BOOK, ct.Casebook())])
    parts = text.split("\ncasebook ")
    assert 'id = "lou"' in parts[1]
    assert parts[2].startswith('2 of 6 is the first with:\n\n[[statements]]\nid = "said"\n')
    assert parts[3] == "3 of 6 is the first in another order:\n\n  P(fell) = 0.25\n"
    assert parts[4] == "4 of 6 is the first without:\n  sources: lou\n\n  P(fell) = 0.25\n"
    assert parts[5] == "5 of 6 is the first again:\n\n  P(fell) = 0.25\n"
    assert parts[6] == "6 of 6 is empty\n  P(fell) = 0.25"


def test_long_casebooks_are_cut() -> None:
    """Of a casebook of hundreds of lines the first 60 are shown, and how many more there are."""
    sources = tuple(ct.Source(id=f"src-{place}", name="Kim") for place in range(200))
    lines = show_casebooks([(ct.Casebook(sources=sources), {})]).splitlines()
    assert len(lines) < 70
    assert lines[-1] == "  … and 739 more lines"


def test_a_case_that_breaks_nothing_is_not_shrunk() -> None:
    """Where a law is kept there is no smallest case."""
    assert shrink(law_of("bounded"), scorer_of(), RandomChooser(1)) is None
    assert find_smallest(law_of("bounded"), scorer_of(), examples=3) is None


@pytest.mark.parametrize("seed", range(5))
def test_the_same_seed_gives_the_same_casebook(seed: int) -> None:
    """Cases made up from seeds are the same every time, and so are the verdicts on them."""
    assert make_casebook(RandomChooser(seed)) == make_casebook(RandomChooser(seed))
    law = law_of("rivals")
    assert verdict_of(law, scorer_of(), examples=9) == verdict_of(law, scorer_of(), examples=9)
    assert try_law(law_of("partition"), scorer_of(), make_casebook(RandomChooser(seed)))
