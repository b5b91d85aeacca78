"""A draft: a casebook in the making, built in code one record at a time."""

from itertools import chain
from typing import TypeVar

from claimtrack._records import evolve
from claimtrack.dates import PartialDate
from claimtrack.errors.base import nearest
from claimtrack.errors.problems import DuplicateId, UnknownId
from claimtrack.model.casebook import Casebook, Record, collection_of
from claimtrack.model.integrity import KINDS
from claimtrack.model.records import (
    Claim,
    Dependence,
    Document,
    Established,
    Link,
    Note,
    Policy,
    Question,
    Source,
    Statement,
)

_R = TypeVar("_R", bound=Record)


class Draft:
    """A casebook in the making: `add` records, then take the `casebook`.

    Each reference is checked as its record is added, so a record comes after those that it speaks of.

    Args:
        title: what the case is about.
        cutoff: the day up to which statements were gathered.
        policy: what is assumed where nothing is known.

    Example:
        >>> draft = Draft(title="A bridge")
        >>> draft.add(Source(id="kim", name="Kim", reliability="B"))
        'kim'
        >>> draft.add(Claim(id="fell", text="The bridge fell."))
        'fell'
        >>> draft.add(Statement(origin="kim", claim="fell", stance="asserts", lineage="witnessed"))
        'statements-0'
        >>> draft.casebook()
        <Casebook 'A bridge', 1 sources, 1 claims, 1 statements>
    """

    def __init__(self, *, title: str = "", cutoff: PartialDate | None = None, policy: Policy | None = None) -> None:
        self._title, self._cutoff, self._policy = title, cutoff, policy or Policy()
        self._collections: dict[str, list[Record]] = {}
        self._ids: dict[str, dict[str, None]] = {}

    def add(self, record: Record) -> str:
        """Add a record and return its id (positional where it has none of its own).

        Cost: constant.

        Raises:
            DuplicateId: a record of its kind has the id already.
            UnknownId: it speaks of something that was not added yet; the draft is left as it was.
        """
        collection = collection_of(record)
        items = self._collections.setdefault(collection, [])
        for place, kind, name in references(record):
            known = [self._ids.get(one, {}) for one in (KINDS if kind == "id" else (kind,))]
            if not any(name in ids for ids in known):
                near = nearest(name, chain.from_iterable(known))
                raise UnknownId(place=f"{collection}[{len(items)}].{place}", kind=kind, seen=name, near=near)
        own = getattr(record, "id", None) or f"{collection}-{len(items)}"
        taken = self._ids.setdefault(collection.removesuffix("s"), {})
        if own in taken:
            raise DuplicateId(
                place=f"{collection}[{len(items)}].id", seen=own, first=f"an earlier one of the {collection}"
            )
        taken[own] = None
        if isinstance(record, Statement | Link | Dependence) and record.id is None:
            record = evolve(record, id=own)
        items.append(record)
        return own

    def casebook(self) -> Casebook:
        """The casebook so far; the draft can be carried on afterwards.

        Cost: linear in the records.

        Raises:
            InvalidCasebook: a rule between the records is broken.
        """
        return Casebook(
            title=self._title,
            cutoff=self._cutoff,
            policy=self._policy,
            sources=self._taken(Source),
            questions=self._taken(Question),
            claims=self._taken(Claim),
            statements=self._taken(Statement),
            links=self._taken(Link),
            dependences=self._taken(Dependence),
            established=self._taken(Established),
            documents=self._taken(Document),
            notes=self._taken(Note),
        )

    def _taken(self, kind: type[_R]) -> tuple[_R, ...]:
        return tuple(item for collection in self._collections.values() for item in collection if isinstance(item, kind))


def _given(place: str, kind: str, name: str | None) -> list[tuple[str, str, str]]:
    return [] if name is None else [(place, kind, name)]


def references(record: Record) -> list[tuple[str, str, str]]:
    """What a record speaks of: field, kind (`id` for any), id."""
    match record:
        case Question():
            return [(f"claims[{place}]", "claim", name) for place, name in enumerate(record.claims)]
        case Statement():
            named = [("origin", "source", record.origin), ("claim", "claim", record.claim)]
            named += [(f"via[{place}]", "source", name) for place, name in enumerate(record.via)]
            named += _given("document", "document", record.document)
            return named + _given("standing.by", "statement", record.standing.by)
        case Link():
            return [("from_claim", "claim", record.from_claim), ("to_claim", "claim", record.to_claim)]
        case Dependence():
            return [(f"sources[{place}]", "source", name) for place, name in enumerate(record.sources)]
        case Established():
            return [("source", "source", record.source), *_given("claim", "claim", record.claim)]
        case Note():
            return _given("about", "id", record.about)
        case _:
            return []
