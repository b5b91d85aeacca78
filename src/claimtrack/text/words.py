"""Small words of English prose: counts, lists, quotation marks and capitals."""

from collections.abc import Iterable

_FEW = 4


def counted(count: int, noun: str) -> str:
    """A count with its noun: `1 origin`, `3 origins`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def listed(words: Iterable[str], *, most: int = _FEW) -> str:
    """Words as prose lists them; beyond a few, the rest is counted.

    Example:
        >>> listed("abc"), listed("abcde", most=2)
        ('a, b and c', 'a, b and 3 more')
    """
    words = list(words)
    if len(words) > most:
        return f"{', '.join(words[:most])} and {len(words) - most} more"
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def quoted(text: str) -> str:
    """A text in quotation marks, without its full stop."""
    return f"“{text.strip().removesuffix('.')}”"


def capital(text: str) -> str:
    """A text with its first letter a capital."""
    return text[:1].upper() + text[1:]
