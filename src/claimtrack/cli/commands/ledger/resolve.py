"""Record whether a claim turned out to be true.

Track records and calibration are computed from this; no score moves.
"""

import argparse
from typing import get_args

from claimtrack.cli._append import add_change_options, append
from claimtrack.cli._ledger import find_record
from claimtrack.errors.base import any_of
from claimtrack.errors.failures import WrongUse
from claimtrack.history.events import Outcome, Resolved
from claimtrack.history.state import State


def add_options(parser: argparse.ArgumentParser) -> None:
    add_change_options(parser, "CLAIM", "id of the claim")
    outcomes = get_args(Outcome)
    parser.add_argument(
        "outcome",
        metavar="OUTCOME",
        choices=outcomes,
        help=f"how it turned out: {any_of(outcomes)}; open undoes an earlier outcome",
    )


def run(options: argparse.Namespace) -> int:
    def make(state: State) -> list[Resolved]:
        name = find_record(state, options.id, "claims")[1]
        casebook = state.casebook()
        if casebook.claim(name).kind == "opinion":
            raise WrongUse(reason=f"{name} is an opinion, which is neither true nor false")
        rivals = {one for question in casebook.questions if name in question.claims for one in question.claims} - {name}
        true = sorted(one for one in rivals if one in state.resolutions and state.resolutions[one].outcome == "true")
        if options.outcome == "true" and true:
            raise WrongUse(reason=f"its rival {true[0]} is resolved as true, and only one can be; open {true[0]} first")
        return [Resolved(id=name, outcome=options.outcome)]

    return append(options, make)
