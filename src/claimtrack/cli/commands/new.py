"""Write a small commented casebook to start from.

An existing file is left as it is.
"""

import argparse
from pathlib import Path

from claimtrack.cli._options import add_format
from claimtrack.cli._terminal import FINE, print_text
from claimtrack.io.atomic import write_atomic
from claimtrack.io.casebooks import FORMATS, format_of, starter_text
from claimtrack.io.private_file import refuse_private


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the file to create")
    add_format(parser, FORMATS, default="by the suffix of FILE")


def run(options: argparse.Namespace) -> int:
    path = Path(options.file)
    refuse_private(path)
    text = starter_text(format_of(path, options.format))
    write_atomic(path, text.encode(), replace=False)
    print_text(f"{path}: a casebook to start from. Next: claimtrack report {path}\n")
    return FINE
