"""Write the full report."""

import argparse
import os

from claimtrack.analysis.explanation import explain
from claimtrack.analysis.rerun import BUDGET
from claimtrack.checks.engine import Findings, check
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
from claimtrack.cli._terminal import FINE, print_note, print_text, show_status
from claimtrack.errors.failures import WrongUse
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.privacy.redact import redact
from claimtrack.report.documents.findings import count_findings
from claimtrack.report.documents.report import compose
from claimtrack.report.render.csv import render_tables
from claimtrack.report.render.formats import REPORT_FORMATS, render
from claimtrack.scoring.assess import assess
from claimtrack.scoring.assessment import Assessment


def prepare_report(parser: argparse.ArgumentParser) -> Run:
    """Write the full report.

    It shows every claim with its score, its evidence and what would change it;
    an internal report also shows the findings of the checks. As CSV, it is one
    table; with -o FOLDER/ each of its tables becomes a file in a new folder.
    """
    add_casebook(parser)
    parser.add_argument(
        "--no-checks",
        dest="checks",
        action="store_false",
        help="leave the findings of the checks out, and do not count them; what is refused for the public still is",
    )
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
    is_internal = readers.audience == "internal"
    public = score_for(readers, redact(casebook, key=readers.key)) if is_internal else None
    with show_status("writing", options.file):
        findings = _check(casebook, assessment if is_internal else assess(build(casebook)), options)
        shown = findings if is_internal else None
        report = compose(explain(assessment, budget=options.budget), published=public, findings=shown)
        texts = render_tables(report) if to_folder else {"": render(report, format)}
        check_publishable(readers, "\n".join(texts.values()), [casebook], report=report, file=options.output)
    if findings is not None and not is_internal:
        _tell_of(findings, options.file)
    if options.output is None:
        print_text(texts[""])
    elif to_folder:
        write_tables(options.output, texts, readers.audience)
    else:
        write_output(options, texts[""], readers.audience, casebook)
    return FINE


def _check(casebook: Casebook, assessment: Assessment, options: argparse.Namespace) -> Findings | None:
    """What the checks find in the whole casebook, if they are asked."""
    return check(assessment, texts=read_texts_beside(casebook, options)) if options.checks else None


def _tell_of(findings: Findings, file: str) -> None:
    """Count on stderr what the checks find and publishing is not refused for."""
    told = count_findings(findings, ("error", "warning"))
    if told:
        print_note(f"claimtrack: {told}; `claimtrack check {file}` lists them")
