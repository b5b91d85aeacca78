"""What a number stands on: each status and each confidence level, with the reason that gives it."""

import math
from typing import get_args

import pytest

import claimtrack as ct
from claimtrack.errors.failures import NotScored, UnknownClaim, UnknownName
from claimtrack.model.casebook import Casebook, Policy
from claimtrack.model.claims import Claim, Question
from claimtrack.model.sources import Dependence, Source
from claimtrack.model.statements import Standing, Statement
from claimtrack.scoring.assessment import Status

SOURCES = (
    *(Source(id=f"{grade.lower()}{n}", name=f"{grade}{n}", reliability=grade) for grade in "ABCDEF" for n in (1, 2, 3)),
    Source(id="nobody", name="N"),
)


def said(origin: str, *via: str, **fields: object) -> Statement:
    """A first-hand assertion of the claim, unless other fields are given."""
    given = {"claim": "fell", "stance": "asserts", "lineage": "witnessed", **fields}
    return Statement(origin=origin, via=via, **given)


def denied(origin: str, *via: str, **fields: object) -> Statement:
    """A first-hand denial of the claim."""
    return said(origin, *via, stance="denies", **fields)


def told(origin: str, *via: str, **fields: object) -> Statement:
    """An assertion whose origin is not established."""
    return said(origin, *via, lineage="told", **fields)


def book(*statements: Statement, dependences=(), policy=None, prior=None, kind="fact") -> Casebook:
    """A casebook of one claim."""
    return Casebook(
        policy=policy or Policy(),
        sources=SOURCES,
        claims=(Claim(id="fell", text="It fell.", prior=prior, kind=kind),),
        statements=statements,
        dependences=tuple(dependences),
    )


def scored(*statements: Statement, **fields: object):
    """The score of the claim."""
    return ct.score(book(*statements, **fields))["fell"]


def same(*names: str, strength: float = 1.0) -> Dependence:
    """A dependence between sources."""
    return Dependence(sources=names, kind="same owner", strength=strength)


STATUSES = {
    "nothing": ("no statements", ()),
    "retracted": ("no statements", (said("a1", standing=Standing(is_="retracted")),)),
    "only F": ("cannot be judged", (said("f1"),)),
    "only E": ("cannot be judged", (said("e1"),)),
    "through F": ("cannot be judged", (said("a1", "f1"),)),
    "through E": ("single origin", (said("a1", "e1"),)),
    "one told": ("independence not established", (told("a1"),)),
    "two denials": ("contradicted", (denied("a1"), denied("a2"))),
    "two weak denials": ("denied", (denied("c1"), denied("c2"))),
    "one denial": ("single origin", (denied("a1"),)),
    "one strong denial": ("single origin", (denied("a1", propensity="against"),)),
    "for and against": ("disputed", (said("a1"), denied("a2"))),
    "for and a little against": ("single origin", (said("a1"), denied("d1"))),
    "one origin": ("single origin", (said("a1"),)),
    "one origin often": ("single origin", (said("a1"), said("a1", "b1"), said("a1", "b2"), told("a1", "b3"))),
    "one that counts": ("single origin", (said("a1"), said("e1"), said("f1"))),
    "two told": ("independence not established", (told("a1"), told("a2"))),
    "one told of two": ("independence not established", (said("b1"), told("b2"))),
    "through one paper": ("independence not established", (said("a1", "b1"), said("a2", "b1"))),
    "one through the other": ("independence not established", (said("a1"), said("a2", "a1"))),
    "two denials told": ("independence not established", (told("b1", stance="denies"), told("b2", stance="denies"))),
    "two": ("corroborated", (said("b1"), said("b2"))),
    "two papers": ("corroborated", (said("b1", "c1"), said("b2", "c2"))),
    "three, two of them apart": ("corroborated", (said("b1", "c1"), said("b2", "c1"), said("b3", "c2"))),
}


@pytest.mark.parametrize(("status", "statements"), STATUSES.values(), ids=STATUSES)
def test_status(status: str, statements: tuple[Statement, ...]) -> None:
    """Each case has the status that the first fitting rule gives."""
    assert status == scored(*statements).status


