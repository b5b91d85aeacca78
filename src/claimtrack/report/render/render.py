"""A report in the form that was asked for."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimtrack.errors.failures import UnknownName
from claimtrack.report.blocks import Report
from claimtrack.report.notebook import Page
from claimtrack.report.render.csv import render_sheet
from claimtrack.report.render.html import render_html
from claimtrack.report.render.json import render_report
from claimtrack.report.render.markdown import render_markdown
from claimtrack.report.render.text import render_text

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
        UnknownName: there is no such form.
    """
    if form not in FORMS:
        raise UnknownName(kind="format", seen=form, known=tuple(FORMS))
    return FORMS[form](report)
