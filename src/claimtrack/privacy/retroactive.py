"""Retroactive protection: today's redactions applied to casebooks of the past."""

from collections.abc import Iterable, Mapping

from claimtrack._records import evolve
from claimtrack.history.merge_sources import Collections, without_strays
from claimtrack.history.state import State
from claimtrack.model.casebook import COLLECTIONS, Casebook
from claimtrack.model.sources import Confidential, Dependence, Source
from claimtrack.model.statements import Statement, Terms
from claimtrack.privacy.attribution import Heard, heard_in
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
    """A later casebook with the hidden sources of an earlier one, to be projected for the public.

    Those that are gone are there again; those that nothing public names now are protected, if they were not hidden only
    for want of terms. Of those that are named now, the names of before are private.

    Cost: linear in the records.
    """
    was, now = appearances_of(before), appearances_of(after)
    here = {source.id for source in after.sources}
    gone = (source for source in before.sources if source.id in was.hidden and source.id not in here)
    met = {source for source in was.confidential if now.main.get(source) != "named"}
    names = {one.id: dict.fromkeys((one.name, *one.aliases)) for one in before.sources if one.id in was.confidential}

    def hidden_as_before(source: Source) -> Source:
        if source.id in met:
            return evolve(source, protected=True)
        new = {source.name, *source.aliases}
        old = {name: None for name in names.get(source.id, ()) if name not in new}
        return _without_names(source, old) if old else source

    kept = map(hidden_as_before, after.sources)
    return evolve(after, sources=(*kept, *(evolve(source, protected=True) for source in gone)))


def with_all_names(book: Casebook, state: State) -> Casebook:
    """The casebook with every name that its hidden sources ever had, to be projected for the public or guarded by.

    Hidden sources have their former names as aliases, and those that were removed are there again, without any
    statement. A source that was ever heard on terms that hide it is protected, unless it is named by a public statement
    of its own; where such a source was merged into one that is named, its names are private. Such a casebook is never
    kept or shown as it is.

    Args:
        book: what is known now, with private fields.
        state: the same, as events made it.

    Cost: linear in what is known.
    """
    seen = appearances_of(book)
    names: dict[str, dict[str, None]] = {}
    for source, known in state.names.items():
        names.setdefault(state.root(source), {}).update(known)
    merged = {*state.same, *state.same.values()}
    heard = _heard_ever(state)
    telling = heard.hidden - heard.named if merged else heard.hidden
    veiled = {
        source
        for source in telling
        if (source in merged or seen.main.get(source) != "named") and source not in seen.hidden
    }
    private: dict[str, dict[str, None]] = {}
    for source in veiled & merged - {state.root(source) for source in merged}:
        private.setdefault(state.root(source), {}).update(state.names[source])

    def known_now(source: Source) -> Source:
        if source.id in veiled:
            return evolve(_called(source, names.get(source.id, {})), protected=True)
        if seen.is_hidden(source):
            return _called(source, names.get(source.id, {}))
        return _without_names(source, private[source.id]) if source.id in private else source

    here = {source.id for source in book.sources} | set(state.same)
    hidden = state.hidden | telling
    gone = (state.collections["sources"][name].now("sources") for name in state.names if name in hidden - here)
    others = (
        evolve(_called(source, names.get(source.id, {})), protected=True)
        for source in gone
        if isinstance(source, Source)
    )
    return evolve(book, sources=(*map(known_now, book.sources), *others))


def _heard_ever(state: State) -> Heard:
    """How sources were heard in the statements as they stood at any time, and who is named by those that stand now."""
    rows = (known.now(name) for name in ("sources", "documents") for known in state.collections[name].values())
    book = Casebook().with_records(*rows)  # also what was removed
    ids = {source.id for source in book.sources}
    said = [one for one in state.said if ids.issuperset((one.origin, *one.relays))]
    stands = (one for _, one in state.records("statements") if isinstance(one, Statement))
    now = heard_in(book, (one for one in stands if ids.issuperset((one.origin, *one.relays))))
    return Heard(heard_in(book, said).hidden, now.named)


def _without_names(source: Source, private: Mapping[str, None]) -> Source:
    """A source with some of its aliases in its private fields, where they are searched for and never shown."""
    fields = Confidential() if source.confidential is None else source.confidential
    names = [name for name in private if name != source.name]
    return evolve(
        source,
        aliases=tuple(name for name in source.aliases if name not in private),
        confidential=evolve(fields, contact="\n".join([*([fields.contact] if fields.contact else []), *names]) or None),
    )


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
        own: Terms = one.terms if unseen.isdisjoint((one.origin, *one.relays)) else "off the record"
        return strictest.get(said, own)

    open_now = {one.id for one in later.named}

    def as_later(one: Source) -> Source:
        now = sources.get(one.id)
        if now is None:
            return one
        return evolve(_as_now(one, now), protected=now.protected) if one.id in open_now else _as_now(one, now)

    def freed(row: Dependence) -> Dependence:
        """A dependence that ties to hidden sources one that is open now; it keeps its weight."""
        is_old = row.kind == "same person" and not open_now.isdisjoint(row.sources)
        return evolve(row, kind="shared interest") if is_old and not open_now.issuperset(row.sources) else row

    return evolve(
        before,
        sources=tuple(map(as_later, before.sources)),
        statements=tuple(evolve(one, terms=terms(one)) for one in before.statements),
        dependences=tuple(map(freed, before.dependences)),
    )


def _said(one: Statement) -> _Said:
    return one.origin, one.relays, one.claim, one.stance


def _as_now(then: Source, now: Source) -> Source:
    """A source of the past with what protects it today."""
    names = dict.fromkeys((*then.aliases, *now.aliases, now.name))
    private = () if now.confidential is None else now.confidential.contacts  # with names that were merged into it
    return evolve(
        then,
        name=now.name if then.name in private else then.name,
        protected=then.protected or now.protected,
        descriptor=now.descriptor,
        aliases=tuple(name for name in names if name != then.name and name not in private),
        confidential=now.confidential,
    )
