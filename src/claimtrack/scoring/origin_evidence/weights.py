"""What each statement weighs, as its sources are graded and at both ends of the bands of their grades."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import attrs

from claimtrack._records import record, without_texts
from claimtrack.model.sources import Grade
from claimtrack.model.statements import Statement
from claimtrack.network.chains import Chain
from claimtrack.scoring.fidelity import Band, Fidelity, Propensity, RelayFidelity
from claimtrack.scoring.origin_evidence.routes import Hops
from claimtrack.scoring.witness_model import CANDOUR, candour, ceiling, transmit

Position = int
"""Where in its band each fidelity is taken: `LOW`, `POINT` or `HIGH`, an index into what was weighed."""
LOW, POINT, HIGH = POSITIONS = (0, 1, 2)


PerPosition = tuple[float, float, float]
"""A number at each position."""


class Scenario(NamedTuple):
    """Where in its band each fidelity is taken: for what supports a claim, and for what opposes it."""

    supporting: Position
    opposing: Position


class Scenarios(NamedTuple):
    """A lower and an upper scenario."""

    lower: Scenario
    upper: Scenario

    @property
    def agree(self) -> bool:
        """Whether they are the same."""
        return self.lower == self.upper


AS_GRADED = Scenarios(Scenario(POINT, POINT), Scenario(POINT, POINT))
"""Every fidelity as its grade has it."""
ACROSS_BANDS = Scenarios(Scenario(LOW, HIGH), Scenario(HIGH, LOW))
"""The worst and the best case that the bands of the grades allow."""


@record
class Witnesses:
    """The numbers of the witness model: of grades, interests and single sources."""

    fidelity: Fidelity = Fidelity()
    """f of an origin by grade."""
    relay_fidelity: RelayFidelity = RelayFidelity()
    """f of a relay by grade."""
    propensity: Propensity = Propensity()
    """n by word."""
    candour: float = CANDOUR
    """κ₁: the share of f that is left at n = 1."""
    sources: Mapping[str, Band] = attrs.field(factory=dict)
    """f of single origins by id, in place of their grades'."""
    relays: Mapping[str, Band] = attrs.field(factory=dict)
    """f of single relays by id, in place of their grades'."""

    def ceiling(self, fidelity: float, propensity: float) -> float:
        """K = T(κ(n)·f, n, infinity): the most that a relay of this fidelity and interest carries."""
        return ceiling(candour(propensity, self.candour) * fidelity, propensity)


class StatementWeight(NamedTuple):
    """What one statement weighs, and what that was calculated from."""

    at: PerPosition
    """The weight e >= 0 at each position of the bands."""
    numbers: Mapping[str, float]
    """What the weight at `POINT` was calculated from, by name; one mapping is shared by statements that are alike."""


_NO_HOPS: tuple[Hops, tuple[float, ...]] = ((), ())


@attrs.define
class Weigher:
    """Weighs statements under some numbers of witnesses.

    Statements alike in grades, propensities and certainty are weighed once.
    """

    witnesses: Witnesses
    _ungraded: float
    """What the casebook's policy takes where nobody graded."""
    _own: Mapping[tuple[str, str], PerPosition]
    """Of single sources, by role and id."""
    _weighed: dict[tuple[object, ...], StatementWeight] = attrs.field(factory=dict, init=False, repr=False)
    _origins: dict[Grade | None, PerPosition] = attrs.field(factory=dict, init=False, repr=False)
    _relays: dict[Grade | None, PerPosition] = attrs.field(factory=dict, init=False, repr=False)
    """Of the grades that were met."""
    _hops: dict[object, tuple[Hops, tuple[float, ...]]] = attrs.field(factory=dict, init=False, repr=False)
    """For each chain of relays: its hops, and their propensities alone."""

    def __repr__(self) -> str:
        return without_texts(self)

    @classmethod
    def of(cls, witnesses: Witnesses, ungraded: float) -> "Weigher":
        """The weigher for a method's numbers and a casebook's policy."""
        return cls(
            witnesses,
            ungraded,
            {
                (role, name): _numbers(band)
                for role, bands in (("origin", witnesses.sources), ("relay", witnesses.relays))
                for name, band in bands.items()
            },
        )

    def weigh(self, chain: Chain) -> tuple[Hops, StatementWeight]:
        """The relays of a statement, each with its propensity, and what it weighs by them.

        Cost: a look-up, or one step a relay.
        """
        said = chain.statement
        hops, interests = self._hops_of(said) if said.via else _NO_HOPS
        key: tuple[object, ...] = (chain.grade, said.propensity, said.certainty, chain.relay_grades, interests)
        if self._own:
            names = (("origin", said.origin), *(("relay", relay) for relay, _ in hops))
            key = (*key, *(name if name in self._own else "" for name in names))
        found = self._weighed.get(key)
        if found is None:
            found = self._weighed[key] = self._weigh(chain, hops)
        return hops, found

    def _hops_of(self, said: Statement) -> tuple[Hops, tuple[float, ...]]:
        found = self._hops.get(said.via)
        if found is None:
            propensity = self.witnesses.propensity
            hops = tuple([(relay.source, propensity.of(relay.propensity)) for relay in said.via])
            found = self._hops[said.via] = (hops, tuple([n for _, n in hops]))
        return found

    def origin(self, name: str, grade: Grade | None) -> PerPosition:
        """The fidelity of an origin at each position: its own where it has one, else that of its grade."""
        found = self._own.get(("origin", name)) if self._own else None
        found = found or self._origins.get(grade)
        if found is None:
            found = self._origins[grade] = _numbers(self.witnesses.fidelity.at_work(grade, self._ungraded))
        return found

    def relay(self, name: str, grade: Grade | None) -> PerPosition:
        """The same of a relay."""
        found = self._own.get(("relay", name)) if self._own else None
        found = found or self._relays.get(grade)
        if found is None:
            found = self._relays[grade] = _numbers(self.witnesses.relay_fidelity.of(grade))
        return found

    def _weigh(self, chain: Chain, hops: Hops) -> StatementWeight:
        said, least = chain.statement, self.witnesses.candour
        n = self.witnesses.propensity.of(said.propensity)
        mine = self.origin(said.origin, chain.grade)
        relays = [
            (self.relay(relay, grade), interest)
            for (relay, interest), grade in zip(hops, chain.relay_grades, strict=True)
        ]
        ways = [
            transmit(
                mine[position],
                n,
                [(relay[position], interest) for relay, interest in relays],
                certainty=said.certainty,
                least_candour=least,
            )
            for position in POSITIONS
        ]
        low, point, high = (way.weight for way in ways)
        numbers = {
            "fidelity": mine[POINT],
            "candour": candour(n, least),
            "propensity": n,
            "certainty": said.certainty,
            "knowing": ways[POINT].knowing,
            "anyway": ways[POINT].anyway,
        }
        for place, (relay, interest) in enumerate(relays, 1):
            numbers |= {
                f"relay {place} fidelity": relay[POINT],
                f"relay {place} candour": candour(interest, least),
                f"relay {place} propensity": interest,
            }
        return StatementWeight((low, point, high), MappingProxyType(numbers))


def _numbers(band: Band) -> PerPosition:
    return band.low, band.point, band.high
