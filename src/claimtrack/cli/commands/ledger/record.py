"""Show how often each source was right, and which grade that suggests.

Only claims that were resolved count; see `claimtrack ledger resolve`.
"""

import argparse

from claimtrack.cli._casebook import choose_readers, redact_for
from claimtrack.cli._ledger import add_ledger, read_ledger
from claimtrack.cli._options import add_format, add_readers
from claimtrack.cli._output import print_for
from claimtrack.network.build import build
from claimtrack.privacy.retroactive import redact_past
from claimtrack.report.documents.track_records import compose_records, render_records_json
from claimtrack.report.render.formats import REPORT_FORMATS, render
from claimtrack.tracking.track_record import measure_track_records


def add_options(parser: argparse.ArgumentParser) -> None:
    add_ledger(parser)
    add_format(parser, REPORT_FORMATS)
    add_readers(parser)


def run(options: argparse.Namespace) -> int:
    readers = choose_readers(options)
    content = read_ledger(options.ledger, readers.audience)
    redaction = redact_past(content.now.casebook, redact_for(readers, content.all_names), content.now.state)
    casebook, names = redaction.casebook, redaction.claim_ids
    resolved = {names[claim]: one for claim, one in content.now.state.resolutions.items() if claim in names}
    network, records = build(casebook), measure_track_records(casebook, resolved)
    report = compose_records(network, records)
    text = render_records_json(network, records) if options.format == "json" else render(report, options.format)
    return print_for(readers.audience, text, [content.all_names], report=report)
