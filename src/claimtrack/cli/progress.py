"""A line on the terminal while long work goes on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Timer

__all__ = ["stage"]

_PATIENCE = 1.0


@contextmanager
def stage(doing: str, path: str) -> Iterator[None]:
    """Say what is being done if it takes over a second, on a terminal only, and take the line back afterwards."""
    if not sys.stderr.isatty():
        yield
        return
    told = Event()

    def tell() -> None:
        told.set()
        print(f"{doing} {Path(path).name} …", end="", file=sys.stderr, flush=True)

    timer = Timer(_PATIENCE, tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if told.is_set():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
