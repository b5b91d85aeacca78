"""The command line; the only place that prints."""

from claimtrack.cli.main import main

__all__ = ["main"]
