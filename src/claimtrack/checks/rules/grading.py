"""Grades: missing, without basis, and given without looking."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from claimtrack.checks.rule import CaseUnderCheck, Hit, declare
from claimtrack.errors.base import shown
from claimtrack.scoring.two_sources import leading_voices

_DIAGONAL = {("A", 1), ("B", 2), ("C", 3), ("D", 4), ("E", 5)}
_ENOUGH, _MOST = 5, 0.8
_CONFIRMED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"asserts": ("corroborated",), "denies": ("denied", "contradicted")}
)
"""The statuses of a claim that confirm an assertion and a denial."""


@declare(
    "CT201",
    "ungraded",
    "warning",
    standards=("icd206", "icd203"),
    says="A source that nobody graded carries a claim.",
    why="The score takes a stand-in for the grade that nobody gave.",
    fix="Grade the source: `reliability`, A to F, and `topics` where it knows some things better than others.",
)
def _ungraded(case: CaseUnderCheck) -> Iterator[Hit]:
    carries: dict[str, dict[str, None]] = {}
    for score in case.assessment.scores.values():
        leading = {voice.origin for voice in leading_voices(score.estimate)}
        for chain in case.network.chains[score.claim.id]:
            if chain.statement.origin not in leading:
                continue
            pairs = (
                (chain.statement.origin, chain.grade),
                *zip(chain.statement.relays, chain.relay_grades, strict=True),
            )
            for source, grade in pairs:
                if grade is None:
                    carries.setdefault(source, {})[score.claim.id] = None
    for source, claims in carries.items():
        more = "" if len(claims) == 1 else f" and {len(claims) - 1} more"
        yield Hit(
            "sources",
            source,
            f"nobody graded {shown(source)}, who carries {shown(next(iter(claims)))}{more}",
            "reliability",
        )


@declare(
    "CT202",
    "no-basis",
    "warning",
    standards=("icd206",),
    says="All statements on a claim come from or through sources of grade F.",
    why="F says that there is no basis: the claim is neither likely nor unlikely, it cannot be judged.",
    fix="Find out enough about one of the sources to grade it, or find another.",
)
def _no_basis(case: CaseUnderCheck) -> Iterator[Hit]:
    for score in case.assessment.scores.values():
        chains = case.network.chains[score.claim.id]
        if chains and all(chain.without_basis for chain in chains):
            yield Hit("claims", score.claim.id, f"everything on {shown(score.claim.id)} comes from or through grade F")


@declare(
    "CT203",
    "unconfirmed-credibility",
    "error",
    standards=("stanag2511", "icd206"),
    says="A statement has credibility 1, and the status of its claim is not corroborated, or denied for a denial.",
    why="Credibility 1 is defined as confirmed by another, independent origin.",
    fix="Give 2 where it fits what is known, or find the second origin.",
)
def _confirmed(case: CaseUnderCheck) -> Iterator[Hit]:
    for statement in case.book.statements:
        score = case.assessment.scores.get(statement.claim)
        if statement.credibility != 1 or score is None:
            continue
        confirming = _CONFIRMED[statement.stance]
        if score.status not in confirming:
            text = f"credibility 1, and {shown(statement.claim)} is not {confirming[0]}: its status is {score.status}"
            yield Hit("statements", statement.id or "", text, "credibility")


@declare(
    "CT204",
    "diagonal-grades",
    "info",
    standards=("stanag2511",),
    says="Nearly all gradings give source and information the same rank: A1, B2, C3.",
    why="The two axes are there to be judged apart; on the diagonal one of them was copied.",
    fix="Grade what was said without looking at who said it, and the reverse.",
)
def _diagonal(case: CaseUnderCheck) -> Iterator[Hit]:
    graded = [
        (chain.grade, chain.statement.credibility)
        for rows in case.network.chains.values()
        for chain in rows
        if chain.grade is not None and chain.statement.credibility is not None
    ]
    on_it = sum(pair in _DIAGONAL for pair in graded)
    if len(graded) >= _ENOUGH and on_it >= _MOST * len(graded):
        yield Hit("casebook", "", f"{on_it} of {len(graded)} gradings lie on the diagonal A1, B2, C3, D4, E5")
