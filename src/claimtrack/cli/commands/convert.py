"""`claimtrack convert`: a casebook file in another format, or for other readers."""

import argparse
import sys
from pathlib import Path

from claimtrack.cli._casebook import book_of
from claimtrack.cli._output import FINE, guarded
from claimtrack.errors.failures import FileInTheWay, WrongUse
from claimtrack.io.atomic import path_exists
from claimtrack.io.casebooks import dumps, format_of, write
from claimtrack.io.private_file import private_path
from claimtrack.privacy.redact import for_audience


def run(asked: argparse.Namespace) -> int:
    """Write the other file, unless one is there that was not said to be replaced."""
    form = format_of(Path(asked.output), asked.format)
    audience = asked.audience or "internal"
    if asked.key is not None and audience != "public":
        raise WrongUse(reason="--key makes labels for the public; it needs --audience public")
    whole = book_of(asked.file, audience)
    casebook = for_audience(whole, audience, key=asked.key)
    guarded(dumps(casebook, format=form), audience, [whole], name=Path(asked.output).name)
    private = private_path(Path(asked.output)) if any(source.confidential for source in casebook.sources) else None
    for path in (Path(asked.output), private):
        if path is not None and path_exists(path) and not asked.force:
            raise FileInTheWay(path=str(path))
    write(casebook, asked.output, format=form)
    protected = audience == "internal" and any(source.protected for source in casebook.sources)
    warning = "; it holds protected sources: use --audience public for what others may see" if protected else ""
    print(f"{asked.output}: written for {audience} readers{warning}", file=sys.stderr)
    if private is not None:
        print(f"{private}: written for the owner alone", file=sys.stderr)
    return FINE
