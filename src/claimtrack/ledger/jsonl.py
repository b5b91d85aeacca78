"""A ledger as lines of JSON, for keeping a history in git; lossless both ways."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimtrack._records import evolve
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.errors.problems import BadSyntax, InvalidUtf8, Problem
from claimtrack.history.events import Event
from claimtrack.io.atomic import read_bytes
from claimtrack.ledger.chain import Row
from claimtrack.ledger.event_json import load_event

_VERSION = 1
_HEAD = '{"claimtrack":"ledger"'
_WHOLE_HEAD = re.compile(rf'{re.escape(_HEAD)},"version":{_VERSION},"salt":"((?:[0-9a-f]{{2}})*)"}}')
_BETWEEN, _AROUND = '{"hash":"', '","event":'
_HEX = 64
_MOST_PROBLEMS = 200


def is_jsonl(path: Path) -> bool:
    """Whether a path names a file of JSON lines."""
    return path.suffix == ".jsonl"


def dump_lines(salt: bytes, rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a ledger: a header with its salt, then one event per line, with its hash.

    The event stands in its line byte for byte as it was hashed.
    """
    yield f'{_HEAD},"version":{_VERSION},"salt":"{salt.hex()}"}}\n'
    for row in rows:
        yield f"{_BETWEEN}{row.hash.hex()}{_AROUND}{row.body}}}\n"


def read_rows(path: Path) -> tuple[bytes, list[Row]]:
    """The salt and the rows of an exported ledger, unverified.

    Raises:
        UnreadableFile: the file cannot be read.
        InvalidCasebook: it is not an exported ledger.
    """
    lines = _lines(path)
    salt = _salt(lines[0] if lines else "")
    if salt is None:
        raise _invalid(path, [_no_head()])
    rows = []
    for number, line in enumerate(lines[1:], start=1):
        start, end = len(_BETWEEN), len(_BETWEEN) + _HEX
        digest, body = line[start:end], line[end + len(_AROUND) : -1]
        try:
            kept = bytes.fromhex(digest)
        except ValueError:
            kept = b""
        # The line is cut at fixed places; only if the same line can be put together again was it cut right.
        whole = f"{_BETWEEN}{kept.hex()}{_AROUND}{body}}}" == line
        rows.append(Row(number, "", body if whole else "", kept))
    return salt, rows


def read_events(path: Path) -> dict[int, Event]:
    """The events of a file by their lines, with or without the hashes of an exported ledger.

    Raises:
        UnreadableFile: the file cannot be read.
        InvalidCasebook: lines hold no event; the first of them are listed.
    """
    found: dict[int, Event] = {}
    problems: list[Problem] = []
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip() or (number == 1 and _salt(line) is not None):
            continue
        if number == 1 and line.startswith(_HEAD):
            raise _invalid(path, [_no_head()])
        try:
            found[number] = load_event(_alone(line))
        except InvalidCasebook as error:
            place = f"line {number}"
            problems += [evolve(one, place=f"{place}, {one.place}" if one.place else place) for one in error.problems]
        if len(problems) > _MOST_PROBLEMS:
            break
    if problems:
        raise _invalid(path, problems)
    return found


def _alone(line: str) -> str:
    """The event in a line, without the hash that an exported ledger puts before it."""
    if line.startswith(_BETWEEN) and line[len(_BETWEEN) + _HEX :].startswith(_AROUND) and line.endswith("}"):
        return line[len(_BETWEEN) + _HEX + len(_AROUND) : -1]
    return line


def _salt(line: str) -> bytes | None:
    """The salt in the first line of an exported ledger; None of any other line, however like it."""
    found = _WHOLE_HEAD.fullmatch(line)
    return None if found is None else bytes.fromhex(found[1])


def _no_head() -> BadSyntax:
    reason = "the first line is not the head of a ledger"
    return BadSyntax(place="line 1", line=1, language="a ledger in lines", reason=reason)


def _lines(path: Path) -> list[str]:
    content = read_bytes(path)
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").removesuffix("\n")
        return text.split("\n") if content else []
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _invalid(path, [InvalidUtf8(place="", line=line, byte=error.start)]) from None


def _invalid(path: Path, problems: Iterable[Problem]) -> InvalidCasebook:
    return InvalidCasebook(problems=tuple(problems), path=str(path))
