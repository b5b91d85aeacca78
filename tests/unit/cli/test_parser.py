"""The table of commands: help, unknown names, and what is imported when."""

import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from claimtrack.cli._commands import COMMANDS, commands_in

Run = Callable[..., str]

_LIGHT = {"claimtrack", "claimtrack._lazy", "claimtrack.errors", "claimtrack.errors.base"}


def test_each_command_has_help_and_can_print_json(run: Run, subtests: pytest.Subtests) -> None:
    """Its help says at least what the table says of it, and `json` is among its formats, but for what serves pages."""
    for name in COMMANDS:
        with subtests.test(command=name):
            out = " ".join(run(*name.split(), "--help").split())
            assert out.startswith(f"usage: claimtrack {name} ")
            assert COMMANDS[name].says.partition(",")[0].casefold() in out.casefold()
            is_group = bool(commands_in(name))
            gives_json = name == "serve" or bool(re.search(r"--format \{[^}]*json", out))
            assert is_group != gives_json, f"give `{name}` a --format that offers json (see `add_format`)"


INTERNAL = {"check", "serve", "ledger log", "ledger verify", "ledger export"}
"""The commands that show things to internal readers only, and say so."""
OF_NO_CASEBOOK = {"new", "scales", "laws", "schema"}
"""The commands that print nothing of a casebook."""


def test_each_command_that_prints_of_a_casebook_asks_who_reads_it(run: Run, subtests: pytest.Subtests) -> None:
    """It takes `--audience`, so that what it prints is projected and guarded, or stands in one of two short lists."""
    for name in COMMANDS:
        if not commands_in(name) and name not in INTERNAL | OF_NO_CASEBOOK:
            with subtests.test(command=name):
                takes = "--audience {internal,public}" in " ".join(run(*name.split(), "--help").split())
                says = f"`{name}` can print what is confidential: give it `add_readers`, and print with `print_for`"
                assert takes, says


def test_an_unknown_option_is_refused_with_the_usage_of_its_command(run: Run) -> None:
    """Not with that of `claimtrack` as a whole."""
    out = run("report", "--outline", "case.toml", status=2)
    assert ("usage: claimtrack report" in out, "unrecognized arguments: --outline" in out) == (True, True)


@pytest.mark.parametrize("group", ["", "ledger"])
def test_the_help_of_a_group_lists_its_commands(group: str, run: Run) -> None:
    """Each stands with what it does, in the order of the table."""
    out = run(*group.split(), "--help")
    assert commands_in(group) == re.findall(r"^    ([\w-]+)(?: +[A-Z]|$)", out, re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "required: COMMAND"),
        (("chekc", "case.toml"), 'unknown command "chekc"; did you mean "check"?'),
        (("frobnicate",), 'unknown command "frobnicate"; see claimtrack --help'),
        (("ledger",), "required: COMMAND"),
        (("ledger", "retrct", "case.ledger"), 'unknown command "retrct"; did you mean "retract"?'),
        (("score",), "required: FILE"),
        (("score", "case.toml", "--format", "xml"), "invalid choice: 'xml'"),
    ],
)
def test_an_unknown_command_is_answered_with_the_nearest(words: tuple[str, ...], message: str, run: Run) -> None:
    """The message says what was wrong, and the exit status is 2."""
    assert message in run(*words, status=2)


@pytest.mark.parametrize("words", ["--version", "--help", "ledger --help", "chekc"])
def test_help_and_version_import_no_command(words: str) -> None:
    """They import the table, the parser and the base of the errors, and nothing that the work of a command needs."""
    parser = {"claimtrack.cli", "claimtrack.cli.main", "claimtrack.cli._commands"}
    found = {name for name in _imported_by(words.split()) if name.startswith(("claimtrack", "attr", "cattr"))}
    assert _LIGHT | parser >= found


def test_a_casebook_needs_no_database(example: str) -> None:
    """Scoring a file imports neither SQLite, nor what reads documents; and the checks only where it is published."""
    score = ["score", example, "--audience"]
    assert {"sqlite3", "claimtrack.documents.read"}.isdisjoint(_imported_by([*score, "public"]))
    assert "claimtrack.checks.engine" not in _imported_by([*score, "internal"])


def _imported_by(words: list[str]) -> set[str]:
    code = f"import sys; from claimtrack.cli.main import main; main({words!r}); sys.exit(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    return set(done.stderr.split("\n")[-2].split())
