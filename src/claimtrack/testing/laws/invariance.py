"""Laws of invariance: what every score is, and what must not change it."""

from math import isfinite

from claimtrack._records import evolve
from claimtrack.dates import PartialDate
from claimtrack.model.casebook import Casebook
from claimtrack.model.claims import Link, Question, Sign
from claimtrack.model.notes import Note
from claimtrack.network.build import build
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.changes import (
    ancestors,
    lone,
    negation_of,
    opposite,
    renamed,
    reshuffled,
    restated,
    scored,
    turned,
    united_with,
    witness,
)
from claimtrack.testing.generate.edge_cases import SHAPES
from claimtrack.testing.generate.source import Chooser, shuffle
from claimtrack.testing.law import Law, Scorer, assume, require
from claimtrack.testing.laws.numbers import at_most, bits, equal, same_bits, same_opinions
from claimtrack.testing.laws.parameters import parameters_of

_NAMES = tuple(f"id-{place}" for place in range(60))


def _book(choose: Chooser) -> Casebook:
    return make_casebook(choose)


def _wordy(choose: Chooser) -> Casebook:
    return make_casebook(choose, Limits(wordy=True))


def _opinionated(choose: Chooser) -> Casebook:
    return make_casebook(choose, Limits(wordy=True, opinions=True))


def _shaped(choose: Chooser) -> Casebook:
    """Any casebook, or an edge case."""
    shape = choose.of((None, None, None, None, *SHAPES))
    return _wordy(choose) if shape is None else SHAPES[shape](choose)


def _with_claim(choose: Chooser) -> tuple[Casebook, str]:
    book = make_casebook(choose)
    return book, choose.of(scored(book))


def _bounded(score: Scorer, book: Casebook) -> None:
    for claim, one in score(book).scores.items():
        b, d, u = one.belief, one.disbelief, one.unknown
        require(min(b, d, u) >= 0.0, f"{claim}: b, d, u = {b}, {d}, {u}")
        equal(1.0, b + d + u, f"b + d + u of {claim}")
        require(
            0.0 <= one.low <= one.probability <= one.high <= 1.0, f"{claim}: {one.low}, {one.probability}, {one.high}"
        )
        at_most(b, one.probability, f"b and P of {claim}")
        at_most(one.probability, 1.0 - d, f"P and 1 - d of {claim}")


def _partition(score: Scorer, book: Casebook) -> None:
    for claim, one in score(book).scores.items():
        equal(1.0, one.settled + one.disputed + one.unknown, f"settled + disputed + unknown of {claim}")
        require(min(one.settled, one.disputed, one.unknown) >= 0.0, f"a share of {claim} is below 0")


def _opinionated_or_shaped(choose: Chooser) -> Casebook:
    return choose.of((_opinionated, _shaped))(choose)


def _total(score: Scorer, book: Casebook) -> None:
    scores = score(book)
    require(list(scores) == scored(book), "not every claim has a score")
    for one in scores.scores.values():
        numbers = (one.probability, one.low, one.high, one.belief, one.disbelief, one.unknown)
        require(all(map(isfinite, numbers)), f"{one.claim.id}: {numbers}")


def _resilient(score: Scorer, book: Casebook) -> None:
    for claim, one in score(book).scores.items():
        require(0.0 < one.probability < 1.0, f"P({claim}) = {one.probability}")


def _wordy_and_names(choose: Chooser) -> tuple[Casebook, tuple[str, ...]]:
    return _wordy(choose), shuffle(choose, _NAMES)


def _anonymous(score: Scorer, case: tuple[Casebook, tuple[str, ...]]) -> None:
    book, names = case
    known: dict[str, str] = {}

    def new(old: str) -> str:
        return known.setdefault(old, names[len(known)])

    before = score(book)
    known.update({source: source for source in sorted(parameters_of(before).sources())})
    after = score(renamed(book, new))
    for claim, one in before.scores.items():
        require(bits(one) == bits(after[new(claim)]), f"{claim} has another score under other names")


def _ordered(score: Scorer, case: tuple[Casebook, Casebook]) -> None:
    same_bits(score(case[0]), score(case[1]), scored(case[0]))


def _shuffled(choose: Chooser) -> tuple[Casebook, Casebook]:
    book = make_casebook(choose)
    backwards = choose.of((True, False))
    return book, reshuffled(book, lambda items: tuple(items)[::-1] if backwards else shuffle(choose, tuple(items)))


def _two_books(choose: Chooser) -> tuple[Casebook, Casebook]:
    return make_casebook(choose), make_casebook(choose, Limits(statements=4))


def _disjoint(score: Scorer, case: tuple[Casebook, Casebook]) -> None:
    book, other = case
    assume(other.statements)
    same_bits(score(book), score(united_with(book, other)), scored(book))


def _directional(score: Scorer, case: tuple[Casebook, str]) -> None:
    book, claim = case
    bears = {*ancestors(book, claim), *build(book).families[claim].claims}
    mine = restated(book, lambda s: (s,) if s.claim in bears else ())
    assume(mine.statements != book.statements)
    before, after = score(book)[claim], score(mine)[claim]
    require(bits(before) == bits(after), f"{claim}: {bits(before)} and {bits(after)}")


