"""The JSON Schema takes the casebooks that the library takes, and refuses what it refuses."""

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimtrack.io.casebooks import casebook_tables, loads, read, starter_text
from claimtrack.io.schema import json_schema
from claimtrack.model.casebook import Casebook

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "border_lockdowns" / "casebook.toml"
SCHEMA = Draft202012Validator(json_schema())


DAY = "2021-03-30"
FULL = {
    "title": "T",
    "cutoff": "2021-04",
    "policy": {"independence": "assumed", "ungraded": 0.1},
    "sources": [
        {"id": "kim", "name": "K", "kind": "official", "reliability": "F", "topics": {"t": "A"}, "protected": True,
         "descriptor": "d", "aliases": ["x"], "note": "n"},
        {"id": "lee", "name": "L"},
        {"id": "max", "name": "M"},
    ],
    "questions": [{"id": "why", "text": "Why?", "claims": ["a", "b"], "exhaustive": True}],
    "claims": [
        {"id": "a", "text": "A.", "kind": "prediction", "prior": 0.25, "topic": "t", "place": "p", "when": "2021?",
         "note": "n"},
        {"id": "b", "text": "B."},
    ],
    "statements": [
        {"id": "s", "origin": "kim", "claim": "a", "stance": "denies", "lineage": "took part", "via": ["lee"],
         "propensity": 0.3, "certainty": 0.5, "hedge": "h", "reliability": "B", "credibility": 3, "document": "d",
         "quote": "q", "terms": "deep background", "occurred": DAY, "observed": DAY, "stated": DAY,
         "published": DAY, "accessed": DAY,
         "standing": {"is": "corrected", "because": "b", "on": DAY, "by": "r"}},
        {"id": "r", "origin": "lee", "claim": "b", "stance": "asserts", "propensity": "serves",
         "lineage": "examined", "exhibits": ["d"], "via": ["kim", {"source": "max", "propensity": "serves"}]},
    ],
    "links": [
        {"id": "l", "from": "a", "to": "b", "sign": "undermines", "strength": 0.5, "because": "b"},
        {"id": "m", "from": "b", "to": "a", "sign": "supports", "strength": "weak"},
    ],
    "dependences": [
        {"id": "dep", "sources": ["kim", "lee"], "kind": "same owner", "strength": 0.8, "because": "b"}
    ],
    "established": [{"source": "kim", "because": "b", "claim": "a"}],
    "documents": [
        {"id": "d", "title": "T", "publisher": "p", "url": "u", "published": DAY, "accessed": DAY, "digest": "x",
         "archive_url": "v", "text": "t"},
        {"id": "e", "title": "E", "text": {"path": "e.txt"}},
    ],
    "notes": [{"kind": "right of reply", "about": "kim", "text": "t", "by": "b", "on": DAY}],
}  # fmt: skip


def good() -> dict:
    """The starter as plain tables."""
    return copy.deepcopy(casebook_tables(loads(starter_text("toml"), format="toml")))


def test_it_is_a_schema() -> None:
    """The schema is valid under draft 2020-12."""
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize(
    "book", [read(EXAMPLE), loads(starter_text("toml"), format="toml"), Casebook()], ids=["example", "starter", "empty"]
)
def test_it_takes_the_casebooks_we_ship(book: Casebook) -> None:
    """The example, the starter and the empty casebook are valid."""
    assert [error.message for error in SCHEMA.iter_errors(casebook_tables(book))] == []


def test_it_takes_every_field() -> None:
    """A casebook that gives every field of every record is valid, and each of its keys has a description."""
    assert [error.message for error in SCHEMA.iter_errors(FULL)] == []
    assert casebook_tables(loads(json.dumps(FULL), format="json")) == FULL


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("colour",), "red"),
        (("title",), 5),
        (("policy",), {"ungraded": 0.7}),
        (("policy",), {"ungarded": 0.1}),
        (("claims", 0, "txt"), "t"),
        (("claims", 0, "prior"), 0),
        (("claims", 0, "prior"), 1),
        (("claims", 0, "prior"), "0.5"),
        (("claims", 0, "kind"), "rumour"),
        (("claims", 0, "id"), "two words"),
        (("claims", 0, "id"), ""),
        (("sources", 0, "reliability"), "G"),
        (("sources", 0, "topics"), {"a": "Z"}),
        (("sources", 0, "confidential"), {"name": "x"}),
        (("sources", 0, "protected"), "yes"),
        (("statements", 0, "stance"), "says"),
        (("statements", 0, "propensity"), 0),
        (("statements", 0, "propensity"), "often"),
        (("statements", 0, "certainty"), 1.01),
        (("statements", 0, "credibility"), 0),
        (("statements", 0, "credibility"), 7),
        (("statements", 0, "via"), "gazette"),
        (("statements", 0, "via"), [{"propensity": "serves"}]),
        (("statements", 0, "via"), [{"source": "gazette", "propensity": 0}]),
        (("statements", 0, "exhibits"), "gazette"),
        (("statements", 0, "standing"), {"is": "gone"}),
        (("statements", 0, "standing"), {"is_": "stands"}),
        (("links",), [{"from_claim": "repairs", "to": "cracks", "sign": "supports"}]),
        (("links",), [{"from": "repairs", "to": "cracks", "sign": "supports", "strength": 1}]),
        (("audience",), "public"),
    ],
)
def test_it_refuses_what_the_library_refuses(place: tuple, value: object) -> None:
    """An unknown key, a word outside its list or a number out of range is invalid under both."""
    raw = good()
    inner = raw
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    assert list(SCHEMA.iter_errors(raw))
    with pytest.raises(ValueError, match="problem"):
        loads(json.dumps(raw), format="json")


@pytest.mark.parametrize("collection", ["sources", "questions", "claims", "statements", "documents", "notes"])
def test_required_fields_are_required(collection: str) -> None:
    """A record without any field is invalid."""
    assert list(SCHEMA.iter_errors({collection: [{}]}))


def test_files_may_name_their_schema() -> None:
    """`$schema`, by which editors find the schema, is allowed by the schema and by the reader alike."""
    raw = {"$schema": "https://example.org/casebook.schema.json"}
    assert list(SCHEMA.iter_errors(raw)) == []
    assert Casebook() == loads(json.dumps(raw), format="json")


def test_every_field_is_described() -> None:
    """Each property of each record has a description that editors can show."""
    schema = json_schema()
    records = [schema, *schema["$defs"].values()]
    bare = [
        name
        for record in records
        for name, field in record["properties"].items()
        if not field.get("description") and name != "$schema"
    ]
    assert bare == []


def test_no_docstring_is_no_description() -> None:
    """`python -OO` drops docstrings: the schema is then the same without the descriptions of records."""
    words = "from claimtrack.io.schema import json_schema; import json; print(json.dumps(json_schema()))"
    done = subprocess.run([sys.executable, "-OO", "-c", words], capture_output=True, text=True, check=True)
    expected = json_schema()
    for record in expected["$defs"].values():
        assert record.pop("description")
    assert expected == json.loads(done.stdout)
