"""Second opinions: numbers worked by hand, what they are said to do, and where they go wrong."""
# ruff: noqa: SIM300 (the expected value stands on the left)

from math import exp, log
from typing import Any

import attrs
import pytest

import claimtrack as ct
from claimtrack.errors.failures import NotConverged, NotScored, UnknownName
from claimtrack.model.claims import Link
from claimtrack.network.build import build
from claimtrack.scoring.fidelity import Band, Fidelity
from claimtrack.scoring.gradual_semantics import SEMANTICS
from claimtrack.scoring.methods.ach import NONE_OF_THESE, Ach
from claimtrack.scoring.methods.origin_count import OriginCount
from claimtrack.scoring.methods.weight_of_evidence import decibans
from claimtrack.subjective_logic.fusion import FUSIONS
from claimtrack.testing.generate.changes import just, plain_claim, witness

METHODS: tuple[Any, ...] = (
    ct.scoring.OriginCount(),
    ct.scoring.WeightOfEvidence(),
    *(ct.scoring.SubjectiveLogic(fusion=fusion) for fusion in FUSIONS),
    *(ct.scoring.Argumentation(semantics=semantics) for semantics in SEMANTICS),
    ct.scoring.Ach(),
)

NAMES = {name: getattr(ct.scoring, name) for name in ct.scoring.__all__}
"""What the repr of a method is made of."""


def named(value: Any) -> str:
    """A short name of a method; nothing for what is none."""
    if not callable(value):
        return ""
    kind = getattr(value, "fusion", "") or getattr(value, "semantics", "")
    return f"{type(value).__name__} {kind}".strip()


every_method = pytest.mark.parametrize("method", METHODS, ids=named)


def of(method: Any, *records: Any, prior: float = 0.5) -> Any:
    """The score of one claim on which something is said."""
    return ct.score(just(plain_claim(prior=prior), *records), method=method)["fell"]


def papers(count: int, source: str, grade: str = "B") -> list[Any]:
    """An origin of some grade, and papers that pass it on."""
    origin, said = witness(source, "fell", grade=grade, lineage="told")
    outlets = [ct.Source(id=f"paper-{place}", name="Paper", reliability="B") for place in range(count)]
    return [
        origin,
        *outlets,
        *(attrs.evolve(said, id=f"{source}-{outlet.id}", via=(outlet.id,)) for outlet in outlets),
    ]


@pytest.mark.parametrize(
    ("method", "one", "two", "relayed", "denied"),
    [
        (ct.scoring.OriginCount(), 2 / 3, 3 / 4, 2 / 3, 1 / 3),
        (ct.scoring.WeightOfEvidence(), 0.8, 16 / 17, 0.785, 0.2),
        (ct.scoring.SubjectiveLogic(), 0.8, 0.875, 0.785, 0.2),
        (ct.scoring.SubjectiveLogic(fusion="averaging"), 0.8, 0.8, 0.785, 0.2),
        (ct.scoring.SubjectiveLogic(fusion="weighted"), 0.8, 0.8, 0.785, 0.2),
        (ct.scoring.SubjectiveLogic(fusion="consensus"), 0.8, 0.8, 0.785, 0.2),
        (ct.scoring.SubjectiveLogic(fusion="constraint"), 0.8, 0.92, 0.785, 0.2),
        (ct.scoring.Argumentation(), 0.8, 0.92, 0.785, 0.2),
        (
            ct.scoring.Argumentation(semantics="quadratic-energy"),
            0.5 + 0.5 * 0.36 / 1.36,
            0.5 + 0.5 * 1.44 / 2.44,
            None,
            None,
        ),
        (
            ct.scoring.Argumentation(semantics="euler-based"),
            1 - 0.75 / (1 + exp(0.6) / 2),
            1 - 0.75 / (1 + exp(1.2) / 2),
            None,
            None,
        ),
        (ct.scoring.Ach(), 0.8, 16 / 17, 0.8, 0.2),
    ],
    ids=named,
)
def test_worked_numbers(method: Any, one: float, two: float, relayed: float | None, denied: float | None) -> None:
    """One first-hand origin of grade B, two of them, one through a paper of grade B, and one that denies it.

    The witness weighs e = 3 and through the paper .57/.215, so P = (1 + e)/(2 + e); trust is .6 and .57; the argument
    has 3/5; the matrix has II·√2·√2 = 4 points, which make 2² = 4 of the odds.
    """
    first, second = witness("kim", "fell"), witness("lee", "fell")
    assert one == pytest.approx(of(method, *first).probability)
    assert two == pytest.approx(of(method, *first, *second).probability)
    paper = ct.Source(id="paper", name="Paper", reliability="B")
    if relayed is not None:
        assert relayed == pytest.approx(
            of(method, paper, *witness("kim", "fell", via=("paper",))).probability, abs=1e-3
        )
    if denied is not None:
        assert denied == pytest.approx(of(method, *witness("kim", "fell", stance="denies")).probability)


