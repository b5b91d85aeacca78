"""How long a report is: the brief unless somebody asks for more, and for a folder all tables."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.cli.main import main

Run = Callable[..., str]
EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "dam_release" / "casebook.toml"


@pytest.mark.parametrize("length", ["brief", "full", "annex"])
def test_the_command_writes_the_length_that_is_asked_for(length: str, run: Run) -> None:
    """Without an option that is the brief; the text is that of the composed report of this length."""
    words = [] if length == "brief" else [f"--{length}"]
    explanation = ct.explain(ct.score(ct.read(EXAMPLE), audience="public"))
    expected = ct.render(ct.compose(explanation, length=length), "json")  # type: ignore[arg-type]
    assert json.loads(expected) == json.loads(
        run("report", str(EXAMPLE), "--format", "json", "--audience", "public", *words)
    )


def test_two_lengths_at_once_are_refused(run: Run) -> None:
    """The annex has the chapters already."""
    assert "not allowed with argument" in run("report", str(EXAMPLE), "--full", "--annex", status=2)


def test_a_folder_takes_all_tables_unless_fewer_are_asked_for(tmp_path: Path, run: Run) -> None:
    """It has those of the annex; with --full, those of the chapters alone."""
    for name, words in (("all", []), ("annex", ["--annex"]), ("full", ["--full"])):
        run("report", str(EXAMPLE), "-o", f"{tmp_path / name}/", *words)
    every, annex, full = ({path.name for path in (tmp_path / name).iterdir()} for name in ("all", "annex", "full"))
    assert every == annex > full


def test_a_brief_tells_the_desk_of_findings_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    """The chapters of an internal report list them; the brief has no room, so that they are counted beside it."""
    main(["check", str(EXAMPLE)])
    found = capsys.readouterr().out.count(" warning ")
    assert found > 1
    counted = f"claimtrack: {found} warnings; `claimtrack check {EXAMPLE}` lists them\n"
    for words, told in (([], counted), (["--full"], "")):
        assert main(["report", str(EXAMPLE), "--audience", "internal", *words]) == 0
        assert told == capsys.readouterr().err
