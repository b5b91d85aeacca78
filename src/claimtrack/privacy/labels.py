"""Labels: how each hidden source appears in public, and what its names give way to there.

All of it follows from what is public alone, so that nothing confidential can move a byte.
"""

import hmac
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import count

from claimtrack._records import evolve, record
from claimtrack.model.casebook import Casebook
from claimtrack.model.sources import Source
from claimtrack.privacy.attribution import (
    ATTRIBUTIONS,
    PERSONS,
    UNLABELLED,
    Appearance,
    Appearances,
    Attributing,
    Attribution,
    PublicStatement,
)
from claimtrack.text.folding import letters_of
from claimtrack.text.name_index import HiddenName
from claimtrack.text.name_matcher import NameMatcher
from claimtrack.text.name_words import PARTICLES, ROLES, TITLES

_NO_NAMES = frozenset(map(letters_of, (*TITLES, *PARTICLES, *ROLES)))
_SHORTEST_MARK = 8
_SHORTEST_ID = 3


def appearances_of(book: Casebook, key: str | None = None, like: Appearances | None = None) -> Appearances:
    """Decide who is hidden from the public, and how the sources of a casebook appear there.

    Hidden is a source that is protected; that was ever heard, or passed something on, under terms that hide, and that
    no public statement of its own names; and one that is the same person as a hidden source. Terms that hide are
    background, deep background and off the record, and those that nobody wrote down of a source that may be a person.
    Nobody wrote them down, and the text is public all the same, where it came through a named medium or stands in a
    document with a url.

    Statements off the record are left out. What a source says under a label is left out where it says as much by name.

    Args:
        book: the whole casebook.
        key: as in `for_audience`.
        like: how sources appear in another casebook, such as a later one: who is hidden there is hidden here, who is
            named there is no secret here, and labels are the same.
    """
    attributing = Attributing(book, like)
    while attributing.hide_same_persons():
        pass
    kept, main = attributing.kept, attributing.main
    faces = dict(main)
    for source, how in ({} if like is None else like.faces).items():
        faces[source] = min(how, faces.get(source, how), key=ATTRIBUTIONS.index)
    taken = {letters_of(name) for one in book.sources if faces.get(one.id) == "named" for name in _names_of(one)}
    hidden = attributing.hidden
    salt = "" if key is None else _salt_of(book, hidden)
    ids, labels = _Labelling(key, salt, taken, {} if like is None else like.labels).label(kept, main)
    return Appearances(
        statements=kept,
        main=main,
        faces=faces,
        ids=ids,
        labels=labels,
        hidden=hidden,
        confidential=attributing.confidential & hidden,
        examined=attributing.examined,
        without_terms=tuple(dict.fromkeys(who.source for who in labels if who.source in attributing.without_terms)),
    )


def _salt_of(book: Casebook, hidden: Collection[str]) -> str:
    """What tells a case from another under the same key, stays as the case grows, and has no name in it."""
    words = (book.title, *(word for claim in book.claims[:1] for word in (claim.id, claim.text)))
    names = [
        HiddenName(
            names=(*(names_in_casebook(source) if source.id in hidden else ()), *_private_names(source)),
            label=UNLABELLED,
            is_person=source.kind in PERSONS,
        )
        for source in book.sources
    ]
    return "\0".join(map(NameMatcher(names).replace, words))


class _Labelling:
    """Gives labels and public ids in order of first appearance, after those that have theirs already."""

    def __init__(self, key: str | None, salt: str, taken: set[str], known: Mapping[Appearance, str]) -> None:
        self.key, self.salt, self.taken = key, salt, taken
        self.labels = dict(known)
        self.used = {letters_of(label) for label in known.values()}

    def label(
        self, statements: Sequence[PublicStatement], main: Mapping[str, Attribution]
    ) -> tuple[dict[Appearance, str], dict[Appearance, str]]:
        """The public ids and the labels of all appearances, those that are only examined last."""
        ids: dict[Appearance, str] = {}
        labels: dict[Appearance, str] = {}
        taken = {source for source, how in main.items() if how == "named"}
        heard = (who for one in statements for who in one.behind)
        named = (Appearance(source, how) for source, how in main.items() if how == "named")
        for who in dict.fromkeys((*heard, *named)):
            if who.how == "named":
                ids[who] = who.source
                continue
            label = self.labels.get(who)
            if label is None:
                label = self.labels[who] = self._new(who)
                self.used.add(letters_of(label))
            labels[who] = label
            public = label.lower().replace(" ", "-")
            while public in taken:
                public += "-x"
            taken.add(public)
            ids[who] = public
        return ids, labels

    def _new(self, who: Appearance) -> str:
        """A label that nobody else has and that is nobody's name."""
        return next(
            label
            for mark in (self._numbers() if self.key is None else _codes(self.key, self.salt, who))
            if letters_of(label := f"Source {mark}") not in self.taken and letters_of(label) not in self.used
        )

    def _numbers(self) -> Iterator[str]:
        """Numbers, from the first that could be free."""
        return map(str, count(len(self.used) + 1))