@every_method
def test_what_weighs_nothing_is_not_judged(method: Any) -> None:
    """Grades E and F, and what comes through F, leave the prior, and nothing to judge by; a relay of E does little."""
    for grade in ("E", "F"):
        score = of(method, *witness("kim", "fell", grade=grade), prior=0.3)
        assert (0.3, 1.0) == pytest.approx((score.probability, score.unknown))
        assert score.status == "cannot be judged"
        relay = ct.Source(id="relay", name="Relay", reliability=grade)
        score = of(method, relay, *witness("kim", "fell", grade="A", via=("relay",)), prior=0.3)
        if grade == "F":
            assert (0.3, False) == (score.probability, score.estimate.judged)
        else:  # A quote from a bad relay is still a quote: f = .05.
            assert score.probability < (0.5 if isinstance(method, OriginCount | Ach) else 0.34)


@every_method
def test_a_rival_that_nobody_speaks_of_is_not_judged(method: Any) -> None:
    """What is said of its rivals moves a claim, and is nothing to judge it by."""
    scores = ct.score(_question(), method=method)
    assert scores["rust"].probability <= 0.25
    assert [True, False] == [scores[name].estimate.judged for name in ("ice", "rust")]


@every_method
def test_ungraded_sources_have_the_policys_fidelity(method: Any) -> None:
    """An ungraded source counts where the policy gives it something, and does not where it gives 0."""
    book = just(plain_claim(), *witness("kim", "fell", grade=None))
    assert ct.score(book, method=method)["fell"].probability > 0.5
    strict = attrs.evolve(book, policy=ct.Policy(ungraded=0.0))
    assert 0.5 == ct.score(strict, method=method)["fell"].probability


@every_method
def test_opinions_are_not_scored(method: Any) -> None:
    """What is an opinion has no score, and moves none over a link."""
    view = ct.Claim(id="fine", text="It was fine.", kind="opinion")
    link = Link(id="link", from_claim="fine", to_claim="fell", sign="supports", strength="strong")
    book = just(plain_claim(), view, link, *witness("kim", "fine"))
    scores = ct.score(book, method=method)
    assert ["fell"] == list(scores)
    assert 0.5 == scores["fell"].probability


@every_method
def test_a_method_is_a_value(method: Any) -> None:
    """Methods are equal by their parameters, and their repr makes them again."""
    assert method == eval(repr(method), NAMES)  # noqa: S307
    with pytest.raises(AttributeError):
        method.fidelity = Fidelity()
    assert all(reason.endswith(".") for reason in method.breaks.values())


