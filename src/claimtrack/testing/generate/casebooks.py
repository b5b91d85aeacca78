"""Made-up casebooks: everything that the records allow, the simplest first."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from claimtrack.model.casebook import Casebook, Policy
from claimtrack.model.claims import Question
from claimtrack.testing.generate.records import (
    Limits,
    Words,
    make_claim,
    make_dependence,
    make_document,
    make_established,
    make_link,
    make_note,
    make_source,
    make_statement,
)
from claimtrack.testing.generate.source import Chooser

_T = TypeVar("_T")


def make_casebook(choose: Chooser, limits: Limits | None = None) -> Casebook:
    """Any valid casebook within some limits.

    Example:
        >>> from claimtrack.testing import RandomChooser
        >>> len(make_casebook(RandomChooser(1), Limits(claims=1)).claims)
        1
    """
    limits = limits or Limits()
    source_ids = choose.some(1, limits.sources, lambda place: f"src-{place}")
    claim_ids = choose.some(1, limits.claims, lambda place: f"clm-{place}")
    document_ids = choose.some(0, 2, lambda place: f"doc-{place}") if limits.wordy else ()
    words = Words(choose, source_ids, wordy=limits.wordy)
    questions, priors = make_questions(choose, claim_ids, words) if limits.questions else ((), {})

    def every(names: Sequence[str], make: Callable[[int], _T]) -> tuple[_T, ...]:
        return choose.some(len(names), len(names), make)

    sources = every(source_ids, lambda place: make_source(choose, source_ids[place], place, words))
    claims = every(
        claim_ids, lambda place: make_claim(choose, claim_ids[place], priors, words, opinions=limits.opinions)
    )
    statements = choose.some(
        0,
        limits.statements,
        lambda place: make_statement(
            choose, f"stm-{place}", source_ids, claim_ids, limits=limits, documents=document_ids, words=words
        ),
    )
    most_dependences = limits.dependences if len(source_ids) > 1 else 0
    return Casebook(
        title=words.some(),
        policy=make_policy(choose) if limits.policies else Policy(),
        sources=sources,
        questions=questions,
        claims=claims,
        statements=statements,
        links=choose.some(0, limits.links, lambda _: make_link(choose, claim_ids, words)),
        dependences=choose.some(0, most_dependences, lambda _: make_dependence(choose, source_ids, words)),
        established=choose.some(0, 2, lambda _: make_established(choose, source_ids, claim_ids, words)),
        documents=every(document_ids, lambda place: make_document(choose, document_ids[place], words)),
        notes=choose.some(0, 3, lambda _: make_note(choose, (*source_ids, *claim_ids, *document_ids), words))
        if limits.wordy
        else (),
    )


def make_policy(choose: Chooser) -> Policy:
    """A policy."""
    return Policy(
        independence=choose.of(("established", "established", "established", "assumed")),
        ungraded=choose.of((0.2, 0.0, 0.6, 0.35)),
    )


def make_questions(
    choose: Chooser, claim_ids: Sequence[str], words: Words, *, fewest: int = 0
) -> tuple[tuple[Question, ...], dict[str, float | None]]:
    """Questions over some of the claims, and priors for these that go together."""
    left = list(claim_ids)
    priors: dict[str, float | None] = {}

    def make(place: int) -> Question | None:
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
        return Question(id=f"que-{place}", text=words.some(), claims=rivals, exhaustive=exhaustive)

    made = choose.some(fewest, 2, make)
    return tuple(question for question in made if question is not None), priors
