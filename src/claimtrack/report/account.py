"""One claim's explanation as a small report of its own."""

from claimtrack.explaining import Explanation
from claimtrack.formats import casebook_digest
from claimtrack.report.compose import judgment_of
from claimtrack.report.report import WEIGHTS, Bullets, Paragraph, Report, Section

__all__ = ["compose_account"]


def compose_account(explanation: Explanation, claim_id: str) -> Report:
    """Compose the explanation of one claim: the judgment, then each step in order.

    Raises:
        UnknownClaim: the casebook does not hold it.
        NotScored: it is an opinion.
    """
    account = explanation[claim_id]
    network = explanation.assessment.network
    casebook = network.casebook
    sections = [
        Section(title="Judgment", blocks=(judgment_of(account, network),)),
        Section(
            title="Why",
            blocks=(Paragraph(text=WEIGHTS), Bullets(items=tuple(r.text for r in account.reasons), numbered=True)),
        ),
        _bullets("What is not established", account.not_established),
        _bullets("What was set aside", account.set_aside),
        _bullets("Whom to ask next", tuple(ask.text for ask in account.asks)),
    ]
    return Report(
        title=account.score.claim.text,
        audience=casebook.audience,
        digest=casebook_digest(casebook),
        sections=tuple(section for section in sections if section.blocks),
    )


def _bullets(title: str, items: tuple[str, ...]) -> Section:
    return Section(title=title, blocks=(Bullets(items=items),) if items else ())
