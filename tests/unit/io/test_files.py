"""Which files are read and which are replaced: regular files within limits, and nothing that is in the way."""

import os
from pathlib import Path
from threading import Thread

import pytest

from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import FileInTheWay, UnknownName, UnreadableFile, WrongUse
from claimtrack.io import atomic
from claimtrack.io.atomic import Output, read_bytes, write_all_atomic, write_atomic
from claimtrack.io.casebooks import read, write
from claimtrack.io.private_file import read_private
from claimtrack.model.casebook import Casebook
from claimtrack.model.sources import Confidential, Source

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and modes are POSIX's")


def _special(folder: Path, kind: str, name: str) -> Path:
    """Something at a path that is no regular file."""
    path = folder / name
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if kind == "device" else path)
    return path


@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "loop"])
def test_what_is_no_regular_file_is_neither_read_nor_replaced(tmp_path: Path, kind: str) -> None:
    """A pipe, a device, a folder and a link to itself are refused at once, as casebook, private file and target."""
    path = _special(tmp_path, kind, "case.toml")
    with pytest.raises(UnreadableFile, match=r"case\.toml"):
        read(path)
    with pytest.raises(UnreadableFile, match=r"case\.toml"):
        write(Casebook(), path)
    _special(tmp_path, kind, "other.private.toml")
    with pytest.raises(UnreadableFile, match=r"other\.private\.toml"):
        read_private(tmp_path / "other.toml", ())


def test_a_file_over_the_limit_is_refused_and_the_limit_can_be_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names the limit and the variable that raises it; a wrong value of that is told."""
    path = tmp_path / "case.toml"
    path.write_bytes(b'title = "x"')
    monkeypatch.setenv("CLAIMTRACK_LIMITS", "file=10")
    with pytest.raises(UnreadableFile, match=r"more than 10 bytes; to raise this limit, set CLAIMTRACK_LIMITS=file=N"):
        read(path)
    monkeypatch.setenv("CLAIMTRACK_LIMITS", "file=11, pages=3")
    assert read(path).title == "x"
    for value, kind in (("files=1", UnknownName), ("file=many", WrongUse), ("file", WrongUse), ("file=-1", WrongUse)):
        monkeypatch.setenv("CLAIMTRACK_LIMITS", value)
        with pytest.raises(kind, match="CLAIMTRACK_LIMITS"):
            read(path)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs a file that does not say how long it is")
def test_a_file_that_does_not_say_how_long_it_is_is_read_whole() -> None:
    """Some files have no size, and are not empty."""
    assert read_bytes(Path("/proc/self/maps")).endswith(b"\n")


def test_of_several_writers_one_wins(tmp_path: Path) -> None:
    """A file that is not to be replaced is written once, however many write at the same time."""
    path, told = tmp_path / "case.toml", []

    def attempt(number: int) -> None:
        try:
            write_atomic(path, str(number).encode(), replace=False)
            told.append(number)
        except FileInTheWay:
            pass

    threads = [Thread(target=attempt, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [path.read_text()] == [str(number) for number in told]
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_appears_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    """Between looking and writing another program may write: its file stays, and nothing of ours does."""
    private, path = tmp_path / "case.private.toml", tmp_path / "case.toml"
    looked = atomic._write

    def write_late(*given: object) -> None:
        path.write_bytes(b"theirs")
        looked(*given)

    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(atomic, "_write", write_late)
    monkeypatch.setattr(atomic, "path_exists", lambda _: False)
    if not has_links:
        monkeypatch.setattr("os.link", refuse)
    outputs = [Output(path=one, content=b"ours", replace=False) for one in (private, path)]
    with pytest.raises(FileInTheWay, match=r"case\.toml"):
        write_all_atomic(outputs)
    assert path.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_a_broken_link_is_in_the_way(tmp_path: Path) -> None:
    """A new file is never made somewhere else, through a link that leads nowhere."""
    path = tmp_path / "case.toml"
    path.symlink_to(tmp_path / "elsewhere.toml")
    with pytest.raises(FileInTheWay):
        write(Casebook(), path, replace=False)
    assert [path] == list(tmp_path.iterdir())


def test_both_files_of_a_casebook_are_new_or_neither_is(tmp_path: Path) -> None:
    """A casebook that is not to replace anything does not leave its private file behind either."""
    book = Casebook(sources=(Source(id="kim", name="K", confidential=Confidential(name="Kim")),))
    (tmp_path / "case.toml").write_bytes(b"theirs")
    with pytest.raises(FileInTheWay):
        write(book, tmp_path / "case.toml", replace=False)
    assert [file.name for file in tmp_path.iterdir()] == ["case.toml"]


def test_what_replaces_a_private_file_is_never_open_to_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file for its owner alone is replaced by one that was for its owner alone from its first byte."""
    path, modes = tmp_path / "report.html", []
    path.write_bytes(b"old")
    path.chmod(0o600)
    synced = os.fsync

    def see(number: int) -> None:
        modes.append(os.fstat(number).st_mode & 0o777)
        synced(number)

    monkeypatch.setattr("os.fsync", see)
    before = os.umask(0)
    try:
        write_atomic(path, b"new")
    finally:
        os.umask(before)
    assert [*modes, path.stat().st_mode & 0o777] == [0o600, 0o600]


def test_why_a_file_cannot_be_written_is_not_hidden_by_tidying_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be written, nothing can be removed either: told is the first, with the path."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("os.open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(ClaimtrackError, match=r"case\.toml: read-only file system"):
        write(Casebook(), tmp_path / "case.toml")
