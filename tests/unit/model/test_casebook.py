"""The casebook: whole, valid, immutable; and the draft that becomes one."""

from random import Random

import attrs
import pytest
from hypothesis import given, strategies as st

from claimtrack._records import evolve
from claimtrack.dates import PartialDate
from claimtrack.errors.failures import InvalidCasebook, UnknownClaim, UnknownName
from claimtrack.errors.problems import DuplicateId, UnknownId
from claimtrack.history.diff import RecordChange, diff
from claimtrack.model.casebook import COLLECTIONS, Casebook, Policy, Record, collection_of
from claimtrack.model.claims import Claim, Link, Question
from claimtrack.model.documents import Document
from claimtrack.model.draft import Draft
from claimtrack.model.notes import Note
from claimtrack.model.sources import Dependence, Established, Source
from claimtrack.model.statements import Standing, Statement
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.source import RandomChooser


def claims(*priors: float | None) -> tuple[Claim, ...]:
    """Claims c0, c1, … with these priors."""
    return tuple(Claim(id=f"c{n}", text=f"C{n}.", prior=prior) for n, prior in enumerate(priors))


def asked(*priors: float | None, exhaustive: bool = False) -> Casebook:
    """A casebook of one question with these rivals."""
    rivals = claims(*priors)
    names = tuple(claim.id for claim in rivals)
    return Casebook(claims=rivals, questions=(Question(id="q", text="?", claims=names, exhaustive=exhaustive),))


def bridge() -> Casebook:
    """A small casebook."""
    return Casebook(
        title="Bridge",
        sources=(Source(id="kim", name="Kim"), Source(id="lee", name="Lee")),
        claims=claims(None, None),
        statements=(
            Statement(origin="kim", claim="c0", stance="asserts"),
            Statement(id="said", origin="lee", claim="c1", stance="denies", via=("kim",)),
        ),
        links=(Link(from_claim="c0", to_claim="c1", sign="supports"),),
        dependences=(Dependence(sources=("kim", "lee"), kind="copies"),),
        notes=(Note(kind="gap", text="Nobody looked."), Note(kind="gap", about="c0", text="No date.")),
    )


def codes(error: InvalidCasebook) -> list[tuple[str, str]]:
    """Code and place of each problem."""
    return [(problem.code, problem.place) for problem in error.problems]


