"""A second opinion by analysis of competing hypotheses: what counts is what speaks against each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum, log, sqrt
from types import MappingProxyType
from typing import ClassVar, Literal, NamedTuple

import attrs

from claimtrack._records import constant_record, record
from claimtrack.errors.failures import NotScored
from claimtrack.model.sources import Grade
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import SIDES, Estimate, Side
from claimtrack.scoring.fidelity import Strength
from claimtrack.scoring.opinion_propagation import estimate_from
from claimtrack.scoring.origin_evidence.inputs import Inputs, WeighedStatement
from claimtrack.scoring.origin_evidence.weights import POINT, Witnesses
from claimtrack.scoring.rival_normalisation import normalise, opinion_from_logs
from claimtrack.subjective_logic.opinions import Opinion

Rating = Literal["CC", "C", "N", "I", "II"]
NONE_OF_THESE = "none of these"
"""The hypothesis that no claim of the question is true."""

_POINTS: Mapping[str, float] = MappingProxyType({"II": -2.0, "I": -1.0, "N": 0.0, "C": 0.0, "CC": 0.0})
"""What each rating scores. Consistency scores nothing: evidence that fits every hypothesis sets none apart (Heuer)."""
_LOW, _MEDIUM, _HIGH = 1.0 / sqrt(2.0), 1.0, sqrt(2.0)
"""The weights of PARC's software: credibility and relevance, both high, double a rating; both low, they halve it."""
_STEPS = (_LOW, _MEDIUM, _HIGH)
_CREDIBLE: Mapping[Grade | None, int] = MappingProxyType({"A": 2, "B": 2, "C": 1, None: 1, "D": 0, "E": 0})
_STRONG, _MODERATE = 0.75, 0.45
"""Half-way between the numbers of the words strong, moderate and weak: .9, .6 and .3."""
_SERVES, _AGAINST, _SURE = 0.75, 0.25, 0.5
"""From where a propensity counts as serves or against, about half-way from neutral; and a certainty as sure."""


@record
class AchItem:
    """A row of the matrix: one origin's strongest statement on one side of a claim."""

    statement: str
    """Id of the statement."""
    over: str | None
    """Id of the link over which it bears on the claim; None where it speaks on the claim itself."""
    ratings: Mapping[str, Rating] = attrs.field(hash=False)
    """How consistent it is with each hypothesis: II, I, N, C or CC."""
    credibility: float
    """1/√2, 1 or √2."""
    relevance: float
    """1/√2, 1 or √2."""

    @property
    def scores(self) -> Mapping[str, float]:
        """What it scores on each hypothesis, at most 0: -2 for II and -1 for I, times credibility and relevance."""
        weight = self.credibility * self.relevance
        return {name: _POINTS[rating] * weight for name, rating in self.ratings.items()}

    @property
    def diagnosticity(self) -> float:
        """How far apart it puts the hypotheses: the highest of its scores less the lowest, in [0, 4]."""
        scores = self.scores.values()
        return max(scores) - min(scores)


@record
class AchMatrix:
    """The evidence on the hypotheses of one question."""

    hypotheses: tuple[str, ...]
    """Ids of the rivals, and `NONE_OF_THESE` where that is possible."""
    items: tuple[AchItem, ...]
    """The rows, the most diagnostic first."""

    @property
    def inconsistency(self) -> Mapping[str, float]:
        """The inconsistency score of each hypothesis, at most 0: the nearer to 0, the less speaks against it."""
        return {name: fsum(item.scores[name] for item in self.items) for name in self.hypotheses}


class _RatedStatement(NamedTuple):
    """What one statement scores on one side of a claim."""

    statement: WeighedStatement
    link: str | None
    rating: Rating
    credibility: float
    relevance: float

    @property
    def points(self) -> float:
        return -_POINTS[self.rating] * self.credibility * self.relevance


