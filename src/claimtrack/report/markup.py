"""A builder of HTML and SVG in which all text is escaped, because only the builder can write a tag."""

from collections.abc import Iterable
from functools import cache
from html import escape

from claimtrack.text.escape import one_line


class Markup(str):
    """Text that is markup already and is not escaped again."""

    __slots__ = ()


_QUOTE = '"'
_UNCLOSED = frozenset({"meta"})
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
    start = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items() if value is not None)}"
    if name in _SHAPES:
        return Markup(f"{start}/>")
    return Markup(f"{start}>" if name in _UNCLOSED else f"{start}>{join(*children)}</{name}>")


def join(*children: str | Iterable[str], by: str = "") -> Markup:
    """Put pieces and lists of pieces one after another; what is not markup is escaped."""
    pieces = [piece for child in children for piece in ((child,) if isinstance(child, str) else child)]
    return Markup(by.join([piece if isinstance(piece, Markup) else escape(one_line(piece)) for piece in pieces]))


@cache
def _name(key: str) -> str:
    return key.removesuffix("_").replace("_", "-")


def _attribute(key: str, value: object) -> str:
    name = _name(key)
    if value is True:
        return f" {name}"
    if isinstance(value, float):
        return f' {name}="{value:.1f}"'
    # A whole page may be an attribute (`srcdoc`); it keeps its lines, and its tags become text like any other.
    text = value if isinstance(value, Markup) else one_line(str(value))
    return f' {name}="{escape(text, quote=False).replace(_QUOTE, "&quot;")}"'
