"""Calibration: whether claims that we called likely came true as often as we said.

A forecast is our last judgment of a claim before it became known whether it is true.
"""

from collections.abc import Iterable
from math import fsum

from claimtrack._records import record
from claimtrack.history.events import Event, Resolved
from claimtrack.history.replay import in_order, state_of, time_of
from claimtrack.model.casebook import Casebook
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.load import likelihood_scale
from claimtrack.scoring.protocol import Method
from claimtrack.tracking.as_of import RelevantEvents, look_of
from claimtrack.tracking.track_record import Proportion, outcomes


@record
class Forecast:
    """Our last judgment of a claim before it became known whether it is true."""

    claim: str
    """Id of the claim."""
    probability: float
    """P as we gave it."""
    word: str
    """The likelihood word that went with it."""
    came_true: bool
    """Whether the claim is true."""


def collect_forecasts(
    events: Iterable[Event],
    *,
    audience: str = "internal",
    key: str | None = None,
    now: Casebook | None = None,
    method: Method | None = None,
    words: LikelihoodScale | str = "icd203",
) -> tuple[Forecast, ...]:
    """Our last judgment of each claim that was resolved, from what we had learned until then.

    The judgments are made anew by a method from what was known then; for the public, from what may be published of it.
    Claims without any statement are left out, since nobody judged them.

    Args:
        events: what happened, as `replay` takes it.
        audience: `internal` or `public`.
        key: as in `for_audience`.
        now: the whole casebook as it is now, with private fields; None takes what the events make.
        method: how to score; None takes the default method.
        words: the likelihood scale.

    Raises:
        InvalidCasebook: the records that the events make contradict each other.

    Cost: linear in the events; then, for each resolved claim, a run of the method on what bears on it.
    """
    rows = in_order(events)
    look = look_of(state_of(rows), audience=audience, key=key, now=now, method=method, words=words)
    known, first = outcomes(look.now.whole, look.state.resolutions), _resolved_by(look.now.whole, rows)
    relevant = RelevantEvents(rows)
    found = []
    for claim, shown in look.now.claim_ids.items():
        if claim in known:
            limit = time_of(first[claim])
            before = (event for event in relevant.bearing_on(claim) if time_of(event) < limit)
            judged = look.scored(state_of(before), claim)
            if judged is not None and judged[1].estimate.judged and judged[1].counts.statements:
                score = judged[1]
                found.append(
                    Forecast(claim=shown, probability=score.probability, word=score.word, came_true=known[claim])
                )
    return tuple(found)


def _resolved_by(book: Casebook, rows: Iterable[Event]) -> dict[str, Event]:
    """The first event that said how each claim, or a rival of it, turned out."""
    first: dict[str, Event] = {}
    for event in rows:
        if isinstance(event.what, Resolved) and event.what.outcome != "open":
            first.setdefault(event.what.id, event)
    for question in book.questions:
        known = [first[claim] for claim in question.claims if claim in first]
        for claim in question.claims if known else ():
            first.setdefault(claim, min(known, key=time_of))
    return first


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
    true: Proportion
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


def measure_calibration(made: Iterable[Forecast], *, words: LikelihoodScale | str = "icd203") -> Calibration:
    """Measure how well judgments fit what became known.

    Args:
        made: the judgments, as `forecasts` gives them.
        words: the likelihood scale of their words.

    Cost: linear in the judgments.

    Example:
        >>> said = Forecast(claim="fell", probability=0.8, word="likely", came_true=True)
        >>> round(measure_calibration([said]).brier, 2)
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
            true = Proportion(sum(row.came_true for row in mine), len(mine))
            bins.append(Bin(word=term.label, low=term.low, high=term.high, mean=mean, true=true))
    return Calibration(
        forecasts=rows,
        brier=fsum((row.probability - row.came_true) ** 2 for row in rows) / len(rows),
        base_rate=sum(row.came_true for row in rows) / len(rows),
        bins=tuple(bins),
    )
