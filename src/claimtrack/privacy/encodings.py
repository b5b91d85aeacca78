"""Encodings: the forms in which text may hide in output, such as escapes, tags, addresses and base64."""

import base64
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote_plus

_TAG = re.compile(r"(<[^<>]*>)")
_ENCODED = re.compile(r"[A-Za-z0-9+/_-]{6,}")
_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]|\+)\S*")
"""What is left of an address from its first escape on."""
_ESCAPES = re.compile(r"(?:\\u[0-9A-Fa-f]{4})+")
_BYTES = re.compile(r"\\x([0-9A-Fa-f]{2})")
_PAGE = re.compile(r"\s{0,9}<!doctype html", re.IGNORECASE)
_HELD = re.compile(r"[A-Za-z0-9]")


def readings_of(data: str | bytes) -> Iterator[tuple[str, str]]:
    """The texts that a reader or a machine could read out of an output, each with the form that it was found in.

    Case and accents stay as they are: the search for names ignores them anyway.

    Cost: linear in the output.

    Example:
        >>> [how for how, text in readings_of("<b>A</b>da") if "Ada" in text]
        ['split by tags']
    """
    text = data if isinstance(data, str) else data.decode("utf-8", errors="replace")
    pieces = _TAG.split(text)
    between, tags = pieces[::2], pieces[1::2]
    if _PAGE.match(text):  # most of a page are tags, and most tags are alike: each is read once
        text = "\n".join((" ".join(between), *dict.fromkeys(tags)))
    yield "as it is", html.unescape(text)
    if tags:
        yield "split by tags", html.unescape("".join(between))
    del pieces, between, tags
    different = " ".join(dict.fromkeys(text.split(" ")))
    addresses = "\n".join(_addresses_in(different))
    if addresses:
        yield "in an address", unquote_plus(addresses)
    # Only what is escaped is read a second time, since most outputs are large and hold little of it.
    if "\\u" in text or "\\x" in text:
        escaped = "\n".join(line for line in text.splitlines() if "\\u" in line or "\\x" in line)
        plain = _ESCAPES.sub(lambda match: _from_utf_16(match[0]), escaped)
        yield "behind escapes", _BYTES.sub(lambda match: chr(int(match[1], 16)), plain)
    decoded = "\n".join(_decoded(different))
    if decoded:
        yield "in base64", decoded


def _addresses_in(text: str) -> Iterator[str]:
    """The words of a text that have escapes of addresses in them."""
    done = 0
    for escaped in _ESCAPED.finditer(text):
        start = max(text.rfind(space, done, escaped.start()) + 1 for space in " \n\t")
        yield text[max(start, done) : escaped.end()]
        done = escaped.end()


def _from_utf_16(escapes: str) -> str:
    return bytes.fromhex(escapes.replace("\\u", "")).decode("utf-16-be", errors="replace")


def _decoded(text: str) -> Iterator[str]:
    """What the words of a text say that may be base64; words that decode to nothing readable are left out."""
    for word in dict.fromkeys(_ENCODED.findall(text)):
        digits = word.replace("-", "+").replace("_", "/")
        try:
            plain = base64.b64decode(digits + "=" * (-len(digits) % 4), validate=True).decode("utf-8")
        except ValueError:
            continue
        if _HELD.search(plain) or not plain.isascii():
            yield plain