def _equivalent(score: Scorer, case: tuple[Casebook, str]) -> None:
    book, claim = case
    assume(lone(book, claim) and claim not in ancestors(book, claim))
    twin = evolve(book.claim(claim), id="twin")
    said = [evolve(s, id=f"{s.id}-twin", claim="twin") for s in book.statements if s.claim == claim]
    links = [evolve(k, id=f"{k.id}-twin", to_claim="twin") for k in book.links if k.to_claim == claim != k.from_claim]
    found = [evolve(e, claim="twin") for e in book.established if e.claim == claim]
    assume(said or links)
    scores = score(book.with_records(twin, *said, *links, *found))
    require(bits(scores[claim]) == bits(scores["twin"]), f"{claim} and its twin differ")


def _stable(score: Scorer, book: Casebook) -> None:
    for claim, one in score(restated(book, lambda _: ())).scores.items():
        equal(one.prior, one.probability, f"P and the prior of {claim}")
        equal(1.0, one.unknown, f"unknown of {claim}")


def _claim_and_stance(choose: Chooser) -> tuple[Casebook, str, str]:
    return *_with_claim(choose), choose.of(("asserts", "denies"))


def _neutral(score: Scorer, case: tuple[Casebook, str, str]) -> None:
    book, claim, stance = case
    before = score(book)
    assume(parameters_of(before).fidelity("zero", "E") == 0.0)
    same_opinions(before, score(book.with_records(*witness("zero", claim, grade="E", stance=stance))), before)


def _neutral_links(score: Scorer, case: tuple[Casebook, str, Sign]) -> None:
    book, claim, sign = case
    before = score(book)
    idle = Link(from_claim=claim, to_claim=scored(book)[0], sign=sign, strength=0.0)
    same_opinions(before, score(book.with_records(idle)), before)


def _no_dates(score: Scorer, book: Casebook) -> None:
    assume(book.statements)
    when = PartialDate("1999-12")
    none = dict.fromkeys(("occurred", "observed", "stated", "published", "accessed"))
    dated = restated(book, lambda s: [evolve(s, **{**none, "stated": when, "published": when})])
    same_bits(score(book), score(dated), scored(book))


def _silent(score: Scorer, case: tuple[Casebook, str]) -> None:
    book, claim = case
    silent = [witness(f"silent-{place}", claim, grade="A")[0] for place in range(3)]
    note = Note(kind="search made", about=claim, text="Nobody denies it.")
    same_bits(score(book), score(book.with_records(*silent, note)), scored(book))


def _book_and_credibility(choose: Chooser) -> tuple[Casebook, int | None]:
    return make_casebook(choose), choose.of((None, 1, 2, 3, 4, 5, 6))


def _axes(score: Scorer, case: tuple[Casebook, int | None]) -> None:
    book, credibility = case
    assume(book.statements)
    other = restated(book, lambda s: [evolve(s, credibility=credibility)])
    same_bits(score(book), score(other), scored(book))


def _no_basis(score: Scorer, case: tuple[Casebook, str, str]) -> None:
    book, claim, stance = case
    before = score(book)
    judge, said = witness("no-basis", claim, grade="F", stance=stance)
    same_opinions(before, score(book.with_records(judge, said)), before)
    sound, word = witness("sound", claim, grade="A", stance=stance, via=("no-basis",))
    same_opinions(before, score(book.with_records(judge, sound, word)), before)


def _franklin(score: Scorer, book: Casebook) -> None:
    assume(book.statements)
    both = restated(book, lambda s: (s, turned(s, id=f"{s.id}-turned")))
    for claim, one in score(both).scores.items():
        equal(one.prior, one.probability, f"P and the prior of {claim}")


def _dual(score: Scorer, case: tuple[Casebook, str]) -> None:
    book, claim = case
    assume(lone(book, claim))
    prior = book.claim(claim).prior
    mirrored = evolve(
        restated(book, lambda s: [turned(s) if s.claim == claim else s]),
        claims=tuple(evolve(c, prior=1.0 - prior) if c.id == claim and prior is not None else c for c in book.claims),
        links=tuple(
            evolve(k, sign="supports" if k.sign == "undermines" else "undermines") if k.to_claim == claim else k
            for k in book.links
        ),
    )
    before, after = score(book)[claim], score(mirrored)[claim]
    equal(1.0 - before.probability, after.probability, f"1 - P({claim}) and P of it turned")
    equal(1.0 - before.low, after.high, f"1 - low and high of {claim} turned")
    equal(1.0 - before.high, after.low, f"1 - high and low of {claim} turned")
    equal(before.belief, after.disbelief, f"belief and disbelief of {claim} turned")
    equal(before.unknown, after.unknown, f"unknown of {claim} turned")


