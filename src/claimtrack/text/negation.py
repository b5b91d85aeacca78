"""Negations and conditions: the words of English without which a sentence says something else."""

import re
from collections.abc import Iterator

_HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_APOSTROPHES = "'’ʼ‘‛´`′"
WORD = re.compile(rf"[^\W_]+(?:[{_APOSTROPHES}{_HIDDEN}]+[^\W_]+)*")

NEGATIONS = frozenset(
    {"not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "hardly", "nowhere"}
    | {"barely", "rarely", "scarcely", "seldom"}
    | {"dont", "didnt", "doesnt", "isnt", "wasnt", "arent", "werent", "hasnt", "havent", "hadnt"}
    | {"couldnt", "wouldnt", "shouldnt", "mustnt"}
)
CONDITIONS = frozenset(
    {"if", "unless", "except", "until", "provided", "only", "may", "might", "could", "would", "should"}
)

_TURNING_AFTER = (NEGATIONS - {"without", "hardly", "nowhere"}) | (
    CONDITIONS - {"may", "might", "could", "would", "should"}
)
_SENTENCE_BEGINS = re.compile(
    r"(?:\A|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)[.!?:…]|\n\s*\n|,\s?[“\"'‘«])[\s“”\"'‘’«»(]*\Z"
)
_CLAUSE_MARK = re.compile(r"[.,;:!?…“”\"«»()\[\]–—\n]")
_NUMBER = re.compile(r"\s?\d")
_NUMBERED = re.compile(r"\.\s?\d")
_AS_SPOKEN = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HIDDEN))
_BETWEEN = f" \t\r\n*_{_HIDDEN}"
_NEAR = 60


def sense(word: str) -> str:
    """What a turning word does: every negation is “not”, and a condition is itself."""
    plain = word.casefold().translate(_AS_SPOKEN)
    return "not" if plain in NEGATIONS or plain.endswith("n't") else plain


def turning_words(text: str, start: int = 0, end: int | None = None) -> Iterator[str]:
    """The negations and conditions in a part of a text."""
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        if _turns(match):
            yield match[0]


def _turns(match: "re.Match[str]") -> bool:
    """Whether a word is a negation or a condition, which the month of May and the “No” of “No. 5” are not."""
    word, text, end = match[0], match.string, match.end()
    if word.casefold() == "no" and _NUMBERED.match(text, end):
        return False
    # “May” with a capital is the modal verb only where a sentence begins; “No 5” is a negation only there.
    if word == "May" or (word == "No" and _NUMBER.match(text, end)):
        begins = _SENTENCE_BEGINS.search(text, max(0, match.start() - 12), match.start())
        return begins is not None and not (word == "May" and _NUMBER.match(text, end))
    return sense(word) == "not" or word.casefold() in CONDITIONS


def negation_before(text: str, start: int) -> str | None:
    """The negation that stands right before a place, with nothing but spaces between."""
    for match in list(WORD.finditer(text, max(0, start - 40), start))[-1:]:
        if sense(match[0]) == "not" and _turns(match) and _same_clause(text, match.end(), start):
            return match[0]
    return None


def turning_after(text: str, end: int) -> str | None:
    """The negation or condition that stands right after a place, with nothing but spaces between."""
    match = WORD.search(text, end, end + 20)
    if match is None or match[0].casefold() not in _TURNING_AFTER or not _turns(match):
        return None
    return match[0] if _same_clause(text, end, match.start()) else None


def _same_clause(text: str, start: int, end: int) -> bool:
    """Whether nothing but spaces stands between two places, and no new paragraph begins there."""
    between = text[start:end]
    anew = between.count("\n") > 1 or ("\n" in between and text[end : end + 1].isupper())
    return not between.strip(_BETWEEN) and not anew


def clause_begins(text: str, place: int) -> int:
    """Where the clause around a place begins, at most 60 characters before it."""
    near = max(0, place - _NEAR)
    return max((match.end() for match in _CLAUSE_MARK.finditer(text, near, place)), default=near)


def clause_ends(text: str, place: int) -> int:
    """Where the clause around a place ends, at most 60 characters after it."""
    near = min(len(text), place + _NEAR)
    match = _CLAUSE_MARK.search(text, place, near)
    return match.start() if match else near
