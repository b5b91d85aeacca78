"""Small words of English prose: counts, lists, quotation marks and capitals."""

import re
from collections.abc import Iterable

_FEW = 4
_PAIR = 2
_INSIDE = re.compile(r"“[^“”]*”|\([^()]*\)")
"""What stands in quotation marks or brackets: a comma in it cannot be taken for one of the list."""


def counted(count: int, noun: str) -> str:
    """A count with its noun: `1 origin`, `3 origins`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def listed(words: Iterable[str], *, most: int = _FEW) -> str:
    """Words as prose lists them, with semicolons where one of them has a comma; beyond a few, the rest is counted.

    Example:
        >>> listed("abc"), listed("abcde", most=2)
        ('a, b and c', 'a, b and 3 more')
        >>> listed(["Kim, a nurse", "Lee", "Ann"])
        'Kim, a nurse; Lee; and Ann'
    """
    words = list(words)
    shown = words[:most]
    if len(words) > most:
        shown.append(f"{len(words) - most} more")
    if len(shown) < _PAIR:
        return "".join(shown)
    *first, last = shown
    # Of two, a comma in the second cannot be taken for one of the list either.
    doubtful = first if len(shown) == _PAIR else shown
    if any("," in _INSIDE.sub("", word) for word in doubtful):
        return f"{'; '.join(first)}; and {last}"
    return f"{', '.join(first)} and {last}"


def quoted(text: str) -> str:
    """A text in quotation marks, without its full stop."""
    return f"“{text.strip().removesuffix('.')}”"


def capital(text: str) -> str:
    """A text with its first letter a capital."""
    return text[:1].upper() + text[1:]
