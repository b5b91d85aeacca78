"""Every law of opinions and of formats can break: for each there is a deliberately wrong maker that it catches."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import attrs
import pytest

import claimtrack as ct
from claimtrack.subjective_logic.opinions import Opinion, opinion
from claimtrack.testing import (
    FORMAT_LAWS,
    OPINION_LAWS,
    CasebookFormat,
    LawsBroken,
    check_format,
    check_opinion,
    verdict_of,
)
from meta.wrong import unchecked

SEEDS = 150
DUMP, LOAD = partial(ct.dumps, format="json"), partial(ct.loads, format="json")


def changed(**changes: Callable[[Opinion], float]) -> Callable[[float, float, float], Opinion]:
    """A maker of opinions of which some numbers are others."""

    def make(base: float, good: float, bad: float) -> Opinion:
        one = opinion(base, good, bad)
        return unchecked(one, **{name: change(one) for name, change in changes.items()})

    return make


def hears_half(base: float, good: float, bad: float) -> Opinion:
    """It hears denials by half."""
    return opinion(base, good, bad / 2.0)


def trusts_itself(base: float, good: float, bad: float) -> Opinion:
    """It pulls every base rate to the middle."""
    return opinion(0.5 * base + 0.25, good, bad)


def doubts_much(base: float, good: float, bad: float) -> Opinion:
    """More than ten is too much to be true."""
    return opinion(base, *(min(weight, 10.0) - max(0.0, min(weight, 20.0) - 10.0) for weight in (good, bad)))


WRONG_OPINIONS: dict[str, tuple[Callable[[float, float, float], Opinion], set[str]]] = {
    "bounded": (
        changed(belief=lambda one: one.belief + 0.01, disbelief=lambda one: one.disbelief - 0.01),
        {"projection", "duality"},
    ),
    "partition": (changed(unknown=lambda one: one.unknown**2), {"projection"}),
    "projection": (changed(base_rate=lambda one: one.base_rate / 2.0), set()),
    "vacuous": (trusts_itself, {"projection", "franklin", "posterior"}),
    "monotony": (doubts_much, {"less unknown", "posterior"}),
    "less unknown": (doubts_much, {"monotony", "posterior"}),
    "duality": (hears_half, {"franklin", "posterior"}),
    "franklin": (hears_half, {"duality", "posterior"}),
    "posterior": (lambda base, good, bad: opinion(base, 2.0 * good, 2.0 * bad), set()),
}


def forgets_notes(book: ct.Casebook) -> str:
    """It keeps no notes."""
    return DUMP(attrs.evolve(book, notes=()))


def tells_all(book: ct.Casebook) -> str:
    """It writes contacts into the file."""
    plain = json.loads(DUMP(book))
    contacts = [source.confidential.contact for source in book.sources if source.confidential is not None]
    return json.dumps({**plain, "title": " ".join([book.title, *filter(None, contacts)])})


def one_at_a_time(text: str) -> ct.Casebook:
    """It reports the first problem alone."""
    try:
        return LOAD(text)
    except ct.InvalidCasebook as error:
        raise ct.InvalidCasebook(problems=error.problems[:1]) from None


def lets_errors_through(text: str) -> ct.Casebook:
    """It lets the errors of its parser through."""
    json.loads(text)
    return LOAD(text)


def restless(count: list[int], book: ct.Casebook) -> str:
    """It ends every text with one more space than the last."""
    count[0] += 1
    return DUMP(book) + " " * count[0]


WRONG_FORMATS: dict[str, tuple[Any, Any, set[str]]] = {
    "round trip": (forgets_notes, LOAD, set()),
    "canonical": (partial(restless, [0]), LOAD, set()),
    "nothing confidential": (tells_all, LOAD, {"round trip"}),
    "errors collected": (DUMP, one_at_a_time, set()),
    "clean failure": (DUMP, lets_errors_through, set()),
}


def test_every_law_has_its_wrong_maker() -> None:
    """No law of opinions or formats is without one, and none is kept for a law that there is not."""
    assert set(WRONG_OPINIONS) == {law.name for law in OPINION_LAWS}
    assert set(WRONG_FORMATS) == {law.name for law in FORMAT_LAWS}


@pytest.mark.parametrize("name", WRONG_OPINIONS)
def test_a_wrong_maker_of_opinions_breaks_these_laws(name: str) -> None:
    """What does one thing wrong breaks the law that forbids it, and only the others that say the same."""
    make, others = WRONG_OPINIONS[name]
    broken = {law.name for law in OPINION_LAWS if verdict_of(law, make, examples=SEEDS).word == "broken"}
    assert {name, *others} == broken


@pytest.mark.parametrize("name", WRONG_FORMATS)
def test_a_wrong_format_breaks_these_laws(name: str) -> None:
    """A format that does one thing wrong breaks the law that forbids it, and only the others that follow."""
    dump, load, others = WRONG_FORMATS[name]
    form = CasebookFormat(dump=dump, load=load)
    broken = {law.name for law in FORMAT_LAWS if verdict_of(law, form, examples=SEEDS).word == "broken"}
    assert {name, *others} == broken


def test_no_premise_of_these_laws_is_trivial() -> None:
    """At least one made-up case in five says something about each law."""
    for laws, subject in ((OPINION_LAWS, opinion), (FORMAT_LAWS, CasebookFormat(dump=DUMP, load=LOAD))):
        for law in laws:
            assert verdict_of(law, subject, examples=50).met >= 10, law.name


@pytest.mark.parametrize("form", ["toml", "json"])
def test_our_formats_keep_the_laws(form: str) -> None:
    """TOML and JSON keep every law of formats."""
    check_format(partial(ct.dumps, format=form), partial(ct.loads, format=form))


def test_our_opinions_keep_the_laws() -> None:
    """The opinions that the default method makes keep every law of opinions."""
    check_opinion(opinion)


def test_several_broken_laws_are_told_together() -> None:
    """The message counts and names the laws that fail, and then shows each."""
    with pytest.raises(LawsBroken) as caught:
        check_opinion(hears_half, examples=50)
    assert str(caught.value).startswith("3 of 9 laws fail: duality, franklin, posterior\n\nthe law “duality” is broken")
    assert "base rate 0.5" in str(caught.value)
