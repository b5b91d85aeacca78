"""Processes that append to a ledger."""

import subprocess
import sys
from pathlib import Path

__all__ = ["appending", "let_go", "until_ready"]

_APPENDER = Path(__file__).with_name("appender.py")


def appending(path: Path, name: str, *, first: int, many: int) -> "subprocess.Popen[str]":
    """A process that is started, and appends once it is let go."""
    words = [sys.executable, str(_APPENDER), str(path), name, str(first), str(many)]
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def until_ready(process: "subprocess.Popen[str]") -> None:
    """Wait until it can begin."""
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"


def let_go(process: "subprocess.Popen[str]") -> None:
    """Let it append."""
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()
