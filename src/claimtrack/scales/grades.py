"""Grading scales, and crosswalks: from the levels of one scale to those of another, and what is lost on the way.

Where a level covers several of the other scale, the one that gives the least support is taken. Where no level of the
other scale says the same, there is none: the user must decide, and is told why.
"""

from collections.abc import Mapping
from typing import Literal

from claimtrack._records import constant_record
from claimtrack.errors.failures import UnknownName

Axis = Literal["source reliability", "information credibility", "directness", "handling", "confidence", "number"]
"""What a scale grades. Only scales of one axis convert without losing the very thing that they say."""


@constant_record
class Level:
    """One level of a grading scale."""

    code: str
    """Its code as the scale writes it."""
    label: str
    """Its label as the scale has it."""
    says: str = ""
    """What it means, in our words."""
    basis: bool = True
    """False where it says that there is nothing to judge by; it then stands outside the order of the others."""


@constant_record
class GradeScale:
    """A grading scale, the best level first; a level without basis stands last and is not the worst."""

    id: str
    """The name by which calls and commands ask for it."""
    name: str
    """Its name."""
    axis: Axis
    """What it grades."""
    levels: tuple[Level, ...]
    """Its levels in falling order."""
    seen: str = "seen"
    """Which of its wording was seen at its source, and which was not."""

    def rank(self, code: str) -> int | None:
        """How many levels stand above one; None where it has no basis.

        Raises:
            UnknownName: the scale has no such code.
        """
        level = self.level(code)
        return self.levels.index(level) if level.basis else None

    def level(self, code: str) -> Level:
        """The level of that code.

        Raises:
            UnknownName: the scale has no such code.
        """
        for level in self.levels:
            if level.code == code:
                return level
        known = tuple(level.code for level in self.levels)
        raise UnknownName(kind=f"level of {self.id}", seen=code, known=known)


@constant_record
class Conversion:
    """One level, converted to another scale."""

    code: str | None = None
    """The code there; None where no level says the same."""
    loses: str = ""
    """What is lost, or why there is no level; empty where nothing is lost."""


@constant_record
class Crosswalk:
    """The conversion of a whole scale to another."""

    start: GradeScale
    """The scale to convert from."""
    end: GradeScale
    """The scale to convert to."""
    steps: Mapping[str, Conversion]
    """By the code of each level of the first, what it becomes on the second."""

    @property
    def is_across(self) -> bool:
        """Whether it leads to a scale that grades something else, so that what was graded is lost."""
        return self.start.axis != self.end.axis

    def convert(self, code: str) -> Conversion:
        """A level of the first scale, converted to the second.

        Raises:
            UnknownName: the first scale has no such level.
        """
        return self.steps[self.start.level(code).code]
