"""Merge two sources that are the same.

All statements of SOURCE become those of INTO; `claimtrack ledger split`
undoes it.
"""

import argparse

from claimtrack.cli._append import add_change_options, append
from claimtrack.cli._ledger import find_source
from claimtrack.errors.failures import WrongUse
from claimtrack.history.events import Merged
from claimtrack.history.state import State


def add_options(parser: argparse.ArgumentParser) -> None:
    add_change_options(parser, "SOURCE", "id of the source to merge")
    parser.add_argument("into", metavar="INTO", help="id of the source to merge it into")


def run(options: argparse.Namespace) -> int:
    def make(state: State) -> list[Merged]:
        source, into = find_source(state, options.id), find_source(state, options.into)
        merged = Merged(id=source, into=into)  # refuses to merge a source into itself
        if state.root(source) == state.root(into):
            raise WrongUse(reason=f"{source} and {into} are merged already")
        return [merged]

    return append(options, make)
