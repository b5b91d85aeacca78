"""How a command ends.

What is printed, on any terminal and into any file.

What leaves the house: searched for what is protected before a byte of it is printed or written.
"""

import io
import json
import os
import sys
from collections.abc import Iterable, Mapping

from claimtrack.model.casebook import Casebook
from claimtrack.privacy.guard import guard
from claimtrack.report.blocks import Report
from claimtrack.report.render.render import render

FINE, PROBLEMS, WRONG_USE = 0, 1, 2
"""All is well; the input has problems; the command was not asked for as it should be."""


def make_ready() -> None:
    """Let no character that the terminal lacks, and no closed output, stop a command."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 (open for the process's life)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Print a text as it is. JSON, whose reader could not undo a replaced character, goes out in ASCII if need be."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        if text.startswith("{"):
            text = json.dumps(json.loads(text), ensure_ascii=True, indent=2) + "\n"
    print(text, end="")


def say_json(value: Mapping[str, object]) -> None:
    """Print a value as JSON."""
    say(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def guarded(
    text: str, audience: str, books: Iterable[Casebook], *, report: Report | None = None, name: str = ""
) -> str:
    """A text, once it is sure that its readers may see it.

    Args:
        text: what is about to leave.
        audience: for whom; what is internal may hold all.
        books: the whole casebooks that it was made from.
        report: what it renders, which is searched too: a table may break a name over two lines.
        name: the name of the file that it goes into.

    Raises:
        ProtectedStringFound: it holds something protected.
    """
    if audience == "public":
        whole = text if report is None else f"{text}\n{render(report, 'json')}"
        for book in books:
            guard(whole, book, also=(name,))
    return text


def told(text: str, audience: str, books: Iterable[Casebook], *, report: Report | None = None) -> None:
    """Print a text, once it is sure that its readers may see it.

    Raises:
        ProtectedStringFound: it holds something protected.
    """
    say(guarded(text, audience, books, report=report))
