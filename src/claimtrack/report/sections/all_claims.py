"""All claims at a glance, in a table: their likelihood, what they rest on and their status."""

from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.report.blocks import Section, Table, make_section
from claimtrack.report.charts.strip import strip_of
from claimtrack.report.prose import label_claim, write_bounds


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
