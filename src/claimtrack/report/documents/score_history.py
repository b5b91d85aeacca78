"""What became of a claim over time, as a report and as data."""

from claimtrack.dates import Moment
from claimtrack.ledger.event_json import plain_event
from claimtrack.report.blocks import Bullets, Report, Table, make_section
from claimtrack.report.charts.line import chart_line
from claimtrack.report.documents.assemble import assemble, encode, encode_fields
from claimtrack.report.documents.scores import state_of
from claimtrack.report.sheet import DataTable, table_of
from claimtrack.scales.words import per_cent
from claimtrack.scoring.protocol import tell_method
from claimtrack.text.canonical_json import JsonValue, json_text
from claimtrack.text.words import capital, counted, quoted
from claimtrack.tracking.score_history import Point, ScoreHistory

_WITHHELD = "withheld"
_MIDNIGHT = "T00:00:00.000000Z"


def compose_history(history: ScoreHistory) -> Report:
    """Compose what became of a claim: where it stands, how it went, and what changed it."""
    score, points = history.points[-1].score, history.points
    public = history.assessment.network.casebook.audience == "public"
    stops = [(_when(point), point.score, bool(point.alerts) and place > 0) for place, point in enumerate(points)]
    rows = tuple((_when(point), state_of(point.score), _without_claim(point)) for point in points)
    alerts = tuple(f"{_when(point)}: {alert.text}" for point in points for alert in point.alerts)
    withheld = "Where a day could tell when a protected source was met, it is withheld."
    note = withheld if public and any(point.learned is None for point in points) else None
    changes = len(points) - 1
    changed = f"changed {counted(changes, 'time')}" if changes else "not changed since"
    now = f"Now {state_of(score)}; bounds {per_cent(score.low)} to {per_cent(score.high)}. It has {changed}."
    causes = Table(headings=("Learned", "From then on", "Why"), rows=rows)
    sections = [
        make_section("Where it stands", now),
        make_section("How it went", chart_line(stops, history.assessment.words)),
        make_section("What changed it", causes, note),
        make_section("Alerts", Bullets(items=alerts)),
    ]
    return assemble(history.assessment.network, f"History: {score.claim.text}", sections)


def _without_claim(point: Point) -> str:
    """The text of a change without the claim's name, since the report speaks of no other claim."""
    name = f"{quoted(point.score.claim.text)} "
    if not point.text.startswith(name):
        return point.text
    return capital(point.text.removeprefix(name).removeprefix("is "))


def _when(point: Point) -> str:
    """When something was learned, to the minute; for the public to the day."""
    if point.learned is None:
        return _WITHHELD
    return minute(point.learned) if point.events else point.learned.day


def minute(moment: Moment) -> str:
    """A moment to the minute; midnight stands for a day without a time."""
    return moment.day if moment.text.endswith(_MIDNIGHT) else moment.text[:16].replace("T", " ")


HISTORY_COLUMNS = (
    *("learned", "probability", "low", "high", "word", "status", "confidence", "established"),
    *("text", "alerts"),
)
"""The columns of a history as data."""


def tabulate_history(history: ScoreHistory) -> DataTable:
    """What became of a claim as data, one row for each point.

    Cost: linear in the points.
    """
    rows = (
        {**_encode_point(point), "alerts": " ".join(alert.text for alert in point.alerts) or None}
        for point in history.points
    )
    return table_of(HISTORY_COLUMNS, rows)


def render_history_json(history: ScoreHistory) -> str:
    """Render what became of a claim as JSON: each point with its alerts and events."""
    return json_text(
        {
            "claim": history.claim,
            "text": history.points[-1].score.claim.text,
            "audience": history.assessment.network.casebook.audience,
            "method": tell_method(history.assessment.method, history.assessment.network.casebook),
            "points": [_encode_point(point) for point in history.points],
        }
    )


def _encode_point(point: Point) -> dict[str, JsonValue]:
    learned = None if point.learned is None else point.learned.text if point.events else point.learned.day
    return {
        "learned": learned,
        **encode_fields(point.score, "probability", "low", "high", "word", "status", "confidence"),
        "established": point.score.counts.established,
        "text": point.text,
        "alerts": encode(point.alerts),
        "events": [plain_event(event) for event in point.events],
    }
