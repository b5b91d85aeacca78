"""The page: blocks as elements, all text escaped, and a policy that allows nothing from elsewhere."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from itertools import count

from claimtrack.report.html.pictures import strip_svg
from claimtrack.report.plain import one_line
from claimtrack.report.report import Block, Bullets, Judgment, Outline, Paragraph, Report, Section, Table

__all__ = ["Page", "render_html"]

_SCALE = "0 to 100 %"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Page(str):
    """A page as text; a notebook shows it in a frame of its own, where its styles touch nothing else."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{escape(self, quote=True)}" sandbox title="Report" '
            'style="width:100%;height:40rem;border:1px solid #999"></iframe>'
        )


def render_html(report: Report) -> Page:
    """A report as one HTML page that asks for nothing from anywhere and runs nothing."""
    title = _text(report.title)
    numbers = count(1)
    body = "".join(_section(section, place, numbers) for place, section in enumerate(_grouped(report)))
    contents = "".join(
        f'<li><a href="#part-{place}">{_text(section[0].title)}</a></li>'
        for place, section in enumerate(_grouped(report))
    )
    return Page(
        "<!DOCTYPE html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#part-0">To the bottom line</a>\n'
        f'<header class="head"><h1 dir="auto">{title}</h1>'
        f'<p class="meta">For readers: {_text(report.audience)}. Casebook {_text(report.digest[:19])}.</p></header>\n'
        f'<nav aria-label="Contents"><details><summary>Contents</summary><ol>{contents}</ol></details></nav>\n'
        f"<main>\n{body}</main>\n"
        f"<footer><p>Digest of the casebook: {_text(report.digest)}</p></footer>\n</body>\n</html>\n"
    )


def _style() -> str:
    return files("claimtrack.report.html").joinpath("style.css").read_text(encoding="utf-8")


def _text(text: str) -> str:
    return escape(one_line(text), quote=True)


def _grouped(report: Report) -> list[list[Section]]:
    """The sections, each with the parts that follow it."""
    groups: list[list[Section]] = []
    for section in report.sections:
        if section.level == 1 or not groups:
            groups.append([section])
        else:
            groups[-1].append(section)
    return groups


def _section(group: list[Section], place: int, numbers: "count[int]") -> str:
    first, *parts = group
    kind = ' class="bottom"' if place == 0 else ""
    inner = "".join(_blocks(first, numbers))
    for part in parts:
        inner += f'<h3 dir="auto">{_text(part.title)}</h3>\n' + "".join(_blocks(part, numbers))
    head = f'<h2 id="head-{place}">{_text(first.title)}</h2>'
    return f'<section id="part-{place}"{kind} aria-labelledby="head-{place}">\n{head}\n{inner}</section>\n'


def _blocks(section: Section, numbers: "count[int]") -> Iterator[str]:
    return (_block(block, section.title, numbers) for block in section.blocks)


def _block(block: Block, title: str, numbers: "count[int]") -> str:
    match block:
        case Paragraph():
            return f'<p dir="auto">{_text(block.text)}</p>\n'
        case Bullets():
            name = "ol" if block.numbered else "ul"
            return f"<{name}>" + "".join(f'<li dir="auto">{_text(item)}</li>' for item in block.items) + f"</{name}>\n"
        case Outline():
            return _outline(block)
        case Judgment():
            return _card(block, next(numbers))
        case Table():
            return _table(block, title, numbers)


def _card(block: Judgment, number: int) -> str:
    *lines, last = block.lines or ("",)
    items = "".join(f'<li dir="auto">{_text(line)}</li>' for line in lines)
    return (
        f'<article class="card"><h3 dir="auto">{_text(block.claim)}</h3>'
        f'<p class="lead">{_text(block.lead)}</p>'
        f'<div class="strip"><span aria-hidden="true">0 %</span>{strip_svg(block.strip, number)}'
        f'<span aria-hidden="true">100 %</span></div>'
        f'<ul>{items}</ul><p class="confidence" dir="auto">{_text(last)}</p></article>\n'
    )


def _table(block: Table, title: str, numbers: "count[int]") -> str:
    drawn = any(block.strips)
    head = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in block.headings)
    head += f'<th scope="col">{_SCALE}</th>' if drawn else ""
    strips = block.strips if drawn else (None,) * len(block.rows)
    rows = "".join(
        f'<tr><th scope="row" dir="auto">{_text(first)}</th>'
        + "".join(f'<td dir="auto">{_text(cell)}</td>' for cell in rest)
        + (f'<td class="drawn">{strip_svg(strip, next(numbers)) if strip else ""}</td>' if drawn else "")
        + "</tr>"
        for (first, *rest), strip in zip(block.rows, strips, strict=True)
    )
    label = _text(f"Table: {title}")
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>\n"
    )


def _outline(block: Outline) -> str:
    """Nested lists: an item opens a list for those below it."""
    parts: list[str] = ['<ul class="outline">']
    depth = 0
    for place, (level, text) in enumerate(block.items):
        if place and level <= depth:
            parts.append("</li>" + "</ul></li>" * (depth - level))
        elif place:
            parts.append("<ul>")
        depth = min(level, depth + 1) if place else level
        parts.append(f'<li dir="auto">{_text(text)}')
    parts.append("</li>" + "</ul></li>" * depth + "</ul>\n" if block.items else "</ul>\n")
    return "".join(parts)
