"""The laws as plain functions: each takes a way to score, a casebook, and what it changes in it.

They hold for any method that keeps the law; `tests/meta` runs them on methods that break one.
"""

from collections.abc import Callable, Mapping
from math import isfinite, prod
from typing import Any

import attrs

import claimtrack as ct
from laws.casebooks import (
    FIRST_HAND,
    added,
    bears,
    negation_of,
    opposite,
    renamed,
    restated,
    scored,
    turned,
    united,
    witness,
)

Scores = Mapping[str, Any]
Scorer = Callable[[ct.Casebook], Scores]

SLACK = 1e-9
FIDELITY = {"A": 0.90, "B": 0.60, "C": 0.35, "D": 0.15, "E": 0.0}
PROPENSITY = {"neutral": 0.5, "serves": 1.0, "against": 0.05}


def bits(scores: Scores) -> dict[str, tuple[Any, ...]]:
    """All that is shown of each score, to the last bit."""
    return {
        claim: (
            scores[claim].probability,
            scores[claim].low,
            scores[claim].high,
            scores[claim].belief,
            scores[claim].disbelief,
            scores[claim].unknown,
            scores[claim].word,
            scores[claim].status,
            scores[claim].confidence,
            scores[claim].counts,
        )
        for claim in scores
    }


def opinions(scores: Scores) -> dict[str, tuple[float, ...]]:
    """Probability, belief, disbelief and unknown of each claim, to the last bit."""
    return {
        claim: (score.probability, score.belief, score.disbelief, score.unknown)
        for claim, score in ((claim, scores[claim]) for claim in scores)
    }


def same(left: Scores, right: Scores) -> None:
    """Assert that the claims of the first have the same opinion in the second, but for rounding."""
    mine, theirs = opinions(left), opinions(right)
    for claim, numbers in mine.items():
        for one, other in zip(numbers, theirs[claim], strict=True):
            assert near(one, other), f"{claim}: {numbers} and {theirs[claim]}"


def near(one: float, other: float) -> bool:
    """Whether two numbers are the same but for rounding."""
    return abs(one - other) <= SLACK


def most(one: float, other: float) -> bool:
    """Whether the one is at most the other, but for rounding."""
    return one <= other + SLACK


def without(book: ct.Casebook, claim: str, stance: str) -> ct.Casebook:
    """The casebook without what speaks on one side of a claim."""
    return restated(book, lambda s: () if bears(book, s, claim, stance) else (s,))


# What every score is.


def check_bounded(score: Scorer, book: ct.Casebook) -> None:
    """b, d, u >= 0; b + d + u = 1; 0 <= P <= 1; b <= P <= 1 - d; low <= P <= high."""
    for one in score(book).scores.values():
        b, d, u = one.belief, one.disbelief, one.unknown
        assert min(b, d, u) >= 0.0
        assert near(b + d + u, 1.0)
        assert 0.0 <= one.low <= one.probability <= one.high <= 1.0
        assert most(b, one.probability)
        assert most(one.probability, 1.0 - d)


def check_partition(score: Scorer, book: ct.Casebook) -> None:
    """Settled + disputed + unknown = 1, and none is below 0."""
    for one in score(book).scores.values():
        assert near(one.settled + one.disputed + one.unknown, 1.0)
        assert min(one.settled, one.disputed, one.unknown) >= 0.0


def check_totality(score: Scorer, book: ct.Casebook) -> None:
    """Every claim but an opinion has finite numbers."""
    scores = score(book)
    assert scored(book) == list(scores)
    assert all(isfinite(number) for numbers in opinions(scores).values() for number in numbers)


def check_resilience(score: Scorer, book: ct.Casebook) -> None:
    """A prior inside (0, 1) keeps P inside (0, 1)."""
    assert all(0.0 < one.probability < 1.0 for one in score(book).scores.values())


# What changes nothing.


def check_anonymity(score: Scorer, book: ct.Casebook, new: Callable[[str], str]) -> None:
    """Renaming ids changes no score."""
    before, after = bits(score(book)), bits(score(renamed(book, new)))
    assert {new(claim): shown for claim, shown in before.items()} == after


