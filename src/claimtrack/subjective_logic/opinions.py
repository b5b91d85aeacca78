"""The binomial opinion: how much of a claim is believed, how much disbelieved, and how much not known."""

from collections.abc import Iterable
from math import isfinite, prod
from typing import NamedTuple

from claimtrack._records import constant_record
from claimtrack.errors.base import shown
from claimtrack.errors.failures import DogmaticOpinion
from claimtrack.errors.problems import OutOfRange

PRIOR_WEIGHT = 2.0
"""W: how much evidence the base rate weighs."""

_SLACK = 1e-9
_MOST = 1.0 + _SLACK


@constant_record
class Opinion:
    """A binomial opinion on a claim; belief + disbelief + unknown = 1."""

    belief: float
    """b in [0, 1]: the share of the evidence that speaks for the claim."""
    disbelief: float
    """d in [0, 1]: the share that speaks against it."""
    unknown: float
    """u in [0, 1]: the share on which there is no evidence."""
    base_rate: float
    """a in [0, 1]: the probability without any evidence."""
    probability: float
    """P = b + a·u in [0, 1]."""

    def __attrs_post_init__(self) -> None:
        """Refuse what is no opinion; sums may be off by rounding."""
        b, d, u, a, p = self.belief, self.disbelief, self.unknown, self.base_rate, self.probability
        # NaN compares as false, and so fails here too.
        if not (
            0.0 <= b <= _MOST and 0.0 <= d <= _MOST and 0.0 <= u <= _MOST and 0.0 <= a <= 1.0 and 0.0 <= p <= _MOST
        ):
            raise OutOfRange(place="opinion", seen=shown((b, d, u, a, p)), expected="five numbers from 0 to 1")
        if abs(b + d + u - 1.0) > _SLACK or abs(b + a * u - p) > _SLACK:
            raise OutOfRange(place="opinion", seen=shown((b, d, u, a, p)), expected="b + d + u = 1 and P = b + a·u")

    @property
    def disputed(self) -> float:
        """2·min(b, d) in [0, 1]: evidence matched by as much against it."""
        return 2.0 * min(self.belief, self.disbelief)

    @property
    def settled(self) -> float:
        """|b - d| in [0, 1]: evidence that nothing matches; settled + disputed + unknown = 1."""
        return abs(self.belief - self.disbelief)


class Evidence(NamedTuple):
    """The amount of evidence that an opinion stands for."""

    positive: float
    """r >= 0."""
    negative: float
    """s >= 0."""


def posterior(base_rate: float, supporting: float, opposing: float) -> float:
    """P = a(1 + E⁺)/(1 + a·E⁺ + (1 - a)·E⁻): the probability that weights for and against a claim make.

    Example:
        >>> posterior(0.5, 3.0, 0.0)
        0.8
    """
    whole = 1.0 + base_rate * supporting + (1.0 - base_rate) * opposing
    return base_rate * (1.0 + supporting) / whole


def opinion(base_rate: float, supporting: float, opposing: float) -> Opinion:
    """The opinion that weights of evidence for and against a claim make.

    Z = 1 + a·E⁺ + (1 - a)·E⁻, b = a·E⁺/Z, d = (1 - a)·E⁻/Z, u = 1/Z, P = a(1 + E⁺)/Z.

    Args:
        base_rate: a in (0, 1), the prior probability.
        supporting: E⁺ >= 0, the excess likelihood ratio for the claim.
        opposing: E⁻ >= 0, that against it.

    Example:
        >>> opinion(0.5, 3.0, 0.0).probability
        0.8
        >>> opinion(0.5, 3.0, 3.0).unknown
        0.25

    References:
        [josang-2016], equation 3.11 with W = 2, r = W·a·E⁺, s = W·(1 - a)·E⁻.
    """
    whole = 1.0 + base_rate * supporting + (1.0 - base_rate) * opposing
    return Opinion(
        belief=base_rate * supporting / whole,
        disbelief=(1.0 - base_rate) * opposing / whole,
        unknown=1.0 / whole,
        base_rate=base_rate,
        probability=base_rate * (1.0 + supporting) / whole,
    )


def binomial(belief: float, disbelief: float, unknown: float, base_rate: float = 0.5) -> Opinion:
    """The opinion (b, d, u, a), with P = b + a·u.

    Args:
        belief: b in [0, 1].
        disbelief: d in [0, 1].
        unknown: u in [0, 1]; b + d + u = 1 but for rounding.
        base_rate: a in [0, 1].

    Raises:
        OutOfRange: one of them is out of its range, or b + d + u is not 1.

    Example:
        >>> binomial(0.4, 0.2, 0.4, 0.9).probability
        0.76

    References:
        [josang-2016], definition 3.1 and equation 3.2.
    """
    row = (belief, disbelief, unknown, base_rate)
    if not all(isfinite(part) and 0.0 <= part <= 1.0 for part in row):
        raise OutOfRange(place="opinion", seen=shown(row), expected="four numbers from 0 to 1")
    if abs(belief + disbelief + unknown - 1.0) > _SLACK:
        raise OutOfRange(place="opinion", seen=shown(row), expected="b + d + u = 1")
    return Opinion(
        belief=belief,
        disbelief=disbelief,
        unknown=unknown,
        base_rate=base_rate,
        probability=min(1.0, belief + base_rate * unknown),
    )


