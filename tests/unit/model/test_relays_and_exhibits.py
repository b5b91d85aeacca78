"""Relays with an interest of their own, and what an origin examined: as records, in files, and between records."""

import copy
import pickle

import pytest

from claimtrack.errors import InvalidCasebook, Problem
from claimtrack.io.casebooks import dumps, loads
from claimtrack.model import Casebook, Claim, Document, Draft, Relay, Source, Statement
from claimtrack.network.build import build

SAID = {"origin": "lab", "claim": "fell", "stance": "asserts"}
START = """\
[[sources]]
id = "lab"
name = "The Lab"
[[sources]]
id = "paper"
name = "The Paper"
[[sources]]
id = "service"
name = "The Service"
[[sources]]
id = "camera"
name = "The Camera"
kind = "sensor"
[[documents]]
id = "video"
title = "A video"
[[claims]]
id = "fell"
text = "It fell."
[[statements]]
origin = "lab"
claim = "fell"
stance = "asserts"
"""


def said(text: str) -> Statement:
    """The statement of a casebook in TOML, with some lines more."""
    return loads(START + text, format="toml").statements[0]


def problem_in(text: str) -> Problem:
    """The only problem of a casebook in TOML whose statement has some lines more."""
    with pytest.raises(InvalidCasebook) as caught:
        said(text)
    (found,) = caught.value.problems
    return found


def test_an_id_alone_is_a_neutral_relay() -> None:
    """A relay may be given by its id; it is kept as a neutral one, and `relays` gives the ids."""
    statement = Statement(**SAID, via=("paper", Relay(source="service", propensity="serves")))
    assert statement.via == (Relay(source="paper"), Relay(source="service", propensity="serves"))
    assert statement.relays == ("paper", "service")
    assert statement == pickle.loads(pickle.dumps(statement)) == copy.deepcopy(statement)  # noqa: S301
    assert hash(statement) == hash(Statement(**SAID, via=(Relay(source="paper"), statement.via[1])))


def test_files_keep_the_id_where_a_relay_is_neutral(subtests: pytest.Subtests) -> None:
    """A neutral relay is written as its id, any other as a table; both formats read back what they wrote."""
    written = 'via = ["paper", { source = "service", propensity = "serves" }]'
    book = loads(START + 'via = [{source="paper"}, {source="service",propensity="serves"}]',
                 format="toml")  # fmt: skip
    assert written in dumps(book, format="toml")
    for form in ("toml", "json"):
        with subtests.test(form):
            assert book == loads(dumps(book, format=form), format=form)
    assert said('via = [{ source = "paper", propensity = 1 }]').via[0].propensity == 1.0


WRONG = [
    ("via = [5]", "wrong-type", "statements[0].via[0]"),
    ('via = { source = "paper" }', "wrong-type", "statements[0].via"),
    ('via = ["paper", { propensity = "serves" }]', "missing-field", "statements[0].via[1].source"),
    ('via = [{ source = "paper", propensity = 0 }]', "out-of-range", "statements[0].via[0].propensity"),
    ('via = [{ source = "paper", propensity = "serve" }]', "not-one-of", "statements[0].via[0].propensity"),
    ('via = [{ source = "paper", interest = 1 }]', "unknown-key", "statements[0].via[0].interest"),
    ('via = [{ source = "papre", propensity = 1 }]', "unknown-id", "statements[0].via[0]"),
    ('via = ["paper", { source = "paper" }]', "source-twice-in-chain", "statements[0].via[1]"),
    ('exhibits = "video"', "wrong-type", "statements[0].exhibits"),
    ('exhibits = ["vidoe"]', "unknown-id", "statements[0].exhibits[0]"),
    ('exhibits = ["video", "paper"]', "not-an-exhibit", "statements[0].exhibits[1]"),
    ('exhibits = ["camera", "video", "camera"]', "duplicate-id", "statements[0].exhibits[2]"),
]


@pytest.mark.parametrize(("text", "code", "place"), WRONG, ids=[text for text, _, _ in WRONG])
def test_each_mistake_has_its_place(text: str, code: str, place: str) -> None:
    """A mistake in a relay or an exhibit is reported where it stands in the list."""
    found = problem_in(text)
    assert (code, place) == (found.code, found.place)


def test_errors_say_what_to_write() -> None:
    """An unknown exhibit comes with the nearest name, and a source that is none with what to write instead."""
    assert 'unknown exhibit "vidoe"; did you mean "video"?' in str(problem_in('exhibits = ["vidoe"]'))
    told = str(problem_in('exhibits = ["paper"]'))
    assert "is of kind person; expected a document, or a source of kind record or sensor; write" in told


def test_of_one_id_the_record_is_meant() -> None:
    """An id that a document and a person share means the document; one that a sensor has means the sensor."""
    sources = (Source(id="lab", name="Lab"), Source(id="tape", name="Tape"))
    claims, documents = (Claim(id="fell", text="It fell."),), (Document(id="tape", title="A tape"),)
    statement = Statement(**SAID, lineage="examined", exhibits=("tape",))
    book = Casebook(sources=sources, claims=claims, documents=documents, statements=(statement,))
    assert [chain.exhibits for chain in build(book).chains["fell"]] == [("tape",)]


def test_a_draft_checks_exhibits_at_once() -> None:
    """A statement about an exhibit that was not added yet is refused."""
    draft = Draft()
    for record in (Source(id="lab", name="Lab"), Claim(id="fell", text="It fell.")):
        draft.add(record)
    with pytest.raises(Problem, match="unknown exhibit"):
        draft.add(Statement(**SAID, exhibits=("video",)))


def test_who_examined_something_is_established() -> None:
    """With an exhibit an examiner is established, and rests on it; without one, or by another lineage, it is not."""
    lines = {'lineage = "examined"\nexhibits = ["video", "camera"]': ("examined: 2 exhibits", ("video", "camera")),
             'lineage = "examined"': (None, ()),
             'lineage = "deduced"\nexhibits = ["video"]': (None, ()),
             'lineage = "witnessed"\nexhibits = ["video"]': ("first-hand: witnessed", ())}  # fmt: skip
    for text, expected in lines.items():
        (chain,) = build(loads(START + text, format="toml")).chains["fell"]
        assert expected == (chain.established, chain.exhibits)


def test_a_record_that_speaks_rests_on_itself() -> None:
    """A sensor that speaks itself is one with those who examined it, if its statement is established."""
    more = '[[statements]]\norigin = "camera"\nclaim = "fell"\nstance = "asserts"\n'
    _, told = build(loads(START + more, format="toml")).chains["fell"]
    _, recorded = build(loads(START + more + 'lineage = "recorded"', format="toml")).chains["fell"]
    assert [told.exhibits, recorded.exhibits] == [(), ("camera",)]


def test_a_wrong_type_in_via_tells_of_tables() -> None:
    """Who writes something else into `via` is told that relays may be tables, with a source and a propensity."""
    with pytest.raises(InvalidCasebook) as caught:
        said('via = "paper"')
    assert 'or of tables such as { source = "one", propensity = "serves" }, got text' in str(caught.value)
