"""Who carries a claim: the shares of origins, relays and links, in sentences and tables."""

from claimtrack.analysis.contributions import Shares
from claimtrack.analysis.explanation import DetailedAccount
from claimtrack.network.build import Network
from claimtrack.report.blocks import Block, Bullets, Paragraph, Table
from claimtrack.report.prose import describe_contributions, name_contributor, write_points
from claimtrack.text.words import capital

SHARES = (
    "Share: what each adds on average over all orders in which they could have come in (its Shapley value); shares add "
    "up to the whole move. If lost: how far it would fall back without this one alone. Alone: how far this one would "
    "move it alone. All in percentage points."
)
"""How to read the table."""
_MOST_ROWS = 8


def show_contributions(network: Network, details: DetailedAccount, *, legend: bool = True) -> tuple[Block, ...]:
    """Who carries a claim: in sentences, and a table for each of origins, relays and links that has several."""
    contributions = details.contributions
    if not contributions.origins.contributions:
        return (Paragraph(text="Nobody: nothing that stands bears on it."),)
    sentences = tuple(describe_contributions(network, contributions))
    blocks: list[Block] = [Bullets(items=sentences)] if sentences else []
    if legend:
        blocks.append(Paragraph(text=SHARES))
    blocks.append(_shares("Origin", network, contributions.origins))
    for heading, game in (("Relay", contributions.relays), ("Link", contributions.links)):
        if len(game.contributions) > 1:
            blocks.append(_shares(heading, network, game))
    return tuple(blocks)


def _shares(heading: str, network: Network, game: Shares) -> Table:
    rows = [
        (
            capital(name_contributor(network, game, one)),
            write_points(one.shapley) + (f" ± {one.error * 100:.1f}" if one.error else ""),
            write_points(one.if_lost),
            write_points(one.by_itself),
        )
        for one in game.contributions[:_MOST_ROWS]
    ]
    rest = game.contributions[_MOST_ROWS:]
    if rest:
        rows.append((f"{len(rest)} more", write_points(sum(one.shapley for one in rest)), "", ""))
    return Table(headings=(heading, "Share", "If lost", "Alone"), rows=tuple(rows))
