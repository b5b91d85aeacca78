"""Read the texts of a casebook's documents."""

from pathlib import Path

from claimtrack.cli._casebook import find_lines
from claimtrack.documents.read import read_texts
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.io.toml import with_line
from claimtrack.model.casebook import Casebook


def read_texts_beside(casebook: Casebook, file: str) -> dict[str, str]:
    """Read the texts of a casebook's documents; those that cannot be read are problems of its file, with lines."""
    try:
        return read_texts(casebook, Path(file).parent)
    except InvalidCasebook as error:
        lines = find_lines(file)
        problems = tuple(with_line(problem, lines) for problem in error.problems)
        raise InvalidCasebook(problems=problems, path=file) from None
