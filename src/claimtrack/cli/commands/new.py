"""`claimtrack new`: a short commented casebook to start from."""

import argparse
from pathlib import Path

from claimtrack.cli.statuses import FINE
from claimtrack.errors import FileInTheWay
from claimtrack.formats import exists, format_of, put, refuse_private, starter

__all__ = ["run"]


def run(asked: argparse.Namespace) -> int:
    """Write the file, unless there is one."""
    path = Path(asked.file)
    refuse_private(path)
    form = format_of(path, asked.format)
    if exists(path):
        raise FileInTheWay(path=str(path))
    put(path, starter(form).encode())
    print(f"{path}: a casebook to start from. Next: claimtrack report {path}")
    return FINE
