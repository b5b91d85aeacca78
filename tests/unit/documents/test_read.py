"""The texts of documents: from text, Markdown, HTML and PDF files, and the errors where they cannot be read."""

import os
import re
import sys
from io import BytesIO
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from pypdf import PageObject, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject
from selectolax import lexbor
from selectolax.lexbor import SelectolaxError

import claimtrack as ct
from claimtrack.documents import html, tags
from claimtrack.documents.markdown import _parser
from claimtrack.documents.read import read_text
from claimtrack.errors.failures import InvalidCasebook, MissingExtra
from claimtrack.text.quotes import check_quote
from scaling import calls

_QUOTE = "She did not go to the “harbour” & stayed"


def book(*names: str) -> ct.Casebook:
    """A casebook with a document for each file."""
    return ct.Casebook(
        documents=tuple(
            ct.Document(id=f"d{place}", title="A document", text=ct.TextFile(path=name))
            for place, name in enumerate(names)
        )
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", _QUOTE),
        ("a.md", "# A heading\n\nShe **did not** go to [the “harbour”](https://a.example/b) & *stayed*."),
        (
            "a.html",
            (
                "<html><head><title>x</title><style>p{}</style></head><body><script>She</script>"
                "<p>She <b>did&nbsp;not</b> go to the &ldquo;har<i>bour</i>&rdquo; &amp; stayed</p></body></html>"
            ),
        ),
        ("a.HTM", "<p>She did not go to\nthe &#8220;harbour&#8221; &amp; stayed<p>"),
    ],
)
def test_a_quote_is_found_in_each_kind(tmp_path: Path, name: str, content: str) -> None:
    """What a reader sees on the page is the text that quotes are held against."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    text = ct.read_texts(book(name), tmp_path)["d0"]
    assert check_quote(_QUOTE, text).kind in ("verbatim", "normalised")
    assert "x</title>" not in text
    assert "{" not in text


def test_a_quote_is_found_in_a_pdf(tmp_path: Path) -> None:
    """With the extra installed, the words of a PDF are its text."""
    (tmp_path / "a.pdf").write_bytes(_pdf("She did not go to the harbour"))
    assert check_quote("did not go to the harbour", ct.read_texts(book("a.pdf"), tmp_path)["d0"]).kind == "verbatim"


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.pdf"])
def test_a_missing_extra_is_named_with_its_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A missing optional package is reported with the command that installs it; plain text needs none."""
    for module in ("markdown_it", "selectolax.lexbor", "pypdf"):
        monkeypatch.setitem(sys.modules, module, None)
    _parser.cache_clear()
    (tmp_path / name).write_bytes(b"%PDF-1.4")
    (tmp_path / "a.txt").write_bytes(b"plain")
    with pytest.raises(MissingExtra, match=r"pip install 'claimtrack\[documents\]'"):
        ct.read_texts(book(name), tmp_path)
    assert ct.read_texts(book("a.txt"), tmp_path) == {"d0": "plain"}