def check_order(score: Scorer, book: ct.Casebook, shuffled: ct.Casebook) -> None:
    """The order of entry changes no score, to the last bit."""
    assert bits(score(book)) == bits(score(shuffled))


def check_disjoint(score: Scorer, book: ct.Casebook, other: ct.Casebook) -> None:
    """An unconnected part changes nothing."""
    before, after = bits(score(book)), bits(score(united(book, other)))
    assert before == {claim: after[claim] for claim in before}


def check_directionality(score: Scorer, book: ct.Casebook, claim: str) -> None:
    """What is said on claims of other families changes nothing."""
    rivals = ct.build(book).families[claim].claims
    mine = restated(book, lambda s: (s,) if s.claim in rivals else ())
    assert bits(score(book))[claim] == bits(score(mine))[claim]


def check_stability(score: Scorer, book: ct.Casebook) -> None:
    """Without statements P is the prior and all is unknown."""
    for one in score(restated(book, lambda _: ())).scores.values():
        assert near(one.prior, one.probability)
        assert near(1.0, one.unknown)


def check_neutrality(score: Scorer, book: ct.Casebook, claim: str, stance: str) -> None:
    """Evidence of strength 0 changes nothing."""
    same(score(book), score(added(book, *witness("zero", claim, grade="E", stance=stance))))


def check_no_dates(score: Scorer, book: ct.Casebook) -> None:
    """Changing dates changes no score."""
    when = ct.PartialDate("1999-12")
    dates = dict.fromkeys(("occurred", "observed", "stated", "published", "accessed"))
    dated = restated(book, lambda s: [attrs.evolve(s, **dates | {"stated": when, "published": when})])
    assert bits(score(book)) == bits(score(dated))


def check_silence(score: Scorer, book: ct.Casebook, claim: str) -> None:
    """Sources that say nothing and searches that found nothing are no support."""
    silent = [witness(f"silent-{place}", claim, grade="A")[0] for place in range(3)]
    note = ct.Note(kind="search made", about=claim, text="Nobody denies it.")
    assert bits(score(book)) == bits(score(added(book, *silent, note)))


def check_axes_apart(score: Scorer, book: ct.Casebook, credibility: int | None) -> None:
    """A credibility grade moves no reliability and no score."""
    other = restated(book, lambda s: [attrs.evolve(s, credibility=credibility)])
    grades = [[(c.grade, c.relay_grades) for rows in ct.build(b).chains.values() for c in rows] for b in (book, other)]
    assert grades[0] == grades[1]
    assert bits(score(book)) == bits(score(other))


def check_no_basis(score: Scorer, book: ct.Casebook, claim: str, stance: str) -> None:
    """Grade F moves no P: not as an origin, and not as a relay."""
    before = score(book)
    judge, said = witness("no-basis", claim, grade="F", stance=stance)
    same(before, score(added(book, judge, said)))
    sound, word = witness("sound", claim, grade="A", stance=stance, via=("no-basis",))
    same(before, score(added(book, judge, sound, word)))


def check_franklin(score: Scorer, book: ct.Casebook) -> None:
    """Equal support and denial cancel: P is the prior."""
    both = restated(book, lambda s: (s, turned(s, id=f"{s.id}-turned")))
    for one in score(both).scores.values():
        assert near(one.prior, one.probability)


def check_duality(score: Scorer, book: ct.Casebook) -> None:
    """With every stance and prior turned, P becomes 1 - P; for lone claims."""
    claims = tuple(attrs.evolve(c, prior=None if c.prior is None else 1.0 - c.prior) for c in book.claims)
    after = score(attrs.evolve(restated(book, lambda s: (turned(s),)), claims=claims))
    for claim, one in score(book).scores.items():
        assert near(1.0 - one.probability, after[claim].probability)
        assert near(1.0 - one.high, after[claim].low)
        assert near(one.belief, after[claim].disbelief)
        assert near(one.unknown, after[claim].unknown)


