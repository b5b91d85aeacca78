"""Score with several methods, and show where they differ and why."""

import argparse

from claimtrack.analysis.method_comparison import compare_methods
from claimtrack.cli._casebook import load_and_score
from claimtrack.cli._methods import find_method
from claimtrack.cli._options import add_casebook, add_format, add_readers
from claimtrack.cli._output import print_for
from claimtrack.cli._terminal import show_status
from claimtrack.report.documents.methods import compose_comparison, render_comparison_json
from claimtrack.report.render.formats import REPORT_FORMATS, render

_USUAL = ("origin-evidence", "origin-count", "weight-of-evidence", "cumulative-fusion", "df-quad", "ach")


def add_options(parser: argparse.ArgumentParser) -> None:
    add_casebook(parser)
    parser.add_argument(
        "--method",
        action="append",
        metavar="NAME",
        help="a built-in method, or your own as module:attribute (may be repeated; the others are compared with "
        f"the first; default: {', '.join(_USUAL)})",
    )
    add_format(parser, REPORT_FORMATS)
    add_readers(parser)


def run(options: argparse.Namespace) -> int:
    casebook, readers, assessment = load_and_score(options)
    methods = {name: find_method(name) for name in options.method or _USUAL}
    with show_status("comparing", options.file):
        comparison = compare_methods(assessment.network, methods, words=assessment.words)
    report = compose_comparison(comparison)
    text = render_comparison_json(comparison) if options.format == "json" else render(report, options.format)
    return print_for(readers.audience, text, [casebook], report=report)
