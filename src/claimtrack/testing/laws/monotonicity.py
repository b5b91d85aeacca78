"""Laws of monotonicity: what can only raise a score, or only lower it."""

from typing import Any

from claimtrack._records import evolve
from claimtrack.model.casebook import Casebook, Record
from claimtrack.model.sources import Grade
from claimtrack.model.statements import PropensityWord, Standing, Statement
from claimtrack.network.build import build
from claimtrack.testing.generate.casebooks import (
    NUMBERED,
    Limits,
    exhibits_in,
    make_casebook,
    make_statement,
)
from claimtrack.testing.generate.changes import (
    Chain,
    just,
    lone,
    plain_claim,
    replaced,
    restated,
    scored,
    without,
    witness,
)
from claimtrack.testing.generate.source import Chooser
from claimtrack.testing.law import Law, Scorer, assume, require
from claimtrack.testing.laws.numbers import against, at_most, same_bits
from claimtrack.testing.laws.parameters import parameters_of

Interests = tuple[PropensityWord | float, PropensityWord | float, PropensityWord | float]

_CROWDS, _WANTED = (50, 400, 3200), 0.95
_FAINTEST = 1e-12
"""A fidelity below this moves no double that stands for a probability."""
_LIVE = 0.01
"""What a statement moves P by where it is heard alone, if it is to count as one that says something."""


def a_book_with_statement(choose: Chooser, limits: Limits | None = None) -> tuple[Casebook, Statement]:
    """A casebook and one of its statements, which stands."""
    book = make_casebook(choose, limits)
    claim = choose.of(scored(book))
    names = [source.id for source in book.sources]
    exhibits = exhibits_in(book.sources, [document.id for document in book.documents])
    made = make_statement(choose, "stm-x", names, [claim], limits=limits, exhibits=exhibits)
    said = evolve(made, standing=Standing())
    return book.with_records(said), said


def make_chain(choose: Chooser) -> Chain:
    """Up to three relays, with interests as numbers, which mean the same to every method."""
    return choose.some(0, 3, lambda _: (choose.of(NUMBERED), make_interest(choose)))


def make_interest(choose: Chooser) -> float:
    """A propensity as a number."""
    return choose.of((0.5, 1.0, 0.02, choose.real(0.05, 1.0)))


def raises(statement: Statement, before: float, after: float, what: str) -> None:
    """Require that a probability moves, if at all, to the side of a statement."""
    low, high = (before, after) if statement.stance == "asserts" else (after, before)
    at_most(low, high, f"{what} of {statement.claim}")


def _monotone(score: Scorer, case: tuple[Casebook, Statement]) -> None:
    book, said = case
    before, after = score(without(book, said))[said.claim], score(book)[said.claim]
    raises(said, before.probability, after.probability, "P without and with a statement")


def _monotone_over_links(score: Scorer, case: tuple[Casebook, Statement]) -> None:
    book, said = case
    before = score(without(book, said))
    after = score(book)
    assume(any(link.from_claim == said.claim for link in book.links))
    for claim, one in before.scores.items():
        at_most(one.probability, after[claim].probability, f"P({claim}) without and with an assertion")


def _all_in_favour(choose: Chooser) -> tuple[Casebook, Statement]:
    """A casebook in which everything asserts and supports, and a statement of it."""
    book, said = a_book_with_statement(choose, Limits(questions=False, links=8))
    said = evolve(said, stance="asserts")
    book = restated(book, lambda s: [said if s.id == said.id else evolve(s, stance="asserts")])
    return evolve(book, links=tuple(evolve(link, sign="supports") for link in book.links)), said


def _is_live(score: Scorer, *said: Record) -> bool:
    """Whether a statement on a claim of its own, with its source, moves it."""
    return abs(score(just(plain_claim(), *said))["fell"].probability - 0.5) >= _LIVE


