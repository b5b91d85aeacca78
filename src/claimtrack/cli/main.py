"""The entry point: parse the command line and run the command."""

import io
import os
import sys
from collections.abc import Sequence

from claimtrack.cli._commands import make_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0 fine, 1 the input has problems, 2 wrong use.

    Args:
        arguments: the words after `claimtrack`; None takes those of the process.
    """
    _prepare_streams()
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        options = make_parser(words).parse_args(words)
    except SystemExit as end:  # argparse ends like this after --help, and after an error that it printed
        return int(end.code or 0)
    from claimtrack.cli._run import run  # noqa: PLC0415 - it imports attrs, which `--help` and `--version` do without

    return run(options)


def _prepare_streams() -> None:
    """Let printing survive a closed stdout, and characters that the terminal lacks."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - open for the process's life
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
