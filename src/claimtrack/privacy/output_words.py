"""The words that stand in outputs whatever the casebook, as `docs/generate_output_words.py` writes them."""

from functools import cache

from claimtrack._packaged import read_packaged


@cache
def output_words() -> frozenset[str]:
    """The words that stand in outputs whatever the casebook, folded."""
    return _packaged_words("output_words.txt")


@cache
def prose_words() -> frozenset[str]:
    """Those that stand in sentences in small letters, and so are words rather than names."""
    return _packaged_words("prose_words.txt")


@cache
def output_pairs() -> frozenset[str]:
    """Two words that stand side by side in them, written as one, with 0 for each number."""
    return _packaged_words("output_pairs.txt")


def _packaged_words(name: str) -> frozenset[str]:
    return frozenset(read_packaged("claimtrack.privacy", name).split())
