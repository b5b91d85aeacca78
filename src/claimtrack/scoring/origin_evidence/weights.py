"""Readings: what is taken for each grade as things stand, harshly, and kindly; and what a statement weighs then.

As things stand, grade F and the worthless add nothing. A harsh reading takes each grade at the low end of its band,
a kind one at the high end; only a kind reading lets grade F count.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import attrs

from claimtrack._records import fields_of
from claimtrack.model.records import Grade
from claimtrack.network.chains import Chain
from claimtrack.scoring.fidelity import Band, Fidelity, Propensity
from claimtrack.scoring.witness_model import ceiling, heard

Reading = int
"""One of `HARSH`, `POINT` and `KIND`: an index into what was weighed."""
HARSH, POINT, KIND = READINGS = (0, 1, 2)

_KINDEST = 0.60


class Weighed(NamedTuple):
    """What one statement weighs in each reading."""

    weights: tuple[float, float, float]
    """Harsh, as things stand, kind; e >= 0 each."""
    numbers: Mapping[str, float]
    """What was calculated with, as things stand, by name; one value for all statements that are alike."""


@attrs.define
class Weights:
    """What statements weigh, and what relays carry, under some fidelities and propensities.

    Statements alike in grades, propensity and certainty are weighed once.
    """

    _fidelity: Mapping[str | None, tuple[float, float, float]]
    _propensity: Mapping[str, float]
    _sources: Mapping[str, tuple[float, float, float]] = attrs.field(factory=dict)
    _known: dict[tuple[object, ...], Weighed] = attrs.field(factory=dict, init=False, repr=False)
    _ceilings: dict[tuple[float, float, float], tuple[float, ...]] = attrs.field(factory=dict, init=False, repr=False)

    @classmethod
    def of(
        cls, fidelity: Fidelity, propensity: Propensity, ungraded: float, sources: Mapping[str, Band] | None = None
    ) -> "Weights":
        """The weights under a method's parameters and a casebook's policy."""
        table: dict[str | None, tuple[float, float, float]] = {
            None: (0.0, ungraded, _KINDEST),
            "F": (0.0, 0.0, _KINDEST),
        }
        for field in fields_of(Fidelity):
            band: Band = getattr(fidelity, field.name)
            table[field.name] = (band.low, band.point, band.high)
        words = {field.name: float(getattr(propensity, field.name)) for field in fields_of(Propensity)}
        known = {name: (band.low, band.point, band.high) for name, band in (sources or {}).items()}
        return cls(table, words, known)

    def trust(self, source: str, grade: Grade | None) -> tuple[float, float, float]:
        """The fidelity of a source in each reading: its own where there is one, else its grade's."""
        return self._sources.get(source, self._fidelity[grade]) if self._sources else self._fidelity[grade]

    def weigh(self, chain: Chain) -> Weighed:
        """What a statement weighs in each reading. Cost: a look-up, or one step a relay."""
        said = chain.statement
        key: tuple[object, ...] = (chain.grade, said.propensity, said.certainty, chain.relay_grades)
        if self._sources:
            key = (*key, *(name if name in self._sources else "" for name in (said.origin, *said.via)))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._weighed(chain)
        return found

    def _weighed(self, chain: Chain) -> Weighed:
        said = chain.statement
        n = self._propensity[said.propensity] if isinstance(said.propensity, str) else said.propensity
        mine = self.trust(said.origin, chain.grade)
        relays = [self.trust(name, grade) for name, grade in zip(said.via, chain.relay_grades, strict=True)]
        ways = [
            heard(mine[reading], n, [relay[reading] for relay in relays], certainty=said.certainty)
            for reading in READINGS
        ]
        harsh, point, kind = (way.weight for way in ways)
        numbers = {
            "fidelity": mine[POINT],
            "propensity": n,
            "certainty": said.certainty,
            "knowing": ways[POINT].knowing,
            "anyway": ways[POINT].anyway,
        }
        return Weighed((harsh, point, kind), MappingProxyType(numbers))

    def ceiling(self, relay: str, grade: Grade | None, reading: Reading) -> float:
        """K = 2f/(1 - f): the most that a relay of this grade carries for one claim and side."""
        fidelity = self.trust(relay, grade)
        found = self._ceilings.get(fidelity)
        if found is None:
            found = self._ceilings[fidelity] = tuple(map(ceiling, fidelity))
        return found[reading]
