"""List the events, for internal use only.

Each event is shown with its number, when it was learned, who entered it and
why; a correction also shows the old values.
"""

import argparse

from claimtrack.cli._ledger import add_ledger, find_record
from claimtrack.cli._options import TIME, add_format, parse_moment, parse_name
from claimtrack.cli._terminal import FINE, print_text
from claimtrack.history.events import KINDS
from claimtrack.history.replay import state_of
from claimtrack.ledger.ledger import Ledger
from claimtrack.network.build import build
from claimtrack.report.documents.ledger_log import compose_log, describe_events, render_log_json
from claimtrack.report.render.formats import REPORT_FORMATS, render


def add_options(parser: argparse.ArgumentParser) -> None:
    add_ledger(parser)
    parser.add_argument("--about", metavar="ID", help="only events about this record")
    parser.add_argument(
        "--kind", metavar="KIND", type=parse_name("kind of event", KINDS), help=f"only {', '.join(KINDS)}"
    )
    parser.add_argument("--since", metavar="TIME", type=parse_moment, help=f"only what was learned since; {TIME}")
    add_format(parser, REPORT_FORMATS)


def run(options: argparse.Namespace) -> int:
    with Ledger(options.ledger) as ledger:
        entries = list(ledger.entries())
    state = state_of(entry.event for entry in entries)
    about = None if options.about is None else find_record(state, options.about)
    rows = [
        (entry, told)
        for entry, told in zip(entries, describe_events(entry.event for entry in entries), strict=True)
        if (options.kind is None or told.event.kind == options.kind)
        and (options.since is None or told.event.learned is None or options.since <= told.event.learned)
        and (about is None or (told.event.what.collection, told.event.what.id) == about)
    ]
    if options.format == "json":
        print_text(render_log_json((entry.number, told, entry.hash) for entry, told in rows))
    else:
        report = compose_log(build(state.casebook()), [(entry.number, told) for entry, told in rows])
        print_text(render(report, options.format))
    return FINE
