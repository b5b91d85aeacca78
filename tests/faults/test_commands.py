"""Commands that write are killed, or find no space: nothing is half written or left over, nothing said is lost."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import chdir
from pathlib import Path
from random import Random

import pytest

from claimtrack.cli._commands import COMMANDS
from claimtrack.cli.main import main
from claimtrack.io.atomic import write_atomic
from claimtrack.ledger.ledger import Ledger
from claimtrack.ledger.verification import read_seal, verify
from faults.forked import Forked
from profiles import by_profile

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs forked processes"),
]

MOMENTS = by_profile(dev=1, ci=2, deep=200)
"""Moments by the clock at which each command is killed."""
STEPS = by_profile(dev=6, ci=10, deep=100)
"""Steps at which each command is killed, the first ones."""
LIMITS = by_profile(dev=(0, 4096), ci=(0, 100, 4096, 20_000), deep=(0, 1, 100, 512, 4096, 8192, 12_288, 20_000, 30_000))
LEDGER, NEW, SEAL, LINES = "case.ledger", "new.ledger", "case.seal", "case.jsonl"
CASEBOOK = """\
private = false
[[sources]]
id = "kim"
name = "Kim"
[[sources]]
id = "lee"
name = "Lee"
[[claims]]
id = "fell"
text = "The bridge fell."
[[claims]]
id = "stood"
text = "The pier stood."
[[statements]]
id = "s1"
origin = "kim"
claim = "fell"
stance = "asserts"
terms = "on the record"
[[statements]]
id = "s2"
origin = "lee"
claim = "fell"
stance = "denies"
terms = "on the record"
"""
MORE = '[[claims]]\nid = "sank"\ntext = "It sank."\n'
PRIVATE = '[sources.kim]\nname = "Kimberley Quill"\n'
WHY = ("--because", "it was found out")

ONES: dict[str, Sequence[str]] = {
    "new": ("new", "new.toml"),
    "report -o text": ("report", "case.toml", "-o", "report.txt"),
    "report -o markdown": ("report", "case.toml", "-o", "report.md"),
    "report -o html": ("report", "case.toml", "-o", "report.html"),
    "report -o json": ("report", "case.toml", "-o", "report.json"),
    "report -o csv": ("report", "case.toml", "-o", "report.csv"),
    "report -o tables": ("report", "case.toml", "-o", "tables", "--format", "csv"),
    "picture": ("picture", "case.toml", "-o", "case.svg"),
    "convert": ("convert", "secret.toml", "copy.json"),
    "convert over": ("convert", "secret.toml", "old.toml", "--force"),
    "ledger init": ("ledger", "init", NEW, "case.toml"),
    "ledger add": ("ledger", "add", LEDGER, "more.toml"),
    "ledger import": ("ledger", "import", LEDGER, "other.toml"),
    "ledger import lines": ("ledger", "import", LEDGER, LINES),
    "ledger correct": ("ledger", "correct", LEDGER, "fell", "--set", "text=A bridge fell.", *WHY),
    "ledger retract": ("ledger", "retract", LEDGER, "s1", *WHY),
    "ledger restore": ("ledger", "restore", LEDGER, "s2", *WHY),
    "ledger remove": ("ledger", "remove", LEDGER, "stood", *WHY),
    "ledger grade": ("ledger", "grade", LEDGER, "kim", "A"),
    "ledger merge": ("ledger", "merge", LEDGER, "kim", "lee", *WHY),
    "ledger split": ("ledger", "split", LEDGER, "kim", "lee", "s1", *WHY),
    "ledger resolve": ("ledger", "resolve", LEDGER, "fell", "true", *WHY),
    "ledger as-of": ("ledger", "as-of", LEDGER, "-o", "then.toml"),
    "ledger history": ("ledger", "history", LEDGER, "fell", "-o", "history.html"),
    "ledger calibration": ("ledger", "calibration", LEDGER, "-o", "calibration.json"),
    "ledger verify": ("ledger", "verify", LEDGER, "--write-seal", SEAL),
    "ledger export": ("ledger", "export", LEDGER, "out.jsonl", "--force"),
}
"""Each command that writes, in each of its ways."""
READING = {"check", "score", "explain", "next", "what-if", "compare", "diff", "scales", "laws", "schema", "ledger"}
READING |= {"ledger log", "ledger diff", "ledger record", "serve"}


def test_every_command_that_writes_is_tried() -> None:
    """A command stands among those that are killed, or among those that write nothing."""
    tried = {name for name in COMMANDS for one in ONES if one.split(" -o")[0].startswith(name) and name != "ledger"}
    assert set(COMMANDS) == tried | READING


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A casebook, its ledger with its seal and lines, what is to be added, and older outputs."""
    folder = tmp_path_factory.mktemp("made")
    other = CASEBOOK.replace("The bridge", "A bridge") + MORE
    for name, text in {"case": CASEBOOK, "other": other, "more": MORE, "old": MORE}.items():
        (folder / f"{name}.toml").write_text(text)
    (folder / "secret.toml").write_text(CASEBOOK.replace("private = false\n", "private = true\n"))
    (folder / "secret.private.toml").write_text(PRIVATE)
    (folder / "secret.private.toml").chmod(0o600)
    with chdir(folder):
        for words in (
            ("ledger", "init", LEDGER, "case.toml"),
            ("ledger", "retract", LEDGER, "s2", *WHY),
            ("ledger", "export", LEDGER, "out.jsonl"),
            ("ledger", "verify", LEDGER, "--write-seal", SEAL),
            *(("report", "other.toml", "-o", f"report.{ending}") for ending in ("txt", "md", "html", "json", "csv")),
        ):
            assert main([*words]) == 0
        shutil.copy(LEDGER, "other.ledger")
        for words in (("import", "other.ledger", "other.toml"), ("export", "other.ledger", LINES)):
            assert main(["ledger", *words]) == 0
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of that folder."""
    shutil.copytree(made, tmp_path / "folder")
    return tmp_path / "folder"


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of all files that are no ledger and no seal, which differ each time."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".ledger" not in path.name and path.name != SEAL
    }


def wrong(folder: Path, made: Path, after: dict[str, bytes], words: Sequence[str], said: str) -> list[str]:
    """What is wrong in a folder after a command, however it ended.

    Args:
        folder: the folder.
        made: the folder as it was before.
        after: what is in it after a command that ended well.
        words: the command.
        said: what it said.
    """
    before = contents(made)
    now = {name: content for name, content in contents(folder).items() if ".part/" not in name}
    found = [
        f"{name} is neither as it was nor as it should be"
        for name in now.keys() | before.keys()
        if now.get(name) not in (before.get(name), after.get(name))
    ]
    if "written for" in said and {name for name in after if now.get(name) != after[name]}:
        found.append(f"told as written, and not there: {said}")
    there = verify(folder / LEDGER, pinned=read_seal(folder / SEAL))
    found += map(str, there.damages)
    if "added; " in said and LEDGER in words and there.head.hash not in said:
        found.append(f"acknowledged, and not there: {said}")
    if there.head.count < verify(made / LEDGER).head.count:
        found.append(f"{there.head.count} events are fewer than there were")
    if (folder / NEW).exists():
        with Ledger(folder / NEW, read_only=True) as new:
            if not verify(folder / NEW).intact or new.head.count == 0:
                found.append("a ledger that is not whole")
    return found


def left_over(folder: Path) -> list[str]:
    """What no command will ever remove, once another has written in that folder."""
    write_atomic(folder / "later.txt", b"")
    return [path.name for path in folder.rglob(".*") if path.name.startswith(".")]


def killed(folder: Path, made: Path, words: Sequence[str], *, at: float) -> tuple[bool, str]:
    """Run a command in a fresh copy, killed at a step or after some seconds: whether it was, and what it said."""
    shutil.rmtree(folder)
    shutil.copytree(made, folder)
    process = Forked(folder, words, kill_at=at if isinstance(at, int) else None)
    if isinstance(at, float):
        time.sleep(at)
        process.kill()
    status, said = process.ended()
    return status < 0, said


@pytest.mark.parametrize("command", ONES)
def test_a_killed_command_leaves_all_or_nothing(made: Path, folder: Path, command: str) -> None:
    """At steps and at random moments: what it said is there, what is there is whole, and nothing stays that is not."""
    words, chance, found = ONES[command], Random(command), []
    begun = time.monotonic()
    assert Forked(folder, words).ended()[0] == 0
    took, after = time.monotonic() - begun, contents(folder)
    for at in [*range(STEPS), *(chance.random() * took for _ in range(MOMENTS))]:
        _, said = killed(folder, made, words, at=at)
        found += [(at, one) for one in wrong(folder, made, after, words, said)]
        found += [(at, one) for one in left_over(folder)]
        assert Forked(folder, ("ledger", "grade", LEDGER, "lee", "F")).ended()[0] == 0
    assert found == []


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize("command", ONES)
def test_a_full_disk_leaves_all_or_nothing(made: Path, folder: Path, command: str, limit: int) -> None:
    """However little can be written: a message and status 1, or all is as if there were space enough."""
    words = ONES[command]
    assert Forked(folder, words).ended()[0] == 0
    after = contents(folder)
    shutil.rmtree(folder)
    shutil.copytree(made, folder)
    status, said = Forked(folder, words, limit=limit).ended()
    assert wrong(folder, made, after, words, said) == []
    assert status in (0, 1), said
    assert "Traceback" not in said
    if status:
        assert {path.name for path in made.iterdir()} == {path.name for path in folder.iterdir()}


@pytest.fixture
def locked(made: Path) -> Iterator[Path]:
    """A copy of that folder in which nothing can be written, but all be read."""
    with tempfile.TemporaryDirectory() as outer:
        Path(outer).chmod(0o755)
        there = Path(outer) / "folder"
        shutil.copytree(made, there)
        for path in (*there.iterdir(), there):
            path.chmod(0o555 if path.is_dir() else 0o444)
        yield there
        there.chmod(0o755)


@pytest.mark.parametrize("command", ONES)
def test_a_folder_that_cannot_be_written_is_told(made: Path, locked: Path, command: str) -> None:
    """A message that names a file, status 1, and every byte as it was."""
    status, said = Forked(locked, ONES[command], without_rights=True).ended()
    assert status == 1, said
    assert "Traceback" not in said
    assert any(Path(word).stem in said for word in ONES[command]), said
    names = {path.name for path in made.iterdir()}
    assert names == {path.name for path in locked.iterdir()}
    assert [name for name in names if (made / name).read_bytes() != (locked / name).read_bytes()] == []


def test_of_many_that_make_one_ledger_one_does(folder: Path) -> None:
    """The others say that there is a file, and the ledger is that of the one which said that it made it."""
    others = [folder.with_name(f"f{number}") for number in range(5)]
    for other in others:
        other.symlink_to(folder)
    ends = [one.ended() for one in [Forked(other, ("ledger", "init", NEW, "case.toml")) for other in others]]
    assert sorted(status for status, _ in ends) == [0, 2, 2, 2, 2]
    assert all("this file exists already" in said for status, said in ends if status)
    (told,) = (said for status, said in ends if not status)
    assert verify(folder / NEW).head.hash in told
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