def _pdf(words: str) -> bytes:
    """The smallest PDF with one line of text."""
    stream = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{place:010d} 00000 n \n" for place in places)
    return (out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").encode()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("gone.txt", None, "no such file"),
        ("a.docx", b"x", "ends in none of .txt, .md, .html"),
        ("a.txt", b"\xff\xfe\x00", "not UTF-8"),
        ("a.pdf", b"no pdf at all", "not a PDF"),
    ],
)
def test_what_cannot_be_read_is_reported(tmp_path: Path, name: str, content: bytes | None, reason: str) -> None:
    """A file that is missing, of another kind, or not text is a problem that names it, never a traceback."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InvalidCasebook, match=re.escape(reason)) as caught:
        ct.read_texts(book(name), tmp_path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place, problem.seen) == ("unreadable-document", "documents[0].text", name)  # type: ignore[attr-defined]


def test_all_that_cannot_be_read_is_reported_together(tmp_path: Path) -> None:
    """One error lists each document without a text, in the order of the casebook; those with one are no problem."""
    (tmp_path / "right.txt").write_text("x", encoding="utf-8")
    (tmp_path / "latin.html").write_bytes("<p>Zoé</p>".encode("latin-1"))
    with pytest.raises(InvalidCasebook) as caught:
        ct.read_texts(book("gone.txt", "right.txt", "latin.html", "x.rtf"), tmp_path)
    assert [problem.place for problem in caught.value.problems] == [f"documents[{n}].text" for n in (0, 2, 3)]


@pytest.mark.skipif(os.name != "posix", reason="pipes are POSIX's")
def test_only_regular_files_are_read(tmp_path: Path) -> None:
    """A pipe, a device and a folder are reported, never opened."""
    os.mkfifo(tmp_path / "p.txt")
    (tmp_path / "z.txt").symlink_to("/dev/zero")
    (tmp_path / "f.txt").mkdir()
    with pytest.raises(InvalidCasebook) as caught:
        ct.read_texts(book("p.txt", "z.txt", "f.txt"), tmp_path, within="/")
    reasons = [problem.reason for problem in caught.value.problems]  # type: ignore[attr-defined]
    assert reasons == ["not a regular file", "not a regular file", "this is a folder"]


@pytest.mark.parametrize("kind", ["relative", "absolute", "link", "linked folder", "is not there"])
def test_documents_lie_in_the_folder_of_the_casebook(tmp_path: Path, kind: str) -> None:
    """A casebook reads only files beside it, and does not tell which others there are, unless it is allowed to."""
    folder, outside = tmp_path / "case", tmp_path / "diary.txt"
    folder.mkdir()
    if kind != "is not there":
        outside.write_text("The code is 4711.", encoding="utf-8")
    (folder / "link.txt").symlink_to(outside)
    (folder / "up").symlink_to(tmp_path)
    ways = {"absolute": str(outside), "link": "link.txt", "linked folder": "up/diary.txt"}
    casebook = book(ways.get(kind, "../diary.txt"))
    with pytest.raises(InvalidCasebook, match="outside the casebook's folder"):
        ct.read_texts(casebook, folder)
    if kind != "is not there":
        assert ct.read_texts(casebook, folder, within=tmp_path) == {"d0": "The code is 4711."}


def test_links_within_the_folder_are_followed(tmp_path: Path) -> None:
    """Where a casebook's folder is reached by a link, or its documents are links among themselves, they are read."""
    (tmp_path / "case" / "texts").mkdir(parents=True)
    (tmp_path / "case" / "texts" / "a.txt").write_text("here", encoding="utf-8")
    (tmp_path / "case" / "b.txt").symlink_to("texts/a.txt")
    (tmp_path / "way").symlink_to("case")
    assert ct.read_texts(book("texts/../b.txt"), tmp_path / "way") == {"d0": "here"}


@pytest.mark.parametrize("target", ["case.private.toml", "case.toml"])
def test_a_link_opens_no_file_that_is_no_document(tmp_path: Path, target: str) -> None:
    """The ending counts of the link and of what it leads to, so that no link passes a private file off as a text."""
    (tmp_path / target).write_text("name = 'Ada Quill'", encoding="utf-8")
    (tmp_path / "e.txt").symlink_to(target)
    (tmp_path / "f.txt").symlink_to("e.txt")
    with pytest.raises(InvalidCasebook, match="that it links to, ends in none of") as caught:
        ct.read_texts(book("e.txt", "f.txt"), tmp_path)
    assert len(caught.value.problems) == 2
    assert "Ada" not in str(caught.value)


def test_a_private_file_is_no_document_by_whatever_name(tmp_path: Path) -> None:
    """Neither over a hard link nor where the private file itself is a link to a text."""
    (tmp_path / "a.txt").write_text("name = 'Ada Quill'", encoding="utf-8")
    (tmp_path / "case.private.toml").symlink_to("a.txt")
    (tmp_path / "b.txt").hardlink_to(tmp_path / "a.txt")
    with pytest.raises(InvalidCasebook, match="it is a private file") as caught:
        ct.read_texts(book("a.txt", "b.txt"), tmp_path)
    assert len(caught.value.problems) == 2
    assert "Ada" not in str(caught.value)


