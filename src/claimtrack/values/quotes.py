"""Quotes held against a text: word for word, but for typography, with words left out, altered, or not there."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from claimtrack._record import record

__all__ = ["Difference", "Prepared", "QuoteCheck", "check_quote", "shared_words", "words_of"]

QuoteKind = Literal["verbatim", "normalised", "elided", "altered", "missing"]

_ELLIPSIS = re.compile(r"\s*\[?\s*(?:\.\s?\.\s?\.[.]*|…)\s*\]?\s*")
_BRACKET = re.compile(r"\s*\[[^\[\]]{0,80}\]\s*")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?]\s")
_NEAR = 600
"""Fragments of one quote may be so many characters apart."""
_ALIKE = 0.6
_MOST_WORDS = 400
_RARE, _SEEDS, _MOST_PLACES = 64, 24, 100

NEGATIONS = frozenset(
    {"not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "hardly", "nowhere"}
)
CONDITIONS = frozenset(
    {"if", "unless", "except", "until", "provided", "only", "may", "might", "could", "would", "should"}
)

_TURNING_AFTER = NEGATIONS - {"without", "hardly", "nowhere"} | {"if", "unless", "except", "only"}

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′ʼ´`", "'"))
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = re.compile(r"\s*(?:[\u2010-\u2015\u2212]|--)\s*|\s+-\s+")
_SPACES = re.compile(r"\s+")


class Difference(NamedTuple):
    """Words of a quote that stand in the place of other words of the text; either may be empty."""

    quoted: str
    """The words of the quote."""
    text: str
    """The words of the text."""


@record
class QuoteCheck:
    """What came of holding a quote against a text."""

    kind: QuoteKind
    """Verbatim; the same but for typography; with words left out; with words altered; or not there."""
    found: str = ""
    """The passage of the text, in its own words; empty where there is none."""
    start: int = 0
    """Where the passage begins, in characters from 0."""
    normalised: tuple[str, ...] = ()
    """What had to be made alike: unicode, quotation marks, dashes, white space, the first letter's capital."""
    omitted: tuple[str, ...] = ()
    """The words that the quote leaves out, where it says so itself."""
    differences: tuple[Difference, ...] = ()
    """Where the quote has other words than the text."""
    lost: tuple[str, ...] = ()
    """Negations and conditions of the text that the quote drops, within it or right at its edges."""


class Prepared:
    """A text made ready to hold quotes against; what is costly is worked out when a quote first needs it."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def plain(self) -> tuple[str, Sequence[int]]:
        """The text without differences of typography, and where each of its characters stands in the text."""
        return _plain_with_places(self.text)

    @cached_property
    def words(self) -> list[tuple[str, int, int]]:
        """Each word in small letters, and where it begins and ends."""
        return [(match[0].casefold(), match.start(), match.end()) for match in _WORD.finditer(self.text)]

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """Where each word stands, counted in words."""
        found: dict[str, list[int]] = {}
        for place, (word, _, _) in enumerate(self.words):
            found.setdefault(word, []).append(place)
        return found


def check_quote(quote: str, text: str | Prepared) -> QuoteCheck:
    """Hold a quote against a text.

    Three dots, or words in square brackets, stand for words left out or put in: the fragments between them must
    follow each other in the text, and near. Negations and conditions are English words.

    Cost: linear in the text, for one quote; the words of a quote beyond the 400th are compared only verbatim.

    Example:
        >>> check_quote("the land was sold", "They say that the land was  not sold.").kind
        'altered'
        >>> check_quote("he ... sold it", "Then he, in May, sold it.").omitted
        (', in May,',)
    """
    prepared = text if isinstance(text, Prepared) else Prepared(text)
    fragments = [part for part in _BRACKET.sub("…", _ELLIPSIS.sub("…", quote)).split("…") if _WORD.search(part)]
    if not fragments:
        return QuoteCheck(kind="missing")
    found = _spans(fragments, prepared.text)
    if found is None:
        plain, places = prepared.plain
        spans = _spans([plain_text(part) for part in fragments], plain)
        found = None if spans is None else [(places[start], places[end - 1] + 1) for start, end in spans]
    if found is None:
        return _altered(" ".join(fragments), prepared)
    return _found(fragments, found, prepared.text)


def plain_text(text: str) -> str:
    """A text without differences of typography."""
    return _dashed_and_spaced(_unicode(text).translate(_QUOTES)).strip()


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return [match[0].casefold() for match in _WORD.finditer(plain_text(text))]


def shared_words(one: Sequence[str], other: Sequence[str], least: int) -> str | None:
    """The first run of so many words that two lists of words share, or None."""
    runs = {tuple(one[place : place + least]) for place in range(len(one) - least + 1)}
    for place in range(len(other) - least + 1):
        run = tuple(other[place : place + least])
        if run in runs:
            return " ".join(run)
    return None


def _unicode(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text)).translate(_LIGATURES)


def _dashed_and_spaced(text: str) -> str:
    return _SPACES.sub(" ", _DASHES.sub("-", text))


def _plain_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The plain text, built piece by piece so that each character's place is known."""
    plain: list[str] = []
    places: list[int] = []
    for match in re.finditer(rf"(?P<dash>{_DASHES.pattern})|(?P<space>\s+)|\S", text):
        piece = "-" if match["dash"] else " " if match["space"] else match[0].translate(_QUOTES)
        if not match["dash"] and not match["space"] and not match[0].isascii():
            piece = _UNSEEN.sub("", piece).translate(_LIGATURES)
        if plain and unicodedata.combining(piece[:1] or " "):
            composed = unicodedata.normalize("NFC", plain[-1] + piece)
            if len(composed) == 1:
                plain[-1] = composed
                continue
        for character in unicodedata.normalize("NFC", piece):
            plain.append(character)
            places.append(match.start())
    return "".join(plain), [*places, len(text)]


