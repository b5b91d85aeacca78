"""Audiences: the public casebook as a projection of the whole one, made before anything else looks at it.

What is dropped or relabelled follows from what is public alone, so that nothing confidential can move a byte:

- statements off the record are gone, and with them every source, document and lone claim that nothing
  public speaks of;
- protected sources, and what is said on background or deep background, stand under labels (`Source 1`),
  numbered by first appearance, with the descriptor where there is one;
- statements, links and dependences get positional ids, since ids can tell names and gaps can tell counts;
- free text that names a labelled source names its label instead;
- when we met a protected source, where we wrote it down, and notes about it are left out;
- the analyst's remarks on sources and claims, deception checks, waivers, and who wrote a note stay in the house.
"""

import hmac
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Literal

from claimtrack._record import evolve, record
from claimtrack.errors import NotOneOf, nearest
from claimtrack.model.casebook import Audience, Casebook
from claimtrack.model.records import (
    Claim,
    Dependence,
    Document,
    Established,
    Link,
    Note,
    Source,
    Standing,
    Statement,
)

__all__ = ["for_audience"]

_AUDIENCES: tuple[Audience, ...] = ("internal", "public")
_WITHHELD = "the reason is withheld to protect the source"
_SHORTEST_ID, _SHORTEST_NAME = 3, 2
_FOR_THE_DESK = {"deception check", "waiver"}
_UNSPACED = (
    "ARABIC",
    "CJK",
    "HANGUL",
    "HEBREW",
    "HIRAGANA",
    "KATAKANA",
    "KHMER",
    "LAO",
    "MYANMAR",
    "THAI",
    "TIBETAN",
)
"""Scripts in which a word may have another right beside it: no spaces, particles, prefixes."""
_UNHEARD = {"Mn", "Cf"}
_WORD = re.compile(r"[^\W_]+")

Part = Literal["named", "labelled", "deep"]
"""How a source appears: by name, under a label with its descriptor, or under a label alone."""
_PARTS: tuple[Part, ...] = ("named", "labelled", "deep")


@record
class _Projection:
    """What the projection decided, before any record is rewritten."""

    book: Casebook
    statements: tuple[tuple[Statement, Part], ...]
    """The public statements and how their origins appear."""
    main: Mapping[str, Part]
    """How each public source mainly appears."""
    ids: Mapping[tuple[str, Part], str]
    """The public id of each source in each of its parts."""
    labels: Mapping[tuple[str, Part], str]
    """The label of each source in each part that has one."""
    clean: Callable[[str], str]
    """Free text with labels for names and ids."""
    names_nobody: Callable[[str], bool]
    """Whether a text is free of the names of hidden sources; ids, which are common words, do not count."""


def for_audience(casebook: Casebook, audience: str, *, key: str | None = None) -> Casebook:
    """The casebook as an audience may see it; for `internal` it is the casebook itself.

    The public projection is a casebook like any other: everything after it sees only the projection.
    Projecting a projection changes nothing.

    Args:
        casebook: the whole casebook.
        audience: `internal` or `public`.
        key: makes other labels for each key, so that two exports cannot be joined by their labels.
            Same casebook and key, same labels.

    Raises:
        NotOneOf: there is no such audience.

    Cost: linear in the records and in the text of the casebook, for each name that is replaced at once.

    Example:
        >>> from claimtrack.model.records import Claim, Source, Statement
        >>> book = Casebook(
        ...     sources=(Source(id="kim", name="Kim", protected=True, descriptor="a nurse"),),
        ...     claims=(Claim(id="fell", text="The bridge fell."),),
        ...     statements=(Statement(origin="kim", claim="fell", stance="asserts", terms="background"),),
        ... )
        >>> for_audience(book, "public").sources[0].name
        'Source 1'
    """
    if audience not in _AUDIENCES:
        raise NotOneOf(place="audience", seen=audience, allowed=_AUDIENCES, near=nearest(audience, _AUDIENCES))
    if audience == "internal" or (casebook.audience == "public" and key is None):
        return casebook
    return _public(_decided(casebook, key))


