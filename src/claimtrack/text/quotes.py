"""Quotes held against a text: word for word, but for typography, with words left out, put in, altered, or not there."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice, pairwise
from typing import Literal, NamedTuple

from claimtrack._records import record
from claimtrack.text.negation import (
    CONDITIONS,
    WORD,
    clause_begins,
    clause_ends,
    right_after,
    right_before,
    sense,
    turning,
)
from claimtrack.text.typography import Plain, belongs, plain_of, plain_text

QuoteKind = Literal["verbatim", "normalised", "elided", "altered", "missing"]

_UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00016fe0-\U00018dff\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
"""Letters of the scripts that put no spaces between words: Thai, Lao, Tibetan, Burmese, Khmer, Chinese, Japanese."""
_WITHOUT_SPACES = re.compile(f"[{_UNSPACED}]")
_NUMERALS = "〇零一二三四五六七八九十百千万萬亿億兆"
_TOKEN = re.compile(
    rf"[{_NUMERALS}]{{2,}}|[{_UNSPACED}]|(?:(?<!\w)-(?=\d))?[^\W_{_UNSPACED}]+"
    rf"(?:(?:['-]|(?<=\d)[.,:/](?=\d))[^\W_{_UNSPACED}]+)*"
)
"""A word or number of a plain text with all that is joined to it."""
_ELIDED = frozenset({"l", "d", "j", "m", "t", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"})
"""French words that lose their vowel before another word, which may be quoted without them."""

_DOTS = r"(?:\.(?:\s{0,2}\.){2,}|…[.…]*)"
_GAPS = re.compile(
    rf"[\[(]\s{{0,3}}{_DOTS}\s{{0,3}}[\])]|{_DOTS}"
    r"|(?<![^\W_])\[(?P<letter>[^\W\d_])\](?=[^\W_])"
    r"|(?<=[^\W_])\[(?P<form>[^\W\d_]{0,12}['’]?[^\W\d_]{1,12})\]"
    r"|\[(?P<before>[^\W\d_]{2,12}-?)\](?=[^\W_])"
    r"|\[(?P<words>[^\[\]]{0,120})\]"
)
_NEAR, _SHORT, _FORM, _CLOSE = 600, 60, 16, 2
"""So many characters may stand in the place of dots, of a bracket, of the end of a word, and of its first letter."""
_BESIDE = 12
"""So many characters beside a passage may be what words in brackets at its edge stand for."""
_ONE_FORM = re.compile(r"[^\W_]*\W*")
_STEM = re.compile(r"[^\W_]*\Z")
_END = ".,;"
_SIGNS = re.compile(r"[.,;:!?…]{0,3}")

_ALIKE = 0.6
_PIECE, _MOST_PIECES, _SURE = 120, 60, 3
_RARE, _SEEDS, _VOTING, _MOST_PLACES = 64, 24, 400, 100
_MOST_WORK = 1_000_000


_THOUSANDS = re.compile(r" \d{3}(?!\d)")
_FEW_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}\Z")


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
    """Verbatim; the same but for typography; with words left out or put in; with words altered; or not there."""
    found: str = ""
    """The passage of the text, in its own words; empty where there is none."""
    start: int = 0
    """Where the passage begins, in characters from 0."""
    normalised: tuple[str, ...] = ()
    """What had to be made alike: unicode, quotation marks, dashes, white space, capitals, end punctuation."""
    omitted: tuple[str, ...] = ()
    """The words that the quote leaves out, where it says so itself."""
    inserted: tuple[str, ...] = ()
    """The words that the quote puts in, in square brackets."""
    differences: tuple[Difference, ...] = ()
    """Where the quote has other words than the text."""
    lost: tuple[str, ...] = ()
    """Negations and conditions of the text that the quote drops, within it or right at its edges."""


class _Gap(NamedTuple):
    """What a quote has between two of its fragments, or before the first or after the last."""

    most: int = 0
    """How many characters of the text may stand there."""
    put_in: tuple[str, ...] = ()
    """The words in square brackets."""
    form: bool = False
    """Whether it is in the place of the end of a word."""
    turned: bool = False
    """Whether it puts the beginning of a word in, which can turn it."""


class _Reading(NamedTuple):
    """One way to read a quote: its fragments, with a gap before each and one after the last."""

    fragments: tuple[str, ...]
    gaps: tuple[_Gap, ...]
    trimmed: bool = False
    """Whether its final punctuation was taken off."""


class Prepared:
    """A text made ready to hold quotes against; what is costly is worked out when a quote first needs it."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def plain(self) -> Plain:
        """The text without differences of typography, and where each of its characters stands in the text."""
        return plain_of(self.text)

    @cached_property
    def words(self) -> list[tuple[str, int, int]]:
        """Each word in small letters, and where it begins and ends in the plain text."""
        return _tokens(self.plain)

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """Where each word, and each part of a joined word, stands, counted in words."""
        found: dict[str, list[int]] = {}
        for place, (word, _, _) in enumerate(self.words):
            for part in {word: None} if word.isalnum() else dict.fromkeys((word, *re.findall(r"[^\W_]+", word))):
                found.setdefault(part, []).append(place)
        return found


