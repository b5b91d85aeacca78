"""DetailedAccount looks on small cases that can be worked out by hand."""

import sys
from pathlib import Path
from types import FrameType
from typing import Literal

import pytest

import claimtrack as ct
from casebooks import FELL, fell_and
from claimtrack.analysis.contributions import find_contributions
from claimtrack.analysis.hypothesis_matrix import HypothesisMatrix, build_matrix
from claimtrack.analysis.information_value import find_inquiries
from claimtrack.analysis.rerun import reruns_of
from claimtrack.analysis.sensitivity import measure_swings
from claimtrack.analysis.tipping_points import find_tipping_points
from claimtrack.analysis.what_if import Supposition, casebook_after, change_prior, regrade, what_if, withhold
from claimtrack.errors.failures import UnknownClaim, WrongUse
from claimtrack.errors.problems import UnknownId
from claimtrack.history.state import State
from claimtrack.model.casebook import collection_of
from claimtrack.network.build import leave_out
from claimtrack.testing.generate.changes import witness


def test_two_equal_witnesses_share_equally() -> None:
    """Two established origins of one grade carry half each; either is missed, and neither is redundant."""
    contributions = find_contributions(
        reruns_of(ct.score(fell_and(*witness("ann", "fell"), *witness("bob", "fell"))), "fell")
    )
    assert [one.shapley for one in contributions.origins.contributions] == pytest.approx(
        [0.375 / 2 + 0.0] * 2, abs=0.01
    )
    assert not any(one.redundant for one in contributions.origins.contributions)
    assert contributions.share == ("ann", pytest.approx(0.5))


def test_a_relay_shares_with_what_is_heard_directly() -> None:
    """What came through a relay is the relay's to lose; the rest is heard directly."""
    paper = ct.Source(id="paper", name="Paper", reliability="B")
    found = ct.score(fell_and(paper, *witness("ann", "fell", via=("paper",)), *witness("bob", "fell")))
    relays = {one.id: one for one in find_contributions(reruns_of(found, "fell")).relays.contributions}
    assert set(relays) == {"paper", ""}
    assert relays["paper"].if_lost == pytest.approx(found["fell"].probability - 0.8)


@pytest.mark.parametrize("prior", [5e-324, 1e-320, 1e-200, 1.0 - 2.0**-53])
def test_a_prior_next_to_nothing_has_tipping_points(prior: float) -> None:
    """However near to 0 or 1 a claim begins, its account ends; no number of origins is made of an infinite weight."""
    found = ct.score(fell_and(*witness("ann", "fell")))
    case = casebook_after(found.network.casebook, *change_prior(found.network.casebook, "fell", prior))
    assert len(ct.explain(ct.score(case)).assessment.scores) == 1


def test_one_source_is_a_single_point_of_failure() -> None:
    """Where one source holds a claim up, the breakdown point is 1; where two do alike, it is 2."""
    one = ct.score(fell_and(*witness("ann", "fell")))
    assert find_tipping_points(reruns_of(one, "fell"), one["fell"], one.words).breakdown == 1
    two = ct.score(fell_and(*witness("ann", "fell"), *witness("bob", "fell")))
    assert find_tipping_points(reruns_of(two, "fell"), two["fell"], two.words).breakdown == 2


def test_origins_needed_are_counted_in_closed_form() -> None:
    """From even odds, one origin of grade B (e = 3) makes 80 %: one reaches `likely` and `very likely`, six 95 %."""
    found = ct.score(fell_and())
    needed = {one.word: one for one in find_tipping_points(reruns_of(found, "fell"), found["fell"], found.words).needed}
    assert (needed["likely"].counts["B"], needed["very likely"].counts["B"]) == (1, 1)
    assert needed["almost certain"].counts["B"] == 6
    assert needed["almost certain"].counts["A"] == 1
    assert needed["unlikely"].stance == "denies"


def test_a_swing_goes_over_the_band_of_the_grade() -> None:
    """A lone witness of grade B moves the claim from what f = .45 gives to what f = .75 gives."""
    swings = {
        swing.kind: swing for swing in measure_swings(reruns_of(ct.score(fell_and(*witness("ann", "fell"))), "fell"))
    }
    f = swings["fidelity"]
    assert (f.low, f.high) == ("0.45", "0.75")
    for fidelity, found in ((0.45, f.at_low), (0.75, f.at_high)):
        weight = fidelity / ((1.0 - fidelity) * 0.5)
        assert found == pytest.approx((1.0 + weight) / (2.0 + weight))
    assert (swings["propensity"].low, swings["propensity"].high) == ("0.25", "1.00")
    assert swings["prior"].at_low < 0.8 < swings["prior"].at_high


