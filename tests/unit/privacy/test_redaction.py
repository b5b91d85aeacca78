"""A redaction is worked out once and handed on: counted in calls, so that no machine is too slow for it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

import pytest

import claimtrack as ct
from claimtrack.cli.main import main
from claimtrack.dates import moment_of
from claimtrack.privacy import labels, redact as redaction, retroactive, selection
from claimtrack.privacy.redact import redact

BOOK = ct.Casebook(
    sources=(
        ct.Source(id="whisper", name="Ada Quill", protected=True, descriptor="a nurse"),
        ct.Source(id="log", name="The log", kind="record"),
    ),
    claims=(ct.Claim(id="fell", text="It fell, said Ada Quill."),),
    statements=(
        ct.Statement(id="s-1", origin="whisper", claim="fell", stance="asserts", terms="background"),
        ct.Statement(id="s-2", origin="log", claim="fell", stance="asserts", terms="on the record"),
    ),
)


@pytest.fixture
def calls() -> Iterator[dict[str, mock.Mock]]:
    """How often each costly part of a redaction is worked out."""
    parts: dict[str, Callable[..., object]] = {
        "appearances_of": labels.appearances_of,
        "name_labels": labels.name_labels,
        "select": selection.select,
    }
    spied = {name: mock.Mock(side_effect=part) for name, part in parts.items()}
    with mock.patch.multiple(redaction, **spied):
        yield spied


def counts(calls: dict[str, mock.Mock]) -> dict[str, int]:
    """How often each was called, by its name."""
    return {name: one.call_count for name, one in calls.items()}


def test_all_parts_of_a_redaction_share_one_projection(calls: dict[str, mock.Mock]) -> None:
    """The casebook, the ids of its claims, its texts and who is hidden come from one look at the whole casebook."""
    seen = redact(BOOK)
    assert counts(calls) == {"appearances_of": 0, "name_labels": 0, "select": 0}
    for _ in range(2):
        assert seen.casebook.claims[0].text == "It fell, said Source 1."
        assert dict(seen.claim_ids) == {"fell": "fell"}
        assert [text.collection for text in seen.texts] == ["sources", "sources", "claims"]
        assert [source.id for source in seen.hidden] == ["whisper"]
    assert counts(calls) == {"appearances_of": 1, "name_labels": 1, "select": 1}


def test_another_casebook_takes_the_labels_and_nothing_else(calls: dict[str, mock.Mock]) -> None:
    """However many casebooks are made like one, its labels are found once and it is never projected for them."""
    seen = redact(BOOK)
    others = [seen.alike(BOOK.without_records(statement)) for statement in BOOK.statements]
    assert [len(other.casebook.sources) for other in others] == [1, 1]
    assert counts(calls) == {"appearances_of": 3, "name_labels": 3, "select": 2}


def test_internal_readers_cost_nothing(calls: dict[str, mock.Mock]) -> None:
    """For them the casebook is itself, with the ids that its claims have."""
    seen = redact(BOOK, "internal")
    assert seen.casebook is BOOK
    assert dict(seen.claim_ids) == {"fell": "fell"}
    assert counts(calls) == {"appearances_of": 0, "name_labels": 0, "select": 0}


def test_a_check_projects_once(calls: dict[str, mock.Mock]) -> None:
    """The rules about what is published share one projection."""
    ct.check(ct.score(BOOK))
    assert counts(calls) == {"appearances_of": 1, "name_labels": 1, "select": 1}


def _events(days: int) -> list[ct.events.Event]:
    """The case as it was learned: the records on one day, and then another statement of the log a day."""
    records = (*BOOK.sources, *BOOK.claims, *BOOK.statements)
    more = [
        ct.Statement(id=f"more-{day}", origin="log", claim="fell", stance="asserts", terms="on the record")
        for day in range(days)
    ]
    first = [ct.events.event(one, learned=moment_of("2021-03-01")) for one in records]
    return [*first, *(ct.events.event(one, learned=moment_of(f"2021-03-{at + 2:02}")) for at, one in enumerate(more))]


@pytest.mark.parametrize("days", [2, 5])
def test_a_history_projects_each_casebook_once(calls: dict[str, mock.Mock], days: int) -> None:
    """One projection of today, and one for each moment in the past."""
    ct.tracking.track_score(_events(days), "fell", audience="public")
    moments = days + 1
    assert counts(calls) == {"appearances_of": 1 + moments, "name_labels": 1 + moments, "select": 1 + moments}


def test_a_command_finds_all_names_once(tmp_path: Path) -> None:
    """However often `claimtrack ledger diff` needs every name that hidden sources ever had, they are gathered once."""
    path = tmp_path / "case.ledger"
    with ct.Ledger.create(path) as ledger:
        ledger.append(*_events(3))
    with mock.patch("claimtrack.cli._ledger.with_all_names", side_effect=retroactive.with_all_names) as gathered:
        assert main(["ledger", "diff", str(path), "2021-03-02", "--audience", "public"]) == 0
    assert gathered.call_count == 1
