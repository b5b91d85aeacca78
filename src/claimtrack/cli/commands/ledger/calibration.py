"""Show how well past scores match what turned out to be true.

Only claims that were resolved count; see `claimtrack ledger resolve`.
"""

import argparse

from claimtrack.cli._casebook import choose_readers, redact_for
from claimtrack.cli._ledger import add_ledger, read_ledger
from claimtrack.cli._options import BY_SUFFIX, add_anyway, add_format, add_output, add_readers
from claimtrack.cli._report_file import choose_format, print_or_write
from claimtrack.cli._terminal import show_status
from claimtrack.network.build import build
from claimtrack.privacy.retroactive import redact_past
from claimtrack.report.documents.calibration import compose_calibration, render_calibration_json
from claimtrack.report.render.formats import REPORT_FORMATS, render
from claimtrack.tracking.calibration import collect_forecasts, measure_calibration


def add_options(parser: argparse.ArgumentParser) -> None:
    add_ledger(parser)
    add_format(parser, REPORT_FORMATS, default=BY_SUFFIX)
    add_readers(parser)
    add_output(parser)
    add_anyway(parser)


def run(options: argparse.Namespace) -> int:
    format, readers = choose_format(options.format, options.output), choose_readers(options)  # noqa: A001
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
    return print_or_write(readers.audience, text, content.all_names, options, report=report)