def test_relays_and_candour_have_swings_of_their_own() -> None:
    """A relay of grade C that gains: f from .60 to .90, n from half to 1; candour from 0 to twice as much."""
    paper = ct.Source(id="post", name="Post", kind="media", reliability="C")
    through = (ct.model.Relay(source="post", propensity="serves"),)
    book = fell_and(paper, *witness("ann", "fell", via=through))
    swings = {swing.kind: swing for swing in measure_swings(reruns_of(ct.score(book), "fell"))}
    ends = {kind: (swings[kind].low, swings[kind].high) for kind in ("relay fidelity", "relay propensity", "candour")}
    assert ends == {
        "relay fidelity": ("0.60", "0.90"),
        "relay propensity": ("0.50", "1.00"),
        "candour": ("0.00", "0.50"),
    }
    f = swings["relay fidelity"]
    for fidelity, found in ((0.25 * 0.6, f.at_low), (0.25 * 0.9, f.at_high)):
        weight = 0.6 * fidelity / (fidelity * 0.4 * 0.5 + 1.0 - fidelity)
        assert found == pytest.approx((1.0 + weight) / (2.0 + weight))
    assert swings["relay propensity"].at_low > swings["relay propensity"].at_high
    assert swings["candour"].at_low == pytest.approx(0.5)
    assert (swings["fidelity"].id, f.id) == ("ann", "post")
    assert swings["relay propensity"].id == "said-by-ann post"


def test_a_method_without_fidelities_has_its_sources_regraded() -> None:
    """A method of one's own is moved by grades, since it has no fidelity to move."""

    def by_grade(network: ct.Network) -> dict[str, object]:
        return dict(ct.OriginEvidence()(network))

    found = ct.score(fell_and(*witness("ann", "fell")), method=by_grade)  # type: ignore[arg-type]
    swings = {swing.kind: swing for swing in measure_swings(reruns_of(found, "fell"))}
    assert (swings["fidelity"].low, swings["fidelity"].high) == ("C", "A")
    assert find_tipping_points(reruns_of(found, "fell"), found["fell"], found.words).breakdown == 1


def test_the_matrix_reads_as_the_analysis_of_competing_hypotheses_does() -> None:
    """What an origin asserts is consistent with it and inconsistent with its rival; whose loss decides is marked."""
    rivals = (FELL, ct.Claim(id="burnt", text="It burnt."))
    question = ct.Question(id="why", text="Why?", claims=("fell", "burnt"))
    said = (*witness("ann", "fell", grade="A"), *witness("bob", "burnt", grade="D"))
    found = ct.score(ct.Casebook(claims=rivals, questions=(question,)).with_records(*said))
    matrix = build_matrix(reruns_of(found, "fell"))
    assert matrix is not None
    assert [row.origin for row in matrix.rows] == ["ann", "bob"]
    first, second = matrix.rows
    assert [HypothesisMatrix.reading(first.cells[name]) for name in ("fell", "burnt")] == ["CC", "II"]
    assert [HypothesisMatrix.reading(second.cells[name]) for name in ("fell", "burnt")] == ["I", "C"]
    assert (first.decides, second.decides) == (True, False)
    assert build_matrix(reruns_of(ct.score(fell_and()), "fell")) is None


def test_the_best_question_is_the_one_that_moves_most() -> None:
    """An ungraded source behind everything is worth looking into; who is heard through a relay only, hearing."""
    paper = ct.Source(id="paper", name="Paper", reliability="C")
    said = witness("ann", "fell", grade=None, via=("paper",), lineage="told")
    found = find_inquiries((reruns_of(ct.score(fell_and(paper, *said)), "fell"),))
    kinds = {inquiry.kind for inquiry in found}
    assert {"another origin", "heard directly", "grade"} <= kinds
    another = next(inquiry for inquiry in found if inquiry.kind == "another origin")
    assert another.about == ("fell",)
    assert [answer.text for answer in another.answers] == ["it confirms", "it denies"]


@pytest.mark.parametrize(("propensity", "passed"), [("neutral", 0.95), ("serves", 0.95 / 4)])
def test_a_relay_is_taken_at_its_word_as_a_relay(propensity: Literal["neutral", "serves"], passed: float) -> None:
    """An origin says the same where the relay passed it on truly; else as often as its grade and the claim have it."""
    paper = ct.Source(id="paper", name="Paper", reliability="B")
    said = witness("ann", "fell", via=(ct.Relay(source="paper", propensity=propensity),))
    scored = ct.score(fell_and(paper, *said))
    (heard,) = (one for one in find_inquiries((reruns_of(scored, "fell"),)) if one.kind == "heard directly")
    assert heard.answers[0].text == "it says the same"
    anyway = 0.6 * scored["fell"].probability + 0.4 / 2
    assert heard.answers[0].chance == pytest.approx(passed + (1.0 - passed) * anyway)


