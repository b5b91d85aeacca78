"""How much work a ring of claims is: what it falls apart into without each of its nodes, and how often to go round."""

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.network.components import Component, components_of
from claimtrack.scoring.assessment import SIDES
from claimtrack.scoring.origin_evidence.inputs import Inputs

_FEWEST_ROUNDS, _MOST_ROUNDS = 3, 1000
_MOST_LOOKS = 20_000
"""How many links inside a ring are looked at, in all rounds of all its claims together."""
_MOST_ONCE = 400_000
"""How many there may be in one round, where most of the ring is none any more without one of its claims."""
_ROUTES_A_LOOK = 4
"""With each so many routes, a look at a link takes as long again."""


class RingPlan(NamedTuple):
    """How a ring is worked out."""

    cavities: Sequence[Sequence[Component]]
    """For each node of the ring, what the others are without it: smaller rings and single nodes."""
    rounds: int
    """How many rounds each ring takes at most, the whole one too."""


def plan_ring(ring: Component, inputs: Inputs, *, statements: int) -> RingPlan | None:
    """Plan how a ring is worked out; None if that would take too long.

    Args:
        ring: a component that is a ring.
        inputs: what is said and linked.
        statements: how many statements reach it.

    Cost: the nodes of the ring times its links.
    """
    dear = cost_of_look(statements)
    if ring.size * _links_inside(ring, inputs) * dear > _MOST_ONCE:
        return None
    inflow = inputs.network.inflow
    cavities = [components_of([other for other in ring.nodes if other != node], inflow) for node in ring.nodes]
    rings = [ring, *(part for parts in cavities for part in parts if part.is_ring)]
    looks = dear * sum(_links_inside(one, inputs) for one in rings)
    rounds = min(_MOST_ROUNDS, _MOST_LOOKS // max(looks, 1))
    return RingPlan(cavities, rounds) if rounds >= _FEWEST_ROUNDS else None


def cost_of_look(routes: int) -> int:
    """What a look at a link that so many routes pass costs, in looks."""
    return 1 + routes // _ROUTES_A_LOOK


def _links_inside(ring: Component, inputs: Inputs) -> int:
    members = set(ring.claims)
    links = (link for claim in members for side in SIDES for link in inputs.links(claim, side))
    return sum(link.source in members for link in links)
