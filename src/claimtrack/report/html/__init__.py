"""The report as one self-contained page: no script, no request, for screens, paper and screen readers."""

from claimtrack.report.html.page import render_html

__all__ = ["render_html"]
