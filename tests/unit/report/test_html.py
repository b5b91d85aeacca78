"""The page: one file that asks for nothing, runs nothing, and in which nothing that a casebook says acts as markup."""

import re
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import example, given, strategies as st

import claimtrack as ct
from casebooks import fell_and
from claimtrack.report.blocks import (
    Bullets,
    Figure,
    Judgment,
    Outline,
    Paragraph,
    Picture,
    Report,
    Section,
    Strip,
    Table,
    Zone,
)
from claimtrack.report.charts.answers import Answer, AnswersChart
from claimtrack.report.charts.bars import Bar, BarChart
from claimtrack.report.charts.case.chart import CaseChart
from claimtrack.report.charts.case.panel import Line, Mark, Origin, Panel, Row
from claimtrack.report.charts.evidence import EvidenceChart, EvidenceRow
from claimtrack.report.charts.line import LineChart, Stop
from claimtrack.report.charts.reliability import ReliabilityChart, ReliabilityDot
from claimtrack.report.charts.strip import Ruler
from claimtrack.report.charts.timeline import DateMark, Lane, Timeline
from claimtrack.testing.generate.changes import witness
from profiles import by_profile

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "border_lockdowns" / "casebook.toml"
_SPACE = "{http://www.w3.org/1999/xhtml}"
_SVG = "{http://www.w3.org/2000/svg}"


def parsed(page: str) -> Element:
    """The page as a browser reads it; a page that breaks a rule of HTML is refused."""
    parser = html5lib.HTMLParser(strict=True)
    return parser.parse(page)


def elements(page: str) -> list[str]:
    """The names of all elements of a page, in order; lines of text of a picture, which break as it fits, as one."""
    names = [str(element.tag).removeprefix(_SPACE).removeprefix(_SVG) for element in parsed(page).iter()]
    return [name for name, run in groupby(names) for _ in (run if name != "text" else [0])]


def pictures(text: str) -> list[Picture]:
    """A picture of every kind, which says a text wherever it can."""
    zones = (Zone(word=text, low=0.0, high=0.5), Zone(word=text, low=0.5, high=1.0))
    answer = Answer(text=text, probability=0.4, low=0.1, high=0.7, word=text)
    origins = (Origin(names=text, notes=text, relay=text), Origin(names=text, notes=text))
    lines = tuple(
        Line(origin=place, denies=denies, sure=denies, weight=1.0) for place, denies in ((0, True), (1, False))
    )
    marks = (Mark(answer=0, against=False, weight=1.0), Mark(answer=0, against=True, weight=0.0, count=2))
    rows = (
        Row(text=text, notes=text, lines=lines, marks=marks),
        Row(text=text, notes=text, under=0, undermines=True, depth=1),
        Row(text=None, lines=lines[:1], marks=marks[:1]),
    )
    panels = (
        Panel(title=text, answers=(answer,), none_of_these=0.6, origins=origins, rows=rows),
        Panel(title=text, answers=(answer,) * 4, none_of_these=None, origins=origins, rows=rows),
        Panel(title=text, answers=(), none_of_these=None, origins=origins, rows=rows[1:2]),
    )
    mark = DateMark(label=text, first="2021-01-01", last="2021-03-31", doubtful=True, written=text)
    return [
        CaseChart(panels=panels),
        EvidenceChart(answers=(text, text), rows=(EvidenceRow(name=text, notes=text, cells=(2.5, -0.1)),)),
        EvidenceChart(answers=(text,) * 9, rows=(EvidenceRow(name=text, notes=text, cells=(0.0,) * 9),)),
        AnswersChart(answers=(answer, answer), none_of_these=0.2),
        Timeline(lanes=(Lane(name=text, marks=(mark, mark)),)),
        BarChart(bars=(Bar(label=text, belief=0.5, disbelief=0.2, unknown=0.3),)),
        Ruler(name=text, zones=zones),
        LineChart(stops=(Stop(label=text, low=0.1, probability=0.4, high=0.7, marked=True),), zones=zones),
        ReliabilityChart(dots=(ReliabilityDot(word=text, mean=0.4, true=0.5, low=0.1, high=0.9, count=3),)),
    ]


