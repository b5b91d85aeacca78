"""The picture of a case as the text of a graph, in DOT and in Mermaid."""

from claimtrack.report.blocks import Figure, Report
from claimtrack.report.charts.case.chart import CaseChart
from claimtrack.report.charts.case.graph import write_dot, write_mermaid
from claimtrack.report.charts.case.panel import Panel
from claimtrack.text.escape import one_line


def render_dot(report: Report) -> str:
    """Render the picture of a case as DOT, under a comment that says who it is for."""
    return f"{_comment('//', report)}{write_dot(_panels(report))}"


def render_mermaid(report: Report) -> str:
    """Render the picture of a case as Mermaid, under a comment that says who it is for."""
    return f"{_comment('%%', report)}{write_mermaid(_panels(report))}"


def _comment(sign: str, report: Report) -> str:
    return "".join(f"{sign} {one_line(line)}\n" for line in (report.warning, report.made_from) if line)


def _panels(report: Report) -> tuple[Panel, ...]:
    figures = [one for section in report.sections for one in section.blocks if isinstance(one, Figure)]
    return tuple(panel for one in figures if isinstance(one.picture, CaseChart) for panel in one.picture.panels)
