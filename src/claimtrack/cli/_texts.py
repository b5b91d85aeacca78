"""Read the texts of a casebook's documents."""

import argparse
from pathlib import Path

from claimtrack.cli._casebook import find_lines
from claimtrack.documents.read import read_texts
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.io.toml import with_line
from claimtrack.model.casebook import Casebook


def add_documents(parser: argparse.ArgumentParser) -> None:
    """Add --documents, the folder that documents must lie in."""
    parser.add_argument(
        "--documents",
        metavar="FOLDER",
        help="the folder that documents must lie in, wherever links lead (default: the casebook's own)",
    )


def read_texts_beside(casebook: Casebook, options: argparse.Namespace) -> dict[str, str]:
    """Read the texts of a casebook's documents; those that cannot be read are problems of its file, with lines."""
    try:
        return read_texts(casebook, Path(options.file).parent, within=options.documents)
    except InvalidCasebook as error:
        lines = find_lines(options.file)
        problems = tuple(with_line(problem, lines) for problem in error.problems)
        raise InvalidCasebook(problems=problems, path=options.file) from None