def test_every_status_occurs() -> None:
    """No status is without a case here."""
    assert set(get_args(Status)) == {"outweighed", *(status for status, _ in STATUSES.values())}


def test_two_independent_sources_may_be_outweighed() -> None:
    """Two established origins for a claim that stays below one half corroborate nothing, nor do two against above."""
    for_it, against = (said("c1"), said("c2")), (denied("c1"), denied("c2"))
    assert scored(*for_it, prior=0.05).status == scored(*against, prior=0.95).status == "outweighed"
    assert (scored(*for_it).status, scored(*against).status) == ("corroborated", "denied")


def test_a_little_weight_corroborates_nothing() -> None:
    """An origin that weighs less than .25 where it counts is no second source: a hedge, a D that serves itself."""
    for weak in (said("c2", certainty=0.3), said("d1", propensity="serves")):
        assert scored(said("b1"), weak).status == "independence not established"
    assert scored(said("b1"), said("c2", certainty=0.4)).status == "corroborated"


def test_the_order_of_statements_changes_no_status() -> None:
    """A case read backwards has the same status, word, confidence and number to the last bit."""
    for status, statements in STATUSES.values():
        there, back = scored(*statements), scored(*reversed(statements))
        assert status == back.status
        assert (there.probability, there.word, there.confidence) == (back.probability, back.word, back.confidence)


@pytest.mark.parametrize(
    ("strength", "status"),
    [(1.0, "independence not established"), (0.3, "independence not established"), (0.0, "corroborated")],
)
def test_origins_that_depend_on_each_other_do_not_corroborate(strength: float, status: str) -> None:
    """Two established origins joined by a dependence of any strength above nothing are not independent."""
    assert status == scored(said("b1"), said("b2"), dependences=[same("b1", "b2", strength=strength)]).status


def test_a_dependence_through_a_third_counts() -> None:
    """Origins joined through somebody who did not speak do not corroborate; a third, apart, does."""
    chain = [same("b1", "d1"), same("d1", "b2")]
    assert scored(said("b1"), said("b2"), dependences=chain).status == "independence not established"
    assert scored(said("b1"), said("b2"), said("b3"), dependences=chain).status == "corroborated"


def test_assumed_independence_corroborates_and_is_a_low_confidence() -> None:
    """Under the policy `assumed` two told statements corroborate, and no confidence above low is given."""
    score = scored(told("a1"), told("a2"), policy=Policy(independence="assumed"))
    assert (score.status, score.confidence) == ("corroborated", "low")


def test_contradiction_needs_two_established_denials() -> None:
    """Below one in twenty the status is contradicted only with two established origins against."""
    assert scored(denied("a1", propensity="against")).probability < 0.05
    two_told = scored(told("a1", stance="denies", propensity="against"), told("a2", stance="denies"))
    assert two_told.probability < 0.05
    assert two_told.status != "contradicted"


def test_disputed_starts_at_a_quarter() -> None:
    """The status is disputed exactly where 2·min(b, d) is a quarter or more, and more for than against."""
    for n in range(1, 100):
        score = scored(said("a1"), denied("a2", certainty=n / 100))
        assert (score.disputed >= 0.25) == (score.status == "disputed")


def test_counts() -> None:
    """Statements, origins and established origins are counted, and on each side."""
    counts = scored(said("a1"), said("a1", "b1"), told("a2"), denied("b2"), told("c1", stance="denies")).counts
    assert (counts.statements, counts.origins, counts.established) == (5, 4, 2)
    assert (
        counts.origins_for,
        counts.origins_against,
        counts.established_for,
        counts.established_against,
    ) == (2, 2, 1, 1)


def test_an_origin_on_both_sides_counts_on_both() -> None:
    """An origin that asserts and denies is one origin, and one on each side."""
    counts = scored(said("a1"), denied("a1")).counts
    assert (counts.statements, counts.origins, counts.origins_for, counts.origins_against) == (2, 1, 1, 1)


