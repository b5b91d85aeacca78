"""What became of judgments and of those who made statements: history, alerts, records, calibration."""

from math import isclose
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

import claimtrack as ct
from claimtrack.dates import moment_of
from claimtrack.history.events import KINDS
from claimtrack.history.replay import state_of
from claimtrack.network.build import build
from claimtrack.network.subgraph import downstream
from claimtrack.report.documents.ledger_log import describe_events
from claimtrack.testing import Limits, RandomChooser, make_casebook, make_history
from claimtrack.tracking.as_of import RelevantEvents
from claimtrack.tracking.calibration import Forecast
from claimtrack.tracking.track_record import Proportion

KIM = ct.Source(id="kim", name="Kim", reliability="B")
LEE = ct.Source(id="lee", name="Lee", reliability="C")
FELL = ct.Claim(id="fell", text="The bridge fell.", topic="bridges")


def on(day: int, what: object, **more: object) -> ct.events.Event:
    """Something that was learned on a day of March 2021."""
    return ct.events.event(what, learned=moment_of(f"2021-03-{day:02}"), **more)  # type: ignore[arg-type]


def said(name: str, origin: str = "kim", claim: str = "fell", stance: Any = "asserts", **more: Any) -> ct.Statement:
    """A statement of somebody who saw it, on the record."""
    return ct.Statement(
        id=name, origin=origin, claim=claim, stance=stance, lineage="witnessed", terms="on the record", **more
    )


CASE = (
    on(1, KIM),
    on(1, LEE),
    on(1, FELL),
    on(1, ct.Claim(id="rain", text="It rained.")),
    on(3, said("s1")),
    on(4, said("r1", claim="rain")),
    on(5, said("s2", "lee")),
    on(7, ct.events.Retracted(id="s1"), because="he misheard"),
)


def test_the_history_of_a_claim_has_each_change_with_its_cause() -> None:
    """One point for each moment that changed it; what is said of other claims is none."""
    points = ct.tracking.track_score(CASE, "fell").points
    assert [(point.learned.day, round(point.score.probability, 2)) for point in points if point.learned] == [
        ("2021-03-01", 0.5),
        ("2021-03-03", 0.8),
        ("2021-03-05", 0.84),
        ("2021-03-07", 0.67),
    ]
    assert "First judged" in points[0].text
    assert "because a statement of Kim" in points[1].text
    assert "was retracted (he misheard)" in points[3].text
    assert [[event.what.collection for event in points[3].events]] == [["statements"]]


def test_alerts_tell_what_nobody_should_miss() -> None:
    """A claim that crosses a word, changes its status, or loses its last established origin."""
    last = on(9, ct.events.Retracted(id="s2"), because="she misheard")
    kinds = [[alert.kind for alert in point.alerts] for point in ct.tracking.track_score((*CASE, last), "fell").points]
    assert kinds == [[], ["word", "status"], ["status"], ["word", "status"], ["word", "status", "established"]]


def test_a_history_can_end_in_the_past() -> None:
    """Only what was learned by then is in it."""
    assert len(ct.tracking.track_score(CASE, "fell", as_of=moment_of("2021-03-04")).points) == 2


def test_a_time_at_which_records_contradict_each_other_has_no_point() -> None:
    """What is entered late may make nonsense of a time in between; the history goes on after it."""
    rivals = (
        on(2, ct.Claim(id="sank", text="It sank.")),
        on(6, ct.Question(id="q", text="?", claims=("fell", "sank"))),
    )
    odds = on(5, ct.events.Corrected(collection="claims", id="sank", changes={"prior": 0.9}), because="?")
    even = on(8, ct.events.Corrected(collection="claims", id="sank", changes={"prior": 0.4}), because="?")
    late = on(4, ct.events.Corrected(collection="claims", id="fell", changes={"prior": 0.6}), because="?")
    days = [
        p.learned.day[8:]
        for p in ct.tracking.track_score((*CASE, *rivals, odds, even, late), "fell").points
        if p.learned
    ]
    assert days == ["01", "03", "04", "05", "08"]


