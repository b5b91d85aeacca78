"""The commands of the ledger: what they print for whom, how they end, and that nothing is lost."""

import json
import re
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

import claimtrack as ct
from claimtrack.cli._commands import COMMANDS
from claimtrack.cli.main import main
from claimtrack.ledger.ledger import Ledger

CASE = """\
title = "A bridge"

[[sources]]
id = "kim"
name = "Kim Bora"
reliability = "B"
protected = true
descriptor = "an engineer"

[[sources]]
id = "gazette"
name = "The Gazette"
kind = "media"
reliability = "C"

[[documents]]
id = "letter"
title = "The letter"

[[claims]]
id = "cracks"
text = "There were cracks in the bridge."

[[claims]]
id = "closed"
text = "The bridge was closed for the cracks."

[[links]]
from = "cracks"
to = "closed"
sign = "supports"

[[statements]]
id = "seen"
origin = "kim"
claim = "cracks"
stance = "asserts"
lineage = "witnessed"
terms = "background"

[[statements]]
id = "written"
origin = "gazette"
claim = "cracks"
stance = "asserts"
lineage = "witnessed"
terms = "on the record"
document = "letter"
"""
MORE = """\
[[statements]]
origin = "gazette"
claim = "closed"
stance = "denies"
terms = "on the record"
"""


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a casebook, its private file, and a ledger of it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    private = tmp_path / "case.private.toml"
    private.write_text('[sources.kim]\nname = "Kim Realname"\ncontact = "kim@example.org"\n', encoding="utf-8")
    private.chmod(0o600)
    assert main(["ledger", "init", "case.ledger", "case.toml", "--learned", "2021-03-01"]) == 0
    return tmp_path


