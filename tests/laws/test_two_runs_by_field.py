"""The two-run law field by field: a field moves a byte of a public output only where its record says that it may."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import attrs
import pytest

import claimtrack as ct
from claimtrack._public_fields import CONDITIONS, Condition, public_rule
from claimtrack._records import is_record
from claimtrack.model.casebook import COLLECTIONS
from laws.outputs import projected, public_bytes
from laws.pairs import held_in

_DAY = ct.PartialDate
_OPEN: frozenset[Condition] = frozenset(CONDITIONS)
_HIDDEN = _OPEN - {"named", "met by name"}
"""What holds for records of a source under a label."""
_APART = _HIDDEN - {"not apart", "described"}
_DEEP = _HIDDEN - {"not deep", "described", "quotable"}
_GONE: frozenset[Condition] = frozenset()
"""What holds for records that the public does not see at all."""
_DECIDE = {"protected", "terms"}
"""Fields that decide whether a record is hidden: another value is another case."""


def _said(name: str, origin: str, terms: str, claim: str = "fell", **fields: Any) -> ct.Statement:
    """A statement in which every field holds something."""
    return ct.Statement(
        id=name,
        origin=origin,
        claim=claim,
        stance="asserts",
        terms=terms,  # type: ignore[arg-type]
        lineage="witnessed",
        hedge="as it seems",
        quote="It came down.",
        reliability="B",
        credibility=2,
        occurred=_DAY("2020-01-02"),
        observed=_DAY("2020-02-02"),
        stated=_DAY("2020-03-02"),
        published=_DAY("2020-04-02"),
        accessed=_DAY("2020-05-02"),
        standing=ct.Standing(is_="corrected", because="It was late.", on=_DAY("2020-06-02")),
        **fields,
    )


def _source(name: str, **fields: Any) -> ct.Source:
    """A source in which every field holds something."""
    return ct.Source(
        id=name,
        name=f"Name {name}",
        reliability="C",
        topics={"bridges": "B"},
        descriptor=f"a {name} of the town",
        aliases=(f"Alias {name}",),
        note="Drinks.",
        confidential=ct.Confidential(name=f"Real {name}", contact="x@y.example", place="Nowhere", note="Careful."),
        **fields,
    )


def _document(name: str) -> ct.Document:
    return ct.Document(
        id=name,
        title="A page",
        publisher="A press",
        url="https://page.example",
        published=_DAY("2020-04-02"),
        accessed=_DAY("2020-05-02"),
        digest="sha256:ab",
        archive_url="https://archive.example",
        text="It came down.",
    )


CASE = ct.Casebook(
    title="A bridge",
    cutoff=_DAY("2022-01-02"),
    sources=(
        _source("whisper", protected=True),
        _source("kim", kind="official"),
        _source("deep"),
        _source("log", kind="record"),
        _source("ghost"),
        _source("post", kind="media"),
    ),
    questions=(ct.Question(id="how", text="How?", claims=("fell", "burnt")),),
    claims=(
        ct.Claim(id="fell", text="It fell.", prior=0.4, topic="bridges", place="Here", when=_DAY("2020"), note="So?"),
        ct.Claim(id="burnt", text="It burnt."),
        ct.Claim(id="late", text="It was late."),
        ct.Claim(id="secret", text="It was bought.", prior=0.4, topic="money", place="There", note="So?"),
    ),
    statements=(
        _said("s-hidden", "whisper", "background", document="d-hidden"),
        _said("s-deep", "deep", "deep background"),
        _said("s-open", "log", "on the record", document="d-open"),
        _said("s-kim", "kim", "on the record"),
        _said("s-relayed", "log", "on the record", via=(ct.Relay(source="post", propensity=0.4),)),
        _said("s-apart", "kim", "background", claim="burnt"),
        _said("s-off", "ghost", "off the record", claim="secret"),
        ct.Statement(
            id="s-1", origin="whisper", claim="late", stance="asserts", lineage="witnessed", terms="background"
        ),
        ct.Statement(id="s-2", origin="log", claim="late", stance="asserts", lineage="recorded", terms="on the record"),
    ),
    links=(ct.Link(id="l", from_claim="fell", to_claim="late", sign="supports", strength=0.5, because="Haste."),),
    dependences=(
        ct.Dependence(id="dep-hidden", sources=("whisper", "log"), kind="same owner", strength=0.5, because="Money."),
        ct.Dependence(id="dep-open", sources=("kim", "log"), kind="same owner", strength=0.1, because="Money."),
    ),
    established=(
        ct.Established(source="whisper", because="We met."),
        ct.Established(source="log", because="We read it."),
    ),
    documents=(_document("d-hidden"), _document("d-open")),
    notes=(
        ct.Note(kind="gap", about="fell", text="Nobody looked.", by="Ada", on=_DAY("2021-01-02")),
        ct.Note(kind="harm", about="fell", text="Someone could lose a job.", by="Ada", on=_DAY("2021-01-02")),
        ct.Note(kind="gap", about="whisper", text="Could she see it?", by="Ada", on=_DAY("2021-01-02")),
    ),
)

RECORDS: dict[str, frozenset[Condition]] = {
    "sources whisper": _HIDDEN,
    "sources log": _OPEN,
    "sources ghost": _GONE,
    "questions how": _OPEN,
    "claims fell": _OPEN,
    "claims secret": _GONE,
    "statements s-hidden": _HIDDEN,
    "statements s-deep": _DEEP,
    "statements s-open": _OPEN,
    "statements s-relayed": _OPEN,
    "statements s-apart": _APART,
    "statements s-off": _GONE,
    "links l": _OPEN,
    "dependences dep-hidden": _HIDDEN,
    "dependences dep-open": _OPEN,
    "established 0": _HIDDEN,
    "established 1": _OPEN,
    "documents d-hidden": _GONE,
    "documents d-open": _OPEN,
    "notes 0": _OPEN,
    "notes 1": _GONE,
    "notes 2": _GONE,
}
"""Records of the case, each with the conditions that hold for it."""


def _other(value: Any, kind: Any) -> Any:
    """Another value of a field's type."""
    words = [word for part in (kind, *get_args(kind)) for word in get_args(part) if isinstance(word, str)]
    if value in words:
        return words[(words.index(value) + 1) % len(words)]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1 if isinstance(value, int) else value / 2
    if isinstance(value, ct.PartialDate):
        return _DAY(f"{value.text[:4]}-{value.text[5:7] or '01'}-03")
    if isinstance(value, tuple):
        return ("Another",)
    return {"bridges": "A"} if not isinstance(value, str) else f"{value} Another."


