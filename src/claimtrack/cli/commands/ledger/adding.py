"""`claimtrack ledger add` and `import`: records and events from files."""

import argparse
from pathlib import Path

from claimtrack._records import evolve
from claimtrack.cli._casebook import book_of, records_in
from claimtrack.cli._ledger import appended, case_at, change, date_asked, moment_asked, private_of
from claimtrack.errors.failures import WrongUse
from claimtrack.history.events import Event, event
from claimtrack.history.state import State
from claimtrack.ledger.import_export import import_casebook, import_lines
from claimtrack.ledger.ledger import Ledger


def add(asked: argparse.Namespace) -> int:
    """Add the records of a file."""
    so, learned = date_asked("--so", asked.so), moment_asked("--learned", asked.learned)

    def make(state: State) -> list[Event]:
        records = records_in(asked.file, state.casebook())
        made = [
            event(one, so=so, learned=learned, by=asked.by, because=asked.because, told=tuple(asked.told))
            for one in records
        ]
        return [evolve(one, place=place) for place, one in enumerate(made)]

    return change(asked, make)


def import_(asked: argparse.Namespace) -> int:
    """Take the difference of a casebook, or the events of lines."""
    path, learned = Path(asked.file), moment_asked("--learned", asked.learned)
    lines = path.suffix == ".jsonl"
    if lines and learned is not None:
        raise WrongUse(reason="--learned goes with a casebook; lines carry times of their own")
    casebook = None if lines else book_of(asked.file)
    with Ledger(asked.ledger) as ledger:
        events = list(ledger.events())
        if casebook is None:
            taken = import_lines(ledger, path)
        else:
            taken = import_casebook(ledger, casebook, because=asked.because, by=asked.by, learned=learned)
    now = [*events, *taken.events]
    private = private_of(asked.ledger, now)
    before, after = case_at(private, events), case_at(private, now)
    return appended(asked, before, after, taken.events, taken.head)
