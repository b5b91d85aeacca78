"""Audiences: the public casebook as a projection of the whole one, made before anything else looks at it.

What is dropped or relabelled follows from what is public alone, so that nothing confidential can move a byte:

- statements off the record are gone, and with them every source, document and lone claim that nothing
  public speaks of;
- protected sources, and what is said on background or deep background, stand under labels (`Source 1`),
  numbered by first appearance, with the descriptor where there is one; a person who passed on what a source said
  is met on the same terms;
- statements, links and dependences get positional ids, and so does whatever has an id that names a hidden source;
- free text that names a hidden source names its label instead; a private name never stands anywhere;
- when and where we met a hidden source is left out, and so are notes about it;
- the analyst's remarks on sources and claims, deception checks, who is harmed if it is wrong, waivers, and who wrote a
  note stay in the house.
"""

from collections.abc import Callable, Iterable, Mapping

from claimtrack._records import evolve, record
from claimtrack.errors.base import nearest
from claimtrack.errors.problems import NotOneOf, WrongType
from claimtrack.model.casebook import Audience, Casebook
from claimtrack.model.records import (
    FOR_THE_DESK,
    Claim,
    Dependence,
    Document,
    Established,
    Link,
    Note,
    Question,
    Source,
    Standing,
    Statement,
)
from claimtrack.model.validators import kind_of
from claimtrack.network.groups import join_overlapping
from claimtrack.privacy.labels import Appearance, Appearances, Said, appearances_of
from claimtrack.text.names import replacing

_AUDIENCES: tuple[Audience, ...] = ("internal", "public")
_WITHHELD = "the reason is withheld to protect the source"
_SOMEBODY = "a source"
_SHORTEST_ID = 3

Clean = Callable[[str], str]
"""Free text with labels in the place of names."""


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
    if audience not in _AUDIENCES:
        near = nearest(str(audience), _AUDIENCES)
        raise NotOneOf(place="audience", seen=str(audience), allowed=_AUDIENCES, near=near)
    if key is not None and not isinstance(key, str):
        raise WrongType(place="key", seen=kind_of(key), expected="text")
    if audience == "internal" or (casebook.audience == "public" and key is None):
        return casebook
    public = _public(_Projection.of(casebook, key, like))
    object.__setattr__(public, "audience", "public")
    return public


def public_claims(casebook: Casebook, *, key: str | None = None, like: Casebook | None = None) -> Mapping[str, str]:
    """For each claim of a whole casebook that the public sees, by id: the id under which it does.

    Arguments and cost: as `for_audience`.
    """
    return _Projection.of(casebook, key, like).claims


@record
class _Projection:
    """What was decided before any record is rewritten."""

    book: Casebook
    seen: Appearances
    clean: Clean
    """Text without the names of hidden sources."""
    names_nobody: Callable[[str], bool]
    """Whether a text is free of these names; ids, which are common words, do not count."""
    statement_ids: Mapping[str, str]
    """The public id of each public statement."""
    claims: Mapping[str, str]
    """The public id of each public claim."""
    documents: Mapping[str, str]
    """The public id of each public document."""
    topics: Mapping[str, str]
    """What stands for each topic of a public claim."""

    @classmethod
    def of(cls, book: Casebook, key: str | None, like: Casebook | None) -> "_Projection":
        """Decide on a casebook."""
        seen = appearances_of(book, key, like)
        names, ids = _words(book, seen)
        if like is not None:
            others = _words(like, appearances_of(like, key))
            names, ids = (_labelled_by(mine, theirs) for mine, theirs in zip((names, ids), others, strict=True))
        clean, by_name = replacing(names, ids), replacing(names)
        public = _public_claims(book, {row.statement.claim for row in seen.said})
        claims = [claim.id for claim in book.claims if claim.id in public]
        told_in = {row.statement.document for row in seen.said if not _is_met_hidden(row)}
        documents = [document.id for document in book.documents if document.id in told_in]
        topics = dict.fromkeys(claim.topic for claim in book.claims if claim.id in public and claim.topic is not None)
        return cls(
            book=book,
            seen=seen,
            clean=clean,
            names_nobody=lambda text: by_name(text) == text,
            statement_ids={row.statement.id or "": f"statements-{place}" for place, row in enumerate(seen.said)},
            claims=_neutral(claims, "claims", clean),
            documents=_neutral(documents, "documents", clean),
            topics=_neutral(topics, "topic", clean),
        )

    def maybe(self, text: str | None) -> str | None:
        """Clean text, where there is some."""
        return None if text is None else self.clean(text)


def _is_met_hidden(row: Said) -> bool:
    """Whether whoever we have a statement from is hidden."""
    return row.met[1] != "named"


def _neutral(ids: Iterable[str], kind: str, clean: Clean) -> dict[str, str]:
    """Public ids: each id as it is, or its place where the id itself would name somebody."""
    ids = list(ids)
    return {name: name if clean(name) == name else f"{kind}-{place}" for place, name in enumerate(ids)}


