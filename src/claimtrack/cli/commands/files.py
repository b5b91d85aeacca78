"""Casebook files: a new one, one in another format or for the public, and their schema."""

import argparse
from pathlib import Path

from claimtrack.cli._casebook import choose_readers, read_casebook, redact_for
from claimtrack.cli._files import check_output, parse_output
from claimtrack.cli._options import CASEBOOK, Run, add_audience, add_documents, add_format
from claimtrack.cli._output import check_publishable
from claimtrack.cli._terminal import FINE, print_json, print_note, print_text
from claimtrack.errors.failures import FileInTheWay, WrongUse
from claimtrack.io.atomic import path_exists, write_atomic
from claimtrack.io.casebooks import FORMATS, dumps, format_of, starter_text, write
from claimtrack.io.private_file import private_path, read_private, refuse_private
from claimtrack.io.schema import json_schema
from claimtrack.model.casebook import Casebook


def prepare_new(parser: argparse.ArgumentParser) -> Run:
    """Write a small commented casebook to start from.

    An existing file is left as it is.
    """
    parser.add_argument("file", metavar="FILE", type=parse_output, help="the file to create; - for standard output")
    add_format(parser, FORMATS, default="by the suffix of FILE")
    return _run_new


def _run_new(options: argparse.Namespace) -> int:
    if options.file is None:
        print_text(starter_text(options.format or "toml"))
        return FINE
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
    parser.add_argument(
        "output",
        metavar="OUT",
        type=parse_output,
        help="the file to write; - for standard output, without private fields",
    )
    parser.add_argument(
        "--force", action="store_true", help="replace OUT, whatever it is; files of the casebook are never replaced"
    )
    add_format(parser, FORMATS, default="by the suffix of OUT, else toml")
    add_documents(parser)
    add_audience(parser, usually="internal")
    return _run_convert


def _run_convert(options: argparse.Namespace) -> int:
    output: str | None = options.output
    format = options.format or "toml" if output is None else format_of(Path(output), options.format)  # noqa: A001
    readers = choose_readers(options)
    if readers.key is not None and readers.audience != "public":
        raise WrongUse(reason="--key is for public labels; use it with --audience public")
    whole = read_casebook(options.file, readers.audience)
    casebook = redact_for(readers, whole).casebook
    text = dumps(casebook, format=format)
    check_publishable(readers, text, [whole], file=output)
    if output is None:
        print_text(text)
        return FINE
    replaces = check_output(options, whole, over_reports=False)
    private = private_path(Path(output))
    protected = readers.audience == "internal" and any(source.protected for source in casebook.sources)
    if readers.audience == "internal" and _is_there(private, private_path(Path(options.file))):
        # The same file is beside both, such as case.toml and case.json: it stays as it is.
        write_atomic(Path(output), text.encode(), private=protected, replace=replaces)
    else:
        _check_private(casebook, private, options)
        write(casebook, output, format=format, replace=options.force)
        if any(source.confidential for source in casebook.sources):
            print_note(f"{private}: written for the owner only")
    warning = "; it contains protected sources, so do not share it: --audience public makes a public version"
    print_note(f"{output}: written for {readers.audience} readers{warning if protected else ''}")
    return FINE


def _is_there(private: Path, other: Path) -> bool:
    """Whether two private files are one, which is there."""
    return path_exists(private) and path_exists(other) and private.samefile(other)


def _check_private(casebook: Casebook, private: Path, options: argparse.Namespace) -> None:
    """Refuse to replace a private file without --force, and with it one that tells of other sources.

    Raises:
        FileInTheWay: it would be replaced without --force.
        InvalidCasebook: it tells of sources that the casebook does not have.
    """
    if path_exists(private) and any(source.confidential for source in casebook.sources):
        if not options.force:
            raise FileInTheWay(path=str(private))
        read_private(Path(options.output), {source.id for source in casebook.sources})


def prepare_schema(parser: argparse.ArgumentParser) -> Run:
    """Print the JSON Schema of casebook files."""
    add_format(parser, ("json",))
    return _run_schema


def _run_schema(_: argparse.Namespace) -> int:
    print_json(json_schema())
    return FINE
