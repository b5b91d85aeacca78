"""The commands of the ledger and what must not be lost: the ledger itself, casebooks, pins, and the truth about it."""

import io
import json
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import chdir, closing
from pathlib import Path
from typing import Any

import pytest

from claimtrack.cli.main import main
from claimtrack.errors.failures import FileInTheWay, UnreadableFile
from claimtrack.ledger.ledger import Ledger
from claimtrack.ledger.verification import read_seal

Run = Callable[..., str]
Data = Callable[..., Any]
LEDGER, OTHER, NEW = Path("case.ledger"), Path("other.ledger"), Path("new.ledger")

pytestmark = pytest.mark.usefixtures("bridge")


def tampered(path: Path, *statements: str) -> None:
    """Do something to a ledger past its triggers, and put those back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for sql in (*statements, *(sql for _, sql in guards)):
            connection.execute(sql)


def test_an_older_copy_is_not_sealed(run: Run) -> None:
    """A ledger whose end is gone, or an older copy of it, does not fit the seal that it would be written to."""
    shutil.copy(LEDGER, OTHER)
    run("ledger", "grade", LEDGER, "kim", "A")
    run("ledger", "verify", LEDGER, "--write-seal", "case.seal")
    before = Path("case.seal").read_bytes()
    assert main(["ledger", "verify", str(OTHER), "--write-seal", "case.seal"]) == 1
    tampered(LEDGER, "DELETE FROM events WHERE number > 3")
    assert main(["ledger", "verify", str(LEDGER), "--write-seal", "case.seal"]) == 1
    assert before == Path("case.seal").read_bytes()


def test_what_was_added_since_the_seal_is_counted(run: Run, data: Data) -> None:
    """No pin says who added it, so the reader is told how much there is."""
    run("ledger", "verify", LEDGER, "--write-seal", "case.seal")
    (head,) = read_seal("case.seal")
    assert head.at is not None
    run("ledger", "grade", LEDGER, "kim", "A")
    run("ledger", "grade", LEDGER, "kim", "C")
    assert "it fits 1 pinned head; 2 events added since" in run("ledger", "verify", LEDGER, "--seal", "case.seal")
    found = data("ledger", "verify", LEDGER, "--seal", "case.seal")
    assert (found["pinned"], found["added_since"]) == (1, 2)


@pytest.mark.parametrize(
    ("count", "head", "told"),
    [
        ("-1", f"sha256:{'0' * 64}", "expected a whole number of at most 12 digits, not"),
        ("9" * 5_000, f"sha256:{'0' * 64}", "expected a whole number of at most 12 digits, not"),
        ("1", f"sha256:{'A' * 64}", "is not a head"),
        ("1", "0" * 64, "is not a head"),
        ("1", "sha256:00", "is not a head"),
    ],
)
def test_a_mistyped_pin_is_no_alarm(run: Run, count: str, head: str, told: str) -> None:
    """It is told that this is no head, and not that the ledger is intact or that it was tampered with."""
    assert told in run("ledger", "verify", LEDGER, "--count", count, "--head", head, status=2)


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_a_seal_is_a_file(run: Run, name: str) -> None:
    """Standard output is none, to which a head could be added; nothing of that name is made."""
    assert "a seal is a file" in run("ledger", "verify", LEDGER, "--write-seal", name, status=2)
    assert not Path("-").exists()


def test_an_empty_casebook_removes_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is empty where the command before it failed; what is in the ledger stays."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    before = run("ledger", "export", LEDGER, "-")
    assert "would remove every record" in run("ledger", "import", LEDGER, "-", status=2)
    assert before == run("ledger", "export", LEDGER, "/dev/stdout")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder of a process")
def test_an_error_names_its_file_where_the_current_folder_is_gone(run: Run, tmp_path: Path) -> None:
    """Whoever exports into a folder that was deleted meanwhile is told of which file."""
    ledger = LEDGER.resolve()
    folder = tmp_path / "gone"
    folder.mkdir()
    with chdir(folder):
        folder.rmdir()
        assert "lines.jsonl: no such" in run("ledger", "export", ledger, "lines.jsonl", status=1)


def test_export_replaces_no_ledger_and_no_casebook(run: Run) -> None:
    """Whatever is forced, under whatever name: the ledger itself, another one, a casebook, or a file beside them."""
    shutil.copy(LEDGER, OTHER)
    Path("case.json").write_text('{"title": "A bridge"}', encoding="utf-8")
    Path("link.jsonl").symlink_to(LEDGER)
    Path("hard.jsonl").hardlink_to(LEDGER)
    Path("toml.jsonl").symlink_to("case.toml")
    before = {path: path.read_bytes() for path in Path().iterdir() if path.is_file()}
    for output in (
        LEDGER,
        f"./{LEDGER}",
        OTHER,
        NEW,
        "case.toml",
        "new.toml",
        "case.json",
        "link.jsonl",
        "hard.jsonl",
        "toml.jsonl",
        "case.ledger-wal",
        "case.ledger-journal",
    ):
        for words in ((), ("--intact",), ("--format", "json")):
            run("ledger", "export", LEDGER, output, "--force", *words, status=2)
    assert before == {path: path.read_bytes() for path in Path().iterdir() if path.is_file()}
    for output in ("out.jsonl", "out.json"):
        run("ledger", "export", LEDGER, output, "--format", output.partition(".")[2])
        assert "this file exists already" in run("ledger", "export", LEDGER, output, status=2)
        run("ledger", "export", LEDGER, output, "--force")


def test_export_replaces_no_document(run: Run) -> None:
    """Neither one that the ledger's casebook names, nor one that it once named, by any name that leads to them."""
    named = "title = {0!r}\ntext = {{ path = {0!r} }}"
    for name in ("old.txt", "interview.txt"):
        Path(name).write_text("I saw it.\n", encoding="utf-8")
        text = re.sub('title = "The letter"|title = .*\ntext = .*', named.format(name), Path("case.toml").read_text())
        Path("case.toml").write_text(text, encoding="utf-8")
        run("ledger", "import", LEDGER, "case.toml")
    Path("hard.txt").hardlink_to("interview.txt")
    Path("link.jsonl").symlink_to("old.txt")
    for name in ("old.txt", "interview.txt", "hard.txt", "link.jsonl"):
        for words in ((), ("--intact",), ("--format", "json")):
            assert "no output replaces" in run("ledger", "export", LEDGER, name, "--force", *words, status=2)
        assert Path(name).read_text(encoding="utf-8") == "I saw it.\n"


