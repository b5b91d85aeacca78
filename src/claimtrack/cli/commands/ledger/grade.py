"""Change the grade of a source, for all topics or for one."""

import argparse
from typing import get_args

from claimtrack.cli._append import add_event_options, append
from claimtrack.cli._ledger import add_ledger, find_source
from claimtrack.cli._options import parse_name
from claimtrack.history.events import Graded
from claimtrack.model.records import Grade


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_ledger(parser)
    parser.add_argument("id", metavar="SOURCE", help="id of the source")
    parser.add_argument(
        "grade", metavar="GRADE", type=parse_name("grade", (*get_args(Grade), "none")), help="A to F, or none"
    )
    parser.add_argument("--topic", metavar="TOPIC", help="the topic that the grade is for")
    add_event_options(parser, needs_reason=False)


def run(options: argparse.Namespace) -> int:
    """Grade the source."""
    grade: Grade | None = None if options.grade == "none" else options.grade
    return append(options, lambda state: [Graded(id=find_source(state, options.id), grade=grade, topic=options.topic)])