def test_the_default_method_is_a_value_too() -> None:
    """Its repr makes it again, but for the numbers of single sources: there it says how many, and no id."""
    for method in (ct.OriginEvidence(), ct.OriginEvidence(fidelity=Fidelity(A=Band(0.8, 0.7, 0.9)), largest_ring=3)):
        assert method == eval(repr(method), NAMES)  # noqa: S307
    withheld = repr(ct.OriginEvidence(sources={"whisper": Band(0.5, 0.5, 0.5)}))
    assert "sources=<1 source, digest " in withheld
    assert "whisper" not in withheld


@every_method
def test_scores_can_be_explained_and_reported(method: Any) -> None:
    """The explanation and the report take any method."""
    book = ct.read("examples/ten_outlets/casebook.toml")
    assessment = ct.score(book, method=method)
    for claim in assessment:
        assert assessment[claim].low <= assessment[claim].probability <= assessment[claim].high
    report = ct.compose(ct.explain(assessment))
    for form in ("text", "markdown", "json"):
        assert ct.render(report, form)


def test_decibans() -> None:
    """A likelihood ratio of 4 weighs 6 decibans, of 1 none, and of a quarter -6."""
    assert (6.0206, 0.0, -6.0206) == pytest.approx((decibans(4.0), decibans(1.0), decibans(0.25)), abs=1e-4)


def test_the_working_is_in_decibans() -> None:
    """The working says how many decibans there are on each side: 4 to 1 for, 1.35/.65 to 1 against."""
    against = witness("lee", "fell", grade="C", stance="denies")
    step = of(ct.scoring.WeightOfEvidence(), *witness("kim", "fell"), *against).steps[1]
    assert ("decibans", ("said-by-kim", "said-by-lee")) == (step.rule, step.inputs)
    assert (decibans(4.0), decibans(1.35 / 0.65)) == pytest.approx(tuple(step.numbers.values()))


def test_a_crowd_of_admissions_is_finite() -> None:
    """Five thousand likelihood ratios of 37 multiply to certainty as near as a double can tell it, and cancel."""
    crowd = [record for place in range(2500) for record in witness(f"a-{place}", "fell", propensity="against")]
    others = [
        record
        for place in range(2500)
        for record in witness(f"d-{place}", "fell", propensity="against", stance="denies")
    ]
    assert 1.0 > of(ct.scoring.WeightOfEvidence(), *crowd).probability > 1.0 - 1e-11
    assert 0.5 == of(ct.scoring.WeightOfEvidence(), *crowd, *others).probability
    one_more = of(ct.scoring.WeightOfEvidence(), *crowd, *others, *witness("kim", "fell"))
    assert 0.8 == pytest.approx(one_more.probability, rel=1e-6)


def test_papers_flip_the_verdict() -> None:
    """Three papers that pass one source on outweigh two first-hand denials in cumulative fusion, not by default."""
    denials = [*witness("ann", "fell", stance="denies"), *witness("ben", "fell", stance="denies")]
    outlets = papers(3, "kim")
    assert of(ct.scoring.SubjectiveLogic(), *denials, *outlets).probability > 0.5
    assert of(ct.OriginEvidence(), *denials, *outlets).probability < 0.35
    assert of(ct.scoring.OriginCount(), *denials, *outlets).probability == pytest.approx(0.25)


def test_a_mean_lets_a_weak_supporter_weaken() -> None:
    """Under averaging fusion a weak supporter takes from a strong one; by default never."""
    strong = witness("kim", "fell", grade="A")
    weak = [record for place in range(9) for record in witness(f"weak-{place}", "fell", grade="D")]
    averaging = ct.scoring.SubjectiveLogic(fusion="averaging")
    assert of(averaging, *strong, *weak).probability < of(averaging, *strong).probability - 0.15
    assert of(ct.OriginEvidence(), *strong, *weak).probability > of(ct.OriginEvidence(), *strong).probability


def _ring(sign: str = "supports") -> ct.Casebook:
    claims = [ct.Claim(id=name, text="It is so.") for name in "abc"]
    links = [
        Link(id=one + other, from_claim=one, to_claim=other, sign=sign, strength="strong")  # type: ignore[arg-type]
        for one, other in ("ab", "bc", "ca")
    ]
    return just(*claims, *links)


