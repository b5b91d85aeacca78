"""Explain the score of one claim, or list what to find out next about all of them."""

import argparse

from claimtrack.analysis.explanation import explain
from claimtrack.analysis.rerun import BUDGET
from claimtrack.cli._casebook import load_and_score
from claimtrack.cli._options import Run, add_budget, add_casebook, add_format, add_readers
from claimtrack.cli._output import print_for
from claimtrack.cli._terminal import show_status
from claimtrack.report.documents.claim import (
    compose_account,
    compose_inquiries,
    render_account_json,
    render_inquiries_json,
)
from claimtrack.report.render.formats import REPORT_FORMATS, render


def prepare_explain(parser: argparse.ArgumentParser) -> Run:
    """Show why a claim has its score, and what would change it."""
    add_casebook(parser)
    parser.add_argument("claim", metavar="CLAIM", help="id of the claim")
    add_format(parser, REPORT_FORMATS)
    add_budget(parser, BUDGET)
    add_readers(parser)
    return _run_explain


def _run_explain(options: argparse.Namespace) -> int:
    casebook, readers, assessment = load_and_score(options)
    with show_status("explaining", options.file):
        explanation = explain(assessment, closely=[options.claim], budget=options.budget)
    report = compose_account(explanation, options.claim)
    is_data = options.format == "json"
    text = render_account_json(explanation[options.claim], explanation) if is_data else render(report, options.format)
    return print_for(readers, text, [casebook], report=report)


def prepare_next(parser: argparse.ArgumentParser) -> Run:
    """List what to find out next, and what each answer would change.

    What is most worth knowing comes first.
    """
    add_casebook(parser)
    add_format(parser, REPORT_FORMATS)
    add_budget(parser, BUDGET)
    add_readers(parser)
    return _run_next


def _run_next(options: argparse.Namespace) -> int:
    casebook, readers, assessment = load_and_score(options)
    with show_status("explaining", options.file):
        explanation = explain(assessment, budget=options.budget)
    report = compose_inquiries(explanation)
    text = render_inquiries_json(explanation) if options.format == "json" else render(report, options.format)
    return print_for(readers, text, [casebook], report=report)
