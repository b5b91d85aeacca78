"""Blocks as paragraphs and tables of a Word file."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from claimtrack.report.blocks import (
    Block,
    Bullets,
    Figure,
    Judgment,
    Outline,
    Paragraph,
    References,
    Report,
    Table,
    Text,
)
from claimtrack.text.escape import one_line

_BODY, _SMALL, _LEAD, _VERDICT = 10.5, 8.5, 12.0, 18.0
"""The sizes of text, in points."""
_INDENT = 0.6
"""Centimetres for each level of an outline."""
_NO_DAY = datetime(1980, 1, 1, tzinfo=UTC)


def write_document(report: Report) -> bytes:
    """Write a report as a Word file, whose parts have the time of writing."""
    writer, written = _Writer(report), BytesIO()
    writer.write()
    writer.document.save(written)
    return written.getvalue()


class _Writer:
    """Writes a report into a document, block after block."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.document: Any = Document()
        self.bookmarks = count(1)

    def write(self) -> None:
        """Write the whole report."""
        report = self.report
        self._set_properties()
        self._set_edges()
        warning = [report.warning] if report.warning else []
        for text in warning:
            self._line(text, bold=True)
        self.document.add_heading(one_line(report.title), 1)
        for text in (report.made_from, *report.made_by):
            self._line(text, size=_SMALL)
        for place, section in enumerate(report.sections):
            self.document.add_heading(one_line(section.title), section.level + 1)
            for number, block in enumerate(section.blocks):
                self._block(block, is_verdict=place == number == 0)
        for text in warning:
            self._line(text, bold=True)

    def _set_properties(self) -> None:
        properties, styles = self.document.core_properties, self.document.styles
        properties.title, properties.author, properties.comments = one_line(self.report.title), "", ""
        properties.created = properties.modified = _NO_DAY
        styles["Normal"].font.size = Pt(_BODY)
        for level in (1, 2, 3):
            styles[f"Heading {level}"].font.color.rgb = RGBColor(0, 0, 0)

    def _set_edges(self) -> None:
        """Set what stands at the head and foot of each sheet."""
        report, sheet = self.report, self.document.sections[0]
        marking = report.masthead.marking if report.masthead else ""
        words = " ".join(filter(None, (report.warning, marking)))
        sheet.header.paragraphs[0].text = f"{one_line(report.title)}\t\t{one_line(words)}"
        foot = sheet.footer.paragraphs[0]
        foot.text = f"For {report.audience} readers.\t\t"
        for before, field in (("", "PAGE"), (" of ", "NUMPAGES")):
            foot.add_run(before)
            _append(foot, _element("w:fldSimple", _run("1"), instr=field))

    def _line(self, text: Text, style: str | None = None, *, bold: bool = False, size: float | None = None) -> Any:  # noqa: ANN401 - the library's paragraph
        paragraph = self.document.add_paragraph(style=style)
        _fill(paragraph, text, bold=bold, size=size)
        return paragraph

    def _block(self, block: Block, *, is_verdict: bool = False) -> None:
        match block:
            case Paragraph():
                self._line(block.text, size=_VERDICT if is_verdict else None, bold=is_verdict)
            case Bullets():
                self._list(block)
            case Outline():
                for depth, item in block.items:
                    self._line(item, "List Bullet").paragraph_format.left_indent = Cm(_INDENT * (depth + 1))
            case Judgment():
                self._card(block)
            case References():
                for number, text in block.entries:
                    self._entry(number, text)
            case Table():
                self._table([block.headings, *block.rows])
            case Figure():
                self._line(block.caption, size=_SMALL)
                self._block(block.words)

    def _list(self, block: Bullets) -> None:
        for number, item in enumerate(block.items, start=1):
            if block.numbered:  # written out, since Word would go on counting from the list before
                _fill(self._line(f"{number}. "), item)
            else:
                self._line(item, "List Bullet")

    def _card(self, block: Judgment) -> None:
        self.document.add_heading(one_line(block.claim), 3)
        self._line(block.lead, bold=True, size=_LEAD)
        for line in block.lines:
            self._line(line)

    def _entry(self, number: int, text: Text) -> None:
        """Write a piece of evidence, to which its numbers lead."""
        paragraph, place = self.document.add_paragraph(), str(next(self.bookmarks))
        _append(paragraph, _element("w:bookmarkStart", id=place, name=f"e{number}"))
        _fill(paragraph, f"[{number}] ", size=_SMALL)
        _append(paragraph, _element("w:bookmarkEnd", id=place))
        _fill(paragraph, text, size=_SMALL)

    def _table(self, rows: Sequence[Sequence[Text]]) -> None:
        table = self.document.add_table(rows=len(rows), cols=len(rows[0]), style="Light List")
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                _fill(cell.paragraphs[0], text, size=_SMALL)
        table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))  # noqa: SLF001 - see `_append`
        self.document.add_paragraph()


def _fill(paragraph: Any, text: Text, *, bold: bool = False, size: float | None = None) -> None:  # noqa: ANN401
    """Write a text, in which each number of evidence leads to its entry."""
    pieces = (text,) if isinstance(text, str) else text.pieces
    for before, piece in zip((0, *pieces), pieces, strict=False):
        if isinstance(piece, str):
            run = paragraph.add_run(_spaced(piece))
            run.bold, run.font.size = bold or None, None if size is None else Pt(size)
        else:
            space = "\u00a0" if isinstance(before, str) else ""
            _append(paragraph, _element("w:hyperlink", _run(f"{space}[{piece}]"), anchor=f"e{piece}"))


def _spaced(text: str) -> str:
    """A piece of a line as one line, with a space at each end that has one, which parts it from what stands there."""
    line = one_line(text)
    return f"{' ' if line and text[0].isspace() else ''}{line}{' ' if text[-1:].isspace() else ''}"


def _run(text: str) -> Any:  # noqa: ANN401 - the library's element
    inner = _element("w:t")
    inner.text = text
    return _element("w:r", inner)


def _append(paragraph: Any, child: Any) -> None:  # noqa: ANN401 - the library's paragraph and element
    """Append what the library itself cannot write."""
    paragraph._p.append(child)  # noqa: SLF001 - it has no public way


def _element(name: str, /, *children: Any, **attributes: str) -> Any:  # noqa: ANN401 - the library's element
    """An element of Word's own format, for what the library has no name for."""
    made: Any = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    for child in children:
        made.append(child)
    return made
