"""Read the texts of documents from the files that casebooks name, by the file's ending.

A casebook may come from somebody else. So its paths lead nowhere but into its own folder, unless the caller says so.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from claimtrack.documents.html import html_text
from claimtrack.documents.markdown import markdown_text
from claimtrack.documents.pdf import pdf_text
from claimtrack.errors.failures import InvalidCasebook, UnknownName, UnreadableFile
from claimtrack.errors.problems import Problem, UnreadableDocument
from claimtrack.io.atomic import read_bytes, refuse_special, translate_os_errors
from claimtrack.io.private_file import ENDING
from claimtrack.model.casebook import Casebook
from claimtrack.model.documents import TextFile


def read_texts(casebook: Casebook, folder: str | Path, *, within: str | Path | None = None) -> dict[str, str]:
    """The texts of the documents that a casebook keeps in files, by document id.

    Args:
        casebook: the casebook.
        folder: the casebook's folder; the paths are relative to it.
        within: the folder that the files must lie in, links followed; None takes the casebook's.

    Raises:
        InvalidCasebook: files are missing, are outside the folder, are larger than a limit, are not text, or are not
            .txt, .md, .html or .pdf, or are private files by another name; all of them are listed, each with its place.
        MissingExtra: a Markdown, HTML or PDF file is named and `claimtrack[documents]` is not installed.

    Cost: linear in the files, but for PDF.
    """
    texts: dict[str, str] = {}
    private = tuple(Path(folder).glob(f"*{ENDING}"))
    problems: list[Problem] = []
    for position, document in enumerate(casebook.documents):
        if not isinstance(document.text, TextFile):
            continue
        path = document.text.path
        try:
            file = _check_inside(Path(folder, path), Path(within or folder))
            text = read_text(file)
            _check_not_private(file, private)
        except UnreadableFile as error:
            reason = error.reason
        except UnknownName:
            reason = f"its name, or that of the file that it links to, ends in none of {', '.join(_ENDINGS)}"
        else:
            texts[document.id] = text
            continue
        problems.append(UnreadableDocument(place=f"documents[{position}].text", seen=path, reason=reason))
    if problems:
        raise InvalidCasebook(problems=tuple(problems))
    return texts


def document_files(casebook: Casebook, folder: str | Path) -> tuple[Path, ...]:
    """The files that a casebook keeps the texts of its documents in, whether they are there or not."""
    return tuple(Path(folder, one.text.path) for one in casebook.documents if isinstance(one.text, TextFile))


def _check_inside(path: Path, within: Path) -> Path:
    """The same path, if it leads into a folder; of one that does not, nothing is told, not even whether it is there.

    Raises:
        UnreadableFile: it leads elsewhere, or is no path.
    """
    with translate_os_errors(path):
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(within)):
            raise UnreadableFile(path=str(path), reason=_OUTSIDE)
    return path


def _check_not_private(path: Path, private: tuple[Path, ...]) -> None:
    """Refuse a private file that is reached by another name, over a link of either kind.

    Raises:
        UnreadableFile: it is one.
    """
    with translate_os_errors(path):
        if any(one.exists() and path.samefile(one) for one in private):
            raise UnreadableFile(path=str(path), reason="it is a private file")


def read_text(path: Path) -> str:
    """The text of a file, by its ending.

    Raises:
        UnreadableFile: it is missing, is over a limit, or is not text.
        UnknownName: it is not .txt, .md, .html or .pdf, or is a link to a file that is not, such as a private file.
        MissingExtra: it is Markdown, HTML or PDF and `claimtrack[documents]` is not installed.
    """
    refuse_special(path)
    with translate_os_errors(path):
        target = Path(os.path.realpath(path))
    for one in (path, target):
        if one.suffix.casefold() not in _ENDINGS:
            raise UnknownName(kind="file ending", seen=one.suffix or one.name, known=_ENDINGS, near=None)
    ending = path.suffix.casefold()
    content = read_bytes(path, limit="markdown" if ending == _MARKDOWN else "document")
    if ending == _PDF:
        return pdf_text(content, str(path))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile(path=str(path), reason="not UTF-8 text") from None
    try:
        return _TEXT_OF[ending](text, str(path))
    except (MemoryError, RecursionError):
        raise UnreadableFile(path=str(path), reason="it takes more memory to read than there is") from None


_PDF, _MARKDOWN = ".pdf", ".md"
_TEXT_OF: Mapping[str, Callable[[str, str], str]] = MappingProxyType(
    {".txt": lambda text, _: text, _MARKDOWN: markdown_text, ".html": html_text, ".htm": html_text}
)
_OUTSIDE = "it lies outside the casebook's folder; move it there, or say which folder documents may lie in"
_ENDINGS = (*_TEXT_OF, _PDF)
