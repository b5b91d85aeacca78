"""The files that a command reads and writes: `-` for the standard streams, and what an output may replace."""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TextIO

from claimtrack.cli._terminal import print_note
from claimtrack.errors.failures import FileInTheWay, UnreadableFile
from claimtrack.io.atomic import path_exists, read_bytes, refuse_special, translate_os_errors, write_atomic
from claimtrack.io.limits import limits, over
from claimtrack.io.private_file import private_path, refuse_private
from claimtrack.model.casebook import Casebook
from claimtrack.model.documents import TextFile

STANDARD_INPUT = "standard input"
_INPUT, _OUTPUT = ("-", "/dev/stdin"), ("-", "/dev/stdout")
_PIECE = 1 << 20
_SQLITE = b"SQLite format 3\0"
"""How a ledger begins."""
_START = 4_000
_READERS = rb"For (?:public|internal) readers\.\s+Casebook\s+`?sha256:[0-9a-f]{12}"
_STARTS = {
    ".txt": re.compile(rb"(?:Internal: not for publication\.\n)?[^\n]*\n=+\n" + _READERS),
    ".md": re.compile(rb"(?:Internal: not for publication\.\n\n)?# [^\n]*\n\n" + _READERS),
    ".html": re.compile(rb'<!DOCTYPE html>(?s:.*)<meta name="generator" content="claimtrack">'),
    ".svg": re.compile(rb'<svg xmlns="http://www\.w3\.org/2000/svg" class="claimtrack" '),
    ".dot": re.compile(rb"(?:// Internal: not for publication\.\n)?// " + _READERS),
    ".mmd": re.compile(rb"(?:%% Internal: not for publication\.\n)?%% " + _READERS),
    ".csv": re.compile(
        rb'"Section","Part","Kind","Text"(?:,"Cell \d+")*\n"","","title",(?s:.*)"readers","(?:public|internal)"'
        rb'|"(?:claim","text","(?:kind","question","prior|question","method)|inquiry","kind","about|learned","probability)",'
    ),
}
"""How every report with that suffix begins."""
_KEYS = (
    {"audience", "digest", "sections"},
    {"audience", "casebook", "claims", "method"},
    {"audience", "methods", "scores", "verdicts"},
    {"audience", "answers", "inquiries"},
    {"audience", "before", "after", "moved"},
    {"audience", "claim", "points"},
    {"audience", "brier", "forecasts"},
)
"""What a report, scores, a comparison, questions, changes, a history and a calibration have in JSON."""


def is_standard_input(file: str) -> bool:
    """Whether a file stands for standard input."""
    return file in _INPUT


def read_standard_input() -> bytes:
    """All that is on standard input; of one stream, always the same."""
    if sys.stdin is None:
        raise UnreadableFile(path=STANDARD_INPUT, reason="it is closed")
    return _all_of(sys.stdin)


@lru_cache(maxsize=1)
def _all_of(stream: TextIO) -> bytes:
    most = limits().file
    content = bytearray()
    with translate_os_errors(Path(STANDARD_INPUT)):
        while piece := stream.buffer.read(min(_PIECE, most + 1 - len(content))):  # as much memory as there is to read
            content += piece
    if len(content) > most:
        raise UnreadableFile(path=STANDARD_INPUT, reason=over("file", "bytes"))
    return bytes(content)


def parse_output(text: str) -> str | None:
    """Read the name of an output; None stands for standard output."""
    return None if is_standard_output(text) else text


def is_standard_output(file: str) -> bool:
    """Whether a file stands for standard output."""
    return file in _OUTPUT


def write_output(
    options: argparse.Namespace, content: str | bytes, audience: str, casebook: Casebook, *, over_reports: bool = True
) -> None:
    """Write an output to the file of -o; it replaces what `check_output` allows, and nothing that appeared since."""
    replaces = check_output(options, casebook, over_reports=over_reports)
    data = content.encode() if isinstance(content, str) else content
    write_atomic(Path(options.output), data, private=audience == "internal", replace=replaces)
    print_note(f"{options.output}: written for {audience} readers")


def check_output(options: argparse.Namespace, casebook: Casebook | None = None, *, over_reports: bool = True) -> bool:
    """Whether the output replaces a file: an older report, or any file where --force says so.

    Args:
        options: of the command.
        casebook: the casebook whose documents stay, if it was read already.
        over_reports: whether older reports are replaced without --force.

    Raises:
        FileInTheWay: there is a file that is not replaced.
        UnreadableFile: it is a private file, or no regular file.
    """
    output = Path(options.output)
    refuse_private(output)
    refuse_needed(output, options, () if casebook is None else (document.text for document in casebook.documents))
    if not path_exists(output):
        return False
    refuse_special(output)
    if options.force or (over_reports and _is_report(read_bytes(output), output.suffix)):
        return True
    raise FileInTheWay(path=str(output))


def refuse_needed(output: Path, options: argparse.Namespace, texts: Iterable[str | TextFile | None]) -> None:
    """Refuse to write over what the command reads, what its casebook names, a ledger or a seal, whatever --force says.

    Args:
        output: the file to write.
        options: of the command.
        texts: those of the casebook's documents.

    Raises:
        FileInTheWay: it is such a file.
    """
    with translate_os_errors(output):
        if any(_is_same(output, needed) for needed in _needed(options, texts)) or _is_record(output):
            raise FileInTheWay(path=str(output), needed=True)


def _needed(options: argparse.Namespace, texts: Iterable[str | TextFile | None]) -> Iterator[Path]:
    """The files that are read, or that the casebook names: any option may be a file's name."""
    yield from (Path(word) for name, word in vars(options).items() if isinstance(word, str) and name != "output")
    file = getattr(options, "file", None) or getattr(options, "ledger", None)
    if file is None:
        return
    yield private_path(Path(file))
    yield from (Path(file).parent / text.path for text in texts if isinstance(text, TextFile))


def _is_record(output: Path) -> bool:
    """Whether a file is a ledger, which is the only record of a case, or pins one, as nothing else does."""
    if not output.is_file():
        return False
    with output.open("rb") as file:
        if file.read(len(_SQLITE)) == _SQLITE:
            return True
    from claimtrack.ledger.verification import read_seal  # noqa: PLC0415 - few outputs are there already

    try:
        return bool(read_seal(output))
    except UnreadableFile:
        return False


def _is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, or would if it were there."""
    try:
        return os.path.realpath(one) == os.path.realpath(other) or one.samefile(other)
    except (OSError, ValueError):  # one of them is not there, or is no path
        return False


def _is_report(content: bytes, suffix: str) -> bool:
    """Whether a file is one of our reports, by how it begins."""
    if suffix in _STARTS:
        return _STARTS[suffix].match(content[:_START].replace(b"\r\n", b"\n")) is not None
    if suffix == ".docx":
        from claimtrack.report.render.docx import is_own_docx  # noqa: PLC0415 - few outputs are Word files

        return is_own_docx(content)
    try:
        data = json.loads(content) if suffix == ".json" else None
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and any(keys <= data.keys() for keys in _KEYS)
