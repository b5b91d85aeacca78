"""Convert a casebook to another format, or make its public version.

The default audience is internal, because the result is a working file; its
private file goes along.
"""

import argparse
from pathlib import Path

from claimtrack.cli._casebook import choose_readers, read_casebook, redact_for
from claimtrack.cli._options import CASEBOOK, add_anyway, add_audience, add_format
from claimtrack.cli._output import check_leaks, check_protection
from claimtrack.cli._terminal import FINE, print_note
from claimtrack.errors.failures import FileInTheWay, WrongUse
from claimtrack.io.atomic import path_exists
from claimtrack.io.casebooks import FORMATS, dumps, format_of, write
from claimtrack.io.private_file import private_path


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="IN", help=CASEBOOK)
    parser.add_argument("output", metavar="OUT", help="the file to write")
    parser.add_argument("--force", action="store_true", help="overwrite an existing file")
    add_format(parser, FORMATS, default="by the suffix of OUT")
    add_audience(parser, "default: internal")
    add_anyway(parser)


def run(options: argparse.Namespace) -> int:
    format = format_of(Path(options.output), options.format)  # noqa: A001
    readers = choose_readers(options, default="internal")
    if readers.key is not None and readers.audience != "public":
        raise WrongUse(reason="--key is for public labels; use it with --audience public")
    whole = read_casebook(options.file, readers.audience)
    check_protection(readers.audience, whole, anyway=options.anyway)
    casebook = redact_for(readers, whole).casebook
    check_leaks(readers.audience, dumps(casebook, format=format), [whole], file=options.output)
    private = private_path(Path(options.output)) if any(source.confidential for source in casebook.sources) else None
    for path in (Path(options.output), private):
        if path is not None and path_exists(path) and not options.force:
            raise FileInTheWay(path=str(path))
    write(casebook, options.output, format=format, replace=options.force)
    protected = readers.audience == "internal" and any(source.protected for source in casebook.sources)
    warning = "; it contains protected sources, so do not share it: --audience public makes a public version"
    print_note(f"{options.output}: written for {readers.audience} readers{warning if protected else ''}")
    if private is not None:
        print_note(f"{private}: written for the owner only")
    return FINE