@pytest.mark.parametrize("semantics", SEMANTICS)
def test_claims_raise_themselves_in_a_ring(semantics: Any) -> None:
    """Three claims of which nobody says anything raise each other above their prior in every semantics."""
    scores = ct.score(_ring(), method=ct.scoring.Argumentation(semantics=semantics))
    assert scores["a"].probability > 0.58
    assert 0.5 == ct.score(_ring())["a"].probability
    if semantics == "df-quad":
        assert 1 / 1.1 == pytest.approx(scores["a"].probability)  # s = .5 + .5·.9·s


def test_a_ring_that_does_not_rest_is_an_error() -> None:
    """Five camps of claims that undermine each other in turn end in the error, with the last iterate."""
    camps = [[f"{camp}-{place}" for place in range(12)] for camp in range(5)]
    claims = [
        ct.Claim(id=name, text="It is so.", prior=0.5 + 0.01 * camp) for camp, row in enumerate(camps) for name in row
    ]
    links = [
        Link(id=f"{one}:{other}", from_claim=one, to_claim=other, sign="undermines", strength="strong")
        for camp, row in enumerate(camps)
        for one in row
        for other in camps[(camp + 1) % 5]
    ]
    with pytest.raises(NotConverged) as caught:
        ct.score(just(*claims, *links), method=ct.scoring.Argumentation(semantics="quadratic-energy"))
    assert {f"claim {claim.id}" for claim in claims} == set(caught.value.last)


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        (ct.scoring.WeightOfEvidence(), 1 - 1 / (2 + 0.9 * 3 / (1 + 0.1 * 0.5 * 3))),
        (ct.scoring.SubjectiveLogic(), 0.5 + 0.5 * 0.6 * 0.9),
        (ct.scoring.Argumentation(), 0.5 + 0.5 * 0.8 * 0.9),
        (ct.scoring.Ach(), 2 / 3),
        (ct.scoring.OriginCount(), 0.5),
    ],
    ids=named,
)
def test_what_comes_over_a_link(method: Any, expected: float) -> None:
    """A strong link from a claim at .8: T(.9, ½, 3) of odds, .9 of belief, .9 of strength, I·√2·√2 = 2 points."""
    other = ct.Claim(id="heard", text="It was heard.")
    link = Link(id="link", from_claim="heard", to_claim="fell", sign="supports", strength="strong")
    book = just(plain_claim(), other, link, *witness("kim", "heard"))
    assert expected == pytest.approx(ct.score(book, method=method)["fell"].probability)
    against = book.with_records(attrs.evolve(link, sign="undermines"))
    assert 1 - expected == pytest.approx(ct.score(against, method=method)["fell"].probability)


def _question(*, exhaustive: bool = False) -> ct.Casebook:
    claims = [ct.Claim(id=name, text="It was so.", prior=0.25) for name in ("ice", "bomb", "rust")]
    if exhaustive:
        claims[2] = attrs.evolve(claims[2], prior=0.5)
    question = ct.Question(id="why", text="Why?", claims=("ice", "bomb", "rust"), exhaustive=exhaustive)
    return just(
        *claims,
        question,
        *witness("kim", "ice"),
        *witness("lee", "bomb", grade="C", lineage="told"),
        *witness("max", "ice", grade="D", stance="denies", propensity="serves"),
    )


@every_method
@pytest.mark.parametrize("exhaustive", [False, True])
def test_rivals_share_one_probability(method: Any, *, exhaustive: bool) -> None:
    """Rivals add up to at most 1, and to 1 where they exhaust the question."""
    scores = ct.score(_question(exhaustive=exhaustive), method=method)
    total = sum(scores[name].probability for name in scores)
    if exhaustive:
        assert 1.0 == pytest.approx(total)
    else:
        assert total < 1.0


