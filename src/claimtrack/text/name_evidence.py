"""Evidence: whether words that stand together, and may be parts of hidden names, are enough to name somebody."""

import re
from collections.abc import Iterator
from functools import lru_cache

from claimtrack.text.common_words import VERBS
from claimtrack.text.folding import letters_of
from claimtrack.text.name_cluster import Cluster, Hit
from claimtrack.text.name_context import (
    is_camel,
    is_capital,
    is_date,
    is_in_address,
    is_in_mail_or_handle,
    is_inside_sentence,
    is_titled,
    word_after,
    word_before,
)
from claimtrack.text.name_guesses import MOST_KNOWN, SHORTEST_PART, SURE_STEM, Guess
from claimtrack.text.name_index import NameIndex
from claimtrack.text.name_span import is_foreign
from claimtrack.text.name_words import (
    ABBREVIATED,
    CALENDAR,
    ENDINGS,
    FEMININE,
    INSTITUTIONS,
    NAMING,
    PARTICLES,
    SURELY_NAMING,
    TITLES,
)

_MANY = 40
_LONG_FORM = 6
_SHORT_ENDING = 2
_TITLES, _PARTICLES, _CALENDAR, _FEMININE, _DATED, _INSTITUTIONS, _ENDINGS, _NAMING, _SURELY_NAMING = (
    frozenset(map(letters_of, words))
    for words in (
        *(TITLES, PARTICLES, CALENDAR, FEMININE, ABBREVIATED, INSTITUTIONS),
        *(ENDINGS, NAMING, SURELY_NAMING),
    )
)
_VERBS = frozenset(map(letters_of, VERBS))
_OF_WOMEN = frozenset({"y", "ie"})
"""Endings of a Slavic woman's given name that no other given name has instead of its a."""
_COMPOUND = re.compile(r"[-‐‑](?!(?:led|run|owned|based|backed|linked|related)\b)(?=[a-z0-9])")
"""What makes a word of two letters a part of another: "Li-ion"."""


def named_by(index: NameIndex, text: str, cluster: Cluster) -> Iterator[tuple[int, int, int, bool]]:
    """Where words that stand together name somebody, whom, and whether they may be another's name as well.

    Nothing where they are not enough.
    """
    hits = _without_edges(index, text, cluster.hits)
    if len(hits) < len(cluster.hits) and not _is_name_still(index, text, hits):
        return
    titled = is_titled(text, hits[0].first)
    for who in _some_of(cluster.persons):
        parts = {one.part for hit in hits for one in hit.guesses.each if who in one.persons}
        if (len(hits) > 1 and len(parts) > 1 and _are_several(index, text, hits, who)) or any(
            _is_enough(index, text, hit, one, who, titled=titled)
            for hit in hits
            for one in hit.guesses.each
            if who in one.persons
        ):
            yield (
                hits[0].first,
                hits[-1].last,
                who,
                any(_may_be_others(index, text, hit, who, is_alone=len(hits) == 1) for hit in hits)
                or _is_first_word(index, text, hits),
            )
            return


def _without_edges(index: NameIndex, text: str, hits: list[Hit]) -> list[Hit]:
    """Words that stand together without those at the edges that are of the prose: "Theresa may" resign."""
    words = [text[hit.first : hit.last] for hit in hits]
    if len(words) == 1 or not any(word[0].isupper() for word in words):
        return hits
    first, last = 0, len(words)
    while words[first].islower() and index.is_word(letters_of(words[first])):
        first += 1
    while words[last - 1].islower() and index.is_word(letters_of(words[last - 1])):
        last -= 1
    return hits[first:last]


def _is_name_still(index: NameIndex, text: str, hits: list[Hit]) -> bool:
    """Whether what is left without such words may be a name, or a sentence begins with it: "Rock fall"."""
    words = (letters_of(text[hit.first : hit.last]) for hit in hits)
    return is_inside_sentence(text, hits[0].first) or not all(map(index.is_word, words))


def _are_several(index: NameIndex, text: str, hits: list[Hit], who: int) -> bool:
    """Whether two parts stand together that are no two words of the prose."""
    sure = 0
    for hit in hits:
        word = text[hit.first : hit.last]
        forms = {one.form for one in hit.guesses.each if who in one.persons}
        if word.islower() and (forms == {"stem"} or index.is_word(letters_of(word))):
            return False
        sure += forms != {"stem"}
    return sure > 0


def _is_enough(index: NameIndex, text: str, hit: Hit, guess: Guess, who: int, *, titled: bool) -> bool:
    """Whether a part of a name is one by itself."""
    if guess.form == "joined":
        return guess.part not in index.short_joined or is_run_together(text, hit.first, hit.last)
    if len(guess.part) < SHORTEST_PART and _is_compound(text, hit.first, hit.last):
        return False
    if not is_capital(text, hit.first):
        return _is_enough_in_small(index, text, hit, guess, who)
    if who in index.bodies:
        is_same = guess.form == "exact" or guess.ending == "s"
        return is_same and text[hit.first].isupper() and not index.is_plain(guess.part)
    if guess.part in _DATED and is_date(text, hit.first, hit.last):
        return False
    if titled:
        return guess.form in ("exact", "case")
    if guess.form in ("case", "stem"):
        return _is_case_form(index, text, hit, guess, who)
    if guess.part in _CALENDAR or guess.part in _TITLES:
        return False
    if not index.is_plain(guess.part):
        return True
    is_shouted = text[hit.first : hit.last].isupper() and hit.last - hit.first > 1
    return is_inside_sentence(text, hit.first) and not is_shouted and not _names_another(index, text, hit, guess)


