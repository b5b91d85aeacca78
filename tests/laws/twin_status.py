"""The status of section 7, from what the slow twin weighs."""

from itertools import combinations
from typing import Any

from claimtrack.scoring.assessment import Estimate
from laws.twin import TRACKS, Pool, Route, Twin

ENOUGH = 0.25


def status(twin: Twin, claim: str, one: Estimate) -> str | None:
    """The first status that fits; None where a ring leaves the weights open."""
    (sup, opp), (most, least) = twin.watched(claim, TRACKS["as things stand"])
    names = [name for name, _ in twin.mirrors(claim)]
    if not any(s.claim in names and s.stands for s in twin.book.statements):
        return "no statements"
    if abs(sup.weight - most.weight) + abs(opp.weight - least.weight) > 1e-9:
        return None
    view = one.opinion
    if sup.weight == opp.weight == 0.0 or view.unknown >= 1.0:  # nothing that counts, or too little for a double
        return "cannot be judged"
    if view.probability < 0.05 and two_sources(twin, opp):
        return "contradicted"
    if 2.0 * min(view.belief, view.disbelief) >= 0.25:
        return "disputed"
    leans_to_it = view.probability > 0.5 or (view.probability == 0.5 and sup.weight >= opp.weight)
    lean, rest = (sup, opp) if leans_to_it else (opp, sup)
    side = lean if lean.weight else rest
    if side.routes and len({route.origin for route in (*side.routes, *side.others)}) == 1:
        return "single origin"
    if not two_sources(twin, side):
        return "independence not established"
    return "outweighed" if side is rest else "corroborated" if side is sup else "denied"


def two_sources(twin: Twin, pool: Pool) -> bool:
    """Whether two established origins of enough weight have nothing in common: relay, exhibit or dependence."""
    heard = [_met(twin, route) for route, e in pool.routes.items() if e >= ENOUGH]
    return any(not one & other for one, other in combinations(heard, 2))


def _met(twin: Twin, route: Route) -> set[Any]:
    """What a statement came through: origin, relays, what was examined, and what ties its origin to others."""
    tied, strength = twin.group[route.origin]
    return {route.origin, *(relay for relay, _ in route.via), *route.rests_on, *([tied] if strength else ())}
