"""The records that a casebook is made of; field names and words are those of its files."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

import attrs

from claimtrack._records import record
from claimtrack.dates import PartialDate
from claimtrack.errors.problems import DatesOutOfOrder
from claimtrack.model.validators import (
    a_date,
    a_number,
    a_record,
    a_text,
    a_whole_number,
    an_id,
    ids,
    maybe,
    one_of,
    table_of,
    text_or,
    yes_or_no,
)

Grade = Literal["A", "B", "C", "D", "E", "F"]
SourceKind = Literal["person", "official", "organisation", "media", "record", "sensor", "other"]
ClaimKind = Literal["fact", "prediction", "opinion"]
Stance = Literal["asserts", "denies"]
Lineage = Literal["witnessed", "took part", "decided", "recorded", "told", "deduced", "unknown"]
PropensityWord = Literal["neutral", "serves", "against"]
Terms = Literal["on the record", "background", "deep background", "off the record", "not agreed"]
StandingIs = Literal["stands", "corrected", "retracted"]
Sign = Literal["supports", "undermines"]
StrengthWord = Literal["weak", "moderate", "strong"]
DependenceKind = Literal["same person", "same owner", "copies", "shared interest", "told by"]
NoteKind = Literal[
    "assumption", "gap", "indicator", "search made", "right of reply", "deception check", "dissent", "harm", "waiver"
]
Independence = Literal["established", "assumed"]

FOR_THE_DESK: frozenset[NoteKind] = frozenset({"deception check", "harm", "waiver"})
"""The kinds of notes that stay in the house."""

_GRADES = get_args(Grade)
_UNGRADED_MOST = 0.60


def _says(sentence: str) -> dict[str, str]:
    """What a field means, carried with it into the JSON Schema and the reference."""
    return {"says": sentence}


def _table(value: Mapping[str, Grade]) -> Mapping[str, Grade]:
    """The one converter of the records: a copy that nobody can change; what is no mapping is left to the validator.

    It is in the order of its keys, so that equal tables have the same bytes.
    """
    given: object = value
    if not isinstance(given, Mapping):
        return value
    return MappingProxyType(dict(sorted(value.items(), key=lambda item: str(item[0]))))


@record
class Confidential:
    """What must never leave the private file; it shows nothing of itself."""

    name: str | None = attrs.field(
        default=None, repr=False, validator=maybe(a_text()), metadata=_says("The source's real name.")
    )
    contact: str | None = attrs.field(
        default=None, repr=False, validator=maybe(a_text()), metadata=_says("How to reach the source.")
    )
    place: str | None = attrs.field(
        default=None, repr=False, validator=maybe(a_text()), metadata=_says("Where the source is.")
    )
    note: str | None = attrs.field(
        default=None, repr=False, validator=maybe(a_text()), metadata=_says("Free notes on the source.")
    )

    @property
    def contacts(self) -> tuple[str, ...]:
        """The ways to reach the source, one by one: they are parted by lines, commas or semicolons."""
        parts = (part.strip() for line in (self.contact or "").splitlines() for part in re.split("[,;]", line))
        return tuple(part for part in parts if part)


@record
class Source:
    """Whoever or whatever says something: person, organisation, state body, newsroom, record, sensor."""

    id: str = attrs.field(validator=an_id, metadata=_says("Short word that names the source."))
    name: str = attrs.field(
        validator=a_text(empty=False), metadata=_says("Name to show, where the source is not protected.")
    )
    kind: SourceKind = attrs.field(
        default="person",
        validator=one_of(*get_args(SourceKind)),
        metadata=_says("What sort of source this is."),
    )
    reliability: Grade | None = attrs.field(
        default=None,
        validator=maybe(one_of(*_GRADES)),
        metadata=_says("Admiralty grade A to F of how far the source can be trusted; none means not graded."),
    )
    topics: Mapping[str, Grade] = attrs.field(
        factory=dict,
        converter=_table,
        hash=False,
        validator=table_of(_GRADES),
        metadata=_says("Grades for single topics, which come before the general grade."),
    )
    protected: bool = attrs.field(
        default=False,
        validator=yes_or_no,
        metadata=_says("Whether the source's identity must not become public."),
    )
    descriptor: str | None = attrs.field(
        default=None,
        validator=maybe(a_text(empty=False)),
        metadata=_says("What may be published in place of the name; none means only a label."),
    )
    aliases: tuple[str, ...] = attrs.field(default=(), validator=ids(), metadata=_says("Other names of the source."))
    note: str | None = attrs.field(default=None, validator=maybe(a_text()), metadata=_says("Remark of the analyst."))
    confidential: Confidential | None = attrs.field(
        default=None,
        repr=False,
        eq=False,
        validator=maybe(a_record(Confidential)),
        metadata=_says("Private fields, joined from the private file and never written elsewhere."),
    )

    def __repr__(self) -> str:
        """The source; a protected one shows its id and descriptor only."""
        if self.protected:
            return f"Source(id={self.id!r}, protected=True, descriptor={self.descriptor!r})"
        return f"Source(id={self.id!r}, name={self.name!r}, kind={self.kind!r}, reliability={self.reliability!r})"


@record
class Claim:
    """A sentence that is true or false."""

    id: str = attrs.field(validator=an_id, metadata=_says("Short word that names the claim."))
    text: str = attrs.field(validator=a_text(empty=False), metadata=_says("The sentence that is true or false."))
    kind: ClaimKind = attrs.field(
        default="fact",
        validator=one_of(*get_args(ClaimKind)),
        metadata=_says("A prediction is scored and labelled; an opinion is shown and not scored."),
    )
    prior: float | None = attrs.field(
        default=None,
        validator=maybe(a_number(0.0, 1.0, "a number between 0 and 1, both excluded", open_low=True, open_high=True)),
        metadata=_says("Probability before any statement, between 0 and 1; none means an equal share."),
    )
    topic: str | None = attrs.field(
        default=None, validator=maybe(a_text(empty=False)), metadata=_says("Topic, for grades by topic.")
    )
    place: str | None = attrs.field(
        default=None, validator=maybe(a_text()), metadata=_says("Where it is said to be so.")
    )
    when: PartialDate | None = attrs.field(
        default=None, validator=maybe(a_date), metadata=_says("When it is said to be so.")
    )
    note: str | None = attrs.field(default=None, validator=maybe(a_text()), metadata=_says("Remark of the analyst."))


@record
class Question:
    """A family of rival claims of which at most one is true."""

    id: str = attrs.field(validator=an_id, metadata=_says("Short word that names the question."))
    text: str = attrs.field(validator=a_text(empty=False), metadata=_says("The question in a sentence."))
    claims: tuple[str, ...] = attrs.field(
        validator=ids(least=1), metadata=_says("Ids of the rival claims, of which at most one is true.")
    )
    exhaustive: bool = attrs.field(
        default=False,
        validator=yes_or_no,
        metadata=_says("Whether exactly one of the claims is true; otherwise none of these keeps a share."),
    )


@record
class Standing:
    """Whether a statement still stands."""

    is_: StandingIs = attrs.field(
        alias="is_",
        default="stands",
        validator=one_of(*get_args(StandingIs)),
        metadata=_says("Corrected and retracted statements count for nothing and stay visible."),
    )
    because: str | None = attrs.field(default=None, validator=maybe(a_text()), metadata=_says("Why it changed."))
    on: PartialDate | None = attrs.field(default=None, validator=maybe(a_date), metadata=_says("When it changed."))
    by: str | None = attrs.field(
        default=None, validator=maybe(an_id), metadata=_says("Id of the statement that replaces it.")
    )


_STANDS = Standing()


@record
class Statement:
    """One source asserts or denies one claim, on one occasion."""

    id: str | None = attrs.field(
        default=None,
        validator=maybe(an_id),
        metadata=_says("Short word that names the statement; none gets a positional one."),
    )
    origin: str = attrs.field(validator=an_id, metadata=_says("Id of the source that claims to know."))
    claim: str = attrs.field(validator=an_id, metadata=_says("Id of the claim."))
    stance: Stance = attrs.field(
        validator=one_of(*get_args(Stance)), metadata=_says("Whether the origin asserts or denies the claim.")
    )
    lineage: Lineage = attrs.field(
        default="unknown", validator=one_of(*get_args(Lineage)), metadata=_says("How the origin knows.")
    )
    via: tuple[str, ...] = attrs.field(
        default=(), validator=ids(), metadata=_says("Ids of the relays, the origin's side first.")
    )
    propensity: PropensityWord | float = attrs.field(
        default="neutral",
        validator=a_number(0.0, 1.0, "a number above 0, at most 1", words=get_args(PropensityWord), open_low=True),
        metadata=_says("How readily the origin would say this anyway: a word, or a number above 0, at most 1."),
    )
    certainty: float = attrs.field(
        default=1.0,
        validator=a_number(0.0, 1.0, "a number above 0, at most 1", open_low=True),
        metadata=_says("The origin's own hedge: how sure it says it is, above 0, at most 1."),
    )
    hedge: str | None = attrs.field(
        default=None,
        validator=maybe(a_text()),
        metadata=_says("The relay's words of distance, such as reportedly; they change no score."),
    )
    reliability: Grade | None = attrs.field(
        default=None,
        validator=maybe(one_of(*_GRADES)),
        metadata=_says("Grade of the origin for this statement, before the source's own; none means the source's."),
    )
    credibility: int | None = attrs.field(
        default=None,
        validator=maybe(a_whole_number(1, 6)),
        metadata=_says("The analyst's Admiralty credibility, 1 to 6; the default method never uses it."),
    )
    document: str | None = attrs.field(
        default=None, validator=maybe(an_id), metadata=_says("Id of the document it was found in.")
    )
    quote: str | None = attrs.field(
        default=None,
        validator=maybe(a_text()),
        metadata=_says("The words themselves, as the document has them."),
    )
    terms: Terms = attrs.field(
        default="not agreed",
        validator=one_of(*get_args(Terms)),
        metadata=_says("Terms of attribution; not agreed is treated as background."),
    )
    occurred: PartialDate | None = attrs.field(
        default=None, validator=maybe(a_date), metadata=_says("When what it tells of happened.")
    )
    observed: PartialDate | None = attrs.field(
        default=None, validator=maybe(a_date), metadata=_says("When the origin came to know it.")
    )
    stated: PartialDate | None = attrs.field(
        default=None, validator=maybe(a_date), metadata=_says("When the origin said it.")
    )
    published: PartialDate | None = attrs.field(
        default=None, validator=maybe(a_date), metadata=_says("When it was published.")
    )
    accessed: PartialDate | None = attrs.field(default=None, validator=maybe(a_date), metadata=_says("When we saw it."))
    standing: Standing = attrs.field(
        default=_STANDS,
        validator=a_record(Standing, 'a table such as { is = "retracted" }'),
        metadata=_says("Whether it stands, was corrected or was retracted."),
    )

    def __attrs_post_init__(self) -> None:
        """Refuse dates that run backwards."""
        in_order(
            ("occurred", self.occurred, "observed", self.observed),
            ("observed", self.observed, "stated", self.stated),
            ("observed", self.observed, "published", self.published),
            ("observed", self.observed, "accessed", self.accessed),
            ("stated", self.stated, "published", self.published),
            ("stated", self.stated, "accessed", self.accessed),
            ("published", self.published, "accessed", self.accessed),
        )

    @property
    def stands(self) -> bool:
        """Whether the statement counts."""
        return self.standing.is_ == "stands"


@record
class Link:
    """One claim supports or undermines another."""

    id: str | None = attrs.field(
        default=None,
        validator=maybe(an_id),
        metadata=_says("Short word that names the link; none gets a positional one."),
    )
    from_claim: str = attrs.field(validator=an_id, metadata=_says("Id of the claim that bears on the other."))
    to_claim: str = attrs.field(validator=an_id, metadata=_says("Id of the claim that it bears on."))
    sign: Sign = attrs.field(
        validator=one_of(*get_args(Sign)), metadata=_says("Whether it supports or undermines the other.")
    )
    strength: StrengthWord | float = attrs.field(
        default="moderate",
        validator=a_number(0.0, 1.0, "a number from 0, below 1", words=get_args(StrengthWord), open_high=True),
        metadata=_says("How much the one tells of the other: a word, or a number from 0, below 1."),
    )
    because: str | None = attrs.field(default=None, validator=maybe(a_text()), metadata=_says("The reason."))


@record
class Dependence:
    """Sources that do not speak independently of each other."""

    id: str | None = attrs.field(
        default=None,
        validator=maybe(an_id),
        metadata=_says("Short word that names the dependence; none gets a positional one."),
    )
    sources: tuple[str, ...] = attrs.field(validator=ids(least=2), metadata=_says("Ids of two or more sources."))
    kind: DependenceKind = attrs.field(
        validator=one_of(*get_args(DependenceKind)), metadata=_says("How they depend on each other.")
    )
    strength: float = attrs.field(
        default=1.0,
        validator=a_number(0.0, 1.0, "a number from 0 to 1"),
        metadata=_says("How much they are one voice, from 0 (not at all) to 1 (entirely)."),
    )
    because: str | None = attrs.field(default=None, validator=maybe(a_text()), metadata=_says("The reason."))


@record
class Established:
    """The analyst has found out that a source speaks from itself."""

    source: str = attrs.field(validator=an_id, metadata=_says("Id of the source."))
    because: str = attrs.field(validator=a_text(empty=False), metadata=_says("How this was found out; required."))
    claim: str | None = attrs.field(
        default=None,
        validator=maybe(an_id),
        metadata=_says("Id of the only claim it holds for; none means all."),
    )


@record
class TextFile:
    """The path of a file that holds a document's text."""

    path: str = attrs.field(
        validator=a_text(empty=False), metadata=_says("Path of a text file, from the casebook's folder.")
    )


