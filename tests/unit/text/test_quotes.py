"""Quotes: no changed word passes, no typography fails, and nothing makes a check run away."""

import random
import re
import unicodedata
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import partial
from typing import Any, get_args

import pytest
from hypothesis import given, strategies as st

from claimtrack.text.quotes import PreparedText, QuoteKind, check_quote, words_of
from profiles import by_profile
from scaling import LINEAR, growth

_NAMES = ("Anna Vane", "Dr. Osei", "Luis Roth", "Señora Núñez", "Ms O'Dell", "Captain Mbeki")
_PLACES = ("Port Anse", "Kilverton", "the north quay", "Łódź", "the office")
_VERBS = ("had not sold", "did not see", "could sell", "never signed", "signed", "would have seen", "may sign")
_THINGS = ("the first draft", "the fifty files", "the ship’s log", "five flats", 'the "final" offer', "non-paid work")
_ENDS = (
    "unless the board agreed",
    "if the price held",
    "after noon",
    "in 2019",
    "for 1,250 euros",
    "for 3.5 million",
    "without a word",
)
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


def cut_inside_a_word(quote: str, chance: random.Random) -> str | None:
    """The quote from the middle of a joined word or number on, or up to there."""
    found = list(re.finditer(r"(?<=[^\W_])[-.,'’](?=[^\W_])", quote))
    if not found:
        return None
    sign = chance.choice(found)
    return chance.choice((quote[: sign.start()], quote[sign.end() :]))


def with_a_turn_put_in(quote: str, chance: random.Random) -> str | None:
    """The quote with a negation or a condition in square brackets put in."""
    words = quote.split(" ")
    words.insert(chance.randrange(1, len(words)), chance.choice(("[not]", "[never]", "[only if asked]")))
    return " ".join(words)


def _cut(text: str, match: "re.Match[str]") -> str:
    return text[: match.start()] + text[match.end() :]


CHANGES: tuple[Callable[[str, random.Random], str | None], ...] = (
    without_not,
    with_another_number,
    with_another_name,
    reordered,
    with_a_word_more,
    with_two_words_swapped,
    cut_inside_a_word,
    with_a_turn_put_in,
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
    lambda text: text.replace('"', "'"),
    lambda text: text.replace('"', "« ", 1).replace('"', " »", 1),
    lambda text: text.replace(" – ", "---"),
    lambda text: text.replace(" ", " \u202a", 1).replace("d", "d\u2069"),
    lambda text: text.replace("-", "\N{NON-BREAKING HYPHEN}"),
    lambda text: text.upper(),
)

