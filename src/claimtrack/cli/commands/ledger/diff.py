"""Show what changed between two times, and why scores moved."""

import argparse

from claimtrack.analysis.change_causes import explain_change
from claimtrack.cli._casebook import choose_readers, redact_for, score_for
from claimtrack.cli._ledger import add_ledger, read_ledger, snapshot_at
from claimtrack.cli._options import TIME, add_format, add_readers, parse_end
from claimtrack.cli._output import print_for
from claimtrack.cli._terminal import show_status
from claimtrack.dates import Moment
from claimtrack.privacy.retroactive import redact_past, still_protected
from claimtrack.report.documents.changes import compose_changes, render_changes_json
from claimtrack.report.render.formats import REPORT_FORMATS, render


def add_options(parser: argparse.ArgumentParser) -> None:
    add_ledger(parser)
    parser.add_argument("since", metavar="FROM", type=_parse_time, help=TIME)
    parser.add_argument("until", metavar="TO", type=_parse_time, nargs="?", help="a later day or time (default: now)")
    parser.add_argument(
        "--as-learned", action="store_true", help="include what was entered after a time as learned before it"
    )
    add_format(parser, REPORT_FORMATS)
    add_readers(parser)


def run(options: argparse.Namespace) -> int:
    readers = choose_readers(options)
    content = read_ledger(options.ledger, readers.audience)
    since, until = options.since, options.until or ("now", None)
    with show_status("comparing", options.ledger):
        both = [
            snapshot_at(content.private, content.events, as_of=time, as_learned=options.as_learned)
            for _, time in (since, until)
        ]
        redaction = redact_for(readers, content.all_names)
        before, after = (redact_past(one.casebook, redaction, content.now.state) for one in both)
        changed = explain_change(score_for(readers, before), score_for(readers, after))
    report = compose_changes(changed, title=f"What changed from {since[0]} to {until[0]}")
    text = render_changes_json(changed) if options.format == "json" else render(report, options.format)
    casebooks = [*(still_protected(one.casebook, redaction) for one in both), redaction]
    return print_for(readers.audience, text, casebooks, report=report)


def _parse_time(text: str) -> tuple[str, Moment | None]:
    """Read a time, and keep its spelling for the title."""
    return text, parse_end(text)
