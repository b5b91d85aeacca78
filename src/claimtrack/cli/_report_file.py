"""Write a report to a file: in the format of its ending, and over nothing but an older report."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

from claimtrack.cli._output import check_leaks, check_protection, print_for
from claimtrack.cli._terminal import FINE, print_note
from claimtrack.errors.failures import FileInTheWay, UnknownName
from claimtrack.io.atomic import path_exists, read_bytes, write_atomic, write_folder_atomic
from claimtrack.io.private_file import refuse_private
from claimtrack.model.casebook import Casebook
from claimtrack.report.blocks import Report
from claimtrack.report.render.formats import REPORT_FORMATS

_FORMATS = {one.suffix: name for name, one in REPORT_FORMATS.items()}
_STARTS = {".html": b'<meta name="generator" content="claimtrack">', ".csv": b'"Report","",'}
"""What is near the start of every report with that suffix."""
_START = 1000


def print_or_write(audience: str, text: str, casebook: Casebook, options: argparse.Namespace, *, report: Report) -> int:
    """Print a report, or write it to the file of `-o`, once it is certain that its readers may see it."""
    output: str | None = options.output
    if output is None:
        return print_for(audience, text, [casebook], report=report)
    check_protection(audience, casebook, anyway=options.anyway)
    check_leaks(audience, text, [casebook], report=report, file=output)
    write_report(output, {"": text}, audience)
    return FINE


def write_report(output: str, texts: Mapping[str, str], audience: str) -> None:
    """Write a report to a file, or its tables to the files of a folder; either everything or nothing is written."""
    private = audience == "internal"
    if "" in texts:
        write_atomic(Path(output), texts[""].encode(), private=private)
    else:
        tables = {f"{name}.csv": text.encode() for name, text in texts.items()}
        write_folder_atomic(Path(output), tables, private=private)
    print_note(f"{output}: written for {audience} readers")


def choose_format(format: str | None, output: str | None) -> str:  # noqa: A002
    """Choose the format of a report by its name, else by the ending of its file; refuse a file that is no report."""
    chosen = format or _format_for(output)
    if output is not None:
        _refuse_to_lose(Path(output))
    return chosen


def _format_for(output: str | None) -> str:
    if output is None:
        return "text"
    suffix = Path(output).suffix
    if suffix not in _FORMATS:
        raise UnknownName(kind="file ending", seen=suffix or output, known=tuple(_FORMATS), near=None)
    return _FORMATS[suffix]


def _refuse_to_lose(output: Path) -> None:
    """Refuse to write a report over a file that may be a casebook or a private file."""
    refuse_private(output)
    if not path_exists(output) or output.suffix in {".txt", ".md"} or not output.is_file():
        return
    if not _is_report(read_bytes(output), output.suffix):
        raise FileInTheWay(path=str(output))


def _is_report(content: bytes, suffix: str) -> bool:
    if suffix in _STARTS:
        return _STARTS[suffix] in content[:_START]
    try:
        data = json.loads(content) if suffix == ".json" else None
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and "sections" in data
