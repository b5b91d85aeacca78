"""The formats of a report, in one table."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimtrack._records import constant_record
from claimtrack.errors.failures import UnknownName
from claimtrack.report.blocks import Report
from claimtrack.report.render.csv import render_csv
from claimtrack.report.render.html import render_html
from claimtrack.report.render.json import render_json
from claimtrack.report.render.markdown import render_markdown
from claimtrack.report.render.text import render_text


@constant_record
class ReportFormat:
    """A format that a report can take."""

    render: Callable[[Report], str]
    """What makes it of a report."""
    suffix: str
    """The suffix of its files, with its dot."""
    media_type: str
    """Its media type (RFC 6838)."""


REPORT_FORMATS: Mapping[str, ReportFormat] = MappingProxyType(
    {
        "text": ReportFormat(render=render_text, suffix=".txt", media_type="text/plain"),
        "markdown": ReportFormat(render=render_markdown, suffix=".md", media_type="text/markdown"),
        "html": ReportFormat(render=render_html, suffix=".html", media_type="text/html"),
        "csv": ReportFormat(render=render_csv, suffix=".csv", media_type="text/csv"),
        "json": ReportFormat(render=render_json, suffix=".json", media_type="application/json"),
    }
)
"""The formats that a report can take, by name. A new format is a file beside this one and a row here."""


def render(report: Report, format: str = "text") -> str:  # noqa: A002
    """Render a report as `text`, `markdown`, `html`, `csv` or `json`.

    Raises:
        UnknownName: there is no such format.
    """
    if format not in REPORT_FORMATS:
        raise UnknownName(kind="format", seen=format, known=tuple(REPORT_FORMATS))
    return REPORT_FORMATS[format].render(report)