MUTATIONS = by_profile(dev=150, ci=1_000, deep=20_000)
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
        if changed is None or (change is not cut_inside_a_word and changed.removesuffix(".") in " ".join(sentences)):
            continue
        found = check_quote(changed, " ".join(sentences))
        assert found.kind in ("altered", "missing"), (changed, sentences)
        if change is without_not:
            assert found.lost, (changed, found)
        tried += 1
    assert tried > MUTATIONS // 3


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
        ("[The owners] will not have sold it unless asked", "elided", (), ()),
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
    """What stands between two spaces of a text is never called altered or missing."""
    matches = list(re.finditer(r"\S+", text))
    if not matches:
        return
    first = start % len(matches)
    last = min(len(matches) - 1, first + length // 6)
    quote = text[matches[first].start() : matches[last].end()]
    if re.search(r"[^\W_]", quote):
        assert check_quote(quote, text).kind in ("verbatim", "normalised")


@given(st.text(max_size=120), st.text(max_size=400))
def test_no_text_stops_a_check(quote: str, text: str) -> None:
    """Any two texts get an answer."""
    assert check_quote(quote, text).kind in get_args(QuoteKind)


SLOW = [
    (("", "a ", 5_000, ""), ("", "a ", 500_000, "")),
    (("", "a ... ", 2_000, "b"), ("", "a ", 500_000, "")),
    (("", "... ", 20_000, ""), ("", "x", 1_000_000, "")),
    (("", "[", 50_000, ""), ("", "[", 1_000_000, "")),
    (("", "- ", 20_000, ""), ("", "- ", 300_000, "")),
    (("", "\u0301", 10_000, ""), ("e", "\u0301", 300_000, "")),
    (("", "ab", 50_000, ""), ("", "ab", 500_000, "")),
    (("", "not if unless ", 3_000, ""), ("", "not if unless only ", 60_000, "")),
    (("", "' ", 20_000, ""), ("", "'", 1_000_000, "")),
    (("a", " ", 100_000, "b"), ("a", " ", 100_000, "b c")),
    (("a", " ", 100_000, "..."), ("x", " ", 1_000_000, "")),
    (("", ".", 100_000, "x"), ("", ". ", 500_000, "")),
    (("", "a ... a [b] a ", 1_000, ""), ("", "a b ", 200_000, "")),
    (("we ... zz", "", 0, ""), ("", "we ", 300_000, "")),
    (("", "1,", 50_000, ""), ("", "1,", 500_000, "")),
    (("", "土", 5_000, ""), ("", "土", 800_000, "")),
    (("", "[T]", 5_000, "x"), ("", "T", 100_000, "")),
]
"""Quotes and texts made to be slow: what they begin with, what is repeated, how often at most, and how they end."""


def test_no_input_makes_a_check_run_away() -> None:
    """Four times the quote and the text, made to be slow, take about four times the work."""

    def work(pair: Any, size: int) -> Callable[[], object]:
        quote, text = (head + unit * (many * size // 64) + tail for head, unit, many, tail in pair)
        return lambda: check_quote(quote, text)

    grown = {pair[0]: growth(partial(work, pair), 2) for pair in SLOW}
    assert {quote: times for quote, times in grown.items() if times > LINEAR} == {}


@pytest.mark.parametrize(
    ("quote", "text", "quoted", "whole"),
    [
        ("500 people were killed", "In all, 1,500 people were killed.", "500", "1,500"),
        ("5 million", "It cost 1.5 million.", "5", "1.5"),
        ("The price rose to 3", "The price rose to 3.5 million.", "3", "3.5"),
        ("The price rose to 3.", "The price rose to 3.5 million.", "3", "3.5"),
        ("killed 12", "It killed 12,000.", "12", "12,000"),
        ("10 people left", "Some 5–10 people left.", "10", "5–10"),
        ("5 degrees", "It was -5 degrees.", "5", "-5"),
        ("Yes, I can", "Yes, I can't say.", "can", "can't"),
        ("Yes, I can", "Yes, I can’t say.", "can", "can’t"),
        ("We won", "We won't negotiate.", "won", "won't"),
        ("violent protest", "It was a non-violent protest.", "violent", "non-violent"),
        ("Brien left", "O'Brien left.", "Brien", "O'Brien"),
    ],
)
def test_a_quote_cut_inside_a_word_is_altered(quote: str, text: str, quoted: str, whole: str) -> None:
    """A part of a joined word or of a number is another word; what denies in the rest of it is lost."""
    found = check_quote(quote, text)
    assert (found.kind, found.differences) == ("altered", ((quoted, whole),))
    assert found.lost == ((whole,) if whole.endswith("t") and "n" in whole and "-" not in whole else ())


@pytest.mark.parametrize("text", ["We left. Now.", "We left—now.", "We left - now.", "We left, now", "We left"])
def test_a_quote_may_end_where_a_clause_does(text: str) -> None:
    """Full stops, commas and dashes behind a quote are no parts of its last word."""
    assert check_quote("We left", text).kind == "verbatim"


def test_an_article_without_its_vowel_may_stay_outside() -> None:
    """A French noun may be quoted without the article that is joined to it."""
    assert check_quote("homme est parti", "Oui, l’homme est parti.").kind == "verbatim"


@pytest.mark.parametrize(
    ("quote", "text", "kind", "inserted", "lost"),
    [
        ("he [Roth] sold it", "Then he sold it.", "elided", ("Roth",), ()),
        ("the land was [not] sold", "The land was sold in May.", "altered", ("not",), ()),
        ("can[not] go", "They can go.", "altered", ("can[not]",), ()),
        ("[un]able to go", "They are able to go.", "altered", ("un",), ()),
        ("the land was [now] sold", "The land was not sold.", "elided", ("now",), ("not",)),
        ("the land was [never] sold", "The land was not sold.", "elided", ("never",), ()),
        ("[They] sold it", "They never sold it.", "elided", ("They",), ("never",)),
        ("They sell[ing] it", "They sell it.", "elided", ("sell[ing]",), ()),
        ("They sell[ing] it", "They sells it.", "elided", ("sell[ing]",), ()),
        ("he sold it [sic] then", "And he sold it then.", "verbatim", (), ()),
        ("He [the mayor] sold", "He [the mayor] sold.", "verbatim", (), ()),
        ("[T]he land was sold", "We know the land was sold.", "normalised", (), ()),
        ("sold [T]he land", "He sold the land.", "normalised", (), ()),
    ],
)
def test_what_is_put_in_is_shown(
    quote: str, text: str, kind: str, inserted: tuple[str, ...], lost: tuple[str, ...]
) -> None:
    """Words in square brackets are told, and alter the quote where they turn its sense."""
    found = check_quote(quote, text)
    assert (found.kind, found.inserted, found.lost) == (kind, inserted, lost)


def test_a_bracket_bridges_little() -> None:
    """What stands sentences apart is not joined by words in square brackets."""
    text = f"They sold it. {'It was late. ' * 9}And so drowned the crew."
    assert check_quote("They [all] drowned", text).kind == "missing"


def test_a_short_fragment_is_found_however_late() -> None:
    """The first fragment of a quote may be a word that stands within many others before."""
    found = check_quote("We ... sold it", "Everyone there was here before. " * 200 + "Then we went and sold it.")
    assert (found.kind, found.omitted) == ("elided", ("went and",))


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("土地卖了", "昨天土地卖了。"),
        ("土地を売った", "昨日彼は土地を売ったと言う。"),
        ("ที่ดินถูกขาย", "เมื่อวานที่ดินถูกขายแล้ว"),
    ],
)
def test_scripts_without_spaces_are_quoted_in_part(quote: str, text: str) -> None:
    """In Chinese, Japanese and Thai a quote may begin and end beside other letters, but not within a number."""
    assert check_quote(quote, text).kind == "verbatim"
    assert check_quote("五百人死亡", "一千五百人死亡").kind == "altered"


@given(st.text("土地卖了人没有说他们", min_size=6, max_size=60), st.data())
def test_no_changed_letter_passes_without_spaces(text: str, data: st.DataObject) -> None:
    """Any part of a Chinese text is a quote of it; without one of its letters it is none, unless it is one too."""
    start = data.draw(st.integers(0, len(text) - 4))
    quote = text[start : data.draw(st.integers(start + 4, len(text)))]
    assert check_quote(quote, text).kind == "verbatim"
    place = data.draw(st.integers(1, len(quote) - 2))
    changed = quote[:place] + quote[place + 1 :]
    assert (check_quote(changed, text).kind in ("altered", "missing")) == (changed not in text)


def test_korean_is_composed() -> None:
    """Korean syllables in their letters are the same as in one piece, on either side."""
    whole, parts = "그 땅이 팔렸다", unicodedata.normalize("NFD", "어제 그 땅이 팔렸다.")
    assert check_quote(whole, parts).normalised == ("unicode",)
    assert check_quote(unicodedata.normalize("NFD", whole), "어제 그 땅이 팔렸다.").normalised == ("unicode",)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("We met ... at the pier", "We met in May at the pier."),
        ("We met at the pier", "We met in Mrs. May at the pier."),
        ("He went ... to work", "He went into No. 10 to work."),
        ("He went", "He went No. 10 to work."),
        ("I never met him", "Did you? No, I never met him."),
        ("The land was sold", "“It could not.” The land was sold."),
        ("The land was sold", "Mayor says no\n\nThe land was sold."),
        ("The land was sold", "Mayor says no\nThe land was sold."),
        ("sell the land", "They did not sell the land then. In May they did sell the land."),
    ],
)
def test_what_does_not_turn_a_quote_is_not_lost(quote: str, text: str) -> None:
    """A month, a number, an answer, another sentence and another occurrence deny nothing of a quote."""
    assert check_quote(quote, text).lost == ()


