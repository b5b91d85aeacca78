"""Reports as files: the form that an ending asks for, and no file lost that may be something else."""

import json
from collections.abc import Mapping
from pathlib import Path

from claimtrack.errors.failures import FileInTheWay, UnknownName
from claimtrack.io.atomic import path_exists, read_bytes, write_atomic, write_folder_atomic
from claimtrack.io.private_file import refuse_private

_ENDINGS = {".txt": "text", ".md": "markdown", ".html": "html", ".csv": "csv", ".json": "json"}
_BEGINNINGS = {".html": b'<meta name="generator" content="claimtrack">', ".csv": b'"Report","",'}
"""What stands near the beginning of every report of that ending."""
_HEAD = 1000


def put_report(output: Path, texts: Mapping[str, str], *, private: bool) -> None:
    """Write the report as a file, or its tables as files of a folder; all of them or none."""
    if "" in texts:
        write_atomic(output, texts[""].encode(), private=private)
        return
    write_folder_atomic(output, {f"{name}.csv": text.encode() for name, text in texts.items()}, private=private)


def form_of(output: str | None) -> str:
    """The form that a file's ending asks for; text on the terminal."""
    if output is None:
        return "text"
    ending = Path(output).suffix
    if ending not in _ENDINGS:
        raise UnknownName(kind="ending of a report", seen=ending or output, known=tuple(_ENDINGS), near=None)
    return _ENDINGS[ending]


def refuse_to_lose(output: Path) -> None:
    """Refuse to write a report over a file that may be a casebook, or a private file."""
    refuse_private(output)
    if not path_exists(output) or output.suffix in {".txt", ".md"} or not output.is_file():
        return
    if not _is_report(read_bytes(output), output.suffix):
        raise FileInTheWay(path=str(output))


def _is_report(seen: bytes, ending: str) -> bool:
    """Whether a file is a report that may give way to another."""
    if ending in _BEGINNINGS:
        return _BEGINNINGS[ending] in seen[:_HEAD]
    try:
        data = json.loads(seen) if ending == ".json" else None
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and "sections" in data
