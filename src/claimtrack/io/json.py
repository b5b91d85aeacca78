"""Read and write JSON, the canonical form of a casebook."""

import json
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from typing import Any

from claimtrack.errors.base import inside
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.errors.problems import BadSyntax, DuplicateKey, Problem, TooDeep, WrongType
from claimtrack.model.validators import kind_of
from claimtrack.text.canonical_json import JsonValue, Raw, json_text


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
    doubled = False

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubled
        table = dict(pairs)
        if len(table) == len(pairs):
            return table
        doubled = True
        marked = _Doubled(table)
        counts = Counter(name for name, _ in pairs)
        marked.doubled = tuple(name for name in table if counts[name] > 1)
        return marked

    try:
        raw = json.loads(text, object_pairs_hook=made)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        reason = error.msg[:1].lower() + error.msg[1:]
        raise BadSyntax(place=place, line=error.lineno, language="JSON", reason=reason) from None
    except RecursionError:
        raise TooDeep(place="") from None
    except ValueError:
        raise BadSyntax(place="", language="JSON", reason="a number has too many digits") from None
    if not isinstance(raw, dict):
        raise WrongType(place="", seen=kind_of(raw), expected="an object")
    if doubled:
        raise InvalidCasebook(problems=tuple(_doubled(raw, "")))
    return raw


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
