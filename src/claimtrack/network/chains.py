"""Chains: how each statement that stands came from its origin to us."""

from collections.abc import Mapping

from claimtrack._records import record
from claimtrack.model.casebook import Casebook
from claimtrack.model.claims import Claim
from claimtrack.model.sources import EXHIBIT_KINDS, Grade, Source
from claimtrack.model.statements import Statement
from claimtrack.text.words import counted

FIRST_HAND = frozenset({"witnessed", "took part", "decided", "recorded"})
"""The lineages by which an origin knows from itself."""


@record
class Chain:
    """A statement that stands, with what is known of its way to us."""

    statement: Statement
    """The statement."""
    grade: Grade | None
    """The origin's grade here: the statement's, else the source's for the claim's topic, else its general one."""
    relay_grades: tuple[Grade | None, ...]
    """The grade of each relay, in the order of `statement.relays`."""
    established: str | None
    """Why the statement is established; None where it is not."""
    exhibits: tuple[str, ...] = ()
    """What an established statement rests on besides its origin: what was examined; for a record or sensor, itself."""

    @property
    def is_first_hand(self) -> bool:
        """Whether the origin knows it from itself: by its lineage, or by what it examined."""
        said = self.statement
        return said.lineage in FIRST_HAND or (said.lineage == "examined" and bool(said.exhibits or said.unshown))

    @property
    def path(self) -> frozenset[str]:
        """All sources that it passed through: the origin and its relays."""
        return frozenset((self.statement.origin, *self.statement.relays))

    @property
    def without_basis(self) -> tuple[str, ...]:
        """The origin and relays of grade F, whose reliability cannot be judged."""
        if self.grade != "F" and "F" not in self.relay_grades:
            return ()
        origin = (self.statement.origin,) if self.grade == "F" else ()
        relays = zip(self.statement.relays, self.relay_grades, strict=True)
        return (*origin, *(relay for relay, grade in relays if grade == "F"))


def grade_of(source: Source, topic: str | None) -> Grade | None:
    """A source's grade for a topic: the topic's own, else the general one; None where it is ungraded."""
    if topic is not None and topic in source.topics:
        return source.topics[topic]
    return source.reliability


def chains_of(
    casebook: Casebook, sources: Mapping[str, Source], claims: Mapping[str, Claim]
) -> dict[str, tuple[Chain, ...]]:
    """The chains on each claim, in the order of the casebook. Cost: linear in statements and relays."""
    found = {(item.source, item.claim): item.because for item in reversed(casebook.established)}
    assumed = casebook.policy.independence == "assumed"
    chains: dict[str, list[Chain]] = {claim: [] for claim in claims}
    for statement in casebook.statements:
        if not statement.stands:
            continue
        topic = claims[statement.claim].topic
        established = _established(statement, found, assumed=assumed)
        chains[statement.claim].append(
            Chain(
                statement=statement,
                grade=statement.reliability or grade_of(sources[statement.origin], topic),
                relay_grades=tuple([grade_of(sources[relay.source], topic) for relay in statement.via]),
                established=established,
                exhibits=() if established is None else exhibits_of(statement, sources[statement.origin]),
            )
        )
    return {claim: tuple(rows) for claim, rows in chains.items()}


def exhibits_of(statement: Statement, origin: Source) -> tuple[str, ...]:
    """What a statement rests on besides its origin, if it is established.

    That is what the origin examined, shown or not. Any other word of a record or sensor rests on itself, so that it is
    one with those who examined it.
    """
    examined = statement.exhibits if statement.lineage == "examined" else ()
    if examined or statement.unshown:
        return tuple(dict.fromkeys((*examined, *statement.unshown)))
    return (statement.origin,) if origin.kind in EXHIBIT_KINDS else ()


def _established(statement: Statement, found: Mapping[tuple[str, str | None], str], *, assumed: bool) -> str | None:
    if statement.lineage in FIRST_HAND:
        return f"first-hand: {statement.lineage}"
    if statement.lineage == "examined" and (examined := len({*statement.exhibits, *statement.unshown})):
        return f"examined: {counted(examined, 'exhibit')}"
    because = found.get((statement.origin, statement.claim)) or found.get((statement.origin, None))
    if because is not None:
        return because
    return "the policy assumes that all sources are independent" if assumed else None
