"""What became of a claim over time, as a report and as data."""

from claimtrack.dates import Moment
from claimtrack.ledger.event_json import plain_event
from claimtrack.report.blocks import Bullets, Paragraph, Report, Section, Table
from claimtrack.report.charts.line import course_figure
from claimtrack.report.composed import composed
from claimtrack.report.render.json import plain
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Score
from claimtrack.text.canonical_json import JsonValue, json_text
from claimtrack.text.words import capital, counted, quoted
from claimtrack.tracking.score_history import Point, ScoreHistory

_WITHHELD = "withheld"
_MIDNIGHT = "T00:00:00.000000Z"


def compose_history(history: ScoreHistory) -> Report:
    """Compose what became of a claim: where it stands, how it went, and what changed it."""
    score = history.points[-1].score
    public = history.assessment.network.casebook.audience == "public"
    stops = [(when(point), point.score, bool(point.alerts) and place > 0) for place, point in enumerate(history.points)]
    rows = tuple((when(point), _standing(point.score), _alone(point)) for point in history.points)
    told = tuple(f"{when(point)}: {alert.text}" for point in history.points for alert in point.alerts)
    note = (
        (Paragraph(text="Where a day could tell when a protected source was met, it is withheld."),)
        if public and any(point.learned is None for point in history.points)
        else ()
    )
    sections = [
        Section(title="Where it stands", blocks=(Paragraph(text=f"{_sentence(score)} {_changes(history)}"),)),
        Section(title="How it went", blocks=(course_figure(stops, history.assessment.words),)),
        Section(title="What changed it", blocks=(Table(headings=("Learned", "From then on", "Why"), rows=rows), *note)),
        Section(title="Alerts", blocks=(Bullets(items=told),) if told else ()),
    ]
    return composed(history.assessment.network, f"History: {score.claim.text}", sections)


def _alone(point: Point) -> str:
    """What changed, where the page speaks of nothing but this claim."""
    name = f"{quoted(point.score.claim.text)} "
    if not point.text.startswith(name):
        return point.text
    return capital(point.text.removeprefix(name).removeprefix("is "))


def when(point: Point) -> str:
    """When something was learned, to the minute; to the public no more than the day."""
    if point.learned is None:
        return _WITHHELD
    return minute(point.learned) if point.events else point.learned.day


def minute(moment: Moment) -> str:
    """A moment to the minute; midnight is the day that somebody wrote."""
    return moment.day if moment.text.endswith(_MIDNIGHT) else moment.text[:16].replace("T", " ")


def _sentence(score: Score) -> str:
    return f"Now {_standing(score)}; bounds {per_cent(score.low)} to {per_cent(score.high)}."


def _standing(score: Score) -> str:
    word = score.word if score.estimate.judged else "not known"
    return f"{word}, {per_cent(score.probability)}; {score.status}"


def _changes(history: ScoreHistory) -> str:
    changes = len(history.points) - 1
    return f"It has changed {counted(changes, 'time')}." if changes else "It has not changed since."


def render_history(history: ScoreHistory) -> str:
    """What became of a claim as JSON."""
    return json_text(
        {
            "claim": history.claim,
            "text": history.points[-1].score.claim.text,
            "audience": history.assessment.network.casebook.audience,
            "method": repr(history.assessment.method),
            "points": [_point(point) for point in history.points],
        }
    )


def _point(point: Point) -> JsonValue:
    score = point.score
    learned = None if point.learned is None else point.learned.text if point.events else point.learned.day
    return {
        "learned": learned,
        "probability": score.probability,
        "low": score.low,
        "high": score.high,
        "word": score.word,
        "status": score.status,
        "confidence": score.confidence,
        "established": score.counts.established,
        "text": point.text,
        "alerts": [plain(alert) for alert in point.alerts],
        "events": [plain_event(event) for event in point.events],
    }
