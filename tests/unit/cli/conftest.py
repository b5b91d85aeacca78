"""Casebooks and ledgers on disk, and a way to run commands on them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimtrack.cli.main import main

Run = Callable[..., str]

BRIDGE = """\
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


@pytest.fixture(scope="session")
def example() -> str:
    """The path of the casebook that ships as an example."""
    return str(Path(__file__).resolve().parents[3] / "examples" / "border_lockdowns" / "casebook.toml")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command, hold its exit status against the expected one, and return what it prints.

    That is stdout if all is well, and stderr if not.
    """

    def run(*words: object, status: int = 0) -> str:
        capsys.readouterr()
        found = main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert found == status, err or out
        assert "Traceback" not in err
        return out if status == 0 else err

    return run


@pytest.fixture
def data(run: Run) -> Callable[..., Any]:
    """Run a command, and return what it prints as JSON."""
    return lambda *words: json.loads(run(*words, "--format", "json"))


@pytest.fixture
def case(tmp_path: Path, run: Run) -> Path:
    """The casebook that `new` writes, in a folder of its own."""
    path = tmp_path / "case.toml"
    run("new", path)
    return path


@pytest.fixture
def bridge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """The current folder, with a casebook, its private file and a ledger of it: one source is protected."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case.toml").write_text(BRIDGE, encoding="utf-8")
    private = tmp_path / "case.private.toml"
    private.write_text('[sources.kim]\nname = "Kim Realname"\ncontact = "kim@example.org"\n', encoding="utf-8")
    private.chmod(0o600)
    run("ledger", "init", "case.ledger", "case.toml", "--learned", "2021-03-01")
    return tmp_path
