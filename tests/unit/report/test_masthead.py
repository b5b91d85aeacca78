"""The masthead: what a desk puts on its reports, and which pictures may be its logo."""

import pytest

from claimtrack.checks.profiles import profile_from_toml
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.errors.problems import BadColor, BadLogo, UnknownKey
from claimtrack.report.logo import logo_of
from claimtrack.report.masthead import Masthead, contrast, masthead_from_toml

JPEG = b"\xff\xd8\xff\xe0\0\x04JF"
"""The start of a JPEG, and a first part that is no note."""
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
DESK = """
name = "Night desk"
based_on = "bbc"

[rules]
CT101 = "error"

[page]
byline = "Ada Quill and Bo Stark"
marking = "Embargoed until 6 June"
color = "#7a1f1f"
logo = "logo.svg"
"""


def test_one_file_of_a_desk_is_its_profile_and_its_masthead() -> None:
    """Each reader takes its own part of the file, and leaves the other's."""
    found = masthead_from_toml(DESK, lambda name: SVG.format(name).encode())
    assert found == Masthead(
        desk="Night desk",
        byline="Ada Quill and Bo Stark",
        marking="Embargoed until 6 June",
        color="#7a1f1f",
        logo=logo_of(SVG.format("logo.svg").encode()),
    )
    assert profile_from_toml(DESK).level_of("CT101") == "error"


def test_a_profile_without_a_page_has_a_masthead_with_its_name() -> None:
    """The part of the page is optional."""
    assert masthead_from_toml('name = "Night desk"', str.encode) == Masthead(desk="Night desk")


def test_all_that_is_wrong_is_told_at_once() -> None:
    """A misspelled key, a colour that is none and a logo that is none are listed together, with their lines."""
    text = DESK.replace("byline", "bylin").replace("#7a1f1f", "red")
    with pytest.raises(InvalidCasebook) as caught:
        masthead_from_toml(text, lambda _: b"GIF89a")
    assert [(BadColor, "page.color"), (BadLogo, "page.logo"), (UnknownKey, "page.bylin")] == [
        (type(one), one.place) for one in caught.value.problems
    ]
    assert 'page.color (line 11): "red" cannot be used; expected a colour such as #7a1f1f' in str(caught.value)


def test_a_page_that_is_no_table_is_refused() -> None:
    """A text where a table must be is a problem, not a crash."""
    with pytest.raises(InvalidCasebook, match="expected a table, under"):
        masthead_from_toml('name = "n"\npage = "x"', str.encode)


def test_a_color_can_be_read_on_either_ground(subtests: pytest.Subtests) -> None:
    """A colour too light for white paper is refused; in the dark it is made lighter until it can be read."""
    for color in ("#ffcc00", "#888888", "#fff", "red", "#7a1f1f;}"):
        with subtests.test(color), pytest.raises(BadColor):
            Masthead(color=color)
    for color in ("#7a1f1f", "#000000", "#00497a", "#005500"):
        with subtests.test(color):
            assert contrast(Masthead(color=color).color_in_the_dark, "#16181b") >= 4.5


def test_what_can_be_a_logo(subtests: pytest.Subtests) -> None:
    """PNG, JPEG and plain drawings are logos, by their bytes."""
    logos = {
        PNG: "image/png",
        JPEG + b"\xff\xda\0\x02\xff\xfe": "image/jpeg",
        SVG.format('<style>.a{fill:url(#b)}</style><g class="a"><path d="M0 0"/></g>').encode(): "image/svg+xml",
        f"<!-- ours --> {SVG.format('<title>Desk</title>')}".encode(): "image/svg+xml",
    }
    for content, media_type in logos.items():
        with subtests.test(content):
            assert media_type == logo_of(content).media_type


@pytest.mark.parametrize(
    "content",
    [
        b"GIF89a",
        b"",
        PNG + bytes(200_000),
        PNG + b"tEXtAuthor\0Ada Quill",
        b"\xff\xd8\xff\xe1\0\0Exif\0\0",
        JPEG + b"\xff\xfe\0\x0bAda Quill",
        JPEG + b"\xff\xed\0\x19Photoshop 3.0\0Ada Quill",
        b"<svg",
        b"<svg>\xff</svg>",
        b"<svg/>",
        SVG.format("<script>alert(1)</script>").encode(),
        SVG.format('<g onclick="alert(1)"/>').encode(),
        SVG.format('<a href="https://evil.example"><path d="M0 0"/></a>').encode(),
        SVG.format('<image href="https://evil.example/x.png"/>').encode(),
        SVG.format('<use href="#x"/>').encode(),
        SVG.format("<foreignObject><p>x</p></foreignObject>").encode(),
        SVG.format("<animate/>").encode(),
        SVG.format("<style>@import 'https://evil.example'</style>").encode(),
        SVG.format("<style>.a{fill:u\\72l(//evil.example)}</style>").encode(),
        SVG.format('<path style="fill:url(https://evil.example)"/>').encode(),
        SVG.format('<g xmlns:i="http://www.inkscape.org/" i:export="/home/ada"/>').encode(),
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;").encode(),
    ],
)
def test_what_cannot_be_a_logo(content: bytes) -> None:
    """What is no picture, is large, says who made it, runs something or asks for it is refused."""
    with pytest.raises(BadLogo):
        logo_of(content)
