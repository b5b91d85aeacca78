"""The multinomial opinion: belief divided among several values of which exactly one is true."""

from collections.abc import Sequence
from math import fsum, isfinite

from claimtrack._records import constant_record
from claimtrack.errors.base import shown
from claimtrack.errors.failures import DogmaticOpinion, SizesDiffer
from claimtrack.errors.problems import OutOfRange, TooFew
from claimtrack.subjective_logic.opinions import PRIOR_WEIGHT

_SLACK = 1e-9


@constant_record
class Multinomial:
    """A multinomial opinion over k values; the beliefs and unknown add up to 1, and so do the base rates."""

    beliefs: tuple[float, ...]
    """b of each value, in [0, 1]."""
    unknown: float
    """u in [0, 1]: the share on which there is no evidence."""
    base_rates: tuple[float, ...]
    """a of each value, in [0, 1]: its probability without any evidence."""

    @property
    def probabilities(self) -> tuple[float, ...]:
        """P = b + a·u of each value, in [0, 1] [josang-2016, equation 3.12]."""
        pairs = zip(self.beliefs, self.base_rates, strict=True)
        return tuple(min(1.0, b + a * self.unknown) for b, a in pairs)


def multinomial(beliefs: Sequence[float], unknown: float, base_rates: Sequence[float] | None = None) -> Multinomial:
    """The multinomial opinion with these beliefs.

    Args:
        beliefs: b of each of k values, in [0, 1]; k >= 2.
        unknown: u in [0, 1]; the beliefs and it add up to 1 but for rounding.
        base_rates: a of each value, adding up to 1; None shares equally.

    Raises:
        OutOfRange: a number is out of its range, or a sum is not 1.
        TooFew: there are fewer than two values.
        SizesDiffer: there are not as many base rates as beliefs.

    Example:
        >>> multinomial([0.5, 0.0, 0.0, 0.0], 0.5).probabilities
        (0.625, 0.125, 0.125, 0.125)

    References:
        [josang-2016], definition 3.4.
    """
    size = len(beliefs)
    rates = [1.0 / size] * size if base_rates is None and size else list(base_rates or ())
    if size < 2:  # noqa: PLR2004
        raise TooFew(place="beliefs", seen=size, expected="at least 2")
    if len(rates) != size:
        raise SizesDiffer(what="beliefs and base rates", sizes=(size, len(rates)))
    if not all(isfinite(part) and 0.0 <= part <= 1.0 for part in (*beliefs, unknown, *rates)):
        seen = shown((*beliefs, unknown, *rates))
        raise OutOfRange(place="opinion", seen=seen, expected="numbers from 0 to 1")
    for what, total in (("beliefs and unknown", fsum((*beliefs, unknown))), ("base rates", fsum(rates))):
        if abs(total - 1.0) > _SLACK:
            raise OutOfRange(place=what, seen=shown(total), expected="a sum of 1")
    return Multinomial(beliefs=tuple(beliefs), unknown=unknown, base_rates=tuple(rates))


def from_counts(evidence: Sequence[float], base_rates: Sequence[float] | None = None) -> Multinomial:
    """The opinion that evidence for each value makes: b = r/(Σr + W), u = W/(Σr + W), with W = 2.

    Args:
        evidence: r >= 0 of each value.
        base_rates: a of each value; None shares equally.

    Raises:
        OutOfRange: r is below 0 or not finite, or the base rates are out of their range.

    Example:
        >>> from_counts([2.0, 0.0, 0.0]).beliefs
        (0.5, 0.0, 0.0)

    References:
        [josang-2016], equation 3.23.
    """
    if not all(isfinite(part) and part >= 0.0 for part in evidence):
        raise OutOfRange(place="evidence", seen=shown(tuple(evidence)), expected="numbers from 0")
    most = max((*evidence, PRIOR_WEIGHT))
    rows = [part / most for part in evidence]
    whole = fsum((*rows, PRIOR_WEIGHT / most))
    return multinomial([part / whole for part in rows], PRIOR_WEIGHT / most / whole, base_rates)


def evidence_for(view: Multinomial) -> tuple[float, ...]:
    """The evidence for each value that an opinion stands for: r = W·b/u, with W = 2.

    Raises:
        DogmaticOpinion: u = 0, which no finite amount of evidence makes.

    Example:
        >>> evidence_for(multinomial([0.5, 0.25, 0.0], 0.25))
        (4.0, 2.0, 0.0)

    References:
        [josang-2016], equation 3.23.
    """
    if view.unknown == 0.0:
        raise DogmaticOpinion
    return tuple(PRIOR_WEIGHT * belief / view.unknown for belief in view.beliefs)


def maximise_multinomial_uncertainty(view: Multinomial) -> Multinomial:
    """Leave as much unknown as the same probabilities and base rates allow: u = min P/a.

    Example:
        >>> maximise_multinomial_uncertainty(multinomial([0.5, 0.5], 0.0)).unknown
        1.0

    References:
        [josang-2016], section 3.5.6.
    """
    pairs = list(zip(view.probabilities, view.base_rates, strict=True))
    most = min((1.0, *(p / a for p, a in pairs if a > 0.0)))
    return multinomial([max(0.0, p - a * most) for p, a in pairs], most, view.base_rates)


def multinomial_conflict(one: Multinomial, other: Multinomial) -> float:
    """The degree of conflict, DC = ½·Σ|P - P'|·(1 - u)·(1 - u'), in [0, 1].

    Raises:
        SizesDiffer: the opinions are about different numbers of values.

    Example:
        >>> multinomial_conflict(multinomial([1.0, 0.0, 0.0], 0.0), multinomial([0.0, 0.0, 1.0], 0.0))
        1.0

    References:
        [josang-2016], section 4.8.
    """
    if len(one.beliefs) != len(other.beliefs):
        raise SizesDiffer(what="values of the opinions", sizes=(len(one.beliefs), len(other.beliefs)))
    apart = fsum(abs(p - q) for p, q in zip(one.probabilities, other.probabilities, strict=True)) / 2.0
    return apart * (1.0 - one.unknown) * (1.0 - other.unknown)
