"""The commands that append events: each says what happened, and `append` does the rest."""

import argparse
import tomllib
from collections.abc import Iterator
from functools import partial
from typing import get_args

from claimtrack.cli._append import add_change_options, add_event_options, append
from claimtrack.cli._casebook import read_records
from claimtrack.cli._ledger import add_ledger, find_record, find_source
from claimtrack.cli._options import Run, parse_name, parse_pair
from claimtrack.errors.base import any_of
from claimtrack.errors.failures import InvalidCasebook, WrongUse
from claimtrack.history.events import (
    HEAD,
    Graded,
    Happening,
    Merged,
    Outcome,
    Removed,
    Resolved,
    Restored,
    Retracted,
    Split,
)
from claimtrack.history.state import State
from claimtrack.ledger.event_json import event_of
from claimtrack.model.casebook import Record
from claimtrack.model.sources import Grade
from claimtrack.model.statements import Statement


def prepare_add(parser: argparse.ArgumentParser) -> Run:
    """Add the records of a TOML file, such as new sources, claims and statements.

    Prints the new head, and how scores moved.
    """
    add_ledger(parser)
    parser.add_argument("file", metavar="RECORDS", help="a TOML file with records, such as [[statements]]")
    add_event_options(parser, needs_reason=False)

    def make(options: argparse.Namespace, state: State) -> tuple[Record, ...]:
        return read_records(options.file, state.casebook())

    return partial(append, make)


def prepare_correct(parser: argparse.ArgumentParser) -> Run:
    """Correct fields of a record; the old values stay in the ledger."""
    parser.add_argument(
        "--set",
        metavar="FIELD=VALUE",
        type=parse_pair("FIELD=VALUE"),
        action="append",
        required=True,
        help="a field and its new value, as in TOML (may be repeated)",
    )
    add_change_options(parser, "ID", "id of the record, or `casebook` for title, cutoff and policy")

    def make(options: argparse.Namespace, state: State) -> list[Happening]:
        collection, name = (HEAD, HEAD) if options.id == HEAD else find_record(state, options.id)
        return [
            _correction(collection, name, {field: _value(collection, name, field, text) for field, text in options.set})
        ]

    return partial(append, make)


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


def prepare_retract(parser: argparse.ArgumentParser) -> Run:
    """Retract a statement, or all statements of a document or source.

    Retracted statements stay visible and count for nothing. Prints how scores
    moved, and which claims rest on what was retracted.
    """
    parser.add_argument("--replaced-by", metavar="STATEMENT", help="the statement that corrects it")
    add_change_options(parser, "ID", "id of a statement, document or source")

    def make(options: argparse.Namespace, state: State) -> list[Retracted]:
        collection, name = find_record(state, options.id, "statements", "documents", "sources")
        by = None if options.replaced_by is None else find_record(state, options.replaced_by, "statements")[1]
        names = [one.id or "" for one in _statements_of(state, collection, name)]
        if not names:
            raise WrongUse(reason=f"{collection}/{name} has no statement that stands")
        return [Retracted(id=one, standing="retracted" if by is None else "corrected", replaced_by=by) for one in names]

    return partial(append, make)


def _statements_of(state: State, collection: str, name: str) -> list[Statement]:
    """The statement with that id, or those of that document or origin; only those that stand."""
    standing = [one for _, one in state.records("statements") if isinstance(one, Statement) and one.stands]
    if collection == "statements":
        return [one for one in standing if one.id == name]
    if collection == "documents":
        return [one for one in standing if one.document == name]
    return [one for one in standing if state.root(one.origin) == state.root(name)]


def prepare_restore(parser: argparse.ArgumentParser) -> Run:
    """Undo a retraction or removal."""
    add_change_options(parser, "ID", "id of the record")

    def make(options: argparse.Namespace, state: State) -> list[Restored]:
        collection, name = find_record(state, options.id)
        return [Restored(collection=collection, id=name)]

    return partial(append, make)


