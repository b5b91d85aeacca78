"""The commands of the ledger: what they print for whom, how they end, and that nothing is lost."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

import claimtrack as ct
from claimtrack.cli.main import main
from claimtrack.ledger.ledger import Ledger
from claimtrack.report.render.formats import REPORT_FORMATS

Run = Callable[..., str]
Data = Callable[..., Any]
INTERNAL = ("--audience", "internal")
MORE = """\
[[statements]]
origin = "gazette"
claim = "closed"
stance = "denies"
terms = "on the record"
"""


@pytest.fixture
def ledger(bridge: Path, run: Run) -> Run:  # noqa: ARG001 - the ledger of the bridge is in the current folder
    """Run a command of the ledger on the bridge."""
    return lambda command, *words, status=0: run("ledger", command, "case.ledger", *words, status=status)


@pytest.fixture
def ledger_data(ledger: Run) -> Callable[..., Any]:
    """Run a command of the ledger on the bridge, and return what it prints as JSON."""
    return lambda *words: json.loads(ledger(*words, "--format", "json"))


def heads() -> tuple[int, str]:
    """Where the ledger ends."""
    with Ledger("case.ledger") as opened:
        return opened.head.count, opened.head.hash


def test_what_is_appended_prints_the_head_to_pin(ledger: Run) -> None:
    """The number of events and the hash, which `verify` takes again."""
    out = ledger("grade", "kim", "A", *INTERNAL)
    count, head = heads()
    assert f"case.ledger: 1 event added; {count} events, head {head}" in out
    assert "intact" in ledger("verify", "--head", head, "--count", str(count))
    assert "because Kim Bora is now graded A, no longer B" in out


def test_a_retraction_tells_all_that_rests_on_it(ledger: Run, ledger_data: Data) -> None:
    """Before and after, with the alerts, and what stays as it is."""
    found = ledger_data("retract", "seen", "--because", "he was mistaken", "--told", "the desk", *INTERNAL)
    assert found["rests_on_it"] == ["cracks", "closed"]
    assert {"cracks", "closed"} == {one["claim"] for one in found["moved"]}
    assert all(one["after"] < one["before"] for one in found["moved"])
    assert [one["kind"] for one in found["events"]] == ["retracted"]
    assert found["events"][0]["told"] == ["the desk"]
    last = ledger_data("retract", "written", "--because", "so was it", *INTERNAL)
    assert ("cracks", "established") in {(one["claim"], one["kind"]) for one in last["alerts"]}
    out = ledger("restore", "seen", "--because", "he was right", *INTERNAL)
    assert "is raised from" in out


def test_a_document_or_source_is_retracted_with_all_its_statements(ledger: Run, ledger_data: Data) -> None:
    """One event for each statement that was found in it, or that it made."""
    assert ledger_data("retract", "letter", "--because", "forged")["added"] == 1
    assert ledger_data("retract", "kim", "--because", "mistaken")["added"] == 1
    assert "no statement that stands" in ledger("retract", "kim", "--because", "?", status=2)


def test_a_correction_keeps_what_was_there(ledger: Run, ledger_data: Data) -> None:
    """The log tells the new text and the old one, why, by whom, and who was told."""
    words = ("--because", "imprecise", "--by", "Ada", "--told", "the source", "--so", "2021-03-02")
    ledger("correct", "cracks", "--set", "text=There were two cracks.", "--set", "prior=0.4", *words)
    (event,) = ledger_data("log", "--kind", "corrected", "--about", "cracks")["events"]
    assert "text changed from “There were cracks in the bridge.” to “There were two cracks.”" in event["text"]
    assert event["event"]["changes"] == {"text": "There were two cracks.", "prior": 0.4}
    text = ledger("log", "--about", "claims/cracks")
    assert all(word in text for word in ("imprecise", "Ada", "the source", "2021-03-02"))
    assert "no such event" in ledger("log", "--since", "2031-01-01")


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
def test_values_are_written_as_they_are_meant(ledger: Run, name: str, field: str, value: object) -> None:
    """As TOML has them where the field takes that, else as the text that they are."""
    ledger("correct", name, "--set", field, "--because", "so it is")
    with Ledger("case.ledger") as opened:
        record = opened.record("sources" if name == "kim" else "statements", name)
    assert value == getattr(record, field.partition("=")[0])


def test_records_are_added_from_a_file(ledger: Run, ledger_data: Data, bridge: Path) -> None:
    """What has no id gets its place; mistakes are told with the line of that file."""
    (bridge / "more.toml").write_text(MORE, encoding="utf-8")
    assert [e["kind"] for e in ledger_data("add", "more.toml", *INTERNAL)["events"]] == ["added"]
    (bridge / "more.toml").write_text(MORE.replace("closed", "closd") + 'hegde = "x"\n', encoding="utf-8")
    told = ledger("add", "more.toml", status=1)
    assert "more.toml: 2 problems" in told
    assert 'statements[0].claim (line 3): unknown claim "closd"; did you mean "closed"?' in told
    assert 'statements[0].hegde (line 6): unknown key; did you mean "hedge"?' in told
    (bridge / "more.toml").write_text('title = "B"\n', encoding="utf-8")
    assert "title (line 1): unknown key" in ledger("add", "more.toml", status=1)
    (bridge / "more.toml").write_text("[[claims]]\nid = 'cracks'\ntext = '?'\n", encoding="utf-8")
    assert "the casebook has it already" in ledger("add", "more.toml", status=1)


def test_importing_a_casebook_takes_its_difference(ledger: Run, ledger_data: Data, bridge: Path) -> None:
    """Nothing where nothing changed; the as-of of then stays, and the ledger's casebook is the file's."""
    assert "nothing to add" in ledger("import", "case.toml")
    count, _ = heads()
    old = (bridge / "case.toml").read_text(encoding="utf-8")
    changed = old.replace('reliability = "B"', 'reliability = "D"').replace("A bridge", "A bridge at night")
    (bridge / "case.toml").write_text(changed + MORE, encoding="utf-8")
    assert ledger_data("import", "case.toml", "--because", "asked again")["added"] == 3
    ledger("as-of", "-o", "now.toml", *INTERNAL)
    assert ct.diff(ct.read("case.toml"), ct.read("now.toml")) == ()
    (bridge / "now.toml").unlink()
    assert count + 3 == heads()[0]


def test_what_was_believed_and_what_was_so_are_told_apart(ledger: Run) -> None:
    """A grade that has held since the 2nd was not known on the 1st, and held on the 2nd."""
    ledger("grade", "kim", "E", "--so", "2021-03-02")
    so = json.loads(ledger("as-of", "--so-on", "2021-03-01", "--format", "json", *INTERNAL))
    assert so["sources"][0]["reliability"] == "B"
    so = json.loads(ledger("as-of", "--so-on", "2021-03-02", "--format", "json", *INTERNAL))
    assert so["sources"][0]["reliability"] == "E"
    assert ledger("as-of", "2021-03-01", "--format", "json").strip() == "{}"


def test_sources_are_merged_and_split(ledger: Run) -> None:
    """One origin of two, and two again."""
    ledger("merge", "gazette", "kim", "--because", "he writes for it")
    assert "already" in ledger("merge", "gazette", "kim", "--because", "?", status=2)
    with Ledger("case.ledger") as opened:
        assert ct.score(opened.casebook())["cracks"].counts.origins == 1
    ledger("split", "kim", "gazette", "--because", "he does not")
    assert "name the statements" in ledger("split", "kim", "gazette", "--because", "?", status=2)
    ledger("split", "kim", "gazette", "seen", "--because", "it was the reporter")
    with Ledger("case.ledger") as opened:
        assert [one.origin for one in opened.casebook().statements] == ["gazette", "gazette"]


def test_a_removed_record_stays_in_the_ledger(ledger: Run, ledger_data: Data) -> None:
    """It is gone from the casebook, and what speaks of it must go first."""
    assert "unknown claim" in ledger("remove", "cracks", "--because", "?", status=1)
    ledger("remove", "written", "--because", "another case's")
    with Ledger("case.ledger") as opened:
        assert [one.id for one in opened.casebook().statements] == ["seen"]
    assert len(ledger_data("log", "--kind", "removed")["events"]) == 1


def test_histories_records_and_calibration_in_every_form(ledger: Run, ledger_data: Data, bridge: Path) -> None:
    """Each can be printed in every form, and written to a file."""
    ledger("resolve", "cracks", "true", "--because", "photographs")
    for form in REPORT_FORMATS:
        for words in (("history", "cracks"), ("record",), ("calibration",)):
            assert ledger(*words, "--format", form)
        assert ledger("diff", "2021-02-01", "--format", form)
        assert ledger("log", "--format", form)
    found = ledger_data("record", *INTERNAL)
    assert next(one["said"]["asserted"] for one in found["sources"] if one["source"] == "kim") == [1, 1]
    assert len(ledger_data("calibration", *INTERNAL)["forecasts"]) == 1
    ledger("history", "cracks", "-o", "history.html")
    ledger("calibration", "-o", "calibration.html")
    assert "<svg" in (bridge / "history.html").read_text(encoding="utf-8")
    assert "Brier score" in (bridge / "calibration.html").read_text(encoding="utf-8")
    ledger("resolve", "cracks", "open", "--because", "the photographs are old")
    assert ledger_data("record")["sources"] == []


@pytest.mark.usefixtures("bridge")
def test_all_commands_that_take_a_casebook_take_a_ledger(run: Run) -> None:
    """They see the casebook as it is now, with its private file, and protect what is in that."""
    for command in ("score", "report", "explain", "next", "check", "compare"):
        claim = ["cracks"] if command == "explain" else []
        assert "Realname" not in run(command, "case.ledger", *claim)
    run("diff", "case.toml", "case.ledger")
    run("convert", "case.ledger", "again.toml")
    assert ct.read("again.toml") == ct.read("case.toml")


def test_what_goes_into_a_pipe_names_no_protected_source(ledger: Run, subtests: pytest.Subtests) -> None:
    """Neither by name nor by id nor by what the private file holds."""
    ledger("resolve", "cracks", "true", "--because", "Kim Bora showed it")
    for words in (
        "as-of",
        "as-of --format json",
        "diff 2021-02-01 --format json",
        "history cracks",
        "history cracks --format json",
        "record --format json",
        "calibration --format html",
        "grade kim E --format json",
        "correct kim --set name=Kim --because renamed --format json",
        "verify",
    ):
        with subtests.test(command=words):
            out = ledger(*words.split())
            assert [word for word in ("Kim", "kim", "Bora", "Realname", "example.org") if word in out] == []


def test_a_source_that_is_protected_later_is_protected_in_the_past(ledger: Run) -> None:
    """What could be shown once is hidden in all that is shown from now on."""
    with Ledger("case.ledger") as opened:
        now = opened.head
        moment = next(iter(opened.events())).recorded
    assert moment is not None
    assert "The Gazette" in ledger("as-of", moment.text)
    ledger("correct", "gazette", "--set", "protected=true", "--because", "threatened")
    assert "Gazette" not in ledger("as-of", moment.text)
    assert "Gazette" not in ledger("history", "cracks")
    assert now.count < heads()[0]


def test_the_old_name_of_a_protected_source_is_as_hidden_as_the_new_one(ledger: Run, run: Run, bridge: Path) -> None:
    """In old texts and in new ones, in what is shown of the past and of now, by every command."""
    ledger("correct", "closed", "--set", "text=Kim Bora closed it.", "--because", "so she says")
    ledger("correct", "kim", "--set", "name=Ada Quell", "--because", "her name is another")
    shown = [
        ledger("as-of"),
        ledger("as-of", "--so-on", "2021-03-01"),
        ledger("diff", "2021-02-01", "--format", "json"),
        ledger("history", "closed"),
        ledger("record"),
        run("score", "case.ledger", "--format", "json"),
        run("report", "case.ledger"),
    ]
    run("convert", "case.ledger", "public.toml", "--audience", "public")
    shown.append((bridge / "public.toml").read_text(encoding="utf-8"))
    assert [text for text in shown for word in ("Bora", "Quell", "Kim") if word in text] == []


def test_what_cannot_be_shown_is_added_all_the_same(ledger: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """The head is printed, with a warning that names the field, and nothing of what is protected."""
    text = "text=The bridge was closed, said kim@example.org."
    ledger("correct", "closed", "--set", text, "--because", "so it is")
    count = heads()[0]
    with mock.patch("claimtrack.text.name_matcher.NameMatcher.replace", lambda _, text: text):
        words = ["ledger", "grade", "case.ledger", "kim", "E", "--format", "json"]
        assert main(words) == 0
        out, err = capsys.readouterr()
    found = json.loads(out)
    assert (count + 1, []) == (found["count"], found["moved"])
    assert "give a source away (sources[0].contact in the private file" in err
    assert "example.org" not in out + err


def test_a_protected_source_that_was_removed_stays_hidden(ledger: Run) -> None:
    """Its name is no less secret in the texts that still have it."""
    ledger("correct", "closed", "--set", "text=Kim Bora closed it.", "--because", "so she says")
    ledger("remove", "seen", "--because", "she is afraid")
    ledger("remove", "kim", "--because", "she is afraid")
    for words in (
        ("as-of",),
        ("history", "cracks"),
        ("diff", "2021-02-01"),
    ):
        assert "Bora" not in ledger(*words)
    out = ledger("as-of")
    assert "a source closed it" in out


def test_a_ledger_is_sealed_and_held_against_its_seal(
    ledger: Run, run: Run, bridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A cut end is found, told with where, and ends with status 1; nothing is sealed then."""
    ledger("export", "case.jsonl")
    ledger("verify", "--write-seal", "case.seal")
    assert "it fits 1 pinned head" in run("ledger", "verify", "case.jsonl", "--seal", "case.seal")
    lines = (bridge / "case.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (bridge / "case.jsonl").write_text("".join(lines[:-1]), encoding="utf-8")
    capsys.readouterr()
    assert main(["ledger", "verify", "case.jsonl", "--seal", "case.seal", "--write-seal", "case.seal"]) == 1
    assert "the end was cut off" in capsys.readouterr().out
    assert len((bridge / "case.seal").read_text(encoding="utf-8").splitlines()) == 1
    assert "go together" in ledger("verify", "--head", "sha256:0", status=2)


def test_an_event_put_in_before_a_pin_shows_against_a_seal_alone(
    ledger: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """A head has no time: it is said what an event added since may be. Against a seal, the same event is found."""
    count, head = heads()
    ledger("verify", "--write-seal", "case.seal")
    with Ledger("case.ledger") as opened:
        *_, last = (one.recorded for one in opened.events())
    with Ledger("case.ledger", clock=lambda: last) as backdated:
        backdated.append(ct.events.event(ct.events.Graded(id="gazette", grade="F")))
    pinned = ("--head", head, "--count", str(count))
    told = " ".join(ledger("verify", *pinned).split())
    assert "1 event added since" in told
    assert "may have been put in later than it says, and would change what was believed in between" in told
    for words in (pinned, ()):
        assert main(["ledger", "verify", "case.ledger", "--seal", "case.seal", *words]) == 1
        assert "was not there when a head was sealed" in capsys.readouterr().out


def test_a_ledger_goes_through_lines(ledger: Run, run: Run, data: Data, bridge: Path) -> None:
    """Exported, imported into an empty one and exported again, it is the same; nothing is written over."""
    ledger("export", "one.jsonl")
    run("ledger", "init", "two.ledger")
    run("ledger", "import", "two.ledger", "one.jsonl")
    run("ledger", "export", "two.ledger", "two.jsonl")
    assert (bridge / "one.jsonl").read_bytes() == (bridge / "two.jsonl").read_bytes()
    assert (bridge / "one.jsonl").read_text(encoding="utf-8") == run("ledger", "export", "two.ledger", "-")
    assert "this file exists already" in run("ledger", "export", "two.ledger", "one.jsonl", status=2)
    run("ledger", "export", "two.ledger", "one.jsonl", "--force")
    assert len(data("ledger", "export", "two.ledger", "-")["events"]) == heads()[0]
    out = run("ledger", "export", "two.ledger", "-", "--intact")
    assert heads()[0] == len(out.splitlines())


def test_what_makes_no_sense_is_refused(ledger: Run, bridge: Path) -> None:
    """A second retraction, a restoration of what stands, two true rivals, an opinion that turned out true."""
    (bridge / "more.toml").write_text(
        '[[claims]]\nid = "nice"\ntext = "It is nice."\nkind = "opinion"\n'
        '[[questions]]\nid = "why"\ntext = "Why?"\nclaims = ["cracks", "closed"]\n',
        encoding="utf-8",
    )
    ledger("add", "more.toml")
    ledger("resolve", "cracks", "true", "--because", "seen")
    ledger("retract", "seen", "--because", "mistaken")
    before = heads()
    for words, told in (
        (("retract", "seen"), "no statement that stands"),
        (("restore", "written"), "changes nothing"),
        (("resolve", "closed", "true"), "cracks is resolved as true"),
        (("resolve", "cracks", "true"), "changes nothing"),
        (("grade", "kim", "B"), "changes nothing"),
        (("resolve", "nice", "true"), "is an opinion"),
        (("split", "kim", "gazette", "written"), "kim neither made nor relayed written"),
        (("correct", "cracks", "--set", "kind=fact"), "changes nothing"),
    ):
        assert told in ledger(*words, "--because", "?", status=2)
    assert before == heads()


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["log", "--kind", "gradd"], 2, 'did you mean "graded"'),
        (["log", "--about", "crack"], 2, 'did you mean "cracks"'),
        (["grade", "kin", "A"], 2, 'the ledger has no source "kin"; did you mean "kim"?'),
        (["grade", "kim", "G"], 2, "A, B, C, D, E, F or none"),
        (["retract", "sen", "--because", "?"], 2, 'did you mean "seen"'),
        (["retract", "seen"], 2, "--because"),
        (["retract", "seen", "--because", " "], 1, "because"),
        (["correct", "cracks", "--set", "text", "--because", "?"], 2, "FIELD=VALUE"),
        (["correct", "cracks", "--set", "txt=a", "--because", "?"], 1, 'did you mean "text"'),
        (["correct", "cracks", "--set", "prior=2", "--because", "?"], 1, "prior"),
        (["correct", "seen", "--set", "claim=closd", "--because", "?"], 1, 'did you mean "closed"'),
        (["resolve", "cracks", "maybe", "--because", "?"], 2, "argument OUTCOME: invalid choice"),
        (["retract", "zz", "--because", "?"], 2, 'the ledger has no record "zz"'),
        (["merge", "kim", "kim", "--because", "?"], 2, "cannot be merged into itself"),
        (["as-of", "yesterday"], 2, "not a day or time"),
        (["as-of", "--so-on", "soon"], 2, "not a date"),
        (["as-of", "-o", "case.toml"], 2, "this file exists already"),
        (["grade", "kim", "A", "--learned", "2031-01-01"], 2, "learned at 2031"),
        (["grade", "kim", "A", "--so", "soon"], 2, "--so"),
        (["history", "crack"], 2, 'did you mean "cracks"'),
        (["history", "cracks", "-o", "case.toml"], 2, "file ending"),
        (["import", "nothing.jsonl"], 1, "nothing.jsonl"),
        (["import", "case.jsonl", "--learned", "2021-01-01"], 2, "their own times"),
        (["add", "case.json"], 2, "TOML file with records"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(ledger: Run, bridge: Path, words: list[str], status: int, told: str) -> None:
    """In a sentence with the nearest right name, and the ledger is as it was."""
    before = heads()
    assert told in ledger(*words, status=status)
    assert before == heads()
    assert sorted(path.name for path in bridge.iterdir()) == ["case.ledger", "case.private.toml", "case.toml"]


@pytest.mark.usefixtures("bridge")
@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("init case.txt", 2, "ends in .ledger"),
        ("init case.ledger", 2, "this file exists already"),
        ("init new.ledger nothing.toml", 1, "nothing.toml"),
        ("log none.ledger", 1, "there is no such file\n  `claimtrack ledger init` makes a ledger"),
        ("log case.toml", 1, "this is not a ledger"),
        ("verify case.toml", 1, "this is not a ledger"),
    ],
)
def test_what_is_no_ledger_is_left_alone(words: str, status: int, message: str, run: Run) -> None:
    """It is told as what it is, and no file is made."""
    before = sorted(Path().iterdir())
    assert message in run("ledger", *words.split(), status=status)
    assert before == sorted(Path().iterdir())
