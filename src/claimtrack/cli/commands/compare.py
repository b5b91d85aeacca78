"""Compare methods on one casebook, or two casebooks."""

import argparse

from claimtrack.analysis.change_causes import explain_change
from claimtrack.analysis.method_comparison import compare_methods
from claimtrack.cli._casebook import choose_readers, load_and_score, read_casebook, redact_for, score_for
from claimtrack.cli._methods import find_method
from claimtrack.cli._options import BY_SUFFIX, CASEBOOK, Run, add_casebook, add_format, add_output, add_readers
from claimtrack.cli._output import choose_format, print_for, print_or_write
from claimtrack.cli._terminal import show_status
from claimtrack.privacy.retroactive import redact_earlier, with_hidden_of
from claimtrack.report.documents.changes import compose_changes, render_changes_json
from claimtrack.report.documents.methods import compose_comparison, render_comparison_json, tabulate_comparison
from claimtrack.report.render.formats import REPORT_FORMATS, render
from claimtrack.report.sheet import render_data

_USUAL = ("origin-evidence", "origin-count", "weight-of-evidence", "cumulative-fusion", "df-quad", "ach")


def prepare_compare(parser: argparse.ArgumentParser) -> Run:
    """Score with several methods, and show where they differ and why.

    As CSV it is one table of numbers, with one row for each claim and method.
    """
    add_casebook(parser)
    parser.add_argument(
        "--method",
        action="append",
        metavar="NAME",
        help="a built-in method, or your own as module:attribute (may be repeated; the others are compared with "
        f"the first; default: {', '.join(_USUAL)})",
    )
    add_format(parser, REPORT_FORMATS, default=BY_SUFFIX)
    add_readers(parser)
    add_output(parser)
    return _run_compare


def _run_compare(options: argparse.Namespace) -> int:
    format = choose_format(options)  # noqa: A001
    casebook, readers, assessment = load_and_score(options)
    methods = {name: find_method(name) for name in options.method or _USUAL}
    with show_status("comparing", options.file):
        comparison = compare_methods(assessment.network, methods, words=assessment.words)
    report = compose_comparison(comparison)
    if format == "json":
        text = render_comparison_json(comparison)
    else:
        text = render_data(tabulate_comparison(comparison)) if format == "csv" else render(report, format)
    return print_or_write(readers, text, [casebook], options, report=report)


def prepare_diff(parser: argparse.ArgumentParser) -> Run:
    """Show what changed between two casebooks, and why scores moved."""
    parser.add_argument("before", metavar="BEFORE", help=CASEBOOK)
    parser.add_argument("after", metavar="AFTER", help=CASEBOOK)
    add_format(parser, REPORT_FORMATS)
    add_readers(parser)
    return _run_diff


def _run_diff(options: argparse.Namespace) -> int:
    readers = choose_readers(options)
    with show_status("comparing", options.after):
        before, after = (read_casebook(path, readers.audience) for path in (options.before, options.after))
        now = redact_for(readers, with_hidden_of(before, after) if readers.audience == "public" else after)
        was = redact_earlier(before, now)
        changed = explain_change(score_for(readers, was), score_for(readers, now))
    report = compose_changes(changed)
    text = render_changes_json(changed) if options.format == "json" else render(report, options.format)
    return print_for(readers, text, [was, now], report=report)
