"""Records read from tables are those that their constructors make, and nothing wrong slips through on the fast way."""

import gc
import json
import pickle

import pytest

from claimtrack.dates import PartialDate
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.io.casebooks import loads
from claimtrack.io.converter import converter
from claimtrack.io.json import load_json
from claimtrack.model.sources import Source
from claimtrack.model.statements import Relay, Standing, Statement

TABLE = {"origin": "kim", "claim": "fell", "stance": "asserts"}


def test_a_record_read_is_the_record_built() -> None:
    """A table with all shapes of values gives the record that the constructor gives, and one that cannot be changed."""
    table = TABLE | {
        "via": ["gazette", {"source": "herald", "propensity": 1}],
        "certainty": 1,
        "stated": "2021-03~",
        "standing": {"is": "corrected"},
    }
    read = converter().structure(table, Statement)
    built = Statement(
        **TABLE,
        via=("gazette", Relay(source="herald", propensity=1.0)),
        stated=PartialDate("2021-03~"),
        standing=Standing(is_="corrected"),
    )
    assert built == read
    assert hash(built) == hash(read)
    assert Statement is type(read)
    assert built == pickle.loads(pickle.dumps(read))  # noqa: S301
    with pytest.raises(AttributeError):
        read.stance = "denies"


def test_a_default_is_the_constructors() -> None:
    """What a table leaves out has the value that it has in a record built without it."""
    assert Source(id="kim", name="Kim") == converter().structure({"id": "kim", "name": "Kim"}, Source)


@pytest.mark.parametrize(
    "wrong",
    [
        {"statements": [TABLE | {"hedgee": "so"}]},
        {"statements": [{"origin": "kim", "claim": "fell"}]},
        {"statements": [TABLE | {"unshown": []}]},
        {"statements": [TABLE | {"standing": ""}]},
        {"statements": [TABLE | {"standing": []}]},
        {"statements": [TABLE | {"stated": "2021-03", "published": "2020"}]},
        {"statements": [[]]},
        {"statements": {}},
        {"statements": ""},
        {"policy": ""},
    ],
)
def test_what_is_no_table_or_has_a_wrong_key_is_refused(wrong: dict[str, object]) -> None:
    """A key too many or too few, a field that no file holds, dates that run backwards, and what is no table."""
    tables = {"sources": [{"id": "kim", "name": "Kim"}], "claims": [{"id": "fell", "text": "It fell."}]} | wrong
    with pytest.raises(InvalidCasebook) as caught:
        loads(json.dumps(tables), format="json")
    assert [next(iter(wrong))] == [problem.place.split("[")[0].split(".")[0] for problem in caught.value.problems]


@pytest.mark.parametrize("id_", ["a-b", "ä1", "a.b:c_d-", "9", "a" * 100])
def test_an_id_may_have_hyphens_inside(id_: str) -> None:
    """After a letter or a digit, an id may have points, colons, hyphens and underscores too."""
    assert id_ == converter().structure(TABLE | {"id": id_}, Statement).id


@pytest.mark.parametrize("id_", ["", "-", "-a", "_a", "a b", "a\n", "--", "a" * 101, "a" * 100 + "-", "a/b"])
def test_a_bad_id_is_refused_in_a_table_too(id_: str) -> None:
    """No quick look lets an id through that the rule forbids."""
    with pytest.raises(Exception, match="id"):
        converter().structure(TABLE | {"id": id_}, Statement)


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "a", "title": "b"}',
        '{"title" : "a", "title" : "b"}',
        '{"title" : "a", "title":"\\":"}',
        '{"title": ":", "title": "b"}',
        '{"a": "\\":", "title" : "a", "title": "b"}',
        '{"claims": [{"id": "a", "id": "b"}], "title": "see: \\u003a"}',
        '{"t\\u0069tle": "a", "title": "b"}',
        '{"a:b": 1, "a:b": 2}',
    ],
)
def test_a_duplicate_key_is_found_whatever_else_has_colons(text: str) -> None:
    """Keys are counted against colons; a colon in a text, or apart from its key, hides no duplicate."""
    with pytest.raises(InvalidCasebook) as caught:
        load_json(text)
    assert {"duplicate-key"} == {problem.code for problem in caught.value.problems}


@pytest.mark.parametrize("text", ['{"title": "10:30"}', '{"title" : "a"}', '{"a": "\\":"}', '{"a": {"a": 1}}', "{}"])
def test_colons_alone_are_no_duplicates(text: str) -> None:
    """A text with colons, or blanks before them, is read as the parser reads it."""
    assert json.loads(text) == load_json(text)


@pytest.mark.parametrize("was_on", [True, False])
def test_the_search_for_garbage_is_left_as_it_was(was_on: bool) -> None:  # noqa: FBT001
    """Reading pauses it, and turns it on again only where it was on, also after a file that cannot be read."""
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        loads("{}", format="json")
        with pytest.raises(InvalidCasebook):
            loads("{", format="json")
        assert was_on == gc.isenabled()
    finally:
        (gc.enable if before else gc.disable)()
