"""The text of a PDF document, by pypdf."""

from io import BytesIO
from logging import CRITICAL, getLogger

from claimtrack.errors.base import shown
from claimtrack.errors.failures import MissingExtra, UnreadableFile


def pdf_text(content: bytes, path: str) -> str:
    """The text of the pages of a PDF; the path is for messages.

    Raises:
        MissingExtra: `claimtrack[documents]` is not installed.
        UnreadableFile: it is broken, locked, or not a PDF.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415
    except ImportError:
        raise MissingExtra(extra="documents", what="reading PDF documents") from None
    log = getLogger("pypdf")
    level = log.level
    log.setLevel(CRITICAL + 1)
    try:
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    except Exception as error:  # noqa: BLE001 (a broken PDF can raise anything)
        reason = f"not a PDF that can be read ({shown(str(error).lower())})"
        raise UnreadableFile(path=path, reason=reason) from None
    finally:
        log.setLevel(level)