def from_evidence(positive: float, negative: float, base_rate: float = 0.5) -> Opinion:
    """The opinion that evidence makes: b = r/(r + s + W), d = s/(r + s + W), u = W/(r + s + W), with W = 2.

    Args:
        positive: r >= 0.
        negative: s >= 0.
        base_rate: a in [0, 1].

    Raises:
        OutOfRange: r or s is below 0 or not finite, or a is out of its range.

    Example:
        >>> from_evidence(5.0, 1.0).belief
        0.625

    References:
        [josang-2016], equation 3.11.
    """
    if not (isfinite(positive) and isfinite(negative) and min(positive, negative) >= 0.0):
        raise OutOfRange(place="evidence", seen=shown((positive, negative)), expected="two numbers from 0")
    most = max(positive, negative, PRIOR_WEIGHT)
    r, s, w = positive / most, negative / most, PRIOR_WEIGHT / most
    whole = r + s + w
    return binomial(r / whole, s / whole, w / whole, base_rate)


def evidence_of(view: Opinion) -> Evidence:
    """The evidence that an opinion stands for: r = W·b/u, s = W·d/u, with W = 2.

    Raises:
        DogmaticOpinion: u = 0, which no finite amount of evidence makes.

    Example:
        >>> evidence_of(binomial(0.5, 0.25, 0.25))
        Evidence(positive=4.0, negative=2.0)

    References:
        [josang-2016], equation 3.11.
    """
    if view.unknown == 0.0:
        raise DogmaticOpinion
    return Evidence(PRIOR_WEIGHT * view.belief / view.unknown, PRIOR_WEIGHT * view.disbelief / view.unknown)


def complement(view: Opinion) -> Opinion:
    """The opinion on the negation: (d, b, u, 1 - a).

    Example:
        >>> complement(binomial(0.5, 0.25, 0.25, 0.75))
        Opinion(belief=0.25, disbelief=0.5, unknown=0.25, base_rate=0.25, probability=0.3125)

    References:
        [josang-2016], section 6.3.
    """
    return binomial(view.disbelief, view.belief, view.unknown, 1.0 - view.base_rate)


def weaken(view: Opinion, share: float) -> Opinion:
    """Let only a share of an opinion through: (p·b, p·d, 1 - p·(b + d), a).

    Args:
        view: the opinion.
        share: p in [0, 1].

    Example:
        >>> weaken(binomial(1.0, 0.0, 0.0), 0.75)
        Opinion(belief=0.75, disbelief=0.0, unknown=0.25, base_rate=0.5, probability=0.875)

    References:
        [josang-2016], definition 14.6.
    """
    belief, disbelief = share * view.belief, share * view.disbelief
    return binomial(belief, disbelief, max(0.0, 1.0 - belief - disbelief), view.base_rate)


def discount(view: Opinion, trust: Iterable[Opinion]) -> Opinion:
    """Discount an opinion over a whole chain of trust: the probability-sensitive discount.

    The share that gets through is the product of the projected probabilities of all edges. Discounting edge by edge
    would take trust in trust for knowledge and gives other numbers.

    Args:
        view: the opinion at the far end.
        trust: the opinions on the edges, in any order; without any, the opinion stays as it is.

    Example:
        >>> round(discount(binomial(0.95, 0.0, 0.05, 0.2), [binomial(0.0, 0.0, 1.0, 0.9)]).belief, 3)
        0.855

    Cost: n·log n in the edges, so that their order changes no bit.

    References:
        [josang-2016], definition 14.6, and section 14.3 for chains of several edges.
    """
    return weaken(view, prod(sorted(edge.probability for edge in trust)))


def maximise_uncertainty(view: Opinion) -> Opinion:
    """Leave as much unknown as the same P and base rate allow: u = min(P/a, (1 - P)/(1 - a)).

    Example:
        >>> maximise_uncertainty(binomial(0.5, 0.5, 0.0))
        Opinion(belief=0.0, disbelief=0.0, unknown=1.0, base_rate=0.5, probability=0.5)

    References:
        [josang-2016], section 3.5.6.
    """
    p, a = view.probability, view.base_rate
    if p == a:
        return binomial(0.0, 0.0, 1.0, a)
    if p > a:
        belief = (p - a) / (1.0 - a)
        return binomial(belief, 0.0, 1.0 - belief, a)
    disbelief = (a - p) / a
    return binomial(0.0, disbelief, 1.0 - disbelief, a)


def conflict(one: Opinion, other: Opinion) -> float:
    """The degree of conflict, DC = |P - P'|·(1 - u)·(1 - u'), in [0, 1].

    Example:
        >>> round(conflict(binomial(0.9, 0.1, 0.0), binomial(0.1, 0.9, 0.0)), 3)
        0.8

    References:
        [josang-2016], section 4.8.
    """
    certainty = (1.0 - one.unknown) * (1.0 - other.unknown)
    return abs(one.probability - other.probability) * certainty
