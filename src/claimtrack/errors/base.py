"""The base of every error, and the words of messages: what was seen, shown safely, and the nearest known name."""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from functools import partial


class ClaimtrackError(Exception):
    """The base of every error that the library raises."""

    def __str__(self) -> str:
        """The message: what was seen and where, what was expected, and the nearest known name."""
        return self.says()

    def says(self) -> str:
        """The facts of the error as a sentence."""
        return type(self).__name__

    def __reduce__(self) -> tuple[Callable[[], "ClaimtrackError"], tuple[()]]:
        """Copy and pickle by keyword: exceptions are rebuilt by position otherwise, which these refuse."""
        facts = {name: value for name, value in vars(self).items() if not name.startswith("__")}
        return partial(type(self), **facts), ()


_PLAIN = re.compile(r"[\w$\-]{1,60}", re.ASCII)

_LONGEST_SHOWN = 60

_MOST_COMPARED = 2_000

_SHORT = 4

_KEYS_MEANT = {
    "source": "origin",
    "sources": "via",
    "through": "via",
    "relay": "via",
    "interest": "propensity",
    "exhibit": "exhibits",
    "said": "stated",
    "grade": "reliability",
    "probability": "prior",
    "kind": "sign",
    "type": "kind",
}
"""Keys that people try, and the keys that they mean."""

_WORDS_MEANT = {
    "says": "asserts",
    "said": "asserts",
    "confirms": "asserts",
    "true": "asserts",
    "false": "denies",
    "first-hand": "witnessed",
    "firsthand": "witnessed",
    "saw": "witnessed",
    "hearsay": "told",
    "analysed": "examined",
    "inspected": "examined",
    "self-serving": "serves",
    "newspaper": "media",
    "withdrawn": "retracted",
    "md": "markdown",
    "txt": "text",
    "organization": "organisation",
    "off-the-record": "off the record",
    "on-the-record": "on the record",
}
"""Values that people try, and the words that they mean."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name most like a word; None if nothing is like it.

    A name of fewer than four letters is like hardly anything: only its beginning, or a word of the same length but for
    a letter, is taken for it.

    Cost: at most 2,000 names are compared, so that a large file full of mistakes is still read quickly.

    Example:
        >>> nearest("covd", ["covid", "smuggling"])
        'covid'
    """
    candidates = [name for name, _ in zip(known, range(_MOST_COMPARED), strict=False)]
    for meanings in (_KEYS_MEANT, _WORDS_MEANT):
        meant = meanings.get(word.casefold())
        if meant in candidates:
            return meant
    alike = [
        name
        for name in candidates
        if min(len(name), len(word)) >= _SHORT or abs(len(name) - len(word)) <= 1 or name.startswith(word)
    ]
    matches = get_close_matches(word[:100], alike, n=1, cutoff=0.6)
    if matches:
        return matches[0]
    folded = {name.casefold(): name for name in candidates}
    return folded.get(word.casefold())


def shown(value: object) -> str:
    """A value that a user typed on one line, escaped, in at most 60 characters; text in quotation marks."""
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > _LONGEST_SHOWN * 3:
        return "a number of many digits"
    if isinstance(value, str):
        value = value[:_LONGEST_SHOWN]
        text = f'"{repr(value)[1:-1]}"'
    else:
        text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def inside(place: str, key: str) -> str:
    """The place of a key in a table; a key that is not a plain word is put in quotation marks.

    Example:
        >>> inside("claims[0]", "prior")
        'claims[0].prior'
    """
    name = key if _PLAIN.fullmatch(key) else shown(key)
    return f"{place}.{name}" if place else name


def hint(near: str | None) -> str:
    """The end of a message that suggests the nearest known word; empty if there is none."""
    return f"; did you mean {shown(near)}?" if near is not None else ""


def any_of(words: Sequence[str]) -> str:
    """Words as a sentence lists alternatives: `a, b or c`."""
    return _joined(words, "or")


def all_of(words: Sequence[str]) -> str:
    """Words as a sentence lists all of them: `a, b and c`."""
    return _joined(words, "and")


def _joined(words: Sequence[str], last: str) -> str:
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else words[0]
