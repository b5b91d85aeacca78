"""Change the grade of a source, for all topics or for one."""

import argparse
from typing import get_args

from claimtrack.cli._append import add_change_options, append
from claimtrack.cli._ledger import find_source
from claimtrack.cli._options import parse_name
from claimtrack.history.events import Graded
from claimtrack.model.sources import Grade


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--topic", metavar="TOPIC", help="the topic that the grade is for")
    add_change_options(parser, "SOURCE", "id of the source", needs_reason=False)
    parser.add_argument(
        "grade", metavar="GRADE", type=parse_name("grade", (*get_args(Grade), "none")), help="A to F, or none"
    )


def run(options: argparse.Namespace) -> int:
    grade: Grade | None = None if options.grade == "none" else options.grade
    return append(options, lambda state: [Graded(id=find_source(state, options.id), grade=grade, topic=options.topic)])
