"""Likelihood scales: the terms of each, and the range that each term covers."""

from claimtrack._records import constant_record


@constant_record
class Term:
    """One term of a likelihood scale and the range that it covers."""

    label: str
    """The term as the scale spells it."""
    low: float
    """Lower end of the range, a probability in [0, 1]."""
    high: float
    """Upper end of the range, a probability in [0, 1]."""


@constant_record
class LikelihoodScale:
    """A scale of likelihood terms, from the least to the most likely."""

    id: str
    """The name by which calls and commands ask for the scale."""
    name: str
    """The scale's own name, with its edition."""
    terms: tuple[Term, ...]
    """The terms in rising order; where ranges overlap, the narrowest that holds a number wins, of equals the upper."""
    checked: bool = True
    """False where a part of the table was not seen at its source."""


@constant_record
class Overlap:
    """A likelihood term beside those of another scale."""

    term: Term
    """The term."""
    terms: tuple[Term, ...]
    """The terms of the other scale that share a part of its range."""
    uncovered: float
    """The share of its range, from 0 to 1, that no term of the other scale covers."""


def overlaps(start: LikelihoodScale, end: LikelihoodScale) -> tuple[Overlap, ...]:
    """Each term of a likelihood scale, with the terms of another that share a part of its range.

    Example:
        >>> from claimtrack.scales import likelihood_scale
        >>> found = overlaps(likelihood_scale("icd203"), likelihood_scale("phia"))[2]
        >>> found.term.label, [term.label for term in found.terms], round(found.uncovered, 2)
        ('unlikely', ['unlikely', 'realistic possibility'], 0.4)
    """
    return tuple(_overlap(term, end) for term in start.terms)


def _overlap(term: Term, scale: LikelihoodScale) -> Overlap:
    shared = [
        (max(term.low, other.low), min(term.high, other.high), other)
        for other in scale.terms
        if max(term.low, other.low) < min(term.high, other.high) or other.low <= term.low == term.high <= other.high
    ]
    # Terms of the other scale may overlap each other: what an earlier one has covered is not counted again.
    covered, reached = 0.0, term.low
    for low, high, _ in sorted(shared, key=lambda part: part[:2]):
        covered += max(0.0, high - max(low, reached))
        reached = max(reached, high)
    width = term.high - term.low
    uncovered = max(0.0, 1.0 - covered / width) if width else float(not shared)
    return Overlap(term=term, terms=tuple(other for _, _, other in shared), uncovered=uncovered)
