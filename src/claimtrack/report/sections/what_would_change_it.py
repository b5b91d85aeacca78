"""What would change our mind about a claim: single points of failure, tipping points, and what it would take."""

from claimtrack.analysis.explanation import Account, DetailedAccount
from claimtrack.analysis.tipping_points import TippingPoints
from claimtrack.network.build import Network
from claimtrack.report.blocks import Block, Bullets
from claimtrack.report.prose import describe_needed, describe_tipping_points, find_single_points

RERUN = "Each of these was run: the casebook was changed so, and scored again."
"""Where the list comes from."""


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
    return (Bullets(items=tuple(items)),)


def _words_beside(tipping: TippingPoints) -> set[str]:
    """The words next to the claim's own on its scale, of those it could reach by denial and by assertion."""
    below = [needed.word for needed in tipping.needed if needed.stance == "denies"]
    above = [needed.word for needed in tipping.needed][len(below) :]
    return {*below[-1:], *above[:1]}
