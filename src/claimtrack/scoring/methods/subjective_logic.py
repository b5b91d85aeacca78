"""A second opinion by subjective logic: opinions discounted over whole chains of trust, and fused."""

from collections.abc import Iterator, Mapping
from math import prod
from types import MappingProxyType

import attrs

from claimtrack._records import constant_record
from claimtrack.errors.failures import UnknownName
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import SIDES, Estimate, Side
from claimtrack.scoring.fidelity import Fidelity, RelayFidelity, Strength
from claimtrack.scoring.opinion_propagation import LinkOpinions, OpinionRule, propagate_opinions, vacuous
from claimtrack.scoring.origin_evidence.inputs import Inputs, WeighedStatement
from claimtrack.scoring.origin_evidence.weights import POINT, Position, Scenario, Witnesses
from claimtrack.subjective_logic.fusion import FUSIONS, Fusion, fuse
from claimtrack.subjective_logic.opinions import Opinion, binomial, weaken


def _a_fusion(_: object, __: object, value: str) -> None:
    if value not in FUSIONS:
        raise UnknownName(kind="fusion", seen=value, known=FUSIONS)


@constant_record
class SubjectiveLogic:
    """Fuse one opinion for each statement, discounted over its whole chain.

    A statement is the origin's opinion: it believes (or, denying, disbelieves) as much as it says it is certain. We
    trust each source with P = f, the fidelity of its grade, and discount by the product over the origin and all
    relays: probability-sensitive, never edge by edge. What is said by or through grade E or F carries nothing and is
    left out. All opinions, and what comes over links, are then fused at once. Over a link comes the belief in the
    claim that it leads from, weakened by the link's strength. As the algebra demands, there are no rings: a link
    inside one carries nothing.

    Every statement is an opinion of its own, as in the literature: cumulative fusion takes ten papers that quote one
    source for ten observations. Interest and lineage play no part. The bounds are those of the grades' bands.

    Cost: n·log n in the statements on one claim.

    Example:
        >>> SubjectiveLogic(fusion="averaging").fusion
        'averaging'

    References:
        [josang-2016], definition 14.6, for trust; [josang-wang-zhang-2017] and [vanderheijden-2018] for fusion.
    """

    fusion: Fusion = attrs.field(default="cumulative", validator=_a_fusion)
    """cumulative, averaging, weighted, consensus or constraint."""
    fidelity: Fidelity = Fidelity()
    """The projected probability of trust in an origin by grade, with its band."""
    relay_fidelity: RelayFidelity = RelayFidelity()
    """The same of a relay."""
    strength: Strength = Strength()
    """λ of a link by word."""

    @property
    def breaks(self) -> Mapping[str, str]:
        """The laws that it breaks, by name, each with the reason."""
        return _BREAKS[self.fusion]

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        """An estimate for each claim that is no opinion."""
        witnesses = Witnesses(fidelity=self.fidelity, relay_fidelity=self.relay_fidelity)
        inputs = Inputs.of(network, witnesses, self.strength)

        def form(claim: str, scenario: Scenario, links: LinkOpinions) -> Opinion:
            opinions = list(_opinions(inputs, claim, scenario, links))
            return fuse(opinions, fusion=self.fusion) if opinions else vacuous(network, claim)

        def weigh(row: WeighedStatement) -> float:
            share = _share(inputs, row, POINT) * row.chain.statement.certainty
            return share / (1.0 - share)

        rule = OpinionRule(name=f"{self.fusion} fusion", cites="josang-2016", form=form, weigh=weigh)
        return propagate_opinions(inputs, rule)


def _opinions(inputs: Inputs, claim: str, scenario: Scenario, links: LinkOpinions) -> Iterator[Opinion]:
    """The opinions to fuse: of statements, and over links."""
    prior = inputs.network.families[claim].priors[claim]
    positions: dict[Side, Position] = {"for": scenario.supporting, "against": scenario.opposing}
    for side in SIDES:
        for row in inputs.statements(claim, side):
            share = _share(inputs, row, positions[side])
            if share > 0.0:
                yield weaken(_on(side, row.chain.statement.certainty, prior), share)
        for link in links[side]:
            if link.opinion.belief > 0.0:
                yield weaken(_on(side, link.opinion.belief, prior), link.strength)


