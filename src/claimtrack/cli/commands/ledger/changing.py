"""`claimtrack ledger correct`, `retract` and the like: one record otherwise than before, with the reason."""

import argparse
import tomllib
from collections.abc import Callable, Iterator
from typing import Literal, get_args

from claimtrack._records import evolve
from claimtrack.cli._ledger import change, date_asked, found, moment_asked
from claimtrack.errors.failures import InvalidCasebook, WrongUse
from claimtrack.history.events import (
    Event,
    Graded,
    Happening,
    Merged,
    Removed,
    Resolved,
    Restored,
    Retracted,
    Split,
    event,
)
from claimtrack.history.state import State
from claimtrack.ledger.event_json import event_of
from claimtrack.model.records import Grade, Statement


def correct(asked: argparse.Namespace) -> int:
    """Correct fields of a record."""

    def make(state: State) -> list[Event]:
        collection, name = ("casebook", "casebook") if asked.id == "casebook" else found(state, asked.id)
        changes: dict[str, object] = {}
        for pair in asked.set:
            field, sign, text = pair.partition("=")
            if not sign:
                raise WrongUse(reason=f"--set takes FIELD=VALUE, not {pair}")
            changes[field] = _value(collection, name, field, text)
        made = event_of({"kind": "corrected", "shelf": collection, "id": name, "changes": changes, "because": "-"})
        return _events(asked, made.what)

    return change(asked, make)


def _value(collection: str, name: str, field: str, text: str) -> object:
    """What a field is to hold: the value as TOML has it where the field takes that, else the text as it is."""
    problem: InvalidCasebook | None = None
    for value in (*_as_toml(text), text):
        try:
            event_of({"kind": "corrected", "shelf": collection, "id": name, "changes": {field: value}, "because": "-"})
        except InvalidCasebook as error:
            problem = problem or error
        else:
            return value
    assert problem is not None  # noqa: S101 - the text itself was tried
    raise InvalidCasebook(problems=problem.problems, path="--set")


def _as_toml(text: str) -> Iterator[object]:
    if text in ("", "none"):
        yield None
    try:
        yield tomllib.loads(f"value = {text}")["value"]
    except (ValueError, RecursionError):
        return


def retract(asked: argparse.Namespace) -> int:
    """Take back statements."""
    standing: Literal["retracted", "corrected"] = "retracted" if asked.replaced_by is None else "corrected"

    def make(state: State) -> list[Event]:
        collection, name = found(state, asked.id, "statements", "documents", "sources")
        by = None if asked.replaced_by is None else found(state, asked.replaced_by, "statements")[1]
        names = _standing(state, collection, name)
        if not names:
            raise WrongUse(reason=f"no statement that stands is of {collection}/{name}")
        return _events(asked, *(Retracted(id=one, standing=standing, replaced_by=by) for one in names))

    return change(asked, make)


def _standing(state: State, collection: str, name: str) -> list[str]:
    """The statement of that id, those that were found in a document, or that a source made; all that stand."""
    said = [record for _, record in state.records("statements") if isinstance(record, Statement) and record.stands]
    if collection == "statements":
        return [one.id or "" for one in said if one.id == name]
    if collection == "documents":
        return [one.id or "" for one in said if one.document == name]
    return [one.id or "" for one in said if state.root(one.origin) == state.root(name)]


def restore(asked: argparse.Namespace) -> int:
    """Take back a retraction or a removal."""
    return change(asked, _one(asked, lambda collection, name: Restored(collection=collection, id=name)))


def remove(asked: argparse.Namespace) -> int:
    """Leave out a record."""
    return change(asked, _one(asked, lambda collection, name: Removed(collection=collection, id=name)))


def _one(asked: argparse.Namespace, make: Callable[[str, str], Happening]) -> Callable[[State], list[Event]]:
    return lambda state: _events(asked, make(*found(state, asked.id)))


def grade(asked: argparse.Namespace) -> int:
    """Give a source another grade."""
    if asked.grade not in (*get_args(Grade), "none"):
        raise WrongUse(reason=f"a grade is A, B, C, D, E, F or none, not {asked.grade}")
    given: Grade | None = None if asked.grade == "none" else asked.grade

    def make(state: State) -> list[Event]:
        return _events(asked, Graded(id=found(state, asked.id, "sources")[1], grade=given, topic=asked.topic))

    return change(asked, make)


def merge(asked: argparse.Namespace) -> int:
    """Say that a source is one and the same as another."""

    def make(state: State) -> list[Event]:
        source, into = (found(state, name, "sources")[1] for name in (asked.id, asked.into))
        if state.root(source) == state.root(into):
            raise WrongUse(reason=f"{source} and {into} are one and the same already")
        return _events(asked, Merged(id=source, into=into))

    return change(asked, make)


def split(asked: argparse.Namespace) -> int:
    """Say that what was taken for one source was two."""

    def make(state: State) -> list[Event]:
        source, other = (found(state, name, "sources")[1] for name in (asked.id, asked.to))
        statements = tuple(found(state, name, "statements")[1] for name in asked.statements)
        if not statements and state.root(other) != state.root(source):
            raise WrongUse(reason=f"{other} is another source already; name the statements of {source} that are its")
        said = {one.id: one for one in state.casebook().statements}
        for name in statements:
            if name in said and state.root(source) not in (said[name].origin, *said[name].via):
                raise WrongUse(reason=f"{name} is no statement of {source}: it neither made it nor passed it on")
        return _events(asked, Split(id=source, to=other, statements=statements))

    return change(asked, make)


def resolve(asked: argparse.Namespace) -> int:
    """Say how a claim turned out."""

    def make(state: State) -> list[Event]:
        name = found(state, asked.id, "claims")[1]
        book = state.casebook()
        if book.claim(name).kind == "opinion":
            raise WrongUse(reason=f"{name} is an opinion, which is neither true nor false")
        rivals = {one for question in book.questions if name in question.claims for one in question.claims} - {name}
        true = sorted(one for one in rivals if one in state.resolutions and state.resolutions[one].outcome == "true")
        if asked.outcome == "true" and true:
            raise WrongUse(reason=f"at most one rival is true, and {true[0]} is resolved as true; open it first")
        return _events(asked, Resolved(id=name, outcome=asked.outcome))

    return change(asked, make)


def _events(asked: argparse.Namespace, *happened: Happening) -> list[Event]:
    """The events of what happened, with what was asked for of times, reasons and people."""
    so, learned = date_asked("--so", asked.so), moment_asked("--learned", asked.learned)
    made = [
        event(one, so=so, learned=learned, by=asked.by, because=asked.because, told=tuple(asked.told))
        for one in happened
    ]
    return [evolve(one, place=place) for place, one in enumerate(made)]
