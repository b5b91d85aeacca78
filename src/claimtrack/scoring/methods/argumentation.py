"""A second opinion by gradual argumentation: statements and claims attack and support claims."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from claimtrack._records import constant_record
from claimtrack.errors.failures import UnknownName
from claimtrack.network.build import Network
from claimtrack.network.rivals import Family
from claimtrack.scoring.assessment import SIDES, Estimate, Side
from claimtrack.scoring.fidelity import Fidelity, Propensity, RelayFidelity, Strength, a_candour
from claimtrack.scoring.gradual_semantics import SEMANTICS, Edge, Framework, Semantics, strengths
from claimtrack.scoring.opinion_propagation import estimate_from
from claimtrack.scoring.origin_evidence.inputs import Inputs, WeighedStatement
from claimtrack.scoring.origin_evidence.weights import POINT, Witnesses
from claimtrack.scoring.rival_normalisation import normalise
from claimtrack.scoring.witness_model import CANDOUR
from claimtrack.subjective_logic.opinions import Opinion, maximise_uncertainty

_CITES: Mapping[str, str] = MappingProxyType(
    {"df-quad": "rago-2016", "quadratic-energy": "potyka-2018", "euler-based": "amgoud-ben-naim-2018"}
)


def _a_semantics(_: object, __: object, value: str) -> None:
    if value not in SEMANTICS:
        raise UnknownName(kind="semantics", seen=value, known=SEMANTICS)


@constant_record
class Argumentation:
    """Take statements and claims for arguments of a bipolar graph, and P for the final strength of a claim.

    A claim begins with its prior. A statement has the strength e/(2 + e), where e is its weight in the default
    method: at a prior of one half DF-QuAD then makes of one statement what Bayes does. It supports or attacks its
    claim; a claim supports or attacks others over links, with the part of its strength that the link lets through.
    Statements of no weight are left out. Every statement is an argument, so repetition counts. Where claims form a
    ring, it is followed as a differential equation until it rests.

    Strengths say nothing of what is unknown: of all opinions with this P the one that leaves most unknown is given.
    Rivals share their question as in the default method; a claim and its negation take the mean of P and of what the
    other leaves it. There are no bounds: low and high are P.

    Raises:
        NotConverged: claims that form a ring do not converge. Nothing else is scored then; the error carries the
            last iterate. Few and moderately attacked claims always rest.

    Cost: linear in statements and links where no claims form a ring.

    Example:
        >>> Argumentation(semantics="euler-based").semantics
        'euler-based'

    References:
        [rago-2016], [potyka-2018], [amgoud-ben-naim-2018].
    """

    semantics: Semantics = attrs.field(default="df-quad", validator=_a_semantics)
    """df-quad, quadratic-energy or euler-based."""
    fidelity: Fidelity = Fidelity()
    """f by grade."""
    relay_fidelity: RelayFidelity = RelayFidelity()
    """f of a relay by grade."""
    propensity: Propensity = Propensity()
    """n by word."""
    candour: float = attrs.field(default=CANDOUR, validator=a_candour)
    """κ₁ in [0, 1]: the share of f that is left where a statement serves its speaker."""
    strength: Strength = Strength()
    """λ of a link by word."""

    @property
    def breaks(self) -> Mapping[str, str]:
        """The laws that it breaks, by name, each with the reason."""
        return _BREAKS[self.semantics]

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        """An estimate for each claim that is no opinion."""
        witnesses = Witnesses(
            fidelity=self.fidelity,
            relay_fidelity=self.relay_fidelity,
            propensity=self.propensity,
            candour=self.candour,
        )
        inputs = Inputs.of(network, witnesses, self.strength)
        found = strengths(_framework(inputs), semantics=self.semantics)
        made: dict[str, Opinion] = {}
        for node in (node for component in network.components for node in component.nodes):
            made |= _opinions(network.families[node[0]], found)
        return {claim: self._estimate(inputs, claim, made[claim]) for claim in network.families}

    def _estimate(self, inputs: Inputs, claim: str, view: Opinion) -> Estimate:
        return estimate_from(
            inputs,
            claim,
            [view],
            rule=f"{self.semantics} argumentation",
            cites=_CITES[self.semantics],
            weigh=_weigh,
            links=(link.link for side in SIDES for link in inputs.links(claim, side)),
        )


def _framework(inputs: Inputs) -> Framework:
    """The graph of a casebook: the names of its arguments say what they are."""
    network = inputs.network
    base: dict[str, float] = {}
    edges: dict[Side, list[Edge]] = {"for": [], "against": []}
    for claim, family in network.families.items():
        base[f"claim {claim}"] = family.priors[claim]
        for side in SIDES:
            for row in inputs.statements(claim, side):
                weight = _weigh(row)
                if weight > 0.0:
                    name = f"statement {row.chain.statement.id}"
                    base[name] = weight / (2.0 + weight)
                    edges[side].append(Edge(name, f"claim {claim}"))
            edges[side] += (
                Edge(f"claim {link.source}", f"claim {claim}", link.strength) for link in inputs.links(claim, side)
            )
    return Framework(base=base, attacks=edges["against"], supports=edges["for"])


def _opinions(family: Family, found: Mapping[str, float]) -> dict[str, Opinion]:
    """The opinions on the claims of a family, by the strengths of its arguments."""
    scores = {claim: found[f"claim {claim}"] for claim in family.claims}
    if family.is_negation:
        one, other = family.claims
        scores = {one: (scores[one] + 1.0 - scores[other]) / 2.0, other: (scores[other] + 1.0 - scores[one]) / 2.0}
    alone = {claim: _opinion(score, family.priors[claim]) for claim, score in scores.items()}
    return normalise(family, alone, alone)


def _opinion(probability: float, prior: float) -> Opinion:
    """Of all opinions with some probability, the one that leaves most unknown."""
    dogmatic = Opinion(
        belief=probability, disbelief=1.0 - probability, unknown=0.0, base_rate=prior, probability=probability
    )
    return maximise_uncertainty(dogmatic)


def _weigh(row: WeighedStatement) -> float:
    return row.weight.at[POINT]


_ALWAYS = {
    "stability": "A claim bears on others with its prior, before anything is said.",
    "contributions add up": "A claim bears on others with its prior, of which no origin has a share.",
    "franklin": "A claim bears on others with its prior, before anything is said.",
    "duality": "What a claim feeds in a ring feeds it back, and is not turned with it.",
    "more evidence, less unknown": "Strengths have no unknown; it is taken from P, and grows as P nears the prior.",
    "repetition": "Every statement is an argument: said again, it counts again.",
    "another way": "Every statement is an argument, by whatever way it came.",
    "exhibits": "Every examiner brings an argument, whatever they examined.",
    "one origin": "Every statement is an argument, no matter who its origin is.",
    "shared-body ceiling": "Every relay brings an argument of its own, no matter who the origin is.",
    "dependence": "Arguments do not ask who depends on whom.",
    "fail closed": "Lineage plays no part: an origin that is not established counts like any other.",
    "one mouth": "A relay brings as many arguments as it names origins; there is no ceiling.",
    "one mouth over links": "A claim bears on others with its prior, no matter what is said.",
    "one origin over links": "A claim bears on others with its prior, no matter what is said.",
    "circles": "A claim bears on others with its prior, no matter what is said.",
    "no self-influence": "Claims raise and lower themselves in a ring, as in every gradual semantics.",
    "rings": "Claims raise and lower themselves in a ring, as in every gradual semantics.",
    "one statement is Bayes": "Strengths are no probabilities; DF-QuAD agrees with Bayes at a prior of one half only.",
    "conservation": "Strengths are no probabilities; DF-QuAD agrees with Bayes at a prior of one half only.",
    "link cap": "The nearer a strength is to 1, the more odds the same step is; a link carries strength.",
    "bounds hold grades": "There are no bounds: low and high are P.",
}
_STEEP = {"cautious": "Small strengths add up, and move more than likelihood ratios that multiply."}
_GAP = {"open-mindedness": "Against an attack of A no crowd of supporters brings P above base + (1 - base)·(1 - A)."}
_BREAKS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "df-quad": MappingProxyType(_ALWAYS | _GAP),
        "quadratic-energy": MappingProxyType(_ALWAYS | _STEEP),
        "euler-based": MappingProxyType(
            {**_ALWAYS, **_STEEP, "duality": "The semantics is not symmetric: no attack goes below the base squared."}
        ),
    }
)
