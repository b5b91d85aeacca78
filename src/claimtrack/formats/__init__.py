"""Casebooks as files: TOML and JSON, the private file, the JSON Schema, the file to start from."""

from claimtrack.formats.casebooks import FORMATS, casebook_digest, dumps, format_of, loads, plain, read, write
from claimtrack.formats.files import exists, put, taken
from claimtrack.formats.private import private_path, refuse_private
from claimtrack.formats.schema import json_schema
from claimtrack.formats.starter import starter

__all__ = [
    "FORMATS",
    "casebook_digest",
    "dumps",
    "exists",
    "format_of",
    "json_schema",
    "loads",
    "plain",
    "private_path",
    "put",
    "read",
    "refuse_private",
    "starter",
    "taken",
    "write",
]