def test_a_matrix_of_hypotheses() -> None:
    """The rows, ratings, weights, scores and diagnosticity of a small matrix, worked by hand."""
    matrix = ct.scoring.Ach().matrix(build(_question()), "bomb")
    assert ("ice", "bomb", "rust", NONE_OF_THESE) == matrix.hypotheses
    rows = {item.statement: item for item in matrix.items}
    assert ["said-by-kim", "said-by-max", "said-by-lee"] == [item.statement for item in matrix.items]
    kim, denial, lee = rows.values()
    assert {"ice": "CC", "bomb": "II", "rust": "II", NONE_OF_THESE: "II"} == kim.ratings
    assert {"ice": "I", "bomb": "C", "rust": "I", NONE_OF_THESE: "I"} == lee.ratings
    assert {"ice": "II", "bomb": "N", "rust": "N", NONE_OF_THESE: "N"} == denial.ratings
    assert (4.0, 2**0.5, 2.0) == pytest.approx((kim.diagnosticity, lee.diagnosticity, denial.diagnosticity))


@pytest.mark.parametrize("exhaustive", [False, True])
def test_inconsistency_makes_the_probability(*, exhaustive: bool) -> None:
    """P of each rival is its prior times 2^(score/2), scaled over the rivals and none of these."""
    network = build(_question(exhaustive=exhaustive))
    matrix, scores = ct.scoring.Ach().matrix(network, "ice"), ct.assess(network, method=ct.scoring.Ach())
    family = network.families["ice"]
    priors = {**family.priors, NONE_OF_THESE: family.none_of_these}
    odds = {name: priors[name] * 2 ** (points / 2) for name, points in matrix.inconsistency.items()}
    for claim in family.claims:
        assert odds[claim] / sum(odds.values()) == pytest.approx(scores[claim].probability)
    assert all(points <= 0.0 for points in matrix.inconsistency.values())


def test_a_claim_alone_stands_against_its_negation() -> None:
    """A lone claim has one competitor, and a claim and its negation are each other's."""
    book = just(plain_claim(), *witness("kim", "fell"), *witness("lee", "fell", stance="denies", lineage="told"))
    matrix = ct.scoring.Ach().matrix(build(book), "fell")
    assert ("fell", NONE_OF_THESE) == matrix.hypotheses
    assert {"fell": -2.0, NONE_OF_THESE: -4.0} == pytest.approx(dict(matrix.inconsistency))
    assert log(4) / log(2) == pytest.approx(matrix.items[1].diagnosticity)
    claims = [ct.Claim(id=name, text="It is so.") for name in ("yes", "no")]
    question = ct.Question(id="whether", text="Is it?", claims=("yes", "no"), exhaustive=True)
    pair = build(just(*claims, question, *witness("kim", "no")))
    assert {"yes": -4.0, "no": 0.0} == pytest.approx(dict(ct.scoring.Ach().matrix(pair, "no").inconsistency))
    assert ct.scoring.Ach().matrix(pair, "no") == ct.scoring.Ach().matrix(pair, "yes")


def test_more_points_to_halve_make_less_of_the_odds() -> None:
    """Where it takes four points to halve the odds, four points make 2 of them."""
    assert 2 / 3 == pytest.approx(of(ct.scoring.Ach(halving=4.0), *witness("kim", "fell")).probability)


def test_what_is_refused() -> None:
    """Unknown fusions and semantics, a halving of nothing, the matrix of an opinion."""
    with pytest.raises(UnknownName, match="cumulative"):
        ct.scoring.SubjectiveLogic(fusion="sum")  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match="df-quad"):
        ct.scoring.Argumentation(semantics="grounded")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="halving"):
        ct.scoring.Ach(halving=0.0)
    view = just(ct.Claim(id="fine", text="It was fine.", kind="opinion"))
    with pytest.raises(NotScored):
        ct.scoring.Ach().matrix(build(view), "fine")
