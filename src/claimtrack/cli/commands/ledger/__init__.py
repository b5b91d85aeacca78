"""`claimtrack ledger`: the history of a case."""

import argparse
from importlib import import_module

__all__ = ["run"]

_HOMES = {
    "init": "keeping",
    "verify": "keeping",
    "export": "keeping",
    "add": "adding",
    "import": "adding",
    "log": "looking",
    "as-of": "looking",
    "diff": "looking",
    "history": "looking",
    "record": "tracking",
    "calibration": "tracking",
}


def run(asked: argparse.Namespace) -> int:
    """Run one of its commands; what is in no list changes one record."""
    home = import_module(f"claimtrack.cli.commands.ledger.{_HOMES.get(asked.step, 'changing')}")
    name = {"import": "import_"}.get(asked.step, asked.step.replace("-", "_"))
    status: int = getattr(home, name)(asked)
    return status
