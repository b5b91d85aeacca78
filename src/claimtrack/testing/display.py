"""How the casebooks of a case are shown: in TOML, the first whole, of the others only what differs."""

from collections.abc import Mapping, Sequence
from typing import Any

from claimtrack.io.casebooks import FORMATS, casebook_tables
from claimtrack.model.casebook import Casebook

_MOST_LINES = 60
_MOST_CASEBOOKS = 6

Tables = dict[str, Any]


def show_casebooks(casebooks: Sequence[tuple[Casebook, Mapping[str, float]]]) -> str:
    """Casebooks in TOML, each with the probabilities of its claims; long ones are cut."""
    lines: list[str] = []
    first: Tables = {}
    for place, (casebook, scores) in enumerate(casebooks[:_MOST_CASEBOOKS], start=1):
        tables = casebook_tables(casebook)
        lines += ["", *_casebook(tables, first, f"casebook {place} of {len(casebooks)}")]
        lines += _cut([f"  P({claim}) = {probability:.6g}" for claim, probability in scores.items()])
        first = first or tables
    return "\n".join(["", *lines]).rstrip() if lines else ""


def _casebook(tables: Tables, first: Tables, name: str) -> list[str]:
    if not tables:
        return [f"{name} is empty"]
    if not first:
        return [f"{name}:", "", *_toml(tables), ""]
    if tables == first:
        return [f"{name} is the first again:", ""]
    new, gone = _beyond(tables, first), _beyond(first, tables)
    if _size(new) + _size(gone) >= _size(tables):
        return [f"{name}:", "", *_toml(tables), ""]
    if not new and not gone:
        return [f"{name} is the first in another order:", ""]
    ids = {
        (collection, item.get("id")) for collection, items in new.items() if isinstance(items, list) for item in items
    }
    lost = [
        f"{collection}: {item.get('id', item)}"
        for collection, items in gone.items()
        if isinstance(items, list)
        for item in items
        if item.get("id") is None or (collection, item["id"]) not in ids
    ]
    lines = [f"{name} is the first without:", *_cut([f"  {one}" for one in lost])] if lost else []
    if new:
        lines += ["and with:" if lost else f"{name} is the first with:", "", *_toml(new)]
    return [*lines, ""]


def _beyond(tables: Tables, other: Tables) -> Tables:
    """What some tables hold that others do not."""
    found: Tables = {}
    for name, value in tables.items():
        old = other.get(name)
        if isinstance(value, list) and isinstance(old, list):
            value = [item for item in value if item not in old]  # noqa: PLW2901 (what is left of it)
        if value not in ([], old):
            found[name] = value
    return found


def _size(tables: Tables) -> int:
    return sum(len(value) if isinstance(value, list) else 1 for value in tables.values())


def _toml(tables: Tables) -> list[str]:
    return _cut(FORMATS["toml"].dump(tables).rstrip().split("\n"))


def _cut(lines: list[str]) -> list[str]:
    if len(lines) <= _MOST_LINES:
        return lines
    return [*lines[:_MOST_LINES], f"  … and {len(lines) - _MOST_LINES} more lines"]