def check_equivalence(score: Scorer, book: ct.Casebook, claim: str) -> None:
    """The same prior and the same statements give the same score; for a lone claim."""
    twin = attrs.evolve(book.claim(claim), id="twin")
    copies = [attrs.evolve(s, id=f"{s.id}-twin", claim="twin") for s in book.statements if s.claim == claim]
    found = [attrs.evolve(e, claim="twin") for e in book.established if e.claim == claim]
    scores = bits(score(added(book, twin, *copies, *found)))
    assert scores[claim] == scores["twin"]


# What can only raise, or only lower.


def check_monotony(score: Scorer, book: ct.Casebook, statement: ct.Statement) -> None:
    """One more supporting statement never lowers, and one more denial never raises."""
    after = score(book)[statement.claim].probability
    before = score(restated(book, lambda s: () if s.id == statement.id else (s,)))[statement.claim].probability
    assert most(before, after) if statement.stance == "asserts" else most(after, before)


def check_weakening(score: Scorer, book: ct.Casebook, claim: str) -> None:
    """A denial that weighs something lowers an unsupported claim; nothing is lost without one; for a lone claim."""
    bare = without(book, claim, "asserts")
    attacked = score(added(bare, *witness("live", claim, lineage="told", stance="denies")))[claim]
    assert attacked.probability < attacked.prior
    unharmed = score(without(book, claim, "denies"))[claim]
    assert most(unharmed.prior, unharmed.probability)


def check_open_mindedness(score: Scorer, book: ct.Casebook, claim: str, wanted: float) -> None:
    """Enough established origins heard directly bring P as near 1 as wanted."""
    many = [record for place in range(200) for record in witness(f"more-{place}", claim, grade="A")]
    few = score(added(book, *many[:20]))[claim].probability
    lots = score(added(book, *many))[claim].probability
    assert few < lots
    against = [record for place in range(200) for record in witness(f"most-{place}", claim, propensity="against")]
    assert 1.0 - wanted <= score(added(book, *many, *against))[claim].probability


def check_less_unknown(score: Scorer, book: ct.Casebook, statement: ct.Statement) -> None:
    """The unknown share of a claim never rises when an origin speaks on it."""
    before = score(restated(book, lambda s: () if s.id == statement.id else (s,)))
    assert most(score(book)[statement.claim].unknown, before[statement.claim].unknown)


def check_distrust_is_not_denial(score: Scorer, book: ct.Casebook) -> None:
    """Assertions alone, however unreliable, are never evidence against; for lone claims."""
    for one in score(restated(book, lambda s: (s,) if s.stance == "asserts" else ())).scores.values():
        assert one.disbelief == 0.0
        assert most(one.prior, one.probability)


def check_confirmation_sign(score: Scorer, claim: ct.Claim, grade: str, stance: str) -> None:
    """One statement moves P exactly when its likelihood ratio is not 1, and to its own side."""
    before = score(ct.Casebook(claims=(claim,)))[claim.id].probability
    after = score(ct.Casebook(claims=(claim,)).with_records(*witness("one", claim.id, grade=grade, stance=stance)))
    moved = after[claim.id].probability - before
    assert (FIDELITY[grade] > 0.0) == (moved > 0.0 if stance == "asserts" else moved < 0.0)


def check_better_grade(score: Scorer, book: ct.Casebook, statement: ct.Statement, grades: tuple[str, str]) -> None:
    """A better grade of one statement's origin never lowers what it speaks for."""
    by_grade = [
        score(restated(book, lambda s, g=grade: [attrs.evolve(s, reliability=g) if s.id == statement.id else s]))
        for grade in grades
    ]
    worse, better = (scores[statement.claim].probability for scores in by_grade)
    assert most(worse, better) if statement.stance == "asserts" else most(better, worse)


def check_better_relay(score: Scorer, book: ct.Casebook, claim: str, relay: str, grades: tuple[str, str]) -> None:
    """A better grade of a source whose statements bear on one side only never lowers that side."""
    sided = restated(book, lambda s: (s,) if s.stance == "asserts" and s.claim == claim else ())
    probabilities = []
    for grade in grades:
        source = attrs.evolve(sided.source(relay), reliability=grade, topics={})
        probabilities.append(score(sided.with_records(source))[claim].probability)
    assert most(*probabilities)


