"""Exit statuses, printing, and the line that shows progress."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Timer
from typing import Any

from claimtrack.errors.failures import UnreadableFile
from claimtrack.text.canonical_json import json_text
from claimtrack.text.escape import visible

FINE, PROBLEMS, WRONG_USE = 0, 1, 2
"""Success; the input has problems; the command line is wrong."""

_PATIENCE = 1.0
_CLEAR_LINE = "\r\x1b[K"


def print_text(text: str, *, exact: bool = False) -> None:
    """Print a text in which nothing acts on a terminal; what could is shown as codes.

    What must be exact, since it is read back to the byte, is printed as it is where stdout is no terminal.

    Where stdout lacks a character, JSON is printed with its escapes, since a replaced character would change the data.

    Raises:
        BrokenPipeError: the reader closed the pipe.
        UnreadableFile: stdout cannot be written, for example because the disk is full.
    """
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        if text.startswith("{"):
            text = json.dumps(json.loads(text), ensure_ascii=True, indent=2) + "\n"
    if not exact or sys.stdout.isatty():
        text = "\r\n".join(map(visible, text.split("\r\n")))  # as CSV ends its lines
    try:
        print(text, end="", flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_output()
        reason = (error.strerror or "cannot be written").lower()
        raise UnreadableFile(path="standard output", reason=reason) from None


def print_json(value: Mapping[str, Any]) -> None:
    """Print a value as JSON."""
    print_text(json_text(value))


def print_note(text: str) -> None:
    """Print a line to stderr, in which nothing acts on a terminal."""
    print(visible(text), file=sys.stderr)


def discard_output() -> None:
    """Send what is left in stdout's buffer nowhere, so that the interpreter does not fail on it when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def show_status(doing: str, path: str) -> Iterator[None]:
    """Show a transient status line after one second, on a terminal only."""
    if not sys.stderr.isatty():
        yield
        return
    is_seen = Event()

    def show() -> None:
        is_seen.set()
        print(f"{doing} {visible(Path(path).name)} …", end="", file=sys.stderr, flush=True)

    timer = Timer(_PATIENCE, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if is_seen.is_set():
            print(_CLEAR_LINE, end="", file=sys.stderr, flush=True)


@contextmanager
def count_progress(doing: str, total: int) -> Iterator[Callable[[], None]]:
    """Show a transient counter, on a terminal only; each call of what it yields counts one more."""
    done = 0

    def advance() -> None:
        nonlocal done
        done += 1
        if sys.stderr.isatty():
            print(f"\r{doing}: {done} of {total} …", end="", file=sys.stderr, flush=True)

    try:
        yield advance
    finally:
        if done and sys.stderr.isatty():
            print(_CLEAR_LINE, end="", file=sys.stderr, flush=True)
