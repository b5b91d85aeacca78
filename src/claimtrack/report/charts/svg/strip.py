"""A probability and its bounds on a line from 0 to 100 %, over the words of its scale."""

from claimtrack.report.charts.pictures import Strip
from claimtrack.report.render.escaping import safe
from claimtrack.scales.words import per_cent

_WIDE, _HIGH, _LINE = 600.0, 28.0, 14.0
_TENTHS = 10


def strip_svg(strip: Strip, number: int) -> str:
    """A probability and its bounds; where the strip has zones, the one that holds it is shaded.

    Args:
        strip: what to draw.
        number: a number of its own on the page, for the id that names its title.
    """
    low, here, high = (_WIDE * value for value in (strip.low, strip.probability, strip.high))
    title = f"{per_cent(strip.probability)}, with bounds from {per_cent(strip.low)} to {per_cent(strip.high)}"
    edges = sorted({edge for zone in strip.zones for edge in (zone.low, zone.high)})
    places = edges or [place / _TENTHS for place in range(_TENTHS + 1)]
    ticks = "".join(
        f'<line class="tick" x1="{_WIDE * x:.1f}" y1="{_LINE - 7}" x2="{_WIDE * x:.1f}" y2="{_LINE + 7}"/>'
        for x in places
    )
    zone = strip.zone
    left, right = (_WIDE * zone.low, _WIDE * zone.high) if zone else (0.0, 0.0)
    shade = f'<rect class="zone" x="{left:.1f}" y="1" width="{right - left:.1f}" height="26"/>' if zone else ""
    return (
        f'<svg class="line" viewBox="0 0 {_WIDE:.0f} {_HIGH:.0f}" preserveAspectRatio="none" role="img" '
        f'aria-labelledby="picture-{number}"><title id="picture-{number}">{safe(title)}</title>{shade}{ticks}'
        f'<line class="axis" x1="0" y1="{_LINE}" x2="{_WIDE}" y2="{_LINE}"/>'
        f'<rect class="band" x="{low:.1f}" y="{_LINE - 5}" width="{max(high - low, 1.0):.1f}" height="10"/>'
        f'<rect class="here" x="{min(max(here - 3.0, 0.0), _WIDE - 6.0):.1f}" y="{_LINE - 12}" width="6" height="24"/>'
        "</svg>"
    )
