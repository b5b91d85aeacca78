"""A likelihood scale: where each word begins and ends."""

from claimtrack.report.charts.pictures import Ruler
from claimtrack.report.charts.svg.drawing import framed, lettered
from claimtrack.scales.words import per_cent

_LEFT, _RIGHT, _ROW = 210.0, 430.0, 22.0
_QUARTERS = 4


def ruler_svg(picture: Ruler, number: int) -> str:
    """The words one under the other, each with its bar on a line from 0 to 100 %."""
    height = 26.0 + _ROW * len(picture.zones)
    drawn = "".join(
        f'<line class="tick" x1="{x:.1f}" y1="20" x2="{x:.1f}" y2="{height:.1f}"/>'
        + lettered([per_cent(place / _QUARTERS)], x, 13.0, kind="soft")
        for place in range(_QUARTERS + 1)
        for x in (_LEFT + (_RIGHT - 24.0) * place / _QUARTERS,)
    )
    for place, zone in enumerate(picture.zones):
        y = 26.0 + _ROW * place
        x, width = _LEFT + (_RIGHT - 24.0) * zone.low, (_RIGHT - 24.0) * (zone.high - zone.low)
        drawn += lettered([zone.word], _LEFT - 12.0, y + 12.0, anchor="end")
        drawn += f'<rect class="band" x="{x:.1f}" y="{y + 2.0:.1f}" width="{max(width, 2.0):.1f}" height="13"/>'
    title = f"{picture.name}: " + "; ".join(
        f"{zone.word} from {per_cent(zone.low)} to {per_cent(zone.high)}" for zone in picture.zones
    )
    return framed(_LEFT + _RIGHT, height, title, number, drawn, kind="ruler")
