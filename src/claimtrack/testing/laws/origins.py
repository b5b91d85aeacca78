"""Laws of origins and relays: what counts once, how much a relay carries, and what adds up."""

from typing import Any

from claimtrack._records import evolve
from claimtrack.model.casebook import Casebook
from claimtrack.model.documents import Document
from claimtrack.model.sources import Dependence, Grade, Source
from claimtrack.model.statements import PropensityWord, Relay, Statement
from claimtrack.scoring.assessment import Assessment
from claimtrack.testing.generate.casebooks import NUMBERED, SECOND_HAND, Limits, make_casebook, make_propensity
from claimtrack.testing.generate.changes import (
    Chain,
    just,
    negation_of,
    plain_claim,
    relayed,
    restated,
    scored,
    turned,
    without,
    witness,
)
from claimtrack.testing.generate.source import Chooser, choose_some
from claimtrack.testing.law import Law, Scorer, assume
from claimtrack.testing.laws.monotonicity import a_book_with_statement, make_chain, make_interest, raises
from claimtrack.testing.laws.numbers import against, at_most, equal, for_it, same_opinions
from claimtrack.testing.laws.parameters import Parameters, parameters_of

_OUTLETS = 9
_WITNESSES = (2, 50)
_EXHIBITS = tuple(Document(id=name, title=name.capitalize()) for name in ("tape", "letter", "sample"))


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


def _another_way(score: Scorer, case: tuple[Casebook, Statement, tuple[Relay, ...]]) -> None:
    book, said, via = case
    other = evolve(said, id="another-way", via=via)
    bare = evolve(book, statements=())
    weights = {one.id: _weight(score, bare, one) for one in (*book.statements, other)}
    strongest: dict[str, float] = {}
    for one in (*book.statements, other):
        strongest[one.origin] = max(strongest.get(one.origin, 0.0), weights[one.id])
    both = book.with_records(other)
    after = score(both)
    side = for_it if said.stance == "asserts" else against
    at_most(side(after[said.claim]), sum(strongest.values()), "what all origins weigh, and their best together")
    told = parameters_of(after)
    for relay in both.sources:
        heard = [(s.origin, r) for s in both.statements for r in s.via if r.source == relay.id]
        carried = sum(strongest[origin] for origin in {origin for origin, _ in heard})
        for _, passed_on in heard:
            assume(carried <= told.most_carried(relay.id, relay.reliability or "E", passed_on.propensity))
    alone = without(both, said if weights[said.id] < weights[other.id] else other)
    same_opinions(score(alone), after, after)


def _weight(score: Scorer, bare: Casebook, said: Statement) -> float:
    """What one statement weighs alone."""
    one = score(bare.with_records(said))[said.claim]
    return for_it(one) if said.stance == "asserts" else against(one)


def _two_ways(choose: Chooser) -> tuple[Casebook, Statement, tuple[Relay, ...]]:
    """A casebook of one claim, a statement of it, and another chain for that."""
    book, said = a_book_with_statement(choose, Limits(claims=1, links=0, questions=False, dependences=0, statements=3))
    graded = evolve(book, sources=tuple(evolve(s, reliability=choose.of(NUMBERED), topics={}) for s in book.sources))
    relays = choose_some(choose, [source.id for source in book.sources if source.id != said.origin], 2)
    via = tuple(Relay(source=relay, propensity=make_interest(choose)) for relay in relays)

    def in_numbers(one: Statement) -> Statement:
        return evolve(one, via=tuple(evolve(relay, propensity=make_interest(choose)) for relay in one.via))

    said = in_numbers(said)
    book = restated(graded, lambda s: (said if s.id == said.id else in_numbers(s),) if s.stands else ())
    return book, said, via


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
            via=tuple(
                Relay(source=name, propensity=make_propensity(choose)) for name in choose_some(choose, "pqrs", 3)
            ),
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
    """A casebook in which no chain goes on behind some relays, and one of its statements."""
    book, said = a_book_with_statement(choose)
    relays = tuple(choose_some(choose, [source.id for source in book.sources], 4))

    def up_to(chain: tuple[Relay, ...]) -> tuple[Relay, ...]:
        end = next((place for place, relay in enumerate(chain) if relay.source in relays), len(chain))
        return chain[: end + 1]

    return restated(book, lambda s: [evolve(s, via=up_to(s.via))]), evolve(said, via=up_to(said.via)), relays


def _alone(score: Scorer, grade: Grade, relays: Chain = (), **fields: Any) -> Assessment:  # noqa: ANN401
    """A lone claim on the word of one origin through relays of some grades and interests."""
    sources, via = relayed(relays)
    return score(just(plain_claim(), *sources, *witness("origin", "fell", grade=grade, via=via, **fields)))


