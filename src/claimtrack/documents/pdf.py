"""The text of a PDF document, by pypdf."""

from collections.abc import Iterator
from io import BytesIO
from itertools import accumulate, chain
from logging import CRITICAL, getLogger
from typing import Any

from claimtrack.errors.base import ClaimtrackError, shown
from claimtrack.errors.failures import MissingExtra, UnreadableFile
from claimtrack.io.limits import limits, over


def pdf_text(content: bytes, path: str) -> str:
    """The text of the pages of a PDF; the path is for messages.

    Raises:
        MissingExtra: `claimtrack[documents]` is not installed.
        UnreadableFile: it is broken, locked, or not a PDF, or it is over a limit of pages, text or drawing.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415
    except ImportError:
        raise MissingExtra(extra="documents", what="reading PDF documents") from None
    log = getLogger("pypdf")
    level = log.level
    log.setLevel(CRITICAL + 1)
    try:
        return "\n".join(_texts(PdfReader(BytesIO(content)), path))
    except ClaimtrackError:
        raise
    except Exception as error:  # noqa: BLE001 (a broken PDF can raise anything)
        reason = f"not a PDF that can be read ({shown(str(error).lower())})"
        raise UnreadableFile(path=path, reason=reason) from None
    finally:
        log.setLevel(level)


def _texts(reader: Any, path: str) -> Iterator[str]:  # noqa: ANN401
    """The texts of the pages; what would take too long or too much is refused before it is read."""
    most = limits()
    if len(reader.pages) > most.pages:
        raise UnreadableFile(path=path, reason=over("pages", "pages"))
    seen: dict[int, Any] = {}
    for drawn in accumulate(chain.from_iterable(_drawing(page, seen) for page in reader.pages)):
        if drawn > most.drawing:
            raise UnreadableFile(path=path, reason=over("drawing", "bytes that draw its pages"))
    written = 0
    for page in reader.pages:
        text = page.extract_text()
        written += len(text)
        if written > most.text:
            raise UnreadableFile(path=path, reason=over("text", "characters of text"))
        yield text


def _drawing(page: Any, seen: dict[int, Any]) -> Iterator[int]:  # noqa: ANN401
    """The lengths of what draws a page: its own instructions, and the forms that it or they may use, each once."""
    contents = page.get_contents()
    yield 0 if contents is None else len(contents.get_data())
    waiting = [page]
    while waiting:
        forms = _entry(_entry(waiting.pop(), "/Resources"), "/XObject")
        for form in (_entry(forms, name) for name in forms):
            if _entry(form, "/Subtype") == "/Form" and id(form) not in seen:
                seen[id(form)] = form  # kept, so that no other gets its number
                yield len(form.get_data())
                waiting.append(form)


def _entry(table: Any, key: str) -> Any:  # noqa: ANN401
    """The value of a key in a table of a PDF, behind any reference; empty without it."""
    return table[key] if key in table else {}  # noqa: SIM401 - `get` does not follow references
