"""Quotes, held against the texts of the documents in which they were found."""

from collections.abc import Iterator

from claimtrack.checks.rule import CaseUnderCheck, Hit, declare
from claimtrack.errors.base import shown
from claimtrack.model.statements import Statement
from claimtrack.text.quotes import words_of

_RUN = 8
"""So many words in a row that two quotes share are no accident."""
_SHOWN = 3
_LONGEST = 200
"""A finding shows at most 3 words or differences, and 200 characters of a passage."""


@declare(
    "CT501",
    "quote-not-found",
    "error",
    standards=("ap", "bbc", "ifcn", "berkeley"),
    says="A quote is not in the text of its document.",
    why="What stands in quotation marks must have been said.",
    fix="Find the passage and copy it, or take the quotation marks off.",
)
def _missing(case: CaseUnderCheck) -> Iterator[Hit]:
    for statement, check in case.quotes:
        if check is not None and check.kind == "missing":
            yield _found(statement, f"the quote is not in {shown(statement.document)}")


@declare(
    "CT502",
    "quote-drops-a-turn",
    "error",
    standards=("ap", "bbc", "ifcn"),
    says="A quote drops a negation or a condition that stands in the text within it or right at its edge.",
    why="A quote can be verbatim and say the opposite.",
    fix="Quote the whole clause, the turning word included.",
)
def _turned(case: CaseUnderCheck) -> Iterator[Hit]:
    for statement, check in case.quotes:
        if check is not None and check.lost:
            words = ", ".join(f"“{word}”" for word in check.lost[:_SHOWN])
            yield _found(statement, f"the quote drops {words} of {shown(statement.document)}: {_passage(check.found)}")


@declare(
    "CT503",
    "quote-altered",
    "error",
    standards=("ap", "bbc", "ifcn", "berkeley"),
    says="A quote has other words than the passage it comes from.",
    why="A changed word is not what was said, however small.",
    fix="Copy the passage. Put what you add into square brackets, and dots for what you leave out.",
)
def _altered(case: CaseUnderCheck) -> Iterator[Hit]:
    for statement, check in case.quotes:
        if check is not None and check.kind == "altered":
            told = "; ".join(
                f"{_passage(difference.quoted)} for {_passage(difference.text)}"
                for difference in check.differences[:_SHOWN]
            )
            yield _found(statement, f"the quote has other words than {shown(statement.document)}: {told}")


@declare(
    "CT504",
    "quote-elided",
    "info",
    standards=("ap", "ifcn"),
    says="A quote leaves words out, or has words of its own in square brackets; they are shown.",
    why="Whoever reads the quote should be able to see what is not in it, and what was not said.",
    fix="Read what was left out and put in. If nothing turns on it, the quote may stand.",
)
def _elided(case: CaseUnderCheck) -> Iterator[Hit]:
    for statement, check in case.quotes:
        if check is not None and (check.omitted or check.inserted):
            told = (
                f"{what} {'; '.join(map(_passage, words[:_SHOWN]))}"
                for what, words in (("leaves out", check.omitted), ("puts in", check.inserted))
                if words
            )
            yield _found(statement, f"the quote {' and '.join(told)}")


@declare(
    "CT505",
    "quote-typography",
    "info",
    standards=("ifcn",),
    says="A quote is verbatim but for typography: quotation marks, dashes, spaces, capitals, final punctuation.",
    why="It is harmless, and said so that nobody has to wonder.",
    fix="Nothing need be done.",
)
def _typography(case: CaseUnderCheck) -> Iterator[Hit]:
    for statement, check in case.quotes:
        if check is not None and check.normalised:
            yield _found(statement, f"the quote is verbatim but for {', '.join(check.normalised)}")


@declare(
    "CT506",
    "quote-not-checked",
    "info",
    standards=("ifcn", "berkeley"),
    says="A quote could not be checked: its document is not named, or its text is not at hand.",
    why="One in ten quotes that are passed on is not what was said.",
    fix="Name the document, and give its `text` or the file that holds it.",
)
def _unchecked(case: CaseUnderCheck) -> Iterator[Hit]:
    for statement, check in case.quotes:
        if check is None:
            document = statement.document
            where = f"the text of {shown(document)} is not at hand" if document else "no document is named"
            yield _found(statement, f"the quote was not checked: {where}")


@declare(
    "CT507",
    "shared-words",
    "warning",
    standards=("berkeley", "icd206"),
    says="Two origins are quoted with the same eight or more words in a row.",
    why="People who saw the same thing do not say it in the same words; one may have it from the other.",
    fix="Find out who wrote it first. If one has it from the other, write a dependence or make it one origin.",
)
def _shared(case: CaseUnderCheck) -> Iterator[Hit]:
    first: dict[tuple[str, ...], Statement] = {}
    for statement in case.book.statements:
        if not (statement.quote and statement.stands):
            continue
        words = words_of(statement.quote)
        runs = [tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)]
        # Each run of words is kept with its first statement only: a third quote is then found beside the first.
        told = next((first[run] for run in runs if run in first and _apart(case, first[run], statement)), None)
        if told is not None:
            run = next(run for run in runs if first.get(run) is told)
            yield _found(statement, f"shares eight words with the quote of {shown(told.id)}: “{' '.join(run)}”")
        for run in runs:
            first.setdefault(run, statement)


def _apart(case: CaseUnderCheck, one: Statement, other: Statement) -> bool:
    """Whether two statements have different origins that are not noted as dependent on each other."""
    groups = case.network.groups
    return one.origin != other.origin and (
        one.origin not in groups or groups[one.origin] is not groups.get(other.origin)
    )


def _passage(text: str) -> str:
    """A passage in quotation marks, shortened where it is long."""
    return f"“{text}”" if len(text) <= _LONGEST else f"“{text[:_LONGEST].rstrip()} …”"


def _found(statement: Statement, text: str) -> Hit:
    return Hit("statements", statement.id or "", text, "quote")
