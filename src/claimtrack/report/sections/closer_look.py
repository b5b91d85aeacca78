"""The closer look at claims: what to find out, what would change our mind, who carries it, what each number moves."""

from collections.abc import Iterable, Sequence

from claimtrack.analysis.contributions import Shares
from claimtrack.analysis.explanation import Account, DetailedAccount, Explanation
from claimtrack.analysis.information_value import Inquiry
from claimtrack.analysis.tipping_points import TippingPoints
from claimtrack.network.build import Network
from claimtrack.report.blocks import Block, Bullets, Paragraph, Section, Strip, Table, make_section
from claimtrack.report.prose import (
    describe_claims_left_out,
    describe_contributions,
    describe_inquiry,
    describe_left_out,
    describe_needed,
    describe_swing,
    describe_tipping_points,
    find_single_points,
    name_contributor,
    write_points,
)
from claimtrack.scales.words import per_cent
from claimtrack.text.words import capital

_RERUN = "Each of these was run: the casebook was changed so, and scored again."
_SHARES = (
    "Share: what each adds on average over all orders in which they could have come in (its Shapley value); shares add "
    "up to the whole move. If lost: how far it would fall back without this one alone. Alone: how far this one would "
    "move it alone. All in percentage points."
)
_MOVED = "Each number is moved alone over its band, and all else stays."
"""How to read what stands under each title."""
_MOST_QUESTIONS = 5
_MOST_ROWS = 8
_VISIBLE = 0.005
"""How far a number must move a claim to be shown: half a percentage point."""


def write_next_questions(network: Network, inquiries: Sequence[Inquiry]) -> Section:
    """The few questions most worth asking."""
    return make_section("What to find out next", list_questions(network, inquiries[:_MOST_QUESTIONS]))


def list_questions(network: Network, inquiries: Iterable[Inquiry]) -> Bullets:
    """Questions with their answers, the most worth asking first."""
    return Bullets(items=tuple(describe_inquiry(network, inquiry) for inquiry in inquiries), numbered=True)


def list_tipping_points(network: Network, account: Account, details: DetailedAccount) -> tuple[Block, ...]:
    """What would change our mind about a claim."""
    tipping = details.tipping_points
    rivals = len(network.families[account.score.claim.id].claims) > 1
    what = "which answer leads" if rivals else "whether it is likelier than not"
    items = [
        f"{name} is a single point of failure: {what} stands and falls with this one source."
        for name in find_single_points(network, tipping)
    ]
    if tipping.breakdown and tipping.breakdown > 1:
        items.append(f"Breakdown point: {tipping.breakdown} sources would have to be wrong together.")
    items += describe_tipping_points(network, tipping, account.score.claim.id)
    near = _words_beside(tipping)
    items += [describe_needed(needed) for needed in tipping.needed if needed.word in near]
    rest = describe_left_out(details.left_out)
    return (Bullets(items=tuple(items)), *(() if rest is None else (Paragraph(text=rest),)))


def _words_beside(tipping: TippingPoints) -> set[str]:
    """The words next to the claim's own on its scale, of those it could reach by denial and by assertion."""
    below = [needed.word for needed in tipping.needed if needed.stance == "denies"]
    above = [needed.word for needed in tipping.needed][len(below) :]
    return {*below[-1:], *above[:1]}


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


def write_closer_looks(explanation: Explanation, claims: Iterable[str]) -> list[Section]:
    """What would change our mind about each of some claims, who carries it, and how far each number moves it."""
    network = explanation.assessment.network
    accounts = [explanation.accounts[claim] for claim in claims]
    looks = [(account, account.details) for account in accounts if account.details is not None]
    if not looks:
        return [make_section("What would change our mind", describe_claims_left_out(explanation))]

    def part(account: Account, blocks: tuple[Block, ...]) -> Section:
        return make_section(account.score.claim.text, *blocks, level=2)

    return [
        make_section("What would change our mind", _RERUN, describe_claims_left_out(explanation)),
        *(part(account, list_tipping_points(network, account, details)) for account, details in looks),
        make_section("Who carries it", _SHARES),
        *(part(account, show_contributions(network, details, legend=False)) for account, details in looks),
        make_section("How far each number moves it", _MOVED),
        *(part(account, show_sensitivity(network, details)) for account, details in looks),
    ]
