"""What a value shows by being looked at, in a notebook, a log or a traceback: never a name."""

import copy
import pickle
import traceback
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import attrs
import pytest

import claimtrack as ct
from claimtrack.analysis.change_causes import explain_change
from claimtrack.checks.engine import check
from claimtrack.errors import ClaimtrackError, failures, problems
from claimtrack.history.diff import diff, events_between
from claimtrack.history.events import Event, event
from claimtrack.history.replay import state_of
from claimtrack.history.state import State
from claimtrack.model.casebook import COLLECTIONS
from claimtrack.model.documents import TextFile
from claimtrack.model.draft import Draft
from claimtrack.model.notes import NoteKind
from claimtrack.model.sources import Confidential
from claimtrack.privacy.redact import redact
from claimtrack.privacy.secrets import protected_strings
from claimtrack.report.display import compose
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.tracking.score_history import track_score

NAME = "Zuleika Quorn"
ID = "zuleika-quorn"


def planted() -> ct.Casebook:
    """A casebook in which every text and every id holds the name of a protected source."""
    day = ct.PartialDate("2021-03-03")
    private = Confidential(name=NAME, contact=NAME, place=NAME, note=NAME)
    texts = {"document": ID, "quote": NAME, "hedge": NAME}
    return ct.Casebook(
        title=NAME,
        sources=(
            ct.Source(
                id=ID,
                name=NAME,
                aliases=(f"{NAME} II",),
                note=NAME,
                protected=True,
                confidential=private,
                descriptor=NAME,
            ),
            ct.Source(id=f"{ID}-2", name=f"{NAME} Press", kind="media", topics={NAME: "B"}),
        ),
        questions=(ct.Question(id=ID, text=NAME, claims=(ID, f"{ID}-2")),),
        claims=(
            ct.Claim(id=ID, text=NAME, topic=NAME, place=NAME, note=NAME, when=day),
            ct.Claim(id=f"{ID}-2", text=NAME),
        ),
        statements=(
            ct.Statement(id=ID, origin=ID, claim=ID, stance="asserts", via=(f"{ID}-2",), stated=day, **texts),
            ct.Statement(
                origin=f"{ID}-2", claim=ID, stance="denies", standing=ct.Standing(is_="retracted", because=NAME)
            ),
        ),
        documents=(
            ct.Document(id=ID, title=NAME, publisher=NAME, url=f"https://x.example/{ID}", text=f"He said {NAME} left."),
            ct.Document(id=f"{ID}-2", title=NAME, text=TextFile(path=f"{ID}.txt")),
        ),
        notes=tuple(ct.Note(kind=kind, text=NAME, about=ID, by=NAME) for kind in get_args(NoteKind)),
    )


def inside(value: object, seen: set[int]) -> Iterator[Any]:
    """A value and all that it is made of."""
    if id(value) in seen or isinstance(value, str | bytes):
        return
    seen.add(id(value))
    if isinstance(value, Mapping):
        parts: list[object] = list(value.values())
    elif isinstance(value, tuple | list | frozenset | set):
        parts = list(value)
    else:
        parts = []
    if attrs.has(type(value)):
        parts += [getattr(value, field.name) for field in attrs.fields(type(value))]
    if attrs.has(type(value)) or hasattr(value, "_fields") or type(value).__module__.startswith("claimtrack"):
        yield value
    for part in parts:
        yield from inside(part, seen)


def everything() -> list[object]:
    """Values of all floors, made from the casebook."""
    book = planted()
    assessment = ct.score(book)
    explanation = ct.explain(assessment)
    history: list[Event] = list(events_between(State(), book, because=NAME))
    draft = Draft(title=NAME)
    for name in COLLECTIONS:
        if name in ("sources", "claims"):
            for row in book.collection(name):
                draft.add(row)
    redaction = redact(book)
    return [
        book,
        draft,
        assessment,
        explanation,
        compose(explanation),
        check(assessment),
        explain_change(ct.score(ct.Casebook(claims=book.claims[:1])), assessment),
        diff(ct.Casebook(), book),
        history,
        state_of(history),
        track_score(history, ID),
        redaction,
        redaction.selection,
        redaction.appearances,
        protected_strings(redaction),
        event(book.sources[0]),
    ]


def says_the_name(text: str) -> bool:
    """Whether a part of the name stands in a text."""
    return "quorn" in text.lower() or "zuleika" in text.lower()


def test_no_value_shows_a_name_by_being_looked_at() -> None:
    """The repr and the page in a notebook of every value hold no name; each repr is short, and the same every time."""
    values = list(inside(everything(), set()))
    kinds = {type(value).__name__ for value in values}
    assert {
        "Source",
        "Statement",
        "Event",
        "Finding",
        "Score",
        "Report",
        "Section",
        "Network",
        "Confidential",
    } <= kinds | {"Confidential"}
    for value in values:
        shown = repr(value)
        assert not says_the_name(shown), type(value)
        assert len(shown) <= 300 or isinstance(value, OriginEvidence | LikelihoodScale), type(value)
        assert " at 0x" not in shown, type(value)
        page = getattr(value, "_repr_html_", lambda: None)()
        assert page is None or not says_the_name(page), type(value)


def test_an_explicit_call_shows_it() -> None:
    """Who asks for a field, or renders the internal report, gets it."""
    book = planted()
    assert book.sources[0].name == NAME
    report = compose(ct.explain(ct.score(book)))
    assert NAME in ct.render(report, "text")
    assert report._repr_html_() is None
    assert "<iframe" in str(compose(ct.explain(ct.score(book, audience="public")))._repr_html_())


def test_private_fields_are_in_no_dictionary() -> None:
    """What turns records into dictionaries does not open the private fields; copies and pickles keep them."""
    book = ct.Casebook(sources=(ct.Source(id="k", name="K", confidential=Confidential(name=NAME, note=NAME)),))
    assert not says_the_name(str(attrs.asdict(book)) + str(attrs.astuple(book)))
    for same in (copy.deepcopy(book), pickle.loads(pickle.dumps(book)), attrs.evolve(book, title="T")):  # noqa: S301
        kept = same.sources[0].confidential
        assert kept is not None
        assert kept.name == NAME


def test_no_error_shows_a_name_by_being_looked_at() -> None:
    """The repr of an error has none of the texts that it was made from."""
    kinds = [
        kind
        for module in (failures, problems)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, ClaimtrackError) and attrs.has(kind)
    ]
    assert len(kinds) > 30
    for kind in kinds:
        values = {field.alias: _value_for(str(field.type)) for field in attrs.fields(kind) if field.init}
        assert not says_the_name(repr(kind(**values))), kind


def _value_for(kind: str) -> object:
    if "Mapping" in kind:
        return {NAME: 1.0}
    if "tuple" in kind or "Sequence" in kind:
        return (NAME,)
    return 1 if "int" in kind or "bool" in kind or "float" in kind else NAME


def test_a_failed_lookup_suggests_no_protected_source() -> None:
    """An id that was mistyped is answered with the nearest id of a source that is not protected."""
    book = planted()
    with pytest.raises(ClaimtrackError) as caught:
        book.source("zuleika-qorn")
    told = "".join(traceback.format_exception(caught.value))
    assert "zuleika-quorn?" not in told
