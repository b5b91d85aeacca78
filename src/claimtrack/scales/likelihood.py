"""Likelihood scales: the terms of each, and the range that each term covers."""

from claimtrack._records import record
from claimtrack.errors.failures import UnknownName


@record
class Term:
    """One term of a likelihood scale and the range that it covers."""

    label: str
    """The term as the scale spells it."""
    low: float
    """Lower end of the range, a probability in [0, 1]."""
    high: float
    """Upper end of the range, a probability in [0, 1]."""


@record
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


def likelihood_scale(name: str) -> LikelihoodScale:
    """The likelihood scale of that name.

    Raises:
        UnknownName: no scale has that name.
    """
    for scale in LIKELIHOOD_SCALES:
        if scale.id == name:
            return scale
    known = tuple(scale.id for scale in LIKELIHOOD_SCALES)
    raise UnknownName(kind="likelihood scale", seen=name, known=known)


def _touching(*labels_and_edges: str | float) -> tuple[Term, ...]:
    """Terms whose ranges touch: edge, label, edge, label, …, edge."""
    edges = [value for value in labels_and_edges if not isinstance(value, str)]
    labels = [value for value in labels_and_edges if isinstance(value, str)]
    return tuple(
        Term(label=label, low=low, high=high) for label, low, high in zip(labels, edges[:-1], edges[1:], strict=True)
    )


def _ranges(*rows: tuple[str, float, float]) -> tuple[Term, ...]:
    return tuple(Term(label=label, low=low, high=high) for label, low, high in rows)


LIKELIHOOD_SCALES = (
    LikelihoodScale(
        id="icd203",
        name="US Intelligence Community Directive 203 (2015)",
        terms=_touching(
            0.0,
            "almost no chance",
            0.05,
            "very unlikely",
            0.20,
            "unlikely",
            0.45,
            "roughly even chance",
            0.55,
            "likely",
            0.80,
            "very likely",
            0.95,
            "almost certain",
            1.0,
        ),
    ),
    LikelihoodScale(
        id="phia",
        name="UK Professional Head of Intelligence Assessment, probability yardstick",
        terms=_ranges(
            ("remote chance", 0.0, 0.05),
            ("highly unlikely", 0.10, 0.20),
            ("unlikely", 0.25, 0.35),
            ("realistic possibility", 0.40, 0.50),
            ("likely or probable", 0.55, 0.75),
            ("highly likely", 0.80, 0.90),
            ("almost certain", 0.95, 1.0),
        ),
        checked=False,
    ),
    LikelihoodScale(
        id="ipcc",
        name="IPCC, Fifth Assessment Report (the terms that do not depend on extra ones)",
        terms=_ranges(
            ("exceptionally unlikely", 0.0, 0.01),
            ("very unlikely", 0.0, 0.10),
            ("unlikely", 0.0, 0.33),
            ("about as likely as not", 0.33, 0.66),
            ("likely", 0.66, 1.0),
            ("very likely", 0.90, 1.0),
            ("virtually certain", 0.99, 1.0),
        ),
    ),
    LikelihoodScale(
        id="kent",
        name="Sherman Kent, words of estimative probability (1964)",
        terms=_ranges(
            ("impossible", 0.0, 0.0),
            ("almost certainly not", 0.02, 0.12),
            ("probably not", 0.20, 0.40),
            ("chances about even", 0.40, 0.60),
            ("probable", 0.63, 0.87),
            ("almost certain", 0.87, 0.99),
            ("certain", 1.0, 1.0),
        ),
    ),
    LikelihoodScale(
        id="stix",
        name="STIX 2.1, words of estimative probability",
        terms=_touching(
            0.0,
            "impossible",
            0.005,
            "highly unlikely",
            0.195,
            "unlikely",
            0.395,
            "even chance",
            0.595,
            "likely",
            0.795,
            "highly likely",
            0.995,
            "certain",
            1.0,
        ),
    ),
)
"""The likelihood scales that the library knows; the first is the default."""
