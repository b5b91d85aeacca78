"""Scales from TOML: those that come with the library, and a desk's own."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import get_args

from claimtrack._packaged import read_packaged
from claimtrack.errors.failures import UnknownName
from claimtrack.errors.problems import DuplicateId, NotOneOf, OutOfRange, WrongType
from claimtrack.scales.grades import Axis, Conversion, Crosswalk, GradeScale, Level
from claimtrack.scales.likelihood import LikelihoodScale, Term
from claimtrack.toml_settings import TomlSettings

LIKELIHOOD_SCALES = ("icd203", "phia", "ipcc", "kent", "stix")
"""The names of the likelihood scales that come with the library; the first is the default."""

GRADE_SCALES = (
    "admiralty.reliability",
    "admiralty.credibility",
    "uk5x5x5.source",
    "uk5x5x5.information",
    "uk5x5x5.handling",
    "uk3x5x2.source",
    "uk3x5x2.information",
    "uk3x5x2.handling",
    "europol4x4.source",
    "europol4x4.information",
    "europol4x4.handling",
    "icd203.confidence",
    "ipcc.confidence",
    "stix.none-low-med-high",
    "stix.confidence",
    "misp",
    "lineage",
)
"""The names of the grading scales that come with the library."""

_Conversions = Mapping[str, Mapping[str, Conversion]]
"""By the name of another scale, what each level becomes on it."""


def likelihood_scale(name: str) -> LikelihoodScale:
    """The likelihood scale of that name, read from its file at its first use.

    Raises:
        UnknownName: no scale has that name.
    """
    if name not in LIKELIHOOD_SCALES:
        raise UnknownName(kind="likelihood scale", seen=name, known=LIKELIHOOD_SCALES)
    return _built_in_words(name)


def grade_scale(name: str) -> GradeScale:
    """The grading scale of that name, read from its file at its first use.

    Raises:
        UnknownName: there is none.

    Example:
        >>> grade_scale("uk5x5x5.source").level("E").label
        'Untested source'
    """
    return _built_in_grades(name)[0]


def crosswalk(start: str, end: str) -> Crosswalk:
    """The crosswalk from one scale to another.

    Raises:
        UnknownName: there is no such scale, or no way between them.
    """
    first, last = grade_scale(start), grade_scale(end)
    conversions = _built_in_grades(start)[1]
    if end not in conversions:
        known = tuple(conversions) or ("none",)
        raise UnknownName(kind=f"scale that {first.id} converts to", seen=last.id, known=known, near=None)
    return Crosswalk(start=first, end=last, steps=conversions[end])


def crosswalks() -> tuple[Crosswalk, ...]:
    """All crosswalks between scales that come with the library; there is no other."""
    return tuple(crosswalk(start, end) for start in GRADE_SCALES for end in _built_in_grades(start)[1])


def convert(code: str, start: str, end: str) -> Conversion:
    """A level of one scale, converted to another.

    Raises:
        UnknownName: there is no such scale, level or crosswalk.

    Example:
        >>> convert("E", "uk5x5x5.source", "admiralty.reliability").code
        'F'
        >>> convert("F", "admiralty.reliability", "misp").loses
        'C has 50 too: a number says that a source is fair where nobody can judge it'
    """
    return crosswalk(start, end).convert(code)


def scale_from_toml(text: str) -> LikelihoodScale | Crosswalk:
    """A desk's own scale: words where the text has `terms`, otherwise grades with their crosswalk.

    Raises:
        InvalidCasebook: the text has problems; all of them are listed.
    """
    return words_from_toml(text) if TomlSettings(text, "the scale").has("terms") else grades_from_toml(text)


def words_from_toml(text: str) -> LikelihoodScale:
    r"""A desk's own likelihood words: a `name`, and under each `[[terms]]` a `label` with its `low` and `high`.

    Terms stand in rising order. Ranges may leave gaps, where the two neighbours are named; where they overlap, the
    narrowest that holds a number is taken, and of equally narrow ones the upper; a touching edge belongs to the upper
    term.

    Raises:
        InvalidCasebook: the text has problems; all of them are listed.

    Example:
        >>> from claimtrack.scales import word_for
        >>> ours = words_from_toml('''
        ... name = "Our words"
        ... [[terms]]
        ... label = "we doubt it"
        ... low = 0
        ... high = 0.5
        ... [[terms]]
        ... label = "we believe it"
        ... low = 0.5
        ... high = 1
        ... ''')
        >>> word_for(0.62, ours)
        'we believe it'
    """
    return _read_words(TomlSettings(text, "the words"), "own")


def grades_from_toml(text: str) -> Crosswalk:
    r"""A desk's own grades: a `name`, what they convert to, and under each `[[levels]]` a `code`, best first.

    Each level has a `label`, `to` (its code on the other scale) or none, and `loses`, which is needed where there is
    no such code. `basis = false` marks the level that says that there is nothing to judge by. What the grades are
    about is their `axis`, source reliability if not given; the other scale must be about the same.

    Raises:
        InvalidCasebook: the text has problems; all of them are listed.

    Example:
        >>> ours = grades_from_toml('''
        ... name = "Our grades"
        ... converts_to = "admiralty.reliability"
        ... [[levels]]
        ... code = "solid"
        ... label = "Solid"
        ... to = "B"
        ... [[levels]]
        ... code = "new"
        ... label = "New to us"
        ... basis = false
        ... to = "F"
        ... ''')
        >>> ours.convert("new").code
        'F'
    """
    settings = TomlSettings(text, "the grades")
    target = grade_scale(settings.word("converts_to", GRADE_SCALES, default="admiralty.reliability"))
    scale, conversions = _read_grades(settings, "own", target)
    if settings.is_right("axis", "converts_to") and target.axis != scale.axis:
        settings.wrong(_wrong_axis(target, scale.axis))
    settings.done()
    return Crosswalk(start=scale, end=target, steps=conversions[target.id])


def _built_in(name: str) -> TomlSettings:
    return TomlSettings(read_packaged("claimtrack.scales", f"builtin/{name}.toml"), name)


@cache
def _built_in_words(name: str) -> LikelihoodScale:
    return _read_words(_built_in(name), name)


@cache
def _built_in_grades(name: str) -> tuple[GradeScale, _Conversions]:
    if name not in GRADE_SCALES:
        raise UnknownName(kind="grading scale", seen=name, known=GRADE_SCALES)
    settings = _built_in(name)
    grades = _read_grades(settings, name)
    settings.done()
    return grades


def _read_words(settings: TomlSettings, scale_id: str) -> LikelihoodScale:
    name = settings.text("name", "the name of the scale")
    checked = settings.yes("checked", "", default=True)
    terms: list[Term] = []
    for place in settings.rows("terms", least=2):
        label = settings.text("label", "the word itself", place=place)
        term = Term(label=label, low=settings.share("low", place), high=settings.share("high", place))
        if term.high < term.low:
            settings.wrong(OutOfRange(place=f"{place}.high", seen=f"{term.high:g}", expected=f"at least {term.low:g}"))
        if label and any(label == other.label for other in terms):
            settings.wrong(DuplicateId(place=f"{place}.label", seen=label, first="an earlier term"))
        terms.append(term)
    for number, (lower, upper) in enumerate(pairwise(terms), start=1):
        # Ranges may overlap, so that only their middles show the order; ends that are wrong themselves show nothing.
        ends = [f"terms[{place}].{end}" for place in (number - 1, number) for end in ("low", "high")]
        if settings.is_right(*ends) and lower.low + lower.high >= upper.low + upper.high:
            expected = f"terms in rising order: more than {lower.label}"
            settings.wrong(OutOfRange(place=f"terms[{number}]", seen=upper.label, expected=expected))
    settings.done()
    return LikelihoodScale(id=scale_id, name=name, terms=tuple(terms), checked=checked)


def _read_grades(
    settings: TomlSettings, scale_id: str, target: GradeScale | None = None
) -> tuple[GradeScale, _Conversions]:
    """A grading scale, and what its levels become on other scales.

    A desk's levels all convert to one target, and `to` is a code of it. The levels of a built-in scale convert to
    several, and `to` is a table with an entry for each.
    """
    name = settings.text("name", "the name of the scale")
    axis = settings.word("axis", get_args(Axis), default="source reliability")
    seen = settings.text("seen", "what was seen of its wording", default="seen")
    levels: list[Level] = []
    conversions: dict[str, dict[str, Conversion]] = {}
    for place in settings.rows("levels", least=2):
        code = settings.text("code", "the grade as it is written", place=place)
        if code and any(code == level.code for level in levels):
            settings.wrong(DuplicateId(place=f"{place}.code", seen=code, first="an earlier level"))
        label = settings.text("label", "what the grade is called", place=place)
        basis = settings.yes("basis", place, default=True)
        says = settings.text("says", "", default="", place=place)
        levels.append(Level(code=code, label=label, says=says, basis=basis))
        ways = _ways(settings, place) if target is None else [(target.id, _conversion(settings, place, target))]
        for end, conversion in ways:
            conversions.setdefault(end, {})[code] = conversion
    scale = GradeScale(id=scale_id, name=name, axis=axis, levels=tuple(levels), seen=seen)  # type: ignore[arg-type]
    return scale, {end: MappingProxyType(steps) for end, steps in conversions.items()}


def _conversion(settings: TomlSettings, place: str, target: GradeScale) -> Conversion:
    known = tuple(level.code for level in target.levels)
    to = settings.text("to", "a code", default="", place=place)
    if to and to not in known:
        settings.wrong(NotOneOf(place=f"{place}.to", seen=to, allowed=known, near=settings.near(to, known)))
    loses = settings.text("loses", "why no level says the same", default="" if to else None, place=place)
    return Conversion(code=to or None, loses=loses)


def _ways(settings: TomlSettings, place: str) -> Iterable[tuple[str, Conversion]]:
    for end, step in settings.table("to", place=place).items():
        yield end, Conversion(code=step) if isinstance(step, str) else Conversion(**step)


def _wrong_axis(target: GradeScale, axis: str) -> WrongType:
    """The problem of grades of one thing that are to become grades of another."""
    fit = [name for name in GRADE_SCALES if grade_scale(name).axis == axis]
    expected = f"a scale of {axis}, as the axis of these grades is ({', '.join(fit)})"
    return WrongType(place="converts_to", seen=f"{target.id}, a scale of {target.axis}", expected=expected)
