"""How a claim's probability went, change by change."""

from collections.abc import Sequence

from claimtrack.report.blocks import Figure, Table
from claimtrack.report.charts.bars import zones_of
from claimtrack.report.charts.pictures import Course, Stop
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Score

_MOST = 36
"""So many stops a picture can hold; of more, the first is kept and the last."""


def course_figure(stops: Sequence[tuple[str, Score, bool]], scale: LikelihoodScale) -> Figure:
    """A claim's probability over time: when, the score from then on, and whether it is to be marked."""
    kept = [*stops] if len(stops) <= _MOST else [stops[0], *stops[1 - _MOST :]]
    left = len(stops) - len(kept)
    less = f" The {left} changes after the first are left out of the picture." if left else ""
    return Figure(
        caption="The probability from each change to the next, as a line, with its bounds as a band, over the words of "
        f"the scale. A dot marks a change of word or status, or the loss of the last established origin.{less}",
        picture=Course(
            stops=tuple(
                Stop(label=label, low=score.low, probability=score.probability, high=score.high, marked=marked)
                for label, score, marked in kept
            ),
            zones=zones_of(scale),
        ),
        words=Table(
            headings=("When", "Probability", "From", "To", "Word", "Status"),
            rows=tuple(
                (
                    label,
                    per_cent(score.probability),
                    per_cent(score.low),
                    per_cent(score.high),
                    score.word,
                    score.status,
                )
                for label, score, _ in stops
            ),
        ),
    )
