"""Parts: the events that can ever have moved a claim."""

from collections.abc import Iterable, Iterator, Sequence

from claimtrack.history.events import HEAD, Added, Arranged, Corrected, Event, Merged, Split
from claimtrack.model.records import Dependence, Established, Link, Question, Statement

_Node = tuple[str, str]


class Parts:
    """Events by what they can have moved.

    What can ever have moved a claim are the events about it, its rivals and what leads to it over links, at any time;
    about the statements on all of these; about who made them or passed them on, and whoever these depend on or were
    merged with; and about the casebook as a whole.

    Cost: linear in the events and in what they name.
    """

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._leads: dict[_Node, dict[_Node, None]] = {}
        self._places: dict[_Node, list[int]] = {}
        for place, event in enumerate(events):
            self._places.setdefault(_node(event), []).append(place)
            for one, other in _ties(event):
                self._leads.setdefault(one, {})[other] = None

    def bearing_on(self, claim: str) -> list[Event]:
        """The events that can ever have moved a claim, in their order.

        A replay of them alone gives the claim the scores that a replay of all gives it. Cost: that of sorting them.
        """
        found: set[_Node] = {(HEAD, HEAD)}
        waiting: list[_Node] = [("claims", claim)]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting += self._leads.get(node, ())
        return [self._events[place] for place in sorted(p for node in found for p in self._places.get(node, ()))]


def _node(event: Event) -> _Node:
    what = event.what
    return (what.collection, what.id)


def _ties(event: Event) -> Iterator[tuple[_Node, _Node]]:
    """From what can be moved to what can move it."""
    what, node = event.what, _node(event)
    if isinstance(what, Added):
        yield from _named(node, what.record)
    elif isinstance(what, Corrected):
        yield from _corrected(node, what)
    elif isinstance(what, Merged | Split):
        other = ("sources", what.into if isinstance(what, Merged) else what.to)
        yield from ((node, other), (other, node))
        for statement in getattr(what, "statements", ()):
            yield from ((("statements", statement), node), (("statements", statement), other))
    elif isinstance(what, Arranged):
        yield from ((one, node) for one in ((what.collection, name) for name in what.ids))


def _named(node: _Node, record: object) -> Iterator[tuple[_Node, _Node]]:
    match record:
        case Question():
            yield from _rivals(node, record.claims)
        case Statement():
            yield (("claims", record.claim), node)
            yield from ((node, ("sources", source)) for source in (record.origin, *record.via))
        case Link():
            yield from _link(node, record.from_claim, record.to_claim)
        case Dependence():
            yield from _joined(node, record.sources)
        case Established():
            yield (("sources", record.source), node)


def _corrected(node: _Node, what: Corrected) -> Iterator[tuple[_Node, _Node]]:
    """What a correction newly names; which fields name anything depends on the collection."""
    changes = what.changes
    if what.collection == "questions":
        yield from _rivals(node, _names(changes.get("claims")))
    elif what.collection == "statements":
        yield from ((("claims", name), node) for name in _names(changes.get("claim")))
        sources = (*_names(changes.get("origin")), *_names(changes.get("via")))
        yield from ((node, ("sources", name)) for name in sources)
    elif what.collection == "links":
        yield from ((("claims", name), node) for name in _names(changes.get("to_claim")))
        yield from ((node, ("claims", name)) for name in _names(changes.get("from_claim")))
    elif what.collection == "dependences":
        yield from _joined(node, _names(changes.get("sources")))
    elif what.collection == "established":
        yield from ((("sources", name), node) for name in _names(changes.get("source")))


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()


def _rivals(node: _Node, claims: Iterable[str]) -> Iterator[tuple[_Node, _Node]]:
    for claim in claims:
        yield (("claims", claim), node)
        yield (node, ("claims", claim))


def _link(node: _Node, start: str, end: str) -> Iterator[tuple[_Node, _Node]]:
    yield (("claims", end), node)
    yield (node, ("claims", start))


def _joined(node: _Node, sources: Iterable[str]) -> Iterator[tuple[_Node, _Node]]:
    for source in sources:
        yield (("sources", source), node)
        yield (node, ("sources", source))
