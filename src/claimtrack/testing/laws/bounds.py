"""Laws of bounds: what low and high must enclose."""

from claimtrack._records import evolve
from claimtrack.model.casebook import Casebook, Policy
from claimtrack.model.sources import Grade
from claimtrack.testing.generate.casebooks import make_casebook
from claimtrack.testing.generate.changes import restated
from claimtrack.testing.generate.records import FIRST_HAND, Limits
from claimtrack.testing.generate.source import Chooser
from claimtrack.testing.law import Law, Scorer, assume
from claimtrack.testing.laws.numbers import at_most


def _ungraded(score: Scorer, case: tuple[Casebook, Grade]) -> None:
    book, grade = case
    open_book = evolve(book, policy=evolve(book.policy, ungraded=0.2))
    before = score(open_book)
    graded = evolve(open_book, sources=tuple(evolve(s, reliability=s.reliability or grade) for s in open_book.sources))
    assume(graded != open_book)
    after = score(graded)
    for claim, one in before.scores.items():
        at_most(one.low, after[claim].probability, f"low of {claim} and P once its sources are graded {grade}")
        at_most(after[claim].probability, one.high, f"P of {claim} once its sources are graded {grade}, and high")


def _established(score: Scorer, book: Casebook) -> None:
    before = score(book)
    sure = restated(book, lambda s: [evolve(s, lineage=FIRST_HAND[0])])
    assume(sure != book and book.policy == Policy(ungraded=book.policy.ungraded))
    after = score(sure)
    for claim, one in before.scores.items():
        at_most(one.low, after[claim].probability, f"low of {claim} and P once everything is established")
        at_most(after[claim].probability, one.high, f"P of {claim} once everything is established, and high")


def _open(choose: Chooser) -> Casebook:
    return make_casebook(choose, Limits(links=6))


LAWS = (
    Law(
        name="bounds hold grades",
        says="grading an ungraded source B, C, D or E leaves P within the bounds",
        origin="practice",
        make=lambda choose: (_open(choose), choose.of(("C", "B", "D", "E"))),
        check=_ungraded,
    ),
    Law(
        name="bounds hold lineage",
        says="finding out that every origin knows first-hand leaves P within the bounds",
        origin="practice",
        make=_open,
        check=_established,
    ),
)
"""Laws of bounds."""
