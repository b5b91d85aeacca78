"""How far each number moves a claim: what it would be at both ends of the number's band."""

from claimtrack.analysis.explanation import DetailedAccount
from claimtrack.network.build import Network
from claimtrack.report.blocks import Block, Paragraph, Strip, Table
from claimtrack.report.prose import describe_swing
from claimtrack.scales.words import per_cent
from claimtrack.text.words import capital

MOVED = "Each number is moved alone over its band, and all else stays."
"""How to read the table."""
_MOST_ROWS = 8
_VISIBLE = 0.005
"""How far a number must move a claim to be shown: half a percentage point."""


def show_sensitivity(network: Network, details: DetailedAccount) -> tuple[Block, ...]:
    """How far each number moves a claim over its band, the widest first."""
    swings = [swing for swing in details.swings if swing.width >= _VISIBLE][:_MOST_ROWS]
    if not swings:
        return (Paragraph(text="No number, moved alone over its band, changes it."),)
    now = details.contributions.probability
    table = Table(
        headings=("What is moved alone", "Over", "Moves it from"),
        rows=tuple(
            (
                capital(describe_swing(network, swing)),
                f"{swing.low} to {swing.high}",
                f"{per_cent(swing.at_low)} to {per_cent(swing.at_high)}",
            )
            for swing in swings
        ),
        strips=tuple(
            Strip(
                low=min(swing.at_low, swing.at_high, now),
                probability=now,
                high=max(swing.at_low, swing.at_high, now),
            )
            for swing in swings
        ),
    )
    return (table,)
