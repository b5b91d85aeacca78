"""The commands: what they print where, how they end, and what they leave alone."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.cli.main import main

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = str(ROOT / "examples" / "border_lockdowns" / "casebook.toml")
posix = pytest.mark.skipif(os.name != "posix", reason="modes, links and pipes are POSIX's")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The casebook to start from, in a folder of its own."""
    path = tmp_path / "case.toml"
    assert main(["new", str(path)]) == 0
    return path


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "claimtrack", *words]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["check", EXAMPLE], 0),
        (["score", EXAMPLE], 0),
        (["score", EXAMPLE, "--words", "kent", "--format", "json"], 0),
        (["explain", EXAMPLE, "smuggling"], 0),
        (["explain", EXAMPLE, "smuggling", "--format", "markdown"], 0),
        (["report", EXAMPLE, "--audience", "public"], 0),
        (["schema"], 0),
        (["--version"], 0),
        ([], 2),
        (["chekc", EXAMPLE], 2),
        (["score"], 2),
        (["explain", EXAMPLE, "smugling"], 2),
        (["explain", EXAMPLE, "too-hard"], 2),
        (["score", EXAMPLE, "--words", "nato"], 2),
        (["score", EXAMPLE, "--format", "xml"], 2),
        (["check", "nothing.toml"], 1),
        (["check", "nothing"], 2),
        (["check", "nothing.docx"], 2),
        (["check", str(ROOT)], 2),
        (["check", "x" * 300 + ".toml"], 1),
        (["report", EXAMPLE, "-o", "out.html5"], 2),
        (["check", EXAMPLE, "--fail-on", "warning"], 1),
        (["check", EXAMPLE, "--fail-on", "never", "--profile", "ap"], 0),
        (["check", EXAMPLE, "--profile", "ap"], 1),
        (["check", EXAMPLE, "--profile", "apa"], 2),
        (["check", EXAMPLE, "--profile", "nothing.toml"], 1),
        (["check"], 2),
        (["check", "--explain", "CT101"], 0),
        (["check", "--explain", "single-origin"], 0),
        (["check", "--explain", "CT999"], 2),
        (["next", EXAMPLE], 0),
        (["next", EXAMPLE, "--format", "json"], 0),
        (["diff", EXAMPLE, EXAMPLE], 0),
        (["diff", EXAMPLE, "nothing.toml"], 1),
        (["what-if", EXAMPLE, "--grade", "daily-nk=B"], 0),
        (["what-if", EXAMPLE, "--grade", "daily-nk=none", "--format", "json"], 0),
        (["what-if", EXAMPLE, "--retract", "s-covid", "--without", "locals", "--establish", "daily-nk"], 0),
        (["what-if", EXAMPLE, "--depend", "locals,daily-nk=0.5", "--prior", "covid=0.8"], 0),
        (["what-if", EXAMPLE], 2),
        (["what-if", EXAMPLE, "--grade", "daily-nk"], 2),
        (["what-if", EXAMPLE, "--grade", "daily-nk=G"], 2),
        (["what-if", EXAMPLE, "--grade", "dailynk=B"], 2),
        (["what-if", EXAMPLE, "--retract", "s-none"], 2),
        (["what-if", EXAMPLE, "--prior", "covid=2"], 2),
        (["what-if", EXAMPLE, "--prior", "cov=0.5"], 2),
        (["what-if", EXAMPLE, "--prior", "covid=x"], 2),
        (["what-if", EXAMPLE, "--depend", "locals"], 2),
        (["what-if", EXAMPLE, "--depend", "locals,nobody"], 2),
        (["what-if", EXAMPLE, "--cut", "l-none"], 2),
        (["what-if", EXAMPLE, "--add", "nothing.toml"], 1),
        (["what-if", EXAMPLE, "--add", "more.json"], 2),
        (["scales"], 0),
        (["scales", "phia"], 0),
        (["scales", "phia", "--to", "icd203"], 0),
        (["scales", "uk5x5x5.source", "--to", "admiralty.reliability"], 0),
        (["scales", "uk5x5x5.source", "--to", "icd203"], 2),
        (["scales", "phia", "--to", "misp"], 2),
        (["scales", "fia"], 2),
        (["scales", "--to", "misp"], 2),
        (["scales", "nothing.toml"], 1),
    ],
)
def test_how_commands_end(words: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    """0 where all is well, 1 where the input has problems, 2 where the command is wrong; never a traceback."""
    assert status == main(words)
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    assert bool(err) == (status != 0 and "CT101" not in out)


@pytest.mark.parametrize("command", [["score"], ["explain"], ["report"], ["check"]])
def test_json_is_json(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """`--format json` prints one JSON object and nothing else."""
    claim = ["covid"] if command == ["explain"] else []
    assert main([*command, EXAMPLE, *claim, "--format", "json"]) == 0
    assert isinstance(json.loads(capsys.readouterr().out), dict)


def test_check_says_where_and_how_to_mend(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A finding is a line that linters' readers know; --explain tells the rest; --all shows what is folded."""
    assert main(["check", str(case)]) == 0
    line, *_, tally = capsys.readouterr().out.splitlines()
    assert re.fullmatch(rf"{re.escape(str(case))}:\d+: CT\d+ (error|warning|info) [a-z-]+: .+", line)
    assert tally.startswith(f"{case}: valid; 2 claims")
    assert main(["check", "--explain", line.split()[1]]) == 0
    told = capsys.readouterr().out
    assert all(word in told for word in ("Why: ", "Fix: ", "[[claims]]", "and nothing here"))
    main(["check", EXAMPLE])
    folded = capsys.readouterr().out.splitlines()
    main(["check", EXAMPLE, "--all"])
    assert len(capsys.readouterr().out.splitlines()) > len(folded)


def test_check_reads_a_desks_own_profile_and_the_documents(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A desk's file chooses severities; quotes are held against the files beside the casebook."""
    desk = case.with_name("desk.toml")
    desk.write_text('name = "Ours"\n[rules]\nCT101 = "error"\n', encoding="utf-8")
    assert main(["check", str(case), "--profile", str(desk)]) == 1
    assert "CT101 error" in capsys.readouterr().out
    desk.write_text('name = "Ours"\n[rules]\nCT101 = "eror"\nCT1O1 = "off"\n', encoding="utf-8")
    assert main(["check", str(case), "--profile", str(desk)]) == 1
    said = capsys.readouterr().err
    assert all(word in said for word in ("did you mean", "desk.toml", "line 3", "line 4"))

    page = case.with_name("page.md")
    page.write_text("# The day\n\nThe mayor said that the bridge was **not** safe.\n", encoding="utf-8")
    text = case.read_text(encoding="utf-8")
    said = '[[statements]]\ndocument = "page"\nquote = "the bridge was safe"'
    text = text.replace("[[statements]]", said, 1)
    case.write_text(
        f'{text}\n[[documents]]\nid = "page"\ntitle = "P"\ntext = {{ path = "page.md" }}\n', encoding="utf-8"
    )
    assert main(["check", str(case), "--format", "sarif"]) == 1
    (run_,) = json.loads(capsys.readouterr().out)["runs"]
    assert {"CT502", "CT503"} <= {result["ruleId"] for result in run_["results"]}
    page.unlink()
    assert main(["check", str(case)]) == 1
    assert "page.md" in capsys.readouterr().err


def test_documents_that_cannot_be_read_are_problems_of_the_casebook(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are told together, in each form, with place and line, and the status is 1."""
    case.with_name("l.html").write_bytes("<p>Zo\u00e9</p>".encode("latin-1"))
    start = case.read_text(encoding="utf-8") + "\n"
    for position, name in enumerate(("gone.txt", "l.html", "x.rtf")):
        start += f'[[documents]]\nid = "d{position}"\ntitle = "T"\ntext = {{ path = "{name}" }}\n'
    case.write_text(start, encoding="utf-8")
    lines = [number for number, line in enumerate(start.split("\n"), start=1) if line.startswith("text = {")]
    places = [f"documents[{position}].text" for position in (1, 2, 3)]

    assert main(["check", str(case)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    told = err.splitlines()
    assert told[0] == f"{case}: 3 problems"
    for place, line, said in zip(places, lines, told[1:], strict=True):
        assert said.startswith(f"  {place} (line {line}): ")

    assert main(["check", str(case), "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)["problems"]
    assert [(one["code"], one["place"], one["line"]) for one in data] == [
        ("unreadable-document", place, line) for place, line in zip(places, lines, strict=True)
    ]

    assert main(["check", str(case), "--format", "sarif"]) == 1
    (run_,) = json.loads(capsys.readouterr().out)["runs"]
    assert [one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in run_["results"]] == lines
    assert main(["report", str(case), "--audience", "internal"]) == 1
    assert f"{case}: 3 problems" in capsys.readouterr().err


def test_an_invalid_casebook_is_told_in_sarif(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of findings is never empty: the problems are errors in it, under their codes."""
    case.write_text('[[claims]]\nid = "a"\ntxt = "A."\n', encoding="utf-8")
    assert main(["check", str(case), "--format", "sarif"]) == 1
    (run_,) = json.loads(capsys.readouterr().out)["runs"]
    found = {(one["ruleId"], one["level"]) for one in run_["results"]}
    assert found == {("unknown-key", "error"), ("missing-field", "error")}
    assert {rule["id"] for rule in run_["tool"]["driver"]["rules"]} == {"unknown-key", "missing-field"}
    where = run_["results"][0]["locations"][0]
    assert where["physicalLocation"]["region"]["startLine"] in (1, 3)
    assert where["physicalLocation"]["artifactLocation"]["uri"].endswith("case.toml")


def test_a_public_report_holds_no_findings(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the checks found is in the internal report alone, and there unless it is left out."""
    for options, held in ((["--audience", "internal"], True), (["--audience", "public"], False),
                          (["--audience", "internal", "--no-checks"], False)):  # fmt: skip
        assert main(["report", str(case), *options]) == 0
        assert ("Findings of the checks" in capsys.readouterr().out) == held


def test_what_if_adds_a_statement(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Records of another file are added to the casebook; the change and its cause are told, and no file changes."""
    before = case.read_bytes()
    more = case.with_name("more.toml")
    more.write_text(
        '[[sources]]\nid = "diver"\nname = "The diver"\nreliability = "A"\n\n'
        '[[statements]]\norigin = "diver"\nclaim = "cracks"\nstance = "asserts"\nlineage = "witnessed"\n',
        encoding="utf-8",
    )
    assert main(["what-if", str(case), "--add", str(more), "--audience", "internal"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "is raised from" in said
    assert "because a statement of The diver, which asserts" in said
    assert case.read_bytes() == before
    more.write_text('[[statements]]\norigin = "dver"\nclaim = "cracks"\nstance = "asserts"\n', encoding="utf-8")
    assert main(["what-if", str(case), "--add", str(more)]) == 1
    assert "dver" in capsys.readouterr().err


def test_diff_says_what_changed_and_why(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two files, each change of a judgment with its cause, as text and as data."""
    other = case.with_name("other.toml")
    other.write_text(case.read_text(encoding="utf-8").replace('"C"', '"A"'), encoding="utf-8")
    assert main(["diff", str(case), str(other), "--audience", "internal"]) == 0
    assert "The bridge engineer is now graded A, no longer C" in " ".join(capsys.readouterr().out.split())
    assert main(["diff", str(case), str(other), "--audience", "public", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert {change["collection"] for change in data["changes"]} == {"sources"}
    assert "engineer" not in {change["id"] for change in data["changes"]}
    assert all(one["causes"] for one in data["moved"])


def test_score_has_the_promised_fields(capsys: pytest.CaptureFixture[str]) -> None:
    """The scores as JSON have the fields that the documentation names, and sane numbers."""
    assert main(["score", EXAMPLE, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert {"method", "audience", "casebook", "claims"} == set(data)
    assert {"title", "digest"} == set(data["casebook"])
    smuggling = data["claims"]["smuggling"]
    assert set(smuggling) == {
        *("text", "kind", "question", "prior", "probability", "low", "high", "belief", "disbelief", "unknown"),
        *("disputed", "settled", "word", "confidence", "status", "statements", "origins", "established"),
        *("origins_for", "origins_against", "established_for", "established_against"),
    }
    assert smuggling["low"] < smuggling["probability"] < smuggling["high"]
    assert data["audience"] == "public"


def test_new_leaves_what_is_there(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`new` writes over nothing, and over no private file's name."""
    before = case.read_bytes()
    assert main(["new", str(case)]) == 2
    assert main(["new", str(case.with_name("other.private.toml"))]) == 1
    assert before == case.read_bytes()
    assert [case.name] == [path.name for path in case.parent.iterdir()]
    assert "it was left as it is" in capsys.readouterr().err


def test_report_leaves_casebooks_and_private_files(case: Path) -> None:
    """A report is written over an older report, and over no casebook or private file."""
    for name in ("report.md", "report.txt", "report.json"):
        out = case.with_name(name)
        assert [main(["report", str(case), "-o", str(out)]) for _ in range(2)] == [0, 0]
    other = case.with_name("other.json")
    assert main(["convert", str(case), str(other)]) == 0
    before = other.read_bytes()
    private = case.with_name("case.private.toml")
    private.write_text('[sources.engineer]\nname = "Ada"\n', encoding="utf-8")
    for target in (other, case, private):
        assert main(["report", str(case), "-o", str(target), "--format", "json"]) in (1, 2)
    assert before == other.read_bytes()
    assert "Ada" in private.read_text(encoding="utf-8")


def test_convert_asks_before_it_loses_anything(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`convert` writes over no file and no foreign private file unless it is forced to, and says what it wrote."""
    private = case.with_name("case.private.toml")
    private.write_text('[sources.engineer]\nname = "Ada"\n', encoding="utf-8")
    private.chmod(0o600)
    out, foreign = case.with_name("out.json"), case.with_name("out.private.toml")
    foreign.write_text("# mine\n", encoding="utf-8")
    assert main(["convert", str(case), str(out)]) == 2
    assert foreign.read_text(encoding="utf-8") == "# mine\n"
    foreign.unlink()
    assert main(["convert", str(case), str(out)]) == 0
    assert "out.private.toml" in capsys.readouterr().err
    assert main(["convert", str(case), str(out)]) == 2
    assert main(["convert", str(case), str(out), "--force"]) == 0
    assert ct.read(case) == ct.read(out)
    assert main(["convert", str(case), str(case.with_name("p.json")), "--key", "k"]) == 2


@posix
def test_files_that_tell_of_protected_sources_are_the_owners(case: Path) -> None:
    """A working file with protected sources and an internal report are the owner's; a public one is like any file."""
    old = os.umask(0o022)
    try:
        working, internal, public = (case.with_name(name) for name in ("w.toml", "i.md", "p.md"))
        assert main(["convert", str(case), str(working)]) == 0
        assert main(["report", str(case), "--audience", "internal", "-o", str(internal)]) == 0
        assert main(["report", str(case), "--audience", "public", "-o", str(public)]) == 0
    finally:
        os.umask(old)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (working, internal, public)] == [0o600, 0o600, 0o644]


@posix
def test_links_are_followed_and_pipes_left(case: Path) -> None:
    """Writing to a link replaces the file behind it; a pipe or a folder is no place for a file."""
    (case.parent / "disk").mkdir()
    behind, link = case.parent / "disk" / "r.md", case.with_name("r.md")
    behind.write_text("old", encoding="utf-8")
    link.symlink_to(behind)
    assert main(["report", str(case), "-o", str(link)]) == 0
    assert link.is_symlink()
    assert behind.read_text(encoding="utf-8").startswith("# ")
    os.mkfifo(case.with_name("pipe.md"))
    assert main(["report", str(case), "-o", str(case.with_name("pipe.md"))]) == 1
    assert main(["report", str(case), "-o", str(case.parent / "disk.md" / "x.md")]) == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_terminal_will_do(encoding: str) -> None:
    """A terminal without the characters of a report gets codes for them, and JSON stays JSON."""
    text = run("report", EXAMPLE, PYTHONIOENCODING=encoding)
    assert (text.returncode, b"Traceback" in text.stderr) == (0, False)
    data = run("score", EXAMPLE, "--format", "json", PYTHONIOENCODING=encoding)
    assert json.loads(data.stdout.decode(encoding))["claims"]


@posix
def test_an_output_that_fails_is_told() -> None:
    """A full disk ends with 1 and a sentence; a closed output and a reader that has enough are nobody's fault."""
    shell = f'"{sys.executable}" -m claimtrack score "{EXAMPLE}"'
    full = subprocess.run(["sh", "-c", f"{shell} > /dev/full"], capture_output=True, check=False)
    assert (full.returncode, b"Traceback" in full.stderr) == (1, False)
    for redirect in (">&-", "| head -1 > /dev/null"):
        done = subprocess.run(["sh", "-c", f"{shell} {redirect}"], capture_output=True, check=False)
        assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


def test_a_key_may_be_any_bytes() -> None:
    """A key that is no text in the terminal's encoding makes labels like any other."""
    command = [sys.executable, "-m", "claimtrack", "score", EXAMPLE, "--audience", "public", "--key", b"\xff\xfe"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
