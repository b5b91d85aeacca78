"""The numbers behind the words: the fidelity of each grade, the propensity of each interest, the strength of links."""

from claimtrack._records import constant_record, small_record
from claimtrack.errors.base import shown
from claimtrack.errors.problems import OutOfRange
from claimtrack.model.claims import StrengthWord
from claimtrack.model.sources import Grade
from claimtrack.model.statements import PropensityWord


@small_record
class Band:
    """A fidelity and the band that it may lie in: 0 <= low <= point <= high < 1."""

    point: float
    """The number that scores are made with."""
    low: float
    """The lowest that it may be."""
    high: float
    """The highest that it may be."""

    def __attrs_post_init__(self) -> None:
        """Refuse a band that does not hold its point."""
        if not 0.0 <= self.low <= self.point <= self.high < 1.0:
            seen = shown((self.point, self.low, self.high))
            raise OutOfRange(place="band", seen=seen, expected="0 <= low <= point <= high < 1")


@constant_record
class Fidelity:
    """The probability f in [0, 1) that a source of each grade passes on what it knows; a design choice.

    Grade F has no number: it adds nothing, and only the high end of its band, .60, counts for bounds. An
    ungraded source has the casebook's `policy.ungraded`, with a band from 0 to .60.
    """

    A: Band = Band(0.90, 0.80, 0.96)
    B: Band = Band(0.60, 0.45, 0.75)
    C: Band = Band(0.35, 0.20, 0.50)
    D: Band = Band(0.15, 0.05, 0.25)
    E: Band = Band(0.0, 0.0, 0.10)

    def of(self, grade: Grade | None) -> Band | None:
        """The band of a grade; None for grade F and for no grade."""
        band: Band | None = None if grade is None or grade == "F" else getattr(self, grade)
        return band


@constant_record
class Propensity:
    """The probability n in (0, 1] that a source would say this anyway, for each word."""

    neutral: float = 0.5
    serves: float = 1.0
    against: float = 0.05

    def of(self, propensity: PropensityWord | float) -> float:
        """The number n of a propensity, which is a word or that number itself."""
        if isinstance(propensity, str):
            found: float = getattr(self, propensity)
            return found
        return propensity


@constant_record
class Strength:
    """λ in [0, 1) for each word of a link's strength: the fidelity with which one claim tells of the other."""

    weak: float = 0.3
    moderate: float = 0.6
    strong: float = 0.9

    def of(self, strength: StrengthWord | float) -> float:
        """The number λ of a strength, which is a word or that number itself."""
        if isinstance(strength, str):
            found: float = getattr(self, strength)
            return found
        return strength
