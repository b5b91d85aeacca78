"""Where it comes from, and the timeline: the pictures of who says what, through whom, and when."""

from collections.abc import Sequence

from claimtrack.network.build import Network
from claimtrack.report.blocks import Section, make_section
from claimtrack.report.charts.matrix import matrix_figure
from claimtrack.report.charts.provenance import READING, provenance_figure
from claimtrack.report.charts.timeline import timeline_figure


def where_it_comes_from(network: Network, claims: Sequence[str]) -> list[Section]:
    """Which origin says what of some claims, and the way of each claim to us."""
    parts = [make_section(network.claims[claim].text, provenance_figure(network, claim), level=2) for claim in claims]
    parts = [part for part in parts if part.blocks]
    head = make_section("Where it comes from", matrix_figure(network, claims), READING)
    return [head, *parts] if parts else []


def timeline(network: Network) -> Section:
    """When it happened, was said and was published."""
    return make_section("Timeline", timeline_figure(network))
