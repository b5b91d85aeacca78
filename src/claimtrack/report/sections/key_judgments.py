"""The judgment of a claim as a card: one sentence that can be quoted, what would tell most, and what it rests on."""

from collections.abc import Iterator, Mapping

from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.analysis.sentences import tell_status
from claimtrack.report.blocks import Judgment
from claimtrack.report.charts.strip import strip_of, zones_of
from claimtrack.report.grounds import tell_other_side
from claimtrack.report.inquiries import rank_inquiries, tell_inquiry
from claimtrack.report.quotable import quote_judgment
from claimtrack.scales.words import per_cent
from claimtrack.scoring.two_sources import leading_voices, two_sources


def judgment_of(explanation: Explanation, claim: str, numbers: Mapping[str, int]) -> Judgment:
    """The judgment of one claim: it can be quoted, and likelihood and confidence stand on lines of their own."""
    account = explanation.accounts[claim]
    score, network = account.score, explanation.assessment.network
    rule = two_sources(leading_voices(score.estimate), network.groups)
    judged = (
        *tell_other_side(explanation.assessment, claim, numbers),
        f"Two-source rule: {rule.verdict}; {rule.why}.",
    )
    return Judgment(
        claim=score.claim.text,
        lead=quote_judgment(score, explanation.assessment.words),
        strip=strip_of(score, zones_of(explanation.assessment.words)),
        lines=(
            *_most_telling(explanation, account),
            f"Bounds: {per_cent(score.low)} to {per_cent(score.high)}.",
            *account.ground,
            *(judged if score.estimate.judged else ()),
            f"Status: {tell_status(score)}.",
            account.confidence,
        ),
    )


def _most_telling(explanation: Explanation, account: Account) -> Iterator[str]:
    """The one thing to do that would tell most about a claim, if it was looked at closely."""
    claim = account.score.claim.id
    inquiries = () if account.details is None else account.details.inquiries
    for inquiry in rank_inquiries(explanation.assessment, inquiries, claim)[:1]:
        told = tell_inquiry(explanation.assessment, inquiry, claim)
        yield f"What would tell most: {told[0].lower()}{told[1:]}"
