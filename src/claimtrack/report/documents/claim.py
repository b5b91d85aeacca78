"""The explanation of one claim, and the questions worth asking about all of them, as reports and as data."""

from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.analysis.information_value import QUESTIONS
from claimtrack.analysis.reasons import Reason
from claimtrack.report.blocks import WEIGHTS, Bullets, Report, make_section
from claimtrack.report.documents.assemble import assemble, encode, encode_fields
from claimtrack.report.documents.scores import encode_score
from claimtrack.report.prose import describe_claims_left_out, describe_inquiry, describe_left_out
from claimtrack.report.sections.closer_look import (
    list_questions,
    list_tipping_points,
    show_contributions,
    show_sensitivity,
    write_next_questions,
)
from claimtrack.report.sections.key_judgments import judgment_of
from claimtrack.report.sections.rivals_side_by_side import tabulate_matrix
from claimtrack.report.sections.why import list_steps, outline_reasons
from claimtrack.scoring.protocol import tell_method
from claimtrack.text.canonical_json import JsonValue, json_text


def compose_account(explanation: Explanation, claim_id: str) -> Report:
    """Compose the explanation of one claim: the judgment, the reasons down to statements, and the closer look.

    Raises:
        UnknownClaim: the casebook does not hold it.
        NotScored: it is an opinion.
    """
    account, network = explanation[claim_id], explanation.assessment.network
    steps = outline_reasons(explanation, claim_id) or list_steps(account)
    sections = [
        make_section("Judgment", judgment_of(explanation, claim_id)),
        make_section("What is not established", Bullets(items=account.not_established)),
        make_section("Why", WEIGHTS, steps),
    ]
    details = account.details
    if details is None:
        sections.append(make_section("What would change our mind", describe_claims_left_out(explanation)))
    else:
        matrix = tabulate_matrix(network, details.matrix) if details.matrix is not None else ()
        sections += [
            make_section("What would change our mind", *list_tipping_points(network, account, details)),
            write_next_questions(network, details.inquiries),
            make_section("Who carries it", *show_contributions(network, details)),
            make_section("How far each number moves it", *show_sensitivity(network, details)),
            make_section("Evidence by rival", *matrix),
        ]
    sections.append(make_section("What was set aside", Bullets(items=account.set_aside)))
    return assemble(network, account.score.claim.text, sections)


def compose_inquiries(explanation: Explanation) -> Report:
    """Compose the questions worth asking about all claims that were looked at closely."""
    network = explanation.assessment.network
    questions = list_questions(network, explanation.inquiries)
    looked_at = any(account.details is not None for account in explanation.accounts.values())
    nothing = "Nothing that could be found out alone would move a judgment by half a point."
    section = make_section(
        "The most worth knowing first",
        questions if questions.items else nothing if looked_at or not explanation.left_out else None,
        _describe_questions_left_out(explanation),
        describe_claims_left_out(explanation),
    )
    return assemble(network, "What to find out next", [section])


def _describe_questions_left_out(explanation: Explanation) -> str | None:
    looked_at = (account.details for account in explanation.accounts.values())
    count = sum(details.left_out.get(QUESTIONS, 0) for details in looked_at if details is not None)
    return describe_left_out({QUESTIONS: count} if count else {})


def render_account_json(account: Account, explanation: Explanation) -> str:
    """Render the explanation of one claim as JSON: its score, and each step as data and as a sentence."""
    assessment = explanation.assessment
    return json_text(
        {
            "claim": account.score.claim.id,
            "audience": assessment.network.casebook.audience,
            "method": tell_method(assessment.method, assessment.network.casebook),
            "score": encode_score(assessment, account.score),
            **encode_fields(account, "lead", "ground", "confidence"),
            "factors": encode(account.score.factors),
            "steps": [_encode_step(reason) for reason in account.reasons],
            "why": None if account.why is None else _encode_tree(account.why),
            **encode_fields(account, "set_aside", "not_established"),
            "details": encode(account.details),
        }
    )


def _encode_step(reason: Reason) -> dict[str, JsonValue]:
    fields = encode_fields(reason.step, "rule", "side", "inputs", "before", "after", "numbers", "cites")
    return {**fields, "text": reason.text}


def _encode_tree(reason: Reason) -> dict[str, JsonValue]:
    """A step with the steps it rests on; under a link, the id of the claim it leads from."""
    return {**_encode_step(reason), "claim": reason.claim, "parts": [_encode_tree(part) for part in reason.parts]}


def render_inquiries_json(explanation: Explanation) -> str:
    """Render the questions worth asking as JSON, with their answers and what these would do."""
    network = explanation.assessment.network
    inquiries = [
        {
            **encode_fields(inquiry, "kind", "about", "claim", "answers", "value", "turns"),
            "text": describe_inquiry(network, inquiry),
        }
        for inquiry in explanation.inquiries
    ]
    return json_text({"audience": network.casebook.audience, "inquiries": inquiries})
