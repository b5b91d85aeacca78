"""Commands that write a ledger are killed or find no space: nothing is half written, nothing acknowledged is lost."""

import os
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import chdir
from pathlib import Path
from random import Random

import pytest

from claimtrack.cli.main import main
from claimtrack.ledger.ledger import Ledger
from claimtrack.ledger.verification import read_seal, verify
from profiles import by_profile

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs forked processes"),
]

KILLS = by_profile(dev=8, ci=25, deep=500)
LEDGER, NEW, SEAL, LINES = "case.ledger", "new.ledger", "case.seal", "case.jsonl"
CASEBOOK = """\
private = false
[[sources]]
id = "kim"
name = "Kim"
[[claims]]
id = "fell"
text = "The bridge fell."
[[statements]]
id = "s1"
origin = "kim"
claim = "fell"
stance = "asserts"
terms = "on the record"
"""
MORE = '[[claims]]\nid = "sank"\ntext = "It sank."\n'
COMMANDS: dict[str, Sequence[str]] = {
    "init": ("init", NEW, "case.toml"),
    "grade": ("grade", LEDGER, "kim", "A"),
    "add": ("add", LEDGER, "more.toml"),
    "import": ("import", LEDGER, "other.toml"),
    "import lines": ("import", LEDGER, LINES),
    "seal": ("verify", LEDGER, "--write-seal", SEAL),
    "export": ("export", LEDGER, "out.jsonl", "--force"),
}


class Forked:
    """A command of the ledger in a process of its own.

    Args:
        folder: where it runs.
        words: the command.
        limit: the most bytes that it may write to a file; None for no limit.
    """

    def __init__(self, folder: Path, words: Sequence[str], *, limit: int | None = None) -> None:
        self._said, out = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            status = 70
            try:
                status = _run(folder, words, out, limit)
            finally:
                os._exit(status)
        os.close(out)

    def kill(self) -> None:
        """Kill it at once."""
        os.kill(self._process, signal.SIGKILL)

    def ended(self) -> tuple[int, str]:
        """Its status, below 0 if it was killed, and what it said."""
        with os.fdopen(self._said, encoding="utf-8") as said:
            told = said.read()
        _, status = os.waitpid(self._process, 0)
        return os.waitstatus_to_exitcode(status), told


def _run(folder: Path, words: Sequence[str], said: int, limit: int | None) -> int:
    import resource  # noqa: PLC0415 - only where processes can be forked

    os.chdir(folder)
    with os.fdopen(said, "w", encoding="utf-8", buffering=1) as out:
        sys.stdout = sys.stderr = out
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        return main(["ledger", *words])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A casebook, its ledger with its seal and lines, and what is to be added."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "case.toml").write_text(CASEBOOK)
    (folder / "other.toml").write_text(CASEBOOK.replace("The bridge", "A bridge") + MORE)
    (folder / "more.toml").write_text(MORE)
    with chdir(folder):
        assert main(["ledger", "init", LEDGER, "case.toml"]) == 0
        shutil.copy(LEDGER, "other.ledger")
        assert main(["ledger", "import", "other.ledger", "other.toml"]) == 0
        assert main(["ledger", "export", "other.ledger", LINES]) == 0
        assert main(["ledger", "export", LEDGER, "out.jsonl"]) == 0
        assert main(["ledger", "verify", LEDGER, "--write-seal", SEAL]) == 0
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of that folder."""
    shutil.copytree(made, tmp_path / "folder")
    return tmp_path / "folder"


def wrong(folder: Path, count: int, words: Sequence[str], said: str) -> list[str]:
    """What is wrong in a folder after a command, however it ended, that began with so many events in the ledger."""
    there = verify(folder / LEDGER, pinned=read_seal(folder / SEAL))
    found = list(map(str, there.damages))
    if "added" in said and words[1] == LEDGER and there.head.hash not in said:
        found.append(f"acknowledged, and not there: {said}")
    if there.head.count < count:
        found.append(f"{there.head.count} events, and {count} were there")
    if (folder / NEW).exists():
        with Ledger(folder / NEW, read_only=True) as new:
            if not verify(folder / NEW).intact or new.head.count == 0:
                found.append("a ledger that is not whole")
    if not verify(folder / "out.jsonl").intact:
        found.append("half of the lines")
    return found


@pytest.mark.parametrize("command", COMMANDS)
def test_a_killed_command_leaves_all_or_nothing(made: Path, folder: Path, command: str) -> None:
    """At random moments: what it said is there, what is there is whole, and the next command works."""
    words, chance, found, killed = COMMANDS[command], Random(command), [], 0
    begun = time.monotonic()
    assert Forked(folder, words).ended()[0] == 0
    took = time.monotonic() - begun
    for _ in range(KILLS):
        shutil.rmtree(folder)
        shutil.copytree(made, folder)
        count = verify(folder / LEDGER).head.count
        process = Forked(folder, words)
        time.sleep(chance.random() * took)
        process.kill()
        status, said = process.ended()
        killed += status < 0
        found += wrong(folder, count, words, said)
        assert Forked(folder, ("grade", LEDGER, "kim", "F")).ended()[0] == 0
    assert found == []


@pytest.mark.parametrize("limit", [0, 100, 4096, 8192, 20_000])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_leaves_all_or_nothing(folder: Path, command: str, limit: int) -> None:
    """However little can be written: a message and status 1, or all is as if there were space enough."""
    words, before = COMMANDS[command], {path.name for path in folder.iterdir()}
    count = verify(folder / LEDGER).head.count
    status, said = Forked(folder, words, limit=limit).ended()
    assert wrong(folder, count, words, said) == []
    assert status in (0, 1), said
    made = {path.name for path in folder.iterdir()} - before
    assert made <= ({NEW} if status == 0 and command == "init" else set())


def test_of_many_that_make_one_ledger_one_does(folder: Path) -> None:
    """The others say that there is a file, and the ledger is that of the one which said that it made it."""
    others = [folder.with_name(f"f{number}") for number in range(5)]
    for other in others:
        other.symlink_to(folder)
    ends = [one.ended() for one in [Forked(other, ("init", NEW, "case.toml")) for other in others]]
    assert sorted(status for status, _ in ends) == [0, 2, 2, 2, 2]
    assert all("this file exists already" in said for status, said in ends if status)
    (told,) = (said for status, said in ends if not status)
    assert verify(folder / NEW).head.hash in told
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
