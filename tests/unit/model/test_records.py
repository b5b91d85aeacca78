"""Records take final types only, and say what is wrong with anything else."""

import math
from types import MappingProxyType

import attrs
import pytest

from claimtrack.dates import PartialDate
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.problems import (
    BadId,
    DatesOutOfOrder,
    EmptyText,
    NotFinite,
    NotOneOf,
    OutOfRange,
    Problem,
    TooFew,
    WrongType,
)
from claimtrack.model.casebook import Casebook, Policy
from claimtrack.model.claims import Claim, Link, Question
from claimtrack.model.documents import Document, TextFile
from claimtrack.model.notes import Note
from claimtrack.model.sources import Confidential, Dependence, Established, Source
from claimtrack.model.statements import Standing, Statement

RIGHT = {
    Source: {"id": "kim", "name": "Kim"},
    Claim: {"id": "fell", "text": "It fell."},
    Question: {"id": "why", "text": "Why?", "claims": ("fell",)},
    Statement: {"origin": "kim", "claim": "fell", "stance": "asserts"},
    Link: {"from_claim": "a", "to_claim": "b", "sign": "supports"},
    Dependence: {"sources": ("a", "b"), "kind": "copies"},
    Established: {"source": "a", "because": "met"},
    Document: {"id": "d", "title": "T"},
    Note: {"kind": "gap", "text": "t"},
    Policy: {},
    Standing: {},
    TextFile: {"path": "a.txt"},
    Confidential: {},
}
DAY = PartialDate("2021-03-30")

WRONG = [
    (Source, "id", 5, WrongType, "id"),
    (Source, "id", None, WrongType, "id"),
    (Source, "id", "", BadId, "id"),
    (Source, "id", "-a", BadId, "id"),
    (Source, "id", "_a", BadId, "id"),
    (Source, "id", "a b", BadId, "id"),
    (Source, "id", "a\n", BadId, "id"),
    (Source, "id", "x" * 101, BadId, "id"),
    (Source, "id", "a/b", BadId, "id"),
    (Source, "name", None, WrongType, "name"),
    (Source, "name", " \t", EmptyText, "name"),
    (Source, "name", b"Kim", WrongType, "name"),
    (Source, "name", "\ud800", WrongType, "name"),
    (Source, "kind", "Person", NotOneOf, "kind"),
    (Source, "kind", None, WrongType, "kind"),
    (Source, "reliability", "G", NotOneOf, "reliability"),
    (Source, "reliability", "a", NotOneOf, "reliability"),
    (Source, "reliability", 1, WrongType, "reliability"),
    (Source, "topics", ["A"], WrongType, "topics"),
    (Source, "topics", {"t": "Z"}, NotOneOf, "topics.t"),
    (Source, "topics", {"t": None}, WrongType, "topics.t"),
    (Source, "topics", {" ": "A"}, EmptyText, "topics"),
    (Source, "topics", {5: "A"}, EmptyText, "topics"),
    (Source, "protected", 1, WrongType, "protected"),
    (Source, "protected", None, WrongType, "protected"),
    (Source, "descriptor", "", EmptyText, "descriptor"),
    (Source, "aliases", ["a"], WrongType, "aliases"),
    (Source, "aliases", "ab", WrongType, "aliases"),
    (Source, "aliases", ("a", 1), WrongType, "aliases[1]"),
    (Source, "confidential", {"name": "x"}, WrongType, "confidential"),
    (Claim, "text", "", EmptyText, "text"),
    (Claim, "kind", "rumour", NotOneOf, "kind"),
    (Claim, "prior", 0.0, OutOfRange, "prior"),
    (Claim, "prior", 1.0, OutOfRange, "prior"),
    (Claim, "prior", -0.1, OutOfRange, "prior"),
    (Claim, "prior", math.nan, NotFinite, "prior"),
    (Claim, "prior", math.inf, NotFinite, "prior"),
    (Claim, "prior", "0.5", WrongType, "prior"),
    (Claim, "prior", True, WrongType, "prior"),
    (Claim, "when", "2021", WrongType, "when"),
    (Claim, "topic", "", EmptyText, "topic"),
    (Question, "claims", (), TooFew, "claims"),
    (Question, "claims", ["fell"], WrongType, "claims"),
    (Question, "claims", (None,), WrongType, "claims[0]"),
    (Question, "exhaustive", 0, WrongType, "exhaustive"),
    (Statement, "origin", "two words", BadId, "origin"),
    (Statement, "stance", "says", NotOneOf, "stance"),
    (Statement, "lineage", "seen", NotOneOf, "lineage"),
    (Statement, "via", "gazette", WrongType, "via"),
    (Statement, "propensity", 0.0, OutOfRange, "propensity"),
    (Statement, "propensity", 1.01, OutOfRange, "propensity"),
    (Statement, "propensity", "often", NotOneOf, "propensity"),
    (Statement, "propensity", None, WrongType, "propensity"),
    (Statement, "certainty", 0.0, OutOfRange, "certainty"),
    (Statement, "certainty", -math.inf, NotFinite, "certainty"),
    (Statement, "certainty", "serves", WrongType, "certainty"),
    (Statement, "credibility", 0, OutOfRange, "credibility"),
    (Statement, "credibility", 7, OutOfRange, "credibility"),
    (Statement, "credibility", 2.0, WrongType, "credibility"),
    (Statement, "credibility", True, WrongType, "credibility"),
    (Statement, "terms", "off record", NotOneOf, "terms"),
    (Statement, "standing", "stands", WrongType, "standing"),
    (Statement, "standing", None, WrongType, "standing"),
    (Statement, "document", "", BadId, "document"),
    (Statement, "id", 3, WrongType, "id"),
    (Link, "strength", 1.0, OutOfRange, "strength"),
    (Link, "strength", -0.01, OutOfRange, "strength"),
    (Link, "strength", "huge", NotOneOf, "strength"),
    (Link, "sign", "attacks", NotOneOf, "sign"),
    (Dependence, "sources", ("a",), TooFew, "sources"),
    (Dependence, "strength", 1.5, OutOfRange, "strength"),
    (Dependence, "kind", "friends", NotOneOf, "kind"),
    (Established, "because", "", EmptyText, "because"),
    (Established, "because", None, WrongType, "because"),
    (Document, "text", 5, WrongType, "text"),
    (Document, "published", "2021", WrongType, "published"),
    (Note, "kind", "remark", NotOneOf, "kind"),
    (Note, "text", " ", EmptyText, "text"),
    (Policy, "ungraded", 0.61, OutOfRange, "ungraded"),
    (Policy, "ungraded", -0.01, OutOfRange, "ungraded"),
    (Policy, "independence", "yes", NotOneOf, "independence"),
    (Standing, "is_", "gone", NotOneOf, "is_"),
    (TextFile, "path", "", EmptyText, "path"),
    (Confidential, "contact", 5, WrongType, "contact"),
]