@constant_record
class Ach:
    """Score each claim by what is inconsistent with it, after Heuer, with the weights of the PARC software.

    An assertion is inconsistent with the claim's rivals and with none of these, a denial with the claim itself:
    II (-2) where the statement is established and at least half certain, else I (-1). That is multiplied by its
    credibility, after the worst grade on its chain: √2 for A and B, 1 for C and ungraded, 1/√2 for D, where the
    origin's is one step less if it speaks in its own interest and one more if against it; grades E and F are set
    aside. And by its relevance: √2 on the claim itself; over a link √2, 1 or 1/√2 for a strong, moderate or weak
    one, where what is said for the claim that it leads from outweighs what is said against that. Only statements on
    that claim itself come over a link, and as I. An origin counts once on a side, with its strongest.

    Two points of inconsistency halve the odds: P ~ a·2^(score/2), over the rivals and none of these. That is a design
    choice: Heuer's scores only rank, and one first-hand statement of grade B then makes .8 of one half. There are no
    bounds: low and high are P.

    Cost: linear in statements, and in the links times the statements that come over them.

    Example:
        >>> Ach().halving
        2.0

    References:
        [heuer-1999], chapter 8; [parc-ach-2005] for the weights.
    """

    halving: float = attrs.field(default=2.0, validator=attrs.validators.gt(0.0))
    """How many points of inconsistency halve the odds, above 0."""
    strength: Strength = Strength()
    """λ of a link by word; from .75 it is strong, from .45 moderate."""

    breaks: ClassVar[Mapping[str, str]] = MappingProxyType(
        {
            "another way": "Points multiply the odds: two rows weigh more than both apart.",
            "dependence": "The matrix has a row for each origin, no matter who depends on whom.",
            "exhibits": "The matrix has a row for each origin, no matter what they examined.",
            "fail closed": "The matrix has a row for each origin; one that is not established only scores less.",
            "circles": "A row scores by coarse steps, and over a link it can score as much as on the claim itself.",
            "link cap": "Points multiply the odds: a link adds in proportion to what is there.",
            "bounds hold lineage": "There are no bounds: low and high are P.",
        }
    )
    """The laws that it breaks, by name, each with the reason."""

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        """An estimate for each claim that is no opinion."""
        inputs = self._ground(network)
        made: dict[str, Opinion] = {}
        for node in (node for component in network.components for node in component.nodes):
            family = network.families[node[0]]
            alone = {claim: self._alone(inputs, claim) for claim in node}
            made |= normalise(family, alone, alone)
        return {claim: _estimate(inputs, claim, made[claim]) for claim in network.families}

    def matrix(self, network: Network, claim: str) -> AchMatrix:
        """The matrix of the question that a claim belongs to; a claim alone stands against its negation.

        Raises:
            NotScored: the claim is an opinion, or there is no such claim.
        """
        if claim not in network.families:
            raise NotScored(claim=claim)
        inputs, family = self._ground(network), network.families[claim]
        hypotheses = (*family.claims, NONE_OF_THESE) if family.none_of_these > 0.0 else family.claims
        claims = family.claims[:1] if family.is_negation else family.claims
        items = [
            _item(row, side, name, hypotheses) for name in claims for side in SIDES for row in _rows(inputs, name, side)
        ]
        items.sort(key=lambda item: (-item.diagnosticity, item.statement, item.over or ""))
        return AchMatrix(hypotheses=hypotheses, items=tuple(items))

    def _ground(self, network: Network) -> Inputs:
        return Inputs.of(network, Witnesses(), self.strength)

    def _alone(self, inputs: Inputs, claim: str) -> Opinion:
        """The opinion on a claim against its negation."""
        supporting, opposing = (
            fsum(row.points for row in _rows(inputs, claim, side)) * log(2.0) / self.halving for side in SIDES
        )
        return opinion_from_logs(inputs.network.families[claim].priors[claim], supporting, opposing)


def _rows(inputs: Inputs, claim: str, side: Side) -> list[_RatedStatement]:
    """The strongest statement of each origin on one side of a claim."""
    found = list(_direct(inputs, claim, side))
    for link in inputs.links(claim, side):
        relevance = _HIGH if link.strength >= _STRONG else _MEDIUM if link.strength >= _MODERATE else _LOW
        found += (row._replace(link=link.link, rating="I", relevance=relevance) for row in _net(inputs, link.source))
    return _strongest(found)


def _direct(inputs: Inputs, claim: str, side: Side) -> Iterator[_RatedStatement]:
    """What is said on one side of a claim itself."""
    for statement in inputs.statements(claim, side):
        credibility = _credibility(statement)
        if credibility is not None:
            sure = statement.is_established and statement.chain.statement.certainty >= _SURE
            yield _RatedStatement(statement, None, "II" if sure else "I", credibility, _HIGH)


def _net(inputs: Inputs, source: str) -> Sequence[_RatedStatement]:
    """What is said for a claim, where it outweighs what is said against it."""
    # A matrix knows no chains of claims: what comes over a second link would need the matrix of the claim between.
    supporting, opposing = (list(_direct(inputs, source, side)) for side in SIDES)
    weights = [fsum(row.points for row in _strongest(rows)) for rows in (supporting, opposing)]
    return supporting if weights[0] > weights[1] else ()


def _strongest(rows: Iterable[_RatedStatement]) -> list[_RatedStatement]:
    """The row of each origin that scores most."""
    found: dict[str, _RatedStatement] = {}
    for row in rows:
        origin = row.statement.origin
        if origin not in found or found[origin].points < row.points:
            found[origin] = row
    return list(found.values())


def _credibility(statement: WeighedStatement) -> float | None:
    """1/√2, 1 or √2; None where the statement is set aside."""
    # Grades E and F, and what is lost on the way: a row with no credibility would still count as a row.
    if statement.weight.at[POINT] <= 0.0:
        return None
    ranks = [_rank(statement.chain.grade, statement.weight.numbers["propensity"])]
    ranks += [_rank(grade, n) for (_, n), grade in zip(statement.hops, statement.chain.relay_grades, strict=True)]
    return _STEPS[max(0, min(*ranks, len(_STEPS) - 1))]


def _rank(grade: Grade | None, propensity: float) -> int:
    """The rank of a speaker by its grade, one higher where it speaks against its interest, one lower where it gains."""
    return _CREDIBLE[grade] + (propensity < _AGAINST) - (propensity > _SERVES)


def _item(row: _RatedStatement, side: Side, claim: str, hypotheses: tuple[str, ...]) -> AchItem:
    consistent: Rating = "CC" if row.rating == "II" else "C"
    # An assertion speaks against every rival at once; a denial only against its own claim.
    if side == "for":
        ratings = {name: consistent if name == claim else row.rating for name in hypotheses}
    else:
        ratings = {name: row.rating if name == claim else "N" for name in hypotheses}
    return AchItem(
        statement=row.statement.chain.statement.id or "",
        over=row.link,
        ratings=MappingProxyType(ratings),
        credibility=row.credibility,
        relevance=row.relevance,
    )


def _estimate(inputs: Inputs, claim: str, view: Opinion) -> Estimate:
    def weigh(statement: WeighedStatement) -> float:
        credibility = _credibility(statement)
        return 0.0 if credibility is None else credibility * (2.0 if statement.is_established else 1.0)

    incoming = (link for side in SIDES for link in inputs.links(claim, side))
    links = (link.link for link in incoming if _net(inputs, link.source))
    return estimate_from(inputs, claim, [view], rule="inconsistency", cites="heuer-1999", weigh=weigh, links=links)
