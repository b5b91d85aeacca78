"""Correct fields of a record; the old values stay in the ledger."""

import argparse
import tomllib
from collections.abc import Iterator

from claimtrack.cli._append import add_change_options, append
from claimtrack.cli._ledger import find_record
from claimtrack.cli._options import parse_pair
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.history.events import HEAD, Happening
from claimtrack.history.state import State
from claimtrack.ledger.event_json import event_of


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--set",
        metavar="FIELD=VALUE",
        type=parse_pair("FIELD=VALUE"),
        action="append",
        required=True,
        help="a field and its new value, as in TOML (may be repeated)",
    )
    add_change_options(parser, "ID", "id of the record, or `casebook` for title, cutoff and policy")


def run(options: argparse.Namespace) -> int:
    def make(state: State) -> list[Happening]:
        collection, name = (HEAD, HEAD) if options.id == HEAD else find_record(state, options.id)
        return [
            _correction(collection, name, {field: _value(collection, name, field, text) for field, text in options.set})
        ]

    return append(options, make)


def _value(collection: str, name: str, field: str, text: str) -> object:
    """The TOML value of a text where the field accepts it, else the text itself."""
    problem: InvalidCasebook | None = None
    for value in (*_toml_values(text), text):
        try:
            _correction(collection, name, {field: value})
        except InvalidCasebook as error:
            problem = problem or error
        else:
            return value
    assert problem is not None  # noqa: S101 - the text itself was tried
    raise InvalidCasebook(problems=problem.problems, path="--set")


def _correction(collection: str, name: str, changes: dict[str, object]) -> Happening:
    return event_of({"kind": "corrected", "shelf": collection, "id": name, "changes": changes, "because": "-"}).what


def _toml_values(text: str) -> Iterator[object]:
    if text in ("", "none"):
        yield None
    try:
        yield tomllib.loads(f"value = {text}")["value"]
    except (ValueError, RecursionError):
        return
