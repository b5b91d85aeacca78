"""The laws of scoring methods, by what they speak of."""

from claimtrack.testing.laws import bounds, direction, links, probability, shape, voices

__all__ = ["METHOD_LAWS"]

METHOD_LAWS = (
    *shape.LAWS,
    *direction.LAWS,
    *voices.LAWS,
    *links.LAWS,
    *probability.LAWS,
    *bounds.LAWS,
)
"""Every law of scoring methods."""
