"""Show how the score of a claim changed over time, and why."""

import argparse

from claimtrack.cli._casebook import choose_readers, tell_who_is_hidden
from claimtrack.cli._ledger import add_ledger, read_ledger
from claimtrack.cli._options import BY_SUFFIX, add_anyway, add_format, add_output, add_readers
from claimtrack.cli._report_file import choose_format, print_or_write
from claimtrack.cli._terminal import show_status
from claimtrack.privacy.redact import redact
from claimtrack.report.documents.score_history import compose_history, render_history_json
from claimtrack.report.render.formats import REPORT_FORMATS, render
from claimtrack.tracking.score_history import track_score


def add_options(parser: argparse.ArgumentParser) -> None:
    add_ledger(parser)
    parser.add_argument("claim", metavar="CLAIM", help="id of the claim")
    add_format(parser, REPORT_FORMATS, default=BY_SUFFIX)
    add_readers(parser)
    add_output(parser)
    add_anyway(parser)


def run(options: argparse.Namespace) -> int:
    format, readers = choose_format(options.format, options.output), choose_readers(options)  # noqa: A001
    content = read_ledger(options.ledger, readers.audience)
    tell_who_is_hidden(redact(content.all_names, readers.audience, key=readers.key))
    with show_status("scoring the history of", options.ledger):
        history = track_score(
            content.events,
            options.claim,
            audience=readers.audience,
            key=readers.key,
            now=content.now.casebook,
            words=readers.words,
        )
    report = compose_history(history)
    text = render_history_json(history) if format == "json" else render(report, format)
    return print_or_write(readers.audience, text, content.all_names, options, report=report)
