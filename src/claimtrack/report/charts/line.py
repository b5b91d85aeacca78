"""How a claim's probability went: a step at each change, with its bounds, over the words of the scale."""

from collections.abc import Sequence
from math import ceil

from claimtrack._records import record
from claimtrack.analysis.sentences import tell_status
from claimtrack.report.blocks import Figure, Table, Zone
from claimtrack.report.charts.drawing import (
    SMALL,
    WIDE,
    cut,
    draw_circle,
    draw_line,
    draw_rectangle,
    frame,
    measure,
    write,
)
from claimtrack.report.charts.strip import zones_of
from claimtrack.report.markup import Markup, element
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Score

_MOST = 36
"""How many stops a picture can hold; of more, the first and the last ones are kept."""
_LEFT, _TOP, _HIGH = 124.0, 16.0, 260.0
_MARGIN = 12.0
_TEXT_HEIGHT = 11.0


@record
class Stop:
    """A probability from one change to the next."""

    label: str
    """The time, as it is to be written, unescaped."""
    low: float
    """Lower bound."""
    probability: float
    """P."""
    high: float
    """Upper bound."""
    marked: bool
    """Whether no reader should miss what happened then."""


@record
class LineChart:
    """The course of a probability, stop by stop."""

    stops: tuple[Stop, ...]
    """The stops, the earliest first."""
    zones: tuple[Zone, ...]
    """The words of the scale."""

    def draw(self, number: int, *, wide: float = WIDE) -> Markup:
        """The stops as SVG, from left to right, each holding until the next."""
        step = (wide - _LEFT - 8.0) / max(len(self.stops), 1)
        stops = [(_LEFT + step * place, stop) for place, stop in enumerate(self.stops)]
        bottom = _y(0.0)
        drawn = [draw_line("axis", _LEFT, bottom, wide, bottom)]
        drawn += [
            draw_line("tick", _LEFT, _y(edge), wide, _y(edge))
            for edge in sorted({edge for zone in self.zones for edge in (zone.low, zone.high)})
        ]
        drawn += [
            write(cut(zone.word, _LEFT - 8.0), x=_LEFT - 8.0, y=_y((zone.low + zone.high) / 2.0) + 4.0, anchor="end")
            for zone in self.zones
            if (zone.high - zone.low) * _HIGH >= _TEXT_HEIGHT
        ]
        drawn += [
            draw_rectangle("band", x, _y(stop.high), step, max(_y(stop.low) - _y(stop.high), 1.0)) for x, stop in stops
        ]
        points = " ".join(
            f"{x:.1f},{_y(stop.probability):.1f} {x + step:.1f},{_y(stop.probability):.1f}" for x, stop in stops
        )
        drawn.append(element("polyline", class_="edge", points=points))
        drawn += [draw_circle("asserts sure", x, _y(stop.probability), 4) for x, stop in stops if stop.marked]
        # Only as many times are written under the axis as fit beside each other.
        widest = max((measure(stop.label, SMALL) for stop in self.stops), default=1.0)
        room = min(widest, wide - _LEFT) + 10.0
        for x, stop in stops[:: ceil(room / step)]:
            if x + room <= wide + _MARGIN:
                drawn.append(draw_line("axis", x, bottom, x, bottom + 5.0))
                drawn.append(
                    write(cut(stop.label, wide - x, size=SMALL), x=x, y=bottom + 18.0, kind="soft", anchor="start")
                )
        title = "; ".join(
            f"{stop.label}: {per_cent(stop.probability)}, from {per_cent(stop.low)} to {per_cent(stop.high)}"
            for stop in self.stops
        )
        return frame("course", title, number, *drawn, width=wide, height=bottom + 28.0)


def _y(share: float) -> float:
    return _TOP + _HIGH * (1.0 - share)


def chart_line(stops: Sequence[tuple[str, Score, bool]], scale: LikelihoodScale) -> Figure:
    """Show a claim's probability over time.

    Args:
        stops: the time of each change, the score from then on, and whether it is to be marked.
        scale: the words of the axis.
    """
    kept = [*stops] if len(stops) <= _MOST else [stops[0], *stops[1 - _MOST :]]
    left = len(stops) - len(kept)
    less = f" The {left} changes after the first are left out of the picture." if left else ""
    return Figure(
        caption="The probability from each change to the next, as a line, with its bounds as a band, over the words of "
        f"the scale. A dot marks a change of word or status, or the loss of the last independent origin.{less}",
        picture=LineChart(
            stops=tuple(
                Stop(label=label, low=score.low, probability=score.probability, high=score.high, marked=marked)
                for label, score, marked in kept
            ),
            zones=zones_of(scale),
        ),
        words=Table(
            headings=("When", "Probability", "From", "To", "Word", "Status"),
            rows=tuple(
                (label, *map(per_cent, (score.probability, score.low, score.high)), score.word, tell_status(score))
                for label, score, _ in stops
            ),
        ),
    )
