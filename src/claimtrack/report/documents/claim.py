"""One claim's explanation as a small report of its own."""

from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.network.build import Network
from claimtrack.report.blocks import WEIGHTS, Bullets, Paragraph, Report, Section
from claimtrack.report.compose import judgment_of
from claimtrack.report.composed import composed
from claimtrack.report.sections.detailed_account import asking, carrying, matrix_blocks, moving, turning, why_outline


def compose_account(explanation: Explanation, claim_id: str) -> Report:
    """Compose the explanation of one claim: the judgment, the reasons down to statements, and the closer look.

    Raises:
        UnknownClaim: the casebook does not hold it.
        NotScored: it is an opinion.
    """
    account = explanation[claim_id]
    network = explanation.assessment.network
    outline = why_outline(explanation, claim_id)
    flat = Bullets(items=tuple(reason.text for reason in account.reasons), numbered=True)
    sections = [
        Section(title="Judgment", blocks=(judgment_of(explanation, claim_id),)),
        _bullets("What is not established", account.not_established),
        Section(title="Why", blocks=(Paragraph(text=WEIGHTS), outline or flat)),
        *_closer(account, network),
        _bullets("What was set aside", account.set_aside),
    ]
    return composed(network, account.score.claim.text, sections)


def compose_inquiries(explanation: Explanation) -> Report:
    """Compose what to find out next about all that was looked at closely."""
    network = explanation.assessment.network
    found = asking(network, explanation.inquiries, most=len(explanation.inquiries))
    nothing = Paragraph(text="Nothing that could be found out alone would move a judgment.")
    first = Section(title="The most worth knowing first", blocks=found or (nothing,))
    return composed(network, "What to find out next", [first])


def _closer(account: Account, network: Network) -> list[Section]:
    """What would change our mind, who carries it, what moves it, the rivals, and what to find out next."""
    details = account.details
    if details is None:
        return []
    matrix = matrix_blocks(network, details.matrix) if details.matrix is not None else ()
    return [
        Section(title="What would change our mind", blocks=turning(network, account)),
        Section(title="What to find out next", blocks=asking(network, details.inquiries)),
        Section(title="Who carries it", blocks=carrying(network, details)),
        Section(title="How far each number moves it", blocks=moving(network, details)),
        Section(title="Evidence by rival", blocks=matrix),
    ]


def _bullets(title: str, items: tuple[str, ...]) -> Section:
    return Section(title=title, blocks=(Bullets(items=items),) if items else ())
