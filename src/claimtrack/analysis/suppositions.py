"""Suppositions: what might be otherwise in a casebook, each a value that makes the other casebook."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from claimtrack._records import evolve, record
from claimtrack.errors.base import nearest
from claimtrack.errors.failures import WrongUse
from claimtrack.errors.problems import UnknownId
from claimtrack.model.casebook import Casebook, Record
from claimtrack.model.records import Dependence, Established, Grade, Standing, Statement
from claimtrack.network.build import build


@record
class Regrade:
    """A source has another grade, for every topic and statement."""

    source: str
    """Id of the source."""
    grade: Grade | None
    """A to F; None where nobody grades it."""


@record
class Retract:
    """A statement is taken back and counts for nothing."""

    statement: str
    """Id of the statement."""


@record
class Withhold:
    """Nothing counts that a source said or passed on."""

    source: str
    """Id of the source."""


@record
class Establish:
    """A source is found to speak from itself."""

    source: str
    """Id of the source."""
    claim: str | None = None
    """Id of the claim that this is about; None for all."""


@record
class Depend:
    """Sources turn out to depend on each other."""

    sources: tuple[str, ...]
    """Ids of the sources, at least two."""
    strength: float = 1.0
    """ρ in [0, 1]."""


@record
class Reprior:
    """A claim starts from another prior; its rivals' priors shrink or grow in proportion."""

    claim: str
    """Id of the claim."""
    prior: float
    """In (0, 1)."""


@record
class Cut:
    """A link counts for nothing."""

    link: str
    """Id of the link."""


@record
class Add:
    """More records: a new statement, and whatever it needs."""

    records: tuple[Record, ...]
    """The records; one whose id is there already takes the other's place."""


Supposition = Regrade | Retract | Withhold | Establish | Depend | Reprior | Cut | Add
"""One thing that might be otherwise."""


def supposed(casebook: Casebook, suppositions: Iterable[Supposition]) -> Casebook:
    """The casebook as it would be, one supposition after the other.

    Raises:
        UnknownId: a supposition names a source, statement or link that the casebook does not hold.
        UnknownClaim: it names a claim that the casebook does not hold.
        WrongUse: a prior leaves its rivals no room.
        InvalidCasebook: what is added does not fit the rest.

    Cost: linear in the casebook for each.

    Example:
        >>> from claimtrack.model import Source
        >>> book = Casebook(sources=(Source(id="kim", name="Kim", reliability="C"),))
        >>> supposed(book, [Regrade(source="kim", grade="A")]).sources[0].reliability
        'A'
    """
    for one in suppositions:
        casebook = _MAKING[type(one)](casebook, one)
    return casebook


def _regraded(book: Casebook, one: Regrade) -> Casebook:
    _known(book, "source", one.source)
    return evolve(
        book,
        sources=tuple(
            evolve(source, reliability=one.grade, topics={}) if source.id == one.source else source
            for source in book.sources
        ),
        statements=tuple(
            evolve(said, reliability=None) if said.origin == one.source and said.reliability else said
            for said in book.statements
        ),
    )


def _retracted(book: Casebook, one: Retract) -> Casebook:
    _known(book, "statement", one.statement)
    gone = Standing(is_="retracted")
    return _restated(book, lambda said: evolve(said, standing=gone) if said.id == one.statement else said)


def _withheld(book: Casebook, one: Withhold) -> Casebook:
    _known(book, "source", one.source)
    gone = Standing(is_="retracted")
    return _restated(book, lambda said: evolve(said, standing=gone) if one.source in (said.origin, *said.via) else said)


def _restated(book: Casebook, change: Callable[[Statement], Statement]) -> Casebook:
    return evolve(book, statements=tuple(map(change, book.statements)))


def _established(book: Casebook, one: Establish) -> Casebook:
    _known(book, "source", one.source)
    if one.claim is not None:
        book.claim(one.claim)
    found = Established(source=one.source, because="supposed", claim=one.claim)
    return evolve(book, established=(*book.established, found))


def _dependent(book: Casebook, one: Depend) -> Casebook:
    for source in one.sources:
        _known(book, "source", source)
    more = Dependence(
        id=_free(book.dependences, "supposed"), sources=one.sources, kind="told by", strength=one.strength
    )
    return evolve(book, dependences=(*book.dependences, more))


def _free(records: Iterable[Any], name: str) -> str:
    """A name that none of some records has."""
    taken = {record.id for record in records}
    while name in taken:
        name += "-too"
    return name


def _from_another_prior(book: Casebook, one: Reprior) -> Casebook:
    """The claim's prior, and its rivals' as far as they are stated, or left over when it is."""
    claim = book.claim(one.claim)
    if not 0.0 < one.prior < 1.0:
        raise WrongUse(reason=f"a prior lies between 0 and 1, and is neither; {one.prior:g} was given for {one.claim}")
    question = next((question for question in book.questions if one.claim in question.claims), None)
    if question is None:
        return evolve(book, claims=tuple(evolve(c, prior=one.prior) if c is claim else c for c in book.claims))
    priors = _priors(book, one.claim, question.claims, one.prior, exhaustive=question.exhaustive)
    return evolve(book, claims=tuple(evolve(c, prior=priors[c.id]) if c.id in priors else c for c in book.claims))


def _priors(
    book: Casebook, claim: str, rivals: tuple[str, ...], prior: float, *, exhaustive: bool
) -> Mapping[str, float]:
    family = build(book).families[claim]
    others = 1.0 - family.priors[claim]
    scale = (1.0 - prior) / others
    found = {name: family.priors[name] * scale for name in rivals if name != claim}
    if exhaustive and found:
        last = next(reversed(found))
        found[last] = 1.0 - prior - sum(value for name, value in found.items() if name != last)
    if any(not 0.0 < value < 1.0 for value in found.values()):
        raise WrongUse(reason=f"a prior of {prior:g} for {claim} leaves its rivals no room")
    return {**found, claim: prior}


def _cut(book: Casebook, one: Cut) -> Casebook:
    _known(book, "link", one.link)
    return evolve(book, links=tuple(link for link in book.links if link.id != one.link))


def _added(book: Casebook, one: Add) -> Casebook:
    return book.with_records(*one.records)


def _known(book: Casebook, kind: str, name: str) -> None:
    """Refuse an id that the casebook does not hold."""
    ids = [record.id for record in getattr(book, f"{kind}s")]
    if name not in ids:
        raise UnknownId(place=kind, kind=kind, seen=name, near=nearest(name, [one for one in ids if one]))


_MAKING: Mapping[type, Callable[[Casebook, Any], Casebook]] = {
    Regrade: _regraded,
    Retract: _retracted,
    Withhold: _withheld,
    Establish: _established,
    Depend: _dependent,
    Reprior: _from_another_prior,
    Cut: _cut,
    Add: _added,
}