def test_a_claim_that_is_not_there_has_no_history() -> None:
    """The error names the nearest; opinions have none either."""
    with pytest.raises(ct.ClaimtrackError, match='did you mean "fell"'):
        ct.tracking.track_score(CASE, "fel")
    with pytest.raises(ct.ClaimtrackError, match="opinion"):
        ct.tracking.track_score((*CASE, on(2, ct.Claim(id="nice", text="It is nice.", kind="opinion"))), "nice")


@given(st.integers(0, 3_000))
def test_the_last_point_is_the_score_of_now(seed: int) -> None:
    """Whatever happened, a history that looks at a part of the events ends where the whole casebook stands."""
    events = make_history(RandomChooser(seed))
    book = ct.replay(events)
    assessment = ct.score(book)
    for claim in list(assessment)[:2]:
        score = assessment[claim]
        part = ct.score(state_of(RelevantEvents(events).bearing_on(claim)).casebook(pruned=True))[claim]
        assert (score.probability, score.low, score.high) == (part.probability, part.low, part.high)
        assert score.status == part.status
        last = ct.tracking.track_score(events, claim).points[-1].score
        assert isclose(score.probability, last.probability, abs_tol=1e-3)
        assert (score.word, score.status) == (last.word, last.status)


def test_the_public_history_knows_no_more_than_the_public() -> None:
    """A source that is protected now is hidden in all of it, and no day stands for when we learned of it."""
    hide = on(
        9, ct.events.Corrected(collection="sources", id="kim", changes={"protected": True}), because="he is in danger"
    )
    secret = on(6, ct.Statement(id="off", origin="lee", claim="fell", stance="denies", terms="off the record"))
    events = (*CASE[:-1], secret, hide)
    points = ct.tracking.track_score(events, "fell", audience="public").points
    assert [point.learned and point.learned.day for point in points] == ["2021-03-05"]
    assert all(point.events == () for point in points)
    assert "Kim" not in repr(points)
    report = ct.render(ct.report.compose_history(ct.tracking.track_score(events, "fell", audience="public")), "html")
    assert "Kim" not in report


def test_what_changes_only_a_little_is_said_to() -> None:
    """No sentence says that something was lowered from 66 % to 66 %."""
    first = (*CASE[:4], on(5, said("s2", "lee", certainty=0.9)))
    small = ct.events.Corrected(collection="statements", id="s2", changes={"certainty": 0.896})
    point = ct.tracking.track_score((*first, on(8, small, because="she hedged")), "fell").points[-1]
    assert "is lowered by less than a point, to 66\u00a0%, and stays likely" in point.text


def test_scoring_some_claims_gives_the_scores_of_all() -> None:
    """By every method, bit for bit, whatever else is in the casebook; what is left out says so."""
    methods = (
        ct.OriginEvidence(),
        ct.scoring.OriginCount(),
        ct.scoring.SubjectiveLogic(),
        ct.scoring.Ach(),
        ct.scoring.WeightOfEvidence(),
        ct.scoring.Argumentation(),
    )
    for seed in range(30):
        network = build(make_casebook(RandomChooser(seed), Limits(opinions=True)))
        for method in methods:
            whole = ct.assess(network, method=method)
            for claim in whole:
                assert whole[claim] == ct.assess(network, method=method, only=[claim])[claim]
    network = build(ct.replay(CASE))
    some = ct.assess(network, only=["rain"])
    assert list(some) == ["rain"]
    with pytest.raises(ct.ClaimtrackError, match="left out"):
        some["fell"]
    with pytest.raises(ct.ClaimtrackError, match='did you mean "rain"'):
        ct.assess(network, only=["rainn"])
    assert list(ct.assess(network, only=[])) == []


