"""Assessments, explanations and reports as JSON."""

from claimtrack._record import plain_of
from claimtrack.explaining import Account, Explanation
from claimtrack.report.report import Report
from claimtrack.scoring import Assessment, Score
from claimtrack.values.canonical import Plain, json_text

__all__ = ["render_account", "render_report", "render_scores"]


def render_scores(assessment: Assessment, digest: str) -> str:
    """The scores of an assessment as JSON, a claim at a time; an opinion has no numbers."""
    network = assessment.network
    claims: dict[str, Plain] = {}
    for claim in network.casebook.claims:
        if claim.id in assessment.scores:
            claims[claim.id] = _score(assessment, assessment.scores[claim.id])
        else:
            claims[claim.id] = {
                "text": claim.text,
                "kind": claim.kind,
                "question": None,
                "status": "not scored",
            }
    return json_text(
        {
            "method": assessment.method,
            "audience": network.casebook.audience,
            "casebook": {"title": network.casebook.title, "digest": digest},
            "claims": claims,
        }
    )


def _score(assessment: Assessment, score: Score) -> dict[str, Plain]:
    question = assessment.network.families[score.claim.id].question
    return {
        "text": score.claim.text,
        "kind": score.claim.kind,
        "question": question.id if question else None,
        "prior": score.prior,
        "probability": score.probability,
        "low": score.low,
        "high": score.high,
        "belief": score.belief,
        "disbelief": score.disbelief,
        "unknown": score.unknown,
        "disputed": score.disputed,
        "settled": score.settled,
        "word": score.word,
        "confidence": score.confidence,
        "status": score.status,
        **plain_of(score.counts),
    }


def render_account(account: Account, explanation: Explanation) -> str:
    """The explanation of one claim as JSON: its score, and each step as data and as a sentence."""
    return json_text(
        {
            "claim": account.score.claim.id,
            "audience": explanation.assessment.network.casebook.audience,
            "method": explanation.assessment.method,
            "score": _score(explanation.assessment, account.score),
            "lead": account.lead,
            "ground": list(account.ground),
            "confidence": account.confidence,
            "factors": [plain_of(factor) for factor in account.score.factors],
            "steps": [
                {
                    "rule": reason.step.rule,
                    "side": reason.step.side,
                    "inputs": list(reason.step.inputs),
                    "before": reason.step.before,
                    "after": reason.step.after,
                    "numbers": dict(reason.step.numbers),
                    "cites": reason.step.cites,
                    "text": reason.text,
                }
                for reason in account.reasons
            ],
            "set_aside": list(account.set_aside),
            "not_established": list(account.not_established),
            "ask_next": [ask.text for ask in account.asks],
        }
    )


def render_report(report: Report) -> str:
    """A report as JSON: the same sections and blocks that the other forms show."""
    return json_text(
        {
            "title": report.title,
            "audience": report.audience,
            "digest": report.digest,
            "sections": [
                {
                    "title": section.title,
                    "level": section.level,
                    "blocks": [{"block": type(block).__name__.lower(), **plain_of(block)} for block in section.blocks],
                }
                for section in report.sections
            ],
        }
    )
