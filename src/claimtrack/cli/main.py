"""The entry point: parse the command line and run the command.

Nothing is imported here but what is there already: whoever presses Ctrl-C while the rest is imported sees no traceback.
"""

import sys

_STOPPED = 130
"""What a shell reports of a program that Ctrl-C ended."""


def main(arguments: "list[str] | None" = None) -> int:
    """Run a command and return its exit status: 0 fine, 1 the input has problems, 2 wrong use, 130 stopped by Ctrl-C.

    Args:
        arguments: the words after `claimtrack`; None takes those of the process.
    """
    try:
        status = _run(sys.argv[1:] if arguments is None else list(arguments))
        if arguments is None:
            _ignore_interrupts()
    except KeyboardInterrupt:
        if arguments is None:
            _ignore_interrupts()
        if sys.stderr is not None:
            sys.stderr.write("claimtrack: stopped\n")
        return _STOPPED
    return status


def _run(words: list[str]) -> int:
    _prepare_streams()
    from claimtrack.cli._commands import make_parser  # noqa: PLC0415 - see above

    try:
        options = make_parser(words).parse_args(words)
    except SystemExit as end:  # argparse ends like this after --help, and after an error that it printed
        return int(end.code or 0)
    from claimtrack.cli._run import run  # noqa: PLC0415 - it imports attrs, which `--help` and `--version` do without

    return run(options)


def _ignore_interrupts() -> None:
    """Let Ctrl-C do nothing more: all is done, and only the interpreter is still to end."""
    import signal  # noqa: PLC0415 - see above

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _prepare_streams() -> None:
    """Let printing survive closed streams, and characters that the terminal lacks."""
    import io  # noqa: PLC0415 - see above
    import os  # noqa: PLC0415

    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # open for the process's life
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