def _variants(record: Any, holds: frozenset[Condition], within: str = "") -> Iterator[tuple[str, bool, Any]]:
    """The record with another value in each field: which field, whether it may move a byte, and the record.

    What ids are is decided with the identity of a source, and is varied with that.
    """
    for field in attrs.fields(type(record)):
        rule, value = public_rule(field), held_in(record, field)
        if _is_no_value(field, rule.treatment, value):
            continue
        place = f"{within}{field.name.lstrip('_')}"
        if rule.treatment == "record" or (is_record(value) and not isinstance(value, ct.PartialDate)):
            inner = holds if rule.treatment == "record" and rule.when in holds else _GONE
            first, *rest = value if isinstance(value, tuple) else (value,)
            for name, may_move, other in _variants(first, inner, f"{place}."):
                held = (other, *rest) if isinstance(value, tuple) else other
                yield name, may_move, attrs.evolve(record, **{field.alias: held})
        else:
            may_move = rule.treatment != "drop" and rule.when in holds
            yield place, may_move, attrs.evolve(record, **{field.alias: _other(value, field.type)})


def _is_no_value(field: Any, treatment: str, value: Any) -> bool:
    """Whether a field holds nothing that could be another, or what is decided with the identity of a source."""
    is_elsewhere = treatment in ("id", "place", "records", "unshown") or field.name in _DECIDE
    return is_elsewhere or value is None or (treatment == "record" and value == ()) or not field.init


