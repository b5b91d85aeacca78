"""What the card of a claim says of its two sides, and of links alone."""

import attrs

import claimtrack as ct
from claimtrack.report.prose import describe_tipping_points
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
    assert "Nobody spoke on it directly; one other claim, resting on S1, bears on it." in card
    assert "Status: no statements." in card


def test_what_was_taken_back_is_not_passed_over_for_links() -> None:
    """A statement that no longer stands is told even where a link bears on the claim."""
    taken = attrs.evolve(RUMOUR, standing=ct.Standing(is_="retracted"))
    assert "No statement on it stands; 1 was taken back. One other claim" in _card(BOOK.with_records(taken), "flood")


def test_each_side_is_counted_by_name() -> None:
    """Who bears on a claim over links is told apart on either side."""
    assert "1 origin for it, 1 over links against it." in _card(BOOK.with_records(RUMOUR), "flood")


def test_status_and_confidence_name_the_side_that_they_speak_of() -> None:
    """Where something counts on both sides, the status and the two-source rule name theirs."""
    both = _card(BOOK.with_records(RUMOUR), "flood")
    assert "only one established origin counts against it." in both
    assert "Status: single origin, on the side against it." in both
    factors = ct.score(BOOK.with_records(RUMOUR))["flood"].factors
    assert factors[0].finding == "one established origin against it"
    one = _card(BOOK.with_records(DENIAL), "flood")
    assert "counts against it; the independence of 1 other is not established" in one
    assert "Status: independence not established." in one


def test_a_change_that_turns_the_judgment_and_its_word_is_told_once() -> None:
    """What makes a claim no longer likelier than not also changes its word; both stand in one line."""
    assessment = ct.score(BOOK)
    details = ct.explain(assessment, closely=["rain"])["rain"].details
    assert details is not None
    lines = describe_tipping_points(assessment.network, details.tipping_points, "rain")
    changes = [line.partition(", it would")[0] for line in lines if line.startswith("If ")]
    assert changes
    assert sorted(set(changes)) == sorted(changes)
