"""Laws of probability: where scores are Bayesian, how rivals share a question, and what low and high must enclose."""

from math import prod
from typing import Any

from claimtrack._records import evolve
from claimtrack.model.casebook import UNGRADED_MOST, Casebook, Policy
from claimtrack.model.sources import Grade, Source
from claimtrack.model.statements import Relay, Stance, Standing, Statement
from claimtrack.scoring.assessment import Assessment
from claimtrack.testing.generate.casebooks import (
    FIRST_HAND,
    NUMBERED,
    Limits,
    make_casebook,
    make_propensity,
    make_statement,
)
from claimtrack.testing.generate.changes import (
    Chain,
    just,
    plain_claim,
    relayed,
    restated,
    scored,
    without,
    witness,
)
from claimtrack.testing.generate.source import Chooser
from claimtrack.testing.law import Law, Scorer, assume, require
from claimtrack.testing.laws.numbers import against, at_most, equal, for_it
from claimtrack.testing.laws.parameters import parameters_of

_STEP, _JUMP = 1e-9, 1e-5
"""How little an interest is changed, and how little that may move P."""
_NEUTRAL = 0.5
"""The propensity of a speaker without an interest."""


def _bayes(score: Scorer, case: tuple[float, Grade, Chain, dict[str, Any]]) -> None:
    prior, grade, relays, fields = case
    sources, via = relayed(relays)
    said = witness("origin", "fell", grade=grade, via=via, **fields)
    found = score(just(plain_claim(prior=prior), *sources, *said))
    told = parameters_of(found)
    n = told.propensity(fields["propensity"])
    knows = told.candour(n) * told.fidelity("origin", grade) * fields["certainty"]
    if_so, if_not = knows + (1.0 - knows) * n, (1.0 - knows) * n
    for source, (relay, interest) in zip(sources, relays, strict=True):
        n = told.propensity(interest)
        f = told.candour(n) * told.relay_fidelity(source.id, relay)
        if_so, if_not = f * if_so + (1.0 - f) * n, f * if_not + (1.0 - f) * n
    if fields["stance"] == "denies":
        if_so, if_not = if_not, if_so
    expected = prior * if_so / (prior * if_so + (1.0 - prior) * if_not)
    equal(expected, found["fell"].probability, "the Bayesian posterior and P")


def _one_statement(choose: Chooser) -> tuple[float, Grade, Chain, dict[str, Any]]:
    fields = {
        "stance": choose.of(("asserts", "denies")),
        "propensity": make_propensity(choose),
        "certainty": choose.real(0.05, 1.0),
    }
    relays = choose.some(0, 3, lambda _: (choose.of(NUMBERED), make_propensity(choose)))
    return choose.real(0.01, 0.99), choose.of(NUMBERED), relays, fields


def _candid(score: Scorer, case: tuple[Grade, Stance, bool, tuple[float, float]]) -> None:
    grade, stance, as_relay, degrees = case
    weigh = for_it if stance == "asserts" else against

    def heard(n: float) -> Assessment:
        """A lone claim on the word of one source with this interest, directly or as the relay of a plain admission."""
        if not as_relay:
            return score(just(plain_claim(), *witness("one", "fell", grade=grade, stance=stance, propensity=n)))
        paper = Source(id="paper", name="Paper", reliability=grade)
        via = (Relay(source="paper", propensity=n),)
        said = witness("one", "fell", grade="A", stance=stance, propensity="against", via=via)
        return score(just(plain_claim(), paper, *said))

    most_interested = heard(1.0)
    told = parameters_of(most_interested)
    f = told.relay_fidelity("paper", grade) if as_relay else told.fidelity("one", grade)
    kept = told.least_candour() * f
    at_most(weigh(most_interested["fell"]), kept / (1.0 - kept), "what a self-serving word weighs, and κ₁·f/(1 - κ₁·f)")
    low, high = (weigh(heard(n)["fell"]) for n in degrees)
    at_most(high, low, f"what a word weighs with interest {degrees[1]} and with interest {degrees[0]}")
    for n in (degrees[1], _NEUTRAL + _STEP, 1.0):
        here, beside = (heard(degree)["fell"].probability for degree in (n, n - _STEP))
        require(abs(here - beside) < _JUMP, f"P jumps from {beside} to {here} where the interest reaches {n}")


def _interests(choose: Chooser) -> tuple[Grade, Stance, bool, tuple[float, float]]:
    low, high = sorted((choose.real(0.05, 1.0), choose.real(0.05, 1.0)))
    stance: Stance = choose.of(("asserts", "denies"))
    return choose.of(NUMBERED), stance, choose.of((False, True)), (low, high)


def _neutral_statement(choose: Chooser) -> tuple[float, Grade]:
    return choose.real(0.01, 0.99), choose.of(NUMBERED)


def _conserved(score: Scorer, case: tuple[float, Grade]) -> None:
    prior, grade = case
    claim = plain_claim(prior=prior)
    asserting, denying = (
        score(just(claim, *witness("one", "fell", grade=grade, stance=stance, propensity=_NEUTRAL)))
        for stance in ("asserts", "denies")
    )
    f = parameters_of(asserting).fidelity("one", grade)
    asserted = prior * f + (1.0 - f) * _NEUTRAL
    if_asserted, if_denied = asserting["fell"].probability, denying["fell"].probability
    equal(prior, asserted * if_asserted + (1.0 - asserted) * if_denied, "the prior and what is expected")


