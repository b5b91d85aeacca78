"""Rules as laws: order and names change nothing, and a better sourced claim is never found less well sourced."""

from collections import Counter
from collections.abc import Iterable
from random import Random
from typing import Any

from hypothesis import assume, given, strategies as st

import claimtrack as ct
from claimtrack.scoring.two_sources import leading_side
from claimtrack.testing.generate.changes import renamed, reshuffled, scored, witness
from claimtrack.testing.generate.strategies import casebooks

_BOOKS = casebooks()


_OF_SEVERAL = {"CT103", "CT507", "CT701"}
"""Findings about two or more records, told once, at the one whose turn it is in the file."""


def tally(book: ct.Casebook) -> "Counter[tuple[str, str, str, str]]":
    """The findings of a casebook, without the places, which are an order."""
    return Counter(
        (one.code, one.severity, one.collection, "" if one.collection == "notes" or one.code in _OF_SEVERAL else one.id)
        for one in ct.check(ct.score(book)).findings
    )


def single_origins(assessment: ct.Assessment) -> set[str]:
    """The claims with a single origin, whether that is told by itself or with another finding."""
    findings = ct.check(assessment)
    alone = {found.id for found in findings.of("CT101")}
    return alone | {claim for found in findings.findings for code, claim in found.also if code == "CT101"}


@given(_BOOKS, st.data())
def test_an_added_established_origin_never_adds_a_single_origin(book: ct.Casebook, data: st.DataObject) -> None:
    """One more established origin adds no single origin, but where nobody was heard before or it turns the evidence.

    Over a link, what it says may weigh more against another claim than all that several others say for it.
    """
    claims = [name for name in scored(book) if len(ct.build(book).families[name].claims) == 1]
    assume(claims)
    claim = data.draw(st.sampled_from(claims))
    source, statement = witness("newcomer", claim, grade=data.draw(st.sampled_from(["A", "B", "C"])))
    before, after = ct.score(book), ct.score(book.with_records(source, statement))
    single_before, single_after = (single_origins(one) for one in (before, after))
    spared = {
        name
        for name, one in before.scores.items()
        if not one.estimate.judged or leading_side(one.estimate) != leading_side(after[name].estimate)
    }
    assert single_after - single_before <= spared


def test_an_origin_that_turns_a_claim_over_a_link_is_its_single_origin() -> None:
    """What one origin says weighs more over a link than two unsure ones: the side that leads now is its alone."""
    names = ("kim", "lee")
    book = ct.Casebook(
        sources=tuple(ct.Source(id=name, name=name.title(), reliability="C") for name in names),
        claims=(ct.Claim(id="fell", text="It fell."), ct.Claim(id="rain", text="It rained.")),
        statements=tuple(ct.Statement(id=name, origin=name, claim="fell", stance="asserts") for name in names),
        links=(ct.Link(id="l", from_claim="rain", to_claim="fell", sign="undermines", strength="strong"),),
    )
    assert not ct.check(ct.score(book)).of("CT101")
    more = book.with_records(*witness("newcomer", "rain", grade="A"))
    assert {"fell", "rain"} == {found.id for found in ct.check(ct.score(more)).of("CT101")}


@given(_BOOKS, st.randoms(use_true_random=False))
def test_order_changes_no_finding(book: ct.Casebook, chance: Random) -> None:
    """The same records in any order have the same findings."""

    def order(items: Iterable[Any]) -> tuple[Any, ...]:
        listed = list(items)
        return tuple(chance.sample(listed, len(listed)))

    assert tally(reshuffled(book, order)) == tally(book)


@given(_BOOKS)
def test_names_change_no_finding(book: ct.Casebook) -> None:
    """Ids are only ids: other ids have the findings of the old ones."""
    other = renamed(book, lambda name: f"x{name}")
    expected = Counter(
        {
            (code, level, collection, f"x{name}" if name else ""): n
            for (code, level, collection, name), n in tally(book).items()
        }
    )
    assert tally(other) == expected


@given(_BOOKS)
def test_a_waiver_lets_what_it_names_stand_and_nothing_else(book: ct.Casebook) -> None:
    """With a waiver for one code, findings of that code are waived, and the others are as they were.

    What was told with a waived finding is told by itself again.
    """
    before = ct.check(ct.score(book))
    assume(before.findings)
    code = before.findings[0].code
    waived = ct.check(ct.score(book.with_records(ct.Note(kind="waiver", text=f"{code}: known, and said in the text."))))
    assert not waived.of(code)
    told_with_it = {other for one in before.of(code) for other, _ in one.also}
    assert {one.code for one in waived.findings} == {one.code for one in before.findings} - {code} | told_with_it
    assert all(one.waived == f"{code}: known, and said in the text." for one in waived.waived if one.code == code)
