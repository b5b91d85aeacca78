"""The method: the rules of scoring, the likelihood words, and what is taken for each grade."""

import re
from collections.abc import Mapping

import attrs

from claimtrack._records import fields_of, is_record
from claimtrack.model.casebook import Casebook, Policy
from claimtrack.model.sources import Grade
from claimtrack.report.blocks import Block, Paragraph, Section, Strip, Table, make_section
from claimtrack.report.charts.strip import chart_scale
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.fidelity import Band, Fidelity, RelayFidelity
from claimtrack.scoring.protocol import relay_fidelity_of, tell_method
from claimtrack.text.words import counted, listed

_NUMBERED = re.compile(r"Source \d{1,7}")
"""A label without a key; those under a key have eight signs or more."""
_ANY = re.compile(r".*")
_ABOUT_LABELS = "What ties a source under a label to a named one counts wherever it is known, and is never told."
"""It stands in every report with a label, so that it tells of none."""
_RULES = (
    "Repeating a statement adds nothing. An origin that is not established can support a claim alone but is not added "
    "to others. Those who examined one exhibit weigh no more than the strongest of them. A source or relay that would "
    "say something anyway is trusted less. What comes through one relay never weighs more than that relay can carry, "
    "and what comes over a link never more than the claim behind it is worth. Bounds take every grade at the ends of "
    "its band; they are not a credible interval."
)


def write_method(assessment: Assessment) -> list[Section]:
    """How the scores were made."""
    cites = sorted({step.cites for score in assessment.scores.values() for step in score.steps if step.cites})
    lines = [f"Scored by {_describe(assessment.method)}.", _RULES]
    if _own_parameters(assessment.method):
        lines.append(f"It is made again by {tell_method(assessment.method, assessment.network.casebook)}.")
    if cites:
        lines.append(f"The rules cite {', '.join(cites)}; the bibliography is in the documentation.")
    if _has_labels(assessment.network.casebook):
        lines.append(_ABOUT_LABELS)
    if _has_labels(assessment.network.casebook, _NUMBERED):
        lines.append("Labels with a number hold for this report alone: in another, they may stand for somebody else.")
    sections = [
        make_section("Method", *lines),
        make_section("Likelihood words", chart_scale(assessment.words), level=2),
    ]
    fidelity = getattr(assessment.method, "fidelity", None)
    if isinstance(fidelity, Fidelity):
        grades = _grades(fidelity, relay_fidelity_of(assessment.method), assessment.network.casebook.policy)
        sections.append(make_section("Grades", *grades, level=2))
    return sections


def _describe(method: object) -> str:
    """The method in words, with what differs from its default numbers; JSON has all of them."""
    kind = type(method)
    name = getattr(method, "__name__", kind.__name__)
    # `OriginEvidence` is read as origin evidence.
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name).strip()
    if not is_record(method):
        return words
    words = words.lower() if " " in words else words
    changed = _own_parameters(method)
    own = listed([_describe_parameter(name, getattr(method, name)) for name in changed], most=len(changed))
    return f"{words}, with {own}, else with the default numbers" if own else f"{words}, with the default numbers"


def _own_parameters(method: object) -> list[str]:
    """The names of the parameters that have other values than their defaults."""
    return [each.name for each in fields_of(type(method)) if _is_own(method, each)] if is_record(method) else []


def _is_own(method: object, each: "attrs.Attribute[object]") -> bool:
    """Whether a parameter of a method has another value than its default."""
    default: object = each.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        default = default.factory()  # type: ignore[attr-defined]
    return bool(getattr(method, each.name) != default)


def _describe_parameter(name: str, value: object) -> str:
    """A parameter with its value where it is one word or number; of more than that only its name."""
    words = name.replace("_", " ")
    if isinstance(value, (str, int, float)):
        return f"{words} {value}"
    return f"its own numbers for {counted(len(value), 'source')}" if isinstance(value, Mapping) else f"its own {words}"


def _has_labels(book: Casebook, like: re.Pattern[str] = _ANY) -> bool:
    """Whether hidden sources stand under labels, or under labels of some kind."""
    return book.audience == "public" and any(one.protected and like.fullmatch(one.name) for one in book.sources)


def _grades(fidelity: Fidelity, relay_fidelity: RelayFidelity | None, policy: Policy) -> tuple[Block, ...]:
    """What is taken for each grade, and its band; of relays too, where the method has other numbers for them."""
    bands = [(grade, getattr(fidelity, grade)) for grade in "ABCDE"]
    headings = ["Grade", "Taken", "Band"]
    rows: list[tuple[str, ...]] = [(grade, per_cent(band.point), _band(band)) for grade, band in bands]
    rows.append(("not graded", per_cent(policy.ungraded), "the policy of this casebook"))
    rows.append(("F", "nothing", "no basis to judge by; it moves no score"))
    if relay_fidelity is not None:
        headings += ["As a relay", "Band"]
        grades: tuple[Grade | None, ...] = ("A", "B", "C", "D", "E", None)
        relays = [relay_fidelity.of(grade) for grade in grades]
        rows = [
            (*row, *more)
            for row, more in zip(
                rows,
                [*((per_cent(band.point), _band(band)) for band in relays), ("nothing", "it sets the chain aside")],
                strict=True,
            )
        ]
    strips = [Strip(low=band.low, probability=band.point, high=band.high) for _, band in bands]
    return (
        Paragraph(text="How often a source of each grade is taken to pass on what it knows; a design choice."),
        Table(headings=tuple(headings), rows=tuple(rows), strips=(*strips, None, None)),
    )


def _band(band: Band) -> str:
    return f"{per_cent(band.low)} to {per_cent(band.high)}"
