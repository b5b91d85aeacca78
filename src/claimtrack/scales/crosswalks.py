"""Crosswalks: from the levels of one scale to those of another, and what is lost on the way.

Where a level covers several of the other scale, the one that gives least support is taken. Where no level of the
other scale says the same, there is none: whoever converts must decide, and is told why.
"""

from collections.abc import Mapping
from types import MappingProxyType

from claimtrack._records import record
from claimtrack.errors.failures import UnknownName
from claimtrack.scales.grades import GradeScale, grade_scale
from claimtrack.scales.likelihood import LikelihoodScale, Term


@record
class Conversion:
    """One level as another scale has it."""

    code: str | None
    """The code there; None where no level says the same."""
    loses: str = ""
    """What is lost, or why there is no level; empty where nothing is lost."""


@record
class Crosswalk:
    """The way from one scale to another."""

    start: GradeScale
    """The scale that it begins at."""
    end: GradeScale
    """The scale that it leads to."""
    steps: Mapping[str, Conversion]
    """For the code of each level of the first, what it is on the second."""

    @property
    def is_across(self) -> bool:
        """Whether it leads to a scale that grades something else, so that what was graded is lost."""
        return self.start.axis != self.end.axis

    def convert(self, code: str) -> Conversion:
        """A level of the first scale as the second has it.

        Raises:
            UnknownName: the first scale has no such level.
        """
        return self.steps[self.start.level(code).code]


@record
class Overlap:
    """A likelihood term on another scale."""

    term: Term
    """The term."""
    terms: tuple[Term, ...]
    """The terms of the other scale that share a part of its range."""
    uncovered: float
    """The share of its range, from 0 to 1, that no term of the other scale covers."""


def convert(code: str, start: str, end: str) -> Conversion:
    """A level of one scale as another has it.

    Raises:
        UnknownName: there is no such scale, level or crosswalk.

    Example:
        >>> convert("E", "uk5x5x5.source", "admiralty.reliability").code
        'F'
        >>> convert("F", "admiralty.reliability", "misp").loses
        'C has 50 too: a number says that a source is fair where nobody can judge it'
    """
    return crosswalk(start, end).convert(code)


def crosswalk(start: str, end: str) -> Crosswalk:
    """The way from one scale to another.

    Raises:
        UnknownName: there is no such scale, or no way between them.
    """
    first, last = grade_scale(start), grade_scale(end)
    steps = CROSSWALKS.get((start, end))
    if steps is None:
        known = tuple(other for one, other in CROSSWALKS if one == start)
        raise UnknownName(kind=f"scale that {first.id} converts to", seen=last.id, known=known or ("none",), near=None)
    return Crosswalk(start=first, end=last, steps=steps)


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
    covered, reached = 0.0, term.low
    for low, high, _ in sorted(shared, key=lambda part: part[:2]):
        covered += max(0.0, high - max(low, reached))
        reached = max(reached, high)
    width = term.high - term.low
    uncovered = max(0.0, 1.0 - covered / width) if width else float(not shared)
    return Overlap(term=term, terms=tuple(other for _, _, other in shared), uncovered=uncovered)


def _table(ways: Mapping[str, str | tuple[str | None, str]]) -> Mapping[str, Conversion]:
    return MappingProxyType(
        {
            code: Conversion(code=way) if isinstance(way, str) else Conversion(code=way[0], loses=way[1])
            for code, way in ways.items()
        }
    )


_DIRECTNESS = "it says how the information is known, and the other scale how well it fits"
_SEVERAL = "covers two levels of the other scale; the lower is taken"
_SOMETIMES = "the other scale has no level for what is right at times"
_NUMBER = "C has 50 too: a number says that a source is fair where nobody can judge it"
_UNTESTED = "that nobody tested it yet; the other level only says that there is nothing to judge by"

