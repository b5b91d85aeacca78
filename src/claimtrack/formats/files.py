"""Bytes in and out of files, whole or not at all."""

import os
import tempfile
from pathlib import Path

from claimtrack.errors import UnreadableFile

__all__ = ["put", "taken"]


def taken(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableFile: there is no such file, or it cannot be read.
    """
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableFile(path=str(path), reason=_why(error)) from None


def put(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Write a file whole: it appears with all of its bytes, or what was there stays.

    Raises:
        UnreadableFile: it cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    except FileNotFoundError:
        raise UnreadableFile(path=str(path), reason="no such folder") from None
    except (OSError, ValueError) as error:
        raise UnreadableFile(path=str(path), reason=_why(error)) from None
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(mode)
        part.replace(path)
    except (OSError, ValueError) as error:
        part.unlink(missing_ok=True)
        raise UnreadableFile(path=str(path), reason=_why(error)) from None


def _why(error: OSError | ValueError) -> str:
    text = error.strerror if isinstance(error, OSError) else None
    return (text or "not a usable path").lower()
