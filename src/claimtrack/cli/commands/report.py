"""Write the report."""

import argparse
import os

from claimtrack.analysis.rerun import BUDGET
from claimtrack.checks.engine import Findings
from claimtrack.cli._composing import compose_report
from claimtrack.cli._files import is_standard_input, write_output
from claimtrack.cli._options import (
    BY_SUFFIX,
    Run,
    add_budget,
    add_casebook,
    add_documents,
    add_format,
    add_lengths,
    add_output,
    add_profile,
    add_readers,
)
from claimtrack.cli._output import check_publishable, choose_format, write_tables
from claimtrack.cli._terminal import FINE, print_note, print_text, show_status
from claimtrack.cli._watch import watch
from claimtrack.errors.failures import WrongUse
from claimtrack.report.documents.findings import count_findings
from claimtrack.report.documents.report import Length
from claimtrack.report.render.csv import render_tables
from claimtrack.report.render.docx import read_docx_parts, render_docx
from claimtrack.report.render.formats import REPORT_FORMATS, render

_DOCX = "docx"
_ENDINGS = {**{name: one.suffix for name, one in REPORT_FORMATS.items()}, _DOCX: ".docx"}


def prepare_report(parser: argparse.ArgumentParser) -> Run:
    """Write the report: one page, or with its chapters.

    The brief answers the question, with the key judgments, what would follow if
    one source is wrong, what is not known and what to find out next. --full adds
    the chapters, in an internal report also the findings of the checks; --annex
    adds tables for a statistician. As CSV, it is one sheet. `-o tables/`, or any
    name with a slash at its end, makes a new folder with a CSV file for each
    table, those of the annex included. With a desk's own file as --profile it has
    the desk's masthead. A public report is refused where a quote is wrong or a
    source could be given away; see --anyway.
    """
    add_casebook(parser)
    add_lengths(parser)
    parser.add_argument(
        "--no-checks",
        dest="checks",
        action="store_false",
        help="leave the findings of the checks out, and do not count them; what is refused for the public still is",
    )
    add_documents(parser)
    add_format(parser, _ENDINGS, default=BY_SUFFIX)
    add_profile(parser)
    add_budget(parser, BUDGET)
    add_readers(parser)
    add_output(parser, "this file, or a folder of CSV tables (such as tables/),")
    parser.add_argument(
        "--watch",
        action="store_true",
        help="write OUT again whenever the casebook, its private file, its texts or the profile change; Ctrl-C stops",
    )
    return _run


def _run(options: argparse.Namespace) -> int:
    if not options.watch:
        return _write(options)
    if options.output is None or _is_folder(options) or is_standard_input(options.file):
        raise WrongUse(reason="--watch needs a casebook in a file, and -o with a file to write again")
    return watch(options, _write)


def _is_folder(options: argparse.Namespace) -> bool:
    return options.output is not None and options.output.endswith(("/", os.sep))


def _write(options: argparse.Namespace) -> int:
    to_folder = _is_folder(options)
    if to_folder and options.format not in (None, "csv"):
        raise WrongUse(reason=f"a folder takes the tables of a report, which are CSV, not {options.format}")
    format = "csv" if to_folder else choose_format(options, _ENDINGS)  # noqa: A001
    if format == _DOCX and options.output is None:
        raise WrongUse(reason="a Word file is nothing for the terminal: -o FILE.docx writes one")
    length: Length = options.length or ("annex" if to_folder else "brief")
    casebook, readers, report, findings = compose_report(options, length)
    with show_status("writing", options.file):
        tables = render_tables(report) if to_folder else {}
        content = render_docx(report) if format == _DOCX else "\n".join(tables.values()) or render(report, format)
        written = read_docx_parts(content) if isinstance(content, bytes) else content
        check_publishable(readers, written, [casebook], report=report, file=options.output)
    if findings is not None and (readers.audience == "public" or length == "brief"):
        tell_of_findings(findings, options.file)
    if to_folder:
        write_tables(options.output, tables, readers.audience)
    elif options.output is None:
        print_text(written)
    else:
        write_output(options, content, readers.audience, casebook)
    return FINE


def tell_of_findings(findings: Findings, file: str) -> None:
    """Count on stderr what the checks find, where the report does not show it."""
    told = count_findings(findings, ("error", "warning"))
    if told:
        print_note(f"claimtrack: {told}; `claimtrack check {file}` lists them")