@pytest.mark.parametrize(
    ("priors", "code"),
    [
        ((0.5, 0.4), "rivals-not-one"),
        ((0.6, 0.5), "rivals-over-one"),
        ((0.6, 0.4, None), "no-room-for-rivals"),
        ((0.7, 0.6, None), "rivals-over-one"),
        ((0.5,), "too-few"),
        ((None,), "too-few"),
    ],
)
def test_exhaustive_questions_that_cannot_be(priors: tuple, code: str) -> None:
    """An exhaustive question needs two rivals or more, priors that sum to 1, and room for those without one."""
    with pytest.raises(InvalidCasebook) as caught:
        asked(*priors, exhaustive=True)
    assert [code] == [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(
    "priors", [(0.5, 0.5), (None, None), (0.3, None), (0.1,) * 10, (0.1, 0.2, 0.7), (1 / 3, 1 / 3, 1 / 3)]
)
def test_exhaustive_questions_that_can_be(priors: tuple) -> None:
    """Priors that sum to 1, up to rounding, or that leave room for the others, make an exhaustive question."""
    assert asked(*priors, exhaustive=True).questions[0].exhaustive


@pytest.mark.parametrize("priors", [(0.5, 0.4), (0.5, 0.5), (0.3,), (None,), (0.3, None), (0.1,) * 10])
def test_open_questions_that_can_be(priors: tuple) -> None:
    """Where none of these keeps a share, priors may sum to less than 1, or to 1."""
    assert not asked(*priors).questions[0].exhaustive


@pytest.mark.parametrize(
    ("priors", "code"), [((0.6, 0.5), "rivals-over-one"), ((0.5, 0.5, None), "no-room-for-rivals")]
)
def test_open_questions_that_cannot_be(priors: tuple, code: str) -> None:
    """Priors above 1, or that leave nothing to a rival without one, are refused in an open question too."""
    with pytest.raises(InvalidCasebook) as caught:
        asked(*priors)
    assert [(code, "questions[0]")] == codes(caught.value)


def test_an_opinion_is_no_rival() -> None:
    """An opinion is neither true nor false and cannot answer a question."""
    with pytest.raises(InvalidCasebook) as caught:
        Casebook(
            claims=(Claim(id="a", text="A.", kind="opinion"), Claim(id="b", text="B.")),
            questions=(Question(id="q", text="?", claims=("b", "a")),),
        )
    assert codes(caught.value) == [("opinion-as-rival", "questions[0].claims[1]")]


def test_all_problems_come_together() -> None:
    """Every broken rule between records is listed, each with its place."""
    with pytest.raises(InvalidCasebook) as caught:
        Casebook(
            cutoff=PartialDate("2021-03-31"),
            sources=(Source(id="kim", name="K"), Source(id="kim", name="L")),
            claims=(Claim(id="a", text="A."),),
            statements=(
                Statement(origin="kin", claim="b", stance="asserts", document="d", via=("kim", "kim")),
                Statement(origin="kim", claim="a", stance="asserts", stated=PartialDate("2021-04-01"),
                          standing=Standing(is_="corrected", by="nix")),
            ),
            links=(Link(from_claim="a", to_claim="b", sign="supports"),),
            established=(Established(source="lee", because="met", claim="c"),),
            notes=(Note(kind="gap", about="nobody", text="t"),),
        )  # fmt: skip
    assert codes(caught.value) == [
        ("duplicate-id", "sources[1].id"),
        ("unknown-id", "statements[0].origin"),
        ("unknown-id", "statements[0].claim"),
        ("unknown-id", "statements[0].document"),
        ("source-twice-in-chain", "statements[0].via[1]"),
        ("unknown-id", "statements[1].standing.by"),
        ("after-cutoff", "statements[1].stated"),
        ("unknown-id", "links[0].to"),
        ("unknown-id", "established[0].source"),
        ("unknown-id", "established[0].claim"),
        ("unknown-id", "notes[0].about"),
    ]
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("field", "date", "after"),
    [
        ("stated", "2021-03-31", False),
        ("stated", "2021-03", False),
        ("stated", "2021", False),
        ("stated", "2021-04~", False),
        ("stated", "2021-04-01", True),
        ("observed", "2021-04", True),
        ("published", "2022", True),
        ("occurred", "2022", False),
        ("accessed", "2022", False),
    ],
)
def test_the_cutoff(field: str, date: str, *, after: bool) -> None:
    """A statement surely dated after the cutoff is refused; when we saw it, and what it tells of, may be later."""
    parts = {
        "cutoff": PartialDate("2021-03-31"),
        "sources": (Source(id="kim", name="K"),),
        "claims": claims(None),
        "statements": (Statement(origin="kim", claim="c0", stance="asserts", **{field: PartialDate(date)}),),
    }
    if after:
        with pytest.raises(InvalidCasebook) as caught:
            Casebook(**parts)
        assert [("after-cutoff", f"statements[0].{field}")] == codes(caught.value)
    else:
        Casebook(**parts)


def test_what_has_no_id_gets_its_place() -> None:
    """Statements, links and dependences without an id are named by their place."""
    book = bridge()
    assert [item.id for item in book.statements] == ["statements-0", "said"]
    assert [item.id for item in book.links] == ["links-0"]
    assert [item.id for item in book.dependences] == ["dependences-0"]


def test_a_positional_id_that_is_taken_is_a_problem() -> None:
    """An id given by hand that a place also has is a duplicate, not a silent loss."""
    with pytest.raises(InvalidCasebook) as caught:
        Casebook(
            sources=(Source(id="kim", name="K"),),
            claims=claims(None),
            statements=(
                Statement(id="statements-1", origin="kim", claim="c0", stance="asserts"),
                Statement(origin="kim", claim="c0", stance="denies"),
            ),
        )
    assert codes(caught.value) == [("duplicate-id", "statements[1].id")]


def test_a_casebook_is_immutable() -> None:
    """Neither a casebook nor any collection of it can be changed."""
    book = bridge()
    for field in attrs.fields(Casebook):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(book, field.name, ())
    assert all(isinstance(getattr(book, name), tuple) for name in ("sources", "claims", "statements", "notes"))


def test_collections_are_had_by_name() -> None:
    """Each collection is the field of its name; any other name is refused with the nearest."""
    book = bridge()
    assert [getattr(book, name) for name in COLLECTIONS] == [book.collection(name) for name in COLLECTIONS]
    with pytest.raises(UnknownName, match='did you mean "statements"'):
        book.collection("statement")


def test_with_and_without_leave_the_first_as_it_was() -> None:
    """Adding and taking away give new casebooks; the first is untouched."""
    book, before = bridge(), bridge()
    lim = Source(id="lim", name="Lim")
    more = book.with_records(lim)
    assert before == book
    assert (*book.sources, lim) == more.sources
    assert book == more.without_records(lim)
    assert before == book


def test_a_record_with_an_id_takes_the_others_place() -> None:
    """Adding a record whose id is there replaces the other where it stands."""
    changed = bridge().with_records(Source(id="kim", name="Kim II"), Claim(id="c2", text="New."))
    assert [source.name for source in changed.sources] == ["Kim II", "Lee"]
    assert [claim.id for claim in changed.claims] == ["c0", "c1", "c2"]


