"""The matrix of an analysis of competing hypotheses: evidence by rival claim, grouped by origin."""

from collections.abc import Mapping, Sequence
from math import inf, log2

from claimtrack._records import record
from claimtrack.analysis.rerun import Reruns, begun_again
from claimtrack.analysis.tipping_points import leader_of
from claimtrack.model.claims import Link
from claimtrack.model.statements import Statement

_NEUTRAL = 0.05
_STRONG = 1.0
_SHARE = 0.2
"""How much of what is left of the budget goes to the matrix."""


@record
class EvidenceItem:
    """A piece of evidence: what an origin says of a rival, or a claim that bears on one over a link."""

    claim: str
    """Id of the rival that it is said of, or of the claim that the link leads from."""
    link: str | None
    """Id of the link; None for what is said of a rival itself."""
    cells: Mapping[str, float]
    """For each rival: log₂ of how many times its odds grow by this alone; negative where they shrink."""


@record
class OriginRow:
    """All evidence from one origin on a question."""

    origin: str
    """Id of the origin."""
    cells: Mapping[str, float]
    """For each rival: log₂ of how many times its odds grow by this origin alone, in bits."""
    items: tuple[EvidenceItem, ...]
    """Its pieces of evidence, the most diagnostic first."""
    decides: bool
    """Whether the order of the rivals would change without it."""

    @property
    def diagnosticity(self) -> float:
        """How far apart it puts the rivals, in bits: the largest cell less the smallest."""
        return max(self.cells.values()) - min(self.cells.values())


@record
class HypothesisMatrix:
    """The evidence on one question, by origin and rival."""

    question: str
    """Id of the question."""
    rivals: tuple[str, ...]
    """Ids of the rivals."""
    rows: tuple[OriginRow, ...]
    """The origins, the most diagnostic first."""

    @staticmethod
    def reading(bits: float) -> str:
        """A cell in the notation of ACH: CC is strongly consistent, then C, N, I, and II strongly inconsistent.

        Example:
            >>> [HypothesisMatrix.reading(bits) for bits in (1.5, 0.3, 0.0, -0.3, -1.5)]
            ['CC', 'C', 'N', 'I', 'II']
        """
        if abs(bits) < _NEUTRAL:
            return "N"
        return ("C" if bits > 0.0 else "I") * (2 if abs(bits) >= _STRONG else 1)


@begun_again
def build_matrix(reruns: Reruns) -> HypothesisMatrix | None:
    """Build the matrix of the question that a claim belongs to; None if it has no rivals.

    A cell is what this evidence does alone to the odds of a rival: consistent where they grow, inconsistent where they
    shrink, neutral within 0.05 bits; doubled letters from one bit, twice the odds. The weight of a source is in it, as
    the method weighs it, and that of several pieces from one origin is not more than the method allows.

    Cost: two runs for each origin, and one for each of its pieces of evidence, within a share of the budget; the
    origins that weigh most come first.

    References:
        [heuer-1999].
    """
    family = reruns.family
    if family.question is None or len(family.claims) == 1:
        return None
    said: dict[str, list[Statement]] = {}
    for one in reruns.casebook.statements:
        said.setdefault(one.origin, []).append(one)
    everything = frozenset(one.id or "" for one in reruns.casebook.statements)
    incoming = [link for link in reruns.casebook.links if link.to_claim in family.claims]
    order = _ranking(reruns, reruns.without())
    rows = []
    most = reruns.affordable(_SHARE) // (3 + len(incoming))
    for origin in reruns.choose("evidence of origins", tuple(said), most, lambda name: (name,)):
        mine = frozenset(one.id or "" for one in said[origin])
        others = everything - mine
        cells = _cells(reruns, reruns.without(others))
        items = _items(reruns, said[origin], incoming, others)
        if items:
            decides = _ranking(reruns, reruns.without(mine)) != order
            rows.append(OriginRow(origin=origin, cells=cells, items=items, decides=decides))
    rows.sort(key=lambda row: (-row.diagnosticity, row.origin))
    return HypothesisMatrix(question=family.question.id, rivals=family.claims, rows=tuple(rows))


def _items(
    reruns: Reruns, mine: Sequence[Statement], incoming: Sequence[Link], others: frozenset[str]
) -> tuple[EvidenceItem, ...]:
    """The pieces of evidence of one origin, each alone: its word on each rival, and each link that carries its word."""
    rivals = reruns.family.claims
    spoken = {one.claim for one in mine}
    found = []
    for rival in rivals:
        if rival in spoken:
            rest = others | {one.id or "" for one in mine if one.claim != rival}
            found.append(EvidenceItem(claim=rival, link=None, cells=_cells(reruns, reruns.without(rest))))
    on_rivals = {one.id or "" for one in mine if one.claim in rivals}
    for link in incoming:
        cut = {other.id or "" for other in incoming if other.id != link.id}
        cells = _cells(reruns, reruns.without(others | on_rivals, cut))
        if any(abs(cell) >= _NEUTRAL for cell in cells.values()):
            found.append(EvidenceItem(claim=link.from_claim, link=link.id, cells=cells))
    found.sort(key=lambda item: (-_spread(item.cells), item.claim))
    return tuple(found)


def _spread(cells: Mapping[str, float]) -> float:
    return max(cells.values()) - min(cells.values())


def _cells(reruns: Reruns, found: Mapping[str, float]) -> Mapping[str, float]:
    """How many times the odds of each rival grow over its prior, as log₂."""
    return {claim: _bits(found[claim]) - _bits(reruns.family.priors[claim]) for claim in reruns.family.claims}


def _bits(probability: float) -> float:
    if not 0.0 < probability < 1.0:
        return inf if probability else -inf
    return log2(probability / (1.0 - probability))


def _ranking(reruns: Reruns, found: Mapping[str, float]) -> tuple[object, ...]:
    """The order of the rivals, in which equal ones share a place, and the one that leads."""
    values = sorted({round(found[claim], 12) for claim in reruns.family.claims}, reverse=True)
    rank = {value: place for place, value in enumerate(values)}
    places = tuple(rank[round(found[claim], 12)] for claim in reruns.family.claims)
    return (leader_of(reruns.family, found), places)