def saying(text: str) -> Report:
    """A report with every kind of block, which says a text wherever it can."""
    strip = Strip(low=0.2, probability=0.5, high=0.7, zones=(Zone(word=text, low=0.5, high=0.6),), word=text)
    table = Table(headings=(text, text), rows=((text, text), (text, text)))
    blocks = (
        Judgment(claim=text, lead=text, strip=strip, lines=(text, text)),
        Paragraph(text=text),
        Bullets(items=(text, text)),
        Bullets(items=(text,), numbered=True),
        Outline(items=((0, text), (1, text), (2, text), (1, text), (0, text))),
        table,
        *(Figure(caption=text or "x", picture=picture, words=table) for picture in pictures(text)),
    )
    sections = (Section(title=text, blocks=blocks), Section(title=text, level=2, blocks=blocks))
    return Report(title=text, audience="public", digest="sha256:0", sections=sections)


@cache
def border() -> str:
    """The page of the example."""
    return ct.render(ct.compose(ct.explain(ct.score(ct.read(EXAMPLE)))), "html")


_TAGS = st.text(alphabet="<>\"'&;/=!- \\`abonscriptjvldt:#\n\u202e\x00", max_size=60)


@given(st.text(max_size=60) | _TAGS)
@example("<script>alert(1)</script>")
@example('"><img src=x onerror=alert(1)>')
@example("</title></style><svg onload=alert(1)>")
@example("&lt;script&gt; &#60; &amp")
@example("javascript:alert(1)")
@example("]]><!-- --!> <![CDATA[")
@example("\u202eevil\u2066")
def test_no_text_makes_an_element(text: str) -> None:
    """Whatever a casebook says, the page has the elements of the template and no other."""
    assert elements(ct.render(saying("plain"), "html")) == elements(ct.render(saying(text), "html"))


def everywhere(text: str) -> ct.Casebook:
    """A casebook that says a text in every field that takes any text, and has a record of every kind."""
    day, known = ct.PartialDate("2021-03~"), ct.Confidential(name=text, contact=text, place=text, note=text)
    sources = tuple(
        ct.Source(
            id=f"s{place}",
            name=text,
            kind="media",
            protected=place == 2,
            descriptor=text if place else None,
            aliases=(text,),
            note=text,
            topics={text: "B"},
            confidential=known,
        )
        for place in range(3)
    )
    claims = tuple(
        ct.Claim(id=f"c{place}", text=text, topic=text, place=text, when=day, note=text) for place in range(4)
    )
    said = tuple(
        ct.Statement(
            id=f"t{place}",
            origin=f"s{place % 3}",
            claim=f"c{place % 3}",
            stance=("asserts", "denies")[place % 2],
            lineage=("witnessed", "told")[place % 2],
            via=() if place % 2 else (f"s{(place + 1) % 3}",),
            hedge=text,
            quote=text,
            document="d",
            terms=("on the record", "background", "deep background")[place % 3],
            published=day,
            standing=ct.Standing(is_="retracted" if place == 5 else "stands", because=text, on=day),
        )
        for place in range(6)
    )
    kinds = ("assumption", "gap", "indicator", "search made", "right of reply", "dissent", "deception check", "harm")
    return ct.Casebook(
        title=text,
        sources=sources,
        claims=(*claims, ct.Claim(id="o", text=text, kind="opinion")),
        questions=(ct.Question(id="q", text=text, claims=("c0", "c1")),),
        statements=said,
        links=(
            ct.Link(id="l", from_claim="c2", to_claim="c0", sign="undermines", because=text),
            ct.Link(id="m", from_claim="c0", to_claim="c1", sign="supports", because=text),
        ),
        dependences=(ct.Dependence(sources=("s0", "s1"), kind="same owner", because=text, strength=0.5),),
        established=(ct.Established(source="s1", because=text),),
        documents=(
            ct.Document(id="d", title=text, publisher=text, url=text, archive_url=text, digest=text, text=text),
        ),
        notes=tuple(ct.Note(kind=kind, about="c0", text=text, by=text, on=day) for kind in kinds),
    )