def test_a_document_over_a_limit_is_refused_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    """Bytes, pages, drawing and text have limits, which the message names; what keeps them is read."""
    (tmp_path / "a.pdf").write_bytes(_pdf("She did not go"))
    for name in ("a.txt", "a.md"):
        (tmp_path / name).write_bytes(b"12345")
    for name, given in {"a.txt": "document=4", "a.md": "markdown=4", "a.pdf": "pages=0"}.items():
        with subtests.test(given=given):
            monkeypatch.setenv("CLAIMTRACK_LIMITS", given)
            with pytest.raises(InvalidCasebook, match=f"CLAIMTRACK_LIMITS={given.partition('=')[0]}=N"):
                ct.read_texts(book(name), tmp_path)
    for name in ("drawing", "text"):
        with subtests.test(given=name):
            monkeypatch.setenv("CLAIMTRACK_LIMITS", f"{name}=13")
            with pytest.raises(InvalidCasebook, match=f"CLAIMTRACK_LIMITS={name}=N"):
                ct.read_texts(book("a.pdf"), tmp_path)
    monkeypatch.setenv("CLAIMTRACK_LIMITS", "document=10000,pages=1,drawing=1000,text=14")
    assert set(ct.read_texts(book("a.txt", "a.pdf"), tmp_path)) == {"d0", "d1"}


_FLOODS = {
    "fonts": "".join(f"<font s={n}><p>" for n in range(3_000)),
    "links": "".join(f"<b a{n}><p>" for n in range(3_000)),
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(30_000)) + ">",
    "quoted": "<p " + " ".join(f"a{n}='>'" for n in range(30_000)) + ">",
    "within a drawing": "<svg><style>" + "".join(f"<b s={n}><p>" for n in range(3_000)),
    "choices": "<select>" + "<option>" * 30_000,
}


@pytest.mark.parametrize("page", _FLOODS.values(), ids=_FLOODS)
@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_attributes_and_menus_do_not_get_to_the_parser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, page: str
) -> None:
    """The parser takes quadratic time and memory for them, and no reader sees them; the text stays."""
    seen: list[str] = []
    strip = tags.tags_only

    def kept(page: str, path: str) -> str:
        seen.append(strip(page, path))
        return seen[0]

    monkeypatch.setattr(html, "tags_only", kept)
    assert read(tmp_path, name, page + "text</style></select>") in ("text", "")
    assert not re.search(r"<[^>]*[\s=]|<select", seen[0])


_DEEP = (
    "<div>", "<a><div>", "<b><div></b>", "<ul><li>", "<table><tr><td>", "<div><table></div></table>", "<span>",
    "<span><div></span></div>", "<i><p>x</p>", "<svg><g>", "<svg><desc>", "<div/>", "<!-- > --><div a='>'>", "<x-y>",
    "<div><svg></div><dl></div>", "<ruby></form><form></ruby>", "<template>", "<section><script></section></script>",
)  # fmt: skip


@pytest.mark.parametrize("unit", _DEEP)
@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_pages_that_nest_deeper_than_the_limit_are_refused(tmp_path: Path, name: str, unit: str) -> None:
    """Whatever is left open, a thousand times is too deep, and the message names the limit."""
    (tmp_path / name).write_text("<div>" + unit * 1_001, encoding="utf-8")
    with pytest.raises(InvalidCasebook, match="CLAIMTRACK_LIMITS=depth=N"):
        ct.read_texts(book(name), tmp_path)


@pytest.mark.parametrize(
    "unit",
    [
        "<p>x", "<ul><li>x<li>y</ul>", "<table><tr><td><div><font size=1>x<tr><td>y</table>", "<p><b><i>x</b></i>",
        "<a name=x>y<br>", "<dl><dt>x<dd>y</dl>", "<h1>x</h1><hr><img src=x>", "<div><p>x</div>", "<option>x",
        "<svg><path d='M 0 0'/><title>x</title></svg>", "<script>'<div>'</script>", "<!-- <div> -->x", "<li>x",
        "<form><div>x</div></form>", "<textarea><div></textarea>", "<table><tr><td>x<td>y</tr></table>",
    ],
)  # fmt: skip
def test_long_pages_are_not_deep(tmp_path: Path, unit: str) -> None:
    """What may be left open, and what is ended by what follows, is no nesting."""
    assert read(tmp_path, "a.html", unit * 3) in (read(tmp_path, "a.html", unit * 3_000) + " ")