def test_a_link_to_itself_is_an_error_of_ours(run: Run) -> None:
    """It leads to no file, whatever is forced."""
    Path("loop.jsonl").symlink_to("loop.jsonl")
    assert "exists already" in run("ledger", "export", LEDGER, "loop.jsonl", status=2)
    assert "symbolic links" in run("ledger", "export", LEDGER, "loop.jsonl", "--force", status=1)


TAMPERED = {
    "an event": ("UPDATE events SET body = replace(body, 'Gazette', 'Herald')", "it is not what was written"),
    "a hash": ("UPDATE events SET hash = x'00' WHERE number = 3", "event 3"),
    "the salt": ("UPDATE ledger SET salt = x'00'", "event 1"),
    "the order": ("DELETE FROM events WHERE subject LIKE 'links/%'", "before it are missing"),
    "a row": ("INSERT INTO events VALUES (0, 'sources/kim', '{}', x'00')", "below 1"),
    "a table": ("CREATE TABLE more (x)", "that no ledger has"),
    "an index": ("DROP INDEX events_by_subject", "is missing"),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_whoever_reads_a_tampered_ledger_is_told(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command that reads says so in one line on stderr, goes on, and changes no byte."""
    sql, told = TAMPERED[what]
    tampered(LEDGER, sql)
    before = LEDGER.read_bytes()
    for words in (
        "report {}",
        "score {}",
        "ledger log {}",
        "ledger record {}",
        "ledger as-of {}",
        "ledger export {} -",
    ):
        capsys.readouterr()
        assert main(words.format(LEDGER).split()) == 0
        warned = [line for line in capsys.readouterr().err.splitlines() if "is not as it was written" in line]
        assert len(warned) == 1
        assert told in warned[0]
    assert before == LEDGER.read_bytes()


def test_nobody_is_told_anything_of_a_whole_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    """No warning where nothing was done."""
    for words in ("report {}", "ledger log {}", "ledger grade {} kim A"):
        capsys.readouterr()
        assert main(words.format(LEDGER).split()) == 0
        assert "not as it was written" not in capsys.readouterr().err


def test_lines_from_elsewhere_rewrite_no_past(run: Run, data: Data) -> None:
    """Events imported today are believed from today on, whatever they say; a second time there is nothing to take."""
    shutil.copy(LEDGER, OTHER)
    run("ledger", "grade", OTHER, "gazette", "F")
    run("ledger", "export", OTHER, "other.jsonl")
    last = json.loads(Path("other.jsonl").read_text(encoding="utf-8").splitlines()[-1])["event"]
    then = ("ledger", "as-of", LEDGER, last["recorded"], "--audience", "internal")
    before = run(*then)
    assert data("ledger", "import", LEDGER, "other.jsonl")["added"] == 1
    assert before == run(*then)
    assert before != run("ledger", "as-of", LEDGER, "--audience", "internal")
    assert "nothing to add" in run("ledger", "import", LEDGER, "other.jsonl")


def test_a_ledger_is_made_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """If anything fails before its events are there, no file is, and the next try is as good as the first."""
    there = sorted(Path().iterdir())
    for error in (UnreadableFile(path="new.ledger", reason="no space left on device"), KeyboardInterrupt()):
        with monkeypatch.context() as patch:
            patch.setattr("claimtrack.ledger.ledger.Ledger.append", _failing(error))
            assert main(["ledger", "init", str(NEW), "case.toml"]) != 0
        assert there == sorted(Path().iterdir())
    run("ledger", "init", NEW, "case.toml")


def _failing(error: BaseException) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_of_two_that_make_a_ledger_one_does() -> None:
    """The other is told that there is a file, and the ledger of the first stays."""
    with Ledger.create(NEW, salt=b"first", begin=lambda _: Ledger.create(OTHER, salt=b"other").close()):
        pass

    def meanwhile(_: Ledger) -> None:
        Ledger.create("third.ledger", salt=b"first").close()

    with pytest.raises(FileInTheWay):
        Ledger.create("third.ledger", salt=b"second", begin=meanwhile)
    with Ledger("third.ledger") as ledger:
        assert ledger.salt == b"first"
    assert [path.name for path in Path().iterdir() if path.name.endswith(".part")] == []
