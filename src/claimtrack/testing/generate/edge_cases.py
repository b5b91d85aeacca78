"""Edge cases by shape: casebooks by which a scoring method is easily misled, or that are slow to score.

All are valid, and a method whose cost is linear scores each of them quickly.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise
from types import MappingProxyType

from claimtrack._records import evolve
from claimtrack.model.casebook import Casebook, Policy
from claimtrack.model.claims import Claim, Link, Question
from claimtrack.model.sources import Dependence, Established, Source
from claimtrack.model.statements import Relay, Statement
from claimtrack.testing.generate.casebooks import NUMBERED, Limits, make_casebook, make_relay
from claimtrack.testing.generate.source import Chooser


def _ring(choose: Chooser) -> Casebook:
    """Claims that feed each other in one ring, with statements on them."""
    book = make_casebook(choose, Limits(links=0, questions=False))
    names = [claim.id for claim in book.claims]
    around = [
        Link(
            id=f"ring-{place}",
            from_claim=name,
            to_claim=names[(place + 1) % len(names)],
            sign=choose.of(("supports", "undermines")),
            strength=choose.of(("strong", "moderate", "weak")),
        )
        for place, name in enumerate(names)
    ]
    return book.with_records(*around)


def _deep_chain(choose: Chooser) -> Casebook:
    """One statement through up to 60 relays, and up to 12 claims that each lead to the next."""
    relays = choose.some(
        0, 60, lambda place: Source(id=f"relay-{place}", name="Relay", reliability=choose.of(("A", "B")))
    )
    links = choose.some(
        0,
        11,
        lambda place: Link(id=f"on-{place}", from_claim=f"clm-{place}", to_claim=f"clm-{place + 1}", sign="supports"),
    )
    said = _said(0, "src-0", "clm-0", via=tuple(relay.id for relay in relays))
    return Casebook(
        sources=(Source(id="src-0", name="Origin", reliability="A"), *relays),
        claims=_claims(len(links) + 1),
        statements=(said,),
        links=links,
    )


def _one_origin(choose: Chooser) -> Casebook:
    """Everything is said by one origin, through any relays."""
    book = make_casebook(choose)
    first = book.sources[0].id
    said = (
        evolve(s, origin=first, via=tuple(relay for relay in s.via if relay.source != first)) for s in book.statements
    )
    return evolve(book, statements=tuple(said))


def _one_relay(choose: Chooser) -> Casebook:
    """Everything reaches us through one relay, which gains from some of it."""
    book = make_casebook(choose)
    paper = Source(id="paper", name="The Paper", reliability=choose.of(("B", *NUMBERED)))
    return evolve(
        book,
        sources=(*book.sources, paper),
        statements=tuple(evolve(s, via=(*s.via, make_relay(choose, "paper"))) for s in book.statements),
    )


def _one_exhibit(choose: Chooser) -> Casebook:
    """Everybody examined one and the same recording, some of them more than that, and it may speak itself."""
    book = make_casebook(choose)
    camera = Source(id="camera", name="The Camera", kind="sensor", reliability=choose.of(("A", *NUMBERED)))
    speaking = choose.some(0, 1, lambda place: _said(100 + place, "camera", "clm-0", lineage="recorded"))
    examined = (
        evolve(s, lineage="examined", exhibits=tuple(dict.fromkeys(("camera", *s.exhibits)))) for s in book.statements
    )
    return evolve(book, sources=(*book.sources, camera), statements=(*examined, *speaking))


def _rival_family(choose: Chooser) -> Casebook:
    """One question with up to 40 rivals."""
    names = choose.some(2, 40, lambda place: f"clm-{place}")
    said = choose.some(
        0, 12, lambda place: _said(place, "src-0", choose.of(names), stance=choose.of(("asserts", "denies")))
    )
    question = Question(id="que-0", text="Which?", claims=names, exhaustive=choose.of((False, True)))
    return Casebook(
        sources=(Source(id="src-0", name="Origin", reliability="B"),),
        questions=(question,),
        claims=_claims(len(names)),
        statements=said,
    )


def _no_basis(choose: Chooser) -> Casebook:
    """No source can be judged: every source and every statement has grade F."""
    book = make_casebook(choose)
    return evolve(
        book,
        sources=tuple(evolve(source, reliability="F", topics={}) for source in book.sources),
        statements=tuple(evolve(s, reliability="F") for s in book.statements),
    )


def _extreme(choose: Chooser) -> Casebook:
    """Certainties, propensities of origins and relays, strengths and priors at the ends of their ranges."""
    tiny = (0.5, 1e-12, 1.0 - 1e-12)
    claims = choose.some(1, 3, lambda place: Claim(id=f"clm-{place}", text="Words.", prior=choose.of(tiny)))
    names = [claim.id for claim in claims]
    paper = Source(id="paper", name="The Paper", reliability=choose.of(("A", "E")))
    sources = choose.some(
        1, 3, lambda place: Source(id=f"src-{place}", name="Origin", reliability=choose.of(("A", "E")))
    )
    said = choose.some(
        0,
        4,
        lambda place: _said(
            place,
            choose.of(sources).id,
            choose.of(names),
            stance=choose.of(("asserts", "denies")),
            propensity=choose.of((0.5, 1e-12, 1.0)),
            via=choose.of(((), (Relay(source="paper", propensity=choose.of((0.5, 1e-12, 1.0))),))),
            certainty=choose.of((1.0, 1e-12)),
        ),
    )
    links = choose.some(
        0,
        3,
        lambda place: Link(
            id=f"link-{place}",
            from_claim=choose.of(names),
            to_claim=choose.of(names),
            sign=choose.of(("supports", "undermines")),
            strength=choose.of((0.5, 0.0, 1.0 - 1e-12)),
        ),
    )
    return Casebook(
        policy=Policy(ungraded=choose.of((0.2, 0.0))),
        sources=(*sources, paper),
        claims=claims,
        statements=said,
        links=links,
    )


def _one_owner(choose: Chooser) -> Casebook:
    """Every source depends on every other through a chain of dependences, and all are established."""
    book = make_casebook(choose, Limits(dependences=0))
    names = [source.id for source in book.sources]
    ties = [
        Dependence(id=f"tie-{place}", sources=pair, kind="same owner", strength=choose.of((1.0, 0.5, 0.0)))
        for place, pair in enumerate(pairwise(names))
    ]
    known = tuple(Established(source=name, because="Words.") for name in names)
    return evolve(book, dependences=tuple(ties), established=known)


def _said(place: int, origin: str, claim: str, **fields: object) -> Statement:
    given = {"stance": "asserts", "lineage": "witnessed", **fields}
    return Statement(id=f"stm-{place}", origin=origin, claim=claim, **given)  # type: ignore[arg-type]


def _claims(number: int) -> tuple[Claim, ...]:
    return tuple(Claim(id=f"clm-{place}", text="Words.") for place in range(number))


SHAPES: Mapping[str, Callable[[Chooser], Casebook]] = MappingProxyType(
    {
        "ring": _ring,
        "deep chain": _deep_chain,
        "one origin": _one_origin,
        "one relay": _one_relay,
        "one exhibit": _one_exhibit,
        "rival family": _rival_family,
        "no basis": _no_basis,
        "extreme": _extreme,
        "one owner": _one_owner,
    }
)
"""The makers of casebooks by the name of their shape."""
