"""What changed: the difference of two casebooks in words, and the cause of each change of a score."""

from collections.abc import Sequence

import pytest

import claimtrack as ct
from claimtrack._records import evolve
from claimtrack.analysis.what_if import Supposition
from claimtrack.report.documents.changes import compose_changes
from claimtrack.testing.generate.changes import witness

FELL = ct.Claim(id="fell", text="The bridge fell.")


def scored(*records: object, **fields: object) -> ct.Assessment:
    """The scores of a casebook of one claim and some records."""
    case = ct.Casebook(claims=(FELL,)).with_records(*records)  # type: ignore[arg-type]
    return ct.score(evolve(case, **fields))


def test_nothing_changed() -> None:
    """Two equal casebooks differ in nothing."""
    found = ct.explain_change(scored(*witness("ann", "fell")), scored(*witness("ann", "fell")))
    assert (found.records, found.texts, found.scores) == ((), (), ())


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        ([ct.events.Graded(id="ann", grade="D")], "Ann is now graded D, no longer B"),
        ([ct.events.Graded(id="ann", grade=None)], "Ann is now without a grade, no longer B"),
        ([ct.events.Retracted(id="said-by-ann")], "a statement of Ann, which asserts “The bridge fell”, was retracted"),
        (
            [ct.events.Corrected(collection="claims", id="fell", changes={"prior": 0.2})],
            "the claim “The bridge fell” changed in prior (from none to 0.2)",
        ),
        ([ct.Dependence(sources=("ann", "bob"), kind="told by")], "Ann and Bob are now taken to depend on each other"),
        ([ct.Established(source="eve", because="?")], "Eve is now taken to be independent"),
        (
            witness("joe", "fell", stance="denies"),
            "a statement of Joe, which denies “The bridge fell”, was added",
        ),
    ],
)
def test_each_change_is_the_cause_of_its_move(happened: Sequence[Supposition], told: str) -> None:
    """What would have happened is told as what changed, and as why the score moved."""
    before = scored(*witness("ann", "fell"), *witness("bob", "fell"), *witness("eve", "fell", lineage="told"))
    found = ct.what_if(before, *happened).changes
    assert told in found.texts
    (moved,) = found.scores
    assert moved.causes == (told,)
    assert f"because {told}." in moved.text


def test_the_words_of_a_move() -> None:
    """Raised or lowered, from which word to which, or staying where it was."""
    before = scored(*witness("ann", "fell"))
    (lower,) = ct.what_if(before, ct.events.Graded(id="ann", grade="D")).changes.scores
    assert lower.text.startswith("“The bridge fell” is lowered from very likely (80\u00a0%) to likely (58\u00a0%)")
    (higher,) = ct.what_if(before, *witness("joe", "fell", grade="D")).changes.scores
    assert "is raised from 80\u00a0% to 81\u00a0% and stays very likely" in higher.text


def test_records_without_ids_are_known_by_what_they_say() -> None:
    """A statement put before others that have no ids is the one change."""
    sources = [ct.Source(id=name, name=name.capitalize(), reliability="C") for name in ("ann", "bob", "eve")]
    said = [ct.Statement(origin=name, claim="fell", stance="asserts") for name in ("ann", "bob", "eve")]
    one, two = (
        ct.Casebook(claims=(FELL,), sources=tuple(sources), statements=tuple(rows)) for rows in (said[1:], said)
    )
    found = ct.explain_change(ct.score(one), ct.score(two))
    assert found.texts == ("a statement of Ann, which asserts “The bridge fell”, was added",)
    assert ct.explain_change(ct.score(two), ct.score(one)).texts == (
        "a statement of Ann, which asserts “The bridge fell”, is gone",
    )


def test_the_strongest_cause_stands_first() -> None:
    """Of two changes, the one that takes back more of the move is named first."""
    before = scored(*witness("ann", "fell", grade="D"), *witness("bob", "fell", grade="D"))
    found = ct.what_if(before, ct.events.Graded(id="ann", grade="C"), ct.events.Graded(id="bob", grade="A")).changes
    (moved,) = found.scores
    assert moved.causes[0] == "Bob is now graded A, no longer D"


def test_claims_that_come_and_go() -> None:
    """A claim that is only in one of two casebooks is told as new, or as not judged any more."""
    before, after = scored(), ct.score(ct.Casebook(claims=(ct.Claim(id="sank", text="It sank."),)))
    found = ct.explain_change(before, after)
    assert [one.text for one in found.scores] == [
        "“The bridge fell” is not judged any more; it was not known (50\u00a0%).",
        "“It sank” is new: not known (50\u00a0%).",
    ]


