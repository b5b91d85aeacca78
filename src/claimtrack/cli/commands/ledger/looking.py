"""`claimtrack ledger log`, `as-of`, `diff` and `history`: what was known when, and what became of it."""

import argparse
import sys
from pathlib import Path

from claimtrack.analysis.change_causes import difference
from claimtrack.cli._casebook import audience_of, scored, words_of
from claimtrack.cli._ledger import case_at, date_asked, form_asked, found, moment_asked, opened, shown
from claimtrack.cli._output import FINE, guarded, say
from claimtrack.cli._progress import stage
from claimtrack.errors.base import nearest
from claimtrack.errors.failures import FileInTheWay, WrongUse
from claimtrack.history.events import KINDS
from claimtrack.history.replay import state_of
from claimtrack.io.atomic import path_exists, write_atomic
from claimtrack.io.casebooks import dumps, format_of
from claimtrack.io.private_file import refuse_private
from claimtrack.ledger.ledger import Ledger
from claimtrack.network.build import build
from claimtrack.privacy.redact import for_audience
from claimtrack.privacy.retroactive import still_protected
from claimtrack.report.documents.changes import compose_difference, render_difference
from claimtrack.report.documents.ledger_log import compose_log, render_log, tell_events
from claimtrack.report.documents.score_history import compose_history, render_history
from claimtrack.report.render.render import render
from claimtrack.tracking.score_history import score_history


def log(asked: argparse.Namespace) -> int:
    """List events; what came before a correction is told with it."""
    if asked.kind is not None and asked.kind not in KINDS:
        near = nearest(asked.kind, KINDS)
        raise WrongUse(
            reason=f"no event is of the kind {asked.kind}; the kinds are {', '.join(KINDS)}"
            + (f"; did you mean {near}?" if near else "")
        )
    since = moment_asked("--since", asked.since)
    with Ledger(asked.ledger) as ledger:
        entries = list(ledger.entries())
    state = state_of(entry.event for entry in entries)
    about = None if asked.about is None else found(state, asked.about)
    rows = [
        (entry, one)
        for entry, one in zip(entries, tell_events(entry.event for entry in entries), strict=True)
        if (asked.kind is None or one.event.kind == asked.kind)
        and (since is None or one.event.learned is None or since <= one.event.learned)
        and (about is None or (one.event.what.collection, one.event.what.id) == about)
    ]
    if asked.format == "json":
        say(render_log((entry.number, one, entry.hash) for entry, one in rows))
    else:
        report = compose_log(build(state.casebook()), [(entry.number, one) for entry, one in rows])
        say(render(report, asked.format or "text"))
    return FINE


def as_of(asked: argparse.Namespace) -> int:
    """Print the casebook of a time or day."""
    form = asked.format or ("toml" if asked.output is None else format_of(Path(asked.output), None))
    audience = audience_of(asked)
    time, day = moment_asked("TIME", asked.time, end=True), date_asked("--so-on", asked.so_on)
    events, private, now = opened(asked.ledger)
    then = case_at(private, events, as_of=time, so_on=day, as_learned=asked.as_learned)
    casebook = for_audience(then.seen(now, audience), audience, key=asked.key, like=now.named)
    text = guarded(
        dumps(casebook, format=form),
        audience,
        [still_protected(then.book, now.named), now.named],
        name=Path(asked.output or "").name,
    )
    if asked.output is None:
        say(text)
        if not then.state.collections["claims"]:
            late = case_at(private, events, as_of=time, so_on=day, as_learned=True).state.collections["claims"]
            more = "; what says that it was learned by then was entered later: see --as-learned" if late else ""
            print(f"{asked.ledger}: nothing was known of any claim by then{more}", file=sys.stderr)
        return FINE
    refuse_private(Path(asked.output))
    if path_exists(Path(asked.output)):
        raise FileInTheWay(path=asked.output)
    write_atomic(Path(asked.output), text.encode(), private=audience == "internal")
    print(f"{asked.output}: written for {audience} readers", file=sys.stderr)
    return FINE


def diff(asked: argparse.Namespace) -> int:
    """Print what changed between two times."""
    audience = audience_of(asked)
    since, until = (moment_asked("TIME", text, end=True) for text in (asked.since, asked.until))
    events, private, now = opened(asked.ledger)
    with stage("comparing", asked.ledger):
        before, after = (case_at(private, events, as_of=time, as_learned=asked.as_learned) for time in (since, until))
        both = [scored(case.seen(now, audience), asked, audience, like=now.named) for case in (before, after)]
        changed = difference(*both)
    report = compose_difference(changed, title=f"What changed from {asked.since} to {asked.until or 'now'}")
    text = render_difference(changed) if asked.format == "json" else render(report, asked.format or "text")
    books = [*(still_protected(case.book, now.named) for case in (before, after)), now.named]
    return shown(asked, text, audience, books, report)


def history(asked: argparse.Namespace) -> int:
    """Print how a claim's score went."""
    form, audience = form_asked(asked), audience_of(asked)
    events, _, now = opened(asked.ledger)
    with stage("looking back", asked.ledger):
        seen = score_history(
            events, asked.claim, audience=audience, key=asked.key, now=now.book, words=words_of(asked.words)
        )
    report = compose_history(seen)
    text = render_history(seen) if form == "json" else render(report, form)
    return shown(asked, text, audience, [now.named], report)
