"""All claims at a glance: likelihood, basis and status; what is believed; and the scores that readers see."""

from collections.abc import Sequence

from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.report.blocks import Section, Table, make_section
from claimtrack.report.charts.bars import chart_bars
from claimtrack.report.charts.strip import strip_of
from claimtrack.report.prose import label_claim, write_bounds
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment

_NOTABLE = 0.0005
"""A smaller difference is not shown: both would be printed as the same tenth of a percentage point."""


def write_all_claims(explanation: Explanation) -> Section:
    """Every claim with its likelihood, what it rests on and its status."""
    accounts = explanation.accounts
    table = Table(
        headings=("Id", "Claim", "Likelihood", "Basis", "Status"),
        rows=tuple(_row(claim, account) for claim, account in accounts.items()),
        strips=tuple(
            strip_of(account.score) if account.score.estimate.judged else None for account in accounts.values()
        ),
    )
    legend = "Basis: statements / origins / established origins."
    return make_section("All claims", legend if accounts else None, table)


def _row(claim: str, account: Account) -> tuple[str, ...]:
    score, counts = account.score, account.score.counts
    return (
        claim,
        label_claim(score.claim),
        f"{score.word}, {write_bounds(score)}" if score.estimate.judged else "not known",
        f"{counts.statements} / {counts.origins} / {counts.established}",
        score.status,
    )


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
