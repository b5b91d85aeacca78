"""The page: blocks as elements, all text escaped, and a policy that allows nothing from elsewhere."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from claimtrack._packaged import read_packaged
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
    Strip,
    Table,
    Text,
)
from claimtrack.report.charts.drawing import NARROW
from claimtrack.report.charts.strip import draw_strip
from claimtrack.report.markup import Markup, element, join

_SCALE = "0 to 100 %"
_LONGEST_WORD = 20
_LATIN = re.compile(r"[A-Za-z]")
_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?[~?%]?", re.ASCII)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_NEW_LINE = Markup("\n")
_SPACE = Markup(" ")
_UNBROKEN_SPACE = Markup("\u00a0")


class Page(Markup):
    """A page as text, which a notebook shows."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return frame_page(self)


def frame_page(page: Markup) -> Markup:
    """Put a page in a frame that runs nothing, and in which its styles touch nothing else."""
    style = "width:100%;height:40rem;border:1px solid #999"
    return element("iframe", srcdoc=page, sandbox=True, title="Report", style=style)


def render_html(report: Report) -> Page:
    """Render a report as one HTML page that asks for nothing from anywhere and runs nothing."""
    numbers = count(1)
    groups = _group(report.sections)
    contents = (
        element("li", element("a", first.title, href=f"#part-{place}")) for place, (first, *_) in enumerate(groups)
    )
    head = element(
        "head",
        _lines(
            "",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            element("meta", name="referrer", content="no-referrer"),
            element("meta", name="generator", content="claimtrack"),
            element("title", report.title),
            element("style", _NEW_LINE, Markup(_style())),
            "",
        ),
    )
    warning = [element("p", report.warning, class_="meta", role="note")] if report.warning else []
    body = element(
        "body",
        _lines(
            "",
            element("a", "To the bottom line", class_="skip", href="#part-0"),
            element(
                "header",
                *warning,
                element("h1", report.title, dir="auto"),
                element("p", report.made_from, class_="meta"),
                class_="head",
            ),
            element(
                "nav",
                element("details", element("summary", "Contents"), element("ol", contents)),
                aria_label="Contents",
            ),
            element("main", _NEW_LINE, (_section(group, place, numbers) for place, group in enumerate(groups))),
            element("footer", element("p", f"Digest of the casebook: {report.digest}"), *warning),
            "",
        ),
    )
    page = element("html", _lines("", head, body, ""), lang="en")
    return Page(_lines(Markup("<!DOCTYPE html>"), page, ""))


def _lines(*pieces: str) -> Markup:
    return join(pieces, by="\n")


def _style() -> str:
    return read_packaged("claimtrack.report.charts", "pictures.css") + read_packaged(__package__, "style.css")


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
    pieces = [_NEW_LINE, element("h2", first.title, id=f"head-{place}"), _NEW_LINE, *_blocks(first, numbers)]
    for part in parts:
        pieces += [element("h3", part.title, dir="auto"), _NEW_LINE, *_blocks(part, numbers)]
    kind = "bottom" if place == 0 else None
    section = element("section", pieces, id=f"part-{place}", class_=kind, aria_labelledby=f"head-{place}")
    return join(section, _NEW_LINE)


def _blocks(section: Section, numbers: Iterator[int]) -> Iterator[Markup]:
    for block in section.blocks:
        yield _block(block, section.title, numbers)
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
        _zone(block.strip),
        element("ul", map(_item, lines)),
        element("p", _inline(last), class_="confidence"),
        class_="card",
    )


def _zone(strip: Strip) -> list[Markup]:
    """What the shaded part of a strip is."""
    zone = strip.zone
    if zone is None:
        return []
    shares = f"{zone.low * 100:.0f} to {zone.high * 100:.0f} %"
    return [element("p", f"Shaded: “{zone.word}”, {shares}. Box: the bounds. Mark: the probability.", class_="zone")]


def _table(block: Table, title: str, numbers: Iterator[int]) -> Markup:
    drawn = any(block.strips)
    headings = (*block.headings, _SCALE) if drawn else block.headings
    rows = []
    for (first, *rest), strip in zip(block.rows, block.strips if drawn else (None,) * len(block.rows), strict=True):
        cells = [element("th", _inline(first), scope="row", class_=_breaking(first), dir="auto")]
        cells += [element("td", _inline(text), class_=_breaking(text), dir="auto") for text in rest]
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
    """How a cell may break: a date nowhere, a word that is wider than a column anywhere."""
    text = str(text)
    if _DATE.fullmatch(text):
        return "date"
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
        element("figcaption", _inline(block.caption)),
        element(
            "details",
            element("summary", "The same in words"),
            _NEW_LINE,
            _block(block.words, title, numbers),
            _NEW_LINE,
        ),
    )
