"""Made-up casebooks: every shape that the records allow, the dullest first."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from claimtrack.model.casebook import Casebook
from claimtrack.model.records import Policy, Question
from claimtrack.testing.generate.records import (
    Limits,
    Words,
    a_claim,
    a_dependence,
    a_document,
    a_link,
    a_note,
    a_source,
    a_statement,
    an_established,
)
from claimtrack.testing.generate.source import Chooser

_T = TypeVar("_T")


def a_casebook(choose: Chooser, limits: Limits | None = None) -> Casebook:
    """Any valid casebook within some limits.

    Example:
        >>> from claimtrack.testing import Chance
        >>> len(a_casebook(Chance(1), Limits(claims=1)).claims)
        1
    """
    limits = limits or Limits()
    source_ids = choose.some(1, limits.sources, lambda place: f"src-{place}")
    claim_ids = choose.some(1, limits.claims, lambda place: f"clm-{place}")
    document_ids = choose.some(0, 2, lambda place: f"doc-{place}") if limits.wordy else ()
    said = Words(choose, source_ids, wordy=limits.wordy)
    questions, priors = some_questions(choose, claim_ids, said) if limits.questions else ((), {})

    def every(names: Sequence[str], make: Callable[[int], _T]) -> tuple[_T, ...]:
        return choose.some(len(names), len(names), make)

    sources = every(source_ids, lambda place: a_source(choose, source_ids[place], place, said))
    claims = every(claim_ids, lambda place: a_claim(choose, claim_ids[place], priors, said, opinions=limits.opinions))
    statements = choose.some(
        0,
        limits.statements,
        lambda place: a_statement(
            choose, f"stm-{place}", source_ids, claim_ids, limits=limits, documents=document_ids, words=said
        ),
    )
    most_dependences = limits.dependences if len(source_ids) > 1 else 0
    return Casebook(
        title=said.some(),
        policy=a_policy(choose) if limits.policies else Policy(),
        sources=sources,
        questions=questions,
        claims=claims,
        statements=statements,
        links=choose.some(0, limits.links, lambda _: a_link(choose, claim_ids, said)),
        dependences=choose.some(0, most_dependences, lambda _: a_dependence(choose, source_ids, said)),
        established=choose.some(0, 2, lambda _: an_established(choose, source_ids, claim_ids, said)),
        documents=every(document_ids, lambda place: a_document(choose, document_ids[place], said)),
        notes=choose.some(0, 3, lambda _: a_note(choose, (*source_ids, *claim_ids, *document_ids), said))
        if limits.wordy
        else (),
    )


def a_policy(choose: Chooser) -> Policy:
    """A policy."""
    return Policy(
        independence=choose.of(("established", "established", "established", "assumed")),
        ungraded=choose.of((0.2, 0.0, 0.6, 0.35)),
    )


def some_questions(
    choose: Chooser, claim_ids: Sequence[str], said: Words, *, fewest: int = 0
) -> tuple[tuple[Question, ...], dict[str, float | None]]:
    """Questions over some of the claims, and priors for these that go together."""
    left = list(claim_ids)
    priors: dict[str, float | None] = {}

    def asked(place: int) -> Question | None:
        if not left:
            return None
        rivals = tuple(left.pop(0) for _ in range(choose.whole(1, min(3, len(left)))))
        exhaustive = len(rivals) > 1 and choose.of((False, True))
        shares = [choose.whole(1, 9) for _ in rivals]
        rest = 0 if exhaustive else choose.whole(1 if len(rivals) == 1 else 0, 5)
        stated = choose.of(("none", "some", "all"))
        for rank, (claim, share) in enumerate(zip(rivals, shares, strict=True)):
            is_open = stated == "none" or (stated == "some" and rank == 0)
            priors[claim] = None if is_open else share / (sum(shares) + rest)
        return Question(id=f"que-{place}", text=said.some(), claims=rivals, exhaustive=exhaustive)

    made = choose.some(fewest, 2, asked)
    return tuple(question for question in made if question is not None), priors
