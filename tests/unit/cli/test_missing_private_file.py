"""A private file that was left behind: a warning, or an error where the casebook says that it has one."""

from collections.abc import Callable
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.cli.main import main
from claimtrack.errors import UnreadableFile

Run = Callable[..., str]


@pytest.fixture
def alone(bridge: Path) -> Path:
    """The folder of the bridge, without its private file."""
    (bridge / "case.private.toml").unlink()
    return bridge


def mark(path: Path) -> None:
    """Write into a casebook that it has a private file."""
    path.write_text(f"private = true\n{path.read_text(encoding='utf-8')}", encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        "report case.toml",
        "score case.toml",
        "convert case.toml out.toml",
        "report case.ledger",
        "ledger as-of case.ledger 2031-01-01",
    ],
)
def test_what_is_read_for_the_public_without_it_is_warned_of(
    words: str,
    alone: Path,  # noqa: ARG001
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A line on stderr names the file that is missing and what makes it an error."""
    assert main([*words.split(), "--audience", "public"]) == 0
    err = capsys.readouterr().err
    assert err.count("case.private.toml is not beside it") == 1
    assert "private = true" in err


def test_nobody_is_warned_for_nothing(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No warning: the file is there, or known not to be, or nobody is protected, or the output is internal."""
    assert main(["score", "case.toml", "--audience", "public"]) == 0
    (bridge / "case.private.toml").unlink()
    assert main(["score", "case.toml", "--audience", "internal"]) == 0
    text = (bridge / "case.toml").read_text(encoding="utf-8")
    (bridge / "case.toml").write_text(f"private = false\n{text}", encoding="utf-8")
    assert main(["score", "case.toml", "--audience", "public"]) == 0
    (bridge / "case.toml").write_text(text.replace("protected = true", ""), encoding="utf-8")
    assert main(["score", "case.toml", "--audience", "public"]) == 0
    assert "private.toml" not in capsys.readouterr().err


def test_a_casebook_that_says_so_is_not_read_without_it(bridge: Path, run: Run) -> None:
    """With `private = true` a missing private file is an error for all readers, in Python and in a ledger as well."""
    mark(bridge / "case.toml")
    run("ledger", "init", "marked.ledger", "case.toml")
    Path("case.private.toml").replace("elsewhere.toml")
    for audience in ("public", "internal"):
        assert "case.private.toml: no such file" in run("report", "case.toml", "--audience", audience, status=1)
        assert "marked.private.toml: no such file" in run("score", "marked.ledger", "--audience", audience, status=1)
    with pytest.raises(UnreadableFile):
        ct.read("case.toml")
    Path("elsewhere.toml").replace("marked.private.toml")
    run("score", "marked.ledger", "--audience", "public")


def test_the_public_casebook_says_nothing_of_it(bridge: Path, run: Run) -> None:
    """Whether there is a private file is not published, and the mark goes along with a working file."""
    mark(bridge / "case.toml")
    run("convert", "case.toml", "out.toml", "--audience", "public")
    assert "private" not in (bridge / "out.toml").read_text(encoding="utf-8")
    run("convert", "case.toml", "working.json")
    assert ct.read("working.json").private


def test_a_newcomer_is_not_warned_of_the_starter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first public report of the casebook to start from has no warning of secrets, and hides the engineer."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "case.toml"]) == main(["report", "case.toml", "-o", "out.md"]) == 0
    counted, written = capsys.readouterr().err.splitlines()
    assert counted.endswith("`claimtrack check case.toml` lists them")
    assert written == "out.md: written for public readers"
    assert "an engineer with knowledge of the bridge" in Path("out.md").read_text(encoding="utf-8")
