"""How a command is run, and how it ends: 0 fine, 1 the input has problems, 2 wrong use."""

import os
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module

from claimtrack.cli._output import FINE, PROBLEMS, WRONG_USE, make_ready
from claimtrack.cli.parser import parser
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import (
    FileInTheWay,
    InvalidCasebook,
    NotScored,
    PrivateFileExposed,
    ProtectedStringPublished,
    UnknownClaim,
    UnknownName,
    WrongUse,
)

_MOST_SHOWN = 50


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    Args:
        arguments: the words after `claimtrack`; None takes those of the process.
    """
    make_ready()
    try:
        asked = parser().parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_USE
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always", PrivateFileExposed)
            warnings.simplefilter("always", ProtectedStringPublished)
            warnings.showwarning = lambda message, *_, **__: print(f"claimtrack: warning: {message}", file=sys.stderr)
            status: int = import_module(f"claimtrack.cli.commands.{asked.command.replace('-', '_')}").run(asked)
        sys.stdout.flush()
    except InvalidCasebook as error:
        return _listed(error)
    except (UnknownClaim, NotScored, UnknownName, FileInTheWay, WrongUse) as error:
        return _failed(error, WRONG_USE)
    except ClaimtrackError as error:
        return _failed(error, PROBLEMS)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        print(f"claimtrack: cannot write the output: {(error.strerror or 'no reason given').lower()}", file=sys.stderr)
        return PROBLEMS
    except KeyboardInterrupt:
        print("claimtrack: stopped", file=sys.stderr)
        return PROBLEMS
    return status


def _failed(error: ClaimtrackError, status: int) -> int:
    print(f"claimtrack: {error}", file=sys.stderr)
    return status


def _listed(error: InvalidCasebook) -> int:
    count = len(error.problems)
    print(f"{error.path}: {count} problem{'' if count == 1 else 's'}", file=sys.stderr)
    for problem in error.problems[:_MOST_SHOWN]:
        print(f"  {problem}", file=sys.stderr)
    if count > _MOST_SHOWN:
        print(f"  and {count - _MOST_SHOWN} more; --format json of `check` lists all", file=sys.stderr)
    return PROBLEMS
