"""Fragments: the parts of a quote between its dots and brackets, and what these stand for."""

import re
from typing import NamedTuple

from claimtrack._records import without_texts
from claimtrack.text.negation import CONDITIONS, WORD, sense

_DOTS = r"(?:\.(?:\s{0,2}\.){2,}|…[.…]*)"
_GAPS = re.compile(
    rf"[\[(]\s{{0,3}}{_DOTS}\s{{0,3}}[\])]|{_DOTS}"
    r"|(?<![^\W_])\[(?P<letter>[^\W\d_])\](?=[^\W_])"
    r"|(?<=[^\W_])\[(?P<form>[^\W\d_]{0,12}['’]?[^\W\d_]{1,12})\]"
    r"|\[(?P<before>[^\W\d_]{2,12}-?)\](?=[^\W_])"
    r"|\[(?P<words>[^\[\]]{0,120})\]"
)
"""Dots, or a bracket: in the order of the groups `[T]he`, `sign[ed]`, `[un]signed` and `[some words]`."""
_DOTTED, _BRACKETED, WORD_END, FIRST_LETTER = 600, 60, 16, 2
"""So many characters may stand in the place of dots, of a bracket, of the end of a word, and of its first letter."""
_WORD_START = re.compile(r"(?<![^\W_])[^\W_]+\Z")
_FINAL = ".,;"


class QuoteGap(NamedTuple):
    """The dots and brackets between two fragments of a quote, before the first or after the last."""

    most: int = 0
    """How many characters of the text may stand there."""
    put_in: tuple[str, ...] = ()
    """The words in square brackets."""
    form: bool = False
    """Whether it replaces the end of a word."""
    turned: bool = False
    """Whether it may turn the sense by itself: it puts in the beginning of a word, or a digit beside others."""

    def __repr__(self) -> str:
        return without_texts(self)


class QuoteReading(NamedTuple):
    """One way to read a quote: its fragments, with a gap before each and one after the last."""

    fragments: tuple[str, ...]
    gaps: tuple[QuoteGap, ...]
    trimmed: bool = False
    """Whether its final punctuation was taken off."""

    def __repr__(self) -> str:
        return without_texts(self)


def readings_of(quote: str, parsed: QuoteReading) -> list[QuoteReading]:
    """The ways to read a quote: letter by letter; with its dots and brackets; without its final punctuation."""
    if not parsed.fragments:
        return []
    whole = QuoteReading((quote,), (QuoteGap(), QuoteGap()))
    readings = [whole] if parsed == whole else [whole, parsed]
    trimmed = [
        QuoteReading((*reading.fragments[:-1], last[:-1]), reading.gaps, trimmed=True)
        for reading in readings
        for last in (reading.fragments[-1].rstrip(),)
        if last[-1] in _FINAL and last[-2:-1] not in _FINAL and WORD.search(last)
    ]
    return [*readings, *trimmed]


def parse_quote(quote: str) -> QuoteReading:
    """The fragments of a quote between its dots and brackets."""
    fragments: list[str] = []
    gaps = [QuoteGap()]
    begin, letter = 0, ""
    for match in (*_GAPS.finditer(quote), None):
        piece = letter + quote[begin : match.start() if match else len(quote)]
        if WORD.search(piece):
            fragments.append(piece)
            gaps.append(QuoteGap())
        if match:
            gaps[-1] = _with_match(gaps[-1], match, piece)
            begin, letter = match.end(), match["letter"] or ""
    return QuoteReading(tuple(fragments), tuple(gaps))


def _with_match(gap: QuoteGap, match: "re.Match[str]", before: str) -> QuoteGap:
    """A gap with one more run of dots or one more bracket in it."""
    if match["letter"]:
        return gap._replace(most=max(gap.most, FIRST_LETTER))
    if match["form"]:
        stem = _WORD_START.search(before)  # a bracket of this kind stands right behind a letter
        shown = f"{stem[0] if stem else ''}{match[0]}"
        turned = stem is not None and sense(stem[0]) in {"not", *CONDITIONS}
        return gap._replace(most=max(gap.most, WORD_END), put_in=(*gap.put_in, shown), form=True, turned=turned)
    if match["before"]:
        return gap._replace(most=max(gap.most, _BRACKETED), put_in=(*gap.put_in, match["before"]), turned=True)
    if match["words"] is None:
        return gap._replace(most=max(gap.most, _DOTTED))
    words = match["words"].strip()
    beside = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    if any(map(str.isdigit, beside)) and any(map(str.isdigit, words)):
        gap = gap._replace(turned=True)
    put_in = () if words.casefold() in ("", "sic") else (words,)
    return gap._replace(most=max(gap.most, _BRACKETED), put_in=(*gap.put_in, *put_in))