@pytest.mark.parametrize("mark", ["", "> "])
def test_tables_that_lack_very_many_cells_are_refused(tmp_path: Path, mark: str) -> None:
    """Small tables of many columns and short rows would grow a hundredfold, each of them; whole rows are none such."""
    table = f"{mark}{'|a' * 600}|\n{mark}{'|-' * 600}|\n" + f"{mark}|b|\n" * 60 + f"{mark}\n"
    (tmp_path / "a.md").write_text(table * 4, encoding="utf-8")
    with pytest.raises(InvalidCasebook, match="CLAIMTRACK_LIMITS=cells=N"):
        ct.read_texts(book("a.md"), tmp_path)
    assert read(tmp_path, "a.md", "| a | b |\n|---|---|\n" + "| c | d |\n" * 50) == "a b" + " c d" * 50


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt"])
@pytest.mark.parametrize("error", [MemoryError, RecursionError, SelectolaxError])
def test_a_parser_that_gives_up_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, error: type[Exception]
) -> None:
    """What a parser raises is told as a file that cannot be read."""

    def fail(*_: object) -> str:
        raise error

    (tmp_path / name).write_text("x", encoding="utf-8")
    if name == "a.txt":
        assert ct.read_texts(book(name), tmp_path) == {"d0": "x"}
        return
    monkeypatch.setattr(lexbor, "LexborHTMLParser", fail)
    with pytest.raises(InvalidCasebook, match="cannot be read"):
        ct.read_texts(book(name), tmp_path)


def _drawn_pdf(page: bytes, *forms: bytes, pages: int = 1, apart: bool = True) -> bytes:
    """A PDF whose pages share one stream, and resources if they are not apart.

    Each form may draw the ones before it, which are called F0, F1 and so on.
    """
    writer = PdfWriter()
    kept = DictionaryObject()
    for number, content in enumerate(forms):
        form = StreamObject()
        form.set_data(content)
        form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
        form[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): DictionaryObject(kept)})
        kept[NameObject(f"/F{number}")] = writer._add_object(form)
    stream = StreamObject()
    stream.set_data(page)
    drawn = writer._add_object(stream.flate_encode())
    shared = writer._add_object(DictionaryObject({NameObject("/XObject"): kept}))
    for _ in range(pages):
        one = writer.add_blank_page(100, 100)
        one[NameObject("/Contents")] = drawn
        one[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): kept}) if apart else shared
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "drawn"),
    [
        (_drawn_pdf(b" " * 500, pages=3), 1_500),
        (_drawn_pdf(b"q /F0 Do", b" " * 500), 508),
        (_drawn_pdf(b"q /F0 Do", b" " * 500, pages=3), 3 * 508),
        (_drawn_pdf(b"/F0 Do q /F0 Do", b" " * 500, b" " * 900), 1_015),
        (_drawn_pdf(b"/F0 /F1 Do", b" " * 500, b" " * 100), 510),
        (_drawn_pdf(b"/#46#30 Do", b" " * 500), 510),
        (_drawn_pdf(b"/F1 Do", b" " * 500, b"/F0 Do q\n/F0 Do"), 6 + 15 + 1_000),
        (_drawn_pdf(b"no form", b" " * 500), 7),
    ],
)
def test_what_draws_a_pdf_counts_as_often_as_it_draws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, drawn: int
) -> None:
    """A stream that pages share counts for each of them, and a form for each time that it is drawn."""
    (tmp_path / "a.pdf").write_bytes(content)
    monkeypatch.setenv("CLAIMTRACK_LIMITS", f"drawing={drawn - 1}")
    with pytest.raises(InvalidCasebook, match="bytes that draw its pages"):
        ct.read_texts(book("a.pdf"), tmp_path)
    monkeypatch.setenv("CLAIMTRACK_LIMITS", f"drawing={drawn}")
    assert not ct.read_texts(book("a.pdf"), tmp_path)["d0"].strip()


