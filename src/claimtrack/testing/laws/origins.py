"""Laws of origins and relays: what counts once, how much a relay carries, and what adds up."""

from typing import Any

from claimtrack._records import evolve
from claimtrack.model.casebook import Casebook
from claimtrack.model.sources import Dependence, Grade, Source
from claimtrack.model.statements import Statement
from claimtrack.scoring.assessment import Assessment
from claimtrack.testing.generate.casebooks import NUMBERED, SECOND_HAND, Limits, make_casebook
from claimtrack.testing.generate.changes import (
    just,
    negation_of,
    plain_claim,
    restated,
    scored,
    turned,
    without,
    witness,
)
from claimtrack.testing.generate.source import Chooser, choose_some
from claimtrack.testing.law import Law, Scorer, assume
from claimtrack.testing.laws.monotonicity import a_book_with_statement, raises
from claimtrack.testing.laws.numbers import against, at_most, equal, for_it, same_opinions
from claimtrack.testing.laws.parameters import parameters_of

_OUTLETS = 9
_WITNESSES = (2, 50)


def _statement_and_times(choose: Chooser) -> tuple[Casebook, Statement, int]:
    return *a_book_with_statement(choose), choose.whole(1, _OUTLETS)


def _repeated(score: Scorer, case: tuple[Casebook, Statement, int]) -> None:
    book, said, times = case
    before = score(book)
    again = [evolve(said, id=f"again-{place}") for place in range(times)]
    same_opinions(before, score(book.with_records(*again)), before)
    outlets = [Source(id=f"outlet-{place}", name="Outlet", reliability="A") for place in range(times)]
    passed_on = [
        evolve(said, id=f"passed-on-{place}", via=(*said.via, outlet.id)) for place, outlet in enumerate(outlets)
    ]
    same_opinions(before, score(book.with_records(*outlets, *passed_on)), before)


def _counted_once(score: Scorer, case: tuple[Source, tuple[Source, ...], tuple[Statement, ...]]) -> None:
    origin, relays, said = case
    base = just(plain_claim(), origin, *relays)
    alone = [score(base.with_records(one))["fell"].probability for one in said]
    together = score(base.with_records(*said))["fell"].probability
    equal(max(alone), together, "P by the strongest statement and by all of one origin")


def _one_origin(choose: Chooser) -> tuple[Source, tuple[Source, ...], tuple[Statement, ...]]:
    """One origin that says one thing in several chains of four relays, rings among them."""
    relays = tuple(Source(id=name, name=name, reliability=choose.of(NUMBERED)) for name in "pqrs")
    lineage = choose.of(("witnessed", "told"))
    said = choose.some(
        1,
        6,
        lambda place: evolve(
            witness("one", "fell", lineage=lineage, propensity=choose.of(("neutral", "serves", "against")))[1],
            id=f"s-{place}",
            via=tuple(choose_some(choose, "pqrs", 3)),
            certainty=choose.real(0.05, 1.0),
        ),
    )
    return Source(id="one", name="One", reliability=choose.of(NUMBERED)), relays, said


def _shared_body(score: Scorer, case: tuple[Casebook, Statement, tuple[str, ...]]) -> None:
    book, said, relays = case
    base = without(book, said)
    direct = score(base.with_records(evolve(said, via=())))[said.claim].probability
    through = [
        evolve(said, id=f"through-{place}", via=(relay,)) for place, relay in enumerate(relays) if relay != said.origin
    ]
    raises(said, score(base.with_records(*through))[said.claim].probability, direct, "P through relays and directly")


def _with_relays(choose: Chooser) -> tuple[Casebook, Statement, tuple[str, ...]]:
    book, said = a_book_with_statement(choose)
    return book, said, tuple(choose_some(choose, [source.id for source in book.sources], 4))


