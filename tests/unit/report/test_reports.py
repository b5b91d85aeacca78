"""Reports: what readers need first comes first, and nothing that a casebook says acts as markup."""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from hypothesis import example, given, strategies as st
from markdown_it import MarkdownIt

import claimtrack as ct
from claimtrack.errors.failures import UnknownName
from claimtrack.model.casebook import Casebook
from claimtrack.model.claims import Claim, Link, Question
from claimtrack.model.documents import Document
from claimtrack.model.notes import Note
from claimtrack.model.sources import Dependence, Established, Source
from claimtrack.model.statements import Standing, Statement
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
    make_section,
)
from claimtrack.report.render.formats import REPORT_FORMATS
from claimtrack.report.render.text import lay_out_table
from claimtrack.scales.words import per_cent
from profiles import by_profile

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "border_lockdowns" / "casebook.toml"
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden",
    "[x](javascript:alert(1))",
    "![x](http://evil.example/a.png)",
    "[x]: http://evil.example",
    "[x][y] and [z]",
    "<http://evil.example>",
    "<a@evil.example>",
    "http://evil.example/?a=b&c",
    "www.evil.example",
    "mailto:a@evil.example",
    "| a",
    "a | b | c |",
    "# h",
    "h\n===",
    "---",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "1) item",
    "> quote",
    "    code",
    "```\ncode",
    "~~~",
    "`code`",
    "*a* **b** _c_ __d__ ~~e~~",
    "a\\",
    "\\",
    "\\<b>",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "\x1b[31mred\x1b[0m",
    "\x9b31m",
    "a\u202eb\u2066c\u2069",
    "a\rb",
    "a\x00b",
    "a\u2028b\u2029c\x85d",
    "|---|---|",
    ":-: | :-:",
    "\t# h",
    "$x$ ^a^ @user #1",
    "![",
    "](",
    "`",
    "|",
]
_WHOLE = by_profile(dev=HOSTILE[::6], ci=HOSTILE, deep=HOSTILE)
"""Those that whole reports are made of; blocks are made of all of them, and of anything like them, in every run."""
_UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Co", "Cs"}
_MARKS = st.text(st.sampled_from("\\`*_{}[]()<>|~&#$^@!-+=.:;/\"' \tab1\n\r\x1b\u202e"), min_size=1, max_size=24)
_SAID = (_MARKS | st.sampled_from(HOSTILE)).filter(lambda text: text.strip())


def hostile(text: str) -> Casebook:
    """A casebook that says a text wherever it can say something."""
    day = ct.PartialDate("2021-03-30")
    return Casebook(
        title=text,
        sources=(
            Source(id="kim", name=text, reliability="B", topics={text: "A"}, note=text),
            Source(id="lee", name=text, protected=True, descriptor=text, aliases=("x",)),
            Source(id="paper", name=text, kind="media"),
            Source(id="eff", name=text, reliability="F"),
        ),
        questions=(Question(id="why", text=text, claims=("a", "b")),),
        claims=(
            Claim(id="a", text=text, topic=text, place=text, note=text),
            Claim(id="b", text=text, kind="prediction"),
            Claim(id="c", text=text, kind="opinion"),
            Claim(id="d", text=text),
        ),
        statements=(
            Statement(origin="kim", claim="a", stance="asserts", via=("paper",), lineage="witnessed", hedge=text,
                      quote=text, document="d", terms="on the record"),
            Statement(origin="kim", claim="a", stance="asserts", lineage="witnessed", terms="on the record"),
            Statement(origin="lee", claim="a", stance="asserts", via=("paper",), lineage="witnessed"),
            Statement(origin="lee", claim="b", stance="denies", terms="background"),
            Statement(origin="paper", claim="b", stance="asserts", terms="on the record",
                      standing=Standing(is_="retracted", because=text, on=day)),
            Statement(origin="eff", claim="b", stance="asserts", via=("paper",), terms="on the record"),
            Statement(origin="paper", claim="d", stance="asserts", via=("kim",), terms="on the record"),
        ),
        links=(Link(from_claim="a", to_claim="d", sign="supports", because=text),
               Link(from_claim="d", to_claim="a", sign="supports")),
        dependences=(Dependence(sources=("kim", "lee"), kind="copies", strength=0.5, because=text),),
        established=(Established(source="lee", because=text),),
        documents=(Document(id="d", title=text, publisher=text, url=text, digest=text, archive_url=text),),
        notes=tuple(
            Note(kind=kind, about=about, text=text, by=text, on=day)
            for kind in ("assumption", "gap", "indicator", "search made", "right of reply", "deception check",
                         "dissent", "waiver")
            for about in ("a", "kim", "lee", None)
        ),
    )  # fmt: skip