def _weakening(score: Scorer, case: tuple[Casebook, str]) -> None:
    book, claim = case
    assume(lone(book, claim) and _is_live(score, *witness("live", "fell")))
    bare = evolve(
        restated(book, lambda s: () if s.claim == claim and s.stance == "denies" else (s,)),
        links=tuple(k for k in book.links if k.to_claim != claim or k.sign == "supports"),
    )
    before = score(bare)[claim]
    at_most(before.prior, before.probability, f"the prior of {claim} and P without an attacker")
    attacked = score(bare.with_records(*witness("live", claim, stance="denies")))[claim]
    require(attacked.probability < before.probability, f"a live denial leaves P({claim}) at {before.probability}")


def _with_lone_claim(choose: Chooser) -> tuple[Casebook, str]:
    book = make_casebook(choose, Limits(questions=False))
    return book, choose.of(scored(book))


def _reinforcement(score: Scorer, case: tuple[Casebook, str, Any, tuple[float, float]]) -> None:
    book, claim, link, strengths = case
    assume(link is not None and claim not in build(book).families[link.from_claim].claims)
    weak, strong = (score(book.with_records(evolve(link, strength=value)))[claim].probability for value in strengths)
    low, high = (weak, strong) if link.sign == "supports" else (strong, weak)
    at_most(low, high, f"P({claim}) by a weak and a strong link that {link.sign}")


def _some_link(choose: Chooser) -> tuple[Casebook, str, Any, tuple[float, float]]:
    book = make_casebook(choose, Limits(links=8))
    assume(book.links)
    link = choose.of(book.links)
    low, high = sorted((choose.real(0.0, 0.99), choose.real(0.0, 0.99)))
    return book, link.to_claim, link, (low, high)


def _less_unknown(score: Scorer, case: tuple[Casebook, Statement]) -> None:
    book, said = case
    before, after = score(without(book, said))[said.claim], score(book)[said.claim]
    at_most(after.unknown, before.unknown, f"unknown of {said.claim} with and without a statement")


def _distrust(score: Scorer, book: Casebook) -> None:
    assume(any(s.stance == "asserts" for s in book.statements))
    for claim, one in score(book).scores.items():
        require(one.disbelief == 0.0, f"disbelief of {claim} is {one.disbelief}")
        at_most(one.prior, one.probability, f"the prior and P of {claim}")


def _asserted_only(choose: Chooser) -> Casebook:
    book = make_casebook(choose, Limits(questions=False, links=0))
    return restated(book, lambda s: (s,) if s.stance == "asserts" else ())


def _one_voice(choose: Chooser) -> tuple[float | None, Grade, str]:
    return (
        choose.of((None, *(place / 20 for place in range(1, 20)))),
        choose.of(NUMBERED),
        choose.of(("asserts", "denies")),
    )


def _confirmation(score: Scorer, case: tuple[float | None, Grade, str]) -> None:
    prior, grade, stance = case
    claim = plain_claim(prior=prior)
    before = score(just(claim))["fell"].probability
    heard = score(just(claim, *witness("one", "fell", grade=grade, stance=stance)))
    moved = heard["fell"].probability - before
    f = parameters_of(heard).fidelity("one", grade)
    assume(f == 0.0 or f > _FAINTEST)
    expected = f > 0.0
    require(expected == (moved > 0.0 if stance == "asserts" else moved < 0.0), f"grade {grade} moves P by {moved}")


def _statement_and_grades(choose: Chooser) -> tuple[Casebook, Statement, tuple[Grade, Grade]]:
    return *a_book_with_statement(choose), _grades(choose)


def _better_grade(score: Scorer, case: tuple[Casebook, Statement, tuple[Grade, Grade]]) -> None:
    book, said, grades = case
    worse, better = (score(replaced(book, evolve(said, reliability=grade)))[said.claim] for grade in grades)
    raises(said, worse.probability, better.probability, f"P with grades {grades[0]} and {grades[1]}")


def _better_source(score: Scorer, case: tuple[Casebook, str, str, tuple[Grade, Grade]]) -> None:
    book, claim, source, grades = case
    found = []
    for grade in grades:
        graded = evolve(book.source(source), reliability=grade, topics={})
        found.append(score(book.with_records(graded))[claim].probability)
    at_most(found[0], found[1], f"P({claim}) with {source} graded {grades[0]} and {grades[1]}")


