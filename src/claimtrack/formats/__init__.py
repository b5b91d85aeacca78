"""Casebooks as files: TOML and JSON, the private file, the JSON Schema, the file to start from."""

from claimtrack.formats.casebooks import FORMATS, casebook_digest, dumps, loads, plain, read, write

__all__ = ["FORMATS", "casebook_digest", "dumps", "loads", "plain", "read", "write"]
