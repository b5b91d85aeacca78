"""Export all events as lines of JSON, for internal use only.

`claimtrack ledger import` reads them back.
"""

import argparse
from pathlib import Path

from claimtrack.cli._ledger import add_ledger
from claimtrack.cli._options import add_format
from claimtrack.cli._terminal import FINE, print_note, print_text
from claimtrack.errors.failures import FileInTheWay
from claimtrack.io.atomic import path_exists, write_atomic
from claimtrack.io.private_file import refuse_private
from claimtrack.ledger.event_json import event_text, plain_event
from claimtrack.ledger.import_export import export_lines, salvage
from claimtrack.ledger.ledger import Ledger
from claimtrack.text.canonical_json import json_text


def add_options(parser: argparse.ArgumentParser) -> None:
    add_ledger(parser)
    parser.add_argument("output", metavar="OUT", help="the file to write; - for the terminal")
    parser.add_argument("--force", action="store_true", help="overwrite an existing file")
    parser.add_argument("--intact", action="store_true", help="export what can still be read of a damaged ledger")
    add_format(parser, ("jsonl", "json"))


def run(options: argparse.Namespace) -> int:
    to_terminal = options.output == "-"
    if not to_terminal:
        refuse_private(Path(options.output))
        if path_exists(Path(options.output)) and not options.force:
            raise FileInTheWay(path=options.output)
    text = _events_of(options)
    if to_terminal:
        print_text(text)
    else:
        write_atomic(Path(options.output), text.encode(), private=True)
        print_note(f"{options.output}: written for internal readers; it contains everything that is protected")
    return FINE


def _events_of(options: argparse.Namespace) -> str:
    if options.intact:
        left = salvage(options.ledger)
        events = list(left.events)
        print_note(f"{options.ledger}: {len(events)} of {left.seen} readable events are as they were written")
    else:
        with Ledger(options.ledger) as ledger:
            if options.format != "json":
                return export_lines(ledger)
            events = list(ledger.events())
    if options.format == "json":
        return json_text({"events": [plain_event(event) for event in events]})
    return "".join(f"{event_text(event)}\n" for event in events)
