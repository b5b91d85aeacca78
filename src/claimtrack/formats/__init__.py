"""Casebooks as files: TOML and JSON, the private file, the JSON Schema, the file to start from."""

from claimtrack.formats.adding import load_more
from claimtrack.formats.casebooks import (
    FORMATS,
    casebook_digest,
    dumps,
    format_of,
    loads,
    plain,
    read,
    with_line,
    write,
)
from claimtrack.formats.files import exists, put, put_folder, taken
from claimtrack.formats.private import private_path, read_private, refuse_private
from claimtrack.formats.schema import json_schema
from claimtrack.formats.starter import starter
from claimtrack.formats.texts import read_texts, text_of
from claimtrack.formats.toml import lines_of

__all__ = [
    "FORMATS",
    "casebook_digest",
    "dumps",
    "exists",
    "format_of",
    "json_schema",
    "lines_of",
    "load_more",
    "loads",
    "plain",
    "private_path",
    "put",
    "put_folder",
    "read",
    "read_private",
    "read_texts",
    "refuse_private",
    "starter",
    "taken",
    "text_of",
    "with_line",
    "write",
]
