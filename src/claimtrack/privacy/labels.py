"""Labels: how each source appears in the public casebook, under which id and label, and what its names give way to.

All of it follows from what is public alone, so that nothing confidential can move a byte.
"""

import hmac
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Literal, NamedTuple

from claimtrack._records import evolve, record, without_texts
from claimtrack.model.casebook import Casebook
from claimtrack.model.records import Source, Statement
from claimtrack.network.groups import join_overlapping
from claimtrack.text.folding import letters_of
from claimtrack.text.name_matcher import HiddenName

Attribution = Literal["named", "labelled", "deep"]
"""How a source appears: by name, under a label with its descriptor, or under a label alone."""
_ATTRIBUTIONS: tuple[Attribution, ...] = ("named", "labelled", "deep")

_SHORTEST_MARK = 8
_SHORTEST_ID = 3
PERSONS = frozenset({"person", "official", "other"})
"""Kinds of sources whose names are a person's."""
_UNLABELLED = "a source"
"""What names give way to where their source has no label."""


class Appearance(NamedTuple):
    """A source under one attribution; one that spoke on several terms has several appearances."""

    source: str
    how: Attribution

    def __repr__(self) -> str:
        return without_texts(self)


class PublicStatement(NamedTuple):
    """A statement that is public, and how the sources behind it appear."""

    statement: Statement
    origin: Appearance
    relays: tuple[Appearance, ...]

    def __repr__(self) -> str:
        return without_texts(self)

    @property
    def behind(self) -> tuple[Appearance, ...]:
        """The origin and the relays."""
        return (self.origin, *self.relays)

    @property
    def met(self) -> Appearance:
        """The source that we have it from: the last relay, or the origin itself."""
        return self.behind[-1]


@record
class Appearances:
    """Which statements are public, and how each source appears."""

    statements: tuple[PublicStatement, ...]
    """The public statements."""
    main: Mapping[str, Attribution]
    """The most open attribution under which each public source appears."""
    ids: Mapping[Appearance, str]
    """The public id of each appearance, in order of first appearance."""
    labels: Mapping[Appearance, str]
    """The label of each appearance that is not by name."""

    def is_apart(self, appearance: Appearance) -> bool:
        """Whether the source mainly appears otherwise: readers must not be able to join the two."""
        return appearance.how != self.main[appearance.source]

    def is_hidden(self, source: Source) -> bool:
        """Whether a source is protected, or appears under labels only."""
        return source.protected or self.main.get(source.id, "named") != "named"


def appearances_of(book: Casebook, key: str | None = None, first: Iterable[Appearance] = ()) -> Appearances:
    """Decide how the sources of a casebook appear in public.

    Statements off the record are left out. Of what a source says both by name and under a label, only the first is
    kept. A source that is the same person as a protected one is protected too.

    Args:
        book: the whole casebook.
        key: as in `for_audience`.
        first: appearances that have their labels already, such as those before a change.
    """
    sources = {source.id: source for source in book.sources}
    protected = _protected_persons(book)
    found = [
        PublicStatement(
            statement,
            Appearance(statement.origin, _attribution(statement, sources[statement.origin], protected)),
            _relays(statement, sources, protected),
        )
        for statement in book.statements
        if statement.terms != "off the record"
    ]
    main = _main(found)
    said_openly = {_said(one) for one in found if one.origin.how == main[one.origin.source]}
    kept = [one for one in found if one.origin.how == main[one.origin.source] or _said(one) not in said_openly]
    main = _main(kept)
    ids, labels = _labelled(kept, main, key, first)
    return Appearances(statements=tuple(kept), main=main, ids=ids, labels=labels)


def _said(one: PublicStatement) -> tuple[str, str, str]:
    return one.statement.origin, one.statement.claim, one.statement.stance


def _main(statements: Iterable[PublicStatement]) -> dict[str, Attribution]:
    """The most open attribution under which each source appears."""
    found: dict[str, set[Attribution]] = {}
    for one in statements:
        for source, how in one.behind:
            found.setdefault(source, set()).add(how)
    return {source: next(how for how in _ATTRIBUTIONS if how in held) for source, held in found.items()}


def _protected_persons(book: Casebook) -> frozenset[str]:
    """The protected sources, and those that are the same person as one of them."""
    protected = {source.id for source in book.sources if source.protected}
    for joined in join_overlapping(item for item in book.dependences if item.kind == "same person"):
        members = {source for dependence in joined for source in dependence.sources}
        if not protected.isdisjoint(members):
            protected |= members
    return frozenset(protected)


def _attribution(statement: Statement, source: Source, protected: frozenset[str]) -> Attribution:
    """How a source that spoke on a statement's terms appears."""
    if statement.terms == "deep background":
        return "deep"
    # Where nothing was agreed, a person and whoever has a descriptor is taken to have spoken on background.
    unsaid = statement.terms == "not agreed" and (source.kind == "person" or source.descriptor is not None)
    return "labelled" if source.id in protected or unsaid or statement.terms == "background" else "named"


