"""Rules as laws: order and names change nothing, and a better sourced claim is never found less well sourced."""

from collections import Counter
from collections.abc import Iterable
from random import Random
from typing import Any

from hypothesis import assume, given, strategies as st

import claimtrack as ct
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


@given(_BOOKS, st.data())
def test_an_added_established_origin_never_adds_a_single_origin(book: ct.Casebook, data: st.DataObject) -> None:
    """Where somebody new asserts a claim from their own knowledge, no claim becomes one of a single origin."""
    claims = [name for name in scored(book) if len(ct.build(book).families[name].claims) == 1]
    assume(claims)
    claim = data.draw(st.sampled_from(claims))
    score = ct.score(book)[claim]
    assume(score.estimate.opinion.belief >= score.estimate.opinion.disbelief)
    source, statement = witness("newcomer", claim, grade=data.draw(st.sampled_from(["A", "B", "C"])))
    before = {finding.id for finding in ct.check(ct.score(book)).of("CT101")}
    after = {finding.id for finding in ct.check(ct.score(book.with_records(source, statement))).of("CT101")}
    had_none = {name for name, one in ct.score(book).scores.items() if not one.estimate.judged}
    assert after - before <= had_none


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
    """With a waiver for one code, findings of that code are waived, and the others are as they were."""
    before = ct.check(ct.score(book))
    assume(before.findings)
    code = before.findings[0].code
    waived = ct.check(ct.score(book.with_records(ct.Note(kind="waiver", text=f"{code}: known, and said in the text."))))
    assert not waived.of(code)
    assert {one.code for one in waived.findings} == {one.code for one in before.findings} - {code}
    assert all(one.waived == f"{code}: known, and said in the text." for one in waived.waived if one.code == code)
