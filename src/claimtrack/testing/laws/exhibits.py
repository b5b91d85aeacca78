"""Laws of exhibits: who examined the same thing is one origin, however many they are."""

from typing import Any

from claimtrack._records import evolve
from claimtrack.model.casebook import Casebook
from claimtrack.model.documents import Document
from claimtrack.model.sources import Grade, Source
from claimtrack.model.statements import Standing, Statement
from claimtrack.testing.generate.casebooks import NUMBERED, Limits, make_casebook, make_propensity, make_statement
from claimtrack.testing.generate.changes import Chain, just, plain_claim, relayed, restated, scored, without, witness
from claimtrack.testing.generate.source import Chooser
from claimtrack.testing.law import Law, Scorer, assume
from claimtrack.testing.laws.monotonicity import make_chain, raises
from claimtrack.testing.laws.numbers import at_most

_EXAMINERS = 6
_TAPE = "tape"

Examiner = tuple[Grade, dict[str, Any], Chain]


def _one_exhibit(score: Scorer, case: tuple[tuple[Examiner, ...], bool]) -> None:
    examiners, speaks = case
    tape = Source(id=_TAPE, name="Tape", kind="record", reliability="B") if speaks else Document(id=_TAPE, title="Tape")
    book = just(plain_claim(), tape)
    said: list[Statement] = []
    if speaks:
        said.append(Statement(id="shows", origin=_TAPE, claim="fell", stance="asserts", lineage="recorded"))
    for place, (grade, fields, chain) in enumerate(examiners):
        relays, via = relayed(chain)
        names = {relay.id: f"{relay.id}-of-{place}" for relay in relays}
        source, statement = witness(f"examiner-{place}", "fell", grade=grade, **fields)
        own = tuple(evolve(relay, source=names[relay.source]) for relay in via)
        said.append(evolve(statement, lineage="examined", exhibits=(_TAPE,), via=own))
        book = book.with_records(source, *(evolve(relay, id=names[relay.id]) for relay in relays))
    alone = max(score(book.with_records(one))["fell"].probability for one in said)
    together = score(book.with_records(*said))["fell"].probability
    at_most(together, alone, f"P by {len(said)} who rest on one exhibit, and by the strongest of them")
    at_most(alone, together, "P by the strongest of them, and by all")


def _examiners(choose: Chooser) -> tuple[tuple[Examiner, ...], bool]:
    """Examiners of one tape, each by relays of its own, and whether the tape speaks itself."""
    examiners = choose.some(
        2,
        _EXAMINERS,
        lambda _: (
            choose.of(NUMBERED),
            {"propensity": make_propensity(choose), "certainty": choose.real(0.05, 1.0)},
            make_chain(choose),
        ),
    )
    return examiners, choose.of((False, True))


def _one_more(score: Scorer, case: tuple[Casebook, Statement]) -> None:
    book, said = case
    assume(said.exhibits)
    before, after = score(without(book, said))[said.claim], score(book)[said.claim]
    raises(said, before.probability, after.probability, "P without and with a further examiner")


def _laboratories(choose: Chooser) -> tuple[Casebook, Statement]:
    """A casebook in which many examined a few things, some of them tied to each other, and one of their statements."""
    book = make_casebook(choose, Limits(claims=2, relays=1, links=1))
    exhibits = [document.id for document in book.documents]
    assume(exhibits)

    def examined(said: Statement) -> Statement:
        some = tuple(dict.fromkeys(choose.of(exhibits) for _ in range(choose.whole(1, 2))))
        return evolve(said, lineage="examined", exhibits=some)

    book = restated(book, lambda s: [s if choose.of((False, False, True)) else examined(s)])
    names = [source.id for source in book.sources]
    said = evolve(examined(make_statement(choose, "stm-x", names, [choose.of(scored(book))])), standing=Standing())
    return book.with_records(said), said


LAWS = (
    Law(
        name="exhibits",
        says="those who examined one exhibit, and the exhibit itself if it speaks, weigh as the strongest of them",
        origin="practice",
        make=_examiners,
        check=_one_exhibit,
    ),
    Law(
        name="further examiner",
        says="a further examiner, of whatever others have examined too, never lowers what it says",
        origin="practice",
        make=_laboratories,
        check=_one_more,
    ),
)
"""Laws of exhibits."""
