"""Sources: who or what says something, which of them depend on each other, and who speaks from their own knowledge."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from claimtrack._public_fields import Otherwise, casebook_record, field
from claimtrack.model.validators import (
    a_number,
    a_record,
    a_text,
    an_id,
    ids,
    maybe,
    one_of,
    table_of,
    word_of,
    yes_or_no,
)

Grade = Literal["A", "B", "C", "D", "E", "F"]
SourceKind = Literal["person", "official", "organisation", "media", "record", "sensor", "other"]
DependenceKind = Literal["same person", "same owner", "copies", "shared interest", "told by"]

EXHIBIT_KINDS: tuple[SourceKind, ...] = ("record", "sensor")
"""The kinds of sources that others can examine."""

_GRADES = get_args(Grade)
_WITHHELD = "the reason is withheld to protect the source"
_TEXT, _FILLED = maybe(a_text()), a_text(empty=False)


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
        validator=maybe(one_of(*_GRADES)),
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
class Dependence:
    """Sources that are not independent of each other."""

    id: str | None = field(
        default=None,
        validator=maybe(an_id),
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
        default=None,
        validator=maybe(an_id),
        says="Id of the only claim it holds for; none means all.",
        public="id",
        of="claims",
    )
