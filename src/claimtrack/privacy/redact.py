"""Redaction: the public casebook as a projection of the whole one, made before anything else looks at it.

Who is hidden is decided in `attribution`, under which labels sources appear in `labels`, and which records are public
in `selection`. What is left of each record stands at its fields (`public=`, in `model`): one loop over them makes every
public record, so that a field is published only if it says so.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from typing import Any, NamedTuple

import attrs

from claimtrack._public_fields import Otherwise, Public, Treatment, public_rule
from claimtrack._records import evolve, fields_of, without_texts
from claimtrack.errors.base import nearest
from claimtrack.errors.problems import NotOneOf, WrongType
from claimtrack.model.casebook import COLLECTIONS, Audience, Casebook
from claimtrack.model.sources import Source
from claimtrack.model.validators import kind_of
from claimtrack.model.waivers import TOUCHED, waivers_of
from claimtrack.privacy.attribution import Appearances
from claimtrack.privacy.labels import NameLabels, appearances_of, name_labels
from claimtrack.privacy.output_words import prose_words
from claimtrack.privacy.selection import Ids, NameLeft, Selected, names_left, select
from claimtrack.text.name_index import HiddenName
from claimtrack.text.name_matcher import NameMatcher

_AUDIENCES: tuple[Audience, ...] = ("internal", "public")
_ADDRESSES = ("url", "archive_url")


def for_audience(
    casebook: Casebook, audience: str, *, key: str | None = None, like: Casebook | None = None
) -> Casebook:
    """The casebook as an audience may see it; for `internal` it is the casebook itself.

    The public projection is a casebook like any other: everything after it sees only the projection.
    Projecting a projection changes nothing.

    Args:
        casebook: the whole casebook.
        audience: `internal` or `public`.
        key: makes other labels for each key, so that two exports cannot be joined by their labels.
            Same casebook and key, same labels.
        like: another whole casebook, such as this one before a change; sources keep the labels that they have there,
            and whoever is hidden there is not named here either.

    Raises:
        NotOneOf: there is no such audience.
        WrongType: the key is no text.

    Cost: linear in the records and in the text of the casebook.

    Example:
        >>> from claimtrack.model import Claim, Source, Statement
        >>> book = Casebook(
        ...     sources=(Source(id="kim", name="Kim", protected=True, descriptor="a nurse"),),
        ...     claims=(Claim(id="fell", text="The bridge fell."),),
        ...     statements=(Statement(origin="kim", claim="fell", stance="asserts", terms="background"),),
        ... )
        >>> for_audience(book, "public").sources[0].name
        'Source 1'
    """
    asked = redact(casebook, audience, key=key)
    return (asked if like is None else redact(like, audience, key=key).alike(casebook)).casebook


def redact(casebook: Casebook, audience: str = "public", *, key: str | None = None) -> "Redaction":
    """The redaction of a casebook for an audience: to be made once and handed on.

    Arguments and errors: as `for_audience`. Cost: none; each part of it is worked out once, when it is asked for.
    """
    if audience not in _AUDIENCES:
        near = nearest(str(audience), _AUDIENCES)
        raise NotOneOf(place="audience", seen=str(audience), allowed=_AUDIENCES, near=near)
    if key is not None and not isinstance(key, str):
        raise WrongType(place="key", seen=kind_of(key), expected="text")
    return Redaction(casebook, is_public=audience == "public", key=key)


class Text(NamedTuple):
    """A free text that the public casebook prints, as it stands in the whole one."""

    collection: str
    """The collection of the record, such as `claims`; `casebook` for the whole."""
    id: str
    """The id of the record, or its number where it has none; empty for the whole casebook."""
    field: str
    """The field."""
    text: str
    """The text, before any name is replaced."""
    public: str
    """The text with labels in the place of names."""

    def __repr__(self) -> str:
        return without_texts(self)

    @property
    def is_address(self) -> bool:
        """Whether it is an address, in which capitals say nothing."""
        return self.field in _ADDRESSES


@attrs.frozen(eq=False, slots=False)
class Redaction:
    """A whole casebook and what its readers may see of it, each part worked out once."""

    whole: Casebook = attrs.field(repr=False)
    """The whole casebook."""
    is_public: bool = attrs.field(kw_only=True)
    """Whether the readers are the public."""
    key: str | None = attrs.field(default=None, kw_only=True, repr=False)
    """What makes other labels."""
    like: "Redaction | None" = attrs.field(default=None, kw_only=True, repr=False)
    """The redaction whose labels and hidden names count here too."""

    def __repr__(self) -> str:
        return without_texts(self)

    def alike(self, other: Casebook) -> "Redaction":
        """The redaction of another casebook, such as an earlier one, for the same readers and with the same labels."""
        return Redaction(other, is_public=self.is_public, key=self.key, like=self)

    def for_the_public(self) -> "Redaction":
        """The same for the public, whoever the readers are."""
        if self.is_public and (self.like is None or self.like.is_public):
            return self
        like = None if self.like is None else self.like.for_the_public()
        return Redaction(self.whole, is_public=True, key=self.key, like=like)

    @cached_property
    def casebook(self) -> Casebook:
        """The casebook as its readers may see it."""
        if not self.is_public or (self.whole.audience == "public" and self.key is None):
            return self.whole
        public: Casebook = redacted(self.selection)
        object.__setattr__(public, "audience", "public")
        return public

    @cached_property
    def claim_ids(self) -> Mapping[str, str]:
        """For each claim that the readers see, by its id in the whole casebook: the id under which they do."""
        if not self.is_public:
            return {claim.id: claim.id for claim in self.whole.claims}
        return {name: public for name, public in self.selection.ids["claims"].items() if public is not None}

    @cached_property
    def source_ids(self) -> Mapping[str, tuple[str, ...]]:
        """For each source that the readers see, by its id in the whole casebook: the ids under which they do."""
        if self.casebook is self.whole:
            return {source.id: (source.id,) for source in self.whole.sources}
        seen = {source.id for source in self.casebook.sources}
        found: dict[str, tuple[str, ...]] = {}
        for who, public in self.appearances.ids.items():
            if public in seen:
                found[who.source] = (*found.get(who.source, ()), public)
        return found

    @cached_property
    def appearances(self) -> Appearances:
        """How each source appears in public."""
        return appearances_of(self.whole, self.key, None if self.like is None else self.like.appearances)

    @cached_property
    def name_labels(self) -> NameLabels:
        """What names a hidden source, and what stands in its place."""
        mine = name_labels(self.whole, self.appearances)
        labels = mine if self.like is None else mine.with_those_of(self.like.name_labels)
        others = tuple(_waived_as_others(self.whole, _matcher_of(labels.hidden, labels.shown)))
        return evolve(labels, shown=(*labels.shown, *others)) if others else labels

    @cached_property
    def matcher(self) -> NameMatcher:
        """Finds the names of hidden sources in texts, as people write them."""
        labels = self.name_labels
        is_done = self.whole.audience == "public"  # its labels are no names
        return _matcher_of(() if is_done else labels.hidden, labels.shown)

    @cached_property
    def selection(self) -> Selected:
        """What of the casebook is public, before anything is replaced."""
        return select(self.whole, self.appearances, self.name_labels, self.matcher)

    @cached_property
    def names_left(self) -> tuple[NameLeft, ...]:
        """The names of hidden sources that claims and questions name all the same."""
        return names_left(self.whole, self.appearances, self.name_labels, self.matcher)

    @property
    def hidden(self) -> tuple[Source, ...]:
        """The sources whose names the public must not see."""
        return tuple(filter(self.appearances.is_hidden, self.whole.sources))

    @property
    def named(self) -> tuple[Source, ...]:
        """The sources that the public casebook names."""
        seen = self.appearances
        return tuple(one for one in self.whole.sources if one.id in seen.main and not seen.is_hidden(one))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The free texts that the public casebook prints, empty ones left out."""
        return tuple(_texts(self.whole, self.selection, "casebook", ""))


