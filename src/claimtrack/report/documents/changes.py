"""The difference of two assessments as a small report, and as data."""

from claimtrack.analysis.change_causes import ScoreChange, ScoreChanges
from claimtrack.io.casebooks import casebook_digest
from claimtrack.report.blocks import Bullets, Paragraph, Report, Section, Table
from claimtrack.report.composed import composed
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Score
from claimtrack.text.canonical_json import JsonValue, json_text


def compose_changes(changes: ScoreChanges, *, title: str = "What changed") -> Report:
    """Compose what changed: the judgments with the causes first, then the records behind them."""
    network = changes.after.network
    moved = changes.scores
    rows = tuple((one.claim, _standing(one.before), _standing(one.after)) for one in moved)
    judgments = (
        (Bullets(items=tuple(one.text for one in moved)), Table(headings=("Claim", "Before", "After"), rows=rows))
        if moved
        else (Paragraph(text="No judgment changed."),)
    )
    records = tuple(f"{text[:1].upper()}{text[1:]}." for text in changes.texts)
    nothing = Paragraph(text="Nothing changed in the casebook.")
    sections = (
        Section(title="Judgments", blocks=judgments),
        Section(title="In the casebook", blocks=(Bullets(items=records) if records else nothing,)),
    )
    return composed(network, title, sections)


def _standing(score: Score | None) -> str:
    if score is None:
        return "not scored"
    word = score.word if score.estimate.judged else "not known"
    return f"{word}, {per_cent(score.probability)}; {score.status}"


def render_changes(changes: ScoreChanges) -> str:
    """What changed as JSON."""
    return json_text(
        {
            "audience": changes.after.network.casebook.audience,
            "before": casebook_digest(changes.before.network.casebook),
            "after": casebook_digest(changes.after.network.casebook),
            "changes": [
                {"kind": one.kind, "collection": one.collection, "id": one.id, "fields": list(one.fields), "text": text}
                for one, text in zip(changes.records, changes.texts, strict=True)
            ],
            "moved": [_moved(one) for one in changes.scores],
        }
    )


def _moved(one: ScoreChange) -> dict[str, JsonValue]:
    return {
        "claim": one.claim,
        "before": _numbers(one.before),
        "after": _numbers(one.after),
        "causes": list(one.causes),
        "text": one.text,
    }


def _numbers(score: Score | None) -> dict[str, JsonValue] | None:
    if score is None:
        return None
    return {
        "probability": score.probability,
        "low": score.low,
        "high": score.high,
        "word": score.word,
        "status": score.status,
        "confidence": score.confidence,
    }
