"""The chain of hashes: each event's hash covers the event and everything before it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256

import attrs

from claimtrack._records import record, small_record
from claimtrack.dates import Moment
from claimtrack.errors.base import shown
from claimtrack.errors.failures import WrongUse

_NAME = b"claimtrack ledger 1\n"
_HASH = re.compile(r"sha256:[0-9a-f]{64}")


@small_record
class Head:
    """The end of a ledger: the number of its events and the hash of the last, which covers them all.

    Whoever keeps a head elsewhere can prove later that no event before it was changed, removed or added.
    """

    count: int
    """The number of events."""
    hash: str
    """`sha256:` and 64 hexadecimal digits."""
    at: Moment | None = attrs.field(default=None, eq=False)
    """When the ledger was seen to end so; None if that was not noted. What comes later was recorded later."""

    def __str__(self) -> str:
        """Both, as they are printed and sealed."""
        return f"{self.count} event{'' if self.count == 1 else 's'}, head {self.hash}"


@small_record
class Row:
    """An event as a ledger stores it."""

    number: int
    """Its number, from 1."""
    subject: str
    """The record that it is about, such as `statements/s1`; empty where it comes from exported lines."""
    body: str
    """The event as one line of JSON."""
    hash: bytes
    """Its hash as stored."""


@record
class Damage:
    """Something that is no longer as it was written."""

    number: int | None
    """The number of the event; None for the ledger as a whole."""
    says: str
    """What is wrong with it."""

    def __str__(self) -> str:
        """The event, and what is wrong with it."""
        return self.says if self.number is None else f"event {self.number}: {self.says}"


def genesis_hash(salt: bytes) -> bytes:
    """The hash before the first event. The salt keeps others from guessing short events by their hashes."""
    return sha256(_NAME + salt).digest()


def chain_hash(before: bytes, body: str) -> bytes:
    """The hash of an event: SHA-256 of the hash before it and of its line.

    Example:
        >>> chain_hash(genesis_hash(b""), "{}").hex()[:8]
        'afdd0c69'
    """
    return sha256(before + body.encode("utf-8", "surrogateescape")).digest()


def hash_text(digest: bytes) -> str:
    """A hash as it is printed and sealed."""
    return f"sha256:{digest.hex()}"


def head_at(number: int, digest: bytes, at: Moment | None = None) -> Head:
    """The head of a ledger whose last event has this number and hash."""
    return Head(number, hash_text(digest), at)


def require_head(count: int, text: str, at: Moment | None = None) -> Head:
    """A head that was kept elsewhere; what cannot be one would match nothing and reassure for nothing.

    Raises:
        WrongUse: there is no such number of events, or the text is not the hash of any head.
    """
    if count < 0:
        raise WrongUse(reason=f"no ledger has {count} events; expected the number that was printed with the head")
    if _HASH.fullmatch(text) is None:
        form = "sha256: and 64 hexadecimal digits in small letters, as it was printed"
        raise WrongUse(reason=f"{shown(text)} is not a head; expected {form}")
    return Head(count, text, at)


def find_damages(salt: bytes, rows: Iterable[Row], *, pinned: Iterable[Head] = ()) -> Iterator[Damage]:
    """Find what is no longer as it was written, in the order of the rows.

    A chain that was made anew as a whole, or whose end was cut off, is found only against a head that was kept
    elsewhere.

    Args:
        salt: the ledger's salt.
        rows: all of its events.
        pinned: heads that were seen before.

    Cost: linear in the rows.
    """
    # Each hash is checked against the stored hash before it, not against a recomputed one, so that one changed event is
    # one finding and not one for each event after it.
    kept = genesis_hash(salt)
    heads: dict[int, set[str]] = defaultdict(set)
    for head in pinned:
        heads[head.count].add(head.hash)
    count = 0
    if heads.get(0, set()) - {hash_text(kept)}:
        yield Damage(number=None, says="it does not begin as the pinned head says: this is another ledger")
    for row in rows:
        count += 1
        if row.number != count:
            missing = f"{count}" if row.number == count + 1 else f"{count} to {row.number - 1}"
            what = f"events {missing} before it are missing" if row.number > count else "it stands twice"
            yield Damage(number=row.number, says=what)
            count = row.number
        if chain_hash(kept, row.body) != row.hash:
            yield Damage(
                number=row.number, says="it is not what was written, or not what was written after the one before"
            )
        if count in heads and heads[count] != {hash_text(row.hash)}:
            yield Damage(number=row.number, says="the pinned head is another: the events up to here were written anew")
        kept = row.hash
    for most, hashes in sorted(heads.items()):
        if most > count:
            lost = f"the end was cut off: {count} events, and {most} are pinned with {min(hashes)[:19]}…"
            yield Damage(number=None, says=lost)
