"""Casebook files: a new one, one in another format or for the public, and their schema."""

import argparse
from pathlib import Path

from claimtrack.cli._casebook import choose_readers, read_casebook, redact_for
from claimtrack.cli._options import CASEBOOK, Run, add_audience, add_format
from claimtrack.cli._output import check_publishable
from claimtrack.cli._terminal import FINE, print_json, print_note, print_text
from claimtrack.errors.failures import FileInTheWay, WrongUse
from claimtrack.io.atomic import path_exists, write_atomic
from claimtrack.io.casebooks import FORMATS, dumps, format_of, starter_text, write
from claimtrack.io.private_file import private_path, refuse_private
from claimtrack.io.schema import json_schema


def prepare_new(parser: argparse.ArgumentParser) -> Run:
    """Write a small commented casebook to start from.

    An existing file is left as it is.
    """
    parser.add_argument("file", metavar="FILE", help="the file to create")
    add_format(parser, FORMATS, default="by the suffix of FILE")
    return _run_new


def _run_new(options: argparse.Namespace) -> int:
    path = Path(options.file)
    refuse_private(path)
    text = starter_text(format_of(path, options.format))
    write_atomic(path, text.encode(), replace=False)
    print_text(f"{path}: a casebook to start from. Next: claimtrack report {path}\n")
    return FINE


def prepare_convert(parser: argparse.ArgumentParser) -> Run:
    """Convert a casebook to another format, or make its public version.

    The default audience is internal, because the result is a working file; its
    private file goes along. A public version does not hold what would tie a
    label to a named source; that counts in public reports all the same, so that
    scores made from the public version can be higher.
    """
    parser.add_argument("file", metavar="IN", help=CASEBOOK)
    parser.add_argument("output", metavar="OUT", help="the file to write")
    parser.add_argument("--force", action="store_true", help="overwrite an existing file")
    add_format(parser, FORMATS, default="by the suffix of OUT")
    add_audience(parser, usually="internal")
    return _run_convert


def _run_convert(options: argparse.Namespace) -> int:
    format = format_of(Path(options.output), options.format)  # noqa: A001
    readers = choose_readers(options)
    if readers.key is not None and readers.audience != "public":
        raise WrongUse(reason="--key is for public labels; use it with --audience public")
    whole = read_casebook(options.file, readers.audience)
    casebook = redact_for(readers, whole).casebook
    check_publishable(readers, dumps(casebook, format=format), [whole], file=options.output)
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


def prepare_schema(parser: argparse.ArgumentParser) -> Run:
    """Print the JSON Schema of casebook files."""
    add_format(parser, ("json",))
    return _run_schema


def _run_schema(_: argparse.Namespace) -> int:
    print_json(json_schema())
    return FINE
