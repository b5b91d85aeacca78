"""Run a command, and turn what goes wrong into a message and an exit status."""

import argparse
import warnings

from claimtrack.cli._failures import is_for_public, print_failure
from claimtrack.cli._terminal import FINE, PROBLEMS, discard_output, print_note
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import PrivateFileExposed, ProtectedStringPublished


def run(options: argparse.Namespace) -> int:
    """Run the command that was parsed, and return its exit status."""
    is_public = True
    try:
        is_public = is_for_public(options)
        with warnings.catch_warnings():
            warnings.simplefilter("always", PrivateFileExposed)
            warnings.simplefilter("always", ProtectedStringPublished)
            warnings.showwarning = lambda message, *_, **__: print_note(f"claimtrack: warning: {message}")
            if getattr(options, "anyway", None) is not None:
                from claimtrack.cli._waive import waive  # noqa: PLC0415 - few commands are forced

                waive(options)
            status: int = options.run(options)
    except ClaimtrackError as error:
        return print_failure(error, options, is_public=is_public)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        discard_output()
        return FINE
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print_note(f"claimtrack: {where}{(error.strerror or str(error)).lower()}")
        return PROBLEMS
    return status
