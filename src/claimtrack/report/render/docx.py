"""The report as a Word file, for desks that edit it; `claimtrack[docx]` brings what writes it."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from claimtrack.errors.failures import MissingExtra
from claimtrack.report.blocks import Report

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time that every part of the file has: the first that its format knows."""
_OURS = b"claimtrack"
"""The remark at the end of the file, which no program keeps that saves it anew."""


def render_docx(report: Report) -> bytes:
    """Render a report as a Word file: headings, lists and tables to edit, and pictures in words.

    The same report gives the same bytes, under one version of the libraries that write them.

    Raises:
        MissingExtra: `claimtrack[docx]` is not installed.

    Cost: linear in the report.
    """
    try:
        from claimtrack.report.render.docx_writer import write_document  # noqa: PLC0415 - it needs an extra
    except ImportError:
        raise MissingExtra(extra="docx", what="a report as a Word file") from None
    stamped = BytesIO()
    with ZipFile(BytesIO(write_document(report))) as before, ZipFile(stamped, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = ZipInfo(name, _FIRST_DAY)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            after.writestr(entry, before.read(name))
        after.comment = _OURS
    return stamped.getvalue()


def is_own_docx(content: bytes) -> bool:
    """Whether a file is such a report, and nobody has edited it since."""
    return content.startswith(b"PK") and content.endswith(_OURS)


def read_docx_parts(content: bytes) -> str:
    """All that is written in a Word file, with its tags, which the guard looks through."""
    with ZipFile(BytesIO(content)) as parts:
        written = (name for name in parts.namelist() if name.endswith((".xml", ".rels")))
        return "\n".join(parts.read(name).decode() for name in written)
