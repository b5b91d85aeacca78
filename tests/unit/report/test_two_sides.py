"""What the card of a claim says of its two sides, and of links alone."""

import attrs

import claimtrack as ct
from claimtrack.analysis.information_value import Inquiry
from claimtrack.report.numbering import number_evidence
from claimtrack.report.sections.key_judgments import judgment_of
from claimtrack.report.sections.next_questions import write_next_questions

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
    explanation = ct.explain(ct.score(book))
    numbers = number_evidence(explanation.assessment.network)
    return " ".join(map(str, judgment_of(explanation, claim, numbers).lines)).replace("\u00a0", " ")


def test_what_only_links_bear_on_is_said_to_have_no_direct_word() -> None:
    """The status of such a claim is that it has no statements, and its card says that a finding bears on it."""
    card = _card(BOOK, "flood")
    assert "Nobody speaks of it directly. 1 finding speaks against it, resting on S1." in card
    assert "Status: no statements." in card


def test_what_was_taken_back_is_not_passed_over_for_links() -> None:
    """A statement that no longer stands is told even where a finding bears on the claim."""
    taken = attrs.evolve(RUMOUR, standing=ct.Standing(is_="retracted"))
    assert "No statement on it stands; 1 was taken back. 1 finding" in _card(BOOK.with_records(taken), "flood")


def test_what_speaks_on_the_other_side_is_said_to_do_so_all_the_same() -> None:
    """Evidence for a claim that is judged unlikely is called that, never counter-evidence, and is cited."""
    card = _card(BOOK.with_records(RUMOUR), "flood")
    assert "Speaking for it all the same: S2 (self-serving) [2]." in card
    assert "Nothing here speaks for it, which is no denial." in _card(BOOK, "flood")
    assert "Nothing here speaks against it, which is no support." in _card(BOOK, "rain")


def test_status_and_confidence_name_the_side_that_they_speak_of() -> None:
    """Where something counts on both sides, the status and the two-source rule name theirs."""
    both = _card(BOOK.with_records(RUMOUR), "flood")
    assert "Two-source rule: not met against it; only one origin is known to be independent." in both
    assert "Status: single origin, on the side against it." in both
    factors = ct.score(BOOK.with_records(RUMOUR))["flood"].factors
    assert factors[0].finding == "only one origin against it is independent"
    one = _card(BOOK.with_records(DENIAL), "flood")
    assert "of 1 other it is not known" in one
    assert "Status: independence not known." in one


def test_a_card_begins_with_what_can_be_quoted_and_what_to_do() -> None:
    """The first line of a card is a sentence by itself; the next says what would tell most, and from what to what."""
    explanation = ct.explain(ct.score(BOOK))
    card = judgment_of(explanation, "rain", number_evidence(explanation.assessment.network))
    assert str(card.lead).replace("\u00a0", " ") == "It is likely (68 %) that it rained."
    assert str(card.lines[0]).replace("\u00a0", " ") == (
        "What would tell most: ask a new first-hand source whether it rained: "
        "68 % would become 76 % if confirmed, 50 % if denied. It may turn the judgment."
    )


def test_a_question_that_moves_nothing_is_not_in_the_report() -> None:
    """What would move the judgments by less than half a percentage point is no advice."""
    assessment = ct.score(BOOK)
    idle = Inquiry(kind="grade", about=("s1",), claim="rain", answers=(), value=0.0049, turns=0.0)
    assert write_next_questions(assessment, [idle], most=3).blocks == ()
