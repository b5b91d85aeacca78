"""Pictures as inline SVG; each has a title that says what it shows, and all sizes follow from what it holds."""

from claimtrack.report.charts.svg.bars import bars_svg
from claimtrack.report.charts.svg.flow import flow_svg
from claimtrack.report.charts.svg.grid import grid_svg
from claimtrack.report.charts.svg.line import course_svg
from claimtrack.report.charts.svg.reliability import reliability_svg
from claimtrack.report.charts.svg.ruler import ruler_svg
from claimtrack.report.charts.svg.strip import strip_svg
from claimtrack.report.charts.svg.timeline import timeline_svg

__all__ = [
    "bars_svg",
    "course_svg",
    "flow_svg",
    "grid_svg",
    "reliability_svg",
    "ruler_svg",
    "strip_svg",
    "timeline_svg",
]
