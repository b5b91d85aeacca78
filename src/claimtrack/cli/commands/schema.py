"""Print the JSON Schema of casebook files."""

import argparse

from claimtrack.cli._options import add_format
from claimtrack.cli._terminal import FINE, print_json
from claimtrack.io.schema import json_schema


def add_options(parser: argparse.ArgumentParser) -> None:
    add_format(parser, ("json",))


def run(_: argparse.Namespace) -> int:
    print_json(json_schema())
    return FINE
