"""Reading and writing casebooks, in any of the formats."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from claimtrack._records import evolve, record
from claimtrack.errors.failures import FileInTheWay, InvalidCasebook, UnknownName
from claimtrack.errors.problems import InvalidUtf8, Problem
from claimtrack.io.atomic import Output, path_exists, read_bytes, write_all_atomic
from claimtrack.io.converter import DATES, Raw, converter
from claimtrack.io.json import dump_json, load_json
from claimtrack.io.private_file import join_private, private_content, private_path, refuse_private
from claimtrack.io.problems import problems_of
from claimtrack.io.toml import dump_toml, lines_of, load_toml
from claimtrack.model.casebook import Casebook
from claimtrack.text.canonical_json import Plain, digest


@record
class _Format:
    """How casebooks are read from and written to one kind of text."""

    load: Callable[[str], Raw]
    dump: Callable[[Mapping[str, Plain]], str]
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
    """Read a casebook, and the private file beside it if there is one.

    Args:
        path: a TOML or JSON file.
        format: `toml` or `json`; None goes by the file's ending.

    Raises:
        InvalidCasebook: the file has problems; all of them are listed, each with its place.
        UnknownName: neither the ending nor the format is known.
        UnreadableFile: the file cannot be read.

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


def write(casebook: Casebook, path: str | Path, *, format: str | None = None) -> None:  # noqa: A002
    """Save a casebook as its working file, and its confidential fields in the private file beside it.

    Both files are written whole or not at all. This is no export: what is protected stays in the file. Only the
    owner can read a file that holds protected sources. A private file that would be lost, or joined to a casebook
    that it does not belong to, is left as it is.

    Raises:
        FileInTheWay: a private file of that name is there, and this casebook has no confidential fields, or the
            casebook that it belongs to has another name.
        UnknownName: neither the ending nor the format is known.
        UnreadableFile: the file cannot be written.
    """
    path = Path(path)
    refuse_private(path)
    content = dumps(casebook, format=format_of(path, format)).encode()
    beside = private_path(path)
    private = private_content(casebook.sources)
    if path_exists(beside) and (private is None or not path_exists(path)):
        raise FileInTheWay(path=str(beside))
    protected = casebook.audience == "internal" and any(source.protected for source in casebook.sources)
    outputs = [Output(path=path, content=content, private=protected)]
    if private is not None:
        outputs.insert(0, Output(path=beside, content=private, private=True))
    write_all_atomic(outputs)


def format_of(path: Path, name: str | None) -> str:
    """The format by its name, or by the ending of a path.

    Raises:
        UnknownName: there is no such format.
    """
    found = path.suffix.removeprefix(".") if name is None else name
    if name is None and found not in FORMATS:
        raise UnknownName(
            kind="ending of the file", seen=path.name, known=tuple(f".{form}" for form in FORMATS), near=None
        )
    _format(found)
    return found


def _format(name: str) -> _Format:
    if name not in FORMATS:
        raise UnknownName(kind="format", seen=str(name), known=tuple(FORMATS))
    return FORMATS[name]


def loads(content: str | bytes, *, format: str) -> Casebook:  # noqa: A002
    r"""The casebook that a text holds; confidential fields are never part of it.

    Raises:
        InvalidCasebook: the text has problems; all of them are listed, each with its place.
        UnknownName: there is no such format.

    Example:
        >>> loads('[[claims]]\nid = "fell"\ntext = "The bridge fell."', format="toml").claims[0].id
        'fell'
    """
    form = _format(format)
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        raw = form.load(text)
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
        problems = problems_of(raw)
        if not problems:
            raise
    lines = form.lines(text)
    placed = sorted((with_line(problem, lines) for problem in problems), key=lambda problem: problem.line or 0)
    raise InvalidCasebook(problems=tuple(placed)) from None


def with_line(problem: Problem, lines: Mapping[str, int]) -> Problem:
    """A problem with the line of its place, or of the nearest place around it that has one."""
    place = problem.place
    while place:
        line = lines.get(place) or lines.get(f"{place}[0]")
        if line:
            return evolve(problem, line=line)
        place = place[: max(place.rfind("."), place.rfind("["), 0)]
    return problem


def dumps(casebook: Casebook, *, format: str) -> str:  # noqa: A002
    """A casebook as text; confidential fields are never part of it.

    Raises:
        UnknownName: there is no such format.
    """
    return _format(format).dump(plain(casebook))


def plain(casebook: Casebook) -> Raw:
    """A casebook as tables of plain values, as files hold it; what has its default is left out."""
    tables: Raw = converter().unstructure(casebook)
    return tables


def casebook_digest(casebook: Casebook) -> str:
    """The digest of what a casebook's file holds, whatever the format.

    Example:
        >>> casebook_digest(Casebook())[:14]
        'sha256:44136fa'
    """
    return digest(plain(casebook))