def check_interest(score: Scorer, book: ct.Casebook, statement: ct.Statement, low: float) -> None:
    """P(n = 1) <= P(n = 1/2) <= P(n < 1/2) for an assertion, and the reverse for a denial."""
    found = []
    for n in (1.0, 0.5, low):
        changed = restated(book, lambda s, n=n: [attrs.evolve(s, propensity=n) if s.id == statement.id else s])
        found.append(score(changed)[statement.claim].probability)
    serves, neutral, against = found if statement.stance == "asserts" else found[::-1]
    assert most(serves, neutral)
    assert most(neutral, against)


def check_retraction(score: Scorer, book: ct.Casebook, statement: ct.Statement) -> None:
    """Retracting support never raises, equals taking it out, and is undone to the last bit."""
    standing = ct.Standing(is_="retracted", because="Taken back.")
    taken = restated(book, lambda s: [attrs.evolve(s, standing=standing) if s.id == statement.id else s])
    before, after = score(book), score(taken)
    one, other = before[statement.claim].probability, after[statement.claim].probability
    assert most(other, one) if statement.stance == "asserts" else most(one, other)
    assert bits(after) == bits(score(restated(book, lambda s: () if s.id == statement.id else (s,))))
    again = restated(taken, lambda s: [attrs.evolve(s, standing=statement.standing)] if s.id == statement.id else [s])
    assert bits(before) == bits(score(again))


# Repetition, relays and independence.


def check_repetition(score: Scorer, book: ct.Casebook, statement: ct.Statement, times: int) -> None:
    """The same statement said again, in the same or a longer chain, changes nothing."""
    before = score(book)
    again = [attrs.evolve(statement, id=f"again-{place}") for place in range(times)]
    same(before, score(added(book, *again)))
    outlets = [ct.Source(id=f"outlet-{place}", name="Outlet", reliability="A") for place in range(times)]
    longer = [
        attrs.evolve(statement, id=f"passed-on-{place}", via=(*statement.via, outlet.id))
        for place, outlet in enumerate(outlets)
    ]
    same(before, score(added(book, *outlets, *longer)))


def check_one_origin_counts_once(score: Scorer, origin: ct.Source, records: tuple[Any, ...], claim: str) -> None:
    """One origin alone weighs what its strongest statement weighs, through however many relays or rings."""
    base = ct.Casebook(claims=(ct.Claim(id=claim, text="It fell."),)).with_records(origin)
    others = [r for r in records if isinstance(r, ct.Source)]
    said = [r for r in records if isinstance(r, ct.Statement)]
    alone = [score(base.with_records(*others, one))[claim].probability for one in said]
    assert near(max(alone), score(base.with_records(*others, *said))[claim].probability)


def check_shared_body(score: Scorer, book: ct.Casebook, statement: ct.Statement, relays: tuple[str, ...]) -> None:
    """Any number of relays of one origin weigh at most what the origin weighs heard directly."""
    base = restated(book, lambda s: () if s.id == statement.id else (s,))
    direct = added(base, attrs.evolve(statement, via=()))
    through = [
        attrs.evolve(statement, id=f"through-{place}", via=(relay,))
        for place, relay in enumerate(relays)
        if relay != statement.origin
    ]
    most_of, some = (
        score(direct)[statement.claim].probability,
        score(added(base, *through))[statement.claim].probability,
    )
    assert most(some, most_of) if statement.stance == "asserts" else most(most_of, some)


def _alone(score: Scorer, grade: str, relays: tuple[str, ...] = (), **fields: Any) -> float:
    """P of a lone claim on the word of one origin through relays of some grades."""
    sources = [ct.Source(id=f"relay-{place}", name="Relay", reliability=g) for place, g in enumerate(relays)]
    said = witness("origin", "fell", grade=grade, via=tuple(source.id for source in sources), **fields)
    book = ct.Casebook(claims=(ct.Claim(id="fell", text="It fell."),), sources=tuple(sources))
    return score(book.with_records(*said))["fell"].probability


