"""Small changes that make another casebook of one and leave everything else as it was."""

from collections.abc import Callable, Iterable
from typing import Any

from claimtrack._records import evolve
from claimtrack.model.casebook import COLLECTIONS, Casebook, Record
from claimtrack.model.claims import Claim
from claimtrack.model.sources import Grade, Source
from claimtrack.model.statements import PropensityWord, Relay, Stance, Statement
from claimtrack.network.build import build

Chain = tuple[tuple[Grade, PropensityWord | float], ...]
"""The grade and the interest of each relay that a statement comes through, the origin's side first."""


def scored(book: Casebook) -> list[str]:
    """The ids of the claims that have a score: all but opinions."""
    return [claim.id for claim in book.claims if claim.kind != "opinion"]


def restated(book: Casebook, change: Callable[[Statement], Iterable[Statement]]) -> Casebook:
    """The casebook with every statement replaced by any number of others."""
    return evolve(book, statements=tuple(new for old in book.statements for new in change(old)))


def replaced(book: Casebook, statement: Statement) -> Casebook:
    """The casebook with another statement in the place of the one that has its id."""
    return restated(book, lambda old: [statement if old.id == statement.id else old])


def without(book: Casebook, statement: Statement) -> Casebook:
    """The casebook without the statement of that id."""
    return restated(book, lambda old: () if old.id == statement.id else (old,))


def without_confidential(book: Casebook) -> Casebook:
    """The casebook without its confidential fields, which no event and no file of it may hold."""
    return evolve(book, sources=tuple(evolve(source, confidential=None) for source in book.sources))


def opposite(stance: Stance) -> Stance:
    """The other stance."""
    return "denies" if stance == "asserts" else "asserts"


def turned(statement: Statement, **changes: Any) -> Statement:  # noqa: ANN401
    """The statement with the other stance."""
    return evolve(statement, stance=opposite(statement.stance), **changes)


def witness(name: str, claim: str, *, grade: str | None = "B", **fields: Any) -> tuple[Source, Statement]:  # noqa: ANN401
    """A new source and its first-hand assertion, unless other fields are given."""
    source = Source(id=name, name=name.capitalize(), reliability=grade)  # type: ignore[arg-type]
    given = {"lineage": "witnessed", "stance": "asserts", **fields}
    return source, Statement(id=f"said-by-{name}", origin=name, claim=claim, **given)


def relayed(chain: Chain) -> tuple[list[Source], tuple[Relay, ...]]:
    """New sources for the relays of a chain, and the chain."""
    sources = [Source(id=f"relay-{place}", name="Relay", reliability=grade) for place, (grade, _) in enumerate(chain)]
    interests = (interest for _, interest in chain)
    return sources, tuple(Relay(source=s.id, propensity=n) for s, n in zip(sources, interests, strict=True))


def negation_of(book: Casebook, claim: str) -> str | None:
    """The claim's negation, where an exhaustive question has these two only."""
    family = build(book).families[claim]
    return next(other for other in family.claims if other != claim) if family.is_negation else None


def lone(book: Casebook, claim: str) -> bool:
    """Whether a claim has no rivals."""
    return len(build(book).families[claim].claims) == 1


def rivals_of(book: Casebook, claim: str) -> tuple[str, ...]:
    """A claim and its rivals."""
    return build(book).families[claim].claims


def reachable(book: Casebook, claim: str) -> set[str]:
    """The claims to which a path of links leads from a claim or its rivals; not these themselves unless by a ring."""
    return _closure(book, claim, forward=True)


def ancestors(book: Casebook, claim: str) -> set[str]:
    """The claims from which a path of links leads to a claim or its rivals, and their rivals."""
    return _closure(book, claim, forward=False)


def _closure(book: Casebook, claim: str, *, forward: bool) -> set[str]:
    network = build(book)
    arrows: dict[str, set[str]] = {}
    for rows in network.inflow.values():
        for link in rows:
            tail, head = (link.from_claim, link.to_claim) if forward else (link.to_claim, link.from_claim)
            for start in network.families[tail].claims:
                arrows.setdefault(start, set()).update(network.families[head].claims)
    found: set[str] = set()
    waiting = [claim]
    while waiting:
        for other in arrows.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def reshuffled(book: Casebook, order: Callable[[Iterable[Any]], tuple[Any, ...]]) -> Casebook:
    """The same casebook with every collection, and every list in it that has no meaning, in another order."""
    collections = {name: order(getattr(book, name)) for name in COLLECTIONS}
    collections["questions"] = tuple(evolve(q, claims=order(q.claims)) for q in collections["questions"])
    collections["dependences"] = tuple(evolve(d, sources=order(d.sources)) for d in collections["dependences"])
    collections["statements"] = tuple(evolve(s, exhibits=order(s.exhibits)) for s in collections["statements"])
    return evolve(book, **collections)


def renamed(book: Casebook, new: Callable[[str], str]) -> Casebook:
    """The casebook with every id replaced by another, everywhere, in the same order."""

    def maybe(name: str | None) -> str | None:
        return None if name is None else new(name)

    def every(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(new, names))

    return evolve(
        book,
        sources=tuple(evolve(s, id=new(s.id)) for s in book.sources),
        questions=tuple(evolve(q, id=new(q.id), claims=every(q.claims)) for q in book.questions),
        claims=tuple(evolve(c, id=new(c.id)) for c in book.claims),
        statements=tuple(
            evolve(
                s,
                id=maybe(s.id),
                origin=new(s.origin),
                claim=new(s.claim),
                via=tuple(evolve(relay, source=new(relay.source)) for relay in s.via),
                exhibits=every(s.exhibits),
                document=maybe(s.document),
                standing=evolve(s.standing, by=maybe(s.standing.by)),
            )
            for s in book.statements
        ),
        links=tuple(
            evolve(k, id=maybe(k.id), from_claim=new(k.from_claim), to_claim=new(k.to_claim)) for k in book.links
        ),
        dependences=tuple(evolve(d, id=maybe(d.id), sources=every(d.sources)) for d in book.dependences),
        established=tuple(evolve(e, source=new(e.source), claim=maybe(e.claim)) for e in book.established),
        documents=tuple(evolve(d, id=new(d.id)) for d in book.documents),
        notes=tuple(evolve(n, about=maybe(n.about)) for n in book.notes),
    )


def united_with(book: Casebook, other: Casebook) -> Casebook:
    """Two casebooks that share nothing as one, under the first one's title and policy."""
    apart = renamed(other, lambda name: f"far-{name}")
    return evolve(book, **{name: (*getattr(book, name), *getattr(apart, name)) for name in COLLECTIONS})


def plain_claim(name: str = "fell", **fields: Any) -> Claim:  # noqa: ANN401
    """A claim of no particular kind."""
    return Claim(id=name, text="It fell.", **fields)


def just(*records: Record) -> Casebook:
    """A casebook of some records."""
    return Casebook().with_records(*records)
