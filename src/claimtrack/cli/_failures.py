"""What is printed of a failure, and the exit status that it has."""

import argparse
import sys
from pathlib import Path

from claimtrack._records import evolve
from claimtrack.cli._casebook import choose_audience, chosen_audience, file_of, find_lines
from claimtrack.cli._terminal import PROBLEMS, WRONG_USE, print_note
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import (
    DamagedLedger,
    FileInTheWay,
    InvalidCasebook,
    NoLedger,
    NotPublishable,
    NotScored,
    OtherLedger,
    UnknownClaim,
    UnknownName,
    WrongUse,
)
from claimtrack.text.words import counted

_WRONG_USE = (UnknownClaim, NotScored, UnknownName, FileInTheWay, OtherLedger, WrongUse)
_ADVICE = (
    (NotPublishable, "`claimtrack check` says more on each finding; --anyway REASON waives them, and keeps the reason"),
    (NoLedger, "`claimtrack ledger init` makes a ledger"),
    (DamagedLedger, "`claimtrack ledger export --intact` exports what can still be read of a ledger"),
)
"""The commands that help after a failure; the library itself names none."""
_MOST_SHOWN = 50


def print_failure(error: ClaimtrackError, options: argparse.Namespace, *, is_public: bool) -> int:
    """Print what went wrong to stderr, and return the exit status."""
    if isinstance(error, InvalidCasebook):
        _list_problems(error, is_public=is_public)
        return PROBLEMS
    print_note(f"claimtrack: {_with_file(error, options)}")
    _advise(error, options)
    return WRONG_USE if isinstance(error, _WRONG_USE) else PROBLEMS


def is_for_public(options: argparse.Namespace) -> bool:
    """Whether messages are for the public too.

    They are where that is asked for; and else where the output is, unless they go to a terminal, or are about what was
    just entered.
    """
    asked_for = getattr(options, "audience", None) or chosen_audience()
    if asked_for or not hasattr(options, "usually") or getattr(options, "is_entry", False):
        return asked_for == "public"
    return choose_audience(options) == "public" and not sys.stderr.isatty()


def _with_file(error: ClaimtrackError, options: argparse.Namespace) -> ClaimtrackError:
    """An error about places in the casebook, with its file and the lines of the places."""
    file = file_of(options)
    return evolve(error, path=file, lines=find_lines(file)) if isinstance(error, NotPublishable) and file else error


def _advise(error: ClaimtrackError, options: argparse.Namespace) -> None:
    """Print the command or option that helps, where there is one."""
    can_force = getattr(options, "force", True) is False
    if isinstance(error, FileInTheWay) and can_force and not error.needed and not Path(error.path).is_dir():
        print_note(f"  --force replaces {error.path}")
    for kind, advice in _ADVICE:
        if isinstance(error, kind):
            print_note(f"  {advice}")


def _list_problems(error: InvalidCasebook, *, is_public: bool) -> None:
    """List the problems; the words of the file are not for the public."""
    count = len(error.problems)
    print_note(f"{error.path}: {counted(count, 'problem')}")
    for problem in error.problems[:_MOST_SHOWN]:
        print_note(f"  {problem.without_values() if is_public else problem}")
    if count > _MOST_SHOWN:
        print_note(f"  and {count - _MOST_SHOWN} more; `claimtrack check --format json` lists them all")
    if is_public:
        print_note("  the details are for internal readers: `claimtrack check` shows them")
