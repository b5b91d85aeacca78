"""The records that a casebook is made of; field names and words are those of its files."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from claimtrack._public_fields import Otherwise, casebook_record, field
from claimtrack.dates import PartialDate
from claimtrack.model.validators import (
    a_date,
    a_number,
    a_record,
    a_text,
    a_whole_number,
    an_id,
    ids,
    in_order,
    maybe,
    one_of,
    table_of,
    text_or,
    word_of,
    yes_or_no,
)

Grade = Literal["A", "B", "C", "D", "E", "F"]
SourceKind = Literal["person", "official", "organisation", "media", "record", "sensor", "other"]
ClaimKind = Literal["fact", "prediction", "opinion"]
Stance = Literal["asserts", "denies"]
Lineage = Literal["witnessed", "took part", "decided", "recorded", "told", "deduced", "unknown"]
PropensityWord = Literal["neutral", "serves", "against"]
Terms = Literal["on the record", "published", "background", "deep background", "off the record", "not agreed"]
StandingIs = Literal["stands", "corrected", "retracted"]
Sign = Literal["supports", "undermines"]
StrengthWord = Literal["weak", "moderate", "strong"]
DependenceKind = Literal["same person", "same owner", "copies", "shared interest", "told by"]
NoteKind = Literal[
    "assumption", "gap", "indicator", "search made", "right of reply", "deception check", "dissent", "harm", "waiver"
]
Independence = Literal["established", "assumed"]

INTERNAL_NOTES: frozenset[NoteKind] = frozenset({"deception check", "harm", "waiver"})
"""The kinds of notes that are never public."""

_GRADES = get_args(Grade)
UNGRADED_MOST = 0.60
"""The highest fidelity that ungraded sources can have: the high end of their band, and of that of grade F."""
_WITHHELD = "the reason is withheld to protect the source"

_TEXT, _FILLED = maybe(a_text()), a_text(empty=False)
_DATE, _ID, _GRADE = maybe(a_date), maybe(an_id), maybe(one_of(*_GRADES))


def _table(value: Mapping[str, Grade]) -> Mapping[str, Grade]:
    """A copy that cannot change, in the order of its keys, so that equal tables have the same bytes.

    Anything but a mapping is left to the validator.
    """
    given: object = value
    if not isinstance(given, Mapping):
        return value
    return MappingProxyType(dict(sorted(value.items(), key=lambda item: str(item[0]))))


@casebook_record
class Confidential:
    """The private fields of a source, which never leave the private file; their `repr` shows nothing."""

    name: str | None = field(
        default=None, repr=False, validator=_TEXT, says="The source's real name.", public="drop", guarded="name"
    )
    contact: str | None = field(
        default=None, repr=False, validator=_TEXT, says="How to reach the source.", public="drop", guarded="name"
    )
    place: str | None = field(
        default=None, repr=False, validator=_TEXT, says="Where the source is.", public="drop", guarded="word"
    )
    note: str | None = field(
        default=None, repr=False, validator=_TEXT, says="Free notes on the source.", public="drop", guarded="text"
    )

    @property
    def contacts(self) -> tuple[str, ...]:
        """The ways to reach the source, one by one; line breaks, commas and semicolons separate them."""
        parts = (part.strip() for line in (self.contact or "").splitlines() for part in re.split("[,;]", line))
        return tuple(part for part in parts if part)


class Sealed:
    """What a source keeps its private fields in: no record, so that `attrs.asdict` and the like do not open it."""

    __slots__ = ("_held",)

    def __init__(self, held: Confidential) -> None:
        self._held = held

    def opened(self) -> Confidential:
        """The private fields."""
        return self._held

    def __repr__(self) -> str:
        return "Sealed()"


def _sealed(value: Confidential | Sealed | None) -> Confidential | Sealed | None:
    """Private fields as they are kept; anything else is left to the validator."""
    return Sealed(value) if isinstance(value, Confidential) else value


@casebook_record
class Source:
    """A person, organisation, state body, newsroom, record or sensor that says something."""

    id: str = field(
        validator=an_id, says="Short word that names the source.", public="id", of="sources", guarded="word"
    )
    name: str = field(
        validator=_FILLED,
        says="Name to show, where the source is not protected.",
        public="clean",
        when="named",
        otherwise=Otherwise.LABEL,
        guarded="name",
    )
    kind: SourceKind = field(
        default="person",
        validator=word_of(SourceKind),
        says="What sort of source this is.",
        public="keep",
        when="named",
        otherwise="other",
    )
    reliability: Grade | None = field(
        default=None,
        validator=_GRADE,
        says="Admiralty grade A to F of how far the source can be trusted; none means not graded.",
        public="keep",
        when="not apart",
    )
    topics: Mapping[str, Grade] = field(
        factory=dict,
        converter=_table,
        hash=False,
        validator=table_of(_GRADES),
        says="Grades for single topics, which come before the general grade.",
        public="topic",
        when="not apart",
    )
    protected: bool = field(
        default=False,
        validator=yes_or_no,
        says="Whether the source's identity must not become public.",
        public="keep",
        when="named",
        otherwise=True,
    )
    descriptor: str | None = field(
        default=None,
        validator=maybe(a_text(empty=False)),
        says="What may be published in place of the name; none means only a label.",
        public="descriptor",
        when="described",
    )
    aliases: tuple[str, ...] = field(
        default=(), validator=ids(), says="Other names of the source.", public="clean", when="named", guarded="name"
    )
    note: str | None = field(
        default=None, validator=_TEXT, says="Remark of the analyst.", public="drop", guarded="text"
    )
    _confidential: Confidential | Sealed | None = field(
        alias="confidential",
        default=None,
        repr=False,
        eq=False,
        converter=_sealed,
        validator=maybe(a_record(Sealed, "a Confidential")),
        says="Private fields, joined from the private file and never written elsewhere.",
        public="drop",
    )

    @property
    def confidential(self) -> Confidential | None:
        """The private fields; None if the source has none. `attrs.asdict(source)` does not hold them."""
        kept = self._confidential
        return kept.opened() if isinstance(kept, Sealed) else kept


@casebook_record
class Claim:
    """A sentence that is true or false."""

    id: str = field(validator=an_id, says="Short word that names the claim.", public="id", of="claims")
    text: str = field(validator=_FILLED, says="The sentence that is true or false.", public="clean")
    kind: ClaimKind = field(
        default="fact",
        validator=word_of(ClaimKind),
        says="A prediction is scored and labelled; an opinion is shown and not scored.",
        public="keep",
    )
    prior: float | None = field(
        default=None,
        validator=maybe(a_number(0.0, 1.0, "a number between 0 and 1, both excluded", open_low=True, open_high=True)),
        says="Probability before any statement, between 0 and 1; none means an equal share.",
        public="keep",
    )
    topic: str | None = field(
        default=None, validator=maybe(a_text(empty=False)), says="Topic, for grades by topic.", public="topic"
    )
    place: str | None = field(default=None, validator=_TEXT, says="Where it is said to be so.", public="clean")
    when: PartialDate | None = field(default=None, validator=_DATE, says="When it is said to be so.", public="keep")
    note: str | None = field(default=None, validator=_TEXT, says="Remark of the analyst.", public="drop")


@casebook_record
class Question:
    """A family of rival claims of which at most one is true."""

    id: str = field(validator=an_id, says="Short word that names the question.", public="id", of="questions")
    text: str = field(validator=_FILLED, says="The question in a sentence.", public="clean")
    claims: tuple[str, ...] = field(
        validator=ids(least=1), says="Ids of the rival claims, of which at most one is true.", public="id", of="claims"
    )
    exhaustive: bool = field(
        default=False,
        validator=yes_or_no,
        says="Whether exactly one of the claims is true; otherwise none of these keeps a share.",
        public="keep",
    )


@casebook_record
class Standing:
    """Whether a statement still stands."""

    is_: StandingIs = field(
        alias="is_",
        default="stands",
        validator=word_of(StandingIs),
        says="Corrected and retracted statements count for nothing and stay visible.",
        public="keep",
    )
    because: str | None = field(default=None, validator=_TEXT, says="Why it changed.", public="clean", when="named")
    on: PartialDate | None = field(default=None, validator=_DATE, says="When it changed.", public="keep", when="named")
    by: str | None = field(
        default=None, validator=_ID, says="Id of the statement that replaces it.", public="id", of="statements"
    )


_STANDS = Standing()


@casebook_record
class Statement:
    """One source asserts or denies one claim, on one occasion."""

    id: str | None = field(
        default=None,
        validator=_ID,
        says="Short word that names the statement; none gets a positional one.",
        public="place",
    )
    origin: str = field(validator=an_id, says="Id of the source that claims to know.", public="id", of="sources")
    claim: str = field(validator=an_id, says="Id of the claim.", public="id", of="claims")
    stance: Stance = field(
        validator=word_of(Stance), says="Whether the origin asserts or denies the claim.", public="keep"
    )
    lineage: Lineage = field(
        default="unknown", validator=word_of(Lineage), says="How the origin knows.", public="keep", when="not apart"
    )
    via: tuple[str, ...] = field(
        default=(), validator=ids(), says="Ids of the relays, the origin's side first.", public="id", of="sources"
    )
    propensity: PropensityWord | float = field(
        default="neutral",
        validator=a_number(0.0, 1.0, "a number above 0, at most 1", words=get_args(PropensityWord), open_low=True),
        says="How readily the origin would say this anyway: a word, or a number above 0, at most 1.",
        public="keep",
    )
    certainty: float = field(
        default=1.0,
        validator=a_number(0.0, 1.0, "a number above 0, at most 1", open_low=True),
        says="The origin's own hedge: how sure it says it is, above 0, at most 1.",
        public="keep",
    )
    hedge: str | None = field(
        default=None,
        validator=_TEXT,
        says="The relay's words of distance, such as reportedly; they change no score.",
        public="clean",
        when="not deep",
        guarded="text",
    )
    reliability: Grade | None = field(
        default=None,
        validator=_GRADE,
        says="Grade of the origin for this statement, before the source's own; none means the source's.",
        public="keep",
    )
    credibility: int | None = field(
        default=None,
        validator=maybe(a_whole_number(1, 6)),
        says="The analyst's Admiralty credibility, 1 to 6; the default method never uses it.",
        public="keep",
    )
    document: str | None = field(
        default=None,
        validator=_ID,
        says="Id of the document it was found in.",
        public="id",
        of="documents",
        when="met by name",
    )
    quote: str | None = field(
        default=None,
        validator=_TEXT,
        says="The words themselves, as the document has them.",
        public="clean",
        when="quotable",
        guarded="text",
    )
    terms: Terms = field(
        default="not agreed",
        validator=word_of(Terms),
        says="Terms of attribution; published is what anybody can read, and not agreed is treated as background.",
        public="terms",
    )
    anonymous: bool = field(
        default=False,
        validator=yes_or_no,
        says="Whether the published text that it stands in does not name its hidden sources either.",
        public="keep",
        when="keeps text",
    )
    occurred: PartialDate | None = field(
        default=None, validator=_DATE, says="When what it tells of happened.", public="keep"
    )
    observed: PartialDate | None = field(
        default=None, validator=_DATE, says="When the origin came to know it.", public="keep", when="named"
    )
    stated: PartialDate | None = field(
        default=None, validator=_DATE, says="When the origin said it.", public="keep", when="named"
    )
    published: PartialDate | None = field(
        default=None, validator=_DATE, says="When it was published.", public="keep", when="keeps text"
    )
    accessed: PartialDate | None = field(
        default=None, validator=_DATE, says="When we saw it.", public="keep", when="named"
    )
    standing: Standing = field(
        default=_STANDS,
        validator=a_record(Standing, 'a table such as { is = "retracted" }'),
        says="Whether it stands, was corrected or was retracted.",
        public="record",
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


@casebook_record
class Link:
    """One claim supports or undermines another."""

    id: str | None = field(
        default=None, validator=_ID, says="Short word that names the link; none gets a positional one.", public="place"
    )
    from_claim: str = field(validator=an_id, says="Id of the claim that bears on the other.", public="id", of="claims")
    to_claim: str = field(validator=an_id, says="Id of the claim that it bears on.", public="id", of="claims")
    sign: Sign = field(validator=word_of(Sign), says="Whether it supports or undermines the other.", public="keep")
    strength: StrengthWord | float = field(
        default="moderate",
        validator=a_number(0.0, 1.0, "a number from 0, below 1", words=get_args(StrengthWord), open_high=True),
        says="How much the one tells of the other: a word, or a number from 0, below 1.",
        public="keep",
    )
    because: str | None = field(default=None, validator=_TEXT, says="The reason.", public="clean")


@casebook_record
class Dependence:
    """Sources that are not independent of each other."""

    id: str | None = field(
        default=None,
        validator=_ID,
        says="Short word that names the dependence; none gets a positional one.",
        public="place",
    )
    sources: tuple[str, ...] = field(
        validator=ids(least=2), says="Ids of two or more sources.", public="id", of="sources"
    )
    kind: DependenceKind = field(
        validator=word_of(DependenceKind),
        says="How they depend on each other.",
        public="keep",
        when="named",
        otherwise="shared interest",
    )
    strength: float = field(
        default=1.0,
        validator=a_number(0.0, 1.0, "a number from 0 to 1"),
        says="How much they are one voice, from 0 (not at all) to 1 (entirely).",
        public="keep",
    )
    because: str | None = field(default=None, validator=_TEXT, says="The reason.", public="clean", when="named")


@casebook_record
class Established:
    """The analyst's finding that a source speaks from its own knowledge."""

    source: str = field(validator=an_id, says="Id of the source.", public="id", of="sources")
    because: str = field(
        validator=_FILLED, says="How this was found out; required.", public="clean", when="named", otherwise=_WITHHELD
    )
    claim: str | None = field(
        default=None, validator=_ID, says="Id of the only claim it holds for; none means all.", public="id", of="claims"
    )


