"""Print the casebook as it was at an earlier time.

TIME asks what was known by then. --so-on asks what was true on a day, as far
as is known now or, with TIME, was known by then.
"""

import argparse
from pathlib import Path

from claimtrack.cli._casebook import choose_readers, redact_for
from claimtrack.cli._ledger import LedgerContent, add_ledger, read_ledger, snapshot_at
from claimtrack.cli._options import TIME, add_anyway, add_format, add_output, add_readers, parse_date, parse_end
from claimtrack.cli._output import check_leaks, check_protection
from claimtrack.cli._terminal import FINE, print_note, print_text
from claimtrack.errors.failures import FileInTheWay
from claimtrack.io.atomic import path_exists, write_atomic
from claimtrack.io.casebooks import FORMATS, dumps, format_of
from claimtrack.io.private_file import refuse_private
from claimtrack.privacy.retroactive import redact_past, still_protected


def add_options(parser: argparse.ArgumentParser) -> None:
    add_ledger(parser)
    parser.add_argument(
        "time", metavar="TIME", nargs="?", type=parse_end, help=f"what was known by then (default: now); {TIME}"
    )
    parser.add_argument("--so-on", metavar="DATE", type=parse_date, help="what was true on that day")
    parser.add_argument(
        "--as-learned", action="store_true", help="include what was entered after TIME as learned before it"
    )
    add_format(parser, FORMATS, default="by the suffix of OUT, else toml")
    add_readers(parser, words=False)
    add_output(parser)
    add_anyway(parser)


def run(options: argparse.Namespace) -> int:
    format = options.format or ("toml" if options.output is None else format_of(Path(options.output), None))  # noqa: A001
    readers = choose_readers(options)
    content = read_ledger(options.ledger, readers.audience)
    then = snapshot_at(
        content.private, content.events, as_of=options.time, so_on=options.so_on, as_learned=options.as_learned
    )
    now = redact_for(readers, content.all_names)
    text = dumps(redact_past(then.casebook, now, content.now.state).casebook, format=format)
    casebooks = [still_protected(then.casebook, now), now]
    if options.output is not None:
        for casebook in casebooks:
            check_protection(readers.audience, casebook.whole, anyway=options.anyway)
    check_leaks(readers.audience, text, casebooks, file=options.output)
    if options.output is not None:
        _write(options.output, text, readers.audience)
        return FINE
    print_text(text)
    if not then.state.collections["claims"]:
        print_note(f"{options.ledger}: no claim was known by then{_hint(options, content)}")
    return FINE


def _write(output: str, text: str, audience: str) -> None:
    refuse_private(Path(output))
    if path_exists(Path(output)):
        raise FileInTheWay(path=output)
    write_atomic(Path(output), text.encode(), private=audience == "internal")
    print_note(f"{output}: written for {audience} readers")


def _hint(options: argparse.Namespace, content: LedgerContent) -> str:
    learned = snapshot_at(content.private, content.events, as_of=options.time, so_on=options.so_on, as_learned=True)
    hint = "; claims that were learned by then but entered later are shown with --as-learned"
    return hint if learned.state.collections["claims"] else ""
