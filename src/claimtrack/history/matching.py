"""Aligning: records that have only a place for an id, recognised from one casebook to another by what they say."""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

from claimtrack._records import evolve
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.model.casebook import Casebook

_POSITIONAL = re.compile(r"(?:statements|links|dependences)-\d+")
_SUBJECTS: Mapping[str, Callable[[Any], Hashable]] = {
    "statements": lambda said: (said.origin, said.claim, said.stance, said.via),
    "links": lambda link: (link.from_claim, link.to_claim, link.sign),
    "dependences": lambda one: frozenset(one.sources),
}
"""What a record is about, which a correction leaves as it is."""


def aligned(old: Casebook, new: Casebook) -> Casebook:
    """The new casebook, in which what is counted by its place alone has the id that it had in the old one.

    A record is recognised first where it is the same, then where it is about the same. What is left gets an id that
    nothing has, unless its own is free.

    Cost: linear in the records.
    """
    collections = {}
    for collection, subject in _SUBJECTS.items():
        before, after = getattr(old, collection), getattr(new, collection)
        names = _names(before, after, collection, subject)
        if any(names.get(place, item.id) != item.id for place, item in enumerate(after)):
            collections[collection] = tuple(
                evolve(item, id=names.get(place, item.id)) for place, item in enumerate(after)
            )
    try:
        return evolve(new, **collections) if collections else new
    except InvalidCasebook:  # something refers to a place
        return new


def _names(
    before: Sequence[Any], after: Sequence[Any], collection: str, subject: Callable[[Any], Hashable]
) -> dict[int, str]:
    """The id of each new record that has none of its own, by its place."""
    free = {item.id: item for item in before if _POSITIONAL.fullmatch(item.id)}
    open_ = [place for place, item in enumerate(after) if _POSITIONAL.fullmatch(item.id)]
    names: dict[int, str] = {}
    for alike in (_content, subject):
        waiting: dict[Hashable, list[str]] = {}
        for name, item in free.items():
            waiting.setdefault(alike(item), []).append(name)
        for place in open_:
            found = waiting.get(alike(after[place])) if place not in names else None
            if found:
                names[place] = found.pop(0)
                del free[names[place]]
    known = {item.id for item in before}
    taken = known | {item.id for item in after}
    fresh = _fresh(collection, taken)
    return names | {
        place: next(fresh) if after[place].id in known else after[place].id for place in open_ if place not in names
    }


def _content(item: Any) -> Hashable:  # noqa: ANN401
    return evolve(item, id=None)  # type: ignore[no-any-return]


def _fresh(collection: str, taken: set[str]) -> Iterator[str]:
    """Ids of that shape that nothing has."""
    number = len(taken)
    while True:
        if f"{collection}-{number}" not in taken:
            yield f"{collection}-{number}"
        number += 1
