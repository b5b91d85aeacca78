"""Processes that append to a ledger."""

import subprocess
import sys
from pathlib import Path

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


def heard(process: "subprocess.Popen[str]", many: int) -> list[str]:
    """Wait until it has said that so many events were appended, and give what it said."""
    assert process.stdout is not None
    return [process.stdout.readline().removesuffix("\n") for _ in range(many)]


def last_words(process: "subprocess.Popen[str]") -> list[str]:
    """What it said before it ended, in whole lines."""
    assert process.stdout is not None
    said = process.stdout.read().split("\n")[:-1]
    process.wait()
    return said
