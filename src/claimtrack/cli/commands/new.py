"""`claimtrack new`: a short commented casebook to start from."""

import argparse
from pathlib import Path

from claimtrack.cli._output import FINE
from claimtrack.errors.failures import FileInTheWay
from claimtrack.io.atomic import path_exists, write_atomic
from claimtrack.io.casebooks import format_of, starter_text
from claimtrack.io.private_file import refuse_private


def run(asked: argparse.Namespace) -> int:
    """Write the file, unless there is one."""
    path = Path(asked.file)
    refuse_private(path)
    form = format_of(path, asked.format)
    if path_exists(path):
        raise FileInTheWay(path=str(path))
    write_atomic(path, starter_text(form).encode())
    print(f"{path}: a casebook to start from. Next: claimtrack report {path}")
    return FINE
