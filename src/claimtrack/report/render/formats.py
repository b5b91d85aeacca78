"""The formats of a report, in one table."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimtrack._records import constant_record
from claimtrack.errors.failures import UnknownName
from claimtrack.report.blocks import Report
from claimtrack.report.render.csv import render_csv
from claimtrack.report.render.graph import render_dot, render_mermaid
from claimtrack.report.render.html import render_html
from claimtrack.report.render.json import render_json
from claimtrack.report.render.markdown import render_markdown
from claimtrack.report.render.svg import render_svg
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

PICTURE_FORMATS: Mapping[str, ReportFormat] = MappingProxyType(
    {
        "svg": ReportFormat(render=render_svg, suffix=".svg", media_type="image/svg+xml"),
        "dot": ReportFormat(render=render_dot, suffix=".dot", media_type="text/vnd.graphviz"),
        "mermaid": ReportFormat(render=render_mermaid, suffix=".mmd", media_type="text/vnd.mermaid"),
        "json": REPORT_FORMATS["json"],
    }
)
"""The formats that the pictures of a report can take, by name; DOT and Mermaid have the whole case alone."""


def render(report: Report, format: str = "text") -> str:  # noqa: A002
    """Render a report as `text`, `markdown`, `html`, `csv` or `json`; or its pictures as `svg`, `dot` or `mermaid`.

    Raises:
        UnknownName: there is no such format.
    """
    formats = {**REPORT_FORMATS, **PICTURE_FORMATS}
    if format not in formats:
        raise UnknownName(kind="format", seen=format, known=tuple(formats))
    return formats[format].render(report)
