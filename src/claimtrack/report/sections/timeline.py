"""When: when it happened, was said and was published."""

from claimtrack.network.build import Network
from claimtrack.report.blocks import Section, make_section
from claimtrack.report.charts.timeline import chart_timeline


def write_timeline(network: Network) -> Section:
    """When it happened, when it was said and when it was published."""
    return make_section("When", chart_timeline(network))
