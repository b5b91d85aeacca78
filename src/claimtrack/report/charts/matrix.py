"""Who says what of which claim: a row for each origin, with origins that say the same folded into one."""

from collections.abc import Iterable, Sequence

from claimtrack._records import record
from claimtrack.analysis.sentences import name_of
from claimtrack.network.build import Network
from claimtrack.report.blocks import Figure, Table
from claimtrack.report.charts.drawing import LINE, WIDE, cut, draw_circle, draw_line, draw_path, frame, wrap, write
from claimtrack.report.markup import Markup
from claimtrack.text.words import capital, listed

_UNFOLDED = 12
"""How many rows stand before any are folded."""
_MOST = 20
"""How many rows the picture holds; those beyond become one."""
_CAPTION = (
    "Who says what: a full circle asserts, a crossed one denies; an open one, with a broken line, is not established. "
    "Relays are no rows of their own: what they pass on counts for its origin."
)
_LEFT, _COLUMN, _ROW = 300.0, 68.0, 30.0
_BOTH = (-22.0, 12.0)
"""Where two circles stand in a cell, so that the number behind the first is free."""


@record
class Cell:
    """What an origin, or some that are alike, says of a claim."""

    asserts: int = 0
    """How many of them assert it."""
    denies: int = 0
    """How many deny it."""
    established: bool = False
    """Whether independence is established for all of that."""


_Row = tuple[Cell, ...]


@record
class MatrixChart:
    """Origins down, claims across, and a circle where an origin speaks of a claim."""

    columns: tuple[str, ...]
    """The claims, unescaped."""
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    """The origins of each row, unescaped, and a cell for each claim."""

    def draw(self, number: int, *, wide: float = WIDE) -> Markup:
        """The matrix as SVG: numbered columns, and what each number stands for below."""
        wide = max(_LEFT + _COLUMN * len(self.columns), wide)
        drawn = [
            write(f"({place + 1})", x=_LEFT + _COLUMN * (place + 0.5), y=14.0, kind="strong")
            for place in range(len(self.columns))
        ]
        for place, (names, cells) in enumerate(self.rows):
            y = 24.0 + _ROW * place
            drawn.append(draw_line("tick", 0, y, wide, y))
            drawn.append(write(cut(names, _LEFT), x=0.0, y=y + 19.0, anchor="start"))
            for at, cell in enumerate(cells):
                drawn += _draw_cell(cell, _LEFT + _COLUMN * (at + 0.5), y + 15.0)
        y = 24.0 + _ROW * len(self.rows)
        legend = [
            part for place, text in enumerate(self.columns, start=1) for part in wrap(f"({place}) {text}", wide, most=2)
        ]
        drawn.append(draw_line("axis", 0, y, wide, y))
        drawn.append(write(*legend, x=0.0, y=y + LINE + 4.0, kind="soft", anchor="start"))
        title = f"Who says what: {len(self.rows)} rows of origins, {len(self.columns)} claims"
        return frame("grid", title, number, *drawn, width=wide, height=y + LINE * (len(legend) + 1))


def _draw_cell(cell: Cell, x: float, y: float) -> Iterable[Markup]:
    """A circle, crossed for a denial, open where it is not established; with a number, if it stands for several."""
    said = [(count, kind) for count, kind in ((cell.asserts, "asserts"), (cell.denies, "denies")) if count]
    sure = "sure" if cell.established else "unsure"
    for (count, kind), aside in zip(said, _BOTH if len(said) > 1 else (0.0,), strict=False):
        at = x + aside
        yield draw_circle(f"{kind} {sure}", at, y, 9)
        if kind == "denies":
            left, right, top, bottom = at - 5, at + 5, y - 5, y + 5
            cross = f"M{left:.1f} {top:.1f}L{right:.1f} {bottom:.1f}M{left:.1f} {bottom:.1f}L{right:.1f} {top:.1f}"
            yield draw_path(f"cross {sure}", cross)
        if count > 1:
            yield write(str(count), x=at + 13.0, y=y + 4.0, anchor="start")


def chart_matrix(network: Network, claims: Sequence[str]) -> Figure | None:
    """Show which origin asserts or denies each of some claims; None where none speaks of them.

    Cost: linear in the statements on these claims.
    """
    said: dict[str, dict[str, list[Cell]]] = {}
    for claim in claims:
        for chain in network.chains[claim]:
            denies = chain.statement.stance == "denies"
            cell = Cell(asserts=int(not denies), denies=int(denies), established=chain.established is not None)
            said.setdefault(chain.statement.origin, {}).setdefault(claim, []).append(cell)
    if not said:
        return None
    rows = {origin: tuple(_combine(cells.get(claim, [])) for claim in claims) for origin, cells in said.items()}
    named = tuple(
        (capital(listed((name_of(network, origin) for origin in origins), most=2)), row) for origins, row in _fold(rows)
    )
    texts = tuple(network.claims[claim].text for claim in claims)
    return Figure(
        caption=_CAPTION,
        picture=MatrixChart(columns=texts, rows=named),
        words=Table(
            headings=("Origin", *(f"({place})" for place in range(1, len(texts) + 1))),
            rows=(
                *((names, *map(_describe, row)) for names, row in named),
                *((f"({place}) is: {text}", *[""] * len(texts)) for place, text in enumerate(texts, start=1)),
            ),
        ),
    )


def _combine(cells: Sequence[Cell]) -> Cell:
    """All that one origin says of one claim, however often, as one cell."""
    return Cell(
        asserts=int(any(cell.asserts for cell in cells)),
        denies=int(any(cell.denies for cell in cells)),
        established=bool(cells) and all(cell.established for cell in cells),
    )


def _fold(rows: dict[str, _Row]) -> list[tuple[tuple[str, ...], _Row]]:
    """The rows; where there are many, those that are alike as one, and those beyond the last as another."""
    if len(rows) <= _UNFOLDED:
        return [((origin,), row) for origin, row in rows.items()]
    alike: dict[_Row, list[str]] = {}
    for origin, row in rows.items():
        alike.setdefault(row, []).append(origin)
    folded = [(tuple(origins), _add([row] * len(origins))) for row, origins in alike.items()]
    if len(folded) <= _MOST:
        return folded
    kept = sorted(folded, key=lambda item: -len(item[0]))[: _MOST - 1]
    rest = [item for item in folded if item not in kept]
    names = tuple(name for origins, _ in rest for name in origins)
    return [*(item for item in folded if item in kept), (names, _add([row for _, row in rest]))]


def _add(rows: Sequence[_Row]) -> _Row:
    """Several rows as one, which counts what their origins say of each claim."""
    return tuple(
        Cell(
            asserts=sum(cell.asserts for cell in cells),
            denies=sum(cell.denies for cell in cells),
            established=any(cell.asserts or cell.denies for cell in cells)
            and all(cell.established for cell in cells if cell.asserts or cell.denies),
        )
        for cells in zip(*rows, strict=True)
    )


def _describe(cell: Cell) -> str:
    """A cell in words."""
    verbs = (("asserts", "assert", cell.asserts), ("denies", "deny", cell.denies))
    said = " and ".join(one if count == 1 else f"{count} {many}" for one, many, count in verbs if count)
    return f"{said}, not established" if said and not cell.established else said
