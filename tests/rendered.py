"""What the forms of a report say, read back: their tables, and their prose without them."""

import csv
import json
import re
from html.parser import HTMLParser
from io import StringIO
from itertools import pairwise

Rows = list[tuple[str, ...]]
FORMS = ("text", "markdown", "html", "csv", "json")


def read_back(rendered: str, form: str) -> tuple[list[Rows], str]:
    """The tables of a rendered report, each with its headings first, and the prose as one line."""
    tables, prose = {"text": _text, "markdown": _markdown, "html": _html, "csv": _csv, "json": _json}[form](rendered)
    return tables, " ".join(prose.replace("\u00a0", " ").split())


def table_under(tables: list[Rows], *headings: str) -> Rows:
    """The rows of the first table whose headings begin so; none where there is none."""
    for table in tables:
        if table and table[0][: len(headings)] == headings:
            return table[1:]
    return []


_DASHES = re.compile(r"-{2,}(?:  +-{2,})+")


def _text(rendered: str) -> tuple[list[Rows], str]:
    """Tables of text are laid out in columns; a row goes on until one begins that fills the column of numbers."""
    lines = rendered.split("\n")
    tables, gone = [], set()
    for place, line in enumerate(lines):
        if not _DASHES.fullmatch(line):
            continue
        spans = [match.span() for match in re.finditer(r"-+", line)]
        # Above the dashes stand the headings, as many lines as the longest of them takes.
        first = place - 1
        while _is_heading(lines[first - 1], spans):
            first -= 1
        last = place + 1
        while last < len(lines) and lines[last].strip():
            last += 1
        gone |= set(range(first, last))
        tables.append(_columns(lines[first:place], lines[place + 1 : last], spans))
    return tables, "\n".join(line for place, line in enumerate(lines) if place not in gone)


def _is_heading(line: str, spans: list[tuple[int, int]]) -> bool:
    """Whether a line can be part of the headings: nothing of it stands between the columns, nor is it prose."""
    gaps = [line[end:start] for (_, end), (start, _) in pairwise(spans)]
    return bool(line.strip()) and not any(gap.strip() for gap in gaps) and line.startswith((" ", "Claim"))


def _columns(above: list[str], below: list[str], spans: list[tuple[int, int]]) -> Rows:
    def cells(lines: list[str]) -> tuple[str, ...]:
        return tuple(" ".join(line[start:end].strip() for line in lines).strip() for start, end in spans)

    # Every row of these tables begins where its third column, a number, stands.
    mark = spans[2] if len(spans) > 2 else spans[0]
    starts = [place for place, line in enumerate(below) if line[slice(*mark)].strip()]
    parts = [below[start:end] for start, end in pairwise([*starts, len(below)])]
    return [cells(above), *map(cells, parts)]


def _markdown(rendered: str) -> tuple[list[Rows], str]:
    tables: list[Rows] = []
    prose, before = [], ""
    for line in rendered.split("\n"):
        if line.startswith("|"):
            if not before.startswith("|"):
                tables.append([])
            cells = re.split(r"(?<!\\)\|", line)[1:-1]
            if not set(line) <= set("|-: "):
                tables[-1].append(tuple(_unescaped(cell) for cell in cells))
        else:
            prose.append(_unescaped(line))
        before = line
    return tables, "\n".join(prose)


def _unescaped(text: str) -> str:
    return re.sub(r"\\([^\w\s])", r"\1", text).strip()


class _Page(HTMLParser):
    """The tables and the text of a page; pictures say nothing here."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Rows] = []
        self.prose: list[str] = []
        self.cell: list[str] | None = None
        self.hidden = 0

    def handle_starttag(self, tag: str, _: object) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append(())
        elif tag in ("td", "th"):
            self.cell = []
        elif tag in ("svg", "style", "head"):
            self.hidden += 1
        elif tag in ("p", "li", "h1", "h2", "h3", "figcaption", "summary"):
            self.prose.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self.cell is not None:
            self.tables[-1][-1] += (" ".join("".join(self.cell).split()),)
            self.cell = None
        elif tag in ("svg", "style", "head"):
            self.hidden -= 1

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            (self.prose if self.cell is None else self.cell).append(data)


def _html(rendered: str) -> tuple[list[Rows], str]:
    page = _Page()
    page.feed(rendered)
    return page.tables, "".join(page.prose)


def _csv(rendered: str) -> tuple[list[Rows], str]:
    """Each row says what it is; a table has as many cells as its headings, and every row of a sheet as the widest."""
    tables: list[Rows] = []
    prose = []
    width = 0
    for _, _, kind, *cells in csv.reader(StringIO(rendered)):
        row = tuple(cell.removeprefix("'") for cell in cells)
        if kind == "headings":
            width = len("\t".join(row).rstrip("\t").split("\t"))
            tables.append([])
        if kind in ("headings", "row"):
            tables[-1].append(row[:width])
        else:
            prose.append(" ".join(row))
    return tables, "\n".join(prose)


def _json(rendered: str) -> tuple[list[Rows], str]:
    tables: list[Rows] = []
    prose: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if "headings" in value:
                tables.append([tuple(value["headings"]), *map(tuple, value["rows"])])
            else:
                for one in value.values():
                    walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)
        elif isinstance(value, str):
            prose.append(value)

    walk(json.loads(rendered))
    return tables, "\n".join(prose)