def _in_favour_with_source(choose: Chooser) -> tuple[Casebook, str, str, tuple[Grade, Grade]]:
    book, _ = _all_in_favour(choose)
    return book, choose.of(scored(book)), choose.of([source.id for source in book.sources]), _grades(choose)


def _grades(choose: Chooser) -> tuple[Grade, Grade]:
    """Two grades, the worse first."""
    worse, better = sorted((choose.whole(0, len(NUMBERED) - 1), choose.whole(0, len(NUMBERED) - 1)))
    return NUMBERED[worse], NUMBERED[better]


def _few_statements(choose: Chooser) -> tuple[Casebook, Statement]:
    return a_book_with_statement(choose, Limits(statements=2, links=0))


def _shorter(score: Scorer, case: tuple[Casebook, Statement]) -> None:
    book, said = case
    assume(said.via and not any(s.id != said.id and s.claim == said.claim for s in book.statements))
    longer, shorter = score(book)[said.claim], score(replaced(book, evolve(said, via=said.via[1:])))[said.claim]
    raises(said, longer.probability, shorter.probability, "P by a longer and a shorter chain")


def _statement_and_propensity(choose: Chooser) -> tuple[Casebook, Statement, float]:
    return *a_book_with_statement(choose), choose.real(0.05, 0.49)


def _interest(score: Scorer, case: tuple[Casebook, Statement, float]) -> None:
    book, said, low = case
    for degrees in ((1.0, 0.5, low), ("serves", "neutral", "against")):
        serves, neutral, admits = (
            score(replaced(book, evolve(said, propensity=n)))[said.claim].probability for n in degrees
        )
        raises(said, serves, neutral, f"P at {degrees[0]} and at {degrees[1]}")
        raises(said, neutral, admits, f"P at {degrees[1]} and at {degrees[2]}")


def _relay_interest(score: Scorer, case: tuple[Casebook, Statement, int, float]) -> None:
    book, said, place, low = case
    assume(said.via)
    place %= len(said.via)

    def heard(n: PropensityWord | float) -> float:
        via = tuple(evolve(r, propensity=n) if rank == place else r for rank, r in enumerate(said.via))
        return score(replaced(book, evolve(said, via=via)))[said.claim].probability

    numbers: Interests = (1.0, 0.5, low)
    words: Interests = ("serves", "neutral", "against")
    for degrees in (numbers, words):
        serves, neutral, admits = map(heard, degrees)
        raises(said, serves, neutral, f"P through a relay with interest {degrees[0]} and {degrees[1]}")
        raises(said, neutral, admits, f"P through a relay with interest {degrees[1]} and {degrees[2]}")


def _retraction(score: Scorer, case: tuple[Casebook, Statement]) -> None:
    book, said = case
    gone = replaced(book, evolve(said, standing=Standing(is_="retracted", because="Taken back.")))
    before, after = score(book), score(gone)
    raises(said, after[said.claim].probability, before[said.claim].probability, "P after and before a retraction")
    same_bits(after, score(without(book, said)), scored(book))
    same_bits(before, score(replaced(gone, said)), scored(book))


def _open_minded(score: Scorer, case: tuple[Casebook, str]) -> None:
    book, claim = case
    assume(_is_live(score, *witness("more", "fell", grade="A")))
    admission: dict[str, Any] = {"grade": "A", "propensity": 0.001}
    alone = score(just(plain_claim(), *witness("sure", "fell", **admission)))["fell"].probability
    before = score(book)[claim]
    needed = _WANTED / (1.0 - _WANTED) * (1.0 - before.prior) / before.prior * (1.0 + against(before))
    assume(needed * (1.0 - alone) <= _CROWDS[1] * (2.0 * alone - 1.0))
    many = [record for place in range(60) for record in witness(f"more-{place}", claim, grade="A")]
    few, lots = (score(book.with_records(*many[:size]))[claim].probability for size in (20, 120))
    require(few < lots or few > 1.0 - 1e-9, f"P({claim}) stays at {few}")
    for size in _CROWDS:
        sure = [record for place in range(size) for record in witness(f"sure-{place}", claim, **admission)]
        if score(book.with_records(*sure))[claim].probability >= _WANTED:
            return
    require(False, f"{_CROWDS[-1]} admissions do not bring P({claim}) to {_WANTED}")  # noqa: FBT003


