"""`claimtrack diff`: what changed from one casebook to another, and why each judgment moved."""

import argparse

from claimtrack.analysis.change_causes import difference
from claimtrack.cli._casebook import audience_of, book_of, scored
from claimtrack.cli._output import FINE, told
from claimtrack.cli._progress import stage
from claimtrack.report.documents.changes import compose_difference, render_difference
from claimtrack.report.render.render import render


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
