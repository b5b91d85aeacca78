"""A document in which a hidden source was met: its address is not published, and no text of it may name the source."""

import pytest

import claimtrack as ct
from casebooks import fell_and
from claimtrack.checks.publishing import ensure_publishable
from claimtrack.errors.failures import NotPublishable

SOURCES = (
    ct.Source(id="kim", name="Kim Osei", protected=True, descriptor="a nurse"),
    ct.Source(id="post", name="Anse Post", kind="media"),
    ct.Source(id="board", name="Anse board", kind="organisation"),
)
ADDRESS = "https://post.example/nurses"


def book(
    text: str | None, *, by_others: bool = True, anonymous: bool = False, terms: str = "not agreed"
) -> ct.Casebook:
    """A casebook in which a protected nurse speaks in an article that a board may speak in too."""
    hers = ct.Statement(
        origin="kim", via=("post",), claim="fell", stance="asserts", document="page", anonymous=anonymous, terms=terms
    )
    board = ct.Statement(origin="board", claim="fell", stance="asserts", document="page", terms="on the record")
    page = ct.Document(id="page", title="Nurses speak", url=ADDRESS, text=text)
    return fell_and(*SOURCES, hers, *([board] if by_others else []), page)


def test_a_document_that_others_cite_too_is_not_public() -> None:
    """Not even for the others: its address would lead to the hidden source."""
    public = ct.for_audience(book(None), "public")
    assert public.documents == ()
    assert [one.document for one in public.statements] == [None, None]


def test_a_document_that_hides_the_source_itself_is_public() -> None:
    """Where the desk says so, for all who are met in it."""
    public = ct.for_audience(book("It fell, said a nurse.", anonymous=True), "public")
    assert [one.url for one in public.documents] == [ADDRESS]
    ensure_publishable(book("It fell, said a nurse.", anonymous=True))


@pytest.mark.parametrize("way", ["hidden by its text", "off the record"])
def test_a_public_document_whose_text_names_the_source_is_refused(way: str) -> None:
    """Whatever the desk says of it, and also where she was met in it off the record."""
    text = "It fell, said Kim Osei."
    marked = book(text, by_others=False, anonymous=True)
    whole = marked if way == "hidden by its text" else book(text, terms="off the record")
    with pytest.raises(NotPublishable) as caught:
        ensure_publishable(whole)
    assert caught.value.findings == (("CT708", "documents[0].text"),)


@pytest.mark.parametrize("host", ["files.private", "wiki.intra", "db.priv", "nas.localnet"])
def test_an_address_on_a_network_of_ones_own_publishes_nothing(host: str) -> None:
    """Names that only a network of one's own knows are no page that anybody can read."""
    person = ct.Source(id="kim", name="Kim Osei")
    said = ct.Statement(origin="kim", claim="fell", stance="asserts", document="page")
    page = ct.Document(id="page", title="Minutes", url=f"http://{host}/1")
    assert ct.for_audience(fell_and(person, said, page), "public").sources[0].name == "Source 1"