@cache
def page_of(text: str, audience: str, *, checked: bool = False) -> str:
    """The whole report of that casebook, as a page."""
    assessment = ct.score(everywhere(text), audience=audience)
    findings = ct.check(assessment) if checked else None
    return ct.render(ct.compose(ct.explain(assessment, closely=["c0"]), findings=findings), "html")


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style></svg></details><svg onload=alert(1)>",
    "javascript:alert(document.cookie)",
    "data:text/html,<script>alert(1)</script>",
    "&lt;script&gt;&#x3c;b&#x3e; &amp;lt;",
    "\u202egnp.exe\u2066\u200f",
    "=HYPERLINK(1) \x1b[31m \x00",
    "]]>--><!--<![CDATA[",
    "{{7*7}} ${7*7} <%= 7 %>",
)


@pytest.mark.parametrize("audience", ["internal", "public"])
@pytest.mark.parametrize("text", by_profile(dev=HOSTILE[::4], ci=HOSTILE, deep=HOSTILE))
def test_a_hostile_casebook_makes_the_template_and_nothing_else(text: str, audience: str) -> None:
    """With a hostile text in every field the page has the elements, and attributes, of one with a plain text."""
    page = page_of(text, audience)
    assert elements(page) == elements(page_of("Plain words.", audience))
    seen = {name for element in parsed(page).iter() for name in element.attrib}
    assert seen == {name for element in parsed(page_of("Plain words.", audience)).iter() for name in element.attrib}
    assert not any(name.startswith("on") for name in seen)
    checked = page_of(text, audience, checked=True)
    assert set(elements(checked)) == set(elements(page_of("Plain words.", audience, checked=True)))
    for element in parsed(page).iter():
        for name, value in element.attrib.items():
            scheme = (
                re.match(r"\s*([a-z][a-z0-9+.-]*):", value, re.IGNORECASE)
                if name in {"href", "src", "action"}
                else None
            )
            assert scheme is None or scheme[1].lower() in {"http", "https", "mailto"}


@pytest.mark.parametrize("page", ["saying", "border"])
def test_the_page_runs_nothing_and_asks_for_nothing(page: str) -> None:
    """No script, no handler, no style attribute, no address but a place on the page, and a policy that allows none."""
    text = border() if page == "border" else ct.render(saying("javascript:alert(1) https://evil.example"), "html")
    for element in parsed(text).iter():
        name = str(element.tag).rpartition("}")[2]
        assert name not in {"script", "iframe", "object", "embed", "img", "link", "form", "base", "video", "audio"}
        for attribute, value in element.attrib.items():
            assert not attribute.lower().startswith("on")
            assert attribute not in {"src", "style", "srcset", "action"}
            assert attribute != "href" or re.fullmatch(r"#[a-z]+-?\d+", value)
    assert "default-src 'none'" in text
    style = text[text.index("<style>") : text.index("</style>")]
    assert not re.search(r"url\(|@import|expression|http", style)