def check_weakest_link(score: Scorer, grade: str, relays: tuple[str, ...], fields: Mapping[str, Any]) -> None:
    """A chain is worth no more than any of its links alone."""
    chain = _alone(score, grade, relays, **fields)
    assert most(chain, _alone(score, grade, **fields))
    for relay in relays:
        assert most(chain, _alone(score, relay))


def check_hop(score: Scorer, grade: str, relays: tuple[str, ...], place: int, hop: str) -> None:
    """A further hop never raises, and a worthless one leaves nothing."""
    before = _alone(score, grade, relays)
    assert most(_alone(score, grade, (*relays[:place], hop, *relays[place:])), before)
    assert near(0.5, _alone(score, grade, (*relays[:place], "E", *relays[place:])))


def check_dependence(score: Scorer, grades: tuple[str, ...], weaker: float, stronger: float) -> None:
    """A pool lies between its strongest (strength 1) and its sum (strength 0), and falls as the strength rises."""
    claim = ct.Claim(id="fell", text="It fell.")
    said = [witness(f"one-{place}", "fell", grade=grade) for place, grade in enumerate(grades)]
    free = ct.Casebook(claims=(claim,)).with_records(*(record for pair in said for record in pair))
    names = tuple(source.id for source, _ in said)

    def joined(strength: float) -> float:
        tie = ct.Dependence(sources=names, kind="same owner", strength=strength)
        return score(free.with_records(tie))["fell"].probability

    strongest = max(score(ct.Casebook(claims=(claim,)).with_records(*pair))["fell"].probability for pair in said)
    assert near(score(free)["fell"].probability, joined(0.0))
    assert near(strongest, joined(1.0))
    assert most(joined(stronger), joined(weaker))


def check_fail_closed(score: Scorer, book: ct.Casebook, claim: str, unsure: tuple[Any, ...]) -> None:
    """An origin that is not established never lifts a claim above the larger of the rest and itself alone."""
    statement = unsure[-1]
    after = score(added(book, *unsure))[claim].probability
    before = score(book)[claim].probability
    alone = score(added(without(book, claim, statement.stance), *unsure))[claim].probability
    if statement.stance == "asserts":
        assert most(after, max(before, alone))
    else:
        assert most(min(before, alone), after)


def check_one_mouth(score: Scorer, book: ct.Casebook, claim: str, paper: str, grades: tuple[str, ...]) -> None:
    """Fifty invented first-hand witnesses through one newspaper never exceed the newspaper's own word."""
    own = added(book, *witness("paper", claim, grade=paper))
    source = ct.Source(id="paper", name="Paper", reliability=paper)
    invented = [
        record
        for place in range(50)
        for record in witness(
            f"invented-{place}", claim, grade=grades[place % len(grades)], propensity="against", via=("paper",)
        )
    ]
    assert most(score(added(book, source, *invented))[claim].probability, score(own)[claim].probability)


def check_merge(score: Scorer, book: ct.Casebook, claim: str, grade: str, ties: tuple[str | None, str | None]) -> None:
    """Merging two origins equal in grade, which speak on one side only, never raises that side."""
    (first, said), (second, also) = (witness(name, claim, grade=grade) for name in ("first", "second"))
    dependences = [
        ct.Dependence(id=f"tie-{place}", sources=(name, tie), kind="same owner", strength=0.5)
        for place, (name, tie) in enumerate(zip(("first", "second"), ties, strict=True))
        if tie is not None
    ]
    two = added(book, first, second, said, also, *dependences)
    one = added(
        book,
        first,
        said,
        attrs.evolve(also, origin="first"),
        *(attrs.evolve(d, sources=("first", d.sources[1])) for d in dependences),
    )
    assert most(score(one)[claim].probability, score(two)[claim].probability)


# Probability.