def _projected(book: ct.Casebook) -> str:
    return ct.dumps(ct.for_audience(book, "public"), format="json")


def _moved_by(changed: ct.Casebook) -> bool:
    """Whether any public output is another: the projection itself, or what is made beside it."""
    projected, outputs = _of_the_case()
    return _projected(changed) != projected or public_bytes(changed) != outputs


@cache
def _of_the_case() -> tuple[str, dict[str, bytes]]:
    return _projected(CASE), public_bytes(CASE)


@pytest.mark.parametrize("name", RECORDS)
def test_only_fields_that_are_declared_public_move_a_byte(name: str) -> None:
    """Changed one at a time, exactly the fields that are public for such a record change any public output."""
    collection, _, record_id = name.partition(" ")
    rows = CASE.collection(collection)
    at = next(n for n, row in enumerate(rows) if record_id in (getattr(row, "id", None), str(n)))
    expected, moved = set(), set()
    for field, may_move, other in _variants(rows[at], RECORDS[name]):
        expected |= {field} if may_move else set()
        changed = attrs.evolve(CASE, **{collection: (*rows[:at], other, *rows[at + 1 :])})
        moved |= {field} if _moved_by(changed) else set()
    assert expected == moved


def test_the_fields_of_the_whole_casebook_move_what_they_say() -> None:
    """Title, cutoff and policy are public; whether there is a private file is not."""
    variants = list(_variants(CASE, _OPEN))
    assert {"title", "cutoff", "policy.independence", "policy.ungraded"} == {field for field, _, _ in variants}
    assert [field for field, may_move, _ in variants if may_move] == [
        field for field, _, changed in variants if _moved_by(changed)
    ]


def test_all_fields_that_are_not_public_together_move_no_byte() -> None:
    """Changed all at once, in all records, the fields that are not public for them change no public output."""
    changed = CASE
    for name, holds in RECORDS.items():
        collection, _, record_id = name.partition(" ")
        rows = list(changed.collection(collection))
        at = next(n for n, row in enumerate(rows) if record_id in (getattr(row, "id", None), str(n)))
        rows[at] = _with_others(rows[at], holds)
        changed = attrs.evolve(changed, **{collection: tuple(rows)})
    assert changed.statements != CASE.statements
    assert projected(CASE) == projected(changed)
    assert public_bytes(CASE) == public_bytes(changed)


def _with_others(record: Any, holds: frozenset[Condition]) -> Any:
    """The record with another value in each field that is not public."""
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(record)):
        rule, value = public_rule(field), held_in(record, field)
        if _is_no_value(field, rule.treatment, value):
            continue
        if isinstance(value, tuple) and rule.treatment == "record":
            inner = holds if rule.when in holds else _GONE
            changes[field.alias] = tuple(_with_others(one, inner) for one in value)
        elif is_record(value) and not isinstance(value, ct.PartialDate):
            inner = holds if rule.treatment == "record" and rule.when in holds else _GONE
            changes[field.alias] = _with_others(value, inner)
        elif rule.treatment == "drop" or rule.when not in holds:
            changes[field.alias] = _other(value, field.type)
    return attrs.evolve(record, **changes)


def test_every_field_of_every_record_is_varied() -> None:
    """The records above are of all kinds, and hold something in each field that could be published."""
    varied = {
        (name.partition(" ")[0], field)
        for name in RECORDS
        for collection, _, record_id in (name.partition(" "),)
        for row in CASE.collection(collection)
        if record_id in (getattr(row, "id", None), "0", "1", "2")
        for field, _, _ in _variants(row, _OPEN)
    }
    expected = {
        (collection, field.name.lstrip("_"))
        for collection, kind in COLLECTIONS.items()
        for field in attrs.fields(kind)
        if public_rule(field).treatment not in ("id", "place", "unshown") and field.name not in _DECIDE
    }
    assert expected == {(collection, field.partition(".")[0]) for collection, field in varied}
