"""Parts of hidden names in what is published: replaced in every place and script, and nothing else taken for one."""

from collections.abc import Callable
from typing import Any

import pytest

import claimtrack as ct
from claimtrack.privacy.redact import redact
from scaling import LINEAR, growth


def replaced(book: ct.Casebook) -> list[tuple[str, str]]:
    """Where the public casebook has a label in the place of a name: collection and field."""
    redaction = redact(book)
    replace = redaction.matcher.replace
    return [(text.collection, text.field) for text in redaction.texts if replace(text.text) != text.text]


def noted(
    name: str,
    text: str,
    *,
    kind: str = "person",
    terms: str = "background",
    protected: bool = False,
    descriptor: str | None = None,
) -> ct.Casebook:
    """A casebook with a source of that name, and a note of that text."""
    source = ct.Source(id="src-1", name=name, kind=kind, protected=protected, descriptor=descriptor)  # type: ignore[arg-type]
    return book_of(source, notes=(ct.Note(kind="gap", about="sank", text=text),), terms=terms)


def book_of(*sources: ct.Source, terms: str = "background", **records: object) -> ct.Casebook:
    """A casebook in which the first source speaks on some terms and the log on the record, with more records."""
    log = ct.Source(id="log", name="The log", kind="record")
    kept: dict[str, object] = {
        "claims": (ct.Claim(id="sank", text="The ferry sank."),),
        "statements": (
            ct.Statement(id="s-1", origin="src-1", claim="sank", stance="asserts", terms=terms),  # type: ignore[arg-type]
            ct.Statement(id="s-2", origin="log", claim="sank", stance="asserts", terms="on the record"),
        ),
    }
    return ct.Casebook(sources=(*sources, log), **{**kept, **records})  # type: ignore[arg-type]


FOUND = [
    ("Ulrike Hartmann", "Hartmann saw it."),  # cited in every report
    ("Georgia Roe", "Georgia saw it."),  # a typeface
    ("Fritz Lang", "Write to @lang."),  # an attribute
    ("Ines Roth", "Roth could not say more."),
    ("Ines Roth, pilot", "Could Roth see?"),
    ("Dr. Ines Roth", "We asked Roth."),
    ("Ada Quill-Meyer", "Meyer saw it."),
    ("pilot Ada Quill", "Quill saw it."),
    ("Ada Quill whistleblower", "Quill saw it."),
    ("Ada Quill of Port Anse", "Quill saw it."),
    ("Li Wei", "Li could not say more."),
    ("Mark Baker", "The file that Baker kept."),
    ("محمد الخطيب", "قال الخطيب إن السفينة غرقت"),
    ("محمد الخطيب", "رأى محمد ذلك"),
    ("عمر حسن", "قال حسن"),
    ("李小明", "小明说桥塌了"),
    ("李小明", "李先生说桥塌了"),
    ("李 小明", "小明说桥塌了"),
    ("山田太郎", "山田は見た"),
    ("김영희", "영희가 봤다"),
    ("김영희", "김 씨가 봤다"),
    ("გიორგი მაისურაძე", "თქვა მაისურაძე"),
    ("राम कुमार", "कुमार ने कहा"),
    ("José Núñez", "N&uacute;&ntilde;ez saw it."),
]
LEFT = [
    ("Ines Roth", "The wroth sea; Rothesay; no rother."),
    ("Li Wei", "Limited liability, an alibi and a li."),
    ("Theresa May", "It sank in May."),
    ("Mark Baker", "Mark the place. A mark was left."),
    ("Captain Ines Roth", "The Captain was asked."),
    ("Ludwig van Dorn", "Van hire was closed."),
    ("Anse Hospital nurse", "Near Anse it sank."),
    ("Clerk at Port Anse", "Near Port Anse it sank."),
    ("Witness 3", "Witness accounts differ."),
    ("李小明", "他的行李"),
    ("محمد علي", "وقف على الجسر"),
    ("عمر حسن", "حسنا"),
    ("Ines Roth", "The pilot could not say more."),
]


@pytest.mark.parametrize(("name", "text"), FOUND)
def test_a_part_of_a_hidden_name_is_found(name: str, text: str) -> None:
    """A single name stands in a note that is published, in whatever script and spelling."""
    assert replaced(noted(name, text)) == [("notes", "text")]


