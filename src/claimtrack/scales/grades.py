"""Grading scales: the codes and labels of each as its source has them, and what they mean in our words."""

from typing import Literal

from claimtrack._records import record
from claimtrack.errors.failures import UnknownName

Axis = Literal["source reliability", "information credibility", "directness", "handling", "confidence", "number"]
"""What a scale grades. Only scales of one axis convert without losing the very thing that they say."""


@record
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


@record
class GradeScale:
    """A grading scale, the best level first; what has no basis stands last and is not the worst."""

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


def grade_scale(name: str) -> GradeScale:
    """The grading scale of that name.

    Raises:
        UnknownName: there is none.

    Example:
        >>> grade_scale("uk5x5x5.source").level("E").label
        'Untested source'
    """
    for scale in GRADE_SCALES:
        if scale.id == name:
            return scale
    known = tuple(scale.id for scale in GRADE_SCALES)
    raise UnknownName(kind="grading scale", seen=name, known=known)


def _levels(*rows: tuple[str, str, str], none: tuple[str, str, str] | None = None) -> tuple[Level, ...]:
    """Levels by code, label and meaning, the best first; the level without basis apart."""
    made = [Level(code=code, label=label, says=says) for code, label, says in rows]
    return (*made, *([Level(code=none[0], label=none[1], says=none[2], basis=False)] if none else []))


def _labels(*pairs: tuple[str, str], none: tuple[str, str] | None = None) -> tuple[Level, ...]:
    return _levels(*((*pair, "") for pair in pairs), none=None if none is None else (*none, ""))


def _numbers(*codes: str) -> tuple[Level, ...]:
    return _labels(*((code, code) for code in codes))


