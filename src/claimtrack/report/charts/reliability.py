"""How often what was given each likelihood word came true."""

from claimtrack.report.blocks import Figure, Table
from claimtrack.report.charts.pictures import Dot, Reliability
from claimtrack.scales.words import per_cent
from claimtrack.tracking.calibration import Calibration


def reliability_figure(found: Calibration) -> Figure:
    """How often what was given each word came true."""
    return Figure(
        caption="For each word: the mean probability that was given, and the share that came true, with its interval "
        "at 95 %. On the dashed line, as much came true as was said. The number is how many there were.",
        picture=Reliability(
            dots=tuple(
                Dot(
                    word=one.word,
                    mean=one.mean,
                    true=one.true.so / one.true.of,
                    low=one.true.low,
                    high=one.true.high,
                    count=one.true.of,
                )
                for one in found.bins
            )
        ),
        words=Table(
            headings=("Word", "Claims", "Came true", "Share", "Interval", "Mean given"),
            rows=tuple(
                (
                    one.word,
                    str(one.true.of),
                    str(one.true.so),
                    per_cent(one.true.so / one.true.of),
                    f"{per_cent(one.true.low)} to {per_cent(one.true.high)}",
                    per_cent(one.mean),
                )
                for one in found.bins
            ),
        ),
    )
