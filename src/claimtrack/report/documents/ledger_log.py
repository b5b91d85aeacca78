"""The log of a ledger, as a report and as data: each event in a sentence, with what was there before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from claimtrack._records import record
from claimtrack.history.events import (
    HEAD,
    Added,
    Arranged,
    Corrected,
    Event,
    Graded,
    Merged,
    Removed,
    Resolved,
    Restored,
    Retracted,
    Split,
)
from claimtrack.history.state import State
from claimtrack.ledger.event_json import plain_event
from claimtrack.model.claims import Claim, Link, Question
from claimtrack.model.notes import Note
from claimtrack.model.sources import Dependence, Established, Source
from claimtrack.model.statements import Statement
from claimtrack.network.build import Network
from claimtrack.report.blocks import Report, Table, make_section
from claimtrack.report.documents.assemble import assemble, title_of
from claimtrack.report.documents.score_history import minute
from claimtrack.text.canonical_json import json_text
from claimtrack.text.words import listed, quoted

_LONG = 300
_OUTCOMES = {"true": "is true", "false": "is false", "open": "is open again"}
_KINDS = {"established": "what was established"}


@record
class DescribedEvent:
    """An event in words."""

    event: Event
    """The event."""
    text: str
    """What happened, in a sentence; a correction with what was there before."""


def compose_log(network: Network, rows: Iterable[tuple[int, DescribedEvent]]) -> Report:
    """Compose events with their numbers: when each was learned, what happened, why, by whom, and who was told."""
    table = Table(
        headings=("No.", "Learned", "What", "So since", "Why", "By", "Told"),
        rows=tuple(
            (
                str(number),
                minute(one.event.learned) if one.event.learned else "",
                one.text,
                str(one.event.so or ""),
                one.event.because or "",
                one.event.by or "",
                ", ".join(one.event.told),
            )
            for number, one in rows
        ),
    )
    section = make_section("Events", table if table.rows else "There is no such event.")
    return assemble(network, f"Log: {title_of(network)}", [section])


def render_log_json(rows: Iterable[tuple[int, DescribedEvent, str]]) -> str:
    """Render events as JSON, each with its number, its hash and a sentence."""
    return json_text(
        {
            "events": [
                {"number": number, "hash": digest, "text": one.text, "event": plain_event(one.event)}
                for number, one, digest in rows
            ]
        }
    )


def describe_events(events: Iterable[Event]) -> Iterator[DescribedEvent]:
    """Put events into words, one after the other; a correction says what the ones before it had left.

    Cost: constant for each event and what it changes.
    """
    state = State()
    for event in events:
        yield DescribedEvent(event=event, text=_sentence(event, state))
        event.apply(state)


def _sentence(event: Event, state: State) -> str:
    """What an event says; every kind has its sentence here, and a type checker sees that none lacks it."""
    what = event.what
    match what:
        case Added():
            return f"{_name(what.collection, what.id)} is new: {_summarise(what.record)}."
        case Corrected():
            return f"{_name(what.collection, what.id)} is corrected: {'; '.join(_describe_changes(what, state))}."
        case Removed() | Restored():
            return f"{_name(what.collection, what.id)} is {event.kind}."
        case Retracted():
            by = f", and replaced by {what.replaced_by}" if what.replaced_by else ""
            return f"Statement {what.id} is {what.standing}{by}."
        case Arranged():
            return f"The {what.collection} stand in another order."
        case Resolved():
            return f"Claim {what.id} {_OUTCOMES[what.outcome]}."
        case Graded():
            grade = f"graded {what.grade}" if what.grade else "without a grade"
            topic = f" on {quoted(what.topic)}" if what.topic else ""
            return f"Source {what.id} is now {grade}{topic}."
        case Merged():
            return f"Source {what.id} is one and the same as {what.into}."
        case Split():
            said = f"; it made {listed(what.statements)}" if what.statements else ""
            return f"Source {what.to} is not {what.id}{said}."
        case _:
            assert_never(what)


def _name(collection: str, name: str) -> str:
    if collection == HEAD:
        return "The casebook"
    kind = _KINDS.get(collection, collection.removesuffix("s"))
    return f"{kind[:1].upper()}{kind[1:]} {name}"


def _summarise(item: object) -> str:
    """What a record says, in short."""
    match item:
        case Source():
            return quoted(item.name)
        case Claim() | Question():
            return quoted(item.text)
        case Statement():
            ways = f", heard through {listed(item.via)}" if item.via else ""
            return f"{item.origin} {item.stance} {item.claim}{ways}"
        case Link():
            return f"{item.from_claim} {item.sign} {item.to_claim}"
        case Dependence():
            return f"{listed(item.sources)}, {item.kind}"
        case Established():
            return f"{item.source} knows first-hand, because {_write(item.because)}"
        case Note():
            return f"{item.kind}: {_write(item.text)}"
        case _:
            return _write(getattr(item, "title", item))


def _describe_changes(what: Corrected, state: State) -> Iterator[str]:
    before: Mapping[str, object] | object
    if what.collection == HEAD:
        before = state.head
    else:
        known = state.collections[what.collection].get(what.id)
        before = None if known is None else known.now(what.collection)
    for field, value in what.changes.items():
        was = before.get(field) if isinstance(before, Mapping) else getattr(before, field, None)
        name = field.rstrip("_").replace("_", " ")
        if was is None:
            yield f"{name} is {_write(value)}"
        else:
            yield f"{name} changed from {_write(was)} to {_write(value)}"


def _write(value: object) -> str:
    """A value as a sentence has it."""
    if value is None or value == ():
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        text = value.strip()
        return f"“{text if len(text) <= _LONG else text[: _LONG - 1] + '…'}”"
    if isinstance(value, Sequence):
        return listed([str(one) for one in value])
    return str(getattr(value, "is_", value))
