"""The report as one self-contained page: no script, no request, for screens, paper and screen readers."""

from claimtrack.report.html.page import Page, render_html

__all__ = ["Page", "render_html"]
