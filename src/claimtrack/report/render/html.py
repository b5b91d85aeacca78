"""The page: blocks as elements, all text escaped, and a policy that allows nothing from elsewhere."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from claimtrack.report.blocks import (
    Block,
    Bullets,
    Figure,
    Judgment,
    Outline,
    Paragraph,
    References,
    Report,
    Section,
    Table,
    Text,
)
from claimtrack.report.charts.drawing import NARROW
from claimtrack.report.charts.strip import draw_strip
from claimtrack.report.markup import Markup, element, join
from claimtrack.report.render.page_frame import Page, lay_out_page

_SCALE = "0 to 100 %"
_LEGEND = "Box: the bounds. Mark: the probability. Shaded: what its word covers."
_LONGEST_WORD = 20
_FEWEST_LISTED = 5
"""A report of fewer chapters needs no contents; what stands in the brief is at the top anyway."""
_LATIN = re.compile(r"[A-Za-z]")
_FIGURES = re.compile(r"(?:[\d\s%~?().,/±+–−-]|to){1,20}")
_NEW_LINE = Markup("\n")
_SPACE = Markup(" ")
_UNBROKEN_SPACE = Markup("\u00a0")


def render_html(report: Report) -> Page:
    """Render a report as one HTML page that asks for nothing from anywhere and runs nothing."""
    return lay_out_page(report, _contents_and_chapters(report))


def render_served(report: Report, version: str) -> Page:
    """Render a report as a page that a server on this computer shows, and which asks it whether there is a newer one.

    Args:
        report: the report.
        version: what the server answers as long as there is none.
    """
    return lay_out_page(report, _contents_and_chapters(report), version=version)


def _contents_and_chapters(report: Report) -> list[Markup]:
    numbers = count(1)
    groups = _group(report.sections)
    chapters = element("main", _NEW_LINE, (_section(group, place, numbers) for place, group in enumerate(groups)))
    titles = [
        element("li", element("a", first.title, href=f"#part-{place}"))
        for place, (first, *_) in enumerate(groups)
        if not first.in_brief
    ]
    if len(titles) < _FEWEST_LISTED:
        return [chapters]
    return [element("nav", element("ol", titles), aria_label="Contents"), chapters]


def _group(sections: Iterable[Section]) -> list[list[Section]]:
    """The sections, each with the parts that follow it."""
    groups: list[list[Section]] = []
    for section in sections:
        if section.level == 1 or not groups:
            groups.append([section])
        else:
            groups[-1].append(section)
    return groups


def _section(group: list[Section], place: int, numbers: Iterator[int]) -> Markup:
    first, *parts = group
    pieces = [_NEW_LINE, *_titled(element("h2", first.title, id=f"head-{place}"), first, numbers)]
    for part in parts:
        pieces += _titled(element("h3", part.title, dir="auto"), part, numbers)
    kinds = " ".join(name for name, holds in (("bottom", place == 0), ("brief", first.in_brief)) if holds)
    section = element("section", pieces, id=f"part-{place}", class_=kinds or None, aria_labelledby=f"head-{place}")
    return join(section, _NEW_LINE)


def _titled(title: Markup, section: Section, numbers: Iterator[int]) -> list[Markup]:
    """A title and the blocks under it; a picture that comes first is kept on one sheet with its title."""
    pieces = [title, _NEW_LINE, *_blocks(section, numbers)]
    if section.blocks and isinstance(section.blocks[0], Figure):
        return [element("div", *pieces[:3], class_="kept"), *pieces[3:]]
    return pieces


def _blocks(section: Section, numbers: Iterator[int]) -> Iterator[Markup]:
    is_told = False
    for block in section.blocks:
        yield _block(block, section.title, numbers)
        if isinstance(block, Judgment) and not is_told:
            yield element("p", _LEGEND, class_="zone")
            is_told = True
        yield _NEW_LINE


def _block(block: Block, title: str, numbers: Iterator[int]) -> Markup:
    match block:
        case Paragraph():
            return element("p", _inline(block.text), dir=_direction(block.text))
        case Bullets():
            return element("ol" if block.numbered else "ul", map(_item, block.items))
        case Outline():
            return _outline(block)
        case Judgment():
            return _card(block, numbers)
        case References():
            return element("ol", map(_entry, block.entries), class_="references")
        case Table():
            return _table(block, title, numbers)
        case Figure():
            return _figure(block, title, numbers)


def _direction(text: Text) -> str | None:
    """The direction of a sentence: ours run from left to right, whatever script the words in them begin with."""
    return None if _LATIN.search(str(text)) else "auto"


def _item(text: Text, *below: Markup) -> Markup:
    return element("li", _inline(text), *below, dir=_direction(text))


def _entry(entry: tuple[int, Text]) -> Markup:
    number, text = entry
    return element("li", _inline(text), id=f"e{number}", value=number, dir=_direction(text))


def _inline(text: Text) -> list[str]:
    """A text, with each number of evidence as a link to its entry."""
    if isinstance(text, str):
        return [text]
    pieces: list[str] = []
    cited = True
    for piece in text.pieces:
        if isinstance(piece, str):
            # Escaping takes off the space at an end, which parts the text from what stands there.
            pieces += [_SPACE if piece[:1].isspace() else "", piece.strip(), _SPACE if piece[-1:].isspace() else ""]
        else:
            pieces += [] if cited else [_UNBROKEN_SPACE]
            pieces.append(element("a", f"[{piece}]", href=f"#e{piece}", class_="cite"))
        cited = not isinstance(piece, str)
    return pieces


def _outline(block: Outline) -> Markup:
    """Nested lists: an item holds the list of those below it."""
    depths: list[int] = []
    above: list[int] = []
    for level, _ in block.items:
        while above and above[-1] >= level:
            above.pop()
        depths.append(len(above))
        above.append(level)
    # From the last item to the first, so that what is below an item is there before it; no recursion, however deep.
    waiting: dict[int, list[Markup]] = {}
    for depth, (_, text) in zip(reversed(depths), reversed(block.items), strict=True):
        below = [element("ul", reversed(items)) for items in (waiting.pop(depth + 1, []),) if items]
        waiting.setdefault(depth, []).append(_item(text, *below))
    return element("ul", reversed(waiting.get(0, [])), class_="outline")


def _card(block: Judgment, numbers: Iterator[int]) -> Markup:
    *lines, last = block.lines or ("",)
    return element(
        "article",
        element("h3", block.claim, dir="auto"),
        element("p", _inline(block.lead), class_="lead"),
        element(
            "div",
            element("span", "0 %", aria_hidden="true"),
            draw_strip(block.strip, next(numbers)),
            element("span", "100 %", aria_hidden="true"),
            class_="strip",
        ),
        element("ul", map(_item, lines)),
        element("p", _inline(last), class_="confidence"),
        class_="card",
    )


def _table(block: Table, title: str, numbers: Iterator[int]) -> Markup:
    """A table; each cell also names its column, for windows so narrow that the rows are stacked."""
    drawn = any(block.strips)
    headings = (*block.headings, _SCALE) if drawn else block.headings
    rows = []
    for (first, *rest), strip in zip(block.rows, block.strips if drawn else (None,) * len(block.rows), strict=True):
        cells = [element("th", _inline(first), scope="row", class_=_breaking(first), dir="auto")]
        cells += [
            element("td", _inline(text), class_=_breaking(text), data_label=heading, dir="auto")
            for heading, text in zip(block.headings[1:], rest, strict=True)
        ]
        if drawn:
            cells.append(element("td", [] if strip is None else draw_strip(strip, next(numbers)), class_="drawn"))
        rows.append(element("tr", cells))
    table = element(
        "table",
        element("thead", element("tr", (element("th", heading, scope="col") for heading in headings))),
        element("tbody", rows),
    )
    return _scrolling(table, f"Table {next(numbers)}: {title}")


def _breaking(text: Text) -> str | None:
    """How a cell may break: dates and numbers nowhere, a word that is wider than a column anywhere."""
    text = str(text)
    if _FIGURES.fullmatch(text):
        return "figures"
    return "long" if max(map(len, text.split()), default=0) > _LONGEST_WORD else None


def _scrolling(inner: Markup, label: str) -> Markup:
    """Something wide, in a region that scrolls by itself, also from the keyboard."""
    return element("div", inner, class_="scroll", role="region", tabindex="0", aria_label=label)


def _figure(block: Figure, title: str, numbers: Iterator[int]) -> Markup:
    """A picture in a wide and a narrow form, what it shows, and the same in words behind a line that opens."""
    return element(
        "figure",
        element("div", block.picture.draw(next(numbers)), class_="wide"),
        element("div", block.picture.draw(next(numbers), wide=NARROW), class_="narrow"),
        *([element("figcaption", _inline(block.caption))] if block.caption else []),
        element(
            "details",
            element("summary", "The same in words"),
            _NEW_LINE,
            _block(block.words, title, numbers),
            _NEW_LINE,
        ),
    )
