"""The scores of an assessment: as data, and in a few words."""

from claimtrack._records import plain_of
from claimtrack.analysis.sentences import tell_status
from claimtrack.report.documents.assemble import encode_fields
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment, Score
from claimtrack.scoring.protocol import tell_method
from claimtrack.text.canonical_json import JsonValue, json_text


def state_of(score: Score) -> str:
    """The likelihood word, the per cent and the status of a score: `likely, 70 %; corroborated`."""
    word = score.word if score.estimate.judged else "not known"
    return f"{word}, {per_cent(score.probability)}; {tell_status(score)}"


def render_scores_json(assessment: Assessment, digest: str) -> str:
    """Render the scores of an assessment as JSON, claim by claim; an opinion has no numbers."""
    book = assessment.network.casebook
    claims: dict[str, JsonValue] = {}
    for claim in book.claims:
        score = assessment.scores.get(claim.id)
        claims[claim.id] = (
            {"text": claim.text, "kind": claim.kind, "question": None, "status": "not scored"}
            if score is None
            else encode_score(assessment, score)
        )
    return json_text(
        {
            "method": tell_method(assessment.method, assessment.network.casebook),
            "audience": book.audience,
            "casebook": {"title": book.title, "digest": digest},
            "claims": claims,
        }
    )


def encode_score(assessment: Assessment, score: Score) -> dict[str, JsonValue]:
    """Encode a score with its claim and its counts."""
    question = assessment.network.families[score.claim.id].question
    return {
        **encode_fields(score.claim, "text", "kind"),
        "question": question.id if question else None,
        **encode_fields(score, "prior", "probability", "low", "high", "belief", "disbelief", "unknown", "disputed"),
        **encode_fields(score, "settled", "word", "confidence", "status"),
        **plain_of(score.counts),
    }
