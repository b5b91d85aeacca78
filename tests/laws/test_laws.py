"""The default method keeps the laws that apply without links."""

import json
import os
import subprocess
import sys
from typing import Any

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.scoring import Band, Fidelity
from laws import checks
from laws.casebooks import (
    NUMBERED,
    SECOND_HAND,
    books_with_claim,
    books_with_statement,
    casebooks,
    certainties,
    lone_priors,
    numbered_grades,
    propensities,
    shuffles,
    stances,
    witness,
)

score = ct.score

numbers = st.floats(0.01, 0.99)
relay_grades = st.lists(numbered_grades, max_size=3).map(tuple)
two_grades = st.lists(st.sampled_from(NUMBERED), min_size=2, max_size=2).map(
    lambda pair: tuple(sorted(pair, key=NUMBERED.index))
)


@given(casebooks())
def test_bounded(book: ct.Casebook) -> None:
    """Belief, disbelief and unknown are shares of 1, and P lies between belief and 1 less disbelief."""
    checks.check_bounded(score, book)


@given(casebooks())
def test_partition(book: ct.Casebook) -> None:
    """Settled, disputed and unknown add up to 1."""
    checks.check_partition(score, book)


@given(casebooks(wordy=True))
def test_totality(book: ct.Casebook) -> None:
    """Every casebook gets a defined score for every claim but opinions."""
    checks.check_totality(score, book)


@given(casebooks())
def test_resilience(book: ct.Casebook) -> None:
    """A prior inside (0, 1) keeps the probability inside (0, 1)."""
    checks.check_resilience(score, book)


@given(casebooks(wordy=True), st.permutations([f"id-{place}" for place in range(40)]))
def test_anonymity(book: ct.Casebook, names: list[str]) -> None:
    """Renaming ids changes no score."""
    given_names: dict[str, str] = {}
    checks.check_anonymity(score, book, lambda old: given_names.setdefault(old, names[len(given_names)]))


@given(st.data())
def test_order(data: st.DataObject) -> None:
    """The order of entry changes no score, to the last bit."""
    book = data.draw(casebooks())
    checks.check_order(score, book, data.draw(shuffles(book)))


@given(casebooks(), casebooks(statements=4))
def test_disjoint(book: ct.Casebook, other: ct.Casebook) -> None:
    """An unconnected part of the casebook changes nothing."""
    checks.check_disjoint(score, book, other)


@given(books_with_claim())
def test_directionality(drawn: tuple[ct.Casebook, str]) -> None:
    """Without links, what is said on another family of claims changes nothing."""
    checks.check_directionality(score, *drawn)


@given(books_with_claim(questions=False))
def test_equivalence(drawn: tuple[ct.Casebook, str]) -> None:
    """Two lone claims with the same prior and the same statements have the same score."""
    checks.check_equivalence(score, *drawn)


@given(casebooks())
def test_stability(book: ct.Casebook) -> None:
    """Without evidence the probability is the prior, and all is unknown."""
    checks.check_stability(score, book)


@given(books_with_claim(), stances)
def test_neutrality(drawn: tuple[ct.Casebook, str], stance: str) -> None:
    """A statement of grade E changes nothing."""
    checks.check_neutrality(score, *drawn, stance)


@given(books_with_statement())
def test_monotony(drawn: tuple[ct.Casebook, ct.Statement]) -> None:
    """One more assertion never lowers a claim, and one more denial never raises it."""
    checks.check_monotony(score, *drawn)


@given(books_with_claim(questions=False))
def test_weakening(drawn: tuple[ct.Casebook, str]) -> None:
    """A live denial lowers a claim that nobody supports, and nothing is lost without one."""
    checks.check_weakening(score, *drawn)


@given(casebooks())
def test_franklin(book: ct.Casebook) -> None:
    """Equal support and denial cancel."""
    checks.check_franklin(score, book)


@given(casebooks(questions=False))
def test_duality(book: ct.Casebook) -> None:
    """With all stances and priors turned, P becomes 1 - P."""
    checks.check_duality(score, book)


@given(books_with_claim(questions=False, statements=3, kinds_of_propensity=st.sampled_from(("neutral", "serves"))))
def test_open_mindedness(drawn: tuple[ct.Casebook, str]) -> None:
    """Enough established origins heard directly bring P as near 1 as wanted."""
    checks.check_open_mindedness(score, *drawn, 0.05)


