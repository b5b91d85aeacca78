"""Retract a statement, or all statements of a document or source.

Retracted statements stay visible and count for nothing. Prints how scores
moved, and which claims rest on what was retracted.
"""

import argparse

from claimtrack.cli._append import add_change_options, append
from claimtrack.cli._ledger import find_record
from claimtrack.errors.failures import WrongUse
from claimtrack.history.events import Retracted
from claimtrack.history.state import State
from claimtrack.model.statements import Statement


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--replaced-by", metavar="STATEMENT", help="the statement that corrects it")
    add_change_options(parser, "ID", "id of a statement, document or source")


def run(options: argparse.Namespace) -> int:
    def make(state: State) -> list[Retracted]:
        collection, name = find_record(state, options.id, "statements", "documents", "sources")
        by = None if options.replaced_by is None else find_record(state, options.replaced_by, "statements")[1]
        names = [one.id or "" for one in _statements_of(state, collection, name)]
        if not names:
            raise WrongUse(reason=f"{collection}/{name} has no statement that stands")
        return [Retracted(id=one, standing="retracted" if by is None else "corrected", replaced_by=by) for one in names]

    return append(options, make)


def _statements_of(state: State, collection: str, name: str) -> list[Statement]:
    """The statement with that id, or those of that document or origin; only those that stand."""
    standing = [one for _, one in state.records("statements") if isinstance(one, Statement) and one.stands]
    if collection == "statements":
        return [one for one in standing if one.id == name]
    if collection == "documents":
        return [one for one in standing if one.document == name]
    return [one for one in standing if state.root(one.origin) == state.root(name)]