def test_pages_that_are_drawn_alike_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that share all that draws them have one text, which is on each of them."""
    read: list[object] = []
    extract = PageObject.extract_text
    monkeypatch.setattr(PageObject, "extract_text", lambda page: read.append(page) or extract(page))
    (tmp_path / "a.pdf").write_bytes(_drawn_pdf(b"BT (a bridge) Tj ET " * 1_000, pages=300, apart=False))
    text = ct.read_texts(book("a.pdf"), tmp_path)["d0"]
    assert len(read) == 1
    assert text.count("\n") >= 299
    assert text.count("a bridge") == 300 * 1_000


def test_a_small_pdf_draws_little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What grows far beyond the bytes of the file is refused before it is read, with the limit to raise."""
    (tmp_path / "a.pdf").write_bytes(_drawn_pdf(b"q Q " * 2_000, pages=300))
    with pytest.raises(InvalidCasebook, match=r"more than 30 bytes that draw .* set CLAIMTRACK_LIMITS=unpacking=N"):
        ct.read_texts(book("a.pdf"), tmp_path)
    monkeypatch.setenv("CLAIMTRACK_LIMITS", "unpacking=100")
    assert not ct.read_texts(book("a.pdf"), tmp_path)["d0"].strip()


def test_little_is_looked_at_before_each_footnote_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much stands before it, a raised number is judged by a few characters."""
    looked_at: list[str] = []
    judge = html._is_power
    monkeypatch.setattr(html, "_is_power", lambda before, raised: looked_at.append(before) or judge(before, raised))
    text = html.html_text(
        "<p>" + "word <b>by</b> <i>word</i><sup>7</sup> " * 200 + "x" * 1_000 + "<sup>8</sup> 10<sup>6</sup>"
    )
    assert len(looked_at) == 202
    assert max(map(len, looked_at)) <= 9
    assert text.rstrip().endswith("x 10^6")


def read(tmp_path: Path, name: str, content: str) -> str:
    """The text of a page, with white space made alike."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    return " ".join(ct.read_texts(book(name), tmp_path)["d0"].split())


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("<html><head><title>x</title><body><p>The land was sold.</body></html>", "The land was sold."),
        ("<head><meta name=a><title>a <b> c</title>The land<p>was sold.", "The land was sold."),
        ("<svg><style>x</svg><p>text", "text"),
        ("<svg><title>x</title></svg><style>y</style>text", "text"),
        ("<dt>Mayor</dt><dd>sold it</dd>", "Mayor sold it"),
        ("sold<sup>1</sup> it<sup><a href='#n'>[2]</a></sup>,<sup>*</sup> the 1<sup>st</sup>", "sold it, the 1st"),
        ("<script>if (a < b) '<p>'</script>seen<noscript>x</noscript><template><p>x</template>", "seen"),
        ("a<!-- > b --> c<!--> d<!-- e", "a c d"),
        ("<p title='a > b' data-x=\"'\">5 < 6 &amp; a</p >", "5 < 6 & a"),
        ("<p title=don't>it</p><a href=\"x>was</a> <b>sold", "it"),
        ("a <b and no end", "a"),
        ("<?xml version='1.0'?><!DOCTYPE html></>a</ b>", "a"),
        ("&#" + "9" * 5000 + ";", "\ufffd"),
    ],
)  # fmt: skip
def test_html_is_read_as_a_browser_shows_it(tmp_path: Path, page: str, seen: str) -> None:
    """What stands on the page is read, with the end tags that HTML lets authors omit, and nothing that is hidden."""
    assert read(tmp_path, "a.html", page) == seen


@pytest.mark.parametrize(
    "name",
    "main header footer pre ul ol caption nav aside details summary form option dl address fieldset".split(),  # noqa: SIM905
)
def test_blocks_part_words(tmp_path: Path, name: str) -> None:
    """Every element that is not known to stand within a line begins one."""
    before, after = ("<table>", "</table>") if name == "caption" else ("", "")
    assert read(tmp_path, "a.html", f"one{before}<{name}>two</{name}>{after}three") == "one two three"


