"""Strategies: valid, complete, and dull where they can be."""

from itertools import pairwise

import pytest
from hypothesis import find, given, strategies as st

import claimtrack as ct
from claimtrack import testing
from claimtrack.errors.failures import UnknownName

RECORDS = {
    "sources": ct.Source,
    "claims": ct.Claim,
    "questions": ct.Question,
    "statements": ct.Statement,
    "links": ct.Link,
    "dependences": ct.Dependence,
    "established": ct.Established,
    "documents": ct.Document,
    "notes": ct.Note,
    "casebooks": ct.Casebook,
}


@pytest.mark.parametrize("name", RECORDS)
def test_each_record_has_a_strategy(name: str) -> None:
    """The strategy of that name makes up such records, and `from_type` makes up the same."""
    kind = RECORDS[name]

    @given(getattr(testing, name)(), st.from_type(kind))
    def run(one: object, other: object) -> None:
        assert (kind, kind) == (type(one), type(other))

    run()


@pytest.mark.parametrize(
    ("name", "dullest"),
    [
        ("links", ct.Link(from_claim="clm-0", to_claim="clm-0", sign="supports", strength="weak")),
        ("dependences", ct.Dependence(sources=("src-0", "src-1"), kind="same owner", strength=1.0)),
        ("casebooks", None),
    ],
)
def test_a_strategy_shrinks_to_the_dullest(name: str, dullest: object) -> None:
    """Where nothing more is asked, the simplest value is found."""
    found = find(getattr(testing, name)(), lambda _: True)
    if dullest is None:
        assert [len(found.sources), len(found.claims), len(found.statements), len(found.links)] == [1, 1, 0, 0]
    else:
        assert dullest == found


@given(st.data())
def test_ids_are_those_that_were_given(data: st.DataObject) -> None:
    """A record refers only to what it was given."""
    said = data.draw(testing.statements(sources=["ann", "bob"], claims=["fell"]))
    assert {said.origin, *said.relays} <= {"ann", "bob"}
    assert said.claim == "fell"
    assert set(data.draw(testing.questions(claims=["fell", "burnt"])).claims) <= {"fell", "burnt"}
    assert data.draw(testing.notes(about=["ann"])).about in (None, "ann")


@pytest.mark.parametrize("shape", testing.SHAPES)
def test_each_shape_is_valid_and_scored(shape: str) -> None:
    """A casebook of any shape has a score for each claim, whatever is drawn."""

    @given(testing.casebooks(shape=shape))
    def run(book: ct.Casebook) -> None:
        assert [claim.id for claim in book.claims] == list(ct.score(book))

    run()


@given(testing.casebooks(shape="ring"), testing.casebooks(shape="one origin"), testing.casebooks(shape="no basis"))
def test_shapes_are_what_they_are_called(ring: ct.Casebook, one: ct.Casebook, none: ct.Casebook) -> None:
    """A ring goes round, one origin says it all, and where nobody can be judged no grade is a number."""
    names = [claim.id for claim in ring.claims]
    around = {(link.from_claim, link.to_claim) for link in ring.links}
    assert around == {*pairwise(names), (names[-1], names[0])}
    assert len({said.origin for said in one.statements}) <= 1
    assert {source.reliability for source in none.sources} == {"F"}


def test_an_unknown_shape_names_the_nearest() -> None:
    """A shape that there is not is an error with the shapes that there are."""
    with pytest.raises(UnknownName, match=r'unknown shape "rings"; .*did you mean "ring"'):
        testing.casebooks(shape="rings")
    with pytest.raises(TypeError):
        testing.casebooks(statments=3)
