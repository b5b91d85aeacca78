"""Nothing acts on a terminal, whatever a text, a file's name or an argument holds; and Ctrl-C ends with one line."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from claimtrack.cli.main import main
from claimtrack.io.casebooks import dumps, loads
from claimtrack.model.casebook import Casebook
from claimtrack.model.claims import Claim
from claimtrack.text.canonical_json import json_text
from claimtrack.text.escape import UNSEEN

_ACTS = "a\x1b[2J\x07\x7f\x9b\x85\u2028\u202e\u2066\U000e0041b"
_NAME = "n\x1b[31m\x9b\u202e\U000e0041"
_CASE = f"""\
title = "T"
[[sources]]
id = "kim"
name = "Kim"
kind = "media"
[[claims]]
id = "fell"
text = '''{_ACTS.replace(chr(27), "").replace(chr(7), "").replace(chr(127), "")}'''
[[statements]]
origin = "kim"
claim = "fell"
stance = "asserts"
terms = "on the record"
"""
_WORDS = 'name = "w\\u001b[2J\\u202e"\n' + "".join(
    f'[[terms]]\nlabel = "l{n}\\u001b]0;x\\u0007\\u009b"\nlow = {n / 2}\nhigh = {n / 2 + 0.5}\n' for n in (0, 1)
)


def _acting(text: str) -> set[str]:
    """What of a text a terminal could act on, or nobody sees."""
    kept = {"\n", "\u200c", "\u200d"}
    return {one for one in text.replace("\r\n", "\n") if unicodedata.category(one) in _KINDS and one not in kept}


_KINDS = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def test_the_codes_are_for_all_that_is_unseen() -> None:
    """Format, control and private characters, halves of characters and line separators all have codes in data."""
    every = [chr(number) for number in range(0x7F, sys.maxunicode + 1)]
    unseen = {one for one in every if unicodedata.category(one) in _KINDS}
    assert unseen <= {one for one in every if UNSEEN.match(one)}
    assert not any(UNSEEN.match(one) for one in "aé中😀\u00a0\u0301")


@pytest.mark.parametrize("format", ["toml", "json"])
def test_data_is_the_same_and_harmless(format: str) -> None:  # noqa: A002
    """A text that acts comes back as it was from a file in which it does not act."""
    book = Casebook(title=_ACTS, claims=(Claim(id="c", text=_ACTS),))
    text = dumps(book, format=format)
    assert set() == _acting(text)
    assert book == loads(text, format=format)
    assert set() == _acting(json_text({_ACTS: _ACTS}))


@pytest.mark.parametrize(
    "words",
    [
        ("check", "case.toml"),
        ("check", "case.toml", "--format", "json"),
        ("check", "case.toml", "--format", "sarif"),
        ("check", _NAME),
        ("check", f"{_NAME}.toml"),
        ("check", f"{_NAME}.ledger"),
        ("check", "--explain", _NAME),
        ("check", "case.toml", "--profile", _NAME),
        ("check", "bad.toml"),
        ("check", "bad.toml", "--format", "json"),
        ("check", "bad.toml", "--format", "sarif"),
        ("scales", "words.toml"),
        ("scales", "words.toml", "--format", "json"),
        ("scales", _NAME),
        ("score", "case.toml", "--words", "words.toml"),
        ("report", "case.toml", "--words", "words.toml"),
        ("report", "case.toml", "--format", "html", "--words", "words.toml"),
        ("report", "case.toml", "--format", "csv", "--words", "words.toml"),
        ("report", "case.toml", "-o", f"{_NAME}.md"),
        ("report", "case.toml", "-o", f"{_NAME}/"),
        ("convert", "case.toml", "-"),
        ("convert", "case.toml", f"{_NAME}.json"),
        ("explain", "case.toml", _NAME),
        ("what-if", "case.toml", "--add", f"{_NAME}.toml"),
        ("what-if", "case.toml", "--prior", f"{_NAME}=2"),
        ("new", f"{_NAME}.toml"),
        ("ledger", "init", f"{_NAME}.ledger", "case.toml"),
        ("ledger", "verify", "case.ledger"),
        ("ledger", "verify", f"{_NAME}.ledger"),
        ("ledger", "as-of", "case.ledger"),
        ("ledger", "export", "case.ledger", "-"),
        ("ledger", "log", "case.ledger", "--kind", _NAME),
        ("ledger", "correct", "case.ledger", "fell", "--set", f"{_NAME}=1", "--because", "x"),
        ("laws", "--method", _NAME),
        ("laws", "--method", f"{_NAME}:x"),
        (_NAME,),
    ],
    ids=lambda words: " ".join(words).encode("unicode_escape").decode(),
)
def test_nothing_raw_reaches_a_terminal(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither output nor messages hold an escape, a control character, a change of direction or a hidden letter."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMTRACK_AUDIENCE", "internal")
    Path("case.toml").write_text(_CASE, encoding="utf-8")
    Path("bad.toml").write_text(
        f"{_CASE}\n[[claims]]\nid = '{_NAME.replace(chr(27), '')}'\ntext = 'x'\n", encoding="utf-8"
    )
    Path("words.toml").write_text(_WORDS, encoding="utf-8")
    assert main(["ledger", "init", "case.ledger", "case.toml"]) == 0
    capsys.readouterr()
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main(list(words))
    out, err = capsys.readouterr()
    assert (set(), set()) == (_acting(out), _acting(err))
    assert out + err


def test_exported_events_are_exact_where_there_is_no_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines of a ledger are hashed, so that a pipe or a file gets them to the byte, and they verify."""
    monkeypatch.chdir(tmp_path)
    Path("case.toml").write_text(_CASE, encoding="utf-8")
    assert main(["ledger", "init", "case.ledger", "case.toml"]) == 0
    capsys.readouterr()
    assert main(["ledger", "export", "case.ledger", "-"]) == 0
    printed = capsys.readouterr().out
    assert main(["ledger", "export", "case.ledger", "case.jsonl"]) == 0
    assert Path("case.jsonl").read_text(encoding="utf-8") == printed
    assert main(["ledger", "verify", "case.jsonl"]) == 0


_INTERRUPTED = """
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
sys.argv = ["claimtrack", "check", "case.toml"]
runpy.run_module("claimtrack", run_name="__main__")
"""


@pytest.mark.parametrize(
    "name",
    [
        "io",
        "argparse",
        "claimtrack.cli.main",
        "claimtrack.cli._commands",
        "claimtrack.cli.commands.check",
        "attrs",
        "tomllib",
        "cattrs",
    ],
)
def test_an_interrupt_is_one_line_at_any_moment(name: str, tmp_path: Path) -> None:
    """Also while the parser, the command or what they need is imported: no traceback, and the status of shells."""
    (tmp_path / "case.toml").write_text(_CASE, encoding="utf-8")
    code = f"import runpy, sys; sys.modules.pop('{name}', None)\n" + _INTERRUPTED.format(name=name)
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr, run.stdout) == (130, "claimtrack: stopped\n", "")


def test_an_interrupt_while_a_command_runs_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Stopped while it writes, a command leaves neither a file nor a part of one."""

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.chdir(tmp_path)
    Path("case.toml").write_text(_CASE, encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", interrupt)
        for words in (["report", "case.toml", "-o", "r.md"], ["convert", "case.toml", "o.json"], ["new", "n.toml"]):
            assert main(words) == 130
            assert capsys.readouterr().err.endswith("claimtrack: stopped\n")
    assert [path.name for path in tmp_path.iterdir()] == ["case.toml"]
