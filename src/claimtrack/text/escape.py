"""Text from a casebook made harmless before any renderer shows it."""

import re
import unicodedata

_SPACES = re.compile(r"\s+", re.ASCII)
_KEPT = {"\n"}
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
"""What is not seen, or acts on a terminal, beside the control characters that JSON and TOML write as codes anyway."""
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
