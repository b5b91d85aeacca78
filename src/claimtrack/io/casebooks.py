"""Read and write casebooks in TOML and JSON, and TOML texts with more records for one."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from claimtrack._packaged import read_packaged
from claimtrack._records import evolve, record
from claimtrack.errors.base import nearest
from claimtrack.errors.failures import FileInTheWay, InvalidCasebook, UnknownName, UnreadableFile, WrongUse
from claimtrack.errors.problems import DuplicateId, InvalidUtf8, Problem, UnknownKey
from claimtrack.io.atomic import Output, path_exists, read_bytes, write_all_atomic, write_atomic
from claimtrack.io.converter import DATES, converter
from claimtrack.io.json import dump_json, load_json
from claimtrack.io.private_file import dump_private, join_private, private_path, refuse_private
from claimtrack.io.problems import find_table_problems
from claimtrack.io.table_reader import collector_paused
from claimtrack.io.toml import dump_toml, lines_of, load_toml, with_line
from claimtrack.model.casebook import COLLECTIONS, Casebook, Record
from claimtrack.model.notes import Note
from claimtrack.text.canonical_json import JsonValue, Raw, digest


@record
class _Format:
    """How one format of text is read and written."""

    load: Callable[[str], Raw]
    dump: Callable[[Mapping[str, JsonValue]], str]
    lines: Callable[[str], Mapping[str, int]]


def _no_lines(_: str) -> Mapping[str, int]:
    return {}


FORMATS: Mapping[str, _Format] = MappingProxyType(
    {
        "toml": _Format(load=load_toml, dump=partial(dump_toml, dates=DATES), lines=lines_of),
        "json": _Format(load=load_json, dump=dump_json, lines=_no_lines),
    }
)


def read(path: str | Path, *, format: str | None = None) -> Casebook:  # noqa: A002
    """Read a casebook, and its private file if it has one.

    Args:
        path: a TOML or JSON file.
        format: `toml` or `json`; None goes by the file's ending.

    Raises:
        InvalidCasebook: the file has problems; all of them are listed, each with its place.
        UnknownName: the format, or the ending, is not known.
        UnreadableFile: the file cannot be read, or its private file is missing and it says `private = true`.

    Cost: linear in the file.
    """
    path = Path(path)
    refuse_private(path)
    name = format_of(path, format)
    content = read_bytes(path)
    try:
        casebook = loads(content, format=name)
    except InvalidCasebook as error:
        raise InvalidCasebook(problems=error.problems, path=str(path)) from None
    return join_private(casebook, path)


def write(
    casebook: Casebook,
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002
    replace: bool = True,
) -> None:
    """Save a casebook as its working file, and its confidential fields in the private file beside it.

    Both files are written whole or not at all. This is not an export: protected text stays in the file, which only
    its owner can then read. A private file is never overwritten by a casebook that it does not belong to.

    Args:
        casebook: the casebook.
        path: a TOML or JSON file.
        format: `toml` or `json`; None goes by the file's ending.
        replace: whether files that are there already are replaced; otherwise not even one that appears meanwhile is.

    Raises:
        FileInTheWay: a file is there and is not to be replaced; or there is a private file of that name already, and
            either this casebook has no confidential fields, or there is no casebook beside it and it says something
            else.
        UnknownName: the format, or the ending, is not known.
        UnreadableFile: the file cannot be written.
    """
    path = Path(path)
    refuse_private(path)
    content = dumps(casebook, format=format_of(path, format)).encode()
    beside = private_path(path)
    private = dump_private(casebook.sources)
    # It is placed first: a process that is killed between the two leaves one that the next attempt may find.
    is_there = private is not None and beside.is_file() and private == read_bytes(beside)
    if path_exists(beside) and not is_there and (private is None or not path_exists(path)):
        raise FileInTheWay(path=str(beside))
    protected = casebook.audience == "internal" and any(source.protected for source in casebook.sources)
    outputs = [Output(path=path, content=content, private=protected, replace=replace)]
    if private is not None and (replace or not is_there):
        outputs.insert(0, Output(path=beside, content=private, private=True, replace=replace))
    write_all_atomic(outputs)


def append_notes(path: str | Path, *notes: Note) -> None:
    """Write notes at the end of a casebook's file; in TOML all that stands there stays as it is, comments included.

    Raises:
        WrongUse: it is TOML, and its notes are a list within one line, behind which nothing can be written.
        InvalidCasebook: a note is about nothing that the casebook holds.
        UnknownName: the ending of the file is not known.
        UnreadableFile: the file cannot be read or written.

    Cost: linear in the file.
    """
    path = Path(path)
    name = format_of(path, None)
    content = read_bytes(path)
    rows: list[JsonValue] = [converter().unstructure(note) for note in notes]
    if name == "toml":
        written = content.rstrip() + f"\n\n{dump_toml({'notes': rows}, dates=DATES)}".encode()
        try:
            load_toml(written.decode("utf-8-sig"))
        except Problem:
            wrong = f"{path}: nothing can be added to its list of notes; write each note under [[notes]]"
            raise WrongUse(reason=wrong) from None
    else:
        tables = load_json(content.decode("utf-8-sig"))
        written = dump_json({**tables, "notes": [*tables.get("notes", []), *rows]}).encode()
    loads(written, format=name)
    write_atomic(path, written)


def format_of(path: Path, name: str | None) -> str:
    """The name of a format: the one given, or else the one that a path's ending stands for.

    Raises:
        UnknownName: there is no such format.
        UnreadableFile: the path is that of a folder.
    """
    found = path.suffix.removeprefix(".") if name is None else name
    if name is None and found not in FORMATS:
        if path_exists(path) and path.is_dir():
            raise UnreadableFile(path=str(path), reason="this is a folder")
        known = tuple(f".{format_}" for format_ in FORMATS)
        raise UnknownName(kind="file ending", seen=path.suffix or path.name, known=known, near=None)
    _format(found)
    return found


def _format(name: str) -> _Format:
    if name not in FORMATS:
        raise UnknownName(kind="format", seen=str(name), known=tuple(FORMATS))
    return FORMATS[name]


def loads(content: str | bytes, *, format: str) -> Casebook:  # noqa: A002
    r"""The casebook in a text; confidential fields are never part of it.

    Raises:
        InvalidCasebook: the text has problems; all of them are listed, each with its place.
        UnknownName: there is no such format.

    Example:
        >>> loads('[[claims]]\nid = "fell"\ntext = "The bridge fell."', format="toml").claims[0].id
        'fell'
    """
    with collector_paused():
        return _load(content, _format(format))


def _load(content: str | bytes, found: _Format) -> Casebook:
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        raw = found.load(text)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InvalidCasebook(problems=(InvalidUtf8(place="", line=line, byte=error.start),)) from None
    except Problem as problem:
        raise InvalidCasebook(problems=(problem,)) from None
    if isinstance(raw.get("$schema"), str):
        del raw["$schema"]
    try:
        return converter().structure(raw, Casebook)
    except Exception:
        problems = find_table_problems(raw)
        if not problems:
            raise
    lines = found.lines(text)
    placed = sorted((with_line(problem, lines) for problem in problems), key=lambda problem: problem.line or 0)
    raise InvalidCasebook(problems=tuple(placed)) from None


def load_more(casebook: Casebook, text: str) -> tuple[Record, ...]:
    r"""The records of a TOML text that continues a casebook.

    A statement, link or dependence without an id is numbered after the casebook's own.

    Raises:
        InvalidCasebook: the text has problems, by itself or together with the casebook; all of them are listed, with
            their lines.

    Cost: linear in both.

    Example:
        >>> load_more(Casebook(), '[[claims]]\nid = "fell"\ntext = "The bridge fell."')[0].id
        'fell'
    """
    try:
        more = load_toml(text)
    except Problem as problem:
        raise InvalidCasebook(problems=(problem,)) from None
    lines = lines_of(text)
    unknown = [key for key in more if key not in COLLECTIONS]
    if unknown:
        told = [UnknownKey(place=key, near=nearest(key, COLLECTIONS)) for key in unknown[:_MOST_UNKNOWN]]
        raise InvalidCasebook(problems=tuple(with_line(problem, lines) for problem in told))
    base = casebook_tables(casebook)
    sizes = {name: len(base.get(name, [])) for name in COLLECTIONS}
    both = base | {
        name: [*base.get(name, []), *rows] if isinstance(rows, list) else rows for name, rows in more.items()
    }
    try:
        whole = converter().structure(both, Casebook)
    except Exception:
        problems = find_table_problems(both)
        if not problems:
            raise
        raise InvalidCasebook(
            problems=tuple(with_line(_placed_in_text(problem, sizes), lines) for problem in problems)
        ) from None
    return tuple(item for name in COLLECTIONS for item in whole.collection(name)[sizes[name] :])


_MOST_UNKNOWN = 50
_ROW = re.compile(r"(?<!\w)(?P<collection>\w++)\[(?P<position>\d+)\]", re.ASCII)


def _placed_in_text(problem: Problem, sizes: Mapping[str, int]) -> Problem:
    """A problem whose place counts from the start of the text, not from the start of the casebook."""

    def place_in_text(row: "re.Match[str]") -> str | None:
        position = int(row["position"]) - sizes.get(row["collection"], 0)
        return f"{row['collection']}[{position}]" if position >= 0 else None

    if isinstance(problem, DuplicateId):
        row = _ROW.match(problem.first)
        problem = evolve(problem, first=(place_in_text(row) if row else None) or "the casebook")
    place = _ROW.sub(lambda row: place_in_text(row) or row[0], problem.place, count=1)
    return evolve(problem, place=place)


def dumps(casebook: Casebook, *, format: str) -> str:  # noqa: A002
    """A casebook as text; confidential fields are never part of it.

    Raises:
        UnknownName: there is no such format.
    """
    return _format(format).dump(casebook_tables(casebook))


def casebook_tables(casebook: Casebook) -> Raw:
    """A casebook as the tables of its file; fields that have their default are left out."""
    tables: Raw = converter().unstructure(casebook)
    return tables


def casebook_digest(casebook: Casebook) -> str:
    """The digest of a casebook's content, the same in every format; confidential fields are not part of it.

    Example:
        >>> casebook_digest(Casebook())[:14]
        'sha256:44136fa'
    """
    return digest(casebook_tables(casebook))


def starter_text(format: str) -> str:  # noqa: A002
    """The short example that `claimtrack new` writes, with comments where the format has them.

    Raises:
        UnknownName: there is no such format.
    """
    text = read_packaged("claimtrack.io", "starter.toml")
    return text if format == "toml" else dumps(loads(text, format="toml"), format=format)
