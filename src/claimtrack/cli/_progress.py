"""A line on the terminal while long work goes on."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Timer

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


@contextmanager
def counting(doing: str, total: int) -> Iterator[Callable[[], None]]:
    """Count what is done on a terminal, one call for each, and take the line back afterwards."""
    done = 0

    def one_more() -> None:
        nonlocal done
        done += 1
        if sys.stderr.isatty():
            print(f"\r{doing}: {done} of {total} …", end="", file=sys.stderr, flush=True)

    try:
        yield one_more
    finally:
        if done and sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
