"""What a ledger tells of the past: its events, the casebook of an earlier time, and what changed since."""

import argparse
from pathlib import Path

from claimtrack.analysis.change_causes import explain_change
from claimtrack.cli._casebook import choose_readers, redact_for, score_for, tell_internal_only
from claimtrack.cli._files import write_output
from claimtrack.cli._ledger import LedgerContent, add_ledger, find_record, open_ledger, read_ledger, snapshot_at
from claimtrack.cli._options import (
    TIME,
    Run,
    add_documents,
    add_format,
    add_output,
    add_readers,
    parse_date,
    parse_end,
    parse_moment,
    parse_name,
)
from claimtrack.cli._output import check_publishable, print_for
from claimtrack.cli._terminal import FINE, print_note, print_text, show_status
from claimtrack.dates import Moment
from claimtrack.history.events import KINDS
from claimtrack.history.replay import state_of
from claimtrack.io.casebooks import FORMATS, dumps, format_of
from claimtrack.network.build import build
from claimtrack.privacy.retroactive import redact_past, still_protected
from claimtrack.report.documents.changes import compose_changes, render_changes_json
from claimtrack.report.documents.ledger_log import compose_log, describe_events, render_log_json
from claimtrack.report.render.formats import REPORT_FORMATS, render


def prepare_log(parser: argparse.ArgumentParser) -> Run:
    """List the events, for internal use only.

    Each event is shown with its number, when it was learned, who entered it and
    why; a correction also shows the old values.
    """
    add_ledger(parser)
    parser.add_argument("--about", metavar="ID", help="only events about this record")
    parser.add_argument(
        "--kind", metavar="KIND", type=parse_name("kind of event", KINDS), help=f"only {', '.join(KINDS)}"
    )
    parser.add_argument("--since", metavar="TIME", type=parse_moment, help=f"only what was learned since; {TIME}")
    add_format(parser, REPORT_FORMATS)
    return _run_log


def _run_log(options: argparse.Namespace) -> int:
    tell_internal_only()
    with open_ledger(options.ledger) as ledger:
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


def prepare_as_of(parser: argparse.ArgumentParser) -> Run:
    """Print the casebook as it was at an earlier time.

    TIME asks what was known by then. --so-on asks what was true on a day, as far
    as is known now or, with TIME, was known by then.
    """
    add_ledger(parser)
    parser.add_argument(
        "time", metavar="TIME", nargs="?", type=parse_end, help=f"what was known by then (default: now); {TIME}"
    )
    parser.add_argument("--so-on", metavar="DATE", type=parse_date, help="what was true on that day")
    parser.add_argument(
        "--as-learned", action="store_true", help="include what was entered after TIME as learned before it"
    )
    add_format(parser, FORMATS, default="by the suffix of OUT, else toml")
    add_documents(parser)
    add_readers(parser, words=False)
    add_output(parser)
    return _run_as_of


def _run_as_of(options: argparse.Namespace) -> int:
    format = options.format or ("toml" if options.output is None else format_of(Path(options.output), None))  # noqa: A001
    readers = choose_readers(options)
    content = read_ledger(options.ledger, readers.audience)
    then = snapshot_at(
        content.private, content.events, as_of=options.time, so_on=options.so_on, as_learned=options.as_learned
    )
    now = redact_for(readers, content.all_names)
    text = dumps(redact_past(then.casebook, now, content.now.state).casebook, format=format)
    casebooks = [still_protected(then.casebook, now), now]
    check_publishable(readers, text, casebooks, file=options.output)
    if options.output is not None:
        write_output(options, text, readers.audience, content.now.casebook, over_reports=False)
        return FINE
    print_text(text)
    if not then.state.collections["claims"]:
        print_note(f"{options.ledger}: no claim was known by then{_hint(options, content)}")
    return FINE


def _hint(options: argparse.Namespace, content: LedgerContent) -> str:
    learned = snapshot_at(content.private, content.events, as_of=options.time, so_on=options.so_on, as_learned=True)
    hint = "; claims that were learned by then but entered later are shown with --as-learned"
    return hint if learned.state.collections["claims"] else ""


def prepare_diff(parser: argparse.ArgumentParser) -> Run:
    """Show what changed between two times, and why scores moved."""
    add_ledger(parser)
    parser.add_argument("since", metavar="FROM", type=_parse_time, help=TIME)
    parser.add_argument("until", metavar="TO", type=_parse_time, nargs="?", help="a later day or time (default: now)")
    parser.add_argument(
        "--as-learned", action="store_true", help="include what was entered after a time as learned before it"
    )
    add_format(parser, REPORT_FORMATS)
    add_readers(parser)
    return _run_diff


def _run_diff(options: argparse.Namespace) -> int:
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
    return print_for(readers, text, casebooks, report=report)


def _parse_time(text: str) -> tuple[str, Moment | None]:
    """Read a time, and keep its spelling for the title."""
    return text, parse_end(text)
