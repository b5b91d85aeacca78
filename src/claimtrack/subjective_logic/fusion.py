"""Fusion: one opinion from any number of them, all at once.

No fusion is a fold of pairs: averaging, weighing and compromising in pairs gives numbers that depend on the order. Sums
are exactly rounded and opinions are sorted first, so that their order changes no bit. Where opinions are dogmatic
(u = 0), the result is the limit as their u tend to 0 alike.

All operators take what `fuse` takes, raise what it raises and cost what it costs; each says only what it is, its
equation, and where it is published.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import exp, expm1, frexp, fsum, inf, ldexp, log
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol, TypeVar, get_args

from claimtrack.errors.failures import SizesDiffer, UnknownName
from claimtrack.errors.problems import TooFew
from claimtrack.subjective_logic.multinomial_opinions import Multinomial
from claimtrack.subjective_logic.opinions import Opinion, binomial

_LN2 = log(2.0)

Fusion = Literal["cumulative", "averaging", "weighted", "consensus", "constraint"]

FUSIONS: tuple[Fusion, ...] = get_args(Fusion)
"""The names of the fusions."""

_O = TypeVar("_O", Opinion, Multinomial)


def cumulative(opinions: Iterable[_O]) -> _O:
    """Cumulative belief fusion (CBF): the evidence of all adds up, as of witnesses who saw different things.

    R = Σ b_i/u_i for each value, K = ΣR + 1, b = R/K, u = 1/K; base rates weigh (1 - u_i)/u_i. Of dogmatic opinions
    only they count, with their mean.

    Example:
        >>> round(cumulative([binomial(0.1, 0.3, 0.6), binomial(0.4, 0.2, 0.4), binomial(0.7, 0.1, 0.2)]).belief, 3)
        0.651

    References:
        [josang-wang-zhang-2017], cumulative belief fusion of several sources; [josang-2016], section 12.3.
    """
    kind, rows = _gather(opinions)
    least, shares = _shares(rows)
    confidence = [(1.0 - row.unknown) * share for row, share in zip(rows, shares, strict=True)]
    return _like(kind, _pooled(rows, shares, least, confidence))


def averaging(opinions: Iterable[_O]) -> _O:
    """Averaging belief fusion (ABF): the mean of the evidence, as of witnesses who saw the same thing.

    R = Σ b_i/u_i for each value, K = ΣR + n, b = R/K, u = n/K; base rates are averaged. Equal opinions fuse to
    themselves, and a vacuous one takes part in the mean.

    Example:
        >>> round(averaging([binomial(0.1, 0.3, 0.6), binomial(0.4, 0.2, 0.4), binomial(0.7, 0.1, 0.2)]).belief, 3)
        0.509

    References:
        [josang-wang-zhang-2017], averaging belief fusion of several sources; [josang-2016], section 12.4.
    """
    kind, rows = _gather(opinions)
    least, shares = _shares(rows)
    return _like(kind, _pooled(rows, shares, least * len(rows), [1.0] * len(rows)))


def weighted(opinions: Iterable[_O]) -> _O:
    """Weighted belief fusion (WBF): the mean of the evidence, each weighing its confidence c = 1 - u.

    R = Σ c_i·b_i/u_i for each value, K = ΣR + Σc_i, b = R/K, u = Σc_i/K; base rates weigh c_i. Equal opinions fuse to
    themselves, and a vacuous one changes nothing.

    Example:
        >>> round(weighted([binomial(0.1, 0.3, 0.6), binomial(0.4, 0.2, 0.4), binomial(0.7, 0.1, 0.2)]).belief, 3)
        0.562

    References:
        [vanderheijden-2018], weighted belief fusion; [josang-2016], section 12.5.
    """
    kind, rows = _gather(opinions)
    least, shares = _shares(rows)
    confidence = [1.0 - row.unknown for row in rows]
    heavier = [c * share for c, share in zip(confidence, shares, strict=True)]
    return _like(kind, _pooled(rows, heavier, least * fsum(confidence), confidence))


def consensus(opinions: Iterable[_O]) -> _O:
    """Consensus and compromise fusion (CCF): what all share is kept; of the rest, what conflicts becomes unknown.

    The consensus on each value is min b_i. What is left of each opinion compromises: it counts where the others do
    not know, and where it meets other values it goes to all of them together. The compromise is scaled to what the
    consensus and Πu_i leave of 1. What goes to several of more than two values together is shared by base rate; what
    goes to all of them is unknown. Where nothing compromises, as among equal opinions, the rest is unknown.

    Example:
        >>> round(consensus([binomial(0.1, 0.3, 0.6), binomial(0.4, 0.2, 0.4), binomial(0.7, 0.1, 0.2)]).belief, 3)
        0.629

    Cost: that of `fuse`, times k·2^k in the values.

    References:
        [vanderheijden-2018], consensus and compromise fusion; [josang-2016], section 12.6.
    """
    kind, rows = _gather(opinions)
    values = range(len(rows[0].beliefs))
    shared: list[float] = [min(row.beliefs[v] for row in rows) for v in values]
    left = [[row.beliefs[v] - shared[v] for v in values] for row in rows]
    rates = _mean_base_rates(rows, [1.0 - row.unknown for row in rows])
    nothing = _product(row.unknown for row in rows)
    vacuous = exp(nothing.log) if nothing.zeros == 0 else 0.0
    rest = max(0.0, 1.0 - fsum((*shared, vacuous)))
    masses = _compromises(rows, left, nothing)
    total = fsum(masses.values())
    if rest == 0.0 or total == 0.0:
        return _like(kind, _scaled_to_one(shared, vacuous + rest, rates))
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
    return _like(kind, _scaled_to_one([fsum(parts) for parts in beliefs], fsum(unknown), rates))


def constraint(opinions: Iterable[_O]) -> _O:
    """Belief constraint fusion (BCF): what all allow, as of preferences that must be met together.

    b ~ Π(b_i + u_i) - Πu_i for each value and u ~ Πu_i, scaled to 1 (Dempster's rule); base rates weigh 1 - u_i.
    Dogmatic opinions that contradict each other leave what most of them allow.

    Example:
        >>> round(constraint([binomial(0.1, 0.3, 0.6), binomial(0.4, 0.2, 0.4), binomial(0.7, 0.1, 0.2)]).belief, 3)
        0.738

    References:
        [vanderheijden-2018], belief constraint fusion; [josang-2016], section 12.2.
    """
    kind, rows = _gather(opinions)
    values = range(len(rows[0].beliefs))
    allowed = [_product(row.beliefs[v] + row.unknown for row in rows) for v in values]
    nothing = _product(row.unknown for row in rows)
    fewest = min(part.zeros for part in allowed)
    most = max(part.log for part in allowed if part.zeros == fewest)
    beliefs = [exp(part.log - most) * _beyond(part, nothing) if part.zeros == fewest else 0.0 for part in allowed]
    unknown = exp(nothing.log - most) if nothing.zeros == fewest else 0.0
    return _like(kind, _scaled_to_one(beliefs, unknown, _mean_base_rates(rows, [1.0 - row.unknown for row in rows])))


def fuse(opinions: Iterable[_O], *, fusion: Fusion) -> _O:
    """The opinions as a fusion of that name makes them one; the operator of that name does the same.

    Args:
        opinions: one or more, all binomial or all multinomial over the same values.
        fusion: cumulative, averaging, weighted, consensus or constraint.

    Raises:
        UnknownName: there is no such fusion.
        TooFew: there are none.
        SizesDiffer: they are about different numbers of values.

    Example:
        >>> from claimtrack.subjective_logic import binomial
        >>> fuse([binomial(0.5, 0.0, 0.5), binomial(0.5, 0.0, 0.5)], fusion="averaging").belief
        0.5

    Cost: n·log n in the opinions.
    """
    if fusion not in _OPERATORS:
        raise UnknownName(kind="fusion", seen=fusion, known=FUSIONS)
    return _OPERATORS[fusion](opinions)


class _Masses(NamedTuple):
    """An opinion over k values, two or more."""

    beliefs: tuple[float, ...]
    unknown: float
    base_rates: tuple[float, ...]


def _gather(opinions: Iterable[_O]) -> tuple[_O, Sequence[_Masses]]:
    """One of the opinions, to say of what kind they are, and the masses of all, sorted."""
    given = list(opinions)
    if not given:
        raise TooFew(place="opinions", seen=0, expected="at least 1")
    rows = sorted(map(_masses, given))
    if len(sizes := {len(row.beliefs) for row in rows}) > 1:
        raise SizesDiffer(what="values of the opinions", sizes=tuple(sorted(sizes)))
    return given[0], rows


def _masses(view: Opinion | Multinomial) -> _Masses:
    if isinstance(view, Opinion):
        return _Masses((view.belief, view.disbelief), view.unknown, (view.base_rate, 1.0 - view.base_rate))
    return _Masses(view.beliefs, view.unknown, view.base_rates)


def _like(kind: _O, masses: _Masses) -> _O:
    """An opinion with these masses, of the kind of another."""
    beliefs, unknown, rates = masses
    view: Opinion | Multinomial
    if isinstance(kind, Opinion):
        view = binomial(beliefs[0], beliefs[1], unknown, rates[0])
    else:
        view = Multinomial(beliefs=beliefs, unknown=unknown, base_rates=rates)
    return view  # type: ignore[return-value]


def _shares(rows: Sequence[_Masses]) -> tuple[float, list[float]]:
    """The least u, and what each 1/u is in units of the greatest: in the limit 1 for the dogmatic and 0 for others."""
    least = min(row.unknown for row in rows)
    if least == 0.0:
        return 0.0, [1.0 if row.unknown == 0.0 else 0.0 for row in rows]
    return least, [least / row.unknown for row in rows]


def _pooled(rows: Sequence[_Masses], shares: Sequence[float], unknown: float, rates: Sequence[float]) -> _Masses:
    """The evidence of all rows, each by its share, over some unknown."""
    values = range(len(rows[0].beliefs))
    evidence = [fsum(row.beliefs[v] * share for row, share in zip(rows, shares, strict=True)) for v in values]
    base_rates = _mean_base_rates(rows, rates)
    if fsum((*evidence, unknown)) == 0.0:
        return _Masses(tuple(0.0 for _ in values), 1.0, base_rates)
    return _scaled_to_one(evidence, unknown, base_rates)


class _Product(NamedTuple):
    """A product of non-negative numbers: how many of them are 0, and the logarithm of the product of the others."""

    # Of many opinions Πu vanishes in a double, and with dogmatic ones it is 0, although ratios of such products have a
    # limit. The logarithm keeps small products apart, and the count of zeros ranks what vanishes: as all u tend to 0
    # alike, the product with fewer zeros outgrows every other.

    zeros: int
    log: float


def _product(numbers: Iterable[float]) -> _Product:
    found = list(numbers)
    positive = [number for number in found if number > 0.0]
    return _Product(len(found) - len(positive), fsum(map(log, positive)))


def _beyond(allowed: _Product, nothing: _Product) -> float:
    """1 - Πu/Π(b + u): the part of what all allow that at least one opinion believes."""
    if nothing.zeros > allowed.zeros:
        return 1.0
    return max(0.0, -expm1(nothing.log - allowed.log))


def _scaled_to_one(beliefs: Sequence[float], unknown: float, rates: tuple[float, ...]) -> _Masses:
    """Masses in these proportions, with a sum of 1."""
    whole = fsum((*beliefs, unknown))
    return _Masses(tuple(part / whole for part in beliefs), unknown / whole, rates)


def _compromises(rows: Sequence[_Masses], left: Sequence[Sequence[float]], nothing: _Product) -> dict[int, float]:
    """What goes to each set of values in the compromise, as shares of the most; a set has a bit for each value."""
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
    rows: Sequence[_Masses], left: Sequence[Sequence[float]], nothing: _Product, value: int
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
    # Opinion by opinion: each set so far is extended by each value of the next opinion. That takes 2^k sets of k
    # values, not k^n choices. The masses are scaled by powers of two after each step, which loses nothing.
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


def _mean_base_rates(rows: Sequence[_Masses], weights: Sequence[float]) -> tuple[float, ...]:
    """The base rates of all rows by weight; by equal weight where all weigh nothing."""
    total = fsum(weights)
    if total == 0.0:
        return _mean_base_rates(rows, [1.0] * len(rows))
    heard = {row.base_rates for row, w in zip(rows, weights, strict=True) if w > 0.0}
    first = next(iter(heard))
    if len(heard) == 1:
        return first
    sums = [fsum(row.base_rates[v] * w for row, w in zip(rows, weights, strict=True)) for v in range(len(first))]
    return tuple(min(1.0, part / total) for part in sums)


class _Operator(Protocol):
    def __call__(self, opinions: Iterable[_O]) -> _O: ...


_OPERATORS: Mapping[str, _Operator] = MappingProxyType(
    {
        "cumulative": cumulative,
        "averaging": averaging,
        "weighted": weighted,
        "consensus": consensus,
        "constraint": constraint,
    }
)
