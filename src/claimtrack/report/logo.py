"""A logo: a picture small enough to stand in a page itself, that runs nothing and asks for nothing."""

import re
from collections.abc import Iterator

from claimtrack._records import constant_record
from claimtrack.errors.problems import BadLogo

_MOST_BYTES = 200_000
_STARTS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_NOTES = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"Exif\0\0", b"http://ns.adobe.com/")
"""How notes begin in a PNG or JPEG: who made it, with what, and where."""
_JPEG_NOTES = frozenset({0xE1, 0xED, 0xFE})
"""The parts of a JPEG that are notes: Exif and XMP, what agencies write about a photo (IPTC), and comments."""
_JPEG_PICTURE = 0xDA
"""The part of a JPEG at which the picture itself begins."""
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset(
    {
        "svg",
        "g",
        "defs",
        "symbol",
        "title",
        "desc",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "clipPath",
        "mask",
        "linearGradient",
        "radialGradient",
        "stop",
        "style",
    }
)
"""The elements that a drawing may have: none runs, links, or shows another file."""
_LEADS_OUT = re.compile(r"url\(\s*[\"']?\s*[^#\s\"']|@import|\\", re.IGNORECASE)
"""What leads out of a style; a backslash could write any of it in another way."""


@constant_record
class Logo:
    """A picture that stands in a page itself."""

    media_type: str
    """Its media type: `image/png`, `image/jpeg` or `image/svg+xml`."""
    content: bytes
    """Its bytes."""


def logo_of(content: bytes, *, place: str = "logo") -> Logo:
    """Take a PNG, a JPEG or a plain SVG as a logo; what it is, its bytes say.

    Args:
        content: the bytes of the file.
        place: where it is asked for, for messages.

    Raises:
        BadLogo: it is none of these or too large, it says who made it or where, or it is an SVG that could run
            something or ask for it.

    Cost: linear in the bytes.
    """
    if len(content) > _MOST_BYTES:
        raise BadLogo(place=place, reason=f"it has {len(content):,} bytes; expected at most {_MOST_BYTES:,}")
    for media_type, start in _STARTS.items():
        if content.startswith(start):
            if any(note in content for note in _NOTES) or not _JPEG_NOTES.isdisjoint(_jpeg_parts(content)):
                raise BadLogo(place=place, reason="it holds notes on who made it or where; save it without metadata")
            return Logo(media_type=media_type, content=content)
    if b"<svg" not in content:
        raise BadLogo(place=place, reason="it is no picture of a kind that is safe here; expected PNG, JPEG or SVG")
    reason = _fault_in(content)
    if reason:
        raise BadLogo(place=place, reason=f"{reason}; save it as plain SVG")
    return Logo(media_type="image/svg+xml", content=content)


def _jpeg_parts(content: bytes) -> Iterator[int]:
    """The kind of each part of a JPEG before the picture itself; of anything else there are none."""
    place, kind = len(_STARTS["image/jpeg"]) - 1, 0
    while kind != _JPEG_PICTURE and content[place : place + 1] == b"\xff" and place + 1 < len(content):
        kind = content[place + 1]
        yield kind
        place += 2 + int.from_bytes(content[place + 2 : place + 4])


def _fault_in(drawing: bytes) -> str:
    """Why a drawing is not a plain one; empty if it is."""
    if b"<!" in re.sub(rb"<!--.*?-->", b"", drawing, flags=re.DOTALL):
        return "it declares entities or a document type"
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - few reports have a logo

    try:
        root = ET.fromstring(drawing.decode())  # noqa: S314 - without a document type there are no entities
    except (ET.ParseError, UnicodeDecodeError):
        return "it is not XML in UTF-8"
    for each in root.iter():
        name = str(each.tag).removeprefix(_SVG)
        if name not in _SHAPES or each.tag == name:
            return f"it holds the element {name.rpartition('}')[2]}"
        if _LEADS_OUT.search(each.text or ""):
            return "a style in it leads to another file"
        for key, value in each.attrib.items():
            if key.startswith("{") or key.lower().startswith("on") or key == "href":
                return f"it holds the attribute {key.rpartition('}')[2]}"
            if _LEADS_OUT.search(value):
                return "a style in it leads to another file"
    return ""
