"""How the second opinions go over the claims: an opinion on each, after those that lead to it, with bounds.

Each method says only how it makes an opinion of what is said on a claim and of what comes over links. A link inside a
ring of claims carries nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from typing import NamedTuple

import attrs

from claimtrack._records import record
from claimtrack.model.claims import Link
from claimtrack.network.build import Network
from claimtrack.network.components import Component, components_of
from claimtrack.scoring.assessment import SIDES, Estimate, Side, Step, Voice, Way
from claimtrack.scoring.origin_evidence.inputs import Inputs, WeighedStatement
from claimtrack.scoring.origin_evidence.weights import ACROSS_BANDS, AS_GRADED, Scenario
from claimtrack.scoring.rival_normalisation import normalise, weights_of
from claimtrack.subjective_logic.opinions import Opinion

_SCENARIOS = (AS_GRADED.lower, *ACROSS_BANDS)
"""As graded, the worst case, the best case."""
_OTHER = (0, 2, 1)
"""For each scenario, the one that opposing evidence is taken from."""


class LinkOpinion(NamedTuple):
    """What comes over a link."""

    link: str
    """Id of the link."""
    strength: float
    """λ in [0, 1)."""
    opinion: Opinion
    """The opinion on the claim that it leads from."""


LinkOpinions = Mapping[Side, Sequence[LinkOpinion]]
"""What comes over the links to each side of a claim."""


Weigh = Callable[[WeighedStatement], float]
"""What a statement weighs for a method as its sources are graded; >= 0."""


def weights_in(view: Opinion) -> Mapping[str, float]:
    """E⁺ and E⁻ of an opinion, for the working."""
    return weights_of(view)._asdict()


@record
class OpinionRule:
    """How a method makes an opinion on one claim."""

    name: str
    """The name of the rule, for the working."""
    cites: str
    """Where the rule comes from: a key of the bibliography."""
    form: Callable[[str, Scenario, LinkOpinions], Opinion]
    """The opinion on a claim as if it had no rivals, in one scenario."""
    weigh: Weigh
    """What a statement weighs for it."""
    over_links: bool = True
    """Whether anything comes over links."""
    numbers: Callable[[Opinion], Mapping[str, float]] = weights_in
    """What the working shows of an opinion, by name."""


def propagate_opinions(inputs: Inputs, rule: OpinionRule) -> dict[str, Estimate]:
    """An estimate for each claim, every claim after those that lead to it.

    Cost: three times that of forming the opinions, and linear in claims and links.
    """
    network = inputs.network
    components = network.components
    if rule.over_links and network.inflow:
        nodes = [node for component in components for node in component.nodes]
        components = components_of(nodes, _links_that_carry(inputs))
    propagation = _OpinionPropagation(inputs, rule)
    for component in components:
        propagation.form_opinions(component)
    return {claim: propagation.estimate(claim) for claim in network.families}


@attrs.define
class _OpinionPropagation:
    inputs: Inputs
    rule: OpinionRule
    opinions: dict[str, list[Opinion]] = attrs.field(factory=dict, init=False)
    """On each claim, the opinion in each scenario."""
    counted: dict[str, list[str]] = attrs.field(factory=dict, init=False)
    """The links that bring something to each claim."""
    judged: set[str] = attrs.field(factory=set, init=False)

    def form_opinions(self, component: Component) -> None:
        """Form the opinions on the claims of a component; links inside it carry nothing."""
        around = set(component.claims) if component.is_ring else set[str]()
        for node in component.nodes:
            family = self.inputs.network.families[node[0]]
            alone = [
                {claim: self.rule.form(claim, scenario, self.links(claim, rank, around)) for claim in node}
                for rank, scenario in enumerate(_SCENARIOS)
            ]
            # What supports a rival opposes the claim: for a claim's worst case its rivals have their best.
            found = [normalise(family, alone[rank], alone[_OTHER[rank]]) for rank in range(len(_SCENARIOS))]
            for claim in node:
                links = self.links(claim, 0, around)
                self.counted[claim] = [row.link for side in SIDES for row in links[side] if row.opinion.belief > 0.0]
                self.opinions[claim] = [opinions[claim] for opinions in found]
            self.judged |= {claim for claim, view in alone[0].items() if view.belief > 0.0 or view.disbelief > 0.0}

    def links(self, claim: str, rank: int, around: AbstractSet[str]) -> LinkOpinions:
        """What comes over links in one scenario; what opposes the claim comes from the other scenario."""
        if not self.rule.over_links:
            return {"for": (), "against": ()}
        ranks: dict[Side, int] = {"for": rank, "against": _OTHER[rank]}
        return {
            side: [
                LinkOpinion(link.link, link.strength, self.opinions[link.source][ranks[side]])
                for link in self.inputs.links(claim, side)
                if link.source not in around
            ]
            for side in SIDES
        }

    def estimate(self, claim: str) -> Estimate:
        """The estimate of a claim, with its working."""
        return estimate_from(
            self.inputs,
            claim,
            self.opinions[claim],
            rule=self.rule.name,
            cites=self.rule.cites,
            weigh=self.rule.weigh,
            links=self.counted[claim],
            numbers=self.rule.numbers,
            judged=claim in self.judged,
        )


def _links_that_carry(inputs: Inputs) -> dict[str, list[Link]]:
    """The links that carry something, by the claim that they lead to: those of a strength above 0."""
    found = {
        claim: [link for link in links if inputs.strength.of(link.strength) > 0.0]
        for claim, links in inputs.network.inflow.items()
    }
    return {claim: links for claim, links in found.items() if links}


def estimate_from(
    inputs: Inputs,
    claim: str,
    opinions: Sequence[Opinion],
    *,
    rule: str,
    cites: str,
    weigh: Weigh,
    links: Iterable[str],
    numbers: Callable[[Opinion], Mapping[str, float]] = weights_in,
    judged: bool | None = None,
) -> Estimate:
    """The estimate that opinions on a claim make.

    Args:
        inputs: what is said.
        claim: the claim.
        opinions: the opinion as sources are graded, and those whose P are bounds; without any, low and high are P.
        rule: the name of the rule that formed them.
        cites: where the rule comes from: a key of the bibliography.
        weigh: what a statement weighs.
        links: ids of the links that count for something.
        numbers: what the working shows of the opinion.
        judged: whether anything that counts speaks of the claim; None where statements and links tell.
    """
    view = opinions[0]
    probabilities = [one.probability for one in opinions]
    prior = inputs.network.families[claim].priors[claim]
    counted = (*_counted_statements(inputs, claim, weigh), *links)
    return Estimate(
        opinion=view,
        low=min(probabilities),
        high=max(probabilities),
        judged=bool(counted) if judged is None else judged,
        voices=tuple(_voices(inputs, claim, weigh)),
        steps=(
            Step(rule="prior", inputs=(claim,), before=prior, after=prior),
            Step(rule=rule, inputs=counted, before=prior, after=view.probability, numbers=numbers(view), cites=cites),
        ),
    )


def _counted_statements(inputs: Inputs, claim: str, weigh: Weigh) -> Iterator[str]:
    """The statements that count for something."""
    for side in SIDES:
        yield from (row.chain.statement.id or "" for row in inputs.statements(claim, side) if weigh(row) > 0.0)


def _voices(inputs: Inputs, claim: str, weigh: Weigh) -> Iterator[Voice]:
    """What each origin weighs on each side of a claim: its strongest statement, established or not."""
    for side in SIDES:
        found: dict[tuple[str, bool], list[Way]] = {}
        for row in inputs.statements(claim, side):
            weight = weigh(row)
            if weight > 0.0:
                way = Way(weight=weight, relays=row.chain.statement.relays, exhibits=row.chain.exhibits)
                found.setdefault((row.origin, row.is_established), []).append(way)
        for (origin, established), ways in found.items():
            weight = max(way.weight for way in ways)
            yield Voice(origin=origin, side=side, weight=weight, established=established, ways=tuple(ways))


def vacuous(network: Network, claim: str) -> Opinion:
    """The opinion on a claim on which there is no evidence."""
    prior = network.families[claim].priors[claim]
    return Opinion(belief=0.0, disbelief=0.0, unknown=1.0, base_rate=prior, probability=prior)
