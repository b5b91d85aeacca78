"""The table of fields: each field of a casebook's record says what becomes of it in public, or nothing is built."""

from collections.abc import Iterator
from typing import get_args

import attrs
import pytest

import claimtrack as ct
from claimtrack._public_fields import CONDITIONS, TREATMENTS, casebook_record, field, public_rule
from claimtrack._records import is_record
from claimtrack.model.casebook import COLLECTIONS
from claimtrack.privacy.attribution import Appearances
from claimtrack.privacy.labels import NameLabels
from claimtrack.privacy.redact import redacted
from claimtrack.privacy.selection import Selected, select
from claimtrack.text.name_matcher import NameMatcher


def _kinds(kind: object) -> Iterator[type]:
    """The classes of records that a type holds, and those that their fields hold."""
    if isinstance(kind, type) and attrs.has(kind) and kind is not ct.PartialDate:
        yield kind
        for each in attrs.fields(kind):
            yield from _kinds(each.type)
    for part in get_args(kind):
        yield from _kinds(part)


KINDS = tuple(dict.fromkeys(_kinds(ct.Casebook)))


def test_every_field_of_every_record_has_a_rule() -> None:
    """All records that a casebook can hold are of the table, with a treatment and a condition that there are."""
    names = {
        "Casebook",
        "Confidential",
        "Policy",
        "Relay",
        "Standing",
        "TextFile",
        *(kind.__name__ for kind in COLLECTIONS.values()),
    }
    assert names == {kind.__name__ for kind in KINDS}
    rules = [public_rule(each) for kind in KINDS for each in attrs.fields(kind)]
    assert {rule.treatment for rule in rules} == set(TREATMENTS)
    assert {rule.when for rule in rules} == set(CONDITIONS)


def test_records_within_records_are_redacted_field_by_field() -> None:
    """No field is kept whole that holds a record, whose own fields would then go unasked."""
    for kind in KINDS:
        for each in attrs.fields(kind):
            if list(_kinds(each.type)):
                assert public_rule(each).treatment in ("record", "records", "drop"), f"{kind.__name__}.{each.name}"


def test_the_private_file_is_dropped_and_guarded_whole() -> None:
    """No confidential field is public, and the guard looks for each."""
    fields = attrs.fields(ct.Confidential)
    assert {("drop", True)} == {(public_rule(each).treatment, each.metadata["guarded"] is not None) for each in fields}


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        (attrs.field(default=""), r"Rumour\.text does not say .* in the public casebook.*if in doubt, public=\"drop\""),
        (field(says="A text."), r"Rumour\.text does not say"),
        (field(says="A text.", public="hide", default=""), r"Rumour\.text: .*'hide'.* is no rule"),
        (field(says="A text.", public="keep", when="never", default=""), r"Rumour\.text: .*'never'.* is no rule"),
        (field(says="A text.", public="id", default=""), r"Rumour\.text: .* is no rule"),
        (field(says="A text.", public="drop"), r"Rumour\.text is required and may be withheld"),
    ],
)
def test_a_field_without_a_rule_is_refused(declared: object, said: str) -> None:
    """The class cannot be made, and the error says what to declare."""
    with pytest.raises(TypeError, match=said):
        casebook_record(type("Rumour", (), {"text": declared, "__annotations__": {"text": str}}))


def test_a_record_outside_the_table_is_never_published() -> None:
    """Should one reach the projection all the same, that is an error, and not a leak."""

    @attrs.frozen
    class Rumour:
        text: str = "Ada Quill saw it."

    nothing = Appearances(statements=(), main={}, ids={}, labels={})
    row = select(ct.Casebook(), nothing, NameLabels(hidden=(), shown=(), ids={}), NameMatcher(()))
    assert is_record(redacted(row))
    with pytest.raises(KeyError):
        redacted(Selected(record=Rumour(), clean=str, ids={}))  # type: ignore[arg-type]
