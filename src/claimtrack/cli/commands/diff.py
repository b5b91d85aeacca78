"""Show what changed between two casebooks, and why scores moved."""

import argparse

from claimtrack.analysis.change_causes import explain_change
from claimtrack.cli._casebook import choose_readers, read_casebook, redact_for, score_for
from claimtrack.cli._options import CASEBOOK, add_format, add_readers
from claimtrack.cli._output import print_for
from claimtrack.cli._terminal import show_status
from claimtrack.report.documents.changes import compose_changes, render_changes
from claimtrack.report.render.formats import REPORT_FORMATS, render


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", metavar="BEFORE", help=CASEBOOK)
    parser.add_argument("after", metavar="AFTER", help=CASEBOOK)
    add_format(parser, REPORT_FORMATS)
    add_readers(parser)


def run(options: argparse.Namespace) -> int:
    readers = choose_readers(options)
    with show_status("comparing", options.after):
        before, after = (read_casebook(path, readers.audience) for path in (options.before, options.after))
        redaction = redact_for(readers, before)
        changed = explain_change(score_for(readers, redaction), score_for(readers, redaction.alike(after)))
    report = compose_changes(changed)
    text = render_changes(changed) if options.format == "json" else render(report, options.format)
    return print_for(readers.audience, text, [before, after], report=report)
