"""The figures of a report as one SVG by itself, with its colours for light, dark and print."""

from claimtrack._packaged import read_packaged
from claimtrack.report.blocks import Figure, Report
from claimtrack.report.charts.drawing import LINE, SMALL, WIDE, draw_rectangle, wrap, write
from claimtrack.report.markup import Markup, element

_MARGIN, _TITLE, _BELOW = 20.0, 24.0, 34.0


def render_svg(report: Report) -> str:
    """Render the figures of a report one under the other, with the line that says who they are for."""
    inside: list[Markup] = []
    y = _MARGIN
    if report.warning:
        inside.append(write(report.warning, x=_MARGIN, y=y + 12.0, anchor="start", kind="strong"))
        y += _TITLE
    figures = [(section.title, one) for section in report.sections for one in section.blocks if isinstance(one, Figure)]
    for number, (title, figure) in enumerate(figures, start=1):
        lines = wrap(title, WIDE, most=2, bold=True)
        inside.append(write(*lines, x=_MARGIN, y=y + 12.0, anchor="start", kind="strong"))
        y += LINE * len(lines) + 10.0
        drawn = figure.picture.draw(number)
        inside.append(element("g", drawn, transform=f"translate({_MARGIN:.0f} {y:.0f})"))
        y += _height_of(drawn) + _BELOW
    for line in wrap(report.made_from, WIDE, most=2, size=SMALL):
        inside.append(write(line, x=_MARGIN, y=y, anchor="start", kind="soft"))
        y += LINE
    wide = WIDE + 2.0 * _MARGIN
    style = Markup("\n" + read_packaged("claimtrack.report.charts", "pictures.css"))
    return (
        element(
            "svg",
            element("style", style),
            draw_rectangle("paper", 0, 0, wide, y + _MARGIN),
            *inside,
            xmlns="http://www.w3.org/2000/svg",
            class_="claimtrack",
            viewBox=f"0 0 {wide:.0f} {y + _MARGIN:.0f}",
            width=f"{wide:.0f}",
            height=f"{y + _MARGIN:.0f}",
        )
        + "\n"
    )


def _height_of(drawn: Markup) -> float:
    return float(drawn.partition(' height="')[2].partition('"')[0])