def reports(book: Casebook) -> list[Report]:
    """The report of each audience, with both scores, and the account of a claim."""
    inside, outside = ct.score(book), ct.score(book, audience="public")
    explained = ct.explain(inside, closely=["a"])
    return [
        ct.compose(explained, published=outside),
        ct.compose(ct.explain(outside, closely=[])),
        ct.report.compose_account(explained, "a"),
    ]


@cache
def of_hostile(text: str) -> list[Report]:
    """The reports of a casebook that says a text wherever it can."""
    return reports(hostile(text))


def tokens(markdown: str, preset: str = "commonmark"):
    """All tokens of a Markdown text, nested ones too."""
    found = MarkdownIt(preset, {"html": True, "linkify": False}).enable(["table", "strikethrough"]).parse(markdown)
    for token in found:
        yield token
        yield from token.children or ()


#: Elements that only a casebook's own text could bring in.
_FOREIGN = {
    "link_open", "image", "html_block", "html_inline", "code_block", "fence", "blockquote_open", "hr", "em_open",
    "strong_open", "s_open", "hardbreak", "softbreak",
}  # fmt: skip


def test_hostile_text_makes_no_element(subtests: pytest.Subtests) -> None:
    """Rendered as CommonMark with tables, a report of hostile text has no element that the text brought in."""
    for text in _WHOLE:
        with subtests.test(text=text):
            for report in of_hostile(text):
                foreign = {token.type for token in tokens(ct.render(report, "markdown"))} & _FOREIGN
                assert set() == foreign


@given(_SAID)
@example("\\<script>")
@example("\\[x](javascript:alert(1))")
@example("a\\|b")
@example("a\n\n# h\n\n- b")
def test_no_text_makes_an_element(text: str) -> None:
    """The same of any text made of the marks of Markdown, in every place of a report at once."""
    cells = (text, "a", text)
    blocks = (
        Paragraph(text=text),
        Bullets(items=(text, text)),
        Bullets(items=(text,), numbered=True),
        Table(headings=cells, rows=(cells, cells)),
    )
    report = Report(title=text, audience="public", digest="sha256:0", sections=(Section(title=text, blocks=blocks),))
    markdown = ct.render(report, "markdown")
    found = [token.type for token in tokens(markdown)]
    assert set() == set(found) & _FOREIGN
    expected = {"heading_open": 2, "paragraph_open": 5, "list_item_open": 3, "table_open": 1, "tr_open": 3}
    assert expected == {name: found.count(name) for name in expected}
    assert 1 == found.count("bullet_list_open") == found.count("ordered_list_open")


@given(_SAID)
@example("&lt;b&gt;")
@example("a\\")
@example("\\")
@example("http://evil.example")
def test_markdown_reads_as_the_text(text: str) -> None:
    """What a reader sees of the Markdown is the text itself, with every run of white space as one space."""
    report = Report(
        title="T", audience="public", digest="sha256:0",
        sections=(Section(title="S", blocks=(Paragraph(text=text), Table(headings=("h",), rows=((text,),)))),),
    )  # fmt: skip
    inline = [token for token in tokens(ct.render(report, "markdown")) if token.type == "inline"]
    seen = ["".join(child.content for child in token.children) for token in inline]
    wanted = "".join(
        c if unicodedata.category(c) not in _UNSEEN else f"\\x{ord(c):02x}" if ord(c) < 256 else f"\\u{ord(c):04x}"
        for c in re.sub(r"\s+", " ", text, flags=re.ASCII).strip()
    )
    assert [wanted, wanted] == [seen[3], seen[5]]