def test_every_link_and_label_leads_somewhere() -> None:
    """Each place that a link or a label names is there, once."""
    page = parsed(border())
    ids = [element.attrib["id"] for element in page.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    named = {element.attrib["href"].removeprefix("#") for element in page.iter() if "href" in element.attrib}
    named |= {element.attrib["aria-labelledby"] for element in page.iter() if "aria-labelledby" in element.attrib}
    assert named <= set(ids)


def test_an_outline_nests_as_its_depths_say() -> None:
    """An item stands in the list of the one before it that is less deep, whatever depths are skipped."""
    items = ((1, "a"), (3, "b"), (3, "c"), (2, "d"), (4, "e"), (0, "f"))
    section = Section(title="S", blocks=(Outline(items=items),))
    page = ct.render(Report(title="T", audience="public", digest="", sections=(section,)), "html")
    assert "<li>a<ul><li>b</li><li>c</li><li>d<ul><li>e</li></ul></li></ul></li><li>f</li></ul>" in page


def test_the_page_says_what_the_text_says() -> None:
    """Every sentence of the report stands on the page, in the same order."""
    report = ct.compose(ct.explain(ct.score(ct.read(EXAMPLE)), closely=[]))
    seen = " ".join("".join(parsed(ct.render(report, "html")).itertext()).split())
    place = 0
    for section in report.sections:
        for block in section.blocks:
            for text in (
                block.items if isinstance(block, Bullets) else (block.text,) if isinstance(block, Paragraph) else ()
            ):
                place = seen.index(" ".join(str(text).split()), place)
    assert place > 0


def test_headings_step_down_one_at_a_time() -> None:
    """A screen reader finds a first heading, and none that skips a level."""
    levels = [int(tag[1]) for tag in elements(border()) if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_headings_and_a_label() -> None:
    """Columns and rows have headings with a scope, and whoever cannot see a table is told what it is."""
    page = parsed(border())
    tables = list(page.iter(f"{_SPACE}table"))
    assert tables
    for table in tables:
        heads = [element.attrib.get("scope") for element in table.iter(f"{_SPACE}th")]
        assert heads
        assert set(heads) <= {"col", "row"}
    regions = [element for element in page.iter(f"{_SPACE}div") if element.attrib.get("role") == "region"]
    assert len(regions) == len(tables)
    assert all(region.attrib["tabindex"] == "0" for region in regions)
    assert len({region.attrib["aria-label"] for region in regions}) == len(regions)


def test_every_picture_says_what_it_shows() -> None:
    """Each picture has a title, that of a score with its numbers; each figure says the same in words."""
    page = parsed(border())
    found = list(page.iter(f"{_SVG}svg"))
    titles = [(picture.attrib["class"], picture.find(f"{_SVG}title")) for picture in found]
    assert {kind for kind, _ in titles} == {"answers", "case", "evidence", "line", "timeline"}
    assert all(title is not None and len(title.text or "") > 20 for _, title in titles)
    assert all(
        "with bounds from" in (title.text or "") for kind, title in titles if kind == "line" and title is not None
    )
    for figure in page.iter(f"{_SPACE}figure"):
        details = figure.find(f"{_SPACE}details")
        assert details is not None
        assert len("".join(details.itertext()).split()) > 5


def test_the_same_report_is_the_same_page() -> None:
    """The page is a function of the report."""
    assert ct.render(saying("x"), "html") == ct.render(saying("x"), "html")


def test_a_public_page_holds_no_protected_name() -> None:
    """The page of the public casebook has the label and not the name."""
    quill = ct.Source(id="quill", name="Ada Quill", reliability="B", protected=True, descriptor="a nurse")
    _, said = witness("quill", "fell")
    book = fell_and(quill, said)
    page = ct.render(ct.compose(ct.explain(ct.score(book, audience="public"))), "html")
    assert "a nurse" in page
    assert "quill" not in page.lower()


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    """A notebook gets a frame that runs nothing, with the whole page in it; an internal report does not show itself."""
    book = ct.Casebook(title='"><script>')
    assert ct.compose(ct.explain(ct.score(book), closely=[]))._repr_html_() is None  # type: ignore[attr-defined]
    report = ct.compose(ct.explain(ct.score(book, audience="public"), closely=[]))
    page = ct.render(report, "html")
    for shown in (page, report):
        frame = html5lib.parse(shown._repr_html_()).find(f".//{_SPACE}iframe")  # type: ignore[union-attr]
        assert frame is not None
        assert (frame.attrib["sandbox"], frame.attrib["srcdoc"]) == ("", page)
