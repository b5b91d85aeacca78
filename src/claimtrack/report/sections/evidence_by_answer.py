"""The evidence by answer: how each origin sets the answers to a question apart."""

from claimtrack._records import evolve
from claimtrack.report.blocks import Section, make_section
from claimtrack.report.charts.evidence import chart_evidence
from claimtrack.scoring.assessment import Assessment


def write_evidence_by_answer(assessment: Assessment) -> list[Section]:
    """The evidence on the answers to each question that anybody speaks of."""
    found = [
        (question.text, figure)
        for question in assessment.network.casebook.questions
        if (figure := chart_evidence(assessment, question.id)) is not None
    ]
    if not found:
        return []
    (title, first), *others = found
    if not others:
        return [make_section("The evidence by answer", first)]
    # How to read them is said once, above all of them.
    parts = [make_section(text, evolve(figure, caption=""), level=2) for text, figure in ((title, first), *others)]
    return [make_section("The evidence by answer", first.caption), *parts]
