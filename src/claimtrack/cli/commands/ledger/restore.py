"""Undo a retraction or removal."""

import argparse

from claimtrack.cli._append import add_change_options, append
from claimtrack.cli._ledger import find_record
from claimtrack.history.events import Restored
from claimtrack.history.state import State


def add_options(parser: argparse.ArgumentParser) -> None:
    add_change_options(parser, "ID", "id of the record")


def run(options: argparse.Namespace) -> int:
    def make(state: State) -> list[Restored]:
        collection, name = find_record(state, options.id)
        return [Restored(collection=collection, id=name)]

    return append(options, make)
