"""Quotes held against a text: verbatim but for typography, with words left out, put in or altered, or not there."""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import Literal, NamedTuple

from claimtrack._records import record, without_texts
from claimtrack.text.negation import (
    WORD,
    clause_begins,
    clause_ends,
    negation_before,
    sense,
    turning_after,
    turning_words,
)
from claimtrack.text.quote_alignment import MOST_WORDS, align, differing_spans
from claimtrack.text.quote_fragments import FIRST_LETTER, WORD_END, QuoteGap, QuoteReading, parse_quote, readings_of
from claimtrack.text.tokens import Tokens, is_inside_token, tokens_of
from claimtrack.text.typography import PlainText, is_combining, plain_text, without_typography

QuoteKind = Literal["verbatim", "normalised", "elided", "altered", "missing"]

_BESIDE = 12
"""So many characters beside a passage may be what words in brackets at its edge stand for."""
_ONE_FORM = re.compile(r"[^\W_]*\W*")
_SIGNS = re.compile(r"[.,;:!?…]{0,3}")
_ALIKE = 0.6
"""A passage is an altered form of a quote if it has at least this share of its words."""
_MOST_PLACES = 100
"""So many places of a quote of one fragment are compared at most; fewer where it has more fragments."""
_MOST_WORK = 1_000_000
"""So many letters are looked at, at most, to find where the fragments of a quote stand."""

_Span = tuple[int, int]


class ChangedWords(NamedTuple):
    """Words of a quote that stand in the place of other words of the text; either may be empty."""

    quoted: str
    """The words of the quote."""
    text: str
    """The words of the text."""

    def __repr__(self) -> str:
        return without_texts(self)


@record
class QuoteCheck:
    """The result of holding a quote against a text."""

    kind: QuoteKind
    """Verbatim; the same but for typography; with words left out or put in; with words altered; or not there."""
    found: str = ""
    """The passage of the text, in its own words; empty where there is none."""
    start: int = 0
    """Where the passage begins, in characters from 0."""
    normalised: tuple[str, ...] = ()
    """What was ignored: unicode, quotation marks, dashes, white space, capitals, end punctuation."""
    omitted: tuple[str, ...] = ()
    """The words that the quote leaves out and marks as left out."""
    inserted: tuple[str, ...] = ()
    """The words that the quote puts in, in square brackets."""
    differences: tuple[ChangedWords, ...] = ()
    """Where the quote has other words than the text."""
    lost: tuple[str, ...] = ()
    """Negations and conditions of the text that the quote drops, within it or right at its edges."""


