"""What the small examples are there to show."""

from pathlib import Path

import claimtrack as ct

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def scores(folder: str) -> ct.Assessment:
    """The scores of an example."""
    return ct.score(ct.read(EXAMPLES / folder / "casebook.toml"))


def test_ten_outlets_are_one_origin() -> None:
    """Eleven statements of one origin weigh what the shortest chain weighs, less than two origins do."""
    book = ct.read(EXAMPLES / "ten_outlets" / "casebook.toml")
    outlets = [s for s in book.statements if s.claim == "below-price" and s.id != "s-agency"]
    many, few = ct.score(book)["below-price"], ct.score(book.without_records(*outlets))["below-price"]
    assert (many.counts.statements, many.counts.origins) == (11, 1)
    assert few.probability == many.probability
    assert many.probability < scores("ten_outlets")["sold-in-may"].probability
    assert scores("ten_outlets")["sold-in-may"].status == "corroborated"


def test_an_admission_outweighs_a_denial() -> None:
    """With the same grade and lineage, what goes against interest moves the claim far more than what serves it."""
    found = scores("denial_and_admission")
    waste = found["waste"].estimate.voices
    weights = {voice.origin: voice.weight for voice in waste}
    assert weights["foreman"] > 200 * weights["company"]
    assert found["waste"].probability > 0.85
    assert found["drill"].probability < 0.65


def test_three_events_from_one_mouth_support_once() -> None:
    """Three links from one origin carry what one of them carries; three from three origins add up."""
    book = ct.read(EXAMPLES / "three_events" / "casebook.toml")
    north = ct.score(book)["campaign-north"]
    one = ct.score(book.without_records(*book.links[1:3]))["campaign-north"]
    assert one.probability == north.probability
    assert {voice.origin for voice in north.estimate.voices} == {"blogger"}
    assert ct.score(book)["campaign-south"].probability > north.probability + 0.15


def test_the_border_case_rests_on_one_newspaper() -> None:
    """Four links and a statement for the smuggling explanation are one origin, not established, and bounds are wide."""
    smuggling = scores("border_lockdowns")["smuggling"]
    assert {voice.origin for voice in smuggling.estimate.voices} == {"daily-nk"}
    assert not any(voice.established for voice in smuggling.estimate.voices)
    assert (smuggling.status, smuggling.confidence) == ("independence not established", "low")
    assert smuggling.low + 0.05 < smuggling.probability < smuggling.high - 0.05


def test_an_editor_would_find_the_same_in_the_border_case() -> None:
    """One newspaper, unknown lineages, the state's self-serving account by hearsay, and two open predictions."""
    findings = ct.check(scores("border_lockdowns"))
    for code in ("CT101", "CT105"):
        of_the_newspaper = {finding.id for finding in findings.of(code) if "daily-nk" in finding.text}
        assert len(of_the_newspaper) > 0.7 * len(findings.of(code)) > 10
    assert {"smuggling", "covid"} < {finding.id for finding in findings.of("CT101") if "daily-nk" in finding.text}
    (hearsay,) = findings.of("CT302")
    assert all(word in hearsay.text for word in ("covid", "authorities", "locals", "daily-nk"))
    assert {finding.id for finding in findings.of("CT404")} == {"trade-resumes", "will-strengthen"}
    assert not any(finding.severity == "error" for finding in findings.findings)


def test_the_border_explanation_says_what_a_sceptic_asks() -> None:
    """What is left without the newspaper, who is not known to be first-hand, and the next question."""
    assessment = scores("border_lockdowns")
    explanation = ct.explain(assessment, closely=["smuggling"])
    text = ct.render(ct.report.compose_account(explanation, "smuggling"), "text").replace("\n", " ")
    said = " ".join(text.split())
    assert "without Daily NK, or with it graded F No answer leads" in said
    assert "Not known to be first-hand - Daily NK: by deduction." in said.replace("-" * 26 + " ", "")
    assert "What would tell most: ask a new first-hand source whether the 30-day lockdowns were ordered" in said
    details = explanation["smuggling"].details
    assert details is not None
    assert details.tipping_points.breakdown == 1
    assert details.contributions.share is not None
    assert details.contributions.share[0] == "daily-nk"
    assert details.contributions.share[1] > 0.95
    assert details.inquiries[0].kind == "another origin"
    assert details.matrix is not None
    assert [row.origin for row in details.matrix.rows if row.decides] == ["daily-nk"]