def _spans(fragments: Sequence[str], text: str) -> list[tuple[int, int]] | None:
    """Where fragments stand in a text, in order and near; None where they do not."""
    for first in _places(fragments[0].strip(), text, 0, len(text)):
        spans = [(first, first + len(fragments[0].strip()))]
        for fragment in map(str.strip, fragments[1:]):
            end = spans[-1][1]
            after = next(_places(fragment, text, end, min(len(text), end + _NEAR + len(fragment))), None)
            if after is None:
                break
            spans.append((after, after + len(fragment)))
        else:
            return spans
    return None


def _places(fragment: str, text: str, start: int, end: int) -> Iterator[int]:
    """Where a fragment stands as whole words; its first letter may be a capital or not."""
    first, rest = (fragment[0].casefold(), fragment[1:]) if len(fragment) > 1 else ("", fragment)
    start += len(first) > 0
    for _ in range(_MOST_PLACES):
        found = text.find(rest, start, end)
        if found < 0:
            return
        place, after = found - (len(first) > 0), found + len(rest)
        cut = (fragment[0].isalnum() and text[place - 1 : place].isalnum()) or (
            fragment[-1].isalnum() and text[after : after + 1].isalnum()
        )
        if not cut and (not first or text[place].casefold() == first):
            yield place
        start = found + 1


def _found(fragments: Sequence[str], spans: Sequence[tuple[int, int]], text: str) -> QuoteCheck:
    omitted = [text[end:start] for (_, end), (start, _) in pairwise(spans)]
    left_out = tuple(gap.strip() for gap in omitted if _WORD.search(gap))
    passage = text[spans[0][0] : spans[-1][1]]
    changed = dict.fromkeys(
        step
        for fragment, (start, end) in zip(fragments, spans, strict=True)
        for step in _normalised(fragment.strip(), text[start:end])
    )
    return QuoteCheck(
        kind="elided" if left_out else "normalised" if changed else "verbatim",
        found=passage,
        start=spans[0][0],
        normalised=tuple(changed),
        omitted=left_out,
        lost=tuple(dict.fromkeys((*_turning(left_out), *_at_the_edges(text, spans[0][0], spans[-1][1])))),
    )


def _normalised(quote: str, passage: str) -> Iterator[str]:
    """Which differences of typography are between a quote and the passage that it is."""
    if quote == passage:
        return
    steps = (
        ("unicode", _unicode),
        ("quotation marks", lambda text: text.translate(_QUOTES)),
        ("dashes", lambda text: _DASHES.sub("-", text)),
        ("white space", lambda text: _SPACES.sub(" ", text)),
        ("capital letter", lambda text: text[:1].casefold() + text[1:]),
    )
    for name, step in steps:
        before = quote, passage
        quote, passage = step(quote), step(passage)
        if (quote, passage) != before and not (quote == before[0] and before[0] == before[1]):
            yield name
        if quote == passage:
            return


