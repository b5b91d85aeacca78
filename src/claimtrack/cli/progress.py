"""A line on the terminal while long work goes on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["stage"]

_LARGE = 2_000_000


@contextmanager
def stage(doing: str, path: str) -> Iterator[None]:
    """Say what is being done to a large file, on a terminal only, and take the line back afterwards."""
    file = Path(path)
    told = sys.stderr.isatty() and file.is_file() and file.stat().st_size > _LARGE
    if told:
        print(f"{doing} {file.name} …", end="", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        if told:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
