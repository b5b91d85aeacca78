"""The public projection: what must not be told is not there, directly or between the lines."""

import attrs
import pytest

import claimtrack as ct
from claimtrack import (
    Casebook,
    Claim,
    Confidential,
    Dependence,
    Document,
    Established,
    Note,
    Question,
    Source,
    Statement,
)
from claimtrack.errors.problems import NotOneOf, WrongType

FELL, BURNT = Claim(id="fell", text="It fell."), Claim(id="burnt", text="It burnt.")
WHISPER = Source(id="whisper", name="Ada Quill", protected=True, descriptor="a nurse")


def public(*records: object, **fields: object) -> Casebook:
    """The public casebook of some records and the two claims."""
    return ct.for_audience(Casebook(claims=(FELL, BURNT), **fields).with_records(*records), "public")


def said(origin: str, claim: str = "fell", **fields: object) -> Statement:
    """A statement, on the record unless terms are given."""
    return Statement(**{"origin": origin, "claim": claim, "stance": "asserts", "terms": "on the record", **fields})


def text_of(book: Casebook) -> str:
    """All that a public casebook tells, as a file and as a report."""
    report = ct.compose(ct.explain(ct.score(book, audience="public")))
    return ct.dumps(book, format="json") + ct.render(report)


def test_what_is_said_by_name_and_on_background_cannot_be_joined() -> None:
    """A source that speaks on the record and on background has two faces with nothing in common but the grade."""
    kim = Source(id="kim", name="Kim Vash", descriptor="a nurse in ward 3", reliability="B", aliases=("Vashti",))
    book = public(
        kim,
        said("kim"),
        said("kim", "burnt", terms="background", quote="I, Kim Vash, called Vashti, lit it."),
        Established(source="kim", claim="burnt", because="She was there."),
        Established(source="kim", claim="fell", because="She saw it fall."),
    )
    named, label = book.sources
    assert (named.name, label.name) == ("Kim Vash", "Source 1")
    assert label.descriptor is None
    assert book.statements[1].quote == "I, Source 1, called Source 1, lit it."
    assert book.statements[1].lineage == "unknown"
    assert [item.because for item in book.established] == ["She saw it fall."]


def test_whoever_is_the_same_person_as_a_hidden_source_is_hidden() -> None:
    """A dependence that says that two sources are one person does not tie a label to a name."""
    ada = Source(id="ada", name="Dr Quill", reliability="B")
    book = public(
        WHISPER, ada, said("whisper"), said("ada", "burnt"), Dependence(sources=("whisper", "ada"), kind="same person")
    )
    assert "Quill" not in text_of(book)
    assert [source.protected for source in book.sources] == [True, True]
    assert {d.kind for d in book.dependences} == {"shared interest"}


@pytest.mark.parametrize("protected", [True, False])
def test_private_names_stand_nowhere(protected: bool) -> None:  # noqa: FBT001
    """A private name or contact is replaced, also of a source that is published by name."""
    private = Confidential(name="Ivan Petrov", contact="ivan@m.example; +850 2 381-8000")
    blog = Source(id="blog", name="Blogger X", kind="media", protected=protected, confidential=private)
    book = public(blog, said("blog", quote="Ivan Petrov (ivan@m.example, +85023818000) wrote it."))
    assert not any(word in text_of(book) for word in ("Petrov", "ivan@", "381"))


def test_a_protected_relay_is_met_as_an_origin_is() -> None:
    """Whom we met is hidden with the place and the day of the meeting, though the origin is named."""
    day = ct.PartialDate("2021-03-30")
    ministry = Source(id="min", name="Ministry", kind="official")
    book = public(
        WHISPER,
        ministry,
        Document(id="cafe", title="Interview in Dandong, cafe Blue"),
        said("min", via=("whisper",), document="cafe", stated=day, accessed=day, observed=day),
    )
    (statement,) = book.statements
    assert (statement.document, statement.stated, statement.accessed, statement.observed) == (None, None, None, None)
    assert "Dandong" not in text_of(book)


def test_deep_background_hides_the_person_who_told_us() -> None:
    """The terms are those of whoever we spoke to: a person who passed it on is not named."""
    relay = Source(id="bo", name="Bo Lund", descriptor="a clerk")
    ministry = Source(id="min", name="Ministry", kind="official")
    book = public(relay, ministry, said("min", via=("bo",), terms="deep background"))
    assert "Bo Lund" not in text_of(book)
    assert "clerk" not in text_of(book)


