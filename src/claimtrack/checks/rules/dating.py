"""Dates that do not fit each other."""

from collections.abc import Iterator

from claimtrack.checks.rule import CaseUnderCheck, Hit, declare
from claimtrack.errors.base import shown


@declare(
    "CT601",
    "said-before-the-event",
    "error",
    standards=("berkeley", "ifcn"),
    says="A statement is dated before what it tells of happened.",
    why="One of the dates is wrong, or the footage and the words are of another event.",
    fix="Check the dates. Old material passed off as new is found this way.",
)
def _before_event(case: CaseUnderCheck) -> Iterator[Hit]:
    for statement in case.book.statements:
        claim = case.network.claims[statement.claim]
        if claim.kind != "fact" or claim.when is None:
            continue
        for field in ("observed", "stated", "published"):
            date = getattr(statement, field)
            if date is not None and date.surely_before(claim.when):
                text = f"{field} {date}, before {shown(claim.id)} is said to have happened ({claim.when})"
                yield Hit("statements", statement.id or "", text, field)


@declare(
    "CT602",
    "dates-out-of-order",
    "error",
    standards=("berkeley",),
    says="A statement is dated after the document it was found in, or taken back before it was made.",
    why="One of the dates is wrong, and what rests on it may be too.",
    fix="Check both dates. Put `~` or `?` after a date that is in doubt.",
)
def _out_of_order(case: CaseUnderCheck) -> Iterator[Hit]:
    documents = {document.id: document for document in case.book.documents}
    for statement in case.book.statements:
        document = documents.get(statement.document or "")
        if document is not None and document.published is not None:
            for field in ("stated", "observed"):
                date = getattr(statement, field)
                if date is not None and document.published.surely_before(date):
                    text = f"{field} {date}, after {shown(document.id)} was published ({document.published})"
                    yield Hit("statements", statement.id or "", text, field)
        when = statement.standing.on
        said = statement.stated or statement.published
        if when is not None and said is not None and when.surely_before(said):
            text = f"{statement.standing.is_} on {when}, before it was said ({said})"
            yield Hit("statements", statement.id or "", text, "standing")