def test_a_wrong_value_is_refused(subtests: pytest.Subtests) -> None:
    """A value of the wrong type, word or range is refused with the error that says so, placed at its field."""
    for kind, field, value, error, place in WRONG:
        with subtests.test(kind=kind, field=field):
            with pytest.raises(error) as caught:
                kind(**{**RIGHT[kind], field: value})
            assert type(caught.value) is error
            assert place == caught.value.place
            assert isinstance(caught.value, Problem)
            assert isinstance(caught.value, ClaimtrackError)
            assert isinstance(caught.value, ValueError)
            assert str(caught.value).startswith(f"{place}: ")


def test_the_ends_of_a_range_are_allowed(subtests: pytest.Subtests) -> None:
    """What stands at the edge of what is allowed is taken as it is."""
    cases = [
        (Source, "id", "ü"),
        (Source, "id", "x" * 100),
        (Source, "id", "1.a:b-c_d"),
        (Source, "id", "김"),
        (Claim, "prior", 5e-324),
        (Claim, "prior", 1.0 - 2**-53),
        (Statement, "propensity", 1.0),
        (Statement, "certainty", 1.0),
        (Statement, "credibility", 6),
        (Link, "strength", 0.0),
        (Dependence, "strength", 0.0),
        (Policy, "ungraded", 0.6),
        (Policy, "ungraded", 0.0),
        (Document, "text", ""),
    ]
    for kind, field, value in cases:
        with subtests.test(kind=kind, field=field):
            assert value == getattr(kind(**{**RIGHT[kind], field: value}), field)


