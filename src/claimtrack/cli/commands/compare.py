"""`claimtrack compare`: the claims by several methods, where these part, and why."""

import argparse

from claimtrack.analysis.method_comparison import compare
from claimtrack.cli._casebook import assessed
from claimtrack.cli._methods import method_of
from claimtrack.cli._output import FINE, told
from claimtrack.cli._progress import stage
from claimtrack.report.documents.methods import compose_comparison, render_comparison
from claimtrack.report.render.render import render

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
