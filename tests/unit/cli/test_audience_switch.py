"""CLAIMTRACK_AUDIENCE sets the readers of all commands, and what is said of mistakes to the public."""

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., str]


@pytest.fixture
def switch(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Set the switch."""
    return lambda audience: monkeypatch.setenv("CLAIMTRACK_AUDIENCE", audience)


def test_the_switch_decides_before_any_default(bridge: Path, run: Run, switch: Callable[[str], None]) -> None:
    """It is asked where no option is given: also by `convert`, whose default is internal."""
    switch("internal")
    assert "Kim Bora" in run("report", "case.toml")
    assert "Kim Bora" not in run("report", "case.toml", "--audience", "public")
    switch("public")
    run("convert", "case.toml", "out.toml")
    assert "Kim Bora" not in (bridge / "out.toml").read_text(encoding="utf-8")
    switch("")
    run("convert", "case.toml", "other.toml")
    assert "Kim Bora" in (bridge / "other.toml").read_text(encoding="utf-8")


def test_an_audience_that_there_is_not_is_wrong_use(
    bridge: Path,  # noqa: ARG001
    run: Run,
    switch: Callable[[str], None],
) -> None:
    """A typo in the switch must not make anything internal."""
    switch("publik")
    said = run("report", "case.toml", status=2)
    assert "CLAIMTRACK_AUDIENCE" in said
    assert "did you mean" in said


@pytest.mark.parametrize("how", ["option", "switch"])
def test_mistakes_are_told_to_the_public_by_place(
    how: str, bridge: Path, run: Run, switch: Callable[[str], None]
) -> None:
    """Where the audience is public, the places of the problems are listed and no word of the file."""
    text = (bridge / "case.toml").read_text(encoding="utf-8")
    wrong = text.replace('origin = "kim"', 'origin = "ada-quill"').replace('kind = "media"', 'kind = "Ada Quill"')
    (bridge / "case.toml").write_text(f"{wrong}ada_quill = 3\n", encoding="utf-8")
    words = ["report", "case.toml"]
    assert "ada-quill" in run(*words, "--audience", "internal", status=1)
    if how == "switch":
        switch("public")
    said = run(*words, *(["--audience", "public"] if how == "option" else []), status=1)
    assert "quill" not in said.lower()
    assert "statements[0] (line" in said
    assert "unknown-id" in said


WRONG = (
    "score case.toml",
    "report case.toml -o out.html",
    "explain case.toml cracks",
    "diff case.toml case.toml",
    "compare case.toml",
    "what-if case.toml --prior cracks=0.3",
)


@pytest.mark.parametrize("command", WRONG)
def test_what_is_public_by_default_tells_mistakes_by_place(
    command: str, bridge: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a pipe or a log no word of the file is shown; a message on a terminal is for the one who sits there."""
    text = (bridge / "case.toml").read_text(encoding="utf-8")
    (bridge / "case.toml").write_text(text.replace('origin = "kim"', 'origin = "ada-quill"'), encoding="utf-8")
    said = run(*command.split(), status=1)
    assert "ada-quill" not in said
    assert "`claimtrack check` shows them" in said
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert "ada-quill" in run(*command.split(), status=1)


@pytest.mark.parametrize("command", ["convert case.toml out.toml", "check case.toml", "ledger init l.ledger case.toml"])
def test_what_is_internal_by_default_tells_mistakes_in_full(command: str, bridge: Path, run: Run) -> None:
    """A working file, the list of mistakes and what is entered into a ledger are for those who may see the casebook."""
    text = (bridge / "case.toml").read_text(encoding="utf-8")
    (bridge / "case.toml").write_text(text.replace('origin = "kim"', 'origin = "ada-quill"'), encoding="utf-8")
    assert "ada-quill" in run(*command.split(), status=1)
