"""The explanation of one claim, and the questions worth asking about all of them, as reports and as data."""

from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.analysis.information_value import QUESTIONS
from claimtrack.analysis.reasons import Reason
from claimtrack.report.blocks import WEIGHTS, Bullets, Report, make_section
from claimtrack.report.charts.evidence import chart_evidence
from claimtrack.report.documents.assemble import assemble, encode, encode_fields
from claimtrack.report.documents.scores import encode_score
from claimtrack.report.inquiries import act_on, tell_inquiry
from claimtrack.report.numbering import list_cited_evidence, number_evidence
from claimtrack.report.prose import describe_claims_left_out, describe_left_out
from claimtrack.report.sections.closer_look import (
    show_contributions,
    show_sensitivity,
)
from claimtrack.report.sections.key_judgments import judgment_of
from claimtrack.report.sections.next_questions import write_next_questions, write_other_questions
from claimtrack.report.sections.what_would_change import write_what_would_change
from claimtrack.report.sections.why import list_steps, outline_reasons
from claimtrack.report.sheet import DataTable, table_of
from claimtrack.scoring.protocol import tell_method
from claimtrack.text.canonical_json import JsonValue, json_text

_MOST = 10


def compose_account(explanation: Explanation, claim_id: str) -> Report:
    """Compose the explanation of one claim: the judgment, the reasons down to statements, and the closer look.

    Raises:
        UnknownClaim: the casebook does not hold it.
        NotScored: it is an opinion.
    """
    account, network = explanation[claim_id], explanation.assessment.network
    numbers = number_evidence(network)
    claim = account.score.claim.id
    steps = outline_reasons(explanation, claim_id) or list_steps(account)
    sections = [
        make_section("Judgment", judgment_of(explanation, claim, numbers)),
        make_section("Not known to be first-hand", Bullets(items=account.not_established)),
        make_section("Why", WEIGHTS, steps),
        write_what_would_change(explanation, [claim_id], numbers),
    ]
    details = account.details
    if details is not None:
        question = network.families[claim_id].question
        matrix = None if question is None else chart_evidence(explanation.assessment, question.id)
        sections += [
            write_other_questions(explanation.assessment, details.inquiries, claim),
            make_section("Who carries it", *show_contributions(network, details)),
            make_section("How far each number moves it", *show_sensitivity(network, details, numbers)),
            make_section("The evidence by answer", matrix),
        ]
    sections.append(make_section("What was set aside", Bullets(items=account.set_aside)))
    sections.append(make_section("Evidence cited here", list_cited_evidence(network, numbers, sections)))
    return assemble(network, account.score.claim.text, sections)


def compose_inquiries(explanation: Explanation) -> Report:
    """Compose the questions most worth asking about all claims that were looked at closely, ten at most.

    What would move the judgments by less than half a percentage point is left out; `explanation.inquiries` has all.
    """
    network = explanation.assessment.network
    listed = write_next_questions(explanation.assessment, explanation.inquiries, most=_MOST)
    looked_at = any(account.details is not None for account in explanation.accounts.values())
    nothing = "Nothing that could be found out alone would move a judgment by half a percentage point or more."
    section = make_section(
        "The most worth knowing first",
        *(listed.blocks or (nothing if looked_at or not explanation.left_out else None,)),
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


INQUIRY_COLUMNS = (
    *("inquiry", "kind", "about", "text", "value", "turns", "claim", "probability"),
    *("answer", "chance", "probability_then"),
)
"""The columns of questions worth asking as data."""


def tabulate_inquiries(explanation: Explanation) -> DataTable:
    """The questions worth asking as data, one row for each possible answer; of one question they have the same number.

    Cost: linear in the answers.
    """
    network, scores = explanation.assessment.network, explanation.assessment.scores
    rows = (
        {
            "inquiry": number,
            "text": f"{act_on(network, one)}.",
            **encode_fields(one, "kind", "about", "value", "turns", "claim"),
            "probability": scores[one.claim].probability,
            "answer": answer.text,
            "chance": answer.chance,
            "probability_then": answer.probabilities.get(one.claim),
        }
        for number, one in enumerate(explanation.inquiries, start=1)
        for answer in one.answers
    )
    return table_of(INQUIRY_COLUMNS, rows)


def render_inquiries_json(explanation: Explanation) -> str:
    """Render the questions worth asking as JSON: each answer as in the table, and what it would do to every claim."""
    network = explanation.assessment.network
    inquiries = [
        {
            **encode_fields(inquiry, "kind", "about", "claim", "answers", "value", "turns"),
            "text": tell_inquiry(explanation.assessment, inquiry),
        }
        for inquiry in explanation.inquiries
    ]
    answers = tabulate_inquiries(explanation).as_records()
    return json_text({"audience": network.casebook.audience, "answers": answers, "inquiries": inquiries})
