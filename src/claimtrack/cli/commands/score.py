"""`claimtrack score`: every claim with its score."""

import argparse

from claimtrack.cli.loading import assessed, audience_of
from claimtrack.cli.output import say
from claimtrack.cli.statuses import FINE
from claimtrack.formats import casebook_digest
from claimtrack.report import render_scores, table_text
from claimtrack.values import per_cent

__all__ = ["run"]


def run(asked: argparse.Namespace) -> int:
    """Print a table, or the scores as data."""
    assessment = assessed(asked, audience_of(asked))
    if asked.format == "json":
        say(render_scores(assessment, casebook_digest(assessment.network.casebook)))
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
    print(table_text(("Claim", "P", "Likelihood", "Statements", "Origins", "Established", "Status"), rows))
    print(f"For readers: {assessment.network.casebook.audience}.")
    return FINE
