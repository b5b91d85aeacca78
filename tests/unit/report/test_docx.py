"""The report as a Word file: what an editor opens, changes and prints."""

import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import claimtrack as ct
from claimtrack.errors import MissingExtra
from claimtrack.report import (
    Bullets,
    Figure,
    Judgment,
    Masthead,
    Outline,
    Paragraph,
    Report,
    Section,
    Strip,
    Table,
    put_masthead,
    render_docx,
)
from claimtrack.report.blocks import References, cite
from claimtrack.report.charts.bars import Bar, BarChart
from claimtrack.report.render.docx import is_own_docx, read_docx_parts

docx = pytest.importorskip("docx")
EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "border_lockdowns" / "casebook.toml"


def saying(text: str) -> Report:
    """A report with every kind of block, which says a text wherever it can."""
    table = Table(headings=(text, text), rows=((text, cite(text, [1])),))
    picture = BarChart(bars=(Bar(label=text, belief=0.5, disbelief=0.2, unknown=0.3),))
    blocks = (
        Paragraph(text=cite(f"{text} ", [1, 2], f" {text}")),
        Bullets(items=(text, cite(text, [1]))),
        Bullets(items=(text,), numbered=True),
        Outline(items=((0, text), (1, text))),
        table,
        Judgment(claim=text, lead=text, strip=Strip(low=0.1, probability=0.2, high=0.3), lines=(text,)),
        Figure(caption=text, picture=picture, words=table),
        References(entries=((1, text), (2, cite(text, [1])))),
    )
    sections = (Section(title=text, blocks=blocks), Section(title=text, level=2, blocks=blocks))
    return Report(title=text, audience="internal", digest="sha256:0", sections=sections)


def test_it_says_what_the_text_says() -> None:
    """Every word of the report as text stands in the file, but for what is drawn in characters."""
    report = ct.compose(ct.explain(ct.score(ct.read(EXAMPLE)), closely=[]))
    document = docx.Document(BytesIO(render_docx(report)))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    said = " ".join(" ".join((*(paragraph.text for paragraph in document.paragraphs), *cells)).split())
    for section in report.sections:
        assert section.title in said
        for block in section.blocks:
            for text in block.items if isinstance(block, Bullets) else ():
                assert " ".join(str(text).split()) in said


def test_the_same_report_is_the_same_bytes() -> None:
    """No time and no chance gets into the file."""
    assert render_docx(saying("x")) == render_docx(saying("x"))


@given(st.text(max_size=30))
def test_any_text_can_stand_in_it(text: str) -> None:
    """Control characters, tags and lone surrogates are shown, and the file is read again with the same parts."""
    document = docx.Document(BytesIO(render_docx(saying(text))))
    assert len(document.paragraphs) == len(docx.Document(BytesIO(render_docx(saying("plain")))).paragraphs)


def test_each_number_of_evidence_leads_to_its_entry() -> None:
    """A mention is a link to the bookmark of its entry."""
    parts = read_docx_parts(render_docx(saying("x")))
    assert parts.count('w:anchor="e2"') >= 2
    assert parts.count('w:name="e2"') >= 1


def test_each_sheet_says_what_it_is() -> None:
    """Title and marking stand at the head of each sheet, readers and number at its foot."""
    report = put_masthead(saying("A bridge"), Masthead(desk="Night desk", marking="Embargoed"))
    sheet = docx.Document(BytesIO(render_docx(report))).sections[0]
    assert sheet.header.paragraphs[0].text == "A bridge\t\tInternal: not for publication. Embargoed"
    assert sheet.footer.paragraphs[0].text.startswith("For internal readers.")
    assert 'w:instr="NUMPAGES"' in read_docx_parts(render_docx(report))


def test_an_edited_file_is_no_longer_ours() -> None:
    """What somebody saved anew is their work, and is not replaced."""
    content = render_docx(saying("x"))
    assert is_own_docx(content)
    saved = BytesIO()
    docx.Document(BytesIO(content)).save(saved)
    assert not is_own_docx(saved.getvalue())


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without what writes it, the error says what to install."""
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "claimtrack.report.render.docx_writer", raising=False)
    with pytest.raises(MissingExtra, match=r"pip install 'claimtrack\[docx\]'"):
        render_docx(saying("x"))
