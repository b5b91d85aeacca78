"""Gradual argumentation: how strong arguments are that attack and support each other.

This module knows nothing of casebooks. Where no arguments lead to each other in a ring, each is worked out once, after
those that bear on it. A ring is worked out by itself, as a differential equation that ends where nothing moves.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import expm1, fsum, isfinite, prod
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from claimtrack._records import record
from claimtrack.errors.base import shown
from claimtrack.errors.failures import NotConverged, UnknownName, WrongUse
from claimtrack.errors.problems import OutOfRange
from claimtrack.network.components import strongly_connected

Semantics = Literal["df-quad", "quadratic-energy", "euler-based"]
SEMANTICS: tuple[Semantics, ...] = get_args(Semantics)
"""The names of the semantics."""

_STILL = 1e-12
_LONGEST_STEP = 0.5
_FEWEST_ROUNDS, _MOST_ROUNDS, _MOST_WORK = 500, 10_000, 1_000_000


class Edge(NamedTuple):
    """One argument bears on another, with what part of its strength."""

    source: str
    target: str
    weight: float = 1.0
    """In [0, 1]."""


@record
class Framework:
    """A quantitative bipolar argumentation graph: base scores, attacks and supports."""

    base: Mapping[str, float]
    """The base score of each argument, in [0, 1]."""
    attacks: Sequence[Edge] = ()
    """Who attacks whom."""
    supports: Sequence[Edge] = ()
    """Who supports whom."""

    def __attrs_post_init__(self) -> None:
        """Refuse numbers outside [0, 1], and edges from or to nowhere."""
        for name, score in self.base.items():
            if not (isfinite(score) and 0.0 <= score <= 1.0):
                raise OutOfRange(place=f"base[{name!r}]", seen=shown(score), expected="a number from 0 to 1")
        base = self.base
        for source, target, weight in (*self.attacks, *self.supports):
            if source not in base or target not in base:
                raise WrongUse(reason=f"an edge from {source!r} to {target!r}, of which one is no argument")
            if not 0.0 <= weight <= 1.0:
                place = f"the edge from {source!r} to {target!r}"
                raise OutOfRange(place=place, seen=shown(weight), expected="a number from 0 to 1")


Bearing = Sequence[tuple[str, float]]
"""Who bears on an argument from one side, and with what weight."""


class _Way(NamedTuple):
    """A semantics: how strengths add up, what that makes of a base score, and the steepest that it can be."""

    strength: Callable[[float, Sequence[float], Sequence[float]], float]
    slope: float


def _product(values: Sequence[float]) -> float:
    """Π(1 - v), in an order of its own."""
    if not values:
        return 1.0
    if len(values) == 1:
        return 1.0 - values[0]
    return prod([1.0 - value for value in sorted(values)])


def _df_quad(base: float, attacks: Sequence[float], supports: Sequence[float]) -> float:
    """With α = Π(1 - attack) - Π(1 - support): base + (1 - base)·α above 0, base + base·α below."""
    moved = _product(attacks) - _product(supports)
    return base + (1.0 - base) * moved if moved > 0.0 else base + base * moved


def _quadratic(base: float, attacks: Sequence[float], supports: Sequence[float]) -> float:
    """With α = Σ support - Σ attack, h = α²/(1 + α²): base + (1 - base)·h above 0, base - base·h below."""
    energy = fsum(supports) - fsum(attacks)
    square = energy * energy
    part = square / (1.0 + square)
    return base + (1.0 - base) * part if energy > 0.0 else base - base * part


def _euler(base: float, attacks: Sequence[float], supports: Sequence[float]) -> float:
    """With α = Σ support - Σ attack: 1 - (1 - base²)/(1 + base·exp α), as what moves away from the base."""
    energy = fsum(supports) - fsum(attacks)
    if energy > 700.0:  # noqa: PLR2004 (beyond it exp overflows)
        return 1.0 if base > 0.0 else 0.0
    moved = expm1(energy)
    return min(1.0, base + base * (1.0 - base) * moved / (1.0 + base * (1.0 + moved)))


_WAYS: Mapping[str, _Way] = MappingProxyType(
    {"df-quad": _Way(_df_quad, 1.0), "quadratic-energy": _Way(_quadratic, 0.65), "euler-based": _Way(_euler, 0.25)}
)


def strengths(framework: Framework, *, semantics: Semantics = "df-quad") -> dict[str, float]:
    """The final strength of each argument, in [0, 1], in the order of the base scores.

    - df-quad: with α = Π(1 - attack) - Π(1 - support), base + (1 - base)·α where α > 0, else base + base·α.
    - quadratic-energy: with α = Σ support - Σ attack and h = α²/(1 + α²), base + (1 - base)·h where α > 0, else
      base - base·h.
    - euler-based: 1 - (1 - base²)/(1 + base·exp α).

    In a ring ds/dt = f(s) - s is followed from the base scores, by the classical Runge-Kutta method of order 4, until
    nothing moves by more than 1e-12. What leads to the ring is worked out before it, and stays.

    Args:
        framework: the arguments.
        semantics: df-quad, quadratic-energy or euler-based.

    Raises:
        UnknownName: there is no such semantics.
        NotConverged: a ring that does not come to rest; the error carries the last iterate. It always ends.

    Example:
        >>> strengths(Framework(base={"a": 0.5, "b": 0.5}, supports=[Edge("b", "a")]))
        {'a': 0.75, 'b': 0.5}

    Cost: linear in arguments and edges, where there are no rings; n·log n in the edges into one argument, so that
    their order changes no bit. A ring costs its edges times at most 10,000 rounds.

    References:
        [rago-2016] for df-quad, [potyka-2018] for quadratic energy and the differential equation,
        [amgoud-ben-naim-2018] for euler-based.
    """
    if semantics not in _WAYS:
        raise UnknownName(kind="semantics", seen=semantics, known=SEMANTICS)
    way = _WAYS[semantics]
    attackers, supporters = _by_target(framework.attacks), _by_target(framework.supports)
    found = _in_order(framework.base, attackers, supporters, way)
    if found is None:
        found = _with_rings(framework.base, attackers, supporters, way, semantics)
    return {name: found[name] for name in framework.base}


def _by_target(edges: Iterable[Edge]) -> dict[str, list[tuple[str, float]]]:
    found: dict[str, list[tuple[str, float]]] = {}
    for source, target, weight in edges:
        rows = found.get(target)
        if rows is None:
            found[target] = [(source, weight)]
        else:
            rows.append((source, weight))
    return found


def _in_order(
    base: Mapping[str, float], attackers: Mapping[str, Bearing], supporters: Mapping[str, Bearing], way: _Way
) -> dict[str, float] | None:
    """The strengths where no arguments form a ring; None where some do."""
    found: dict[str, float] = {}
    opened: set[str] = set()
    strength = way.strength
    for start in base:
        stack = [start]
        while stack:
            name = stack[-1]
            if name in found:
                stack.pop()
                continue
            against, in_favour = attackers.get(name, ()), supporters.get(name, ())
            try:
                attacks = [found[source] * weight for source, weight in against]
                supports = [found[source] * weight for source, weight in in_favour]
            except KeyError:
                if name in opened:
                    return None
                opened.add(name)
                stack += [source for source, _ in (*against, *in_favour) if source not in found]
                continue
            found[name] = strength(base[name], attacks, supports)
            stack.pop()
    return found


def _with_rings(
    base: Mapping[str, float],
    attackers: Mapping[str, Bearing],
    supporters: Mapping[str, Bearing],
    way: _Way,
    semantics: str,
) -> dict[str, float]:
    arrows = {name: [source for source, _ in (*attackers.get(name, ()), *supporters.get(name, ()))] for name in base}
    found: dict[str, float] = {}
    for part in strongly_connected(arrows):
        if len(part) > 1 or part[0] in arrows[part[0]]:
            ring = _Ring(part, base, attackers, supporters, found)
            state, moving, rounds = _at_rest(ring, way)
            found.update(zip(part, state, strict=True))
            if moving > _STILL:
                last = {name: found.get(name, base[name]) for name in base}
                raise NotConverged(what=f"{semantics} argumentation", rounds=rounds, moving=moving, last=last)
        else:
            (name,) = part
            attacks = [found[source] * weight for source, weight in attackers.get(name, ())]
            supports = [found[source] * weight for source, weight in supporters.get(name, ())]
            found[name] = way.strength(base[name], attacks, supports)
    return found


class _Side(NamedTuple):
    """What bears on an argument of a ring from one side: from outside, and from inside by place."""

    outside: list[float]
    inside: list[tuple[int, float]]

    def at(self, state: Sequence[float]) -> list[float]:
        return [*self.outside, *(state[place] * weight for place, weight in self.inside)]


class _Ring:
    """Arguments that bear on each other."""

    def __init__(
        self,
        part: Sequence[str],
        base: Mapping[str, float],
        attackers: Mapping[str, Bearing],
        supporters: Mapping[str, Bearing],
        found: Mapping[str, float],
    ) -> None:
        places = {name: place for place, name in enumerate(part)}

        def side(bearing: Bearing) -> _Side:
            return _Side(
                [found[source] * weight for source, weight in bearing if source not in places],
                [(places[source], weight) for source, weight in bearing if source in places],
            )

        self.base = [base[name] for name in part]
        self.sides = [(side(attackers.get(name, ())), side(supporters.get(name, ()))) for name in part]
        self.edges = sum(len(attacks.inside) + len(supports.inside) for attacks, supports in self.sides)
        self.heaviest = max(fsum(weight for edges in sides for _, weight in edges.inside) for sides in self.sides)

    def pull(self, state: Sequence[float], way: _Way) -> list[float]:
        """F(s) - s."""
        return [
            way.strength(base, attacks.at(state), supports.at(state)) - now
            for base, (attacks, supports), now in zip(self.base, self.sides, state, strict=True)
        ]


def _at_rest(ring: _Ring, way: _Way) -> tuple[list[float], float, int]:
    """Where a ring comes to rest, how much still moves, and after how many rounds."""
    step = min(_LONGEST_STEP, 2.0 / (1.0 + way.slope * ring.heaviest))
    most = max(_FEWEST_ROUNDS, min(_MOST_ROUNDS, _MOST_WORK // ring.edges))
    state = list(ring.base)
    first = ring.pull(state, way)
    for done in range(most):
        moving = max(map(abs, first))
        if moving <= _STILL:
            return state, moving, done
        second = ring.pull(_moved(state, first, step / 2.0), way)
        third = ring.pull(_moved(state, second, step / 2.0), way)
        fourth = ring.pull(_moved(state, third, step), way)
        state = [
            min(1.0, max(0.0, s + step / 6.0 * (a + 2.0 * b + 2.0 * c + d)))
            for s, a, b, c, d in zip(state, first, second, third, fourth, strict=True)
        ]
        first = ring.pull(state, way)
    return state, max(map(abs, first)), most


def _moved(state: Sequence[float], pull: Sequence[float], step: float) -> list[float]:
    return [s + step * p for s, p in zip(state, pull, strict=True)]
