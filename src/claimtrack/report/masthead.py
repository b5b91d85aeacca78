"""The masthead: what a desk of its own puts on its reports, from the desk's TOML file."""

import re
from collections.abc import Callable
from typing import Any

import attrs

from claimtrack._records import constant_record
from claimtrack.errors.problems import BadColor, Problem
from claimtrack.report.logo import Logo, logo_of
from claimtrack.toml_settings import TomlSettings

_COLOR = re.compile(r"#[0-9A-Fa-f]{6}", re.ASCII)
_PAPER, _DARK_PAPER = "#ffffff", "#16181b"
_WASH = "#f3f3f1"
_ENOUGH = 4.5
"""The least contrast of text on its ground (WCAG 2.2, 1.4.3)."""
_STEPS = 20
_WEIGHTS = 0.2126, 0.7152, 0.0722
_DARKEST = 0.04045
"""Up to here light grows in a straight line with the number that stands for it (sRGB)."""


def color_of(text: str, *, place: str = "color") -> str:
    """Take a text as a colour in which words can be read on white.

    Raises:
        BadColor: it is no colour, or too light.
    """
    if not _COLOR.fullmatch(text):
        raise BadColor(place=place, seen=text, expected="a colour such as #7a1f1f")
    if contrast(text, _WASH) < _ENOUGH:
        raise BadColor(place=place, seen=text, expected="a darker colour, which can be read on white")
    return text


def _check_color(_: object, attribute: "attrs.Attribute[str]", value: str) -> None:
    if value:
        color_of(value, place=attribute.name)


@constant_record
class Masthead:
    """What a desk puts on its reports; empty for nothing."""

    desk: str = ""
    """The name of the desk."""
    byline: str = ""
    """Who wrote it."""
    marking: str = ""
    """What stands on every page, such as `Embargoed until 6 June`."""
    color: str = attrs.field(default="", validator=_check_color)
    """The colour of rules, links and the marking, such as `#7a1f1f`."""
    logo: Logo | None = None
    """The picture that stands above the title of a page."""

    @property
    def color_in_the_dark(self) -> str:
        """The colour, made lighter until it can be read on a dark page."""
        shades = (mix(self.color, _PAPER, step / _STEPS) for step in range(_STEPS + 1))
        return next(shade for shade in shades if contrast(shade, _DARK_PAPER) >= _ENOUGH + 1)


def masthead_from_toml(text: str, read_logo: Callable[[str], bytes]) -> Masthead:
    r"""The masthead in a desk's own file: its `name`, and under `[page]` a `byline`, `marking`, `color` and `logo`.

    The same file may be the desk's profile of the checks.

    Args:
        text: the file.
        read_logo: reads the file that `logo` names.

    Raises:
        InvalidCasebook: the text has problems; all of them are listed.

    Example:
        >>> masthead_from_toml('name = "Night desk"\n[page]\nbyline = "Ada Quill"', str.encode).byline
        'Ada Quill'
    """
    settings = TomlSettings(text, "the desk's file")
    settings.leave("based_on", "rules")
    found: dict[str, Any] = {"desk": settings.text("name", "the name of the desk")}
    if settings.table("page"):
        found |= {key: settings.text(key, "text", default="", place="page") for key in ("byline", "marking")}
        make: dict[str, Callable[[str, str], str | Logo]] = {
            "color": lambda color, place: color_of(color, place=place),
            "logo": lambda file, place: logo_of(read_logo(file), place=place),
        }
        for key, take in make.items():
            value = settings.text(key, "text", default="", place="page")
            try:
                found |= {key: take(value, f"page.{key}")} if value else {}
            except Problem as problem:
                settings.wrong(problem)
    settings.done()
    return Masthead(**found)


def mix(one: str, other: str, share: float) -> str:
    """A colour with a share of another in it.

    Example:
        >>> mix("#000000", "#ffffff", 0.5)
        '#808080'
    """
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2).

    Example:
        >>> round(contrast("#000000", "#ffffff"), 1)
        21.0
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _parts(color: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(color.removeprefix("#")))


def _luminance(color: str) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    return sum(weight * _linear(part / 255) for weight, part in zip(_WEIGHTS, _parts(color), strict=True))


def _linear(share: float) -> float:
    return share / 12.92 if share <= _DARKEST else ((share + 0.055) / 1.055) ** 2.4
