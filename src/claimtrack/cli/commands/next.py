"""`claimtrack next`: what to find out next, the most worth knowing first."""

import argparse

from claimtrack.cli.loading import assessed
from claimtrack.cli.progress import stage
from claimtrack.cli.publishing import told
from claimtrack.cli.statuses import FINE
from claimtrack.explaining import explain
from claimtrack.report import compose_inquiries, render, render_inquiries

__all__ = ["run"]


def run(asked: argparse.Namespace) -> int:
    """Print what a desk could find out, and what each answer would do."""
    case = assessed(asked)
    with stage("explaining", asked.file):
        explanation = explain(case.assessment)
    report = compose_inquiries(explanation)
    text = render_inquiries(explanation) if asked.format == "json" else render(report, asked.format or "text")
    told(text, case.audience, [case.book], report=report)
    return FINE