@record
class Document:
    """A thing that statements were found in: an article, a letter, a broadcast."""

    id: str = attrs.field(validator=an_id, metadata=_says("Short word that names the document."))
    title: str = attrs.field(validator=a_text(empty=False), metadata=_says("Title, or what the document is."))
    publisher: str | None = attrs.field(default=None, validator=maybe(a_text()), metadata=_says("Who published it."))
    url: str | None = attrs.field(default=None, validator=maybe(a_text()), metadata=_says("Where it was found."))
    published: PartialDate | None = attrs.field(
        default=None, validator=maybe(a_date), metadata=_says("When it was published.")
    )
    accessed: PartialDate | None = attrs.field(default=None, validator=maybe(a_date), metadata=_says("When we saw it."))
    digest: str | None = attrs.field(
        default=None, validator=maybe(a_text()), metadata=_says("Digest of the bytes that we keep.")
    )
    archive_url: str | None = attrs.field(
        default=None, validator=maybe(a_text()), metadata=_says("Where a copy is archived.")
    )
    text: str | TextFile | None = attrs.field(
        default=None,
        validator=maybe(text_or(TextFile)),
        metadata=_says("Its text, or the file that holds it."),
    )

    def __attrs_post_init__(self) -> None:
        """Refuse dates that run backwards."""
        in_order(("published", self.published, "accessed", self.accessed))


