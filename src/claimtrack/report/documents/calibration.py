"""How often our own judgments came true, as a report and as data."""

from claimtrack.network.build import Network
from claimtrack.report.blocks import Report, Table, make_section
from claimtrack.report.charts.reliability import chart_reliability
from claimtrack.report.documents.assemble import assemble, encode, encode_fields, title_of
from claimtrack.scales.words import per_cent
from claimtrack.text.canonical_json import json_text
from claimtrack.text.words import counted
from claimtrack.tracking.calibration import Calibration

_FEW = 30
"""Below this number of resolved claims, calibration says little."""


def compose_calibration(network: Network, calibration: Calibration) -> Report:
    """Compose how well past judgments fit what became known."""
    title = f"Calibration: {title_of(network)}"
    score = make_section("Brier score", _brier(calibration))
    if calibration.brier is None:
        return assemble(network, title, [score])
    rows = tuple(
        (
            network.claims[one.claim].text if one.claim in network.claims else one.claim,
            f"{one.word}, {per_cent(one.probability)}",
            "true" if one.came_true else "false",
        )
        for one in calibration.forecasts
    )
    judgments = Table(headings=("Claim", "Judged", "Turned out"), rows=rows)
    sections = [
        score,
        make_section("Reliability", chart_reliability(calibration)),
        make_section("The judgments", judgments),
    ]
    return assemble(network, title, sections)


def _brier(calibration: Calibration) -> str:
    """The Brier score in words, beside what it would be without skill."""
    count = len(calibration.forecasts)
    if calibration.brier is None or calibration.reference is None or calibration.base_rate is None:
        return "No claim is resolved of which we had judged before it was."
    few = f" {counted(count, 'claim')} {'is' if count == 1 else 'are'} too few to tell skill from luck."
    return (
        f"Brier score {calibration.brier:.3f} over {counted(count, 'resolved claim')}: 0 is perfect, .25 is what "
        f"always saying one half gives. Always giving the share that came true ({per_cent(calibration.base_rate)}), "
        f"which nobody knew before, would give {calibration.reference:.3f}.{few if count < _FEW else ''}"
    )


def render_calibration_json(network: Network, calibration: Calibration) -> str:
    """Render how well past judgments fit what became known as JSON."""
    return json_text(
        {
            "audience": network.casebook.audience,
            **encode_fields(calibration, "brier", "base_rate", "reference"),
            "words": [
                {
                    "word": one.word,
                    "from": one.low,
                    "to": one.high,
                    "mean": one.mean,
                    "true": one.true.so,
                    "of": one.true.of,
                    **encode_fields(one.true, "low", "high"),
                }
                for one in calibration.bins
            ],
            "forecasts": encode(calibration.forecasts),
        }
    )
