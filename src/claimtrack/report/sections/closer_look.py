"""The closer look at claims: what to find out, what would change our mind, who carries it, what each number moves."""

from collections.abc import Iterable, Mapping

from claimtrack.analysis.contributions import Shares
from claimtrack.analysis.explanation import Account, DetailedAccount, Explanation
from claimtrack.network.build import Network
from claimtrack.report.blocks import Block, Bullets, Paragraph, Section, Strip, Table, make_section
from claimtrack.report.prose import (
    describe_contributions,
    describe_swing,
    name_contributor,
    write_points,
)
from claimtrack.scales.words import per_cent
from claimtrack.text.words import capital

_SHARES = (
    "Share: what each adds on average over all orders in which they could have come in (its Shapley value); shares add "
    "up to the whole move. If lost: how far it would fall back without this one alone. Alone: how far this one would "
    "move it alone. All in percentage points."
)
_MOVED = "Each number is moved alone over its band, and all else stays."
"""How to read what stands under each title."""
_MOST_ROWS = 8
_VISIBLE = 0.005
"""How far a number must move a claim to be shown: half a percentage point."""


def show_contributions(network: Network, details: DetailedAccount, *, legend: bool = True) -> tuple[Block, ...]:
    """Who carries a claim: in sentences, and a table for each of origins, relays and links that has several."""
    contributions = details.contributions
    if not contributions.origins.contributions:
        return (Paragraph(text="Nobody: nothing that stands bears on it."),)
    sentences = tuple(describe_contributions(network, contributions))
    blocks: list[Block] = [Bullets(items=sentences)] if sentences else []
    if legend:
        blocks.append(Paragraph(text=_SHARES))
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
    if game.rest is not None:
        share, lost, alone = map(write_points, (game.rest.shapley, game.rest.if_lost, game.rest.by_itself))
        rows.append((f"The other {game.others} together", share, lost, alone))
    rest = game.contributions[_MOST_ROWS:]
    if rest:
        rows.append((f"{len(rest)} more", write_points(sum(one.shapley for one in rest)), "", ""))
    return Table(headings=(heading, "Share", "If lost", "Alone"), rows=tuple(rows))


def show_sensitivity(network: Network, details: DetailedAccount, numbers: Mapping[str, int]) -> tuple[Block, ...]:
    """How far each number moves a claim over its band, the widest first."""
    swings = [swing for swing in details.swings if swing.width >= _VISIBLE][:_MOST_ROWS]
    if not swings:
        return (Paragraph(text="No number, moved alone over its band, changes it."),)
    now = details.contributions.probability
    table = Table(
        headings=("What is moved alone", "Over", "Moves it from"),
        rows=tuple(
            (
                describe_swing(network, swing, numbers),
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


def write_shares_and_swings(
    explanation: Explanation, claims: Iterable[str], numbers: Mapping[str, int]
) -> list[Section]:
    """Who carries each of some claims, and how far each number moves it."""
    network = explanation.assessment.network
    accounts = [explanation.accounts[claim] for claim in claims]
    looks = [(account, account.details) for account in accounts if account.details is not None]
    if not looks:
        return []

    def part(account: Account, blocks: tuple[Block, ...]) -> Section:
        return make_section(account.score.claim.text, *blocks, level=2)

    return [
        make_section("Who carries it", _SHARES),
        *(part(account, show_contributions(network, details, legend=False)) for account, details in looks),
        make_section("How far each number moves it", _MOVED),
        *(part(account, show_sensitivity(network, details, numbers)) for account, details in looks),
    ]
