"""`claimtrack report`: the whole report, on the terminal or into a file."""

import argparse
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from claimtrack.checks import check
from claimtrack.cli.loading import assessed, published_beside, texts_of
from claimtrack.cli.output import say
from claimtrack.cli.progress import stage
from claimtrack.cli.publishing import guarded
from claimtrack.cli.statuses import FINE
from claimtrack.errors import FileInTheWay, UnknownFormat, WrongUse
from claimtrack.explaining import explain
from claimtrack.formats import exists, put, put_folder, refuse_private, taken
from claimtrack.report import compose, render, sheets

__all__ = ["run"]

_ENDINGS = {".txt": "text", ".md": "markdown", ".html": "html", ".csv": "csv", ".json": "json"}
_BEGINNINGS = {".html": b'<meta name="generator" content="claimtrack">', ".csv": b'"Report","",'}
"""What stands near the beginning of every report of that ending."""
_HEAD = 1000


def run(asked: argparse.Namespace) -> int:
    """Compose and print a report, or put it into a file, or its tables into a folder, that hold nothing else."""
    into_folder = asked.output is not None and asked.output.endswith(("/", os.sep))
    form = asked.format or ("csv" if into_folder else _by_ending(asked.output))
    if into_folder and form != "csv":
        raise WrongUse(reason=f"a folder takes the tables of a report as CSV, not {form}")
    if asked.output is not None and not into_folder:
        _refuse_to_lose(Path(asked.output))
    case = assessed(asked)
    is_internal = case.audience == "internal"
    published = published_beside(case.assessment, asked) if is_internal else None
    findings = check(case.assessment, texts=texts_of(case.assessment, asked)) if asked.checks and is_internal else None
    with stage("writing", asked.file):
        report = compose(explain(case.assessment), published=published, findings=findings)
        texts = sheets(report) if into_folder else {"": render(report, form)}
        name = "" if asked.output is None else Path(asked.output).name
        guarded("\n".join(texts.values()), case.audience, [case.book], report=report, name=name)
    if asked.output is None:
        say(texts[""])
        return FINE
    _put(Path(asked.output), texts, private=is_internal)
    print(f"{asked.output}: written for {case.audience} readers", file=sys.stderr)
    return FINE


def _put(output: Path, texts: Mapping[str, str], *, private: bool) -> None:
    """Write the report as a file, or its tables as files of a folder; all of them or none."""
    if "" in texts:
        put(output, texts[""].encode(), private=private)
        return
    put_folder(output, {f"{name}.csv": text.encode() for name, text in texts.items()}, private=private)


def _by_ending(output: str | None) -> str:
    """The form that a file's ending asks for; text on the terminal."""
    if output is None:
        return "text"
    ending = Path(output).suffix
    if ending not in _ENDINGS:
        raise UnknownFormat(seen=ending or output, known=tuple(_ENDINGS), kind="ending of a report")
    return _ENDINGS[ending]


def _refuse_to_lose(output: Path) -> None:
    """Refuse to write a report over a file that may be a casebook, or a private file."""
    refuse_private(output)
    if not exists(output) or output.suffix in {".txt", ".md"} or not output.is_file():
        return
    if not _is_report(taken(output), output.suffix):
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
