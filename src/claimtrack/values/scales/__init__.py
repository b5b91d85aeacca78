"""Scales as data: likelihood terms, grades, and the crosswalks between grades that say what they lose."""

from claimtrack.values.scales.crosswalks import (
    CROSSWALKS,
    Conversion,
    Crosswalk,
    Overlap,
    convert,
    crosswalk,
    overlaps,
)
from claimtrack.values.scales.grades import GRADE_SCALES, Axis, GradeScale, Level, grade_scale
from claimtrack.values.scales.likelihood import LIKELIHOOD_SCALES, LikelihoodScale, Term, likelihood_scale

__all__ = [
    "CROSSWALKS",
    "GRADE_SCALES",
    "LIKELIHOOD_SCALES",
    "Axis",
    "Conversion",
    "Crosswalk",
    "GradeScale",
    "Level",
    "LikelihoodScale",
    "Overlap",
    "Term",
    "convert",
    "crosswalk",
    "grade_scale",
    "likelihood_scale",
    "overlaps",
]
