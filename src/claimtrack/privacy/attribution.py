"""Attribution: who is hidden from the public, and who is named.

All of it follows from what is public alone, so that nothing confidential can move a byte.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from ipaddress import ip_address
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

import attrs

from claimtrack._records import record, without_texts
from claimtrack.model.casebook import Casebook
from claimtrack.model.sources import EXHIBIT_KINDS, Source
from claimtrack.model.statements import Statement, Terms
from claimtrack.network.groups import join_overlapping

Attribution = Literal["named", "labelled", "deep"]
"""How a source appears: by name, under a label with its descriptor, or under a label alone."""
ATTRIBUTIONS: tuple[Attribution, ...] = ("named", "labelled", "deep")
"""All of them, the most open first."""

_BODIES = frozenset({"organisation", "media", "record", "sensor"})
"""The kinds of sources that are named where nothing was agreed; all others may be people."""
PERSONS = frozenset({"person", "official", "other"})
"""Kinds of sources whose names are a person's."""
_NAMING: tuple[Terms, ...] = ("on the record", "published")
_OPENED: tuple[Terms, ...] = ("not agreed", "published")
"""The terms of a source that is named since what it said is public, and not since it agreed to be."""
_NOBODYS = (
    *("localhost", "local", "localdomain", "localnet", "internal", "intranet", "intra", "private", "priv"),
    *("lan", "home", "corp", "invalid", "test"),
)
_AT_HOME = (".home.arpa", "fritz.box")
"""The ends of host names that only a network of one's own knows."""
_TWO = 2
UNLABELLED = "a source"
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

    @property
    def is_told_by_its_text(self) -> bool:
        """Whether the document that it stands in could name a source that is hidden here."""
        return not self.statement.anonymous and any(who.how != "named" for who in self.behind)


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
        return self.labels.get(labelled) or self.labels.get(deep, UNLABELLED)


class Heard(NamedTuple):
    """How sources were heard in some statements."""

    hidden: frozenset[str]
    """Those that spoke, or passed something on, on terms that hide them."""
    named: frozenset[str]
    """Those that one of the statements may be published with by name."""


def heard_in(book: Casebook, statements: Iterable[Statement]) -> Heard:
    """How sources were heard in statements, which need not be in the casebook. Cost: linear in the statements."""
    attributing = Attributing(book, None)
    hidden, named = set[str](), set[str]()
    for one in statements:
        if one.terms == "off the record":
            hidden |= attributing.heard_off_the_record([one])
        else:
            for who in attributing.seen(one).behind:
                (named if who.how == "named" else hidden).add(who.source)
    return Heard(frozenset(hidden), frozenset(named))


class Attributing:
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
    return {source: next(how for how in ATTRIBUTIONS if how in held) for source, held in found.items()}
