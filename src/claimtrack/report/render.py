"""A report in the form that was asked for."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimtrack.errors import UnknownFormat, nearest
from claimtrack.report.data import render_report
from claimtrack.report.html import render_html
from claimtrack.report.markdown import render_markdown
from claimtrack.report.notebook import Page
from claimtrack.report.report import Report
from claimtrack.report.sheet import render_sheet
from claimtrack.report.text import render_text

__all__ = ["FORMS", "render"]

FORMS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {
        "text": render_text,
        "markdown": render_markdown,
        "html": lambda report: Page(render_html(report)),
        "csv": render_sheet,
        "json": render_report,
    }
)
"""The forms that a report can take."""


def render(report: Report, form: str = "text") -> str:
    """A report as `text`, `markdown`, `html`, `csv` or `json`.

    Raises:
        UnknownFormat: there is no such form.
    """
    if form not in FORMS:
        raise UnknownFormat(seen=form, known=tuple(FORMS), near=nearest(form, FORMS))
    return FORMS[form](report)
