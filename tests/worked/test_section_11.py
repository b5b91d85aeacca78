"""Small cases to which an expert knows the answer: section 11 of the scoring method, from casebook files.

The rows of which a check speaks are tested with that check; here they are held to their numbers.
"""

from pathlib import Path

import pytest

import claimtrack as ct

HERE = Path(__file__).parent / "section_11"


def scores(name: str) -> ct.Assessment:
    """The scores of a case."""
    return ct.score(ct.read(HERE / f"{name}.toml"))


def ratio(score: ct.Score) -> float:
    """The likelihood ratio that took a claim from one half to where it is."""
    return score.probability / (1.0 - score.probability)


@pytest.mark.parametrize("grade", "abcd")
def test_a_bare_denial_that_serves_moves_little(grade: str) -> None:
    """Of any grade it moves P by at most seven points."""
    assert 0.43 <= scores("bare_denial")[f"grade-{grade}"].probability < 0.5


def test_an_admission_of_a_poor_source_outweighs_a_neutral_statement_of_a_good_one() -> None:
    """Its likelihood ratio is at least 8 at grade D, and that of the neutral statement of grade B is 4."""
    found = scores("admission")
    assert ratio(found["admitted"]) >= 8.0
    assert ratio(found["seen"]) == pytest.approx(4.0)


def test_an_officers_admission_stands_against_three_denials() -> None:
    """Heard directly it leaves P at .9 or more, and through a newspaper of grade B at .85 or more."""
    found = scores("officer")
    assert found["direct"].probability >= 0.9
    assert 0.85 <= found["in-the-paper"].probability < found["direct"].probability


def test_five_exhibits_are_five_origins() -> None:
    """Five examiners of five exhibits corroborate each other."""
    score = scores("examiners")["five-exhibits"]
    assert score.probability >= 0.93
    assert score.status == "corroborated"


def test_one_video_is_one_origin() -> None:
    """Five or fifty examiners of one video weigh what one of them weighs, and do not corroborate each other."""
    found = scores("examiners")
    assert found["one-examiner"].probability == found["one-video"].probability
    assert found["one-examiner"].probability == scores("fifty_examiners")["one-video"].probability
    assert found["one-video"].status != "corroborated"


def test_who_deduces_and_names_no_exhibit_adds_nothing() -> None:
    """Five engineers who deduced weigh what the best of them weighs."""
    found = scores("examiners")
    assert found["one-deduced"].probability == found["deduced"].probability


def test_a_service_that_gains_from_an_intercept_is_no_neutral_relay() -> None:
    """What it publishes weighs less than half of the same from a neutral relay of its grade."""
    found = scores("intercept")
    service, institute = (ratio(found[f"by-the-{name}"]) - 1.0 for name in ("service", "institute"))
    assert 0.0 < service < institute / 2.0


def test_ten_outlets_are_one() -> None:
    """Ten outlets that quote one origin weigh what one of them weighs."""
    found = scores("outlets")
    assert found["one"].probability == found["ten"].probability


def test_a_tabloid_carries_no_more_than_its_own_word() -> None:
    """A hundred eyewitnesses that only a tabloid of grade D has leave P at .63 or less."""
    assert scores("tabloid")["landed"].probability <= 0.63


def test_carelessly_marked_newspapers_add_up() -> None:
    """Twenty of them, each marked as a witness, come to .958; only a check can ask how they could have seen it."""
    assert round(scores("newspapers")["quarrel"].probability, 3) == 0.958


def test_denials_of_one_side_are_one_where_it_is_said() -> None:
    """With the dependence between them ten weigh what one weighs, and without it more."""
    found, one = scores("ten_denials"), scores("bare_denial")["grade-b"]
    assert found["together"].probability == pytest.approx(one.probability)
    assert found["apart"].probability < found["together"].probability


def test_hearsay_alone_is_not_established() -> None:
    """One report of a good body that was told says that independence is not established."""
    assert scores("hearsay")["ordered"].status == "independence not established"


def test_a_retracted_paper_is_no_evidence_against() -> None:
    """It leaves the prior, to the last bit."""
    assert scores("retracted_paper")["effect"].probability == 0.5


def test_a_document_at_hand_needs_no_party() -> None:
    """Heard directly it weighs many times what it weighs through the party that shows it."""
    found = scores("document_shown")
    assert ratio(found["at-hand"]) - 1.0 > 10.0 * (ratio(found["through-the-party"]) - 1.0)


def test_a_culprit_without_a_prior_starts_from_even() -> None:
    """One witness makes what started from even likely, and what started from .05 not."""
    found = scores("culprit")
    assert found["arson"].estimate.opinion.base_rate == 0.5
    assert found["arson"].probability > 0.5 > found["arson-with-prior"].probability


def test_a_reversal_counts_on_both_sides_until_it_is_marked() -> None:
    """The earlier denial takes something away, and nothing once it is marked as corrected."""
    found = scores("reversal")
    assert found["both"].estimate.opinion.disbelief > 0.0 == found["marked"].estimate.opinion.disbelief
    assert found["both"].probability < found["marked"].probability


def test_three_rivals_leave_room_for_none_of_these() -> None:
    """One of them has .75, and all three share everything once they are declared to be all."""
    some, every = scores("three_rivals"), scores("three_rivals_exhaustive")
    assert round(some["fire"].probability, 2) == 0.75
    assert sum(some[claim].probability for claim in some) == pytest.approx(1.0 - some["flood"].probability)
    assert sum(every[claim].probability for claim in every) == pytest.approx(1.0)
    assert every["fire"].probability > some["fire"].probability
