"""What is written reads back as the same casebook, and the canonical form to the byte."""

import json
from pathlib import Path
from typing import Self

import pytest
from hypothesis import example, given, strategies as st

from claimtrack.dates import PartialDate
from claimtrack.errors.failures import UnreadableFile
from claimtrack.io.casebooks import FORMATS, casebook_digest, casebook_tables, dumps, loads, read, starter_text, write
from claimtrack.model.casebook import Casebook, Policy
from claimtrack.model.claims import Claim, Link, Question
from claimtrack.model.documents import Document, TextFile
from claimtrack.model.notes import Note
from claimtrack.model.sources import Dependence, Established, Source
from claimtrack.model.statements import Standing, Statement
from claimtrack.text.canonical_json import canonical_json

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "border_lockdowns" / "casebook.toml"
_HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.text("\"'\\\x7f\x00\x01\x1b\x1f\t\r\n\b\f\x85\u2028\u2029\u202e\ufeff#=[]{},. ", max_size=12),
    st.sampled_from(["2021-3-30", "1979-05-27T07:32:00Z", "07:32:00", "nan", "inf", "true", "1e5", "0x10", '"""']),
)
_SAID = _HOSTILE.filter(lambda text: text.strip())
_DATES = st.none() | st.sampled_from(
    ["2021", "2021-03", "2021-03-30", "2021-03~", "2020?", "2021%", "2021-01/2021-03", "2021-03-30T10:00:00+09:00"]
).map(PartialDate)
_GRADE = st.sampled_from("ABCDEF")
_NUMBER = st.floats(1e-9, 1.0, exclude_max=True)


def full(text: str = "Some text.") -> Casebook:
    """A casebook in which every field of every record is given."""
    day = PartialDate("2021-03-30")
    return Casebook(
        title=text,
        cutoff=PartialDate("2021-04"),
        policy=Policy(independence="assumed", ungraded=0.1),
        sources=(
            Source(id="kim", name=text, kind="official", reliability="F", topics={text: "A", "b": "E"}, protected=True,
                   descriptor=text, aliases=(text, "x"), note=text),
            Source(id="gazette", name="G"),
        ),
        questions=(Question(id="why", text=text, claims=("a", "b"), exhaustive=True),),
        claims=(
            Claim(id="a", text=text, kind="prediction", prior=0.25, topic=text, place=text, when=day, note=text),
            Claim(id="b", text="B."),
            Claim(id="c", text="C.", kind="opinion"),
        ),
        statements=(
            Statement(id="s", origin="kim", claim="a", stance="denies", lineage="took part", via=("gazette",),
                      propensity=0.3, certainty=0.5, hedge=text, reliability="B", credibility=3, document="d",
                      quote=text, terms="deep background", occurred=day, observed=day, stated=day, published=day,
                      accessed=day, standing=Standing(is_="corrected", because=text, on=day, by="statements-1")),
            Statement(origin="gazette", claim="b", stance="asserts", propensity="serves"),
        ),
        links=(Link(id="l", from_claim="a", to_claim="c", sign="undermines", strength=0.5, because=text),
               Link(from_claim="b", to_claim="c", sign="supports", strength="weak")),
        dependences=(Dependence(id="dep", sources=("kim", "gazette"), kind="same owner", strength=0.8, because=text),),
        established=(Established(source="kim", because=text, claim="a"), Established(source="gazette", because="b")),
        documents=(
            Document(id="d", title=text, publisher=text, url=text, published=day, accessed=day, digest=text,
                     archive_url=text, text=text),
            Document(id="e", title="E", text=TextFile(path="e.txt")),
        ),
        notes=(Note(kind="right of reply", about="kim", text=text, by=text, on=day), Note(kind="gap", text="g")),
    )  # fmt: skip


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("text", ["2021-03-30", "2021-02-30"])
def test_text_that_looks_like_a_date_stays_text(form: str, text: str) -> None:
    """A title, a note or a quote may be a bare date, or a day that never was, and reads back as text."""
    assert full(text) == loads(dumps(full(text), format=form), format=form)


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_field_survives(form: str) -> None:
    """A casebook with every field given reads back as itself, from either format."""
    assert full() == loads(dumps(full(), format=form), format=form)


@pytest.mark.parametrize("form", list(FORMATS))
def test_writing_is_stable(form: str) -> None:
    """What was read from a written file is written again as the same bytes."""
    once = dumps(full(), format=form)
    assert once == dumps(loads(once, format=form), format=form)


@pytest.mark.parametrize("form", list(FORMATS))
@given(text=_SAID)
@example(text='"""')
@example(text="\x7f\x85\u2028")
@example(text="a\r\nb\tc")
@example(text="\\u0041 \\")
def test_hostile_text_survives(form: str, text: str) -> None:
    """Any text in every text field at once reads back as itself, and the second writing is the first."""
    book = full(text)
    once = dumps(book, format=form)
    again = loads(once.encode(), format=form)
    assert book == again
    assert once == dumps(again, format=form)


