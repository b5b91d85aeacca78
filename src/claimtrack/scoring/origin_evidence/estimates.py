"""Estimates: from the views of the survey to opinions, bounds, voices and the working."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claimtrack.network.rivals import Family
from claimtrack.scoring.assessment import SIDES, Estimate, Side as SideName, Step, Voice
from claimtrack.scoring.origin_evidence.aggregation import Pool
from claimtrack.scoring.origin_evidence.inputs import Ground
from claimtrack.scoring.origin_evidence.propagation import AS_THINGS_STAND, BOUNDS, View, Views, survey
from claimtrack.scoring.origin_evidence.trace import steps_of
from claimtrack.scoring.rival_normalisation import beside, odds_of_rivals
from claimtrack.subjective_logic.opinions import Opinion, opinion, posterior


class _Weights(NamedTuple):
    """E⁺ and E⁻ of a claim."""

    supporting: float
    opposing: float

    @property
    def theta(self) -> float:
        """θ = (1 + E⁺)/(1 + E⁻)."""
        return (1.0 + self.supporting) / (1.0 + self.opposing)


def estimates_of(ground: Ground, *, largest_ring: int) -> dict[str, Estimate]:
    """An estimate for each claim, from what the survey sees as things stand and at the bounds.

    Cost: linear in what reaches the claims.
    """
    network = ground.network
    unworked = {
        claim: knot.size
        for knot in network.knots
        if knot.is_ring and knot.size > largest_ring
        for node in knot.nodes
        for claim in node
    }
    found: dict[str, Estimate] = {}
    as_it_stands = survey(ground, AS_THINGS_STAND, largest_ring=largest_ring)
    for views, bounds in zip(as_it_stands, survey(ground, BOUNDS, largest_ring=largest_ring), strict=True):
        found.update(_estimates(ground, views, bounds, unworked))
    return {claim: found[claim] for claim in network.families}


def probabilities_of(ground: Ground, *, largest_ring: int) -> dict[str, float]:
    """P of each claim as things stand: the same numbers as in its estimate.

    Cost: linear in what reaches the claims.
    """
    found: dict[str, float] = {}
    for views in survey(ground, AS_THINGS_STAND, largest_ring=largest_ring):
        family = ground.network.families[next(iter(views))]
        weights = {claim: _middle(seen) for claim, seen in views.items()}
        odds = _odds(family, weights)
        for claim, mine in weights.items():
            found[claim] = opinion(family.priors[claim], *beside(*mine, odds[claim])).probability
    return found


def _estimates(
    ground: Ground, views: Mapping[str, Views], bounds: Mapping[str, Views], unworked: Mapping[str, int]
) -> Iterator[tuple[str, Estimate]]:
    """The estimate of each claim of a node."""
    family = ground.network.families[next(iter(views))]
    weights = {claim: _middle(seen) for claim, seen in views.items()}
    odds = _odds(family, weights)
    bands = [_band(family, bounds)]
    if any(seen.lower is not seen.upper for seen in views.values()):
        bands.append(_band(family, views))
    for claim, seen in views.items():
        prior, mine = family.priors[claim], weights[claim]
        view = opinion(prior, *beside(*mine, odds[claim]))
        low = min(view.probability, *(band[claim][0] for band in bands))
        high = max(view.probability, *(band[claim][1] for band in bands))
        sides = tuple(zip(SIDES, seen.lower, strict=True))
        yield (
            claim,
            Estimate(
                opinion=view,
                low=low,
                high=high,
                judged=mine != (0.0, 0.0),
                voices=tuple(voice for side, pool in sides for voice in _voices(pool, side)),
                steps=(
                    Step(rule="prior", inputs=(claim,), before=prior, after=prior),
                    *(step for side, pool in sides for step in steps_of(ground, claim, side, pool)),
                    *_between_tracks(seen, mine),
                    *_opinions(family, claim, mine, view, odds[claim]),
                    *_bounds(claim, low, high, unworked.get(claim, 0)),
                ),
            ),
        )


def _weights(view: View) -> _Weights:
    return _Weights(view.supporting.weight, view.opposing.weight)


def _middle(views: Views) -> _Weights:
    """E⁺ and E⁻ half-way between the tracks."""
    lower = _weights(views.lower)
    if views.lower is views.upper:
        return lower
    upper = _weights(views.upper)
    return _Weights((lower.supporting + upper.supporting) / 2.0, (lower.opposing + upper.opposing) / 2.0)


def _odds(family: Family, weights: Mapping[str, _Weights]) -> Mapping[str, float]:
    """R of each claim, by the weights on its rivals."""
    return odds_of_rivals(family, lambda claim: weights[claim].theta)


def _band(family: Family, views: Mapping[str, Views]) -> dict[str, tuple[float, float]]:
    """The probability of each claim on the lower and on the upper track, beside its rivals on the other one."""
    lower = {claim: _weights(views[claim].lower) for claim in family.claims}
    upper = {claim: _weights(views[claim].upper) for claim in family.claims}
    below, above = _odds(family, upper), _odds(family, lower)
    return {
        claim: (
            posterior(family.priors[claim], *beside(*lower[claim], below[claim])),
            posterior(family.priors[claim], *beside(*upper[claim], above[claim])),
        )
        for claim in family.claims
    }


def _voices(pool: Pool, side: SideName) -> Iterator[Voice]:
    """What each origin brings to one side: first the established, then the others."""
    links: dict[str, list[str]] = {}
    for feed in pool.feeds:
        for origin in dict.fromkeys(origin for origin, _ in (*feed.side.routes, *feed.side.unsure)):
            links.setdefault(origin, []).append(feed.link)
    for routes, established in ((pool.side.routes, True), (pool.side.unsure, False)):
        vias: dict[str, list[tuple[str, ...]]] = {}
        for origin, via in routes:
            vias.setdefault(origin, []).append(via)
        for origin, mine in vias.items():
            yield Voice(
                origin=origin,
                side=side,
                weight=max(routes[origin, via] for via in mine),
                established=established,
                vias=tuple(mine),
                links=tuple(links.get(origin, ())),
            )


def _between_tracks(views: Views, middle: _Weights) -> Iterator[Step]:
    """Section 5: where the two tracks of a ring do not meet, half-way between them."""
    for side, before, after in zip(SIDES, _weights(views.lower), middle, strict=True):
        if before != after:
            yield Step(rule="ring", inputs=(), before=before, after=after, side=side)


def _opinions(family: Family, claim: str, weights: _Weights, final: Opinion, odds: float) -> Iterator[Step]:
    """Section 4: from weights to an opinion, alone and then among rivals."""
    prior = family.priors[claim]
    alone = opinion(prior, *weights)
    yield Step(
        rule="opinion",
        inputs=(claim,),
        before=prior,
        after=alone.probability,
        numbers={"supporting": weights.supporting, "opposing": weights.opposing, "unknown": alone.unknown},
        cites="josang-2016",
    )
    if family.question is not None and len(family.claims) > 1 and not family.is_negation:
        yield Step(
            rule="rivals",
            inputs=(family.question.id,),
            before=alone.probability,
            after=final.probability,
            numbers={"rivals": odds, "none of these": family.none_of_these},
            cites="bayes",
        )


def _bounds(claim: str, low: float, high: float, ring: int) -> Iterator[Step]:
    """Section 6: how far the probability could move within the bands of the grades, and in a ring not worked out."""
    if ring:
        yield Step(rule="large ring", inputs=(claim,), before=low, after=high, numbers={"claims": float(ring)})
    yield Step(rule="bounds", inputs=(claim,), before=low, after=high)