def _codes(key: str, salt: str, who: Appearance) -> Iterator[str]:
    """Letters and digits that only the holder of the key can assign, the shortest first."""
    said = f"{salt}\0{who.source}\0{who.how}".encode("utf-8", "surrogatepass")
    code = hmac.new(key.encode("utf-8", "surrogatepass"), said, sha256).hexdigest().upper()
    return (code[:size] for size in range(_SHORTEST_MARK, len(code) + 1))


@record
class NameLabels:
    """What names a source that must not be named, each with what stands in its place."""

    hidden: tuple[HiddenName, ...]
    """Names, aliases, private names and contacts, with their label."""
    shown: tuple[str, ...]
    """The names of the sources that are named, which stay whole."""
    ids: Mapping[str, str]
    """The ids of hidden sources with the label; as words of prose they are no names, but no public id may hold them."""
    about: frozenset[str] = frozenset()
    """The hidden sources that claims may say something of, since nobody met them in confidence."""

    def with_those_of(self, other: "NameLabels") -> "NameLabels":
        """These and those of another casebook; a name without a label here has the one that it has there."""
        there = {name: one.label for one in other.hidden for name in one.names}
        mine = (
            evolve(one, label=next((there[name] for name in one.names if name in there), one.label))
            if one.label == UNLABELLED
            else one
            for one in self.hidden
        )
        met = {one.source for one in self.hidden} - self.about | {one.source for one in other.hidden} - other.about
        about = (self.about | other.about) - met
        ids = {**other.ids, **self.ids}
        return NameLabels(hidden=(*mine, *other.hidden), shown=self.shown, ids=ids, about=about)


def name_labels(book: Casebook, seen: Appearances) -> NameLabels:
    """What names each hidden source of a casebook, and every private name. Cost: linear in the sources."""
    hidden: list[HiddenName] = []
    shown: list[str] = []
    ids: dict[str, str] = {}
    unheard: list[str] = []
    for source in book.sources:
        label, public = UNLABELLED, (source.name, *source.aliases)
        names = _private_names(source)
        if seen.is_hidden(source):
            label = seen.label_of(source.id)
            names = [*names_in_casebook(source), *names]
            if len(source.id) >= _SHORTEST_ID:
                ids.setdefault(source.id, label)
        elif seen.main.get(source.id) == "named":
            label = source.name
            shown += public
            known = {letters_of(name) for name in public}
            names = [name for name in names if letters_of(name) not in known]
        else:
            unheard += public
        if names:
            is_person = source.kind in PERSONS
            hidden.append(HiddenName(names=tuple(names), label=label, source=source.id, is_person=is_person))
    spoken_of = seen.hidden - seen.confidential
    about = frozenset(one.id for one in book.sources if one.id in spoken_of and one.confidential is None)
    shown += _names_of_others(unheard, hidden)
    return NameLabels(hidden=tuple(hidden), shown=tuple(shown), ids=ids, about=about)


def _names_of_others(unheard: Iterable[str], hidden: Iterable[HiddenName]) -> Iterator[str]:
    """The names of sources that say nothing which are clearly another's than those of hidden ones that they are like.

    The desk writes them down so that "Ines Quill" stays as it is beside a hidden Ada Quill; "Nurse Quill" may be her.
    """
    words = [{letters_of(word) for name in one.names for word in name.split()} for one in hidden]
    whose: dict[str, list[set[str]]] = {}
    for mine in words:
        for word in mine:
            whose.setdefault(word, []).append(mine)
    for name in unheard:
        own = {letters_of(word) for word in name.split()} - _NO_NAMES
        alike = [mine for word in own for mine in whose.get(word, ())]
        is_whole = sum(len(word) > 1 for word in own) > 1  # "Lena Martinez" is like a hidden Karl Martin
        if (alike or is_whole) and all(any(len(word) > 1 for word in own - mine) for mine in alike):
            yield name


def names_in_casebook(source: Source) -> Iterator[str]:
    """The names of a source in the casebook itself, less one that its descriptor repeats, which may be published."""
    descriptor = (source.descriptor or "").casefold().split()
    return (name for name in _names_of(source) if name.casefold().split() != descriptor)


def _names_of(source: Source) -> tuple[str, ...]:
    return (source.name, *source.aliases)


def _private_names(source: Source) -> list[str]:
    """What names a source in its private file."""
    private = source.confidential
    if private is None:
        return []
    return [name for name in (private.name, *private.contacts) if name and name.strip()]
