"""What the checks take for published is what the public casebook prints."""

from collections import Counter

from hypothesis import given

import claimtrack as ct
from claimtrack.privacy.published import published
from claimtrack.testing.generate.strategies import casebooks

_SHOWN = (
    ("questions", ("text",)),
    ("claims", ("text", "place", "topic")),
    ("statements", ("quote", "hedge")),
    ("links", ("because",)),
    ("documents", ("title", "publisher", "url", "archive_url")),
    ("notes", ("text",)),
)


def printed(book: ct.Casebook) -> "Counter[tuple[str, str]]":
    """How many texts of each field the public casebook has, with those of the sources that it names."""
    public = ct.for_audience(book, "public")
    named = [source for source in public.sources if not source.name.startswith("Source ")]
    found = Counter({("casebook", "title"): bool(public.title.strip()), ("sources", "name"): len(named)})
    for collection, fields in _SHOWN:
        for record in getattr(public, collection):
            found.update((collection, field) for field in fields if (getattr(record, field) or "").strip())
    found.update(("statements", "standing") for one in public.statements if (one.standing.because or "").strip())
    found.update(("established", "because") for one in public.established if "withheld" not in one.because)
    return +found


@given(casebooks())
def test_the_texts_that_are_looked_at_are_those_that_are_printed(book: ct.Casebook) -> None:
    """Field by field, as many texts are looked at as the public casebook has."""
    looked = Counter((text.collection, text.field) for text in published(book).texts)
    apart = {("sources", "aliases"), ("sources", "descriptor"), ("dependences", "because")}
    assert {place: count for place, count in looked.items() if place not in apart} == dict(printed(book))


@given(casebooks())
def test_whoever_is_hidden_is_not_named(book: ct.Casebook) -> None:
    """No source is both hidden and named, and the public casebook has the names of those that are named alone."""
    seen = published(book)
    public = {source.id: source.name for source in ct.for_audience(book, "public").sources}
    assert not {source.id for source in seen.hidden} & {source.id for source in seen.named}
    assert {source.id for source in seen.named} == {name for name, shown in public.items() if "Source " not in shown}