def test_no_address_becomes_a_link_where_addresses_do(subtests: pytest.Subtests) -> None:
    """A renderer that makes links of bare addresses finds none in a report of addresses."""
    cases = [
        "http://evil.example/x",
        "https://evil.example",
        "HTTP://EVIL.EXAMPLE",
        "see www.evil.example now",
        "ftp://evil.example",
        "a@evil.example",
        "mailto:a@evil.example",
        "xmpp:a@evil.example/x",
        "_www.evil.example",
        "`a@b.example` ``www.evil.example",
        "|a@b.example|www.x.example|",
        "\\a@b.example\\|",
    ]
    for text in cases:
        with subtests.test(text=text):
            for report in of_hostile(text):
                page = github_flavored_markdown_to_html(ct.render(report, "markdown"))
                assert "<a " not in page
                assert "<table>" not in page or page.count("<td>") == page.count("</td>")


def test_text_reports_move_no_cursor(subtests: pytest.Subtests) -> None:
    """A text or Markdown report has no control or formatting character but its own new lines."""
    for text in _WHOLE:
        with subtests.test(text=text):
            for report in of_hostile(text):
                for name in ("text", "markdown"):
                    rendered = ct.render(report, name)
                    assert {"\n"} >= {c for c in rendered if unicodedata.category(c) in _UNSEEN}


def test_json_reports_are_json(subtests: pytest.Subtests) -> None:
    """A JSON report of hostile text reads back with the text as it was."""
    for text in _WHOLE:
        with subtests.test(text=text):
            report = of_hostile(text)[0]
            data = json.loads(ct.render(report, "json"))
            assert text == data["title"]
            assert [section.title for section in report.sections] == [section["title"] for section in data["sections"]]


_LIKELIHOODS = (
    "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely", "almost certain",
)  # fmt: skip
_LIKELY = re.compile(rf"\b(?:{'|'.join(_LIKELIHOODS)})\b")


def cases() -> list[Casebook]:
    """Casebooks of many sorts."""
    plain = hostile("The bridge fell.")
    return [
        ct.read(EXAMPLE),
        plain,
        Casebook(),
        Casebook(claims=(Claim(id="a", text="A."),)),
        plain.without_records(*plain.questions),
    ]


@pytest.mark.parametrize("book", cases(), ids=["example", "plain", "empty", "one claim", "no question"])
def test_likelihood_and_confidence_never_share_a_sentence(book: Casebook) -> None:
    """No sentence or cell holds both a likelihood word and a confidence level."""
    found = [ct.explain(ct.score(book, audience=audience)) for audience in ("internal", "public")]
    made = [ct.compose(explanation) for explanation in found]
    made += [ct.report.compose_account(found[0], claim) for claim in found[0].accounts]
    for report in made:
        texts = [text for section in report.sections for block in section.blocks for text in _texts(block)]
        sentences = [sentence for text in texts for sentence in text.split(". ")]
        assert [text for text in sentences if "onfidence" in text and _LIKELY.search(text.lower())] == []


def _texts(block: Block) -> list[str]:
    match block:
        case Paragraph():
            return [str(block.text)]
        case Bullets():
            return [str(item) for item in block.items]
        case Table():
            return [" | ".join(map(str, row)) for row in (block.headings, *block.rows)]
        case Outline():
            return [str(text) for _, text in block.items]
        case Judgment():
            return [block.claim, *map(str, (block.lead, *block.lines))]
        case References():
            return [str(text) for _, text in block.entries]
        case Figure():
            return [str(block.caption), *_texts(block.words)]


