"""Bytes in and out of files, whole or not at all."""

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


@record
class Output:
    """Bytes that are to become a file."""

    path: Path
    """The file."""
    content: bytes
    """All of its bytes."""
    private: bool = False
    """Whether only the owner may read it; otherwise a file that is there keeps its mode."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableFile: there is no such file, or it cannot be read.
    """
    with _translate_os_errors(path):
        return path.read_bytes()


def path_exists(path: Path) -> bool:
    """Whether something is at a path, a broken link included.

    Raises:
        UnreadableFile: no disk takes such a name, or the folder cannot be looked into.
    """
    with _translate_os_errors(path):
        return path.is_symlink() or path.exists()


def write_atomic(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file whole: it appears with all of its bytes, or what was there stays.

    Raises:
        UnreadableFile: it cannot be written.
    """
    write_all_atomic([Output(path=path, content=content, private=private)])


def write_all_atomic(outputs: Iterable[Output]) -> None:
    """Write some files: each whole, and none before all of their bytes are on the disk.

    A link is followed, so that the file behind it is replaced and the link stays.

    Raises:
        UnreadableFile: one of them cannot be written, or is no regular file.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for output in outputs:
            with _translate_os_errors(output.path):
                target = _target(output.path)
                part = target.with_name(f".{target.name[:_LONGEST]}.{secrets.token_hex(8)}.part")
                staged.append((part, target))
                _write(part, target, output)
        for part, target in staged:
            with _translate_os_errors(target):
                part.replace(target)
    finally:
        for part, _ in staged:
            part.unlink(missing_ok=True)


_LONGEST = 80


def write_folder_atomic(path: Path, contents: Mapping[str, bytes], *, private: bool = False) -> None:
    """Write some files as a new folder: it appears with all of them, or not at all.

    Raises:
        FileInTheWay: something is there already that is no empty folder.
        UnreadableFile: it cannot be written.
    """
    with _translate_os_errors(path):
        if path_exists(path) and (not path.is_dir() or any(path.iterdir())):
            raise FileInTheWay(path=str(path))
        part = path.with_name(f".{path.name[:_LONGEST]}.{secrets.token_hex(8)}.part")
        part.mkdir(mode=0o700 if private else 0o777)
        try:
            for name, content in contents.items():
                _write(part / name, part / name, Output(path=path, content=content, private=private))
            part.replace(path)
        finally:
            shutil.rmtree(part, ignore_errors=True)


def _target(path: Path) -> Path:
    """The regular file that a path leads to, there or not."""
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
def _translate_os_errors(path: Path) -> Iterator[None]:
    """Tell what a disk refuses as an error of the library."""
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
