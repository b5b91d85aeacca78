"""Claims, the questions on which they rival each other, and the links by which one bears on another."""

from typing import Literal, get_args

from claimtrack._public_fields import casebook_record, field
from claimtrack.dates import PartialDate
from claimtrack.model.validators import a_date, a_number, a_text, an_id, ids, maybe, word_of, yes_or_no

ClaimKind = Literal["fact", "prediction", "opinion"]
Sign = Literal["supports", "undermines"]
StrengthWord = Literal["weak", "moderate", "strong"]

_TEXT, _FILLED = maybe(a_text()), a_text(empty=False)


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
    when: PartialDate | None = field(
        default=None, validator=maybe(a_date), says="When it is said to be so.", public="keep"
    )
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
class Link:
    """One claim supports or undermines another."""

    id: str | None = field(
        default=None,
        validator=maybe(an_id),
        says="Short word that names the link; none gets a positional one.",
        public="place",
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
