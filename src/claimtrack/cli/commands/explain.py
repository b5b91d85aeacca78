"""Show why a claim has its score, and what would change it."""

import argparse

from claimtrack.analysis.explanation import explain
from claimtrack.cli._casebook import load_and_score
from claimtrack.cli._options import add_casebook, add_format, add_readers
from claimtrack.cli._output import print_for
from claimtrack.cli._terminal import show_status
from claimtrack.report.documents.claim import compose_account, render_account_json
from claimtrack.report.render.formats import REPORT_FORMATS, render


def add_options(parser: argparse.ArgumentParser) -> None:
    add_casebook(parser)
    parser.add_argument("claim", metavar="CLAIM", help="id of the claim")
    add_format(parser, REPORT_FORMATS)
    add_readers(parser)


def run(options: argparse.Namespace) -> int:
    casebook, readers, assessment = load_and_score(options)
    with show_status("explaining", options.file):
        explanation = explain(assessment, closely=[options.claim])
    report = compose_account(explanation, options.claim)
    is_data = options.format == "json"
    text = render_account_json(explanation[options.claim], explanation) if is_data else render(report, options.format)
    return print_for(readers.audience, text, [casebook], report=report)
