"""A second opinion that multiplies likelihood ratios: naive Bayes, in decibans."""

from collections.abc import Mapping, Sequence
from math import fsum, log, log1p
from types import MappingProxyType
from typing import ClassVar

import attrs

from claimtrack._records import constant_record
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Estimate, Side
from claimtrack.scoring.fidelity import Fidelity, Propensity, RelayFidelity, Strength, a_candour
from claimtrack.scoring.opinion_propagation import LinkOpinion, LinkOpinions, OpinionRule, propagate_opinions
from claimtrack.scoring.origin_evidence.inputs import Inputs, WeighedStatement
from claimtrack.scoring.origin_evidence.weights import POINT, Position, Scenario, Witnesses
from claimtrack.scoring.rival_normalisation import opinion_from_logs, weights_of
from claimtrack.scoring.witness_model import CANDOUR, attenuate
from claimtrack.subjective_logic.opinions import Opinion


def decibans(likelihood_ratio: float) -> float:
    """10·log₁₀ of a likelihood ratio above 0: about the least weight of evidence that a person can feel.

    Example:
        >>> decibans(100.0)
        20.0

    References:
        [good-1950], section 6.2.
    """
    return 10.0 * log(likelihood_ratio) / log(10.0)


@constant_record
class WeightOfEvidence:
    """Multiply the likelihood ratios of all origins: naive Bayes, which takes every origin for independent.

    A statement has the likelihood ratio of the default method's witness. An origin counts once on each side of a
    claim, with its strongest statement, whether or not it is established, and however many others depend on it or
    came through the same relay. The logarithms of the ratios add up; the working has them in decibans. What is left
    of the odds of a claim comes over a link from it as over a witness of the link's strength; inside a ring of claims
    nothing does. No side weighs more than 120 decibans; what is beyond that is taken off both sides. The bounds are
    those of the grades' bands.

    Cost: linear in statements and links.

    Example:
        >>> WeightOfEvidence().propensity.serves
        1.0

    References:
        [good-1950]: log-odds after = log-odds before + weight of evidence.
    """

    fidelity: Fidelity = Fidelity()
    """f by grade, with its band."""
    relay_fidelity: RelayFidelity = RelayFidelity()
    """f of a relay by grade."""
    propensity: Propensity = Propensity()
    """n by word."""
    candour: float = attrs.field(default=CANDOUR, validator=a_candour)
    """κ₁ in [0, 1]: the share of f that is left where a statement serves its speaker."""
    strength: Strength = Strength()
    """λ of a link by word."""

    breaks: ClassVar[Mapping[str, str]] = MappingProxyType(
        {
            "dependence": "Naive Bayes takes every origin for independent.",
            "fail closed": "Naive Bayes takes every origin for independent, whether that is established or not.",
            "another way": "Likelihood ratios multiply: together they are more than the sum of their excess.",
            "exhibits": "Naive Bayes takes every examiner for independent, whatever they examined.",
            "one mouth": "A relay lets as many origins through as it names; there is no ceiling.",
            "one mouth over links": "A relay lets as many origins through as it names; there is no ceiling.",
            "one origin over links": "What comes over each link is multiplied in, no matter who is behind it.",
            "circles": "What comes over each link is multiplied in, no matter who is behind it.",
            "no self-influence": "A link inside a ring carries nothing, and speaks where the ring is cut.",
            "rings": "A link inside a ring carries nothing, and speaks where the ring is cut.",
            "link cap": "Likelihood ratios multiply: a link adds in proportion to what is there.",
        }
    )
    """The laws that it breaks, by name, each with the reason."""

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        """An estimate for each claim that is no opinion."""
        witnesses = Witnesses(
            fidelity=self.fidelity,
            relay_fidelity=self.relay_fidelity,
            propensity=self.propensity,
            candour=self.candour,
        )
        inputs = Inputs.of(network, witnesses, self.strength)

        def form(claim: str, scenario: Scenario, links: LinkOpinions) -> Opinion:
            prior = network.families[claim].priors[claim]
            supporting = _log_ratio(inputs, claim, "for", scenario.supporting, links["for"])
            opposing = _log_ratio(inputs, claim, "against", scenario.opposing, links["against"])
            return opinion_from_logs(prior, supporting, opposing)

        rule = OpinionRule(name="decibans", cites="good-1950", form=form, weigh=_weigh, numbers=_in_decibans)
        return propagate_opinions(inputs, rule)


def _log_ratio(inputs: Inputs, claim: str, side: Side, position: Position, links: Sequence[LinkOpinion]) -> float:
    """The natural logarithm of the product of the likelihood ratios on one side of a claim."""
    strongest: dict[str, float] = {}
    for row in inputs.statements(claim, side):
        strongest[row.origin] = max(strongest.get(row.origin, 0.0), row.weight.at[position])
    passed = (attenuate(link.strength, 0.5, max(0.0, weights_of(link.opinion).theta - 1.0)) for link in links)
    return fsum(map(log1p, (*strongest.values(), *passed)))


def _weigh(row: WeighedStatement) -> float:
    return row.weight.at[POINT]


def _in_decibans(view: Opinion) -> Mapping[str, float]:
    """The weight of evidence on each side, in decibans."""
    weights = weights_of(view)
    return {"decibans for": decibans(1.0 + weights.supporting), "decibans against": decibans(1.0 + weights.opposing)}