@given(books_with_statement(), st.integers(1, 9))
def test_repetition(drawn: tuple[ct.Casebook, ct.Statement], times: int) -> None:
    """What reached us already adds nothing when it is said again or passed on by nine more outlets."""
    checks.check_repetition(score, *drawn, times)


@given(
    numbered_grades,
    st.lists(
        st.tuples(st.lists(st.sampled_from("pqrs"), max_size=3, unique=True), propensities, certainties),
        min_size=1,
        max_size=6,
    ),
    st.lists(numbered_grades, min_size=4, max_size=4),
    st.sampled_from(("witnessed", "told")),
)
@example("B", [(["p"], "neutral", 1.0), (["p", "q"], "neutral", 1.0), (["q", "p"], "neutral", 1.0)], ["A"] * 4, "told")
def test_one_origin_counts_once(grade: str, ways: list[Any], grades: list[str], lineage: str) -> None:
    """One origin weighs what its strongest statement weighs, through however many relays, in rings or not."""
    origin = ct.Source(id="one", name="One", reliability=grade)
    relays = [ct.Source(id=name, name=name, reliability=g) for name, g in zip("pqrs", grades, strict=True)]
    said = [
        attrs.evolve(
            witness("one", "fell", lineage=lineage, propensity=n, certainty=c, via=tuple(via))[1], id=f"s-{place}"
        )
        for place, (via, n, c) in enumerate(ways)
    ]
    checks.check_one_origin_counts_once(score, origin, (*relays, *said), "fell")


@given(books_with_statement(), st.data())
def test_shared_body_ceiling(drawn: tuple[ct.Casebook, ct.Statement], data: st.DataObject) -> None:
    """Any number of relays of one origin weigh at most what the origin weighs heard directly."""
    book, statement = drawn
    relays = data.draw(st.lists(st.sampled_from([s.id for s in book.sources]), unique=True, max_size=4))
    checks.check_shared_body(score, book, statement, tuple(relays))


@given(numbered_grades, relay_grades, propensities, certainties)
def test_weakest_link(grade: str, relays: tuple[str, ...], propensity: Any, certainty: float) -> None:
    """A chain is worth no more than any of its links alone."""
    checks.check_weakest_link(score, grade, relays, {"propensity": propensity, "certainty": certainty})


@given(numbered_grades, relay_grades, st.integers(0, 3), numbered_grades)
def test_hop(grade: str, relays: tuple[str, ...], place: int, hop: str) -> None:
    """A further hop never raises, and a worthless relay leaves nothing."""
    checks.check_hop(score, grade, relays, place, hop)


@given(numbered_grades, st.lists(st.sampled_from("BCDE"), max_size=3).map(tuple), st.integers(0, 3))
def test_a_perfect_relay_changes_nothing(grade: str, relays: tuple[str, ...], place: int) -> None:
    """A relay that passes on all it hears changes nothing."""
    assume(grade != "A")
    fidelity = Fidelity(A=Band(1.0 - 1e-13, 0.9, 1.0 - 1e-13))

    def perfect(book: ct.Casebook) -> ct.Assessment:
        return ct.score(book, method=ct.OriginEvidence(fidelity=fidelity))

    before = checks._alone(perfect, grade, relays)
    assert checks.near(before, checks._alone(perfect, grade, (*relays[:place], "A", *relays[place:])))


@given(casebooks(questions=False))
def test_distrust_is_not_denial(book: ct.Casebook) -> None:
    """An unreliable assertion is never evidence against."""
    checks.check_distrust_is_not_denial(score, book)


@given(books_with_statement())
def test_more_evidence_less_unknown(drawn: tuple[ct.Casebook, ct.Statement]) -> None:
    """The unknown share of a claim never rises when an origin speaks on that claim."""
    checks.check_less_unknown(score, *drawn)


@given(
    st.lists(numbered_grades, min_size=2, max_size=4).map(tuple),
    st.lists(st.floats(0.0, 1.0), min_size=2, max_size=2).map(sorted),
)
def test_dependence(grades: tuple[str, ...], strengths: list[float]) -> None:
    """A pool lies between its strongest and its sum, and falls as the dependence grows."""
    checks.check_dependence(score, grades, *strengths)


