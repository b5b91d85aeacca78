"""A desk's own scales: its words of likelihood, and its grades with their way to a scale that is known."""

from itertools import pairwise
from types import MappingProxyType
from typing import get_args

from claimtrack.errors.base import nearest
from claimtrack.errors.problems import DuplicateId, NotOneOf, OutOfRange, WrongType
from claimtrack.scales.crosswalks import Conversion, Crosswalk
from claimtrack.scales.grades import GRADE_SCALES, Axis, GradeScale, Level, grade_scale
from claimtrack.scales.likelihood import LikelihoodScale, Term
from claimtrack.toml_settings import Settings


def scale_from_toml(text: str) -> LikelihoodScale | Crosswalk:
    """A desk's own scale: words where the text has `terms`, and grades with their way where it has none.

    Raises:
        InvalidCasebook: the text has problems; all of them are listed.
    """
    return words_from_toml(text) if Settings(text, "the scale").has("terms") else grades_from_toml(text)


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
    settings = Settings(text, "the words")
    name = settings.text("name", "the name of the scale")
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
        ends = [f"terms[{place}].{end}" for place in (number - 1, number) for end in ("low", "high")]
        if settings.is_right(*ends) and lower.low + lower.high >= upper.low + upper.high:
            expected = f"terms in rising order: more than {lower.label}"
            settings.wrong(OutOfRange(place=f"terms[{number}]", seen=upper.label, expected=expected))
    settings.done()
    return LikelihoodScale(id="own", name=name, terms=tuple(terms))


def grades_from_toml(text: str) -> Crosswalk:
    r"""A desk's own grades: a `name`, what they convert to, and under each `[[levels]]` a `code`, best first.

    Each level has a `label`, `to` (the code that it is on the other scale) or none, and `loses`, which must be there
    where there is no such code. `basis = false` marks the level that says that there is nothing to judge by. What the
    grades are about is their `axis`, source reliability if not said; the other scale must be about the same.

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
    settings = Settings(text, "the grades")
    name = settings.text("name", "the name of the scale")
    axis = settings.word("axis", get_args(Axis), default="source reliability")
    target = grade_scale(
        settings.word("converts_to", [scale.id for scale in GRADE_SCALES], default="admiralty.reliability")
    )
    if settings.is_right("axis", "converts_to") and target.axis != axis:
        settings.wrong(_across(target, axis))
    known = tuple(level.code for level in target.levels)
    levels: list[Level] = []
    steps = {}
    for place in settings.rows("levels", least=2):
        code = settings.text("code", "the grade as it is written", place=place)
        if code and code in steps:
            settings.wrong(DuplicateId(place=f"{place}.code", seen=code, first="an earlier level"))
        label = settings.text("label", "what the grade is called", place=place)
        basis = settings.yes("basis", place, default=True)
        levels.append(
            Level(code=code, label=label, says=settings.text("says", "", default="", place=place), basis=basis)
        )
        to = settings.text("to", "a code", default="", place=place)
        if to and to not in known:
            settings.wrong(NotOneOf(place=f"{place}.to", seen=to, allowed=known, near=nearest(to, known)))
        loses = settings.text("loses", "why no level says the same", default=None if not to else "", place=place)
        steps[code] = Conversion(code=to or None, loses=loses)
    settings.done()
    scale = GradeScale(id="own", name=name, axis=axis, levels=tuple(levels))  # type: ignore[arg-type]
    return Crosswalk(start=scale, end=target, steps=MappingProxyType(steps))


def _across(target: GradeScale, axis: str) -> WrongType:
    """What is wrong where grades of one thing are to become grades of another."""
    fit = [scale.id for scale in GRADE_SCALES if scale.axis == axis]
    expected = f"a scale of {axis}, as the axis of these grades is ({', '.join(fit)})"
    return WrongType(place="converts_to", seen=f"{target.id}, a scale of {target.axis}", expected=expected)
