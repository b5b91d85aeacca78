"""What each statement weighs, as its sources are graded and at both ends of the bands of their grades."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import attrs

from claimtrack._records import fields_of, without_texts
from claimtrack.model.casebook import UNGRADED_MOST
from claimtrack.model.sources import Grade
from claimtrack.network.chains import Chain
from claimtrack.scoring.fidelity import Band, Fidelity, Propensity
from claimtrack.scoring.witness_model import ceiling, transmit

Position = int
"""Where in its band each fidelity is taken: `LOW`, `POINT` or `HIGH`, an index into what was weighed."""
LOW, POINT, HIGH = POSITIONS = (0, 1, 2)


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


class StatementWeight(NamedTuple):
    """What one statement weighs, and what that was calculated from."""

    at: tuple[float, float, float]
    """The weight e >= 0 at each position of the bands."""
    numbers: Mapping[str, float]
    """What the weight at `POINT` was calculated from, by name; one mapping is shared by statements that are alike."""


@attrs.define
class Weigher:
    """Weighs statements, and what relays can carry, under some fidelities and propensities.

    Statements alike in grades, propensity and certainty are weighed once.
    """

    _fidelity: Mapping[str | None, tuple[float, float, float]]
    _propensity: Propensity
    _sources: Mapping[str, tuple[float, float, float]] = attrs.field(factory=dict)
    _weighed: dict[tuple[object, ...], StatementWeight] = attrs.field(factory=dict, init=False, repr=False)
    _ceilings: dict[tuple[float, float, float], tuple[float, ...]] = attrs.field(factory=dict, init=False, repr=False)

    def __repr__(self) -> str:
        return without_texts(self)

    @classmethod
    def of(
        cls, fidelity: Fidelity, propensity: Propensity, ungraded: float, sources: Mapping[str, Band] | None = None
    ) -> "Weigher":
        """The weigher for a method's parameters and a casebook's policy."""
        table: dict[str | None, tuple[float, float, float]] = {
            None: (0.0, ungraded, UNGRADED_MOST),
            "F": (0.0, 0.0, UNGRADED_MOST),
        }
        table |= {field.name: _numbers(getattr(fidelity, field.name)) for field in fields_of(Fidelity)}
        return cls(table, propensity, {name: _numbers(band) for name, band in (sources or {}).items()})

    def fidelity(self, source: str, grade: Grade | None) -> tuple[float, float, float]:
        """The fidelity of a source at each position: its own where it has one, else that of its grade."""
        return self._sources.get(source, self._fidelity[grade]) if self._sources else self._fidelity[grade]

    def weigh(self, chain: Chain) -> StatementWeight:
        """What a statement weighs. Cost: a look-up, or one step a relay."""
        said = chain.statement
        key: tuple[object, ...] = (chain.grade, said.propensity, said.certainty, chain.relay_grades)
        if self._sources:
            key = (*key, *(name if name in self._sources else "" for name in (said.origin, *said.relays)))
        found = self._weighed.get(key)
        if found is None:
            found = self._weighed[key] = self._weigh(chain)
        return found

    def _weigh(self, chain: Chain) -> StatementWeight:
        said = chain.statement
        n = self._propensity.of(said.propensity)
        mine = self.fidelity(said.origin, chain.grade)
        relays = [self.fidelity(name, grade) for name, grade in zip(said.relays, chain.relay_grades, strict=True)]
        ways = [
            transmit(mine[position], n, [relay[position] for relay in relays], certainty=said.certainty)
            for position in POSITIONS
        ]
        low, point, high = (way.weight for way in ways)
        numbers = {
            "fidelity": mine[POINT],
            "propensity": n,
            "certainty": said.certainty,
            "knowing": ways[POINT].knowing,
            "anyway": ways[POINT].anyway,
        }
        return StatementWeight((low, point, high), MappingProxyType(numbers))

    def ceiling(self, relay: str, grade: Grade | None, position: Position) -> float:
        """K = 2f/(1 - f): the most that a relay of this grade carries for one claim and side."""
        fidelity = self.fidelity(relay, grade)
        found = self._ceilings.get(fidelity)
        if found is None:
            found = self._ceilings[fidelity] = tuple(map(ceiling, fidelity))
        return found[position]


def _numbers(band: Band) -> tuple[float, float, float]:
    return band.low, band.point, band.high
