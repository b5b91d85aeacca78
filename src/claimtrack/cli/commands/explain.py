"""`claimtrack explain`: why a claim has its score."""

import argparse

from claimtrack.analysis.explanation import explain
from claimtrack.cli._casebook import assessed
from claimtrack.cli._output import FINE, told
from claimtrack.cli._progress import stage
from claimtrack.report.documents.claim import compose_account
from claimtrack.report.render.json import render_account
from claimtrack.report.render.render import render


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
