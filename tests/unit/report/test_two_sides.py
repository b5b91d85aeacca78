"""What the card of a claim says of its two sides, of links alone, and of questions that are not worth a line."""

import attrs

import claimtrack as ct
from claimtrack.analysis.information_value import Inquiry
from claimtrack.report.prose import describe_inquiry
from claimtrack.report.sections.closer_look import write_next_questions
from claimtrack.report.sections.key_judgments import judgment_of

BOOK = ct.Casebook(
    sources=tuple(ct.Source(id=f"s{n}", name=f"S{n}", reliability="C") for n in (1, 2)),
    claims=(ct.Claim(id="rain", text="It rained."), ct.Claim(id="flood", text="It flooded.")),
    statements=(ct.Statement(id="seen", origin="s1", claim="rain", stance="asserts", lineage="witnessed"),),
    links=(ct.Link(id="l", from_claim="rain", to_claim="flood", sign="undermines", strength="strong"),),
)
RUMOUR = ct.Statement(id="rumour", origin="s2", claim="flood", stance="asserts", lineage="told", propensity="serves")
DENIAL = ct.Statement(id="denial", origin="s2", claim="flood", stance="denies", lineage="told")


def _card(book: ct.Casebook, claim: str) -> str:
    """The lines of the card of a claim, in one."""
    return " ".join(judgment_of(ct.explain(ct.score(book)), claim).lines)


def test_what_only_links_bear_on_is_said_to_have_no_direct_word() -> None:
    """The status of such a claim is that it has no statements, and its card says that a link bears on it."""
    card = _card(BOOK, "flood")
    assert "Nobody speaks of it directly. 1 finding speaks against it, resting on S1." in card
    assert "Status: no statements." in card


def test_what_was_taken_back_is_not_passed_over_for_links() -> None:
    """A statement that no longer stands is told even where a link bears on the claim."""
    taken = attrs.evolve(RUMOUR, standing=ct.Standing(is_="retracted"))
    assert "No statement on it stands; 1 was taken back. 1 finding speaks against it" in _card(
        BOOK.with_records(taken), "flood"
    )


def test_each_side_is_counted_by_name() -> None:
    """Who bears on a claim over links is told apart on either side."""
    card = _card(BOOK.with_records(RUMOUR), "flood")
    assert "1 statement from 1 origin; it is not known to be first-hand. 1 finding speaks against it" in card


def test_status_and_confidence_name_the_side_that_they_speak_of() -> None:
    """Where something counts on both sides, the status and the two-source rule name theirs."""
    both = _card(BOOK.with_records(RUMOUR), "flood")
    assert "Two-source rule: not met against it; only one origin is known to be independent." in both
    assert "Status: single origin, on the side against it." in both
    factors = ct.score(BOOK.with_records(RUMOUR))["flood"].factors
    assert factors[0].finding == "only one origin against it is independent"
    one = _card(BOOK.with_records(DENIAL), "flood")
    assert "not met against it; only one origin is known to be independent; of 1 other it is not known" in one
    assert "Status: independence not known." in one


def test_a_question_that_moves_nothing_is_not_in_the_report() -> None:
    """What would move the judgments by less than can be read is no advice, and elsewhere it is called that."""
    explanation = ct.explain(ct.score(BOOK))
    idle = Inquiry(kind="grade", about=("s1",), claim="rain", answers=(), value=1e-9, turns=0.0)
    assert write_next_questions(explanation.assessment.network, [idle]).blocks == ()
    said = describe_inquiry(explanation.assessment.network, idle)
    assert "Expected to move the judgments by less than 0.1 points" in said
