"""A picture by itself: an SVG that any program can read, and says who may see it."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.report.documents.pictures import CHARTS

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "dam_release" / "casebook.toml"
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("chart", CHARTS)
def test_each_chart_is_an_svg_by_itself(chart: str) -> None:
    """It is well-formed, as high as what it holds, runs nothing, and asks for nothing from anywhere."""
    text = ct.render(ct.report.compose_picture(ct.score(ct.read(EXAMPLE)), chart), "svg")
    picture = ET.fromstring(text)  # noqa: S314 - we drew it
    high = float(picture.attrib["height"])
    assert picture.attrib["viewBox"].endswith(f" {high:.0f}")
    assert all(float(one.attrib["y"]) <= high for one in picture.findall(f"{_SVG}text"))
    assert {"script", "image", "a", "use", "foreignObject"}.isdisjoint(
        one.tag.removeprefix(_SVG) for one in picture.iter()
    )
    assert "url(" not in text
    assert text.count("http") == 1


def test_a_picture_says_who_may_see_it_and_what_it_was_made_from() -> None:
    """An internal one begins with the warning; a public one has none, and both name the casebook that they show."""
    book = ct.read(EXAMPLE)
    for audience, warnings in (("internal", 1), ("public", 0)):
        report = ct.report.compose_picture(ct.score(book, audience=audience))
        for form in ("svg", "dot", "mermaid"):
            text = ct.render(report, form)
            assert text.count("Internal: not for publication.") == warnings, form
            assert f"For {audience} readers. Casebook {report.digest[:19]}." in text, form


def test_a_casebook_with_nothing_to_show_has_no_picture() -> None:
    """Its report has no sections, whatever the chart is."""
    for chart in CHARTS:
        assert ct.report.compose_picture(ct.score(ct.Casebook()), chart).sections == ()
