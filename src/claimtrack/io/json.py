"""Read and write JSON, the canonical form of a casebook."""

import json
import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from claimtrack.errors.base import inside
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.errors.problems import BadSyntax, DuplicateKey, Problem, TooDeep, WrongType
from claimtrack.model.validators import kind_of
from claimtrack.text.canonical_json import JsonValue, Raw, json_text

_SLIPS = tuple(
    (re.compile(before), re.compile(after, re.ASCII), advice)
    for before, after, advice in (
        (r"[\d\]}\"el]\s*$", r",\s*[\]}]", "there is a comma after the last entry; leave it out"),
        (r"\d,$", r"\d", "write the decimal sign as a point: 0.3"),
        (r"\d\s*$", r"%", "write per cents as a share: 0.3 for 30 per cent"),
        (r"\b\d{4}$", r"-\d\d", 'put dates in double quotation marks: "2021-03-30"'),
        (r"", r"\.\d", "write the nought before the point: 0.3"),
        (r"", r"//|/\*|#", "JSON has no comments; leave them out, or write the casebook in TOML"),
        (r"", "['\u201c\u201d\u2018\u2019\u00ab]", 'use straight double quotation marks: "text"'),
        (r"", r"(?i:true|false|null|none)\b", "write true, false or null, in small letters"),
        (r"[:,{\[]\s*$", r"[A-Za-z_]", 'put keys and text in double quotation marks: "text"'),
        (r"", r"\s*$", "the file ends too early; a bracket at the end may be missing"),
    )
)
"""What stands before and after the place that cannot be read, and the advice."""
_SEEN_BEFORE = 40
_MOST_PROBLEMS = 10_000
_REASONS = {
    "Expecting property name": "a key in double quotation marks is missing here",
    "Expecting ':'": "the colon between a key and its value is missing",
    "Expecting ','": "a comma is missing here, or a bracket was not closed",
    "Expecting value": "a value is missing here",
    "Unterminated string": "the quotation mark at the end of this text is missing",
    "Invalid control": "a text breaks off at the end of its line; close its quotation mark, or write \\n",
    "Invalid \\": "write a backslash within a text twice: \\\\",
    "Extra data": "there is more after the end of the casebook; a file holds one object, in one pair of braces",
}
"""What the parser says, and the same in words for those who write no JSON every day."""


class _Doubled(dict[str, Any]):
    """An object with duplicate keys."""

    doubled: tuple[str, ...] = ()


def load_json(text: str) -> Raw:
    """The tables of a JSON text.

    Raises:
        BadSyntax: it is not JSON.
        TooDeep: its values are nested too deeply.
        WrongType: it is not an object.
        InvalidCasebook: objects have duplicate keys; all of them are listed.
    """
    try:
        raw, doubled = _parsed(text)
    except json.JSONDecodeError as error:
        seen = json.JSONDecodeError(error.msg, text, _comma_before_end(text, error.pos))
        place = f"line {seen.lineno}, column {seen.colno}"
        reason = _slip(text, seen.pos, error.msg)
        raise BadSyntax(place=place, line=seen.lineno, language="JSON", reason=reason) from None
    except RecursionError:
        raise TooDeep(place="") from None
    except ValueError:
        raise BadSyntax(place="", language="JSON", reason="a number has too many digits") from None
    if not isinstance(raw, dict):
        raise WrongType(place="", seen=kind_of(raw), expected="an object")
    if doubled:
        raise InvalidCasebook(problems=tuple(islice(_doubled(raw, ""), _MOST_PROBLEMS)))
    return raw


def _parsed(text: str) -> tuple[Any, bool]:
    """The value of a JSON text, and whether objects in it have duplicate keys; these are marked.

    The parser drops such a key without a word. To look at the pairs of each object takes half as long again as to
    parse it; where no colon stands but after a key, it is enough to count both.
    """
    keys = 0
    doubled = False

    def count(table: dict[str, Any]) -> dict[str, Any]:
        nonlocal keys
        keys += len(table)
        return table

    def mark(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubled
        table = dict(pairs)
        if len(table) == len(pairs):
            return table
        doubled = True
        marked = _Doubled(table)
        counts = Counter(name for name, _ in pairs)
        marked.doubled = tuple(name for name in table if counts[name] > 1)
        return marked

    colons = text.count(":")
    if colons == text.count('":'):
        raw = json.loads(text, object_hook=count)
        if keys == colons:
            return raw, False
    raw = json.loads(text, object_pairs_hook=mark)
    return raw, doubled


def _comma_before_end(text: str, at: int) -> int:
    """The place of the comma if a closing bracket follows one; else the place itself.

    Python 3.13 points at the comma and older ones at the bracket; so all of them point at the comma.
    """
    before = text[:at].rstrip()
    return len(before) - 1 if before.endswith(",") and text.startswith(("]", "}"), at) else at


def _slip(text: str, at: int, said: str) -> str:
    """How to fix the place that could not be read, for the commonest slips; else what is wrong in plain words."""
    before, after = text[max(at - _SEEN_BEFORE, 0) : at], text[at : at + _SEEN_BEFORE]
    if said.startswith(("Expecting", "Illegal")):
        for seen, follows, advice in _SLIPS:
            if seen.search(before) and follows.match(after):
                return advice
    plain = next((words for start, words in _REASONS.items() if said.startswith(start)), None)
    return plain or said[:1].lower() + said[1:]


def _doubled(value: object, place: str) -> Iterator[Problem]:
    """The duplicate keys, outermost first; it does not recurse, since a file can nest deeper than Python's stack."""
    waiting = deque([(value, place)])
    while waiting:
        item, at = waiting.popleft()
        if isinstance(item, _Doubled):
            yield from (DuplicateKey(place=inside(at, name)) for name in item.doubled)
        if isinstance(item, dict):
            waiting += [(inner, inside(at, name)) for name, inner in item.items()]
        elif isinstance(item, list):
            waiting += [(inner, f"{at}[{rank}]") for rank, inner in enumerate(item)]


def dump_json(tables: Mapping[str, JsonValue]) -> str:
    """The JSON text of tables: fields in their order, indented by two spaces, not escaped to ASCII."""
    return json_text(tables)