def test_cells_and_rules_part_words_and_inline_elements_do_not(tmp_path: Path) -> None:
    """Cells of a table and a rule stand apart; what stands within a line joins on."""
    assert read(tmp_path, "a.html", "one<table><tr><td>two<td>three</table>four<hr>five") == "one two three four five"
    assert read(tmp_path, "a.html", "har<span>bo</span><wbr>u<em>r</em>") == "harbour"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("***not*** __it__ _a_ har*bour*", "not it a harbour"),
        ("**foo*bar** and *(**so**)*", "foo*bar and (so)"),
        ("snake_case_name", "snake_case_name"),
        ("2*3*4 and 2 * 3 * 4", "2*3*4 and 2 * 3 * 4"),
        ("sold it* and more", "sold it* and more"),
        ("1945. That was the year", "1945. That was the year"),
        ("It was in May\n12. That day", "It was in May 12. That day"),
        ("1. One\n2. Two\n\n   more\n3. Three", "One Two more Three"),
        ("- One\n    * Two\n+ Three", "One Two Three"),
        (r"\*really\* \<b>", "*really* <b>"),
        ("R&D &amp; <b>bold</b> 5 < 6, a <b and", "R&D & bold 5 < 6, a <b and"),
        ("[link][1] [short] [a](http://b_(c)_d 'title') ![i](s) [sic]\n\n[short]: /a", "[link][1] short a i [sic]"),
        ("Sold[^1].\n\n[^1]: By whom?", "Sold. By whom?"),
        ("| a | b |\n|---|---|\n| *c* | d |", "a b c d"),
        ("> > Nested\n> > *words*", "Nested words"),
        ("# Head_er ##\n\n## C#\n\nUnder\n=====\n\nLine\n---\n* * *\nend", "Head_er C# Under Line end"),
        ("```py\na *b* <c> &amp;\n```\n`a*b*` `` ` `` `<i>`", "a *b* <c> &amp; a*b* ` <i>"),
        ("<http://a_b_c/> <!-- *x* --> a\\\nb", "http://a_b_c/ a b"),
    ],
)  # fmt: skip
def test_markdown_is_read_as_it_is_shown(tmp_path: Path, text: str, seen: str) -> None:
    """Marks go where CommonMark reads marks; what only looks like one is text."""
    assert read(tmp_path, "a.md", text) == seen


@pytest.mark.parametrize(
    "text", ["*a **b** c*", "**a *b***", "*a _b* c_", "_a *b c_ d*", "****a*", "`a *b` c*", "a**b**", "_(a)_b"]
)
def test_marks_are_those_of_commonmark(tmp_path: Path, text: str) -> None:
    """The words are the same as those that another reader of Markdown makes a page of."""
    assert read(tmp_path, "a.md", text) == read(tmp_path, "a.html", MarkdownIt("commonmark").render(text))


_UNITS = (
    "*a ", "_a ", "*a_", "[", "]", "[a](", '[a](b "', "`", "``a`", "> ", "- ", "#", "\n", "<!--", "<a ", "<a b='",
    '<a b=">', '<a b=" > <a " ', "<", "</", "<!", "<?", "&", "<style>", "<svg><style>", "<sup>", "<template>",
)  # fmt: skip


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_the_work_grows_as_the_page_does(
    tmp_path: Path, name: str, subtests: pytest.Subtests, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of any mark, four times as many cost about four times as many calls, with or without their fellows at the end."""
    monkeypatch.setenv("CLAIMTRACK_LIMITS", "depth=100000")

    def needed(page: str) -> int:
        (tmp_path / name).write_text(page, encoding="utf-8")
        return calls(lambda: ct.read_texts(book(name), tmp_path))

    for unit in _UNITS:
        with subtests.test(unit=unit):
            assert needed(unit * 1_600) <= 5 * needed(unit * 400) + 1_000
            one, four = (unit * size + "x" + unit[::-1] * size for size in (200, 800))
            assert needed(four) <= 5 * needed(one) + 1_000


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>10<sup>6</sup> bacteria", "10^6 bacteria"),
        ("<p>5 km<sup>2</sup> of land", "5 km^2 of land"),
        ("<p>They sold<sup>1</sup> it", "They sold it"),
    ],
)
def test_raised_digits_are_powers_after_numbers_and_notes_after_words(page: str, text: str, tmp_path: Path) -> None:
    """No number changes by what stands raised beside it, and a footnote's mark is no part of a sentence."""
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    assert text in read_text(file)


def test_a_locked_pdf_is_reported(tmp_path: Path) -> None:
    """A PDF that cannot be read is reported with its name, without a traceback."""
    file = tmp_path / "locked.pdf"
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    with file.open("wb") as output:
        writer.write(output)
    with pytest.raises(ct.ClaimtrackError, match=r"locked\.pdf"):
        read_text(file)
