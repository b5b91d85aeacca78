"""Calibration: whether what we called likely came true as often as we said."""

from collections.abc import Iterable
from math import fsum

from claimtrack._record import record
from claimtrack.tracking.forecasts import Forecast
from claimtrack.tracking.shares import Share
from claimtrack.values.scales import LikelihoodScale, likelihood_scale

__all__ = ["Bin", "Calibration", "calibration"]


@record
class Bin:
    """The claims that were given one likelihood word."""

    word: str
    """The word."""
    low: float
    """Where the word begins, in [0, 1]."""
    high: float
    """Where it ends."""
    mean: float
    """The mean of P over these claims."""
    true: Share
    """How many of them came true."""


@record
class Calibration:
    """How well past judgments fit what became known."""

    forecasts: tuple[Forecast, ...]
    """The judgments."""
    brier: float | None
    """The mean of (P - outcome) squared, in [0, 1]: 0 is perfect, .25 what always saying one half gives."""
    base_rate: float | None
    """The share that came true; always giving that would have a Brier score of base rate times (1 - base rate)."""
    bins: tuple[Bin, ...]
    """For each word that was given, in rising order, how many came true."""

    @property
    def reference(self) -> float | None:
        """The Brier score of always giving the base rate, known only afterwards; None without forecasts."""
        return None if self.base_rate is None else self.base_rate * (1.0 - self.base_rate)


def calibration(made: Iterable[Forecast], *, words: LikelihoodScale | str = "icd203") -> Calibration:
    """How well judgments fit what became known.

    Args:
        made: the judgments, as `forecasts` gives them.
        words: the likelihood scale of their words.

    Cost: linear in the judgments.

    Example:
        >>> said = Forecast(claim="fell", probability=0.8, word="likely", came_true=True)
        >>> round(calibration([said]).brier, 2)
        0.04

    References:
        [brier-1950], of which this is half: the score of one event instead of the sum over both outcomes.
        [murphy-1973], for the reliability of the bins.
    """
    rows = tuple(made)
    scale = likelihood_scale(words) if isinstance(words, str) else words
    if not rows:
        return Calibration(forecasts=(), brier=None, base_rate=None, bins=())
    bins = []
    for term in scale.terms:
        mine = [row for row in rows if row.word == term.label]
        if mine:
            mean = fsum(row.probability for row in mine) / len(mine)
            true = Share(sum(row.came_true for row in mine), len(mine))
            bins.append(Bin(word=term.label, low=term.low, high=term.high, mean=mean, true=true))
    return Calibration(
        forecasts=rows,
        brier=fsum((row.probability - row.came_true) ** 2 for row in rows) / len(rows),
        base_rate=sum(row.came_true for row in rows) / len(rows),
        bins=tuple(bins),
    )
