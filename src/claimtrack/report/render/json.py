"""Assessments, explanations and reports as JSON."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from claimtrack._records import fields_of, is_record, plain_of
from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.analysis.reasons import Reason
from claimtrack.history.events import Happening, kind_name
from claimtrack.report.blocks import Report
from claimtrack.report.prose import tell_inquiry
from claimtrack.scoring.assessment import Assessment, Score
from claimtrack.text.canonical_json import JsonValue, json_text


def render_scores(assessment: Assessment, digest: str) -> str:
    """The scores of an assessment as JSON, a claim at a time; an opinion has no numbers."""
    network = assessment.network
    claims: dict[str, JsonValue] = {}
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
            "method": repr(assessment.method),
            "audience": network.casebook.audience,
            "casebook": {"title": network.casebook.title, "digest": digest},
            "claims": claims,
        }
    )


def _score(assessment: Assessment, score: Score) -> dict[str, JsonValue]:
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
            "method": repr(explanation.assessment.method),
            "score": _score(explanation.assessment, account.score),
            "lead": account.lead,
            "ground": list(account.ground),
            "confidence": account.confidence,
            "factors": [plain_of(factor) for factor in account.score.factors],
            "steps": [_reason(reason) for reason in account.reasons],
            "why": None if account.why is None else _tree(account.why),
            "set_aside": list(account.set_aside),
            "not_established": list(account.not_established),
            "details": plain(account.details),
        }
    )


def _reason(reason: Reason) -> dict[str, JsonValue]:
    """One step as data and as a sentence."""
    step = reason.step
    return {
        "rule": step.rule,
        "side": step.side,
        "inputs": list(step.inputs),
        "before": step.before,
        "after": step.after,
        "numbers": dict(step.numbers),
        "cites": step.cites,
        "text": reason.text,
    }


def _tree(reason: Reason) -> dict[str, JsonValue]:
    """A step with the steps that it rests on; under a link, the id of the claim that it leads from."""
    return {**_reason(reason), "claim": reason.claim, "parts": [_tree(part) for part in reason.parts]}


def plain(value: Any) -> JsonValue:  # noqa: ANN401
    """Records, tables and lists of them as plain data; what happened says its kind. What is not finite is null."""
    if is_record(value):
        fields: dict[str, JsonValue] = {
            field.name: plain(getattr(value, field.name)) for field in fields_of(type(value))
        }
        return {"kind": kind_name(value), **fields} if isinstance(value, Happening) else fields
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [plain(one) for one in value]
    if isinstance(value, float) and not isfinite(value):
        return None
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def render_inquiries(explanation: Explanation) -> str:
    """What to find out next as JSON: each question with its answers and what they would do."""
    network = explanation.assessment.network
    return json_text(
        {
            "audience": network.casebook.audience,
            "inquiries": [
                {**_table(plain(inquiry)), "text": tell_inquiry(network, inquiry)} for inquiry in explanation.inquiries
            ],
        }
    )


def _table(value: JsonValue) -> dict[str, JsonValue]:
    return dict(value) if isinstance(value, dict) else {}


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
