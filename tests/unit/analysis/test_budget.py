"""Closer looks stay within a budget, and say what they left out."""

from collections.abc import Mapping
from functools import partial
from itertools import permutations
from math import fsum

import pytest

import claimtrack as ct
from casebooks import fell_and
from claimtrack.report.documents.claim import compose_account, compose_inquiries
from claimtrack.report.documents.report import compose
from claimtrack.report.render.text import render_text
from claimtrack.testing.generate.changes import witness
from scaling import calls


class Counting:
    """The default method, which counts the statements that it scores."""

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self.scored = 0

    def __call__(self, network: ct.Network, /) -> Mapping[str, ct.scoring.Estimate]:
        """Count, and score."""
        self.scored += len(network.casebook.statements)
        return ct.OriginEvidence()(network)

    def run(self, network: ct.Network, /) -> ct.scoring.Run:
        """Count the statements and the looks at links in rings."""
        found = ct.OriginEvidence().run(network)
        self.scored += len(network.casebook.statements) + sum(found.looks.values())
        return found


def _crowd(size: int) -> ct.Casebook:
    """One claim on which many sources speak, a better one among them."""
    said = [one for number in range(size) for one in witness(f"s{number}", "fell", grade="D")]
    return fell_and(*said, *witness("ann", "fell", grade="A"))


@pytest.mark.parametrize("size", [50, 200, 400])
def test_a_closer_look_costs_the_same_however_many_there_are(size: int) -> None:
    """Closer looks score about as many records again as the budget says, not more where more sources speak."""
    method = Counting()
    assessment = ct.score(_crowd(size), method=method)
    method.scored = 0
    ct.explain(assessment, budget=20_000)
    assert 1_000 < method.scored < 20_000 + 10 * size


def test_what_is_left_out_is_counted_and_told() -> None:
    """What weighs most is looked into first; the report says what was not looked into further."""
    explanation = ct.explain(ct.score(_crowd(300)), budget=20_000)
    details = explanation["fell"].details
    assert details is not None
    assert "ann" in [one.id for one in details.contributions.origins.contributions]
    assert details.left_out["shares of origins"] == details.contributions.origins.others > 200
    for report in (compose(explanation), compose_account(explanation, "fell")):
        text = " ".join(render_text(report).replace("\xa0", " ").split())
        told = text.partition("What weighs most was looked into first. Not looked into further: ")[2].partition(". ")[0]
        assert all(f"{kind} ({count})" in told for kind, count in details.left_out.items())
    larger = ct.explain(ct.score(_crowd(300)), budget=200_000)["fell"].details
    assert larger is not None
    assert larger.contributions.origins.others < details.contributions.origins.others


def test_shares_add_up_with_those_of_the_rest() -> None:
    """The shares of those that are looked into, and of the rest together, are the whole move."""
    details = ct.explain(ct.score(_crowd(100)), budget=10_000)["fell"].details
    assert details is not None
    for shares in (details.contributions.origins, details.contributions.relays, details.contributions.links):
        moved = details.contributions.probability - details.contributions.before
        assert fsum(one.shapley for one in shares.everything) == pytest.approx(moved)


def test_a_small_case_is_looked_into_whole() -> None:
    """With a few sources nothing is left out, and nothing is said of a budget."""
    explanation = ct.explain(ct.score(_crowd(5)))
    details = explanation["fell"].details
    assert details is not None
    assert (dict(details.left_out), explanation.left_out) == ({}, ())
    assert "Not looked into" not in render_text(compose(explanation))


def test_fewer_claims_are_looked_at_where_the_budget_is_small() -> None:
    """Rather than to look at twelve claims with hardly a run each, the weightiest is looked at, and the rest named."""
    names = [f"c{number}" for number in range(6)]
    said = [one for name in names for one in witness(f"s-{name}", name)]
    more = [one for number in range(30) for one in witness(f"m{number}", "c4")]
    book = ct.Casebook(claims=tuple(ct.Claim(id=name, text=f"It was {name}.") for name in names))
    explanation = ct.explain(ct.score(book.with_records(*said, *more)), budget=1_000)
    assert explanation.left_out == ("c0", "c1", "c2", "c3", "c5")
    assert explanation["c4"].details is not None
    assert "Not looked into further: “It was c0”" in render_text(compose(explanation))


def _knot(size: int, *, witnesses: int) -> ct.Casebook:
    """Claims that all support or undermine each other."""
    links = [
        ct.Link(id=f"{a}-{b}", from_claim=f"c{a}", to_claim=f"c{b}", sign="supports" if (a + b) % 3 else "undermines")
        for a, b in permutations(range(size), 2)
    ]
    said = [one for number in range(witnesses) for one in witness(f"s{number}", f"c{number % size}", grade="A")]
    claims = tuple(ct.Claim(id=f"c{number}", text=f"It was {number}.") for number in range(size))
    return ct.Casebook(claims=claims).with_records(*links, *said)


@pytest.mark.parametrize(("size", "witnesses"), [(4, 1), (4, 4), (6, 1), (8, 8), (10, 10)])
def test_rounds_in_rings_count_too(size: int, witnesses: int) -> None:
    """Where claims feed each other, a run counts what its rings took, and a closer look ends when that is spent."""
    method = Counting()
    assessment = ct.score(_knot(size, witnesses=witnesses), method=method)
    method.scored = 0
    ct.explain(assessment, budget=20_000)
    # A ring may take 100,000 looks in the one run that shows how dear it is, and in one more for each closer look.
    assert method.scored < 20_000 + 400_000


def test_what_cannot_be_looked_into_at_all_is_said() -> None:
    """Where a run costs more than the budget pays for, no claim is looked at closely, and every document says so."""
    explanation = ct.explain(ct.score(_knot(8, witnesses=1)), budget=20_000)
    assert all(account.details is None for account in explanation.accounts.values())
    assert explanation.left_out == tuple(f"c{number}" for number in range(8))
    for report in (compose(explanation), compose_account(explanation, "c0"), compose_inquiries(explanation)):
        text = render_text(report)
        assert "Not looked into further: “It was 0”" in text
        assert "Nothing that could be found out" not in text


def _repeated(size: int) -> ct.Casebook:
    """So many origins, each of which says the same twice, and of half of which it is not known how they know."""
    said = [
        ct.Statement(
            id=f"s-{place}-{time}",
            origin=f"o-{place}",
            claim="fell",
            stance="asserts",
            lineage="witnessed" if place % 2 else "unknown",
        )
        for place in range(size)
        for time in range(2)
    ]
    return fell_and(*(ct.Source(id=f"o-{place}", name=f"O {place}", reliability="C") for place in range(size)), *said)


def test_the_why_of_a_claim_costs_as_much_as_its_steps() -> None:
    """Twice as many origins that repeat themselves take twice the work to explain, though each repetition is folded."""
    few, many = (calls(partial(ct.explain, ct.score(_repeated(size)), closely=[])) for size in (100, 200))
    assert many <= 2.3 * few
