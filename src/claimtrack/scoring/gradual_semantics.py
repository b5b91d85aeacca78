"""Gradual argumentation: how strong arguments are that attack and support each other.

This module knows nothing of casebooks. Where no arguments form a ring, each is worked out once, after those that bear
on it. A ring is worked out by itself, as a differential equation that is followed until nothing moves.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import expm1, fsum, isfinite, prod
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from claimtrack._records import record
from claimtrack.errors.base import nearest, shown
from claimtrack.errors.failures import NotConverged, UnknownName
from claimtrack.errors.problems import OutOfRange, UnknownId
from claimtrack.network.components import strongly_connected

Semantics = Literal["df-quad", "quadratic-energy", "euler-based"]
SEMANTICS: tuple[Semantics, ...] = get_args(Semantics)
"""The names of the semantics."""

_STILL = 1e-12
_LONGEST_STEP = 0.5
_FEWEST_ROUNDS, _MOST_ROUNDS, _MOST_WORK = 500, 10_000, 1_000_000


class Edge(NamedTuple):
    """One argument bears on another with a part of its strength."""

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
        """Refuse numbers outside [0, 1], and edges from or to arguments that do not exist."""
        for name, score in self.base.items():
            if not (isfinite(score) and 0.0 <= score <= 1.0):
                raise OutOfRange(place=f"base[{name!r}]", seen=shown(score), expected="a number from 0 to 1")
        base = self.base
        for source, target, weight in (*self.attacks, *self.supports):
            for name in (source, target):
                if name not in base:
                    place = f"the edge from {source!r} to {target!r}"
                    raise UnknownId(place=place, kind="argument", seen=name, near=nearest(name, base))
            if not 0.0 <= weight <= 1.0:
                place = f"the edge from {source!r} to {target!r}"
                raise OutOfRange(place=place, seen=shown(weight), expected="a number from 0 to 1")


Influences = Sequence[tuple[str, float]]
"""What bears on an argument from one side: the ids of arguments, each with its weight."""


class _Graph(NamedTuple):
    """A framework with its edges sorted by their targets."""

    base: Mapping[str, float]
    attackers: Mapping[str, Influences]
    supporters: Mapping[str, Influences]

    def influences(self, name: str) -> tuple[Influences, Influences]:
        """What attacks an argument, and what supports it."""
        return self.attackers.get(name, ()), self.supporters.get(name, ())


class _Update(NamedTuple):
    """A semantics: the strength that a base score, attacks and supports make, and how steeply they can change it."""

    strength: Callable[[float, Sequence[float], Sequence[float]], float]
    slope: float
    """The greatest slope of the strength in the sum of what bears on it."""


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


_UPDATES: Mapping[str, _Update] = MappingProxyType(
    {
        "df-quad": _Update(_df_quad, 1.0),
        "quadratic-energy": _Update(_quadratic, 0.65),
        "euler-based": _Update(_euler, 0.25),
    }
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
        NotConverged: a ring that does not converge; the error carries the last iterate. It always ends.

    Example:
        >>> strengths(Framework(base={"a": 0.5, "b": 0.5}, supports=[Edge("b", "a")]))
        {'a': 0.75, 'b': 0.5}

    Cost: linear in arguments and edges, where there are no rings; n·log n in the edges into one argument, so that
    their order changes no bit. A ring costs its edges times at most 10,000 rounds.

    References:
        [rago-2016] for df-quad, [potyka-2018] for quadratic energy and the differential equation,
        [amgoud-ben-naim-2018] for euler-based.
    """
    if semantics not in _UPDATES:
        raise UnknownName(kind="semantics", seen=semantics, known=SEMANTICS)
    update = _UPDATES[semantics]
    graph = _Graph(framework.base, _by_target(framework.attacks), _by_target(framework.supports))
    found = _without_rings(graph, update)
    if found is None:
        found = _with_rings(graph, update, semantics)
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


