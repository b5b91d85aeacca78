"""Pictures as inline SVG; each has a title that says what it shows, so that nobody needs to see it."""

from html import escape

from claimtrack.report.report import Strip

__all__ = ["strip_svg"]

_WIDE, _HIGH, _LINE = 600.0, 28.0, 14.0
_TENTHS = 10


def strip_svg(strip: Strip, number: int) -> str:
    """A probability and its bounds on a line from 0 to 100 %.

    Args:
        strip: what to draw.
        number: a number of its own on the page, for the ids that name its title.
    """
    low, here, high = (_WIDE * value for value in (strip.low, strip.probability, strip.high))
    shares = [f"{value:.0%}".replace("%", " %") for value in (strip.low, strip.probability, strip.high)]
    title = f"{shares[1]}, with bounds from {shares[0]} to {shares[2]}"
    ticks = "".join(
        f'<line class="tick" x1="{x:.1f}" y1="{_LINE - 6}" x2="{x:.1f}" y2="{_LINE + 6}"/>'
        for x in (_WIDE * place / _TENTHS for place in range(_TENTHS + 1))
    )
    return (
        f'<svg viewBox="0 0 {_WIDE:.0f} {_HIGH:.0f}" preserveAspectRatio="none" role="img" '
        f'aria-labelledby="strip-{number}"><title id="strip-{number}">{escape(title)}</title>{ticks}'
        f'<line class="axis" x1="0" y1="{_LINE}" x2="{_WIDE}" y2="{_LINE}"/>'
        f'<rect class="band" x="{low:.1f}" y="{_LINE - 7}" width="{max(high - low, 1.0):.1f}" height="14"/>'
        f'<rect class="here" x="{min(max(here - 3.0, 0.0), _WIDE - 6.0):.1f}" y="{_LINE - 12}" width="6" height="24"/>'
        "</svg>"
    )
