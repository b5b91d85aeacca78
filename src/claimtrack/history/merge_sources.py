"""Steps from the records of a case to a casebook: merge sources that are one, and drop what refers to nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

from claimtrack._records import evolve
from claimtrack.model.sources import EXHIBIT_KINDS, Confidential, Source
from claimtrack.model.statements import Relay, Statement

Collections = dict[str, tuple[Any, ...]]
"""The records of a casebook by collection."""


def same_sources(
    collections: Collections, same: Mapping[str, str], moved: Mapping[str, Mapping[str, str]]
) -> Collections:
    """Merge the sources that are one and the same, everywhere in a case.

    The source that stays keeps its own grade; the names of the others become its aliases, and it is protected if any
    of them is. No chain names a source twice. A dependence between sources that are now one is dropped.

    Args:
        collections: the collections by name.
        same: for each source that was merged, the one that stays.
        moved: for each statement that a split moved, the new source by the old one; this comes before the mergers.

    Cost: linear in the records.
    """

    def one(source: str) -> str:
        return same.get(source, source)

    can_be_examined = {row.id for row in collections["sources"] if row.kind in EXHIBIT_KINDS}
    examined = {name: one(name) if one(name) in can_be_examined else None for name in can_be_examined}
    statements = tuple(
        _statement(row, same, moved.get(row.id, {}), examined)
        if row.id in moved or any(name in same for name in (row.origin, *row.relays, *row.exhibits))
        else row
        for row in collections["statements"]
    )
    dependences = [
        evolve(row, sources=tuple(dict.fromkeys(map(one, row.sources)))) if any(s in same for s in row.sources) else row
        for row in collections["dependences"]
        if len({one(source) for source in row.sources}) > 1
    ]
    established = (
        evolve(row, source=one(row.source)) if row.source in same else row for row in collections["established"]
    )
    sources = {row.id for row in collections["sources"]}
    others = {row.id for name, rows in collections.items() if name != "sources" for row in rows if hasattr(row, "id")}
    notes = (
        evolve(row, about=one(row.about)) if row.about in same and row.about in sources - others else row
        for row in collections["notes"]
    )
    return collections | {
        "sources": _sources(collections["sources"], same),
        "statements": statements,
        "dependences": tuple(dependences),
        "established": tuple(established),
        "notes": tuple(notes),
    }


def _statement(
    row: Statement, same: Mapping[str, str], moved: Mapping[str, str], examined: Mapping[str, str | None]
) -> Statement:
    """A statement with its origin, relays and exhibits as splits and mergers leave them.

    Of relays that are one, the first stays, with its interest. What turns out to be a person or a body is no exhibit.
    """

    def now(source: str) -> str:
        split = moved.get(source, source)
        return same.get(split, split)

    origin, via = now(row.origin), dict[str, Relay]()
    for relay in row.via:
        via.setdefault(now(relay.source), relay)
    return evolve(
        row,
        origin=origin,
        via=tuple(evolve(relay, source=source) for source, relay in via.items() if source != origin),
        exhibits=tuple(
            name
            for name in dict.fromkeys(examined.get(exhibit, exhibit) for exhibit in row.exhibits)
            if name is not None
        ),
    )


def _sources(rows: tuple[Source, ...], same: Mapping[str, str]) -> tuple[Source, ...]:
    """The sources that stay, each with the names of those that were merged into it."""
    here = {row.id for row in rows}
    mine: dict[str, list[Source]] = {}
    for row in rows:
        if same.get(row.id, row.id) in here - {row.id}:
            mine.setdefault(same[row.id], []).append(row)
    gone = {row.id for others in mine.values() for row in others}
    return tuple(_with_names(row, mine.get(row.id, [])) for row in rows if row.id not in gone)


def _together(private: list[Confidential]) -> Confidential | None:
    """The private fields of merged sources together: nothing that was private in one of them may become public."""
    if len(private) < 2:  # noqa: PLR2004
        return private[0] if private else None
    names = [one.name for one in private if one.name]
    return Confidential(
        name=names[0] if names else None,
        contact="\n".join([*names[1:], *(one.contact for one in private if one.contact)]) or None,
        place=next((one.place for one in private if one.place), None),
        note="\n".join(text for one in private for text in (one.place, one.note) if text) or None,
    )


def _with_names(source: Source, others: list[Source]) -> Source:
    if not others:
        return source
    names = dict.fromkeys((*source.aliases, *(name for other in others for name in (other.name, *other.aliases))))
    return evolve(
        source,
        aliases=tuple(name for name in names if name != source.name),
        protected=source.protected or any(other.protected for other in others),
        confidential=_together([one.confidential for one in (source, *others) if one.confidential is not None]),
    )


def without_strays(collections: Collections) -> Collections:
    """Drop the records that refer to one that is missing. Cost: linear in the records."""
    ids = {collection: {row.id for row in rows if hasattr(row, "id")} for collection, rows in collections.items()}
    sources, claims, documents = ids["sources"], ids["claims"], ids["documents"]
    exhibits = documents | {row.id for row in collections["sources"] if row.kind in EXHIBIT_KINDS}
    said = [
        evolve(
            row,
            document=row.document if row.document in documents else None,
            exhibits=tuple(exhibit for exhibit in row.exhibits if exhibit in exhibits),
        )
        for row in collections["statements"]
        if row.claim in claims and sources.issuperset((row.origin, *row.relays))
    ]
    here = {row.id for row in said}
    statements = tuple(
        row
        if row.standing.by is None or row.standing.by in here
        else evolve(row, standing=evolve(row.standing, by=None))
        for row in said
    )
    asked = (_asked(row, tuple(name for name in row.claims if name in claims)) for row in _some(collections, claims))
    kept = collections | {
        "statements": statements,
        "questions": tuple(asked),
        "links": tuple(row for row in collections["links"] if claims.issuperset((row.from_claim, row.to_claim))),
        "dependences": tuple(row for row in collections["dependences"] if sources.issuperset(row.sources)),
        "established": tuple(
            row
            for row in collections["established"]
            if row.source in sources and (row.claim is None or row.claim in claims)
        ),
    }
    known = {row.id for rows in kept.values() for row in rows if hasattr(row, "id")}
    kept["notes"] = tuple(row for row in collections["notes"] if row.about is None or row.about in known)
    return kept


def _some(collections: Collections, claims: set[str]) -> Iterable[Any]:
    """The questions that have at least one of their claims left."""
    return (row for row in collections["questions"] if not claims.isdisjoint(row.claims))


def _asked(question: Any, claims: tuple[str, ...]) -> Any:  # noqa: ANN401
    """A question with the claims that are left; with one missing, nobody knows that exactly one is true."""
    return question if claims == question.claims else evolve(question, claims=claims, exhaustive=False)