def _weakest_link(score: Scorer, case: tuple[Grade, Chain, dict[str, Any]]) -> None:
    grade, relays, fields = case
    assume(relays)
    chain = _alone(score, grade, relays, **fields)
    weighs = for_it(chain["fell"])
    at_most(
        weighs, for_it(_alone(score, grade, **fields)["fell"]), "what a chain weighs, and its origin heard directly"
    )
    for place, relay in enumerate(relays):
        most = parameters_of(chain).most_carried(f"relay-{place}", *relay)
        at_most(weighs, most, "what a chain weighs, and what one of its relays can carry")


def _chain(choose: Chooser) -> tuple[Grade, Chain, dict[str, Any]]:
    fields = {"propensity": make_propensity(choose), "certainty": choose.real(0.05, 1.0)}
    return choose.of(NUMBERED), make_chain(choose), fields


def _hop(score: Scorer, case: tuple[tuple[Grade, Chain, dict[str, Any]], int, Chain]) -> None:
    (grade, relays, fields), place, hop = case
    # The further relays have names of their own, since a method may know some by name.
    sources, named = relayed((*relays, *hop))
    via, more = named[: len(relays)], named[len(relays) :]
    direct, longer = (
        score(just(plain_claim(), *sources, *witness("origin", "fell", grade=grade, via=chain, **fields)))["fell"]
        for chain in (via, (*via[:place], *more, *via[place:]))
    )
    at_most(longer.probability, direct.probability, "P with and without further hops")


def _dependent(score: Scorer, case: tuple[tuple[Grade, ...], tuple[dict[str, Any], ...], float, float]) -> None:
    grades, bases, weaker, stronger = case
    said = [
        witness(f"one-{place}", "fell", grade=grade, **how)
        for place, (grade, how) in enumerate(zip(grades, bases, strict=True))
    ]
    free = just(plain_claim(), *_EXHIBITS, *(record for pair in said for record in pair))

    def joined(strength: float) -> float:
        tie = Dependence(sources=tuple(source.id for source, _ in said), kind="same owner", strength=strength)
        return score(free.with_records(tie))["fell"].probability

    strongest = max(score(just(plain_claim(), *_EXHIBITS, *pair))["fell"].probability for pair in said)
    # Members of a group lend each other what they examined: tied with strength 0 they weigh at least what they would
    # weigh apart, and no more than the sum.
    apart = score(free)["fell"].probability
    at_most(apart, joined(0.0), "P by free origins and by origins tied with strength 0")
    bare = just(plain_claim(), *(record for source, one in said for record in (source, _by_sight(one))))
    at_most(joined(0.0), score(bare)["fell"].probability, "P by origins tied with strength 0, and by their sum")
    equal(strongest, joined(1.0), "P by the strongest and by origins tied with strength 1")
    at_most(joined(stronger), joined(weaker), f"P by origins tied with strength {stronger} and {weaker}")


def _by_sight(said: Statement) -> Statement:
    """The statement of one who saw it, and shares no exhibit with anybody."""
    return evolve(said, lineage="witnessed", exhibits=())


def _tied(choose: Chooser) -> tuple[tuple[Grade, ...], tuple[dict[str, Any], ...], float, float]:
    grades = choose.some(2, 4, lambda _: choose.of(NUMBERED))
    bases = choose.some(len(grades), len(grades), lambda _: _basis(choose))
    weaker, stronger = sorted((choose.real(0.0, 1.0), choose.real(0.0, 1.0)))
    return grades, bases, weaker, stronger


def _basis(choose: Chooser) -> dict[str, Any]:
    """How an origin knows: as a witness, or by what it examined."""
    exhibits = tuple(choose_some(choose, [exhibit.id for exhibit in _EXHIBITS], 2))
    return {"lineage": "examined", "exhibits": exhibits} if exhibits else {}


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
        lineage=choose.of((*SECOND_HAND, "examined")),
        propensity=make_propensity(choose),
        stance=choose.of(("asserts", "denies")),
    )
    return book, claim, source, said


def _one_mouth(score: Scorer, case: tuple[Casebook, str, Grade, Chain, int]) -> None:
    book, claim, grade, kinds, number = case
    paper = Source(id="paper", name="Paper", reliability=grade)
    book = book.with_records(paper)
    said = [
        witness(
            f"invented-{place}",
            claim,
            grade=kind,
            propensity="against",
            via=(Relay(source="paper", propensity=interest),),
        )
        for place in range(number)
        for kind, interest in (kinds[place % len(kinds)],)
    ]
    before = for_it(score(book)[claim])
    scores = score(book.with_records(*(record for pair in said for record in pair)))
    many, told = for_it(scores[claim]), parameters_of(scores)
    apart = just(plain_claim(), paper)
    alone = {
        kind: _weight(score, apart.with_records(source), evolve(one, claim="fell"))
        for kind, (source, one) in zip(kinds, said, strict=False)
    }
    for _, rung in kinds:
        # Those with less interest than this pass by themselves; the others share what the paper carries for them.
        n = told.propensity(rung)
        less = sum(alone[kinds[place % len(kinds)]] for place in range(number) if _n_of(told, kinds, place) < n)
        most = before + less + told.most_carried("paper", grade, rung)
        at_most(many, most, f"what {number} witnesses in one paper weigh, and what it carries with interest {rung}")


