"""Who says what of which claim: rows of origins, those that say the same folded into one."""

from collections.abc import Sequence

from claimtrack.analysis.sentences import name_of
from claimtrack.network.build import Network
from claimtrack.report.blocks import Figure, Table
from claimtrack.report.charts.pictures import Cell, Grid
from claimtrack.text.words import capital, listed

_FEW = 12
"""Up to so many rows stand without any being folded."""
_MOST = 20
"""So many rows the picture holds; what is over is told as one."""
_NOTHING = Cell()
_CAPTION = (
    "Who says what: a full circle asserts, a crossed one denies; an open one, with a broken line, is not established. "
    "Relays are no rows of their own: what they pass on counts for its origin."
)

_Row = tuple[Cell, ...]


def matrix_figure(network: Network, claims: Sequence[str]) -> Figure | None:
    """Which origin asserts or denies each of some claims; None where none says anything of them.

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
    rows = {origin: tuple(_whole(cells.get(claim, [])) for claim in claims) for origin, cells in said.items()}
    folded = _folded(rows)
    named = tuple((_named(network, origins), row) for origins, row in folded)
    texts = tuple(network.claims[claim].text for claim in claims)
    return Figure(
        caption=_CAPTION,
        picture=Grid(columns=texts, rows=named),
        words=Table(
            headings=("Origin", *(f"({place})" for place in range(1, len(texts) + 1))),
            rows=(
                *((who, *map(_told, row)) for who, row in named),
                *((f"({place}) is: {text}", *[""] * len(texts)) for place, text in enumerate(texts, start=1)),
            ),
        ),
    )


def _whole(cells: Sequence[Cell]) -> Cell:
    """What one origin says of one claim, however often."""
    if not cells:
        return _NOTHING
    return Cell(
        asserts=int(any(cell.asserts for cell in cells)),
        denies=int(any(cell.denies for cell in cells)),
        established=all(cell.established for cell in cells),
    )


def _folded(rows: dict[str, _Row]) -> list[tuple[tuple[str, ...], _Row]]:
    """The rows; where there are many, those that are alike in one, and what is over in another."""
    if len(rows) <= _FEW:
        return [((origin,), row) for origin, row in rows.items()]
    alike: dict[_Row, list[str]] = {}
    for origin, row in rows.items():
        alike.setdefault(row, []).append(origin)
    folded = [(tuple(origins), _times(row, len(origins))) for row, origins in alike.items()]
    if len(folded) <= _MOST:
        return folded
    kept = sorted(folded, key=lambda item: -len(item[0]))[: _MOST - 1]
    rest = [item for item in folded if item not in kept]
    together = tuple(
        Cell(
            asserts=sum(cell.asserts for cell in cells),
            denies=sum(cell.denies for cell in cells),
            established=all(cell.established for cell in cells if cell.asserts or cell.denies),
        )
        for cells in zip(*(row for _, row in rest), strict=True)
    )
    return [*(item for item in folded if item in kept), (tuple(name for names, _ in rest for name in names), together)]


def _times(row: _Row, count: int) -> _Row:
    return tuple(
        Cell(asserts=cell.asserts * count, denies=cell.denies * count, established=cell.established) for cell in row
    )


def _named(network: Network, origins: Sequence[str]) -> str:
    return capital(listed((name_of(network, origin) for origin in origins), most=2))


def _told(cell: Cell) -> str:
    """What stands in a cell."""
    if not (cell.asserts or cell.denies):
        return ""
    words = [
        f"{verb}{'s' if count == 1 else ''}" if count == 1 else f"{count} {verb}"
        for verb, count in (("assert", cell.asserts), ("deny", cell.denies))
        if count
    ]
    said = " and ".join(words).replace("denys", "denies")
    return said if cell.established else f"{said}, not established"
