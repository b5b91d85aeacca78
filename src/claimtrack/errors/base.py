"""What every error of the library is.

The words of messages: what was seen, shown safely, and the nearest right name.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches


class ClaimtrackError(Exception):
    """What every error of the library is."""

    def __str__(self) -> str:
        """The message: what was seen, where, what was expected, the nearest right name."""
        return self.says()

    def says(self) -> str:
        """The facts of the error in a sentence."""
        return type(self).__name__


_PLAIN = re.compile(r"[\w$\-]{1,60}", re.ASCII)

_LONGEST_SHOWN = 60

_MOST_COMPARED = 2_000

_MEANT = {
    "source": "origin",
    "sources": "via",
    "through": "via",
    "relay": "via",
    "says": "asserts",
    "said": "asserts",
    "confirms": "asserts",
    "true": "asserts",
    "false": "denies",
    "first-hand": "witnessed",
    "firsthand": "witnessed",
    "saw": "witnessed",
    "hearsay": "told",
    "self-serving": "serves",
    "newspaper": "media",
    "withdrawn": "retracted",
    "md": "markdown",
    "txt": "text",
    "organization": "organisation",
    "grade": "reliability",
    "probability": "prior",
    "off-the-record": "off the record",
    "on-the-record": "on the record",
}
"""Words that people try, and what they mean by them."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name most like a word, or None where nothing is like it.

    Cost: at most 2,000 names are compared, so that a large file full of mistakes stays quick.

    Example:
        >>> nearest("covd", ["covid", "smuggling"])
        'covid'
    """
    candidates = [name for name, _ in zip(known, range(_MOST_COMPARED), strict=False)]
    meant = _MEANT.get(word.casefold())
    if meant in candidates:
        return meant
    matches = get_close_matches(word[:100], candidates, n=1, cutoff=0.6)
    if matches:
        return matches[0]
    folded = {name.casefold(): name for name in candidates}
    return folded.get(word.casefold())


def shown(value: object) -> str:
    """A short, single-line form of a value that a user typed: never longer than 60 characters."""
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > _LONGEST_SHOWN * 3:
        return "a number of many digits"
    if isinstance(value, str):
        value = value[:_LONGEST_SHOWN]
        text = f'"{repr(value)[1:-1]}"'
    else:
        text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def inside(place: str, key: str) -> str:
    """The place of a key in a table; a key that is no plain word is shown in quotation marks.

    Example:
        >>> inside("claims[0]", "prior")
        'claims[0].prior'
    """
    name = key if _PLAIN.fullmatch(key) else shown(key)
    return f"{place}.{name}" if place else name


def quoted(word: str) -> str:
    """A word in double quotation marks."""
    return shown(word)


def hint(near: str | None) -> str:
    """The end of a message that names the nearest right word."""
    return f"; did you mean {quoted(near)}?" if near is not None else ""


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists what it expects."""
    return ", ".join(words[:-1]) + " or " + words[-1] if len(words) > 1 else words[0]
