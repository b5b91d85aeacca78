"""Relevant events: those that can ever have moved a claim."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from claimtrack._records import fields_of
from claimtrack.history.events import HEAD, Added, Corrected, Event, ids_in

_Subject = tuple[str, str]
"""The collection and the id of a record."""
_Ties = Literal["to it", "from it", "both"]
"""Who can move whom: the record moves what it names, is moved by it, or both."""

_FIELDS: Mapping[str, Mapping[str, tuple[str, _Ties]]] = {
    "questions": {"claims": ("claims", "both")},
    "statements": {"claim": ("claims", "to it"), "origin": ("sources", "from it"), "via": ("sources", "from it")},
    "links": {"to_claim": ("claims", "to it"), "from_claim": ("claims", "from it")},
    "dependences": {"sources": ("sources", "both")},
    "established": {"source": ("sources", "to it")},
}
"""For each collection, the fields that name other records: their collection, and who can move whom."""


class RelevantEvents:
    """An index of events by the claims that they can have moved.

    What can ever have moved a claim are the events about it, its rivals and what leads to it over links, at any time;
    about the statements on all of these; about the sources that made or relayed them, and the sources that these depend
    on or were merged with; and about the casebook as a whole.

    Cost: linear in the events and in what they name.
    """

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._moved_by: dict[_Subject, dict[_Subject, None]] = {}
        self._places: dict[_Subject, list[int]] = {}
        for place, event in enumerate(events):
            subject = (event.what.collection, event.what.id)
            self._places.setdefault(subject, []).append(place)
            for other, ties in _ties(event):
                if ties != "from it":
                    self._moved_by.setdefault(other, {})[subject] = None
                if ties != "to it":
                    self._moved_by.setdefault(subject, {})[other] = None

    def bearing_on(self, claim: str) -> list[Event]:
        """The events that can ever have moved a claim, in their order.

        A replay of them alone gives the claim the scores that a replay of all gives it. Cost: that of sorting them.
        """
        found: set[_Subject] = {(HEAD, HEAD)}
        waiting: list[_Subject] = [("claims", claim)]
        while waiting:
            subject = waiting.pop()
            if subject not in found:
                found.add(subject)
                waiting += self._moved_by.get(subject, ())
        return [self._events[place] for place in sorted(p for one in found for p in self._places.get(one, ()))]


def _ties(event: Event) -> Iterator[tuple[_Subject, _Ties]]:
    """The records that an event newly ties to the one that it is about."""
    what = event.what
    if isinstance(what, Added | Corrected):
        for name, (collection, ties) in _FIELDS.get(what.collection, {}).items():
            value = getattr(what.record, name) if isinstance(what, Added) else what.changes.get(name)
            yield from (((collection, other), ties) for other in ids_in(value))
        return
    for field in fields_of(type(what)):
        if "ties" in field.metadata:
            collection = field.metadata.get("names", what.collection)
            yield from (((collection, other), field.metadata["ties"]) for other in ids_in(getattr(what, field.name)))
