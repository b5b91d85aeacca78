"""What if: a casebook after events that nobody recorded, and the scores that it would have."""

from collections.abc import Iterable, Iterator, Mapping

from claimtrack._records import record
from claimtrack.analysis.change_causes import ScoreChanges, explain_change
from claimtrack.errors.base import nearest
from claimtrack.errors.failures import WrongUse
from claimtrack.errors.problems import UnknownId
from claimtrack.history.events import (
    HEAD,
    Added,
    Arranged,
    Corrected,
    Event,
    Graded,
    Happening,
    Retracted,
    others_named,
)
from claimtrack.history.state import KnownRecord, State
from claimtrack.model.casebook import Casebook, Record, collection_of
from claimtrack.model.sources import Grade, Source
from claimtrack.model.statements import Statement
from claimtrack.network.rivals import families_of
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.rescore import rescore

Supposition = Happening | Event | Record
"""Something that might happen: an event without its times and reasons, or with them; a record alone is new."""


@record
class WhatIf:
    """An assessment, and what it would be if something else had happened."""

    happened: tuple[Supposition, ...]
    """What is supposed to have happened, in order."""
    before: Assessment
    """As it is."""
    after: Assessment
    """As it would be."""
    changes: ScoreChanges
    """What would change, in words."""


def what_if(assessment: Assessment, *happened: Supposition) -> WhatIf:
    """What an assessment would be if something else had happened: a grade, a retraction, a new statement.

    Args:
        assessment: the assessment as it is.
        happened: what would have happened, one after the other. A record whose id is there takes the other's place.
            `regrade`, `withhold` and `change_prior` give what takes several events.

    Raises:
        UnknownId: an event is about a record that the casebook does not hold, or names one.
        UnknownClaim: the same of a claim.
        InvalidCasebook: the records contradict each other then.

    Cost: that of `rescore` and of `explain_change`.

    Example:
        >>> from claimtrack import score
        >>> from claimtrack.history.events import Graded
        >>> from claimtrack.model import Claim, Source, Statement
        >>> book = Casebook(
        ...     sources=(Source(id="kim", name="Kim", reliability="C"),),
        ...     claims=(Claim(id="fell", text="The bridge fell."),),
        ...     statements=(Statement(origin="kim", claim="fell", stance="asserts", lineage="witnessed"),),
        ... )
        >>> found = what_if(score(book), Graded(id="kim", grade="A"))
        >>> round(found.after["fell"].probability, 2)
        0.95
    """
    after = rescore(assessment, casebook_after(assessment.network.casebook, *happened))
    return WhatIf(happened=happened, before=assessment, after=after, changes=explain_change(assessment, after))


def casebook_after(casebook: Casebook, *happened: Supposition) -> Casebook:
    """The casebook as it would be after some events that nobody recorded.

    Arguments and exceptions: as `what_if`. Cost: linear in the casebook.

    Example:
        >>> from claimtrack.model import Source
        >>> book = Casebook(sources=(Source(id="kim", name="Kim", reliability="C"),))
        >>> casebook_after(book, Graded(id="kim", grade="A")).source("kim").reliability
        'A'
    """
    concerned = _concerned(happened)
    few = None if concerned is None else _state_of_few(casebook, concerned)
    state = State.of(casebook) if few is None else few
    for one in happened:
        if isinstance(one, Happening | Event):
            _refuse_unknown(state, one.what if isinstance(one, Event) else one)
            one.apply(state)
        else:  # not as an `Added`, which would lose its confidential fields
            collection = collection_of(one)
            state.add(collection, getattr(one, "id", None) or _free_key(state, collection), one)
    if few is None:
        return state.casebook()
    return casebook.with_records(*(item for name in concerned or () for _, item in few.records(name)))


def _concerned(happened: Iterable[Supposition]) -> Mapping[str, set[str]] | None:
    """The ids of the records that would change, by collection; None if others could change too."""
    found: dict[str, set[str]] = {}
    for one in happened:
        what = one.what if isinstance(one, Event) else one
        if isinstance(what, Graded | Corrected | Retracted):
            for collection, name in ((what.collection, what.id), *others_named(what)):
                found.setdefault(collection, set()).add(name)
        elif isinstance(what, Happening) or getattr(what, "id", "") is None:
            return None
        else:
            found.setdefault(collection_of(what), set())
    return None if HEAD in found else found