def test_ids_topics_and_digests_that_name_somebody_are_replaced() -> None:
    """An id, a topic or a digest can tell a name as well as a text can."""
    book = ct.for_audience(
        Casebook(
            sources=(WHISPER,),
            claims=(Claim(id="ada-quill-saw-it", text="It fell.", topic="Ada Quill"),),
            questions=(Question(id="did-ada-quill", text="Did it?", claims=("ada-quill-saw-it",)),),
            documents=(Document(id="letter-of-ada-quill", title="A letter", digest="ada_quill"),),
            statements=(said("whisper", "ada-quill-saw-it"),),
            notes=(Note(kind="gap", about="ada-quill-saw-it", text="Nobody asked."),),
        ),
        "public",
    )
    assert "quill" not in text_of(book).casefold()
    assert [note.about for note in book.notes] == ["claims-0"]


def test_topics_of_what_is_off_the_record_are_gone() -> None:
    """A grade for a topic of which nothing public speaks is not published."""
    kim = Source(id="kim", name="Kim", reliability="C", topics={"arms smuggling": "B", "border": "A"})
    arms = Claim(id="arms", text="Arms.", topic="arms smuggling")
    near = attrs.evolve(FELL, topic="border")
    book = public(kim, near, arms, said("kim"), said("kim", "arms", terms="off the record"))
    assert dict(book.sources[0].topics) == {"border": "A"}
    assert "smuggling" not in text_of(book)


def test_a_changed_public_casebook_is_internal_again() -> None:
    """Only the projection makes a public casebook; whatever is added to one has to pass it again."""
    book = public(WHISPER, said("whisper"))
    more = book.with_records(Source(id="z", name="Real Name", protected=True), said("z", terms="off the record"))
    assert (book.audience, more.audience) == ("public", "internal")
    assert "Real Name" not in text_of(ct.for_audience(more, "public"))
    with pytest.raises(TypeError):
        Casebook(audience="public")


def test_deep_background_leaves_nothing_of_the_moment() -> None:
    """Neither the hedge, nor why and when a statement was corrected, is told of a hidden source."""
    gone = ct.Standing(is_="corrected", because="phoned us from work", on=ct.PartialDate("2021-04-01"))
    book = public(WHISPER, said("whisper", terms="deep background", hedge="between shifts", standing=gone, quote="Q"))
    (statement,) = book.statements
    assert (
        statement.hedge,
        statement.quote,
        statement.standing.because,
        statement.standing.on,
    ) == (None, None, None, None)


def test_notes_for_the_desk_stay_in_the_house() -> None:
    """Deception checks, waivers, notes about hidden sources, remarks and who wrote a note are not published."""
    blog = Source(id="blog", name="Blogger X", kind="media", note="Drinks.")
    notes = [
        Note(kind="deception check", about="fell", text="Possibly paid."),
        Note(kind="waiver", text="Let through."),
        Note(kind="gap", about="whisper", text="Could she see it?"),
        Note(kind="dissent", about="fell", text="We differ.", by="Karel, deputy editor"),
    ]
    book = public(WHISPER, blog, attrs.evolve(FELL, note="I doubt it."), said("whisper"), said("blog"), *notes)
    assert [(note.text, note.by) for note in book.notes] == [("We differ.", None)]
    assert not any(word in text_of(book) for word in ("Drinks", "doubt", "Possibly", "Karel"))


def test_a_note_about_a_hidden_source_is_dropped_though_a_claim_has_its_id() -> None:
    """Where an id is that of a hidden source and of a claim, a note about it is taken to be about the source."""
    twin = Claim(id="whisper", text="It whispers.")
    book = public(
        WHISPER, twin, said("whisper"), said("whisper", "whisper"), Note(kind="gap", about="whisper", text="Who?")
    )
    assert book.notes == ()


def test_labels_under_a_key_never_coincide() -> None:
    """However many sources there are, each has its own label, another one for each key."""
    sources = [Source(id=f"s{n}", name=f"N{n} Name", protected=True) for n in range(300)]
    book = Casebook(claims=(FELL,)).with_records(*sources, *(said(source.id) for source in sources))
    one, other = (ct.for_audience(book, "public", key=key) for key in ("a", "b"))
    assert len({source.name for source in one.sources}) == 300
    assert not {source.name for source in one.sources} & {source.name for source in other.sources}


def test_wrong_calls_are_told() -> None:
    """An audience that there is not and a key that is no text are refused."""
    book = Casebook()
    for audience in ("pubic", None):
        with pytest.raises(NotOneOf):
            ct.for_audience(book, audience)
    with pytest.raises(WrongType):
        ct.for_audience(book, "public", key=5)


def test_projecting_again_changes_nothing() -> None:
    """A public casebook is its own projection, also after it was saved and read."""
    book = public(WHISPER, Source(id="p", name="Paper", kind="media"), said("whisper", via=("p",), terms="background"))
    assert book is ct.for_audience(book, "public")
    again = ct.for_audience(ct.loads(ct.dumps(book, format="json"), format="json"), "public")
    assert ct.dumps(book, format="json") == ct.dumps(again, format="json")
