"""What both forms of the picture of a case draw alike: its marks, its lines, and how wide they are."""

from collections.abc import Sequence

from claimtrack.report.charts.case.panel import Line, Mark
from claimtrack.report.charts.drawing import draw_path, write
from claimtrack.report.markup import Markup, element, join

_THIN, _THICK, _PER_DOUBLING = 1.2, 5.0, 0.9
_SMALL, _LARGE, _GROWS = 4.5, 11.0, 1.4
_BESIDE = 11.0
_TWO_COLUMNS, _SECOND = 400.0, 252.0
_CORNER = 0.58
"""How far the corners of a mark lie below or above its middle."""


def width_of(weight: float) -> float:
    """How wide a line is drawn for what it weighs, in doublings."""
    return min(_THIN + _PER_DOUBLING * weight, _THICK)


def draw_way(line: Line, way: str, *, thin: float = 1.0) -> Markup:
    """Draw a line from an origin along a path: broken where it is not first-hand nor shown to be independent.

    Args:
        line: what the origin says.
        way: the path.
        thin: what its width is multiplied by, where there are many lines.
    """
    kind = f"way {'denies' if line.denies else 'says'}{'' if line.sure else ' unsure'}"
    return element("path", class_=kind, d=way, stroke_width=max(thin * width_of(line.weight), 1.0))


def draw_end(line: Line, x: float, y: float) -> Markup:
    """Draw the end of a line at a box: a head that points into it, or a bar that bars it."""
    half = 2.6 + 0.7 * width_of(line.weight)
    if line.denies:
        return draw_path("stop", f"M{x - 4.0:.1f} {y - half:.1f}h3.5v{2.0 * half:.1f}h-3.5z")
    return draw_path("head", f"M{x:.1f} {y:.1f}l-{half * 1.4:.1f} -{half:.1f}v{2.0 * half:.1f}z")


def draw_marks(marks: list[Mark], x: float, y: float, room: float) -> Markup:
    """Draw what a row does to one answer: a triangle that points up for it, and one that points down against it.

    A mark that stands for several has their number below it. Two marks share the room of the column.
    """
    aside = min(_BESIDE, room / 4.0) if len(marks) > 1 else 0.0
    largest = aside or _LARGE
    return join(_draw_mark(mark, x + (aside if mark.against else -aside), y, largest) for mark in marks)


def _draw_mark(mark: Mark, x: float, y: float, largest: float) -> Markup:
    size = min(_SMALL + _GROWS * mark.weight, largest)
    number = [write(str(mark.count), x=x, y=y + size + 12.0, kind="soft")] if mark.count > 1 else []
    return join(draw_triangle(x, y, size, against=mark.against), number)


def draw_triangle(x: float, y: float, size: float, *, against: bool) -> Markup:
    """Draw a triangle around a point: up for, down against."""
    tall = -size if against else size
    way = f"M{x - size:.1f} {y + _CORNER * tall:.1f}h{2.0 * size:.1f}L{x:.1f} {y - tall:.1f}z"
    return draw_path("against" if against else "for", way)


def draw_title(lines: Sequence[str], top: float) -> list[Markup]:
    """Draw the title of a panel."""
    return [write(text, x=0.0, y=top + 15.0 + 19.0 * at, anchor="start", kind="title") for at, text in enumerate(lines)]


def marks_by_answer(marks: tuple[Mark, ...]) -> dict[int, list[Mark]]:
    """The marks of a row under each answer."""
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.answer, []).append(mark)
    return found


def draw_key(x: float, y: float, wide: float) -> tuple[list[Markup], float]:
    """Draw what the lines and marks mean, in two columns where there is room, and say where that ends."""
    columns = 2 if wide >= _TWO_COLUMNS else 1
    items: tuple[tuple[Line | bool | None, str], ...] = (
        (Line(origin=0, denies=False, sure=True, weight=1.5), "first-hand or shown independent"),
        (Line(origin=0, denies=False, sure=False, weight=1.5), "deduced, told or not known how"),
        (Line(origin=0, denies=True, sure=True, weight=1.5), "denies it"),
        (False, "speaks for the answer"),
        (True, "speaks against the answer"),
        (None, "larger: weighs more"),
    )
    each = -(-len(items) // columns)
    drawn: list[Markup] = []
    for place, (sign, says) in enumerate(items):
        left, middle = x + place // each * _SECOND, y + 9.0 + 17.0 * (place % each)
        if isinstance(sign, Line):
            drawn += [draw_way(sign, f"M{left:.1f} {middle:.1f}h24"), draw_end(sign, left + 30.0, middle)]
        elif sign is None:
            drawn += [draw_triangle(left + 6.0, middle, 3.5, against=False)]
            drawn += [draw_triangle(left + 22.0, middle, 8.0, against=False)]
        else:
            drawn.append(draw_triangle(left + 16.0, middle, 7.0, against=sign))
        drawn.append(write(says, x=left + 38.0, y=middle + 4.0, anchor="start", kind="soft"))
    return drawn, y + 17.0 * each + 4.0