def test_every_key_judgment_has_its_confidence() -> None:
    """Each rival has a judgment, which ends with its confidence in a sentence of its own."""
    report = ct.compose(ct.explain(ct.score(ct.read(EXAMPLE))))
    place = next(place for place, section in enumerate(report.sections) if section.title == "Key judgments")
    judgments = report.sections[place + 1 : place + 3]
    assert [section.level for section in judgments] == [2, 2]
    assert all(str(section.blocks[0].text).endswith(". Confidence is low.") for section in judgments)


@pytest.mark.parametrize("name", ["text", "markdown"])
@pytest.mark.parametrize("audience", ["internal", "public"])
def test_the_first_lines_say_what_matters(name: str, audience: str) -> None:
    """The question, its answer and what everything rests on stand before anything else."""
    lines = ct.render(ct.compose(ct.explain(ct.score(ct.read(EXAMPLE), audience=audience))), name).splitlines()
    first = " ".join(line for line in lines[:16] if line)
    places = [
        first.index(part)
        for part in ("locked down in early 2021", f"For {audience} readers.", "Why were the 30-day lockdowns ordered?",
                     "There is a roughly even chance", "Everything here rests on", "1 is first-hand.")
    ]  # fmt: skip
    assert sorted(places) == places


@pytest.mark.parametrize(
    ("statements", "sentence"),
    [
        ((), "No statement stands in this casebook."),
        (("a told",), "rests on 1 statement from 1 origin; it is not known to be first-hand."),
        (("a seen",), "rests on 1 statement from 1 origin; it is first-hand."),
        (("a seen", "a told", "b told"), "from 2 origins; 1 is first-hand, though not in all that it says."),
        (("a seen", "b seen"), "rests on 2 statements from 2 origins; all are first-hand."),
    ],
)
def test_the_honest_sentence(statements: tuple[str, ...], sentence: str) -> None:
    """So many statements from so few origins, and how many of these are first-hand."""
    lineages = {"seen": "witnessed", "told": "told"}
    book = Casebook(
        sources=(Source(id="a", name="A"), Source(id="b", name="B")),
        claims=(Claim(id="fell", text="It fell."),),
        statements=tuple(
            Statement(origin=said[0], claim="fell", stance="asserts", lineage=lineages[said[2:]]) for said in statements
        ),
    )
    text = " ".join(ct.render(ct.compose(ct.explain(ct.score(book)))).split())
    assert sentence in text


def test_ties_have_no_leader() -> None:
    """Where the best two answers are level, or there is no evidence, no answer is said to lead."""
    rivals = (Claim(id="a", text="A."), Claim(id="b", text="B."))
    book = Casebook(
        sources=(Source(id="k", name="K"), Source(id="l", name="L")),
        claims=rivals,
        questions=(Question(id="q", text="Which?", claims=("a", "b")),),
    )
    both = book.with_records(
        *(Statement(origin=o, claim=c, stance="asserts", lineage="witnessed") for o, c in (("k", "a"), ("l", "b")))
    )
    assert "Not known: nothing speaks of any answer." in ct.render(ct.compose(ct.explain(ct.score(book))))
    assert "No answer leads: 2 stand at" in ct.render(ct.compose(ct.explain(ct.score(both))))
    led = book.with_records(Statement(origin="k", claim="b", stance="asserts", lineage="witnessed"))
    assert "that B; no other answer is likelier." in ct.render(ct.compose(ct.explain(ct.score(led))))


