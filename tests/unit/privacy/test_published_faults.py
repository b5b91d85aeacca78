"""The published cases of what went wrong: each is run as its own script runs it, and in every format besides."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from claimtrack.cli.main import main
from claimtrack.report.render.formats import REPORT_FORMATS

_SHARED = os.environ.get("CLAIMTRACK_SHARED")
_FAULTS = Path(_SHARED or "", "faults")
pytestmark = pytest.mark.skipif(
    not (_SHARED and _FAULTS.is_dir()),
    reason="set CLAIMTRACK_SHARED to the folder that holds the cases of what went wrong (faults/)",
)

TOLD = {
    "protection/01": ("quill", "ada "),
    "protection/02": ("quill", "ada "),
    "protection/04": ("quill", "ada ", "source 1"),
    "protection/05": ("quill", "ada "),
    "protection/06": ("quill", "ada "),
    "protection/08": ("quill", "10:00"),
    "protection/09": ("quill", "locked it at nine", "nurses-speak", "nurses speak"),
    "protection/10": ("kim", "doe", "duty officer"),
    "protection/15": ("quill", "ada "),
    "protection/16": ("slept. is said by mayor",),
    "protection/17": ("quill", "same owner", "shared interest", "depend on each other"),
    "protection/19-apart": ("source 1",),
    "protection/20": ("quill",),
    "protection/28": ("quill", "ada ", "fell1"),
    "texts/12-name-with-digits": ("adaquill", "quill77"),
    "texts/13-inflected-name": ("nowak", "markiem", "marka", "quill"),
    "texts/14-name-in-other-order": ("quill", "min-jun", "kim "),
}
"""What no public output of a case may hold, in small letters."""
INNOCENT = ("protection/F1", "protection/F2", "protection/F3", "protection/F5")
"""The cases that hold no secret in what they print, and must not be refused."""
COMMANDS = (
    *(f"{command} --format {form}" for form in REPORT_FORMATS for command in ("report {file}", "next {file}")),
    "report {file} -o {folder}/out.html",
    "picture {file} -o {folder}/out.svg --force",
    "picture {file} --format dot",
    "report {file} -o {folder}/tables/",
    "score {file} --format json",
    "explain {file} {claim}",
    "explain {file} {claim} --format json",
    "compare {file} --format csv",
    "what-if {file} --prior {claim}=0.3",
    "diff {file} {file} --format json",
    "convert {file} {folder}/public.toml --force",
    "convert {file} {folder}/public.json --force",
)
"""What is asked of every casebook besides the script of its case."""


class Said(NamedTuple):
    """How a command ended, what it printed, and what stands in the files that it wrote."""

    status: int
    out: str
    err: str
    files: str

    @property
    def everything(self) -> str:
        """All of it, in small letters and on one line."""
        return " ".join(f"{self.out} {self.err} {self.files}".casefold().split())


def _names() -> Iterator[str]:
    folders = [*_FAULTS.glob("protection/*"), *(_FAULTS / "texts").glob("1[2-4]-*")] if _SHARED else []
    return (folder.relative_to(_FAULTS).as_posix() for folder in sorted(folders))


NAMES = list(_names())


@pytest.fixture
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the folder of a case, without what its script wrote before."""
    copy = tmp_path / "case"
    shutil.copytree(_FAULTS / request.param, copy)
    for made in ("pub.toml", "r.html", "l.ledger"):
        (copy / made).unlink(missing_ok=True)
    return copy


def _scripted(case: Path) -> Said:
    """What the script of a case prints and writes."""
    kept = {path: path.read_bytes() for path in case.iterdir()}
    program = case.parent / "bin" / "claimtrack"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimtrack "$@"\n')
    program.chmod(0o755)
    done = subprocess.run(
        ["bash", str(case / "run.sh")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "CLAIMTRACK_AUDIENCE": ""},
    )
    made = [path for path in sorted(case.iterdir()) if kept.get(path) != path.read_bytes() and path.suffix != ".ledger"]
    return Said(done.returncode, done.stdout, done.stderr, "\n".join(path.read_text() for path in made))


def _asked(file: Path, words: str, capsys: pytest.CaptureFixture[str]) -> Said:
    """What a command prints and writes about a casebook for the public."""
    folder = file.parent / "made"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    claim = tomllib.loads(file.read_text())["claims"][0]["id"]
    status = main([*words.format(file=file, folder=folder, claim=claim).split(), "--audience", "public"])
    out, err = capsys.readouterr()
    made = "\n".join(path.read_text() for path in sorted(folder.rglob("*")) if path.is_file())
    return Said(status, out.replace(str(folder), ""), err.replace(str(file.parent), ""), made)


def _casebooks(case: Path) -> list[Path]:
    return [file for file in sorted(case.glob("*.toml")) if not file.name.endswith(".private.toml")]


def _is_whole(file: Path) -> bool:
    return {"claims", "statements"} <= tomllib.loads(file.read_text()).keys()


