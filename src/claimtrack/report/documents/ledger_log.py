"""The log of a ledger, as a report and as data: each event in a sentence, with what was there before."""

from collections.abc import Iterable, Iterator

from claimtrack._records import record
from claimtrack.history.events import Event
from claimtrack.history.state import State
from claimtrack.ledger.event_json import plain_event
from claimtrack.network.build import Network
from claimtrack.report.blocks import Report, Table, make_section
from claimtrack.report.documents.assemble import assemble, title_of
from claimtrack.report.documents.score_history import minute
from claimtrack.text.canonical_json import json_text


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
        yield DescribedEvent(event=event, text=event.what.describe(state))
        event.apply(state)
