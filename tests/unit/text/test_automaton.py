"""The automaton: it finds in any text what a plain search finds."""

from hypothesis import given, strategies as st

from claimtrack.text.automaton import Automaton
from claimtrack.text.folding import fold

PHRASES = ("ng", "rose", "rosefield", "grant", "grantham", "adaquill", "aquill", "s100", "fieldwork")
WORDS = (
    "Ng",
    "Rose",
    "Field",
    "work",
    "Grant",
    "ham",
    "a",
    "Ada",
    "quill",
    "s",
    "100",
    "x",
    "R",
    "os",
    "e",
    "“Rose”",
    "Ŋ",
)
SIGNS = (" ", "  ", "-", ", ", "\n", " “", ". ")


@given(
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SIGNS)), max_size=12), st.sets(st.sampled_from(PHRASES))
)
def test_a_phrase_is_found_where_words_have_its_letters(pairs: list[tuple[str, str]], phrases: set[str]) -> None:
    """Of what ends at one word the longest phrase is found, short ones and those in pieces as well."""
    text = "".join(map("".join, pairs))
    words = list(fold(text))
    expected = []
    for end in range(len(words)):
        joined = {
            "".join(letters for letters, _, _ in words[begin : end + 1]): (words[begin][1], words[end][2])
            for begin in range(end + 1)
        }
        if known := joined.keys() & phrases:
            longest = max(known, key=len)
            expected.append((*joined[longest], longest))
    assert expected == list(Automaton(phrases).spans(text))


@given(st.sampled_from(PHRASES), st.integers(0, 3_000))
def test_a_long_text_is_searched_as_a_short_one(phrase: str, before: int) -> None:
    """It makes no difference how much of a text comes before a phrase, and how often."""
    text = f"{'Rains fell. ' * before}{phrase.capitalize()} said so."
    first = len(text) - len(phrase) - len(" said so.")
    assert [(first, first + len(phrase), phrase)] == list(Automaton([phrase]).spans(text))