@pytest.mark.parametrize(
    ("quote", "text", "lost"),
    [
        ("sell the land", "They did not\nsell the land.", ("not",)),
        ("land was sold", "No land was sold.", ("No",)),
        ("We ... sell it", "We may one day sell it.", ("may",)),
        ("he said ... sell it", "he said: “May I sell it?”", ("May",)),
    ],
)
def test_what_turns_a_quote_is_lost(quote: str, text: str, lost: tuple[str, ...]) -> None:
    """A negation right before a quote, over the end of a line as well, and a condition within it are told."""
    assert check_quote(quote, text).lost == lost


@pytest.mark.parametrize(
    ("quote", "text", "normalised"),
    [
        ("I never met him.", "“I never met him,” she said.", ("end punctuation",)),
        ("I never met him,", "I never met him.", ("end punctuation",)),
        ("saw 'the pit' there", 'He saw "the pit" there.', ("quotation marks",)),
        ("il a dit « oui » hier", 'Mais il a dit "oui" hier.', ("quotation marks",)),
        ("the \u202aland\u202c was", "Then the land was his.", ("unicode",)),
        ("the land --- was", "Then the land—was his.", ("dashes",)),
        ("THE LAND WAS HIS", "Then the land was his.", ("capital letters",)),
        ("[T]he land", "Then the land was his.", ("capital letter",)),
    ],
)
def test_typography_alone_is_named(quote: str, text: str, normalised: tuple[str, ...]) -> None:
    """Final stops, kinds of quotation marks, signs that are not seen, dashes and capitals are harmless, and named."""
    found = check_quote(quote, text)
    assert (found.kind, found.normalised) == ("normalised", normalised)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("I never met him.", "“I never met him?” she said."),
        ("I never met him?", "“I never met him.” she said."),
        ("I never met him!", "I never met him, she said."),
        ("US", "They told us."),
    ],
)
def test_what_looks_like_typography_and_is_not(quote: str, text: str) -> None:
    """A question or a cry is no statement, and one word in capitals may be another word."""
    assert check_quote(quote, text).kind in ("altered", "missing")