@given(books_with_claim(policy=False), numbered_grades, st.sampled_from(SECOND_HAND), propensities, stances)
def test_fail_closed(drawn: tuple[ct.Casebook, str], grade: str, lineage: str, propensity: Any, stance: str) -> None:
    """An origin that is not established never adds to another."""
    book, claim = drawn
    unsure = witness("unsure", claim, grade=grade, lineage=lineage, propensity=propensity, stance=stance)
    checks.check_fail_closed(score, book, claim, unsure)


@given(books_with_claim(statements=5), numbered_grades, st.lists(numbered_grades, min_size=1, max_size=3))
def test_one_mouth(drawn: tuple[ct.Casebook, str], paper: str, grades: list[str]) -> None:
    """Fifty invented first-hand witnesses through one newspaper never exceed the newspaper's own word."""
    checks.check_one_mouth(score, *drawn, paper, tuple(grades))


@given(books_with_claim(), numbered_grades, st.data())
def test_merge(drawn: tuple[ct.Casebook, str], grade: str, data: st.DataObject) -> None:
    """Merging two origins equal in grade, which speak directly and on one side, never raises that side."""
    book, claim = drawn
    some = st.none() | st.sampled_from([source.id for source in book.sources])
    checks.check_merge(score, book, claim, grade, (data.draw(some), data.draw(some)))


@given(books_with_statement(), two_grades)
def test_better_grade(drawn: tuple[ct.Casebook, ct.Statement], grades: tuple[str, str]) -> None:
    """A better grade of the origin never weakens what it says."""
    checks.check_better_grade(score, *drawn, grades)


@given(books_with_claim(questions=False), two_grades, st.data())
def test_better_relay(drawn: tuple[ct.Casebook, str], grades: tuple[str, str], data: st.DataObject) -> None:
    """A better grade of a source, be it origin or relay, never weakens the only side it bears on."""
    book, claim = drawn
    relay = data.draw(st.sampled_from([source.id for source in book.sources]))
    checks.check_better_relay(score, book, claim, relay, grades)


@given(books_with_statement(), st.floats(0.05, 0.49))
def test_interest(drawn: tuple[ct.Casebook, ct.Statement], low: float) -> None:
    """What serves its speaker weighs no more than what does not, and that no more than an admission."""
    checks.check_interest(score, *drawn, low)


@given(lone_priors, numbered_grades, stances)
def test_confirmation_sign(prior: float | None, grade: str, stance: str) -> None:
    """A statement raises the probability exactly when its likelihood ratio is above 1."""
    checks.check_confirmation_sign(score, ct.Claim(id="fell", text="It fell.", prior=prior), grade, stance)


@given(numbers, st.tuples(numbered_grades, relay_grades), st.tuples(stances, propensities, certainties))
def test_one_statement_is_bayes(prior: float, chain: Any, said: Any) -> None:
    """A single statement gives the Bayesian posterior exactly, for any prior and chain."""
    checks.check_one_statement_is_bayes(score, prior, chain, said)


@given(numbers, numbered_grades, numbers)
def test_conservation(prior: float, grade: str, propensity: float) -> None:
    """What we expect to believe after hearing one statement is what we believe before."""
    checks.check_conservation(score, prior, grade, propensity)


@given(books_with_claim(questions=False))
def test_cautious(drawn: tuple[ct.Casebook, str]) -> None:
    """Unanimous evidence stays between the prior and naive Bayes."""
    checks.check_cautious(score, *drawn)


@given(books_with_statement())
def test_rivals(drawn: tuple[ct.Casebook, ct.Statement]) -> None:
    """Rivals share one probability, and what raises one raises no other."""
    checks.check_rivals(score, *drawn)


@given(books_with_claim(), st.sampled_from((None, 0.25, 0.5, 0.9)))
def test_negation(drawn: tuple[ct.Casebook, str], prior: float | None) -> None:
    """The negation of a claim has the rest of its probability, and asserting the one is denying the other."""
    book, _ = drawn
    rest = None if prior is None else 1.0 - prior
    kept = [claim for claim in book.claims if claim.id != "clm-0"]
    book = attrs.evolve(
        book,
        questions=(ct.Question(id="whether", text="Is it so?", claims=("clm-0", "not"), exhaustive=True),),
        claims=(
            attrs.evolve(book.claim("clm-0"), prior=prior, topic=None),
            ct.Claim(id="not", text="It is not so.", prior=rest),
            *(attrs.evolve(claim, prior=None) for claim in kept),
        ),
        statements=tuple(attrs.evolve(s, claim="not" if s.claim != "clm-0" else s.claim) for s in book.statements),
        established=tuple(attrs.evolve(e, claim=None) for e in book.established),
    )
    checks.check_negation(score, book, "clm-0")


