"""What the public casebook prints: who is hidden in it, and which free text stands in it, by the records it is of."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack._records import record
from claimtrack.model.casebook import Casebook
from claimtrack.model.records import FOR_THE_DESK, Claim, Document, Question, Source
from claimtrack.privacy.labels import Appearances, Said, appearances_of
from claimtrack.privacy.redact import for_audience

_ADDRESSES = ("url", "archive_url")


class Text(NamedTuple):
    """A free text that the public casebook prints, as it stands in the whole one."""

    collection: str
    """The collection of the record, such as `claims`; `casebook` for the whole."""
    id: str
    """The id of the record, or its number where it has none; empty for the whole casebook."""
    field: str
    """The field."""
    text: str
    """The text, before any name is replaced."""

    @property
    def is_address(self) -> bool:
        """Whether it is an address, in which capitals say nothing."""
        return self.field in _ADDRESSES


@record
class Published:
    """How a casebook looks in public."""

    hidden: tuple[Source, ...]
    """The sources whose names the public casebook keeps back: protected, or under a label everywhere."""
    named: tuple[Source, ...]
    """The sources that stand in it by name."""
    texts: tuple[Text, ...]
    """What it prints, empty texts left out."""


def published(book: Casebook) -> Published:
    """How a casebook looks in public.

    Cost: linear in the records and in the text of the casebook.
    """
    seen = appearances_of(book, None)
    named = tuple(source for source in book.sources if seen.main.get(source.id) == "named" and not source.protected)
    texts = tuple(text for text in _texts(book, seen, named) if text.text.strip())
    return Published(hidden=_hidden(book, seen), named=named, texts=texts)


def keeps_names_back(book: Casebook) -> bool:
    """Whether there is any name that the public casebook keeps back. Cost: linear in the records."""
    return any(source.confidential for source in book.sources) or bool(_hidden(book, appearances_of(book, None)))


def _hidden(book: Casebook, seen: Appearances) -> tuple[Source, ...]:
    labelled = {name for name, part in seen.main.items() if part != "named"}
    return tuple(source for source in book.sources if source.protected or source.id in labelled)


def _texts(book: Casebook, seen: Appearances, named: tuple[Source, ...]) -> Iterator[Text]:
    claims = _public_claims(book)
    told_in = {row.statement.document for row in seen.said if row.met[1] == "named"}
    documents = [document for document in book.documents if document.id in told_in]
    yield Text("casebook", "", "title", book.title)
    for source in named:
        yield Text("sources", source.id, "aliases", "\n".join(source.aliases))
    yield from _fields("sources", named, "name")
    yield from _fields("sources", [s for s in book.sources if seen.main.get(s.id, "deep") != "deep"], "descriptor")
    yield from _fields("questions", book.questions, "text")
    yield from _fields("claims", [claim for claim in book.claims if claim.id in claims], "text", "place", "topic")
    for row in seen.said:
        yield from _said(row)
    yield from _reasons(book, seen, claims)
    yield from _fields("documents", documents, "title", "publisher", *_ADDRESSES)
    about = _spoken_of(book, seen, claims | {document.id for document in documents})
    for place, note in enumerate(book.notes):
        if note.kind not in FOR_THE_DESK and (note.about is None or note.about in about):
            yield Text("notes", str(place), "text", note.text)


def _fields(collection: str, records: Iterable[Source | Question | Claim | Document], *fields: str) -> Iterator[Text]:
    return (Text(collection, one.id, field, getattr(one, field) or "") for one in records for field in fields)


def _reasons(book: Casebook, seen: Appearances, claims: frozenset[str]) -> Iterator[Text]:
    """The reasons of links, dependences and what was established; none that could tell who a hidden source is."""
    for place, link in enumerate(book.links):
        if link.from_claim in claims and link.to_claim in claims:
            yield Text("links", link.id or str(place), "because", link.because or "")
    for place, dependence in enumerate(book.dependences):
        if all(seen.main.get(source) == "named" for source in dependence.sources):
            yield Text("dependences", dependence.id or str(place), "because", dependence.because or "")
    spoken = {(row.origin, row.statement.claim) for row in seen.said}
    for place, item in enumerate(book.established):
        who = (item.source, "named")
        if seen.main.get(item.source) == "named" and (item.claim is None or (who, item.claim) in spoken):
            yield Text("established", str(place), "because", item.because)


def _public_claims(book: Casebook) -> frozenset[str]:
    """The claims that stand in the public casebook, where a telling id gives way to a number."""
    kept = {claim.id for claim in for_audience(book, "public").claims}
    known = {claim.id for claim in book.claims}
    return frozenset(known if kept - known else kept)


def _said(row: Said) -> Iterator[Text]:
    """The texts of a statement: less of them the more those behind it are hidden."""
    statement, parts = row.statement, {part for _, part in (row.origin, *row.relays)}
    if "deep" not in parts:
        yield Text("statements", statement.id or "", "quote", statement.quote or "")
        yield Text("statements", statement.id or "", "hedge", statement.hedge or "")
    if parts == {"named"}:
        yield Text("statements", statement.id or "", "standing", statement.standing.because or "")


def _spoken_of(book: Casebook, seen: Appearances, public: frozenset[str]) -> frozenset[str]:
    """The ids of what public notes may be about."""
    sources = {source.id for source in book.sources}
    open_ = {row.statement.id or "" for row in seen.said if {p for _, p in (row.origin, *row.relays)} == {"named"}}
    named = {name for name, part in seen.main.items() if part == "named"}
    return frozenset(((public | open_ | {question.id for question in book.questions}) - sources) | named)