def _negated(score: Scorer, case: tuple[Casebook, str]) -> None:
    book, claim = case
    other = negation_of(book, claim)
    assume(other is not None)
    scores = score(book)
    equal(1.0 - scores[claim].probability, scores[other or ""].probability, "1 - P and P of the negation")
    equal(scores[claim].belief, scores[other or ""].disbelief, "belief and disbelief of the negation")
    moved = restated(book, lambda s: [evolve(s, claim=claim, stance=opposite(s.stance))] if s.claim == other else [s])
    topics = {c.id: c.topic for c in book.claims}
    if topics[claim] == topics[other or ""] and not any(e.claim in (claim, other) for e in book.established):
        same_opinions(scores, score(moved), scores)


def _negation(choose: Chooser) -> tuple[Casebook, str]:
    """A casebook in which a claim and its negation exhaust a question."""
    book = make_casebook(choose, Limits(questions=False))
    assume(len(book.claims) > 1)
    first, second, *others = book.claims
    prior = choose.of((None, 0.25, 0.5, 0.9))
    claims = (evolve(first, prior=prior), evolve(second, prior=None if prior is None else 1.0 - prior), *others)
    question = Question(id="whether", text="Is it so?", claims=(first.id, second.id), exhaustive=True)
    return evolve(book, claims=claims, questions=(question,)), choose.of((first.id, second.id))


def _with_claim_and_sign(choose: Chooser) -> tuple[Casebook, str, Sign]:
    return *_with_claim(choose), choose.of(("supports", "undermines"))


LAWS = (
    Law(
        name="bounded",
        says="b, d and u are shares of 1; P lies between b and 1 - d, and between low and high",
        origin="josang-2016",
        make=_shaped,
        check=_bounded,
    ),
    Law(
        name="partition",
        says="settled + disputed + unknown = 1",
        origin="identity",
        make=_book,
        check=_partition,
    ),
    Law(
        name="totality",
        says="every casebook gets a defined score for every claim but opinions",
        origin="mossakowski-neuhaus-2018",
        make=_opinionated_or_shaped,
        check=_total,
    ),
    Law(
        name="resilience",
        says="a prior inside (0, 1) keeps P inside (0, 1)",
        origin="amgoud-2017, P11",
        make=_book,
        check=_resilient,
    ),
    Law(
        name="anonymity",
        says="renaming ids that the method was not told changes no score",
        origin="amgoud-2017, P1; singleton-booth-2020",
        make=_wordy_and_names,
        check=_anonymous,
    ),
    Law(
        name="order",
        says="the order of entry changes no score, to the last bit",
        origin="practice",
        make=_shuffled,
        check=_ordered,
    ),
    Law(
        name="disjoint",
        says="an unconnected part changes nothing",
        origin="amgoud-2017, P2",
        make=_two_books,
        check=_disjoint,
    ),
    Law(
        name="directionality",
        says="only what has a path to a claim affects it",
        origin="amgoud-2017, P3",
        make=_with_claim,
        check=_directional,
    ),
    Law(
        name="equivalence",
        says="the same prior and the same incoming evidence make the same score, outside questions and rings",
        origin="amgoud-2017, P5",
        make=_with_claim,
        check=_equivalent,
    ),
    Law(
        name="stability",
        says="without evidence P is the prior and unknown is 1",
        origin="amgoud-2017, P6",
        make=_book,
        check=_stable,
    ),
    Law(
        name="neutrality",
        says="the word of a source of fidelity 0 changes nothing",
        origin="amgoud-2017, P4",
        make=_claim_and_stance,
        check=_neutral,
    ),
    Law(
        name="neutrality of links",
        says="a link of strength 0 changes nothing",
        origin="amgoud-2017, P4",
        make=_with_claim_and_sign,
        check=_neutral_links,
    ),
    Law(name="no dates", says="changing dates changes no score", origin="practice", make=_wordy, check=_no_dates),
    Law(
        name="silence",
        says="absence of contrary evidence is not support",
        origin="practice",
        make=_with_claim,
        check=_silent,
    ),
    Law(
        name="axes apart",
        says="a credibility grade moves no score, as it moves no reliability grade",
        origin="admiralty",
        make=_book_and_credibility,
        check=_axes,
    ),
    Law(
        name="no basis",
        says="grade F never acts as a number: it moves no P, as an origin or as a relay",
        origin="admiralty",
        make=_claim_and_stance,
        check=_no_basis,
    ),
    Law(
        name="franklin",
        says="equal support and denial cancel: P is the prior",
        origin="amgoud-ben-naim-2018",
        make=_book,
        check=_franklin,
    ),
    Law(
        name="duality",
        says="with the stances on a claim, the signs of its links and its prior turned, P becomes 1 - P, low 1 - high",
        origin="potyka-2018",
        make=_with_claim,
        check=_dual,
    ),
    Law(
        name="negation",
        says="P(not C) = 1 - P(C), and denying the one is asserting the other",
        origin="josang-2016",
        make=_negation,
        check=_negated,
    ),
)
"""Laws of invariance."""
