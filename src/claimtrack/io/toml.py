"""Read and write TOML, the form of casebooks that people write by hand."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping

from claimtrack._records import evolve
from claimtrack.errors.problems import BadSyntax, Problem, TooDeep
from claimtrack.text.canonical_json import JsonValue, Raw
from claimtrack.text.escape import UNSEEN

_WHERE = re.compile(r"(?P<reason>.*) \(at (?P<where>(line (?P<line>\d+), column \d+)|end of document)\)", re.DOTALL)
_HEADER = re.compile(r"[ \t]*(?P<open>\[\[?)[ \t]*(?P<name>[\w.\-]+(?: [\w.\-]+)*)[ \t]*\]")
_KEY = re.compile(r"[ \t]*(?P<key>[\w\-]+|\"[^\"]*\")[ \t]*[=.]")
_SLIPS = tuple(
    (re.compile(pattern, re.ASCII), advice)
    for pattern, advice in (
        (r"[\d.,]+\s*%", "write per cents as a share: 0.3 for 30 per cent"),
        (r"\d+,\d", "write the decimal sign as a point: 0.3"),
        (r"\.\d", "write the nought before the point: 0.3"),
        (r"\d{4}-\d\d-\d\d\b", "there is no such day"),
        (
            r"\d{4}-\d{1,2}(-\d{1,2})?[~?%]?($|\s)|\d{4}[~?%]|\d{4}-\d\d/",
            'put this date in quotation marks, with months and days of two digits: "2021-03"',
        ),
        (r"(?i:true|false|yes|no)\b", "write true or false, in small letters"),
        ("[\u201c\u201d\u2018\u2019\u00ab]", 'use straight quotation marks: "text"'),
        (r"[A-Za-z_]", 'put text in quotation marks: "text"'),
        (r'"[^"]*$', "the quotation mark at the end is missing"),
        (r"\[[^\]]*$", "the bracket at the end of the list is missing"),
    )
)
_LAST_OF_FOUR = 0xFFFF
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TOKEN = re.compile(
    r"""
    \#[^\n]*+
    | \"{3} (?: [^"\\]++ | \\. | "(?!"") )*+ (?: "{3,5} | \Z )
    | '{3} (?: [^']++ | '(?!'') )*+ (?: '{3,5} | \Z )
    | " (?: [^"\\\n]++ | \\[^\n] )*+ "?
    | ' [^'\n]*+ '?
    | (?P<open> [\[{] ) | (?P<close> [\]}] ) | (?P<end> \n )
    """,
    re.DOTALL | re.VERBOSE,
)
"""A comment, a string, a bracket or the end of a line: what decides whether the next line begins a statement."""


_MOST_PARTS = 10
_PART = r"""(?: [\w\-]++ | " (?: [^"\\\n]++ | \\[^\n] )*+ "? | ' [^'\n]*+ '? )"""
_LONG_KEY = re.compile(
    rf"""
    \#[^\n]*+
    | "{{3}} (?: [^"\\]++ | \\. | "(?!"") )*+ (?: "{{3,5}} | \Z )
    | '{{3}} (?: [^']++ | '(?!'') )*+ (?: '{{3,5}} | \Z )
    | (?P<long> {_PART} (?: [ \t]*+ \. [ \t]*+ {_PART} ){{{_MOST_PARTS}}} )
    | {_PART} (?: [ \t]*+ \. [ \t]*+ {_PART} )*+
    """,
    re.DOTALL | re.VERBOSE,
)
"""A comment, a text of several lines, a key of too many parts, or another key or value.

What is never closed ends with the file or the line, as in `_TOKEN`, so that no place is looked at from many before it.
"""


def check_keys(text: str) -> None:
    """Refuse keys of more than ten parts before they are read: the parser takes quadratic time and memory for them.

    Raises:
        TooDeep: there is such a key.
    """
    for match in _LONG_KEY.finditer(text):
        if match["long"]:
            line = text.count("\n", 0, match.start()) + 1
            raise TooDeep(place=f"line {line}", line=line)


def load_toml(text: str) -> Raw:
    """The tables of a TOML text.

    Raises:
        BadSyntax: it is not TOML.
        TooDeep: its values are nested too deeply.
    """
    check_keys(text)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = _WHERE.fullmatch(str(error))
        reason = match["reason"] if match else str(error)
        where = match["where"] if match else ""
        line = int(match["line"]) if match and match["line"] else None
        if reason.startswith("Cannot declare"):
            reason = "two tables have the same name; write [[name]] with two brackets for each table of a list"
        opened = _open_list(text, line)
        if opened is not None:
            missing = f"the bracket at the end of the list that begins in line {opened} is missing"
            raise BadSyntax(place=f"line {opened}", line=opened, language="TOML", reason=missing) from None
        slip = _slip(text, line)
        raise BadSyntax(
            place=where, line=line, language="TOML", reason=slip or reason[:1].lower() + reason[1:]
        ) from None
    except RecursionError:
        raise TooDeep(place="") from None
    except ValueError:
        raise BadSyntax(place="", language="TOML", reason="a number has too many digits") from None