def test_an_override_is_kept() -> None:
    """A confidence level that the analyst set stands in what would be as well."""
    network = ct.build(scored(*witness("ann", "fell")).network.casebook)
    held = ct.assess(network, overrides=(ct.scoring.Override(claim="fell", confidence="high", because="We saw it."),))
    after = ct.what_if(held, ct.events.Graded(id="ann", grade="D")).after
    assert (after["fell"].confidence, after["fell"].override) == ("high", "We saw it.")


def test_a_statement_without_an_id_that_is_taken_back_is_told_as_taken_back() -> None:
    """A retraction, and another statement before it, do not make it another statement."""
    source = ct.Source(id="ann", name="Ann", reliability="B")
    said = ct.Statement(origin="ann", claim="fell", stance="asserts", lineage="witnessed")
    other = ct.Statement(origin="ann", claim="fell", stance="denies", lineage="told")
    gone = evolve(said, standing=ct.Standing(is_="retracted", because="Misheard."))
    one, two = (ct.Casebook(claims=(FELL,), sources=(source,), statements=rows) for rows in ((said,), (other, gone)))
    assert set(ct.explain_change(ct.score(one), ct.score(two)).texts) == {
        "a statement of Ann, which asserts “The bridge fell”, was retracted (Misheard)",
        "a statement of Ann, which denies “The bridge fell”, was added",
    }


def test_a_source_that_goes_with_its_statement_is_no_puzzle() -> None:
    """Where a source and what it said are gone together, that it is not said any more is the cause."""
    found = ct.explain_change(scored(*witness("ann", "fell"), *witness("bob", "fell")), scored(*witness("ann", "fell")))
    (moved,) = found.scores
    assert moved.causes == ("a statement of Bob, which asserts “The bridge fell”, is gone",)


def test_in_public_each_keeps_its_label() -> None:
    """Where a hidden source speaks no more, the others are still called what they were called before."""
    ann, bob = (
        ct.Source(id=name, name=name.capitalize(), reliability="B", protected=True, descriptor=f"a {work}")
        for name, work in (("ann", "nurse"), ("bob", "driver"))
    )
    said = [
        ct.Statement(origin=name, claim="fell", stance="asserts", lineage="witnessed", terms="background")
        for name in ("ann", "bob")
    ]
    before = ct.Casebook(claims=(FELL,), sources=(ann, bob), statements=tuple(said))
    after = ct.Casebook(claims=(FELL,), sources=(bob,), statements=(said[1],))
    seen = ct.for_audience(after, "public", like=before)
    assert [source.name for source in seen.sources] == ["Source 2"]
    found = ct.explain_change(ct.score(ct.for_audience(before, "public")), ct.score(seen))
    assert not any("driver" in text for text in found.texts)


def test_causes_are_sought_within_a_budget_and_the_rest_is_counted() -> None:
    """Of very many changes, those of what is said of the claim that moved are looked into; the others are counted."""
    idle = [record for number in range(400) for record in witness(f"s{number}", f"c{number}", grade="D")]
    claims = tuple(ct.Claim(id=f"c{number}", text=f"It was {number}.") for number in range(400))
    one = ct.Casebook(claims=(ct.Claim(id="fell", text="It fell."), *claims)).with_records(*idle)
    other = evolve(one, statements=tuple(evolve(said, quote="Yes.") for said in one.statements)).with_records(
        *witness("ann", "fell", grade="A")
    )
    found = ct.explain_change(ct.score(one), ct.score(other))
    (moved,) = found.scores
    assert (moved.claim, len(moved.causes)) == ("fell", 1)
    assert "Ann" in moved.text
    assert 0 < found.left_out < 402
    assert f"Not looked into further: changes as causes ({found.left_out})" in ct.render(compose_changes(found), "text")


def test_nothing_is_taken_back_where_no_judgment_changed() -> None:
    """Where no score moved, no causes are sought, however many records changed."""
    book = scored(*witness("ann", "fell")).network.casebook
    other = evolve(book, statements=tuple(evolve(said, quote="Yes.") for said in book.statements))
    found = ct.explain_change(ct.score(book), ct.score(other))
    assert (found.scores, found.left_out, len(found.records)) == ((), 0, 1)