def _alone(score: Scorer, grade: Grade, relays: tuple[Grade, ...] = (), **fields: Any) -> Assessment:  # noqa: ANN401
    """A lone claim on the word of one origin through relays of some grades."""
    sources = [Source(id=f"relay-{place}", name="Relay", reliability=g) for place, g in enumerate(relays)]
    said = witness("origin", "fell", grade=grade, via=tuple(source.id for source in sources), **fields)
    return score(just(plain_claim(), *sources, *said))


def _weakest_link(score: Scorer, case: tuple[Grade, tuple[Grade, ...], dict[str, Any]]) -> None:
    grade, relays, fields = case
    assume(relays)
    chain = _alone(score, grade, relays, **fields)
    weighs = for_it(chain["fell"])
    at_most(
        weighs, for_it(_alone(score, grade, **fields)["fell"]), "what a chain weighs, and its origin heard directly"
    )
    for place, relay in enumerate(relays):
        most = parameters_of(chain).most_carried(f"relay-{place}", relay)
        at_most(weighs, most, "what a chain weighs, and what one of its relays can carry")


def _chain(choose: Chooser) -> tuple[Grade, tuple[Grade, ...], dict[str, Any]]:
    relays = choose.some(0, 3, lambda _: choose.of(NUMBERED))
    fields = {"propensity": choose.of(("neutral", "serves", "against")), "certainty": choose.real(0.05, 1.0)}
    return choose.of(NUMBERED), relays, fields


def _chain_and_hop(choose: Chooser) -> tuple[Grade, tuple[Grade, ...], int, Grade]:
    return *_chain(choose)[:2], choose.whole(0, 3), choose.of(NUMBERED)


def _hop(score: Scorer, case: tuple[Grade, tuple[Grade, ...], int, Grade]) -> None:
    grade, relays, place, hop = case
    direct = _alone(score, grade, relays)["fell"]
    longer = _alone(score, grade, (*relays[:place], hop, *relays[place:]))["fell"]
    at_most(longer.probability, direct.probability, "P with and without a further hop")


def _dependent(score: Scorer, case: tuple[tuple[Grade, ...], float, float]) -> None:
    grades, weaker, stronger = case
    said = [witness(f"one-{place}", "fell", grade=grade) for place, grade in enumerate(grades)]
    free = just(plain_claim(), *(record for pair in said for record in pair))

    def joined(strength: float) -> float:
        tie = Dependence(sources=tuple(source.id for source, _ in said), kind="same owner", strength=strength)
        return score(free.with_records(tie))["fell"].probability

    strongest = max(score(just(plain_claim(), *pair))["fell"].probability for pair in said)
    equal(score(free)["fell"].probability, joined(0.0), "P by free origins and by origins tied with strength 0")
    equal(strongest, joined(1.0), "P by the strongest and by origins tied with strength 1")
    at_most(joined(stronger), joined(weaker), f"P by origins tied with strength {stronger} and {weaker}")


def _tied(choose: Chooser) -> tuple[tuple[Grade, ...], float, float]:
    grades = choose.some(2, 4, lambda _: choose.of(NUMBERED))
    weaker, stronger = sorted((choose.real(0.0, 1.0), choose.real(0.0, 1.0)))
    return grades, weaker, stronger


def _closed(score: Scorer, case: tuple[Casebook, str, Source, Statement]) -> None:
    book, claim, source, said = case
    same = (claim, negation_of(book, claim))
    assume(not any(link.to_claim in same for link in book.links))
    before, after = score(book)[claim].probability, score(book.with_records(source, said))[claim].probability
    rest = restated(book, lambda s: () if _bears(book, s, claim, said.stance) else (s,))
    alone = score(rest.with_records(source, said))[claim].probability
    if said.stance == "asserts":
        at_most(after, max(before, alone), f"P({claim}) and the larger of P without and by the new origin alone")
    else:
        at_most(min(before, alone), after, f"the smaller of P({claim}) without and by the new origin alone, and P")


