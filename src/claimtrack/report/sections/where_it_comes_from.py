"""Where it comes from, and the timeline: the pictures of who says what, through whom, and when."""

from collections.abc import Sequence

from claimtrack.network.build import Network
from claimtrack.report.blocks import Section, make_section
from claimtrack.report.charts.matrix import chart_matrix
from claimtrack.report.charts.provenance import READING, chart_provenance
from claimtrack.report.charts.timeline import chart_timeline


def write_where_it_comes_from(network: Network, claims: Sequence[str]) -> list[Section]:
    """Which origin says what of some claims, and the way of each claim to us."""
    parts = [make_section(network.claims[claim].text, chart_provenance(network, claim), level=2) for claim in claims]
    parts = [part for part in parts if part.blocks]
    head = make_section("Where it comes from", chart_matrix(network, claims), READING)
    return [head, *parts] if parts else []


def write_timeline(network: Network) -> Section:
    """When it happened, was said and was published."""
    return make_section("Timeline", chart_timeline(network))