def check_one_statement_is_bayes(score: Scorer, prior: float, chain: tuple[str, tuple[str, ...]], said: Any) -> None:
    """A single statement gives the Bayesian posterior, calculated here along the chain for both worlds."""
    (grade, relays), (stance, propensity, certainty) = chain, said
    knows = FIDELITY[grade] * certainty
    n = PROPENSITY.get(propensity, propensity)
    if_so, if_not = knows + (1.0 - knows) * n, (1.0 - knows) * n
    for relay in relays:
        f = FIDELITY[relay]
        if_so, if_not = f * if_so + (1.0 - f) / 2.0, f * if_not + (1.0 - f) / 2.0
    if stance == "denies":
        if_so, if_not = if_not, if_so
    expected = prior * if_so / (prior * if_so + (1.0 - prior) * if_not)
    sources = [ct.Source(id=f"relay-{place}", name="Relay", reliability=g) for place, g in enumerate(relays)]
    via = tuple(source.id for source in sources)
    origin, word = witness(
        "origin", "fell", grade=grade, via=via, stance=stance, propensity=propensity, certainty=certainty
    )
    book = ct.Casebook(claims=(ct.Claim(id="fell", text="It fell.", prior=prior),), sources=(*sources, origin))
    assert near(expected, score(book.with_records(word))["fell"].probability)


def check_conservation(score: Scorer, prior: float, grade: str, n: float) -> None:
    """The probabilities after an assertion and after a denial average to the prior."""
    f = FIDELITY[grade]
    asserted = prior * (f + (1.0 - f) * n) + (1.0 - prior) * (1.0 - f) * n
    book = ct.Casebook(claims=(ct.Claim(id="fell", text="It fell.", prior=prior),))
    if_asserted, if_denied = (
        score(book.with_records(*witness("one", "fell", grade=grade, stance=stance, propensity=p)))["fell"].probability
        for stance, p in (("asserts", n), ("denies", 1.0 - n))
    )
    assert near(prior, asserted * if_asserted + (1.0 - asserted) * if_denied)


def check_cautious(score: Scorer, book: ct.Casebook, claim: str) -> None:
    """Unanimous evidence: the prior <= P <= what multiplying the likelihood ratios gives; for a lone claim."""
    said = [s for s in book.statements if s.claim == claim and s.stance == "asserts" and s.stands]
    unanimous = restated(book, lambda s: (s,) if s in said else ())
    one = score(unanimous)[claim]
    base = restated(book, lambda _: ())
    odds = [score(added(base, s))[claim].probability for s in said]
    prior_odds = one.prior / (1.0 - one.prior)
    naive = prior_odds * prod(p / (1.0 - p) / prior_odds for p in odds)
    assert most(one.prior, one.probability)
    assert most(one.probability, naive / (1.0 + naive))


def check_rivals(score: Scorer, book: ct.Casebook, statement: ct.Statement) -> None:
    """Rivals add up to at most 1, to 1 when exhaustive; raising one never raises another, nor the reverse."""
    after, before = score(book), score(restated(book, lambda s: () if s.id == statement.id else (s,)))
    for question in book.questions:
        total = sum(after[claim].probability for claim in question.claims)
        assert near(1.0, total) if question.exhaustive else most(total, 1.0)
        if statement.claim in question.claims:
            for claim in set(question.claims) - {statement.claim}:
                one, other = before[claim].probability, after[claim].probability
                assert most(other, one) if statement.stance == "asserts" else most(one, other)


def check_negation(score: Scorer, book: ct.Casebook, claim: str) -> None:
    """P(not C) = 1 - P(C), and asserting the one is denying the other."""
    negation = negation_of(book, claim)
    assert negation is not None
    scores = score(book)
    assert near(1.0 - scores[claim].probability, scores[negation].probability)
    assert near(scores[claim].belief, scores[negation].disbelief)
    swapped = restated(
        book,
        lambda s: [attrs.evolve(s, claim=claim, stance=opposite(s.stance))] if s.claim == negation else [s],
    )
    moved = tuple(attrs.evolve(e, claim=claim) for e in book.established if e.claim == negation)
    if not moved:
        same(scores, score(swapped))


def established_book(book: ct.Casebook) -> ct.Casebook:
    """The casebook with every statement first-hand."""
    return restated(book, lambda s: [attrs.evolve(s, lineage=FIRST_HAND[0])])
