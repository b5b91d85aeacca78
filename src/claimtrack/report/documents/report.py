"""The whole report on a casebook: what readers need first comes first."""

from claimtrack.analysis.explanation import Explanation, key_claims
from claimtrack.checks.engine import Findings
from claimtrack.report.blocks import Report
from claimtrack.report.documents.assemble import assemble, title_of
from claimtrack.report.sections.all_claims import all_claims, belief_shares, both_scores
from claimtrack.report.sections.bottom_line import bottom_line, not_established
from claimtrack.report.sections.closer_looks import closer_looks, next_questions
from claimtrack.report.sections.evidence import corrections, evidence, set_aside
from claimtrack.report.sections.findings_of_the_checks import check_findings
from claimtrack.report.sections.key_judgments import key_judgments
from claimtrack.report.sections.method import method
from claimtrack.report.sections.notes import assumptions, if_this_is_wrong, notes_by_kind
from claimtrack.report.sections.rivals_side_by_side import rivals_side_by_side
from claimtrack.report.sections.sources import sources
from claimtrack.report.sections.where_it_comes_from import timeline, where_it_comes_from
from claimtrack.report.sections.why import why
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
        bottom_line(explanation),
        key_judgments(explanation, keys),
        not_established(network),
        next_questions(network, explanation.inquiries),
        if_this_is_wrong(network, keys[:_MOST_KEY]),
        *both_scores(explanation, published),
        *rivals_side_by_side(explanation),
        belief_shares(explanation, keys[:_MOST_KEY]),
        *why(explanation, keys),
        *closer_looks(explanation, keys),
        all_claims(explanation),
        sources(explanation),
        *where_it_comes_from(network, keys[:_MOST_KEY]),
        timeline(network),
        assumptions(network),
        *notes_by_kind(network),
        *(() if findings is None else check_findings(findings)),
        set_aside(explanation),
        corrections(network),
        *evidence(network, None if findings is None else findings.quotes),
        *method(explanation.assessment),
    ]
    return assemble(network, title_of(network), sections)
