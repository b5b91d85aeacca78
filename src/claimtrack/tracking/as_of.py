"""Looking back at a claim: the events that can have moved it, and its score by what was known, for readers of today."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from claimtrack._records import fields_of, record
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.history.events import HEAD, Added, Corrected, Event, ids_in
from claimtrack.history.state import State
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.privacy.redact import Redaction, redact
from claimtrack.privacy.retroactive import redact_past, with_all_names
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scoring.assess import assess
from claimtrack.scoring.assessment import Assessment, Score
from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.scoring.protocol import Method, check_sources, rename_sources

_Subject = tuple[str, str]
"""The collection and the id of a record."""
_Ties = Literal["to it", "from it", "both"]
"""Who can move whom: the record moves what it names, is moved by it, or both."""

_FIELDS: Mapping[str, tuple[tuple[str, str, _Ties], ...]] = {
    "questions": (("claims", "claims", "both"),),
    "statements": (
        ("claim", "claims", "to it"),
        ("origin", "sources", "from it"),
        ("via", "sources", "from it"),
        ("exhibits", "sources", "from it"),
        ("exhibits", "documents", "from it"),
        ("document", "documents", "from it"),
    ),
    "links": (("to_claim", "claims", "to it"), ("from_claim", "claims", "from it")),
    "dependences": (("sources", "sources", "both"),),
    "established": (("source", "sources", "to it"),),
}
"""For each collection, the fields that name other records: their collection, and who can move whom."""


@record
class Look:
    """How readers look back: which readers, by which method, with what is known now."""

    state: State
    """What is known of each record now."""
    now: Redaction
    """The casebook as it is now, whole and as its readers see it; it is projected once for all looks."""
    method: Method
    """How to score."""
    words: LikelihoodScale | str
    """The likelihood scale."""

    def scored(self, known: State, claim: str) -> tuple[Assessment, Score] | None:
        """A claim of the whole casebook, by its id there, scored by what was known.

        None where it was not there or was an opinion, or where the records contradicted each other for a time, since
        something was entered late.

        Cost: a run of the method on what bears on the claim, and linear in what was known.
        """
        try:
            seen = redact_past(known.casebook(pruned=True), self.now, self.state)
            name, book = seen.claim_ids.get(claim), seen.casebook
        except InvalidCasebook:
            return None
        if name is None or book.claim(name).kind == "opinion":
            return None
        method = rename_sources(self.method, seen.source_ids)
        assessment = assess(build(book), method=method, words=self.words, only=[name])
        return assessment, assessment[name]


def look_of(
    state: State,
    *,
    audience: str,
    key: str | None,
    now: Casebook | None,
    method: Method | None,
    words: LikelihoodScale | str,
) -> Look:
    """How readers look back; without `now` or `method`, with what the events make and by the default method."""
    book = state.casebook() if now is None else now
    whole = with_all_names(book, state) if audience == "public" else book
    if method is not None:
        check_sources(method, whole)
    return Look(
        state=state,
        now=redact(whole, audience, key=key),
        method=OriginEvidence() if method is None else method,
        words=words,
    )


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
        for name, collection, ties in _FIELDS.get(what.collection, ()):
            value = getattr(what.record, name) if isinstance(what, Added) else what.changes.get(name)
            yield from (((collection, other), ties) for other in ids_in(value))
        return
    for field in fields_of(type(what)):
        if "ties" in field.metadata:
            collection = field.metadata.get("names", what.collection)
            yield from (((collection, other), field.metadata["ties"]) for other in ids_in(getattr(what, field.name)))
