"""What an output may replace, and `-` for the standard streams."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.cli.main import main

Run = Callable[..., str]

_MINE = "She said that there were cracks.\n"
_OTHERS = {
    "notes.md": "# Notes\n\nFor public readers. A list.\n",
    "notes.txt": "My notes\n=====\nof today\n",
    "data.json": '{"sections": [], "title": "theirs"}',
    "page.html": "<html><p>claimtrack",
    "sheet.csv": "a,b\n",
}


@pytest.fixture
def documented(bridge: Path) -> Path:
    """A folder with a casebook that keeps the text of a document in a file beside it."""
    (bridge / "interview.txt").write_text(_MINE, encoding="utf-8")
    text = (bridge / "case.toml").read_text(encoding="utf-8")
    more = text.replace('title = "The letter"', 'title = "The letter"\ntext = { path = "interview.txt" }')
    (bridge / "case.toml").write_text(more, encoding="utf-8")
    return bridge


@pytest.mark.parametrize("name", _OTHERS)
def test_a_report_replaces_no_file_that_is_none(bridge: Path, run: Run, name: str) -> None:
    """A file that was not written by a report stays, until --force says so; the message names it."""
    path = bridge / name
    path.write_text(_OTHERS[name], encoding="utf-8")
    error = run("report", "case.toml", "-o", name, "--audience", "internal", status=2)
    assert f"--force replaces {name}" in error
    assert path.read_text(encoding="utf-8") == _OTHERS[name]
    run("report", "case.toml", "-o", name, "--audience", "internal", "--force")
    assert path.read_text(encoding="utf-8") != _OTHERS[name]
    run("report", "case.toml", "-o", name, "--audience", "internal")


@pytest.mark.parametrize("audience", ["internal", "public"])
@pytest.mark.parametrize("name", _OTHERS)
@pytest.mark.parametrize("words", ["report case.toml", "ledger history case.ledger cracks"])
def test_every_output_is_recognised_as_ours(bridge: Path, run: Run, words: str, name: str, audience: str) -> None:
    """Whatever wrote it, in whatever format and for whomever: the same command replaces it without being asked."""
    text = (bridge / "case.toml").read_text(encoding="utf-8")
    cutoff = 'cutoff = "2021-12-31"\nprivate = true\n'
    (bridge / "case.toml").write_text(cutoff + text, encoding="utf-8")
    for _ in range(2):
        run(*words.split(), "-o", name, "--audience", audience, "--anyway", "as a trial")


@pytest.mark.parametrize("words", ["compare case.toml", "next case.toml", "what-if case.toml --prior cracks=0.3"])
def test_second_opinions_and_questions_go_to_files_too(bridge: Path, run: Run, words: str) -> None:
    """The ending of the file says in which form, and the same command replaces it without being asked."""
    for name in _OTHERS:
        run(*words.split(), "-o", name, "--audience", "internal")
        assert (bridge / name).read_text(encoding="utf-8")
        run(*words.split(), "-o", name, "--audience", "internal")
    (bridge / "data.csv").write_text("a,b\n", encoding="utf-8")
    assert "--force replaces data.csv" in run(*words.split(), "-o", "data.csv", "--audience", "internal", status=2)


def test_what_the_casebook_needs_is_never_replaced(documented: Path, run: Run) -> None:
    """Its documents, its private file, its words and itself stay, by any name that leads to them, even with --force."""
    words = documented / "words.toml"
    words.write_text(
        'name = "W"\n[[terms]]\nlabel = "no"\nlow = 0\nhigh = 0.5\n[[terms]]\nlabel = "yes"\nlow = 0.5\nhigh = 1\n',
        encoding="utf-8",
    )
    for name, of in {
        "a.txt": "interview.txt",
        "b.md": "case.private.toml",
        "c.md": "words.toml",
        "d.md": "case.toml",
    }.items():
        (documented / name).symlink_to(of)
    os.link(documented / "interview.txt", documented / "e.txt")
    before = {path: path.read_bytes() for path in documented.iterdir()}
    for name in ("interview.txt", "a.txt", "b.md", "c.md", "d.md", "e.txt"):
        error = run(
            "report", "case.toml", "--audience", "internal", "--words", "words.toml", "-o", name, "--force", status=2
        )
        assert "no output replaces" in error
    for name in ("case.toml", "interview.txt"):
        run("convert", "case.toml", name, "--format", "json", "--force", status=2)
    run("ledger", "as-of", "case.ledger", "-o", "case.ledger", "--format", "toml", "--force", status=2)
    assert before == {path: path.read_bytes() for path in documented.iterdir()}


def test_no_output_replaces_a_seal(bridge: Path, run: Run) -> None:
    """What a ledger is compared with stays, under any name, even with --force."""
    for name in ("case.seal", "case.json"):
        run("ledger", "verify", "case.ledger", "--write-seal", name)
        before = (bridge / name).read_bytes()
        run("report", "case.toml", "-o", name, "--format", "json", "--audience", "internal", "--force", status=2)
        run("convert", "case.toml", name, "--format", "json", "--force", status=2)
        run("ledger", "export", "case.ledger", name, "--force", status=2)
        assert before == (bridge / name).read_bytes()


def test_no_output_replaces_a_ledger(bridge: Path, run: Run) -> None:
    """The only record of a case stays, whichever case it is of, under any name, even with --force."""
    run("ledger", "init", "other.ledger", "case.toml")
    before = (bridge / "other.ledger").read_bytes()
    for name in ("other.json", "other.html", "other.jsonl"):
        (bridge / name).symlink_to("other.ledger")
    run("report", "case.toml", "-o", "other.ledger", "--format", "text", "--force", status=2)
    run("report", "case.toml", "-o", "other.html", "--force", status=2)
    run("convert", "case.toml", "other.json", "--force", status=2)
    run("ledger", "history", "case.ledger", "closed", "-o", "other.html", "--force", status=2)
    run("ledger", "export", "case.ledger", "other.jsonl", "--force", status=2)
    assert before == (bridge / "other.ledger").read_bytes()


def test_a_past_casebook_replaces_another_only_by_force(bridge: Path, run: Run) -> None:
    """`ledger as-of` knows no older output of its own: a casebook may be anybody's."""
    words = ("ledger", "as-of", "case.ledger", "-o", "old.toml", "--audience", "internal")
    run(*words)
    assert "--force replaces old.toml" in run(*words, status=2)
    run(*words, "--force")
    assert ct.read(bridge / "old.toml").claims


