"""The text of a Markdown document as a reader sees it: CommonMark, tables and footnotes, by markdown-it-py."""

from functools import cache
from typing import TYPE_CHECKING, Any

from claimtrack.documents.html import html_text
from claimtrack.errors.failures import MissingExtra, UnreadableFile
from claimtrack.io.limits import limits, over

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_YEAR_DIGITS = 3
"""A list item whose number has as many digits is a sentence that begins with a year or a count."""
_DELIMITERS = "|-: \t>*+.)0123456789"
"""What the line under the head of a table may hold, with the marks of quotes and lists before it."""


def markdown_text(source: str, path: str = "") -> str:
    """The text that a reader of a Markdown document sees; HTML within it is read as HTML. The path is for messages.

    Images stand as their description. A number that only looks like markup stays: `2*3*4` is a product, and
    `1945. That year` is no item of a list.

    Raises:
        MissingExtra: `claimtrack[documents]` is not installed.
        UnreadableFile: as `html_text`, or its tables lack more cells than the limit `cells`.

    Cost: linear in the text; for HTML within it as `html_text`.
    """
    parser = _parser()
    _refuse_missing_cells(source, path)
    return html_text(parser.render(source), path)


def _refuse_missing_cells(source: str, path: str) -> None:
    """Refuse tables with short rows under very many columns: the parser makes a cell for each that is missing."""
    columns = missing = 0
    for line in source.splitlines():
        if not line.strip(" \t>"):
            columns = 0
        elif "-" in line and "|" in line and not line.strip(_DELIMITERS):
            columns = line.count("|") + 1
        else:
            missing += max(0, columns - line.count("|") - 1)
    if missing > limits().cells:
        raise UnreadableFile(path=path, reason=over("cells", "cells of tables that are not written out"))


@cache
def _parser() -> "MarkdownIt":
    try:
        from markdown_it import MarkdownIt  # noqa: PLC0415
        from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415
    except ImportError:
        raise MissingExtra(extra="documents", what="reading Markdown documents") from None
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin).disable("footnote_inline")
    parser.inline.ruler.before("emphasis", "product", _keep_product)
    parser.add_render_rule("image", _image)
    parser.add_render_rule("list_item_open", _list_item)
    parser.add_render_rule("footnote_anchor", _nothing)
    return parser


def _keep_product(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature of a rule)
    """An inline rule: stars between digits are text."""
    source, start = state.src, state.pos
    end = start
    while end < state.posMax and source[end] == "*":
        end += 1
    if end == start or not (source[start - 1 : start].isdigit() and source[end : end + 1].isdigit()):
        return False
    if not silent:
        state.pending += source[start:end]
    state.pos = end
    return True


def _image(renderer: Any, tokens: Any, place: int, options: Any, env: Any) -> str:  # noqa: ANN401
    text: str = renderer.renderInlineAsText(tokens[place].children or (), options, env)
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _list_item(_: Any, tokens: Any, place: int, *__: Any) -> str:  # noqa: ANN401
    number: str = tokens[place].info
    return f"\n{number}. " if len(number) >= _YEAR_DIGITS else "\n"


def _nothing(*_: Any) -> str:  # noqa: ANN401
    return ""
