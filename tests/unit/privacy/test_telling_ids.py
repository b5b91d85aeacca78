"""Ids that tell: those of records are written as handles are, and that of a source may be no common word."""

import pytest

import claimtrack as ct
from claimtrack.privacy.redact import redact
from claimtrack.privacy.secrets import protected_strings, shared_strings

KIM = ct.Source(id="kim", name="Kim Ilesanmi", protected=True, descriptor="a nurse")
BOARD = ct.Source(id="board", name="Anse board", kind="organisation")


def book(claim: str, source: str = "kim", note: str = "Nobody asked.") -> ct.Casebook:
    """A casebook with a protected source and a claim under some ids."""
    return ct.Casebook(
        sources=(ct.Source(id=source, name=KIM.name, protected=True, descriptor="a nurse"), BOARD),
        claims=(ct.Claim(id=claim, text="It fell."),),
        statements=(
            ct.Statement(origin=source, claim=claim, stance="asserts", terms="background"),
            ct.Statement(origin="board", claim=claim, stance="asserts", terms="on the record"),
        ),
        notes=(ct.Note(kind="gap", about=claim, text=note),),
    )


@pytest.mark.parametrize("name", ["kilesanmi", "drilesanmi", "nurseilesanmi", "k-ilesanmi", "IlesanmiKim"])
def test_an_id_that_holds_a_name_as_handles_do_is_replaced(name: str) -> None:
    """With an initial or a word before it, with or without a sign between."""
    assert ct.for_audience(book(name), "public").claims[0].id == "claims-0"


def test_other_ids_stay() -> None:
    """They are the desk's words for what it publishes."""
    assert ct.for_audience(book("kimono"), "public").claims[0].id == "kimono"


@pytest.mark.parametrize(("source", "is_told"), [("oakthroat", True), ("nurse", False)])
def test_an_id_in_a_text_is_warned_of_unless_it_is_a_word(source: str, *, is_told: bool) -> None:
    """A role says nothing of the source that has it for an id; a code name does."""
    redaction = redact(book("fell", source, f"See {source} and ask."))
    shared = [one for one in shared_strings(redaction, protected_strings(redaction)) if not one.is_harmless]
    assert bool(shared) is is_told