def _words(book: Casebook, seen: Appearances) -> tuple[dict[str, str], dict[str, str]]:
    """What names each hidden source, by name and by id, and what to put in its place; and every private name."""
    names: dict[str, str] = {}
    ids: dict[str, str] = {}
    for source in book.sources:
        part = seen.main.get(source.id)
        if source.protected or part in ("labelled", "deep"):
            label = seen.labels.get((source.id, "labelled")) or seen.labels.get((source.id, "deep"), _SOMEBODY)
            for name in _public_names(source):
                names.setdefault(name, label)
            if len(source.id) >= _SHORTEST_ID:
                ids.setdefault(source.id, label)
        else:
            label = source.name if part == "named" else _SOMEBODY
        for name in _private_names(source):
            names.setdefault(name, label)
    return names, ids


def _labelled_by(mine: Mapping[str, str], theirs: Mapping[str, str]) -> dict[str, str]:
    """The names of two casebooks with their labels; whoever has no label in the one keeps that of the other."""
    return {**mine, **theirs, **{name: label for name, label in mine.items() if label != _SOMEBODY}}


def _public_names(source: Source) -> list[str]:
    """The names of a source in the casebook itself; its descriptor may be published and is none of them."""
    public = (source.descriptor or "").casefold().split()
    return [name for name in (source.name, *source.aliases) if name.casefold().split() != public]


def _private_names(source: Source) -> list[str]:
    """What names a source in its private file: contacts one by one."""
    private = source.confidential
    if private is None:
        return []
    return [name for name in (private.name, *private.contacts) if name and name.strip()]


def _public_claims(book: Casebook, spoken_of: set[str]) -> set[str]:
    """The claims that are in a question, or that something public speaks of, directly or over links."""
    kept = spoken_of | {claim for question in book.questions for claim in question.claims}
    feeds: dict[str, list[str]] = {}
    for link in book.links:
        feeds.setdefault(link.from_claim, []).append(link.to_claim)
    waiting = list(kept)
    while waiting:
        for other in feeds.get(waiting.pop(), ()):
            if other not in kept:
                kept.add(other)
                waiting.append(other)
    return kept


def _public(view: _Projection) -> Casebook:
    book = view.book
    return Casebook(
        title=view.clean(book.title),
        cutoff=book.cutoff,
        policy=book.policy,
        sources=_sources(view),
        questions=_questions(view),
        claims=tuple(_claim(view, claim) for claim in book.claims if claim.id in view.claims),
        statements=tuple(_statement(view, row) for row in view.seen.said),
        links=_links(view),
        dependences=_dependences(view),
        established=_established(view),
        documents=tuple(_document(view, document) for document in book.documents if document.id in view.documents),
        notes=_notes(view),
    )


def _sources(view: _Projection) -> tuple[Source, ...]:
    """The public sources in order of first appearance."""
    sources = {source.id: source for source in view.book.sources}
    return tuple(_source(view, sources[who[0]], who, public) for who, public in view.seen.ids.items())


def _source(view: _Projection, source: Source, who: Appearance, public: str) -> Source:
    graded = {view.topics[topic]: source.topics[topic] for topic in sorted(source.topics) if topic in view.topics}
    if who[1] == "named":
        return evolve(
            source,
            name=view.clean(source.name),
            aliases=tuple(map(view.clean, source.aliases)),
            descriptor=view.maybe(source.descriptor),
            topics=graded,
            note=None,
            confidential=None,
        )
    shown = who[1] == "labelled" and not view.seen.is_apart(who) and source.descriptor is not None
    return Source(
        id=public,
        name=view.seen.labels[who],
        kind="other",
        reliability=source.reliability,
        topics=graded,
        protected=True,
        descriptor=source.descriptor if shown and view.names_nobody(source.descriptor or "") else None,
    )


def _questions(view: _Projection) -> tuple[Question, ...]:
    ids = _neutral((question.id for question in view.book.questions), "questions", view.clean)
    return tuple(
        evolve(
            question,
            id=ids[question.id],
            text=view.clean(question.text),
            claims=tuple(view.claims[claim] for claim in question.claims),
        )
        for question in view.book.questions
    )


def _claim(view: _Projection, claim: Claim) -> Claim:
    return evolve(
        claim,
        id=view.claims[claim.id],
        text=view.clean(claim.text),
        topic=None if claim.topic is None else view.topics[claim.topic],
        place=view.maybe(claim.place),
        note=None,
    )


