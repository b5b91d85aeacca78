"""The scores of an assessment: as data, and in a few words."""

from claimtrack._records import fields_of, plain_of
from claimtrack.analysis.sentences import tell_status
from claimtrack.report.documents.assemble import encode_fields
from claimtrack.report.sheet import DataTable, table_of
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment, Counts, Score
from claimtrack.scoring.protocol import tell_method
from claimtrack.text.canonical_json import JsonValue, json_text


def state_of(score: Score) -> str:
    """The likelihood word, the per cent and the status of a score: `likely, 70 %; corroborated`."""
    word = score.word if score.estimate.judged else "not known"
    return f"{word}, {per_cent(score.probability)}; {tell_status(score)}"


SCORE_COLUMNS = (
    *("claim", "text", "kind", "question", "prior", "probability", "low", "high", "word", "confidence", "status"),
    *("belief", "disbelief", "unknown", "disputed", "settled"),
    *(field.name for field in fields_of(Counts)),
)
"""The columns of scores as data."""


def tabulate_scores(assessment: Assessment) -> DataTable:
    """The scores as data, one row for each claim; an opinion has no numbers.

    Cost: linear in the claims.
    """
    rows = ({"claim": claim, **encoded} for claim, encoded in _encode_claims(assessment).items())
    return table_of(SCORE_COLUMNS, rows)


def render_scores_json(assessment: Assessment, digest: str) -> str:
    """Render the scores of an assessment as JSON: under each claim what its row has in the table."""
    book = assessment.network.casebook
    return json_text(
        {
            "method": tell_method(assessment.method, assessment.network.casebook),
            "audience": book.audience,
            "casebook": {"title": book.title, "digest": digest},
            "claims": dict(_encode_claims(assessment)),
        }
    )


def _encode_claims(assessment: Assessment) -> dict[str, dict[str, JsonValue]]:
    claims: dict[str, dict[str, JsonValue]] = {}
    for claim in assessment.network.casebook.claims:
        score = assessment.scores.get(claim.id)
        claims[claim.id] = (
            {"text": claim.text, "kind": claim.kind, "question": None, "status": "not scored"}
            if score is None
            else encode_score(assessment, score)
        )
    return claims


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