def check_quote(quote: str, text: str | Prepared) -> QuoteCheck:
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
    prepared = text if isinstance(text, Prepared) else Prepared(text)
    parsed = _parsed(quote)
    for reading in _readings(quote, parsed):
        found = _best(reading, prepared)
        if found is not None:
            return _found(reading, found, prepared)
    return _altered(parsed, prepared)


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return [match[0].casefold() for match in WORD.finditer(plain_text(text))]


def shared_words(one: Sequence[str], other: Sequence[str], least: int) -> str | None:
    """The first run of so many words that two lists of words share, or None."""
    runs = {tuple(one[place : place + least]) for place in range(len(one) - least + 1)}
    for place in range(len(other) - least + 1):
        run = tuple(other[place : place + least])
        if run in runs:
            return " ".join(run)
    return None


def _tokens(plain: Plain) -> list[tuple[str, int, int]]:
    return [(match[0].casefold(), match.start(), match.end()) for match in _TOKEN.finditer(plain.letters)]


def _readings(quote: str, parsed: _Reading) -> list[_Reading]:
    """The ways to read a quote: letter by letter; with its dots and brackets; without its final punctuation."""
    if not parsed.fragments:
        return []
    whole = _Reading((quote,), (_Gap(), _Gap()))
    readings = [whole] if parsed == whole else [whole, parsed]
    trimmed = [
        _Reading((*reading.fragments[:-1], last[:-1]), reading.gaps, trimmed=True)
        for reading in readings
        for last in (reading.fragments[-1].rstrip(),)
        if last[-1] in _END and last[-2:-1] not in _END and WORD.search(last)
    ]
    return [*readings, *trimmed]


def _parsed(quote: str) -> _Reading:
    """The fragments of a quote between its dots and brackets."""
    fragments: list[str] = []
    gaps = [_Gap()]
    begin, letter = 0, ""
    for match in (*_GAPS.finditer(quote), None):
        piece = letter + quote[begin : match.start() if match else len(quote)]
        if WORD.search(piece):
            fragments.append(piece)
            gaps.append(_Gap())
        if match:
            gaps[-1] = _with(gaps[-1], match, piece)
            begin, letter = match.end(), match["letter"] or ""
    return _Reading(tuple(fragments), tuple(gaps))


def _with(gap: _Gap, match: "re.Match[str]", before: str) -> _Gap:
    """A gap, with one more run of dots or one more bracket in it."""
    if match["letter"]:
        return gap._replace(most=max(gap.most, _CLOSE))
    if match["form"]:
        stem = _STEM.search(before)
        shown = f"{stem[0] if stem else ''}{match[0]}"
        turned = stem is not None and sense(stem[0]) in {"not", *CONDITIONS}
        return gap._replace(most=max(gap.most, _FORM), put_in=(*gap.put_in, shown), form=True, turned=turned)
    if match["before"]:
        return gap._replace(most=max(gap.most, _SHORT), put_in=(*gap.put_in, match["before"]), turned=True)
    if match["words"] is None:
        return gap._replace(most=max(gap.most, _NEAR))
    words = match["words"].strip()
    beside = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    if any(map(str.isdigit, beside)) and any(map(str.isdigit, words)):
        gap = gap._replace(turned=True)
    put_in = () if words.casefold() in ("", "sic") else (words,)
    return gap._replace(most=max(gap.most, _SHORT), put_in=(*gap.put_in, *put_in))


