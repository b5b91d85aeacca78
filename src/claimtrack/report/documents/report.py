"""The report on a casebook: the brief, which is one printed page, the chapters behind it, and the annex of numbers."""

from collections.abc import Iterable
from typing import Literal, get_args

from claimtrack._records import evolve
from claimtrack.analysis.explanation import Explanation, key_claims
from claimtrack.checks.engine import Findings
from claimtrack.errors.failures import UnknownName
from claimtrack.report.blocks import Report, Section, make_section
from claimtrack.report.documents.assemble import assemble, title_of
from claimtrack.report.numbering import list_cited_evidence, number_evidence
from claimtrack.report.sections.bottom_line import write_bottom_line
from claimtrack.report.sections.case_picture import write_case_picture
from claimtrack.report.sections.claims_and_sources import write_claims_and_sources
from claimtrack.report.sections.closer_look import write_shares_and_swings
from claimtrack.report.sections.evidence import write_evidence
from claimtrack.report.sections.evidence_by_answer import write_evidence_by_answer
from claimtrack.report.sections.findings_of_the_checks import write_check_findings, write_waived_errors
from claimtrack.report.sections.key_judgments_in_brief import choose_for_brief, write_key_judgments_briefly
from claimtrack.report.sections.method import write_about, write_method
from claimtrack.report.sections.next_questions import write_next_questions
from claimtrack.report.sections.not_known import choose_gaps, write_not_known
from claimtrack.report.sections.one_source_wrong import find_single_points, write_one_source_wrong
from claimtrack.report.sections.scores import write_belief_shares, write_both_scores
from claimtrack.report.sections.set_aside import write_set_aside
from claimtrack.report.sections.timeline import write_timeline
from claimtrack.report.sections.what_would_change import write_what_would_change
from claimtrack.report.sections.why import write_why
from claimtrack.scoring.assessment import Assessment

Length = Literal["brief", "full", "annex"]
"""The brief alone; with the chapters; and with the annex of numbers too."""
LENGTHS: tuple[Length, ...] = get_args(Length)
"""The lengths of a report, the shortest first."""

_MOST_KEY = 12
_MOST_IN_BRIEF = 4
_MOST_QUESTIONS = 3


def compose(
    explanation: Explanation,
    *,
    length: Length = "full",
    published: Assessment | None = None,
    findings: Findings | None = None,
) -> Report:
    """Compose a report.

    Args:
        explanation: what to report.
        length: `brief` for what fits on one printed page, `full` for the chapters too, `annex` for the statistician's
            tables too.
        published: the assessment of the public projection; the annex of an internal report shows both scores where
            they differ.
        findings: what a check of the same assessment found, for a chapter of its own, with the results of checking
            the quotes.

    Raises:
        UnknownName: there is no such length.

    Cost: linear in the explanation.
    """
    if length not in LENGTHS:
        raise UnknownName(kind="length", seen=length, known=LENGTHS)
    network = explanation.assessment.network
    sections = list(_brief(explanation))
    if length == "brief":
        cited = list_cited_evidence(network, number_evidence(network), sections)
        sections += () if findings is None else (evolve(write_waived_errors(findings), in_brief=True),)
        sections.append(evolve(make_section("Evidence cited here", cited), in_brief=True))
    else:
        sections += _chapters(explanation, findings)
    if length == "annex":
        sections += _annex(explanation, published)
    return assemble(network, title_of(network), sections, method=explanation.assessment.method)


def _brief(explanation: Explanation) -> Iterable[Section]:
    network = explanation.assessment.network
    claims = choose_for_brief(explanation.assessment)[:_MOST_IN_BRIEF]
    sections = [
        *write_bottom_line(explanation),
        *write_key_judgments_briefly(explanation, number_evidence(network)),
        write_one_source_wrong(explanation, claims),
        write_not_known(explanation, claims),
        write_next_questions(explanation.assessment, explanation.inquiries, most=_MOST_QUESTIONS),
    ]
    return [evolve(section, in_brief=True) for section in sections]


def _chapters(explanation: Explanation, findings: Findings | None) -> Iterable[Section]:
    network = explanation.assessment.network
    keys, numbers = _keys(explanation), number_evidence(network)
    in_brief = choose_for_brief(explanation.assessment)[:_MOST_IN_BRIEF]
    return [
        write_case_picture(explanation.assessment),
        *write_why(explanation, keys, numbers),
        write_what_would_change(explanation, keys, numbers, told=find_single_points(explanation, in_brief)),
        *write_evidence_by_answer(explanation.assessment),
        write_timeline(network),
        *write_claims_and_sources(explanation, numbers),
        *write_set_aside(explanation, numbers, told=choose_gaps(network, in_brief)),
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
