"""Make a ledger, import into it, and export from it."""

import argparse
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimtrack.cli._append import add_entry_options, print_effect
from claimtrack.cli._casebook import LEDGER_SUFFIX, read_casebook, tell_internal_only
from claimtrack.cli._files import parse_output, refuse_needed
from claimtrack.cli._ledger import add_ledger, open_ledger, patience_with, read_private_of, snapshot_at
from claimtrack.cli._options import Run, add_format
from claimtrack.cli._terminal import FINE, print_note, print_text
from claimtrack.errors.failures import FileInTheWay, WrongUse
from claimtrack.history.events import Added, Corrected, Event
from claimtrack.io.atomic import path_exists, read_bytes, translate_os_errors, write_atomic
from claimtrack.io.private_file import refuse_private
from claimtrack.ledger.event_json import event_text, plain_event
from claimtrack.ledger.import_export import export_lines, import_casebook, import_lines, salvage
from claimtrack.ledger.ledger import Ledger
from claimtrack.model.casebook import Casebook
from claimtrack.model.documents import Document, TextFile
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

    def begin(ledger: Ledger) -> None:
        if casebook is not None:
            import_casebook(ledger, casebook, because="first entry", by=options.by, learned=options.learned)

    with Ledger.create(options.ledger, begin=begin, patience=patience_with(options.ledger)) as ledger:
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
    with open_ledger(options.ledger, read_only=False) as ledger:
        old = list(ledger.events())
        if old and casebook == Casebook():  # as standard input is where the command before it failed
            raise WrongUse(reason=f"{options.file}: this casebook is empty; importing it would remove every record")
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
    parser.add_argument("output", metavar="OUT", type=parse_output, help="the file to write; - for standard output")
    parser.add_argument("--force", action="store_true", help="overwrite an existing file, but no ledger or casebook")
    parser.add_argument("--intact", action="store_true", help="export what can still be read of a damaged ledger")
    add_format(parser, ("jsonl", "json"))
    return _run_export


def _run_export(options: argparse.Namespace) -> int:
    if options.output is not None:
        _refuse_to_lose(options)
    events, text = _events_of(options)
    if options.output is None:
        tell_internal_only()
        print_text(text, exact=True)
    else:
        refuse_needed(Path(options.output), options, _texts_in(events))
        write_atomic(Path(options.output), text.encode(), private=True, replace=options.force)
        print_note(f"{options.output}: written for internal readers; it contains everything that is protected")
    return FINE


def _refuse_to_lose(options: argparse.Namespace) -> None:
    """Refuse to write over a ledger or a casebook, whatever is forced."""
    output = Path(options.output)
    refuse_private(output)
    with translate_os_errors(output):
        suffix = Path(os.path.realpath(output)).suffix.lower()  # of the file behind a link, which would be written
    there = path_exists(output)
    if suffix == ".toml" or suffix.startswith(LEDGER_SUFFIX):
        raise WrongUse(reason=f"{output}: events are not written under the name of a casebook or ledger; use .jsonl")
    if there and not options.force:
        raise FileInTheWay(path=options.output)
    if there and suffix == ".json" and not _is_export(read_bytes(output)):
        raise WrongUse(reason=f"{output}: this is no export, and may be a casebook; choose another name")


def _texts_in(events: Iterable[Event]) -> Iterator[str | TextFile | None]:
    """The texts that documents ever had."""
    for event in events:
        if isinstance(event.what, Added) and isinstance(event.what.record, Document):
            yield event.what.record.text
        elif isinstance(event.what, Corrected) and event.what.collection == "documents":
            yield event.what.changes.get("text")


def _is_export(content: bytes) -> bool:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and "events" in data


def _events_of(options: argparse.Namespace) -> tuple[Sequence[Event], str]:
    """The events, as far as they are needed to tell what must not be replaced, and as they are written."""
    lines = None
    if options.intact:
        left = salvage(options.ledger, patience=patience_with(options.ledger))
        events = left.events
        print_note(f"{options.ledger}: {len(events)} of {left.seen} readable events are as they were written")
    else:
        with open_ledger(options.ledger) as ledger:
            lines = None if options.format == "json" else export_lines(ledger)
            events = tuple(ledger.events()) if lines is None or options.force else ()
    if options.format == "json":
        return events, json_text({"events": [plain_event(event) for event in events]})
    return events, "".join(f"{event_text(event)}\n" for event in events) if lines is None else lines
