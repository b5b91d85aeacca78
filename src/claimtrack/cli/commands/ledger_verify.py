"""Check that no event was changed, removed, inserted or cut off."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from claimtrack.cli._files import is_standard_output
from claimtrack.cli._ledger import add_ledger, patience_with
from claimtrack.cli._options import TEXT_OR_JSON, Run, add_format, parse_count
from claimtrack.cli._terminal import FINE, PROBLEMS, print_json, print_note, print_text, show_status
from claimtrack.errors.failures import WrongUse
from claimtrack.io.atomic import path_exists
from claimtrack.ledger.chain import Head, require_head
from claimtrack.ledger.verification import Verification, read_seal, verify, write_seal
from claimtrack.text.words import counted

_UNDATED = (
    "The newest pinned head has no time. So an event added since may have been put in later than it says, and would\n"
    "change what was believed in between: look at these events with `claimtrack ledger log`. A seal notes its time,\n"
    "and an event that was added after it and says that it was recorded before it would show.\n"
)


def prepare_verify(parser: argparse.ArgumentParser) -> Run:
    """Check that no event was changed, removed, inserted or cut off.

    The hashes in a ledger show changes in it, and nothing in it may be recorded
    before what stands before it, or in the future. That nothing is missing at its
    end shows only against a head that was kept elsewhere: --seal, or --head and
    --count. The exit status is 1 if anything is not as it was written.
    """
    add_ledger(parser)
    parser.add_argument("--head", metavar="HASH", help="the head that was printed earlier; needs --count")
    parser.add_argument("--count", metavar="N", type=parse_count, help="the number of events that was printed with it")
    parser.add_argument("--seal", metavar="FILE", help="compare with the heads in this file")
    parser.add_argument(
        "--write-seal",
        metavar="FILE",
        help="append the head to this file if the ledger is intact and fits the heads in it; keep it elsewhere",
    )
    add_format(parser, TEXT_OR_JSON)
    return _run


def _run(options: argparse.Namespace) -> int:
    if (options.head is None) != (options.count is None):
        raise WrongUse(reason="--head and --count go together: a hash says nothing without its number of events")
    if options.write_seal is not None and is_standard_output(options.write_seal):
        raise WrongUse(reason=f"--write-seal {options.write_seal}: a seal is a file, to which each head is added")
    pinned = [] if options.head is None else [require_head(options.count, options.head)]
    pinned += [] if options.seal is None else read_seal(options.seal)
    if options.write_seal is not None and path_exists(Path(options.write_seal)):
        pinned += read_seal(options.write_seal)
    pinned.sort(key=lambda head: "" if head.at is None else head.at.text, reverse=True)
    pinned = list(dict.fromkeys(pinned))  # of one head, the last time at which it was seen
    with show_status("verifying", options.ledger):
        found = verify(options.ledger, pinned=pinned, patience=patience_with(options.ledger))
    if options.format == "json":
        print_json(_data(options.ledger, found, pinned))
    else:
        print_text(_text(options.ledger, found, pinned))
    if not found.intact:
        return PROBLEMS
    if options.write_seal is not None:
        write_seal(options.write_seal, found.head)
        print_note(f"{options.write_seal}: sealed; keep it where nobody can change both it and the ledger")
    return FINE


def _data(path: str, found: Verification, pinned: Sequence[Head]) -> dict[str, object]:
    return {
        "ledger": Path(path).name,
        "intact": found.intact,
        "count": found.head.count,
        "head": found.head.hash,
        "pinned": len(pinned),
        "added_since": _added_since(found, pinned),
        "damages": [{"number": one.number, "text": str(one)} for one in found.damages],
    }


def _added_since(found: Verification, pinned: Sequence[Head]) -> int | None:
    """The number of events after the newest pinned head: no pin says who added them."""
    return found.head.count - max(head.count for head in pinned) if pinned and found.intact else None


def _text(path: str, found: Verification, pinned: Sequence[Head]) -> str:
    if not found.intact:
        count = len(found.damages)
        head = f"{path}: {count} thing{' is' if count == 1 else 's are'} not as written"
        return "\n  ".join([head, *map(str, found.damages)]) + "\n"
    if pinned:
        added = _added_since(found, pinned)
        since = f"; {counted(added, 'event')} added since" if added else ""
        undated = _UNDATED if added and max(pinned, key=lambda head: head.count).at is None else ""
        return f"{path}: intact; {found.head}; it fits {counted(len(pinned), 'pinned head')}{since}\n{undated}"
    hint = "To be certain that nothing is missing at the end, compare with a head kept elsewhere: --seal or --head."
    return f"{path}: intact; {found.head}\n{hint}\n"