@pytest.mark.parametrize(("name", "text"), LEFT)
def test_other_words_are_no_part_of_a_name(name: str, text: str) -> None:
    """Words that only look like a part of a name stay as they are."""
    assert replaced(noted(name, text)) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Vane Lines", "Lines were down. Shipping Lines stopped."),
        ("Ministry of Health", "Health was poor. The Ministry knew."),
        ("Harbour Office", "The Harbour was closed. Office hours."),
        ("Silver Arrow", "Silver was found. An arrow and silver."),
        ("شركة النور", "قالت شركة أخرى إن السفينة غرقت"),
    ],
)
def test_common_words_of_an_organisations_name_are_left(name: str, text: str) -> None:
    """What is a word of bodies, or a word of the casebook in small letters, tells of no organisation."""
    assert replaced(noted(name, text, kind="organisation")) == []


def test_the_name_proper_of_an_organisation_is_found() -> None:
    """Inside a sentence, with its capital."""
    assert replaced(noted("Vane Lines", "We asked Vane about it.", kind="organisation")) == [("notes", "text")]


@pytest.mark.parametrize(
    "source",
    [
        {"terms": "on the record", "protected": True},
        {"terms": "background"},
        {"terms": "deep background"},
        {"terms": "not agreed"},
        {"terms": "not agreed", "kind": "media", "descriptor": "a member of the crew"},
    ],
)
def test_whoever_is_under_a_label_is_hidden(source: dict[str, Any]) -> None:
    """Protected or not: who stands in public under a label must not be told by a surname; who is named may be."""
    book = noted("Ines Roth", "What could Roth see?", **source)
    assert "Ines Roth" not in {one.name for one in ct.for_audience(book, "public").sources}
    assert replaced(book) == [("notes", "text")]
    assert replaced(noted("Ines Roth", "What could Roth see?", terms="on the record")) == []


def test_a_surname_in_the_descriptor_is_found_elsewhere() -> None:
    """What the descriptor of a source tells anyway is still told in other places, and not in the descriptor itself."""
    book = noted("Ada Quill", "Could Quill see?", protected=True, descriptor="Dr Quill's deputy")
    assert replaced(book) == [("notes", "text")]


_ROTH = ct.Source(id="src-1", name="Ines Roth")
_ESTABLISHED = ct.Established(source="log", because="Roth keeps no log.")
_DOCUMENT = ct.Document(id="d-1", title="A page")
_SEEN = (
    ct.Statement(id="s-1", origin="src-1", claim="sank", stance="asserts", terms="background"),
    ct.Statement(id="s-2", origin="log", claim="sank", stance="asserts", terms="on the record", document="d-1"),
)


def _log_says(**fields: object) -> ct.Casebook:
    said = ct.Statement(origin="log", claim="sank", stance="asserts", terms="on the record", **fields)  # type: ignore[arg-type]
    return book_of(_ROTH, statements=(_SEEN[0], said))


def _document(**fields: object) -> ct.Casebook:
    page = {"id": "d-1", "title": "A page", **fields}
    return book_of(_ROTH, statements=_SEEN, documents=(ct.Document(**page),))  # type: ignore[arg-type]


def _claim(**fields: object) -> ct.Casebook:
    claim = {"id": "sank", "text": "The ferry sank.", **fields}
    return book_of(_ROTH, claims=(ct.Claim(**claim),))  # type: ignore[arg-type]


_OTHER = ct.Claim(id="late", text="The ferry was late.")
PLACES = [
    (book_of(_ROTH, title="What Roth saw"), ("casebook", "title")),
    (book_of(_ROTH, questions=(ct.Question(id="q", text="What did Roth see?", claims=("sank",)),)),
     ("questions", "text")),
    (_claim(text="The ferry of Roth sank."), ("claims", "text")),
    (_claim(place="off Roth's jetty"), ("claims", "place")),
    (_claim(topic="the Roth ferry"), ("claims", "topic")),
    (_log_says(quote="Roth was on deck."), ("statements", "quote")),
    (_log_says(hedge="as Roth says"), ("statements", "hedge")),
    (_log_says(standing=ct.Standing(is_="retracted", because="Roth objected.")), ("statements", "standing")),
    (book_of(_ROTH, claims=(ct.Claim(id="sank", text="The ferry sank."), _OTHER), links=(
        ct.Link(from_claim="sank", to_claim="late", sign="supports", because="Roth said so."),)),
     ("links", "because")),
    (book_of(_ROTH, ct.Source(id="tug", name="The tug", kind="record"), statements=(
        *_SEEN, ct.Statement(origin="tug", claim="sank", stance="asserts", terms="on the record")),
        documents=(_DOCUMENT,),
        dependences=(ct.Dependence(sources=("log", "tug"), kind="same owner", because="Roth has both."),)),
     ("dependences", "because")),
    (book_of(_ROTH, established=(_ESTABLISHED,)), ("established", "because")),
    (_document(title="An interview with Roth"), ("documents", "title")),
    (_document(publisher="The Roth press"), ("documents", "publisher")),
    (_document(url="https://gazette.example/roth-speaks"), ("documents", "url")),
    (_document(archive_url="https://archive.example/?u=Ferry%20Roth"), ("documents", "archive_url")),
]  # fmt: skip