@pytest.mark.parametrize("dots", ["...", "…", "[...]", "(...)", "(…)", ". . .", "[ … ]", "...."])
def test_dots_are_written_in_many_ways(dots: str) -> None:
    """Dots stand for words left out with brackets or without."""
    assert check_quote(f"he {dots} sold it", "And he then sold it.").omitted == ("then",)


def test_a_negation_dropped_late_in_a_long_quote_is_told() -> None:
    """What is lost after hundreds of words is found as well."""
    words = [f"word{number}" for number in range(2_000)]
    for place in (100, 700, 1_900):
        found = check_quote(" ".join(words), " ".join([*words[:place], "not", *words[place:]]))
        assert (found.kind, found.lost, found.differences) == ("altered", ("not",), (("", "not"),))


def test_words_are_the_same_in_any_typography() -> None:
    """Dashes, spaces and capitals make no other words."""
    assert words_of("She  went down — by the Bow.") == ["she", "went", "down", "by", "the", "bow"]


def test_a_text_is_made_ready_once() -> None:
    """A prepared text gives what the bare one gives."""
    text = "She did not go. He “went” home."
    prepared = PreparedText(text)
    for quote in ('He "went" home', "She did go", "nobody"):
        assert check_quote(quote, prepared) == check_quote(quote, text)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("500 people were killed", "On that day 1 500 people were killed."),
        ("500 people were killed", "On that day 1\u00a0500 people were killed."),
        ("The bomb killed 3", "The bomb killed 3\u202f000 men."),
        ("5 percent", "It fell .5 percent."),
        ("$5 million", "They lost -$5 million."),
        ("5 km", "It was 0·5 km off."),
        ("1[0] people went", "Then 1 people went."),
        ("5[00] people", "There were 5 people."),
        ("[We have not] sold the land", "We have not paid but we sold the land."),
        ("There is no[w] time", "There is no time."),
        ('It was 6" deep', "It was 6' deep."),
        ("sell the land", "We didn‘t sell the land."),
        ("sell the land", "They did *not* sell the land."),
        ("It ... safe", "It is n\u00adot really safe."),
        ("We will sell the land", "We will sell the land provided that the board agrees."),
    ],
)
def test_what_a_number_or_a_negation_loses_is_seen(quote: str, text: str) -> None:
    """Thousands, signs, units, digits in brackets and negations in any spelling: none is lost unseen."""
    found = check_quote(quote, text)
    assert found.kind in {"altered", "missing"} or found.lost


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("500 people died", "In 2019 500 people died."),
        ("it was 2019", "“it was 2019” he said"),
        ("[The owners did not] sell the land", "They did not sell the land."),
    ],
)
def test_what_only_looks_like_a_part_of_a_number_is_no_fault(quote: str, text: str) -> None:
    """A year before a number, a mark after one, and what a bracket stands for are as they should be."""
    found = check_quote(quote, text)
    assert found.kind not in {"altered", "missing"}
    assert found.lost == ()


@pytest.mark.parametrize("between", [" ... ", " "])
def test_a_word_by_the_thousand_is_compared_in_part(monkeypatch: pytest.MonkeyPatch, between: str) -> None:
    """Of a quote that repeats one word, as many pieces are compared as the work allows, and judged by these."""
    compared: list[int] = []
    match = SequenceMatcher.get_matching_blocks

    def count(matcher: SequenceMatcher[str]) -> object:
        compared.append(len(matcher.a))
        return match(matcher)

    monkeypatch.setattr(SequenceMatcher, "get_matching_blocks", count)
    text = PreparedText("the cat and the dog saw the man. " * 1_000)
    found = {times: (check_quote(between.join(["the"] * times), text).kind, len(compared)) for times in (1_500, 3_000)}
    assert found[1_500][0] == found[3_000][0] == "altered"
    assert 2 * found[1_500][1] == found[3_000][1]
