"""A draft: a casebook that is built in code, one record at a time."""

from itertools import chain
from typing import Any

from claimtrack._records import evolve
from claimtrack.dates import PartialDate
from claimtrack.errors.base import nearest
from claimtrack.errors.problems import DuplicateId, UnknownId
from claimtrack.model.casebook import Casebook, Policy, Record, collection_of
from claimtrack.model.claims import Link, Question
from claimtrack.model.integrity import kinds_of
from claimtrack.model.notes import Note
from claimtrack.model.sources import Dependence, Established
from claimtrack.model.statements import Statement


class Draft:
    """A casebook in the making: `add` records, then take its `casebook`.

    References are checked as records are added, so a record comes after those that it refers to.

    Args:
        title: what the case is about.
        cutoff: the day up to which statements were gathered.
        policy: what is assumed where nothing is known.
        private: whether there is a private file; None where nothing is said of it.

    Example:
        >>> from claimtrack.model import Claim, Source
        >>> draft = Draft(title="A bridge")
        >>> draft.add(Source(id="kim", name="Kim", reliability="B"))
        'kim'
        >>> draft.add(Claim(id="fell", text="The bridge fell."))
        'fell'
        >>> draft.add(Statement(origin="kim", claim="fell", stance="asserts", lineage="witnessed"))
        'statements-0'
        >>> draft.casebook()
        <internal Casebook, 1 sources, 1 claims, 1 statements>
    """

    def __init__(
        self,
        *,
        title: str = "",
        cutoff: PartialDate | None = None,
        policy: Policy | None = None,
        private: bool | None = None,
    ) -> None:
        self._title, self._cutoff, self._policy, self._private = title, cutoff, policy or Policy(), private
        self._collections: dict[str, list[Record]] = {}
        self._ids: dict[str, dict[str, None]] = {}

    def __repr__(self) -> str:
        """The sizes of the collections so far."""
        sizes = "".join(f", {len(records)} {name}" for name, records in self._collections.items())
        return f"<Draft{sizes}>"

    def add(self, record: Record) -> str:
        """Add a record and return its id (positional where it has none of its own).

        Cost: constant.

        Raises:
            DuplicateId: a record of its kind has the id already.
            UnknownId: it refers to a record that was not added yet; the draft stays as it was.
        """
        collection = collection_of(record)
        items = self._collections.setdefault(collection, [])
        for place, kind, name in references(record):
            known = [self._ids.get(one, {}) for one in kinds_of(kind)]
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
        """The casebook so far; more records can be added afterwards.

        Cost: linear in the records.

        Raises:
            InvalidCasebook: a rule between the records is broken.
        """
        collections: dict[str, Any] = {name: tuple(records) for name, records in self._collections.items()}
        return Casebook(
            title=self._title, cutoff=self._cutoff, policy=self._policy, private=self._private, **collections
        )


def _optional(place: str, kind: str, name: str | None) -> list[tuple[str, str, str]]:
    return [] if name is None else [(place, kind, name)]


def references(record: Record) -> list[tuple[str, str, str]]:
    """The records that a record refers to: field, kind (as in `kinds_of`), id."""
    match record:
        case Question():
            return [(f"claims[{place}]", "claim", name) for place, name in enumerate(record.claims)]
        case Statement():
            named = [("origin", "source", record.origin), ("claim", "claim", record.claim)]
            named += [(f"via[{place}]", "source", name) for place, name in enumerate(record.relays)]
            named += [(f"exhibits[{place}]", "exhibit", name) for place, name in enumerate(record.exhibits)]
            named += _optional("document", "document", record.document)
            return named + _optional("standing.by", "statement", record.standing.by)
        case Link():
            return [("from_claim", "claim", record.from_claim), ("to_claim", "claim", record.to_claim)]
        case Dependence():
            return [(f"sources[{place}]", "source", name) for place, name in enumerate(record.sources)]
        case Established():
            return [("source", "source", record.source), *_optional("claim", "claim", record.claim)]
        case Note():
            return _optional("about", "id", record.about)
        case _:
            return []
