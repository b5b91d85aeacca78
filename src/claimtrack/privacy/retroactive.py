"""Retroactive protection: today's redactions applied to casebooks of the past."""

from collections.abc import Iterable

from claimtrack._records import evolve
from claimtrack.history.merge_sources import Collections, without_strays
from claimtrack.history.state import State
from claimtrack.model.casebook import COLLECTIONS, Casebook
from claimtrack.model.sources import Source
from claimtrack.model.statements import Statement, Terms
from claimtrack.privacy.labels import appearances_of
from claimtrack.privacy.redact import Redaction

_GONE_WITH_IT = ("claims", "documents", "links", "established", "notes")
"""The collections whose records go from the past once they are removed.

Questions and dependences stay: they can only lower support.
"""


def redact_past(then: Casebook, now: Redaction, state: State) -> Redaction:
    """The redaction of a casebook of the past for the readers of today, under today's labels.

    Args:
        then: what was known at some time.
        now: the redaction of what is known now, with private fields and all names.
        state: what is known now, as events made it.

    Raises:
        InvalidCasebook: what is left contradicts itself.

    Cost: linear in the records, and what is asked of the redaction.
    """
    return now.alike(as_seen_now(then, now.whole, state) if now.is_public else then)


def redact_earlier(before: Casebook, later: Redaction) -> Redaction:
    """The redaction of an earlier casebook of which no events are known, as a later one hides.

    What was said before has the terms that it has now, so that nothing tells who went off the record since.

    Args:
        before: the earlier casebook.
        later: the redaction of the later one, with the hidden sources of the earlier one.

    Cost: linear in the records, and what is asked of the redactions.
    """
    return later.alike(_on_later_terms(before, later) if later.is_public else before)


def with_hidden_of(before: Casebook, after: Casebook) -> Casebook:
    """A later casebook with the hidden sources of an earlier one that are gone, to be projected for the public.

    Cost: linear in the records.
    """
    here = {source.id for source in after.sources}
    hidden = appearances_of(before).hidden
    gone = (source for source in before.sources if source.id in hidden and source.id not in here)
    return evolve(after, sources=(*after.sources, *(evolve(source, protected=True) for source in gone)))


def with_all_names(book: Casebook, state: State) -> Casebook:
    """The casebook with every name that its hidden sources ever had, to be projected for the public or guarded by.

    Hidden sources have their former names as aliases, and protected sources that were removed are there again, without
    any statement. Such a casebook is never kept or shown as it is.

    Args:
        book: what is known now, with private fields.
        state: the same, as events made it.

    Cost: linear in the records.
    """
    seen = appearances_of(book)
    names: dict[str, dict[str, None]] = {}
    for source, known in state.names.items():
        names.setdefault(state.root(source), {}).update(known)
    sources = [
        _called(source, names.get(source.id, {})) if seen.is_hidden(source) else source for source in book.sources
    ]
    here = {source.id for source in book.sources} | set(state.same)
    gone = (state.collections["sources"][name].now("sources") for name in state.names if name in state.hidden - here)
    sources += [
        evolve(_called(source, names.get(source.id, {})), protected=True)
        for source in gone
        if isinstance(source, Source)
    ]
    return evolve(book, sources=tuple(sources))


def _called(source: Source, names: Iterable[str]) -> Source:
    """A source with other names as aliases."""
    every = dict.fromkeys((*source.aliases, *names))
    return evolve(source, aliases=tuple(name for name in every if name != source.name))


def as_seen_now(then: Casebook, now: Casebook, state: State) -> Casebook:
    """A casebook of the past in which everything is protected that is protected now.

    A source has today's protection, descriptor and private fields, its own or those of the source that it was merged
    into; a statement has today's terms. What has been removed since is left out: it may have been removed to protect a
    source. Only then may a casebook of the past be projected for the public.

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
    collections: Collections = {collection: then.collection(collection) for collection in COLLECTIONS}
    for collection in _GONE_WITH_IT:
        here = {getattr(row, "id", row) for row in now.collection(collection)}
        collections[collection] = tuple(row for row in collections[collection] if getattr(row, "id", row) in here)
    collections["sources"] = tuple(
        _as_now(source, sources[root]) for source in then.sources if (root := state.root(source.id)) in sources
    )
    collections["statements"] = tuple(
        evolve(statement, terms=terms[statement.id]) for statement in then.statements if statement.id in terms
    )
    return evolve(then, **without_strays(collections))


def still_protected(then: Casebook, now: Redaction) -> Redaction:
    """A casebook of the past to guard today's output by: what has been opened since is as open as it is now.

    What is no longer part of the case stays as it was, and so stays protected, and whoever is named now is no secret.

    Cost: linear in the records.
    """
    collections: Collections = {collection: then.collection(collection) for collection in COLLECTIONS}
    for collection in ("sources", "statements"):
        known = {row.id: row for row in getattr(now.whole, collection)}
        collections[collection] = tuple(known.get(row.id, row) for row in collections[collection])
    return now.alike(evolve(then, **without_strays(collections)))


_STRICT: tuple[Terms, ...] = (
    "off the record",
    "deep background",
    "background",
    "not agreed",
    "published",
    "on the record",
)
_Said = tuple[str, tuple[str, ...], str, str]


def _on_later_terms(before: Casebook, later: Redaction) -> Casebook:
    """An earlier casebook in which sources are protected, and statements have the terms, as in a later one."""
    seen = later.appearances
    unseen = seen.hidden - seen.main.keys()
    sources = {source.id: source for source in later.whole.sources}
    by_id = {(one.id, _said(one)): one.terms for one in later.whole.statements}
    strictest: dict[_Said, Terms] = {}
    for one in later.whole.statements:
        said = _said(one)
        strictest[said] = min(one.terms, strictest.get(said, one.terms), key=_STRICT.index)

    def terms(one: Statement) -> Terms:
        said = _said(one)
        if (one.id, said) in by_id:
            return by_id[one.id, said]
        own: Terms = one.terms if unseen.isdisjoint((one.origin, *one.via)) else "off the record"
        return strictest.get(said, own)

    return evolve(
        before,
        sources=tuple(_as_now(one, sources[one.id]) if one.id in sources else one for one in before.sources),
        statements=tuple(evolve(one, terms=terms(one)) for one in before.statements),
    )


def _said(one: Statement) -> _Said:
    return one.origin, one.via, one.claim, one.stance


def _as_now(then: Source, now: Source) -> Source:
    """A source of the past with what protects it today."""
    names = dict.fromkeys((*then.aliases, *now.aliases, now.name))
    return evolve(
        then,
        protected=then.protected or now.protected,
        descriptor=now.descriptor,
        aliases=tuple(name for name in names if name != then.name),
        confidential=now.confidential,
    )