def test_scoring_some_claims_does_not_run_the_method_on_the_rest() -> None:
    """The method sees what bears on them, unless it says that other things could matter."""
    seen: list[int] = []

    @attrs.frozen
    class Watching:
        breaks: dict[str, str] = attrs.field(factory=dict)

        def __call__(self, network: Any) -> Any:
            seen.append(len(network.casebook.claims))
            return ct.OriginEvidence()(network)

    network = build(ct.replay(CASE))
    ct.assess(network, method=Watching(), only=["rain"])
    ct.assess(network, method=Watching({"directionality": "it looks around"}), only=["rain"])
    assert seen == [1, 2]


def test_what_rests_on_a_statement_is_all_that_it_leads_to() -> None:
    """Its claim, the rivals of that, and what these lead to over links."""
    names = ("a", "b", "c", "d", "e")
    book = ct.Casebook(
        sources=(KIM,),
        claims=tuple(ct.Claim(id=name, text=name) for name in names),
        questions=(ct.Question(id="q", text="?", claims=("a", "b")),),
        links=(
            ct.Link(from_claim="b", to_claim="c", sign="supports"),
            ct.Link(from_claim="c", to_claim="d", sign="supports"),
        ),
        statements=(said("s1", claim="a"),),
    )
    assert downstream(build(book), ["s1"]) == ("a", "b", "c", "d")
    assert downstream(build(book), ["nothing"]) == ()


# --- track records -------------------------------------------------------------------------------------------------


def resolved(claims: dict[str, str]) -> list[ct.events.Event]:
    """That claims turned out in some way."""
    return [on(20, ct.events.Resolved(id=claim, outcome=how), because="seen") for claim, how in claims.items()]  # type: ignore[arg-type]


def many(right: int, wrong: int) -> list[ct.events.Event]:
    """A source that was right and wrong so often, by asserting what was true and what was false."""
    events = [on(1, KIM)]
    for place in range(right + wrong):
        events += [on(1, ct.Claim(id=f"c{place}", text="?")), on(2, said(f"s{place}", claim=f"c{place}"))]
    outcomes = {f"c{place}": "true" if place < right else "false" for place in range(right + wrong)}
    return [*events, *resolved(outcomes)]


def records(events: list[ct.events.Event]) -> Any:
    """The track records that events make."""
    return {
        one.source: one for one in ct.tracking.measure_track_records(ct.replay(events), ct.history.resolutions(events))
    }


def test_a_source_is_right_where_it_asserts_what_is_true_and_denies_what_is_false() -> None:
    """Each claim counts once; what it passes on, what it says by topic, and what it denies are told apart."""
    events = [
        *CASE[:-1],
        on(6, said("s3")),
        on(6, said("p1", "lee", via=("kim",), stance="denies")),
        on(6, said("r2", "lee", "rain", "denies")),
        *resolved({"fell": "true", "rain": "false"}),
    ]
    found = records(events)
    kim, lee = found["kim"], found["lee"]
    assert (Proportion(1, 2), Proportion(0, 0)) == (kim.said.asserted, kim.said.denied)
    assert Proportion(0, 1) == kim.passed_on.right
    assert {"bridges": Proportion(1, 1)} == {topic: tally.right for topic, tally in kim.topics.items()}
    assert (Proportion(0, 0), Proportion(1, 1)) == (lee.said.asserted, lee.said.denied)


def test_whoever_said_both_is_neither_right_nor_wrong() -> None:
    """A claim that a source both asserted and denied does not count; neither does what it took back."""
    both = [*CASE[:-1], on(6, said("s3", stance="denies")), *resolved({"fell": "true"})]
    assert Proportion(0, 0) == records(both)["kim"].said.right
    taken_back = [*CASE, *resolved({"fell": "true"})]
    assert "kim" not in records(taken_back)


