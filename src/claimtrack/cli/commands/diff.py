"""`claimtrack diff`: what changed from one casebook to another, and why each judgment moved."""

import argparse

from claimtrack.cli.loading import audience_of, book_of, scored
from claimtrack.cli.progress import stage
from claimtrack.cli.publishing import told
from claimtrack.cli.statuses import FINE
from claimtrack.explaining import difference
from claimtrack.report import compose_difference, render, render_difference

__all__ = ["run"]


def run(asked: argparse.Namespace) -> int:
    """Score two casebooks for the same readers, and print the difference."""
    audience = audience_of(asked)
    with stage("comparing", asked.after):
        before, after = (book_of(path, audience) for path in (asked.before, asked.after))
        found = difference(scored(before, asked, audience), scored(after, asked, audience, like=before))
    report = compose_difference(found)
    text = render_difference(found) if asked.format == "json" else render(report, asked.format or "text")
    told(text, audience, [before, after], report=report)
    return FINE
