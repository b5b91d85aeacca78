"""Hindsight: a casebook of the past as it may be shown now, since what must be protected now was not always."""

from claimtrack._record import evolve
from claimtrack.model.casebook import SHELVES, Casebook
from claimtrack.model.history.folding import Fold
from claimtrack.model.history.shelves import Shelves, without_strays
from claimtrack.model.records import Source

__all__ = ["as_seen_now", "still_protected"]

_GONE_WITH_IT = ("claims", "documents", "links", "established", "notes")
"""What is left out once it was removed. Questions and dependences that were known stay: they only lower support."""


def as_seen_now(then: Casebook, now: Casebook, fold: Fold) -> Casebook:
    """A casebook of the past in which everything is protected that is protected now.

    Sources have the protection, descriptor and private fields that they have now, or that those have into whom they
    were merged; statements have the terms of now. What was removed since is left out: it may have been removed to
    protect somebody. Only then is a casebook of the past fit to be projected for the public.

    Args:
        then: what was known at some time.
        now: what is known now, with private fields.
        fold: what is known now, as events made it.

    Raises:
        InvalidCasebook: what is left contradicts itself.

    Cost: linear in the records.
    """
    sources = {source.id: source for source in now.sources}
    terms = {statement.id: statement.terms for statement in now.statements}
    shelves: Shelves = {shelf: getattr(then, shelf) for shelf in SHELVES}
    for shelf in _GONE_WITH_IT:
        here = {getattr(row, "id", row) for row in getattr(now, shelf)}
        shelves[shelf] = tuple(row for row in shelves[shelf] if getattr(row, "id", row) in here)
    shelves["sources"] = tuple(
        _as_now(source, sources[root]) for source in then.sources if (root := fold.root(source.id)) in sources
    )
    shelves["statements"] = tuple(
        evolve(statement, terms=terms[statement.id]) for statement in then.statements if statement.id in terms
    )
    return evolve(then, **without_strays(shelves))


def still_protected(then: Casebook, now: Casebook) -> Casebook:
    """A casebook of the past, to guard what is shown now: what has been opened since is as open as it is now.

    What is not part of the case any more is as it was then, so that it stays protected.

    Cost: linear in the records.
    """
    shelves: Shelves = {shelf: getattr(then, shelf) for shelf in SHELVES}
    for shelf in ("sources", "statements"):
        known = {row.id: row for row in getattr(now, shelf)}
        shelves[shelf] = tuple(known.get(row.id, row) for row in shelves[shelf])
    return evolve(then, **without_strays(shelves))


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