@record
class Note:
    """What the analyst assumed, did not find, searched for, or was told in reply."""

    kind: NoteKind = attrs.field(validator=one_of(*get_args(NoteKind)), metadata=_says("What sort of note this is."))
    about: str | None = attrs.field(
        default=None,
        validator=maybe(an_id),
        metadata=_says("Id of what it is about; none means the whole casebook."),
    )
    text: str = attrs.field(validator=a_text(empty=False), metadata=_says("The note."))
    by: str | None = attrs.field(default=None, validator=maybe(a_text()), metadata=_says("Who wrote it."))
    on: PartialDate | None = attrs.field(default=None, validator=maybe(a_date), metadata=_says("When."))


@record
class Policy:
    """What the casebook assumes where nothing is known."""

    independence: Independence = attrs.field(
        default="established",
        validator=one_of(*get_args(Independence)),
        metadata=_says("Whether independence must be established, or is assumed for all sources."),
    )
    ungraded: float = attrs.field(
        default=0.20,
        validator=a_number(0.0, _UNGRADED_MOST, "a number from 0 to 0.6"),
        metadata=_says("Fidelity taken for a source that nobody graded, from 0 to 0.6."),
    )


def in_order(*pairs: tuple[str, PartialDate | None, str, PartialDate | None]) -> None:
    """Refuse a later date that certainly comes before an earlier one."""
    for before, first, after, second in pairs:
        if first is not None and second is not None and second.surely_before(first):
            raise DatesOutOfOrder(place=after, seen=str(second), before=before, earlier=str(first))
