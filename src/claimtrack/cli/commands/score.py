"""`claimtrack score`: every claim with its score."""

import argparse

from claimtrack.cli.loading import assessed
from claimtrack.cli.publishing import told
from claimtrack.cli.statuses import FINE
from claimtrack.formats import casebook_digest
from claimtrack.report import render_scores, table_text
from claimtrack.values import per_cent

__all__ = ["run"]


def run(asked: argparse.Namespace) -> int:
    """Print a table, or the scores as data."""
    case = assessed(asked)
    assessment = case.assessment
    if asked.format == "json":
        told(render_scores(assessment, casebook_digest(assessment.network.casebook)), case.audience, [case.book])
        return FINE
    rows = [
        (
            name,
            f"{score.probability:.3f}",
            f"{score.word}, {per_cent(score.probability)}",
            str(score.counts.statements),
            str(score.counts.origins),
            str(score.counts.established),
            score.status,
        )
        for name, score in assessment.scores.items()
    ]
    table = table_text(("Claim", "P", "Likelihood", "Statements", "Origins", "Established", "Status"), rows)
    told(f"{table}\nFor readers: {case.audience}.\n", case.audience, [case.book])
    return FINE