def _state_of_few(casebook: Casebook, concerned: Mapping[str, set[str]]) -> State | None:
    """The state of a case as far as some records go, which is soon made; None if one of them is not there."""
    state = State()
    for collection, names in concerned.items():
        for item in casebook.collection(collection) if names else ():
            if (name := getattr(item, "id", None)) in names:
                state.collections[collection][name] = KnownRecord(item)
        if len(state.collections[collection]) < len(names):
            return None
    return state


def _free_key(state: State, collection: str) -> str:
    """The key of the next record of a collection that has no id of its own."""
    rows = state.collections[collection]
    place = len(rows)
    while f"{collection}-{place}" in rows:
        place += 1
    return f"{collection}-{place}"


def _refuse_unknown(state: State, what: Happening) -> None:
    """Refuse what is about a record that is not there, or names one; a replay would pass over it in silence."""
    is_of_one = what.collection != HEAD and not isinstance(what, Added | Arranged)
    for collection, name in (*([(what.collection, what.id)] if is_of_one else []), *others_named(what)):
        if name not in state.collections[collection]:
            if collection == "claims":
                state.casebook().claim(name)
            kind = collection.removesuffix("s")
            raise UnknownId(place=kind, kind=kind, seen=name, near=nearest(name, state.collections[collection]))


def regrade(casebook: Casebook, source: str, grade: Grade | None) -> tuple[Happening, ...]:
    """What has to happen for a source to have one grade for every topic and in every statement.

    Raises:
        UnknownId: the casebook does not hold the source.
    """
    mine = (said for said in casebook.statements if said.origin == source)
    return tuple(regrade_source(casebook.source(source), mine, grade))


def regrade_source(source: Source, said: Iterable[Statement], grade: Grade | None) -> Iterator[Happening]:
    """What has to happen for a source to have one grade, given its statements."""
    yield Graded(id=source.id, grade=grade)
    yield from (Graded(id=source.id, grade=None, topic=topic) for topic in source.topics)
    for one in said:
        if one.reliability is not None:
            yield Corrected(collection="statements", id=one.id or "", changes={"reliability": None})


def withhold(casebook: Casebook, source: str) -> tuple[Retracted, ...]:
    """What has to happen for nothing to count that a source said or passed on.

    Raises:
        UnknownId: the casebook does not hold the source.
    """
    casebook.source(source)
    said = (one for one in casebook.statements if source in (one.origin, *one.relays))
    return tuple(Retracted(id=one.id or "") for one in said)


def change_prior(casebook: Casebook, claim: str, prior: float) -> tuple[Corrected, ...]:
    """What has to happen for a claim to start from another prior: its rivals' shrink or grow in proportion.

    Args:
        casebook: the casebook.
        claim: id of the claim.
        prior: in (0, 1).

    Raises:
        UnknownClaim: the casebook does not hold the claim.
        WrongUse: the prior is not in (0, 1), or leaves the rivals no room.
    """
    book, priors = casebook, {casebook.claim(claim).id: prior}
    if not 0.0 < prior < 1.0:
        raise WrongUse(reason=f"a prior lies between 0 and 1, and is neither; {prior:g} was given for {claim}")
    question = next((question for question in book.questions if claim in question.claims), None)
    if question is not None:
        priors |= _rivals_priors(book, claim, question.claims, prior, exhaustive=question.exhaustive)
    return tuple(Corrected(collection="claims", id=name, changes={"prior": value}) for name, value in priors.items())


def _rivals_priors(
    book: Casebook, claim: str, rivals: tuple[str, ...], prior: float, *, exhaustive: bool
) -> Mapping[str, float]:
    """The priors of the rivals; where one rival must be true, the last has what is left, so that they add up to 1."""
    family = families_of(book, {one.id: one for one in book.claims})[claim]
    scale = (1.0 - prior) / (1.0 - family.priors[claim])
    found = {name: family.priors[name] * scale for name in rivals if name != claim}
    if exhaustive and found:
        last = next(reversed(found))
        found[last] = 1.0 - prior - sum(value for name, value in found.items() if name != last)
    if any(not 0.0 < value < 1.0 for value in found.values()):
        raise WrongUse(reason=f"a prior of {prior:g} for {claim} leaves its rivals no room")
    return found
