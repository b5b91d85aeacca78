"""What a long text costs in memory when quotes are held against it: a few bytes for each character."""

import tracemalloc

import pytest

from claimtrack.text.quotes import PreparedText, check_quote

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
