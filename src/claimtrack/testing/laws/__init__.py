"""The laws, by subject."""

from claimtrack.testing.laws import (
    attribution,
    exhibits,
    invariance,
    links,
    monotonicity,
    origins,
    probability,
)
from claimtrack.testing.laws.formats import FORMAT_LAWS, CasebookFormat
from claimtrack.testing.laws.histories import HISTORY_LAWS, Replayer
from claimtrack.testing.laws.opinions import OPINION_LAWS

__all__ = ["FORMAT_LAWS", "HISTORY_LAWS", "METHOD_LAWS", "OPINION_LAWS", "CasebookFormat", "Replayer"]

METHOD_LAWS = (
    *invariance.LAWS,
    *monotonicity.LAWS,
    *origins.LAWS,
    *exhibits.LAWS,
    *links.LAWS,
    *probability.LAWS,
    *attribution.LAWS,
)
"""Every law of scoring methods."""