@pytest.mark.parametrize(("book", "place"), PLACES, ids=[".".join(place) for _, place in PLACES])
def test_every_place_that_is_published_is_looked_at(book: ct.Casebook, place: tuple[str, str]) -> None:
    """A surname is replaced wherever the public casebook would print it."""
    assert replaced(book) == [place]
    assert "roth" not in ct.dumps(ct.for_audience(book, "public"), format="json").casefold()


def test_what_is_not_published_is_not_looked_at() -> None:
    """Waivers, notes about who is hidden, and the reasons of those who are hidden stay in the house."""
    kept = (
        ct.Note(kind="waiver", text="CT101: only Roth was there."),
        ct.Note(kind="gap", about="src-1", text="Roth would not say more."),
    )
    standing = ct.Standing(is_="corrected", because="Roth called.")
    said = ct.Statement(origin="src-1", claim="sank", stance="asserts", terms="background", standing=standing)
    book = book_of(_ROTH, notes=kept, statements=(said,), claims=(ct.Claim(id="sank", text="It sank.", note="Roth."),))
    assert replaced(book) == []


def test_names_of_others_are_no_leak_where_they_are_told_in_full() -> None:
    """The whole name of a named source stays, also where it has a hidden surname in it."""
    bram = ct.Source(id="bram", name="Bram Roth")
    said = ct.Statement(origin="bram", claim="sank", stance="denies", terms="on the record")
    book = book_of(_ROTH, bram, statements=(_SEEN[0], said), notes=(ct.Note(kind="gap", text="Bram Roth was asked."),))
    assert replaced(book) == []


def test_the_public_casebook_itself_has_nothing_to_tell() -> None:
    """Labels are no names."""
    book = noted("Ines Roth", "Source 1 and the sources. Source unknown.")
    assert replaced(ct.for_audience(book, "public")) == []


def test_a_private_name_is_kept_back_of_named_sources_too() -> None:
    """The real name behind a pen name is hidden though the pen name is not."""
    source = ct.Source(id="src-1", name="Kim", confidential=ct.Confidential(name="Ada Quill"))
    note = ct.Note(kind="gap", text="Could Quill see? Kim could.")
    assert replaced(book_of(source, notes=(note,), terms="on the record")) == [("notes", "text")]


def test_many_names_in_many_texts_cost_little() -> None:
    """Four times the sources and texts take about four times the work, not sixteen times."""

    def work(size: int) -> Callable[[], object]:
        sources = tuple(
            ct.Source(id=f"src-{n}", name=f"Given{n:05d} Family{n:05d}", protected=True) for n in range(1, size)
        )
        notes = tuple(ct.Note(kind="gap", text=f"Nobody at the harbour saw it, {n}.") for n in range(size))
        assessment = ct.score(book_of(*sources, notes=notes))
        return lambda: ct.check(assessment)

    assert growth(work, 500) < LINEAR


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (name, "We know that Quill saw it.")
        for name in (
            "nurse Quill",
            "the pilot Quill",
            "my uncle Quill",
            "Quill, pilot",
            "Quill (pilot)",
            "Quill of Anse",
        )
    ]
    + [("Ada Quill (née Marsh)", "Marsh saw it, they say."), ("Ada Quill aka Nib", "They call him Nib.")],
)
def test_a_surname_beside_what_its_bearer_is_is_found(name: str, text: str) -> None:
    """A surname that stands with a role, a place or another name is looked for alone."""
    assert replaced(noted(name, text, protected=True)) == [("notes", "text")]
