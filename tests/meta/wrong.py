"""Deliberately wrong methods: the plain twin of the default method with one thing done wrong in each."""

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs

import claimtrack as ct
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Estimate
from claimtrack.scoring.fidelity import Fidelity, Propensity, RelayFidelity, Strength
from claimtrack.subjective_logic.opinions import Opinion
from laws.twin import Pool, Twin

__all__ = ["WRONG", "ByTwin", "Quick", "Twisted", "breaks", "unchecked"]

WRONG: dict[str, "ByTwin"] = {}
"""For each law, a method that breaks it."""


@attrs.frozen
class ByTwin:
    """A method that a kind of twin makes; it tells what the twin takes, as the laws ask."""

    kind: type[Twin] = Twin
    fidelity: ClassVar = Fidelity()
    relay_fidelity: ClassVar = RelayFidelity()
    propensity: ClassVar = Propensity()
    candour: ClassVar = 0.25
    strength: ClassVar = Strength()

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        """The estimates of the twin."""
        return self.kind(network.casebook).estimates()


def breaks(*laws: str, by: type[ByTwin] = ByTwin) -> Any:
    """Say which laws a method is there to break."""

    def register(kind: type[Twin]) -> type[Twin]:
        for law in laws:
            assert law not in WRONG, law
            WRONG[law] = by(kind)
        return kind

    return register


class Quick(Twin):
    """The twin, in less time: it does not weigh again what it has weighed, nor what feeds nothing."""

    def __init__(self, book: ct.Casebook) -> None:
        super().__init__(book)
        self._told: dict[Any, Pool] = {}

    def told(self, claim: str, side: str, reading: int) -> Pool:
        key = (claim, side, reading)
        if key not in self._told:
            self._told[key] = super().told(claim, side, reading)
        return self._told[key]

    def settled(self, claims: list[str], tracks: Any) -> Any:
        speakers = {name for link in self.book.links for name in self.rivals.get(link.from_claim, ())}
        return super().settled([claim for claim in claims if claim in speakers], tracks)

    def estimates(self) -> dict[str, Estimate]:
        """Opinion, low and high of each claim, to as many digits as no order of sums can change."""
        return {claim: _rounded(one) for claim, one in super().estimates().items()}


def _rounded(one: Estimate) -> Estimate:
    numbers = {name: _digits(value) for name, value in attrs.asdict(one.opinion).items()}
    return attrs.evolve(one, opinion=Opinion(**numbers), low=_digits(one.low), high=_digits(one.high))


def _digits(number: float) -> float:
    return float(f"{number:.11g}") if number > 1e-14 else 0.0


def unchecked(one: Any, **changes: Any) -> Any:
    """A copy of a record with fields that its class would refuse."""
    copy = object.__new__(type(one))
    for field in attrs.fields(type(one)):
        object.__setattr__(copy, field.name, changes.get(field.name, getattr(one, field.name)))
    return copy


class Twisted(Quick):
    """A twin whose estimates are changed at the end."""

    def estimates(self) -> dict[str, Estimate]:
        return {claim: self.twist(claim, one) for claim, one in super().estimates().items()}

    def twist(self, claim: str, one: Estimate) -> Estimate:
        raise NotImplementedError

    def widened(self, one: Estimate, by: float) -> Estimate:
        """The same with bounds further apart, by as much at both ends."""
        return attrs.evolve(one, low=one.low * (1.0 - by), high=1.0 - (1.0 - one.high) * (1.0 - by))

    def moved(self, one: Estimate, by: float) -> Estimate:
        """The same with more weight for the claim."""
        view = one.opinion
        p = view.probability + by * (1.0 - view.probability)
        moved = unchecked(view, probability=p)
        return unchecked(one, opinion=moved, low=min(one.low, p), high=max(one.high, p))