def _is_enough_in_small(index: NameIndex, text: str, hit: Hit, guess: Guess, who: int) -> bool:
    """Whether a part of a name in small letters is one by itself."""
    if index.is_plain(guess.part) or guess.form not in ("exact", "case"):
        return False
    if index.may_begin_sentence(guess.part):
        return is_in_mail_or_handle(text, hit.first, hit.last)
    is_long = guess.form == "exact" and len(guess.part) >= SURE_STEM
    is_name = not index.is_word(guess.part) and guess.part not in index.small
    return (is_long and is_name and who not in index.bodies) or is_in_address(text, hit.first, hit.last)


def _is_case_form(index: NameIndex, text: str, hit: Hit, guess: Guess, who: int) -> bool:
    """Whether a form of a part is a name: a sure one, or any in a sentence of a language that inflects names."""
    word = letters_of(text[hit.first : hit.last])
    if index.is_plain(word) or index.is_plain(guess.part):
        return False
    is_long = len(word) - len(guess.ending) >= min(len(guess.part), _LONG_FORM - 1)
    is_inflected = is_foreign(text) and (is_inside_sentence(text, hit.first) or is_long)
    if _is_another_given_name(index, guess, who):
        is_womans = len(guess.part) > _LONG_FORM and guess.ending in _OF_WOMEN
        return guess.part.endswith("a") and (is_inflected or is_womans)
    return guess.form == "case" or is_inflected


def _is_another_given_name(index: NameIndex, guess: Guess, who: int) -> bool:
    """Whether an ending may make another given name of one: Paul, Paula."""
    return (guess.part, who) in index.given and guess.ending in _FEMININE


def _is_first_word(index: NameIndex, text: str, hits: list[Hit]) -> bool:
    """Whether a part of a name may be a word that begins a sentence, with no verb behind it: "Branch managers"."""
    word, after = text[hits[0].first : hits[0].last], word_after(text, hits[-1].last)
    return (
        len(hits) == 1
        and after is not None
        and after.islower()
        and not (after.endswith("ed") or letters_of(after) in _VERBS or index.may_begin_sentence(letters_of(after)))
        and not is_titled(text, hits[0].first)
        and word[0].isupper()
        and index.may_begin_sentence(letters_of(word))
        and not is_inside_sentence(text, hits[0].first)
    )


def _may_be_others(index: NameIndex, text: str, hit: Hit, who: int, *, is_alone: bool) -> bool:
    """Whether a form of a part may as well be the name of another: "Martinez" for Martin, "Roberts" for Robert."""
    guesses = [one for one in hit.guesses.each if who in one.persons]
    if any(one.form in ("exact", "joined") for one in guesses):
        return False
    is_inflected = is_foreign(text)
    is_inside = is_inflected and is_inside_sentence(text, hit.first)
    return all(
        one.ending in _SURELY_NAMING
        or (one.ending == "s" and (one.part, who) in index.given)
        or (not is_inside and (one.form == "stem" or _is_another_given_name(index, one, who)))
        or one.ending not in _ENDINGS
        or (not is_inflected and one.ending in _NAMING)
        or (not is_inflected and is_alone and one.ending != "s" and len(one.ending) <= _SHORT_ENDING)
        for one in guesses
    )


def _names_another(index: NameIndex, text: str, hit: Hit, guess: Guess) -> bool:
    """Whether a part that is a word too stands in the name of something else: "White House", "Hyde Park"."""
    before, after = word_before(text, hit.first), word_after(text, hit.last)
    if before is not None and before[0] == "s" and text[before[1] - 1 : before[1]] in ("'", "’"):  # New Year's Day
        return True
    if after is not None and after[:1].isupper() and letters_of(after) not in index.parts:
        return letters_of(after) in _INSTITUTIONS or guess.part in _PARTICLES
    is_named = before is not None and before[0][:1].isupper() and letters_of(before[0]) not in _TITLES
    if is_named and guess.part in index.articled:  # of "The Baker", "Rose Baker" is another
        return before is not None and letters_of(before[0]) != "the"
    return guess.part in _INSTITUTIONS and is_named and before is not None and is_inside_sentence(text, before[1])


def is_run_together(text: str, first: int, last: int) -> bool:
    """Whether parts of a name that are a word together are meant as a name: in an address, or with a capital."""
    return is_camel(text[first:last]) or is_in_address(text, first, last)


def _is_compound(text: str, first: int, last: int) -> bool:
    """Whether a word is the first half of another: "Li-ion", but not in an address."""
    return _COMPOUND.match(text, last) is not None and not is_in_address(text, first, last)


@lru_cache(MOST_KNOWN)
def _some_of(persons: frozenset[int]) -> list[int]:
    """The first of many persons, each of whom a word may name."""
    return sorted(persons)[:_MANY]
