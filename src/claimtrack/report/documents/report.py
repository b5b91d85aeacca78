"""The whole report on a casebook: what readers need first comes first."""

from claimtrack.analysis.explanation import Explanation, key_claims
from claimtrack.checks.engine import Findings
from claimtrack.report.blocks import Report
from claimtrack.report.documents.assemble import assemble, title_of
from claimtrack.report.sections.all_claims import write_all_claims, write_belief_shares, write_both_scores
from claimtrack.report.sections.bottom_line import write_bottom_line, write_not_established
from claimtrack.report.sections.case_picture import write_case_picture
from claimtrack.report.sections.closer_look import write_closer_looks, write_next_questions
from claimtrack.report.sections.evidence import write_corrections, write_evidence, write_set_aside
from claimtrack.report.sections.findings_of_the_checks import write_check_findings
from claimtrack.report.sections.key_judgments import write_key_judgments
from claimtrack.report.sections.method import write_method
from claimtrack.report.sections.notes import write_assumptions, write_if_this_is_wrong, write_notes_by_kind
from claimtrack.report.sections.rivals_side_by_side import write_rivals_side_by_side
from claimtrack.report.sections.sources import write_sources, write_timeline
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
    keys = key_claims(explanation.assessment)
    if not network.casebook.questions:
        keys = keys[:_MOST_KEY]
    sections = [
        write_bottom_line(explanation),
        write_key_judgments(explanation, keys),
        write_not_established(network),
        write_next_questions(network, explanation.inquiries),
        write_if_this_is_wrong(network, keys[:_MOST_KEY]),
        *write_both_scores(explanation, published),
        write_case_picture(explanation.assessment),
        *write_rivals_side_by_side(explanation),
        write_belief_shares(explanation, keys[:_MOST_KEY]),
        *write_why(explanation, keys),
        *write_closer_looks(explanation, keys),
        write_all_claims(explanation),
        write_sources(explanation),
        write_timeline(network),
        write_assumptions(network),
        *write_notes_by_kind(network),
        *(() if findings is None else write_check_findings(findings)),
        write_set_aside(explanation),
        write_corrections(network),
        *write_evidence(network, None if findings is None else findings.quotes),
        *write_method(explanation.assessment),
    ]
    return assemble(network, title_of(network), sections, method=explanation.assessment.method)
