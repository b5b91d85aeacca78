"""`claimtrack score`: every claim with its score."""

import argparse

from claimtrack.cli._casebook import assessed
from claimtrack.cli._output import FINE, told
from claimtrack.io.casebooks import casebook_digest
from claimtrack.report.render.json import render_scores
from claimtrack.report.render.text import table_text
from claimtrack.scales.words import per_cent


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
