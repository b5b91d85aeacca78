"""A second opinion that counts heads: established origins for against established origins against."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from claimtrack._records import constant_record
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Estimate, Side
from claimtrack.scoring.fidelity import Fidelity, Strength
from claimtrack.scoring.opinion_propagation import LinkOpinions, OpinionRule, propagate_opinions
from claimtrack.scoring.origin_evidence.inputs import Inputs, WeighedStatement
from claimtrack.scoring.origin_evidence.weights import HIGH, POINT, Position, Scenario, Witnesses
from claimtrack.subjective_logic.opinions import Opinion, opinion


@constant_record
class OriginCount:
    """Count established origins: each that can know anything counts one, on each side that it speaks on.

    E⁺ and E⁻ are the numbers of established origins for and against. At a prior of one half P is then Laplace's rule
    of succession, (n + 1)/(n + m + 2). An origin counts if some statement of it would weigh anything at all: one of
    grade E or F, or through such a relay, does not. How well graded it is, its interest, who passed it on, what it
    depends on, and links play no part. The bounds take grades at the ends of their bands; the high end counts origins
    that are not established as well.

    Cost: linear in statements.

    Example:
        >>> OriginCount().fidelity.B.point
        0.6

    References:
        [laplace-1814]; [stanag-2511] for origins.
    """

    fidelity: Fidelity = Fidelity()
    """f by grade, with its band; only whether it is above 0 matters."""

    breaks: ClassVar[Mapping[str, str]] = MappingProxyType(
        {
            "dependence": "Heads are counted, no matter who depends on whom.",
            "weakest link": "Heads are counted, no matter through whom they reach us.",
            "exhibits": "Heads are counted, no matter what they looked at.",
            "one mouth": "Heads are counted, no matter through whom they reach us.",
            "one mouth over links": "Heads are counted, no matter through whom they reach us.",
            "one statement is Bayes": "Every origin counts one, whatever its grade and interest.",
            "conservation": "Every origin counts one, whatever its grade and interest.",
        }
    )
    """The laws that it breaks, by name, each with the reason."""

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        """An estimate for each claim that is no opinion."""
        inputs = Inputs.of(network, Witnesses(fidelity=self.fidelity), Strength())

        def form(claim: str, scenario: Scenario, _: LinkOpinions) -> Opinion:
            supporting = _count(inputs, claim, "for", scenario.supporting)
            opposing = _count(inputs, claim, "against", scenario.opposing)
            return opinion(network.families[claim].priors[claim], supporting, opposing)

        rule = OpinionRule(name="origins counted", cites="laplace-1814", form=form, weigh=_weigh, over_links=False)
        return propagate_opinions(inputs, rule)


def _count(inputs: Inputs, claim: str, side: Side, position: Position) -> float:
    origins = {
        row.origin
        for row in inputs.statements(claim, side)
        if row.weight.at[position] > 0.0 and (row.is_established or position == HIGH)
    }
    return float(len(origins))


def _weigh(row: WeighedStatement) -> float:
    return 1.0 if row.weight.at[POINT] > 0.0 and row.is_established else 0.0
