"""What a method tells of itself: laws that depend on parameters read them here, and have no table of their own."""

from claimtrack._records import record
from claimtrack.model.casebook import UNGRADED_MOST
from claimtrack.model.claims import StrengthWord
from claimtrack.model.sources import Grade
from claimtrack.model.statements import PropensityWord
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.fidelity import Band
from claimtrack.scoring.protocol import (
    HasSources,
    candour_of,
    fidelity_of,
    propensity_of,
    relay_fidelity_of,
    strength_of,
)
from claimtrack.testing.law import NotTold

_NEUTRAL = 0.5


@record
class Parameters:
    """The parameters of a method, each `NotTold` where the method does not have the attribute for it."""

    method: object
    """The method."""

    def fidelity(self, source: str, grade: Grade) -> float:
        """The fidelity f of a source of some grade as an origin, before candour: its own where it has one."""
        table = fidelity_of(self.method)
        if table is None:
            raise NotTold("fidelity")
        return self._point(source, table.of(grade))

    def relay_fidelity(self, source: str, grade: Grade) -> float:
        """The fidelity f of a source of some grade as a relay, before candour; an origin's where relays have none."""
        table = relay_fidelity_of(self.method)
        if table is None:
            return self.fidelity(source, grade)
        own = self.method.relays.get(source) if isinstance(self.method, HasSources) else None
        return (own or table.of(grade)).point

    def open_relay(self) -> tuple[float, float]:
        """The lowest and the highest f of a relay that nobody graded; an origin's where relays have no table."""
        table = relay_fidelity_of(self.method)
        return (0.0, UNGRADED_MOST) if table is None else (table.ungraded.low, table.ungraded.high)

    def propensity(self, propensity: PropensityWord | float) -> float:
        """The number n of a propensity; a number stands for itself."""
        if isinstance(propensity, float):
            return propensity
        table = propensity_of(self.method)
        if table is None:
            raise NotTold("propensity")
        return table.of(propensity)

    def strength(self, strength: StrengthWord | float) -> float:
        """The number λ of a link's strength; a number stands for itself."""
        if isinstance(strength, float):
            return strength
        table = strength_of(self.method)
        if table is None:
            raise NotTold("strength")
        return table.of(strength)

    def least_candour(self) -> float:
        """κ₁: the share of its fidelity that a speaker keeps who would say this anyway."""
        found = candour_of(self.method)
        if found is None:
            raise NotTold("candour")
        return found

    def candour(self, propensity: float) -> float:
        """κ(n): the share of its fidelity that a speaker keeps; all of it where the method has no candour."""
        least = candour_of(self.method)
        return 1.0 if least is None else 1.0 - 2.0 * (1.0 - least) * max(0.0, propensity - _NEUTRAL)

    def most_carried(self, relay: str, grade: Grade, propensity: PropensityWord | float = _NEUTRAL) -> float:
        """K = T(f, n, ∞): the most that a relay carries for one claim and side."""
        n = self.propensity(propensity)
        f = self.candour(n) * self.relay_fidelity(relay, grade)
        return f / ((1.0 - f) * n)

    def sources(self) -> frozenset[str]:
        """The ids of the sources that the method was told a fidelity for, as origins or as relays."""
        return frozenset((*self.method.sources, *self.method.relays) if isinstance(self.method, HasSources) else ())

    def _point(self, source: str, band: Band | None) -> float:
        own = self.method.sources.get(source) if isinstance(self.method, HasSources) else None
        return 0.0 if (own or band) is None else (own or band).point  # type: ignore[union-attr]


def parameters_of(assessment: Assessment) -> Parameters:
    """The parameters of the method that made an assessment."""
    return Parameters(method=assessment.method)