def _bears(book: Casebook, statement: Statement, claim: str, stance: str) -> bool:
    """Whether a statement speaks on one side of a claim, if need be as one on its negation."""
    if statement.claim == claim:
        return statement.stance == stance
    return statement.claim == negation_of(book, claim) and statement.stance != stance


def _unsure(choose: Chooser) -> tuple[Casebook, str, Source, Statement]:
    book = make_casebook(choose, Limits(policies=False))
    claim = choose.of(scored(book))
    source, said = witness(
        "unsure",
        claim,
        grade=choose.of(NUMBERED),
        lineage=choose.of(SECOND_HAND),
        propensity=choose.of(("neutral", "serves", "against")),
        stance=choose.of(("asserts", "denies")),
    )
    return book, claim, source, said


def _one_mouth(score: Scorer, case: tuple[Casebook, str, Grade, tuple[Grade, ...], int]) -> None:
    book, claim, paper, grades, number = case
    source = Source(id="paper", name="Paper", reliability=paper)
    invented = [
        record
        for place in range(number)
        for record in witness(
            f"invented-{place}", claim, grade=grades[place % len(grades)], propensity="against", via=("paper",)
        )
    ]
    before, after = score(book)[claim], score(book.with_records(source, *invented))
    most = parameters_of(after).most_carried("paper", paper)
    at_most(for_it(after[claim]), for_it(before) + most, f"what {number} witnesses in one paper weigh, and its ceiling")


def _with_paper(choose: Chooser) -> tuple[Casebook, str, Grade, tuple[Grade, ...], int]:
    book = make_casebook(choose, Limits(statements=5, links=0, questions=False))
    grades = choose.some(1, 3, lambda _: choose.of(NUMBERED))
    return book, choose.of(scored(book)), choose.of(NUMBERED), grades, choose.of(_WITNESSES)


def _lone_claims_and_paper(choose: Chooser) -> tuple[Casebook, Grade]:
    return _lone_claims(choose), choose.of(NUMBERED)


def _one_mouth_over_links(score: Scorer, case: tuple[Casebook, Grade]) -> None:
    book, paper = case
    assume(book.links and book.statements)
    source = Source(id="paper", name="Paper", reliability=paper)
    heard = restated(book.with_records(source), lambda s: [evolve(s, via=(*s.via, "paper"))])
    scores = score(heard)
    most = parameters_of(scores).most_carried("paper", paper)
    for claim, one in scores.scores.items():
        at_most(for_it(one), most, f"what one paper carries for {claim} over links, and its ceiling")
        at_most(against(one), most, f"what one paper carries against {claim} over links, and its ceiling")


def _merged(score: Scorer, case: tuple[Casebook, str, Grade, tuple[str | None, str | None]]) -> None:
    book, claim, grade, ties = case
    (first, said), (second, also) = (witness(name, claim, grade=grade) for name in ("first", "second"))
    dependences = [
        Dependence(id=f"tie-{place}", sources=(name, tie), kind="same owner", strength=0.5)
        for place, (name, tie) in enumerate(zip(("first", "second"), ties, strict=True))
        if tie is not None
    ]
    two = book.with_records(first, second, said, also, *dependences)
    moved = [evolve(d, sources=("first", d.sources[1])) for d in dependences]
    one = book.with_records(first, said, evolve(also, origin="first"), *moved)
    at_most(for_it(score(one)[claim]), for_it(score(two)[claim]), f"what weighs for {claim} by one origin and by two")


def _with_ties(choose: Chooser) -> tuple[Casebook, str, Grade, tuple[str | None, str | None]]:
    book = make_casebook(choose, Limits(questions=False, links=0))
    some = (None, *(source.id for source in book.sources))
    return book, choose.of(scored(book)), choose.of(NUMBERED), (choose.of(some), choose.of(some))