@given(books_with_statement())
def test_retraction(drawn: tuple[ct.Casebook, ct.Statement]) -> None:
    """Retracting support never raises, and taking the retraction back restores every score to the last bit."""
    checks.check_retraction(score, *drawn)


@given(casebooks(), st.none() | st.integers(1, 6))
def test_axes_apart(book: ct.Casebook, credibility: int | None) -> None:
    """A credibility grade never moves a reliability grade, nor any score."""
    checks.check_axes_apart(score, book, credibility)


@given(books_with_claim(), stances)
def test_no_basis(drawn: tuple[ct.Casebook, str], stance: str) -> None:
    """Grade F never acts as a number: it moves no probability."""
    checks.check_no_basis(score, *drawn, stance)


@given(casebooks(wordy=True))
def test_no_dates(book: ct.Casebook) -> None:
    """Changing dates changes no score."""
    checks.check_no_dates(score, book)


@given(books_with_claim())
def test_silence(drawn: tuple[ct.Casebook, str]) -> None:
    """That nobody denies a claim is no support for it."""
    checks.check_silence(score, *drawn)


@given(casebooks(wordy=True))
def test_projection(book: ct.Casebook) -> None:
    """The public score is the score of the public casebook, whole and read back from its file."""
    public = ct.for_audience(book, "public")
    direct = checks.bits(ct.score(book, audience="public"))
    assert checks.bits(ct.score(public)) == direct
    for form in ("json", "toml"):
        assert checks.bits(ct.score(ct.loads(ct.dumps(public, format=form), format=form))) == direct


@given(casebooks(wordy=True))
def test_deterministic(book: ct.Casebook) -> None:
    """The same casebook gives the same scores and the same working, also after it was saved and read."""
    once, again = ct.score(book), ct.score(ct.loads(ct.dumps(book, format="json"), format="json"))
    assert checks.bits(once) == checks.bits(again)
    assert [one.steps for one in once.scores.values()] == [one.steps for one in again.scores.values()]


_REPORT = """
import sys, claimtrack as ct
from claimtrack.formats import casebook_digest
from claimtrack.report import render_scores
book = ct.loads(sys.stdin.read(), format="json")
assessment = ct.score(book)
print(render_scores(assessment, casebook_digest(book)))
for form in ("text", "markdown", "json"):
    print(ct.render(ct.compose(ct.explain(assessment)), form))
"""


def test_deterministic_bytes() -> None:
    """The same casebook gives the same bytes in another process with another hash seed."""
    records = [record for place in range(6) for record in witness(f"who-{place}", "fell", via=("paper",))]
    tie = ct.Dependence(sources=("who-1", "who-3", "who-4"), kind="copies", strength=0.5)
    book = ct.Casebook(claims=(ct.Claim(id="fell", text="It fell."),), sources=(ct.Source(id="paper", name="P"),))
    text = ct.dumps(book.with_records(*records, tie), format="json")
    outputs = set()
    for seed in ("1", "2", "3"):
        done = subprocess.run(
            [sys.executable, "-c", _REPORT],
            input=text,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1


@pytest.mark.parametrize("size", [1, 3])
def test_the_deepest_casebooks_are_scored(size: int) -> None:
    """A thousand statements through chains of three relays have a defined score."""
    relays = [ct.Source(id=f"r-{place}", name="R", reliability="B") for place in range(size + 2)]
    records = [
        record
        for place in range(1000)
        for record in witness(f"w-{place}", "fell", via=(f"r-{place % size}", f"r-{size}", f"r-{size + 1}"))
    ]
    book = ct.Casebook(claims=(ct.Claim(id="fell", text="It fell."),), sources=tuple(relays))
    assert json.loads(json.dumps(ct.score(book.with_records(*records))["fell"].probability)) <= 0.8