def test_adding_refuses_what_does_not_fit() -> None:
    """A record that speaks of nothing in the casebook is refused, and so is taking away what others speak of."""
    book = bridge()
    with pytest.raises(InvalidCasebook):
        book.with_records(Statement(origin="nobody", claim="c0", stance="asserts"))
    with pytest.raises(InvalidCasebook):
        book.without_records(book.source("kim"))
    assert bridge() == book


def test_notes_without_ids_are_added_and_taken_away() -> None:
    """Records without an id are always added, and taken away by their value."""
    note = Note(kind="gap", text="Nobody looked.")
    twice = bridge().with_records(note)
    assert len(twice.notes) == 3
    assert len(twice.without_records(note).notes) == 1


def test_taking_away_and_adding_a_statement_restores_the_casebook() -> None:
    """A statement named by hand that is taken away and added again is in no difference."""
    book = bridge()
    said = book.statements[1]
    assert diff(book, book.without_records(said).with_records(said)) == ()


def test_with_policy() -> None:
    """The policy is changed and nothing else."""
    changed = bridge().with_policy(Policy(ungraded=0.4))
    assert changed.policy.ungraded == 0.4
    assert (RecordChange(kind="changed", collection="casebook", id="policy", fields=("policy",)),) == diff(
        bridge(), changed
    )


def test_diff() -> None:
    """Every difference is named: kind, collection, id and fields."""
    before = bridge()
    after = (
        before.without_records(before.links[0])
        .with_records(Source(id="kim", name="Kim", reliability="B", note="n"), Claim(id="c2", text="New."))
        .with_policy(Policy(independence="assumed"))
    )
    assert {
        RecordChange(kind="changed", collection="casebook", id="policy", fields=("policy",)),
        RecordChange(kind="changed", collection="sources", id="kim", fields=("reliability", "note")),
        RecordChange(kind="added", collection="claims", id="c2"),
        RecordChange(kind="removed", collection="links", id="links-0"),
    } == set(diff(before, after))
    assert diff(before, before) == ()


def test_looking_up() -> None:
    """A claim and a source are found by id; a wrong id names the nearest."""
    book = bridge()
    assert book.claim("c1").text == "C1."
    with pytest.raises(UnknownClaim) as caught:
        book.claim("c11")
    assert caught.value.near == "c1"
    assert isinstance(caught.value, KeyError)
    with pytest.raises(UnknownId) as unknown:
        book.source("kin")
    assert unknown.value.near == "kim"


def test_repr_is_short() -> None:
    """A casebook shows its title and sizes, not its records."""
    assert repr(bridge()) == "<internal Casebook, 2 sources, 2 claims, 2 statements, 1 links, 1 dependences, 2 notes>"


def drafted(*records: object) -> Draft:
    """A draft to which these were added."""
    draft = Draft(title="Bridge")
    for item in records:
        draft.add(item)
    return draft


def whole(book: Casebook) -> list:
    """The records of a casebook in an order in which each comes after those it speaks of."""
    collections = ("sources", "documents", "claims", "questions", "statements", "links", "dependences", "established",
               "notes")  # fmt: skip
    return [item for collection in collections for item in getattr(book, collection)]


def test_a_draft_becomes_the_casebook() -> None:
    """Adding a casebook's records one by one gives the casebook, and `add` gives their ids."""
    draft = Draft(title="Bridge")
    given = [draft.add(item) for item in whole(bridge())]
    assert bridge() == draft.casebook()
    assert given[:8] == ["kim", "lee", "c0", "c1", "statements-0", "said", "links-0", "dependences-0"]


def test_a_draft_numbers_as_the_casebook_does() -> None:
    """What has no id gets the same one in a draft as in a casebook."""
    draft = drafted(Source(id="kim", name="K"), *claims(None))
    names = [draft.add(Statement(origin="kim", claim="c0", stance="asserts")) for _ in range(3)]
    assert names == ["statements-0", "statements-1", "statements-2"]
    assert names == [statement.id for statement in draft.casebook().statements]


REFERENCES = [
    (Statement(origin="kin", claim="c0", stance="asserts"), "statements[0].origin", "kim"),
    (Statement(origin="kim", claim="c00", stance="asserts"), "statements[0].claim", "c0"),
    (Statement(origin="kim", claim="c0", stance="asserts", via=("lee", "lea")), "statements[0].via[1]", "lee"),
    (Statement(origin="kim", claim="c0", stance="asserts", document="d"), "statements[0].document", None),
    (Question(id="q", text="?", claims=("c0", "cc0")), "questions[0].claims[1]", "c0"),
    (Link(from_claim="nix", to_claim="c0", sign="supports"), "links[0].from_claim", None),
    (Link(from_claim="c0", to_claim="nix", sign="supports"), "links[0].to_claim", None),
    (Dependence(sources=("kim", "kin"), kind="copies"), "dependences[0].sources[1]", "kim"),
    (Established(source="kin", because="met"), "established[0].source", "kim"),
    (Established(source="kim", because="met", claim="cc0"), "established[0].claim", "c0"),
]