class PreparedText:
    """A text made ready to hold quotes against; the costly parts are computed when a quote first needs them."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def plain(self) -> PlainText:
        """The text without differences of typography, and where each of its characters stands in the text."""
        return without_typography(self.text)

    @cached_property
    def words(self) -> Tokens:
        """The words of the plain text."""
        return tokens_of(self.plain)

    @cached_property
    def index(self) -> dict[str, "array[int]"]:
        """Where each word, and each part of a joined word, stands, counted in words."""
        found: dict[str, array[int]] = {}
        for place, word in enumerate(self.words.words()):
            for part in (word,) if word.isalnum() else dict.fromkeys((word, *re.findall(r"[^\W_]+", word))):
                places = found.get(part)
                if places is None:
                    places = found[part] = array("I")
                places.append(place)
        return found


def check_quote(quote: str, text: str | PreparedText) -> QuoteCheck:
    """Hold a quote against a text.

    Three dots stand for words left out, and square brackets for words put in, in the place of a few words or of none:
    the fragments between them must follow each other in the text, and near. A letter in square brackets at the
    beginning of a word stands for another case, letters at its end for another form. Where a quote stands at several
    places, the one that is best for it counts. Negations and conditions are English words.

    Cost: linear in the text, for one quote; the words of a quote beyond some 7,000 are compared only verbatim.

    Example:
        >>> check_quote("the land was sold", "They say that the land was  not sold.").kind
        'altered'
        >>> check_quote("he ... sold it", "Then he, in May, sold it.").omitted
        (', in May,',)
        >>> check_quote("he [Roth] sold it", "Then he sold it.").inserted
        ('Roth',)
    """
    prepared = text if isinstance(text, PreparedText) else PreparedText(text)
    parsed = parse_quote(quote)
    for reading in readings_of(quote, parsed):
        best = _best_placement(reading, prepared)
        if best is not None:
            return _check_placed(reading, best, prepared)
    return _check_altered(parsed, prepared)


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return [match[0].casefold() for match in WORD.finditer(plain_text(text))]


class _Placement(NamedTuple):
    """Where the fragments of a quote stand in a plain text, and what that means."""

    spans: tuple[_Span, ...]
    beside: tuple[str, ...]
    """What the text has in the place of each gap; at the edges, what stands beside the passage in its clause."""
    lost: tuple[str, ...]
    differences: tuple[ChangedWords, ...]
    """Where what is put in turns the sense."""


def _best_placement(reading: QuoteReading, prepared: PreparedText) -> _Placement | None:
    """The place of a quote that is best for it: where it changes and drops least."""
    fragments = [without_typography(fragment) for fragment in reading.fragments]
    chains = _chains(fragments, reading, prepared.plain)
    best = None
    for spans in islice(chains, max(1, _MOST_PLACES // len(fragments))):
        placement = _weigh(reading, spans, prepared)
        if best is None or _badness(best) > _badness(placement):
            best = placement
        if not any(_badness(best)[:2]):
            return best
    return best


def _badness(placement: _Placement) -> tuple[int, int, int]:
    return len(placement.differences), len(placement.lost), sum(map(len, placement.beside[1:-1]))


def _chains(fragments: Sequence[PlainText], reading: QuoteReading, text: PlainText) -> Iterator[tuple[_Span, ...]]:
    """Where fragments stand in a text, in order and near: each as close behind the one before as can be.

    Fragments such as “the ... the ... the” have more chains than can be counted. Only the closest predecessor of each
    place is kept, as in a shortest path, so that the number of chains is that of the last fragment's places.
    """
    work = [_MOST_WORK]
    places = _places(fragments[0], text, 0, work, form=reading.gaps[1].form)
    if len(fragments) == 1:
        size = len(fragments[0].letters)
        yield from (((place, place + size),) for place in places if _may_end(reading, text, place + size))
        return
    # For each fragment: its places that can be reached, and for each the number of its predecessor.
    reached = [[(place, 0) for place in places]]
    for number, fragment in enumerate(fragments[1:], 1):
        size = len(fragments[number - 1].letters)
        if not reached[-1]:
            return
        after = _places(fragment, text, reached[-1][0][0] + size, work, form=reading.gaps[number + 1].form)
        reached.append(list(_following(reached[-1], size, after, reading.gaps[number], text)))
    for place, before in reached[-1]:
        spans = [(place, place + len(fragments[-1].letters))]
        for row, fragment in zip(reversed(reached[:-1]), reversed(fragments[:-1]), strict=True):
            start, earlier = row[before]
            spans.append((start, start + len(fragment.letters)))
            before = earlier  # noqa: PLW2901 (the way back goes from fragment to fragment)
        if _may_end(reading, text, spans[0][1]):
            yield tuple(reversed(spans))


def _following(
    reached: Sequence[tuple[int, int]], size: int, places: Iterable[int], gap: QuoteGap, text: PlainText
) -> Iterator[tuple[int, int]]:
    """Each place that has an end of the fragment before near enough, and the number of the nearest such."""
    number = 0
    for place in places:
        # Both are in rising order, so that one pass over them finds every nearest predecessor.
        while number + 1 < len(reached) and reached[number + 1][0] + size <= place:
            number += 1
        end = reached[number][0] + size
        if end <= place <= end + gap.most and (gap.most > WORD_END or _ONE_FORM.fullmatch(text.letters, end, place)):
            yield place, number


def _places(fragment: PlainText, text: PlainText, start: int, work: list[int], *, form: bool) -> Iterator[int]:
    """Where a fragment stands as whole words, but for capitals that may differ, until the work allowed is used up."""
    size = len(fragment.letters)
    while work[0] > 0 and (place := text.folded.find(fragment.folded, start)) >= 0:
        work[0] -= size + 4
        whole = not is_inside_token(text.letters, place) and (form or not is_inside_token(text.letters, place + size))
        if whole and _case_difference(fragment.letters, text.letters[place : place + size]) is not None:
            yield place
        start = place + 1


def _may_end(reading: QuoteReading, text: PlainText, end: int) -> bool:
    """Whether a passage may end there: a full stop that was taken off stands for no question mark."""
    return not reading.trimmed or not text.letters[end : end + 3].lstrip(' "').startswith(("?", "!"))


def _case_difference(quote: str, passage: str) -> str | None:
    """The name of the difference in capitals between two plain texts; empty for none, None for one that matters."""
    quote, passage = quote.replace("–", "-"), passage.replace("–", "-")
    if quote == passage:
        return ""
    first = next((place for place, character in enumerate(quote) if character.isalnum()), 0)
    if quote[:first] + quote[first + 1 :] == passage[:first] + passage[first + 1 :]:
        return "capital letter"
    loud = (quote.isupper() or passage.isupper()) and len(WORD.findall(quote)) > 1
    return "capital letters" if loud else None


def _weigh(reading: QuoteReading, spans: tuple[_Span, ...], prepared: PreparedText) -> _Placement:
    """What the text has in the place of the gaps of a quote, and what the quote loses or turns by them."""
    text = prepared.text
    edges = [_edges(span, prepared.plain) for span in spans]
    start, end = edges[0][0], edges[-1][1]
    between = [(one[1], other[0]) for one, other in pairwise(edges)]
    beside = [(clause_begins(text, start), start), *between, (end, clause_ends(text, end))]
    lost: dict[str, None] = {}
    differences = []
    for number, (gap, (begin, stop)) in enumerate(zip(reading.gaps, beside, strict=True)):
        is_within = 0 < number < len(spans)
        # A bracket at the edge of a quote may stand for a word right beside the passage, for none farther off.
        first = max(begin, stop - _BESIDE) if number == 0 else begin
        last = min(stop, begin + _BESIDE) if number == len(spans) else stop
        senses = {sense(word) for word in turning_words(text, first, last)}
        put = {sense(word) for shown in gap.put_in for word in turning_words(re.sub(r"[\[\]]", "", shown))}
        # A “[not]” is in order where the text has a “not” in its place, perhaps as “didn't”; otherwise it turns it.
        if gap.turned or put - senses:
            theirs = text[begin:stop].strip() if is_within else ""
            differences.append(ChangedWords(" ".join(map(_bracketed, gap.put_in)), theirs))
        if is_within:
            lost |= dict.fromkeys(word for word in turning_words(text, begin, stop) if sense(word) not in put)
    # A quote may also begin right after a “not” or end right before an “unless”.
    for gap, word in ((reading.gaps[0], negation_before(text, start)), (reading.gaps[-1], turning_after(text, end))):
        if word and sense(word) not in {sense(put) for shown in gap.put_in for put in turning_words(shown)}:
            lost[word] = None
    return _Placement(spans, tuple(text[begin:stop] for begin, stop in beside), tuple(lost), tuple(differences))


def _bracketed(shown: str) -> str:
    return shown if "[" in shown else f"[{shown}]"


def _edges(span: _Span, plain: PlainText) -> _Span:
    """Where a part of a plain text begins and ends in the text itself; nowhere if it is empty."""
    return (plain.starts[span[0]], plain.ends[span[1] - 1]) if span[0] < span[1] else (0, 0)


def _check_placed(reading: QuoteReading, placement: _Placement, prepared: PreparedText) -> QuoteCheck:
    """The result for a quote whose fragments all stand in the text."""
    edges = [_edges(span, prepared.plain) for span in placement.spans]
    left_out = tuple(words.strip() for words in placement.beside[1:-1] if WORD.search(words))
    inserted = tuple(
        shown
        for gap, beside in zip(reading.gaps, ("", *placement.beside[1:-1], ""), strict=True)
        for shown in gap.put_in
        if words_of(shown) != words_of(beside)
    )
    changed = dict.fromkeys(
        name
        for fragment, (start, end) in zip(reading.fragments, edges, strict=True)
        for name in _normalised(fragment.strip(), prepared.text[start:end])
    )
    if any(gap.most == FIRST_LETTER for gap in reading.gaps):
        changed["capital letter"] = None
    if reading.trimmed:
        changed["end punctuation"] = None
    unturned: QuoteKind = "elided" if left_out or inserted else "normalised" if changed else "verbatim"
    return QuoteCheck(
        kind="altered" if placement.differences else unturned,
        found=prepared.text[edges[0][0] : edges[-1][1]],
        start=edges[0][0],
        normalised=tuple(changed),
        omitted=left_out,
        inserted=inserted,
        differences=placement.differences,
        lost=placement.lost,
    )


def _normalised(quote: str, passage: str) -> Iterator[str]:
    """The names of the differences of typography between a quote and its passage."""
    if quote == passage:
        return
    names = ("unicode", "quotation marks", "dashes", "white space")
    # A difference was needed if the two are unlike as soon as it alone is left standing.
    needed = [name for name in names if _but_for(name, quote) != _but_for(name, passage)]
    case = _case_difference(plain_text(quote), plain_text(passage))
    yield from needed
    if case:
        yield case
    elif not needed:
        yield "white space"


def _but_for(name: str, text: str) -> str:
    """A text in small letters, and plain but for one kind of difference."""
    plain = without_typography(text, name)
    return plain.letters.lower() if name == "dashes" else plain.folded


def _check_altered(parsed: QuoteReading, prepared: PreparedText) -> QuoteCheck:
    """The result for a quote that is not there word for word: the passage most like it, and the differences."""
    quote = " ".join(fragment.strip() for fragment in parsed.fragments)
    plain, text, words = without_typography(quote), prepared.plain, prepared.words
    said = tokens_of(plain).first(MOST_WORDS)
    runs, seen = align(said.words(), words, prepared.index)
    said = said.first(seen)
    if not runs or sum(run.size for run in runs) < _ALIKE * len(said):
        return QuoteCheck(kind="missing")
    last = runs[-1]
    start, end = _edges((words[runs[0].text][1], words[last.text + last.size - 1][2]), text)
    spans = list(differing_spans(runs, said, words, (plain.letters, text.letters)))
    mine = [_edges(one, plain) for one, _ in spans]
    theirs = [_edges(other, text) for _, other in spans]
    kept = {sense(word) for edges in mine for word in turning_words(quote, *edges)}
    dropped = [word for edges in theirs for word in turning_words(prepared.text, *edges)]
    differences = tuple(
        ChangedWords(quote[one[0] : one[1]], prepared.text[other[0] : other[1]])
        for one, other in zip(mine, theirs, strict=True)
    )
    # All words may be alike and only signs differ, or where a word ends; then the whole passage is shown.
    return QuoteCheck(
        kind="altered",
        found=prepared.text[start:end],
        start=start,
        inserted=tuple(shown for gap in parsed.gaps for shown in gap.put_in),
        differences=differences or (ChangedWords(quote, prepared.text[start : _after_signs(prepared.text, end)]),),
        lost=tuple(dict.fromkeys(word for word in dropped if sense(word) not in kept)),
    )


def _after_signs(text: str, end: int) -> int:
    """Where a passage ends, together with the combining marks and the punctuation that follow it."""
    while end < len(text) and is_combining(text[end]):
        end += 1
    signs = _SIGNS.match(text, end)
    return signs.end() if signs else end