def test_denying_one_of_two_exhaustive_rivals_is_asserting_the_other() -> None:
    """In an exhaustive question of two, what is said of the one counts for the other, turned round."""
    both = Casebook(
        sources=SOURCES,
        claims=(Claim(id="fell", text="F."), Claim(id="stood", text="S.")),
        questions=(Question(id="q", text="?", claims=("fell", "stood"), exhaustive=True),),
        statements=(said("b1"), denied("b2", claim="stood")),
    )
    assessment = ct.score(both)
    assert (assessment["fell"].status, assessment["fell"].counts.established_for) == ("corroborated", 2)
    assert (assessment["stood"].status, assessment["stood"].counts.established_against) == ("denied", 2)
    assert math.isclose(1.0, assessment["fell"].probability + assessment["stood"].probability, rel_tol=1e-15)


CONFIDENCES = {
    "three that are sure": ("high", (said("a1"), said("a2"), said("a3")), {}),
    "two, within two terms": ("moderate", (said("a1"), said("a2")), {}),
    "two papers that are sure": ("high", (said("a1", "a2"), said("b1", propensity="against"), said("a3")), {}),
    "nothing": ("low", (), {}),
    "only F": ("low", (said("f1"),), {}),
    "one": ("moderate", (said("a1"),), {}),
    "one told": ("low", (told("a1"),), {}),
    "two told": ("low", (told("a1"), told("a2")), {}),
    "weak": ("low", (said("d1"), said("d2")), {}),
    "disputed": ("low", (said("a1"), said("a2"), denied("a3")), {}),
    "through one paper": ("moderate", (said("a1", "a3"), said("a2", "a3")), {}),
    "dependent": ("moderate", (said("a1"), said("a2")), {"dependences": [same("a1", "a2", strength=0.1)]}),
    "one carries most": ("moderate", (said("a1", propensity="against"), said("b1")), {}),
    "one has no grade": ("moderate", (said("a1"), said("a2"), said("nobody")), {}),
    "denials": ("high", (denied("a1"), denied("a2"), denied("a3")), {}),
}


@pytest.mark.parametrize(("level", "statements", "more"), CONFIDENCES.values(), ids=CONFIDENCES)
def test_confidence(level: str, statements: tuple[Statement, ...], more: dict) -> None:
    """Each case has the level that its weakest factor allows, and the factor that allows no more is among them."""
    score = scored(*statements, **more)
    assert level == score.confidence
    assert level == min((f.allows for f in score.factors), key=["low", "moderate", "high"].index)
    assert all(factor.name and factor.finding for factor in score.factors)


def test_high_needs_two_independent_origins() -> None:
    """Whatever the numbers, confidence is high only with two established origins that share nobody."""
    for _, statements in STATUSES.values():
        score = scored(*statements)
        assert score.confidence != "high" or score.status in {"corroborated", "denied", "contradicted"}


def test_an_override_is_kept_with_its_reason_and_shown() -> None:
    """The analyst's level takes the place of the computed one, with its reason in the score and in every report."""
    network = ct.build(book(said("d1")))
    override = ct.scoring.Override(claim="fell", confidence="high", because="I saw the photograph.")
    assessment = ct.assess(network, overrides=[override])
    plain = ct.assess(network)
    assert (assessment["fell"].confidence, assessment["fell"].override) == ("high", "I saw the photograph.")
    assert (plain["fell"].confidence, plain["fell"].override) == ("low", None)
    assert plain["fell"].probability == assessment["fell"].probability
    explanation = ct.explain(assessment)
    for report in (ct.compose(explanation), ct.report.compose_account(explanation, "fell")):
        for form in ("text", "markdown", "json"):
            assert "set by the analyst: I saw the photograph" in " ".join(
                ct.render(report, form).replace("\\", "").split()
            )


