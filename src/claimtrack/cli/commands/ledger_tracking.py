"""What became of scores and sources: the history of a claim, track records and calibration."""

import argparse

from claimtrack.cli._casebook import choose_readers, redact_for, tell_who_is_hidden
from claimtrack.cli._ledger import add_ledger, read_ledger
from claimtrack.cli._options import BY_SUFFIX, Run, add_format, add_output, add_readers
from claimtrack.cli._output import choose_format, print_for, print_or_write
from claimtrack.cli._terminal import show_status
from claimtrack.network.build import build
from claimtrack.privacy.redact import redact
from claimtrack.privacy.retroactive import redact_past
from claimtrack.report.documents.calibration import compose_calibration, render_calibration_json
from claimtrack.report.documents.score_history import compose_history, render_history_json, tabulate_history
from claimtrack.report.documents.track_records import compose_records, render_records_json
from claimtrack.report.render.formats import REPORT_FORMATS, render
from claimtrack.report.sheet import render_data
from claimtrack.tracking.calibration import collect_forecasts, measure_calibration
from claimtrack.tracking.score_history import track_score
from claimtrack.tracking.track_record import measure_track_records


def prepare_history(parser: argparse.ArgumentParser) -> Run:
    """Show how the score of a claim changed over time, and why.

    As CSV it is one table of numbers, with one row for each change.
    """
    add_ledger(parser)
    parser.add_argument("claim", metavar="CLAIM", help="id of the claim")
    add_format(parser, REPORT_FORMATS, default=BY_SUFFIX)
    add_readers(parser)
    add_output(parser)
    return _run_history


def _run_history(options: argparse.Namespace) -> int:
    format, readers = choose_format(options), choose_readers(options)  # noqa: A001
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
    if format == "json":
        text = render_history_json(history)
    else:
        text = render_data(tabulate_history(history)) if format == "csv" else render(report, format)
    return print_or_write(readers, text, [content.all_names], options, report=report)


def prepare_record(parser: argparse.ArgumentParser) -> Run:
    """Show how often each source was right, and which grade that suggests.

    Only claims that were resolved count; see `claimtrack ledger resolve`.
    """
    add_ledger(parser)
    add_format(parser, REPORT_FORMATS)
    add_readers(parser)
    return _run_record


def _run_record(options: argparse.Namespace) -> int:
    readers = choose_readers(options)
    content = read_ledger(options.ledger, readers.audience)
    redaction = redact_past(content.now.casebook, redact_for(readers, content.all_names), content.now.state)
    casebook, names = redaction.casebook, redaction.claim_ids
    resolved = {names[claim]: one for claim, one in content.now.state.resolutions.items() if claim in names}
    network, records = build(casebook), measure_track_records(casebook, resolved)
    report = compose_records(network, records)
    text = render_records_json(network, records) if options.format == "json" else render(report, options.format)
    return print_for(readers, text, [content.all_names], report=report)


def prepare_calibration(parser: argparse.ArgumentParser) -> Run:
    """Show how well past scores match what turned out to be true.

    Only claims that were resolved count; see `claimtrack ledger resolve`.
    """
    add_ledger(parser)
    add_format(parser, REPORT_FORMATS, default=BY_SUFFIX)
    add_readers(parser)
    add_output(parser)
    return _run_calibration


def _run_calibration(options: argparse.Namespace) -> int:
    format, readers = choose_format(options), choose_readers(options)  # noqa: A001
    content = read_ledger(options.ledger, readers.audience)
    with show_status("scoring the history of", options.ledger):
        made = collect_forecasts(
            content.events,
            audience=readers.audience,
            key=readers.key,
            now=content.now.casebook,
            words=readers.words,
        )
    redaction = redact_past(content.now.casebook, redact_for(readers, content.all_names), content.now.state)
    network, found = build(redaction.casebook), measure_calibration(made, words=readers.words)
    report = compose_calibration(network, found)
    text = render_calibration_json(network, found) if format == "json" else render(report, format)
    return print_or_write(readers, text, [content.all_names], options, report=report)
