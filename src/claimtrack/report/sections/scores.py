"""What is believed of each claim, disbelieved and not known; and the scores that readers see beside our own."""

from collections.abc import Sequence

from claimtrack.analysis.explanation import Explanation
from claimtrack.report.blocks import Section, Table, make_section
from claimtrack.report.charts.bars import chart_bars
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment

_NOTABLE = 0.0005
"""A smaller difference is not shown: both would be printed as the same tenth of a percentage point."""


def write_belief_shares(explanation: Explanation, claims: Sequence[str]) -> Section:
    """Unknown is not disputed: how much of each claim is believed, disbelieved and not known."""
    scores = [explanation.accounts[claim].score for claim in claims]
    return make_section("Believed, disbelieved, not known", chart_bars(scores) if scores else None)


def write_both_scores(explanation: Explanation, published: Assessment | None) -> list[Section]:
    """What we know and what we can print: the claims whose public score differs.

    Args:
        explanation: what to report.
        published: the assessment of the public projection.
    """
    rows = []
    for claim, account in explanation.accounts.items():
        if published is None or not account.score.estimate.judged:
            continue
        ours = account.score.probability
        theirs = published.scores[claim].probability if claim in published.scores else None
        if theirs is None or abs(ours - theirs) > _NOTABLE:
            public = "not in the public casebook" if theirs is None else per_cent(theirs)
            rows.append((account.score.claim.text, per_cent(ours), public))
    table = Table(headings=("Claim", "On all we have", "On what we can print"), rows=tuple(rows))
    return [make_section("What we know and what we can print", table)] if rows else []