def _waived_as_others(book: Casebook, matcher: NameMatcher) -> Iterator[str]:
    """The names that a waiver of CT704 about their record says to be another's, as they stand there."""
    waived = {waiver.about for waiver in waivers_of(book, {TOUCHED: TOUCHED}) if waiver.is_of_another}
    for row in (row for name in COLLECTIONS for row in book.collection(name)) if waived else ():
        if getattr(row, "id", None) in waived:
            values = (getattr(row, field.name) for field in fields_of(type(row)))
            for text in (value for value in values if isinstance(value, str)):
                yield from matcher.names_of_others(text)


@lru_cache(maxsize=2)
def _matcher_of(hidden: tuple[HiddenName, ...], shown: tuple[str, ...]) -> NameMatcher:
    """The matcher of some names, which projection, checks and guard ask for one after another; two for a `diff`."""
    # Words of the prose are no name at the beginning of a sentence.
    return NameMatcher(hidden, shown, prose_words())


def redacted(row: Selected) -> Any:  # noqa: ANN401
    """The public record in place of one that is selected, with all that is in it."""
    return _redacted(row.record, row, "")


def _redacted(record: Any, row: Selected, place: str) -> Any:  # noqa: ANN401
    """The one loop over the table of fields, by which all public records are made.

    A field without a rule is an error here; one whose condition does not hold has its default, or what the rule says.

    Args:
        record: the selected record, or a table in it.
        row: what decides on it.
        place: its place among the public records, which is the id of those that are not called by their own.
    """
    kind: type = type(record)
    holds, default = row.holds, Otherwise.DEFAULT
    kept: dict[str, Any] = {}
    for name, argument, rule, treat in _rules(kind):
        if rule.when in holds:
            value = getattr(record, name)
            public = value if treat is None else treat(value, row, place)
        else:
            public = row.label if rule.otherwise is Otherwise.LABEL else rule.otherwise
        if public is not default:
            kept[argument] = public
    return kind(**kept)


