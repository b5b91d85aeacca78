"""The commands: what they print where, how they end, and what they leave alone."""

import argparse
import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import claimtrack as ct
from claimtrack.checks.rules import RULES
from claimtrack.cli import _run
from claimtrack.cli.main import main

Run = Callable[..., str]
Data = Callable[..., Any]
posix = pytest.mark.skipif(os.name != "posix", reason="modes, links and pipes are POSIX's")


@pytest.mark.parametrize(
    "words",
    [
        "check EXAMPLE --fail-on never --profile ap",
        "check --explain single-origin",
        "score EXAMPLE --words kent",
        "explain EXAMPLE smuggling --format markdown",
        "next EXAMPLE",
        "next EXAMPLE --format json",
        "picture EXAMPLE",
        "picture EXAMPLE --chart answers --format json",
        "compare EXAMPLE --method origin-count --format csv",
        "what-if EXAMPLE --retract s-covid --without locals --establish daily-nk --grade daily-nk=none",
        "what-if EXAMPLE --depend locals,daily-nk=0.5 --prior covid=0.8 --format json",
        "scales",
        "scales phia",
        "scales phia --to icd203",
        "scales uk5x5x5.source --to admiralty.reliability --format json",
        "schema",
    ],
)
def test_what_goes_well_is_printed_without_a_note(
    words: str, example: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit status is 0, and stderr stays empty."""
    assert run(*words.replace("EXAMPLE", example).split())
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("check", 2, "check needs a casebook, or --explain"),
        ("check nothing.toml", 1, "nothing.toml: no such file"),
        ("check nothing", 2, 'unknown file ending "nothing"'),
        ("check nothing.docx", 2, "expected .toml or .json"),
        ("check .", 1, "this is a folder"),
        (f"check {'x' * 300}.toml", 1, "file name too long"),
        ("check EXAMPLE --fail-on warning", 1, ""),
        ("check EXAMPLE --profile ap", 1, ""),
        ("check EXAMPLE --profile apa", 2, 'unknown profile "apa"'),
        ("check EXAMPLE --profile nothing.toml", 1, "nothing.toml: no such file"),
        ("check --explain X9", 2, 'unknown rule "X9"; `claimtrack check --explain` lists them all'),
        ("explain EXAMPLE smugling", 2, 'did you mean "smuggling"?'),
        ("explain EXAMPLE too-hard", 2, "is an opinion"),
        ("score EXAMPLE --words nato", 2, 'unknown likelihood scale "nato"'),
        ("report EXAMPLE -o out.html5", 2, 'unknown file ending ".html5"'),
        ("report EXAMPLE -o out/ --format json", 2, "not json"),
        ("picture EXAMPLE -o case.png", 2, 'unknown file ending ".png"'),
        ("picture EXAMPLE --chart timeline --format dot", 2, "only the whole case is a graph"),
        ("diff EXAMPLE nothing.toml", 1, "nothing.toml: no such file"),
        ("what-if EXAMPLE", 2, "what-if needs an assumption, such as --grade SOURCE=GRADE"),
        ("what-if EXAMPLE --grade daily-nk", 2, "argument --grade: expected SOURCE=GRADE, not daily-nk"),
        (
            "what-if EXAMPLE --grade daily-nk=G",
            2,
            'argument --grade: unknown grade "G"; expected A, B, C, D, E, F or none',
        ),
        ("what-if EXAMPLE --grade nobody=B", 2, 'claimtrack: unknown source "nobody"'),
        ("what-if EXAMPLE --grade dailynk=B", 2, 'did you mean "daily-nk"?'),
        ("what-if EXAMPLE --retract s-none", 2, 'unknown statement "s-none"'),
        ("what-if EXAMPLE --prior covid=2", 2, "argument --prior: expected a number from 0 to 1, not 2"),
        ("what-if EXAMPLE --prior covid=x", 2, "argument --prior: expected a number from 0 to 1, not x"),
        ("what-if EXAMPLE --prior cov=0.5", 2, 'did you mean "covid"?'),
        ("what-if EXAMPLE --depend locals", 2, "argument --depend: expected two sources or more"),
        ("what-if EXAMPLE --depend locals,nobody", 2, 'unknown source "nobody"'),
        ("what-if EXAMPLE --cut l-none", 2, 'unknown link "l-none"'),
        ("what-if EXAMPLE --add nothing.toml", 1, "nothing.toml: no such file"),
        ("what-if EXAMPLE --add more.json", 2, "expected a TOML file with records"),
        ("scales uk5x5x5.source --to icd203", 2, "one cannot be converted to the other"),
        ("scales phai", 2, 'did you mean "phia"?'),
        ("scales --to misp", 2, "--to needs a scale to convert from"),
        ("scales nothing.toml", 1, "nothing.toml: no such file"),
    ],
)
def test_what_goes_wrong_is_told(words: str, status: int, message: str, example: str, run: Run) -> None:
    """1 where the input has problems, 2 where the command line is wrong; the message names what, and what is near."""
    assert message in run(*words.replace("EXAMPLE", example).split(), status=status)


@pytest.mark.parametrize("words", ["score EXAMPLE", "explain EXAMPLE covid", "report EXAMPLE", "check EXAMPLE"])
def test_json_is_json(words: str, example: str, data: Data) -> None:
    """`--format json` prints one JSON object and nothing else."""
    assert isinstance(data(*words.replace("EXAMPLE", example).split()), dict)


def test_check_says_where_and_how_to_fix(case: Path, example: str, run: Run) -> None:
    """A finding is one line in the form of linters; --explain tells the rest of its rule; --all shows all findings."""
    line, *_, tally = run("check", case).splitlines()
    assert re.fullmatch(rf"{re.escape(str(case))}:\d+: CT\d+ (error|warning|info) [a-z-]+: .+", line)
    assert tally.startswith(f"{case}: valid; 2 claims")
    rule = run("check", "--explain", line.split()[1])
    assert all(word in rule for word in ("Why: ", "Fix: ", "[[claims]]", "nothing without the lines marked -"))
    assert len(run("check", example).splitlines()) < len(run("check", example, "--all").splitlines())


def test_a_rule_is_explained_by_the_difference(run: Run) -> None:
    """What both of its casebooks have stands there once; without a code, all rules are listed."""
    for rule in RULES:
        lines = [line[2:] for line in run("check", "--explain", rule.code).splitlines() if line[:2] == "  "]
        bad = [line.removeprefix("- ").removeprefix("  ") for line in lines if not line.startswith("+ ")]
        clean = [line.removeprefix("+ ").removeprefix("  ") for line in lines if not line.startswith("- ")]
        for text, shown in ((rule.bad, bad), (rule.clean, clean)):
            assert [line for line in text.splitlines() if line] == [line for line in shown if line.strip("+-")]
    listed = run("check", "--explain").splitlines()
    assert [rule.code for rule in RULES] == [line.split()[0] for line in listed]


def test_check_reads_a_profile_of_ones_own(case: Path, run: Run) -> None:
    """It chooses how grave findings are; its mistakes are told with their lines."""
    own = case.with_name("own.toml")
    own.write_text('name = "Ours"\n[rules]\nCT101 = "error"\n', encoding="utf-8")
    assert main(["check", str(case), "--profile", str(own)]) == 1
    own.write_text('name = "Ours"\n[rules]\nCT101 = "eror"\nCT1O1 = "off"\n', encoding="utf-8")
    message = run("check", case, "--profile", own, status=1)
    assert all(word in message for word in ("did you mean", "own.toml", "line 3", "line 4"))


def test_check_holds_quotes_against_the_documents(case: Path, data: Data, run: Run) -> None:
    """A document beside the casebook is read; one that is missing is a problem."""
    page = case.with_name("page.md")
    page.write_text("# The day\n\nThe mayor said that the bridge was **not** safe.\n", encoding="utf-8")
    quote = '[[statements]]\ndocument = "page"\nquote = "the bridge was safe"'
    text = case.read_text(encoding="utf-8").replace("[[statements]]", quote, 1)
    document = '\n[[documents]]\nid = "page"\ntitle = "P"\ntext = { path = "page.md" }\n'
    case.write_text(text + document, encoding="utf-8")
    found = data("check", case, "--fail-on", "never")["findings"]
    assert {"CT502", "CT503"} <= {finding["code"] for finding in found}
    page.unlink()
    assert "page.md" in run("check", case, status=1)


def test_documents_that_cannot_be_read_are_problems_of_the_casebook(
    case: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are told together, in each format, with place and line, and the exit status is 1."""
    case.with_name("l.html").write_bytes("<p>Zo\u00e9</p>".encode("latin-1"))
    text = case.read_text(encoding="utf-8") + "\n"
    for position, name in enumerate(("gone.txt", "l.html", "x.rtf")):
        text += f'[[documents]]\nid = "d{position}"\ntitle = "T"\ntext = {{ path = "{name}" }}\n'
    case.write_text(text, encoding="utf-8")
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if line.startswith("text = {")]
    places = [f"documents[{position}].text" for position in (1, 2, 3)]

    first, *told = run("check", case, status=1).splitlines()
    assert first == f"{case}: 3 problems"
    for place, line, said in zip(places, lines, told, strict=True):
        assert said.startswith(f"  {place} (line {line}): ")

    assert main(["check", str(case), "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)["problems"]
    assert [("unreadable-document", place, line) for place, line in zip(places, lines, strict=True)] == [
        (one["code"], one["place"], one["line"]) for one in data
    ]
    assert main(["check", str(case), "--format", "sarif"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["runs"]
    assert lines == [one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in found["results"]]
    assert f"{case}: 3 problems" in run("report", case, "--audience", "internal", status=1)


def test_an_invalid_casebook_is_told_in_sarif(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of findings is never empty: the problems are errors in it, under their codes."""
    case.write_text('[[claims]]\nid = "a"\ntxt = "A."\n', encoding="utf-8")
    assert main(["check", str(case), "--format", "sarif"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["runs"]
    codes = {"unknown-key", "missing-field"}
    assert {(code, "error") for code in codes} == {(one["ruleId"], one["level"]) for one in found["results"]}
    assert codes == {rule["id"] for rule in found["tool"]["driver"]["rules"]}
    where = found["results"][0]["locations"][0]["physicalLocation"]
    assert where["region"]["startLine"] in (1, 3)
    assert where["artifactLocation"]["uri"].endswith("case.toml")


@pytest.mark.parametrize(
    ("options", "expected"),
    [("--audience internal", True), ("--audience public", False), ("--audience internal --no-checks", False)],
)
def test_only_an_internal_report_holds_findings(options: str, expected: bool, case: Path, run: Run) -> None:  # noqa: FBT001
    """What the checks found stands there, unless it is left out."""
    assert expected == ("Findings of the checks" in run("report", case, "--full", *options.split()))


def test_what_if_adds_a_statement(case: Path, run: Run) -> None:
    """The records of another file are added; the change and its cause are told, and no file changes."""
    before = case.read_bytes()
    more = case.with_name("more.toml")
    more.write_text(
        '[[sources]]\nid = "diver"\nname = "The diver"\nreliability = "A"\n\n'
        '[[statements]]\norigin = "diver"\nclaim = "cracks"\nstance = "asserts"\nlineage = "witnessed"\n',
        encoding="utf-8",
    )
    out = " ".join(run("what-if", case, "--add", more, "--audience", "internal").split())
    assert "is raised from" in out
    assert "because a statement of the diver, which asserts" in out
    assert before == case.read_bytes()
    more.write_text('[[statements]]\norigin = "dver"\nclaim = "cracks"\nstance = "asserts"\n', encoding="utf-8")
    assert "dver" in run("what-if", case, "--add", more, "--audience", "internal", status=1)


def test_diff_says_what_changed_and_why(case: Path, run: Run, data: Data) -> None:
    """Each change of a score stands with its cause, as text and as data."""
    other = case.with_name("other.toml")
    other.write_text(case.read_text(encoding="utf-8").replace('"C"', '"A"'), encoding="utf-8")
    out = run("diff", case, other, "--audience", "internal")
    assert "The bridge engineer is now graded A, no longer C" in " ".join(out.split())
    found = data("diff", case, other, "--audience", "public")
    assert {"sources"} == {change["collection"] for change in found["changes"]}
    assert "engineer" not in {change["id"] for change in found["changes"]}
    assert all(one["causes"] for one in found["moved"])


def test_score_has_the_promised_fields(example: str, data: Data) -> None:
    """The scores as JSON have the fields that the documentation names, and sane numbers."""
    found = data("score", example)
    assert {"method", "audience", "casebook", "claims"} == set(found)
    assert {"title", "digest"} == set(found["casebook"])
    smuggling = found["claims"]["smuggling"]
    assert set(smuggling) == {
        *("text", "kind", "question", "prior", "probability", "low", "high", "belief", "disbelief", "unknown"),
        *("disputed", "settled", "word", "confidence", "status", "statements", "origins", "established"),
        *("first_hand", "first_hand_for", "first_hand_against", "at_most"),
        *("origins_for", "origins_against", "established_for", "established_against"),
        *("linked_for", "linked_against", "findings_for", "findings_against"),
    }
    assert smuggling["low"] < smuggling["probability"] < smuggling["high"]
    assert found["audience"] == "public"


def test_new_leaves_what_is_there(case: Path, run: Run) -> None:
    """`new` overwrites nothing, and takes no name of a private file."""
    before = case.read_bytes()
    assert "was not changed" in run("new", case, status=2)
    run("new", case.with_name("other.private.toml"), status=1)
    assert before == case.read_bytes()
    assert [case.name] == [path.name for path in case.parent.iterdir()]


def test_report_leaves_casebooks_and_private_files(case: Path, run: Run) -> None:
    """A report is written over an older report, and over no casebook or private file."""
    for name in ("report.md", "report.json"):
        for _ in range(2):
            run("report", case, "-o", case.with_name(name))
    other, private = case.with_name("other.json"), case.with_name("case.private.toml")
    run("convert", case, other)
    private.write_text('[sources.engineer]\nname = "Ada"\n', encoding="utf-8")
    before = {path: path.read_bytes() for path in (other, case, private)}
    for target, status in ((other, 2), (case, 2), (private, 1)):
        run("report", case, "-o", target, "--format", "json", status=status)
    assert before == {path: path.read_bytes() for path in before}


def test_convert_asks_before_it_loses_anything(case: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """`convert` overwrites no file and no foreign private file unless it is forced to, and says what it wrote."""
    private = case.with_name("case.private.toml")
    private.write_text('[sources.engineer]\nname = "Ada"\n', encoding="utf-8")
    private.chmod(0o600)
    out, foreign = case.with_name("out.json"), case.with_name("out.private.toml")
    foreign.write_text("# mine\n", encoding="utf-8")
    run("convert", case, out, status=2)
    assert foreign.read_text(encoding="utf-8") == "# mine\n"
    foreign.unlink()
    assert main(["convert", str(case), str(out)]) == 0
    assert "out.private.toml" in capsys.readouterr().err
    run("convert", case, out, status=2)
    run("convert", case, out, "--force")
    assert ct.read(case) == ct.read(out)
    assert "--audience public" in run("convert", case, case.with_name("p.json"), "--key", "k", status=2)


@posix
def test_files_that_tell_of_protected_sources_are_the_owners(case: Path, run: Run) -> None:
    """A working file with protected sources and an internal report are the owner's; a public one is like any file."""
    old = os.umask(0o022)
    try:
        working, internal, public = (case.with_name(name) for name in ("w.toml", "i.md", "p.md"))
        run("convert", case, working)
        run("report", case, "--audience", "internal", "-o", internal)
        run("report", case, "--audience", "public", "-o", public)
    finally:
        os.umask(old)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (working, internal, public)] == [0o600, 0o600, 0o644]


@posix
def test_links_are_followed_and_pipes_left(case: Path, run: Run) -> None:
    """Writing to a link replaces the file behind it; a pipe or a folder is no place for a file."""
    (case.parent / "disk").mkdir()
    behind, link = case.parent / "disk" / "r.md", case.with_name("r.md")
    behind.write_text("old", encoding="utf-8")
    link.symlink_to(behind)
    run("report", case, "-o", link, "--force")
    assert link.is_symlink()
    assert behind.read_text(encoding="utf-8").startswith("# ")
    os.mkfifo(case.with_name("pipe.md"))
    run("report", case, "-o", case.with_name("pipe.md"), status=1)
    run("report", case, "-o", case.parent / "disk.md" / "x.md", status=1)


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_any_terminal_will_do(encoding: str, example: str) -> None:
    """A terminal without the characters of a report gets codes for them, and JSON stays JSON."""
    text = _in_a_process("explain", example, "covid", PYTHONIOENCODING=encoding)
    assert (text.returncode, text.stderr) == (0, b"")
    data = _in_a_process("score", example, "--format", "json", PYTHONIOENCODING=encoding)
    assert json.loads(data.stdout.decode(encoding))["claims"]


@posix
@pytest.mark.parametrize(
    ("redirect", "status", "message"),
    [
        ("> /dev/full", 1, b"claimtrack: standard output: no space left on device\n"),
        (">&-", 0, b""),
        ("| head -1 > /dev/null", 0, b""),
    ],
)
def test_an_output_that_fails_is_told(redirect: str, status: int, message: bytes, example: str) -> None:
    """A full disk is an error; a closed output, and a reader that has seen enough, are none."""
    shell = f'"{sys.executable}" -m claimtrack score "{example}" {redirect}'
    done = subprocess.run(["sh", "-c", shell], capture_output=True, check=False)
    assert (status, message) == (done.returncode, done.stderr)


def test_an_error_of_the_system_names_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    """An OSError that the library did not expect is told as what it is, and as no failure of the output."""

    def fail(_: argparse.Namespace) -> int:
        raise PermissionError(13, "Permission denied", "case.seal")

    assert _run.run(argparse.Namespace(run=fail)) == 1
    assert capsys.readouterr().err == "claimtrack: case.seal: permission denied\n"


def test_a_key_may_be_any_bytes(example: str) -> None:
    """A key that is no text in the terminal's encoding makes labels like any other."""
    done = _in_a_process("score", example, "--audience", "public", "--key", b"\xff\xfe")
    assert (done.returncode, done.stderr) == (0, b"")


def _in_a_process(*words: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "claimtrack", *words]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})
