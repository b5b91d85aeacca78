"""What became of judgments and of those who made statements, as reports and as data."""

from collections.abc import Iterable, Sequence

from claimtrack.explaining import capital, counted, name_of, quoted
from claimtrack.formats import casebook_digest
from claimtrack.formats.events import plain_event
from claimtrack.network import Network
from claimtrack.report.composed import composed
from claimtrack.report.data import plain
from claimtrack.report.figures.course import course_figure, reliability_figure
from claimtrack.report.report import Block, Bullets, Paragraph, Report, Section, Table
from claimtrack.scoring import Score
from claimtrack.tracking import Calibration, History, Point, Share, Tally, Told, TrackRecord
from claimtrack.values.canonical import Plain, json_text
from claimtrack.values.moments import Moment
from claimtrack.values.words import per_cent

__all__ = [
    "compose_calibration",
    "compose_history",
    "compose_log",
    "compose_records",
    "render_calibration",
    "render_history",
    "render_log",
    "render_records",
]

_WITHHELD = "withheld"
_MIDNIGHT = "T00:00:00.000000Z"
_FEW = 30
"""Below so many resolved claims, calibration says little."""


def compose_history(history: History) -> Report:
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
    return _minute(point.learned) if point.events else point.learned.day


def _minute(moment: Moment) -> str:
    """A moment to the minute; midnight is the day that somebody wrote."""
    return moment.day if moment.text.endswith(_MIDNIGHT) else moment.text[:16].replace("T", " ")


def _sentence(score: Score) -> str:
    return f"Now {_standing(score)}; bounds {per_cent(score.low)} to {per_cent(score.high)}."


def _standing(score: Score) -> str:
    word = score.word if score.estimate.judged else "not known"
    return f"{word}, {per_cent(score.probability)}; {score.status}"


def _changes(history: History) -> str:
    changes = len(history.points) - 1
    return f"It has changed {counted(changes, 'time')}." if changes else "It has not changed since."


def render_history(history: History) -> str:
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


def _point(point: Point) -> Plain:
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


# --- track records -------------------------------------------------------------------------------------------------


def compose_records(network: Network, records: Sequence[TrackRecord]) -> Report:
    """Compose how often each source was right, and the grades that this speaks for, beside the analyst's."""
    rows = tuple(_record_row(network, one) for one in records)
    topics = tuple(
        (name_of(network, one.source), topic, _of(tally.right), _interval(tally.right))
        for one in records
        for topic, tally in one.topics.items()
    )
    head = Paragraph(
        text="How often what a source said itself was right, of the claims that were resolved; each claim counts once. "
        "A grade is proposed from five claims on, and nothing is changed by it: the interval is what so few can tell."
    )
    none = Paragraph(text="No claim is resolved of which a statement speaks that stands.")
    headings = ("Source", "Right", "Interval", "Asserting", "Denying", "Passing on", "Grade", "Proposed")
    table: tuple[Block, ...] = (head, Table(headings=headings, rows=rows)) if rows else (none,)
    by_topic = Table(headings=("Source", "Topic", "Right", "Interval"), rows=topics)
    sections = [
        Section(title="Track record", blocks=table),
        Section(title="By topic", blocks=(by_topic,) if topics else ()),
    ]
    return composed(network, f"Track record: {network.casebook.title or 'Untitled casebook'}", sections)


def _record_row(network: Network, one: TrackRecord) -> tuple[str, ...]:
    proposed = "too few" if one.proposed is None or one.range is None else f"{one.proposed} ({' to '.join(one.range)})"
    return (
        name_of(network, one.source),
        _of(one.said.right),
        _interval(one.said.right),
        _of(one.said.asserted),
        _of(one.said.denied),
        _of(one.passed_on.right),
        one.grade or "none",
        proposed,
    )


def _of(share: Share) -> str:
    return f"{share.so} of {share.of}" if share.of else "–"


def _interval(share: Share) -> str:
    return f"{per_cent(share.low)} to {per_cent(share.high)}" if share.of else "–"


def render_records(network: Network, records: Sequence[TrackRecord]) -> str:
    """Track records as JSON."""
    return json_text(
        {
            "audience": network.casebook.audience,
            "casebook": casebook_digest(network.casebook),
            "sources": [
                {
                    "source": one.source,
                    "said": _tally(one.said),
                    "passed_on": _tally(one.passed_on),
                    "topics": {topic: _tally(tally) for topic, tally in one.topics.items()},
                    "grade": one.grade,
                    "proposed": one.proposed,
                    "range": None if one.range is None else list(one.range),
                }
                for one in records
            ],
        }
    )


def _tally(tally: Tally) -> Plain:
    right = tally.right
    return {
        "right": right.so,
        "of": right.of,
        "low": right.low if right.of else None,
        "high": right.high if right.of else None,
        "asserted": [tally.asserted.so, tally.asserted.of],
        "denied": [tally.denied.so, tally.denied.of],
    }


# --- calibration ---------------------------------------------------------------------------------------------------


def compose_calibration(network: Network, found: Calibration) -> Report:
    """Compose how well past judgments fit what became known."""
    count = len(found.forecasts)
    title = f"Calibration: {network.casebook.title or 'Untitled casebook'}"
    if found.brier is None or found.reference is None or found.base_rate is None:
        none = Paragraph(text="No claim is resolved of which we had judged before it was.")
        return composed(network, title, [Section(title="Brier score", blocks=(none,))])
    few = f" {counted(count, 'claim')} is too few to tell skill from luck." if count == 1 else ""
    few = f" {count} claims are too few to tell skill from luck." if 1 < count < _FEW else few
    text = (
        f"Brier score {found.brier:.3f} over {counted(count, 'resolved claim')}: 0 is perfect, .25 is what always "
        f"saying one half gives. Always giving the share that came true ({per_cent(found.base_rate)}), which nobody "
        f"knew before, would give {found.reference:.3f}.{few}"
    )
    rows = tuple(
        (
            network.claims[one.claim].text if one.claim in network.claims else one.claim,
            f"{one.word}, {per_cent(one.probability)}",
            "true" if one.came_true else "false",
        )
        for one in found.forecasts
    )
    sections = [
        Section(title="Brier score", blocks=(Paragraph(text=text),)),
        Section(title="Reliability", blocks=(reliability_figure(found),)),
        Section(title="The judgments", blocks=(Table(headings=("Claim", "Judged", "Turned out"), rows=rows),)),
    ]
    return composed(network, title, sections)


def render_calibration(network: Network, found: Calibration) -> str:
    """How well past judgments fit what became known, as JSON."""
    return json_text(
        {
            "audience": network.casebook.audience,
            "brier": found.brier,
            "base_rate": found.base_rate,
            "reference": found.reference,
            "words": [
                {
                    "word": one.word,
                    "from": one.low,
                    "to": one.high,
                    "mean": one.mean,
                    "true": one.true.so,
                    "of": one.true.of,
                    "low": one.true.low,
                    "high": one.true.high,
                }
                for one in found.bins
            ],
            "forecasts": [plain(one) for one in found.forecasts],
        }
    )


# --- the log -------------------------------------------------------------------------------------------------------


def compose_log(network: Network, rows: Iterable[tuple[int, Told]]) -> Report:
    """Compose events with their numbers: when each was learned, what happened, why, by whom, and who was told."""
    table = Table(
        headings=("No.", "Learned", "What", "So since", "Why", "By", "Told"),
        rows=tuple(
            (
                str(number),
                _minute(told.event.learned) if told.event.learned else "",
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
