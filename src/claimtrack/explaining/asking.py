"""Whom to ask next, where it is plain: who carries much and has not said how it knows."""

from collections.abc import Iterable

from claimtrack._record import record
from claimtrack.explaining.wording import counted, listed, name_of, quoted
from claimtrack.network import Chain, Network
from claimtrack.scoring import Assessment

__all__ = ["Ask", "asks"]


@record
class Ask:
    """One thing to find out, and what hangs on it."""

    text: str
    """What to ask of whom, in a sentence."""
    about: str
    """Id of the source or claim that it is about."""
    claims: tuple[str, ...]
    """Ids of the claims that it bears on, the casebook's first one first."""


def asks(assessment: Assessment) -> tuple[Ask, ...]:
    """What to find out next: first who carries claims of a question, then who carries the most claims.

    Cost: linear in statements.
    """
    network = assessment.network
    found = [
        *_how_known(assessment),
        *_heard_directly(network),
        *_ungraded(network),
        *_unaddressed(assessment),
    ]
    in_question = {claim for question in network.casebook.questions for claim in question.claims}
    return tuple(sorted(found, key=lambda ask: (-len(in_question.intersection(ask.claims)), -len(ask.claims))))


def _how_known(assessment: Assessment) -> list[Ask]:
    """Origins whose statements hold claims up without being established."""
    network = assessment.network
    held: dict[str, dict[str, None]] = {}
    for claim, score in assessment.scores.items():
        for voice in score.estimate.voices:
            if not voice.established and voice.weight > 0.0:
                held.setdefault(voice.origin, {})[claim] = None
    return [
        Ask(
            text=f"Ask {name_of(network, origin)}: how is this known, first-hand or from whom? "
            f"It concerns {_claims(network, claims)}.",
            about=origin,
            claims=tuple(claims),
        )
        for origin, claims in held.items()
    ]


def _heard_directly(network: Network) -> list[Ask]:
    """Origins that are heard through relays only."""
    through: dict[str, dict[str, None]] = {}
    claims: dict[str, dict[str, None]] = {}
    direct: set[str] = set()
    for rows in _scored(network):
        for chain in rows:
            origin = chain.statement.origin
            claims.setdefault(origin, {})[chain.statement.claim] = None
            through.setdefault(origin, {}).update(dict.fromkeys(chain.statement.via))
            if not chain.statement.via:
                direct.add(origin)
    return [
        Ask(
            text=f"{_directly(network, origin)}, on {_claims(network, claims[origin])}; "
            f"so far only through {listed(name_of(network, relay) for relay in relays)}.",
            about=origin,
            claims=tuple(claims[origin]),
        )
        for origin, relays in through.items()
        if origin not in direct
    ]


def _directly(network: Network, source: str) -> str:
    """How one gets at a source without its relays."""
    name, kind = name_of(network, source), network.sources[source].kind
    return f"See what {name} says itself" if kind in ("record", "sensor") else f"Hear {name} directly"


def _scored(network: Network) -> Iterable[tuple[Chain, ...]]:
    """The chains on each claim that is scored."""
    return (network.chains[claim] for claim in network.families)


def _ungraded(network: Network) -> list[Ask]:
    """Sources that nobody graded."""
    claims: dict[str, dict[str, None]] = {}
    for rows in _scored(network):
        for chain in rows:
            statement = chain.statement
            pairs = [(statement.origin, chain.grade), *zip(statement.via, chain.relay_grades, strict=True)]
            for source, grade in pairs:
                if grade is None:
                    claims.setdefault(source, {})[statement.claim] = None
    return [
        Ask(
            text=f"Find out how far {name_of(network, source)} can be trusted: nobody has graded this source. "
            f"It concerns {_claims(network, rows)}.",
            about=source,
            claims=tuple(rows),
        )
        for source, rows in claims.items()
    ]


def _unaddressed(assessment: Assessment) -> list[Ask]:
    """Rivals that no statement speaks of."""
    network = assessment.network
    return [
        Ask(
            text=f"Look for anyone who can say whether {quoted(network.claims[claim].text)}: "
            "no statement addresses this rival.",
            about=claim,
            claims=(claim,),
        )
        for question in network.casebook.questions
        for claim in question.claims
        if claim in assessment.scores and assessment.scores[claim].counts.statements == 0
    ]


def _claims(network: Network, claims: "dict[str, None]") -> str:
    first = quoted(network.claims[next(iter(claims))].text)
    return first if len(claims) == 1 else f"{counted(len(claims), 'claim')}, such as {first}"
