"""`claimtrack explain`: why a claim has its score."""

import argparse

from claimtrack.cli.loading import assessed
from claimtrack.cli.progress import stage
from claimtrack.cli.publishing import told
from claimtrack.cli.statuses import FINE
from claimtrack.explaining import explain
from claimtrack.report import compose_account, render, render_account

__all__ = ["run"]


def run(asked: argparse.Namespace) -> int:
    """Print the account of one claim."""
    case = assessed(asked)
    with stage("explaining", asked.file):
        explanation = explain(case.assessment, closely=[asked.claim])
    report = compose_account(explanation, asked.claim)
    data = asked.format == "json"
    text = render_account(explanation[asked.claim], explanation) if data else render(report, asked.format or "text")
    told(text, case.audience, [case.book], report=report)
    return FINE
