"""Routes: how what an origin says reaches one side of a claim, by which relays and from which exhibits."""

from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple, TypeVar

_K = TypeVar("_K", bound=Hashable)

Hop = tuple[str, float]
"""A relay and its propensity n for what it passes on."""
Hops = tuple[Hop, ...]
"""The relays of a route, the origin's side first."""
Route = tuple[str, Hops, tuple[str, ...]]
"""An origin, the relays by which it is heard, and the exhibits that its statement rests on."""
Routes = Mapping[Route, float]
"""What each origin weighs by each route: e > 0."""


class SideRoutes(NamedTuple):
    """What reaches one side of a claim, by statements or over links."""

    established: Routes
    """The routes of established statements."""
    relays: Mapping[str, float]
    """The fidelity of each relay on these routes."""
    others: Routes
    """The routes of statements that are not established."""


class LinkEvidence(NamedTuple):
    """What comes over one link."""

    link: str
    """Id of the link."""
    net: float
    """N: what the claim that it leads from is worth as evidence."""
    capacity: float
    """The most established weight that the link carries: T(λ, ½, N) of the claim it leads from."""
    routes: SideRoutes
    """What comes over it, each origin and route attenuated."""


NO_ROUTES = SideRoutes({}, {}, {})


def merge(sides: Iterable[SideRoutes]) -> SideRoutes:
    """The routes of several: of those that are the same, the strongest."""
    established: dict[Route, float] = {}
    relays: dict[str, float] = {}
    others: dict[Route, float] = {}
    for side in sides:
        _raise(established, side.established)
        if side.relays:
            _raise(relays, side.relays)
        if side.others:
            _raise(others, side.others)
    return SideRoutes(established, relays, others)


def _raise(table: dict[_K, float], other: Mapping[_K, float]) -> None:
    """Raise each number of a table to that of another where it is greater; all of them are greater than 0."""
    if not table:
        table.update(other)
        return
    for key, number in other.items():
        if number > table.get(key, 0.0):
            table[key] = number


def strongest_routes(routes: Routes) -> dict[str, float]:
    """The weight of each origin's strongest route."""
    strongest = {origin: weight for (origin, _, _), weight in routes.items()}
    if len(strongest) == len(routes):
        return strongest
    strongest = {}
    for (origin, _, _), weight in routes.items():
        if weight > strongest.get(origin, 0.0):
            strongest[origin] = weight
    return strongest


def roots_of(routes: Routes) -> dict[str, dict[str, float]]:
    """What each origin weighs by each of its roots: the exhibits that it examined, or itself.

    A record or sensor is an exhibit, and speaks as one; any other origin has a root that no id can be, since it has a
    space.
    """
    roots: dict[str, dict[str, float]] = {}
    for (origin, _, exhibits), weight in routes.items():
        for root in exhibits or (f"{origin} itself",):
            mine = roots.setdefault(root, {})
            mine[origin] = max(mine.get(origin, 0.0), weight)
    return roots
