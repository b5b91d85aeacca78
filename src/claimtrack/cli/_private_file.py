"""Say that a private file is missing, before anything for the public is made without it."""

from pathlib import Path

from claimtrack.cli._terminal import print_note
from claimtrack.io.private_file import lacks_private, private_path
from claimtrack.model.casebook import Casebook


def warn_without_private(casebook: Casebook, file: str, audience: str) -> None:
    """Say on stderr that there are protected sources and no private file, if the output is for the public.

    A private file that was left behind would have said which names must not be published.
    """
    if audience == "public" and lacks_private(casebook, Path(file)):
        print_note(
            f"claimtrack: warning: {file}: it has protected sources, and {private_path(Path(file)).name} is not beside "
            "it; names that stand only there are not looked for. Write `private = false` into the casebook if there "
            "is none, or `private = true` to make this an error"
        )
