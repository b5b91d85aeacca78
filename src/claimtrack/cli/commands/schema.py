"""`claimtrack schema`: the JSON Schema of casebook files."""

import argparse

from claimtrack.cli._output import FINE, say_json
from claimtrack.io.schema import json_schema


def run(_: argparse.Namespace) -> int:
    """Print the schema."""
    say_json(json_schema())
    return FINE