def _n_of(told: Parameters, kinds: Chain, place: int) -> float:
    return told.propensity(kinds[place % len(kinds)][1])


def _with_paper(choose: Chooser) -> tuple[Casebook, str, Grade, Chain, int]:
    book = make_casebook(choose, Limits(statements=5, links=0, questions=False))
    kinds = choose.some(1, 3, lambda _: (choose.of(NUMBERED), make_interest(choose)))
    return book, choose.of(scored(book)), choose.of(NUMBERED), kinds, choose.of(_WITNESSES)


def _one_mouth_over_links(score: Scorer, case: tuple[Casebook, Grade, PropensityWord | float]) -> None:
    book, grade, interest = case
    assume(book.links and book.statements)
    paper = Source(id="paper", name="Paper", reliability=grade)
    last = Relay(source="paper", propensity=interest)
    scores = score(restated(book.with_records(paper), lambda s: [evolve(s, via=(*s.via, last))]))
    most = parameters_of(scores).most_carried("paper", grade, interest)
    for claim, one in scores.scores.items():
        at_most(for_it(one), most, f"what one paper carries for {claim} over links, and its ceiling")
        at_most(against(one), most, f"what one paper carries against {claim} over links, and its ceiling")


def _merged(
    score: Scorer, case: tuple[Casebook, str, Grade, tuple[str | None, str | None], tuple[dict[str, Any], ...]]
) -> None:
    book, claim, grade, ties, bases = case
    book = book.with_records(*_EXHIBITS)
    (first, said), (second, also) = (
        witness(name, claim, grade=grade, **how) for name, how in zip(("first", "second"), bases, strict=True)
    )
    dependences = [
        Dependence(id=f"tie-{place}", sources=(name, tie), kind="same owner", strength=0.5)
        for place, (name, tie) in enumerate(zip(("first", "second"), ties, strict=True))
        if tie is not None
    ]
    two = book.with_records(first, second, said, also, *dependences)
    moved = [evolve(d, sources=("first", d.sources[1])) for d in dependences]
    one = book.with_records(first, said, evolve(also, origin="first"), *moved)
    at_most(for_it(score(one)[claim]), for_it(score(two)[claim]), f"what weighs for {claim} by one origin and by two")


def _with_ties(
    choose: Chooser,
) -> tuple[Casebook, str, Grade, tuple[str | None, str | None], tuple[dict[str, Any], ...]]:
    book = make_casebook(choose, Limits(questions=False, links=0))
    some = (None, *(source.id for source in book.sources))
    bases = (_basis(choose), _basis(choose))
    return book, choose.of(scored(book)), choose.of(NUMBERED), (choose.of(some), choose.of(some)), bases


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


def _statement_and_times(choose: Chooser) -> tuple[Casebook, Statement, int]:
    return *a_book_with_statement(choose), choose.whole(1, _OUTLETS)


def _chain_and_hops(choose: Chooser) -> tuple[tuple[Grade, Chain, dict[str, Any]], int, Chain]:
    return _chain(choose), choose.whole(0, 3), make_chain(choose)


def _lone_claims_and_relay(choose: Chooser) -> tuple[Casebook, Grade, PropensityWord | float]:
    return _lone_claims(choose), choose.of(NUMBERED), make_interest(choose)


LAWS = (
    Law(
        name="repetition",
        says="the same statement again, or nine more outlets that pass on what already reached us, changes nothing",
        origin="circular reporting",
        make=_statement_and_times,
        check=_repeated,
    ),
    Law(
        name="another way",
        says="a statement that reaches us by another way too adds nothing where no relay is full, and never lifts a "
        "claim above the best of all origins together",
        origin="circular reporting",
        make=_two_ways,
        check=_another_way,
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
        says="any number of relays of one origin weigh at most what the origin weighs heard directly, where no chain "
        "goes on behind them",
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
        make=_chain_and_hops,
        check=_hop,
    ),
    Law(
        name="dependence",
        says="a pool lies between its strongest and its sum, and falls as its members depend more on each other, where "
        "they share no exhibit with others",
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
        says="however many invented witnesses in one newspaper weigh no more than it can carry with its interest in "
        "each; those in whom it has less pass by themselves",
        origin="practice",
        make=_with_paper,
        check=_one_mouth,
    ),
    Law(
        name="one mouth over links",
        says="where everything comes through one newspaper, no claim has more than that can carry",
        origin="practice",
        make=_lone_claims_and_relay,
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
