"""Where it comes from, and the timeline: the pictures of who says what, through whom, and when."""

from collections.abc import Sequence

from claimtrack.network.build import Network
from claimtrack.report.blocks import Figure, Paragraph, Section
from claimtrack.report.charts.matrix import matrix_figure
from claimtrack.report.charts.provenance import READING, provenance_figure
from claimtrack.report.charts.timeline import timeline_figure


def where_it_comes_from(network: Network, claims: Sequence[str]) -> list[Section]:
    """Which origin says what of some claims, and the way of each claim to us."""
    parts = [
        Section(title=network.claims[claim].text, level=2, blocks=_if_any(provenance_figure(network, claim)))
        for claim in claims
    ]
    parts = [part for part in parts if part.blocks]
    matrix = _if_any(matrix_figure(network, claims))
    head = Section(title="Where it comes from", blocks=(*matrix, Paragraph(text=READING)))
    return [head, *parts] if parts else []


def timeline(network: Network) -> Section:
    """When it happened, was said and was published."""
    return Section(title="Timeline", blocks=_if_any(timeline_figure(network)))


def _if_any(figure: Figure | None) -> tuple[Figure, ...]:
    return () if figure is None else (figure,)