def _relays(statement: Statement, sources: Mapping[str, Source], protected: frozenset[str]) -> tuple[Appearance, ...]:
    """How the relays appear: the last one, whom we met, on the terms of the statement if it is a person."""
    found: list[Appearance] = []
    for place, relay in enumerate(statement.via):
        source = sources[relay]
        agreed = relay in protected or source.kind == "person" or source.descriptor is not None
        how: Attribution = "labelled" if relay in protected else "named"
        if agreed and place == len(statement.via) - 1:
            how = _attribution(statement, source, protected)
        found.append(Appearance(relay, how))
    return tuple(found)


def _labelled(
    statements: Sequence[PublicStatement],
    main: Mapping[str, Attribution],
    key: str | None,
    first: Iterable[Appearance],
) -> tuple[dict[Appearance, str], dict[Appearance, str]]:
    """Public ids and labels in order of first appearance, after those that have theirs already."""
    ids: dict[Appearance, str] = {}
    labels: dict[Appearance, str] = {}
    taken = {source for source, how in main.items() if how == "named"}
    found = dict.fromkeys(who for one in statements for who in one.behind)
    hidden = list(dict.fromkeys((*first, *(who for who in found if who.how != "named"))))
    marks = dict(zip(hidden, _marks(len(hidden), key), strict=True))
    for who in found:
        if who.how == "named":
            ids[who] = who.source
            continue
        labels[who] = f"Source {marks[who]}"
        public = f"source-{marks[who].lower()}"
        while public in taken:
            public += "-x"
        taken.add(public)
        ids[who] = public
    return ids, labels


def _marks(count: int, key: str | None) -> list[str]:
    """What tells labels apart: numbers, or under a key letters and digits that only its holder can assign."""
    if key is None:
        return [str(place + 1) for place in range(count)]
    secret = key.encode("utf-8", "surrogatepass")
    codes = [hmac.new(secret, str(place + 1).encode(), sha256).hexdigest().upper() for place in range(count)]
    size = _SHORTEST_MARK
    while len({code[:size] for code in codes}) < count:
        size += 1
    return [code[:size] for code in codes]


@record
class NameLabels:
    """What names a source that must not be named, each with what stands in its place."""

    hidden: tuple[HiddenName, ...]
    """Names, aliases, private names and contacts, with their label."""
    shown: tuple[str, ...]
    """The names of the sources that are named, which stay whole."""
    ids: Mapping[str, str]
    """The ids of hidden sources with the label; as words of prose they are no names, but no public id may hold them."""

    def with_those_of(self, other: "NameLabels") -> "NameLabels":
        """These and those of another casebook; a name without a label here has the one that it has there."""
        there = {name: one.label for one in other.hidden for name in one.names}
        mine = (
            evolve(one, label=next((there[name] for name in one.names if name in there), one.label))
            if one.label == _UNLABELLED
            else one
            for one in self.hidden
        )
        return NameLabels(hidden=(*mine, *other.hidden), shown=self.shown, ids={**other.ids, **self.ids})


def name_labels(book: Casebook, seen: Appearances) -> NameLabels:
    """What names each hidden source of a casebook, and every private name. Cost: linear in the sources."""
    hidden: list[HiddenName] = []
    shown: list[str] = []
    ids: dict[str, str] = {}
    for source in book.sources:
        label, public = _UNLABELLED, (source.name, *source.aliases)
        names = _private_names(source)
        if seen.is_hidden(source):
            labelled, deep = Appearance(source.id, "labelled"), Appearance(source.id, "deep")
            label = seen.labels.get(labelled) or seen.labels.get(deep, _UNLABELLED)
            names = [*names_in_casebook(source), *names]
            if len(source.id) >= _SHORTEST_ID:
                ids.setdefault(source.id, label)
                if not source.id.isalpha():  # an id that is a word of the prose is no name in it
                    hidden.append(HiddenName(names=(source.id,), label=label, source=source.id, is_person=False))
        elif seen.main.get(source.id) == "named":
            label = source.name
            shown += public
            known = {letters_of(name) for name in public}
            names = [name for name in names if letters_of(name) not in known]
        if names:
            is_person = source.kind in PERSONS
            hidden.append(HiddenName(names=tuple(names), label=label, source=source.id, is_person=is_person))
    return NameLabels(hidden=tuple(hidden), shown=tuple(shown), ids=ids)


def names_in_casebook(source: Source) -> Iterator[str]:
    """The names of a source in the casebook itself, less one that its descriptor repeats, which may be published."""
    descriptor = (source.descriptor or "").casefold().split()
    return (name for name in (source.name, *source.aliases) if name.casefold().split() != descriptor)


def _private_names(source: Source) -> list[str]:
    """What names a source in its private file."""
    private = source.confidential
    if private is None:
        return []
    return [name for name in (private.name, *private.contacts) if name and name.strip()]
