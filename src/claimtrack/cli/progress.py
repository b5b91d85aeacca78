"""A line on the terminal while long work goes on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

__all__ = ["stage"]

_PATIENCE = 1.0


@contextmanager
def stage(doing: str, path: str) -> Iterator[None]:
    """Say what is being done if it takes over a second, on a terminal only, and take the line back afterwards."""
    if not sys.stderr.isatty():
        yield
        return
    said = Timer(_PATIENCE, lambda: print(f"{doing} {Path(path).name} …", end="", file=sys.stderr, flush=True))
    said.daemon = True
    said.start()
    try:
        yield
    finally:
        said.cancel()
        said.join()
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
