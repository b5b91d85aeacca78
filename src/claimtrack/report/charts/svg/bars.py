"""Belief, disbelief and what is not known: a bar a claim, the three shares one after the other."""

from claimtrack.report.charts.pictures import Bars
from claimtrack.report.charts.svg.drawing import LINE, fitting, framed, lettered
from claimtrack.scales.words import per_cent

_WIDE, _ROW, _BAR = 640.0, 46.0, 16.0
_LABEL = 92
_ROOM = 0.055
"""The smallest share whose number fits into its part of the bar."""
_PARTS = (("believed", "belief"), ("disbelieved", "disbelief"), ("not known", "unknown"))


def bars_svg(picture: Bars, number: int) -> str:
    """The bars, with a legend."""
    legend = "".join(
        f'<rect class="{kind}" x="{place * 130.0 + 1.0:.1f}" y="3" width="14" height="12"/>'
        + lettered([name], place * 130.0 + 22.0, 13.0, anchor="start")
        for place, (name, kind) in enumerate(_PARTS)
    )
    rows = "".join(_bar(picture, place) for place in range(len(picture.bars)))
    height = 30.0 + _ROW * len(picture.bars)
    title = "; ".join(
        f"{bar.label} believed {per_cent(bar.belief)}, disbelieved {per_cent(bar.disbelief)}, "
        f"not known {per_cent(bar.unknown)}"
        for bar in picture.bars
    )
    return framed(_WIDE, height, title, number, legend + rows, kind="bars")


def _bar(picture: Bars, place: int) -> str:
    bar, top = picture.bars[place], 30.0 + _ROW * place
    drawn = lettered([fitting(bar.label, _LABEL)], 0.0, top + 10.0, anchor="start")
    left = 1.0
    for kind, value in (("belief", bar.belief), ("disbelief", bar.disbelief), ("unknown", bar.unknown)):
        width = (_WIDE - 2.0) * value
        drawn += f'<rect class="{kind}" x="{left:.1f}" y="{top + LINE:.1f}" width="{width:.1f}" height="{_BAR}"/>'
        if value >= _ROOM:
            drawn += lettered([per_cent(value)], left + width / 2.0, top + LINE + 12.0, kind=f"on-{kind}")
        left += width
    return drawn