@pytest.mark.parametrize(("claim", "level"), [("fel", "high"), ("fell", "certain")])
def test_a_wrong_override_is_refused(claim: str, level: str) -> None:
    """An override of an unknown claim or level is an error and not silently without effect."""
    network = ct.build(book(said("d1")))
    with pytest.raises(ct.ClaimtrackError):
        ct.assess(network, overrides=[ct.scoring.Override(claim=claim, confidence=level, because="because")])


def test_scores_are_looked_up_by_claim() -> None:
    """An assessment has a score for each claim but opinions, and says which of the two is wrong."""
    opinions = book(kind="opinion").with_records(Claim(id="stood", text="S."))
    assessment = ct.score(opinions)
    assert (list(assessment), len(assessment)) == (["stood"], 1)
    with pytest.raises(NotScored):
        assessment["fell"]
    with pytest.raises(UnknownClaim) as caught:
        assessment["stod"]
    assert caught.value.near == "stood"


def test_no_evidence_leaves_the_prior() -> None:
    """Without statements P is the prior and everything is unknown."""
    score = scored(prior=0.3)
    assert (score.probability, score.unknown, score.belief, score.disbelief) == (0.3, 1.0, 0.0, 0.0)


def test_the_published_case() -> None:
    """The case of the method's section 10, state by state."""
    base = Casebook(
        sources=(
            Source(id="authorities", name="A", kind="official", reliability="B"),
            Source(id="local", name="L"),
            Source(id="second", name="S", reliability="C"),
            Source(id="paper", name="P", reliability="C"),
            Source(id="other", name="O", reliability="C"),
        ),
        claims=(Claim(id="covid", text="C.", prior=0.4), Claim(id="smuggling", text="S.", prior=0.4)),
        questions=(Question(id="why", text="Why?", claims=("covid", "smuggling")),),
    )

    def both(casebook: Casebook) -> tuple[float, float]:
        assessment = ct.score(casebook)
        return round(assessment["covid"].probability, 3), round(assessment["smuggling"].probability, 3)

    said_so = base.with_records(
        Statement(origin="authorities", claim="covid", stance="asserts", propensity="serves", lineage="decided")
    )
    local = Statement(origin="local", claim="smuggling", stance="asserts", lineage="witnessed")
    with_local = said_so.with_records(local)
    relayed = [
        Statement(origin="local", claim="smuggling", stance="asserts", lineage="witnessed", via=(paper,))
        for paper in ("paper", "other")
    ]
    second = Statement(origin="second", claim="smuggling", stance="asserts", lineage="witnessed")
    admitted = Statement(origin="authorities", claim="smuggling", stance="asserts", propensity="against")
    assert both(base) == (0.4, 0.4)
    assert both(said_so) == (0.44, 0.374)
    assert both(with_local) == (0.37, 0.472)
    assert both(with_local.with_records(relayed[0])) == (0.37, 0.472)
    assert both(with_local.with_records(*relayed)) == (0.37, 0.472)
    assert both(with_local.with_records(*relayed, second)) == (0.277, 0.606)
    assert both(base.with_records(admitted)) == (0.013, 0.981)


def test_words_follow_the_scale() -> None:
    """The word is the scale's for the number, and an unknown scale is refused."""
    network = ct.build(book(said("b1"), said("b2")))
    for scale in ("icd203", "phia", "ipcc", "kent", "stix"):
        score = ct.assess(network, words=scale)["fell"]
        assert ct.scales.word_for(score.probability, scale) == score.word
    with pytest.raises(UnknownName):
        ct.assess(network, words="icd230")


def test_fifty_witnesses_in_one_paper_weigh_what_the_paper_does() -> None:
    """However many origins stand behind one relay of grade C, they weigh no more than it can carry: 2·.8/.2 = 8."""
    witnesses = [Source(id=f"w{n}", name="W", reliability="B") for n in range(50)]
    many = book().with_records(*witnesses, *(said(w.id, "c1", id=f"s{n}") for n, w in enumerate(witnesses)))
    assert ct.score(many)["fell"].probability == pytest.approx(1 - 1 / (2 + 8))
    assert ct.score(many)["fell"].status == "independence not established"
