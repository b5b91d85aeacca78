"""`claimtrack report`: the whole report, on the terminal or into a file."""

import argparse
import json
import sys
from pathlib import Path

from claimtrack.checks import check
from claimtrack.cli.loading import assessed, audience_of, published_beside, texts_of
from claimtrack.cli.output import say
from claimtrack.cli.progress import stage
from claimtrack.cli.statuses import FINE
from claimtrack.errors import FileInTheWay, UnknownFormat
from claimtrack.explaining import explain
from claimtrack.formats import exists, put, refuse_private, taken
from claimtrack.report import compose, render

__all__ = ["run"]

_ENDINGS = {".txt": "text", ".md": "markdown", ".html": "html", ".json": "json"}


def run(asked: argparse.Namespace) -> int:
    """Compose and print a report, or put it into a file that holds nothing else of the user's."""
    form = asked.format or _by_ending(asked.output)
    if asked.output is not None:
        _refuse_to_lose(Path(asked.output))
    audience = audience_of(asked)
    assessment = assessed(asked, audience)
    published = published_beside(assessment, asked) if audience == "internal" else None
    for_the_desk = asked.checks and audience == "internal"
    findings = check(assessment, texts=texts_of(assessment, asked)) if for_the_desk else None
    with stage("writing", asked.file):
        text = render(compose(explain(assessment), published=published, findings=findings), form)
    if asked.output is None:
        say(text)
        return FINE
    put(Path(asked.output), text.encode(), private=audience == "internal")
    print(f"{asked.output}: written for {audience} readers", file=sys.stderr)
    return FINE


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
    try:
        seen = json.loads(taken(output)) if output.suffix == ".json" else None
        is_report = isinstance(seen, dict) and "sections" in seen
    except (ValueError, RecursionError):
        is_report = False
    if not is_report:
        raise FileInTheWay(path=str(output))
