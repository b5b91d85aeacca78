"""Read the texts of documents from the files that casebooks name, by the file's ending."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from claimtrack.documents.html import html_text
from claimtrack.documents.markdown import markdown_text
from claimtrack.documents.pdf import pdf_text
from claimtrack.errors.failures import InvalidCasebook, UnknownName, UnreadableFile
from claimtrack.errors.problems import Problem, UnreadableDocument
from claimtrack.io.atomic import path_exists, read_bytes
from claimtrack.model.casebook import Casebook
from claimtrack.model.records import TextFile


def read_texts(casebook: Casebook, folder: str | Path) -> dict[str, str]:
    """The texts of the documents that a casebook keeps in files, by document id.

    Args:
        casebook: the casebook.
        folder: the casebook's folder; the paths are relative to it.

    Raises:
        InvalidCasebook: files are missing, are not text, or are not .txt, .md, .html or .pdf; all of them are
            listed, each with its place.
        MissingExtra: a Markdown, HTML or PDF file is named and `claimtrack[documents]` is not installed.

    Cost: linear in the files, but for PDF and for hostile HTML (see `html_text`).
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for position, document in enumerate(casebook.documents):
        if not isinstance(document.text, TextFile):
            continue
        path = document.text.path
        try:
            texts[document.id] = read_text(Path(folder) / path)
        except (UnreadableFile, UnknownName) as error:
            reason = error.reason if isinstance(error, UnreadableFile) else f"its name ends in none of {_ENDINGS}"
            problems.append(UnreadableDocument(place=f"documents[{position}].text", seen=path, reason=reason))
    if problems:
        raise InvalidCasebook(problems=tuple(problems))
    return texts


def read_text(path: Path) -> str:
    """The text of a file, by its ending.

    Raises:
        UnreadableFile: it is missing, or is not text.
        UnknownName: it is not .txt, .md, .html or .pdf.
        MissingExtra: it is Markdown, HTML or PDF and `claimtrack[documents]` is not installed.
    """
    text_of = _READERS.get(path.suffix.casefold())
    if text_of is None:
        raise UnknownName(seen=path.name, known=tuple(_READERS), kind="kind of document")
    # Opening a pipe would wait for its writer, and a device may never end.
    if path_exists(path) and path.exists() and not path.is_file():
        raise UnreadableFile(path=str(path), reason="not a regular file")
    try:
        return text_of(read_bytes(path))
    except UnicodeDecodeError:
        raise UnreadableFile(path=str(path), reason="not UTF-8 text") from None
    except ValueError as error:
        raise UnreadableFile(path=str(path), reason=str(error)) from None


def _plain_text(content: bytes) -> str:
    return content.decode("utf-8-sig")


def _of_html(content: bytes) -> str:
    return html_text(_plain_text(content))


def _of_markdown(content: bytes) -> str:
    return markdown_text(_plain_text(content))


_READERS: Mapping[str, Callable[[bytes], str]] = MappingProxyType(
    {".txt": _plain_text, ".md": _of_markdown, ".html": _of_html, ".htm": _of_html, ".pdf": pdf_text}
)
_ENDINGS = ", ".join(_READERS)
