"""Append events to a ledger, and print what they changed."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

from claimtrack._records import evolve
from claimtrack.analysis.change_causes import ScoreChanges, explain_change
from claimtrack.cli._casebook import choose_readers, redact_for, score_for
from claimtrack.cli._ledger import Snapshot, add_ledger, open_ledger, read_private_of, snapshot_at
from claimtrack.cli._options import TEXT_OR_JSON, TIME, add_format, add_readers, parse_date, parse_moment
from claimtrack.cli._output import print_for, warn_without_private
from claimtrack.cli._terminal import FINE, print_note, print_text
from claimtrack.errors.failures import InvalidCasebook, NotPublishable, ProtectedStringFound, WrongUse
from claimtrack.history.events import Event, Happening, event
from claimtrack.history.replay import state_of
from claimtrack.history.state import State
from claimtrack.io.private_file import require_private
from claimtrack.ledger.chain import Head
from claimtrack.ledger.event_json import plain_event
from claimtrack.model.casebook import Record
from claimtrack.network.subgraph import downstream
from claimtrack.privacy.retroactive import redact_past, still_protected, with_all_names
from claimtrack.report.documents.assemble import encode
from claimtrack.text.canonical_json import JsonValue, json_text
from claimtrack.text.escape import one_line
from claimtrack.text.words import counted
from claimtrack.tracking.alerts import find_alerts

_WIDTH = 88
_MOST = 8
"""How many moved scores are listed one by one."""


class _Effect(NamedTuple):
    """What was appended, and what that changed."""

    path: str
    audience: str
    added: int
    head: Head
    events: Sequence[Event]
    changes: ScoreChanges
    rest_on_it: Sequence[str]
    """The claims that rest on what was retracted, whether their scores moved or not."""


def add_event_options(parser: argparse.ArgumentParser, *, needs_reason: bool = True) -> None:
    """Add the options of a command that appends events: why, who, when, and for whom the effect is printed."""
    parser.add_argument("--because", metavar="WHY", required=needs_reason, help="the reason")
    parser.add_argument("--told", metavar="NAME", action="append", default=[], help="who was told (may be repeated)")
    parser.add_argument(
        "--so", metavar="DATE", type=parse_date, help="the day from which this holds, such as 2021-03-30 or 2021-03~"
    )
    add_entry_options(parser)


def add_entry_options(parser: argparse.ArgumentParser) -> None:
    """Add who enters something and when it was learned, and for whom the effect is printed."""
    parser.add_argument("--by", metavar="NAME", help="who enters it")
    parser.add_argument(
        "--learned", metavar="TIME", type=parse_moment, help=f"when you learned it (default: now); {TIME}"
    )
    add_format(parser, TEXT_OR_JSON)
    add_readers(parser)
    parser.set_defaults(is_entry=True)


def add_change_options(parser: argparse.ArgumentParser, name: str, says: str, *, needs_reason: bool = True) -> None:
    """Add LEDGER, the id of the record that is changed, and the options of an event."""
    add_ledger(parser)
    parser.add_argument("id", metavar=name, help=says)
    add_event_options(parser, needs_reason=needs_reason)


def append(
    make: Callable[[argparse.Namespace, State], Iterable[Happening | Record]], options: argparse.Namespace
) -> int:
    """Append what happened, if the casebook stays valid, and print what that changed.

    Args:
        make: makes what happened, from the options and what the ledger holds.
        options: of the command, with those of `add_event_options`.
    """
    with open_ledger(options.ledger, read_only=False) as ledger:
        old = list(ledger.events())
        new = [
            event(
                one,
                so=options.so,
                learned=options.learned,
                by=options.by,
                because=options.because,
                told=tuple(options.told),
            )
            for one in make(options, state_of(old))
        ]
        new = [evolve(one, place=place) for place, one in enumerate(new)]
        private = read_private_of(options.ledger, [*old, *new])
        try:
            before, after = snapshot_at(private, old), snapshot_at(private, [*old, *new])
        except InvalidCasebook as error:
            raise InvalidCasebook(problems=error.problems, path=f"{options.ledger}, with the new events") from None
        require_private(after.casebook, Path(options.ledger))
        if before.casebook == after.casebook and before.outcomes == after.outcomes:
            raise WrongUse(reason="this changes nothing: the ledger already says so; nothing was added")
        head = ledger.append(*new, after=len(old))
    return print_effect(options, before, after, new, head)


def print_effect(
    options: argparse.Namespace, before: Snapshot, after: Snapshot, events: Sequence[Event], head: Head
) -> int:
    """Print the new head, which is to be kept elsewhere, and how scores moved."""
    readers = choose_readers(options)
    warn_without_private(after.casebook, options.ledger, readers.audience)
    all_names = with_all_names(after.casebook, after.state)
    redaction = redact_for(readers, all_names)
    was, now = (score_for(readers, redact_past(one.casebook, redaction, after.state)) for one in (before, after))
    is_internal = readers.audience == "internal"
    effect = _Effect(
        path=options.ledger,
        audience=readers.audience,
        added=len(events),
        head=head,
        events=events if is_internal else (),
        changes=explain_change(was, now),
        rest_on_it=downstream(was.network, _withdrawn(events)) if is_internal else (),
    )
    render = _data if options.format == "json" else _text
    casebooks = [still_protected(before.casebook, redaction), redaction]
    try:
        print_for(readers, render(effect), casebooks)
    except (ProtectedStringFound, NotPublishable) as error:
        # The events are in the ledger, so the head must be printed all the same.
        print_text(render(effect._replace(changes=explain_change(now, now))))
        print_note(f"claimtrack: warning: effect not shown: the output could give a source away ({error.found()})")
    return FINE


def _withdrawn(events: Iterable[Event]) -> list[str]:
    return [one.what.id for one in events if one.kind in ("retracted", "restored", "removed")]


def _text(effect: _Effect) -> str:
    added = f"{counted(effect.added, 'event')} added" if effect.added else "nothing to add"
    lines: list[str] = []
    moved = [one for one in effect.changes.scores if one.before is not None]
    new = len(effect.changes.scores) - len(moved)
    if new:
        lines.append(f"  {counted(new, 'claim')} {'is' if new == 1 else 'are'} new.")
    lines += [f"  {one_line(one.text)}" for one in moved[:_MOST]]
    if len(moved) > _MOST:
        lines.append(f"  and {len(moved) - _MOST} more scores moved; `claimtrack ledger diff` lists them all.")
    lines += [f"! {one_line(alert.text)}" for alert in find_alerts(effect.changes.before, effect.changes.after)]
    moved_claims = {one.claim for one in effect.changes.scores}
    unmoved = [claim for claim in effect.rest_on_it if claim not in moved_claims]
    if unmoved:
        lines.append(f"  Also rests on it, with the same score as before: {', '.join(unmoved)}.")
    wrapped = [fill(line, _WIDTH, subsequent_indent="    ", break_long_words=False) for line in lines]
    return "\n".join([f"{effect.path}: {added}; {effect.head}", *wrapped, ""])


def _data(effect: _Effect) -> str:
    found: dict[str, JsonValue] = {
        "ledger": Path(effect.path).name,
        "audience": effect.audience,
        "added": effect.added,
        "count": effect.head.count,
        "head": effect.head.hash,
        "events": [plain_event(one) for one in effect.events],
        "moved": [
            {
                "claim": one.claim,
                "before": None if one.before is None else one.before.probability,
                "after": None if one.after is None else one.after.probability,
                "text": one.text,
            }
            for one in effect.changes.scores
        ],
        "alerts": encode(find_alerts(effect.changes.before, effect.changes.after)),
        "rests_on_it": list(effect.rest_on_it),
    }
    return json_text(found)
