"""Write the full report."""

import argparse
import os

from claimtrack.analysis.explanation import explain
from claimtrack.analysis.rerun import BUDGET
from claimtrack.checks.engine import check
from claimtrack.cli._casebook import load_and_score, read_texts_beside, score_for
from claimtrack.cli._files import write_output
from claimtrack.cli._options import (
    BY_SUFFIX,
    Run,
    add_budget,
    add_casebook,
    add_documents,
    add_format,
    add_output,
    add_readers,
)
from claimtrack.cli._output import check_publishable, choose_format, write_tables
from claimtrack.cli._terminal import FINE, print_text, show_status
from claimtrack.errors.failures import WrongUse
from claimtrack.privacy.redact import redact
from claimtrack.report.documents.report import compose
from claimtrack.report.render.csv import render_tables
from claimtrack.report.render.formats import REPORT_FORMATS, render


def prepare_report(parser: argparse.ArgumentParser) -> Run:
    """Write the full report.

    It shows every claim with its score, its evidence and what would change it;
    an internal report also shows the findings of the checks. As CSV, it is one
    table; with -o FOLDER/ each of its tables becomes a file in a new folder.
    """
    add_casebook(parser)
    parser.add_argument("--no-checks", dest="checks", action="store_false", help="leave the findings of the checks out")
    add_documents(parser)
    add_format(parser, REPORT_FORMATS, default=BY_SUFFIX)
    add_budget(parser, BUDGET)
    add_readers(parser)
    add_output(parser, "this file, or a folder of CSV tables,")
    return _run


def _run(options: argparse.Namespace) -> int:
    to_folder = options.output is not None and options.output.endswith(("/", os.sep))
    if to_folder and options.format not in (None, "csv"):
        raise WrongUse(reason=f"a folder takes the tables of a report, which are CSV, not {options.format}")
    format = "csv" if to_folder else choose_format(options)  # noqa: A001
    casebook, readers, assessment = load_and_score(options)
    public = findings = None
    if readers.audience == "internal":
        shown = assessment.network.casebook
        public = score_for(readers, redact(shown, key=readers.key))
        findings = check(assessment, texts=read_texts_beside(shown, options)) if options.checks else None
    with show_status("writing", options.file):
        report = compose(explain(assessment, budget=options.budget), published=public, findings=findings)
        texts = render_tables(report) if to_folder else {"": render(report, format)}
        check_publishable(readers, "\n".join(texts.values()), [casebook], report=report, file=options.output)
    if options.output is None:
        print_text(texts[""])
    elif to_folder:
        write_tables(options.output, texts, readers.audience)
    else:
        write_output(options, texts[""], readers.audience, casebook)
    return FINE
