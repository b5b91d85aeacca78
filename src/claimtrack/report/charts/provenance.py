"""Where a claim comes from: origins at the left, relays between, the claim at the right, and the lines that join them.

The statements and links on a claim are folded into a few ways (`provenance_ways`); here they become boxes and routes,
with their words; and these are given their places and drawn (`provenance_layout`).
"""

from collections.abc import Sequence

from claimtrack._records import record
from claimtrack.analysis.sentences import name_of
from claimtrack.network.build import Network
from claimtrack.report.blocks import Bullets, Figure
from claimtrack.report.charts.drawing import frame
from claimtrack.report.charts.provenance_layout import Box, Layout, Route
from claimtrack.report.charts.provenance_ways import Group, Way, columns_of, fold_ways
from claimtrack.report.markup import Markup
from claimtrack.text.words import capital, counted, listed, quoted

READING = (
    "From the left: who knows, through whom it reached us, and the claim. A broken line: independence is not "
    "established. A line that ends in a bar denies the claim."
)
"""How to read the picture of where a claim comes from."""


@record
class ProvenanceChart:
    """Where a claim comes from: boxes in columns, and routes that end at the claim."""

    claim: str
    """The claim, unescaped."""
    nodes: tuple[Box, ...]
    """The boxes."""
    paths: tuple[Route, ...]
    """The routes from boxes to the claim."""

    def draw(self, number: int) -> Markup:
        """The boxes and lines as SVG; whatever is not established has a broken outline or line."""
        layout = Layout(self.claim, self.nodes, self.paths)
        origins = sum(box.kind == "origin" for box in self.nodes)
        return frame(
            "flow",
            f"Where the claim comes from: {origins} boxes of origins, {len(self.paths)} ways",
            number,
            # Lines first, so that boxes lie over their ends.
            *layout.draw_lines(),
            *layout.draw_boxes(),
            width=layout.width,
            height=layout.height,
        )


def chart_provenance(network: Network, claim: str) -> Figure | None:
    """Show where a claim comes from; None where nothing that stands bears on it.

    Origins that reach the claim in the same way, and relays that pass on the same, share a box where there are many;
    those that still do not fit become one box. Cost: linear in what bears on the claim, times the length of its
    chains.
    """
    ways = fold_ways(network, claim)
    if not ways:
        return None
    columns = columns_of(ways)
    linked = {group for way in ways if way.link for group in way.groups}
    last = max(columns.values())
    groups = list(dict.fromkeys(group for way in ways for group in way.groups))
    # A claim at the start of a link stands beside the claim, whatever its distance from the left.
    boxes = tuple(_box(network, group, ways, last if group in linked else columns[group]) for group in groups)
    places = {group: place for place, group in enumerate(groups)}
    routes = tuple(
        Route(
            nodes=tuple(places[group] for group in way.groups),
            denies=way.denies,
            established=way.established,
            count=way.count,
        )
        for way in ways
    )
    return Figure(
        caption=f"{_count(network, claim)}.",
        picture=ProvenanceChart(claim=network.claims[claim].text, nodes=boxes, paths=routes),
        words=Bullets(items=tuple(_describe(way, [boxes[places[group]] for group in way.groups]) for way in ways)),
    )


def _box(network: Network, group: Group, ways: Sequence[Way], column: int) -> Box:
    mine = [way for way in ways if group in way.groups]
    if mine[0].link:
        several = len(group) > 1
        return Box(
            kind="claim",
            names=counted(len(group), "other claim") if several else quoted(network.claims[group[0]].text),
            notes="over links" if several else "over a link",
            established=True,
            column=column,
        )
    first = [way for way in mine if way.groups[0] == group]
    return Box(
        kind="origin" if first else "relay",
        names=capital(listed((name_of(network, name) for name in group), most=2)),
        notes=_notes(network, group, first, mine),
        established=not first or all(way.established for way in first),
        column=column,
    )


def _notes(network: Network, group: Group, first: Sequence[Way], mine: Sequence[Way]) -> str:
    """What is known of the sources in a box: of one its grade, of several their number."""
    statements = sum(way.count for way in first or mine)
    if len(group) > 1:
        return f"{counted(len(group), 'origin' if first else 'relay')}, {counted(statements, 'statement')}"
    grade = network.sources[group[0]].reliability
    known = f"grade {grade}" if grade else "not graded"
    if not first:
        return f"{known}; relay"
    return f"{known}; one origin" + (f", {counted(statements, 'statement')}" if statements > 1 else "")


def _count(network: Network, claim: str) -> str:
    chains, links = network.chains[claim], network.inflow.get(claim, ())
    said = f"{counted(len(chains), 'statement')} from {counted(len({c.statement.origin for c in chains}), 'origin')}"
    return f"{said} and {counted(len(links), 'link')}" if links else said


def _describe(way: Way, boxes: Sequence[Box]) -> str:
    """A way in words."""
    if way.link:
        return f"{'Undermined' if way.denies else 'Supported'} by {boxes[0].names}, {boxes[0].notes}."
    through = f", through {', then '.join(box.names for box in boxes[1:])}" if boxes[1:] else ""
    often = f", {way.count} statements" if way.count > 1 else ""
    sure = f"independence is {'' if way.established else 'not '}established"
    return f"{'Denied' if way.denies else 'Asserted'} by {boxes[0].names}{through}{often}; {sure}."
