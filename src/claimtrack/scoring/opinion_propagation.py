"""Passing on: opinions claim by claim, along the links, as things stand and at the bounds.

The second opinions go over the claims in this one way; each says only how it makes an opinion of what is said on a
claim and of what comes over links. A link inside a ring of claims carries nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from typing import NamedTuple

import attrs

from claimtrack._records import record
from claimtrack.model.records import Link
from claimtrack.network.build import Network
from claimtrack.network.links import Knot, knots_of
from claimtrack.scoring.assessment import SIDES, Estimate, Side, Step, Voice
from claimtrack.scoring.origin_evidence.inputs import Ground, Told
from claimtrack.scoring.origin_evidence.propagation import Track
from claimtrack.scoring.origin_evidence.weights import HARSH, KIND, POINT
from claimtrack.scoring.rival_normalisation import shared, weights_of
from claimtrack.subjective_logic.opinions import Opinion

_TRACKS = (Track(POINT, POINT), Track(HARSH, KIND), Track(KIND, HARSH))
"""As things stand, at the lower bound, at the upper bound."""
_OTHER = (0, 2, 1)
"""The track that opposing evidence comes from."""


class Feed(NamedTuple):
    """What comes over a link."""

    link: str
    """Id of the link."""
    strength: float
    """λ in [0, 1)."""
    view: Opinion
    """The opinion on the claim that it leads from."""


Feeds = Mapping[Side, Sequence[Feed]]


@record
class Making:
    """How a method makes an opinion on one claim."""

    rule: str
    """The name of its rule, for the working."""
    cites: str
    """Where the rule comes from."""
    make: Callable[[str, Track, Feeds], Opinion]
    """The opinion on a claim as if it had no rivals, as a track reads what is said."""
    weigh: Callable[[Told], float]
    """What a statement weighs for it as things stand; >= 0."""
    over_links: bool = True
    """Whether anything comes over links."""
    numbers: Callable[[Opinion], Mapping[str, float]] = lambda view: weights_of(view)._asdict()
    """What the working shows of an opinion, by name."""


def estimates_by(ground: Ground, making: Making) -> dict[str, Estimate]:
    """An estimate for each claim, every claim after those that lead to it.

    Cost: three times that of making the opinions, and linear in claims and links.
    """
    network = ground.network
    nodes = [node for knot in network.knots for node in knot.nodes]
    knots = knots_of(nodes, _carrying(ground)) if making.over_links and network.inflow else network.knots
    passing = _Passing(ground, making)
    for knot in knots:
        passing.go_over(knot)
    return {claim: passing.estimate(claim) for claim in network.families}


class _Views(NamedTuple):
    """The opinions on a claim: as things stand, at the lower and at the upper bound."""

    point: Opinion
    low: Opinion
    high: Opinion


@attrs.define
class _Passing:
    ground: Ground
    making: Making
    views: dict[str, _Views] = attrs.field(factory=dict, init=False)
    fed: dict[str, list[str]] = attrs.field(factory=dict, init=False)
    judged: set[str] = attrs.field(factory=set, init=False)

    def go_over(self, knot: Knot) -> None:
        """Make the opinions on the claims of a knot; links inside it carry nothing."""
        around = {claim for node in knot.nodes for claim in node} if knot.is_ring else set()
        for node in knot.nodes:
            family = self.ground.network.families[node[0]]
            alone = [
                {claim: self.making.make(claim, track, self.feeds(claim, rank, around)) for claim in node}
                for rank, track in enumerate(_TRACKS)
            ]
            point, low, high = (shared(family, alone[rank], alone[_OTHER[rank]]) for rank in range(len(_TRACKS)))
            for claim in node:
                feeds = self.feeds(claim, 0, around)
                self.fed[claim] = [feed.link for side in SIDES for feed in feeds[side] if feed.view.belief > 0.0]
            self.judged |= {claim for claim, view in alone[0].items() if view.belief > 0.0 or view.disbelief > 0.0}
            self.views |= {claim: _Views(point[claim], low[claim], high[claim]) for claim in node}

    def feeds(self, claim: str, rank: int, around: AbstractSet[str]) -> Feeds:
        """What comes over links on one track: opposing evidence comes from the other one."""
        if not self.making.over_links:
            return {"for": (), "against": ()}
        ranks: dict[Side, int] = {"for": rank, "against": _OTHER[rank]}
        return {
            side: [
                Feed(bearing.link, bearing.strength, self.views[bearing.source][ranks[side]])
                for bearing in self.ground.bearings(claim, side)
                if bearing.source not in around
            ]
            for side in SIDES
        }

    def estimate(self, claim: str) -> Estimate:
        """The estimate of a claim, with its working."""
        view = self.views[claim].point
        numbers = [one.probability for one in self.views[claim]]
        prior = self.ground.network.families[claim].priors[claim]
        weigh = self.making.weigh
        return Estimate(
            opinion=view,
            low=min(numbers),
            high=max(numbers),
            judged=claim in self.judged,
            voices=tuple(voices_by(self.ground, claim, weigh)),
            steps=(
                Step(rule="prior", inputs=(claim,), before=prior, after=prior),
                Step(
                    rule=self.making.rule,
                    inputs=(*heard_by(self.ground, claim, weigh), *self.fed[claim]),
                    before=prior,
                    after=view.probability,
                    numbers=self.making.numbers(view),
                    cites=self.making.cites,
                ),
            ),
        )


def _carrying(ground: Ground) -> dict[str, list[Link]]:
    """The links that carry something, by the claim that they lead to: those of a strength above 0."""
    found = {
        claim: [link for link in links if ground.strength.of(link.strength) > 0.0]
        for claim, links in ground.network.inflow.items()
    }
    return {claim: links for claim, links in found.items() if links}


@record
class Rule:
    """What an opinion is made by: the name of the step, and where it comes from."""

    name: str
    """The name of the step."""
    cites: str
    """A key of the bibliography."""


def without_bounds(
    ground: Ground, view: Opinion, claim: str, *, weigh: Callable[[Told], float], rule: Rule, links: Iterable[str]
) -> Estimate:
    """The estimate of a method that has no bounds: low and high are P.

    Args:
        ground: what is said.
        view: the opinion on the claim.
        claim: the claim.
        weigh: what a statement weighs.
        rule: what made the opinion.
        links: ids of the links that count for something.
    """
    heard = (*heard_by(ground, claim, weigh), *links)
    step = Step(
        rule=rule.name,
        inputs=heard,
        before=view.base_rate,
        after=view.probability,
        numbers=weights_of(view)._asdict(),
        cites=rule.cites,
    )
    return Estimate(
        opinion=view,
        low=view.probability,
        high=view.probability,
        judged=bool(heard),
        voices=tuple(voices_by(ground, claim, weigh)),
        steps=(Step(rule="prior", inputs=(claim,), before=view.base_rate, after=view.base_rate), step),
    )


def heard_by(ground: Ground, claim: str, weigh: Callable[[Told], float]) -> Iterator[str]:
    """The statements that count for something."""
    for side in SIDES:
        yield from (told.chain.statement.id or "" for told in ground.told(claim, side) if weigh(told) > 0.0)


def voices_by(ground: Ground, claim: str, weigh: Callable[[Told], float]) -> Iterator[Voice]:
    """What each origin weighs on each side of a claim: its strongest statement, established or not."""
    for side in SIDES:
        found: dict[tuple[str, bool], list[tuple[float, tuple[str, ...]]]] = {}
        for told in ground.told(claim, side):
            weight = weigh(told)
            if weight > 0.0:
                key = (told.chain.statement.origin, told.chain.established is not None)
                found.setdefault(key, []).append((weight, told.chain.statement.via))
        for (origin, established), rows in found.items():
            yield Voice(
                origin=origin,
                side=side,
                weight=max(weight for weight, _ in rows),
                established=established,
                vias=tuple(dict.fromkeys(via for _, via in rows)),
            )


def vacuous(network: Network, claim: str) -> Opinion:
    """The opinion on a claim of which nothing is known."""
    prior = network.families[claim].priors[claim]
    return Opinion(belief=0.0, disbelief=0.0, unknown=1.0, base_rate=prior, probability=prior)
