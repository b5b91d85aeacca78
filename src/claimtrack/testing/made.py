"""Made-up casebooks: every shape that the records allow, the dullest first."""

from collections.abc import Sequence

from claimtrack.model.casebook import Casebook
from claimtrack.model.records import Dependence, Note, Policy, Question
from claimtrack.testing.choosing import Chooser, an_order, several
from claimtrack.testing.records import (
    FIRST_HAND,
    NUMBERED,
    SECOND_HAND,
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

__all__ = [
    "FIRST_HAND",
    "NUMBERED",
    "SECOND_HAND",
    "Limits",
    "a_casebook",
    "a_policy",
    "a_statement",
    "an_order",
    "several",
    "some_questions",
]


def a_casebook(choose: Chooser, limits: Limits | None = None) -> Casebook:
    """Any valid casebook within some limits."""
    limits = limits or Limits()
    source_ids = [f"src-{place}" for place in range(choose.whole(1, limits.sources))]
    claim_ids = [f"clm-{place}" for place in range(choose.whole(1, limits.claims))]
    document_ids = [f"doc-{place}" for place in range(choose.whole(0, 2))] if limits.wordy else []
    said = Words(choose, source_ids, wordy=limits.wordy)
    questions, priors = some_questions(choose, claim_ids, said) if limits.questions else ((), {})
    sources = tuple(a_source(choose, name, place, said) for place, name in enumerate(source_ids))
    claims = tuple(a_claim(choose, name, priors, said, opinions=limits.opinions) for name in claim_ids)
    statements = tuple(
        a_statement(choose, f"stm-{place}", source_ids, claim_ids, limits=limits, documents=document_ids, words=said)
        for place in range(choose.whole(0, limits.statements))
    )
    return Casebook(
        title=said.some(),
        policy=a_policy(choose) if limits.policies else Policy(),
        sources=sources,
        questions=questions,
        claims=claims,
        statements=statements,
        links=tuple(a_link(choose, claim_ids, said) for _ in range(choose.whole(0, limits.links))),
        dependences=_dependences(choose, source_ids, said, limits.dependences),
        established=tuple(an_established(choose, source_ids, claim_ids, said) for _ in range(choose.whole(0, 2))),
        documents=tuple(a_document(choose, name, said) for name in document_ids),
        notes=_notes(choose, [*source_ids, *claim_ids, *document_ids], said) if limits.wordy else (),
    )


def a_policy(choose: Chooser) -> Policy:
    """A policy."""
    return Policy(
        independence=choose.of(("established", "established", "established", "assumed")),
        ungraded=choose.of((0.2, 0.0, 0.6, 0.35)),
    )


def some_questions(
    choose: Chooser, claim_ids: Sequence[str], said: Words
) -> tuple[tuple[Question, ...], dict[str, float | None]]:
    """Questions over some of the claims, and priors for these that go together."""
    left = list(claim_ids)
    made: list[Question] = []
    priors: dict[str, float | None] = {}
    while bool(left) and choose.of((False, True)):
        rivals = tuple(left.pop(0) for _ in range(choose.whole(1, min(3, len(left)))))
        exhaustive = len(rivals) > 1 and choose.of((False, True))
        shares = [choose.whole(1, 9) for _ in rivals]
        rest = 0 if exhaustive else choose.whole(1 if len(rivals) == 1 else 0, 5)
        stated = choose.of(("none", "some", "all"))
        for rank, (claim, share) in enumerate(zip(rivals, shares, strict=True)):
            is_open = stated == "none" or (stated == "some" and rank == 0)
            priors[claim] = None if is_open else share / (sum(shares) + rest)
        made.append(Question(id=f"que-{len(made)}", text=said.some(), claims=rivals, exhaustive=exhaustive))
    return tuple(made), priors


def _dependences(choose: Chooser, source_ids: Sequence[str], said: Words, most: int) -> tuple[Dependence, ...]:
    if len(source_ids) < 2:  # noqa: PLR2004
        return ()
    return tuple(a_dependence(choose, source_ids, said) for _ in range(choose.whole(0, most)))


def _notes(choose: Chooser, known: Sequence[str], said: Words) -> tuple[Note, ...]:
    return tuple(a_note(choose, known, said) for _ in range(choose.whole(0, 3)))
