"""What a scoring method is, and what else it may be able to do.

Every method is a callable from a network to an estimate for each claim. Everything else is optional: a method that has
the attribute of one of the `Has…` protocols is varied, explained or run faster accordingly, and one that lacks it is
still scored.
"""

from collections.abc import Mapping
from typing import Protocol, TypeVar, runtime_checkable

from claimtrack._records import evolve
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Estimate, Run
from claimtrack.scoring.fidelity import Band, Fidelity, Propensity, Strength


class Method(Protocol):
    """A scoring method; its `repr` makes it again, unless it holds numbers of single sources, which are withheld."""

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        """An estimate for each claim in `network.families`."""
        ...


_M = TypeVar("_M", bound=Method)
_T = TypeVar("_T")


@runtime_checkable
class HasBreaks(Protocol):
    """A method that declares which laws it breaks."""

    @property
    def breaks(self) -> Mapping[str, str]:
        """Names of laws in `claimtrack.testing`, each with the reason why the method breaks it."""
        ...


@runtime_checkable
class HasProbabilities(Protocol):
    """A method that can leave out bounds and working, which is faster."""

    def probabilities(self, network: Network, /) -> Mapping[str, float]:
        """P of each claim in `network.families`: exactly the probabilities of its estimates."""
        ...


@runtime_checkable
class HasRun(Protocol):
    """A method that says how much work its rings were."""

    def run(self, network: Network, /) -> Run:
        """Its probabilities, and how many links were looked at in rings."""
        ...


@runtime_checkable
class HasFidelity(Protocol):
    """A method with a fidelity for each grade."""

    @property
    def fidelity(self) -> Fidelity:
        """The fidelity f of each grade, with its band."""
        ...


@runtime_checkable
class HasPropensity(Protocol):
    """A method with a number for each propensity word."""

    @property
    def propensity(self) -> Propensity:
        """The number n of each propensity word."""
        ...


@runtime_checkable
class HasStrength(Protocol):
    """A method with a number for each strength of a link."""

    @property
    def strength(self) -> Strength:
        """The number λ of each word for the strength of a link."""
        ...


@runtime_checkable
class HasSources(Protocol):
    """A method that takes a fidelity for single sources; it must be an attrs record."""

    @property
    def sources(self) -> Mapping[str, Band]:
        """The fidelity f of single sources by id, in place of that of the source's grade."""
        ...


def run(method: Method, network: Network) -> Run:
    """P of each claim, and how much work the rings were, where the method says so.

    Cost: that of the method.
    """
    return method.run(network) if isinstance(method, HasRun) else Run(probabilities(method, network), {})


def probabilities(method: Method, network: Network) -> Mapping[str, float]:
    """P of each claim in `network.families`, without bounds and working where the method can leave them out.

    Cost: that of the method.
    """
    if isinstance(method, HasProbabilities):
        return method.probabilities(network)
    return {claim: estimate.opinion.probability for claim, estimate in method(network).items()}


def broken_laws(method: object) -> Mapping[str, str]:
    """The laws that a method declares it breaks, each with the reason; none where it declares nothing."""
    return method.breaks if isinstance(method, HasBreaks) else {}


def fidelity_of(method: object) -> Fidelity | None:
    """The fidelity that a method takes for each grade; None where it has no such table."""
    return _if_a(Fidelity, method.fidelity) if isinstance(method, HasFidelity) else None


def propensity_of(method: object) -> Propensity | None:
    """The number that a method takes for each propensity word; None where it has no such table."""
    return _if_a(Propensity, method.propensity) if isinstance(method, HasPropensity) else None


def strength_of(method: object) -> Strength | None:
    """The number that a method takes for each strength of a link; None where it has no such table."""
    return _if_a(Strength, method.strength) if isinstance(method, HasStrength) else None


def with_source_fidelity(method: _M, source: str, fidelity: float) -> _M | None:
    """The method with a fidelity for one source in place of its grade's; None where it has none for single sources."""
    able: object = method
    if not isinstance(able, HasSources):
        return None
    return evolve(method, sources={**able.sources, source: Band(fidelity, fidelity, fidelity)})


def _if_a(kind: type[_T], value: object) -> _T | None:
    """The value, or None where a method uses the attribute's name for something else."""
    return value if isinstance(value, kind) else None