@pytest.mark.parametrize("case", [name for name in NAMES if name in TOLD], indirect=True, ids=str)
def test_no_output_tells(case: Path, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> None:
    """In every format and on both streams, what would tell is not printed; at most the command refuses."""
    told = TOLD[request.node.callspec.params["case"]]
    found = []
    if (case / "run.sh").exists():
        said = _scripted(case)
        found += [("run.sh", word) for word in told if word in said.everything]
    for file in _casebooks(case):
        # Before a source went off the record it had a name.
        if _is_whole(file) and file.name != "before.toml":
            for words in COMMANDS:
                said = _asked(file, words, capsys)
                assert said.status in (0, 1), (file.name, words, said.err)
                found += [(file.name, words, word) for word in told if word in said.everything]
    assert found == []


@pytest.mark.parametrize("case", [name for name in NAMES if name in INNOCENT], indirect=True, ids=str)
def test_no_innocent_case_is_refused(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its own command ends well, and so does every other."""
    said = _scripted(case)
    assert (said.status, said.err.count("would hold")) == (0, 0)
    refused = []
    for file in _casebooks(case):
        for words in COMMANDS:
            asked = _asked(file, words, capsys)
            refused += [(file.name, words, asked.err)] if asked.status else []
    assert refused == []


def test_every_case_is_looked_at() -> None:
    """No case of the folder is left out."""
    assert set(NAMES) <= {*TOLD, *INNOCENT, "protection/13"}


def _only(name: str) -> Any:
    return pytest.mark.parametrize("case", [name] if name in NAMES else [], indirect=True, ids=str)


@_only("protection/04")
def test_a_diff_tells_nothing(case: Path) -> None:
    """Who went off the record is seen in neither casebook."""
    said = _scripted(case)
    assert (said.status, "No judgment changed" in said.out) == (0, True)


@_only("protection/08")
def test_a_withheld_point_is_part_of_the_next(case: Path) -> None:
    """The history has the points of the two who spoke openly, and no third between them."""
    said = _scripted(case)
    assert (said.status, said.out.count("- 2024-05-02: “The ward closed” ")) == (0, 1)
    assert "because a statement of the Gazette, which denies “The ward closed”, was added" in " ".join(said.out.split())


@_only("protection/10")
def test_officials_are_found_by_the_check(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """That no terms were noted is a finding for an official too."""
    main(["check", str(case / "case.toml")])
    assert "CT702" in capsys.readouterr().out


@_only("protection/13")
def test_a_missing_private_file_is_warned_of(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With it the name is replaced; without it there is a warning, on every command for the public."""
    for words in COMMANDS:
        with_it, without = (_asked(case / name, words, capsys) for name in ("case.toml", "copy.toml"))
        assert "vane" not in with_it.everything, words
        assert "copy.private.toml is not beside it" in " ".join(without.err.split()), words


@_only("protection/15")
def test_a_label_is_nobodys_name(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is called Source 1 keeps its name, and the hidden source has another label."""
    public = tomllib.loads(_asked(case / "case.toml", "convert {file} {folder}/public.toml", capsys).files)
    assert [one["name"] for one in public["sources"]] == ["Source 1", "Source 2"]
    assert public["claims"][0]["text"] == "Source 1 warned nobody."


@_only("protection/16")
def test_a_name_and_a_label_share_no_grade(case: Path) -> None:
    """The label of a source that is named elsewhere has neither grade nor topics."""
    named, labelled = tomllib.loads(_scripted(case).files)["sources"]
    assert (named["name"], named["reliability"]) == ("Mayor Ines Roth", "A")
    assert {"name": "Source 1", "kind": "other"}.items() <= labelled.items()
    assert {"reliability", "topics", "descriptor"}.isdisjoint(labelled)


@_only("protection/17")
def test_a_dependence_that_ties_is_not_written(case: Path) -> None:
    """The public casebook has no dependence between the label and the named source."""
    assert "dependences" not in tomllib.loads(_scripted(case).files)


@_only("protection/19-apart")
def test_a_source_counts_once_among_rivals(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What it denies under a label is left out where it asserts the rival by name."""
    scores = json.loads(_asked(case / "case.toml", "score {file} --format json", capsys).out)["claims"]
    assert [(one["origins"], one["statements"]) for one in scores.values()] == [(1, 1), (1, 1)]


@_only("protection/20")
def test_publishing_asks_the_checks(case: Path) -> None:
    """The page either does not name the source, or is not written."""
    said = _scripted(case)
    assert ("Source 1" in said.files) == (said.status == 0)


@_only("protection/F5")
def test_a_month_is_no_name(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """May the month stays, and so does the name of whom the desk's own sentence accuses."""
    public = tomllib.loads(_asked(case / "case.toml", "convert {file} {folder}/public.toml", capsys).files)
    assert [one["text"] for one in public["claims"]] == ["It rained in May.", "May Wong knew of the fault."]


@pytest.mark.parametrize("case", [name for name in NAMES if name.startswith("texts/")], indirect=True, ids=str)
def test_names_as_they_are_written_are_replaced(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The text is published with a label, or refused before anything is written."""
    for file in _casebooks(case):
        said = _asked(file, "report {file} -o {folder}/out.txt", capsys)
        assert ("a nurse" in said.files) == (said.status == 0)
