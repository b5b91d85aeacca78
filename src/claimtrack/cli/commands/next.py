"""List what to find out next, and what each answer would change.

What is most worth knowing comes first.
"""

import argparse

from claimtrack.analysis.explanation import explain
from claimtrack.cli._casebook import load_and_score
from claimtrack.cli._options import add_casebook, add_format, add_readers
from claimtrack.cli._output import print_for
from claimtrack.cli._terminal import show_status
from claimtrack.report.documents.claim import compose_inquiries, render_inquiries_json
from claimtrack.report.render.formats import REPORT_FORMATS, render


def add_options(parser: argparse.ArgumentParser) -> None:
    add_casebook(parser)
    add_format(parser, REPORT_FORMATS)
    add_readers(parser)


def run(options: argparse.Namespace) -> int:
    casebook, readers, assessment = load_and_score(options)
    with show_status("explaining", options.file):
        explanation = explain(assessment)
    report = compose_inquiries(explanation)
    text = render_inquiries_json(explanation) if options.format == "json" else render(report, options.format)
    return print_for(readers.audience, text, [casebook], report=report)