def _few_attacks(choose: Chooser) -> tuple[Casebook, str]:
    book = make_casebook(choose, Limits(questions=False, links=0, statements=3))
    book = restated(book, lambda s: [evolve(s, propensity="neutral")])
    return book, choose.of(scored(book))


def _with_statement_and_interest(choose: Chooser) -> tuple[Casebook, Statement, int, float]:
    return *a_book_with_statement(choose), choose.whole(0, 2), choose.real(0.05, 0.49)


LAWS = (
    Law(
        name="monotony",
        says="one more supporting statement never lowers a claim, one more denial never raises it",
        origin="baroni-rago-toni-2019",
        make=a_book_with_statement,
        check=_monotone,
    ),
    Law(
        name="monotony over links",
        says="where everything asserts and supports, one more assertion lowers no claim",
        origin="baroni-rago-toni-2019",
        make=_all_in_favour,
        check=_monotone_over_links,
    ),
    Law(
        name="weakening",
        says="a live denial strictly lowers a claim that nothing else opposes, and nothing is lost without one",
        origin="amgoud-2017, P7 and P9",
        make=_with_lone_claim,
        check=_weakening,
    ),
    Law(
        name="reinforcement",
        says="a stronger link never has less effect",
        origin="amgoud-2017, P10",
        make=_some_link,
        check=_reinforcement,
    ),
    Law(
        name="open-mindedness",
        says="enough established origins heard directly bring P as near 1 as wanted",
        origin="potyka-2018",
        make=_few_attacks,
        check=_open_minded,
    ),
    Law(
        name="more evidence, less unknown",
        says="unknown of a claim never rises when an origin speaks on that claim",
        origin="josang-2001",
        make=a_book_with_statement,
        check=_less_unknown,
    ),
    Law(
        name="distrust is not denial",
        says="an unreliable assertion is never evidence against",
        origin="josang-2016, p. 251",
        make=_asserted_only,
        check=_distrust,
    ),
    Law(
        name="confirmation sign",
        says="P rises exactly when the likelihood ratio is above 1",
        origin="milne-1996",
        make=_one_voice,
        check=_confirmation,
    ),
    Law(
        name="better grade",
        says="a better grade of a statement's origin never weakens what it says",
        origin="bovens-hartmann-2003",
        make=_statement_and_grades,
        check=_better_grade,
    ),
    Law(
        name="better source",
        says="a better grade of a source, as origin or relay, lowers no claim where everything asserts and supports",
        origin="bovens-hartmann-2003",
        make=_in_favour_with_source,
        check=_better_source,
    ),
    Law(
        name="shorter chain",
        says="a statement that alone speaks on a claim is worth no less by a shorter chain",
        origin="bovens-hartmann-2003",
        make=_few_statements,
        check=_shorter,
    ),
    Law(
        name="interest",
        says="what serves its speaker weighs no more than what does not, and that no more than an admission",
        origin="bovens-hartmann-2003",
        make=_statement_and_propensity,
        check=_interest,
    ),
    Law(
        name="relay interest",
        says="what a relay would pass on anyway weighs no more through it than what it would not",
        origin="bovens-hartmann-2003",
        make=_with_statement_and_interest,
        check=_relay_interest,
    ),
    Law(
        name="retraction",
        says="retracting support never raises, equals taking it out, and is undone to the last bit",
        origin="practice",
        make=a_book_with_statement,
        check=_retraction,
    ),
)
"""Laws of monotonicity."""
