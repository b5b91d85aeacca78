"""Read a ledger: its events, the casebook that they make at any time, and records by their ids."""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from claimtrack.cli._output import warn_without_private
from claimtrack.cli._terminal import print_note
from claimtrack.dates import Moment, PartialDate
from claimtrack.errors.base import hint, nearest, shown
from claimtrack.errors.failures import WrongUse
from claimtrack.history.events import Event
from claimtrack.history.replay import known_by, state_of
from claimtrack.history.state import State
from claimtrack.io.private_file import read_private, require_private
from claimtrack.ledger.ledger import Ledger
from claimtrack.ledger.lock import Patience
from claimtrack.model.casebook import COLLECTIONS, Casebook
from claimtrack.model.sources import Confidential
from claimtrack.privacy.retroactive import with_all_names

Private = Mapping[str, Confidential]
"""The confidential fields of sources, by id."""


class Snapshot(NamedTuple):
    """A casebook at one time of its history."""

    state: State
    """What the events make of each record."""
    casebook: Casebook
    """The casebook, with the private fields of now."""

    @property
    def outcomes(self) -> dict[str, str]:
        """How claims turned out."""
        return {claim: one.outcome for claim, one in self.state.resolutions.items()}


class LedgerContent(NamedTuple):
    """All that a ledger holds."""

    events: Sequence[Event]
    """Its events."""
    private: Private
    """The private fields beside it."""
    now: Snapshot
    """The casebook as it is now."""
    all_names: Casebook
    """The same, in which hidden sources have every name that they ever had; public output is made from this."""


def add_ledger(parser: argparse.ArgumentParser) -> None:
    """Add LEDGER, the ledger that a command works on."""
    parser.add_argument("ledger", metavar="LEDGER", help="a ledger file")


@contextmanager
def open_ledger(path: str, *, read_only: bool = True) -> Iterator[Ledger]:
    """Open a ledger, and say when it is waited for, and when it is not as it was written.

    It is read all the same: who looks into a ledger that was tampered with has to see what is in it.
    """
    with Ledger(path, read_only=read_only, patience=patience_with(path)) as ledger:
        damages = ledger.find_damages()
        if damages:
            more = f" and {len(damages) - 1} more" if len(damages) > 1 else ""
            says = f"this ledger is not as it was written: {damages[0]}{more}; `claimtrack ledger verify` lists all"
            print_note(f"claimtrack: warning: {path}: {says}")
        yield ledger


def patience_with(path: str) -> Patience:
    """How long to wait for a ledger that another process is using, saying so after a second."""
    return Patience(tell=lambda: print_note(f"claimtrack: {path}: waiting for another process that is using it …"))


def read_ledger(path: str, audience: str) -> LedgerContent:
    """Read a ledger and the private file beside it; one that is missing is warned of, if the output is for the public.

    Raises:
        UnreadableFile: the private file is missing, and the casebook says `private = true`.
    """
    with open_ledger(path) as ledger:
        events = list(ledger.events())
    private = read_private_of(path, events)
    now = snapshot_at(private, events)
    require_private(now.casebook, Path(path))
    warn_without_private(now.casebook, path, audience)
    return LedgerContent(events, private, now, with_all_names(now.casebook, now.state))


def read_private_of(path: str, events: Iterable[Event]) -> Private:
    """Read the private file beside a ledger; it may hold nothing of other sources."""
    return read_private(Path(path), {event.what.id for event in events if event.what.collection == "sources"})


def snapshot_at(
    private: Private,
    events: Iterable[Event],
    *,
    as_of: Moment | None = None,
    so_on: PartialDate | None = None,
    as_learned: bool = False,
) -> Snapshot:
    """Replay the events to what was known at a moment, or was so on a day."""
    state = state_of(known_by(events, as_of=as_of, so_on=so_on, as_learned=as_learned))
    state = state.with_private(
        {name: fields for name, fields in private.items() if name in state.collections["sources"]}
    )
    return Snapshot(state, state.casebook(pruned=so_on is not None))


def find_record(state: State, name: str, *collections: str) -> tuple[str, str]:
    """Find the collection and id of a record by its id, or by `statements/s1` where several kinds have that id.

    Raises:
        WrongUse: no record has that id, or several kinds of records have it.
    """
    wanted = collections or tuple(COLLECTIONS)
    collection, slash, rest = name.partition("/")
    if slash and collection in wanted:
        wanted, name = (collection,), rest
    homes = [each for each in wanted if name in state.collections[each]]
    if len(homes) > 1:
        choices = " or ".join(f"{home}/{name}" for home in homes)
        raise WrongUse(reason=f"several records have the id {name}; write {choices}")
    if not homes:
        known = [one for each in wanted for one in state.collections[each]]
        kind = wanted[0].removesuffix("s") if len(wanted) == 1 else "record"
        raise WrongUse(reason=f"the ledger has no {kind} {shown(name)}{hint(nearest(name, known))}")
    return homes[0], name


def find_source(state: State, name: str) -> str:
    """Find the id of a source."""
    return find_record(state, name, "sources")[1]
