"""Create a ledger, empty or from a casebook.

Prints the head: the number of events and their hash. Keep it outside the
ledger; `claimtrack ledger verify` checks the ledger against it.
"""

import argparse
from pathlib import Path

from claimtrack.cli._append import add_entry_options, print_effect
from claimtrack.cli._casebook import LEDGER_SUFFIX, read_casebook
from claimtrack.cli._ledger import read_private_of, snapshot_at
from claimtrack.errors.failures import WrongUse
from claimtrack.ledger.import_export import import_casebook
from claimtrack.ledger.ledger import Ledger


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ledger", metavar="LEDGER", help=f"the ledger to create; its name ends in {LEDGER_SUFFIX}")
    parser.add_argument("file", metavar="CASEBOOK", nargs="?", help="a casebook to start from")
    add_entry_options(parser)


def run(options: argparse.Namespace) -> int:
    if Path(options.ledger).suffix != LEDGER_SUFFIX:
        raise WrongUse(reason=f"{options.ledger}: the name of a ledger ends in {LEDGER_SUFFIX}")
    casebook = None if options.file is None else read_casebook(options.file)
    with Ledger.create(options.ledger) as ledger:
        if casebook is not None:
            import_casebook(ledger, casebook, because="first entry", by=options.by, learned=options.learned)
        events, head = list(ledger.events()), ledger.head
    private = read_private_of(options.ledger, events)
    return print_effect(options, snapshot_at(private, []), snapshot_at(private, events), events, head)
