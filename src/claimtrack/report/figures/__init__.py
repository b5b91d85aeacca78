"""Figures of the report: what to draw of a network, folded to what a page can hold, and the same in words."""

from claimtrack.report.figures.bars import bars_figure, ruler_figure, zones_of
from claimtrack.report.figures.dates import timeline_figure
from claimtrack.report.figures.matrix import matrix_figure
from claimtrack.report.figures.provenance import READING, provenance_figure

__all__ = [
    "READING",
    "bars_figure",
    "matrix_figure",
    "provenance_figure",
    "ruler_figure",
    "timeline_figure",
    "zones_of",
]
