"""Labels: who is hidden from the public, how each source appears there, and what its names give way to.

All of it follows from what is public alone, so that nothing confidential can move a byte.
"""

import hmac
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from ipaddress import ip_address
from itertools import count
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

import attrs

from claimtrack._records import evolve, record, without_texts
from claimtrack.model.casebook import Casebook
from claimtrack.model.sources import EXHIBIT_KINDS, Source
from claimtrack.model.statements import Statement, Terms
from claimtrack.network.groups import join_overlapping
from claimtrack.text.folding import letters_of
from claimtrack.text.name_matcher import HiddenName, NameMatcher

Attribution = Literal["named", "labelled", "deep"]
"""How a source appears: by name, under a label with its descriptor, or under a label alone."""
_ATTRIBUTIONS: tuple[Attribution, ...] = ("named", "labelled", "deep")

_BODIES = frozenset({"organisation", "media", "record", "sensor"})
"""The kinds of sources that are named where nothing was agreed; all others may be people."""
_NAMING: tuple[Terms, ...] = ("on the record", "published")
_OPENED: tuple[Terms, ...] = ("not agreed", "published")
"""The terms of a source that is named since what it said is public, and not since it agreed to be."""
_NOBODYS = ("localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "invalid", "test")
_AT_HOME = (".home.arpa", "fritz.box")
"""The ends of host names that only a network of one's own knows."""
_SHORTEST_MARK = 8
_SHORTEST_ID = 3
PERSONS = frozenset({"person", "official", "other"})
"""Kinds of sources whose names are a person's."""
_TWO = 2
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
    terms: Terms
    """Its terms; `published` where nothing was agreed and what it stands in is public."""
    origin: Appearance
    relays: tuple[Appearance, ...]

    def __repr__(self) -> str:
        return without_texts(self)

    @property
    def behind(self) -> tuple[Appearance, ...]:
        """The origin and the relays."""
        return (self.origin, *self.relays)

    @property
    def is_open(self) -> bool:
        """Whether all of them are named."""
        return all(who.how == "named" for who in self.behind)

    @property
    def met(self) -> Appearance:
        """The source that we have it from: the last relay, or the origin itself."""
        return self.behind[-1]

    @property
    def keeps_text(self) -> bool:
        """Whether its quote and document may be shown: a published text could name a source that is hidden here."""
        return self.is_open or self.met.how != "named" or self.statement.anonymous


@record
class Appearances:
    """Which statements are public, who is hidden, and how each source appears."""

    statements: tuple[PublicStatement, ...]
    """The public statements."""
    main: Mapping[str, Attribution]
    """The most open attribution under which each public source appears."""
    faces: Mapping[str, Attribution] = attrs.field(factory=dict)
    """The same, over this casebook and those that share its labels."""
    ids: Mapping[Appearance, str]
    """The public id of each appearance, in order of first appearance."""
    labels: Mapping[Appearance, str]
    """The label of each appearance that is not by name."""
    hidden: frozenset[str] = frozenset()
    """The sources that the public must not see named."""
    confidential: frozenset[str] = frozenset()
    """Those of them that are protected, spoke on terms that hide, or are the same person as one that is or did."""
    examined: frozenset[str] = frozenset()
    """The sources that are exhibits."""
    without_terms: tuple[str, ...] = ()
    """The public sources that stand under a label only since nobody wrote down any terms."""

    def is_apart(self, appearance: Appearance) -> bool:
        """Whether the source mainly appears otherwise: readers must not be able to join the two."""
        return appearance.how != self.faces[appearance.source]

    def is_hidden(self, source: Source) -> bool:
        """Whether the public must not see a source named."""
        return source.id in self.hidden

    def label_of(self, source: str) -> str:
        """What stands for a hidden source in public."""
        labelled, deep = Appearance(source, "labelled"), Appearance(source, "deep")
        return self.labels.get(labelled) or self.labels.get(deep, _UNLABELLED)


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
    attributing = _Attributing(book, like)
    while attributing.hide_same_persons():
        pass
    kept, main = attributing.kept, attributing.main
    faces = dict(main)
    for source, how in ({} if like is None else like.faces).items():
        faces[source] = min(how, faces.get(source, how), key=_ATTRIBUTIONS.index)
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


class Heard(NamedTuple):
    """How sources were heard in some statements."""

    hidden: frozenset[str]
    """Those that spoke, or passed something on, on terms that hide them."""
    named: frozenset[str]
    """Those that one of the statements may be published with by name."""


def heard_in(book: Casebook, statements: Iterable[Statement]) -> Heard:
    """How sources were heard in statements, which need not be in the casebook. Cost: linear in the statements."""
    attributing = _Attributing(book, None)
    hidden, named = set[str](), set[str]()
    for one in statements:
        if one.terms == "off the record":
            hidden |= attributing.heard_off_the_record([one])
        else:
            for who in attributing.seen(one).behind:
                (named if who.how == "named" else hidden).add(who.source)
    return Heard(frozenset(hidden), frozenset(named))


class _Attributing:
    """How sources appear, found again whenever somebody turns out to be the same person as a hidden source."""

    def __init__(self, book: Casebook, like: Appearances | None) -> None:
        self.book = book
        self.sources = {source.id: source for source in book.sources}
        self.questions = {claim: f"question {one.id}" for one in book.questions for claim in one.claims}
        self.of_two = {f"question {one.id}" for one in book.questions if one.exhaustive and len(one.claims) == _TWO}
        self.online = {one.id for one in book.documents if _is_public_address(one.url or "")}
        self.same = _same_persons(book)
        self.examined = examined_sources(book)
        self.named_there = {source for source, how in ({} if like is None else like.faces).items() if how == "named"}
        protected = {source.id for source in book.sources if source.protected}
        there = frozenset() if like is None else like.hidden
        self.veiled = self._with_same_persons(protected | (there & self.sources.keys()))
        self.confidential = frozenset() if like is None else like.confidential
        self.without_terms_there = there - self.confidential
        self._attribute()

    def _with_same_persons(self, some: Iterable[str]) -> frozenset[str]:
        """Sources with all that are the same person as one of them."""
        return frozenset(other for one in some for other in self.same.get(one, (one,)))

    def _attribute(self) -> None:
        """Find how sources appear, with those under labels that are veiled."""
        found = [self.seen(one) for one in self.book.statements if one.terms != "off the record"]
        main = _main(found)
        by_name = self._said(one for one in found if one.origin.how == main[one.origin.source])
        kept = [one for one in found if one.origin.how == main[one.origin.source] or not self._repeats(one, by_name)]
        self.kept = tuple(kept)
        self.main = _main(kept)
        met = self.heard_off_the_record(self.book.statements)
        agreed = {who.source for one in found if one.terms != "not agreed" for who in one.behind if who.how != "named"}
        veiled = self.veiled - self.without_terms_there
        self.confidential = self._with_same_persons(self.confidential | veiled | met | agreed)
        self.without_terms = {who.source for one in kept for who in one.behind if who.how != "named"} - (
            agreed | self.veiled
        )
        heard = met | {who.source for one in found for who in one.behind if who.how != "named"}
        named = {one.origin.source for one in kept if one.origin.how == "named"} | self.named_there
        named |= {source for source, how in self.main.items() if how == "named" and self._is_open_body(source)}
        self.hidden = self._with_same_persons(self.veiled | (heard - named)) - (self.named_there - self.veiled)
        self.main |= dict.fromkeys(self._examined_openly(), "named")

    def _examined_openly(self) -> Iterator[str]:
        """The records and sensors of which the public learns only since a named source examined them."""
        for one in self.kept:
            for name in one.statement.exhibits if one.is_open else ():
                is_only_examined = name in self.examined and name not in self.main and name not in self.hidden
                if is_only_examined and self._is_open_body(name):
                    yield name

    def hide_same_persons(self) -> bool:
        """Veil those that would be named and are the same person as a hidden source; False where there are none."""
        more = {source for source, how in self.main.items() if how == "named" and source in self.hidden}
        if more:
            self.veiled = self._with_same_persons(self.veiled | more)
            self._attribute()
        return bool(more)

    def heard_off_the_record(self, statements: Iterable[Statement]) -> set[str]:
        """Who said something off the record, or passed it on, but for media that anybody can read."""
        return {
            source
            for one in statements
            if one.terms == "off the record"
            for source in (one.origin, *one.relays)
            if source == one.origin or not self._is_named_medium(source)
        }

    def seen(self, statement: Statement) -> PublicStatement:
        """A statement that is not off the record, as the public sees it."""
        terms = [self._terms(statement, place) for place in range(len(statement.relays) + 1)]
        chain = (statement.origin, *statement.relays)
        seen = [
            Appearance(source, self._how(source, agreed, is_relay=place > 0))
            for place, (source, agreed) in enumerate(zip(chain, terms, strict=True))
        ]
        is_published = any(
            agreed == "published" and who.how == "named" for agreed, who in zip(terms, seen, strict=True)
        )
        return PublicStatement(statement, "published" if is_published else terms[0], seen[0], tuple(seen[1:]))

    def _terms(self, statement: Statement, place: int) -> Terms:
        """The terms on which the source at a place of a chain spoke, as they were agreed or as its text shows."""
        source = (statement.origin, *statement.relays)[place]
        if statement.anonymous and statement.terms in _OPENED and not self._is_open_body(source):
            return "background"  # the text is public, and does not name those whom it has it from
        if statement.terms != "not agreed":
            return statement.terms
        if self.sources[source].descriptor is not None:
            return statement.terms  # the desk wrote how to call it instead of naming it
        is_public = statement.document in self.online or any(map(self._is_named_medium, statement.relays[place:]))
        return "published" if is_public else statement.terms

    def _is_named_medium(self, source: str) -> bool:
        return self.sources[source].kind == "media" and self._is_open_body(source)

    def _is_open_body(self, source: str) -> bool:
        """Whether a source is no person, and nothing says that it should be hidden."""
        one = self.sources[source]
        return one.kind in _BODIES and one.descriptor is None and source not in self.veiled

    def _how(self, source: str, terms: Terms, *, is_relay: bool) -> Attribution:
        """How a source appears that spoke, or passed something on, on such terms."""
        if terms in _NAMING:
            return "labelled" if source in self.veiled else "named"
        if self._is_open_body(source) and (is_relay or terms == "not agreed"):
            return "named"
        return "deep" if terms == "deep background" else "labelled"

    def _said(self, statements: Iterable[PublicStatement]) -> dict[tuple[str, str, str], set[str]]:
        """The claims that each origin speaks of, by their question, or by the claim alone, and by stance."""
        found: dict[tuple[str, str, str], set[str]] = {}
        for one in statements:
            said = one.statement
            found.setdefault((said.origin, self._question(said.claim), said.stance), set()).add(said.claim)
        return found

    def _repeats(self, one: PublicStatement, by_name: Mapping[tuple[str, str, str], set[str]]) -> bool:
        """Whether a statement says what its origin says by name: of the same claim, or of a rival of it."""
        said, question = one.statement, self._question(one.statement.claim)
        if said.claim in by_name.get((said.origin, question, said.stance), ()):
            return True
        other = "denies" if said.stance == "asserts" else "asserts"
        # A rival that is asserted denies this claim; one that is denied asserts it only where there is no third.
        follows = said.stance == "denies" or question in self.of_two
        return follows and not by_name.get((said.origin, question, other), set()) <= {said.claim}

    def _question(self, claim: str) -> str:
        return self.questions.get(claim, f"claim {claim}")


def _is_public_address(url: str) -> bool:
    """Whether others can reach an address: it is a web page, and not on a machine or network of one's own."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme not in ("http", "https"):
        return False
    host = host.rstrip(".")
    with suppress(ValueError):
        return ip_address(host).is_global
    name, _, end = host.rpartition(".")
    return bool(name) and not end.isdecimal() and end not in _NOBODYS and not host.endswith(_AT_HOME)


def examined_sources(book: Casebook) -> frozenset[str]:
    """The sources that are exhibits; of a document and a source with the same id, a record or sensor is meant.

    What counts unshown in a public casebook can also be a source of which the public does not know the kind.
    """
    named = {name for one in book.statements for name in (*one.exhibits, *one.unshown)}
    if not named:
        return frozenset()
    named -= {one.id for one in book.documents} - {one.id for one in book.sources if one.kind in EXHIBIT_KINDS}
    return frozenset(one.id for one in book.sources if one.id in named)


def _same_persons(book: Casebook) -> dict[str, tuple[str, ...]]:
    """For each source that is the same person as others: all of them, itself included."""
    found: dict[str, tuple[str, ...]] = {}
    for joined in join_overlapping(item for item in book.dependences if item.kind == "same person"):
        members = tuple(dict.fromkeys(source for dependence in joined for source in dependence.sources))
        found.update(dict.fromkeys(members, members))
    return found


def _main(statements: Iterable[PublicStatement]) -> dict[str, Attribution]:
    """The most open attribution under which each source appears."""
    found: dict[str, set[Attribution]] = {}
    for one in statements:
        for source, how in one.behind:
            found.setdefault(source, set()).add(how)
    return {source: next(how for how in _ATTRIBUTIONS if how in held) for source, held in found.items()}


def _salt_of(book: Casebook, hidden: Collection[str]) -> str:
    """What tells a case from another under the same key, stays as the case grows, and has no name in it."""
    words = (book.title, *(word for claim in book.claims[:1] for word in (claim.id, claim.text)))
    names = [
        HiddenName(
            names=(*(names_in_casebook(source) if source.id in hidden else ()), *_private_names(source)),
            label=_UNLABELLED,
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
            if one.label == _UNLABELLED
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
    for source in book.sources:
        label, public = _UNLABELLED, (source.name, *source.aliases)
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
        if names:
            is_person = source.kind in PERSONS
            hidden.append(HiddenName(names=tuple(names), label=label, source=source.id, is_person=is_person))
    spoken_of = seen.hidden - seen.confidential
    about = frozenset(one.id for one in book.sources if one.id in spoken_of and one.confidential is None)
    return NameLabels(hidden=tuple(hidden), shown=tuple(shown), ids=ids, about=about)


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
