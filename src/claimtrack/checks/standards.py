"""Standards: what each asks for, in our words, and the rules that show whether a casebook meets it."""

from collections.abc import Callable

import attrs

from claimtrack._records import constant_record, small_record
from claimtrack.checks.rule import CaseUnderCheck


@small_record
class Requirement:
    """One thing that a standard asks for."""

    asks: str
    """What, in our words."""
    codes: tuple[str, ...]
    """The rules whose findings show that it is not met."""
    applies: Callable[[CaseUnderCheck], bool] = attrs.field(repr=False)
    """Whether a casebook has anything that the requirement is about."""


@constant_record
class Standard:
    """A standard, as far as a machine can check a casebook against it."""

    id: str
    """Its short name."""
    name: str
    """Its name."""
    seen: str
    """How much of its wording we have seen, and where."""
    requirements: tuple[Requirement, ...] = attrs.field(repr=False)
    """What it asks for."""


def _always(_: CaseUnderCheck) -> bool:
    return True


def _has_claims(case: CaseUnderCheck) -> bool:
    return any(score.estimate.judged for score in case.assessment.scores.values())


def _has_unnamed(case: CaseUnderCheck) -> bool:
    return any(source.protected for source in case.book.sources)


def _has_people(case: CaseUnderCheck) -> bool:
    return any(source.kind == "person" for source in case.book.sources)


def _has_quotes(case: CaseUnderCheck) -> bool:
    return any(check is not None for _, check in case.quotes)


def _has_rivals(case: CaseUnderCheck) -> bool:
    return any(len(question.claims) > 1 for question in case.book.questions)


def _has_dates(case: CaseUnderCheck) -> bool:
    return any(s.stated or s.published or s.observed for s in case.book.statements)


def _has_documents(case: CaseUnderCheck) -> bool:
    return bool(case.book.documents)


_VERBATIM = ("CT501", "CT502", "CT503")

STANDARDS = (
    Standard(
        id="ap",
        name="Associated Press: anonymous sources and quotes",
        seen="Seen as others quote it, not in the agency's own edition.",
        requirements=(
            Requirement("Unnamed sources know first-hand", ("CT105",), _has_unnamed),
            Requirement("More than one source where it matters", ("CT101", "CT102"), _has_claims),
            Requirement("Terms of attribution are agreed", ("CT702",), _has_people),
            Requirement("What would identify an unnamed source is not told", ("CT703", "CT704"), _has_unnamed),
            Requirement("Quotes are what was said", _VERBATIM, _has_quotes),
            Requirement("Those accused were asked", ("CT801",), _has_claims),
        ),
    ),
    Standard(
        id="bbc",
        name="BBC Editorial Guidelines: accuracy and sources",
        seen="Passages seen as published; not the whole chapter.",
        requirements=(
            Requirement("Not a single source alone", ("CT101", "CT104"), _has_claims),
            Requirement("Interests of those who speak are weighed", ("CT301", "CT302", "CT305", "CT306"), _has_claims),
            Requirement("Terms are agreed with people who are relied on", ("CT702",), _has_people),
            Requirement("Quotes keep their sense", _VERBATIM, _has_quotes),
            Requirement("Those accused were asked", ("CT801",), _has_claims),
            Requirement("Footage is placed in time and space", ("CT803",), _has_documents),
        ),
    ),
    Standard(
        id="reuters",
        name="Reuters: anonymous sources",
        seen="Seen as others quote it, not in the agency's own handbook.",
        requirements=(
            Requirement("No single unnamed source", ("CT101",), _has_unnamed),
            Requirement("Unnamed sources have direct knowledge", ("CT105",), _has_unnamed),
            Requirement("Terms are agreed", ("CT702",), _has_people),
        ),
    ),
    Standard(
        id="ifcn",
        name="International Fact-Checking Network: code of principles",
        seen="Seen as published.",
        requirements=(
            Requirement("Sources can be checked by readers", ("CT506", "CT804"), _has_documents),
            Requirement("Quotes are what was said", _VERBATIM, _has_quotes),
            Requirement("Evidence to the contrary was looked for", ("CT802",), _has_claims),
            Requirement("Claims are worded as they would be checked", ("CT401",), _has_claims),
            Requirement("Those checked could answer", ("CT801",), _has_claims),
            Requirement("Dates fit", ("CT601",), _has_dates),
        ),
    ),
    Standard(
        id="icd203",
        name="US ICD 203: analytic standards",
        seen="Seen as published; its nine standards are covered in part.",
        requirements=(
            Requirement("Likelihood and confidence are kept apart", ("CT403",), _always),
            Requirement("Judgments about the future are marked", ("CT402", "CT404"), _has_claims),
            Requirement("Assumptions are told from evidence", ("CT108", "CT902"), _has_claims),
            Requirement("Alternatives are analysed", ("CT106", "CT901"), _has_rivals),
            Requirement("Contrary evidence was looked for", ("CT802",), _has_claims),
            Requirement("Deception was considered", ("CT304",), _has_claims),
        ),
    ),
    Standard(
        id="icd206",
        name="US ICD 206: sourcing requirements",
        seen="Seen in part; the wording of the source summary statement was not.",
        requirements=(
            Requirement("Sources are described by their quality", ("CT201", "CT202"), _has_claims),
            Requirement("What rests on a single source is known", ("CT101", "CT104"), _has_claims),
            Requirement("Access to the information is known", ("CT105", "CT110", "CT114", "CT302"), _has_claims),
            Requirement("No circular sourcing", ("CT103", "CT112", "CT507"), _has_claims),
        ),
    ),
    Standard(
        id="berkeley",
        name="Berkeley Protocol on digital open source investigations",
        seen="Its preservation criteria were seen; the rest of its wording was not.",
        requirements=(
            Requirement("Provenance is traced to an origin", ("CT103", "CT104", "CT111", "CT113"), _has_claims),
            Requirement("Sources are told apart", ("CT701",), _has_claims),
            Requirement("Time and place of images are verified", ("CT803",), _has_documents),
            Requirement("Chronology holds", ("CT601", "CT602"), _has_dates),
            Requirement("Items are preserved with a digest or an archived copy", ("CT804",), _has_documents),
            Requirement("People at risk cannot be told", ("CT703", "CT704"), _has_unnamed),
        ),
    ),
)
"""The standards, each with those of its requirements that a casebook can show."""
