"""`claimtrack compare`: the claims by several methods, where these part, and why."""

import argparse

from claimtrack.cli.loading import assessed
from claimtrack.cli.methods import method_of
from claimtrack.cli.progress import stage
from claimtrack.cli.publishing import told
from claimtrack.cli.statuses import FINE
from claimtrack.explaining import compare
from claimtrack.report import compose_comparison, render, render_comparison

__all__ = ["run"]

_USUAL = ("origin-evidence", "origin-count", "weight-of-evidence", "cumulative-fusion", "df-quad", "ach")


def run(asked: argparse.Namespace) -> int:
    """Score a casebook by several methods for the same readers, and print where they agree and where not."""
    case = assessed(asked)
    methods = {name: method_of(name) for name in asked.method or _USUAL}
    with stage("comparing", asked.file):
        found = compare(case.assessment.network, methods, words=case.assessment.words)
    report = compose_comparison(found)
    text = render_comparison(found) if asked.format == "json" else render(report, asked.format or "text")
    told(text, case.audience, [case.book], report=report)
    return FINE