def _decided(book: Casebook, key: str | None) -> _Projection:
    sources = {source.id: source for source in book.sources}
    open_ones = [
        (statement, _part(statement, sources[statement.origin]))
        for statement in book.statements
        if statement.terms != "off the record"
    ]
    parts: dict[str, set[Part]] = {}
    for statement, part in open_ones:
        parts.setdefault(statement.origin, set()).add(part)
    main = {name: next(part for part in _PARTS if part in held) for name, held in parts.items()}
    spoken = {(s.origin, s.claim, s.stance) for s, part in open_ones if part == main[s.origin]}
    kept = tuple(
        (statement, part)
        for statement, part in open_ones
        if part == main[statement.origin] or (statement.origin, statement.claim, statement.stance) not in spoken
    )
    for relay in (relay for statement, _ in kept for relay in statement.via):
        main.setdefault(relay, "labelled" if sources[relay].protected else "named")
    ids, labels = _labelled(kept, main, key)
    hidden = {name: labels.get((name, "labelled"), "a source") for name in _hidden(book, main)}
    names_only = _cleaner(_words(book, hidden, ids_too=False))
    return _Projection(
        book=book,
        statements=kept,
        main=main,
        ids=ids,
        labels=labels,
        clean=_cleaner(_words(book, hidden, ids_too=True)),
        names_nobody=lambda text: names_only(text) == text,
    )


def _part(statement: Statement, source: Source) -> Part:
    if statement.terms == "deep background":
        return "deep"
    unsaid = statement.terms == "not agreed" and (source.kind == "person" or source.descriptor is not None)
    return "labelled" if source.protected or unsaid or statement.terms == "background" else "named"


def _hidden(book: Casebook, main: Mapping[str, Part]) -> list[str]:
    """The sources whose names must not be read: the protected ones, and those that never appear by name."""
    return [source.id for source in book.sources if source.protected or main.get(source.id) != "named"]


def _labelled(
    statements: Iterable[tuple[Statement, Part]], main: Mapping[str, Part], key: str | None
) -> tuple[dict[tuple[str, Part], str], dict[tuple[str, Part], str]]:
    """Public ids and labels, in order of first appearance."""
    ids: dict[tuple[str, Part], str] = {}
    labels: dict[tuple[str, Part], str] = {}
    taken = {name for name, part in main.items() if part == "named"}
    for statement, part in statements:
        for name, how in ((statement.origin, part), *((relay, main[relay]) for relay in statement.via)):
            if (name, how) in ids:
                continue
            if how == "named":
                ids[name, how] = name
                continue
            mark = _mark(len(labels) + 1, key)
            labels[name, how] = f"Source {mark}"
            public = f"source-{mark.lower()}"
            while public in taken:
                public += "-x"
            taken.add(public)
            ids[name, how] = public
    return ids, labels


def _mark(place: int, key: str | None) -> str:
    """The number of a label; under a key, letters and digits that only the key can tell."""
    if key is None:
        return str(place)
    return f"{hmac.new(key.encode(), str(place).encode(), sha256).hexdigest()[:8].upper()}"


def _words(book: Casebook, hidden: Mapping[str, str], *, ids_too: bool) -> dict[str, str]:
    """What names each hidden source, and what to put in its place."""
    words: dict[str, str] = {}
    for source in book.sources:
        if source.id in hidden:
            own_id = [source.id] if ids_too and _tells(source) else []
            for name in (*_names(source), *own_id):
                words.setdefault(_folded(name), hidden[source.id])
    return words


def _tells(source: Source) -> bool:
    """Whether the id of a hidden source, found in a text, could tell of it: not where its descriptor says it anyway."""
    public = set(_WORD.findall(_folded(source.descriptor or "")))
    return len(source.id) >= _SHORTEST_ID and not set(_WORD.findall(_folded(source.id))) <= public


def _cleaner(words: Mapping[str, str]) -> Callable[[str], str]:
    """A function that puts other words in the place of some, whatever their case, accents and spacing."""
    if not words:
        return lambda text: text
    labels = {_key(word): words[word] for word in reversed([*words])}
    ways = sorted(words, key=lambda word: (-len(word), word))
    pattern = re.compile("|".join(map(_whole, ways)))

    def clean(text: str) -> str:
        folded, places = _placed(text)
        made, done = [], 0
        for match in pattern.finditer(folded):
            first, last = places[match.start()], places[match.end() - 1] + 1
            while last < len(text) and not _folds(text[last]):
                last += 1
            made += [text[done:first], labels[_key(match[0])]]
            done = last
        return "".join((*made, text[done:]))

    return clean


