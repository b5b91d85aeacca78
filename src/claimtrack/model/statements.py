"""Statements: what a source says of a claim, through whom, when and on which terms, and whether it still stands."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, get_args

from claimtrack._public_fields import casebook_record, field
from claimtrack._records import evolve
from claimtrack.dates import PartialDate
from claimtrack.errors.problems import Problem
from claimtrack.model.sources import Grade
from claimtrack.model.validators import (
    LIST_OF_IDS,
    a_date,
    a_number,
    a_record,
    a_short_word,
    a_text,
    a_whole_number,
    an_id,
    ids,
    in_order,
    maybe,
    one_of,
    rows,
    word_of,
    yes_or_no,
)

Stance = Literal["asserts", "denies"]
Lineage = Literal["witnessed", "took part", "decided", "recorded", "examined", "told", "deduced", "unknown"]
PropensityWord = Literal["neutral", "serves", "against"]
Terms = Literal["on the record", "published", "background", "deep background", "off the record", "not agreed"]
StandingIs = Literal["stands", "corrected", "retracted"]

_RELAY_TABLES = 'tables such as { source = "one", propensity = "serves" }'
_TEXT, _DATE, _ID = maybe(a_text()), maybe(a_date), maybe(an_id)
_READINESS = a_number(0.0, 1.0, "a number above 0, at most 1", words=get_args(PropensityWord), open_low=True)


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
class Relay:
    """A source that passes a statement on, and what it has to gain from that."""

    source: str = field(validator=a_short_word, says="Id of the source.", public="id", of="sources")
    propensity: PropensityWord | float = field(
        default="neutral",
        validator=_READINESS,
        says="How readily the relay would pass this on anyway: a word, or a number above 0, at most 1.",
        public="keep",
    )


def describe_interest(propensity: PropensityWord | float) -> str:
    """What a source has to gain from what it says or passes on, in a few words; empty for a neutral one.

    Example:
        >>> describe_interest("serves")
        'it serves them'
    """
    match propensity:
        case "neutral":
            return ""
        case "serves":
            return "it serves them"
        case "against":
            return "it goes against their interest"
        case number:
            return f"propensity {number:g}"


def serves(propensity: PropensityWord | float) -> bool:
    """Whether what a source says or passes on serves it.

    Example:
        >>> serves("serves"), serves(0.7), serves("neutral"), serves(0.5)
        (True, True, False, False)
    """
    return propensity == "serves" or (isinstance(propensity, float) and propensity > 0.5)  # noqa: PLR2004 (neutral)


if TYPE_CHECKING:

    class Relays:
        """What type checkers know of `Statement.via`: ids are taken too, and relays are what it holds."""

        def __get__(self, statement: object, kind: type | None = None) -> tuple[Relay, ...]: ...
        def __set__(self, statement: object, value: tuple[Relay | str, ...]) -> None: ...

else:
    Relays = tuple[Relay, ...]


def _relays(value: Any) -> Any:  # noqa: ANN401
    """The relays of a chain, in which an id alone stands for a neutral one; all else is left to the validator."""
    if type(value) is not tuple or not value:
        return value
    return tuple([_relay(one, place) if type(one) is str else one for place, one in enumerate(value)])


def _relay(source: str, place: int) -> Relay:
    try:
        return _plain_relay(source)
    except Problem as problem:
        raise evolve(problem, place=f"via[{place}]") from None


@lru_cache(maxsize=4096)
def _plain_relay(source: str) -> Relay:
    return Relay(source=source)


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
    exhibits: tuple[str, ...] = field(
        default=(),
        validator=ids(),
        says="Ids of what the origin examined: documents, or sources of kind record or sensor.",
        public="id",
        of="exhibits",
        when="named",
    )
    via: Relays = field(
        default=(),
        converter=_relays,
        validator=rows(
            Relay, f"{LIST_OF_IDS}, or of {_RELAY_TABLES}", each="a short word, or a table with source and propensity"
        ),
        says="The relays, the origin's side first.",
        public="record",
    )
    propensity: PropensityWord | float = field(
        default="neutral",
        validator=_READINESS,
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
        validator=maybe(one_of(*get_args(Grade))),
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
    unshown: tuple[str, ...] = field(
        default=(),
        validator=ids(),
        eq=False,
        repr=False,
        says="Of a public statement: exhibits that count in its scores, and that no output and no file shows.",
        public="unshown",
    )

    def __attrs_post_init__(self) -> None:
        """Refuse dates that run backwards."""
        if not (self.observed is self.published is self.accessed is None):  # one of them is in each of the pairs
            self._refuse_disorder()

    def _refuse_disorder(self) -> None:
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
    def relays(self) -> tuple[str, ...]:
        """The ids of the relays, the origin's side first."""
        return tuple([relay.source for relay in self.via]) if self.via else ()

    @property
    def stands(self) -> bool:
        """Whether the statement counts."""
        return self.standing.is_ == "stands"
