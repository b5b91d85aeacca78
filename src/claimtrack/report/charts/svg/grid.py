"""Who says what: origins down, claims across, a circle where the two meet."""

from claimtrack.report.charts.pictures import Cell, Grid
from claimtrack.report.charts.svg.drawing import CHARACTER, LINE, fitting, framed, lettered, wrapped

_LEFT, _COLUMN, _ROW = 300.0, 68.0, 30.0
_BOTH = (-22.0, 12.0)
"""Where two circles stand in a cell, so that the number behind the first is free."""
_NAME = int(_LEFT / CHARACTER)
_LEGEND = 100


def grid_svg(picture: Grid, number: int) -> str:
    """The grid with its columns numbered, and what each number stands for under it."""
    wide = max(_LEFT + _COLUMN * len(picture.columns), 640.0)
    drawn = "".join(
        lettered([f"({place + 1})"], _LEFT + _COLUMN * (place + 0.5), 14.0, kind="strong")
        for place in range(len(picture.columns))
    )
    for place, (who, cells) in enumerate(picture.rows):
        y = 24.0 + _ROW * place
        drawn += f'<line class="tick" x1="0" y1="{y:.1f}" x2="{wide:.1f}" y2="{y:.1f}"/>'
        drawn += lettered([fitting(who, _NAME)], 0.0, y + 19.0, anchor="start")
        drawn += "".join(_cell(cell, _LEFT + _COLUMN * (at + 0.5), y + 15.0) for at, cell in enumerate(cells))
    y = 24.0 + _ROW * len(picture.rows) + LINE
    legend = [
        line
        for place, text in enumerate(picture.columns, start=1)
        for line in wrapped(f"({place}) {text}", _LEGEND, most=2)
    ]
    drawn += f'<line class="axis" x1="0" y1="{y - LINE:.1f}" x2="{wide:.1f}" y2="{y - LINE:.1f}"/>'
    drawn += lettered(legend, 0.0, y + 4.0, kind="soft", anchor="start")
    title = f"Who says what: {len(picture.rows)} rows of origins, {len(picture.columns)} claims"
    return framed(wide, y + LINE * len(legend), title, number, drawn, kind="grid")


def _cell(cell: Cell, x: float, y: float) -> str:
    """What an origin says: a circle, crossed for a denial, open where it is not established; with numbers, if many."""
    sides = [(cell.asserts, "asserts"), (cell.denies, "denies")]
    said = [(count, kind) for count, kind in sides if count]
    drawn = ""
    for place, (count, kind) in enumerate(said):
        at = x + _BOTH[place] if len(said) > 1 else x
        sure = "sure" if cell.established else "unsure"
        drawn += f'<circle class="{kind} {sure}" cx="{at:.1f}" cy="{y:.1f}" r="9"/>'
        if kind == "denies":
            drawn += (
                f'<path class="cross {sure}" d="M{at - 5:.1f} {y - 5:.1f}L{at + 5:.1f} {y + 5:.1f}'
                f'M{at - 5:.1f} {y + 5:.1f}L{at + 5:.1f} {y - 5:.1f}"/>'
            )
        if count > 1:
            drawn += lettered([str(count)], at + 13.0, y + 4.0, anchor="start")
    return drawn
