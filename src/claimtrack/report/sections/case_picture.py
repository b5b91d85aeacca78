"""The case in one picture: who says what, through whom, and which answer it speaks for."""

from claimtrack.report.blocks import Section, make_section
from claimtrack.report.charts.case.chart import chart_case
from claimtrack.scoring.assessment import Assessment


def write_case_picture(assessment: Assessment) -> Section:
    """The picture of the whole case."""
    return make_section("The case in one picture", chart_case(assessment))
