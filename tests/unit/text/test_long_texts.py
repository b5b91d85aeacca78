"""What a long text costs in memory when quotes are held against it: a few bytes for each character."""

import tracemalloc
from collections.abc import Callable

import pytest

from claimtrack.text.name_contacts import contact_forms
from claimtrack.text.quotes import PreparedText, check_quote
from scaling import LINEAR, growth

_MANY = 50_000
_MOST = 40
"""Bytes for each character: about eight for the places, and a few for each copy of the text and for its words."""


@pytest.mark.parametrize(
    "unit",
    [
        "the bridge fell, in the night ",
        "die Bru\u0308cke fiel in der Nacht ",
        '"',
        "a",
        "桥倒了",
        "don't \u2013 ",
        "a \n",
    ],
)
def test_memory_is_a_small_multiple_of_the_text(unit: str) -> None:
    """Places are kept compactly and no search holds on to its steps, whatever the text is made of."""
    text = unit * (_MANY // len(unit))
    check_quote("the bridge fell in the night", PreparedText(text))  # what is made once is made before
    tracemalloc.start()
    try:
        check_quote("the bridge fell in the night", PreparedText(text))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak <= _MOST * len(text)


@pytest.mark.parametrize("unit", ["K", "k-", "k.", "k1", "k@", "k ", f"{'k-' * 100} "])
def test_a_long_name_is_searched_for_contacts_in_pieces(unit: str) -> None:
    """Four times the name takes about four times as long, whatever it is made of."""

    def work(size: int) -> Callable[[], object]:
        return lambda: list(contact_forms(unit * (size // len(unit))))

    assert growth(work, 4_000) <= LINEAR


def test_contacts_are_found_anywhere_in_a_long_name() -> None:
    """An address, and one that is spelt out, are found wherever a piece begins or ends."""
    for before in range(95, 130):
        found = list(contact_forms("word " * before + "ada at post dot example and kim.q7 " + "word " * 40))
        assert {"ada@post.example", "kim.q7"} <= set(found)
