"""Cases from published analyses: the scores are as their sources have it, or the page says why they are not."""

import re
from pathlib import Path

import pytest

import claimtrack as ct

HERE = Path(__file__).parent / "published"
PAGE = Path(__file__).resolve().parents[2] / "docs" / "face_validity.md"


def scores(name: str) -> ct.Assessment:
    """The scores of a case."""
    return ct.score(ct.read(HERE / f"{name}.toml"))


def chances(name: str) -> dict[str, float]:
    """P of each claim of a case."""
    found = scores(name)
    return {claim: found[claim].probability for claim in found}


def test_one_report_is_the_witness_of_bovens_and_hartmann() -> None:
    """The posterior is h(ρ + (1 − ρ)a) / (hρ + (1 − ρ)a)."""
    h, rho, a = 0.3, 0.6, 0.5
    expected = h * (rho + (1.0 - rho) * a) / (h * rho + (1.0 - rho) * a)
    assert chances("one_report")["culprit"] == pytest.approx(expected, abs=1e-15)


def test_three_reports_add_up_and_do_not_multiply() -> None:
    """We make 10 of three ratios of 4, and independence would make 64."""
    odds = 0.3 / 0.7
    ours = chances("three_reports")["culprit"]
    assert ours == pytest.approx(10.0 * odds / (1.0 + 10.0 * odds))
    assert ours < 64.0 * odds / (1.0 + 64.0 * odds)


def test_one_instrument_is_never_worth_more_than_two() -> None:
    """Two laboratories that read off one gauge weigh as one, and two gauges add up."""
    found = chances("one_instrument")
    assert found["one-gauge"] < found["two-gauges"]


def test_jurors_who_share_their_evidence_are_one() -> None:
    """Twelve weigh what one weighs."""
    found = chances("jury")
    assert found["one-juror"] == found["guilty"]


def test_redundant_testimony_is_not_counted_twice() -> None:
    """Said again adds nothing, said by another adds, and contradicted cancels out and is disputed."""
    found = scores("redundant")
    assert found["once"].probability == found["again"].probability < found["by-another"].probability
    assert found["contradicted"].probability == 0.5
    assert (found["by-another"].status, found["contradicted"].status) == ("corroborated", "disputed")


def test_a_chain_of_reasoning_passes_on_little() -> None:
    """Each step of the chain from the hand under the coat to the robbery moves less than the one before."""
    found, prior = chances("sacco"), {"reached": 0.5, "drawing": 0.5, "guilty-mind": 0.5, "took-part": 0.1}
    moved = [found[claim] - before for claim, before in prior.items()]
    assert sorted(moved, reverse=True) == moved
    assert 0.0 < moved[-1] < 0.01


def test_who_was_told_does_not_add_to_who_saw() -> None:
    """The reporter adds nothing to the supervisor, and weakens what is heard through the reporter alone."""
    found = scores("canister")
    assert found["reporter-alone"].status == "independence not established"
    assert found["supervisor-too"].probability == found["reporter-alone"].probability
    assert found["through-the-reporter"].probability < found["supervisor-too"].probability


def test_a_rate_says_more_than_a_grade() -> None:
    """The best grade has a likelihood ratio of 19, and a rate of one in a hundred one of 901."""
    ratios = [p / (1.0 - p) for p in chances("match").values()]
    assert ratios == pytest.approx([19.0, 901.0])


def test_many_reports_of_one_source_are_worth_no_more_than_it() -> None:
    """Four reports weigh less than the source heard directly, and are one origin."""
    found = scores("nicaragua_press")
    assert 0.5 < found["widespread"].probability < found["original"].probability
    assert found["widespread"].counts.origins == 1


def test_disinterested_witnesses_and_admissions_outweigh_what_serves() -> None:
    """Of three statements of one grade the two kinds that the court prefers weigh more than what serves."""
    found = chances("nicaragua_ministers")
    assert 0.5 < found["favourable"] < found["disinterested"] < found["unfavourable"]


def test_officers_against_their_state_outweigh_its_denial() -> None:
    """The town was taken; of the attack nothing is established."""
    found = scores("armed_activities")
    assert found["town-taken"].probability > 0.9
    assert found["base-attacked"].status == "independence not established"


def test_an_absent_witness_alone_is_a_single_origin() -> None:
    """Friends who were told add nothing, and another complainant does."""
    found, book = scores("absent_witness"), ct.read(HERE / "absent_witness.toml")
    assert found["alone"].status == "single origin"
    assert found["alone"].probability < found["supported"].probability
    unlinked = ct.score(book.without_records(*book.links))
    assert unlinked["supported"].probability == found["alone"].probability


def test_the_parts_of_a_confession_weigh_by_whom_they_accuse() -> None:
    """What he says of himself is believed, and what he says of the other man hardly."""
    found = chances("courier")
    assert found["carried"] > 0.8
    assert found["owned"] < 0.52


def test_witnesses_with_one_cause_of_error_are_less_than_their_number() -> None:
    """With the dependence between them they weigh less."""
    found = chances("identification")
    assert 0.5 < found["shared-error"] < found["as-independent"]


def test_one_human_source_is_one_through_any_number_of_services() -> None:
    """Three services weigh what one weighs, the status says single origin, and confidence is not high."""
    found = scores("mobile_labs")
    assert found["reported-once"].probability == found["reported-by-three"].probability
    assert found["reported-by-three"].status == "single origin"
    assert found["reported-by-three"].confidence != "high"


def test_an_accomplice_does_not_corroborate_himself() -> None:
    """Told again through his sister he is one origin, and beside a neighbour he weighs too little for two."""
    found = scores("accomplice")
    assert found["told-twice"].counts.origins == 1
    assert found["told-twice"].status == "single origin"
    assert found["confirmed"].status != "corroborated"


def test_every_case_stands_on_the_page() -> None:
    """The page of face validity has each file of both folders once, and no other."""
    files = sorted(f"{path.parent.name}/{path.stem}" for folder in ("section_11", "published") for path in _in(folder))
    assert files == sorted(re.findall(r"<!-- (?:scores|table) of (\S+) -->", PAGE.read_text(encoding="utf-8")))


def test_every_check_that_the_page_names_has_a_finding() -> None:
    """Where the page says of a case that a check asks something, it does."""
    rows = re.findall(r"^\|.*\((CT\d+)\).*<!-- scores of (\S+) -->", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) >= 8
    for code, file in rows:
        assert ct.check(ct.score(ct.read(HERE.parent / f"{file}.toml"))).of(code), file


def _in(folder: str) -> list[Path]:
    return list((HERE.parent / folder).glob("*.toml"))
