"""The method: the rules of scoring, the likelihood words, and what is taken for each grade."""

from claimtrack.model.records import Policy
from claimtrack.report.blocks import Block, Paragraph, Section, Strip, Table, make_section
from claimtrack.report.charts.strip import chart_scale
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.fidelity import Fidelity

_RULES = (
    "Repeating a statement adds nothing. An origin that is not established can hold a claim up and never "
    "adds to another. What comes through one relay never weighs more than that relay's own word, and what comes over "
    "a link never more than the claim behind it is worth. Bounds take every grade at the ends of its band; they are "
    "no credible interval."
)


def write_method(assessment: Assessment) -> list[Section]:
    """How the scores were made."""
    cites = sorted({step.cites for score in assessment.scores.values() for step in score.steps if step.cites})
    lines = [f"Scored by {assessment.method!r}.", _RULES]
    if cites:
        lines.append(f"The rules cite {', '.join(cites)}; the bibliography is in the documentation.")
    sections = [
        make_section("Method", *lines),
        make_section("Likelihood words", chart_scale(assessment.words), level=2),
    ]
    fidelity = getattr(assessment.method, "fidelity", None)
    if isinstance(fidelity, Fidelity):
        grades = _grades(fidelity, assessment.network.casebook.policy)
        sections.append(make_section("Grades", *grades, level=2))
    return sections


def _grades(fidelity: Fidelity, policy: Policy) -> tuple[Block, ...]:
    """What is taken for each grade, and its band."""
    bands = [(grade, getattr(fidelity, grade)) for grade in "ABCDE"]
    rows = [(grade, per_cent(band.point), f"{per_cent(band.low)} to {per_cent(band.high)}") for grade, band in bands]
    rows.append(("not graded", per_cent(policy.ungraded), "the policy of this casebook"))
    rows.append(("F", "nothing", "no basis to judge by; it moves no score"))
    strips = [Strip(low=band.low, probability=band.point, high=band.high) for _, band in bands]
    return (
        Paragraph(text="How often a source of each grade is taken to pass on what it knows; a design choice."),
        Table(headings=("Grade", "Taken", "Band"), rows=tuple(rows), strips=(*strips, None, None)),
    )