class _Found(NamedTuple):
    """Where the fragments of a quote stand in a plain text, and what that means."""

    spans: tuple[tuple[int, int], ...]
    beside: tuple[str, ...]
    """What the text has in the place of each gap; at the edges, what stands beside the passage in its clause."""
    lost: tuple[str, ...]
    differences: tuple[Difference, ...]
    """Where what is put in turns the sense."""


def _best(reading: _Reading, prepared: Prepared) -> _Found | None:
    """The place where a quote stands that is best for it: where it drops and turns least."""
    fragments = [plain_of(fragment) for fragment in reading.fragments]
    chains = _chains(fragments, reading, prepared.plain)
    best = None
    for spans in islice(chains, max(1, _MOST_PLACES // len(fragments))):
        found = _weighed(reading, spans, prepared)
        if best is None or _worse(best) > _worse(found):
            best = found
        if not any(_worse(best)[:2]):
            return best
    return best


def _worse(found: _Found) -> tuple[int, int, int]:
    return len(found.differences), len(found.lost), sum(map(len, found.beside[1:-1]))


def _chains(fragments: Sequence[Plain], reading: _Reading, text: Plain) -> Iterator[tuple[tuple[int, int], ...]]:
    """Where fragments stand in a text, in order and near: each as close behind the one before as can be."""
    work = [_MOST_WORK]
    places = _places(fragments[0], text, 0, work, reading.gaps[1].form)
    if len(fragments) == 1:
        size = len(fragments[0].letters)
        yield from (((place, place + size),) for place in places if _ends(reading, text, place + size))
        return
    ways = [[(place, 0) for place in places]]
    for number, fragment in enumerate(fragments[1:], 1):
        size = len(fragments[number - 1].letters)
        if not ways[-1]:
            return
        after = _places(fragment, text, ways[-1][0][0] + size, work, reading.gaps[number + 1].form)
        ways.append(list(_following(ways[-1], size, after, reading.gaps[number], text)))
    for place, before in ways[-1]:
        spans = [(place, place + len(fragments[-1].letters))]
        for way, fragment in zip(reversed(ways[:-1]), reversed(fragments[:-1]), strict=True):
            start, earlier = way[before]
            spans.append((start, start + len(fragment.letters)))
            before = earlier  # noqa: PLW2901 (the way back goes from fragment to fragment)
        if _ends(reading, text, spans[0][1]):
            yield tuple(reversed(spans))


def _following(
    ways: Sequence[tuple[int, int]], size: int, places: Iterable[int], gap: _Gap, text: Plain
) -> Iterator[tuple[int, int]]:
    """Each place that has an end of the fragment before near enough, and the number of the nearest such."""
    number = 0
    for place in places:
        while number + 1 < len(ways) and ways[number + 1][0] + size <= place:
            number += 1
        end = ways[number][0] + size
        if end <= place <= end + gap.most and (gap.most > _FORM or _ONE_FORM.fullmatch(text.letters, end, place)):
            yield place, number


def _places(fragment: Plain, text: Plain, start: int, work: list[int], form: bool) -> Iterator[int]:  # noqa: FBT001
    """Where a fragment stands as whole words, but for capitals that may differ; at most so much work is done."""
    size = len(fragment.letters)
    while work[0] > 0 and (place := text.folded.find(fragment.folded, start)) >= 0:
        work[0] -= size + 4
        whole = not _inside(text.letters, place) and (form or not _inside(text.letters, place + size))
        if whole and _same_case(fragment.letters, text.letters[place : place + size]) is not None:
            yield place
        start = place + 1


def _ends(reading: _Reading, text: Plain, end: int) -> bool:
    """Whether a passage may end there: final punctuation that was taken off stands for no question and no cry."""
    return not reading.trimmed or not text.letters[end : end + 3].lstrip(' "').startswith(("?", "!"))


def _same_case(quote: str, passage: str) -> str | None:
    """What it takes to make the capitals of two plain texts alike that differ in nothing else; None if too much."""
    quote, passage = quote.replace("–", "-"), passage.replace("–", "-")
    if quote == passage:
        return ""
    first = next((place for place, character in enumerate(quote) if character.isalnum()), 0)
    if quote[:first] + quote[first + 1 :] == passage[:first] + passage[first + 1 :]:
        return "capital letter"
    loud = (quote.isupper() or passage.isupper()) and len(WORD.findall(quote)) > 1
    return "capital letters" if loud else None


def _inside(letters: str, place: int) -> bool:
    """Whether a place of a plain text lies within a word, a number or three dots."""
    if not 0 < place < len(letters):
        return False
    before, after = letters[place - 1], letters[place]
    if belongs(after) and (before.isalnum() or belongs(before)):
        return True
    if before == after == "." or _in_number(letters, place):
        return True
    signed = before == "-" and after.isdigit() and not letters[place - 2 : place - 1].isalnum()
    grown = _grown(before, after)
    return signed or grown or _joined(letters, place - 1) or _joined(letters, place)


def _in_number(letters: str, place: int) -> bool:
    """Whether a place lies within a number that a space, a point before it or a sign before its currency belongs to."""
    before, after = letters[place - 1], letters[place]
    if before in ".,·" and after.isdigit():
        return not letters[place - 2 : place - 1].isalnum() and letters[place - 2 : place - 1] != before
    if unicodedata.category(after) == "Sc" and before == "-":
        return not letters[place - 2 : place - 1].isalnum()
    if unicodedata.category(before) == "Sc" and letters[place - 2 : place - 1] == "-" and after.isdigit():
        return not letters[max(0, place - 3) : place - 2].isalnum()
    space = place - 1 if before == " " else place if after == " " else -1
    return (
        space >= 0 and _THOUSANDS.match(letters, space) is not None and bool(_FEW_DIGITS.search(letters[:space][-5:]))
    )


def _grown(before: str, after: str) -> bool:
    """Whether two neighbouring characters belong to one word or number."""
    if not ((before.isalnum() or belongs(before)) and after.isalnum()):
        return False
    if all(character.isdigit() or character in _NUMERALS for character in (before, after)):
        return True
    return not (_WITHOUT_SPACES.match(before) or _WITHOUT_SPACES.match(after))


def _joined(letters: str, place: int) -> bool:
    """Whether a sign joins what stands before and after it to one word or number."""
    sign, before, after = letters[place], letters[max(0, place - 1) : place], letters[place + 1 : place + 2]
    if sign not in ".,:/'-·٫٬⁄" or not (before.isalnum() and after.isalnum()):
        return False
    if before.isdigit() and after.isdigit():
        return True
    if sign == "'":
        stem = _STEM.search(letters, max(0, place - 8), place)
        word = stem[0] if stem else ""
        return not (word.lower() in _ELIDED and (word.islower() or after.islower()))
    return sign == "-" and _grown(before, after)


def _weighed(reading: _Reading, spans: tuple[tuple[int, int], ...], prepared: Prepared) -> _Found:
    """What the text has in the place of the gaps of a quote, and what of it the quote turns."""
    text = prepared.text
    edges = [_edges(span, prepared.plain) for span in spans]
    start, end = edges[0][0], edges[-1][1]
    between = [(one[1], other[0]) for one, other in pairwise(edges)]
    beside = [(clause_begins(text, start), start), *between, (end, clause_ends(text, end))]
    lost: dict[str, None] = {}
    differences = []
    for number, (gap, (begin, stop)) in enumerate(zip(reading.gaps, beside, strict=True)):
        words = list(turning(text, begin, stop))
        first = max(begin, stop - _BESIDE) if number == 0 else begin
        last = min(stop, begin + _BESIDE) if number == len(spans) else stop
        senses = {sense(word) for word in turning(text, first, last)}
        put = {sense(word) for shown in gap.put_in for word in turning(re.sub(r"[\[\]]", "", shown))}
        if gap.turned or put - senses:
            theirs = text[begin:stop].strip() if 0 < number < len(spans) else ""
            differences.append(Difference(" ".join(_bracketed(shown) for shown in gap.put_in), theirs))
        if 0 < number < len(spans):
            lost |= dict.fromkeys(word for word in words if sense(word) not in put)
    for gap, word in ((reading.gaps[0], right_before(text, start)), (reading.gaps[-1], right_after(text, end))):
        if word and sense(word) not in {sense(put) for shown in gap.put_in for put in turning(shown)}:
            lost[word] = None
    return _Found(spans, tuple(text[begin:stop] for begin, stop in beside), tuple(lost), tuple(differences))


def _bracketed(shown: str) -> str:
    return shown if "[" in shown else f"[{shown}]"


def _edges(span: tuple[int, int], plain: Plain) -> tuple[int, int]:
    """Where a part of a plain text begins and ends in the text; nowhere if it is empty."""
    return (plain.starts[span[0]], plain.ends[span[1] - 1]) if span[0] < span[1] else (0, 0)


def _found(reading: _Reading, found: _Found, prepared: Prepared) -> QuoteCheck:
    edges = [_edges(span, prepared.plain) for span in found.spans]
    left_out = tuple(gap.strip() for gap in found.beside[1:-1] if WORD.search(gap))
    inserted = tuple(
        shown
        for gap, beside in zip(reading.gaps, ("", *found.beside[1:-1], ""), strict=True)
        for shown in gap.put_in
        if words_of(shown) != words_of(beside)
    )
    changed = dict.fromkeys(
        name
        for fragment, (start, end) in zip(reading.fragments, edges, strict=True)
        for name in _normalised(fragment.strip(), prepared.text[start:end])
    )
    if any(gap.most == _CLOSE for gap in reading.gaps):
        changed["capital letter"] = None
    if reading.trimmed:
        changed["end punctuation"] = None
    calm: QuoteKind = "elided" if left_out or inserted else "normalised" if changed else "verbatim"
    return QuoteCheck(
        kind="altered" if found.differences else calm,
        found=prepared.text[edges[0][0] : edges[-1][1]],
        start=edges[0][0],
        normalised=tuple(changed),
        omitted=left_out,
        inserted=inserted,
        differences=found.differences,
        lost=found.lost,
    )


def _normalised(quote: str, passage: str) -> Iterator[str]:
    """Which differences of typography are between a quote and the passage that it is."""
    if quote == passage:
        return
    names = ("unicode", "quotation marks", "dashes", "white space")
    needed = [name for name in names if _without(name, quote) != _without(name, passage)]
    case = _same_case(plain_text(quote), plain_text(passage))
    yield from needed
    if case:
        yield case
    elif not needed:
        yield "white space"


def _without(name: str, text: str) -> str:
    """A text in small letters, and plain but for one difference of typography."""
    plain = plain_of(text, name)
    return plain.letters.lower() if name == "dashes" else plain.folded


class _Pair(NamedTuple):
    """A run of words that a quote and a text have alike, counted in words."""

    quote: int
    text: int
    size: int


def _altered(reading: _Reading, prepared: Prepared) -> QuoteCheck:
    """The passage most like a quote that is not there word for word, and the differences."""
    quote = " ".join(fragment.strip() for fragment in reading.fragments)
    plain, text, words = plain_of(quote), prepared.plain, prepared.words
    said = _tokens(plain)[: _PIECE * _MOST_PIECES]
    pairs = _pairs([word for word, _, _ in said], prepared)
    if not pairs or sum(pair.size for pair in pairs) < _ALIKE * len(said):
        return QuoteCheck(kind="missing")
    last = pairs[-1]
    start, end = _edges((words[pairs[0].text][1], words[last.text + last.size - 1][2]), text)
    spans = list(_different(pairs, said, words, (plain.letters, text.letters)))
    mine = [_edges(one, plain) for one, _ in spans]
    theirs = [_edges(other, text) for _, other in spans]
    kept = {sense(word) for edges in mine for word in turning(quote, *edges)}
    dropped = [word for edges in theirs for word in turning(prepared.text, *edges)]
    differences = tuple(
        Difference(quote[one[0] : one[1]], prepared.text[other[0] : other[1]])
        for one, other in zip(mine, theirs, strict=True)
    )
    return QuoteCheck(
        kind="altered",
        found=prepared.text[start:end],
        start=start,
        inserted=tuple(shown for gap in reading.gaps for shown in gap.put_in),
        differences=differences or (Difference(quote, prepared.text[start : _with_signs(prepared.text, end)]),),
        lost=tuple(dict.fromkeys(word for word in dropped if sense(word) not in kept)),
    )


def _with_signs(text: str, end: int) -> int:
    """Where a passage ends with the marks and the punctuation that follow it."""
    while end < len(text) and belongs(text[end]):
        end += 1
    signs = _SIGNS.match(text, end)
    return signs.end() if signs else end


def _pairs(said: Sequence[str], prepared: Prepared) -> list[_Pair]:
    """The words that a quote and a text have alike, in order, with a part of a word at either end."""
    words = prepared.words
    window = _window(said[:_VOTING], prepared)
    pairs = [] if window is None else list(_alike(said, words, window))
    if not pairs:
        return []
    before = pairs[0].quote - 1, pairs[0].text - 1
    after = pairs[-1].quote + pairs[-1].size, pairs[-1].text + pairs[-1].size
    if min(before) >= 0 and _is_part(said[before[0]], words[before[1]][0]):
        pairs.insert(0, _Pair(*before, 1))
    if after[0] < len(said) and after[1] < len(words) and _is_part(said[after[0]], words[after[1]][0]):
        pairs.append(_Pair(*after, 1))
    return pairs


def _is_part(word: str, whole: str) -> bool:
    """Whether a word is the beginning or the end of a joined one."""
    rest = len(whole) - len(word)
    return rest > 0 and (
        (whole.startswith(word) and not whole[len(word)].isalnum())
        or (whole.endswith(word) and not whole[rest - 1].isalnum())
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


def _alike(said: Sequence[str], words: Sequence[tuple[str, int, int]], window: tuple[int, int]) -> Iterator[_Pair]:
    """The words that a quote and a text have alike, piece by piece, from where the quote is taken to begin."""
    quote, text = 0, window[0]
    slack = window[1] - window[0] - min(len(said), _VOTING)
    for _ in range(_MOST_PIECES):
        piece = said[quote : quote + _PIECE]
        theirs = [word for word, _, _ in words[text : text + len(piece) + max(slack, 0)]]
        matcher = SequenceMatcher(None, piece, theirs, autojunk=False)
        blocks = [_Pair(*block) for block in matcher.get_matching_blocks() if block.size]
        done = quote + len(piece) == len(said)
        blocks = blocks if done else _sure(blocks, len(piece))
        yield from (_Pair(quote + block.quote, text + block.text, block.size) for block in blocks)
        if done:
            return
        end = blocks[-1] if blocks else _Pair(len(piece), len(piece), 0)
        quote, text = quote + end.quote + end.size, text + end.text + end.size


def _sure(blocks: list[_Pair], size: int) -> list[_Pair]:
    """The runs of words up to the last that is long, where that is in the second half of a piece; otherwise all."""
    for count in range(len(blocks), 0, -1):
        if blocks[count - 1].size >= _SURE and blocks[count - 1].quote > size // 2:
            return blocks[:count]
    return blocks


def _different(
    pairs: Sequence[_Pair],
    said: Sequence[tuple[str, int, int]],
    words: Sequence[tuple[str, int, int]],
    letters: tuple[str, str],
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where a quote and a passage differ, in the plain texts, case included."""
    quote, text = 0, pairs[0].text
    for pair in (*pairs, _Pair(len(said), pairs[-1].text + pairs[-1].size, 0)):
        if quote < pair.quote or text < pair.text:
            yield _stretch(said, quote, pair.quote), _stretch(words, text, pair.text)
        for step in range(pair.size):
            mine, theirs = said[pair.quote + step][1:], words[pair.text + step][1:]
            if letters[0][slice(*mine)] != letters[1][slice(*theirs)]:
                yield mine, theirs
        quote, text = pair.quote + pair.size, pair.text + pair.size


def _stretch(words: Sequence[tuple[str, int, int]], start: int, end: int) -> tuple[int, int]:
    """From where one word begins to where another ends; nothing where there is none between."""
    return (words[start][1], words[end - 1][2]) if start < end else (0, 0)
