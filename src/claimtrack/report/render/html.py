"""The page: blocks as elements, all text escaped, and a policy that allows nothing from elsewhere."""

import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import count

from claimtrack.report.blocks import Block, Bullets, Figure, Judgment, Outline, Paragraph, Report, Section, Table
from claimtrack.report.charts.pictures import Bars, Course, Flow, Grid, Picture, Reliability, Ruler, Strip, Timeline
from claimtrack.report.charts.svg.bars import bars_svg
from claimtrack.report.charts.svg.flow import flow_svg
from claimtrack.report.charts.svg.grid import grid_svg
from claimtrack.report.charts.svg.line import course_svg
from claimtrack.report.charts.svg.reliability import reliability_svg
from claimtrack.report.charts.svg.ruler import ruler_svg
from claimtrack.report.charts.svg.strip import strip_svg
from claimtrack.report.charts.svg.timeline import timeline_svg
from claimtrack.report.render.escaping import safe

_SCALE = "0 to 100 %"
_WIDE = 20
_LATIN = re.compile(r"[A-Za-z]")
_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?[~?%]?", re.ASCII)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render_html(report: Report) -> str:
    """A report as one HTML page that asks for nothing from anywhere and runs nothing."""
    title = safe(report.title)
    numbers = count(1)
    body = "".join(_section(section, place, numbers) for place, section in enumerate(_grouped(report)))
    contents = "".join(
        f'<li><a href="#part-{place}">{safe(section[0].title)}</a></li>'
        for place, section in enumerate(_grouped(report))
    )
    return (
        "<!DOCTYPE html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="generator" content="claimtrack">\n'
        f"<title>{title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#part-0">To the bottom line</a>\n'
        f'<header class="head"><h1 dir="auto">{title}</h1>'
        f'<p class="meta">{safe(report.made_from)}</p>'
        "</header>\n"
        f'<nav aria-label="Contents"><details><summary>Contents</summary><ol>{contents}</ol></details></nav>\n'
        f"<main>\n{body}</main>\n"
        f"<footer><p>Digest of the casebook: {safe(report.digest)}</p></footer>\n</body>\n</html>\n"
    )


def _style() -> str:
    return files("claimtrack.report.render").joinpath("style.css").read_text(encoding="utf-8")


def _way(text: str) -> str:
    """The direction of a sentence: ours run from left to right, whatever script the words in them begin with."""
    return "" if _LATIN.search(text) else ' dir="auto"'


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
        inner += f'<h3 dir="auto">{safe(part.title)}</h3>\n' + "".join(_blocks(part, numbers))
    head = f'<h2 id="head-{place}">{safe(first.title)}</h2>'
    return f'<section id="part-{place}"{kind} aria-labelledby="head-{place}">\n{head}\n{inner}</section>\n'


def _blocks(section: Section, numbers: "count[int]") -> Iterator[str]:
    return (_block(block, section.title, numbers) for block in section.blocks)


def _block(block: Block, title: str, numbers: "count[int]") -> str:
    match block:
        case Paragraph():
            return f"<p{_way(block.text)}>{safe(block.text)}</p>\n"
        case Bullets():
            name = "ol" if block.numbered else "ul"
            return f"<{name}>" + "".join(f"<li{_way(item)}>{safe(item)}</li>" for item in block.items) + f"</{name}>\n"
        case Outline():
            return _outline(block)
        case Judgment():
            return _card(block, next(numbers))
        case Table():
            return _table(block, title, numbers)
        case Figure():
            return _figure(block, title, numbers)


def _card(block: Judgment, number: int) -> str:
    *lines, last = block.lines or ("",)
    items = "".join(f"<li{_way(line)}>{safe(line)}</li>" for line in lines)
    return (
        f'<article class="card"><h3 dir="auto">{safe(block.claim)}</h3>'
        f'<p class="lead">{safe(block.lead)}</p>'
        f'<div class="strip"><span aria-hidden="true">0 %</span>{strip_svg(block.strip, number)}'
        f'<span aria-hidden="true">100 %</span></div>'
        f'{_zone(block.strip)}<ul>{items}</ul><p class="confidence">{safe(last)}</p></article>\n'
    )


def _zone(strip: Strip) -> str:
    """What the shaded part of a strip is."""
    zone = strip.zone
    if zone is None:
        return ""
    shares = f"{zone.low * 100:.0f} to {zone.high * 100:.0f} %"
    return f'<p class="zone">Shaded: “{safe(zone.word)}”, {shares}. Box: the bounds. Mark: the probability.</p>'


def _table(block: Table, title: str, numbers: "count[int]") -> str:
    drawn = any(block.strips)
    head = "".join(f'<th scope="col">{safe(cell)}</th>' for cell in block.headings)
    head += f'<th scope="col">{_SCALE}</th>' if drawn else ""
    strips = block.strips if drawn else (None,) * len(block.rows)
    rows = "".join(
        f'<tr><th scope="row"{_kind(first)} dir="auto">{safe(first)}</th>'
        + "".join(map(_cell, rest))
        + (f'<td class="drawn">{strip_svg(strip, next(numbers)) if strip else ""}</td>' if drawn else "")
        + "</tr>"
        for (first, *rest), strip in zip(block.rows, strips, strict=True)
    )
    label = safe(f"Table {next(numbers)}: {title}")
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>\n"
    )


def _cell(text: str) -> str:
    """A cell."""
    return f'<td{_kind(text)} dir="auto">{safe(text)}</td>'


def _kind(text: str) -> str:
    """How a cell may break: a date nowhere, a word that is wider than a column anywhere."""
    if _DATE.fullmatch(text):
        return ' class="date"'
    return ' class="long"' if max(map(len, text.split()), default=0) > _WIDE else ""


def _figure(block: Figure, title: str, numbers: "count[int]") -> str:
    """A picture, what it shows, and the same in words behind a line that opens."""
    label = safe(f"Picture {next(numbers)}: {title}")
    return (
        f'<figure><div class="scroll" role="region" tabindex="0" aria-label="{label}">'
        f"{_drawn(block.picture, next(numbers))}</div>"
        f"<figcaption>{safe(block.caption)}</figcaption>"
        f"<details><summary>The same in words</summary>\n{_block(block.words, title, numbers)}</details></figure>\n"
    )


def _drawn(picture: Picture, number: int) -> str:
    match picture:
        case Flow():
            return flow_svg(picture, number)
        case Timeline():
            return timeline_svg(picture, number)
        case Grid():
            return grid_svg(picture, number)
        case Bars():
            return bars_svg(picture, number)
        case Ruler():
            return ruler_svg(picture, number)
        case Course():
            return course_svg(picture, number)
        case Reliability():
            return reliability_svg(picture, number)


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
        parts.append(f"<li{_way(text)}>{safe(text)}")
    parts.append("</li>" + "</ul></li>" * depth + "</ul>\n" if block.items else "</ul>\n")
    return "".join(parts)
