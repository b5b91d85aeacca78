"""`claimtrack laws`: the matrix, the smallest case, methods of one's own, and wrong options."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimtrack.cli._terminal import count_progress
from claimtrack.cli.main import main
from claimtrack.scoring.methods import METHODS
from claimtrack.testing import METHOD_LAWS

Run = Callable[..., str]
Data = Callable[..., Any]

OWN = '''
import claimtrack as ct
import attrs

class Sure:
    """The default method, with bounds that are not the same on both sides."""
    breaks = {"bounds hold grades": "it has no bounds", "order": "not so"}

    def __call__(self, network):
        found = ct.OriginEvidence()(network)
        return {name: attrs.evolve(one, low=one.opinion.probability, high=1.0) for name, one in found.items()}

class Broken:
    def __init__(self):
        raise ValueError("no")

number = 7
'''


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module with a method of somebody's own, in the current folder."""
    name = f"own_{tmp_path.name.replace('-', '_')}"
    (tmp_path / f"{name}.py").write_text(OWN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return name


def test_every_built_in_method_keeps_what_it_says(data: Data) -> None:
    """Methods are tried on every law, and no law fails that is not declared."""
    methods = ("origin-evidence", "origin-count")
    found = data("laws", "--examples", "3", *(word for name in methods for word in ("--method", name)))
    assert set(methods) == set(found["methods"]) < set(METHODS)
    assert [law.name for law in METHOD_LAWS] == list(found["methods"]["origin-evidence"])
    assert not any(one["fails"] for row in found["methods"].values() for one in row.values())


def test_a_method_of_ones_own_is_judged(
    own: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A declared break has its reason; one that is not declared fails, and so does a declared one that never occurs."""
    monkeypatch.setattr("claimtrack.testing.verdict._FOR_EXCUSES", 5)
    assert main(["laws", "--method", f"{own}:Sure", "--examples", "5"]) == 1
    text = capsys.readouterr().out
    assert "It is excused, and no case broke it: take the excuse away." in text
    assert re.search(r"^duality +!$", text, re.MULTILINE)
    assert f"{own}:Sure: order: the order of entry changes no score, to the last bit." in text
    assert f'claimtrack laws --method {own}:Sure --show "duality" shows a casebook.' in text
    assert main(["laws", "--method", f"{own}:Sure", "--examples", "3", "--format", "markdown"]) == 1
    text = capsys.readouterr().out
    assert f"1. `{own}:Sure`\n\n| law | 1 |\n| --- | --- |\n| bounded | kept |" in text
    assert "\n| duality | BROKEN |\n" in text


def test_a_case_is_shown(own: str, run: Run, data: Data) -> None:
    """`--show` gives the smallest casebook that breaks a law, or says that none does."""
    options = ["--show", "duality", "--method", f"{own}:Sure", "--method", "origin-evidence", "--examples", "20"]
    text = run("laws", *options)
    assert f"{own}:Sure: the law “duality” is broken" in text
    assert "  P(clm-0) = " in text
    assert "origin-evidence: none of 20 cases breaks “duality”: with the stances on a claim" in text
    assert data("laws", *options)["broken"]["origin-evidence"] is None


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--show", "circels"], 'unknown law "circels"; did you mean "circles"?'),
        (["--method", "origin"], 'unknown method "origin"; expected origin-evidence'),
        (["--method", "nowhere_at_all:x"], "there is no module nowhere_at_all here or among"),
        (["--method", "OWN:number"], "OWN:number is of type int; expected a method, which takes a network"),
        (["--method", "OWN:absent"], "OWN has no absent; expected a method, which takes a network"),
        (["--method", "OWN:Broken"], "cannot create OWN:Broken: ValueError: no"),
        (["--examples", "9" * 5_000], "argument --examples: expected a whole number of at most 12 digits, not"),
        (["--examples", "0"], "argument --examples: expected a number from 1 to 1,000,000, not 0"),
    ],
)
def test_wrong_use_is_told(own: str, options: list[str], message: str, run: Run) -> None:
    """What cannot be tried is told in a sentence, with exit status 2."""
    told = run("laws", *(word.replace("OWN", own) for word in options), status=2)
    assert message.replace("OWN", own) in told


def test_progress_is_shown_on_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The count stands on one line of a terminal and is taken back; a file gets nothing."""
    with count_progress("trying laws", 2) as advance:
        advance()
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with count_progress("trying laws", 2) as advance:
        advance()
    assert capsys.readouterr().err == "\rtrying laws: 1 of 2 …\r\x1b[K"