def ledger(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> str:
    """What a command of the ledger prints; on the error stream where it fails."""
    capsys.readouterr()
    assert main(["ledger", *words]) == status, capsys.readouterr().err
    out, err = capsys.readouterr()
    return out if status == 0 else err


def data(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """What it prints as JSON."""
    return json.loads(ledger(capsys, *words, "--format", "json"))


def heads() -> tuple[int, str]:
    """Where the ledger ends."""
    with Ledger("case.ledger") as opened:
        return opened.head.count, opened.head.hash


INTERNAL = ("--audience", "internal")


@pytest.mark.usefixtures("case")
def test_what_is_appended_prints_the_head_to_pin(capsys: pytest.CaptureFixture[str]) -> None:
    """The number of events and the hash, which `verify` takes again."""
    out = ledger(capsys, "grade", "case.ledger", "kim", "A", *INTERNAL)
    count, head = heads()
    assert f"case.ledger: 1 event added; {count} events, head {head}" in out
    assert "intact" in ledger(capsys, "verify", "case.ledger", "--head", head, "--count", str(count))
    assert "because Kim Bora is now graded A, no longer B" in out


@pytest.mark.usefixtures("case")
def test_a_retraction_tells_all_that_rests_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Before and after, with the alerts, and what stays as it is."""
    found = data(
        capsys, "retract", "case.ledger", "seen", "--because", "he was mistaken", "--told", "the desk", *INTERNAL
    )
    assert found["rests_on_it"] == ["cracks", "closed"]
    assert {"cracks", "closed"} == {one["claim"] for one in found["moved"]}
    assert all(one["after"] < one["before"] for one in found["moved"])
    assert [one["kind"] for one in found["events"]] == ["retracted"]
    assert found["events"][0]["told"] == ["the desk"]
    last = data(capsys, "retract", "case.ledger", "written", "--because", "so was it", *INTERNAL)
    assert ("cracks", "established") in {(one["claim"], one["kind"]) for one in last["alerts"]}
    out = ledger(capsys, "restore", "case.ledger", "seen", "--because", "he was right", *INTERNAL)
    assert "is raised from" in out


@pytest.mark.usefixtures("case")
def test_a_document_or_source_is_retracted_with_all_its_statements(capsys: pytest.CaptureFixture[str]) -> None:
    """One event for each statement that was found in it, or that it made."""
    assert data(capsys, "retract", "case.ledger", "letter", "--because", "forged")["added"] == 1
    assert data(capsys, "retract", "case.ledger", "kim", "--because", "mistaken")["added"] == 1
    assert "no statement that stands" in ledger(capsys, "retract", "case.ledger", "kim", "--because", "?", status=2)


@pytest.mark.usefixtures("case")
def test_a_correction_keeps_what_was_there(capsys: pytest.CaptureFixture[str]) -> None:
    """The log tells the new text and the old one, why, by whom, and who was told."""
    words = ("--because", "imprecise", "--by", "Ada", "--told", "the source", "--so", "2021-03-02")
    ledger(
        capsys, "correct", "case.ledger", "cracks", "--set", "text=There were two cracks.", "--set", "prior=0.4", *words
    )
    (event,) = data(capsys, "log", "case.ledger", "--kind", "corrected", "--about", "cracks")["events"]
    assert "text is “There were two cracks.”, and was “There were cracks in the bridge.”" in event["text"]
    assert event["event"]["changes"] == {"text": "There were two cracks.", "prior": 0.4}
    text = ledger(capsys, "log", "case.ledger", "--about", "claims/cracks")
    assert all(word in text for word in ("imprecise", "Ada", "the source", "2021-03-02"))
    assert "no such event" in ledger(capsys, "log", "case.ledger", "--since", "2031-01-01")


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("kim", "reliability=none", None),
        ("kim", "reliability=A", "A"),
        ("kim", "protected=false", False),
        ("kim", 'aliases=["K", "B"]', ("K", "B")),
        ("kim", "name=1984", "1984"),
        ("seen", "certainty=0.5", 0.5),
        ("seen", "propensity=1", 1.0),
        ("seen", 'standing={ is = "corrected" }', ct.Standing(is_="corrected")),
        ("seen", "stated=2021-03-02", ct.PartialDate("2021-03-02")),
        ("seen", "stated=2021-03~", ct.PartialDate("2021-03~")),
        ("seen", "quote=a = b", "a = b"),
    ],
)
def test_values_are_written_as_they_are_meant(
    capsys: pytest.CaptureFixture[str], name: str, field: str, value: object
) -> None:
    """As TOML has them where the field takes that, else as the text that they are."""
    ledger(capsys, "correct", "case.ledger", name, "--set", field, "--because", "so it is")
    with Ledger("case.ledger") as opened:
        record = opened.record("sources" if name == "kim" else "statements", name)
    assert value == getattr(record, field.partition("=")[0])


def test_records_are_added_from_a_file(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What has no id gets its place; mistakes are told with the line of that file."""
    (case / "more.toml").write_text(MORE, encoding="utf-8")
    assert [e["kind"] for e in data(capsys, "add", "case.ledger", "more.toml", *INTERNAL)["events"]] == ["added"]
    (case / "more.toml").write_text(MORE.replace("closed", "closd") + 'hegde = "x"\n', encoding="utf-8")
    told = ledger(capsys, "add", "case.ledger", "more.toml", status=1)
    assert "more.toml: 2 problems" in told
    assert 'statements[0].claim (line 3): unknown claim "closd"; did you mean "closed"?' in told
    assert 'statements[0].hegde (line 6): unknown key; did you mean "hedge"?' in told
    (case / "more.toml").write_text('title = "B"\n', encoding="utf-8")
    assert "title (line 1): unknown key" in ledger(capsys, "add", "case.ledger", "more.toml", status=1)
    (case / "more.toml").write_text("[[claims]]\nid = 'cracks'\ntext = '?'\n", encoding="utf-8")
    assert "the casebook has it already" in ledger(capsys, "add", "case.ledger", "more.toml", status=1)


def test_importing_a_casebook_takes_its_difference(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing where nothing changed; the as-of of then stays, and the ledger's casebook is the file's."""
    assert "nothing to add" in ledger(capsys, "import", "case.ledger", "case.toml")
    count, _ = heads()
    changed = CASE.replace('reliability = "B"', 'reliability = "D"').replace("A bridge", "A bridge at night")
    (case / "case.toml").write_text(changed + MORE, encoding="utf-8")
    assert data(capsys, "import", "case.ledger", "case.toml", "--because", "asked again")["added"] == 3
    ledger(capsys, "as-of", "case.ledger", "-o", "now.toml", *INTERNAL)
    assert ct.diff(ct.read("case.toml"), ct.read("now.toml")) == ()
    (case / "now.toml").unlink()
    assert count + 3 == heads()[0]


@pytest.mark.usefixtures("case")
def test_what_was_believed_and_what_was_so_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    """A grade that has held since the 2nd was not known on the 1st, and held on the 2nd."""
    ledger(capsys, "grade", "case.ledger", "kim", "E", "--so", "2021-03-02")
    so = json.loads(ledger(capsys, "as-of", "case.ledger", "--so-on", "2021-03-01", "--format", "json", *INTERNAL))
    assert so["sources"][0]["reliability"] == "B"
    so = json.loads(ledger(capsys, "as-of", "case.ledger", "--so-on", "2021-03-02", "--format", "json", *INTERNAL))
    assert so["sources"][0]["reliability"] == "E"
    assert ledger(capsys, "as-of", "case.ledger", "2021-03-01", "--format", "json").strip() == "{}"


@pytest.mark.usefixtures("case")
def test_sources_are_merged_and_split(capsys: pytest.CaptureFixture[str]) -> None:
    """One origin of two, and two again."""
    ledger(capsys, "merge", "case.ledger", "gazette", "kim", "--because", "he writes for it")
    assert "already" in ledger(capsys, "merge", "case.ledger", "gazette", "kim", "--because", "?", status=2)
    with Ledger("case.ledger") as opened:
        assert ct.score(opened.casebook())["cracks"].counts.origins == 1
    ledger(capsys, "split", "case.ledger", "kim", "gazette", "--because", "he does not")
    assert "name the statements" in ledger(capsys, "split", "case.ledger", "kim", "gazette", "--because", "?", status=2)
    ledger(capsys, "split", "case.ledger", "kim", "gazette", "seen", "--because", "it was the reporter")
    with Ledger("case.ledger") as opened:
        assert [one.origin for one in opened.casebook().statements] == ["gazette", "gazette"]


@pytest.mark.usefixtures("case")
def test_a_removed_record_stays_in_the_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    """It is gone from the casebook, and what speaks of it must go first."""
    assert "unknown claim" in ledger(capsys, "remove", "case.ledger", "cracks", "--because", "?", status=1)
    ledger(capsys, "remove", "case.ledger", "written", "--because", "another case's")
    with Ledger("case.ledger") as opened:
        assert [one.id for one in opened.casebook().statements] == ["seen"]
    assert len(data(capsys, "log", "case.ledger", "--kind", "removed")["events"]) == 1


def test_histories_records_and_calibration_in_every_form(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each can be printed in every form, and written to a file."""
    ledger(capsys, "resolve", "case.ledger", "cracks", "true", "--because", "photographs")
    for form in ("text", "markdown", "html", "csv", "json"):
        for words in (("history", "case.ledger", "cracks"), ("record", "case.ledger"), ("calibration", "case.ledger")):
            assert ledger(capsys, *words, "--format", form)
        assert ledger(capsys, "diff", "case.ledger", "2021-02-01", "--format", form)
        assert ledger(capsys, "log", "case.ledger", "--format", form)
    found = data(capsys, "record", "case.ledger", *INTERNAL)
    assert next(one["said"]["asserted"] for one in found["sources"] if one["source"] == "kim") == [1, 1]
    assert len(data(capsys, "calibration", "case.ledger", *INTERNAL)["forecasts"]) == 1
    ledger(capsys, "history", "case.ledger", "cracks", "-o", "history.html")
    ledger(capsys, "calibration", "case.ledger", "-o", "calibration.html")
    assert "<svg" in (case / "history.html").read_text(encoding="utf-8")
    assert "Brier score" in (case / "calibration.html").read_text(encoding="utf-8")
    ledger(capsys, "resolve", "case.ledger", "cracks", "open", "--because", "the photographs are old")
    assert data(capsys, "record", "case.ledger")["sources"] == []


@pytest.mark.usefixtures("case")
def test_all_commands_that_take_a_casebook_take_a_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    """They see the casebook as it is now, with its private file, and protect what is in that."""
    for words in (("score",), ("report",), ("explain", "cracks"), ("next",), ("check",), ("compare",)):
        capsys.readouterr()
        assert main([words[0], "case.ledger", *words[1:]]) == 0
        assert "Realname" not in capsys.readouterr().out
    assert main(["diff", "case.toml", "case.ledger"]) == 0
    assert main(["convert", "case.ledger", "again.toml"]) == 0
    assert ct.read("again.toml") == ct.read("case.toml")


PUBLIC = [
    ("as-of", "case.ledger"),
    ("as-of", "case.ledger", "--format", "json"),
    ("diff", "case.ledger", "2021-02-01", "--format", "json"),
    ("history", "case.ledger", "cracks"),
    ("history", "case.ledger", "cracks", "--format", "json"),
    ("record", "case.ledger", "--format", "json"),
    ("calibration", "case.ledger", "--format", "html"),
    ("grade", "case.ledger", "kim", "E", "--format", "json"),
    ("correct", "case.ledger", "kim", "--set", "name=Kim Other", "--because", "renamed", "--format", "json"),
    ("verify", "case.ledger"),
]


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize("words", PUBLIC, ids=" ".join)
def test_what_goes_into_a_pipe_names_no_protected_source(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    """Neither by name nor by id nor by what the private file holds."""
    ledger(capsys, "resolve", "case.ledger", "cracks", "true", "--because", "Kim Bora showed it")
    out = ledger(capsys, *words)
    assert [word for word in ("Kim", "kim", "Bora", "Realname", "example.org") if word in out] == []


@pytest.mark.usefixtures("case")
def test_a_source_that_is_protected_later_is_protected_in_the_past(capsys: pytest.CaptureFixture[str]) -> None:
    """What could be shown once is hidden in all that is shown from now on."""
    with Ledger("case.ledger") as opened:
        now = opened.head
        moment = next(iter(opened.events())).recorded
    assert moment is not None
    assert "The Gazette" in ledger(capsys, "as-of", "case.ledger", moment.text)
    ledger(capsys, "correct", "case.ledger", "gazette", "--set", "protected=true", "--because", "threatened")
    assert "Gazette" not in ledger(capsys, "as-of", "case.ledger", moment.text)
    assert "Gazette" not in ledger(capsys, "history", "case.ledger", "cracks")
    assert now.count < heads()[0]


def test_the_old_name_of_a_protected_source_is_as_hidden_as_the_new_one(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In old texts and in new ones, in what is shown of the past and of now, by every command."""
    ledger(capsys, "correct", "case.ledger", "closed", "--set", "text=Kim Bora closed it.", "--because", "so she says")
    ledger(capsys, "correct", "case.ledger", "kim", "--set", "name=Ada Quell", "--because", "her name is another")
    for words in (
        ("ledger", "as-of", "case.ledger"),
        ("ledger", "as-of", "case.ledger", "--so-on", "2021-03-01"),
        ("ledger", "diff", "case.ledger", "2021-02-01", "--format", "json"),
        ("ledger", "history", "case.ledger", "closed"),
        ("ledger", "record", "case.ledger"),
        ("score", "case.ledger", "--format", "json"),
        ("report", "case.ledger"),
        ("convert", "case.ledger", "public.toml", "--audience", "public", "--force"),
    ):
        capsys.readouterr()
        assert main([*words]) == 0, capsys.readouterr().err
        out = (
            capsys.readouterr().out + (case / "public.toml").read_text()
            if words[0] == "convert"
            else capsys.readouterr().out
        )
        assert [word for word in ("Bora", "Quell", "Kim") if word in out] == [], words


@pytest.mark.usefixtures("case")
def test_what_cannot_be_shown_is_added_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """The head is printed, with a warning that names the field, and nothing of what is protected."""
    text = "text=The bridge was closed, said kim@example.org."
    ledger(capsys, "correct", "case.ledger", "closed", "--set", text, "--because", "so it is")
    count = heads()[0]
    with mock.patch("claimtrack.privacy.redact.replacing", return_value=str):
        words = ["ledger", "grade", "case.ledger", "kim", "E", "--format", "json"]
        assert main(words) == 0
        out, err = capsys.readouterr()
    found = json.loads(out)
    assert (count + 1, []) == (found["count"], found["moved"])
    assert "protected text (sources[0].contact in the private file)" in err
    assert "example.org" not in out + err


@pytest.mark.usefixtures("case")
def test_a_protected_source_that_was_removed_stays_hidden(capsys: pytest.CaptureFixture[str]) -> None:
    """Its name is no less secret in the texts that still have it."""
    ledger(capsys, "correct", "case.ledger", "closed", "--set", "text=Kim Bora closed it.", "--because", "so she says")
    ledger(capsys, "remove", "case.ledger", "seen", "--because", "she is afraid")
    ledger(capsys, "remove", "case.ledger", "kim", "--because", "she is afraid")
    for words in (
        ("as-of", "case.ledger"),
        ("history", "case.ledger", "cracks"),
        ("diff", "case.ledger", "2021-02-01"),
    ):
        assert "Bora" not in ledger(capsys, *words)
    out = ledger(capsys, "as-of", "case.ledger")
    assert "a source closed it" in out


def test_a_ledger_is_sealed_and_held_against_its_seal(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A cut end is found, told with where, and ends with status 1; nothing is sealed then."""
    ledger(capsys, "export", "case.ledger", "case.jsonl")
    ledger(capsys, "verify", "case.ledger", "--write-seal", "case.seal")
    assert "it fits 1 pinned head" in ledger(capsys, "verify", "case.jsonl", "--seal", "case.seal")
    lines = (case / "case.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (case / "case.jsonl").write_text("".join(lines[:-1]), encoding="utf-8")
    capsys.readouterr()
    assert main(["ledger", "verify", "case.jsonl", "--seal", "case.seal", "--write-seal", "case.seal"]) == 1
    assert "the end was cut off" in capsys.readouterr().out
    assert len((case / "case.seal").read_text(encoding="utf-8").splitlines()) == 1
    assert "go together" in ledger(capsys, "verify", "case.ledger", "--head", "sha256:0", status=2)


def test_a_ledger_goes_through_lines(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exported, imported into an empty one and exported again, it is the same; nothing is written over."""
    ledger(capsys, "export", "case.ledger", "one.jsonl")
    ledger(capsys, "init", "two.ledger")
    ledger(capsys, "import", "two.ledger", "one.jsonl")
    ledger(capsys, "export", "two.ledger", "two.jsonl")
    assert (case / "one.jsonl").read_bytes() == (case / "two.jsonl").read_bytes()
    assert (case / "one.jsonl").read_text(encoding="utf-8") == ledger(capsys, "export", "two.ledger", "-")
    assert "there is a file already" in ledger(capsys, "export", "two.ledger", "one.jsonl", status=2)
    ledger(capsys, "export", "two.ledger", "one.jsonl", "--force")
    assert len(data(capsys, "export", "two.ledger", "-")["events"]) == heads()[0]
    out = ledger(capsys, "export", "two.ledger", "-", "--intact")
    assert heads()[0] == len(out.splitlines())


def test_what_makes_no_sense_is_refused(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second retraction, a restoration of what stands, two true rivals, an opinion that turned out true."""
    (case / "more.toml").write_text(
        '[[claims]]\nid = "nice"\ntext = "It is nice."\nkind = "opinion"\n'
        '[[questions]]\nid = "why"\ntext = "Why?"\nclaims = ["cracks", "closed"]\n',
        encoding="utf-8",
    )
    ledger(capsys, "add", "case.ledger", "more.toml")
    ledger(capsys, "resolve", "case.ledger", "cracks", "true", "--because", "seen")
    ledger(capsys, "retract", "case.ledger", "seen", "--because", "mistaken")
    before = heads()
    for words, told in (
        (("retract", "case.ledger", "seen"), "no statement that stands"),
        (("restore", "case.ledger", "written"), "changes nothing"),
        (("resolve", "case.ledger", "closed", "true"), "cracks is resolved as true"),
        (("resolve", "case.ledger", "cracks", "true"), "changes nothing"),
        (("grade", "case.ledger", "kim", "B"), "changes nothing"),
        (("resolve", "case.ledger", "nice", "true"), "is an opinion"),
        (("split", "case.ledger", "kim", "gazette", "written"), "kim neither made nor relayed written"),
        (("correct", "case.ledger", "cracks", "--set", "kind=fact"), "changes nothing"),
    ):
        assert told in ledger(capsys, *words, "--because", "?", status=2)
    assert before == heads()


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["init", "case.txt"], 2, "ends in .ledger"),
        (["init", "case.ledger"], 2, "there is a file already"),
        (["init", "new.ledger", "nothing.toml"], 1, "nothing.toml"),
        (["log", "none.ledger"], 1, "there is no such file"),
        (["log", "case.toml"], 1, "this is no ledger"),
        (["log", "case.ledger", "--kind", "gradd"], 2, 'did you mean "graded"'),
        (["log", "case.ledger", "--about", "crack"], 2, 'did you mean "cracks"'),
        (["grade", "case.ledger", "kin", "A"], 2, 'unknown source "kin"; did you mean "kim"?'),
        (["grade", "case.ledger", "kim", "G"], 2, "A, B, C, D, E, F or none"),
        (["retract", "case.ledger", "sen", "--because", "?"], 2, 'did you mean "seen"'),
        (["retract", "case.ledger", "seen"], 2, "--because"),
        (["retract", "case.ledger", "seen", "--because", " "], 1, "because"),
        (["correct", "case.ledger", "cracks", "--set", "text", "--because", "?"], 2, "FIELD=VALUE"),
        (["correct", "case.ledger", "cracks", "--set", "txt=a", "--because", "?"], 1, 'did you mean "text"'),
        (["correct", "case.ledger", "cracks", "--set", "prior=2", "--because", "?"], 1, "prior"),
        (["correct", "case.ledger", "seen", "--set", "claim=closd", "--because", "?"], 1, 'did you mean "closed"'),
        (["resolve", "case.ledger", "cracks", "maybe", "--because", "?"], 2, "invalid choice"),
        (["as-of", "case.ledger", "yesterday"], 2, "no day or time"),
        (["as-of", "case.ledger", "--so-on", "soon"], 2, "not a date"),
        (["as-of", "case.ledger", "-o", "case.toml"], 2, "there is a file already"),
        (["grade", "case.ledger", "kim", "A", "--learned", "2031-01-01"], 2, "learned at 2031"),
        (["grade", "case.ledger", "kim", "A", "--so", "soon"], 2, "--so"),
        (["history", "case.ledger", "crack"], 2, 'did you mean "cracks"'),
        (["history", "case.ledger", "cracks", "-o", "case.toml"], 2, "suffix of a report"),
        (["import", "case.ledger", "nothing.jsonl"], 1, "nothing.jsonl"),
        (["import", "case.ledger", "case.jsonl", "--learned", "2021-01-01"], 2, "their own times"),
        (["add", "case.ledger", "case.json"], 2, "TOML file with records"),
        (["verify", "case.toml"], 1, "this is no ledger"),
        (["frobnicate", "case.ledger"], 2, "unknown command"),
        (["retrct", "case.ledger"], 2, 'did you mean "retract"'),
        ([], 2, "COMMAND"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(
    case: Path, capsys: pytest.CaptureFixture[str], words: list[str], status: int, told: str
) -> None:
    """In a sentence with the nearest right name, and the ledger is as it was."""
    before = heads()
    assert told in ledger(capsys, *words, status=status)
    assert before == heads()
    assert sorted(path.name for path in case.iterdir()) == ["case.ledger", "case.private.toml", "case.toml"]


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "ledger"])
def test_every_command_can_give_data(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command has its help, with `json` among its formats."""
    assert main([*name.split(), "--help"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"--format \{[^}]*json", out.replace("\n", " "))
    assert " ".join(out.split()).startswith(f"usage: claimtrack {name}")