_Treat = Callable[[Any, Selected, str], Any]
"""What stands in public for the value of a field, by the row of its record and the place of that."""


@cache
def _rules(kind: type) -> tuple[tuple[str, str, Public, _Treat | None], ...]:
    """The fields of a class of records, with the names of its arguments, the rules and what they do."""
    rules = ((field, public_rule(field)) for field in fields_of(kind))
    return tuple((field.name, field.alias or field.name, rule, _treating(field.name, rule)) for field, rule in rules)


def _treating(name: str, rule: Public) -> _Treat | None:
    """What a rule does to a field; None where it keeps the value."""
    match rule.treatment:
        case "keep":
            return None
        case "terms" | "unshown":
            return lambda _, row, __: getattr(row, name)
        case "clean":
            return lambda value, row, _: _in_each(row.clean, value)
        case "id":
            return lambda value, row, _: _in_each(row.ids[rule.of].__getitem__, value)
        case "place":
            return lambda _, __, place: place
        case "descriptor":  # of a hidden source it names nobody, and ids in it are words
            return lambda value, row, _: _in_each(row.clean, value) if "named" in row.holds else value
        case "topic":
            return lambda value, row, _: _topic(value, row.ids["topics"])
        case "record":
            return lambda value, row, _: _record_in(value, row)
        case "records":
            return lambda _, row, __: tuple(
                _redacted(one.record, one, f"{name}-{place}") for place, one in enumerate(row.inside[name])
            )
        case _:
            return lambda _, __, ___: rule.otherwise


def _in_each(change: Callable[[str], str | None], value: Any) -> Any:  # noqa: ANN401
    """A text changed, or each of several; of these, what is not public is left out."""
    if value is None:
        return None
    if isinstance(value, str):
        return change(value)
    return tuple(public for one in value if (public := change(one)) is not None)


def _record_in(value: Any, row: Selected) -> Any:  # noqa: ANN401
    """A record in a public one, or each of several."""
    return tuple(_redacted(one, row, "") for one in value) if isinstance(value, tuple) else _redacted(value, row, "")


def _topic(value: Any, topics: Ids) -> Any:  # noqa: ANN401
    """A topic in its public words; of a table by topic, the part that is about public ones."""
    if isinstance(value, Mapping):
        return {topics[topic]: value[topic] for topic in sorted(value) if topic in topics}
    return _in_each(topics.__getitem__, value)


_PROSE: frozenset[Treatment] = frozenset({"clean", "topic", "descriptor"})


@cache
def _rules_of_texts(kind: type) -> tuple[tuple[str, Public], ...]:
    """The fields of a class of records that hold texts or records, with their rules."""
    holding = {*_PROSE, "record", "records"}
    return tuple((name, rule) for name, _, rule, _ in _rules(kind) if rule.treatment in holding)


def _texts(record: Any, row: Selected, collection: str, record_id: str) -> Iterator[Text]:  # noqa: ANN401
    """The public texts of a record and of the records in it; those of a table in it count as that field's."""
    kind: type = type(record)
    for name, rule in _rules_of_texts(kind):
        value = getattr(record, name)
        if rule.treatment == "records":
            for one in row.inside[name]:
                yield from _texts(one.record, one, name, getattr(one.record, "id", None) or str(one.place))
        elif rule.treatment == "record":
            for one in value if isinstance(value, tuple) else (value,):
                for text in _texts(one, row, collection, record_id):
                    yield text._replace(field=name)
        elif rule.treatment in _PROSE and rule.when in row.holds and isinstance(value, str | tuple):
            prose = value if isinstance(value, str) else "\n".join(value)
            if prose.strip():
                yield Text(collection, record_id, name, prose, row.clean(prose))
