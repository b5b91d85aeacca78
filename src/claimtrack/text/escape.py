"""Text from a casebook made harmless before any renderer shows it."""

import re
import unicodedata

_SPACES = re.compile(r"\s+", re.ASCII)
_KEPT = {"\n"}
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
_UNBROKEN_SPACE = "\u00a0"
_JOINERS = {"\u200c", "\u200d"}


def visible(text: str) -> str:
    r"""Text in which no character moves a cursor, turns direction or hides: such ones are shown as codes.

    Example:
        >>> visible("safe \x1b[31m")
        'safe \\x1b[31m'
    """
    # What is printable holds none of the unseen; the space of a per cent, which does not break, is not printable.
    if text.replace(_UNBROKEN_SPACE, " ").isprintable():
        return text
    return "".join(_shown(character) for character in text)


def one_line(text: str) -> str:
    """Harmless text with every run of white space made one space."""
    return visible(_SPACES.sub(" ", text).strip())


def _shown(character: str) -> str:
    if character in _KEPT or character in _JOINERS or unicodedata.category(character) not in _UNSEEN:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"  # noqa: PLR2004
