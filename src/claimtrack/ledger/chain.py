"""The chain: each event's hash covers the event and all that came before it."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from claimtrack._records import record, small_record

_NAME = b"claimtrack ledger 1\n"


@small_record
class Head:
    """Where a ledger ends: how many events it has, and the hash of the last, which covers all of them.

    Keep it somewhere else, and nobody can change, remove or add an event before it unseen.
    """

    count: int
    """How many events there are."""
    hash: str
    """`sha256:` and 64 hexadecimal digits."""

    def __str__(self) -> str:
        """Both, as they are printed and pinned."""
        return f"{self.count} event{'' if self.count == 1 else 's'}, head {self.hash}"


@small_record
class Row:
    """An event as a ledger keeps it."""

    number: int
    """Its number, from 1."""
    subject: str
    """What it is about, as `statements/s1`; read from the event itself where the form has no room for it."""
    body: str
    """The event as one line of JSON."""
    hash: bytes
    """Its hash as it is kept."""


@record
class Damage:
    """One thing that is not as it was written."""

    number: int | None
    """The number of the event; None where it is of the whole ledger."""
    says: str
    """What is wrong with it."""

    def __str__(self) -> str:
        """Where, and what."""
        return self.says if self.number is None else f"event {self.number}: {self.says}"


def genesis(salt: bytes) -> bytes:
    """The hash before the first event; the salt keeps others from guessing events by their hashes."""
    return sha256(_NAME + salt).digest()


def chained(before: bytes, body: str) -> bytes:
    """The hash of an event after another: SHA-256 of the hash before it and of its line.

    Example:
        >>> chained(genesis(b""), "{}").hex()[:8]
        'afdd0c69'
    """
    return sha256(before + body.encode("utf-8", "surrogateescape")).digest()


def damages_of(salt: bytes, rows: Iterable[Row], *, pinned: Iterable[Head] = ()) -> Iterator[Damage]:
    """What of some rows is not as it was written, in their order.

    Each hash is held against the one kept before it, so that one changed event is one finding. Whoever makes a whole
    new chain, or cuts the end off, is found only by a head that was pinned elsewhere.

    Args:
        salt: the ledger's salt.
        rows: all of its events.
        pinned: heads that were seen before.

    Cost: linear in the rows.
    """
    kept = genesis(salt)
    heads = {head.count: head.hash for head in pinned}
    count = 0
    if 0 in heads and heads[0] != _shown(kept):
        yield Damage(number=None, says="it does not begin as the pinned head says: this is another ledger")
    for row in rows:
        count += 1
        if row.number != count:
            missing = f"{count}" if row.number == count + 1 else f"{count} to {row.number - 1}"
            what = f"events {missing} before it are missing" if row.number > count else "it stands twice"
            yield Damage(number=row.number, says=what)
            count = row.number
        if chained(kept, row.body) != row.hash:
            yield Damage(
                number=row.number, says="it is not what was written, or not what was written after the one before"
            )
        if count in heads and heads[count] != _shown(row.hash):
            yield Damage(number=row.number, says="the pinned head is another: the events up to here were written anew")
        kept = row.hash
    for most, head in sorted(heads.items()):
        if most > count:
            lost = f"the end was cut off: {count} events, and {most} are pinned with {head[:19]}…"
            yield Damage(number=None, says=lost)


def _shown(digest: bytes) -> str:
    return f"sha256:{digest.hex()}"