def _whole(word: str) -> str:
    """The pattern of a folded word that stands alone; where a script has no spaces between words, anywhere."""
    parts = _WORD.findall(word)
    before = "" if _unspaced(parts[0][0]) else r"(?<![^\W_])"
    after = "" if _unspaced(parts[-1][-1]) else r"(?![^\W_])"
    leading, trailing = word[: word.index(parts[0])], word[word.rindex(parts[-1]) + len(parts[-1]) :]
    middle = r"[\W_]+".join(parts)
    return f"(?:{re.escape(leading)})?{before}{middle}{after}(?:{re.escape(trailing)})?"


def _unspaced(character: str) -> bool:
    """Whether a word of this character's script may have others right beside it: no spaces, particles, prefixes."""
    return unicodedata.name(character, "").startswith(_UNSPACED)


def _placed(text: str) -> tuple[str, Sequence[int]]:
    """A text without what may differ between two ways to write a name, and the place that each character had."""
    if text.isascii():
        return text.lower(), range(len(text))
    pairs = [(part, place) for place, character in enumerate(text) for part in _folds(character)]
    return "".join(part for part, _ in pairs), [place for _, place in pairs]


def _folds(character: str) -> str:
    """A character without case, accents and what cannot be seen; often one character, sometimes none or several."""
    apart = unicodedata.normalize("NFKD", character).casefold()
    return "".join(part for part in apart if unicodedata.category(part) not in _UNHEARD)


def _folded(text: str) -> str:
    """A text in which the ways to write one name are the same."""
    return " ".join("".join(map(_folds, text)).split())


def _key(folded: str) -> str:
    return " ".join(_WORD.findall(folded))


def _names(source: Source) -> list[str]:
    """Every string that names a source; its descriptor may be published and is none of them."""
    names = [source.name, *source.aliases]
    if source.confidential is not None:
        names += [name for name in (source.confidential.name, source.confidential.contact) if name]
    public = _folded(source.descriptor or "")
    return [name for name in names if len(_key(_folded(name))) >= _SHORTEST_NAME and _folded(name) != public]


def _public(seen: _Projection) -> Casebook:
    book, clean = seen.book, seen.clean
    names = {statement.id: f"statements-{place}" for place, (statement, _) in enumerate(seen.statements)}
    statements = tuple(_statement(seen, statement, part, names) for statement, part in seen.statements)
    claims = _public_claims(book, {statement.claim for statement in statements})
    documents = {statement.document for statement in statements}
    links = _links(seen, claims)
    return Casebook(
        title=clean(book.title),
        cutoff=book.cutoff,
        policy=book.policy,
        sources=_sources(seen),
        questions=tuple(evolve(question, text=clean(question.text)) for question in book.questions),
        claims=tuple(_claim(clean, claim) for claim in book.claims if claim.id in claims),
        statements=statements,
        links=links,
        dependences=_dependences(seen),
        established=_established(seen, claims),
        documents=tuple(_document(clean, document) for document in book.documents if document.id in documents),
        notes=_notes(seen, claims, documents, names),
        audience="public",
    )


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


def _sources(seen: _Projection) -> tuple[Source, ...]:
    """The public sources in order of first appearance."""
    sources = {source.id: source for source in seen.book.sources}
    topics = {claim.topic for claim in seen.book.claims if claim.topic is not None}
    made = []
    for (name, part), public in seen.ids.items():
        source = sources[name]
        graded = {topic: source.topics[topic] for topic in sorted(source.topics) if topic in topics}
        if part == "named":
            made.append(
                evolve(
                    source,
                    name=seen.clean(source.name),
                    aliases=tuple(map(seen.clean, source.aliases)),
                    descriptor=_cleaned(seen.clean, source.descriptor),
                    note=None,
                    confidential=None,
                )
            )
            continue
        made.append(
            Source(
                id=public,
                name=seen.labels[name, part],
                kind="other",
                reliability=source.reliability,
                topics=graded,
                protected=True,
                descriptor=_descriptor(seen, source) if part == "labelled" else None,
            )
        )
    return tuple(made)


def _descriptor(seen: _Projection, source: Source) -> str | None:
    """What may be published of a source, unless it names a hidden one."""
    text = source.descriptor
    return text if text is not None and seen.names_nobody(text) else None


def _cleaned(clean: Callable[[str], str], text: str | None) -> str | None:
    return None if text is None else clean(text)


def _claim(clean: Callable[[str], str], claim: Claim) -> Claim:
    return evolve(claim, text=clean(claim.text), place=_cleaned(clean, claim.place), note=None)