def test_the_rivals_of_what_is_true_are_false() -> None:
    """At most one rival is true, so one resolution says something of all."""
    question = ct.Question(id="why", text="?", claims=("fell", "sank"))
    more = [on(2, ct.Claim(id="sank", text="It sank.")), on(2, question), on(6, said("s4", "lee", "sank"))]
    assert Proportion(1, 2) == records([*CASE[:-1], *more, *resolved({"fell": "true"})])["lee"].said.right


@pytest.mark.parametrize(
    ("right", "wrong", "proposed", "span"),
    [
        (4, 0, None, None),
        (5, 0, "B", ("A", "D")),
        (40, 0, "A", ("A", "A")),
        (20, 20, "E", ("C", "E")),
        (0, 20, "E", ("E", "E")),
    ],
)
def test_grades_are_proposed_with_caution(right: int, wrong: int, proposed: Any, span: Any) -> None:
    """Few resolved claims speak for no grade, some for a middling one with a wide span, many for a clear one."""
    kim = records(many(right, wrong))["kim"]
    assert (proposed, span) == (kim.proposed, kim.range)
    assert kim.grade == "B"


def test_no_grade_is_set_by_a_record() -> None:
    """The casebook is as it was."""
    events = many(40, 0)
    records(events)
    assert ct.replay(events).source("kim").reliability == "B"


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_interval_holds_the_share_and_narrows(so: int, more: int) -> None:
    """It lies in [0, 1], holds the share, and gets narrower with twice as many."""
    share = Proportion(so, so + more)
    assert 0.0 <= share.low <= share.middle <= share.high <= 1.0
    if share.of:
        assert share.low - 1e-12 <= share.so / share.of <= share.high + 1e-12
        twice = Proportion(2 * share.so, 2 * share.of)
        assert twice.high - twice.low < share.high - share.low


def test_the_interval_is_the_published_one() -> None:
    """Wilson's interval for 81 of 263 is .2553 to .3662 (Newcombe 1998, table I)."""
    share = Proportion(81, 263)
    assert (round(share.low, 4), round(share.high, 4)) == (0.2553, 0.3662)


# --- calibration ---------------------------------------------------------------------------------------------------


def test_judgments_are_those_from_before_it_was_known() -> None:
    """What was learned with the resolution or after it plays no part; what nothing spoke of was no judgment."""
    events = [
        *CASE[:-1],
        on(1, ct.Claim(id="mute", text="?")),
        *resolved({"fell": "true", "mute": "true", "rain": "false"}),
        on(21, said("s9", "lee", stance="denies")),
    ]
    made = ct.tracking.collect_forecasts(events)
    assert [(one.claim, round(one.probability, 2), one.came_true) for one in made] == [
        ("fell", 0.84, True),
        ("rain", 0.8, False),
    ]


def test_the_brier_score_is_the_mean_of_squares() -> None:
    """With its reference, and a bin for each word that was given."""
    rows = [
        Forecast(claim=str(n), probability=p, word=w, came_true=t)
        for n, (p, w, t) in enumerate(
            [(0.7, "likely", True), (0.7, "likely", False), (0.9, "very likely", True), (0.1, "very unlikely", False)]
        )
    ]
    found = ct.tracking.measure_calibration(rows)
    assert isclose(0.15, found.brier or 0.0)
    assert (found.base_rate, found.reference) == (0.5, 0.25)
    assert [("very unlikely", Proportion(0, 1)), ("likely", Proportion(1, 2)), ("very likely", Proportion(1, 1))] == [
        (one.word, one.true) for one in found.bins
    ]


def test_nothing_resolved_gives_no_number() -> None:
    """No score is made up where there is nothing to score."""
    found = ct.tracking.measure_calibration(ct.tracking.collect_forecasts(CASE))
    assert (found.brier, found.reference, found.bins) == (None, None, ())
    text = ct.render(ct.report.compose_calibration(build(ct.replay(CASE)), found))
    assert "No claim is resolved" in text