def _fed_by_one(score: Scorer, book: Casebook) -> None:
    assume(book.links and book.statements)
    single = {s.id: s for s in book.statements}
    strongest = 0.0
    for said in single.values():
        alone = score(evolve(book, statements=(said,), links=()))[said.claim]
        strongest = max(strongest, for_it(alone), against(alone))
    for claim, one in score(book).scores.items():
        at_most(for_it(one), strongest, f"what one origin weighs for {claim} over links and at its strongest")
        at_most(against(one), strongest, f"what one origin weighs against {claim} over links and at its strongest")


def _one_source(choose: Chooser) -> Casebook:
    """A casebook in which one origin says everything."""
    book = make_casebook(choose, Limits(questions=False, links=8, dependences=0))
    first = book.sources[0].id
    return restated(
        book, lambda s: [evolve(s, origin=first, via=tuple(relay for relay in s.via if relay.source != first))]
    )


def _never_more_than_all(score: Scorer, book: Casebook) -> None:
    assume(book.links and book.statements)
    best: dict[str, float] = {}
    for said in book.statements:
        for stance in (said, turned(said)):
            alone = score(evolve(book, statements=(stance,), links=()))[said.claim]
            best[said.origin] = max(best.get(said.origin, 0.0), for_it(alone))
    total = sum(best.values())
    for claim, one in score(book).scores.items():
        at_most(for_it(one), total, f"what weighs for {claim} and all origins at their best")
        at_most(against(one), total, f"what weighs against {claim} and all origins at their best")


def _lone_claims(choose: Chooser) -> Casebook:
    return make_casebook(choose, Limits(questions=False, links=9, dependences=0))


LAWS = (
    Law(
        name="repetition",
        says="the same statement again, or nine more outlets that pass on what already reached us, changes nothing",
        origin="circular reporting",
        make=_statement_and_times,
        check=_repeated,
    ),
    Law(
        name="one origin",
        says="one origin weighs what its strongest statement weighs, through however many relays, in rings or not",
        origin="circular reporting",
        make=_one_origin,
        check=_counted_once,
    ),
    Law(
        name="shared-body ceiling",
        says="any number of relays of one origin weigh at most what the origin weighs heard directly",
        origin="dietrich-list-2004",
        make=_with_relays,
        check=_shared_body,
    ),
    Law(
        name="weakest link",
        says="a chain weighs no more than its origin heard directly, nor than any of its relays can carry",
        origin="josang-2016, definition 14.6",
        make=_chain,
        check=_weakest_link,
    ),
    Law(
        name="hop",
        says="a further hop never raises",
        origin="josang-2016",
        make=_chain_and_hop,
        check=_hop,
    ),
    Law(
        name="dependence",
        says="a pool lies between its strongest and its sum, and falls as its members depend more on each other",
        origin="denoeux-2008",
        make=_tied,
        check=_dependent,
    ),
    Law(
        name="fail closed",
        says="an origin that is not established never lifts a claim above the larger of the rest and itself alone",
        origin="stanag-2511",
        make=_unsure,
        check=_closed,
    ),
    Law(
        name="one mouth",
        says="however many invented first-hand witnesses in one newspaper weigh no more than it can carry",
        origin="practice",
        make=_with_paper,
        check=_one_mouth,
    ),
    Law(
        name="one mouth over links",
        says="where everything comes through one newspaper, no claim has more than that can carry",
        origin="practice",
        make=_lone_claims_and_paper,
        check=_one_mouth_over_links,
    ),
    Law(
        name="merge",
        says="two origins of equal grade that speak on one side weigh no less than as one origin, without links",
        origin="practice",
        make=_with_ties,
        check=_merged,
    ),
    Law(
        name="one origin over links",
        says="one origin that feeds any number of claims weighs nowhere more than its strongest statement",
        origin="circular reporting",
        make=_one_source,
        check=_fed_by_one,
    ),
    Law(
        name="circles",
        says="however claims feed each other, none has more weight than all origins at their best together",
        origin="circular reporting",
        make=_lone_claims,
        check=_never_more_than_all,
    ),
)
"""Laws of origins and relays."""
