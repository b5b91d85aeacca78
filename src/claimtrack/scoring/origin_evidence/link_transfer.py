"""Standing: what a claim is worth as evidence for others, and what comes over a link from it."""

from typing import NamedTuple

from claimtrack.scoring.origin_evidence.aggregation import NOTHING, Feed, Pool, Routes, Side
from claimtrack.scoring.witness_model import attenuated, ceiling

_NEUTRAL = 0.5
_BOUNDLESS = float("inf")
_FAINTEST = 1e-15
"""What is fainter than this beside a prior's odds of 1 is lost in a double; it is not carried on."""


class Standing(NamedTuple):
    """What is left of a claim's support once what opposes it is taken off."""

    side: Side
    """What reaches the claim for it."""
    net_sure: float
    """N^S: the excess likelihood ratio of established support over all that opposes it."""
    keeps_sure: float
    """κ^S = N^S/S: the share of each established origin that is left."""
    net: float
    """N: the same of all support."""
    keeps: float
    """κ = N/E."""


FALLEN = Standing(NOTHING, 0.0, 0.0, 0.0, 0.0)
"""The standing of a claim that carries nothing."""

ANYTHING = Standing(NOTHING, _BOUNDLESS, 1.0, _BOUNDLESS, 1.0)
"""The standing of a claim of which nothing is worked out: at most, a link from it carries all that it can."""


def boundless(side: Side) -> Standing:
    """The highest standing that a claim can have which this reaches at the most: N without bound, κ = 1."""
    return Standing(side, _BOUNDLESS, 1.0, _BOUNDLESS, 1.0)


def standing(supporting: Pool, opposing: Pool, rivals: float) -> Standing:
    """What a claim is worth as evidence: 1 + N = (1 + E⁺)/((1 + E⁻)·max(1, R)), and N at least 0.

    Args:
        supporting: what reaches the claim for it.
        opposing: what reaches it against it.
        rivals: R >= 0, the odds of its rivals; 1 where it has none.
    """
    attack = (1.0 + opposing.weight) * max(1.0, rivals)
    net_sure = max(0.0, (1.0 + supporting.sure) / attack - 1.0)
    net = max(0.0, (1.0 + supporting.weight) / attack - 1.0)
    return Standing(
        supporting.side,
        net_sure,
        net_sure / supporting.sure if supporting.sure else 0.0,
        net,
        net / supporting.weight if supporting.weight else 0.0,
    )


def carried(link: str, strength: float, source: Standing) -> Feed:
    """What comes over a link of strength λ in [0, 1) from a claim.

    Each established origin comes with T(λ, ½, κ^S·e), all of them together with T(λ, ½, N^S) at most; the strongest
    that is not established with T(λ, ½, κ·U).
    """
    if source is ANYTHING:
        most = ceiling(strength, _NEUTRAL)
        return Feed(link, _BOUNDLESS, most, Side({(f"link {link}", ()): most}, {}, {}))
    if source.net_sure == _BOUNDLESS:
        carries = ceiling(strength, _NEUTRAL)
    else:
        carries = attenuated(strength, _NEUTRAL, source.net_sure)
    routes = _attenuated(strength, source.keeps_sure, source.side.routes)
    limits = {relay: source.side.limits[relay] for _, via in routes for relay in via}
    return Feed(
        link, source.net, carries, Side(routes, limits, _attenuated(strength, source.keeps, source.side.unsure))
    )


def _attenuated(strength: float, keeps: float, routes: Routes) -> Routes:
    """What is left of some routes after a link, less what is too faint."""
    if keeps <= 0.0:
        return {}
    scale, damp = strength * keeps, (1.0 - strength) * _NEUTRAL * keeps
    left = {route: scale * weight / (1.0 + damp * weight) for route, weight in routes.items()}
    return left if min(left.values(), default=1.0) > _FAINTEST else {r: w for r, w in left.items() if w > _FAINTEST}
