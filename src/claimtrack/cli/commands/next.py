"""`claimtrack next`: what to find out next, the most worth knowing first."""

import argparse

from claimtrack.analysis.explanation import explain
from claimtrack.cli._casebook import assessed
from claimtrack.cli._output import FINE, told
from claimtrack.cli._progress import stage
from claimtrack.report.documents.claim import compose_inquiries
from claimtrack.report.render.json import render_inquiries
from claimtrack.report.render.render import render


def run(asked: argparse.Namespace) -> int:
    """Print what a desk could find out, and what each answer would do."""
    case = assessed(asked)
    with stage("explaining", asked.file):
        explanation = explain(case.assessment)
    report = compose_inquiries(explanation)
    text = render_inquiries(explanation) if asked.format == "json" else render(report, asked.format or "text")
    told(text, case.audience, [case.book], report=report)
    return FINE