def prepare_remove(parser: argparse.ArgumentParser) -> Run:
    """Remove a record that should not have been added.

    The ledger still shows that it was there.
    """
    add_change_options(parser, "ID", "id of the record")

    def make(options: argparse.Namespace, state: State) -> list[Removed]:
        collection, name = find_record(state, options.id)
        return [Removed(collection=collection, id=name)]

    return partial(append, make)


def prepare_grade(parser: argparse.ArgumentParser) -> Run:
    """Change the grade of a source, for all topics or for one."""
    parser.add_argument("--topic", metavar="TOPIC", help="the topic that the grade is for")
    add_change_options(parser, "SOURCE", "id of the source", needs_reason=False)
    parser.add_argument(
        "grade", metavar="GRADE", type=parse_name("grade", (*get_args(Grade), "none")), help="A to F, or none"
    )

    def make(options: argparse.Namespace, state: State) -> list[Graded]:
        grade: Grade | None = None if options.grade == "none" else options.grade
        return [Graded(id=find_source(state, options.id), grade=grade, topic=options.topic)]

    return partial(append, make)


def prepare_merge(parser: argparse.ArgumentParser) -> Run:
    """Merge two sources that are the same.

    All statements of SOURCE become those of INTO; `claimtrack ledger split`
    undoes it.
    """
    add_change_options(parser, "SOURCE", "id of the source to merge")
    parser.add_argument("into", metavar="INTO", help="id of the source to merge it into")

    def make(options: argparse.Namespace, state: State) -> list[Merged]:
        source, into = find_source(state, options.id), find_source(state, options.into)
        merged = Merged(id=source, into=into)  # refuses to merge a source into itself
        if state.root(source) == state.root(into):
            raise WrongUse(reason=f"{source} and {into} are merged already")
        return [merged]

    return partial(append, make)


def prepare_split(parser: argparse.ArgumentParser) -> Run:
    """Split a source that turned out to be two, or undo a merge.

    Name the statements that belong to the other source; to undo a merge, name
    none.
    """
    add_change_options(parser, "SOURCE", "id of the source to split")
    parser.add_argument("to", metavar="OTHER", help="id of the other source")
    parser.add_argument("statements", metavar="STATEMENT", nargs="*", help="the statements of the other source")

    def make(options: argparse.Namespace, state: State) -> list[Split]:
        source, other = find_source(state, options.id), find_source(state, options.to)
        statements = tuple(find_record(state, name, "statements")[1] for name in options.statements)
        if not statements and state.root(other) != state.root(source):
            raise WrongUse(reason=f"{source} and {other} are not merged; name the statements that belong to {other}")
        known = {one.id: one for one in state.casebook().statements}
        for name in statements:
            if name in known and state.root(source) not in (known[name].origin, *known[name].relays):
                raise WrongUse(reason=f"{source} neither made nor relayed {name}")
        return [Split(id=source, to=other, statements=statements)]

    return partial(append, make)


def prepare_resolve(parser: argparse.ArgumentParser) -> Run:
    """Record whether a claim turned out to be true.

    Track records and calibration are computed from this; no score moves.
    """
    add_change_options(parser, "CLAIM", "id of the claim")
    outcomes = get_args(Outcome)
    parser.add_argument(
        "outcome",
        metavar="OUTCOME",
        choices=outcomes,
        help=f"how it turned out: {any_of(outcomes)}; open undoes an earlier outcome",
    )

    def make(options: argparse.Namespace, state: State) -> list[Resolved]:
        name = find_record(state, options.id, "claims")[1]
        casebook = state.casebook()
        if casebook.claim(name).kind == "opinion":
            raise WrongUse(reason=f"{name} is an opinion, which is neither true nor false")
        rivals = {one for question in casebook.questions if name in question.claims for one in question.claims} - {name}
        true = sorted(one for one in rivals if one in state.resolutions and state.resolutions[one].outcome == "true")
        if options.outcome == "true" and true:
            raise WrongUse(reason=f"its rival {true[0]} is resolved as true, and only one can be; open {true[0]} first")
        return [Resolved(id=name, outcome=options.outcome)]

    return partial(append, make)