def test_a_worthless_relay_of_a_denial_is_hardly_worth_asking_past() -> None:
    """That an origin denies what is all but certain, as a poor and interested relay says, is hardly to be expected."""
    paper = ct.Source(id="paper", name="Paper", reliability="E")
    denial = witness("eve", "fell", grade="A", stance="denies", via=(ct.Relay(source="paper", propensity="serves"),))
    scored = ct.score(fell_and(paper, *denial, *(one for name in "abcdef" for one in witness(name, "fell", grade="A"))))
    found = find_inquiries((reruns_of(scored, "fell"),))
    (heard,) = (one for one in found if one.kind == "heard directly")
    assert heard.answers[0].chance < 0.1
    assert heard.value < 0.01


def test_only_what_moves_a_judgment_by_half_a_point_is_asked() -> None:
    """At most ten questions are asked, the most valuable first, and none that could not be seen to move anything."""
    many = [one for number in range(12) for one in witness(f"w{number}", "fell", grade=None, lineage="told")]
    found = find_inquiries((reruns_of(ct.score(fell_and(*many)), "fell"),))
    assert len(found) == 10
    assert all(one.value >= 0.005 for one in found)


def test_whether_two_share_a_source_is_asked_of_established_origins() -> None:
    """Two established origins may share a source; were it so, the claim would stand lower."""
    found = ct.score(fell_and(*witness("ann", "fell"), *witness("bob", "fell")))
    (shared,) = (one for one in find_inquiries((reruns_of(found, "fell"),)) if one.kind == "shared source")
    assert shared.about == ("ann", "bob")
    yes, no = shared.answers
    assert yes.probabilities["fell"] == pytest.approx(0.8)
    assert no.probabilities["fell"] == found["fell"].probability


def test_what_happened_makes_the_other_casebook() -> None:
    """Each event changes what it says and nothing else, and nothing at all leaves the casebook as it is."""
    case = fell_and(*witness("ann", "fell"), ct.Claim(id="sank", text="It sank."), ct.Link(id="l", from_claim="fell",
                to_claim="sank", sign="supports"), *witness("bob", "fell", lineage="told"))  # fmt: skip
    assert casebook_after(case, ct.events.Graded(id="ann", grade="E")).source("ann").reliability == "E"
    assert not casebook_after(case, ct.events.Retracted(id="said-by-ann")).statements[0].stands
    assert [s.stands for s in casebook_after(case, *withhold(case, "ann")).statements] == [False, True]
    found = ct.Established(source="bob", because="supposed")
    assert casebook_after(case, found).established == (found,)
    assert casebook_after(case, ct.Dependence(sources=("ann", "bob"), kind="told by")).dependences[0].strength == 1.0
    assert casebook_after(case, ct.events.Removed(collection="links", id="l")).links == ()
    assert casebook_after(case, *change_prior(case, "fell", 0.2)).claim("fell").prior == 0.2
    unnumbered = ct.Statement(origin="ann", claim="sank", stance="denies")
    assert [one.id for one in casebook_after(case, *witness("eve", "fell"), unnumbered).statements[2:]] == [
        "said-by-eve",
        "statements-3",
    ]
    assert casebook_after(case) == case


def test_a_grade_for_everything_takes_the_grades_of_topics_and_statements_away() -> None:
    """Whatever grade a source has for a topic or in a statement, after `regrade` it has the one that was given."""
    kim = ct.Source(id="kim", name="Kim", reliability="B", topics={"bridges": "A"})
    said = ct.Statement(id="s", origin="kim", claim="fell", stance="asserts", reliability="C")
    case = fell_and(kim, said)
    after = casebook_after(case, *regrade(case, "kim", "E"))
    assert (after.source("kim").reliability, dict(after.source("kim").topics)) == ("E", {})
    assert after.statements[0].reliability is None


def test_an_event_with_its_reason_keeps_it() -> None:
    """An event may be given whole: the reason and the day of a retraction are those of the statement then."""
    gone = ct.events.event(ct.events.Retracted(id="said-by-ann"), because="Misheard.", so=ct.PartialDate("2021-03-30"))
    standing = casebook_after(fell_and(*witness("ann", "fell")), gone).statements[0].standing
    assert (standing.because, str(standing.on)) == ("Misheard.", "2021-03-30")


def test_what_is_private_in_a_new_record_stays_with_it() -> None:
    """A new source keeps its confidential fields, so that what is hidden of it can be hidden."""
    new = ct.Source(id="eve", name="Source E", confidential=ct.Confidential(name="Eve Example"))
    assert casebook_after(fell_and(), new).source("eve").confidential == new.confidential


