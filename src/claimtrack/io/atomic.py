"""Read regular files only, and write atomically: a file appears with all of its bytes, or what was there stays."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG

from claimtrack._records import record
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import FileInTheWay, UnreadableFile
from claimtrack.io.limits import limits, over
from claimtrack.io.parts import part_beside

_OPEN, _CLOSED = 0o666, 0o600
_BINARY: int = getattr(os, "O_BINARY", 0)
# A pipe is opened without waiting for its writer, and a terminal without becoming the process's own.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | _BINARY
Stamp = tuple[int, int, int] | None
"""What changes with a file: when it was written, its size, and which one it is; None if it is not there."""

_noted: ContextVar[dict[Path, Stamp] | None] = ContextVar("_noted", default=None)


@record
class Output:
    """A file to write."""

    path: Path
    """Where."""
    content: bytes
    """Its bytes."""
    private: bool = False
    """Whether only its owner may read it; otherwise an existing file keeps its mode."""
    replace: bool = True
    """Whether it takes the place of a file that is there already."""


@contextmanager
def note_reads() -> Iterator[dict[Path, Stamp]]:
    """Note the files that are asked for inside the block, there or not, each with its stamp before it was read."""
    noted: dict[Path, Stamp] = {}
    before = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(before)


def stamp_of(path: Path) -> Stamp:
    """The stamp of a file as it is now."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def read_bytes(path: Path, *, limit: str = "file") -> bytes:
    """The bytes of a regular file.

    Args:
        path: the file.
        limit: the name of the limit that it must keep, as in `Limits`.

    Raises:
        UnreadableFile: the file is missing, cannot be read, is larger than the limit or is no regular file.
    """
    if (noted := _noted.get()) is not None:
        noted.setdefault(path, stamp_of(path))
    refuse_special(path)
    most: int = getattr(limits(), limit)
    with translate_os_errors(path), os.fdopen(os.open(path, _READ), "rb") as file:
        now = os.fstat(file.fileno())  # it may be another file by now
        _refuse_mode(path, now.st_mode)
        content = file.read(min(now.st_size, most) + 1)
        if now.st_size < len(content) <= most:  # it grows, or does not say how long it is
            content += file.read(most + 1 - len(content))
    if len(content) > most:
        raise UnreadableFile(path=str(path), reason=over(limit, "bytes"))
    return content


def refuse_special(path: Path) -> None:
    """Refuse what is there and is no regular file: a pipe waits for its writer, and a device may never end.

    Raises:
        UnreadableFile: it is a folder, a pipe, a device or a socket, or the path is not usable.
    """
    with translate_os_errors(path), suppress(FileNotFoundError):
        _refuse_mode(path, path.stat().st_mode)


def _refuse_mode(path: Path, mode: int) -> None:
    if not S_ISREG(mode):
        raise UnreadableFile(path=str(path), reason="this is a folder" if S_ISDIR(mode) else "not a regular file")


def path_exists(path: Path) -> bool:
    """Whether something exists at a path; a broken link counts.

    Raises:
        UnreadableFile: the path is not usable, or its folder cannot be searched.
    """
    with translate_os_errors(path):
        return path.is_symlink() or path.exists()


def write_atomic(path: Path, content: bytes, *, private: bool = False, replace: bool = True) -> None:
    """Write one file, as `write_all_atomic` does.

    Raises:
        FileInTheWay: there is a file, and it is not to be replaced.
        UnreadableFile: it cannot be written.
    """
    write_all_atomic([Output(path=path, content=content, private=private, replace=replace)])


def write_all_atomic(outputs: Iterable[Output]) -> None:
    """Write several files: each whole, and none before the bytes of all are on the disk.

    A link stays, and the file behind it is replaced. What is not to be replaced is not even if it appears meanwhile.

    Raises:
        FileInTheWay: there is a file that is not to be replaced; then none is written.
        UnreadableFile: one of them cannot be written, or is not a regular file.
    """
    staged: list[tuple[Path, Path, Output]] = []
    made: list[Path] = []
    with ExitStack() as parts:
        for output in outputs:
            with translate_os_errors(output.path):
                target = _target(output)
                part = parts.enter_context(part_beside(target))
                _write(part, target, output)
                staged.append((part, target, output))
        try:
            for part, target, output in staged:
                with translate_os_errors(output.path):
                    if output.replace:
                        part.replace(target)
                    else:
                        _put_new(part, target)
                        made.append(target)
        except BaseException:
            for target in made:
                _remove(target)
            raise


def _put_new(part: Path, target: Path) -> None:
    """Give a file its name, unless another has it.

    Raises:
        FileInTheWay: there is a file of that name.
    """
    try:
        try:
            os.link(part, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without links: an empty file keeps the name free
            os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _CLOSED))
            part.replace(target)
    except FileExistsError:
        raise FileInTheWay(path=str(target)) from None


def _remove(path: Path) -> None:
    """Remove a file that is our own, if it is still there; what keeps it there is told elsewhere."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def write_folder_atomic(path: Path, contents: Mapping[str, bytes], *, private: bool = False) -> None:
    """Write a new folder of files: it appears with all of them, or not at all.

    Raises:
        FileInTheWay: something other than an empty folder is there already.
        UnreadableFile: it cannot be written.
    """
    with translate_os_errors(path):
        if path_exists(path) and (not path.is_dir() or any(path.iterdir())):
            raise FileInTheWay(path=str(path))
        with part_beside(path) as part:
            part.mkdir(mode=0o700 if private else 0o777)
            for name, content in contents.items():
                _write(part / name, part / name, Output(path=path, content=content, private=private))
            part.replace(path)


def _target(output: Output) -> Path:
    """The path to write to: behind links, where a file is replaced; the name itself, where a new one is made."""
    if not output.replace:
        if path_exists(output.path):
            raise FileInTheWay(path=str(output.path))
        return output.path
    refuse_special(output.path)
    return Path(os.path.realpath(output.path))


def _write(part: Path, target: Path, output: Output) -> None:
    """Write a new file, closed to others until it has the mode of the one that it replaces, which may be closed."""
    mode = S_IMODE(target.stat().st_mode) if output.replace and not output.private and target.exists() else None
    made = _OPEN if mode is None and not output.private else _CLOSED
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, made)
    with os.fdopen(handle, "wb") as file:
        file.write(output.content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        part.chmod(mode)


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