CROSSWALKS: Mapping[tuple[str, str], Mapping[str, Conversion]] = MappingProxyType(
    {
        ("uk5x5x5.source", "admiralty.reliability"): _table(
            {"A": "A", "B": "B", "C": "C", "D": ("E", _SEVERAL), "E": ("F", _UNTESTED)}
        ),
        ("admiralty.reliability", "uk5x5x5.source"): _table(
            {
                "A": "A",
                "B": "B",
                "C": "C",
                "D": ("D", "D and E become one level"),
                "E": ("D", "D and E become one level"),
                "F": ("E", "F says that nothing is there to judge by, also where the source was tested"),
            }
        ),
        ("uk3x5x2.source", "admiralty.reliability"): _table(
            {"1": ("B", _SEVERAL), "3": ("E", _SEVERAL), "2": ("F", _UNTESTED)}
        ),
        ("admiralty.reliability", "uk3x5x2.source"): _table(
            {
                "A": ("1", "A and B become one level"),
                "B": ("1", "A and B become one level"),
                "C": (None, _SOMETIMES),
                "D": ("3", "D and E become one level"),
                "E": ("3", "D and E become one level"),
                "F": ("2", "F says that nothing is there to judge by, also where the source was tested"),
            }
        ),
        ("uk5x5x5.source", "uk3x5x2.source"): _table(
            {
                "A": ("1", "A and B become one level"),
                "B": ("1", "A and B become one level"),
                "C": (None, _SOMETIMES),
                "D": "3",
                "E": "2",
            }
        ),
        ("uk3x5x2.source", "uk5x5x5.source"): _table({"1": ("B", _SEVERAL), "3": "D", "2": "E"}),
        ("europol4x4.source", "admiralty.reliability"): _table({"A": "A", "B": "B", "C": ("D", _SOMETIMES), "X": "F"}),
        ("admiralty.reliability", "europol4x4.source"): _table(
            {
                "A": "A",
                "B": "B",
                "C": (None, _SOMETIMES),
                "D": ("C", "D and E become one level"),
                "E": ("C", "D and E become one level"),
                "F": "X",
            }
        ),
        ("uk5x5x5.information", "uk3x5x2.information"): _table(
            {
                "1": (None, "it says that the information is true, and not how the source knows"),
                "2": "A",
                "3": "B",
                "5": ("E", "that it may be malicious"),
                "4": ("D", "it says that the information cannot be judged, and the other that its way is not known"),
            }
        ),
        ("uk3x5x2.information", "uk5x5x5.information"): _table(
            {
                "A": "2",
                "B": "3",
                "C": (None, "there is no level for hearsay that nothing bears out"),
                "E": ("5", "the other level also has what is malicious"),
                "D": ("4", "it says that the way is not known, and the other that the information cannot be judged"),
            }
        ),
        ("uk5x5x5.information", "europol4x4.information"): _table(
            {
                "1": "1",
                "2": "2",
                "3": "3",
                "5": (None, "there is no level for what may be false"),
                "4": (None, "there is no level for what cannot be judged"),
            }
        ),
        ("europol4x4.information", "uk5x5x5.information"): _table(
            {"1": "1", "2": "2", "3": "3", "4": (None, "there is no level for hearsay that nothing bears out")}
        ),
        ("uk5x5x5.information", "admiralty.credibility"): _table(
            {
                "1": ("2", "that it is beyond doubt; 1 there asks for another independent origin, which this does not"),
                "2": (None, _DIRECTNESS),
                "3": ("2", f"{_DIRECTNESS}; whoever bears it out may not be independent"),
                "5": ("5", "that it may be malicious"),
                "4": "6",
            }
        ),
        ("uk3x5x2.information", "admiralty.credibility"): _table(
            {
                "A": (None, _DIRECTNESS),
                "B": ("2", f"{_DIRECTNESS}; whoever bears it out may not be independent"),
                "C": (None, _DIRECTNESS),
                "E": "5",
                "D": ("6", _DIRECTNESS),
            }
        ),
        ("europol4x4.information", "admiralty.credibility"): _table(
            {
                "1": ("2", "that it is beyond doubt; 1 there asks for another independent origin, which this does not"),
                "2": (None, _DIRECTNESS),
                "3": ("2", f"{_DIRECTNESS}; whoever bears it out may not be independent"),
                "4": (None, _DIRECTNESS),
            }
        ),
        ("uk5x5x5.information", "lineage"): _table(
            {
                "1": (None, "it says that the information is true, and not how the source knows"),
                "2": ("witnessed", "whether the source saw it, took part or decided it"),
                "3": ("told", "that something bears it out: write that down as a statement of its own"),
                "5": (None, "it says that the information may be false, and not how the source knows"),
                "4": ("unknown", "that the information cannot be judged"),
            }
        ),
        ("uk3x5x2.information", "lineage"): _table(
            {
                "A": ("witnessed", "whether the source saw it, took part or decided it"),
                "B": ("told", "that something bears it out: write that down as a statement of its own"),
                "C": "told",
                "E": (None, "it says that the information may be false, and not how the source knows"),
                "D": "unknown",
            }
        ),
        ("europol4x4.information", "lineage"): _table(
            {
                "1": (None, "it says that the information is accurate, and not how the source knows"),
                "2": ("witnessed", "whether the source saw it, took part or decided it"),
                "3": ("told", "that something bears it out: write that down as a statement of its own"),
                "4": "told",
            }
        ),
        ("lineage", "uk3x5x2.information"): _table(
            {
                "witnessed": ("A", "in what way the source knows from itself"),
                "took part": ("A", "in what way the source knows from itself"),
                "decided": ("A", "in what way the source knows from itself"),
                "recorded": ("A", "in what way the source knows from itself"),
                "told": ("C", "whether anything bears it out; where it does, B is right"),
                "deduced": (None, "there is no level for what the source concluded"),
                "unknown": "D",
            }
        ),
        ("admiralty.reliability", "misp"): _table(
            {
                "A": "100",
                "B": "75",
                "C": ("50", "F has 50 too"),
                "D": "25",
                "E": ("0", "G, which MISP adds, has 0 too"),
                "F": ("50", _NUMBER),
            }
        ),
        ("admiralty.credibility", "misp"): _table(
            {
                "1": "100",
                "2": "75",
                "3": ("50", "6 has 50 too"),
                "4": "25",
                "5": "0",
                "6": ("50", "3 has 50 too: a number says that it is possible where nobody can judge it"),
            }
        ),
        ("admiralty.credibility", "stix.confidence"): _table(
            {
                "1": ("90", "that another independent origin confirms it"),
                "2": "70",
                "3": "50",
                "4": "30",
                "5": "10",
                "6": (
                    None,
                    "leave the property out, which says that there is none; 0 would say that there is a low one",
                ),
            }
        ),
        ("icd203.confidence", "misp"): _table({"high": "95", "moderate": "55", "low": "0"}),
        ("icd203.confidence", "stix.none-low-med-high"): _table(
            {
                "high": ("High", "that it is confidence in a judgment; STIX means it of a piece of data"),
                "moderate": ("Med", "that it is confidence in a judgment; STIX means it of a piece of data"),
                "low": ("Low", "that it is confidence in a judgment; STIX means it of a piece of data"),
            }
        ),
        ("stix.none-low-med-high", "stix.confidence"): _table({"High": "85", "Med": "50", "Low": "15", "None": "0"}),
        ("ipcc.confidence", "icd203.confidence"): _table(
            {
                "very high": ("high", "very high and high become one level"),
                "high": ("high", "very high and high become one level"),
                "medium": "moderate",
                "low": ("low", "low and very low become one level"),
                "very low": ("low", "low and very low become one level"),
            }
        ),
    }
)
"""The crosswalks, by the scale that each begins at and the one it leads to; there is no other."""
