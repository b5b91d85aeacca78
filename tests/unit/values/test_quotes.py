"""Quotes: no changed word passes, no typography fails, and nothing makes a check run away."""

import os
import random
import re
import unicodedata
from collections.abc import Callable
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.values.quotes import Prepared, check_quote, shared_words, words_of

_NAMES = ("Anna Vane", "Dr. Osei", "Luis Roth", "Señora Núñez", "Ms O'Dell", "Captain Mbeki")
_PLACES = ("Port Anse", "Kilverton", "the north quay", "Łódź", "the office")
_VERBS = ("had not sold", "did not see", "could sell", "never signed", "signed", "would have seen", "may sign")
_THINGS = ("the first draft", "the fifty files", "the ship’s log", "five flats", 'the "final" offer')
_ENDS = ("unless the board agreed", "if the price held", "after noon", "in 2019", "for 1,250 euros", "without a word")
_LINKS = ("and", "but", "because", "so that")


def sentence(chance: random.Random) -> str:
    """One sentence as people are quoted with."""
    number = chance.randint(2, 98)
    return (
        f"{chance.choice(_NAMES)} {chance.choice(_VERBS)} {chance.choice(_THINGS)} at {chance.choice(_PLACES)} "
        f"{chance.choice(_ENDS)} – {number} of them, {chance.choice(_LINKS)} {chance.choice(_NAMES)} "
        f"{chance.choice(_VERBS)} {chance.choice(_THINGS)} {chance.choice(_ENDS)}."
    )


def document(chance: random.Random) -> list[str]:
    """The sentences of a document, no two alike."""
    return list(dict.fromkeys(sentence(chance) for _ in range(12)))


def without_not(quote: str, chance: random.Random) -> str | None:
    """The quote without one of its negations."""
    found = list(re.finditer(r"\b(?:not|never|without) ", quote))
    return None if not found else _cut(quote, chance.choice(found))


def with_another_number(quote: str, chance: random.Random) -> str | None:
    """The quote with one of its numbers changed by one."""
    match = chance.choice(list(re.finditer(r"\d+", quote)))
    return quote[: match.start()] + str(int(match[0]) + 1) + quote[match.end() :]


def with_another_name(quote: str, chance: random.Random) -> str | None:
    """The quote with one of its names replaced."""
    name = chance.choice([name for name in _NAMES if name in quote])
    return quote.replace(name, chance.choice([other for other in _NAMES if other != name]), 1)


def reordered(quote: str, _: random.Random) -> str | None:
    """Two parts of the quote in the other order, with dots between."""
    words = quote.split(" ")
    half = len(words) // 2
    return f"{' '.join(words[half:])} … {' '.join(words[:half])}"


def with_a_word_more(quote: str, chance: random.Random) -> str | None:
    """The quote with a word put in."""
    words = quote.split(" ")
    words.insert(chance.randrange(1, len(words)), "really")
    return " ".join(words)


def with_two_words_swapped(quote: str, chance: random.Random) -> str | None:
    """Two neighbouring words in the other order."""
    words = quote.split(" ")
    place = chance.randrange(len(words) - 1)
    one, other = words[place], words[place + 1]
    words[place : place + 2] = [other, one]
    return None if one == other or not (re.search(r"\w", one) and re.search(r"\w", other)) else " ".join(words)


def _cut(text: str, match: "re.Match[str]") -> str:
    return text[: match.start()] + text[match.end() :]


CHANGES: tuple[Callable[[str, random.Random], str | None], ...] = (
    without_not,
    with_another_number,
    with_another_name,
    reordered,
    with_a_word_more,
    with_two_words_swapped,
)

TYPOGRAPHY: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("’", "'").replace("'", "’"),
    lambda text: text.replace("’", "'"),
    lambda text: text.replace('"', "“", 1).replace('"', "”", 1),
    lambda text: text.replace('"', "«", 1).replace('"', "»", 1),
    lambda text: text.replace(" – ", "—"),
    lambda text: text.replace(" – ", " -- "),
    lambda text: text.replace(" – ", " - "),
    lambda text: text.replace(" ", "\N{NO-BREAK SPACE}"),
    lambda text: text.replace(" ", "\n", 3),
    lambda text: text.replace(" ", "  ", 5),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace("fi", "\N{LATIN SMALL LIGATURE FI}"),
    lambda text: text.replace("sh", "s\N{SOFT HYPHEN}h").replace("draft", "dra\N{ZERO WIDTH SPACE}ft"),
    lambda text: f"  {text}\n",
)

MUTATIONS = {"deep": 20_000, "ci": 1_000}.get(os.environ.get("CLAIMTRACK_PROFILE", ""), 400)
"""Tries of each change and of each typography, on either side."""


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_no_changed_word_passes(change: Callable[[str, random.Random], str | None]) -> None:
    """A quote of which a word was dropped, put in, changed or moved is never called verbatim."""
    tried = 0
    for seed in range(MUTATIONS):
        chance = random.Random(seed)
        sentences = document(chance)
        quote = chance.choice(sentences).removesuffix(".")
        changed = change(quote, chance)
        if changed is None or changed.removesuffix(".") in " ".join(sentences):
            continue
        found = check_quote(changed, " ".join(sentences))
        assert found.kind in ("altered", "missing"), (changed, sentences)
        if change is without_not:
            assert found.lost, (changed, found)
        tried += 1
    assert tried > MUTATIONS // 2


