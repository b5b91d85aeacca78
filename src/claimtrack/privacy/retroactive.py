"""Hindsight: what must be protected now was not always, and was called by other names."""

from collections.abc import Iterable

from claimtrack._records import evolve
from claimtrack.history.merge_sources import Collections, without_strays
from claimtrack.history.state import State
from claimtrack.model.casebook import COLLECTIONS, Casebook
from claimtrack.model.records import Source
from claimtrack.privacy.labels import appearances_of

_GONE_WITH_IT = ("claims", "documents", "links", "established", "notes")
"""What is left out once it was removed. Questions and dependences that were known stay: they only lower support."""


def with_all_names(book: Casebook, state: State) -> Casebook:
    """A casebook as it must be before it is projected for the public or guards what is: every name is known.

    Hidden sources have every name that they ever had as aliases, and protected sources that were removed are there
    again, without any statement. It is not to be kept or shown as it is.

    Args:
        book: what is known now, with private fields.
        state: the same, as events made it.

    Cost: linear in the records.
    """
    main = appearances_of(book, None).main
    names: dict[str, dict[str, None]] = {}
    for source, known in state.names.items():
        names.setdefault(state.root(source), {}).update(known)
    sources = [
        _called(source, names.get(source.id, {}))
        if source.protected or main.get(source.id, "named") != "named"
        else source
        for source in book.sources
    ]
    here = {source.id for source in book.sources} | set(state.same)
    gone = (state.collections["sources"][name].now("sources") for name in state.names if name in state.veiled - here)
    sources += [
        evolve(_called(source, names.get(source.id, {})), protected=True)
        for source in gone
        if isinstance(source, Source)
    ]
    return evolve(book, sources=tuple(sources))


def _called(source: Source, names: Iterable[str]) -> Source:
    """A source by all of its names."""
    every = dict.fromkeys((*source.aliases, *names))
    return evolve(source, aliases=tuple(name for name in every if name != source.name))


def as_seen_now(then: Casebook, now: Casebook, state: State) -> Casebook:
    """A casebook of the past in which everything is protected that is protected now.

    Sources have the protection, descriptor and private fields that they have now, or that those have into whom they
    were merged; statements have the terms of now. What was removed since is left out: it may have been removed to
    protect somebody. Only then is a casebook of the past fit to be projected for the public.

    Args:
        then: what was known at some time.
        now: what is known now, with private fields and all names.
        state: what is known now, as events made it.

    Raises:
        InvalidCasebook: what is left contradicts itself.

    Cost: linear in the records.
    """
    sources = {source.id: source for source in now.sources}
    terms = {statement.id: statement.terms for statement in now.statements}
    collections: Collections = {collection: getattr(then, collection) for collection in COLLECTIONS}
    for collection in _GONE_WITH_IT:
        here = {getattr(row, "id", row) for row in getattr(now, collection)}
        collections[collection] = tuple(row for row in collections[collection] if getattr(row, "id", row) in here)
    collections["sources"] = tuple(
        _as_now(source, sources[root]) for source in then.sources if (root := state.root(source.id)) in sources
    )
    collections["statements"] = tuple(
        evolve(statement, terms=terms[statement.id]) for statement in then.statements if statement.id in terms
    )
    return evolve(then, **without_strays(collections))


def still_protected(then: Casebook, now: Casebook) -> Casebook:
    """A casebook of the past, to guard what is shown now: what has been opened since is as open as it is now.

    What is not part of the case any more is as it was then, so that it stays protected.

    Cost: linear in the records.
    """
    collections: Collections = {collection: getattr(then, collection) for collection in COLLECTIONS}
    for collection in ("sources", "statements"):
        known = {row.id: row for row in getattr(now, collection)}
        collections[collection] = tuple(known.get(row.id, row) for row in collections[collection])
    return evolve(then, **without_strays(collections))


def _as_now(then: Source, now: Source) -> Source:
    """A source with what is known of it now that protects it."""
    names = dict.fromkeys((*then.aliases, *now.aliases, now.name))
    return evolve(
        then,
        protected=then.protected or now.protected,
        descriptor=now.descriptor,
        aliases=tuple(name for name in names if name != then.name),
        confidential=now.confidential,
    )
