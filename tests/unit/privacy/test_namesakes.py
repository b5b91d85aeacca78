"""Namesakes of hidden people: what is said of them stays, or the whole name goes, as the checks say."""

import pytest

import claimtrack as ct
from casebooks import fell_and
from claimtrack._records import evolve
from claimtrack.checks.publishing import ensure_publishable
from claimtrack.errors.failures import NotPublishable

KIM = ct.Source(id="kim", name="Kim Osei", protected=True, descriptor="a nurse")
BOARD = ct.Source(id="board", name="Anse board", kind="organisation")
TEXTS = ["Minister Abena Osei took a bribe.", "Osei Holdings paid.", "Osei Street was shut.", "Abena Osei-Tutu left."]

WITHOUT = ["Minister Source 1 took a bribe.", "Source 1 paid.", "Source 1 was shut.", "Source 1 left."]


def book(text: str, *records: object) -> ct.Casebook:
    """A casebook in which a board says something, and a protected nurse something else."""
    claim = ct.Claim(id="said", text=text)
    said = ct.Statement(origin="board", claim="said", stance="asserts", terms="on the record")
    met = ct.Statement(origin="kim", claim="fell", stance="asserts", terms="background")
    return fell_and(KIM, BOARD, claim, said, met, *records)


def published(whole: ct.Casebook) -> str:
    """What is published of what the board says."""
    return next(claim.text for claim in ct.for_audience(whole, "public").claims if claim.id == "said")


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_waived_as_another_s_stays_as_it_is(text: str) -> None:
    """Nothing is refused then, and the hidden one is still replaced."""
    whole = book(f"{text} They met Kim Osei.")
    with pytest.raises(NotPublishable):
        ensure_publishable(whole)
    waiver = ct.Note(kind="waiver", about="said", text="CT704: another person")
    waived = whole.with_records(waiver)
    ensure_publishable(waived)
    assert published(waived) == f"{text} They met Source 1."
    ct.guard(published(waived), waived)


@pytest.mark.parametrize(
    ("text", "name"), [(TEXTS[0], "Abena Osei"), (TEXTS[1], "Osei Holdings"), (TEXTS[2], "Osei Street")]
)
def test_the_name_of_a_source_that_says_nothing_stays(text: str, name: str) -> None:
    """It tells that somebody else is meant, and the source itself is not published."""
    whole = book(text, ct.Source(id="other", name=name))
    ensure_publishable(whole)
    assert published(whole) == text
    assert "other" not in [one.id for one in ct.for_audience(whole, "public").sources]


@pytest.mark.parametrize("name", ["Nurse Osei", "K. Osei", "Osei", "Kim Osei"])
def test_the_name_of_a_source_that_may_be_the_hidden_one_does_not_stay(name: str) -> None:
    """A second entry of the same person opens nothing."""
    assert "Osei" not in published(book(f"They met {name}.", ct.Source(id="other", name=name)))


@pytest.mark.parametrize(("text", "without"), list(zip(TEXTS, WITHOUT, strict=True)))
def test_no_label_stands_in_half_a_name(text: str, without: str) -> None:
    """Where publishing is asked for all the same, or waived for another reason, the whole name goes."""
    whole = book(text, ct.Note(kind="waiver", about="said", text="CT704: no part of it"))
    ensure_publishable(whole)
    assert published(whole) == without
    assert published(book(text)) == without


@pytest.mark.parametrize(
    "claim", ["The mayor took a bribe from Bo Roth.", "Roth Holdings paid.", "Ines Roth took a bribe."]
)
def test_where_a_name_stays_its_namesakes_are_not_refused(claim: str) -> None:
    """Whom only missing terms hide is named in claims about them: no label stands there."""
    ines = ct.Source(id="ines", name="Ines Roth")
    denied = ct.Statement(origin="ines", claim="said", stance="denies")
    said = ct.Statement(origin="board", claim="said", stance="asserts", terms="on the record")
    whole = fell_and(ines, BOARD, ct.Claim(id="said", text=claim), denied, said)
    ensure_publishable(whole)
    assert published(whole) == claim


KARL = ct.Source(id="kim", name="Karl Martin", protected=True, descriptor="a nurse")
LIKE_KARL = ["Minister Martinez took a bribe.", "Martinez took a bribe.", "Martini took a bribe.", "King Karl II left."]


def like_karl(text: str, *records: object) -> ct.Casebook:
    """The same casebook, with another nurse."""
    return evolve(book(text, *records), sources=(KARL, *book(text, *records).sources[1:]))


@pytest.mark.parametrize("text", LIKE_KARL)
def test_what_is_like_a_hidden_name_stays_where_it_is_waived_as_another_s(text: str) -> None:
    """A bribe that Martinez took is refused, and is never told of Karl Martin: the waiver lets it stand."""
    with pytest.raises(NotPublishable):
        ensure_publishable(like_karl(text))
    waived = like_karl(text, ct.Note(kind="waiver", about="said", text="CT704: another person"))
    ensure_publishable(waived)
    assert published(waived) == text


@pytest.mark.parametrize("is_heard", [True, False])
def test_a_source_may_have_a_name_like_a_hidden_one(is_heard: bool) -> None:  # noqa: FBT001
    """Its own name is no finding, nor is its surname once a text named it in full."""
    text = "Lena Martinez took a bribe. Martinez denied it, and so did Karl Martin."
    lena = ct.Source(id="lena", name="Lena Martinez")
    denied = ct.Statement(origin="lena", claim="said", stance="denies", terms="on the record")
    whole = like_karl(text, lena, *([denied] if is_heard else ()))
    ensure_publishable(whole)
    assert published(whole) == text.replace("Karl Martin", "Source 1")


def test_a_surname_like_a_hidden_one_is_refused_before_its_bearer_is_named() -> None:
    """It may be either's there; a body's name tells nothing of people."""
    for name, text in (("Lena Martinez", "Martinez met Lena Martinez."), ("Martinez Bank", "Martinez Bank. Martinez.")):
        with pytest.raises(NotPublishable):
            ensure_publishable(like_karl(text, ct.Source(id="lena", name=name)))
