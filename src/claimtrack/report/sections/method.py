"""About this report: the method in a sentence, likelihood words and a glossary; in the annex, its rules and numbers."""

import re
from collections.abc import Iterator, Mapping

import attrs

from claimtrack._records import fields_of, is_record
from claimtrack.analysis.sentences import tell_status
from claimtrack.model.casebook import Casebook, Policy
from claimtrack.model.sources import Grade
from claimtrack.report.blocks import Block, Bullets, Paragraph, Section, Strip, Table, make_section
from claimtrack.report.charts.strip import chart_scale
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import per_cent, per_cents
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.fidelity import Band, Fidelity, RelayFidelity
from claimtrack.scoring.protocol import relay_fidelity_of, tell_method
from claimtrack.text.words import counted, listed

_NUMBERED = re.compile(r"Source \d{1,7}")
"""A label without a key; those under a key have eight signs or more."""
_ANY = re.compile(r".*")
_ABOUT_LABELS = "What ties a source under a label to a named one counts wherever it is known, and is never told."
"""It stands in every report with a label, so that it tells of none."""
_PRINCIPLE = "each origin counts once, as far as its grade, its interest and its way to us let its knowledge through"
_RULES = (
    "Repeating a statement adds nothing.",
    "An origin that is neither first-hand nor shown independent can carry a claim alone, but is not added to others.",
    "Those who examined one exhibit weigh no more than the strongest of them.",
    "A source or relay that would say something anyway is trusted less.",
    "What comes through one relay never weighs more than that relay can carry.",
    "What comes over a link never weighs more than the finding behind it is worth.",
)
_SHOWN = "shown independent"
_WORDS = {
    "origin": "the source that claims to know, at the far end of those that pass it on",
    "first-hand": "saw it, took part, decided, recorded or examined it",
    _SHOWN: "not first-hand; the casebook gives a reason to take the word for the origin's own",
    "not known": "neither of these is shown; such a word can carry a claim alone, and adds nothing to others",
    "independent": "first-hand or shown independent; in the file of the case: established",
    "finding": "another claim of this case that points to a claim, or speaks against it",
    "bounds": "where a number lies with every grade at the low or the high end of its band; no credible interval",
    "unknown": "the share of a claim that no evidence speaks to",
    "confidence": "how good the sourcing is, whatever the number",
}
"""The few words that a report uses in a sense of its own."""
_STATUSES = {
    "no statements": "nobody speaks of the claim itself",
    "cannot be judged": "nothing that is said of it counts",
    "contradicted": "almost no chance, and two independent origins deny it",
    "disputed": "much of what speaks for it is cancelled by what speaks against it",
    "single origin": "all that counts on the leading side comes from one independent origin",
    "independence not established": "no two independent origins stand on the leading side",
    "outweighed": "two independent origins, whom its start or its rivals outweigh",
    "denied": "two independent origins deny it",
    "corroborated": "two independent origins say so",
}


def write_about(assessment: Assessment) -> list[Section]:
    """The method in a sentence, what labels stand for, the likelihood words, and a glossary."""
    lines = [f"Scored by {_describe(assessment.method)}: {_PRINCIPLE}."]
    if _has_labels(assessment.network.casebook):
        lines.append(_ABOUT_LABELS)
    if _has_labels(assessment.network.casebook, _NUMBERED):
        lines.append("Labels with a number hold for this report alone: in another, they may stand for somebody else.")
    return [
        make_section("About this report", " ".join(lines), _likelihood_words(assessment.words)),
        make_section("Words", Table(headings=("Word", "Meaning"), rows=tuple(_words(assessment))), level=2),
    ]


def _likelihood_words(scale: LikelihoodScale) -> str:
    """The words of a scale with what they cover, in a sentence."""
    words = (f"{term.label} ({per_cents(term.low, term.high)})" for term in scale.terms)
    return f"Likelihood words, by {scale.name}: {', '.join(words)}; a number on the border takes the higher word."


def _words(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """The words and statuses that are used, and what they mean."""
    counts = [score.counts for score in assessment.scores.values()]
    is_shown = any(mine.established > mine.first_hand for mine in counts)
    yield from ((word, meaning) for word, meaning in _WORDS.items() if word != _SHOWN or is_shown)
    used = {score.status: tell_status(score).partition(",")[0] for score in assessment.scores.values()}
    yield from ((used[status], meaning) for status, meaning in _STATUSES.items() if status in used)


def write_method(assessment: Assessment) -> list[Section]:
    """The rules of scoring, how to make it again, and what is taken for each grade."""
    cites = sorted({step.cites for score in assessment.scores.values() for step in score.steps if step.cites})
    again = f"It is made again by {tell_method(assessment.method, assessment.network.casebook)}."
    cited = f"The rules cite {', '.join(cites)}; the bibliography is in the documentation." if cites else None
    sections = [make_section("Method", Bullets(items=_RULES), again, cited, chart_scale(assessment.words))]
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