def _without_rings(graph: _Graph, update: _Update) -> dict[str, float] | None:
    """The strengths where no arguments form a ring; None where some do."""
    # Depth first, with a stack of its own: an argument whose influences are not all known is put back below them. One
    # that is met again before it is known waits for itself: it is in a ring. Trying first and finding components only
    # then keeps the common case, without rings, cheap.
    found: dict[str, float] = {}
    opened: set[str] = set()
    strength = update.strength
    for start in graph.base:
        stack = [start]
        while stack:
            name = stack[-1]
            if name in found:
                stack.pop()
                continue
            against, in_favour = graph.influences(name)
            try:
                attacks = [found[source] * weight for source, weight in against]
                supports = [found[source] * weight for source, weight in in_favour]
            except KeyError:
                if name in opened:
                    return None
                opened.add(name)
                stack += [source for source, _ in (*against, *in_favour) if source not in found]
                continue
            found[name] = strength(graph.base[name], attacks, supports)
            stack.pop()
    return found


def _with_rings(graph: _Graph, update: _Update, semantics: str) -> dict[str, float]:
    """The strengths of all arguments, each ring worked out after all that leads to it."""
    arrows = {name: [source for side in graph.influences(name) for source, _ in side] for name in graph.base}
    found: dict[str, float] = {}
    for part in strongly_connected(arrows):
        if len(part) > 1 or part[0] in arrows[part[0]]:
            state, moving, rounds = _settle(_RingState(part, graph, found), update)
            found.update(zip(part, state, strict=True))
            if moving > _STILL:
                last = {name: found.get(name, graph.base[name]) for name in graph.base}
                raise NotConverged(what=f"{semantics} argumentation", rounds=rounds, moving=moving, last=last)
        else:
            (name,) = part
            attacks, supports = ([found[source] * weight for source, weight in side] for side in graph.influences(name))
            found[name] = update.strength(graph.base[name], attacks, supports)
    return found


class _RingInfluences(NamedTuple):
    """What bears on an argument of a ring from one side: from outside, and from inside by place."""

    outside: list[float]
    inside: list[tuple[int, float]]

    def at(self, state: Sequence[float]) -> list[float]:
        return [*self.outside, *(state[place] * weight for place, weight in self.inside)]


class _RingState:
    """Arguments that bear on each other."""

    def __init__(self, part: Sequence[str], graph: _Graph, found: Mapping[str, float]) -> None:
        places = {name: place for place, name in enumerate(part)}

        def side(influences: Influences) -> _RingInfluences:
            return _RingInfluences(
                [found[source] * weight for source, weight in influences if source not in places],
                [(places[source], weight) for source, weight in influences if source in places],
            )

        self.base = [graph.base[name] for name in part]
        self.sides = [tuple(side(influences) for influences in graph.influences(name)) for name in part]
        self.edges = sum(len(attacks.inside) + len(supports.inside) for attacks, supports in self.sides)
        self.heaviest = max(fsum(weight for edges in sides for _, weight in edges.inside) for sides in self.sides)

    def pull(self, state: Sequence[float], update: _Update) -> list[float]:
        """ds/dt = f(s) - s."""
        return [
            update.strength(base, attacks.at(state), supports.at(state)) - now
            for base, (attacks, supports), now in zip(self.base, self.sides, state, strict=True)
        ]


def _settle(ring: _RingState, update: _Update) -> tuple[list[float], float, int]:
    """Where a ring comes to rest, how much still moves, and after how many rounds."""
    # The steeper a semantics and the more bears on an argument, the shorter a step must be, or the iterate overshoots
    # and swings for ever. The rounds are bounded by work, so that a ring that never rests is given up in time.
    step = min(_LONGEST_STEP, 2.0 / (1.0 + update.slope * ring.heaviest))
    most = max(_FEWEST_ROUNDS, min(_MOST_ROUNDS, _MOST_WORK // ring.edges))
    state = list(ring.base)
    first = ring.pull(state, update)
    for done in range(most):
        moving = max(map(abs, first))
        if moving <= _STILL:
            return state, moving, done
        second = ring.pull(_moved(state, first, step / 2.0), update)
        third = ring.pull(_moved(state, second, step / 2.0), update)
        fourth = ring.pull(_moved(state, third, step), update)
        state = [
            min(1.0, max(0.0, s + step / 6.0 * (a + 2.0 * b + 2.0 * c + d)))
            for s, a, b, c, d in zip(state, first, second, third, fourth, strict=True)
        ]
        first = ring.pull(state, update)
    return state, max(map(abs, first)), most


def _moved(state: Sequence[float], pull: Sequence[float], step: float) -> list[float]:
    return [s + step * p for s, p in zip(state, pull, strict=True)]