def _cautious(score: Scorer, case: tuple[Casebook, str]) -> None:
    book, claim = case
    said = [s for s in book.statements if s.claim == claim and s.stance == "asserts" and s.stands]
    assume(said)
    one = score(evolve(book, statements=tuple(said)))[claim]
    odds = [score(evolve(book, statements=(s,)))[claim].probability for s in said]
    prior = one.prior / (1.0 - one.prior)
    naive = prior * prod(p / (1.0 - p) / prior for p in odds)
    at_most(one.prior, one.probability, "the prior and P")
    at_most(one.probability, naive / (1.0 + naive), "P and naive Bayes")


def _lone(choose: Chooser) -> tuple[Casebook, str]:
    book = make_casebook(choose, Limits(questions=False, links=0))
    return book, choose.of(scored(book))


def _rivals(score: Scorer, case: tuple[Casebook, Statement]) -> None:
    book, said = case
    after, before = score(book), score(without(book, said))
    for question in book.questions:
        total = sum(after[claim].probability for claim in question.claims)
        at_most(total, 1.0, f"the sum over {question.id} and 1")
        if question.exhaustive:
            equal(1.0, total, f"1 and the sum over {question.id}")
        if said.claim in question.claims:
            for claim in question.claims:
                if claim != said.claim:
                    one, other = before[claim].probability, after[claim].probability
                    low, high = (other, one) if said.stance == "asserts" else (one, other)
                    at_most(low, high, f"P of the rival {claim}")


def _a_statement_on_a_rival(choose: Chooser) -> tuple[Casebook, Statement]:
    book = make_casebook(choose)
    rivals = [claim for question in book.questions if len(question.claims) > 1 for claim in question.claims]
    assume(rivals)
    names = [source.id for source in book.sources]
    said = evolve(make_statement(choose, "stm-x", names, [choose.of(rivals)]), standing=Standing())
    return book.with_records(said), said


def _indifferent(score: Scorer, book: Casebook) -> None:
    assume(book.statements)
    for claim, one in score(restated(book, lambda s: [evolve(s, credibility=None)])).scores.items():
        equal(one.belief + one.prior * one.unknown, one.probability, f"b + a·u and P of {claim}")


def _open_and_grade(choose: Chooser) -> tuple[Casebook, Grade]:
    return _open(choose), choose.of(("C", "B", "D", "E"))


def _ungraded(score: Scorer, case: tuple[Casebook, Grade]) -> None:
    book, grade = case
    open_book = evolve(book, policy=evolve(book.policy, ungraded=0.2))
    before = score(open_book)
    told = parameters_of(before)
    open_sources = {source.id for source in open_book.sources if source.reliability is None}
    low, high = told.open_relay()
    for name in sorted(open_sources):
        if any(said.origin == name for said in book.statements):
            assume(told.fidelity(name, grade) <= UNGRADED_MOST)
        if any(name in said.relays for said in book.statements):
            assume(low <= told.relay_fidelity(name, grade) <= high)
    graded = evolve(open_book, sources=tuple(evolve(s, reliability=s.reliability or grade) for s in open_book.sources))
    assume(graded != open_book)
    after = score(graded)
    for claim, one in before.scores.items():
        at_most(one.low, after[claim].probability, f"low of {claim} and P once its sources are graded {grade}")
        at_most(after[claim].probability, one.high, f"P of {claim} once its sources are graded {grade}, and high")


def _established(score: Scorer, book: Casebook) -> None:
    before = score(book)
    # What somebody examined is known already, and stays what it rests on.
    sure = restated(book, lambda s: [s if s.exhibits else evolve(s, lineage=FIRST_HAND[0])])
    assume(sure != book and book.policy == Policy(ungraded=book.policy.ungraded))
    after = score(sure)
    for claim, one in before.scores.items():
        at_most(one.low, after[claim].probability, f"low of {claim} and P once everything is established")
        at_most(after[claim].probability, one.high, f"P of {claim} once everything is established, and high")


def _open(choose: Chooser) -> Casebook:
    return make_casebook(choose, Limits(links=6))


LAWS = (
    Law(
        name="one statement is Bayes",
        says="a single statement gives the Bayesian posterior exactly, for any prior and chain",
        origin="derived",
        make=_one_statement,
        check=_bayes,
    ),
    Law(
        name="candour",
        says="a self-serving word has a likelihood ratio of at most 1/(1 - κ₁·f); P falls as n rises, without a jump",
        origin="bovens-hartmann-2003, extended",
        make=_interests,
        check=_candid,
    ),
    Law(
        name="conservation",
        says="what we expect to believe after hearing one direct, neutral statement is what we believe before",
        origin="expected evidence",
        make=_neutral_statement,
        check=_conserved,
    ),
    Law(
        name="cautious",
        says="unanimous evidence stays between the prior and naive Bayes, without links",
        origin="derived",
        make=_lone,
        check=_cautious,
    ),
    Law(
        name="rivals",
        says="rivals add up to 1 at most, to 1 where exhaustive; raising one raises no other, denying one lowers none",
        origin="bayes",
        make=_a_statement_on_a_rival,
        check=_rivals,
    ),
    Law(
        name="projected probability",
        says="P = b + a·u",
        origin="josang-2016",
        make=make_casebook,
        check=_indifferent,
    ),
    Law(
        name="bounds hold grades",
        says="giving an ungraded source a grade that lies in the band of the ungraded leaves P within the bounds",
        origin="practice",
        make=_open_and_grade,
        check=_ungraded,
    ),
    Law(
        name="bounds hold lineage",
        says="finding out that every origin knows first-hand leaves P within the bounds",
        origin="practice",
        make=_open,
        check=_established,
    ),
)
"""Laws of probability and of bounds."""