def test_the_prior_of_a_rival_takes_from_the_others() -> None:
    """Raised to .9, a rival leaves a fifth of what the other had."""
    rivals = (FELL, ct.Claim(id="burnt", text="It burnt."))
    question = ct.Question(id="why", text="Why?", claims=("fell", "burnt"), exhaustive=True)
    case = ct.Casebook(claims=rivals, questions=(question,))
    priors = [claim.prior for claim in casebook_after(case, *change_prior(case, "fell", 0.9)).claims]
    assert priors == [0.9, pytest.approx(0.1)]


@pytest.mark.parametrize(
    ("happened", "error"),
    [
        (ct.events.Graded(id="anne", grade="A"), UnknownId),
        (ct.events.Retracted(id="said"), UnknownId),
        (ct.events.Retracted(id="said-by-ann", replaced_by="said"), UnknownId),
        (ct.events.Removed(collection="links", id="l"), UnknownId),
        (ct.events.Merged(id="ann", into="anne"), UnknownId),
        (ct.events.Corrected(collection="claims", id="felled", changes={"prior": 0.5}), UnknownClaim),
        (ct.Established(source="ann", because="?", claim="felled"), ct.InvalidCasebook),
        (ct.Dependence(sources=("ann", "nobody"), kind="told by"), ct.InvalidCasebook),
    ],
)
def test_what_cannot_happen_is_refused(happened: Supposition, error: type[Exception]) -> None:
    """An event about a record that is not there, or that names one, is refused rather than passed over."""
    with pytest.raises(error):
        what_if(ct.score(fell_and(*witness("ann", "fell"))), happened)


def test_a_prior_lies_between_0_and_1_and_belongs_to_a_claim() -> None:
    """What no prior can be, and a claim or source that is not there, is refused."""
    case = fell_and(*witness("ann", "fell"))
    for claim, prior, error in (("felled", 0.5, UnknownClaim), ("fell", 1.0, WrongUse)):
        with pytest.raises(error):
            change_prior(case, claim, prior)
    with pytest.raises(UnknownId):
        withhold(case, "nobody")


def test_leaving_out_is_building_without() -> None:
    """A network without some statements and links is the network of the casebook without them."""
    case = fell_and(
        *witness("ann", "fell"),
        *witness("bob", "sank", via=("ann",)),
        *witness("eve", "fell", via=("bob",)),
        ct.Claim(id="sank", text="It sank."),
        ct.Link(id="up", from_claim="fell", to_claim="sank", sign="supports"),
        ct.Link(id="down", from_claim="sank", to_claim="fell", sign="supports"),
    )
    network = ct.build(case)
    for statements, links in ((), ()), (("said-by-eve",), ()), (("said-by-ann",), ("up",)), ((), ("up", "down")):
        gone = [one for one in (*case.statements, *case.links) if one.id in (*statements, *links)]
        assert ct.build(case.without_records(*gone)) == leave_out(network, set(statements), set(links))


def test_a_report_builds_few_networks() -> None:
    """What is run again takes over all of the network that it does not change: the example builds few, not 340."""
    assessment = ct.score(ct.read(Path(__file__).parents[3] / "examples" / "border_lockdowns" / "casebook.toml"))
    built = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal built
        built += event == "call" and frame.f_code is ct.build.__code__

    sys.setprofile(count)
    try:
        ct.compose(ct.explain(assessment))
    finally:
        sys.setprofile(None)
    assert built <= 20


@pytest.mark.parametrize(
    "happened",
    [
        (ct.events.Graded(id="ann", grade="E"), ct.events.Graded(id="bob", grade=None)),
        (ct.events.Retracted(id="said-by-ann"), ct.events.Graded(id="ann", grade="A")),
        (ct.events.Retracted(id="said-by-ann", replaced_by="said-by-bob"),),
        (ct.events.Corrected(collection="claims", id="fell", changes={"prior": 0.2}),),
        (*witness("eve", "fell"), ct.events.Graded(id="eve", grade="D")),
        witness("ann", "fell", grade="D"),
    ],
)
def test_a_few_changes_are_made_as_a_replay_would_make_them(happened: tuple[Supposition, ...]) -> None:
    """What is changed without replaying the whole casebook is what the whole casebook would be."""
    case = fell_and(*witness("ann", "fell"), *witness("bob", "fell", lineage="told"))
    state = State.of(case)
    for one in happened:
        if hasattr(one, "apply"):
            one.apply(state)
        else:
            state.add(collection_of(one), one.id, one)  # type: ignore[arg-type, union-attr]
    assert state.casebook() == casebook_after(case, *happened)
