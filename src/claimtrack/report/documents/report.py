"""The whole report on a casebook: what readers need first comes first."""

from collections.abc import Iterable

from claimtrack.analysis.explanation import Explanation, key_claims
from claimtrack.checks.engine import Findings
from claimtrack.report.blocks import Report, Section
from claimtrack.report.documents.assemble import assemble, title_of
from claimtrack.report.numbering import number_evidence
from claimtrack.report.sections.bottom_line import write_bottom_line
from claimtrack.report.sections.case_picture import write_case_picture
from claimtrack.report.sections.claims_and_sources import write_claims_and_sources
from claimtrack.report.sections.closer_look import write_next_questions, write_shares_and_swings
from claimtrack.report.sections.evidence import write_evidence
from claimtrack.report.sections.evidence_by_answer import write_evidence_by_answer
from claimtrack.report.sections.findings_of_the_checks import write_check_findings
from claimtrack.report.sections.key_judgments import write_key_judgments
from claimtrack.report.sections.method import write_about, write_method
from claimtrack.report.sections.scores import write_belief_shares, write_both_scores
from claimtrack.report.sections.set_aside import write_set_aside
from claimtrack.report.sections.timeline import write_timeline
from claimtrack.report.sections.what_would_change import write_what_would_change
from claimtrack.report.sections.why import write_why
from claimtrack.scoring.assessment import Assessment

_MOST_KEY = 12


def compose(
    explanation: Explanation, *, published: Assessment | None = None, findings: Findings | None = None
) -> Report:
    """Compose a report.

    Args:
        explanation: what to report.
        published: the assessment of the public projection; an internal report shows both scores where they
            differ.
        findings: what a check of the same assessment found, for a section of its own, with the results of checking
            the quotes.

    Cost: linear in the explanation.
    """
    network = explanation.assessment.network
    keys = _keys(explanation)
    sections = [
        write_bottom_line(explanation),
        write_key_judgments(explanation, keys),
        write_next_questions(network, explanation.inquiries),
        *_chapters(explanation, findings),
        *_annex(explanation, published),
    ]
    return assemble(network, title_of(network), sections, method=explanation.assessment.method)


def _chapters(explanation: Explanation, findings: Findings | None) -> Iterable[Section]:
    network = explanation.assessment.network
    keys, numbers = _keys(explanation), number_evidence(network)
    return [
        write_case_picture(explanation.assessment),
        *write_why(explanation, keys, numbers),
        write_what_would_change(explanation, keys, numbers),
        *write_evidence_by_answer(explanation.assessment),
        write_timeline(network),
        *write_claims_and_sources(explanation, numbers),
        *write_set_aside(explanation, numbers),
        *(() if findings is None else write_check_findings(findings)),
        *write_evidence(network, numbers, None if findings is None else findings.quotes),
        *write_about(explanation.assessment),
    ]


def _annex(explanation: Explanation, published: Assessment | None) -> Iterable[Section]:
    keys = _keys(explanation)
    return [
        *write_both_scores(explanation, published),
        write_belief_shares(explanation, keys),
        *write_shares_and_swings(explanation, keys, number_evidence(explanation.assessment.network)),
        *write_method(explanation.assessment),
    ]


def _keys(explanation: Explanation) -> list[str]:
    keys = key_claims(explanation.assessment)
    return keys if explanation.assessment.network.casebook.questions else keys[:_MOST_KEY]