def _turning(texts: Iterable[str]) -> Iterator[str]:
    """The words in some texts that can turn the sense of what they stand beside."""
    for text in texts:
        for match in _WORD.finditer(text):
            word = match[0].casefold().replace("’", "'").replace("ʼ", "'")
            if word in NEGATIONS or word in CONDITIONS or word.endswith("n't"):
                yield match[0]


def _at_the_edges(text: str, start: int, end: int) -> Iterator[str]:
    """A negation right before a passage or right after it, or a condition right after it, in the same sentence."""
    before = list(_WORD.finditer(text, max(0, start - 40), start))
    for match in before[-1:]:
        turns = match[0].casefold() in NEGATIONS or match[0].casefold().endswith(("n't", "n’t"))
        if turns and not _SENTENCE_END.search(text, match.end(), start):
            yield match[0]
    after = _WORD.search(text, end, end + 20)
    if after and after[0].casefold() in _TURNING_AFTER and not text[end : after.start()].strip():
        yield after[0]


def _altered(quote: str, prepared: Prepared) -> QuoteCheck:
    """The passage most like a quote that is not there word for word, and the differences."""
    said = [match[0] for match in _WORD.finditer(quote)][:_MOST_WORDS]
    folded = [word.casefold() for word in said]
    window = _window(folded, prepared)
    if window is None:
        return QuoteCheck(kind="missing")
    words = prepared.words[window[0] : window[1]]
    matcher = SequenceMatcher(None, folded, [word for word, _, _ in words], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    same = sum(block.size for block in blocks)
    if not blocks or same < _ALIKE * len(folded):
        return QuoteCheck(kind="missing")
    first, last = blocks[0].b, blocks[-1].b + blocks[-1].size
    start, end = words[first][1], words[last - 1][2]
    differences = tuple(_differences(matcher, said, words, prepared.text, (first, last)))
    dropped = _turning(difference.text for difference in differences)
    kept = {word.casefold() for word in _turning(difference.quoted for difference in differences)}
    return QuoteCheck(
        kind="altered",
        found=prepared.text[start:end],
        start=start,
        differences=differences or (Difference(quote, prepared.text[start:end]),),
        lost=tuple(dict.fromkeys(word for word in dropped if word.casefold() not in kept)),
    )


def _window(said: Sequence[str], prepared: Prepared) -> tuple[int, int] | None:
    """The part of a text, in words, in which the rarest words of a quote stand as they do in the quote."""
    votes: dict[int, int] = {}
    known = [(len(places), rank) for rank, word in enumerate(said) if (places := prepared.index.get(word))]
    for count, rank in sorted(known)[:_SEEDS]:
        for place in prepared.index[said[rank]][: min(count, _RARE)]:
            votes[(place - rank) // 4] = votes.get((place - rank) // 4, 0) + 1
    if not votes:
        return None
    best = max(votes, key=lambda offset: (votes[offset] + votes.get(offset + 1, 0), -offset)) * 4
    slack = 8 + len(said) // 4
    return max(0, best - slack), min(len(prepared.words), best + len(said) + slack + 4)


def _differences(
    matcher: "SequenceMatcher[str]",
    said: Sequence[str],
    words: Sequence[tuple[str, int, int]],
    text: str,
    passage: tuple[int, int],
) -> Iterator[Difference]:
    """Where a quote and a passage differ, in words, case included."""
    for tag, first, last, start, end in matcher.get_opcodes():
        start, end = max(start, passage[0]), min(end, passage[1])  # noqa: PLW2901 (what lies outside is no difference)
        theirs = text[words[start][1] : words[end - 1][2]] if start < end else ""
        if tag != "equal" and (first < last or theirs):
            yield Difference(" ".join(said[first:last]), theirs)
        elif tag == "equal":
            for mine, (_, begins, ends) in zip(said[first:last], words[start:end], strict=False):
                if mine.replace("’", "'") != text[begins:ends].replace("’", "'"):
                    yield Difference(mine, text[begins:ends])
