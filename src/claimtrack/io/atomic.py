"""Read and write files atomically: a file appears with all of its bytes, or what was there stays."""

import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from stat import S_IMODE

from claimtrack._records import record
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import FileInTheWay, UnreadableFile

_OPEN, _CLOSED = 0o666, 0o600
_LONGEST = 80
"""Characters of a file's name that its temporary neighbour repeats, so that the longest names still fit."""


@record
class Output:
    """A file to write."""

    path: Path
    """Where."""
    content: bytes
    """Its bytes."""
    private: bool = False
    """Whether only its owner may read it; otherwise an existing file keeps its mode."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableFile: the file is missing or cannot be read.
    """
    with translate_os_errors(path):
        return path.read_bytes()


def path_exists(path: Path) -> bool:
    """Whether something exists at a path; a broken link counts.

    Raises:
        UnreadableFile: the path is not usable, or its folder cannot be searched.
    """
    with translate_os_errors(path):
        return path.is_symlink() or path.exists()


def write_atomic(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write one file, as `write_all_atomic` does.

    Raises:
        UnreadableFile: it cannot be written.
    """
    write_all_atomic([Output(path=path, content=content, private=private)])


def write_all_atomic(outputs: Iterable[Output]) -> None:
    """Write several files: each whole, and none before the bytes of all are on the disk.

    A link stays, and the file behind it is replaced.

    Raises:
        UnreadableFile: one of them cannot be written, or is not a regular file.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for output in outputs:
            with translate_os_errors(output.path):
                target = _target(output.path)
                part = _part_of(target)
                # Listed before it is written, so that it is removed if writing fails.
                staged.append((part, target))
                _write(part, target, output)
        for part, target in staged:
            with translate_os_errors(target):
                part.replace(target)
    finally:
        for part, _ in staged:
            part.unlink(missing_ok=True)


def write_folder_atomic(path: Path, contents: Mapping[str, bytes], *, private: bool = False) -> None:
    """Write a new folder of files: it appears with all of them, or not at all.

    Raises:
        FileInTheWay: something other than an empty folder is there already.
        UnreadableFile: it cannot be written.
    """
    with translate_os_errors(path):
        if path_exists(path) and (not path.is_dir() or any(path.iterdir())):
            raise FileInTheWay(path=str(path))
        part = _part_of(path)
        part.mkdir(mode=0o700 if private else 0o777)
        try:
            for name, content in contents.items():
                _write(part / name, part / name, Output(path=path, content=content, private=private))
            part.replace(path)
        finally:
            shutil.rmtree(part, ignore_errors=True)


def _part_of(target: Path) -> Path:
    """A hidden path beside a target to write to first; in the same folder, so that renaming it is atomic."""
    return target.with_name(f".{target.name[:_LONGEST]}.{secrets.token_hex(8)}.part")


def _target(path: Path) -> Path:
    """The regular file that a path resolves to, whether it exists or not."""
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise UnreadableFile(path=str(path), reason="not a regular file")
    return target


def _write(part: Path, target: Path, output: Output) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _CLOSED if output.private else _OPEN)
    with os.fdopen(handle, "wb") as file:
        file.write(output.content)
        file.flush()
        os.fsync(file.fileno())
    if target.exists() and not output.private:
        part.chmod(S_IMODE(target.stat().st_mode))


@contextmanager
def translate_os_errors(path: Path) -> Iterator[None]:
    """Raise what the operating system refuses as `UnreadableFile`."""
    try:
        yield
    except FileNotFoundError:
        missing = not path.parent.exists()
        raise UnreadableFile(path=str(path), reason="no such folder" if missing else "no such file") from None
    except (OSError, ValueError) as error:
        if isinstance(error, ClaimtrackError):
            raise
        text = error.strerror if isinstance(error, OSError) else None
        raise UnreadableFile(path=str(path), reason=(text or "not a usable path").lower()) from None
