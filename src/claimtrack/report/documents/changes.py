"""What changed between two assessments, as a report and as data."""

from claimtrack.analysis.change_causes import ScoreChanges
from claimtrack.io.casebooks import casebook_digest
from claimtrack.report.blocks import Bullets, Report, Table, make_section
from claimtrack.report.documents.assemble import assemble, encode_fields
from claimtrack.report.documents.scores import state_of
from claimtrack.report.prose import describe_left_out
from claimtrack.scoring.assessment import Score
from claimtrack.text.canonical_json import JsonValue, json_text
from claimtrack.text.words import capital

_NUMBERS = ("probability", "low", "high", "word", "status", "confidence")


def compose_changes(changes: ScoreChanges, *, title: str = "What changed") -> Report:
    """Compose what changed: the judgments with the causes first, then the records behind them."""
    rows = tuple((one.claim, _state(one.before), _state(one.after)) for one in changes.scores)
    sections = [
        make_section(
            "Judgments",
            Bullets(items=tuple(one.text for one in changes.scores)),
            Table(headings=("Claim", "Before", "After"), rows=rows),
            None if rows else "No judgment changed.",
            describe_left_out({"changes as causes": changes.left_out} if changes.left_out else {}),
        ),
        make_section(
            "In the casebook",
            Bullets(items=tuple(f"{capital(text)}." for text in changes.texts)),
            None if changes.texts else "Nothing changed in the casebook.",
        ),
    ]
    return assemble(changes.after.network, title, sections)


def _state(score: Score | None) -> str:
    return "not scored" if score is None else state_of(score)


def render_changes_json(changes: ScoreChanges) -> str:
    """Render what changed as JSON."""
    before, after = changes.before.network.casebook, changes.after.network.casebook
    return json_text(
        {
            "audience": after.audience,
            "before": casebook_digest(before),
            "after": casebook_digest(after),
            "changes": [
                {**encode_fields(one, "kind", "collection", "id", "fields"), "text": text}
                for one, text in zip(changes.records, changes.texts, strict=True)
            ],
            "moved": [
                {
                    "claim": one.claim,
                    "before": _numbers(one.before),
                    "after": _numbers(one.after),
                    **encode_fields(one, "causes", "text"),
                }
                for one in changes.scores
            ],
            "left_out": changes.left_out,
        }
    )


def _numbers(score: Score | None) -> JsonValue:
    return None if score is None else encode_fields(score, *_NUMBERS)
