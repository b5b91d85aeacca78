"""How often our own judgments came true, as a report and as data."""

from claimtrack.network.build import Network
from claimtrack.report.blocks import Paragraph, Report, Section, Table
from claimtrack.report.charts.reliability import reliability_figure
from claimtrack.report.composed import composed
from claimtrack.report.render.json import plain
from claimtrack.scales.words import per_cent
from claimtrack.text.canonical_json import json_text
from claimtrack.text.words import counted
from claimtrack.tracking.calibration import Calibration

_FEW = 30
"""Below so many resolved claims, calibration says little."""


def compose_calibration(network: Network, found: Calibration) -> Report:
    """Compose how well past judgments fit what became known."""
    count = len(found.forecasts)
    title = f"Calibration: {network.casebook.title or 'Untitled casebook'}"
    if found.brier is None or found.reference is None or found.base_rate is None:
        none = Paragraph(text="No claim is resolved of which we had judged before it was.")
        return composed(network, title, [Section(title="Brier score", blocks=(none,))])
    few = f" {counted(count, 'claim')} is too few to tell skill from luck." if count == 1 else ""
    few = f" {count} claims are too few to tell skill from luck." if 1 < count < _FEW else few
    text = (
        f"Brier score {found.brier:.3f} over {counted(count, 'resolved claim')}: 0 is perfect, .25 is what always "
        f"saying one half gives. Always giving the share that came true ({per_cent(found.base_rate)}), which nobody "
        f"knew before, would give {found.reference:.3f}.{few}"
    )
    rows = tuple(
        (
            network.claims[one.claim].text if one.claim in network.claims else one.claim,
            f"{one.word}, {per_cent(one.probability)}",
            "true" if one.came_true else "false",
        )
        for one in found.forecasts
    )
    sections = [
        Section(title="Brier score", blocks=(Paragraph(text=text),)),
        Section(title="Reliability", blocks=(reliability_figure(found),)),
        Section(title="The judgments", blocks=(Table(headings=("Claim", "Judged", "Turned out"), rows=rows),)),
    ]
    return composed(network, title, sections)


def render_calibration(network: Network, found: Calibration) -> str:
    """How well past judgments fit what became known, as JSON."""
    return json_text(
        {
            "audience": network.casebook.audience,
            "brier": found.brier,
            "base_rate": found.base_rate,
            "reference": found.reference,
            "words": [
                {
                    "word": one.word,
                    "from": one.low,
                    "to": one.high,
                    "mean": one.mean,
                    "true": one.true.so,
                    "of": one.true.of,
                    "low": one.true.low,
                    "high": one.true.high,
                }
                for one in found.bins
            ],
            "forecasts": [plain(one) for one in found.forecasts],
        }
    )
