"""A ledger against a plain list of events: whatever is done to it, with crashes and reopenings, they agree."""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import claimtrack as ct
from claimtrack.dates import Moment

if TYPE_CHECKING:
    from claimtrack.history.events import Happening
    from claimtrack.ledger.chain import Head

NAMES = st.sampled_from(("a", "b", "c"))


class Keeping(RuleBasedStateMachine):
    """A ledger and the list of what was acknowledged."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.now = datetime(2021, 3, 1, tzinfo=UTC)
        self.model: list[ct.events.Event] = []
        self.heads: list[Head] = []
        self.pasts: list[tuple[Moment, ct.Casebook]] = []

    def clock(self) -> Moment:
        """A time that goes on."""
        self.now += timedelta(seconds=1)
        return Moment.of(self.now)

    @initialize()
    def begin(self) -> None:
        """Make the ledger."""
        self.ledger = ct.Ledger.create(self.folder / "case.ledger", clock=self.clock, salt=b"")

    def append(self, *events: ct.events.Event) -> bool:
        """Append, and note it where it was acknowledged."""
        try:
            head = self.ledger.append(*events)
        except ct.ClaimtrackError:
            return False
        taken = list(self.ledger.entries(after=len(self.model)))
        assert len(events) == len(taken)
        assert [one.what for one in events] == [one.event.what for one in taken]
        self.model += [one.event for one in taken]
        self.heads.append(head)
        return True

    @rule(name=NAMES, grade=st.sampled_from(("A", "E", None)))
    def add(self, name: str, grade: Any) -> None:
        """Add a source, a claim and a statement at once."""
        known = name in {one.what.id for one in self.model if one.what.collection == "sources"}
        added = self.append(
            ct.events.event(ct.Source(id=name, name=name, reliability=grade)),
            ct.events.event(ct.Claim(id=name, text="It is so.")),
            ct.events.event(ct.Statement(id=name, origin=name, claim=name, stance="asserts")),
        )
        assert added != known

    @rule(
        name=NAMES,
        make=st.sampled_from(
            (
                lambda name: ct.events.Retracted(id=name),
                lambda name: ct.events.Restored(collection="statements", id=name),
                lambda name: ct.events.Removed(collection="statements", id=name),
                lambda name: ct.events.Graded(id=name, grade="B"),
                lambda name: ct.events.Resolved(id=name, outcome="true"),
                lambda name: ct.events.Corrected(collection="claims", id=name, changes={"text": "It is not so."}),
                lambda name: ct.events.Merged(id=name, into="a"),
            )
        ),
        early=st.booleans(),
    )
    def change(self, name: str, make: Any, early: bool) -> None:  # noqa: FBT001
        """Change a record, sometimes with a time that lies before."""
        if name == "a" and make("b").collection == "sources" and isinstance(make("b"), ct.events.Merged):
            return
        what: Happening = make(name)
        learned = Moment.of(datetime(2021, 2, 1, tzinfo=UTC)) if early else None
        self.append(ct.events.event(what, because="so it is", learned=learned))

    @rule()
    def remember(self) -> None:
        """Note what is believed now, to be held against later."""
        moment = self.clock()
        self.pasts.append((moment, self.ledger.casebook(as_of=moment)))

    @rule()
    def reopen(self) -> None:
        """Close and open it."""
        self.ledger.close()
        self.ledger = ct.Ledger(self.folder / "case.ledger", clock=self.clock)

    @rule(torn=st.booleans())
    def crash(self, torn: bool) -> None:  # noqa: FBT001
        """The process dies, in the middle of an append where it is torn: the files are as they lie on the disk."""
        if torn:
            self.ledger._store._run("BEGIN IMMEDIATE")
            self.ledger._store._run("INSERT INTO events VALUES (?, 'claims/x', '{}', x'00')", (len(self.model) + 1,))
        copy = Path(tempfile.mkdtemp(dir=self.folder))
        for file in self.folder.glob("case.ledger*"):
            shutil.copy(file, copy / file.name)
        self.ledger.close()
        for file in self.folder.glob("case.ledger*"):
            file.unlink()
        for file in copy.iterdir():
            file.replace(self.folder / file.name)
        self.ledger = ct.Ledger(self.folder / "case.ledger", clock=self.clock)

    @rule()
    def through_lines(self) -> None:
        """Go through the plain form into a new file."""
        ct.ledger.export_lines(self.ledger, self.folder / "case.jsonl")
        self.ledger.close()
        for file in self.folder.glob("case.ledger*"):
            file.unlink()
        self.ledger = ct.Ledger.create(self.folder / "case.ledger", clock=self.clock)
        ct.ledger.import_lines(self.ledger, self.folder / "case.jsonl")

    @invariant()
    @precondition(lambda self: hasattr(self, "ledger"))
    def they_agree(self) -> None:
        """The events are the list's, the casebook is the replay of the list, and the pasts are as they were."""
        assert self.model == list(self.ledger.events())
        assert ct.replay(self.model) == self.ledger.casebook()
        for moment, book in self.pasts:
            assert book == self.ledger.casebook(as_of=moment)
        assert ct.ledger.verify(self.folder / "case.ledger", pinned=self.heads).intact

    def teardown(self) -> None:
        """Clean up."""
        if hasattr(self, "ledger"):
            self.ledger.close()
        shutil.rmtree(self.folder)


Keeping.TestCase.settings = settings(settings(), stateful_step_count=25)
TestKeeping = Keeping.TestCase
