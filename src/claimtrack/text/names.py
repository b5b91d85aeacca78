"""Names and other phrases in texts, found however they are written: whole, in any case, spacing and script.

Forms in which people shorten and inflect the names of persons are the business of `name_matcher`.
"""

import html
import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote

from claimtrack.text.automaton import Automaton
from claimtrack.text.folding import spellings

_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}|&#?\w+;", re.ASCII)

_HYPHENATED = re.compile(r"(?<=[^\W\d_])-\r?\n[ \t]{0,80}(?=[^\W\d_])")
"""Where a word is parted at the end of a line."""


def mentioning(names: Mapping[str, str]) -> Callable[[str], set[str]]:
    """A function that says which of some names stand in a text, also behind the escapes of addresses and of HTML.

    A name of one word with a capital is found only where it has one, as names do.

    Args:
        names: for each name, what to say of it. Of names that are written alike the first counts.

    Cost: linear in the text.

    Example:
        >>> sorted(mentioning({"Ada Quill": "ada", "Vane Lines": "owner"})("Vane Lines knew."))
        ['owner']
    """
    said: dict[str, str] = {}
    capital: set[str] = set()
    for name, what in names.items():
        for spelling in spellings(name):
            if said.setdefault(spelling, what) == what and name.strip().isalpha() and name.strip()[0].isupper():
                capital.add(spelling)
    automaton = Automaton(said)

    def mentioned(text: str) -> set[str]:
        texts = {text, unescape(text)}
        return {
            said[found]
            for each in texts
            for first, _, found in automaton.spans(each)
            if found not in capital or each[first].isupper() or each[max(first - 1, 0)] == "@"
        }

    return mentioned


def unescape(text: str) -> str:
    """The text without the escapes of addresses and of HTML, and without hyphens at the ends of lines."""
    plain = html.unescape(unquote(text)) if _ESCAPED.search(text) else text
    return _HYPHENATED.sub("", plain) if "-" in plain and "\n" in plain else plain
