"""The numbers behind the words: the fidelity of each grade, the propensity of each interest, the strength of links."""

from collections.abc import Container, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from math import isfinite

import attrs

from claimtrack._records import constant_record, fields_of, small_record
from claimtrack.errors.base import shown
from claimtrack.errors.problems import OutOfRange, WrongType
from claimtrack.model.casebook import UNGRADED_MOST
from claimtrack.model.claims import StrengthWord
from claimtrack.model.sources import Grade
from claimtrack.model.statements import PropensityWord

_ENDS = ("low", "point", "high")
_DIGITS = 12
"""Of a digest: enough to tell two methods apart."""


def _are_numbers(values: Sequence[object]) -> bool:
    return all(isinstance(one, int | float) and not isinstance(one, bool) and isfinite(one) for one in values)


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
        seen = (self.point, self.low, self.high)
        if not (_are_numbers(seen) and 0.0 <= self.low <= self.point <= self.high < 1.0):
            raise OutOfRange(place="band", seen=shown(seen), expected="0 <= low <= point <= high < 1")


@constant_record
class Fidelity:
    """The probability f in [0, 1) that a source of each grade passes on what it knows; a design choice.

    Grade F has no number: it adds nothing, and only the high end of its band, .60, counts for bounds. An
    ungraded source has the casebook's `policy.ungraded`, with a band from 0 to .60. No grade is above a better one.
    """

    A: Band = Band(0.90, 0.80, 0.96)
    B: Band = Band(0.60, 0.45, 0.75)
    C: Band = Band(0.35, 0.20, 0.50)
    D: Band = Band(0.15, 0.05, 0.25)
    E: Band = Band(0.0, 0.0, 0.10)

    def __attrs_post_init__(self) -> None:
        """Refuse a grade that is above a better one."""
        _fall(self, "fidelity")

    def of(self, grade: Grade | None) -> Band | None:
        """The band of a grade; None for grade F and for no grade."""
        band: Band | None = None if grade is None or grade == "F" else getattr(self, grade)
        return band

    def at_work(self, grade: Grade | None, ungraded: float) -> Band:
        """The band that a source of this grade is weighed with.

        Args:
            grade: the grade; None for none.
            ungraded: what the casebook's policy takes where nobody graded.
        """
        return self.of(grade) or Band(ungraded if grade is None else 0.0, 0.0, UNGRADED_MOST)


@constant_record
class RelayFidelity:
    """The probability f in [0, 1) that a relay of each grade passes on what it heard; a design choice.

    Who quotes is right about the quote far more often than about the world. Grade F sets the whole chain aside: only
    the high end of its band counts, for bounds. No grade is above a better one.
    """

    A: Band = Band(0.98, 0.95, 0.99)
    B: Band = Band(0.95, 0.85, 0.98)
    C: Band = Band(0.80, 0.60, 0.90)
    D: Band = Band(0.25, 0.10, 0.50)
    E: Band = Band(0.05, 0.0, 0.15)
    F: Band = Band(0.0, 0.0, 0.90)
    """No basis: point and low end are 0."""
    ungraded: Band = Band(0.50, 0.20, 0.90)
    """Where nobody graded the relay."""

    def __attrs_post_init__(self) -> None:
        """Refuse a grade that is above a better one, and a number for grade F."""
        _fall(self, "relay fidelity")
        if self.F.point > 0.0:
            raise OutOfRange(place="relay fidelity F", seen=shown(self.F.point), expected="0: F is no number")

    def of(self, grade: Grade | None) -> Band:
        """The band of a grade, F included, or of none."""
        band: Band = self.ungraded if grade is None else getattr(self, grade)
        return band


@constant_record
class Propensity:
    """The probability n in (0, 1] that a source or relay would say this anyway, for each word."""

    neutral: float = 0.5
    serves: float = 1.0
    against: float = 0.02

    def __attrs_post_init__(self) -> None:
        """Refuse numbers out of order."""
        row = (self.against, self.neutral, self.serves)
        if not (_are_numbers(row) and 0.0 < self.against <= self.neutral <= self.serves <= 1.0):
            raise OutOfRange(place="propensity", seen=shown(row), expected="0 < against <= neutral <= serves <= 1")

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

    def __attrs_post_init__(self) -> None:
        """Refuse numbers out of order."""
        row = (self.weak, self.moderate, self.strong)
        if not (_are_numbers(row) and 0.0 <= self.weak <= self.moderate <= self.strong < 1.0):
            raise OutOfRange(place="strength", seen=shown(row), expected="0 <= weak <= moderate <= strong < 1")

    def of(self, strength: StrengthWord | float) -> float:
        """The number λ of a strength, which is a word or that number itself."""
        if isinstance(strength, str):
            found: float = getattr(self, strength)
            return found
        return strength


def a_candour(_: object, attribute: "attrs.Attribute[float]", value: object) -> None:
    """Refuse what is no share of a fidelity."""
    if not (_are_numbers((value,)) and 0.0 <= value <= 1.0):  # type: ignore[operator]
        raise OutOfRange(place=attribute.name, seen=shown(value), expected="a number from 0 to 1")


def bands(_: object, attribute: "attrs.Attribute[object]", value: object) -> None:
    """Refuse what is no band for each of some ids."""
    if not all(isinstance(name, str) and isinstance(band, Band) for name, band in dict(value).items()):  # type: ignore[call-overload]
        raise WrongType(place=attribute.name, seen="something else", expected="a Band for each id of a source")


def told_bands(own: Mapping[str, Band], told: Container[str] = ()) -> str:
    """The numbers of single sources as text: those of the sources that may be told by id, a digest of all others.

    A source may be protected, so that no id is told unless it is said to be no secret.
    """
    withheld = sorted((name, band.low, band.point, band.high) for name, band in own.items() if name not in told)
    parts = [f"{name!r}: {band!r}" for name, band in sorted(own.items()) if name in told]
    if withheld:
        digest = sha256(repr(withheld).encode()).hexdigest()[:_DIGITS]
        parts.append(f"<{len(withheld)} source{'' if len(withheld) == 1 else 's'}, digest {digest}>")
    text = ", ".join(parts)
    return text if len(withheld) == len(own) > 0 else f"{{{text}}}"


def _fall(table: Fidelity | RelayFidelity, place: str) -> None:
    """Refuse a table in which some number of a grade is above that of a better grade."""
    for one in fields_of(type(table)):
        if not isinstance(getattr(table, one.name), Band):
            raise WrongType(place=f"{place} {one.name}", seen=shown(getattr(table, one.name)), expected="a Band")
    for better, worse in pairwise("ABCDE"):
        for end in _ENDS:
            more, less = getattr(getattr(table, better), end), getattr(getattr(table, worse), end)
            if less > more:
                expected = f"at most {more:g}, as grade {better} has"
                raise OutOfRange(place=f"{place} {worse}, {end}", seen=shown(less), expected=expected)
