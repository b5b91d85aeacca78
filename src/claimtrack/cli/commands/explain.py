"""Explain the score of one claim, or list what to find out next about all of them."""

import argparse

from claimtrack.analysis.explanation import explain
from claimtrack.analysis.rerun import BUDGET
from claimtrack.cli._casebook import load_and_score
from claimtrack.cli._options import BY_SUFFIX, Run, add_budget, add_casebook, add_format, add_output, add_readers
from claimtrack.cli._output import choose_format, print_for, print_or_write
from claimtrack.cli._terminal import show_status
from claimtrack.report.documents.claim import (
    compose_account,
    compose_inquiries,
    render_account_json,
    render_inquiries_json,
    tabulate_inquiries,
)
from claimtrack.report.render.formats import REPORT_FORMATS, render
from claimtrack.report.sheet import render_data


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

    What is most worth knowing comes first. As CSV it is one table of numbers,
    with one row for each possible answer.
    """
    add_casebook(parser)
    add_format(parser, REPORT_FORMATS, default=BY_SUFFIX)
    add_budget(parser, BUDGET)
    add_readers(parser)
    add_output(parser)
    return _run_next


def _run_next(options: argparse.Namespace) -> int:
    format = choose_format(options)  # noqa: A001
    casebook, readers, assessment = load_and_score(options)
    with show_status("explaining", options.file):
        explanation = explain(assessment, budget=options.budget)
    report = compose_inquiries(explanation)
    if format == "json":
        text = render_inquiries_json(explanation)
    else:
        text = render_data(tabulate_inquiries(explanation)) if format == "csv" else render(report, format)
    return print_or_write(readers, text, [casebook], options, report=report)
