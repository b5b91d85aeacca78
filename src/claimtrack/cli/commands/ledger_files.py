"""Make a ledger, import into it, and export from it."""

import argparse
from pathlib import Path

from claimtrack.cli._append import add_entry_options, print_effect
from claimtrack.cli._casebook import LEDGER_SUFFIX, read_casebook
from claimtrack.cli._ledger import add_ledger, read_private_of, snapshot_at
from claimtrack.cli._options import Run, add_format
from claimtrack.cli._terminal import FINE, print_note, print_text
from claimtrack.errors.failures import FileInTheWay, WrongUse
from claimtrack.io.atomic import path_exists, write_atomic
from claimtrack.io.private_file import refuse_private
from claimtrack.ledger.event_json import event_text, plain_event
from claimtrack.ledger.import_export import export_lines, import_casebook, import_lines, salvage
from claimtrack.ledger.ledger import Ledger
from claimtrack.text.canonical_json import json_text


def prepare_init(parser: argparse.ArgumentParser) -> Run:
    """Create a ledger, empty or from a casebook.

    Prints the head: the number of events and their hash. Keep it outside the
    ledger; `claimtrack ledger verify` checks the ledger against it.
    """
    parser.add_argument("ledger", metavar="LEDGER", help=f"the ledger to create; its name ends in {LEDGER_SUFFIX}")
    parser.add_argument("file", metavar="CASEBOOK", nargs="?", help="a casebook to start from")
    add_entry_options(parser)
    return _run_init


def _run_init(options: argparse.Namespace) -> int:
    if Path(options.ledger).suffix != LEDGER_SUFFIX:
        raise WrongUse(reason=f"{options.ledger}: the name of a ledger ends in {LEDGER_SUFFIX}")
    casebook = None if options.file is None else read_casebook(options.file)
    with Ledger.create(options.ledger) as ledger:
        if casebook is not None:
            import_casebook(ledger, casebook, because="first entry", by=options.by, learned=options.learned)
        events, head = list(ledger.events()), ledger.head
    private = read_private_of(options.ledger, events)
    return print_effect(options, snapshot_at(private, []), snapshot_at(private, events), events, head)


def prepare_import(parser: argparse.ArgumentParser) -> Run:
    """Import the changes in a casebook, or events that were exported.

    From a casebook, whatever is new, changed or gone since the ledger's last
    event is appended. From exported events (JSONL), those that the ledger lacks.
    """
    add_ledger(parser)
    parser.add_argument("file", metavar="FILE", help="a casebook (TOML or JSON), or events (JSONL)")
    parser.add_argument(
        "--because",
        metavar="WHY",
        default="imported",
        help="the reason for corrections and removals (default: imported)",
    )
    add_entry_options(parser)
    return _run_import


def _run_import(options: argparse.Namespace) -> int:
    path = Path(options.file)
    is_events = path.suffix == ".jsonl"
    if is_events and options.learned is not None:
        raise WrongUse(reason="--learned is for casebooks; exported events have their own times")
    casebook = None if is_events else read_casebook(options.file)
    with Ledger(options.ledger) as ledger:
        old = list(ledger.events())
        if casebook is None:
            imported = import_lines(ledger, path)
        else:
            imported = import_casebook(
                ledger, casebook, because=options.because, by=options.by, learned=options.learned
            )
    events = [*old, *imported.events]
    private = read_private_of(options.ledger, events)
    before, after = snapshot_at(private, old), snapshot_at(private, events)
    return print_effect(options, before, after, imported.events, imported.head)


def prepare_export(parser: argparse.ArgumentParser) -> Run:
    """Export all events as lines of JSON, for internal use only.

    `claimtrack ledger import` reads them back.
    """
    add_ledger(parser)
    parser.add_argument("output", metavar="OUT", help="the file to write; - for the terminal")
    parser.add_argument("--force", action="store_true", help="overwrite an existing file")
    parser.add_argument("--intact", action="store_true", help="export what can still be read of a damaged ledger")
    add_format(parser, ("jsonl", "json"))
    return _run_export


def _run_export(options: argparse.Namespace) -> int:
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
