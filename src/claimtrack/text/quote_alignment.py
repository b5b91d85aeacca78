"""Alignment: the passage of a text that is most like a quote which does not stand there word for word.

A full alignment costs the product of both lengths. Here the rarest words of the quote vote for where in the text it
begins, and only that window is compared, piece by piece.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from claimtrack.text.tokens import Tokens

_PIECE, _MOST_PIECES = 120, 60
MOST_WORDS = _PIECE * _MOST_PIECES
"""How many words of a quote are compared at most."""
_MOST_WORK = 4_000_000
"""So many pairs of equal words are compared; only a quote that repeats a word by the thousand has more."""
_LONG_RUN = 3
"""A run of so many words alike is no accident."""
_RARE, _SEEDS, _VOTING = 64, 24, 400
"""Of the first 400 words of a quote the 24 rarest vote, each by its first 64 places."""
_BIN = 4
"""Votes for places that are fewer words than this apart count together."""


class Run(NamedTuple):
    """A run of words that a quote and a text have alike; places and size are counted in words."""

    quote: int
    text: int
    size: int


def align(said: Sequence[str], words: Tokens, index: Mapping[str, Sequence[int]]) -> tuple[list[Run], int]:
    """The runs of words that a quote and the passage most like it have alike, in order, of the words compared.

    Args:
        said: the words of the quote.
        words: the words of the text.
        index: where each word stands in the text, counted in words.

    Returns:
        The runs, and how many words of the quote were compared: all, unless too many of them are the same.

    Cost: linear in the quote, beside the votes of at most 24 words.
    """
    window = _find_window(said[:_VOTING], len(words), index)
    runs, seen = ([], len(said)) if window is None else _match_pieces(said, words, window)
    if not runs:
        return [], seen
    # A quote may begin or end with a part of a joined word: “paid work” of “non-paid work”.
    before = runs[0].quote - 1, runs[0].text - 1
    after = runs[-1].quote + runs[-1].size, runs[-1].text + runs[-1].size
    if min(before) >= 0 and _is_part(said[before[0]], words[before[1]][0]):
        runs.insert(0, Run(*before, 1))
    if after[0] < seen and after[1] < len(words) and _is_part(said[after[0]], words[after[1]][0]):
        runs.append(Run(*after, 1))
    return runs, seen


def differing_spans(
    runs: Sequence[Run], said: Tokens, words: Tokens, letters: tuple[str, str]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where a quote and its passage differ, capitals included: a span of each plain text, either of which may be empty.

    Args:
        runs: the words that they have alike.
        said: the words of the quote.
        words: the words of the text.
        letters: both plain texts.
    """
    quote, text = 0, runs[0].text
    for run in (*runs, Run(len(said), runs[-1].text + runs[-1].size, 0)):
        if quote < run.quote or text < run.text:
            yield _span(said, quote, run.quote), _span(words, text, run.text)
        for step in range(run.size):
            mine, theirs = said[run.quote + step][1:], words[run.text + step][1:]
            if letters[0][slice(*mine)] != letters[1][slice(*theirs)]:
                yield mine, theirs
        quote, text = run.quote + run.size, run.text + run.size


def _find_window(said: Sequence[str], length: int, index: Mapping[str, Sequence[int]]) -> tuple[int, int] | None:
    """The part of a text, in words, in which the rarest words of a quote stand as they do in the quote."""
    votes: dict[int, int] = {}
    known = [(len(places), rank) for rank, word in enumerate(said) if (places := index.get(word))]
    for count, rank in sorted(known)[:_SEEDS]:
        for place in index[said[rank]][: min(count, _RARE)]:
            offset = (place - rank) // _BIN
            votes[offset] = votes.get(offset, 0) + 1
    if not votes:
        return None
    # Words left out or put in shift the offset, so that a neighbouring bin counts too; of equals the first place wins.
    best = max(votes, key=lambda offset: (votes[offset] + votes.get(offset + 1, 0), -offset)) * _BIN
    slack = 8 + len(said) // 4
    return max(0, best - slack), min(length, best + len(said) + slack + _BIN)


def _match_pieces(said: Sequence[str], words: Tokens, window: tuple[int, int]) -> tuple[list[Run], int]:
    """The words that a quote and a text have alike, piece by piece, and how many words of the quote were compared.

    The matcher is quadratic, so that a long quote is cut into pieces; each begins where the last sure match ended.
    """
    found: list[Run] = []
    quote, text, work = 0, window[0], 0
    slack = window[1] - window[0] - min(len(said), _VOTING)
    for _ in range(_MOST_PIECES):
        piece = said[quote : quote + _PIECE]
        theirs = words.words(text, text + len(piece) + max(slack, 0))
        matcher = SequenceMatcher(None, piece, theirs, autojunk=False)
        runs = [Run(*block) for block in matcher.get_matching_blocks() if block.size]
        times = Counter(theirs)
        work += sum(times[word] for word in piece) * (len(runs) + 1)
        is_last = quote + len(piece) == len(said)
        runs = runs if is_last else _sure(runs, len(piece))
        found += (Run(quote + run.quote, text + run.text, run.size) for run in runs)
        if is_last:
            break
        end = runs[-1] if runs else Run(len(piece), len(piece), 0)
        quote, text = quote + end.quote + end.size, text + end.text + end.size
        if work > _MOST_WORK:
            return found, quote
    return found, len(said)


def _sure(runs: list[Run], size: int) -> list[Run]:
    """The runs up to the last long one, if that is in the second half of a piece; otherwise all.

    What a short run at the end of a piece matches may be an accident, and would start the next piece in a wrong place.
    """
    for count in range(len(runs), 0, -1):
        if runs[count - 1].size >= _LONG_RUN and runs[count - 1].quote > size // 2:
            return runs[:count]
    return runs


def _is_part(word: str, whole: str) -> bool:
    """Whether a word is the beginning or the end of a joined one."""
    rest = len(whole) - len(word)
    return rest > 0 and (
        (whole.startswith(word) and not whole[len(word)].isalnum())
        or (whole.endswith(word) and not whole[rest - 1].isalnum())
    )


def _span(words: Tokens, start: int, end: int) -> tuple[int, int]:
    """From where one word begins to where another ends; empty where there is none between."""
    return (words[start][1], words[end - 1][2]) if start < end else (0, 0)
