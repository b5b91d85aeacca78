"""Verify that every event of a ledger is as it was written, in its place, and that none is missing."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimtrack._records import record
from claimtrack.errors.failures import DamagedLedger, InvalidCasebook, OtherLedger, UnreadableFile
from claimtrack.io.atomic import read_bytes, write_atomic
from claimtrack.ledger.chain import Damage, Head, Row, find_damages, genesis_hash, head_at
from claimtrack.ledger.event_json import event_of
from claimtrack.ledger.jsonl import is_jsonl, read_rows
from claimtrack.ledger.store import Store, connect

_HASH = len("sha256:") + 64


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


def verify(path: str | Path, *, pinned: Iterable[Head] = ()) -> Verification:
    """Verify a ledger, or a `.jsonl` file that was exported from one.

    It finds every event that was changed, removed, moved or inserted. That the end was cut off, or that the whole chain
    was made anew, is found only against a head that was kept elsewhere.

    Args:
        path: the file of a ledger, or an exported `.jsonl` file.
        pinned: heads that were printed or sealed before.

    Raises:
        UnreadableFile: the file cannot be read at all, or is not a ledger.

    Cost: linear in the events; a damaged file is read event by event.
    """
    found = Path(path)
    heads = tuple(pinned)
    if is_jsonl(found):
        salt, rows = read_rows(found)
        return _verified(salt, rows, heads, [])
    store = Store(connect(found), str(path))
    try:
        return _of_store(store, heads)
    finally:
        store.close()


def _of_store(store: Store, heads: tuple[Head, ...]) -> Verification:
    flaws = []
    try:
        store.check()
    except DamagedLedger as error:
        flaws += list(error.damages)
    flaws += [flaw for flaw in store.integrity_errors() if flaw not in flaws]
    try:
        salt = store.salt
    except (DamagedLedger, UnreadableFile, TypeError):
        return Verification(head=Head(0, ""), damages=(_flaw("its salt cannot be read"), *map(_flaw, flaws)))
    try:
        rows = list(store.rows()) if not flaws else list(store.intact_rows())
    except DamagedLedger:
        rows = list(store.intact_rows())
    return _verified(salt, rows, heads, flaws)


def _flaw(says: str) -> Damage:
    return Damage(number=None, says=f"SQLite finds: {says}")


def _verified(salt: bytes, rows: list[Row], heads: tuple[Head, ...], flaws: list[str]) -> Verification:
    found = [*find_damages(salt, rows, pinned=heads)]
    broken = {damage.number for damage in found}
    for row in rows:
        if row.number not in broken:
            found += _misfiled(row)
    found.sort(key=lambda damage: damage.number or 0)
    last = head_at(rows[-1].number, rows[-1].hash) if rows else head_at(0, genesis_hash(salt))
    return Verification(head=last, damages=(*(_flaw(flaw) for flaw in flaws), *found))


def _misfiled(row: Row) -> Iterator[Damage]:
    """Whether an intact event is stored under another subject, where it would not be found."""
    try:
        raw = json.loads(row.body)
        what = event_of(raw).what
    except (ValueError, RecursionError, InvalidCasebook):
        yield Damage(number=row.number, says="it is not an event that this version knows")
        return
    if row.subject not in ("", f"{what.collection}/{what.id}"):
        yield Damage(number=row.number, says="it stands under another subject than its own")


def write_seal(path: str | Path, head: Head) -> None:
    """Add a head to a seal, a file to be kept elsewhere.

    Raises:
        UnreadableFile: the file cannot be written, or is not a seal.
        OtherLedger: the file holds another head for as many events.
    """
    found = Path(path)
    heads = {one.count: one for one in read_seal(found)} if found.exists() else {}
    if heads.get(head.count, head) != head:
        raise OtherLedger(path=str(path), count=head.count)
    heads[head.count] = head
    lines = [json.dumps({"events": count, "head": heads[count].hash}) for count in sorted(heads)]
    write_atomic(found, ("\n".join(lines) + "\n").encode())


def read_seal(path: str | Path) -> tuple[Head, ...]:
    """The heads in a seal, one per line.

    Raises:
        UnreadableFile: there is no such file, or it is not a seal.
    """
    heads = []
    for number, line in enumerate(read_bytes(Path(path)).decode("utf-8", "replace").splitlines(), start=1):
        try:
            raw = json.loads(line)
            count, digest = raw["events"], raw["head"]
        except (ValueError, KeyError, TypeError, RecursionError):
            count = digest = None
        if type(count) is not int or type(digest) is not str or len(digest) != _HASH:
            reason = f"line {number} is not part of a seal; expected a number of events and a head"
            raise UnreadableFile(path=str(path), reason=reason) from None
        heads.append(Head(count, digest))
    return tuple(heads)
