"""What a scoring method is, and what else it may be able to do.

Every method is a callable from a network to an estimate for each claim. Everything else is optional: a method that has
the attribute of one of the `Has…` protocols is varied, explained or run faster accordingly, and one that lacks it is
still scored.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, TypeVar, runtime_checkable

from claimtrack._records import evolve
from claimtrack.errors.base import nearest
from claimtrack.errors.problems import UnknownId
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Estimate, Run
from claimtrack.scoring.fidelity import Band, Fidelity, Propensity, RelayFidelity, Strength, told_bands


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
class HasRelayFidelity(Protocol):
    """A method with a fidelity of relays for each grade."""

    @property
    def relay_fidelity(self) -> RelayFidelity:
        """The fidelity f of a relay of each grade, with its band."""
        ...


@runtime_checkable
class HasPropensity(Protocol):
    """A method with a number for each propensity word."""

    @property
    def propensity(self) -> Propensity:
        """The number n of each propensity word."""
        ...


@runtime_checkable
class HasCandour(Protocol):
    """A method that trusts a speaker less whose word serves it; it must be an attrs record."""

    @property
    def candour(self) -> float:
        """κ₁ in [0, 1]: the share of its fidelity that is left where a statement serves its speaker."""
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
    """A method that takes a fidelity for single sources, as origins and as relays; it must be an attrs record."""

    @property
    def sources(self) -> Mapping[str, Band]:
        """The fidelity f of single origins by id, in place of that of the source's grade."""
        ...

    @property
    def relays(self) -> Mapping[str, Band]:
        """The fidelity f of single relays by id, in place of that of the source's grade."""
        ...


def run(method: Method, network: Network) -> Run:
    """P of each claim, and how much work the rings were, where the method says so.

    Cost: that of the method.
    """
    return runner_of(method)(network)


def runner_of(method: Method) -> Callable[[Network], Run]:
    """What `run` calls for a method: to ask a method once what it has is quicker than to ask at every run."""
    if isinstance(method, HasRun):
        return method.run
    return lambda network: Run(probabilities(method, network), {})


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


def relay_fidelity_of(method: object) -> RelayFidelity | None:
    """The fidelity that a method takes for a relay of each grade; None where it has no such table."""
    return _if_a(RelayFidelity, method.relay_fidelity) if isinstance(method, HasRelayFidelity) else None


def propensity_of(method: object) -> Propensity | None:
    """The number that a method takes for each propensity word; None where it has no such table."""
    return _if_a(Propensity, method.propensity) if isinstance(method, HasPropensity) else None


def candour_of(method: object) -> float | None:
    """κ₁ of a method: the share of its fidelity that a speaker keeps whom it serves; None where it does not say."""
    return _if_a(float, method.candour) if isinstance(method, HasCandour) else None


def strength_of(method: object) -> Strength | None:
    """The number that a method takes for each strength of a link; None where it has no such table."""
    return _if_a(Strength, method.strength) if isinstance(method, HasStrength) else None


def with_source_fidelity(
    method: _M, source: str, fidelity: float | None, *, as_relay: float | None = None
) -> _M | None:
    """The method with a fidelity for one source in place of its grade's; None where it has none for single sources.

    Args:
        method: any method.
        source: id of the source.
        fidelity: f as an origin; None keeps what it has.
        as_relay: f as a relay; None keeps what it has.
    """
    able: object = method
    if not isinstance(able, HasSources):
        return None
    changes: dict[str, object] = {}
    if fidelity is not None:
        changes["sources"] = {**able.sources, source: Band(fidelity, fidelity, fidelity)}
    if as_relay is not None:
        changes["relays"] = {**able.relays, source: Band(as_relay, as_relay, as_relay)}
    return evolve(method, **changes)


def check_sources(method: object, casebook: Casebook) -> None:
    """Refuse numbers for a source that the casebook does not hold.

    Raises:
        UnknownId: with the nearest id.
    """
    known = {source.id for source in casebook.sources}
    for name in _own_numbers(method):
        if name not in known:
            near = nearest(name, sorted(known))
            raise UnknownId(place="sources of the method", kind="source", seen=name, near=near)


def rename_sources(method: _M, ids: Mapping[str, Iterable[str]]) -> _M:
    """The method with the numbers of single sources under other ids, such as those in the public casebook.

    Args:
        method: any method; one without such numbers stays as it is.
        ids: for each source the ids under which it stands there; numbers for those without one are dropped.
    """
    changes = {
        role: {there: band for name, band in own.items() for there in ids.get(name, ())}
        for role in ("sources", "relays")
        if (own := _bands(method, role))
    }
    return evolve(method, **changes) if changes else method


def tell_method(method: object, casebook: Casebook) -> str:
    """What makes a method again: its repr with the numbers of single sources; of protected ones, a digest."""
    told = {source.id for source in casebook.sources if not source.protected}
    text = repr(method)
    for role in ("sources", "relays"):
        own = _bands(method, role)
        text = text.replace(f"{role}={told_bands(own)}", f"{role}={told_bands(own, told)}") if own else text
    return text


def _own_numbers(method: object) -> Iterator[str]:
    """The ids of the sources that a method has numbers for."""
    yield from dict.fromkeys((*_bands(method, "sources"), *_bands(method, "relays")))


def _bands(method: object, role: str) -> Mapping[str, Band]:
    found = getattr(method, role, None)
    return found if isinstance(found, Mapping) else {}


def _if_a(kind: type[_T], value: object) -> _T | None:
    """The value, or None where a method uses the attribute's name for something else."""
    return value if isinstance(value, kind) else None
