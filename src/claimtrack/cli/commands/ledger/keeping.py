"""`claimtrack ledger init`, `verify` and `export`: a ledger made, held against its heads, and written out."""

import argparse
import sys
from pathlib import Path

from claimtrack.cli._casebook import book_of
from claimtrack.cli._ledger import appended, case_at, moment_asked, private_of, refuse_name
from claimtrack.cli._output import FINE, PROBLEMS, say, say_json
from claimtrack.cli._progress import stage
from claimtrack.errors.failures import FileInTheWay, WrongUse
from claimtrack.io.atomic import path_exists, write_atomic
from claimtrack.io.private_file import refuse_private
from claimtrack.ledger.chain import Head
from claimtrack.ledger.event_json import event_text, plain_event
from claimtrack.ledger.import_export import export_lines, import_casebook, salvage
from claimtrack.ledger.ledger import Ledger
from claimtrack.ledger.verify import Verification, read_seal, verify as verified, write_seal
from claimtrack.text.canonical_json import json_text


def init(asked: argparse.Namespace) -> int:
    """Make a ledger; with a casebook, put that into it at once."""
    refuse_name(asked.ledger)
    learned = moment_asked("--learned", asked.learned)
    casebook = None if asked.file is None else book_of(asked.file)
    with Ledger.create(asked.ledger) as ledger:
        if casebook is not None:
            import_casebook(ledger, casebook, because="first entry", by=asked.by, learned=learned)
        events, head = list(ledger.events()), ledger.head
    private = private_of(asked.ledger, events)
    return appended(asked, case_at(private, []), case_at(private, events), events, head)


def verify(asked: argparse.Namespace) -> int:
    """Verify a ledger against what was pinned, and seal it where it is whole."""
    if (asked.head is None) != (asked.count is None):
        raise WrongUse(reason="--head and --count go together: a head says nothing without its number of events")
    pinned = [] if asked.head is None else [Head(asked.count, asked.head)]
    pinned += [] if asked.seal is None else read_seal(asked.seal)
    with stage("verifying", asked.ledger):
        found = verified(asked.ledger, pinned=pinned)
    if asked.format == "json":
        say_json(
            {
                "ledger": Path(asked.ledger).name,
                "intact": found.intact,
                "count": found.head.count,
                "head": found.head.hash,
                "pinned": len(pinned),
                "damages": [{"number": one.number, "text": str(one)} for one in found.damages],
            }
        )
    else:
        say(_told(asked.ledger, found, len(pinned)))
    if not found.intact:
        return PROBLEMS
    if asked.write_seal is not None:
        write_seal(asked.write_seal, found.head)
        print(f"{asked.write_seal}: sealed; keep it where nobody can change both", file=sys.stderr)
    return FINE


def _told(path: str, found: Verification, pinned: int) -> str:
    if not found.intact:
        count = len(found.damages)
        lines = [f"{path}: {count} thing{'' if count == 1 else 's'} not as written", *map(str, found.damages)]
        return "\n  ".join(lines) + "\n"
    held = f"; it fits {pinned} pinned head{'' if pinned == 1 else 's'}" if pinned else ""
    hint = (
        ""
        if pinned
        else "\nThat nothing was cut off at the end shows only against a head pinned elsewhere: --seal, --head."
    )
    return f"{path}: intact; {found.head}{held}{hint}\n"


def export(asked: argparse.Namespace) -> int:
    """Write all events as lines, or what can be read of a damaged ledger."""
    if asked.output != "-":
        refuse_private(Path(asked.output))
        if path_exists(Path(asked.output)) and not asked.force:
            raise FileInTheWay(path=asked.output)
    text = _exported(asked)
    if asked.output == "-":
        say(text)
    else:
        write_atomic(Path(asked.output), text.encode(), private=True)
        print(f"{asked.output}: written for your desk alone; it holds what is protected", file=sys.stderr)
    return FINE


def _exported(asked: argparse.Namespace) -> str:
    if asked.intact:
        left = salvage(asked.ledger)
        events = list(left.events)
        print(
            f"{asked.ledger}: {len(events)} of {left.seen} events that can be read are as they were written",
            file=sys.stderr,
        )
    else:
        with Ledger(asked.ledger) as ledger:
            if asked.format != "json":
                return export_lines(ledger)
            events = list(ledger.events())
    if asked.format == "json":
        return json_text({"events": [plain_event(event) for event in events]})
    return "".join(f"{event_text(event)}\n" for event in events)
