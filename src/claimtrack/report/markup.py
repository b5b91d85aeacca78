"""A builder of HTML and SVG in which all text is escaped, because only the builder can write a tag."""

import re
from collections.abc import Iterable
from functools import cache
from html import escape

from claimtrack.text.escape import one_line


class Markup(str):
    """Text that is markup already and is not escaped again."""

    __slots__ = ()


_TO_CHANGE = re.compile(r"""[^ -~]|[&<>"']|^ | $|  """)
"""What one line of escaped text may not hold as it stands; most texts hold nothing of it."""
_QUOTE = '"'
_UNCLOSED = frozenset({"img", "meta"})
"""The elements of HTML used here that have no end tag."""
_SHAPES = frozenset({"rect", "line", "circle", "path", "polyline"})
"""The elements of SVG that hold nothing and close themselves."""


def element(name: str, /, *children: str | Iterable[str], **attributes: str | float | bool | None) -> Markup:
    r"""Build an element: children are escaped unless they are markup, attributes always.

    An attribute ends with an underscore where Python keeps the word for itself; other underscores become hyphens.
    None leaves an attribute out, True writes its name alone, and a float has one decimal.

    Example:
        >>> element("p", "a < b\u202e", element("b", "c"), class_="x", aria_label='"')
        '<p class="x" aria-label="&quot;">a &lt; b\\u202e<b>c</b></p>'
    """
    start = f"<{name}"
    for key, value in attributes.items():
        if value is not None:
            start += _attribute(key, value)
    if name in _SHAPES:
        return Markup(f"{start}/>")
    return Markup(f"{start}>" if name in _UNCLOSED else f"{start}>{''.join(_pieces(children))}</{name}>")


def join(*children: str | Iterable[str], by: str = "") -> Markup:
    """Put pieces and lists of pieces one after another; what is not markup is escaped."""
    return Markup(by.join(_pieces(children)))


def _pieces(children: Iterable[str | Iterable[str]]) -> list[str]:
    """The pieces, each of them markup."""
    found: list[str] = []
    for child in children:
        if isinstance(child, Markup):
            found.append(child)
        elif isinstance(child, str):
            found.append(_escaped(child))
        else:
            found += [piece if isinstance(piece, Markup) else _escaped(piece) for piece in child]
    return found


def _escaped(text: str) -> str:
    return escape(one_line(text)) if _TO_CHANGE.search(text) else text


@cache
def _name(key: str) -> str:
    return key.removesuffix("_").replace("_", "-")


def _attribute(key: str, value: object) -> str:
    name = _name(key)
    if isinstance(value, float):
        return f' {name}="{value:.1f}"'
    if value is True:
        return f" {name}"
    # A whole page may be an attribute (`srcdoc`); it keeps its lines, and its tags become text like any other.
    if not isinstance(value, Markup):
        value = str(value)
        if not _TO_CHANGE.search(value):
            return f' {name}="{value}"'
        value = one_line(value)
    return f' {name}="{escape(value, quote=False).replace(_QUOTE, "&quot;")}"'
