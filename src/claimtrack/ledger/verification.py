"""Verify that every event of a ledger is as it was written, in its place, and that none is missing."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from claimtrack._records import record
from claimtrack.dates import Moment
from claimtrack.errors.failures import DamagedLedger, InvalidCasebook, LedgerBusy, OtherLedger, UnreadableFile, WrongUse
from claimtrack.io.atomic import path_exists, read_bytes, write_atomic
from claimtrack.ledger.chain import Damage, Head, Row, find_damages, genesis_hash, head_at, require_head
from claimtrack.ledger.event_json import event_of
from claimtrack.ledger.jsonl import is_jsonl, read_rows
from claimtrack.ledger.ledger import reading_store
from claimtrack.ledger.lock import Patience
from claimtrack.ledger.recording_times import find_misdated, system_clock
from claimtrack.ledger.store import Store


@record
class Verification:
    """The result of verifying a ledger."""

    head: Head
    """The ledger's end."""
    damages: tuple[Damage, ...]
    """What is not as it was written; empty if nothing is."""

    @property
    def intact(self) -> bool:
        """Whether nothing is damaged."""
        return not self.damages


def verify(
    path: str | Path,
    *,
    pinned: Iterable[Head] = (),
    clock: Callable[[], Moment] | None = None,
    patience: Patience | None = None,
) -> Verification:
    """Verify a ledger, or a `.jsonl` file that was exported from one; no byte of the file changes.

    It finds every event that was changed, removed, moved or inserted, or whose time of recording is before that of the
    event before it or in the future, and whatever else is in the file that a ledger would not have written. That the
    end was cut off, or that the chain was made anew from somewhere on, is found only against a head that was kept
    elsewhere. Who added an event at the end, a chain without a secret cannot show.

    Args:
        path: the file of a ledger, or an exported `.jsonl` file.
        pinned: heads that were printed or sealed before.
        clock: tells the time; None takes the system's clock.
        patience: how long to wait for other processes that use the file; None as long as the limit `wait` says.

    Raises:
        WrongUse: what is pinned is not a head.
        UnreadableFile: the file cannot be read at all, or is not a ledger.
        LedgerBusy: another process used it all the while.

    Cost: linear in the events; a damaged file is read event by event.
    """
    found = Path(path)
    heads = tuple(require_head(head.count, head.hash, head.at) for head in pinned)
    now = (clock or system_clock)()
    if is_jsonl(found):
        salt, rows = read_rows(found)
        return _verified(salt, rows, heads, [], now, are_filed=False)
    store = reading_store(found, patience)
    try:
        return _of_store(store, heads, now)
    finally:
        store.close()


def _of_store(store: Store, heads: tuple[Head, ...], now: Moment) -> Verification:
    try:
        store.check()
    except DamagedLedger as error:  # nothing more is asked of tables that may be anything
        return _unreadable(map(_of_file, error.damages))
    flaws = [_of_file(f"SQLite finds: {flaw}") for flaw in store.integrity_errors()]
    try:
        flaws += store.flaws()
    except DamagedLedger as error:
        flaws += [_of_file(f"SQLite finds: {damage}") for damage in error.damages]
    try:
        salt = store.salt
    except LedgerBusy:
        raise
    except (DamagedLedger, UnreadableFile):
        return _unreadable([_of_file("its salt cannot be read"), *flaws])
    try:
        rows = list(store.rows()) if not flaws else list(store.intact_rows())
    except DamagedLedger:
        rows = list(store.intact_rows())
    return _verified(salt, rows, heads, flaws, now)


def _unreadable(damages: Iterable[Damage]) -> Verification:
    return Verification(head=Head(0, ""), damages=tuple(damages))


def _of_file(says: str) -> Damage:
    return Damage(number=None, says=says)


def _verified(
    salt: bytes,
    rows: list[Row],
    heads: tuple[Head, ...],
    flaws: Iterable[Damage],
    now: Moment,
    *,
    are_filed: bool = True,
) -> Verification:
    found = [*flaws, *find_damages(salt, rows, pinned=heads)]
    broken = {damage.number for damage in found}
    whole = [row for row in rows if row.number not in broken]
    found += [damage for row in whole for damage in _misread(row, are_filed=are_filed)]
    found += find_misdated(whole, now=now, pinned=heads)
    found.sort(key=lambda damage: damage.number or 0)
    last = head_at(rows[-1].number, rows[-1].hash, now) if rows else head_at(0, genesis_hash(salt), now)
    return Verification(head=last, damages=tuple(found))


def _misread(row: Row, *, are_filed: bool) -> Iterator[Damage]:
    """Whether an intact event cannot be read, or is stored under another subject, where it would not be found."""
    try:
        raw = json.loads(row.body)
        what = event_of(raw).what
    except (ValueError, RecursionError, InvalidCasebook):
        yield Damage(number=row.number, says="it is not an event that this version knows")
        return
    if are_filed and row.subject != f"{what.collection}/{what.id}":
        yield Damage(number=row.number, says="it stands under another subject than its own")


def write_seal(path: str | Path, head: Head) -> None:
    """Add a head to a seal, a file to be kept elsewhere.

    Raises:
        UnreadableFile: the file cannot be written, or is not a seal.
        OtherLedger: the file holds another head for as many events.
    """
    found = Path(path)
    heads = {one.count: one for one in read_seal(found)} if path_exists(found) else {}
    if heads.get(head.count, head) != head:
        raise OtherLedger(path=str(path), count=head.count)
    heads[head.count] = head
    write_atomic(found, "".join(f"{json.dumps(_plain_head(heads[count]))}\n" for count in sorted(heads)).encode())


def _plain_head(head: Head) -> dict[str, object]:
    plain = {"events": head.count, "head": head.hash}
    return plain if head.at is None else plain | {"at": head.at.text}


def read_seal(path: str | Path) -> tuple[Head, ...]:
    """The heads in a seal, one per line; at least one.

    Raises:
        UnreadableFile: there is no such file, it is not a seal, or it is empty.
    """
    heads: list[Head] = []
    for number, line in enumerate(read_bytes(Path(path)).decode("utf-8", "replace").splitlines(), start=1):
        try:
            raw = json.loads(line)
            count, digest, at = raw["events"], raw["head"], raw.get("at")
            if type(count) is not int or type(digest) is not str:
                raise TypeError  # noqa: TRY301 - the same as if they were missing
            heads.append(require_head(count, digest, None if at is None else Moment(at)))
        except WrongUse as error:
            raise UnreadableFile(path=str(path), reason=f"line {number}: {error.reason}") from None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            reason = f"line {number} is not part of a seal; expected a number of events and a head"
            raise UnreadableFile(path=str(path), reason=reason) from None
    if not heads:
        raise UnreadableFile(path=str(path), reason="this seal is empty: it holds no head")
    return tuple(heads)
