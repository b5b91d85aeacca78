"""Verifying: whether every event is as it was written, in its place, and the last one still there."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimtrack._records import record
from claimtrack.errors.failures import DamagedLedger, InvalidCasebook, OtherLedger, UnreadableFile
from claimtrack.io.atomic import read_bytes, write_atomic
from claimtrack.ledger.chain import Damage, Head, Row, damages_of, genesis
from claimtrack.ledger.event_json import event_of
from claimtrack.ledger.lines import is_jsonl, read_rows
from claimtrack.ledger.store import Store, connected

_HASH = len("sha256:") + 64


@record
class Verification:
    """What came of verifying a ledger."""

    head: Head
    """Where it ends."""
    damages: tuple[Damage, ...]
    """What is not as it was written; nothing where all is."""

    @property
    def intact(self) -> bool:
        """Whether nothing is damaged."""
        return not self.damages


def verify(path: str | Path, *, pinned: Iterable[Head] = ()) -> Verification:
    """Verify a ledger, or its form in lines.

    Found is any event that was changed, removed, put elsewhere or added in between. That the end was cut off, or that
    somebody made a whole new chain, is found only against a head that was pinned elsewhere.

    Args:
        path: the file of a ledger, or a `.jsonl` file that was exported from one.
        pinned: heads that were printed or sealed before.

    Raises:
        UnreadableFile: it cannot be read at all, or is no ledger.

    Cost: linear in the events; a damaged file is read event by event.
    """
    found = Path(path)
    heads = tuple(pinned)
    if is_jsonl(found):
        salt, rows = read_rows(found)
        return _verified(salt, rows, heads, [])
    store = Store(connected(found), str(path))
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
    flaws += [flaw for flaw in store.flaws() if flaw not in flaws]
    try:
        salt = store.salt
    except (DamagedLedger, UnreadableFile, TypeError):
        return Verification(head=Head(0, ""), damages=(_flaw("its salt cannot be read"), *map(_flaw, flaws)))
    try:
        rows = list(store.rows()) if not flaws else list(store.intact())
    except DamagedLedger:
        rows = list(store.intact())
    return _verified(salt, rows, heads, flaws)


def _flaw(says: str) -> Damage:
    return Damage(number=None, says=f"SQLite finds: {says}")


def _verified(salt: bytes, rows: list[Row], heads: tuple[Head, ...], flaws: list[str]) -> Verification:
    found = [*damages_of(salt, rows, pinned=heads)]
    broken = {damage.number for damage in found}
    for row in rows:
        if row.number not in broken:
            found += _misfiled(row)
    found.sort(key=lambda damage: damage.number or 0)
    last = Head(rows[-1].number, f"sha256:{rows[-1].hash.hex()}") if rows else Head(0, f"sha256:{genesis(salt).hex()}")
    return Verification(head=last, damages=(*(_flaw(flaw) for flaw in flaws), *found))


def _misfiled(row: Row) -> Iterator[Damage]:
    """An event that is whole and stands under another subject, where it would not be found."""
    try:
        raw = json.loads(row.body)
        what = event_of(raw).what
    except (ValueError, RecursionError, InvalidCasebook):
        yield Damage(number=row.number, says="it is no event that this version knows")
        return
    if row.subject not in ("", f"{what.collection}/{what.id}"):
        yield Damage(number=row.number, says="it stands under another subject than its own")


def write_seal(path: str | Path, head: Head) -> None:
    """Write a head to a file, to be kept elsewhere. Earlier heads in it stay.

    Raises:
        UnreadableFile: it cannot be written, or something else is in it.
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
    """The heads that a seal holds, one in each line.

    Raises:
        UnreadableFile: there is no such file, or it is no seal.
    """
    heads = []
    for number, line in enumerate(read_bytes(Path(path)).decode("utf-8", "replace").splitlines(), start=1):
        try:
            raw = json.loads(line)
            count, digest = raw["events"], raw["head"]
        except (ValueError, KeyError, TypeError, RecursionError):
            count = digest = None
        if type(count) is not int or type(digest) is not str or len(digest) != _HASH:
            reason = f"line {number} is no seal; expected a number of events and a head"
            raise UnreadableFile(path=str(path), reason=reason) from None
        heads.append(Head(count, digest))
    return tuple(heads)