@casebook_record
class TextFile:
    """The path of a file that holds a document's text."""

    path: str = field(
        validator=_FILLED, says="Path of a text file, from the casebook's folder.", public="drop", otherwise=""
    )


@casebook_record
class Document:
    """An article, a letter, a broadcast or anything else that statements were found in."""

    id: str = field(validator=an_id, says="Short word that names the document.", public="id", of="documents")
    title: str = field(validator=_FILLED, says="Title, or what the document is.", public="clean")
    publisher: str | None = field(default=None, validator=_TEXT, says="Who published it.", public="clean")
    url: str | None = field(default=None, validator=_TEXT, says="Where it was found.", public="clean")
    published: PartialDate | None = field(default=None, validator=_DATE, says="When it was published.", public="keep")
    accessed: PartialDate | None = field(default=None, validator=_DATE, says="When we saw it.", public="keep")
    digest: str | None = field(default=None, validator=_TEXT, says="Digest of the bytes that we keep.", public="clean")
    archive_url: str | None = field(default=None, validator=_TEXT, says="Where a copy is archived.", public="clean")
    text: str | TextFile | None = field(
        default=None, validator=maybe(text_or(TextFile)), says="Its text, or the file that holds it.", public="drop"
    )

    def __attrs_post_init__(self) -> None:
        """Refuse dates that run backwards."""
        in_order(("published", self.published, "accessed", self.accessed))


@casebook_record
class Note:
    """What the analyst assumed, did not find, searched for, or was told in reply."""

    kind: NoteKind = field(validator=word_of(NoteKind), says="What sort of note this is.", public="keep")
    about: str | None = field(
        default=None,
        validator=_ID,
        says="Id of what it is about; none means the whole casebook.",
        public="id",
        of="records",
    )
    text: str = field(validator=_FILLED, says="The note.", public="clean", guarded="text")
    by: str | None = field(default=None, validator=_TEXT, says="Who wrote it.", public="drop")
    on: PartialDate | None = field(default=None, validator=_DATE, says="When.", public="keep")


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
