"""`claimtrack schema`: the JSON Schema of casebook files."""

import argparse

from claimtrack.cli.output import say_json
from claimtrack.cli.statuses import FINE
from claimtrack.formats import json_schema

__all__ = ["run"]


def run(_: argparse.Namespace) -> int:
    """Print the schema."""
    say_json(json_schema())
    return FINE
