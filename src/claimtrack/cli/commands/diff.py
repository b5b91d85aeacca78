"""Show what changed between two casebooks, and why scores moved."""

import argparse

from claimtrack.analysis.change_causes import explain_change
from claimtrack.cli._casebook import choose_readers, read_casebook, redact_for, score_for
from claimtrack.cli._options import CASEBOOK, add_format, add_readers
from claimtrack.cli._output import print_for
from claimtrack.cli._terminal import show_status
from claimtrack.privacy.retroactive import redact_earlier, with_hidden_of
from claimtrack.report.documents.changes import compose_changes, render_changes_json
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
        now = redact_for(readers, with_hidden_of(before, after) if readers.audience == "public" else after)
        was = redact_earlier(before, now)
        changed = explain_change(score_for(readers, was), score_for(readers, now))
    report = compose_changes(changed)
    text = render_changes_json(changed) if options.format == "json" else render(report, options.format)
    return print_for(readers.audience, text, [was, now], report=report)