@pytest.mark.parametrize(("record", "place", "near"), REFERENCES, ids=[place for _, place, _ in REFERENCES])
def test_a_draft_refuses_an_unknown_reference_at_once(record: object, place: str, near: str | None) -> None:
    """A record that speaks of something not yet added is refused with its place, and the draft stays as it was."""
    base = [Source(id="kim", name="K"), Source(id="lee", name="L"), *claims(None)]
    draft = drafted(*base)
    for _ in range(2):
        with pytest.raises(UnknownId) as caught:
            draft.add(record)
        assert (place, near) == (caught.value.place, caught.value.near)
    assert drafted(*base).casebook() == draft.casebook()


@pytest.mark.parametrize(
    "record",
    [
        Note(kind="gap", about="nobody", text="t"),
        Statement(origin="kim", claim="c0", stance="asserts", standing=Standing(is_="corrected", by="nix")),
    ],
    ids=["note", "standing"],
)
def test_a_draft_refuses_every_other_unknown_reference_too(record: object) -> None:
    """What a note is about, and what a correction was made by, is checked as each reference is."""
    draft = drafted(Source(id="kim", name="K"), *claims(None))
    with pytest.raises(UnknownId):
        draft.add(record)


@pytest.mark.parametrize(
    "record",
    [
        Source(id="kim", name="again"),
        Claim(id="c0", text="again"),
        Statement(id="s", origin="kim", claim="c0", stance="denies"),
        Document(id="d", title="again"),
        Question(id="q", text="again", claims=("c0",)),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_draft_refuses_an_id_twice(record: object) -> None:
    """An id that a record of the kind has already is refused, and the draft stays as it was."""
    draft = drafted(
        Source(id="kim", name="K"),
        *claims(None),
        Document(id="d", title="D"),
        Question(id="q", text="?", claims=("c0",)),
        Statement(id="s", origin="kim", claim="c0", stance="asserts"),
    )
    before = draft.casebook()
    with pytest.raises(DuplicateId):
        draft.add(record)
    assert before == draft.casebook()


def test_an_id_may_serve_two_kinds() -> None:
    """A source and a claim may have the same id."""
    assert len(drafted(Source(id="x", name="X"), Claim(id="x", text="X.")).casebook().claims) == 1


def test_a_draft_can_be_carried_on() -> None:
    """Taking the casebook does not end the draft, and the casebook taken does not change."""
    draft = drafted(Source(id="kim", name="K"))
    first = draft.casebook()
    draft.add(Source(id="lee", name="L"))
    assert (len(first.sources), len(draft.casebook().sources)) == (1, 2)


@given(st.permutations(range(4)))
def test_the_order_of_adding_sources_is_the_order_of_the_casebook(order: list[int]) -> None:
    """A draft keeps the order in which records were added."""
    book = drafted(*(Source(id=f"s{n}", name="S") for n in order)).casebook()
    assert [f"s{n}" for n in order] == [source.id for source in book.sources]


def made_whole(book: Casebook, *records: Record) -> Casebook | list[tuple[str, str]]:
    """The casebook with these records, all of it checked; or its problems."""
    rows: dict[str, dict[object, Record]] = {
        name: {getattr(item, "id", place): item for place, item in enumerate(book.collection(name))}
        for name in COLLECTIONS
    }
    for item in records:
        mine = rows[collection_of(item)]
        name = getattr(item, "id", None)
        mine[len(mine) if name is None else name] = item
    try:
        return evolve(book, **{name: tuple(mine.values()) for name, mine in rows.items()})
    except InvalidCasebook as error:
        return codes(error)


def test_records_are_added_as_if_all_were_checked() -> None:
    """A casebook with other records is what it would be if it were checked from the start, or has the same problems."""
    added = refused = 0
    for seed in range(80):
        book = make_casebook(RandomChooser(seed), Limits(wordy=True))
        other = make_casebook(RandomChooser(seed + 1000), Limits(wordy=True, sources=8, claims=6, exhibits=2))
        rows = [item for name in COLLECTIONS for item in other.collection(name)]
        records = Random(seed).sample(rows, min(len(rows), 1 + seed % 4))
        expected = made_whole(book, *records)
        try:
            found: object = book.with_records(*records)
            added += 1
        except InvalidCasebook as error:
            found = codes(error)
            refused += 1
        assert expected == found
    assert min(added, refused) > 10