def test_records_are_frozen_and_built_by_keyword(subtests: pytest.Subtests) -> None:
    """A record cannot be changed, has no other attributes, takes no positions, and equals its like."""
    for kind, right in RIGHT.items():
        with subtests.test(kind=kind):
            item = kind(**right)
            name = attrs.fields(kind)[0].name
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(item, name, "x")
            with pytest.raises((AttributeError, attrs.exceptions.FrozenInstanceError)):
                item.surprise = 1
            with pytest.raises(TypeError):
                kind("x")
            assert kind(**right) == item
            assert hash(kind(**right)) == hash(item)


def test_every_field_says_what_it_is(subtests: pytest.Subtests) -> None:
    """Each field has a sentence, which the schema and the reference show."""
    for kind in RIGHT.keys() - {Confidential}:
        with subtests.test(kind=kind):
            assert [f.name for f in attrs.fields(kind) if not f.metadata.get("says", "").endswith(".")] == []


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("occurred", "observed"),
        ("observed", "stated"),
        ("stated", "published"),
        ("published", "accessed"),
        ("observed", "published"),
        ("stated", "accessed"),
    ],
)
def test_dates_of_a_statement_run_forward(earlier: str, later: str) -> None:
    """What is known to be earlier cannot be dated surely after what follows it; doubt and overlap are allowed."""
    given = RIGHT[Statement]
    with pytest.raises(DatesOutOfOrder) as caught:
        Statement(**given, **{earlier: PartialDate("2021-03-31"), later: PartialDate("2021-03-30")})
    assert (later, earlier) == (caught.value.place, caught.value.before)
    for doubted in ("2021-03-31~", "2021-03", "2021"):
        Statement(**given, **{earlier: PartialDate(doubted), later: PartialDate("2021-03-30")})
    Statement(**given, **{earlier: DAY, later: DAY})


def test_nothing_is_accessed_before_it_was_observed() -> None:
    """What the origin came to know after we saw the statement is refused, though the dates between are not given."""
    with pytest.raises(DatesOutOfOrder):
        Statement(**RIGHT[Statement], observed=PartialDate("2021-03-31"), accessed=PartialDate("2021-03-30"))


def test_what_is_foretold_may_happen_after_it_was_said() -> None:
    """A statement may be dated before what it tells of."""
    said = Statement(**RIGHT[Statement], occurred=PartialDate("2021-05"), stated=PartialDate("2021-03"))
    assert said.stands


def test_topics_cannot_be_changed_from_outside() -> None:
    """A source keeps a copy of its topics that nobody can write to."""
    topics = {"border": "E"}
    source = Source(id="kim", name="Kim", topics=topics)
    topics["border"] = "A"
    assert source.topics == {"border": "E"}
    assert isinstance(source.topics, MappingProxyType)
    with pytest.raises(TypeError):
        source.topics["border"] = "A"


def test_a_protected_source_shows_no_name() -> None:
    """The repr of a source has no name, protected or not; no repr has confidential fields."""
    hidden = Confidential(name="Ri")
    source = Source(id="k7", name="Kim", protected=True, aliases=("Kimmy",), note="Kim", confidential=hidden)
    assert "Kim" not in repr(source)
    assert "Ri" not in repr(source) + repr(hidden)
    assert "Ri" not in repr(Source(id="k7", name="Kim", confidential=hidden))


def test_the_nearest_word_is_named() -> None:
    """A misspelt word gets the nearest right one, and a hint in the message."""
    with pytest.raises(NotOneOf) as caught:
        Statement(origin="a", claim="b", stance="aserts")
    assert caught.value.near == "asserts"
    assert 'did you mean "asserts"?' in str(caught.value)


def test_a_casebook_holds_records_only() -> None:
    """A casebook takes tuples of the right records, nothing else."""
    for field, value, place in [
        ("sources", [Source(id="a", name="A")], "sources"),
        ("claims", (Source(id="a", name="A"),), "claims[0]"),
        ("statements", None, "statements"),
        ("policy", {}, "policy"),
        ("title", None, "title"),
        ("cutoff", "2021", "cutoff"),
    ]:
        with pytest.raises(WrongType) as caught:
            Casebook(**{field: value})
        assert place == caught.value.place
