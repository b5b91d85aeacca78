"""Split a source that turned out to be two, or undo a merge.

Name the statements that belong to the other source; to undo a merge, name
none.
"""

import argparse

from claimtrack.cli._append import add_change_options, append
from claimtrack.cli._ledger import find_record, find_source
from claimtrack.errors.failures import WrongUse
from claimtrack.history.events import Split
from claimtrack.history.state import State


def add_options(parser: argparse.ArgumentParser) -> None:
    add_change_options(parser, "SOURCE", "id of the source to split")
    parser.add_argument("to", metavar="OTHER", help="id of the other source")
    parser.add_argument("statements", metavar="STATEMENT", nargs="*", help="the statements of the other source")


def run(options: argparse.Namespace) -> int:
    def make(state: State) -> list[Split]:
        source, other = find_source(state, options.id), find_source(state, options.to)
        statements = tuple(find_record(state, name, "statements")[1] for name in options.statements)
        if not statements and state.root(other) != state.root(source):
            raise WrongUse(reason=f"{source} and {other} are not merged; name the statements that belong to {other}")
        known = {one.id: one for one in state.casebook().statements}
        for name in statements:
            if name in known and state.root(source) not in (known[name].origin, *known[name].via):
                raise WrongUse(reason=f"{source} neither made nor relayed {name}")
        return [Split(id=source, to=other, statements=statements)]

    return append(options, make)
