"""The text of a PDF document, by pypdf."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import accumulate
from logging import CRITICAL, getLogger
from typing import Any

from claimtrack.errors.base import ClaimtrackError, shown
from claimtrack.errors.failures import MissingExtra, UnreadableFile
from claimtrack.io.limits import limits, over

_DRAW = re.compile(rb"Do(?![A-Za-z])")
_DRAWN = re.compile(rb"(?:\A|(?<!\S)[A-Za-z*]{1,3}\s)\s*+(/[^\s/#%()<>\[\]{}]++)\s++Do(?![A-Za-z])")
"""One name before `Do`, behind another instruction: no more can belong to it."""
_UNPACKED = 500_000
"""Bytes that draw the pages of any PDF, however small it is: a page or two of a report."""


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
        return "\n".join(_texts(PdfReader(BytesIO(content)), len(content), path))
    except ClaimtrackError:
        raise
    except Exception as error:  # noqa: BLE001 (a broken PDF can raise anything)
        reason = f"not a PDF that can be read ({shown(str(error).lower())})"
        raise UnreadableFile(path=path, reason=reason) from None
    finally:
        log.setLevel(level)


def _texts(reader: Any, size: int, path: str) -> Iterator[str]:  # noqa: ANN401
    """The texts of the pages; what would take too long or too much is refused before it is read."""
    most = limits()
    if len(reader.pages) > most.pages:
        raise UnreadableFile(path=path, reason=over("pages", "pages"))
    every = list(reader.pages)
    pages = [(_name_of(page.get("/Contents")), _name_of(page.get("/Resources"))) for page in every]
    different = dict(zip(pages, every, strict=True))  # pages that share both have one text, which is read once
    costs: dict[int, tuple[Any, int]] = {}
    unpacked = _UNPACKED + most.unpacking * size
    for drawn in accumulate(_drawing(page, page.get_contents(), costs) for page in different.values()):
        if drawn > most.drawing:
            raise UnreadableFile(path=path, reason=over("drawing", "bytes that draw its pages"))
        if drawn > unpacked:
            raise UnreadableFile(path=path, reason=over("unpacking", "bytes that draw its pages for each of its own"))
    texts: dict[tuple[object, object], str] = {}
    written = 0
    for page in pages:
        if page not in texts:
            texts[page] = different[page].extract_text()
        written += len(texts[page])
        if written > most.text:
            raise UnreadableFile(path=path, reason=over("text", "characters of text"))
        yield texts[page]


def _drawing(owner: Any, stream: Any, costs: dict[int, tuple[Any, int]]) -> int:  # noqa: ANN401
    """The bytes that draw a page or a form: its own instructions, and each form as often as they draw it.

    Where it is not plain which form is drawn, the dearest counts; in a circle, which is not followed, the form alone.
    """
    content: bytes = b"" if stream is None else stream.get_data()
    costs[id(owner)] = owner, len(content)  # kept, so that no other gets its number
    forms = _entry(_entry(owner, "/Resources"), "/XObject")
    cost_of: dict[str, int] = {}
    for name in forms:
        form = _entry(forms, name)
        if _entry(form, "/Subtype") != "/Image" and hasattr(form, "get_data"):
            cost_of[name] = costs[id(form)][1] if id(form) in costs else _drawing(form, form, costs)
    plain = [] if b"%" in content else _DRAWN.findall(content)
    unclear = len(_DRAW.findall(content)) - len(plain) if cost_of else 0
    drawn = sum(cost_of.get(name.decode("latin-1"), 0) for name in plain) + unclear * max(cost_of.values(), default=0)
    costs[id(owner)] = owner, len(content) + drawn
    return len(content) + drawn


def _name_of(value: object) -> object:
    """What tells an object of a PDF from others: its number, or that it is itself."""
    return repr(value) if type(value).__name__ == "IndirectObject" else id(value)


def _entry(table: Any, key: str) -> Any:  # noqa: ANN401
    """The value of a key in a table of a PDF, behind any reference; empty without it."""
    return table[key] if key in table else {}  # noqa: SIM401 - `get` does not follow references
