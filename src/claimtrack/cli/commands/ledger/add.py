"""Add the records of a TOML file, such as new sources, claims and statements.

Prints the new head, and how scores moved.
"""

import argparse

from claimtrack.cli._append import add_event_options, append
from claimtrack.cli._casebook import read_records
from claimtrack.cli._ledger import add_ledger


def add_options(parser: argparse.ArgumentParser) -> None:
    add_ledger(parser)
    parser.add_argument("file", metavar="RECORDS", help="a TOML file with records, such as [[statements]]")
    add_event_options(parser, needs_reason=False)


def run(options: argparse.Namespace) -> int:
    return append(options, lambda state: read_records(options.file, state.casebook()))
