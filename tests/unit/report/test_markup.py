"""The builder of markup: it escapes by construction, and only it can write a tag."""

import re
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, strategies as st

from claimtrack.report.markup import Markup, element, join

SOURCE = Path(__file__).resolve().parents[3] / "src" / "claimtrack"
_TEXT = st.text(alphabet="<>\"'&;/=!- \\abscript\n\u202e\x00", max_size=40)


class Reader(HTMLParser):
    """What a browser makes of markup: the tags with their attributes, and the text."""

    def __init__(self, markup: str) -> None:
        """Read some markup."""
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


@given(_TEXT, _TEXT)
def test_text_and_attributes_stay_what_they_are(text: str, value: str) -> None:
    """Whatever is said in a child or an attribute, a browser reads one element with one attribute."""
    found = Reader(element("p", text, title=value))
    assert [(tag, [name for name, _ in attributes]) for tag, attributes in found.tags] == [("p", ["title"])]
    assert not set("\x00\u202e\n") & set(found.text)


def test_markup_is_not_escaped_again() -> None:
    """An element in another stays an element, and joined pieces stay what they were."""
    assert element("p", "a < b", element("b", "c")) == "<p>a &lt; b<b>c</b></p>"
    assert join(element("b", "c"), Markup(", "), "&") == "<b>c</b>, &amp;"
    assert element("ul", (element("li", text) for text in "xy")) == "<ul><li>x</li><li>y</li></ul>"


def test_a_page_in_an_attribute_is_text_there() -> None:
    """Markup that is an attribute keeps its lines, and none of its tags acts."""
    page = Markup('<p class="x">a\nb</p>')
    ((tag, attributes),) = Reader(element("iframe", srcdoc=page, sandbox=True)).tags
    assert ("iframe", [("srcdoc", page), ("sandbox", None)]) == (tag, attributes)


def test_attributes_are_named_and_written_as_html_has_them() -> None:
    """Underscores are hyphens, a trailing one is dropped, None leaves an attribute out, a float has one decimal."""
    expected = '<rect class="x" text-anchor="end" x="1.0" y="2"/>'
    assert expected == element("rect", class_="x", text_anchor="end", x=1.0, y=2, id=None)


def test_no_text_with_holes_holds_a_tag() -> None:
    """Only the builder can write a tag: no f-string of the library holds one."""
    tag = re.compile(r"\bf[\"'][^\"'\n]*</?[a-z][a-z0-9]*[ >/]")
    texts = {path.name: path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}
    assert [name for name, text in texts.items() if tag.search(text)] == []
    assert tag.search("f'<p class={x}>'")
