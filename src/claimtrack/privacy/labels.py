"""Appearances: under which name or label each source stands in the public casebook, and what is left of it.

It follows from what is public alone, so that nothing confidential can move a byte.
"""

import hmac
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Literal, NamedTuple

from claimtrack._records import record
from claimtrack.model.casebook import Casebook
from claimtrack.model.records import Source, Statement
from claimtrack.network.groups import join_overlapping

Part = Literal["named", "labelled", "deep"]
"""How a source appears: by name, under a label with its descriptor, or under a label alone."""
_PARTS: tuple[Part, ...] = ("named", "labelled", "deep")

Appearance = tuple[str, Part]
"""A source in one of its parts."""

_SHORTEST_MARK = 8


class Said(NamedTuple):
    """A public statement, and how those behind it appear."""

    statement: Statement
    origin: Appearance
    relays: tuple[Appearance, ...]

    @property
    def met(self) -> Appearance:
        """Whoever we have it from: the last relay, or the origin itself."""
        return self.relays[-1] if self.relays else self.origin


@record
class Appearances:
    """Which statements are public, and under what each source stands."""

    said: tuple[Said, ...]
    """The public statements."""
    main: Mapping[str, Part]
    """How each public source mainly appears."""
    ids: Mapping[Appearance, str]
    """The public id of each appearance, in order of first appearance."""
    labels: Mapping[Appearance, str]
    """The label of each appearance that is not by name."""

    def is_apart(self, appearance: Appearance) -> bool:
        """Whether a source appears here otherwise than it mainly does: readers must not join the two."""
        return appearance[1] != self.main[appearance[0]]


def appearances_of(book: Casebook, key: str | None, like: Casebook | None = None) -> Appearances:
    """Decide how the sources of a casebook appear in public.

    Whoever appears in another casebook that this one is to be like keeps the label from there.
    Statements off the record are left out. Of what a source says twice, once by name and once under a label, only
    the first is kept. Whoever is the same person as a hidden source is hidden too.
    """
    sources = {source.id: source for source in book.sources}
    veiled = _veiled(book)
    rows = [
        Said(
            statement,
            (statement.origin, _part(statement, sources[statement.origin], veiled)),
            _relays(statement, sources, veiled),
        )
        for statement in book.statements
        if statement.terms != "off the record"
    ]
    main = _mainly(rows)
    spoken = {
        (row.statement.origin, row.statement.claim, row.statement.stance)
        for row in rows
        if row.origin[1] == main[row.statement.origin]
    }
    kept = [
        row
        for row in rows
        if row.origin[1] == main[row.statement.origin]
        or (row.statement.origin, row.statement.claim, row.statement.stance) not in spoken
    ]
    main = _mainly(kept)
    first = () if like is None else tuple(appearances_of(like, None).labels)
    ids, labels = _labelled(kept, main, key, first)
    return Appearances(said=tuple(kept), main=main, ids=ids, labels=labels)


def _mainly(said: Iterable[Said]) -> dict[str, Part]:
    """The most open part in which each source appears."""
    parts: dict[str, set[Part]] = {}
    for row in said:
        for name, part in (row.origin, *row.relays):
            parts.setdefault(name, set()).add(part)
    return {name: next(part for part in _PARTS if part in held) for name, held in parts.items()}


def _veiled(book: Casebook) -> frozenset[str]:
    """The protected sources, and whoever is the same person as one of them."""
    veiled = {source.id for source in book.sources if source.protected}
    for joined in join_overlapping(item for item in book.dependences if item.kind == "same person"):
        members = {source for dependence in joined for source in dependence.sources}
        if not veiled.isdisjoint(members):
            veiled |= members
    return frozenset(veiled)


def _part(statement: Statement, source: Source, veiled: frozenset[str]) -> Part:
    """How the source that spoke on a statement's terms appears."""
    if statement.terms == "deep background":
        return "deep"
    unsaid = statement.terms == "not agreed" and (source.kind == "person" or source.descriptor is not None)
    return "labelled" if source.id in veiled or unsaid or statement.terms == "background" else "named"


def _relays(statement: Statement, sources: Mapping[str, Source], veiled: frozenset[str]) -> tuple[Appearance, ...]:
    """How the relays appear: the last one, whom we met, on the terms of the statement if it is a person."""
    found: list[Appearance] = []
    for place, relay in enumerate(statement.via):
        source = sources[relay]
        agreed = relay in veiled or source.kind == "person" or source.descriptor is not None
        is_met = agreed and place == len(statement.via) - 1
        part: Part = _part(statement, source, veiled) if is_met else "labelled" if relay in veiled else "named"
        found.append((relay, part))
    return tuple(found)


def _labelled(
    said: Sequence[Said], main: Mapping[str, Part], key: str | None, first: Sequence[Appearance]
) -> tuple[dict[Appearance, str], dict[Appearance, str]]:
    """Public ids and labels, in order of first appearance, after those that have theirs already."""
    ids: dict[Appearance, str] = {}
    labels: dict[Appearance, str] = {}
    taken = {name for name, part in main.items() if part == "named"}
    found = dict.fromkeys(who for row in said for who in (row.origin, *row.relays))
    hidden = list(dict.fromkeys((*first, *(who for who in found if who[1] != "named"))))
    marks = dict(zip(hidden, _marks(len(hidden), key), strict=True))
    for who in found:
        if who[1] == "named":
            ids[who] = who[0]
            continue
        mark = marks[who]
        labels[who] = f"Source {mark}"
        public = f"source-{mark.lower()}"
        while public in taken:
            public += "-x"
        taken.add(public)
        ids[who] = public
    return ids, labels


def _marks(count: int, key: str | None) -> list[str]:
    """What tells labels apart: numbers, or under a key letters and digits that only the key can tell."""
    if key is None:
        return [str(place + 1) for place in range(count)]
    secret = key.encode("utf-8", "surrogatepass")
    codes = [hmac.new(secret, str(place + 1).encode(), sha256).hexdigest().upper() for place in range(count)]
    size = _SHORTEST_MARK
    while len({code[:size] for code in codes}) < count:
        size += 1
    return [code[:size] for code in codes]
