"""Grades: missing, without basis, and given without looking."""

from collections.abc import Iterator

from claimtrack.checks.rule import Desk, Found, Rule
from claimtrack.checks.rules.examples import BASE, CLAIM, SOURCES
from claimtrack.scoring.status import are_independent, leading_voices

_DIAGONAL = {("A", 1), ("B", 2), ("C", 3), ("D", 4), ("E", 5)}
_ENOUGH, _MOST = 5, 0.8
_UNGRADED = BASE.replace('reliability = "B"\n', "", 1)


def _ungraded(desk: Desk) -> Iterator[Found]:
    carries: dict[str, dict[str, None]] = {}
    for score in desk.assessment.scores.values():
        leading = {voice.origin for voice in leading_voices(score.estimate)}
        for chain in desk.network.chains[score.claim.id]:
            if chain.statement.origin not in leading:
                continue
            pairs = ((chain.statement.origin, chain.grade), *zip(chain.statement.via, chain.relay_grades, strict=True))
            for source, grade in pairs:
                if grade is None:
                    carries.setdefault(source, {})[score.claim.id] = None
    for source, claims in carries.items():
        more = "" if len(claims) == 1 else f" and {len(claims) - 1} more"
        yield Found("sources", source, f"nobody graded {source}, who carries {next(iter(claims))}{more}", "reliability")


def _no_basis(desk: Desk) -> Iterator[Found]:
    for score in desk.assessment.scores.values():
        chains = desk.network.chains[score.claim.id]
        if chains and all(chain.without_basis for chain in chains):
            yield Found("claims", score.claim.id, f"everything on {score.claim.id} comes from or through grade F")


def _confirmed(desk: Desk) -> Iterator[Found]:
    for statement in desk.book.statements:
        score = desk.assessment.scores.get(statement.claim)
        if statement.credibility != 1 or score is None:
            continue
        side, does = ("for", "assert") if statement.stance == "asserts" else ("against", "deny")
        voices = [voice for voice in score.estimate.voices if voice.side == side and voice.weight > 0.0]
        if not are_independent(voices, desk.network):
            text = f"credibility 1, and no two established origins that share nobody {does} {statement.claim}"
            yield Found("statements", statement.id or "", text, "credibility")


def _diagonal(desk: Desk) -> Iterator[Found]:
    graded = [
        (chain.grade, chain.statement.credibility)
        for rows in desk.network.chains.values()
        for chain in rows
        if chain.grade is not None and chain.statement.credibility is not None
    ]
    on_it = sum(pair in _DIAGONAL for pair in graded)
    if len(graded) >= _ENOUGH and on_it >= _MOST * len(graded):
        yield Found("casebook", "", f"{on_it} of {len(graded)} gradings lie on the diagonal A1, B2, C3, D4, E5")


_CONFIRMED = (
    SOURCES
    + CLAIM
    + """
[[statements]]
id = "s-pilot"
origin = "pilot"
claim = "sank"
stance = "asserts"
lineage = "witnessed"
credibility = 1
terms = "on the record"
"""
)
_GRADINGS = BASE.replace('lineage = "recorded"', 'lineage = "recorded"\ncredibility = 2').replace(
    'lineage = "witnessed"', 'lineage = "witnessed"\ncredibility = 2'
)
_MORE = "".join(
    f"""
[[statements]]
id = "s-more-{number}"
origin = "{"log" if number % 2 else "pilot"}"
claim = "sank"
stance = "asserts"
lineage = "witnessed"
credibility = 2
terms = "on the record"
"""
    for number in range(3)
)

RULES = (
    Rule(
        code="CT201",
        name="ungraded",
        severity="warning",
        standards=("icd206", "icd203"),
        says="A source that nobody graded carries a claim.",
        why="The score takes a stand-in for the grade that nobody gave.",
        mend="Grade the source: `reliability`, A to F, and `topics` where it knows some things better than others.",
        find=_ungraded,
        bad=_UNGRADED,
        clean=BASE,
    ),
    Rule(
        code="CT202",
        name="no-basis",
        severity="warning",
        standards=("icd206",),
        says="All statements on a claim come from or through sources of grade F.",
        why="F says that there is no basis: the claim is neither likely nor unlikely, it cannot be judged.",
        mend="Find out enough about one of the sources to grade it, or find another.",
        find=_no_basis,
        bad=BASE.replace('reliability = "B"', 'reliability = "F"'),
        clean=BASE,
    ),
    Rule(
        code="CT203",
        name="unconfirmed-credibility",
        severity="error",
        standards=("stanag2511", "icd206"),
        says="A statement has credibility 1, and no two established origins that share nobody are on its side.",
        why="Credibility 1 is defined as confirmed by another, independent origin.",
        mend="Give 2 where it fits what is known, or find the second origin.",
        find=_confirmed,
        bad=_CONFIRMED,
        clean=BASE.replace('lineage = "recorded"', 'lineage = "recorded"\ncredibility = 1'),
    ),
    Rule(
        code="CT204",
        name="diagonal-grades",
        severity="info",
        standards=("stanag2511",),
        says="Nearly all gradings give source and information the same rank: A1, B2, C3.",
        why="The two axes are there to be judged apart; on the diagonal one of them was copied.",
        mend="Grade what was said without looking at who said it, and the reverse.",
        find=_diagonal,
        bad=_GRADINGS + _MORE,
        clean=_GRADINGS + _MORE.replace("credibility = 2", "credibility = 3"),
    ),
)
"""Grades: missing, without basis, and given without looking."""
