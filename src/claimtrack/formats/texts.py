"""The texts of documents, from the files that casebooks name: text, Markdown, HTML and PDF."""

import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from io import BytesIO
from logging import getLogger
from pathlib import Path
from types import MappingProxyType

from claimtrack.errors import MissingExtra, UnknownFormat, UnreadableFile
from claimtrack.formats.files import taken
from claimtrack.model.casebook import Casebook
from claimtrack.model.records import TextFile

__all__ = ["read_texts", "text_of"]

_MARKS = (
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^ {0,3}(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__|\*|_|`+)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
)
_SKIPPED = frozenset({"script", "style", "head", "template", "noscript"})
_BLOCKS = frozenset("p div br li tr td th h1 h2 h3 h4 h5 h6 section article blockquote figcaption".split())  # noqa: SIM905


def read_texts(casebook: Casebook, folder: str | Path) -> dict[str, str]:
    """The texts of the documents that a casebook keeps in files, by document id.

    Args:
        casebook: the casebook.
        folder: the casebook's folder, from which the paths lead.

    Raises:
        UnreadableFile: a file is not there, or is no text.
        UnknownFormat: a file is of another kind than .txt, .md, .html or .pdf.
        MissingExtra: a PDF is named and `claimtrack[pdf]` is not installed.
    """
    return {
        document.id: text_of(Path(folder) / document.text.path)
        for document in casebook.documents
        if isinstance(document.text, TextFile)
    }


def text_of(path: Path) -> str:
    """The text of a file, by its ending.

    Raises:
        UnreadableFile: it is not there, or is no text.
        UnknownFormat: it is of another kind than .txt, .md, .html or .pdf.
        MissingExtra: it is a PDF and `claimtrack[pdf]` is not installed.
    """
    kind = path.suffix.casefold()
    if kind not in _KINDS:
        raise UnknownFormat(seen=path.name, known=tuple(_KINDS), kind="kind of document")
    try:
        return _KINDS[kind](path)
    except UnicodeDecodeError:
        raise UnreadableFile(path=str(path), reason="not UTF-8 text") from None


def _plain(path: Path) -> str:
    return taken(path).decode("utf-8-sig")


def _markdown(path: Path) -> str:
    text = _plain(path)
    for pattern, kept in _MARKS:
        text = pattern.sub(kept, text)
    return text


class _Reader(HTMLParser):
    """Collects what a reader of a page sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._skipped = 0

    def handle_starttag(self, tag: str, _: object) -> None:
        self._skipped += tag in _SKIPPED
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._skipped = max(0, self._skipped - (tag in _SKIPPED))
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.pieces.append(data)


def _html(path: Path) -> str:
    reader = _Reader()
    reader.feed(_plain(path))
    reader.close()
    return "".join(reader.pieces)


def _pdf(path: Path) -> str:
    try:
        from pypdf import PdfReader  # noqa: PLC0415
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError:
        raise MissingExtra(extra="pdf", what="reading PDF documents") from None
    content, log = taken(path), getLogger("pypdf")
    was_silent, log.disabled = log.disabled, True
    try:
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    except (PyPdfError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(path=str(path), reason=f"not a PDF that can be read ({str(error).lower()})") from None
    finally:
        log.disabled = was_silent


_KINDS: Mapping[str, Callable[[Path], str]] = MappingProxyType(
    {".txt": _plain, ".md": _markdown, ".html": _html, ".htm": _html, ".pdf": _pdf}
)
