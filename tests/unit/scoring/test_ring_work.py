"""Rings are worked out within a count of looks at links, and what is too much counts in the bounds alone."""

from itertools import permutations

import pytest

import claimtrack as ct
from claimtrack.scoring.protocol import run
from claimtrack.testing.generate.changes import witness


def _claims(size: int) -> tuple[ct.Claim, ...]:
    return tuple(ct.Claim(id=f"c{number}", text=f"It was {number}.") for number in range(size))


def _complete(size: int, *, witnesses: int = 1) -> ct.Casebook:
    """Claims that all support or undermine each other."""
    links = [
        ct.Link(id=f"{a}-{b}", from_claim=f"c{a}", to_claim=f"c{b}", sign="supports" if (a + b) % 3 else "undermines")
        for a, b in permutations(range(size), 2)
    ]
    said = [one for number in range(witnesses) for one in witness(f"s{number}", f"c{number % size}")]
    return ct.Casebook(claims=_claims(size)).with_records(*links, *said)


def _circle(size: int, *, witnesses: int = 1) -> ct.Casebook:
    """Claims of which each supports the next."""
    links = [
        ct.Link(id=f"{number}", from_claim=f"c{number}", to_claim=f"c{(number + 1) % size}", sign="supports")
        for number in range(size)
    ]
    said = [one for number in range(witnesses) for one in witness(f"s{number}", f"c{number}")]
    return ct.Casebook(claims=_claims(size)).with_records(*links, *said)


def _looks(book: ct.Casebook) -> int:
    return sum(run(ct.OriginEvidence(), ct.build(book)).looks.values())


@pytest.mark.parametrize("size", [4, 8, 12, 15, 20, 30])
def test_claims_that_all_bear_on_each_other_are_looked_at_so_often(size: int) -> None:
    """However many they are, links are looked at within a bound."""
    assert _looks(_complete(size)) < 150_000


@pytest.mark.parametrize("witnesses", [6, 100])
def test_many_statements_make_a_look_dear(witnesses: int) -> None:
    """Where many statements reach a ring, fewer rounds are made of it, or none."""
    assert _looks(_complete(6, witnesses=witnesses)) < 150_000


def test_what_holds_without_one_claim_is_taken_over_for_the_next() -> None:
    """A long circle is not followed anew without each of its claims: only what changes is looked at again."""
    for size in (60, 120):
        assert _looks(_circle(size)) < size * (size + 10)


def test_a_ring_that_is_too_much_work_moves_the_bounds_alone() -> None:
    """Twenty claims that all bear on each other are told apart by what is said of each; the account says so."""
    book = _complete(20)
    alone = ct.score(ct.Casebook(claims=book.claims).with_records(*book.sources, *book.statements))
    scores = ct.score(book)
    for claim in scores:
        assert alone[claim].probability == scores[claim].probability
        assert scores[claim].low <= alone[claim].low
        assert alone[claim].high <= scores[claim].high
        assert [step.rule for step in scores[claim].steps if step.rule == "large ring"] == ["large ring"]
    reasons = [reason.text for reason in ct.explain(scores, closely=())["c0"].reasons]
    assert any("would take too long to work out" in text for text in reasons)
