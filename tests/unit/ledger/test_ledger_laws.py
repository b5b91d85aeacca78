"""The laws of histories through a ledger: events appended one by one, in any order, and read back from the file."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest

import claimtrack as ct
from claimtrack.dates import Moment, moment_of
from claimtrack.testing import HISTORY_LAWS, verdict_of
from profiles import by_profile

LATE = moment_of("2021-12-31")
EXAMPLES = by_profile(dev=4, ci=8, deep=500)


class Through:
    """A replay that goes through a ledger: each event is appended when it says that it was recorded."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.numbers = folder, count()

    def __call__(self, events: Sequence[ct.events.Event], *, as_of: Any = None, so_on: Any = None) -> ct.Casebook:
        """The casebook that the ledger gives."""
        path = self.folder / f"{next(self.numbers)}.ledger"
        now: list[Moment] = [LATE]
        with ct.Ledger.create(path, clock=lambda: now[0], salt=b"") as ledger:
            ready = [event for event in events if event.learned is not None]
            for event in ready:
                now[0] = event.recorded or event.learned or LATE
                ledger.append(event, strict=False)
            now[0] = LATE
            ledger.append(*(event for event in events if event.learned is None), strict=False)
            found = ledger.casebook(as_of=as_of, so_on=so_on)
        path.unlink()
        return found


@pytest.mark.parametrize("law", HISTORY_LAWS, ids=lambda law: law.name)
def test_a_ledger_keeps_the_laws_of_histories(law: Any, tmp_path: Path) -> None:
    """Whatever the order in which events with their times are appended, the casebook is the same; and the rest."""
    verdict = verdict_of(law, Through(tmp_path), examples=EXAMPLES)
    assert verdict.word == "kept", str(verdict.broken)
    assert verdict.met


def test_only_who_asks_for_it_may_append_what_does_not_fit(tmp_path: Path) -> None:
    """A statement may come before its source where order is said not to matter, and nowhere else; lines keep that."""
    said = ct.Statement(id="s", origin="kim", claim="fell", stance="asserts")
    rest = (ct.Source(id="kim", name="Kim"), ct.Claim(id="fell", text="It fell."))
    with ct.Ledger.create(tmp_path / "case.ledger") as ledger:
        with pytest.raises(ct.ClaimtrackError, match="unknown source"):
            ledger.append(ct.events.event(said))
        ledger.append(ct.events.event(said), strict=False)
        ledger.append(*map(ct.events.event, rest), strict=False)
        assert ledger.casebook().statements == (said,)
        ct.ledger.export_lines(ledger, tmp_path / "case.jsonl")
    with ct.Ledger.create(tmp_path / "again.ledger") as again:
        ct.ledger.import_lines(again, tmp_path / "case.jsonl")
        assert again.casebook().statements == (said,)
