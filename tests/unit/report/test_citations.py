"""Texts that cite evidence, in each format."""

import re

import pytest

from claimtrack.report.blocks import Bullets, References, Report, Section, Table, Text, cite, make_section
from claimtrack.report.render.formats import render

said = cite("Daily NK says so", [3, 7], ", and ", cite("nobody", [1]), " denies it.")
plain = "Daily NK says so\u00a0[3][7], and nobody\u00a0[1] denies it."


def _report(*texts: Text) -> Report:
    section = make_section(
        "Judgments",
        *texts,
        Bullets(items=texts),
        Table(headings=("Claim",), rows=tuple((text,) for text in texts)),
        References(entries=((1, "Kim"), (3, "Lee"), (7, "Ann <b>"))),
    )
    return Report(title="Case", audience="public", digest="sha256:0", sections=(section,))


def test_a_sentence_reads_as_its_text_with_the_numbers_in_brackets() -> None:
    """The numbers stand in brackets at what they stand for, and no line break parts them from it."""
    assert str(said) == plain


@pytest.mark.parametrize("format", ["text", "csv", "json"])
def test_plain_formats_show_the_numbers_in_brackets(format: str) -> None:  # noqa: A002
    """Text, CSV and JSON have the sentence as it reads, and an entry for each number."""
    shown = render(_report(said), format)
    assert shown.count(plain) == 3
    assert all(name in shown for name in ("Kim", "Lee", "Ann"))


def test_markdown_shows_the_numbers_as_text() -> None:
    """No number in brackets becomes a link in Markdown, whatever the casebook holds."""
    assert plain.replace("[", "\\[").replace("]", "\\]") in render(_report(said), "markdown")


def test_each_number_on_a_page_leads_to_its_entry() -> None:
    """On a page each number is a link, and what it leads to is there once."""
    page = render(_report(said), "html")
    assert {"#e1", "#e3", "#e7"} == set(re.findall(r'href="(#e\d+)"', page))
    assert [page.count(f'id="e{number}"') for number in (1, 3, 7)] == [1, 1, 1]
    assert "Ann &lt;b&gt;" in page


def test_a_list_without_entries_is_left_out() -> None:
    """A section with no evidence to list has nothing to say."""
    assert Section(title="Evidence", blocks=()) == make_section("Evidence", References(entries=()))