def _statement(view: _Projection, row: Said) -> Statement:
    """A public statement; where somebody hidden is behind it, without what tells when and where we met them."""
    statement, seen = row.statement, view.seen
    behind = (row.origin, *row.relays)
    hidden, deep = any(part != "named" for _, part in behind), any(part == "deep" for _, part in behind)
    apart = [who for who in behind if seen.is_apart(who)]
    clean = _cleaner_of(view, apart)
    standing = statement.standing
    return evolve(
        statement,
        id=view.statement_ids[statement.id or ""],
        origin=seen.ids[row.origin],
        via=tuple(seen.ids[relay] for relay in row.relays),
        claim=view.claims[statement.claim],
        lineage="unknown" if apart else statement.lineage,
        hedge=None if deep or statement.hedge is None else clean(statement.hedge),
        quote=None if deep or statement.quote is None else clean(statement.quote),
        document=None if _is_met_hidden(row) or statement.document is None else view.documents[statement.document],
        observed=None if hidden else statement.observed,
        stated=None if hidden else statement.stated,
        accessed=None if hidden else statement.accessed,
        standing=Standing(
            is_=standing.is_,
            because=None if hidden or standing.because is None else clean(standing.because),
            on=None if hidden else standing.on,
            by=view.statement_ids.get(standing.by) if standing.by is not None else None,
        ),
    )


def _cleaner_of(view: _Projection, apart: list[Appearance]) -> Clean:
    """Text without hidden names, and without those of sources that stand by name elsewhere and under a label here."""
    if not apart:
        return view.clean
    sources = {source.id: source for source in view.book.sources}
    labels = {
        name: view.seen.labels[who]
        for who in apart
        if who in view.seen.labels
        for name in _public_names(sources[who[0]])
    }
    also = replacing(labels)
    return lambda text: also(view.clean(text))


def _links(view: _Projection) -> tuple[Link, ...]:
    kept = [k for k in view.book.links if k.from_claim in view.claims and k.to_claim in view.claims]
    return tuple(
        evolve(
            link,
            id=f"links-{place}",
            from_claim=view.claims[link.from_claim],
            to_claim=view.claims[link.to_claim],
            because=view.maybe(link.because),
        )
        for place, link in enumerate(kept)
    )


def _dependences(view: _Projection) -> tuple[Dependence, ...]:
    """Dependences between public sources; those through a source that is gone are drawn together.

    A dependence that is known must not be lost with its go-between: that would invent independence. Where a member
    is hidden, its kind and reason could tell who it is.
    """
    main, made, loose = view.seen.main, [], []
    for dependence in view.book.dependences:
        if not all(source in main for source in dependence.sources):
            loose.append(dependence)
            continue
        hidden = any(main[source] != "named" for source in dependence.sources)
        made.append(
            evolve(
                dependence,
                id=None,
                sources=tuple(view.seen.ids[source, main[source]] for source in dependence.sources),
                kind="shared interest" if hidden else dependence.kind,
                because=None if hidden else view.maybe(dependence.because),
            )
        )
    for joined in join_overlapping(loose):
        members = dict.fromkeys(source for dependence in joined for source in dependence.sources)
        left = tuple(view.seen.ids[source, main[source]] for source in members if source in main)
        if len(left) > 1:
            strength = max(dependence.strength for dependence in joined)
            made.append(Dependence(sources=left, kind="shared interest", strength=strength))
    return tuple(made)


def _established(view: _Projection) -> tuple[Established, ...]:
    """What was found out of sources, where something public is said by them in the same part."""
    main, spoken = view.seen.main, {(row.origin, row.statement.claim) for row in view.seen.said}
    found = []
    for item in view.book.established:
        if item.source not in main:
            continue
        who = (item.source, main[item.source])
        if item.claim is None or (who, item.claim) in spoken:
            because = view.clean(item.because) if who[1] == "named" else _WITHHELD
            claim = None if item.claim is None else view.claims[item.claim]
            found.append(evolve(item, source=view.seen.ids[who], because=because, claim=claim))
    return tuple(found)


def _document(view: _Projection, document: Document) -> Document:
    return evolve(
        document,
        id=view.documents[document.id],
        title=view.clean(document.title),
        publisher=view.maybe(document.publisher),
        url=view.maybe(document.url),
        archive_url=view.maybe(document.archive_url),
        digest=view.maybe(document.digest),
        text=None,
    )


def _notes(view: _Projection) -> tuple[Note, ...]:
    """Notes about what is public; none about a source that stands under a label, none for the desk alone."""
    sources = {source.id for source in view.book.sources}
    questions = _neutral((question.id for question in view.book.questions), "questions", view.clean)
    about: dict[str, str] = {}
    about |= {
        row.statement.id: view.statement_ids[row.statement.id]
        for row in view.seen.said
        if row.statement.id is not None and not any(part != "named" for _, part in (row.origin, *row.relays))
    }
    about |= dict(view.documents) | dict(view.claims) | questions
    about = {name: public for name, public in about.items() if name not in sources}
    about |= {name: name for name, part in view.seen.main.items() if part == "named"}
    return tuple(
        evolve(note, about=None if note.about is None else about[note.about], text=view.clean(note.text), by=None)
        for note in view.book.notes
        if note.kind not in FOR_THE_DESK and (note.about is None or note.about in about)
    )
