"""`claimtrack explain`: why a claim has its score."""

import argparse

from claimtrack.cli.loading import assessed, audience_of
from claimtrack.cli.output import say
from claimtrack.cli.progress import stage
from claimtrack.cli.statuses import FINE
from claimtrack.explaining import explain
from claimtrack.report import compose_account, render, render_account

__all__ = ["run"]


def run(asked: argparse.Namespace) -> int:
    """Print the account of one claim."""
    assessment = assessed(asked, audience_of(asked))
    with stage("explaining", asked.file):
        explanation = explain(assessment, closely=[asked.claim])
    if asked.format == "json":
        say(render_account(explanation[asked.claim], explanation))
    else:
        say(render(compose_account(explanation, asked.claim), asked.format or "text"))
    return FINE
