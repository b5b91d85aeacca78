"""`claimtrack ledger record` and `calibration`: how often sources were right, and how often we were."""

import argparse

from claimtrack.cli._casebook import audience_of, words_of
from claimtrack.cli._ledger import form_asked, opened, shown
from claimtrack.cli._progress import stage
from claimtrack.network.build import build
from claimtrack.privacy.redact import for_audience, public_claims
from claimtrack.report.documents.calibration import compose_calibration, render_calibration
from claimtrack.report.documents.track_records import compose_records, render_records
from claimtrack.report.render.render import render
from claimtrack.tracking.calibration import calibration as calibrated, forecasts
from claimtrack.tracking.track_record import track_records


def record(asked: argparse.Namespace) -> int:
    """Print how often each source was right."""
    audience = audience_of(asked)
    _, _, now = opened(asked.ledger)
    casebook = for_audience(now.seen(now, audience), audience, key=asked.key)
    names = (
        public_claims(now.named, key=asked.key) if audience == "public" else {one.id: one.id for one in casebook.claims}
    )
    known = {names[claim]: one for claim, one in now.state.resolutions.items() if claim in names}
    network, found = build(casebook), track_records(casebook, known)
    report = compose_records(network, found)
    text = render_records(network, found) if asked.format == "json" else render(report, asked.format or "text")
    return shown(asked, text, audience, [now.named], report)


def calibration(asked: argparse.Namespace) -> int:
    """Print how well past judgments fit what became known."""
    form, audience, words = form_asked(asked), audience_of(asked), words_of(asked.words)
    events, _, now = opened(asked.ledger)
    with stage("looking back", asked.ledger):
        made = forecasts(events, audience=audience, key=asked.key, now=now.book, words=words)
    network, found = (
        build(for_audience(now.seen(now, audience), audience, key=asked.key)),
        calibrated(made, words=words),
    )
    report = compose_calibration(network, found)
    text = render_calibration(network, found) if form == "json" else render(report, form)
    return shown(asked, text, audience, [now.named], report)