def _on(side: Side, certainty: float, prior: float) -> Opinion:
    """The opinion of a speaker on one side who is this certain."""
    belief, disbelief = (certainty, 0.0) if side == "for" else (0.0, certainty)
    return binomial(belief, disbelief, 1.0 - certainty, prior)


def _share(inputs: Inputs, row: WeighedStatement, position: Position) -> float:
    """Π P over the edges of a chain: the origin and all relays."""
    chain, weigher = row.chain, inputs.weigher
    edges = [
        weigher.origin(row.origin, chain.grade),
        *(weigher.relay(relay, grade) for (relay, _), grade in zip(row.hops, chain.relay_grades, strict=True)),
    ]
    return prod(sorted(edge[position] for edge in edges))


_ALWAYS = {
    "franklin": "Belief and disbelief weigh alike, whatever the prior: equal ones draw P to one half.",
    "repetition": "Every statement is an opinion of its own: said again, it counts again.",
    "another way": "Every statement is an opinion of its own, by whatever way it came.",
    "exhibits": "Every examiner has an opinion of its own, whatever they examined.",
    "one origin": "Every statement is an opinion of its own, no matter who its origin is.",
    "shared-body ceiling": "Every relay brings an opinion of its own, no matter who the origin is.",
    "dependence": "Fusion does not ask who depends on whom.",
    "fail closed": "Lineage plays no part: an origin that is not established counts like any other.",
    "one mouth": "A relay brings as many opinions as it names origins; there is no ceiling.",
    "one mouth over links": "A relay brings as many opinions as it names origins; there is no ceiling.",
    "one origin over links": "What comes over a link is one more opinion, no matter who is behind it.",
    "circles": "What comes over a link is one more opinion, no matter who is behind it.",
    "no self-influence": "A link inside a ring carries nothing, and speaks where the ring is cut.",
    "rings": "A link inside a ring carries nothing, and speaks where the ring is cut.",
    "link cap": "The same belief is more evidence the smaller the prior; a link carries belief.",
    "one statement is Bayes": "Trust is no likelihood ratio: interest plays no part, nor does what is said anyway.",
    "conservation": "Trust is no likelihood ratio: interest plays no part, nor does what is said anyway.",
}
_MEAN = "A mean: a weak voice takes from a strong one on the same side."
_MEANS = {
    "monotony": _MEAN,
    "further examiner": _MEAN,
    "monotony over links": _MEAN,
    "reinforcement": _MEAN,
    "better grade": _MEAN,
    "better source": _MEAN,
    "retraction": _MEAN,
    "rivals": _MEAN,
    "open-mindedness": "A mean goes nowhere beyond its strongest voice.",
    "more evidence, less unknown": "A mean knows less once a source joins that knows little.",
    "bounds hold grades": "A mean is not where the ends of the bands put it: more trust can lower P.",
}
_SCALED = "What is not shared is scaled anew with each voice: a weak one can take from the others."
_COMPROMISES = {
    "monotony": _SCALED,
    "further examiner": _SCALED,
    "better grade": _SCALED,
    "better source": _SCALED,
    "retraction": _SCALED,
    "rivals": _SCALED,
    "open-mindedness": "Equal opinions fuse to themselves, however many there are.",
    "more evidence, less unknown": "What conflicts becomes unknown.",
}
_BREAKS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "cumulative": MappingProxyType(_ALWAYS),
        "averaging": MappingProxyType(_ALWAYS | _MEANS),
        "weighted": MappingProxyType(_ALWAYS | _MEANS),
        "consensus": MappingProxyType(_ALWAYS | _COMPROMISES),
        "constraint": MappingProxyType(_ALWAYS),
    }
)
