"""The two-run law over time: ledgers that differ only in what is confidential show the public the same bytes."""

from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import pytest

import claimtrack as ct
from claimtrack.cli.main import main
from claimtrack.dates import Moment, moment_of
from claimtrack.io.private_file import dump_private
from claimtrack.testing.generate.source import RandomChooser
from laws.outputs import nets_off
from laws.pairs import make_pair
from laws.test_two_runs import PARTS
from profiles import by_profile

COMMANDS = (
    "as-of {file}",
    "as-of {file} 2021-03-01 --format json",
    "as-of {file} --so-on 2021-03-15",
    "diff {file} 2021-03-01",
    "diff {file} 2021-03-01 --format json",
    "history {file} {claim}",
    "history {file} {claim} --format json",
    "history {file} {claim} --format html",
    "history {file} {claim} --format csv",
    "record {file} --format json",
    "record {file} --format csv",
    "calibration {file}",
    "calibration {file} --format json",
    "calibration {file} --format csv",
)
KEYED = ("as-of {file} --key word", "diff {file} 2021-03-01 --key word", "history {file} {claim} --key word")
"""Commands whose labels follow from a key and the ids of sources."""


def day(number: int) -> Moment:
    """A moment of a day in March 2021."""
    return moment_of(f"2021-03-{number:02}")


def kept(book: ct.Casebook, folder: str) -> Path:
    """A ledger into which a casebook came in two parts, in which a claim was resolved, with its private file."""
    path = Path(folder) / "case.ledger"
    now = [1]
    first = attrs.evolve(book, statements=(), notes=(), established=())
    with ct.Ledger.create(path, clock=lambda: day(now[0]), salt=b"") as ledger:
        for number, part in enumerate((first, book), start=1):
            now[0] = number
            ct.ledger.import_casebook(ledger, part)
        now[0] = 3
        shown = [claim.id for claim in ct.for_audience(book, "public").claims if claim.kind != "opinion"]
        mine = [claim.id for claim in book.claims if claim.id in shown]
        if mine:
            ledger.append(ct.events.event(ct.events.Resolved(id=mine[0], outcome="true"), because="it was seen"))
        # What the ledger keeps may have other ids than the casebook where these are places.
        assert len(ledger.casebook().statements) == len(book.statements)
    private = dump_private(book.sources)
    if private is not None:
        beside = path.with_name("case.private.toml")
        beside.write_bytes(private)
        beside.chmod(0o600)
    return path


def printed(book: ct.Casebook, commands: Iterable[str] = COMMANDS) -> dict[str, str]:
    """What the commands print for the public, on both streams, with how they end."""
    found: dict[str, str] = {}
    with TemporaryDirectory() as folder:
        file = kept(book, folder)
        claims = ct.for_audience(book, "public").claims
        claim = next((one.id for one in claims if one.kind != "opinion"), "none")
        for words in commands:
            out, err = StringIO(), StringIO()
            command = words.format(file=file, claim=claim).split(" ")
            with redirect_stdout(out), redirect_stderr(err):
                status = main(["ledger", *command, "--audience", "public"])
            found[words] = f"{status}\n{out.getvalue()}\n{err.getvalue()}".replace(folder, "")
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_two_runs_of_a_ledger(part: int) -> None:
    """Who a hidden source is, and what is off the record, moves no byte of what is shown of any time."""
    for seed in range(part, by_profile(dev=3, ci=40, deep=2_000), PARTS):
        book, other = make_pair(RandomChooser(seed))
        with nets_off():
            assert (seed, printed(book)) == (seed, printed(other))
        book, other = make_pair(RandomChooser(seed), keep_ids=True)
        with nets_off():
            assert (seed, printed(book, KEYED)) == (seed, printed(other, KEYED))


def test_what_is_learned_beside_a_secret_keeps_its_day() -> None:
    """That something off the record was learned on the same day is not to be seen."""
    open_ = ct.Statement(
        id="s", origin="kim", claim="fell", stance="asserts", lineage="witnessed", terms="on the record"
    )
    secret = ct.Statement(id="t", origin="kim", claim="fell", stance="denies", terms="off the record")

    def told(*statements: ct.Statement) -> Any:
        records = (ct.Source(id="kim", name="Kim", kind="official"), ct.Claim(id="fell", text="It fell."), *statements)
        events = [attrs.evolve(ct.events.event(one), learned=day(1), place=n) for n, one in enumerate(records)]
        return ct.tracking.track_score(events, "fell", audience="public").points

    assert told(open_) == told(secret, open_)
    assert told(open_)[0].learned == day(1)


def test_a_day_on_which_only_a_secret_was_learned_brings_nothing_to_light() -> None:
    """What a hidden source said is dated by the next day on which the public learned something, and by no other."""
    records = (
        ct.Source(id="kim", name="Kim", protected=True),
        ct.Source(id="log", name="The log", kind="record"),
        ct.Claim(id="fell", text="It fell."),
    )
    said = {"claim": "fell", "stance": "asserts", "lineage": "witnessed"}
    hidden = ct.Statement(id="s", origin="kim", terms="background", **said)
    secret = ct.Statement(id="t", origin="kim", terms="off the record", **said)
    open_ = ct.Statement(id="u", origin="log", terms="on the record", **said)

    def days(*statements: tuple[int, ct.Statement]) -> list[Any]:
        rows = [*((1, one) for one in records), *statements]
        events = [attrs.evolve(ct.events.event(one), learned=day(on), place=n) for n, (on, one) in enumerate(rows)]
        return [point.learned for point in ct.tracking.track_score(events, "fell", audience="public").points]

    assert days((2, hidden), (4, open_)) == days((2, hidden), (3, secret), (4, open_)) == [day(4)]
    assert days((2, hidden)) == days((2, hidden), (3, secret)) == [None]


@pytest.mark.parametrize("field", ["name", "id"])
def test_the_law_can_be_broken(field: str) -> None:
    """Two ledgers whose open sources differ show other bytes, so that sameness means something."""
    one = ct.Source(id="kim", name="Kim", kind="official")
    other = attrs.evolve(one, **{field: "Lee"})

    def book(source: ct.Source) -> ct.Casebook:
        said = ct.Statement(id="s", origin=source.id, claim="fell", stance="asserts", terms="on the record")
        return ct.Casebook(sources=(source,), claims=(ct.Claim(id="fell", text="It fell."),), statements=(said,))

    assert printed(book(one)) != printed(book(other))