@given(book=st.builds(
    lambda grade, number, dates, text: full().with_records(
        Source(id="kim", name="K", reliability=grade, topics={text: grade} if grade else {}),
        Claim(id="b", text=text, when=dates),
        Statement(id="s2", origin="kim", claim="b", stance="asserts", certainty=number, propensity=number,
                  occurred=dates, hedge=text),
    ),
    st.none() | _GRADE, _NUMBER, _DATES, _SAID,
))  # fmt: skip
def test_both_formats_hold_the_same(book: Casebook) -> None:
    """TOML and JSON of a casebook read as the same casebook with the same digest, to the last bit of a number."""
    from_toml = loads(dumps(book, format="toml"), format="toml")
    from_json = loads(dumps(book, format="json"), format="json")
    assert book == from_toml
    assert book == from_json
    assert casebook_digest(book) == casebook_digest(from_toml) == casebook_digest(from_json)


def test_json_says_what_plain_says() -> None:
    """The JSON form is the plain tables, and the digest is of them."""
    assert casebook_tables(full()) == json.loads(dumps(full(), format="json"))
    assert canonical_json(casebook_tables(full())) == canonical_json(json.loads(dumps(full(), format="json")))


def test_what_has_its_default_is_left_out() -> None:
    """A casebook without anything is an empty object, and a claim has only what was given."""
    assert casebook_tables(Casebook()) == {}
    assert casebook_tables(Casebook(claims=(Claim(id="a", text="A."),))) == {"claims": [{"id": "a", "text": "A."}]}


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_example_and_the_starter_survive(form: str) -> None:
    """The example and the starter read back as themselves, and have claims and statements."""
    for book in (read(EXAMPLE), loads(starter_text("toml"), format="toml")):
        assert book == loads(dumps(book, format=form), format=form)
        assert book.claims
        assert book.statements
    assert loads(starter_text("toml"), format="toml") == loads(starter_text("json"), format="json")


@pytest.mark.parametrize(
    ("toml", "text"),
    [
        ("2021-03-30", "2021-03-30"),
        ('"2021-03-30"', "2021-03-30"),
        ('"2021-03~"', "2021-03~"),
        ("2021-03-30T10:00:00", "2021-03-30T10:00:00"),
        ("2021-03-30T10:00:00Z", "2021-03-30T10:00:00Z"),
        ("2021-03-30 10:00:00+09:00", "2021-03-30T10:00:00+09:00"),
    ],
)
def test_toml_dates(toml: str, text: str) -> None:
    """A TOML date and the same date in quotation marks are one date."""
    assert PartialDate(text) == loads(f"cutoff = {toml}", format="toml").cutoff


@pytest.mark.parametrize("name", ["case.toml", "case.json"])
def test_write_then_read(tmp_path, name: str) -> None:
    """A written file reads back as the casebook, and writing it again changes no byte."""
    path = tmp_path / name
    write(full(), path)
    first = path.read_bytes()
    assert full() == read(path)
    write(read(path), path)
    assert first == path.read_bytes()
    assert [name] == [file.name for file in tmp_path.iterdir()]


@pytest.mark.parametrize("when", ["fsync", "replace", "write", "chmod"])
def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch, when: str) -> None:
    """Where the disk fails at any moment, the old file stays whole and nothing else is left behind."""
    path = tmp_path / "case.toml"
    write(Casebook(title="old"), path)
    before = path.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    if when == "fsync":
        monkeypatch.setattr("os.fsync", fail)
    elif when == "write":
        import os  # noqa: PLC0415

        opened = os.fdopen

        def failing(*args: object, **kwargs: object) -> object:
            file = opened(*args, **kwargs)
            return _Full(file)

        monkeypatch.setattr("os.fdopen", failing)
    else:
        monkeypatch.setattr(Path, when, fail)
    with pytest.raises(UnreadableFile, match="no space left"):
        write(Casebook(title="new"), path)
    monkeypatch.undo()
    assert before == path.read_bytes()
    assert [file.name for file in tmp_path.iterdir()] == ["case.toml"]


class _Full:
    """A file on a disk that is full."""

    def __init__(self, file) -> None:
        self._file = file

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, content: bytes) -> None:
        self._file.write(content[:1])
        raise OSError(28, "No space left on device")


_NUL = "case\x00.toml"


@pytest.mark.parametrize("name", ["none/case.toml", _NUL, "x" * 300 + ".toml"])
def test_a_place_that_cannot_be_written_or_read(tmp_path, name: str) -> None:
    """A folder that is not there, or a name no disk takes, is an error of the library and an OSError."""
    with pytest.raises(UnreadableFile) as caught:
        write(Casebook(), f"{tmp_path}/{name}")
    assert isinstance(caught.value, OSError)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(UnreadableFile):
        read(f"{tmp_path}/{name}")


def test_reading_a_folder_is_an_error_of_the_library(tmp_path) -> None:
    """A folder is not a casebook file."""
    (tmp_path / "case.toml").mkdir()
    with pytest.raises(UnreadableFile):
        read(tmp_path / "case.toml")
