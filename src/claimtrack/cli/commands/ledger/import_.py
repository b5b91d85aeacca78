"""Import the changes in a casebook, or events that were exported.

From a casebook, whatever is new, changed or gone since the ledger's last
event is appended. From exported events (JSONL), those that the ledger lacks.
"""

import argparse
from pathlib import Path

from claimtrack.cli._append import add_entry_options, print_effect
from claimtrack.cli._casebook import read_casebook
from claimtrack.cli._ledger import add_ledger, read_private_of, snapshot_at
from claimtrack.errors.failures import WrongUse
from claimtrack.ledger.import_export import import_casebook, import_lines
from claimtrack.ledger.ledger import Ledger


def add_options(parser: argparse.ArgumentParser) -> None:
    add_ledger(parser)
    parser.add_argument("file", metavar="FILE", help="a casebook (TOML or JSON), or events (JSONL)")
    parser.add_argument(
        "--because",
        metavar="WHY",
        default="imported",
        help="the reason for corrections and removals (default: imported)",
    )
    add_entry_options(parser)


def run(options: argparse.Namespace) -> int:
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
