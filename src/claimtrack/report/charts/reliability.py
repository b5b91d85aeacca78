"""Whether what was called likely came true as often as was said: one dot per likelihood word."""

from claimtrack._records import record
from claimtrack.report.blocks import Figure, Table
from claimtrack.report.charts.drawing import WIDE, draw_circle, draw_line, frame, write
from claimtrack.report.markup import Markup
from claimtrack.scales.words import per_cent
from claimtrack.tracking.calibration import Calibration

_LEFT, _TOP, _SIDE = 60.0, 24.0, 270.0
_QUARTERS = 4


@record
class ReliabilityDot:
    """A likelihood word and how often it came true."""

    word: str
    """The word, unescaped."""
    mean: float
    """The mean probability that was given, in [0, 1]."""
    true: float
    """The share that came true, in [0, 1]."""
    low: float
    """Lower end of the interval of that share."""
    high: float
    """Upper end of it."""
    count: int
    """How many judgments it was given to."""


@record
class ReliabilityChart:
    """Given probability against the share that came true."""

    dots: tuple[ReliabilityDot, ...]
    """A dot for each word, in rising order."""

    def draw(self, number: int, *, wide: float = WIDE) -> Markup:
        """The dots as SVG: what was given from left to right, what came true from bottom to top."""
        drawn: list[Markup] = []
        for share in (place / _QUARTERS for place in range(_QUARTERS + 1)):
            drawn += [
                draw_line("tick", _x(share), _TOP, _x(share), _y(0.0)),
                draw_line("tick", _LEFT, _y(share), _x(1.0), _y(share)),
                write(per_cent(share), x=_x(share), y=_y(0.0) + 16.0, kind="soft"),
                write(per_cent(share), x=_LEFT - 8.0, y=_y(share) + 4.0, kind="soft", anchor="end"),
            ]
        drawn += [
            draw_line("axis unsure", _LEFT, _y(0.0), _x(1.0), _TOP),
            write("what came true", x=0.0, y=12.0, anchor="start"),
            write("the probability that was given", x=_x(0.5), y=_y(0.0) + 32.0),
        ]
        for dot in self.dots:
            x, y = _x(dot.mean), _y(dot.true)
            drawn += [
                draw_line("axis", x, _y(dot.low), x, _y(dot.high)),
                draw_circle("asserts sure", x, y, 5),
                write(str(dot.count), x=x + 9.0, y=y - 6.0, anchor="start", kind="strong"),
            ]
        title = "; ".join(
            f"{dot.word}: given {per_cent(dot.mean)}, came true {per_cent(dot.true)} of {dot.count}"
            for dot in self.dots
        )
        return frame("reliability", title, number, *drawn, width=wide, height=_TOP + _SIDE + 42.0)


def _x(share: float) -> float:
    return _LEFT + _SIDE * share


def _y(share: float) -> float:
    return _TOP + _SIDE * (1.0 - share)


def chart_reliability(calibration: Calibration) -> Figure:
    """Show how often claims that were given each likelihood word came true."""
    dots = tuple(
        ReliabilityDot(
            word=one.word,
            mean=one.mean,
            true=one.true.so / one.true.of,
            low=one.true.low,
            high=one.true.high,
            count=one.true.of,
        )
        for one in calibration.bins
    )
    return Figure(
        caption="For each word: the mean probability that was given, and the share that came true, with its interval "
        "at 95 %. On the dashed line, as much came true as was said. The number is how many there were.",
        picture=ReliabilityChart(dots=dots),
        words=Table(
            headings=("Word", "Claims", "Came true", "Share", "Interval", "Mean given"),
            rows=tuple(
                (
                    one.word,
                    str(one.true.of),
                    str(one.true.so),
                    per_cent(dot.true),
                    f"{per_cent(dot.low)} to {per_cent(dot.high)}",
                    per_cent(dot.mean),
                )
                for one, dot in zip(calibration.bins, dots, strict=True)
            ),
        ),
    )