def test_both_scores_are_shown_where_they_differ() -> None:
    """An internal report shows what we know beside what we can print, and only where the two differ."""
    book = Casebook(
        sources=(Source(id="k", name="K", reliability="A"), Source(id="l", name="L", reliability="A")),
        claims=(Claim(id="a", text="It fell."), Claim(id="b", text="It stood."), Claim(id="c", text="Secret.")),
        questions=(Question(id="q", text="?", claims=("a", "b")),),
        statements=(
            Statement(origin="k", claim="a", stance="asserts", lineage="witnessed", terms="off the record"),
            Statement(origin="l", claim="c", stance="asserts", lineage="witnessed", terms="off the record"),
        ),
    )
    inside, outside = ct.score(book), ct.score(book, audience="public")
    report = ct.compose(ct.explain(inside), length="annex", published=outside)
    (section,) = (s for s in report.sections if s.title == "What we know and what we can print")
    rows = {row[0]: row[1:] for row in section.blocks[0].rows}
    assert (per_cent(0.95), "not in the public casebook") == rows["Secret."]
    assert rows["It fell."][0] != rows["It fell."][1]
    same = ct.compose(ct.explain(outside), length="annex", published=outside)
    assert [s for s in same.sections if s.title == "What we know and what we can print"] == []


def test_the_same_casebook_gives_the_same_bytes() -> None:
    """A report is a function of the casebook."""
    one, other = (reports(hostile("T."))[0] for _ in range(2))
    for name in ("text", "markdown", "json"):
        assert ct.render(one, name) == ct.render(other, name)


def test_an_empty_casebook_has_a_report() -> None:
    """Nothing to report is reported, in every format."""
    for name in ("text", "markdown", "json"):
        assert "No statement stands in this casebook." in ct.render(ct.compose(ct.explain(ct.score(Casebook()))), name)


def test_an_unknown_format_names_the_known() -> None:
    """There is text, Markdown and JSON; another format is refused."""
    report = ct.compose(ct.explain(ct.score(Casebook())))
    with pytest.raises(UnknownName) as caught:
        ct.render(report, "markdwon")
    assert caught.value.near == "markdown"


def test_each_format_has_a_suffix_of_its_own() -> None:
    """A file's suffix says its format, and each format renders."""
    suffixes = [one.suffix for one in REPORT_FORMATS.values()]
    assert len(set(suffixes)) == len(suffixes) >= len((".txt", ".md", ".html", ".csv", ".json"))
    report = Report(title="T", audience="public", digest="sha256:0", sections=())
    assert all(ct.render(report, name) == one.render(report) for name, one in REPORT_FORMATS.items())


def test_a_section_holds_only_what_says_something() -> None:
    """A text becomes a paragraph; nothing at all, a list without items and a table without rows are left out."""
    empty = (None, Bullets(items=()), Table(headings=("h",), rows=()))
    assert (Paragraph(text="It fell."),) == make_section("S", *empty, "It fell.").blocks
    assert make_section("S", *empty).blocks == ()


def test_the_card_and_the_check_give_one_reason_for_the_two_source_rule() -> None:
    """Why the rule is not met is worded once, for the report and for the finding."""
    assessment = ct.score(ct.read(EXAMPLE))
    explanation = ct.explain(assessment, closely=[])
    reasons = {found.id: found.text.partition(": ")[2] for found in ct.check(assessment).of("CT102")}
    cards = {claim: ct.report.compose_account(explanation, claim).sections[0].blocks[0] for claim in reasons}
    assert reasons
    assert {claim: f"Two-source rule: {reason}." for claim, reason in reasons.items()} == {
        claim: next(line for line in card.lines if line.startswith("Two-source")) for claim, card in cards.items()
    }


def test_tables_keep_text_that_looks_like_numbers() -> None:
    """A cell is shown as it was written, even where it looks like a number."""
    text = lay_out_table(("A", "B"), (("1e5", "007"), ("0x10", "1.0"), ("nan", "-0")))
    assert text.split()[-6:] == ["1e5", "007", "0x10", "1.0", "nan", "-0"]


def test_text_reports_fit_the_page() -> None:
    """No line of prose of the example's report is wider than 88 columns."""
    report = ct.compose(ct.explain(ct.score(ct.read(EXAMPLE))))
    wide = [line for line in ct.render(report).splitlines() if len(line) > 88 and len(line.split()) > 1]
    assert wide == []
