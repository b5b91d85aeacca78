"""Believed, disbelieved, not known: what becomes of the whole of each claim, as bars."""

from collections.abc import Sequence

from claimtrack.analysis.explanation import Explanation
from claimtrack.report.blocks import Section, make_section
from claimtrack.report.charts.bars import chart_bars


def write_belief_shares(explanation: Explanation, claims: Sequence[str]) -> Section:
    """Unknown is not disputed: how much of each claim is believed, disbelieved and not known."""
    scores = [explanation.accounts[claim].score for claim in claims]
    return make_section("Believed, disbelieved, not known", chart_bars(scores) if scores else None)
