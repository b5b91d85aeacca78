"""From the evidence on each claim to its estimate: opinion, bounds, voices and working."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from claimtrack._records import postpone
from claimtrack.network.groups import DependenceGroup
from claimtrack.network.rivals import Family
from claimtrack.scoring.assessment import SIDES, Estimate, Run, Side, Step, Voice, Way
from claimtrack.scoring.origin_evidence.aggregation import SideEvidence, aggregate
from claimtrack.scoring.origin_evidence.inputs import Inputs, routes_of, weigh_statements
from claimtrack.scoring.origin_evidence.plain_sums import plain_weights
from claimtrack.scoring.origin_evidence.propagation import ClaimEvidence, EvidenceBounds, propagate
from claimtrack.scoring.origin_evidence.trace import Ground, steps_of
from claimtrack.scoring.origin_evidence.weights import ACROSS_BANDS, AS_GRADED, HIGH, LOW, POINT, PerPosition
from claimtrack.scoring.rival_normalisation import Weights, rival_odds, weigh_rivals
from claimtrack.subjective_logic.opinions import Opinion, opinion, posterior

_NO_WEIGHTS = Weights(0.0, 0.0)
_NO_LINKS: Mapping[Side, tuple[()]] = {"for": (), "against": ()}


def estimates_of(inputs: Inputs, *, largest_ring: int) -> dict[str, Estimate]:
    """An estimate for each claim, as its sources are graded and across the bands of the grades.

    Voices and steps are worked out when they are asked for.

    Cost: linear in what reaches the claims, where none form a ring.
    """
    network = inputs.network
    found = {claim: _estimate_plainly(inputs, claim, sides) for claim, sides in _plain_claims(inputs)}
    plain = frozenset(found)
    as_graded = propagate(inputs, AS_GRADED, largest_ring=largest_ring, known=plain)
    across_bands = propagate(inputs, ACROSS_BANDS, largest_ring=largest_ring, known=plain)
    # The two run side by side, so that the statements of a claim are sorted and weighed once for both.
    for evidence, bands in zip(as_graded, across_bands, strict=True):
        found.update(_estimate_node(inputs, evidence, bands))
    return {claim: found[claim] for claim in network.families}


def run_of(inputs: Inputs, *, largest_ring: int) -> Run:
    """P of each claim, the same numbers as in its estimate, and how much work the rings were.

    Cost: linear in what reaches the claims, where none form a ring.
    """
    families = inputs.network.families
    looks: dict[str, int] = {}
    found = {
        claim: opinion(families[claim].priors[claim], supporting[POINT], opposing[POINT]).probability
        for claim, (supporting, opposing) in _plain_claims(inputs)
    }
    for evidence in propagate(inputs, AS_GRADED, largest_ring=largest_ring, known=frozenset(found), looks=looks):
        family = families[next(iter(evidence))]
        weights = {claim: _middle(bounds) for claim, bounds in evidence.items()}
        odds = _odds(family, weights)
        for claim, mine in weights.items():
            found[claim] = opinion(family.priors[claim], *weigh_rivals(mine, odds[claim])).probability
    return Run(found, looks)


def _plain_claims(inputs: Inputs) -> Iterator[tuple[str, tuple[PerPosition, PerPosition]]]:
    """The claims without links and rivals whose statements share nothing, each with its weights for and against."""
    network = inputs.network
    linked = {claim for to, links in network.inflow.items() for claim in (to, *(link.from_claim for link in links))}
    for claim, family in network.families.items():
        if claim in linked or len(family.claims) > 1:
            continue
        said = inputs.said(claim)
        supporting = plain_weights(said["for"], network.sources, network.groups)
        opposing = plain_weights(said["against"], network.sources, network.groups)
        if supporting is not None and opposing is not None:
            yield claim, (supporting, opposing)


def _estimate_plainly(inputs: Inputs, claim: str, sides: tuple[PerPosition, PerPosition]) -> Estimate:
    """The estimate of a claim whose weights are plain sums."""
    supporting, opposing = sides
    judgment = _judge_alone(
        inputs.network.families[claim],
        Weights(supporting[POINT], opposing[POINT]),
        Weights(supporting[LOW], opposing[HIGH]),
        Weights(supporting[HIGH], opposing[LOW]),
    )
    return _estimate(judgment, partial(_explain_plainly, _ground(inputs, claim), inputs.network.groups))


def _estimate_node(
    inputs: Inputs,
    evidence: Mapping[str, EvidenceBounds],
    bands: Mapping[str, EvidenceBounds],
) -> Iterator[tuple[str, Estimate]]:
    """The estimate of each claim of a node."""
    family = inputs.network.families[next(iter(evidence))]
    if len(family.claims) == 1:
        ((claim, bounds),) = evidence.items()
        if bounds.agree:
            lower, upper, _ = bands[claim]
            judgment = _judge_alone(family, bounds.lower.weights, lower.weights, upper.weights, bounds.unresolved)
            yield claim, _estimate(judgment, partial(_explain, _ground(inputs, claim), bounds.lower))
            return
    weights = {claim: _middle(bounds) for claim, bounds in evidence.items()}
    odds = _odds(family, weights)
    ranges = [_ranges(family, bands)]
    if not all(bounds.agree for bounds in evidence.values()):
        ranges.append(_ranges(family, evidence))
    for claim, bounds in evidence.items():
        final = opinion(family.priors[claim], *weigh_rivals(weights[claim], odds[claim]))
        low = min(final.probability, *(found[claim][0] for found in ranges))
        high = max(final.probability, *(found[claim][1] for found in ranges))
        judgment = _Judgment(
            family, claim, bounds.lower.weights, weights[claim], odds[claim], final, low, high, bounds.unresolved
        )
        yield claim, _estimate(judgment, partial(_explain, _ground(inputs, claim), bounds.lower))


class _Judgment(NamedTuple):
    """The numbers of a claim, from which its estimate and the end of its working are made."""

    family: Family
    claim: str
    before: Weights
    """E⁺ and E⁻ at the lower bound of a ring; elsewhere as `weights`."""
    weights: Weights
    odds: float
    """R: the odds of its rivals."""
    opinion: Opinion
    low: float
    high: float
    unresolved: int = 0
    """How many claims the ring holds that it is part of, where that is not worked out."""


def _judge_alone(family: Family, weights: Weights, lower: Weights, upper: Weights, unresolved: int = 0) -> _Judgment:
    """The judgment on a claim that has no rivals, from its weights as graded and at both ends of the bands."""
    (claim,) = family.claims
    prior = family.priors[claim]
    final = opinion(prior, *weights)
    low = min(final.probability, posterior(prior, *lower))
    high = max(final.probability, posterior(prior, *upper))
    return _Judgment(family, claim, weights, weights, 1.0, final, low, high, unresolved)


def _estimate(judgment: _Judgment, explain: Callable[[_Judgment], Mapping[str, object]]) -> Estimate:
    return postpone(
        Estimate,
        partial(explain, judgment),
        opinion=judgment.opinion,
        low=judgment.low,
        high=judgment.high,
        judged=judgment.weights != _NO_WEIGHTS,
    )


def _ground(inputs: Inputs, claim: str) -> Ground:
    # Not the network, nor the inputs: they are large, and a score may outlive them.
    links = {side: inputs.links(claim, side) for side in SIDES} if inputs.network.inflow else _NO_LINKS
    return Ground(inputs.heard(claim), inputs.weigher, links, inputs.network.unshown)


def _explain_plainly(
    ground: Ground, groups: Mapping[str, DependenceGroup], judgment: _Judgment
) -> Mapping[str, object]:
    """The voices and steps of a claim of which only the weights were worked out."""
    weigher = ground.weigher
    said = weigh_statements(ground.heard, weigher)
    sides = (
        aggregate(routes_of(said[side], POINT, weigher, {}), (), groups, weigher.witnesses.ceiling) for side in SIDES
    )
    return _explain(ground, ClaimEvidence(*sides), judgment)


def _explain(ground: Ground, evidence: ClaimEvidence, judgment: _Judgment) -> Mapping[str, object]:
    """The voices and steps of a claim."""
    family, claim, before, weights, odds, final, low, high, unresolved = judgment
    prior = family.priors[claim]
    sides = tuple(zip(SIDES, evidence, strict=True))
    said = weigh_statements(ground.heard, ground.weigher)
    return {
        "voices": tuple(voice for side, found in sides for voice in _voices(found, side)),
        "steps": (
            Step(rule="prior", inputs=(claim,), before=prior, after=prior),
            *(step for side, found in sides for step in steps_of(ground, side, said[side], found)),
            *_ring_steps(before, weights),
            *_opinion_steps(family, claim, weights, final, odds),
            *_bounds_steps(claim, low, high, unresolved),
        ),
    }


def _middle(bounds: EvidenceBounds) -> Weights:
    """E⁺ and E⁻ half-way between the bounds."""
    lower = bounds.lower.weights
    if bounds.agree:
        return lower
    upper = bounds.upper.weights
    return Weights((lower.supporting + upper.supporting) / 2.0, (lower.opposing + upper.opposing) / 2.0)


def _odds(family: Family, weights: Mapping[str, Weights]) -> Mapping[str, float]:
    """R of each claim, by the weights on its rivals."""
    return rival_odds(family, lambda claim: weights[claim].theta)


def _ranges(family: Family, bounds: Mapping[str, EvidenceBounds]) -> dict[str, tuple[float, float]]:
    """The lowest and the highest probability of each claim: at one bound, beside its rivals at the other."""
    lower = {claim: bounds[claim].lower.weights for claim in family.claims}
    upper = {claim: bounds[claim].upper.weights for claim in family.claims}
    below, above = _odds(family, upper), _odds(family, lower)
    return {
        claim: (
            posterior(family.priors[claim], *weigh_rivals(lower[claim], below[claim])),
            posterior(family.priors[claim], *weigh_rivals(upper[claim], above[claim])),
        )
        for claim in family.claims
    }


def _voices(evidence: SideEvidence, side: Side) -> Iterator[Voice]:
    """What each origin brings to one side: first the established, then the others."""
    links: dict[str, list[str]] = {}
    for link in evidence.links:
        for origin in dict.fromkeys(origin for origin, _, _ in (*link.routes.established, *link.routes.others)):
            links.setdefault(origin, []).append(link.link)
    for routes, established in ((evidence.routes.established, True), (evidence.routes.others, False)):
        ways: dict[str, list[Way]] = {}
        for (origin, hops, exhibits), weight in routes.items():
            relays = tuple([relay for relay, _ in hops]) if hops else ()
            ways.setdefault(origin, []).append(Way(weight, relays, exhibits))
        for origin, mine in ways.items():
            yield Voice(
                origin=origin,
                side=side,
                weight=max(way.weight for way in mine),
                established=established,
                ways=tuple(mine),
                links=tuple(links.get(origin, ())),
            )


def _ring_steps(lower: Weights, middle: Weights) -> Iterator[Step]:
    """Section 5: where the two bounds of a ring do not meet, half-way between them."""
    for side, before, after in zip(SIDES, lower, middle, strict=True):
        if before != after:
            yield Step(rule="ring", inputs=(), before=before, after=after, side=side)


def _opinion_steps(family: Family, claim: str, weights: Weights, final: Opinion, odds: float) -> Iterator[Step]:
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


def _bounds_steps(claim: str, low: float, high: float, ring: int) -> Iterator[Step]:
    """Section 6: how far the probability could move within the bands of the grades, and in a ring not worked out."""
    if ring:
        yield Step(rule="large ring", inputs=(claim,), before=low, after=high, numbers={"claims": float(ring)})
    yield Step(rule="bounds", inputs=(claim,), before=low, after=high)