def _statement(seen: _Projection, statement: Statement, part: Part, names: Mapping[str | None, str]) -> Statement:
    """A public statement: relabelled, and of a hidden origin without what tells when and where we met it."""
    clean = seen.clean
    hidden = part != "named"
    apart = part != seen.main[statement.origin]
    standing = statement.standing
    return evolve(
        statement,
        id=names[statement.id],
        origin=seen.ids[statement.origin, part],
        via=tuple(seen.ids[relay, seen.main[relay]] for relay in statement.via),
        lineage="unknown" if apart else statement.lineage,
        hedge=_cleaned(clean, statement.hedge),
        quote=None if part == "deep" else _cleaned(clean, statement.quote),
        document=None if hidden and not statement.via else statement.document,
        observed=None if hidden else statement.observed,
        stated=None if hidden else statement.stated,
        accessed=None if hidden else statement.accessed,
        standing=Standing(
            is_=standing.is_,
            because=_cleaned(clean, standing.because),
            on=standing.on,
            by=names.get(standing.by) if standing.by is not None else None,
        ),
    )


def _links(seen: _Projection, claims: set[str]) -> tuple[Link, ...]:
    kept = [link for link in seen.book.links if link.from_claim in claims and link.to_claim in claims]
    return tuple(
        evolve(link, id=f"links-{place}", because=_cleaned(seen.clean, link.because)) for place, link in enumerate(kept)
    )


def _dependences(seen: _Projection) -> tuple[Dependence, ...]:
    """Dependences between public sources; those through a source that is gone are drawn together.

    A dependence that is known must not be lost with its go-between: that would invent independence.
    """
    made: list[Dependence] = []
    loose: list[Dependence] = []
    for dependence in seen.book.dependences:
        if all(source in seen.main for source in dependence.sources):
            hidden = any(seen.main[source] != "named" for source in dependence.sources)
            sources = tuple(seen.ids[source, seen.main[source]] for source in dependence.sources)
            because = None if hidden else _cleaned(seen.clean, dependence.because)
            made.append(evolve(dependence, id=None, sources=sources, because=because))
        else:
            loose.append(dependence)
    for joined in _joined(loose):
        members = {source: None for dependence in joined for source in dependence.sources}
        left = tuple(seen.ids[source, seen.main[source]] for source in members if source in seen.main)
        if len(left) > 1:
            strongest = max(joined, key=lambda dependence: dependence.strength)
            made.append(Dependence(sources=left, kind=strongest.kind, strength=strongest.strength))
    return tuple(made)


def _joined(dependences: Iterable[Dependence]) -> list[list[Dependence]]:
    """Dependences that overlap, directly or through others, together; nearly linear."""
    owner: dict[str, int] = {}
    parts: dict[int, list[Dependence]] = {}
    for place, dependence in enumerate(dependences):
        touched = sorted({owner[source] for source in dependence.sources if source in owner})
        parts[place] = [item for part in touched for item in parts.pop(part)] + [dependence]
        for item in parts[place]:
            owner.update(dict.fromkeys(item.sources, place))
    return list(parts.values())


def _established(seen: _Projection, claims: set[str]) -> tuple[Established, ...]:
    return tuple(
        evolve(
            item,
            source=seen.ids[item.source, seen.main[item.source]],
            because=seen.clean(item.because) if seen.main[item.source] == "named" else _WITHHELD,
        )
        for item in seen.book.established
        if item.source in seen.main and (item.claim is None or item.claim in claims)
    )


def _document(clean: Callable[[str], str], document: Document) -> Document:
    return evolve(
        document,
        title=clean(document.title),
        publisher=_cleaned(clean, document.publisher),
        url=_cleaned(clean, document.url),
        archive_url=_cleaned(clean, document.archive_url),
        text=None,
    )


def _notes(
    seen: _Projection, claims: set[str], documents: set[str | None], names: Mapping[str | None, str]
) -> tuple[Note, ...]:
    """Notes about what is public; none about a source that stands under a label, none for the desk alone."""
    about = {name: name for name in claims}
    about |= {question.id: question.id for question in seen.book.questions}
    about |= {name: name for name, part in seen.main.items() if part == "named"}
    about |= {
        statement.id: names[statement.id]
        for statement, part in seen.statements
        if statement.id is not None and part == "named"
    }
    about |= {name: name for name in documents if name is not None}
    return tuple(
        evolve(
            note,
            about=None if note.about is None else about[note.about],
            text=seen.clean(note.text),
            by=None,
        )
        for note in seen.book.notes
        if note.kind not in _FOR_THE_DESK and (note.about is None or note.about in about)
    )