def _slip(text: str, line: int | None) -> str | None:
    """How to fix the line that could not be read, for the commonest slips."""
    lines = text.split("\n")
    seen = lines[line - 1].partition("=")[2].strip() if line and line <= len(lines) else ""
    return next((advice for pattern, advice in _SLIPS if pattern.match(seen)), None)


def _open_list(text: str, line: int | None) -> int | None:
    """The line where a list begins that is still open where a later line could not be read.

    Nothing is said of a line within a list that may well be closed below: only of one that begins something else.
    """
    lines = text.split("\n")
    if line is not None and not (
        line <= len(lines) and (_HEADER.match(lines[line - 1]) or _KEY.match(lines[line - 1]))
    ):
        return None
    number, opened = 1, []
    for token in _TOKEN.finditer(text):
        if line is not None and number >= line:
            break
        if token["open"]:
            opened.append((token[0], number))
        elif token["close"] and opened:
            opened.pop()
        number += token[0].count("\n")
    return opened[0][1] if opened and opened[0][0] == "[" else None


def lines_of(text: str) -> Mapping[str, int]:
    """The line number, from 1, of each table and key of a TOML text, by its place (`claims[0].id`).

    Keys of inline tables have no entry.

    Cost: linear in the text.
    """
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    block = ""
    for number, line in _statements(text):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header and header["open"] == "[[":
            name = header["name"]
            counts[name] = counts.get(name, -1) + 1
            block = f"{name}[{counts[name]}]"
            lines[block] = number
        elif header:
            name, _, rest = header["name"].partition(".")
            block = f"{name}[{counts[name]}].{rest}" if name in counts and rest else header["name"]
            lines[block] = number
        elif key:
            lines.setdefault(f"{block}.{key['key']}" if block else key["key"], number)
    return lines


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The lines that begin a header or a key, not those within a string or a list, with their numbers."""
    lines = text.split("\n")
    yield 1, lines[0]
    number, depth = 1, 0
    for token in _TOKEN.finditer(text):
        depth += bool(token["open"]) - bool(token["close"])
        number += token[0].count("\n")
        if token["end"] and depth <= 0:
            yield number, lines[number - 1]


def with_line(problem: Problem, lines: Mapping[str, int]) -> Problem:
    """A problem with the line of its place, or of the nearest enclosing place whose line is known."""
    place = "" if problem.line else problem.place
    while place:
        line = lines.get(place) or lines.get(f"{place}[0]")
        if line:
            return evolve(problem, line=line)
        place = place[: max(place.rfind("."), place.rfind("["), 0)]
    return problem


def dump_toml(tables: Mapping[str, JsonValue], *, dates: frozenset[str] = frozenset()) -> str:
    """The TOML text of tables: single values first, then tables, then lists of tables.

    Args:
        tables: what to write.
        dates: the keys that hold dates; a whole day there is written as a TOML date, not as text.
    """
    blocks = ["\n".join(_pair(key, value, dates) for key, value in tables.items() if not _is_block(value))]
    for key, value in tables.items():
        if isinstance(value, Mapping):
            blocks.append("\n".join([f"[{key}]", *(_pair(name, item, dates) for name, item in value.items())]))
        elif isinstance(value, list) and _is_block(value):
            blocks += [
                "\n".join([f"[[{key}]]", *(_pair(name, item, dates) for name, item in row.items())]) for row in value
            ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _is_block(value: JsonValue) -> bool:
    return isinstance(value, Mapping) or (isinstance(value, list) and bool(value) and isinstance(value[0], Mapping))


def _pair(key: str, value: JsonValue, dates: frozenset[str]) -> str:
    if key in dates and isinstance(value, str) and _DAY.fullmatch(value):
        return f"{_key(key)} = {value}"
    return f"{_key(key)} = {_value(value, dates)}"


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_\-]+", key, re.ASCII) else _string(key)


def _string(text: str) -> str:
    return UNSEEN.sub(_code, json.dumps(text, ensure_ascii=False))


def _code(match: "re.Match[str]") -> str:
    number = ord(match[0])
    return f"\\u{number:04x}" if number <= _LAST_OF_FOUR else f"\\U{number:08x}"


def _value(value: JsonValue, dates: frozenset[str]) -> str:
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(_pair(key, item, dates) for key, item in value.items()) + " }" if value else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(item, dates) for item in value) + "]"
    return repr(value)
