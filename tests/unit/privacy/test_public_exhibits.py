"""Exhibits in public: shown where all are named, and counted where they are not."""

from itertools import combinations

import pytest

import claimtrack as ct
from claimtrack.network.build import build
from claimtrack.network.chains import exhibits_of
from claimtrack.privacy.redact import redact
from claimtrack.testing.generate.source import RandomChooser
from laws.outputs import public_bytes
from laws.pairs import make_case

LAB = ct.Source(id="lab", name="The Lab", kind="organisation", reliability="B")
NURSE = ct.Source(id="nurse", name="Ada Quill", protected=True, reliability="B")
CAMERA = ct.Source(id="camera", name="Harbour Camera", kind="sensor", reliability="B")
REGISTER = ct.Source(id="register", name="Secret Register", kind="record", reliability="B", protected=True)
VIDEO = ct.Document(id="video", title="A video of the pier")
FELL = ct.Claim(id="fell", text="It fell.")


def examined(name: str, origin: str, *exhibits: str, terms: str = "on the record") -> ct.Statement:
    """A statement of somebody who examined some exhibits."""
    return ct.Statement(
        id=name, origin=origin, claim="fell", stance="asserts", lineage="examined", exhibits=exhibits,
        terms=terms,  # type: ignore[arg-type]
    )  # fmt: skip


def case(*statements: ct.Statement) -> ct.Casebook:
    """A casebook of some statements on one claim."""
    return ct.Casebook(
        sources=(LAB, NURSE, CAMERA, REGISTER), claims=(FELL,), documents=(VIDEO,), statements=statements
    )


def rests_on(book: ct.Casebook) -> list[tuple[str, ...]]:
    """What each statement of a casebook rests on."""
    return [chain.exhibits for chain in build(book).chains["fell"]]


def test_a_named_examiner_shows_its_exhibits() -> None:
    """What a named source examined is public; a sensor that says nothing itself appears by name and as a sensor."""
    public = ct.for_audience(case(examined("a", "lab", "video", "camera")), "public")
    (said,) = public.statements
    assert said.exhibits == ("video", "camera")
    assert said.unshown == ()
    assert [(one.id, one.name, one.kind) for one in public.sources[1:]] == [("camera", "Harbour Camera", "sensor")]
    assert [one.id for one in public.documents] == ["video"]
    assert public == ct.loads(ct.dumps(public, format="toml"), format="toml")


def test_a_hidden_examiner_does_not() -> None:
    """What a hidden source examined could tell who it is: no file shows it, and it counts."""
    public = ct.for_audience(case(examined("a", "nurse", "video", "camera", terms="background")), "public")
    assert public.statements[0].exhibits == ()
    assert [one.id for one in public.sources] == ["source-1"]
    assert public.documents == ()
    text = ct.dumps(public, format="toml")
    assert not any(word in text for word in ("unshown", "video", "camera", "exhibit"))
    (chain,) = build(public).chains["fell"]
    assert len(chain.exhibits) == 2
    assert chain.established == "examined: 2 exhibits"


def test_examiners_of_one_exhibit_stay_one(subtests: pytest.Subtests) -> None:
    """A hidden and a named examiner of one exhibit share it in public too, and nothing printed says so."""
    for exhibit in ("video", "camera"):
        with subtests.test(exhibit):
            book = case(examined("a", "lab", exhibit), examined("b", "nurse", exhibit, terms="background"))
            for key in (None, "word"):
                public = ct.for_audience(book, "public", key=key)
                assert rests_on(public) == [(exhibit,), (exhibit,)]
                assert [one.exhibits for one in public.statements] == [(exhibit,), ()]


def test_no_output_tells_that_an_exhibit_is_shared() -> None:
    """That a label and a name rest on one exhibit moves the number, and stands in no report, account or working."""
    for exhibit in ("video", "register"):
        book = case(examined("a", "lab", exhibit), examined("b", "nurse", exhibit, terms="background"))
        outputs = {name: text.decode() for name, text in public_bytes(book).items()}
        told = ("one exhibit carries", "exhibit 0", "register", "Rule “")
        assert [(name, word) for name, text in outputs.items() for word in told if word in text] == []
        apart = case(examined("a", "lab", exhibit), examined("b", "nurse", "camera", terms="background"))
        assert ct.score(book, audience="public")["fell"].probability < ct.score(apart)["fell"].probability


def test_a_hidden_record_is_not_shown() -> None:
    """A protected record that a named source examined is no exhibit in public, and is one with what it says itself."""
    spoken = ct.Statement(
        id="b", origin="register", claim="fell", stance="asserts", lineage="recorded", terms="background"
    )
    public = ct.for_audience(case(examined("a", "lab", "register"), spoken), "public")
    assert [one.exhibits for one in public.statements] == [(), ()]
    assert rests_on(public) == [("source-1",), ("source-1",)]
    assert {one.kind for one in public.sources} == {"organisation", "other"}
    unspoken = ct.for_audience(case(examined("a", "lab", "register")), "public")
    assert rests_on(unspoken) == [("exhibit 0",)]
    assert "register" not in ct.dumps(unspoken, format="toml")


def test_nothing_becomes_established_by_it() -> None:
    """A hidden record that names no exhibit is not established in public either, though others examined it."""
    book = case(examined("a", "lab", "register"), examined("b", "register", terms="background"))
    for seen in (book, ct.for_audience(book, "public")):
        _, chain = build(seen).chains["fell"]
        assert chain.established is None


def test_a_projection_of_a_projection_keeps_what_counts() -> None:
    """Under another key the public casebook has other labels, and the same exhibits count."""
    book = case(
        examined("a", "nurse", "video", "register", terms="background"),
        examined("b", "lab", "register", "video"),
        ct.Statement(id="c", origin="register", claim="fell", stance="asserts", lineage="recorded", terms="background"),
    )
    public = ct.for_audience(book, "public")
    again = ct.for_audience(public, "public", key="other")
    assert ct.for_audience(public, "public") == public
    for seen in (public, again):
        first, second, third = map(set, rests_on(seen))
        assert first == second > third == {seen.statements[2].origin}


@pytest.mark.parametrize("seed", range(60))
def test_who_shares_an_exhibit_does_so_in_public(seed: int) -> None:
    """Statements of different sources rest on a common exhibit in public if they do in the whole casebook."""
    book = make_case(RandomChooser(seed))
    redaction = redact(book)
    sources = {one.id: one for one in book.sources}
    public_sources = {one.id: one for one in redaction.casebook.sources}
    seen = redaction.appearances.statements
    examined_openly = {name for one in seen for name in one.statement.exhibits}
    rows = []
    for one, public in zip(seen, redaction.casebook.statements, strict=True):
        said = one.statement
        is_bare = said.lineage == "examined" and not said.exhibits
        if not redaction.appearances.is_apart(one.origin) and not is_bare:
            whole = examined_openly.intersection(exhibits_of(said, sources[said.origin]))
            rows.append((said.origin, whole, set(exhibits_of(public, public_sources[public.origin]))))
    for (origin, whole, public), (other, other_whole, other_public) in combinations(rows, 2):
        if origin != other:
            assert whole.isdisjoint(other_whole) == public.isdisjoint(other_public)