@pytest.mark.parametrize("number", range(len(TYPOGRAPHY)))
@pytest.mark.parametrize("where", ["quote", "text"])
def test_no_typography_fails(number: int, where: str) -> None:
    """Quotation marks, dashes, spaces and forms of letters make no quote wrong, on either side."""
    tried = 0
    for seed in range(MUTATIONS // len(TYPOGRAPHY) + 1):
        chance = random.Random(seed)
        sentences = document(chance)
        quote = chance.choice(sentences)
        typeset = TYPOGRAPHY[number]
        text = " ".join(sentences)
        found = check_quote(typeset(quote), text) if where == "quote" else check_quote(quote, typeset(text))
        assert found.kind in ("verbatim", "normalised"), (quote, found)
        assert found.kind == "verbatim" or found.normalised
        tried += typeset(quote) != quote
    assert tried


def test_what_was_made_alike_is_said() -> None:
    """Each normalisation is named, and only where it was needed."""
    text = "He said: “The first flat’s price – all told – was 5."
    assert check_quote("first flat's price", text).normalised == ("quotation marks",)
    assert check_quote("price — all told", text).normalised == ("dashes",)
    assert check_quote("The  first", text).normalised == ("white space",)
    assert check_quote("The \N{LATIN SMALL LIGATURE FI}rst", text).normalised == ("unicode",)
    assert check_quote("The first", text).normalised == ()


@pytest.mark.parametrize(
    ("quote", "kind", "omitted", "lost"),
    [
        ("they ... sold it", "elided", ("will not have",), ("not",)),
        ("they [...] sold it", "elided", ("will not have",), ("not",)),
        ("they … it", "elided", ("will not have sold",), ("not",)),
        ("have sold it", "verbatim", (), ("not",)),
        ("not have sold it", "verbatim", (), ("unless",)),
        ("[The owners] will not have sold it unless asked", "verbatim", (), ()),
        ("sold it ... they will", "missing", (), ()),
        ("in short … they", "normalised", (), ()),
        ("In short … That was all", "elided", ("they will not have sold it unless asked",), ("not", "unless")),
        ("They will", "normalised", (), ("not",)),
    ],
)
def test_what_is_left_out_is_shown(quote: str, kind: str, omitted: tuple[str, ...], lost: tuple[str, ...]) -> None:
    """Dots and brackets stand for words, in order; turning words among them, or at an edge, are told."""
    found = check_quote(quote, "In short, they will not have sold it unless asked. That was all.")
    assert (found.kind, tuple(gap.strip(", .") for gap in found.omitted)) == (kind, omitted)
    assert set(lost) <= set(found.lost)


def test_fragments_far_apart_are_no_quote() -> None:
    """What stands thousands of characters apart was not said in one go."""
    text = "They sold the ship. " + "Nothing else was said that day. " * 100 + "And they drowned."
    assert check_quote("They sold the ship … And they drowned", text).kind in ("altered", "missing")


def test_the_differences_are_shown() -> None:
    """An altered quote comes with the passage, and with what it has for what."""
    found = check_quote("Anna Vane sold fifty files in May", "In May. Anna Vane sold fifteen files in May, he said.")
    assert (found.kind, found.found) == ("altered", "Anna Vane sold fifteen files in May")
    assert found.differences == (("fifty", "fifteen"),)


@given(st.text(max_size=200), st.integers(0, 150), st.integers(1, 60))
def test_every_part_of_a_text_is_a_quote_of_it(text: str, start: int, length: int) -> None:
    """Whole words cut out of a text are never called altered or missing."""
    matches = list(re.finditer(r"[^\W_]+(?:['’ʼ][^\W_]+)*", text))
    if not matches:
        return
    first = start % len(matches)
    last = min(len(matches) - 1, first + length // 6)
    quote = text[matches[first].start() : matches[last].end()]
    if re.search(r"\.\s?\.\s?\.|…|\[", quote):
        return
    assert check_quote(quote, text).kind in ("verbatim", "normalised")


@given(st.text(max_size=120), st.text(max_size=400))
def test_no_text_stops_a_check(quote: str, text: str) -> None:
    """Any two texts get an answer."""
    check_quote(quote, text)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("a " * 5_000, "a " * 500_000),
        ("a ... " * 2_000 + "b", "a " * 500_000),
        ("... " * 20_000, "x" * 1_000_000),
        ("[" * 50_000, "[" * 1_000_000),
        ("- " * 20_000, "- " * 300_000),
        ("\u0301" * 10_000, "e" + "\u0301" * 300_000),
        ("ab" * 50_000, "ab" * 500_000),
        ("not if unless " * 3_000, "not if unless only " * 60_000),
        ("' " * 20_000, "'" * 1_000_000),
    ],
    ids=range(9),
)
def test_no_input_makes_a_check_run_away(quote: str, text: str) -> None:
    """Texts of a million characters made to be slow take a few seconds at most."""
    started = perf_counter()
    check_quote(quote, text)
    assert perf_counter() - started < 10


def test_a_text_is_made_ready_once() -> None:
    """A prepared text gives what the bare one gives."""
    text = "She did not go. He “went” home."
    prepared = Prepared(text)
    for quote in ('He "went" home', "She did go", "nobody"):
        assert check_quote(quote, prepared) == check_quote(quote, text)


def test_shared_words() -> None:
    """A run of words that two quotes share is found whatever their typography."""
    one, other = words_of("As told: she went down by the bow."), words_of("She  went down — by the bow — at noon")
    assert shared_words(one, other, 6) == "she went down by the bow"
    assert shared_words(one, other, 7) is None
