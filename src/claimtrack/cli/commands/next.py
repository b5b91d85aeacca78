"""`claimtrack next`: what to find out next, the most worth knowing first."""

import argparse

from claimtrack.cli.loading import assessed, audience_of
from claimtrack.cli.output import say
from claimtrack.cli.progress import stage
from claimtrack.cli.statuses import FINE
from claimtrack.explaining import explain
from claimtrack.report import compose_inquiries, render, render_inquiries

__all__ = ["run"]


def run(asked: argparse.Namespace) -> int:
    """Print what a desk could find out, and what each answer would do."""
    assessment = assessed(asked, audience_of(asked))
    with stage("explaining", asked.file):
        explanation = explain(assessment)
    say(
        render_inquiries(explanation)
        if asked.format == "json"
        else render(compose_inquiries(explanation), asked.format or "text")
    )
    return FINE
