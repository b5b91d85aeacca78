"""What a claim is worth as evidence for others, and what comes over a link from it; relays are in `witness_model`."""

from typing import NamedTuple

from claimtrack.scoring.origin_evidence.aggregation import SideEvidence
from claimtrack.scoring.origin_evidence.routes import NO_ROUTES, LinkEvidence, Routes, SideRoutes
from claimtrack.scoring.witness_model import attenuate, ceiling

_NEUTRAL = 0.5
_BOUNDLESS = float("inf")
_FAINTEST = 1e-15
"""A weight fainter than this is lost beside a prior's odds of 1 in a double; it is not carried on."""


class NetEvidence(NamedTuple):
    """What is left of a claim's support once what opposes it is taken off."""

    routes: SideRoutes
    """What reaches the claim for it."""
    net_established: float
    """N^S: the excess likelihood ratio of established support over all that opposes it."""
    keeps_established: float
    """κ^S = N^S/S: the share of each established origin that is left."""
    net: float
    """N: the same of all support."""
    keeps: float
    """κ = N/E."""


NO_NET_EVIDENCE = NetEvidence(NO_ROUTES, 0.0, 0.0, 0.0, 0.0)
"""The net evidence of a claim that carries nothing on."""

ANY_NET_EVIDENCE = NetEvidence(NO_ROUTES, _BOUNDLESS, 1.0, _BOUNDLESS, 1.0)
"""The most that a claim which is not worked out could be worth: a link from it carries all that a link can."""


def unopposed(routes: SideRoutes) -> NetEvidence:
    """The most that a claim reached by these routes could be worth: N without bound, κ = 1."""
    return NetEvidence(routes, _BOUNDLESS, 1.0, _BOUNDLESS, 1.0)


def net_evidence(supporting: SideEvidence, opposing: SideEvidence, rivals: float) -> NetEvidence:
    """What a claim is worth as evidence: 1 + N = (1 + E⁺)/((1 + E⁻)·max(1, R)), and N at least 0.

    Args:
        supporting: what reaches the claim for it.
        opposing: what reaches it against it.
        rivals: R >= 0, the odds of its rivals; 1 where it has none.

    Cost: constant.

    References:
        [bayes]: 1 + N is the factor on the odds that is left of the support.
    """
    attack = (1.0 + opposing.weight) * max(1.0, rivals)
    net_established = max(0.0, (1.0 + supporting.established) / attack - 1.0)
    net = max(0.0, (1.0 + supporting.weight) / attack - 1.0)
    return NetEvidence(
        supporting.routes,
        net_established,
        net_established / supporting.established if supporting.established else 0.0,
        net,
        net / supporting.weight if supporting.weight else 0.0,
    )


def transfer(link: str, strength: float, source: NetEvidence) -> LinkEvidence:
    """What comes over a link of strength λ in [0, 1) from a claim.

    Each established origin comes with T(λ, ½, κ^S·e), all of them together with T(λ, ½, N^S) at most; the strongest
    that is not established with T(λ, ½, κ·U).

    Cost: linear in the claim's routes.

    References:
        [bovens-hartmann-2003], section 3.2: a link is a witness of fidelity λ that tells of the other claim.
    """
    if source is ANY_NET_EVIDENCE:
        most = ceiling(strength, _NEUTRAL)
        return LinkEvidence(link, _BOUNDLESS, most, SideRoutes({(f"link {link}", (), ()): most}, {}, {}))
    if source.net_established == _BOUNDLESS:
        capacity = ceiling(strength, _NEUTRAL)
    else:
        capacity = attenuate(strength, _NEUTRAL, source.net_established)
    established = _attenuate(strength, source.keeps_established, source.routes.established)
    known = source.routes.relays
    relays = {relay: known[relay] for _, hops, _ in established for relay, _ in hops} if known else {}
    others = _attenuate(strength, source.keeps, source.routes.others)
    return LinkEvidence(link, source.net, capacity, SideRoutes(established, relays, others))


def _attenuate(strength: float, keeps: float, routes: Routes) -> Routes:
    """What is left of some routes after a link, less what is too faint."""
    if keeps <= 0.0 or not routes:
        return {}
    # T(λ, ½, κ·e) with the constants of the link taken out of the loop.
    scale, damp = strength * keeps, (1.0 - strength) * _NEUTRAL * keeps
    left = {route: scale * weight / (1.0 + damp * weight) for route, weight in routes.items()}
    return left if min(left.values(), default=1.0) > _FAINTEST else {r: w for r, w in left.items() if w > _FAINTEST}
