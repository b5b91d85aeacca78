"""Fusions that multiply beliefs: consensus and compromise, and belief constraint.

Products of many numbers are kept as logarithms beside a count of zeros, so that they neither vanish nor lose the
limit: a product with fewer dogmatic u's in it outgrows all others.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import exp, expm1, frexp, fsum, inf, ldexp, log
from typing import NamedTuple

from claimtrack.values.masses import Masses, mean_base_rates

__all__ = ["compromise", "constrained"]

_LN2 = log(2.0)


class _Product(NamedTuple):
    """A product of non-negative numbers: how many zeros are in it, and the logarithm of the rest."""

    zeros: int
    log: float


def _product(numbers: Iterable[float]) -> _Product:
    found = list(numbers)
    positive = [number for number in found if number > 0.0]
    return _Product(len(found) - len(positive), fsum(map(log, positive)))


def constrained(rows: Sequence[Masses]) -> Masses:
    """Belief constraint fusion of rows in an order of their own."""
    values = range(len(rows[0].beliefs))
    allowed = [_product(row.beliefs[v] + row.unknown for row in rows) for v in values]
    nothing = _product(row.unknown for row in rows)
    fewest = min(part.zeros for part in allowed)
    most = max(part.log for part in allowed if part.zeros == fewest)
    beliefs = [exp(part.log - most) * _beyond(part, nothing) if part.zeros == fewest else 0.0 for part in allowed]
    unknown = exp(nothing.log - most) if nothing.zeros == fewest else 0.0
    whole = fsum((*beliefs, unknown))
    rates = mean_base_rates(rows, [1.0 - row.unknown for row in rows])
    return Masses(tuple(part / whole for part in beliefs), unknown / whole, rates)


def _beyond(allowed: _Product, nothing: _Product) -> float:
    """1 - Πu/Π(b + u): the share of what all allow that somebody believes."""
    if nothing.zeros > allowed.zeros:
        return 1.0
    return max(0.0, -expm1(nothing.log - allowed.log))


def compromise(rows: Sequence[Masses]) -> Masses:
    """Consensus and compromise fusion of rows in an order of their own."""
    values = range(len(rows[0].beliefs))
    shared = [min(row.beliefs[v] for row in rows) for v in values]
    left = [[row.beliefs[v] - shared[v] for v in values] for row in rows]
    rates = mean_base_rates(rows, [1.0 - row.unknown for row in rows])
    nothing = _product(row.unknown for row in rows)
    vacuous = exp(nothing.log) if nothing.zeros == 0 else 0.0
    rest = max(0.0, 1.0 - fsum((*shared, vacuous)))
    masses = _compromises(rows, left, nothing)
    total = fsum(masses.values())
    if rest == 0.0 or total == 0.0:
        return _whole(shared, vacuous + rest, rates)
    beliefs = [[part] for part in shared]
    unknown = [vacuous]
    for members, mass in masses.items():
        inside = [v for v in values if members >> v & 1]
        if len(inside) == len(values):
            unknown.append(rest * mass / total)
            continue
        weights = [rates[v] for v in inside] if any(rates[v] for v in inside) else [1.0] * len(inside)
        for v, weight in zip(inside, weights, strict=True):
            beliefs[v].append(rest * mass / total * weight / fsum(weights))
    return _whole([fsum(parts) for parts in beliefs], fsum(unknown), rates)


def _whole(beliefs: Sequence[float], unknown: float, rates: tuple[float, ...]) -> Masses:
    whole = fsum((*beliefs, unknown))
    return Masses(tuple(part / whole for part in beliefs), unknown / whole, rates)


def _compromises(rows: Sequence[Masses], left: Sequence[Sequence[float]], nothing: _Product) -> dict[int, float]:
    """What goes to each set of values in the compromise, in units of the most; sets are bits of whole numbers."""
    alone = [_where_others_do_not_know(rows, left, nothing, value) for value in range(len(rows[0].beliefs))]
    together = _together(left)
    found = [(1 << value, part) for value, part in enumerate(alone) if part.log > -inf]
    found += [(members, _Product(0, size)) for members, size in together.items()]
    if not found:
        return {}
    fewest = min(part.zeros for _, part in found)
    standing = [(members, part.log) for members, part in found if part.zeros == fewest]
    most = max(size for _, size in standing)
    masses: dict[int, float] = {}
    for members, size in standing:
        masses[members] = masses.get(members, 0.0) + exp(size - most)
    return masses


def _where_others_do_not_know(
    rows: Sequence[Masses], left: Sequence[Sequence[float]], nothing: _Product, value: int
) -> _Product:
    """Σ_i (b_i - min b)·Π_{j≠i} u_j."""
    if nothing.zeros:
        total = fsum(parts[value] for row, parts in zip(rows, left, strict=True) if row.unknown == 0.0)
        return _Product(nothing.zeros - 1, log(total) + nothing.log if total > 0.0 else -inf)
    least = min(row.unknown for row in rows)
    total = fsum(parts[value] * (least / row.unknown) for row, parts in zip(rows, left, strict=True))
    return _Product(0, log(total) + nothing.log - log(least) if total > 0.0 else -inf)


def _together(left: Sequence[Sequence[float]]) -> Mapping[int, float]:
    """The logarithm of Σ Π_i (b_i - min b)(y_i) over all choices of a value y_i of each, by the set that they make."""
    masses, shift = {0: 1.0}, 0
    for parts in left:
        bits = [(1 << value, part) for value, part in enumerate(parts) if part > 0.0]
        grown: dict[int, float] = {}
        for members, mass in masses.items():
            for bit, part in bits:
                grown[members | bit] = grown.get(members | bit, 0.0) + mass * part
        if not grown:
            return {}
        _, exponent = frexp(max(grown.values()))
        shift += exponent
        masses = {members: scaled for members, mass in grown.items() if (scaled := ldexp(mass, -exponent)) > 0.0}
    return {members: log(mass) + shift * _LN2 for members, mass in masses.items()}