def test_the_public_history_names_whom_a_published_document_names() -> None:
    """A document that anybody can read opens a statement in the history as it does in the whole casebook."""
    page = ct.Document(id="page", title="The fall", url="https://gazette.example/fall")
    told = attrs.evolve(said("s1"), terms="background", propensity="against")
    open_one = attrs.evolve(said("s2"), terms="not agreed", document="page", propensity="serves")
    events = [on(1, KIM), on(1, FELL), on(1, page), on(3, told), on(5, open_one)]
    points = ct.tracking.track_score(events, "fell", audience="public").points
    whole = ct.score(ct.replay(events), audience="public")
    assert whole["fell"].probability == points[-1].score.probability


def test_public_judgments_are_those_that_the_public_could_make() -> None:
    """What is off the record moved our judgment, and is no part of the one that is shown."""
    secret = on(
        6,
        ct.Statement(
            id="off", origin="lee", claim="rain", stance="denies", lineage="witnessed", terms="off the record"
        ),
    )
    events = [*CASE, secret, *resolved({"rain": "false"})]
    (inside,), (outside,) = (
        ct.tracking.collect_forecasts(events),
        ct.tracking.collect_forecasts(events, audience="public"),
    )
    assert inside.probability < outside.probability


# --- events in words -----------------------------------------------------------------------------------------------


def test_every_event_is_told_with_what_was_there_before() -> None:
    """Every kind has its sentence; a correction says the new value and the old one."""
    changes = [
        ct.events.Corrected(
            collection="claims", id="fell", changes={"text": "The bridge fell down.", "place": "Ferry Road"}
        ),
        ct.events.Corrected(collection="casebook", id="casebook", changes={"title": "A bridge"}),
        ct.events.Graded(id="kim", grade=None),
        ct.events.Graded(id="kim", grade="A", topic="bridges"),
        ct.events.Retracted(id="s2", standing="corrected", replaced_by="s1"),
        ct.events.Restored(collection="statements", id="s1"),
        ct.events.Removed(collection="claims", id="rain"),
        ct.events.Merged(id="lee", into="kim"),
        ct.events.Split(id="kim", to="lee", statements=("s2",)),
        ct.events.Resolved(id="fell", outcome="open"),
        ct.events.Arranged(collection="claims", ids=("rain", "fell")),
        ct.Note(kind="gap", text="Nobody was asked."),
        ct.Established(source="kim", because="met him"),
        ct.Link(id="l", from_claim="rain", to_claim="fell", sign="supports"),
        ct.Dependence(id="d", sources=("kim", "lee"), kind="copies"),
        ct.Document(id="doc", title="The letter"),
        ct.Question(id="q", text="Why?", claims=("fell",)),
    ]
    events = [on(9, one, because="?") for one in changes]
    assert set(KINDS.values()) == {type(one.what) for one in events}
    told = [one.text for one in describe_events([*CASE, *events])][len(CASE) :]
    assert told[0] == (
        "Claim fell is corrected: text changed from “The bridge fell.” to “The bridge fell down.”; "
        "place is “Ferry Road”."
    )
    assert told[1:] == [
        "The casebook is corrected: title is “A bridge”.",
        "Source kim is now without a grade.",
        "Source kim is now graded A on “bridges”.",
        "Statement s2 is corrected, and replaced by s1.",
        "Statement s1 is restored.",
        "Claim rain is removed.",
        "Source lee is one and the same as kim.",
        "Source lee is not kim; it made s2.",
        "Claim fell is open again.",
        "The claims stand in another order.",
        told[11],
        told[12],
        "Link l is new: rain supports fell.",
        "Dependence d is new: kim and lee, copies.",
        "Document doc is new: “The letter”.",
        "Question q is new: “Why?”.",
    ]
    assert "gap: “Nobody was asked.”" in told[11]
    assert "kim knows first-hand, because “met him”" in told[12]