GRADE_SCALES = (
    GradeScale(
        id="admiralty.reliability",
        name="Admiralty (NATO STANAG 2511), reliability of the source",
        axis="source reliability",
        levels=_levels(
            ("A", "Completely reliable", "never found wrong, and no doubt of who it is or what it can know"),
            ("B", "Usually reliable", "mostly found right; a small doubt is left"),
            ("C", "Fairly reliable", "has been right before; a doubt is left"),
            ("D", "Not usually reliable", "was right at times; the doubt is great"),
            ("E", "Unreliable", "was found wrong, and is not trusted"),
            none=("F", "Reliability cannot be judged", "there is nothing to judge it by; it is not worse than E"),
        ),
        seen="seen; editions word it differently",
    ),
    GradeScale(
        id="admiralty.credibility",
        name="Admiralty (NATO STANAG 2511), credibility of the information",
        axis="information credibility",
        levels=_levels(
            ("1", "Confirmed by other sources", "another, independent origin says the same"),
            ("2", "Probably true", "not confirmed; it makes sense and fits what else is known"),
            ("3", "Possibly true", "not confirmed; it makes some sense and fits a part of what is known"),
            ("4", "Doubtful", "not confirmed; possible, and nothing else is known of it"),
            ("5", "Improbable", "not confirmed; it makes no sense or goes against what is known"),
            none=("6", "Truth cannot be judged", "there is nothing to judge it by; it is not worse than 5"),
        ),
        seen="seen in part: the wording of STANAG 2511 for 3 to 6 was not",
    ),
    GradeScale(
        id="uk5x5x5.source",
        name="UK 5x5x5, source evaluation",
        axis="source reliability",
        levels=_labels(
            ("A", "Always reliable"),
            ("B", "Mostly reliable"),
            ("C", "Sometimes reliable"),
            ("D", "Unreliable"),
            none=("E", "Untested source"),
        ),
        seen="seen; replaced by 3x5x2 about 2016",
    ),
    GradeScale(
        id="uk5x5x5.information",
        name="UK 5x5x5, information evaluation",
        axis="directness",
        levels=_labels(
            ("1", "Known to be true without reservation"),
            ("2", "Known personally to source but not to officer"),
            ("3", "Not personally known to source but corroborated"),
            ("5", "Suspected to be false or malicious"),
            none=("4", "Cannot be judged"),
        ),
        seen="seen; replaced by 3x5x2 about 2016",
    ),
    GradeScale(
        id="uk5x5x5.handling",
        name="UK 5x5x5, handling",
        axis="handling",
        levels=_levels(
            ("1", "1", "other law enforcement and prosecutors, the European Economic Area included"),
            ("2", "2", "United Kingdom bodies that do not prosecute"),
            ("3", "3", "law enforcement outside the European Economic Area"),
            ("4", "4", "within the originating agency"),
            ("5", "5", "to nobody else; ask the originator"),
        ),
        seen="seen; replaced by 3x5x2 about 2016",
    ),
    GradeScale(
        id="uk3x5x2.source",
        name="UK 3x5x2, source evaluation",
        axis="source reliability",
        levels=_labels(("1", "Reliable"), ("3", "Not reliable"), none=("2", "Untested")),
    ),
    GradeScale(
        id="uk3x5x2.information",
        name="UK 3x5x2, information assessment",
        axis="directness",
        levels=_labels(
            ("A", "Known directly to the source"),
            ("B", "Known indirectly to the source but corroborated"),
            ("C", "Known indirectly to the source"),
            ("E", "Suspected to be false"),
            none=("D", "Not known"),
        ),
    ),
    GradeScale(
        id="uk3x5x2.handling",
        name="UK 3x5x2, handling",
        axis="handling",
        levels=_labels(("P", "Lawful sharing permitted"), ("C", "Lawful sharing permitted with conditions")),
    ),
    GradeScale(
        id="europol4x4.source",
        name="Europol 4x4, source",
        axis="source reliability",
        levels=_levels(
            ("A", "A", "no doubt of who it is, what it can know and that it is honest, or right every time"),
            ("B", "B", "right in most cases"),
            ("C", "C", "wrong in most cases"),
            none=("X", "X", "cannot be assessed"),
        ),
    ),
    GradeScale(
        id="europol4x4.information",
        name="Europol 4x4, information",
        axis="directness",
        levels=_levels(
            ("1", "1", "no doubt that it is accurate"),
            ("2", "2", "the source knows it from itself; the official who passes it on does not"),
            ("3", "3", "the source does not know it from itself, and what is on record agrees"),
            ("4", "4", "the source does not know it from itself, and nothing on record can bear it out"),
        ),
        seen="seen but for the end of 4",
    ),
    GradeScale(
        id="europol4x4.handling",
        name="Europol, handling",
        axis="handling",
        levels=_levels(
            ("H0", "H0", "only for preventing and fighting crime, as the law has it"),
            ("H1", "H1", "not in court without the provider's leave"),
            ("H2", "H2", "not to be passed on without the provider's leave"),
            ("H3", "H3", "as the provider restricts it"),
        ),
    ),
    GradeScale(
        id="icd203.confidence",
        name="US ICD 203, analytic confidence",
        axis="confidence",
        levels=_levels(
            ("high", "high", "proven sources that bear each other out, few assumptions, few gaps"),
            ("moderate", "moderate", "good sources that bear each other out in part, several assumptions"),
            ("low", "low", "sources that nothing bears out, many assumptions, wide gaps"),
        ),
    ),
    GradeScale(
        id="ipcc.confidence",
        name="IPCC, Fifth Assessment Report, confidence",
        axis="confidence",
        levels=_labels(*((code, code) for code in ("very high", "high", "medium", "low", "very low"))),
        seen="seen; the words for the amount of evidence were not",
    ),
    GradeScale(
        id="stix.none-low-med-high",
        name="STIX 2.1, None / Low / Med / High",
        axis="confidence",
        levels=_labels(*((code, code) for code in ("High", "Med", "Low", "None"))),
    ),
    GradeScale(
        id="stix.confidence",
        name="STIX 2.1, the confidence property, 0 to 100",
        axis="number",
        levels=_numbers("90", "85", "70", "50", "30", "15", "10", "0"),
    ),
    GradeScale(
        id="misp",
        name="MISP, the numerical value of a tag, 0 to 100",
        axis="number",
        levels=_numbers("100", "95", "75", "55", "50", "25", "0"),
    ),
    GradeScale(
        id="lineage",
        name="claimtrack, how an origin knows",
        axis="directness",
        levels=_labels(
            *((code, code) for code in ("witnessed", "took part", "decided", "recorded", "told", "deduced")),
            none=("unknown", "unknown"),
        ),
    ),
)
"""The grading scales that the library knows."""
