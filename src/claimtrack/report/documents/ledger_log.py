"""The events of a ledger, as a report and as data; for the desk alone."""

from collections.abc import Iterable

from claimtrack.ledger.event_json import plain_event
from claimtrack.network.build import Network
from claimtrack.report.blocks import Paragraph, Report, Section, Table
from claimtrack.report.composed import composed
from claimtrack.report.documents.score_history import minute
from claimtrack.text.canonical_json import json_text
from claimtrack.tracking.prose import Told


def compose_log(network: Network, rows: Iterable[tuple[int, Told]]) -> Report:
    """Compose events with their numbers: when each was learned, what happened, why, by whom, and who was told."""
    table = Table(
        headings=("No.", "Learned", "What", "So since", "Why", "By", "Told"),
        rows=tuple(
            (
                str(number),
                minute(told.event.learned) if told.event.learned else "",
                told.text,
                str(told.event.so or ""),
                told.event.because or "",
                told.event.by or "",
                ", ".join(told.event.told),
            )
            for number, told in rows
        ),
    )
    none = Paragraph(text="There is no such event.")
    section = Section(title="Events", blocks=(table if table.rows else none,))
    return composed(network, f"Log: {network.casebook.title or 'Untitled casebook'}", [section])


def render_log(rows: Iterable[tuple[int, Told, str]]) -> str:
    """Events as JSON, each with its number, its hash and a sentence."""
    return json_text(
        {
            "events": [
                {"number": number, "hash": digest, "text": told.text, "event": plain_event(told.event)}
                for number, told, digest in rows
            ]
        }
    )
