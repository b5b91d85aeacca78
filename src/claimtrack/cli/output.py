"""What is printed, on any terminal and into any file."""

import io
import json
import os
import sys
from collections.abc import Mapping

__all__ = ["make_ready", "say", "say_json"]


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
