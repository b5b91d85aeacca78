"""Tamper evidence: any byte changed, any event removed, any two swapped and any end cut off is found, and where."""

import shutil
import sqlite3
from contextlib import closing
from itertools import combinations
from pathlib import Path

import attrs
import pytest

import claimtrack as ct
from claimtrack.dates import moment_of
from claimtrack.errors.failures import UnreadableFile
from claimtrack.ledger.chain import Head, Row, chain_hash, find_damages, genesis_hash
from claimtrack.ledger.verification import read_seal, verify, write_seal
from profiles import by_profile

SALT = b"salt"
COUNT = 200
FLIPS = by_profile(dev=range(1), ci=range(1), deep=range(8))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of 200 events."""
    path = tmp_path_factory.mktemp("whole") / "case.ledger"
    times = iter(range(COUNT + 1))
    with ct.Ledger.create(path, clock=lambda: moment_of(f"2021-03-01T00:{next(times) // 60:02}Z"), salt=SALT) as made:
        made.append(*(ct.events.event(ct.Claim(id=f"c{place}", text="It is so.")) for place in range(COUNT // 2)))
        for place in range(COUNT // 2):
            made.append(ct.events.event(ct.Claim(id=f"d{place}", text="é")))
    return path


@pytest.fixture(scope="module")
def rows(whole: Path) -> list[Row]:
    """Its rows."""
    with ct.Ledger(whole) as ledger:
        found = list(ledger.rows())
    assert len(found) == COUNT
    return found


def where(rows: list[Row], *, pinned: list[Head] | None = None) -> list[int | None]:
    """The numbers of what is damaged."""
    return [damage.number for damage in find_damages(SALT, rows, pinned=pinned or [])]


def test_a_whole_ledger_is_intact(whole: Path, rows: list[Row]) -> None:
    """Nothing is found where nothing was done, with and without pinned heads."""
    head = Head(COUNT, f"sha256:{rows[-1].hash.hex()}")
    middle = Head(7, f"sha256:{rows[6].hash.hex()}")
    assert verify(whole, pinned=[head, middle]).intact
    assert head == verify(whole).head
    assert "200 events, head sha256:" in str(head)


def test_any_byte_of_any_event_that_is_changed_is_found(rows: list[Row]) -> None:
    """Each byte of each event, changed by itself, gives exactly one finding, at that event."""
    for place, row in enumerate(rows):
        content = row.body.encode()
        other = [*rows]
        for at in range(len(content)):
            for bit in FLIPS:
                changed = bytearray(content)
                changed[at] ^= 1 << bit
                other[place] = attrs.evolve(row, body=changed.decode("utf-8", "surrogateescape"))
                assert where(other) == [place + 1], (at, bit)


def test_any_byte_of_any_hash_that_is_changed_is_found(rows: list[Row]) -> None:
    """A changed hash is found at its event, and at the next one, which was written after another."""
    for place, row in enumerate(rows):
        found = [place + 1, place + 2] if place + 1 < COUNT else [place + 1]
        other = [*rows]
        for at in range(len(row.hash)):
            changed = bytearray(row.hash)
            changed[at] ^= 1
            other[place] = attrs.evolve(row, hash=bytes(changed))
            assert where(other) == found, at


def test_any_event_that_is_removed_is_found(rows: list[Row]) -> None:
    """With its number, or with all later ones numbered anew; that the last is gone shows against a pinned head."""
    pinned = [Head(COUNT, f"sha256:{rows[-1].hash.hex()}")]
    for place in range(COUNT):
        left = rows[:place] + rows[place + 1 :]
        assert where(left, pinned=pinned), place
        if place < COUNT - 1:
            assert where(left)[0] == place + 2
        renumbered = [attrs.evolve(row, number=number) for number, row in enumerate(left, start=1)]
        assert where(renumbered, pinned=pinned), place


def test_any_two_events_that_are_swapped_are_found(rows: list[Row]) -> None:
    """Whether their hashes go with them or not."""
    for one, other in combinations(range(COUNT), 2):
        bodies, whole_rows = [*rows], [*rows]
        bodies[one] = attrs.evolve(rows[one], body=rows[other].body)
        bodies[other] = attrs.evolve(rows[other], body=rows[one].body)
        assert where(bodies) == [one + 1, other + 1]
        whole_rows[one] = attrs.evolve(rows[other], number=one + 1)
        whole_rows[other] = attrs.evolve(rows[one], number=other + 1)
        assert next(find_damages(SALT, whole_rows)).number == one + 1


def test_any_end_that_is_cut_off_is_found(rows: list[Row]) -> None:
    """Against a pinned head, however much is gone; without one it cannot show."""
    pinned = [Head(COUNT, f"sha256:{rows[-1].hash.hex()}")]
    for count in range(COUNT):
        assert where(rows[:count]) == []
        (damage,) = find_damages(SALT, rows[:count], pinned=pinned)
        assert f"the end was cut off: {count} events, and 200 are pinned" in str(damage)


def test_a_new_chain_is_found_against_a_pinned_head(rows: list[Row]) -> None:
    """A change with all later hashes recomputed is found at the pinned head."""
    kept, forged = genesis_hash(SALT), []
    for row in rows:
        body = row.body.replace("It is so.", "It is no.") if row.number == 3 else row.body
        kept = chain_hash(kept, body)
        forged.append(attrs.evolve(row, body=body, hash=kept))
    assert where(forged) == []
    assert where(forged, pinned=[Head(COUNT, f"sha256:{rows[-1].hash.hex()}")]) == [COUNT]
    assert where(forged, pinned=[Head(2, f"sha256:{rows[1].hash.hex()}")]) == []
    assert where([], pinned=[Head(0, "sha256:00")]) == [None]


def tampered(whole: Path, folder: Path, *statements: str) -> Path:
    """A copy of the ledger, tampered with past the triggers."""
    path = folder / "tampered.ledger"
    shutil.copy(whole, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        for trigger in ("events_are_not_changed", "events_are_not_removed", "the_salt_stays"):
            connection.execute(f"DROP TRIGGER {trigger}")
        for sql in statements:
            connection.execute(sql)
    return path


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE events SET body = replace(body, 'so', 'no') WHERE number = 5", "event 5: it is not what was written"),
        ("DELETE FROM events WHERE number = 5", "event 6: events 5 before it are missing"),
        ("DELETE FROM events WHERE number BETWEEN 5 AND 9", "event 10: events 5 to 9 before it are missing"),
        ("DELETE FROM events WHERE number > 150", "the end was cut off: 150 events, and 200 are pinned"),
        ("UPDATE events SET subject = 'claims/other' WHERE number = 5", "event 5: it stands under another subject"),
        ("UPDATE ledger SET salt = x'00'", "event 1: "),
        ("DELETE FROM ledger", "its salt cannot be read"),
        ("DROP TABLE ledger", 'its table "ledger" is missing'),
    ],
)
def test_what_was_done_to_the_file_is_told(whole: Path, sql: str, told: str, tmp_path: Path) -> None:
    """Through the whole of `verify`, with a pinned head."""
    head = verify(whole).head
    found = verify(tampered(whole, tmp_path, sql), pinned=[head])
    assert told in "\n".join(map(str, found.damages))


def test_the_plain_form_is_verified_too(whole: Path, tmp_path: Path) -> None:
    """Any line that is changed, taken out or put elsewhere is found at its number."""
    path = tmp_path / "case.jsonl"
    with ct.Ledger(whole) as ledger:
        lines = ct.ledger.export_lines(ledger, path).splitlines(keepends=True)
        head = ledger.head
    assert verify(path, pinned=[head]).intact
    for changed, told in (
        ([*lines[:5], lines[5].replace("so.", "no."), *lines[6:]], "event 5: it is not what was written"),
        ([*lines[:5], lines[5].replace('"hash":"', '"hash": "'), *lines[6:]], "event 5: "),
        ([*lines[:5], *lines[6:]], "event 5: it is not what was written"),
        (lines[:-1], "the end was cut off"),
        ([lines[0], lines[2], lines[1], *lines[3:]], "event 1: "),
    ):
        path.write_text("".join(changed), encoding="utf-8")
        assert told in "\n".join(map(str, verify(path, pinned=[head]).damages))
    path.write_text("".join(lines[1:]), encoding="utf-8")
    with pytest.raises(ct.InvalidCasebook, match="not the head of a ledger"):
        verify(path)


def test_a_seal_keeps_heads(whole: Path, tmp_path: Path) -> None:
    """It holds one head for each number of events, and refuses those of another ledger."""
    seal = tmp_path / "case.seal"
    first, last = Head(2, "sha256:" + "0" * 64), verify(whole).head
    for head in (last, first, last):
        write_seal(seal, head)
    assert (first, last) == read_seal(seal)
    with pytest.raises(ct.ClaimtrackError, match="head after 2 events is not the same"):
        write_seal(seal, Head(2, "sha256:" + "1" * 64))
    assert (first, last) == read_seal(seal)


@pytest.mark.parametrize("text", ["no seal", '{"events": 1}', '{"events": "1", "head": "sha256:0"}', "[]", "5"])
def test_what_is_no_seal_is_refused(text: str, tmp_path: Path) -> None:
    """The error says in which line."""
    path = tmp_path / "case.seal"
    path.write_text(text)
    with pytest.raises(UnreadableFile, match="line 1 is not part of a seal"):
        read_seal(path)
