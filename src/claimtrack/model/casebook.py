"""The casebook, the whole case as one immutable value, and the difference of two."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from claimtrack._public_fields import casebook_record, field
from claimtrack._records import evolve, fields_of
from claimtrack.dates import PartialDate
from claimtrack.errors.base import nearest
from claimtrack.errors.failures import InvalidCasebook, UnknownClaim, UnknownName
from claimtrack.errors.problems import MissingField, UnknownId, WrongType
from claimtrack.model.claims import Claim, Link, Question
from claimtrack.model.documents import Document
from claimtrack.model.integrity import KINDS, Parts, find_problems, fit
from claimtrack.model.notes import Note
from claimtrack.model.sources import Dependence, Established, Source
from claimtrack.model.statements import Statement
from claimtrack.model.validators import a_date, a_number, a_record, a_text, maybe, rows, word_of, yes_or_no

Audience = Literal["internal", "public"]
Independence = Literal["established", "assumed"]
Record = Source | Question | Claim | Statement | Link | Dependence | Established | Document | Note

COLLECTIONS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "sources": Source,
        "questions": Question,
        "claims": Claim,
        "statements": Statement,
        "links": Link,
        "dependences": Dependence,
        "established": Established,
        "documents": Document,
        "notes": Note,
    }
)
"""The collections of a casebook in order, with the class of their records."""
HEAD_FIELDS = ("title", "cutoff", "private", "policy")
"""The fields of a casebook besides its collections."""
UNGRADED_MOST = 0.60
"""The highest fidelity that ungraded sources can have: the high end of their band, and of that of grade F."""
_parts_of = attrgetter(*Parts._fields)
_ONE_BY_ONE = COLLECTIONS.keys() - {"questions", "claims"}
"""The collections of which each record can be held against the rules alone."""
_COLLECTION_OF = {kind: name for name, kind in COLLECTIONS.items()}

_Numbered = TypeVar("_Numbered", Statement, Link, Dependence)


def collection_of(item: Record) -> str:
    """The name of the collection that a record belongs to: `statements` for a `Statement`.

    Raises:
        WrongType: it is not a record of a casebook.
    """
    if type(item) not in _COLLECTION_OF:
        raise WrongType(place="record", seen=type(item).__name__, expected="a record of a casebook, such as a Claim")
    return _COLLECTION_OF[type(item)]


def numbered(items: Iterable[_Numbered], collection: str) -> tuple[_Numbered, ...]:
    """The records, those without an id numbered by their place in the collection, such as `statements-3`."""
    return tuple(
        [
            item if item.id is not None else evolve(item, id=f"{collection}-{position}")
            for position, item in enumerate(items)
        ]
    )


def id_or_place(item: Record, place: int) -> str:
    """The id of a record, or its place in its collection where its kind has no ids."""
    name: str | None = getattr(item, "id", None)
    return name or str(place)


def key_of(item: Record, taken: Mapping[str, object] | None = None) -> str:
    """The id of a record; for what has none of its own, one made of what it says.

    Args:
        item: the record.
        taken: keys that others have already, so that what is said twice has two.

    Raises:
        MissingField: a statement, link or dependence without an id, which only a casebook can number.
    """
    own: str | None = getattr(item, "id", None)
    if own is not None:
        return own
    collection = collection_of(item)
    if hasattr(item, "id"):
        raise MissingField(place=f"{collection}.id", expected="an id (a short word)")
    said = "\x1f".join(
        f"{f.name}={value}" for f in fields_of(type(item)) if (value := getattr(item, f.name)) is not None
    )
    key = base = f"{collection}-{sha256(said.encode()).hexdigest()[:12]}"
    number = 1
    while taken is not None and key in taken:
        number += 1
        key = f"{base}-{number}"
    return key


@casebook_record
class Policy:
    """What the casebook assumes where nothing is known."""

    independence: Independence = field(
        default="established",
        validator=word_of(Independence),
        says="Whether independence must be established, or is assumed for all sources.",
        public="keep",
    )
    ungraded: float = field(
        default=0.20,
        validator=a_number(0.0, UNGRADED_MOST, f"a number from 0 to {UNGRADED_MOST:g}"),
        says="Fidelity taken for a source that nobody graded, from 0 to 0.6.",
        public="keep",
    )


@casebook_record
class Casebook:
    """The whole case as one immutable, valid value.

    Statements, links and dependences without an id get a positional one.

    Raises:
        InvalidCasebook: records contradict each other; all problems are listed together.

    Example:
        >>> book = Casebook(
        ...     title="A bridge",
        ...     sources=(Source(id="kim", name="Kim"),),
        ...     claims=(Claim(id="fell", text="The bridge fell."),),
        ...     statements=(Statement(origin="kim", claim="fell", stance="asserts"),),
        ... )
        >>> book.statements[0].id
        'statements-0'
    """

    title: str = field(default="", validator=a_text(), says="What the case is about.", public="clean")
    cutoff: PartialDate | None = field(
        default=None,
        validator=maybe(a_date),
        says="The day up to which statements were gathered; none may be dated after it.",
        public="keep",
    )
    private: bool | None = field(
        default=None,
        validator=maybe(yes_or_no),
        says="Whether it has a private file: true refuses to read it without, false says that there is none.",
        public="drop",
    )
    policy: Policy = field(
        factory=Policy, validator=a_record(Policy), says="What is assumed where nothing is known.", public="record"
    )
    sources: tuple[Source, ...] = field(
        default=(), validator=rows(Source), says="Who or what says something.", public="records"
    )
    questions: tuple[Question, ...] = field(
        default=(), validator=rows(Question), says="Families of rival claims.", public="records"
    )
    claims: tuple[Claim, ...] = field(
        default=(), validator=rows(Claim), says="Sentences that are true or false.", public="records"
    )
    statements: tuple[Statement, ...] = field(
        default=(), validator=rows(Statement), says="Who asserts or denies which claim.", public="records"
    )
    links: tuple[Link, ...] = field(
        default=(), validator=rows(Link), says="Which claim supports or undermines which.", public="records"
    )
    dependences: tuple[Dependence, ...] = field(
        default=(), validator=rows(Dependence), says="Sources that are not independent.", public="records"
    )
    established: tuple[Established, ...] = field(
        default=(), validator=rows(Established), says="Sources found to know first-hand.", public="records"
    )
    documents: tuple[Document, ...] = field(
        default=(), validator=rows(Document), says="What statements were found in.", public="records"
    )
    notes: tuple[Note, ...] = field(
        default=(), validator=rows(Note), says="Assumptions, gaps, searches, replies, dissent.", public="records"
    )
    unshown: tuple[Dependence, ...] = field(
        default=(),
        validator=rows(Dependence),
        eq=False,
        repr=False,
        says="Of a public casebook: dependences that count in its scores, and that no output and no file shows.",
        public="records",
    )
    audience: Audience = field(
        default="internal",
        init=False,
        eq=False,
        says="Who it is for: only `for_audience` makes a public one, and a changed copy is internal again.",
        public="drop",
    )

    def __attrs_post_init__(self) -> None:
        """Number what has no id, then check every rule between the records."""
        object.__setattr__(self, "statements", numbered(self.statements, "statements"))
        object.__setattr__(self, "links", numbered(self.links, "links"))
        object.__setattr__(self, "dependences", numbered(self.dependences, "dependences"))
        problems = find_problems(Parts._make(_parts_of(self)))
        if problems:
            raise InvalidCasebook(problems=tuple(problems))

    def __repr__(self) -> str:
        """Who it is for, and the sizes of the collections that are not empty."""
        sizes = "".join(f", {len(collection)} {name}" for name in COLLECTIONS if (collection := self.collection(name)))
        return f"<{self.audience} Casebook{sizes}>"

    def collection(self, name: str) -> tuple[Record, ...]:
        """The records of a collection by its name, such as `statements`.

        Raises:
            UnknownName: a casebook has no such collection.
        """
        if name not in COLLECTIONS:
            raise UnknownName(kind="collection", seen=name, known=tuple(COLLECTIONS))
        records: tuple[Record, ...] = getattr(self, name)
        return records

    def claim(self, claim_id: str) -> Claim:
        """The claim of that id.

        Raises:
            UnknownClaim: the casebook does not hold it.

        Cost: linear in the claims.
        """
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise UnknownClaim(seen=claim_id, near=nearest(claim_id, (claim.id for claim in self.claims)))

    def source(self, source_id: str) -> Source:
        """The source of that id.

        Raises:
            UnknownId: the casebook does not hold it; no protected source is suggested.

        Cost: linear in the sources.
        """
        for source in self.sources:
            if source.id == source_id:
                return source
        near = nearest(source_id, (source.id for source in self.sources if not source.protected))
        raise UnknownId(place="source", kind="source", seen=source_id, near=near)

    def with_records(self, *records: Record) -> "Casebook":
        """This casebook with these records added; a record whose id is there already replaces that one.

        Raises:
            InvalidCasebook: the records do not fit the rest.
        """
        added: dict[str, list[Record]] = {}
        for item in records:
            added.setdefault(collection_of(item), []).append(item)
        parts = {name: _with(self.collection(name), items) for name, items in added.items()}
        return _with_few(self, added, parts) or evolve(self, **parts)

    def without_records(self, *records: Record) -> "Casebook":
        """This casebook without these records.

        Raises:
            InvalidCasebook: a record that is left refers to one that is gone.
        """
        gone: dict[str, set[Record]] = {}
        for item in records:
            gone.setdefault(collection_of(item), set()).add(item)
        left = {name: tuple(old for old in self.collection(name) if old not in items) for name, items in gone.items()}
        return evolve(self, **left)

    def with_policy(self, policy: Policy) -> "Casebook":
        """This casebook under another policy."""
        return evolve(self, policy=policy)


def _with(collection: Iterable[Record], items: Iterable[Record]) -> tuple[Record, ...]:
    # A record without an id is keyed by its place, so that nothing replaces it.
    found: dict[object, Record] = {}
    for place, item in enumerate([*collection, *items]):
        name = getattr(item, "id", None)
        found[place if name is None else name] = item
    return tuple(found.values())


def _with_few(
    book: Casebook, added: Mapping[str, Sequence[Record]], parts: Mapping[str, tuple[Record, ...]]
) -> Casebook | None:
    """The casebook with other collections, of which only what is new is held against the rules.

    None where that is not enough, or where a rule is broken: then all of it must be looked at.
    """
    if not added.keys() <= _ONE_BY_ONE:
        return None
    kinds = {source.id: source.kind for source in book.sources} if "sources" in added else {}
    for item in chain.from_iterable(added.values()):
        if getattr(item, "id", "") is None or (isinstance(item, Statement) and item.exhibits):
            return None
        if isinstance(item, Source) and kinds.get(item.id, item.kind) != item.kind:
            return None
    changed = part_of(book, **parts)
    object.__setattr__(changed, "audience", "internal")
    if added.keys() <= {"sources", "documents"}:
        return changed
    few: dict[str, Any] = {**dict.fromkeys(Parts._fields, ()), "cutoff": book.cutoff, **added}
    ids = {kind: dict.fromkeys((item.id for item in getattr(changed, f"{kind}s")), "") for kind in KINDS}
    return changed if fit(Parts(**few), ids) else None


def part_of(book: Casebook, **collections: tuple[Record, ...]) -> Casebook:
    """A casebook with fewer records in some collections, without checking any rule: for runs of a method alone.

    What is left may refer to what is gone, so that nobody else may ever see it.
    """
    part: Casebook = object.__new__(Casebook)
    for name in _FIELDS:
        object.__setattr__(part, name, collections[name] if name in collections else getattr(book, name))
    return part


_FIELDS = tuple(each.name for each in fields_of(Casebook))
