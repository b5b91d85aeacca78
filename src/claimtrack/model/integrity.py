"""The rules between the records of a casebook; every broken rule is a problem with its place."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from math import fsum
from typing import Any, NamedTuple

from claimtrack._records import evolve, without_texts
from claimtrack.dates import PartialDate
from claimtrack.errors.base import nearest
from claimtrack.errors.problems import (
    AfterCutoff,
    ClaimInTwoQuestions,
    DuplicateId,
    MoreProblems,
    NoRoomForRivals,
    NotAnExhibit,
    OpinionAsRival,
    Problem,
    RivalsNotOne,
    RivalsOverOne,
    SourceTwiceInChain,
    TooFew,
    UnknownId,
)
from claimtrack.model.claims import Claim, Link, Question
from claimtrack.model.documents import Document
from claimtrack.model.notes import Note
from claimtrack.model.sources import EXHIBIT_KINDS, Dependence, Established, Source
from claimtrack.model.statements import Statement

KINDS = ("source", "question", "claim", "statement", "link", "dependence", "document")
"""The kinds of record that have ids."""

_KINDS_MEANT = {"id": KINDS, "exhibit": ("document", "source")}

_SLACK = 1e-9
_MOST_HINTS = 50
_MOST_PROBLEMS = 10_000


class Parts(NamedTuple):
    """The collections whose records are held against each other; None stands for a record that could not be made."""

    cutoff: PartialDate | None
    sources: Sequence[Source | None]
    questions: Sequence[Question | None]
    claims: Sequence[Claim | None]
    statements: Sequence[Statement | None]
    links: Sequence[Link | None]
    dependences: Sequence[Dependence | None]
    established: Sequence[Established | None]
    documents: Sequence[Document | None]
    notes: Sequence[Note | None]

    def __repr__(self) -> str:
        return without_texts(self)


def kinds_of(kind: str) -> tuple[str, ...]:
    """The kinds of record that a reference can name: `id` stands for any, `exhibit` for documents and sources."""
    return _KINDS_MEANT.get(kind, (kind,))


Ids = Mapping[str, Collection[str]]
"""For each kind, the ids that are known, in the order of the casebook."""


def known_ids(parts: Parts, more: Mapping[str, Iterable[str]]) -> tuple[Ids, list[Problem]]:
    """The ids of each kind, and a problem for each duplicate.

    Args:
        parts: the collections.
        more: ids of records that could not be made, by kind, so that a reference to one is not reported again.
    """
    found: dict[str, Collection[str]] = {}
    problems: list[Problem] = []
    for kind in KINDS:
        items = getattr(parts, f"{kind}s")
        lost = tuple(more.get(kind, ()))
        ids = [item.id for item in items if item is not None and item.id is not None]
        found[kind] = dict.fromkeys((*lost, *ids) if lost else ids)
        if len(found[kind]) < len(lost) + len(ids):
            problems += _duplicates(items, f"{kind}s", lost)
    return found, problems


def _duplicates(items: Sequence[Any], collection: str, lost: Iterable[str]) -> Iterator[Problem]:
    places = dict.fromkeys(lost, collection)
    for position, item in enumerate(items):
        if item is not None and item.id is not None:
            place = f"{collection}[{position}]"
            first = places.setdefault(item.id, place)
            if first is not place:
                yield DuplicateId(place=f"{place}.id", seen=item.id, first=first)


def find_problems(parts: Parts, more: Mapping[str, Iterable[str]] | None = None) -> list[Problem]:
    """A problem for every broken rule between the records, up to ten thousand; `more` as in `known_ids`.

    Cost: linear in the records.
    """
    found, problems = known_ids(parts, more or {})
    broken = chain(problems, _broken(parts, found))
    problems = list(islice(broken, _MOST_PROBLEMS))
    problems += [MoreProblems(place=problem.place) for problem in islice(broken, 1)]
    return _with_hints(problems, found)


def fit(parts: Parts, ids: Ids) -> bool:
    """Whether some records break no rule, given the ids of all that there are.

    Args:
        parts: records that are new or were changed; no claims or questions, which bear on each other, and no exhibits,
            which are held against the kinds of all sources.
        ids: for each kind, each id.

    Cost: linear in these records.
    """
    return next(_broken(parts, ids), None) is None


def _broken(parts: Parts, found: Ids) -> Iterator[Problem]:
    rules = (_questions, _statements, _links, _dependences, _established, _notes)
    return chain.from_iterable(rule(parts, found) for rule in rules)


def _with_hints(problems: list[Problem], found: Ids) -> list[Problem]:
    """The problems, the first unknown ids with a suggestion; looking for one for each of thousands takes too long."""
    left = _MOST_HINTS
    for place, problem in enumerate(problems):
        if isinstance(problem, UnknownId) and left:
            left -= 1
            known = chain.from_iterable(found[kind] for kind in kinds_of(problem.kind))
            problems[place] = evolve(problem, near=nearest(problem.seen, known))
    return problems


def _unknown(place: str, kind: str, seen: str) -> UnknownId:
    return UnknownId(place=place, kind=kind, seen=seen)


def _questions(parts: Parts, found: Ids) -> Iterator[Problem]:
    claims = {claim.id: claim for claim in parts.claims if claim is not None}
    first: dict[str, str] = {}
    for position, question in enumerate(parts.questions):
        if question is None:
            continue
        place = f"questions[{position}]"
        for rank, claim in enumerate(question.claims):
            at = f"{place}.claims[{rank}]"
            if claim not in found["claim"]:
                yield _unknown(at, "claim", claim)
            elif claim in first:
                yield ClaimInTwoQuestions(place=at, seen=claim, first=first[claim])
            elif claim in claims and claims[claim].kind == "opinion":
                yield OpinionAsRival(place=at, seen=claim)
            first.setdefault(claim, place)
        yield from _priors(question, place, claims)


def _priors(question: Question, place: str, claims: Mapping[str, Claim]) -> Iterator[Problem]:
    if not all(claim in claims for claim in question.claims):
        return
    if question.exhaustive and len(set(question.claims)) == 1:
        yield TooFew(place=f"{place}.claims", seen=1, expected="at least 2 where the question is exhaustive")
        return
    priors = [claims[claim].prior for claim in dict.fromkeys(question.claims)]
    total = fsum(prior for prior in priors if prior is not None)
    if total > 1.0 + _SLACK:
        yield RivalsOverOne(place=place, total=total)
    elif None in priors and total >= 1.0 - _SLACK:
        yield NoRoomForRivals(place=place, total=total)
    elif None not in priors and question.exhaustive and abs(total - 1.0) > _SLACK:
        yield RivalsNotOne(place=place, total=total)


def _statements(parts: Parts, found: Ids) -> Iterator[Problem]:
    sources, claims, documents, statements = (found[kind] for kind in ("source", "claim", "document", "statement"))
    cutoff, kinds = parts.cutoff, {one.id: one.kind for one in parts.sources if one is not None}
    for position, item in enumerate(parts.statements):
        if item is None:
            continue
        if item.origin not in sources:
            yield _unknown(f"statements[{position}].origin", "source", item.origin)
        if item.claim not in claims:
            yield _unknown(f"statements[{position}].claim", "claim", item.claim)
        if item.document is not None and item.document not in documents:
            yield _unknown(f"statements[{position}].document", "document", item.document)
        if item.via and not _is_chain(item, sources):
            yield from _chain(item, f"statements[{position}].via", found)
        if item.exhibits:
            yield from _exhibits(item, f"statements[{position}].exhibits", found, kinds)
        if item.standing.by is not None and item.standing.by not in statements:
            yield _unknown(f"statements[{position}].standing.by", "statement", item.standing.by)
        if cutoff is not None:
            yield from _after(item, cutoff, f"statements[{position}]")


def _is_chain(statement: Statement, sources: Collection[str]) -> bool:
    """Whether the relays of a statement are known, and each stands in its chain once."""
    relays = {relay.source for relay in statement.via}
    return (
        len(relays) == len(statement.via) and statement.origin not in relays and all(map(sources.__contains__, relays))
    )


def _chain(statement: Statement, place: str, found: Ids) -> Iterator[Problem]:
    seen = {statement.origin}
    for rank, relay in enumerate(statement.relays):
        if relay not in found["source"]:
            yield _unknown(f"{place}[{rank}]", "source", relay)
        elif relay in seen:
            yield SourceTwiceInChain(place=f"{place}[{rank}]", seen=relay, is_origin=relay == statement.origin)
        seen.add(relay)


def _exhibits(statement: Statement, place: str, found: Ids, kinds: Mapping[str, str]) -> Iterator[Problem]:
    """Where a document and a source have the same id, the source is meant if it can be an exhibit."""
    seen: set[str] = set()
    for rank, exhibit in enumerate(statement.exhibits):
        at, kind = f"{place}[{rank}]", kinds.get(exhibit)
        if exhibit not in found["document"] and exhibit not in found["source"]:
            yield _unknown(at, "exhibit", exhibit)
        elif exhibit not in found["document"] and kind is not None and kind not in EXHIBIT_KINDS:
            yield NotAnExhibit(place=at, seen=exhibit, kind=kind)
        elif exhibit in seen:
            yield DuplicateId(place=at, seen=exhibit, first=place)
        seen.add(exhibit)


def _after(statement: Statement, cutoff: PartialDate, place: str) -> Iterator[Problem]:
    for field in ("observed", "stated", "published"):
        when: PartialDate | None = getattr(statement, field)
        if when is not None and cutoff.surely_before(when):
            yield AfterCutoff(place=f"{place}.{field}", seen=str(when), cutoff=str(cutoff))


def _links(parts: Parts, found: Ids) -> Iterator[Problem]:
    for position, link in enumerate(parts.links):
        if link is None:
            continue
        if link.from_claim not in found["claim"]:
            yield _unknown(f"links[{position}].from", "claim", link.from_claim)
        if link.to_claim not in found["claim"]:
            yield _unknown(f"links[{position}].to", "claim", link.to_claim)


def _dependences(parts: Parts, found: Ids) -> Iterator[Problem]:
    for position, dependence in enumerate(parts.dependences):
        if dependence is None:
            continue
        seen: set[str] = set()
        for rank, source in enumerate(dependence.sources):
            place = f"dependences[{position}].sources[{rank}]"
            if source not in found["source"]:
                yield _unknown(place, "source", source)
            elif source in seen:
                yield DuplicateId(place=place, seen=source, first=f"dependences[{position}]")
            seen.add(source)


def _established(parts: Parts, found: Ids) -> Iterator[Problem]:
    for position, item in enumerate(parts.established):
        if item is None:
            continue
        if item.source not in found["source"]:
            yield _unknown(f"established[{position}].source", "source", item.source)
        if item.claim is not None and item.claim not in found["claim"]:
            yield _unknown(f"established[{position}].claim", "claim", item.claim)


def _notes(parts: Parts, found: Ids) -> Iterator[Problem]:
    for position, note in enumerate(parts.notes):
        if note is None or note.about is None or any(note.about in found[kind] for kind in KINDS):
            continue
        yield _unknown(f"notes[{position}].about", "id", note.about)
