"""Read and write the private file beside a casebook: its confidential fields, joined by source id.

No message from here shows a value, or any key but the names of the fields.
"""

import os
import stat
import tomllib
import warnings
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from claimtrack._records import evolve, fields_of
from claimtrack.errors.failures import InvalidCasebook, PrivateFileExposed, UnreadableFile
from claimtrack.errors.problems import BadSyntax, InvalidUtf8, Problem, TooDeep, UnknownId, UnknownKey, WrongType
from claimtrack.io.atomic import path_exists, read_bytes
from claimtrack.io.toml import check_keys, dump_toml, lines_of
from claimtrack.model.casebook import Casebook
from claimtrack.model.sources import Confidential, Source
from claimtrack.model.validators import kind_of
from claimtrack.text.canonical_json import JsonValue

ENDING = ".private.toml"
"""With this the name of every private file ends."""

_FIELDS = tuple(field.name for field in fields_of(Confidential))
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def private_path(path: Path) -> Path:
    """The path of a casebook's private file: `casebook.private.toml` for `casebook.toml`."""
    return path.with_name(f"{path.stem}{ENDING}")


def join_private(casebook: Casebook, path: Path) -> Casebook:
    """The casebook with the confidential fields of its private file, if it has one.

    Raises:
        InvalidCasebook: the private file has problems; none of its values is shown.
        UnreadableFile: the private file cannot be read, or is missing and the casebook says `private = true`.
    """
    require_private(casebook, path)
    found = read_private(path, {source.id for source in casebook.sources})
    if not found:
        return casebook
    sources = tuple(
        evolve(source, confidential=found[source.id]) if source.id in found else source for source in casebook.sources
    )
    return evolve(casebook, sources=sources)


def require_private(casebook: Casebook, path: Path) -> None:
    """Refuse a casebook that says `private = true` and whose private file is not beside its own file.

    Raises:
        UnreadableFile: the private file is missing.
    """
    private = private_path(path)
    if casebook.private and not path_exists(private):
        reason = "no such file, and the casebook says `private = true`: without it, what it protects would be published"
        raise UnreadableFile(path=str(private), reason=reason)


def lacks_private(casebook: Casebook, path: Path) -> bool:
    """Whether a casebook has protected sources, no private file beside it, and does not say that there is none."""
    has_protected = any(source.protected for source in casebook.sources)
    return has_protected and casebook.private is None and not path_exists(private_path(path))


def read_private(path: Path, known: Collection[str]) -> dict[str, Confidential]:
    """The confidential fields in the private file beside a file, by source id; empty without such a file.

    Args:
        path: the file that the private file belongs to.
        known: the ids of the sources that there are.

    Raises:
        InvalidCasebook: the private file has problems; none of its values is shown.
        UnreadableFile: the private file cannot be read.
    """
    private = private_path(path)
    if not path_exists(private):
        return {}
    content = read_bytes(private)
    if os.name == "posix" and private.stat().st_mode & _OTHERS:
        message = f"{private.name}: other users of this machine can open this private file; use chmod 600"
        warnings.warn(message, PrivateFileExposed, stacklevel=3)
    problems: list[Problem] = []
    found = _confidential(content, known, problems)
    if problems:
        raise InvalidCasebook(problems=tuple(problems), path=private.name) from None
    return found


def dump_private(sources: Iterable[Source]) -> bytes | None:
    """The private file's content for some sources; None if none of them has confidential fields."""
    tables = [
        f'[sources."{source.id}"]\n' + dump_toml(_fields_of(source.confidential))
        for source in sources
        if source.confidential is not None
    ]
    return "\n".join(tables).encode() if tables else None


def refuse_private(path: Path) -> None:
    """Refuse a private file where a casebook is meant.

    Raises:
        UnreadableFile: the path names a private file.
    """
    if path.name.endswith(ENDING):
        raise UnreadableFile(path=str(path), reason="this is a private file's name; name the casebook beside it")


def _fields_of(fields: Confidential) -> dict[str, JsonValue]:
    return {name: value for name in _FIELDS if (value := getattr(fields, name)) is not None}


def _confidential(content: bytes, known: Collection[str], problems: list[Problem]) -> dict[str, Confidential]:
    try:
        text = content.decode("utf-8-sig")
        check_keys(text)
        raw = tomllib.loads(text)
    except UnicodeDecodeError as error:
        problems.append(InvalidUtf8(place="", byte=error.start))
        return {}
    except TooDeep as problem:
        problems.append(problem)
        return {}
    except (ValueError, RecursionError) as error:
        _, _, where = str(error).rpartition("(at ")
        place = where.removesuffix(")") if where.startswith("line ") else ""
        problems.append(BadSyntax(place=place, language="TOML", reason="what stands there is not shown"))
        return {}
    sources = raw.pop("sources", {})
    if raw or not isinstance(sources, dict):
        problems.append(WrongType(place="", seen="something else", expected="tables such as [sources.ID] only"))
        return {}
    found = {}
    lines = lines_of(text)
    for source, fields in sources.items():
        line = lines.get(f"sources.{source}")
        place = f"line {line}" if line else "a table"
        if source not in known:
            problems.append(UnknownId(place=place, kind="source", seen="(not shown here)"))
        if not isinstance(fields, dict):
            problems.append(WrongType(place=place, seen=kind_of(fields), expected="a table"))
        else:
            found[source] = _one(fields, place, problems)
    return found


def _one(fields: dict[str, object], place: str, problems: list[Problem]) -> Confidential:
    if not set(fields) <= set(_FIELDS):
        problems.append(UnknownKey(place=f"{place}, a key other than {', '.join(_FIELDS)}"))
    right: dict[str, Any] = {}
    for name in _FIELDS:
        value = fields.get(name)
        if value is None or isinstance(value, str):
            right[name] = value
        else:
            problems.append(WrongType(place=f"{place}.{name}", seen=kind_of(value), expected="text"))
    return Confidential(**right)