def test_a_private_file_of_others_is_not_replaced_by_force(bridge: Path, run: Run) -> None:
    """--force replaces the private file of an older output, and not one that tells of sources the casebook has not."""
    run("convert", "case.toml", "out.json")
    run("convert", "case.toml", "out.json", "--force")
    private = bridge / "out.private.toml"
    private.write_text('[sources.somebody]\nname = "Else"\n', encoding="utf-8")
    run("convert", "case.toml", "out.json", "--force", status=1)
    assert "somebody" in private.read_text(encoding="utf-8")


def test_a_casebook_in_another_format_keeps_the_private_file_beside_both(bridge: Path, run: Run) -> None:
    """case.toml and case.json have one private file, which stays as it is; no public version takes it over."""
    before = (bridge / "case.private.toml").read_bytes()
    run("convert", "case.toml", "case.json")
    assert before == (bridge / "case.private.toml").read_bytes()
    assert ct.read(bridge / "case.toml") == ct.read(bridge / "case.json")
    (bridge / "case.json").unlink()
    run("convert", "case.toml", "case.json", "--audience", "public", status=2)


@pytest.mark.parametrize("format", ["toml", "json"])
@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_a_casebook_is_read_from_standard_input(
    monkeypatch: pytest.MonkeyPatch,
    run: Run,
    format: str,  # noqa: A002
    name: str,
) -> None:
    """`-` is a casebook in either format, and mistakes in it are told with their lines."""

    def give(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8-sig"))))

    book = ct.Casebook(claims=(ct.Claim(id="fell", text="The bridge fell."),))
    give(ct.dumps(book, format=format))
    assert "The bridge fell." in run("report", name, "--audience", "internal")
    give('[[claims]]\nid = "fell"\n')
    assert "line 1" in run("check", name, status=1)
    monkeypatch.setenv("CLAIMTRACK_LIMITS", "file=5")
    give('title = "x"')
    assert "standard input: it has more than 5 bytes" in run("check", name, status=1)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that can close streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(("words", "status"), [("score case.toml", 0), ("check none.toml", 1), ("nonsense", 2)])
def test_closed_streams_change_no_status(bridge: Path, closed: str, words: str, status: int) -> None:
    """Whoever closes what a command would print to still learns from its status how it went."""
    command = f'"{sys.executable}" -m claimtrack {words} {closed}'
    assert status == subprocess.run(command, shell=True, cwd=bridge, check=False).returncode  # noqa: S602


def test_a_limit_takes_no_memory(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """Standard input takes the memory that it needs, however much it may have."""
    monkeypatch.setenv("CLAIMTRACK_LIMITS", f"file={'9' * 18}")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'title = "x"')))
    assert "x" in run("convert", "-", "-")


def test_a_dash_is_standard_output(bridge: Path, run: Run) -> None:
    """`-` as an output prints, and makes no file."""
    before = sorted(bridge.iterdir())
    assert run("report", "case.toml", "-o", "-") == run("report", "case.toml")
    assert ct.loads(run("convert", "case.toml", "-"), format="toml").claims
    assert json.loads(run("convert", "case.toml", "/dev/stdout", "--format", "json"))["claims"]
    assert run("new", "-").startswith("#") or "[[claims]]" in run("new", "-")
    assert ct.loads(run("ledger", "as-of", "case.ledger", "-o", "-"), format="toml").claims
    assert before == sorted(bridge.iterdir())
    assert main(["report", "-", "-o", "/dev/stdout", "--help"]) == 0
