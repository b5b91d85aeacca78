"""Whether what was called likely came true as often: a dot for each word, on the line where all is as was said."""

from claimtrack.report.charts.pictures import Dot, Reliability
from claimtrack.report.charts.svg.drawing import framed, lettered
from claimtrack.scales.words import per_cent

_WIDE, _LEFT, _TOP, _SIDE = 640.0, 150.0, 16.0, 300.0
_QUARTERS = 4


def reliability_svg(picture: Reliability, number: int) -> str:
    """What was given from the left to the right, what came true from the bottom to the top."""
    drawn = ""
    for place in range(_QUARTERS + 1):
        share = place / _QUARTERS
        drawn += f'<line class="tick" x1="{_x(share):.1f}" y1="{_TOP}" x2="{_x(share):.1f}" y2="{_y(0.0):.1f}"/>'
        drawn += f'<line class="tick" x1="{_LEFT}" y1="{_y(share):.1f}" x2="{_x(1.0):.1f}" y2="{_y(share):.1f}"/>'
        drawn += lettered([per_cent(share)], _x(share), _y(0.0) + 16.0, kind="soft")
        drawn += lettered([per_cent(share)], _LEFT - 8.0, _y(share) + 4.0, kind="soft", anchor="end")
    drawn += f'<line class="axis unsure" x1="{_LEFT}" y1="{_y(0.0):.1f}" x2="{_x(1.0):.1f}" y2="{_TOP}"/>'
    drawn += lettered(["what came true"], _LEFT - 48.0, _y(0.5) + 4.0, anchor="end")
    drawn += lettered(["the probability that was given"], _x(0.5), _y(0.0) + 32.0)
    drawn += "".join(map(_dot, picture.dots))
    title = "; ".join(
        f"{dot.word}: given {per_cent(dot.mean)}, came true {per_cent(dot.true)} of {dot.count}" for dot in picture.dots
    )
    return framed(_WIDE, _TOP + _SIDE + 42.0, title, number, drawn, kind="reliability")


def _x(share: float) -> float:
    return _LEFT + _SIDE * share


def _y(share: float) -> float:
    return _TOP + _SIDE * (1.0 - share)


def _dot(dot: Dot) -> str:
    x = _x(dot.mean)
    line = f'<line class="axis" x1="{x:.1f}" y1="{_y(dot.low):.1f}" x2="{x:.1f}" y2="{_y(dot.high):.1f}"/>'
    mark = f'<circle class="asserts sure" cx="{x:.1f}" cy="{_y(dot.true):.1f}" r="5"/>'
    return line + mark + lettered([f"{dot.count}"], x + 9.0, _y(dot.true) - 6.0, anchor="start", kind="strong")
